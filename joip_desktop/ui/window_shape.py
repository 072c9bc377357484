"""The window's shape between runs: geometry, column widths, in Qt's own form as text in the settings."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QSplitter, QTableView

from joip_desktop.storage.settings import Settings

DEFAULT_SIZE = (1280, 800)
_FRAME = QSize(16, 48)
"""What a window manager may put around the window."""


def remember(settings: Settings, window: QMainWindow, splitter: QSplitter, table: QTableView) -> None:
    """Put the shape into the settings."""
    settings.window_geometry = _packed(window.saveGeometry())
    settings.splitter_state = _packed(splitter.saveState())
    header = table.horizontalHeader()
    settings.table_state = f"{header.count()}:{_packed(header.saveState())}"


def restore(settings: Settings, window: QMainWindow, splitter: QSplitter, table: QTableView) -> None:
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
    header = table.horizontalHeader()
    columns, _, state = settings.table_state.partition(":")
    if columns == str(header.count()) and header.restoreState(_unpacked(state)):
        table.sortByColumn(header.sortIndicatorSection(), Qt.SortOrder(header.sortIndicatorOrder()))


def _packed(state: QByteArray) -> str:
    return bytes(state.toBase64().data()).decode("ascii")


def _unpacked(text: str) -> QByteArray:
    return QByteArray.fromBase64(text.encode("utf-8"))
