"""When a main window has first been painted, and when the list in it has."""

from __future__ import annotations

import asyncio
from time import perf_counter

from PySide6.QtCore import QEvent, QObject, QTimer

from joip_desktop.ui.main_window import MainWindow


class PaintWatch(QObject):
    """Looks at the paint events of the table; a paint is over one turn of the event loop later."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self.shown, self.listed = asyncio.Event(), asyncio.Event()
        self.shown_at = self.listed_at = 0.0
        self._model = window.panel.model
        self._viewport = window.panel.table.viewport()
        self._viewport.installEventFilter(self)
        if window.windowHandle().isExposed():  # exposing paints, so that has been done
            self._on_painted(self._model.rowCount())

    def stop(self) -> None:
        """Look no longer."""
        self._viewport.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note a paint event, and let it pass."""
        if event.type() is QEvent.Type.Paint:
            rows = self._model.rowCount()
            QTimer.singleShot(0, lambda: self._on_painted(rows))
        return super().eventFilter(watched, event)

    def _on_painted(self, rows: int) -> None:
        now = perf_counter()
        if not self.shown.is_set():
            self.shown_at = now
            self.shown.set()
        if rows and not self.listed.is_set():
            self.listed_at = now
            self.listed.set()
