"""Text that wants to be more than text, and a walk over everything shown that finds where it would be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QMenu, QTextEdit, QToolBar, QWidget

from joip_desktop.domain.session import Session

IMAGE: Final = '<img src="file:///etc/hostname">'
HOSTILE: Final = f"<b>zzbold</b>{IMAGE}<a href='https://evil.example'>zz</a>&zz&lt;\x1b[31m\u202egnp.exe\ud800\n<h1>"
_ROWS: Final = 30


def hostile(session: Session) -> Session:
    """The session with such text wherever its server may put some."""
    return replace(
        session,
        title=HOSTILE if isinstance(session.title, str) else session.title,
        ai_prompt=HOSTILE,
        subreddits=(HOSTILE, "earth"),
        thumbnail=HOSTILE if session.thumbnail else session.thumbnail,
    )


def taken_for_more(top: QWidget) -> Iterator[str]:
    """Where text of the server would be read as HTML, or as the letter to press."""
    for widget in (top, *top.findChildren(QWidget)):
        name = f"{type(widget).__name__} {widget.objectName()}".strip()
        yield from (f"{name}: {told}" for told in (*_in_hints(widget), *_in_texts(widget), *_in_cells(widget)))
    for action in top.findChildren(QAction):
        if _has_letter(action.text()):
            yield f"action {action.text()!r}: letter to press"
        if _shows_tooltip(action) and IMAGE in action.toolTip():
            yield f"action {action.text()!r}: tooltip"


def _in_hints(widget: QWidget) -> Iterator[str]:
    hints = {"tooltip": widget.toolTip(), "help": widget.whatsThis(), "status tip": widget.statusTip()}
    yield from (kind for kind, text in hints.items() if IMAGE in text)


def _in_texts(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel() if widget.textFormat() is not Qt.TextFormat.PlainText and "<b>" in widget.text():
            yield "text"
        case QTextEdit() if "zzbold" in widget.toPlainText() and "<b>" not in widget.toPlainText():
            yield "document"
        case QAbstractButton() if _has_letter(widget.text()):
            yield "letter to press"
        case QMenu() if _has_letter(widget.title()):
            yield "letter to press"


def _has_letter(text: str) -> bool:
    return "&zz" in text.replace("&&", "")


def _shows_tooltip(action: QAction) -> bool:
    """Menus do so only where they are told to."""
    shown_in = action.associatedObjects()
    return any(isinstance(one, QToolBar) or (isinstance(one, QMenu) and one.toolTipsVisible()) for one in shown_in)


def _in_cells(view: QWidget) -> Iterator[str]:
    if not isinstance(view, QAbstractItemView) or view.model() is None:
        return
    model = view.model()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(min(_ROWS, model.rowCount())):
        for column in range(columns):
            tooltip = model.index(row, column, QModelIndex()).data(Qt.ItemDataRole.ToolTipRole)
            if IMAGE in str(tooltip or ""):
                yield f"cell {row}, {column}: tooltip"
