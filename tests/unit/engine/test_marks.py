from __future__ import annotations

import pytest

from joip_desktop.domain.query import MARKS, parse
from joip_desktop.domain.session import Session
from joip_desktop.engine.workspace import Workspace
from tests.helpers.still_workspace import fail_next, now, send_next, submit, workspace_of


@pytest.fixture
def workspace() -> Workspace:
    return workspace_of(Session(id=1, title="A", is_favorite=False), Session(id=2, title="B", is_favorite=False))


def marks_of(workspace: Workspace, session_id: int) -> set[str]:
    return {mark for mark in MARKS if workspace.marks.has(session_id, mark)}


def test_nothing_is_marked_at_first_and_nothing_has_a_mark_that_does_not_exist(workspace: Workspace) -> None:
    assert marks_of(workspace, 1) == marks_of(workspace, 99) == set()
    workspace.drafts.edit(1, "title", "X")
    submit(workspace, 1, is_favorite=True)
    assert not workspace.marks.has(1, "favorite")
    assert not workspace.marks.has(1, "")


def test_unsaved_edits_come_and_go(workspace: Workspace) -> None:
    workspace.drafts.edit(1, "title", "X")
    assert marks_of(workspace, 1) == {"unsaved"}
    assert marks_of(workspace, 2) == set()
    workspace.drafts.revert(1)
    assert marks_of(workspace, 1) == set()


def test_a_change_waits_until_it_is_confirmed(workspace: Workspace) -> None:
    submit(workspace, 1, is_favorite=True)
    assert marks_of(workspace, 1) == {"waiting"}
    entry = send_next(workspace)
    assert marks_of(workspace, 1) == {"waiting"}
    now(workspace.outbox.done(entry))
    assert marks_of(workspace, 1) == set()


def test_a_failed_change_and_a_conflict_beside_one_that_waits(workspace: Workspace) -> None:
    submit(workspace, 1, is_favorite=True)
    fail_next(workspace)
    assert marks_of(workspace, 1) == {"failed"}
    submit(workspace, 1, title="X")
    assert marks_of(workspace, 1) == {"failed", "waiting"}
    waiting = workspace.outbox.entries(1)[-1]
    now(workspace.outbox.reconcile([(waiting, Session(id=1, title="Theirs", is_favorite=False))]))
    assert marks_of(workspace, 1) == {"failed", "conflict"}
    assert marks_of(workspace, 2) == set()


def test_a_search_can_ask_for_every_mark(workspace: Workspace) -> None:
    submit(workspace, 2, is_favorite=True)
    finder = parse("is:waiting").finder(marks=workspace.marks)
    assert [session.id for session in workspace.library if finder.matches(session)] == [2]
