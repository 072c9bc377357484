"""Which column of the file stands for what, each with an example of what is in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from joip_desktop.domain.say import say
from joip_desktop.engine.transfer.importing import FirstLook
from joip_desktop.engine.transfer.mapping import TARGETS, guessed, target_label
from joip_desktop.ui.discretion import HIDDEN_VALUE, Discretion
from joip_desktop.ui.elided_label import ElidedLabel
from joip_desktop.ui.labels import name_box, text_label
from joip_desktop.ui.theme import SPACE
from joip_desktop.ui.wording import shortened, shown_text

_EXAMPLE_LENGTH: Final = 60


class ColumnsPage(QScrollArea):
    """A line for each column: its name, an example, and a box with what it may stand for."""

    changed = Signal()

    def __init__(self, look: FirstLook, discretion: Discretion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._discretion = discretion
        self.boxes: dict[str, QComboBox] = {}
        self._examples: dict[str, QLabel] = {}
        self.empties = QCheckBox(say("&Empty cells clear the field"))
        self.empties.setToolTip(say("Otherwise an empty cell leaves the field as it is"))
        self.empties.setChecked(look.empties)
        self.empties.toggled.connect(self.changed)
        self._lay_out()
        discretion.changed.connect(self._show_examples)
        self._show_examples()

    @property
    def mapped(self) -> Mapping[str, str]:
        """What each column stands for."""
        return {column: box.currentData() for column, box in self.boxes.items()}

    def _show_examples(self) -> None:
        for column, label in self._examples.items():
            example = shortened(shown_text(self._look.examples[column]), _EXAMPLE_LENGTH)
            label.setText(say(HIDDEN_VALUE) if self._discretion.on and example else example)

    def _lay_out(self) -> None:
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setSpacing(SPACE)
        layout.addWidget(text_label(say("What each column of the file stands for, with an example of what is in it:")))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for column, target in guessed(self._look.examples).items():
            form.addRow(self._heading(column), self._box(column, target))
        layout.addLayout(form)
        layout.addWidget(self.empties)
        layout.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        for column, box in self.boxes.items():
            name_box(box, say("Column {name}", name=shown_text(column)))

    def _heading(self, column: str) -> QWidget:
        heading = QWidget()
        layout = QVBoxLayout(heading)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        name, example = ElidedLabel(), ElidedLabel()
        name.setText(shown_text(column))
        font = name.font()
        font.setBold(True)
        name.setFont(font)
        self._examples[column] = example
        for label in (name, example):
            layout.addWidget(label)
        heading.setMinimumWidth(heading.fontMetrics().averageCharWidth() * _EXAMPLE_LENGTH // 2)
        return heading

    def _box(self, column: str, target: str) -> QComboBox:
        box = self.boxes[column] = QComboBox()
        for one in TARGETS:
            box.addItem(target_label(one), one)
        box.setCurrentIndex(box.findData(target))
        box.currentIndexChanged.connect(self.changed)
        return box
