"""A real main window on a real mock server, over HTTP, for tests that use it as a person would."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from joip_desktop.api.budget import TokenBudget
from joip_desktop.api.client import JoipClient, Timeouts
from joip_desktop.api.origin import Origin
from joip_desktop.demo_server import EmbeddedServer
from joip_desktop.domain.account import SecretCookie
from joip_desktop.domain.session import Session
from joip_desktop.engine.workspace import Workspace
from joip_desktop.mock import MockServer
from joip_desktop.storage.account import AccountStorage
from joip_desktop.storage.folders import Folders
from joip_desktop.storage.settings import Appearance, Settings
from joip_desktop.ui.garbage import UiThreadCollector
from joip_desktop.ui.jobs.plan_dialog import PlanDialog
from joip_desktop.ui.main_window import MainWindow
from joip_desktop.ui.sessions.columns import TITLE
from joip_desktop.ui.tasks import Tasks
from joip_desktop.ui.theme import Theme
from tests.helpers.sign_in import connection_to


async def until(condition: Callable[[], object], *, seconds: float = 15) -> None:
    """Wait for something to come true; a generous guard against hanging, no timing assertion."""
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110 - looks at widgets and at the server, which have no event to wait for
            await asyncio.sleep(0.005)


async def settle() -> None:
    """Let Qt deliver what is posted."""
    for _ in range(4):
        await asyncio.sleep(0.005)


@dataclass
class Person:
    """What a person does with the window, and what can be seen of it."""

    window: MainWindow
    server: MockServer | None
    client: JoipClient
    errors: list[BaseException] = field(default_factory=list)

    # --- hands ------------------------------------------------------------------------------------------------------

    def click(self, row: int, column: int = TITLE, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Click a cell of the table."""
        table = self.window.panel.table
        index = self.window.panel.model.index(row, column)
        table.scrollTo(index)
        where = QPoint(table.visualRect(index).center())
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, keys, where)

    def press(self, keys: str, widget: QWidget | None = None) -> None:
        """Press a key combination, in the table or in another widget."""
        QTest.keySequence(widget or self.window.panel.table, QKeySequence(keys))

    def type_into(self, widget: QWidget, text: str) -> None:
        """Replace what is in a widget by typing."""
        widget.setFocus()
        QTest.keySequence(widget, QKeySequence(QKeySequence.StandardKey.SelectAll))
        if text:
            QTest.keyClicks(widget, text)
        else:
            QTest.keyClick(widget, Qt.Key.Key_Delete)

    def field(self, name: str) -> QWidget:
        """The widget that edits a field."""
        return self.window.editor.form.rows[name].editor.focus_widget

    async def select(self, session_id: int) -> None:
        """Click the row of a session, and wait for its form."""
        row = self.window.panel.model.row_of(session_id)
        assert row is not None, f"session {session_id} is not shown"
        self.click(row)
        await settle()

    async def agree(self) -> None:
        """Accept the plan that is shown before anything is sent."""
        await until(lambda: isinstance(QApplication.activeModalWidget(), PlanDialog))
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        await settle()
        self.window.activateWindow()  # as a window manager does; the offscreen platform has none
        await settle()

    async def favourite(self, session_ids: Sequence[int], *, favourite: bool | None = None) -> None:
        """Star sessions from the window; for several of them the plan is accepted."""
        self.window.desk.favourite(session_ids, favourite=favourite)
        await (self.agree() if len(session_ids) > 1 else settle())

    async def sent(self) -> None:
        """Wait until nothing waits to be sent."""
        await settle()
        await until(lambda: not self.workspace.outbox.waiting)
        await settle()

    # --- eyes -------------------------------------------------------------------------------------------------------

    @property
    def workspace(self) -> Workspace:
        return self.window.workspace

    def session(self, row: int) -> Session:
        """The session in a row of the table."""
        return self.window.panel.model.session(row)

    def counted(self, place: str) -> str:
        """What the sidebar says of a place: "Failed, 1 session"."""
        sidebar = self.window.sidebar
        item = next(item for row in range(sidebar.count()) if (item := sidebar.item(row)).text() == place)
        return str(item.data(Qt.ItemDataRole.AccessibleTextRole))

    def patches(self) -> list[tuple[int, dict[str, object]]]:
        """The (session, body) of every PATCH that the server has received, in order."""
        assert self.server is not None
        return [
            (int(request.path.rsplit("/", 1)[1]), json.loads(request.body))
            for request in self.server.requests
            if request.method == "PATCH"
        ]

    def requests(self) -> Sequence[tuple[str, str]]:
        """Method and path of every API request that the server has received."""
        assert self.server is not None
        return [(one.method, one.path) for one in self.server.requests if one.path.startswith("/api/")]


@asynccontextmanager
async def opened(
    server: MockServer | None,
    *,
    origin: str = "",
    cookie: str | None = None,
    timeouts: Timeouts | None = None,
    wait_for_list: bool = True,
    profile: Path | None = None,
) -> AsyncIterator[Person]:
    """Open a window on a server; close everything at the end, and fail for errors that nobody expected.

    With a profile, changes and the list outlive the window, as in the app; without one, they live in memory.
    """
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    collector = UiThreadCollector()  # as in the app
    address = origin or (server.origin if server else "")
    secret = cookie if cookie is not None else (server.cookie if server else "")
    budget = TokenBudget()
    demo = None if server is None else EmbeddedServer(server)
    connection = connection_to(address, label="Test", demo=demo)
    client = JoipClient(
        Origin.parse(address),
        budget=budget,
        cookie=SecretCookie(secret) if secret else None,
        timeouts=timeouts,
        on_exchange=connection.traffic.add,
    )
    storage = None if profile is None else AccountStorage.of(Folders.of(profile), "account")
    if storage is None:
        workspace = Workspace(api=client, budget=budget)
    else:
        workspace = Workspace(
            api=client,
            budget=budget,
            journal=storage.ledger,
            memory=storage.last_list,
            draft_store=storage.drafts,
            snapshots=storage.snapshots,
        )
        workspace.restore(storage.ledger.load(), storage.drafts.load(), storage.drafts.load_groups())
        if (kept := await storage.last_list.load()) is not None:
            await workspace.restore_list(kept)
    errors: list[BaseException] = []
    tasks = Tasks(errors.append)
    theme = Theme(app, Appearance.LIGHT)
    window = MainWindow(workspace=workspace, tasks=tasks, theme=theme, settings=Settings(), connection=connection)
    window.resize(1280, 800)
    window.show()
    person = Person(window, server, client, errors)
    tasks.spawn(workspace.run(), name="sender")
    window.refresh()
    try:
        if wait_for_list:
            await until(lambda: workspace.refreshed_at is not None)
            await settle()
        yield person
    finally:
        window.hide()
        await tasks.close()
        if demo is not None:
            demo.close()
        await workspace.outbox.flush()
        await workspace.drafts.flush()
        await client.aclose()
        if storage is not None:
            await storage.close()
        window.close_listening()
        theme.close()
        window.deleteLater()
        await settle()
        collector.close()
    assert not errors, f"tasks failed: {errors}"
