"""Asks for the pictures of the sessions in sight, and of those that scrolling would bring next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QPixmap

from joip_desktop.ui.pictures import Pictures
from joip_desktop.ui.sessions.model import SessionTableModel

_ANY_SIZE = QSize(16, 9)


class NoPictures(QObject):
    """Stands in for `Pictures` where there are none to be had."""

    changed = Signal(object)

    def pixmap(self, _url: str, _size: QSize, _ratio: float) -> QPixmap | None:
        """None."""
        return None

    def failure(self, _url: str) -> str | None:
        """None has been tried."""
        return None

    def want(self, urls: Sequence[str]) -> None:
        """They don't come."""

    def retry(self) -> None:
        """Nor do they now."""


PictureProvider: TypeAlias = Pictures | NoPictures


def has_come(pictures: PictureProvider, url: str) -> bool:
    """Whether a picture is there, or won't come."""
    return pictures.failure(url) is not None or pictures.pixmap(url, _ANY_SIZE, 1.0) is not None


def want_in_sight(pictures: PictureProvider, model: SessionTableModel, first: int, last: int) -> None:
    """Want the pictures of these rows, then those of as many rows below them, then above."""
    count = last - first + 1
    rows = [*range(first, min(model.rowCount(), last + count + 1)), *range(max(0, first - count), first)]
    sessions = model.sessions(rows) if last < model.rowCount() else ()
    pictures.want([one.thumbnail for one in sessions if isinstance(one.thumbnail, str) and one.thumbnail])
