"""The app in a process of its own that types into forms until it is killed, and one that looks what is left of that.

Usage: python -m tests.helpers.killed_typing PROFILE-DIR type|look, with the demo and without a display. The first
prints again and again how many letters of the last title are on disk; the second prints what it sees, as JSON.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from joip_desktop.app import run_window
from joip_desktop.cli import WindowOptions
from joip_desktop.engine.places import Place
from joip_desktop.ui.main_window import MainWindow
from tests.helpers.window import until

ROOT: Final = Path(__file__).parents[2]
FIRST: Final = "Of the first, "
LETTER: Final = "x"


@contextmanager
def started(profile: Path, what: str) -> Iterator[subprocess.Popen[str]]:
    """The process; killed at the end if it has not ended by then."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.helpers.killed_typing", str(profile), what],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


async def _type(window: MainWindow) -> None:
    """A title in one form, another session, and a title there that never ends."""
    first, last = await _two_sessions(window)
    QTest.keyClicks(await _title(window, first), FIRST)
    field = await _title(window, last)
    field.clear()
    letters = 0
    while True:
        QTest.keyClicks(field, LETTER)
        letters += 1
        await until(lambda: _is_on_disk(window, last))  # nobody waits for it in the app
        sys.stdout.write(f"{letters}\n")
        sys.stdout.flush()


async def _look(window: MainWindow) -> None:
    first, last = await _two_sessions(window)
    told = {
        "first": (await _title(window, first)).text(),
        "last": (await _title(window, last)).text(),
        "unsaved": window.workspace.tally.count(Place.UNSAVED),
    }
    sys.stdout.write(json.dumps(told))


async def _two_sessions(window: MainWindow) -> list[int]:
    """Two of the list's sessions, the same ones in every run."""
    await until(lambda: window.workspace.refreshed_at is not None)
    await until(lambda: window.panel.model.rowCount() > 1)
    return sorted(session.id for session in window.workspace.library)[:2]


async def _title(window: MainWindow, session_id: int) -> QLineEdit:
    """The field for the title in the form of a session, chosen in the table."""
    row = window.panel.model.row_of(session_id)
    assert row is not None
    window.panel.table.selectRow(row)
    await until(lambda: window.editor.form.session_id == session_id)
    field = window.editor.form.rows["title"].editor.focus_widget
    assert isinstance(field, QLineEdit)
    return field


def _is_on_disk(window: MainWindow, session_id: int) -> bool:
    writer = window.workspace.drafts._writer
    return writer is not None and writer.is_on_disk(session_id)


if __name__ == "__main__":
    options = WindowOptions(demo=True, profile=Path(sys.argv[1]))
    run_window(options, on_window={"type": _type, "look": _look}[sys.argv[2]])
