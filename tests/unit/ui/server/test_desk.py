"""What people do with the demo's server, from the window."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QMessageBox

from joip_desktop.domain.errors import StorageError
from joip_desktop.storage.settings import Appearance
from joip_desktop.ui.actions import ActionId
from joip_desktop.ui.server.desk import ServerDesk
from joip_desktop.ui.server.server_panel import ServerPanel
from joip_desktop.ui.tasks import Tasks
from tests.helpers.demo_server import FakeDemoServer
from tests.helpers.examples import appearance_of
from tests.helpers.window import settle

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@dataclass
class Scene:
    server: FakeDemoServer
    tasks: Tasks
    window: QMainWindow
    desk: ServerDesk = field(init=False)
    told: list[str] = field(default_factory=list)
    refreshed: int = 0
    selected: list[int] = field(default_factory=list)

    @property
    def panel(self) -> ServerPanel:
        assert self.desk.panel is not None
        return self.desk.panel

    def refresh(self) -> None:
        self.refreshed += 1

    async def answer(self, text: str) -> None:
        await settle()
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        button = next(button for button in box.buttons() if button.text() == text)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        await settle()


@asynccontextmanager
async def scene() -> AsyncIterator[Scene]:
    window, server = QMainWindow(), FakeDemoServer()
    errors: list[BaseException] = []
    tasks = Tasks(errors.append)
    with appearance_of(Appearance.LIGHT) as theme:
        made = Scene(server, tasks, window)
        made.desk = ServerDesk(
            server,
            window=window,
            tasks=tasks,
            theme=theme,
            notify=made.told.append,
            selected=lambda: made.selected,
            refresh=made.refresh,
        )
        window.resize(1200, 600)
        window.show()
        made.desk.toggle()
        try:
            yield made
        finally:
            await tasks.close()
            window.close()
            window.deleteLater()
    assert errors == []


@pytest.fixture(autouse=True)
def _clipboard() -> Iterator[None]:
    QGuiApplication.clipboard().setText("")
    yield
    QGuiApplication.clipboard().setText("")


async def test_without_a_server_of_our_own_there_is_no_panel() -> None:
    window = QMainWindow()
    with appearance_of(Appearance.LIGHT) as theme:
        desk = ServerDesk(
            None, window=window, tasks=Tasks(print), theme=theme, notify=print, selected=list, refresh=print
        )
        action = QAction(window)
        desk.follow_with({ActionId.SERVER: action})
        assert not action.isVisible()
        desk.toggle()
        assert desk.panel is None
    window.deleteLater()


async def test_address_and_cookie_are_copied() -> None:
    async with scene() as at:
        at.panel.address_button.click()
        assert QGuiApplication.clipboard().text() == "http://127.0.0.1:8123"
        at.panel.cookie_button.click()
        assert QGuiApplication.clipboard().text() == "zzcookie"


async def test_it_is_stopped_and_started_and_the_list_is_read_again() -> None:
    async with scene() as at:
        at.server.let_go = asyncio.Event()
        at.panel.start_button.click()
        await settle()
        assert not at.panel.start_button.isEnabled()
        at.server.let_go.set()
        await settle()
        assert at.panel.start_button.text() == "Start"
        assert at.refreshed == 0
        at.panel.start_button.click()
        await settle()
        assert (at.server.asked, at.refreshed, at.panel.start_button.text()) == (["stop", "start"], 1, "Stop")


async def test_a_start_that_fails_is_said_and_can_be_tried_again() -> None:
    async with scene() as at:
        at.server.is_running, at.server.error = False, StorageError("Port 8123 is used by another program.")
        at.panel.look()
        at.panel.start_button.click()
        await settle()
        assert at.told == ["Port 8123 is used by another program."]
        assert (at.refreshed, at.panel.start_button.text(), at.panel.start_button.isEnabled()) == (0, "Start", True)


async def test_what_has_begun_is_waited_for_when_the_window_closes() -> None:
    async with scene() as at:
        at.server.is_running, at.server.let_go = False, asyncio.Event()
        at.panel.look()
        at.panel.start_button.click()
        await settle()
        closing = asyncio.ensure_future(at.tasks.close())
        await settle()
        assert not closing.done()
        at.server.let_go.set()
        await closing
        assert at.server.is_running


@pytest.mark.parametrize("many", [False, True])
async def test_new_data_are_asked_about_first(many: bool) -> None:
    async with scene() as at:
        button = at.panel.many_button if many else at.panel.reset_button
        button.click()
        await at.answer("Keep as it is")
        assert at.server.asked == []
        button.click()
        await at.answer("Make new data")
        assert at.server.asked == [("reset", 10_000 if many else None)]
        assert at.told == [f"The demo has {'10,000' if many else '300'} new sessions."]
        assert at.refreshed == 1


@pytest.mark.parametrize(
    ("knows", "told"),
    [
        (True, "Another device has changed the title. Refresh, or edit the session, to meet the change."),
        (False, "The server has no such session."),
    ],
)
async def test_another_device_edits_the_selected_session(knows: bool, told: str) -> None:
    async with scene() as at:
        at.server.knows_sessions = knows
        assert not at.panel.edit_button.isEnabled()
        at.selected = [7]
        at.desk.show_selection()
        at.panel.edit_button.click()
        at.selected = [8]
        await settle()
        assert at.server.asked == [("edit", 7)]
        assert at.told == [told]
