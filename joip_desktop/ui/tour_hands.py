"""The hands and eyes of the tour: the mouse and the keyboard of a test, and pictures."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from joip_desktop.domain.errors import StorageError
from joip_desktop.domain.say import say
from joip_desktop.domain.session import Session
from joip_desktop.ui.main_window import MainWindow

_PATIENCE = 60.0
"""Seconds before a step that does not come about counts as failed."""

_WHILE = 0.3
"""Seconds in which a dialog works out what it shows."""


class Hands:
    """What a person does with the window, and sees of it."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self.window = window
        self.workspace = window.workspace
        self.table = window.panel.table
        self.folder = folder

    async def see_dialog(self, kind: type[QDialog], name: str) -> None:
        """Take a picture of a dialog and leave it."""
        await until(lambda: any(dialog.isVisible() for dialog in self.window.findChildren(kind)))
        await asyncio.sleep(_WHILE)
        dialog = self.window.findChildren(kind)[0]
        grab(dialog, self.folder / f"{name}.png")
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        await until(lambda: not self.window.findChildren(kind))
        self.window.activateWindow()  # as a window manager does; the offscreen platform has none
        await settle()

    def rows(self) -> int:
        """How many rows the list has."""
        return self.window.panel.model.rowCount()

    def session(self, row: int) -> Session:
        """What a row shows."""
        return self.window.panel.model.session(row)

    def server_value(self, session_id: int, name: str) -> object:
        """What the server said last of a field."""
        session = self.workspace.library.server(session_id)
        return None if session is None else session.value(name)

    async def sent(self) -> None:
        """Wait until nothing waits any more."""
        await settle()
        await until(lambda: not len(self.workspace.outbox))

    def click(self, row: int, column: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Click a cell of the table."""
        index = self.window.panel.model.index(row, column)
        self.table.scrollTo(index)
        where = self.table.visualRect(index).center()
        QTest.mouseClick(self.table.viewport(), Qt.MouseButton.LeftButton, keys, QPoint(where))

    def type(self, widget: QWidget, text: str) -> None:
        """Replace what is in a widget."""
        widget.setFocus()
        QTest.keySequence(widget, QKeySequence(QKeySequence.StandardKey.SelectAll))
        QTest.keyClicks(widget, text)

    def picture(self, name: str) -> None:
        """Take a picture of the window."""
        grab(self.window, self.folder / f"{name}.png")


async def until(condition: Callable[[], bool]) -> None:
    """Wait for something to come true."""
    async with asyncio.timeout(_PATIENCE):
        while not condition():  # noqa: ASYNC110 - looks at widgets too, which have no event to wait for
            await asyncio.sleep(0.02)


async def settle() -> None:
    """Let Qt lay out and paint what has just been asked for."""
    for _ in range(5):
        await asyncio.sleep(0.01)


def grab(window: QWidget, file: Path) -> None:
    """Take a picture of a window.

    Raises:
        StorageError: the file can't be written.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        told = say("The folder {folder} can't be made ({why}).", folder=file.parent, why=error.strerror)
        raise StorageError(told) from error
    if not window.grab().save(str(file)):
        told = say("The picture {file} can't be written.", file=file)
        raise StorageError(told, next_step=say("Its name has to end in .png."))


def tell(line: str) -> None:
    """A line for the terminal, where there is one: a program with a window of its own has none on Windows."""
    if sys.stdout is None:
        return
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
