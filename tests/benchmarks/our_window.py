"""A process of its own: the app's main window on the embedded demo server. Prints what it measured as JSON."""

from time import perf_counter, process_time  # before all else: the clock starts with the first line

_STARTED = perf_counter()

import asyncio  # noqa: E402
import json  # noqa: E402
import sys  # noqa: E402
from functools import partial  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import TYPE_CHECKING  # noqa: E402

from joip_desktop.app import run_window  # noqa: E402
from joip_desktop.cli import WindowOptions  # noqa: E402

if TYPE_CHECKING:
    from joip_desktop.ui.main_window import MainWindow

_PATIENCE = 60.0

_SETTLING = 7.0
"""Seconds; the first tick of the app's own garbage collection (27 ms, once) belongs to the start, not to idling."""


async def _measure(window: "MainWindow", *, idle: float, found: dict[str, float]) -> None:
    """The moments when the window and then its list have been painted, and what it costs at rest."""
    from .paint_watch import PaintWatch  # noqa: PLC0415 - the app itself decides when Qt is loaded

    async with asyncio.timeout(_PATIENCE):
        watch = PaintWatch(window)
        await watch.shown.wait()
        found["shown"] = watch.shown_at - _STARTED
        await watch.listed.wait()
        found["listed"] = watch.listed_at - _STARTED
    watch.stop()
    if window.workspace.trouble is not None:
        raise RuntimeError(f"the demo is in trouble: {window.workspace.trouble}")
    if idle:
        await asyncio.sleep(_SETTLING)
        cpu, start = process_time(), perf_counter()
        await asyncio.sleep(idle)
        found["idle"] = (process_time() - cpu) / (perf_counter() - start)


def _main(idle: float, profile: Path) -> None:
    found = {"started": _STARTED}
    options = WindowOptions(demo=True, profile=profile, appearance="light")
    run_window(options, on_window=partial(_measure, idle=idle, found=found))
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    _main(float(sys.argv[1]), Path(sys.argv[2]))
