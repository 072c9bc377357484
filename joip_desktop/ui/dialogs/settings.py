"""The settings, made of the model: each one that people choose has its place here without a line of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from joip_desktop.domain.say import say
from joip_desktop.storage.settings import SETTINGS, Page, SettingKind, Settings, SettingSpec
from joip_desktop.ui.jobs.views import TallTabBar
from joip_desktop.ui.labels import name_box, text_label
from joip_desktop.ui.theme import SPACE, Colours, without_icons

_WIDTH: Final = 480

Put: TypeAlias = Callable[[object], object]
"""Takes a value that a person has chosen."""


class SettingsDialog(QDialog):
    """Each choice counts at once, as in the menus, so there is nothing to confirm; what can't be used never counts."""

    changed = Signal(str)
    """The name of a setting that has another value now."""

    def __init__(
        self,
        settings: Settings,
        *,
        colours: Colours,
        specs: Mapping[str, SettingSpec] = SETTINGS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._specs = specs
        self.fields: dict[str, _Field] = {}
        self.setWindowTitle(say("Settings"))
        self.pages = QTabWidget()
        bar = TallTabBar()
        bar.setAccessibleName(say("Pages of the settings"))
        self.pages.setTabBar(bar)
        self.pages.setDocumentMode(True)
        for page in Page:
            self._add_page(page)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.restore_button = self.buttons.addButton(say("Restore Defaults"), QDialogButtonBox.ButtonRole.ResetRole)
        self.restore_button.setToolTip(say("Of the settings on this page"))
        without_icons(self.buttons)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.buttons)
        self.buttons.rejected.connect(self.accept)
        self.restore_button.clicked.connect(self._restore)
        self.restore_button.setAutoDefault(False)
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        self.setMinimumWidth(max(_WIDTH, bar.sizeHint().width() + 4 * SPACE))
        self.set_colours(colours)
        self._show_values()

    def set_colours(self, colours: Colours) -> None:
        """Use the colours of another appearance."""
        for field in self.fields.values():
            field.help.setStyleSheet(f"color: {colours.muted}")
            field.mistake.setStyleSheet(f"color: {colours.error}")

    def _add_page(self, page: Page) -> None:
        specs = [spec for spec in self._specs.values() if spec.marks.page is page]
        if not specs:
            return
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setVerticalSpacing(SPACE // 2)
        grid.setColumnStretch(1, 1)
        for spec in specs:
            field = self.fields[spec.name] = _Field(spec, partial(self._take, spec))
            field.place(grid)
        grid.setRowStretch(grid.rowCount(), 1)
        inside.setProperty("page", page.name)
        self.pages.addTab(inside, say(page.value))

    # --- values -----------------------------------------------------------------------------------------------------

    def _take(self, spec: SettingSpec, value: object) -> None:
        """A value was chosen; it counts if it can be used."""
        field = self.fields[spec.name]
        field.say_mistake(spec.mistake(value))
        if field.mistake.text() or getattr(self._settings, spec.name) == value:
            return
        setattr(self._settings, spec.name, value)
        self._show_what_applies()
        self.changed.emit(spec.name)

    def _restore(self) -> None:
        page = self.pages.currentWidget().property("page")
        for spec in self._specs.values():
            if spec.marks.page.name == page:
                self._take(spec, spec.default)
        self._show_values()

    def _show_values(self) -> None:
        for name, field in self.fields.items():
            field.show_value(getattr(self._settings, name))
            field.say_mistake("")
        self._show_what_applies()

    def _show_what_applies(self) -> None:
        for field in self.fields.values():
            applies = field.spec.applies(self._settings)
            for widget in (field.label, field.editor):
                widget.setEnabled(applies)


class _Field:
    """What edits one setting, with its name, its explanation, and what is wrong with what was typed."""

    def __init__(self, spec: SettingSpec, put: Put) -> None:
        self.spec = spec
        self.editor, self._show = _EDITORS[spec.kind](spec, put)
        self.label = QLabel(spec.title)
        self.label.setBuddy(self.editor)
        self.help = text_label(spec.description)
        self.mistake = text_label()
        self.say_mistake("")
        self.editor.setAccessibleDescription(spec.description)
        if spec.kind is not SettingKind.FLAG:
            self.editor.setAccessibleName(spec.title)

    def place(self, grid: QGridLayout) -> None:
        """Stand in the next rows: name and editor beside each other, below them what there is to say."""
        row = grid.rowCount()
        if self.spec.kind is SettingKind.FLAG:
            grid.addWidget(self.editor, row, 0, 1, 2)
        else:
            grid.addWidget(self.label, row, 0)
            narrow = Qt.AlignmentFlag.AlignLeft if self.spec.kind is not SettingKind.TEXT else Qt.AlignmentFlag(0)
            grid.addWidget(self.editor, row, 1, narrow)
        grid.addWidget(self.mistake, row + 1, 0, 1, 2)
        grid.addWidget(self.help, row + 2, 0, 1, 2)
        grid.setRowMinimumHeight(row + 3, SPACE)
        if isinstance(self.editor, QComboBox):
            name_box(self.editor, self.spec.title)

    def show_value(self, value: object) -> None:
        """Show a value without taking it for a person's choice."""
        before = self.editor.blockSignals(True)
        self._show(value)
        self.editor.blockSignals(before)

    def say_mistake(self, text: str) -> None:
        """Say why what was typed does not count; "" where it does."""
        self.mistake.setText(text)
        self.mistake.setVisible(bool(text))


def _flag(spec: SettingSpec, put: Put) -> tuple[QWidget, Put]:
    box = QCheckBox(spec.title)
    box.toggled.connect(put)
    return box, lambda value: box.setChecked(bool(value))


def _choice(spec: SettingSpec, put: Put) -> tuple[QWidget, Put]:
    box = QComboBox()
    for value, text in spec.choices.items():
        box.addItem(text, str(value))
    box.currentIndexChanged.connect(lambda place: put(box.itemData(place)))
    return box, lambda value: box.setCurrentIndex(box.findData(str(value)))


def _number(spec: SettingSpec, put: Put) -> tuple[QWidget, Put]:
    box = QSpinBox()
    box.setRange(spec.minimum, spec.maximum)
    if spec.marks.unit:
        box.setSuffix(f" {say(spec.marks.unit)}")
    box.valueChanged.connect(put)
    return box, lambda value: box.setValue(value if isinstance(value, int) else spec.minimum)


def _text(_spec: SettingSpec, put: Put) -> tuple[QWidget, Put]:
    line = QLineEdit()
    line.textChanged.connect(put)
    return line, lambda value: line.setText(str(value))


_EDITORS: Final[Mapping[SettingKind, Callable[[SettingSpec, Put], tuple[QWidget, Put]]]] = {
    SettingKind.FLAG: _flag,
    SettingKind.CHOICE: _choice,
    SettingKind.NUMBER: _number,
    SettingKind.TEXT: _text,
}
