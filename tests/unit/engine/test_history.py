from __future__ import annotations

from joip_desktop.domain.changes import Change
from joip_desktop.domain.history import KEPT_ACTIONS
from joip_desktop.domain.job import Job, JobHead, Kind, Outcome, Result
from joip_desktop.engine.history import History
from tests.helpers.queueing import head

CHANGE = Change(session_id=1, patch={"title": "B"}, before={"title": "A"})


def did(number: int, kind: Kind = Kind.DO, of: int | None = None, *, title: str = "") -> Job:
    plain = head(number, title=title or f"Action {number}")
    made = JobHead(id=number, title=plain.title, priority=plain.priority, begun_at=plain.begun_at, kind=kind, of=of)
    job = Job(made)
    job.record(1, Result(Outcome.DONE, "", CHANGE))
    return job


def followed(*jobs: Job) -> History:
    history = History()
    for job in jobs:
        history.follow(job)
    return history


def titles(history: History) -> list[str]:
    return [action.title for action in history.actions]


def targets(history: History) -> tuple[int | None, int | None]:
    """The jobs that undo and redo are about."""
    undo, redo = history.to_undo, history.to_redo
    return (undo.job.id if undo else None, redo.job.id if redo else None)


def test_actions_are_undone_latest_first_and_redone_in_order() -> None:
    history = followed(did(1), did(2))
    assert targets(history) == (2, None)
    history.follow(did(3, Kind.UNDO, of=2))
    assert targets(history) == (1, 2)
    history.follow(did(4, Kind.REDO, of=2, title="Redo: Action 2"))
    assert targets(history) == (4, None)
    assert titles(history) == ["Action 1", "Action 2"]
    history.follow(did(5, Kind.UNDO, of=4))
    assert history.position == 1


def test_a_new_action_ends_what_was_undone() -> None:
    history = followed(did(1), did(2), did(3, Kind.UNDO, of=2), did(4))
    assert titles(history) == ["Action 1", "Action 4"]
    assert history.to_redo is None


def test_an_action_that_changed_nothing_is_none() -> None:
    idle = Job(head(1))
    idle.record(1, Result(Outcome.UNCHANGED))
    assert followed(idle).to_undo is None


def test_the_latest_fifty_are_kept() -> None:
    history = followed(*map(did, range(1, KEPT_ACTIONS + 11)))
    assert len(history.actions) == KEPT_ACTIONS
    assert titles(history)[0] == "Action 11"
    assert history.position == KEPT_ACTIONS


def test_earlier_runs_are_gone_through_without_a_word() -> None:
    history = History()
    told: list[None] = []
    history.changed.add(told.append)
    history.restore([did(1), did(2), did(3, Kind.UNDO, of=2)])
    assert (history.position, told) == (1, [])
    history.follow(did(4, Kind.REDO, of=2))
    assert told == [None]


def test_undo_of_what_is_not_kept_any_more_changes_nothing() -> None:
    history = followed(did(5), did(6, Kind.UNDO, of=1), did(7, Kind.REDO, of=2))
    assert (titles(history), history.position) == (["Action 5"], 1)
