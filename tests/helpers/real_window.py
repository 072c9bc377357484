"""Runs the app in a window of its own process and keeps telling, in a file, where things are on the screen.

Usage: python -m tests.helpers.real_window FILE SERVER PROFILE-DIR, with JOIP_COOKIE set.
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from joip_desktop.app import run_window
from joip_desktop.cli import WindowOptions
from joip_desktop.ui.main_window import MainWindow
from joip_desktop.ui.sessions.columns import STAR, TITLE


def _centre(widget: QWidget) -> list[int]:
    point = widget.mapToGlobal(widget.rect().center())
    return [point.x(), point.y()]


def _cell(window: MainWindow, row: int, column: int) -> list[int]:
    table = window.panel.table
    point = table.viewport().mapToGlobal(QPoint(table.visualRect(window.panel.model.index(row, column)).center()))
    return [point.x(), point.y()]


def _picture(window: MainWindow) -> dict[str, object]:
    form, table = window.editor.form, window.panel.table
    visible = [
        row
        for row in range(min(60, window.panel.model.rowCount()))
        if table.viewport().rect().contains(table.visualRect(window.panel.model.index(row, TITLE)))
    ]
    job, dialog = window.strip.job, QApplication.activeModalWidget()
    return {
        "loaded": window.workspace.refreshed_at is not None,
        "active": window.isActiveWindow(),
        "rows": {str(row): window.panel.model.session(row).id for row in visible},
        "stars": {str(row): _cell(window, row, STAR) for row in visible},
        "titles": {str(row): _cell(window, row, TITLE) for row in visible},
        "selected": window.panel.selection.count(),
        "shown": form.session_id,
        "fields": {name: _centre(row.editor.focus_widget) for name, row in form.rows.items()},
        "save": _centre(form.save_button),
        "save_text": form.save_button.text(),
        "dialog": "" if dialog is None else dialog.windowTitle(),
        "waiting": len(window.workspace.outbox),
        "job": None if job is None else job.summary(),
    }


async def _tell(window: MainWindow, file: Path) -> None:
    over = asyncio.Event()
    window.closed.connect(over.set)
    while not over.is_set():
        temporary = file.with_suffix(".new")
        temporary.write_text(json.dumps(_picture(window)))
        temporary.replace(file)
        await asyncio.sleep(0.1)


if __name__ == "__main__":
    told, server, profile = sys.argv[1:]
    options = WindowOptions(server=server, profile=Path(profile))
    raise SystemExit(run_window(options, on_window=lambda window: _tell(window, Path(told))))
