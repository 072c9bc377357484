from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from joip_desktop.domain.changes import Change
from joip_desktop.domain.errors import UnreachableError
from joip_desktop.domain.job import Job, Outcome
from joip_desktop.domain.session import UNKNOWN, Session
from joip_desktop.engine.plan import Plan
from joip_desktop.engine.sender import Mood, SenderState
from joip_desktop.ui.jobs.jobs_model import (
    ACTION,
    BEGUN,
    JOB_COLUMNS,
    PROGRESS,
    PROGRESS_ROLE,
    RATE,
    RESULT,
    TIME_LEFT,
    JobsModel,
    rate_text,
)
from joip_desktop.ui.theme import DARK, LIGHT
from tests.helpers.rated_workspace import RatedWorkspace, rated_workspace_of
from tests.helpers.still_workspace import ToldBudget, now, tell


@dataclass
class Desk:
    workspace: RatedWorkspace
    budget: ToldBudget
    model: JobsModel
    told: list[tuple[int, int, int, int]] = field(default_factory=list)

    def start(self, *session_ids: int, unchanged: tuple[int, ...] = ()) -> Job:
        changes = [
            Change(session_id=one, patch={"is_favorite": True}, before={"is_favorite": UNKNOWN}) for one in session_ids
        ]
        plan = Plan(title=f"Favourite {len(changes)} sessions", changes=changes, unchanged=unchanged)
        return now(self.workspace.submit(plan))

    def tell(self, job: Job, outcome: Outcome, *session_ids: int) -> None:
        tell(self.workspace, job, session_ids, outcome)

    def pass_time(self) -> None:
        self.model.coalescing.stop()
        self.model.coalescing.timeout.emit()

    def text(self, row: int, column: int) -> str:
        shown: str = self.model.index(row, column).data()
        return shown

    def column(self, column: int) -> list[str]:
        return [self.text(row, column) for row in range(self.model.rowCount())]

    def colour(self, row: int) -> str | None:
        ink = self.model.index(row, RESULT).data(Qt.ItemDataRole.ForegroundRole)
        return ink.name() if isinstance(ink, QColor) else None

    def keep(self, first: QModelIndex, last: QModelIndex) -> None:
        self.told.append((first.row(), last.row(), first.column(), last.column()))


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    del qtbot
    budget = ToldBudget()
    workspace = rated_workspace_of(*(Session(id=number) for number in range(10)), budget=budget)
    model = JobsModel(workspace)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    made = Desk(workspace, budget, model)
    model.dataChanged.connect(made.keep)
    yield made
    model.close_listening()


def test_the_latest_job_is_on_top(desk: Desk) -> None:
    first = desk.start(1)
    assert desk.model.job(0) is first
    second = desk.start(2, 3, unchanged=(4,))
    assert [desk.model.job(row) for row in (0, 1)] == [second, first]
    assert desk.column(ACTION) == ["Favourite 2 sessions", "Favourite 1 sessions"]
    assert desk.column(RESULT) == ["2 waiting, 1 unchanged", "1 waiting"]
    assert desk.text(0, BEGUN) != ""


def test_jobs_that_are_there_already_are_shown(desk: Desk) -> None:
    job = desk.start(1)
    later = JobsModel(desk.workspace)
    assert (later.rowCount(), later.job(0)) == (1, job)
    later.close_listening()


def test_progress_counts_requests_only_and_has_a_bar_while_the_job_runs(desk: Desk) -> None:
    job = desk.start(1, 2, unchanged=(3,))
    desk.tell(job, Outcome.FAILED, 1)
    assert desk.text(0, PROGRESS) == "1 of 2"
    assert desk.model.index(0, PROGRESS).data(PROGRESS_ROLE) == 0.5
    assert desk.model.index(0, RESULT).data(PROGRESS_ROLE) is None
    desk.tell(job, Outcome.DONE, 2)
    assert desk.text(0, PROGRESS) == "2 of 2"
    assert desk.model.index(0, PROGRESS).data(PROGRESS_ROLE) is None
    desk.start(unchanged=(1,))
    assert desk.text(0, PROGRESS) == "Nothing to send"


def test_rate_and_time_left_are_the_engines_and_only_for_jobs_that_run(desk: Desk) -> None:
    job = desk.start(1, 2)
    assert (desk.text(0, RATE), desk.text(0, TIME_LEFT)) == ("", "")
    desk.workspace.told_rate, desk.budget.seconds = 6.66, 90.0
    assert (desk.text(0, RATE), desk.text(0, TIME_LEFT)) == ("6.7 per min", "about 3 min")
    desk.tell(job, Outcome.DONE, 1, 2)
    assert (desk.text(0, RATE), desk.text(0, TIME_LEFT)) == ("", "")


@pytest.mark.parametrize(
    ("rate", "text"), [(None, ""), (0.25, "0.2 per min"), (6.66, "6.7 per min"), (1234.5, "1,234 per min")]
)
def test_a_rate_has_the_digits_that_tell_something(rate: float | None, text: str) -> None:
    assert rate_text(rate) == text


def test_while_nothing_is_sent_there_is_no_time_left_to_tell(desk: Desk) -> None:
    desk.budget.seconds = 90.0
    desk.start(1, 2)
    desk.workspace.sender.pause(paused=True)
    assert (desk.text(0, RATE), desk.text(0, TIME_LEFT)) == ("", "Paused")
    desk.workspace.sender.pause(paused=False)
    desk.workspace.sender._set(SenderState(Mood.RESTING, UnreachableError("No."), 0.0))
    assert (desk.text(0, RATE), desk.text(0, TIME_LEFT)) == ("", "Waiting")


def test_what_needs_the_person_is_marked(desk: Desk) -> None:
    job = desk.start(1, 2)
    assert desk.colour(0) is None
    desk.tell(job, Outcome.CONFLICT, 1)
    assert desk.colour(0) == LIGHT.conflict
    desk.tell(job, Outcome.FAILED, 2)
    assert desk.colour(0) == LIGHT.error
    desk.model.set_colours(DARK)
    assert desk.colour(0) == DARK.error
    assert desk.model.index(0, ACTION).data(Qt.ItemDataRole.ForegroundRole) is None


def test_a_row_changes_once_for_many_results_and_no_other_row_does(desk: Desk) -> None:
    job = desk.start(*range(10))
    desk.start(1)
    desk.pass_time()
    desk.told.clear()
    for session_id in range(9):
        desk.tell(job, Outcome.DONE, session_id)
    assert desk.told == []
    assert desk.model.coalescing.isActive()
    desk.pass_time()
    assert desk.told == [(1, 1, ACTION, BEGUN)]
    desk.pass_time()
    assert len(desk.told) == 1


def test_passing_time_touches_rate_and_time_left_of_what_runs(desk: Desk, qtbot: QtBot) -> None:
    desk.start(unchanged=(1,))
    desk.start(1)
    desk.start(2)
    desk.start(unchanged=(1,))
    desk.pass_time()
    desk.told.clear()
    desk.model.time_passed()
    with qtbot.waitSignal(desk.model.refreshed, timeout=2000):
        pass
    assert desk.told == [(1, 2, RATE, TIME_LEFT)]


def test_headers_are_the_columns_names(desk: Desk) -> None:
    names = [desk.model.headerData(place, Qt.Orientation.Horizontal) for place in range(len(JOB_COLUMNS))]
    assert names == ["Action", "Progress", "Result", "Rate", "Time left", "Begun"]
    assert desk.model.headerData(0, Qt.Orientation.Vertical) is None


def test_after_closing_it_hears_nothing(desk: Desk) -> None:
    job = desk.start(1)
    desk.pass_time()
    desk.model.close_listening()
    desk.start(2)
    desk.tell(job, Outcome.DONE, 1)
    assert desk.model.rowCount() == 1
    assert not desk.model.coalescing.isActive()
