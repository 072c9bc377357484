"""Labels for text that may come from the server, never HTML and never making the window wide; names of boxes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QWidget


def text_label(text: str = "") -> QLabel:
    """A label that wraps its text, whatever it is; a word wider than the label is cut rather than widening it."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    policy = label.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
    label.setSizePolicy(policy)
    return label


def name_box(box: QComboBox, name: str) -> None:
    """Name a combo box to screen readers, once it stands among others.

    On Linux Qt gives its value as its name, and the name only by a label beside it; so it gets one that is not seen.
    """
    box.setAccessibleName(name)
    parent = box.parentWidget()
    label = None if parent is None else _label_of(box, parent)
    if label is None:
        label = QLabel(parent)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.hide()
        label.setBuddy(box)
        box.destroyed.connect(label.deleteLater)
    label.setText(name.replace("&", "&&"))  # or it would be taken for a key


def _label_of(box: QComboBox, parent: QWidget) -> QLabel | None:
    labels = parent.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return next((label for label in labels if label.buddy() is box), None)
