from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QUndoView
from pytestqt.qtbot import QtBot

from joip_desktop.domain.changes import Change
from joip_desktop.domain.history import KEPT_ACTIONS
from joip_desktop.domain.job import Job, JobHead, Kind, Outcome, Result
from joip_desktop.engine.history import Action, History
from joip_desktop.ui.jobs.undo_stack import UndoStack
from tests.helpers.queueing import head


@dataclass
class Desk:
    """A history that jobs are told to by hand, as the engine does it."""

    history: History = field(default_factory=History)
    jobs: list[Job] = field(default_factory=list)
    wishes: list[tuple[str, Action]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.stack = UndoStack(self.history)
        self.stack.undo_wanted.connect(lambda action: self.wishes.append(("undo", action)))
        self.stack.redo_wanted.connect(lambda action: self.wishes.append(("redo", action)))

    def act(self, title: str) -> Job:
        return self._begin(head(len(self.jobs) + 1, title=title))

    def undone(self) -> None:
        """The engine undoes the action whose turn it is."""
        action = self.history.to_undo
        assert action is not None
        self._follow_up(Kind.UNDO, f"Undo: {action.title}", action.job)

    def redone(self) -> None:
        action = self.history.to_redo
        assert action is not None
        self._follow_up(Kind.REDO, f"Redo: {action.title}", action.job)

    def _follow_up(self, kind: Kind, title: str, of: Job) -> None:
        plain = head(len(self.jobs) + 1, title=title)
        self._begin(
            JobHead(id=plain.id, title=title, priority=plain.priority, begun_at=plain.begun_at, kind=kind, of=of.id)
        )

    def _begin(self, begun: JobHead) -> Job:
        job = Job(begun)
        change = Change(session_id=1, patch={"is_favorite": True}, before={"is_favorite": False})
        job.record(1, Result(Outcome.WAITING, "", change))
        self.jobs.append(job)
        self.history.follow(job)
        return job

    @property
    def state(self) -> tuple[list[str], int]:
        return [self.stack.text(place) for place in range(self.stack.count())], self.stack.index()

    @property
    def wished(self) -> list[tuple[str, str]]:
        return [(what, action.title) for what, action in self.wishes]


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    del qtbot
    made = Desk()
    yield made
    made.stack.close_listening()


def test_it_shows_what_the_history_says_and_wishes_nothing_by_that(desk: Desk) -> None:
    assert desk.state == ([], 0)
    desk.act("A")
    desk.act("B")
    desk.act("C")
    assert desk.state == (["A", "B", "C"], 3)
    desk.undone()
    assert desk.state == (["A", "B", "C"], 2)
    assert (desk.stack.undoText(), desk.stack.redoText()) == ("B", "C")
    desk.redone()
    assert desk.state == (["A", "B", "C"], 3)
    desk.undone()
    desk.act("D")
    assert desk.state == (["A", "B", "D"], 3)
    assert desk.wishes == []


def test_what_earlier_runs_did_is_there_from_the_start(qtbot: QtBot) -> None:
    del qtbot
    first = Desk()
    first.act("A")
    stack = UndoStack(first.history)
    assert (stack.text(0), stack.index()) == ("A", 1)
    stack.close_listening()
    first.stack.close_listening()


def test_no_more_actions_than_the_history_keeps(desk: Desk) -> None:
    for number in range(KEPT_ACTIONS + 10):
        desk.act(f"Action {number}")
    assert desk.stack.count() == desk.stack.index() == KEPT_ACTIONS
    assert desk.stack.text(0) == "Action 10"


def test_a_person_only_wishes_and_the_engine_brings_the_stack_in_line(desk: Desk) -> None:
    desk.act("A")
    desk.stack.undo()
    assert desk.wished == [("undo", "A")]
    assert desk.stack.index() == 0
    desk.undone()
    assert desk.state == (["A"], 0)
    desk.stack.redo()
    assert desk.wished == [("undo", "A"), ("redo", "A")]
    desk.redone()
    assert desk.state == (["A"], 1)


def test_after_redoing_it_is_the_new_action_that_is_undone(desk: Desk) -> None:
    desk.act("A")
    desk.undone()
    desk.redone()
    desk.stack.undo()
    assert desk.wishes == [("undo", desk.history.actions[0])]


def test_several_steps_are_wished_in_the_order_in_which_they_can_be_done(desk: Desk) -> None:
    for title in "ABC":
        desk.act(title)
    desk.stack.setIndex(1)
    assert desk.wished == [("undo", "C"), ("undo", "B")]
    desk.undone()
    desk.undone()
    assert desk.state == (["A", "B", "C"], 1)
    desk.wishes.clear()
    desk.stack.setIndex(3)
    assert desk.wished == [("redo", "B"), ("redo", "C")]


def test_a_refused_wish_is_taken_back(desk: Desk) -> None:
    desk.act("A")
    desk.stack.undo()
    desk.stack.sync()
    assert desk.state == (["A"], 1)
    assert desk.wished == [("undo", "A")]


def test_an_engine_that_does_it_at_once_does_not_pull_the_stack_from_under_qt(desk: Desk, qtbot: QtBot) -> None:
    desk.act("A")
    desk.act("B")
    desk.stack.undo_wanted.connect(lambda _: desk.undone())
    desk.stack.setIndex(0)
    qtbot.waitUntil(lambda: not desk.stack._later.isActive())
    assert desk.state == (["A", "B"], 0)
    assert desk.history.position == 0


def test_a_view_of_it_jumps_and_follows(desk: Desk, qtbot: QtBot) -> None:
    view = QUndoView(desk.stack)
    qtbot.addWidget(view)
    for title in "ABC":
        desk.act(title)
    assert view.model().rowCount() == 4
    view.setCurrentIndex(view.model().index(1, 0))
    assert desk.wished == [("undo", "C"), ("undo", "B")]
    desk.stack.sync()
    assert view.currentIndex().row() == 3


def test_after_closing_it_hears_nothing(desk: Desk) -> None:
    desk.stack.close_listening()
    desk.act("A")
    assert desk.state == ([], 0)
