"""A process of its own: 2,000 changes are queued and sent from the window. Prints the loop's longest stalls as JSON.

Usage: python -m tests.benchmarks.our_stalls SERVER PROFILE-DIR, with JOIP_COOKIE set.
"""

from __future__ import annotations

import asyncio
import json
import sys
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from joip_desktop.app import run_window
from joip_desktop.cli import WindowOptions

if TYPE_CHECKING:
    from joip_desktop.ui.main_window import MainWindow

_PATIENCE: Final = 110.0
_TICK_MS: Final = 1


class StallWatch(QObject):
    """A timer that ticks every millisecond; a gap between two ticks is time in which the loop did nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self._last = perf_counter()
        self.longest = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(_TICK_MS)

    def take(self) -> float:
        """The longest gap since the last call, in seconds, less the tick itself."""
        longest, self.longest = self.longest, 0.0
        return max(0.0, longest - _TICK_MS / 1000)

    def stop(self) -> None:
        """Tick no longer."""
        self._timer.stop()

    def _tick(self) -> None:
        now = perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now


async def _measure(window: MainWindow, *, found: dict[str, float]) -> None:
    async with asyncio.timeout(_PATIENCE):
        while window.workspace.refreshed_at is None:  # noqa: ASYNC110 - the workspace has no event to wait for
            await asyncio.sleep(0.01)
        window.panel.table.selectAll()
        await asyncio.sleep(1.0)
        watch = StallWatch()
        await asyncio.sleep(0.5)
        found["idle"] = watch.take()
        window.toggle_favourite()
        while not isinstance(dialog := QApplication.activeModalWidget(), QDialog):  # noqa: ASYNC110 - nor has Qt
            await asyncio.sleep(0.001)
        await asyncio.sleep(0.1)
        found["planned"] = watch.take()
        dialog.accept()
        while window.workspace.outbox.waiting < len(window.workspace.library) // 2:  # noqa: ASYNC110 - nor the outbox
            await asyncio.sleep(0.001)
        found["queued"] = watch.take()
        started = perf_counter()
        while len(window.workspace.outbox):  # noqa: ASYNC110 - nor the outbox
            await asyncio.sleep(0.01)
        found["sent"] = watch.take()
        found["seconds"] = perf_counter() - started
        watch.stop()


def _main(server: str, profile: Path) -> None:
    found: dict[str, float] = {}
    options = WindowOptions(server=server, profile=profile, appearance="light")
    run_window(options, on_window=partial(_measure, found=found))
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    _main(sys.argv[1], Path(sys.argv[2]))
