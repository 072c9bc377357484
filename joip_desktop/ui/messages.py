"""The banner above the list: what is the matter and what can be done; and questions that do not block the loop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMessageBox, QPushButton, QWidget

from joip_desktop.ui.labels import text_label
from joip_desktop.ui.theme import SPACE, Colours, without_icons


class Banner(QFrame):
    """One line with at most one button."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = text_label()
        self.button = QPushButton()
        self.button.clicked.connect(self.pressed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.button)
        self.hide()

    def say(self, text: str, *, button: str = "") -> None:
        """Show a text and, where there is something to press, a button; no text hides the banner."""
        self.label.setText(text)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.setVisible(bool(text))

    def set_colours(self, colours: Colours) -> None:
        """Use the colours of another appearance."""
        self.setStyleSheet(f"Banner {{ background: {colours.banner}; }} QLabel {{ color: {colours.on_banner}; }}")


def ask(
    parent: QWidget,
    *,
    title: str,
    text: str,
    yes: str,
    no: str,
    then: Callable[[], None],
    otherwise: Callable[[], None] = lambda: None,
) -> QMessageBox:
    """Ask without a nested event loop; `then` is called when the answer is `yes`, `otherwise` when it is not."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Question)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(text)
    agreed = box.addButton(yes, QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.finished.connect(lambda _: then() if box.clickedButton() is agreed else otherwise())
    box.open()
    return box


def tell(parent: QWidget, *, title: str, text: str) -> QMessageBox:
    """Say something without a nested event loop."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(text)
    box.addButton(QMessageBox.StandardButton.Close)
    without_icons(box)
    box.open()
    return box
