from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
from hypothesis import given

from joip_desktop.domain.errors import StorageError
from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.session import UNKNOWN, Session, same
from joip_desktop.engine.backups import MANY, planning_restore
from joip_desktop.engine.plan import Plan, plan_favourite, plan_values
from joip_desktop.engine.ports import Snapshot
from joip_desktop.engine.slices import at_once
from joip_desktop.engine.workspace import Workspace
from tests.helpers import strategies
from tests.helpers.fakes import FakeApi, FakeBudget, until


@dataclass(frozen=True)
class Kept:
    key: str
    before: str
    sessions: Sequence[Session]
    taken_at: datetime = datetime(2026, 3, 1, tzinfo=UTC)

    @property
    def count(self) -> int:
        return len(self.sessions)


@dataclass
class Shelf:
    """A `SnapshotStore` in memory."""

    kept: list[Kept] = field(default_factory=list)
    error: StorageError | None = None
    may_go_on: asyncio.Event = field(default_factory=asyncio.Event)

    async def keep(self, sessions: Sequence[Session], *, before: str) -> None:
        if self.error is not None:
            raise self.error
        self.kept.append(Kept(str(len(self.kept)), before, sessions))
        await self.may_go_on.wait()

    async def all(self) -> Sequence[Snapshot]:
        return self.kept[::-1]

    async def load(self, key: str) -> Sequence[Session]:
        return self.kept[int(key)].sessions


def rig(count: int) -> tuple[Workspace, Shelf]:
    shelf = Shelf()
    shelf.may_go_on.set()
    api = FakeApi.holding(Session(id=one, title="old", is_favorite=False) for one in range(1, count + 1))
    return Workspace(api=api, budget=FakeBudget(), snapshots=shelf), shelf


async def test_a_job_of_many_is_preceded_by_a_snapshot_of_all_and_others_are_not() -> None:
    workspace, shelf = rig(MANY + 5)
    await workspace.refresh()
    sessions = list(workspace.library)
    await workspace.submit(plan_favourite(sessions[:MANY]))
    assert shelf.kept == []
    await workspace.submit(plan_values(sessions[: MANY + 1], {"title": "new"}, action="Rename"))
    (kept,) = shelf.kept
    assert kept.before == f"Rename {MANY + 1} sessions"
    assert [one.title for one in kept.sessions] == ["old"] * (MANY + 5)
    assert [one.is_favorite for one in kept.sessions] == [True] * MANY + [False] * 5


async def test_nothing_waits_before_the_snapshot_is_kept_and_other_edits_go_on_meanwhile() -> None:
    workspace, shelf = rig(MANY + 1)
    await workspace.refresh()
    shelf.may_go_on.clear()
    many = asyncio.create_task(workspace.submit(plan_favourite(list(workspace.library))))
    await until(lambda: bool(shelf.kept))
    await workspace.submit(plan_values([workspace.library.shown[3]], {"title": "by hand"}, action="Save"))
    assert workspace.outbox.waiting == 1
    assert workspace.outbox.entries(3)
    shelf.may_go_on.set()
    await many
    assert workspace.outbox.waiting == MANY + 1


async def test_without_a_snapshot_nothing_is_done() -> None:
    workspace, shelf = rig(MANY + 1)
    await workspace.refresh()
    shelf.error = StorageError("no room")
    with pytest.raises(StorageError, match="no room"):
        await workspace.submit(plan_favourite(list(workspace.library)))
    assert workspace.outbox.waiting == 0
    assert not any(one.is_favorite for one in workspace.library)


async def test_undo_and_redo_of_many_have_their_snapshots_too() -> None:
    workspace, shelf = rig(MANY + 1)
    await workspace.refresh()
    await workspace.submit(plan_favourite(list(workspace.library)))
    await workspace.undo()
    await workspace.redo()
    assert [one.sessions[0].is_favorite for one in shelf.kept] == [False, True, False]


# --- going back -------------------------------------------------------------------------------------------------------


def restored(kept: Sequence[Session], now: Sequence[Session]) -> Plan:
    return at_once(planning_restore(kept, {one.id: one for one in now}))


def test_only_what_is_different_from_then_is_changed() -> None:
    then = [Session(id=1, title="One", is_favorite=True), Session(id=2, title="Two"), Session(id=3, title="Gone")]
    now = [Session(id=1, title="One", is_favorite=False), Session(id=2, title="Two"), Session(id=4, title="New")]
    plan = restored(then, now)
    assert [(one.session_id, one.patch, one.before) for one in plan.changes] == [
        (1, {"is_favorite": True}, {"is_favorite": False})
    ]
    assert (plan.unchanged, [one.session_id for one in plan.refused]) == ([2], [3])
    assert plan.title == "Restore 1 session"


def test_what_can_not_be_brought_back_stays_with_a_note_and_the_rest_comes_back() -> None:
    then = Session(id=1, title="Then", subreddits=("earth",), interval_min=99, is_imported=True)
    now = Session(id=1, title="Now", subreddits=("moon",), interval_min=4, is_imported=True)
    plan = restored([then], [now])
    assert [one.patch for one in plan.changes] == [{"title": "Then"}]
    assert "Imported sessions keep their subreddits." in plan.notes[1]
    assert "the server would not take what it was before" in plan.notes[1]


def test_what_was_not_known_then_is_left_alone_without_a_word() -> None:
    plan = restored([Session(id=1, title="Then")], [Session(id=1, title="Now", share_to_community=False)])
    assert [(one.patch, plan.notes) for one in plan.changes] == [({"title": "Then"}, {})]
    assert restored([Session(id=1)], [Session(id=1, share_to_community=False)]).unchanged == [1]


def test_a_session_in_which_nothing_can_be_brought_back_is_left_out_with_the_reason() -> None:
    then, now = Session(id=1, interval_min=99), Session(id=1, interval_min=4)
    plan = restored([then], [now])
    assert (list(plan.changes), len(plan.refused)) == ([], 1)


@given(then=strategies.sessions(), now=strategies.sessions())
def test_a_restored_session_is_as_it_was_but_for_what_is_told(then: Session, now: Session) -> None:
    plan = restored([then], [now])
    shown = now
    for change in plan.changes:
        shown = change.apply(now)
    for name in FIELDS:
        wanted = then.value(name)
        if wanted is UNKNOWN or now.value(name) is UNKNOWN or same(shown.value(name), wanted):
            continue
        assert plan.notes or plan.refused


@given(session=strategies.sessions())
def test_a_session_that_is_as_it_was_is_left_alone(session: Session) -> None:
    plan = restored([session], [session])
    assert (list(plan.changes), list(plan.refused)) == ([], [])
