from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from pytestqt.qtbot import QtBot

from joip_desktop.domain.changes import Change
from joip_desktop.domain.job import Job, Outcome
from joip_desktop.domain.session import UNKNOWN, Session
from joip_desktop.engine.plan import Plan
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.jobs.strip import StatusStrip
from tests.helpers.fakes import FakeApi, settle
from tests.helpers.still_workspace import ToldBudget, now, tell


@dataclass
class Desk:
    workspace: Workspace
    budget: ToldBudget
    strip: StatusStrip

    def start(self, *session_ids: int) -> Job:
        changes = [
            Change(session_id=one, patch={"is_favorite": True}, before={"is_favorite": UNKNOWN}) for one in session_ids
        ]
        plan = Plan(title=f"Favourite {len(changes)} sessions", changes=changes, unchanged=(99,))
        return now(self.workspace.submit(plan))

    def settle(self, job: Job, outcome: Outcome, *session_ids: int) -> None:
        tell(self.workspace, job, session_ids, outcome)

    @property
    def text(self) -> str:
        return self.strip._text.text()

    @property
    def buttons(self) -> list[str]:
        buttons = (self.strip.cancel_button, self.strip.report_button)
        return [one.text() for one in buttons if one.isVisibleTo(self.strip)]

    def ticks(self) -> bool:
        return self.strip._clock.isActive()


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    budget = ToldBudget()
    sessions = [Session(id=number) for number in range(10)]
    workspace = Workspace(api=FakeApi.holding(sessions), budget=budget)
    workspace.library.load(sessions)
    strip = StatusStrip(workspace, connection="<b>joip</b>.example")
    qtbot.addWidget(strip)
    yield Desk(workspace, budget, strip)
    strip.close_listening()


def test_idle_it_names_the_connection_and_nothing_moves(desk: Desk) -> None:
    assert desk.strip._connection.text() == "<b>joip</b>.example"
    assert (desk.text, desk.buttons, desk.strip._quota.text()) == ("", [], "")
    assert not desk.ticks()
    assert desk.strip.job is None


async def test_refreshing_is_said_with_a_finished_job_and_without(qtbot: QtBot) -> None:
    api = FakeApi.holding([Session(id=1)])
    workspace = Workspace(api=api, budget=ToldBudget())
    strip = StatusStrip(workspace, connection="here")
    qtbot.addWidget(strip)
    for after in ("", "Favourite: 1 unchanged"):
        api.gate.clear()
        refresh = asyncio.create_task(workspace.refresh())
        await settle()
        assert strip._text.text() == "Refreshing…"
        api.gate.set()
        await refresh
        assert strip._text.text() == after
        await workspace.submit(Plan(title="Favourite", changes=(), unchanged=(1,)))
    strip.close_listening()


def test_a_running_job_tells_progress_and_time_left(desk: Desk) -> None:
    desk.budget.seconds = 9
    job = desk.start(1, 2, 3)
    assert desk.text == "Favourite 3 sessions: 0 of 3, about 27 s left"
    assert desk.buttons == ["Cancel", "Report"]
    desk.settle(job, Outcome.DONE, 1)
    assert desk.text.startswith("Favourite 3 sessions: 1 of 3")
    assert (desk.strip._progress.value(), desk.strip._progress.maximum()) == (1, 3)
    desk.settle(job, Outcome.FAILED, 2)
    desk.settle(job, Outcome.DONE, 3)
    assert desk.text == "Favourite 3 sessions: 1 failed, 2 done, 1 unchanged"
    assert desk.buttons == ["Report"]
    assert not desk.strip._progress.isVisibleTo(desk.strip)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.0, "Favourite 1 sessions: 0 of 1"),
        (0.9, "Favourite 1 sessions: 0 of 1"),
        (100.0, "Favourite 1 sessions: 0 of 1, about 2 min left"),
        (float("inf"), "Favourite 1 sessions: 0 of 1, a while left"),
    ],
)
def test_time_left(desk: Desk, seconds: float, text: str) -> None:
    desk.budget.seconds = seconds
    desk.start(1)
    assert desk.text == text


def test_the_limit_is_told_as_it_changes(desk: Desk) -> None:
    desk.budget.tell(limit=100, remaining=42, next_in=0)
    assert desk.strip._quota.text() == "42 of 100 requests left"
    assert desk.ticks(), "they grow while nothing is sent"
    slowly = desk.strip._clock.interval()
    desk.budget.tell(limit=100, remaining=0, next_in=8)
    assert desk.strip._quota.text() == "No requests left · next in 8 s"
    assert desk.ticks(), "the seconds count down"
    assert desk.strip._clock.interval() < slowly
    desk.budget.told = type(desk.budget.told)(limit=100, remaining=1, next_in=0)
    desk.strip._clock.timeout.emit()
    assert desk.strip._quota.text() == "1 of 100 requests left"
    assert desk.strip._clock.interval() == slowly
    desk.budget.tell(limit=100, remaining=100, next_in=0)
    assert not desk.ticks()


def test_the_clock_runs_only_while_something_waits(desk: Desk) -> None:
    job = desk.start(1)
    assert desk.ticks()
    entry = desk.workspace.outbox.take()
    assert entry is not None
    now(desk.workspace.outbox.done(entry))
    desk.settle(job, Outcome.DONE, 1)
    assert not desk.ticks()
    desk.start(2)
    desk.strip.close_listening()
    assert not desk.ticks()


def test_a_long_job_stays_in_sight_while_a_short_one_comes_and_goes(desk: Desk) -> None:
    long = desk.start(1, 2)
    short = desk.start(3)
    assert desk.strip.job is long
    assert "(and 1 more)" in desk.text
    desk.settle(short, Outcome.DONE, 3)
    assert desk.strip.job is long
    assert "more" not in desk.text
    desk.settle(long, Outcome.DONE, 1)
    desk.settle(long, Outcome.DONE, 2)
    assert desk.strip.job is long
    later = desk.start(3)
    assert desk.strip.job is later


def test_the_buttons_are_about_the_job_that_is_shown(desk: Desk, qtbot: QtBot) -> None:
    job = desk.start(1)
    with qtbot.waitSignal(desk.strip.cancel_wanted, timeout=1000) as cancelled:
        desk.strip.cancel_button.click()
    with qtbot.waitSignal(desk.strip.report_wanted, timeout=1000) as reported:
        desk.strip.report_button.click()
    assert cancelled.args == reported.args == [job]


def test_the_strip_keeps_its_height(desk: Desk) -> None:
    height = desk.strip.sizeHint().height()
    desk.start(1)
    assert max(desk.strip.sizeHint().height(), desk.strip.minimumHeight()) == max(height, desk.strip.minimumHeight())
