from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from joip_desktop.domain.traffic import Body, Exchange
from joip_desktop.engine.traffic import TrafficLog
from joip_desktop.ui.theme import DARK, LIGHT
from joip_desktop.ui.traffic.traffic_model import TrafficModel

AT = datetime(2026, 3, 1, 12, 0, 5, tzinfo=UTC)
READ = Exchange(
    method="GET",
    path="/api/sessions",
    started=AT,
    seconds=0.1234,
    status=200,
    headers={"x-ratelimit-remaining": "97"},
    answer=Body("[]", 2500),
)
REFUSED = replace(READ, method="PATCH", path="/api/sessions/7", status=429, headers={})
LOST = replace(READ, status=0, headers={}, error="<b>joip.example</b> does not answer in time.")


class Changes:
    """Counts what the views of a model hear."""

    def __init__(self, model: TrafficModel) -> None:
        self.resets = 0
        self.inserted: list[tuple[int, int]] = []
        self.removed: list[tuple[int, int]] = []
        model.modelReset.connect(self._on_reset)
        model.rowsInserted.connect(lambda _parent, first, last: self.inserted.append((first, last)))
        model.rowsRemoved.connect(lambda _parent, first, last: self.removed.append((first, last)))

    def _on_reset(self) -> None:
        self.resets += 1


@pytest.fixture
def log() -> TrafficLog:
    return TrafficLog(most=3)


@pytest.fixture
def model(qtbot: QtBot, log: TrafficLog) -> Iterator[TrafficModel]:
    del qtbot
    made = TrafficModel(log)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    yield made
    made.stop()


def texts(model: TrafficModel, row: int) -> list[str]:
    return [model.index(row, column).data() for column in range(model.columnCount())]


def paths(model: TrafficModel) -> list[str]:
    return [texts(model, row)[2] for row in range(model.rowCount())]


def test_a_row_tells_what_there_is_to_an_exchange(model: TrafficModel, log: TrafficLog) -> None:
    model.begin()
    for one in (READ, REFUSED, LOST):
        log.add(one)
    time = AT.astimezone().strftime("%H:%M:%S")
    assert texts(model, 2) == [time, "GET", "/api/sessions", "200 OK", "123 ms", "97", "2.5 KB"]
    assert texts(model, 1)[1:] == ["PATCH", "/api/sessions/7", "429 Too Many Requests", "123 ms", "", "2.5 KB"]
    assert texts(model, 0)[3:] == ["No answer", "123 ms", "", ""]
    assert [model.headerData(place, Qt.Orientation.Horizontal) for place in range(7)] == [
        *("Time", "Method", "Path", "Status", "Duration", "Tokens left", "Size"),
    ]
    assert "<b>" not in model.index(0, 2).data(Qt.ItemDataRole.ToolTipRole)


def test_a_new_one_comes_on_top_and_an_old_one_goes_without_a_reset(model: TrafficModel, log: TrafficLog) -> None:
    model.begin()
    changes = Changes(model)
    for place in range(5):
        log.add(replace(READ, path=f"/{place}"))
    assert paths(model) == ["/4", "/3", "/2"]
    assert changes.resets == 0
    assert changes.inserted == [(0, 0)] * 5
    assert changes.removed == [(2, 2)] * 2


def test_old_ones_that_a_filter_leaves_out_take_no_rows_along(model: TrafficModel, log: TrafficLog) -> None:
    model.begin()
    model.filter("429", failures_only=False)
    for one in (READ, REFUSED, READ, READ):
        log.add(one)
    assert paths(model) == ["/api/sessions/7"]
    log.add(READ)
    assert paths(model) == []


@pytest.mark.parametrize(
    ("text", "failures_only", "found"),
    [
        ("", False, 3),
        ("", True, 2),
        ("patch", False, 1),
        ("429", False, 1),
        ("4xx too many", True, 1),
        ("sessions/7", False, 1),
        ("get", True, 1),
        ("in time", False, 1),
        ("delete", False, 0),
    ],
)
def test_a_filter_is_for_those_before_and_those_to_come(
    model: TrafficModel, log: TrafficLog, text: str, failures_only: bool, found: int
) -> None:
    model.begin()
    model.filter(text, failures_only=failures_only)
    for one in (READ, REFUSED, LOST):
        log.add(one)
    assert model.rowCount() == found
    assert len(model.shown()) == found
    model.filter("", failures_only=False)
    model.filter(text, failures_only=failures_only)
    assert model.rowCount() == found


def test_while_nobody_looks_nothing_is_heard(model: TrafficModel, log: TrafficLog) -> None:
    model.begin()
    model.stop()
    changes = Changes(model)
    for _ in range(5):
        log.add(READ)
    assert (model.rowCount(), changes.resets, changes.inserted) == (0, 0, [])
    model.begin()
    assert (model.rowCount(), changes.resets) == (3, 1)


def test_clearing_takes_all_rows(model: TrafficModel, log: TrafficLog) -> None:
    model.begin()
    log.add(READ)
    log.clear()
    assert model.rowCount() == 0
    assert model.exchange(0) is None
    log.add(REFUSED)
    assert paths(model) == ["/api/sessions/7"]


def test_failures_have_the_ink_of_the_appearance(model: TrafficModel, log: TrafficLog) -> None:
    model.begin()
    log.add(REFUSED)
    log.add(READ)
    for colours in (LIGHT, DARK):
        model.set_colours(colours)
        assert model.index(1, 3).data(Qt.ItemDataRole.ForegroundRole).name() == colours.error.lower()
        assert model.index(0, 3).data(Qt.ItemDataRole.ForegroundRole) is None
