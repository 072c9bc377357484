"""A process of its own: the window reads a long list, twice and in a second run from the disk. Prints JSON.

Usage: python -m tests.benchmarks.our_loading SERVER PROFILE-DIR, with JOIP_COOKIE set.
"""

from __future__ import annotations

import asyncio
import gc
import json
import sys
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Final
from urllib.request import urlopen

from joip_desktop.api.budget import TokenBudget
from joip_desktop.api.decode import decode_list
from joip_desktop.app import run_window
from joip_desktop.cli import WindowOptions
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.sessions.model import SessionTableModel
from joip_desktop.ui.sessions.selection import SessionSelection
from joip_desktop.ui.sessions.table_view import SessionTable
from tests.helpers.fakes import FakeApi

from .our_stalls import StallWatch

if TYPE_CHECKING:
    from joip_desktop.ui.main_window import MainWindow

_PATIENCE: Final = 110.0
_AFTERMATH: Final = 3.0
"""Seconds in which counts, the disk and the garbage collector may still be at work."""


async def _first_run(window: MainWindow, *, found: dict[str, float]) -> None:
    workspace = window.workspace
    watch = StallWatch()
    begun = perf_counter()
    async with asyncio.timeout(_PATIENCE):
        while window.panel.model.rowCount() == 0:  # noqa: ASYNC110 - the model has no event to wait for
            await asyncio.sleep(0.001)
        found["seconds"] = perf_counter() - begun
        await asyncio.sleep(_AFTERMATH)
        found["first"] = watch.take()
        before = workspace.refreshed_at
        window.refresh()
        while workspace.refreshed_at == before:  # noqa: ASYNC110 - nor has the workspace
            await asyncio.sleep(0.001)
        await asyncio.sleep(_AFTERMATH)
        found["again"] = watch.take()
    watch.stop()


async def _second_run(window: MainWindow, *, found: dict[str, float]) -> None:
    watch = StallWatch()
    async with asyncio.timeout(_PATIENCE):
        while window.panel.model.rowCount() == 0:  # noqa: ASYNC110 - the model has no event to wait for
            await asyncio.sleep(0.001)
        found["stored"] = watch.take()
    watch.stop()


def _blocking(body: bytes) -> float:
    """Seconds of one go: everything that has to be done between the bytes and the rows."""
    workspace = Workspace(api=FakeApi.holding(()), budget=TokenBudget())
    model = SessionTableModel(workspace)
    table = SessionTable(model, SessionSelection(model))
    table.show()
    begun = perf_counter()
    workspace.library.load(decode_list(body, content_type="application/json").sessions)
    workspace.tally.catch_up()
    taken = perf_counter() - begun
    table.close()
    return taken


def _main(server: str, profile: Path) -> None:
    found: dict[str, float] = {}
    for run in (_first_run, _second_run):
        options = WindowOptions(server=server, profile=profile, appearance="light")
        run_window(options, on_window=partial(run, found=found))
    with urlopen(f"{server}/api/sessions") as answer:
        body = answer.read()
    gc.collect()
    gc.disable()
    found["blocking"] = _blocking(body)
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    _main(sys.argv[1], Path(sys.argv[2]))
