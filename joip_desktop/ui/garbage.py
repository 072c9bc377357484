"""Cyclic garbage is collected in the window's own thread, because Qt objects must not be destroyed in another."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_TICK_MS = 250
"""Often, so that there is little to look through: after five seconds of sending it held the window up for 20 ms."""

_OLDEST = 2

_MANY = 5_000
_VERY_MANY = 20_000
"""Objects that are new since the last look. So many at once are what was read, a list of sessions, and no garbage:
many are looked through once, and then no more; very many not even once."""


class UiThreadCollector(QObject):
    """Takes the collector's place while it lives.

    Python collects in whichever thread happens to allocate; with the demo server's thread at work that destroyed
    widgets there ("Timers cannot be stopped from another thread", measured), which may crash.
    """

    def __init__(self) -> None:
        super().__init__()
        gc.disable()
        gc.freeze()  # what is there by now stays to the end; no tick needs to look through it
        self._passed_over = False
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._collect_what_is_due)
        self._timer.start()

    def close(self) -> None:
        """Hand back to Python's own collector, with nothing left over that another thread could find."""
        self._timer.stop()
        if self._passed_over:
            gc.unfreeze()
        gc.collect()
        gc.unfreeze()
        gc.enable()

    def _collect_what_is_due(self) -> None:
        """The oldest generation whose threshold is passed, as Python itself would.

        What outlives a collection of the oldest is not looked at again until the end: sessions and results by the
        thousand live long and are in no cycle, and looking through them all would hold the window up: 70 ms for 100,000
        sessions that have just been read, so these are not looked at even once.
        """
        new = gc.get_count()[0]
        if new > _VERY_MANY:
            self._passed_over = True
            gc.freeze()
            return
        for generation in (2, 1, 0):
            threshold = gc.get_threshold()[generation]
            if threshold and gc.get_count()[generation] > threshold:
                gc.collect(generation)
                if generation == _OLDEST or new > _MANY:
                    gc.freeze()
                return
