"""The window's shape between runs: geometry, columns, sorting, in Qt's own form as text in the settings."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QSize, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QSplitter

from joip_desktop.storage.settings import Settings
from joip_desktop.ui.sessions.columns import COLUMNS
from joip_desktop.ui.sessions.table_view import SessionTable

DEFAULT_SIZE = (1280, 800)
_SETTLED = 2000
"""Milliseconds without another change."""

_FRAME = QSize(16, 48)
"""What a window manager may put around the window."""


def remember(settings: Settings, window: QMainWindow, splitter: QSplitter, table: SessionTable) -> None:
    """Put the shape into the settings."""
    settings.window_geometry = _packed(window.saveGeometry())
    settings.splitter_state = _packed(splitter.saveState())
    settings.table_state = f"{_columns()}:{_packed(table.horizontalHeader().saveState())}"
    settings.sorting = list(table.sorting)


def keep(
    settings: Settings, window: QMainWindow, splitter: QSplitter, table: SessionTable, *, then: Callable[[], object]
) -> None:
    """Put the shape into the settings whenever somebody has changed it, and call `then`; the app may be killed."""
    timer = QTimer(window)
    timer.setSingleShot(True)
    timer.setInterval(_SETTLED)

    def put() -> None:
        remember(settings, window, splitter, table)
        then()

    timer.timeout.connect(put)
    table.shape_changed.connect(timer.start)
    splitter.splitterMoved.connect(timer.start)


def restore(settings: Settings, window: QMainWindow, splitter: QSplitter, table: SessionTable) -> None:
    """Give the window the shape that the settings hold, or the usual one; states of other versions are ignored."""
    size = QSize(*DEFAULT_SIZE)
    if QGuiApplication.platformName() != "offscreen":  # whose screen is not one that anybody looks at
        size = size.boundedTo(window.screen().availableGeometry().size() - _FRAME)
    window.resize(size)
    splitter.setSizes([180, 720, 380])
    if settings.window_geometry:
        window.restoreGeometry(_unpacked(settings.window_geometry))
    if settings.splitter_state:
        splitter.restoreState(_unpacked(settings.splitter_state))
    columns, _, state = settings.table_state.partition(":")
    if columns == _columns():
        table.has_chosen_columns = table.horizontalHeader().restoreState(_unpacked(state))
    names = {column.name for column in COLUMNS}
    known = [level for level in settings.sorting if level.removeprefix("-") in names]
    table.sort_by(known or table.sorting)  # in any case, as the header's state has an arrow of its own


def _columns() -> str:
    """What the columns of a state are: one of another version may have others in these places."""
    return ",".join(column.name for column in COLUMNS)


def _packed(state: QByteArray) -> str:
    return bytes(state.toBase64().data()).decode("ascii")


def _unpacked(text: str) -> QByteArray:
    return QByteArray.fromBase64(text.encode("utf-8"))
