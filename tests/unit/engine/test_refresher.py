from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from joip_desktop.domain.errors import UnreachableError
from joip_desktop.domain.session import Session
from joip_desktop.engine.plan import plan_values
from joip_desktop.engine.workspace import Workspace
from tests.helpers.fakes import FakeApi, FakeBudget, settle, until

YESTERDAY = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
BROKEN = UnreachableError("The server can't be reached.")


@dataclass(frozen=True)
class Kept:
    sessions: Sequence[Session]
    read_at: datetime = YESTERDAY


@dataclass
class Memory:
    """Notes what it is told to keep."""

    replaced: list[list[Session]] = field(default_factory=list)
    updated: list[Session] = field(default_factory=list)

    async def load(self) -> Kept | None:
        return None

    async def replace(self, sessions: Sequence[Session], read_at: datetime) -> None:
        assert read_at.tzinfo is UTC
        self.replaced.append(list(sessions))

    async def update(self, sessions: Sequence[Session]) -> None:
        self.updated += sessions


class Rig:
    def __init__(self, count: int = 3) -> None:
        self.api = FakeApi.holding(Session(id=one, title="old", is_public=False) for one in range(1, count + 1))
        self.memory = Memory()
        self.workspace = Workspace(api=self.api, budget=FakeBudget(), memory=self.memory, read_again_after=0.001)

    @property
    def kept(self) -> Kept:
        return Kept([Session(id=one, title="kept", is_public=False) for one in (1, 2)])

    async def name(self, session_id: int, title: str) -> None:
        await self.workspace.submit(
            plan_values(self.workspace.library.pick([session_id]), {"title": title}, action="N")
        )


def run(scenario: Callable[[], Coroutine[Any, Any, None]]) -> None:
    asyncio.run(scenario())


async def stopped(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def test_the_kept_list_is_shown_with_its_age_until_the_servers_is_in() -> None:
    async def scenario() -> None:
        rig = Rig()
        rig.workspace.restore_list(rig.kept)
        assert [session.title for session in rig.workspace.library] == ["kept", "kept"]
        assert (rig.workspace.listed_at, rig.workspace.refreshed_at) == (YESTERDAY, None)
        await rig.workspace.refresh()
        assert [session.title for session in rig.workspace.library] == ["old"] * 3
        assert rig.workspace.listed_at == rig.workspace.refreshed_at != YESTERDAY

    run(scenario)


def test_a_kept_list_that_comes_late_is_not_shown() -> None:
    async def scenario() -> None:
        rig = Rig()
        await rig.workspace.refresh()
        rig.workspace.restore_list(rig.kept)
        assert len(rig.workspace.library) == 3

    run(scenario)


def test_the_list_and_later_answers_are_kept() -> None:
    async def scenario() -> None:
        rig = Rig()
        await rig.workspace.refresh()
        assert [[session.id for session in one] for one in rig.memory.replaced] == [[1, 2, 3]]
        task = asyncio.create_task(rig.workspace.run())
        await rig.name(2, "new")
        await until(lambda: not len(rig.workspace.outbox))
        await stopped(task)
        assert [(session.id, session.title) for session in rig.memory.updated] == [(2, "new")]

    run(scenario)


def test_changes_made_on_an_old_list_wait_for_the_servers() -> None:
    """What the person saw may be out of date, so the list is read before anything is overwritten."""

    async def scenario() -> None:
        rig = Rig()
        rig.workspace.restore_list(rig.kept)
        await rig.name(1, "mine")
        task = asyncio.create_task(rig.workspace.run())
        await until(lambda: bool(rig.workspace.outbox.conflicts))
        assert (rig.api.lists, rig.api.requests) == (1, [])
        await stopped(task)

    run(scenario)


def test_while_the_list_cannot_be_read_nothing_is_sent_and_then_all_of_it() -> None:
    async def scenario() -> None:
        rig = Rig()
        rig.workspace.restore_list(Kept(list(rig.api.sessions.values())))
        rig.workspace.sender._backoff = rig.workspace.refresher._backoff
        rig.api.list_errors.extend([BROKEN] * 3)
        await rig.name(1, "mine")
        task = asyncio.create_task(rig.workspace.run())
        await until(lambda: not len(rig.workspace.outbox))
        assert rig.api.lists == 4
        assert rig.api.requests == [(1, {"title": "mine"})]
        await stopped(task)

    run(scenario)


def test_other_fields_that_were_changed_elsewhere_are_noted_for_sessions_with_waiting_changes() -> None:
    async def scenario() -> None:
        rig = Rig()
        await rig.workspace.refresh()
        await rig.name(1, "mine")
        for one in (1, 2):
            rig.api.sessions[one] = rig.api.sessions[one].with_values({"is_public": True})
        await rig.workspace.refresh()
        assert [(note.session_id, note.sentence) for note in rig.workspace.notes.all] == [
            (1, "Changed elsewhere and kept beside your waiting changes: Public.")
        ]
        assert rig.workspace.outbox.waiting == 1

    run(scenario)


def test_a_conflict_of_a_session_that_is_gone_becomes_a_failure_that_can_be_given_up() -> None:
    async def scenario() -> None:
        rig = Rig()
        await rig.workspace.refresh()
        await rig.name(1, "mine")
        rig.api.sessions[1] = rig.api.sessions[1].with_values({"title": "theirs"})
        await rig.workspace.refresh()
        assert len(rig.workspace.outbox.conflicts) == 1
        del rig.api.sessions[1]
        await rig.workspace.refresh()
        assert not rig.workspace.outbox.conflicts
        (entry,) = rig.workspace.outbox.failed
        assert "is not in the list any more" in str(entry.error)
        await rig.workspace.discard([1])
        assert len(rig.workspace.outbox) == 0

    run(scenario)


def test_an_unreachable_list_is_asked_for_again_by_itself_and_less_and_less_often() -> None:
    async def scenario() -> None:
        rig = Rig()
        rig.api.list_errors.extend([BROKEN] * 4)
        task = asyncio.create_task(rig.workspace.run())
        await rig.workspace.refresh()
        await until(lambda: rig.workspace.refreshed_at is not None)
        assert rig.api.lists == 5
        await settle()
        assert rig.workspace.trouble is None
        await stopped(task)

    run(scenario)


def test_the_sign_in_of_another_account_sends_nothing_of_this_one() -> None:
    async def scenario() -> None:
        rig = Rig()
        mine = {one: session.with_values({"user_id": "me"}) for one, session in rig.api.sessions.items()}
        rig.api.sessions = dict(mine)
        await rig.workspace.refresh()
        await rig.name(1, "mine")
        rig.api.sessions = {9: Session(id=9, title="theirs", user_id="somebody else")}
        await rig.workspace.refresh()
        task = asyncio.create_task(rig.workspace.run())
        await settle()
        assert "another account" in str(rig.workspace.trouble)
        assert rig.api.requests == []
        assert [session.id for session in rig.workspace.library] == [1, 2, 3], "and its list is not mixed up either"
        rig.api.sessions = dict(mine)
        await rig.workspace.refresh()
        await until(lambda: not len(rig.workspace.outbox))
        assert rig.api.requests == [(1, {"title": "mine"})]
        rig.api.sessions = {9: Session(id=9, title="theirs", user_id="somebody else")}
        await rig.workspace.refresh()
        assert [session.id for session in rig.workspace.library] == [9], "with nothing waiting it is just another list"
        await stopped(task)

    run(scenario)
