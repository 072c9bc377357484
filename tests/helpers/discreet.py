"""Pairs of sessions that differ in nothing but what discreet mode hides, and pictures to compare them by."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QHoverEvent, QImage
from PySide6.QtWidgets import QApplication, QWidget

from joip_desktop.domain.session import JsonValue, Session, from_wire

LONG = "The rain on the roof of the old boathouse, " * 6
SECRET = "Aunt Agatha"
"""In all of what is hidden, where it is text."""

_ROW: Mapping[str, JsonValue] = {
    "subreddits": ["earth", "space"],
    "categoryId": 3,
    "intervalMin": 4,
    "intervalMax": 12,
    "transition": "fade",
    "captionTheme": "custom",
    "isFavorite": False,
    "isPublic": False,
    "shareToCommunity": False,
    "isManualMode": False,
    "isImported": False,
}

HIDDEN_PARTS: Mapping[str, Mapping[str, JsonValue]] = {
    "short": {"title": SECRET, "aiPrompt": SECRET, "thumbnail": "https://example.com/a.png"},
    "long": {
        "title": SECRET + LONG,
        "aiPrompt": f"{SECRET}\n{LONG}\n" * 9,
        "thumbnail": "https://b.example/" + "b" * 900,
    },
    "one wide word": {"title": "W" * 300, "aiPrompt": "W" * 3000, "thumbnail": "W" * 300},
    "lines": {"title": "a\nb\r\nc\u2028d", "aiPrompt": "\n" * 30, "thumbnail": "\t"},
    "empty": {"title": "", "aiPrompt": "", "thumbnail": ""},
    "null": {"title": None, "aiPrompt": None, "thumbnail": None},
    "of a wrong type": {"title": [1], "aiPrompt": 10**9, "thumbnail": {"deep": SECRET}},
    "not told": {},
    "right to left": {"title": "\u202e\u05d0\u05d1", "aiPrompt": "\u05d0\u05d1 " * 90, "thumbnail": "\u05d0"},
}
"""What a row of the server may have in the fields that are hidden."""


def session(session_id: int, hidden: str, **others: JsonValue) -> Session:
    """A session with one of `HIDDEN_PARTS`; all else is the same for all, or as told by names on the wire."""
    return from_wire({"id": session_id, **_ROW, **others, **HIDDEN_PARTS[hidden]})


def picture(widget: QWidget) -> QImage:
    """What is painted once everything has its place; not for coroutines, as it runs Qt's loop."""
    leave(widget)
    for _ in range(4):  # a layout within a layout asks again after it was asked
        QApplication.processEvents()
    return grabbed(widget)


def grabbed(widget: QWidget) -> QImage:
    """What is painted now, with pointer and keyboard elsewhere."""
    leave(widget)
    return widget.grab().toImage()


def leave(widget: QWidget) -> None:
    """Take pointer and keyboard away, so that nothing is lit up and no caret blinks."""
    if (focus := QApplication.focusWidget()) is not None:
        focus.clearFocus()
    nowhere = QPointF(-1, -1)
    for one in (widget, *widget.findChildren(QWidget)):
        if one.underMouse():
            QApplication.sendEvent(one, QEvent(QEvent.Type.Leave))
            QApplication.sendEvent(one, QHoverEvent(QEvent.Type.HoverLeave, nowhere, nowhere, nowhere))
