"""The panel of the demo's server, with a stand-in for the server."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from joip_desktop.ui.server.demo_server import Limit
from joip_desktop.ui.server.fault_choices import FAULTS, Often, rules
from joip_desktop.ui.server.server_panel import ServerPanel
from tests.helpers.demo_server import FakeDemoServer

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def server() -> FakeDemoServer:
    return FakeDemoServer()


@pytest.fixture
def panel(qtbot: QtBot, server: FakeDemoServer) -> Iterator[ServerPanel]:
    made = ServerPanel(server)
    qtbot.addWidget(made)
    made.resize(1200, 280)
    made.show()
    yield made
    made.hide()


def tick(panel: ServerPanel, *places: int) -> None:
    for place in places:
        panel.faults.item(place).setCheckState(Qt.CheckState.Checked)


def buttons_of_a_running_server(panel: ServerPanel) -> list[QPushButton]:
    return [panel.reset_button, panel.many_button, panel.cookie_button]


def test_where_it_runs_and_what_is_left(panel: ServerPanel, server: FakeDemoServer) -> None:
    assert panel.told.text() == "Running at http://127.0.0.1:8123\n97 requests are left"
    server.tokens = 1
    panel.look()
    assert panel.told.text().endswith("\n1 request is left")
    panel.limit.setCurrentIndex(panel.limit.findData(Limit.OFF))
    assert panel.told.text() == "Running at http://127.0.0.1:8123"
    server.is_running = False
    panel.look()
    assert panel.told.text() == "Stopped. It answered at http://127.0.0.1:8123."


def test_what_can_be_asked_follows_the_server(panel: ServerPanel, server: FakeDemoServer) -> None:
    assert panel.start_button.text() == "Stop"
    assert all(button.isEnabled() for button in buttons_of_a_running_server(panel))
    with panel.busy():
        assert not panel.start_button.isEnabled()
        assert not panel.reset_button.isEnabled()
        assert not panel.many_button.isEnabled()
    server.is_running = False
    panel.look()
    assert (panel.start_button.text(), panel.start_button.isEnabled()) == ("Start", True)
    assert not any(button.isEnabled() for button in buttons_of_a_running_server(panel))


def test_the_keyboard_is_on_the_button_again_unless_somebody_moved_it(panel: ServerPanel) -> None:
    panel.activateWindow()
    panel.start_button.setFocus()
    with panel.busy():
        assert not panel.start_button.hasFocus()
    assert panel.start_button.hasFocus()
    with panel.busy():
        panel.faults.setFocus()
    assert panel.faults.hasFocus()


@pytest.mark.parametrize(("selected", "can"), [([], False), ([7], True), ([7, 8], False)])
def test_another_device_needs_one_session(panel: ServerPanel, selected: list[int], can: bool) -> None:
    panel.show_selection(selected)
    assert panel.edit_button.isEnabled() is can
    assert ("Select one session" in panel.edit_button.toolTip()) is not can


def test_limit_and_delay_count_at_once(panel: ServerPanel, server: FakeDemoServer) -> None:
    panel.limit.setCurrentIndex(panel.limit.findData(Limit.FASTER))
    panel.delay.setValue(1.5)
    assert server.asked == [Limit.FASTER, 1.5]


def test_faults_count_at_once_and_tell_how_many_they_met(panel: ServerPanel, server: FakeDemoServer) -> None:
    tick(panel, 5, 2)
    assert server.rules == rules({2, 5}, Often.THIRD)
    panel.often.setCurrentIndex(panel.often.findData(Often.ONCE))
    assert server.rules == rules({2, 5}, Often.ONCE)
    server.met = [0, 1200]
    before = server.rules
    panel.look()
    texts = [panel.faults.item(place).text() for place in (2, 5)]
    assert texts == [FAULTS[2].title, f"{FAULTS[5].title} (1,200 so far)"]
    assert server.rules is before  # showing a number is no choice
    panel.faults.item(5).setCheckState(Qt.CheckState.Unchecked)
    server.met = [4]
    panel.look()
    assert panel.faults.item(5).text() == FAULTS[5].title
    assert panel.chosen == {2}


def test_requests_come_while_it_is_seen_and_in_one_go_afterwards(
    panel: ServerPanel, server: FakeDemoServer, qtbot: QtBot
) -> None:
    server.sees()
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1)
    panel.hide()
    server.sees()
    assert not panel._timer.isActive()
    panel.show()
    assert panel.model.rowCount() == 2
    panel.clear_button.click()
    assert panel.model.rowCount() == 0
    assert not panel.clear_button.isEnabled()
    server.sees()
    panel.look()
    assert panel.model.rowCount() == 1


def test_buttons_ask_for_what_they_say(panel: ServerPanel, server: FakeDemoServer, qtbot: QtBot) -> None:
    panel.show_selection([1])
    for button, signal in (
        (panel.start_button, panel.stop_wanted),
        (panel.address_button, panel.address_wanted),
        (panel.cookie_button, panel.cookie_wanted),
        (panel.reset_button, panel.reset_wanted),
        (panel.many_button, panel.many_wanted),
        (panel.edit_button, panel.edit_wanted),
    ):
        with qtbot.waitSignal(signal):
            button.click()
    server.is_running = False
    panel.look()
    with qtbot.waitSignal(panel.start_wanted):
        panel.start_button.click()


def test_all_columns_are_in_sight(panel: ServerPanel) -> None:
    assert panel.table.horizontalScrollBar().maximum() == 0
