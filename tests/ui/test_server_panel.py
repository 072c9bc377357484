"""The demo's server in the window: stopped and started, with other data, and with another device at work."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from joip_desktop.mock import MockServer
from joip_desktop.ui.actions import ActionId
from joip_desktop.ui.server.fault_choices import FAULTS
from joip_desktop.ui.server.server_panel import ServerPanel
from tests.helpers.window import Person, opened, settle, until


async def shown(person: Person) -> ServerPanel:
    person.window.actions_by_id[ActionId.SERVER].trigger()
    await settle()
    panel = person.window.server_desk.panel
    assert panel is not None
    return panel


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


async def agree() -> None:
    await until(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    button = next(button for button in box.buttons() if button.text() == "Make new data")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    await settle()


async def test_a_change_waits_while_it_is_stopped_and_goes_out_when_it_starts(server: MockServer) -> None:
    async with opened(server) as person:
        panel = await shown(person)
        click(panel.start_button)
        await until(lambda: panel.start_button.text() == "Start")
        session = next(one for one in map(person.session, range(50)) if one.is_favorite is False)
        await person.favourite([session.id])
        await until(person.window.banner.isVisible)
        assert "1 change is waiting." in person.window.banner.label.text()
        click(panel.start_button)
        await person.sent()
        assert server.store.row(session.id)["isFavorite"] is True
        await until(lambda: not person.window.banner.isVisible())


async def test_ten_thousand_sessions_and_back(server: MockServer) -> None:
    async with opened(server) as person:
        panel = await shown(person)
        click(panel.many_button)
        await agree()
        await until(lambda: person.window.panel.model.rowCount() == 10_000, seconds=40)
        assert "10,000 new sessions" in person.window.notice.label.text()


async def test_reset_brings_the_first_data_back(server: MockServer) -> None:
    first = server.store.row(1)["title"]
    server.store.set_row(1, title="Changed")
    async with opened(server) as person:
        panel = await shown(person)
        assert person.workspace.library.pick([1])[0].title == "Changed"
        click(panel.reset_button)
        await agree()
        await until(lambda: person.workspace.library.pick([1])[0].title == first)


async def test_another_device_meets_what_waits_here(server: MockServer) -> None:
    async with opened(server) as person:
        panel = await shown(person)
        session = next(one for one in map(person.session, range(50)) if one.is_imported is False)
        assert not panel.edit_button.isEnabled()
        await person.select(session.id)
        await person.workspace.pause(paused=True)
        person.type_into(person.field("title"), "Mine")
        person.window.actions_by_id[ActionId.SAVE].trigger()
        await until(lambda: person.workspace.outbox.waiting == 1)
        click(panel.edit_button)
        await until(lambda: str(server.store.row(session.id)["title"]).endswith(" (another device)"))
        await until(lambda: "Another device has changed the title." in person.window.notice.label.text())
        person.window.refresh()
        await until(lambda: person.workspace.outbox.conflicts)
        await settle()
        assert "elsewhere" in person.window.banner.label.text()


async def test_a_fault_that_is_ticked_is_met_and_shown(server: MockServer) -> None:
    async with opened(server) as person:
        panel = await shown(person)
        panel.often.setCurrentIndex(0)
        panel.faults.item(0).setCheckState(Qt.CheckState.Checked)
        person.window.refresh()
        await until(person.window.banner.isVisible)
        await until(lambda: "(1 so far)" in panel.faults.item(0).text())
        top = [str(panel.model.index(0, column).data()) for column in range(1, 6)]
        assert (top[0], top[1], top[2], top[4]) == ("GET", "/api/sessions", "503", FAULTS[0].kind)
        panel.faults.item(0).setCheckState(Qt.CheckState.Unchecked)
        person.window.refresh()
        await until(lambda: not person.window.banner.isVisible())


@pytest.mark.parametrize("shows_first", [False, True])
async def test_closing_the_window_ends_the_looking(server: MockServer, shows_first: bool) -> None:
    async with opened(server) as person:
        panel = await shown(person)
        if not shows_first:
            person.window.actions_by_id[ActionId.SERVER].trigger()
            await settle()
        assert panel._timer.isActive() is shows_first
        person.window.hide()
        await settle()
        assert not panel._timer.isActive()
