"""The app in a process of its own that types into forms until it is killed, and one that looks what is left of that.

Usage: python -m tests.helpers.killed_typing PROFILE-DIR type|look|type-for-several|look-for-several, with the demo and
without a display. Those that type print again and again how many letters of the last title are on disk; those that look
print what they see, as JSON.
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
SEVERAL: Final = 12


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


async def _type_for_several(window: MainWindow) -> None:
    """A title for several sessions that never ends."""
    await _two_sessions(window)
    window.panel.selection.select_sessions(_several(window))
    form = window.editor.several
    field = form.rows["title"].editor.focus_widget
    letters = 0
    while True:
        QTest.keyClicks(field, LETTER)
        letters += 1
        await until(lambda: _are_on_disk(window))
        sys.stdout.write(f"{letters}\n")
        sys.stdout.flush()


async def _look_for_several(window: MainWindow) -> None:
    """What the sidebar tells, and what the form shows after one click there."""
    await _two_sessions(window)
    (group,) = window.workspace.drafts.several.groups
    window.sidebar.choose(Place.unsaved_group(group.number))
    form = window.editor.several
    await until(lambda: form.session_ids)
    title = form.rows["title"].editor.focus_widget
    assert isinstance(title, QLineEdit)
    told = {
        "title": title.text(),
        "same": sorted(form.session_ids) == _several(window),
        "unsaved": window.workspace.tally.count(Place.UNSAVED),
    }
    sys.stdout.write(json.dumps(told))


def _several(window: MainWindow) -> list[int]:
    """Some of the list's sessions, the same ones in every run."""
    return sorted(session.id for session in window.workspace.library)[:SEVERAL]


def _are_on_disk(window: MainWindow) -> bool:
    several = window.workspace.drafts.several
    writer = several._writer
    return writer is not None and all(writer.is_on_disk(group.number) for group in several.groups)


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
    errands = {
        "type": _type,
        "look": _look,
        "type-for-several": _type_for_several,
        "look-for-several": _look_for_several,
    }
    run_window(options, on_window=errands[sys.argv[2]])
