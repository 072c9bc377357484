from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from joip_desktop.domain.traffic import Body, Exchange
from joip_desktop.engine.traffic import TrafficLog
from joip_desktop.ui.discretion import Discretion
from joip_desktop.ui.traffic.traffic_panel import TrafficPanel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

EVIL = "<img src='file:///etc/passwd'>\u202e\x1b[31m"
CHANGE = Exchange(
    method="PATCH",
    path="/api/sessions/7",
    started=datetime(2026, 3, 1, tzinfo=UTC),
    seconds=0.1,
    status=200,
    headers={},
    request=Body('{"title": "New"}', 16),
    answer=Body('{"title": "New"}', 16),
)


@pytest.fixture
def log() -> TrafficLog:
    return TrafficLog()


@pytest.fixture
def discretion() -> Discretion:
    return Discretion()


@pytest.fixture
def panel(qtbot: QtBot, log: TrafficLog, discretion: Discretion) -> Iterator[TrafficPanel]:
    made = TrafficPanel(log, discretion=discretion)
    qtbot.addWidget(made)
    made.resize(1200, 260)
    made.show()
    yield made
    made.close_listening()


def test_all_columns_are_in_sight_and_the_path_has_the_room_that_is_left(panel: TrafficPanel) -> None:
    assert panel.table.horizontalScrollBar().maximum() == 0
    header = panel.table.horizontalHeader()
    before = [header.sectionSize(column) for column in range(header.count())]
    panel.resize(1500, 260)
    after = [header.sectionSize(column) for column in range(header.count())]
    assert [column for column in range(header.count()) if before[column] != after[column]] == [2]


def test_what_a_server_writes_is_text(panel: TrafficPanel, log: TrafficLog) -> None:
    log.add(replace(CHANGE, answer=Body(EVIL, 40), error=EVIL))
    panel.table.selectRow(0)
    assert panel.answer.toPlainText() == "<img src='file:///etc/passwd'>\ufffd\ufffd[31m"
    assert panel.told.textFormat() is Qt.TextFormat.PlainText


def test_a_request_that_is_not_whole_is_not_copied_and_says_why(panel: TrafficPanel, log: TrafficLog) -> None:
    log.add(replace(CHANGE, request=Body("", 5, "The bodies of a sign-in are never kept.")))
    panel.table.selectRow(0)
    assert not panel.copy_button.isEnabled()
    assert panel.copy_button.toolTip() == ("There is no whole request to copy. The bodies of a sign-in are never kept.")


def test_discreet_mode_hides_and_shows_at_once_also_what_is_copied(
    panel: TrafficPanel, log: TrafficLog, discretion: Discretion
) -> None:
    log.add(CHANGE)
    panel.table.selectRow(0)
    assert "New" in panel.answer.toPlainText()
    discretion.set_on(True)
    wanted: list[Exchange] = []
    panel.copy_wanted.connect(wanted.append)
    panel.copy_button.click()
    assert "New" not in panel.answer.toPlainText() + panel.request.toPlainText() + repr(wanted)
    discretion.set_on(False)
    assert "New" in panel.answer.toPlainText()


def test_what_is_being_read_stays_while_more_comes(panel: TrafficPanel, log: TrafficLog) -> None:
    log.add(CHANGE)
    panel.table.selectRow(0)
    for _ in range(3):
        log.add(replace(CHANGE, answer=Body("other", 5)))
    assert panel.chosen is not None
    assert panel.chosen.number == 1
    assert "New" in panel.answer.toPlainText()
