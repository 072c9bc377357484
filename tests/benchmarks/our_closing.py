"""A process of its own: the window closes, with requests in flight or without. Prints how long that took as JSON.

Usage: python -m tests.benchmarks.our_closing SERVER PROFILE-DIR REQUESTS, with JOIP_COOKIE set.
"""

from __future__ import annotations

import asyncio
import json
import sys
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QDialog

from joip_desktop.app import run_window
from joip_desktop.cli import WindowOptions

if TYPE_CHECKING:
    from joip_desktop.ui.main_window import MainWindow

_PATIENCE = 60.0


async def _until_in_flight(window: MainWindow, *, requests: int, found: dict[str, float]) -> None:
    """Ends, and so closes the window, when that many requests are on their way."""
    async with asyncio.timeout(_PATIENCE):
        while window.workspace.refreshed_at is None:  # noqa: ASYNC110 - the workspace has no event to wait for
            await asyncio.sleep(0.01)
        if requests:
            window.panel.table.selectAll()
            window.toggle_favourite()
            while not isinstance(dialog := QApplication.activeModalWidget(), QDialog):  # noqa: ASYNC110 - nor has Qt
                await asyncio.sleep(0.01)
            dialog.accept()
        while window.workspace.outbox.sending < requests:  # noqa: ASYNC110 - nor has the outbox
            await asyncio.sleep(0.01)
    found["closing"] = -perf_counter()


def _main(server: str, profile: Path, requests: int) -> None:
    found: dict[str, float] = {}
    options = WindowOptions(server=server, profile=profile, appearance="light")
    run_window(options, on_window=partial(_until_in_flight, requests=requests, found=found))
    found["closing"] += perf_counter()
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    _main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
