"""Which app this is, what it is made of, and under which licences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from joip_desktop import __version__
from joip_desktop.domain.say import later, say
from joip_desktop.licences import Component
from joip_desktop.ui.jobs.views import ReadingTable
from joip_desktop.ui.labels import text_label
from joip_desktop.ui.theme import SPACE, without_icons

_WIDTH: Final = 680
_HEIGHT: Final = 520
_HEADERS: Final = (later("Component"), later("Version"), later("Licence"))


class AboutDialog(QDialog):
    """Lists the components when they are known; the text of the licence of the chosen one stands below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._components: Sequence[Component] = ()
        self.setWindowTitle(say("About JOIP Desktop"))
        heading = text_label(f"JOIP Desktop {__version__}")
        font = heading.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.25)
        heading.setFont(font)
        told = text_label(
            say(
                "Manages the sessions of a JOIP account. It is free software under the MIT licence, and made of what "
                "others have given away; with thanks to them."
            )
        )
        self._model = QStandardItemModel(0, len(_HEADERS), self)
        self._model.setHorizontalHeaderLabels([say(header) for header in _HEADERS])
        self.table = ReadingTable(self._model, name=say("Components"), empty=say("Looking for what is installed…"))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(say("Text of the licence"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        without_icons(buttons)
        buttons.rejected.connect(self.reject)
        parts = QSplitter()
        parts.setOrientation(Qt.Orientation.Vertical)
        for part in (self.table, self.text):
            parts.addWidget(part)
        parts.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE)
        layout.addWidget(heading)
        layout.addWidget(told)
        layout.addWidget(parts, 1)
        layout.addWidget(buttons)
        self.table.selectionModel().currentRowChanged.connect(lambda current, _: self._show_text(current.row()))
        self.resize(_WIDTH, _HEIGHT)

    def show_components(self, components: Sequence[Component]) -> None:
        """List these, and show the licence of the first."""
        self._components = components
        for one in components:
            self._model.appendRow([QStandardItem(text) for text in (one.name, one.version, one.licence)])
        if components:
            self.table.selectRow(0)

    def _show_text(self, row: int) -> None:
        if 0 <= row < len(self._components):
            self.text.setPlainText(self._components[row].text or say("The text did not come with it."))
