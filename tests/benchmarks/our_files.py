"""A process of its own: the window exports a long list, tries to import it again, and counts it. Prints JSON.

Usage: python -m tests.benchmarks.our_files SERVER PROFILE-DIR, with JOIP_COOKIE set.
"""

from __future__ import annotations

import asyncio
import csv
import gc
import io
import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Final

from joip_desktop.app import run_window
from joip_desktop.cli import WindowOptions
from joip_desktop.engine.transfer.forms import Form
from joip_desktop.ui.transfer.export_dialog import Scope
from tests.helpers.memory import measured

from .our_stalls import StallWatch

if TYPE_CHECKING:
    from joip_desktop.ui.main_window import MainWindow

_PATIENCE: Final = 110.0


async def _until(condition: Callable[[], object]) -> None:
    while not condition():  # noqa: ASYNC110 - looks at widgets, which have no event to wait for
        await asyncio.sleep(0.001)


async def _measure(window: MainWindow, *, folder: Path, found: dict[str, float]) -> None:
    async with asyncio.timeout(_PATIENCE):
        await _until(lambda: window.workspace.refreshed_at is not None)
        await asyncio.sleep(3)  # for counts and the disk
        watch = StallWatch()
        for form in Form:
            await _form(window, form, folder / f"all.{form.value}", watch=watch, found=found)
        gc.collect()
        watch.take()
        begun = perf_counter()
        window.overview_desk.show()
        await _until(lambda: window.overview_desk.page.overview is not None)
        found["overview seconds"] = perf_counter() - begun
        await asyncio.sleep(0.3)  # for the charts to be painted
        found["overview stall"] = watch.take()
        window.overview_desk.leave()
        gc.collect()
        watch.take()
        begun = perf_counter()
        await window.workspace.backups.before("bench", 1_000)
        found["snapshot seconds"], found["snapshot stall"] = perf_counter() - begun, watch.take()
        watch.stop()


async def _form(window: MainWindow, form: Form, path: Path, *, watch: StallWatch, found: dict[str, float]) -> None:
    """Write and read, as the menu does."""
    desk, name = window.transfer_desk, form.value
    with measured() as peak:
        watch.take()  # what collecting the garbage took is not ours
        begun = perf_counter()
        desk.export(Scope.ALL, form, path)
        await _until(lambda: path.name in window.notice.label.text())
        found[f"{name} export seconds"] = perf_counter() - begun
    found[f"{name} export stall"], found[f"{name} export bytes"] = watch.take(), peak.mb * 2**20
    with measured() as peak:
        watch.take()
        begun = perf_counter()
        dialog = desk.open_import(path)
        await _until(lambda: dialog._found.findings)
        found[f"{name} import seconds"] = perf_counter() - begun
    found[f"{name} import stall"], found[f"{name} import bytes"] = watch.take(), peak.mb * 2**20
    found[f"{name} changes"] = sum(1 for _ in dialog._found.changes())
    dialog.reject()
    await asyncio.sleep(0.5)


def _plain(folder: Path, found: dict[str, float]) -> None:
    """The same files by the standard library alone, in one go, with everything in memory."""
    for form in Form:
        data = (folder / f"all.{form.value}").read_bytes()
        text = data.decode("utf-8-sig")
        found[f"{form.value} file bytes"] = len(data)
        begun = perf_counter()
        rows = _read(form, text)
        read = perf_counter()
        _write(form, rows)
        found[f"{form.value} plain read"], found[f"{form.value} plain write"] = read - begun, perf_counter() - read


def _read(form: Form, text: str) -> list[dict[str, object]]:
    match form:
        case Form.CSV:
            return [dict(row) for row in csv.DictReader(io.StringIO(text, newline=""))]
        case Form.JSON:
            rows: list[dict[str, object]] = json.loads(text)
            return rows
        case Form.JSON_LINES:
            return [json.loads(line) for line in text.rstrip("\n").split("\n")]


def _write(form: Form, rows: list[dict[str, object]]) -> str:
    match form:
        case Form.CSV:
            written = io.StringIO(newline="")
            table = csv.DictWriter(written, rows[0].keys())
            table.writeheader()
            table.writerows(rows)
            return written.getvalue()
        case Form.JSON:
            return json.dumps(rows, ensure_ascii=False)
        case Form.JSON_LINES:
            return "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)


def _main(server: str, profile: Path) -> None:
    found: dict[str, float] = {}
    options = WindowOptions(server=server, profile=profile, appearance="light")
    run_window(options, on_window=partial(_measure, folder=profile, found=found))
    _plain(profile, found)
    found["snapshot bytes"] = sum(file.stat().st_size for file in profile.rglob("*.jsonl.gz"))
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    _main(sys.argv[1], Path(sys.argv[2]))
