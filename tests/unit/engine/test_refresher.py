from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest

from joip_desktop.domain.errors import JoipError, RateLimitedError, SignInNeededError, UnreachableError
from joip_desktop.domain.progress import ReadingProgress
from joip_desktop.domain.session import Session
from joip_desktop.engine import slices
from joip_desktop.engine.plan import plan_values
from joip_desktop.engine.ports import Ticket
from joip_desktop.engine.workspace import Workspace
from tests.helpers.fakes import FakeApi, FakeBudget, FakeListing, settle, until

YESTERDAY = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
BROKEN = UnreachableError("The server can't be reached.")


@dataclass(frozen=True)
class Kept:
    sessions: Sequence[Session]
    read_at: datetime = YESTERDAY


@dataclass
class Memory:
    """Notes what it is told to keep, once it may."""

    replaced: list[list[Session]] = field(default_factory=list)
    updated: list[Session] = field(default_factory=list)
    gate: asyncio.Event | None = None
    writing: bool = False

    async def load(self) -> Kept | None:
        return None

    async def replace(self, sessions: Sequence[Session], read_at: datetime) -> None:
        assert read_at.tzinfo is UTC
        self.writing = True
        if self.gate is not None:
            await self.gate.wait()
        self.replaced.append(list(sessions))

    async def update(self, sessions: Sequence[Session]) -> None:
        self.updated += sessions


class Rig:
    def __init__(self, count: int = 3, clock: Callable[[], float] = time.monotonic) -> None:
        self.api = FakeApi.holding(Session(id=one, title="old", is_public=False) for one in range(1, count + 1))
        self.memory = Memory()
        self.workspace = Workspace(
            api=self.api, budget=FakeBudget(), memory=self.memory, read_again_after=0.001, clock=clock
        )

    @property
    def kept(self) -> Kept:
        return Kept([Session(id=one, title="kept", is_public=False) for one in (1, 2)])

    def titles(self) -> list[object]:
        return [session.title for session in self.workspace.library]

    async def name(self, session_id: int, title: str) -> None:
        await self.workspace.submit(
            plan_values(self.workspace.library.pick([session_id]), {"title": title}, action="N")
        )


def run(scenario: Callable[[], Coroutine[Any, Any, None]]) -> None:
    asyncio.run(scenario())


async def stopped(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def loading(workspace: Workspace) -> None:
    """Wait until a list is being taken in."""
    while workspace.library._load is None:  # noqa: ASYNC110 - which nobody is told of
        await asyncio.sleep(0)


def test_the_kept_list_is_shown_with_its_age_until_the_servers_is_in() -> None:
    async def scenario() -> None:
        rig = Rig()
        told: list[bool] = []
        rig.workspace.library.changed.add(lambda event: told.append(event.earlier))
        await rig.workspace.restore_list(rig.kept)
        assert [session.title for session in rig.workspace.library] == ["kept", "kept"]
        assert (rig.workspace.listed_at, rig.workspace.refreshed_at) == (YESTERDAY, None)
        await rig.workspace.refresh()
        assert [session.title for session in rig.workspace.library] == ["old"] * 3
        assert rig.workspace.listed_at == rig.workspace.refreshed_at != YESTERDAY
        assert told == [True, False], "whoever compares with the first one knows that it may be old"

    run(scenario)


def test_a_kept_list_that_comes_late_is_not_shown() -> None:
    async def scenario() -> None:
        rig = Rig()
        await rig.workspace.refresh()
        await rig.workspace.restore_list(rig.kept)
        assert len(rig.workspace.library) == 3

    run(scenario)


def test_the_list_and_later_answers_are_kept() -> None:
    async def scenario() -> None:
        rig = Rig()
        task = asyncio.create_task(rig.workspace.run())
        await rig.workspace.refresh()
        await until(lambda: bool(rig.memory.replaced))
        assert [[session.id for session in one] for one in rig.memory.replaced] == [[1, 2, 3]]
        await rig.name(2, "new")
        await until(lambda: not len(rig.workspace.outbox))
        await stopped(task)
        assert [(session.id, session.title) for session in rig.memory.updated] == [(2, "new")]
        assert len(rig.memory.replaced) == 1

    run(scenario)


def test_changes_made_on_an_old_list_wait_for_the_servers() -> None:
    """What the person saw may be out of date, so the list is read before anything is overwritten."""

    async def scenario() -> None:
        rig = Rig()
        await rig.workspace.restore_list(rig.kept)
        await rig.name(1, "mine")
        task = asyncio.create_task(rig.workspace.run())
        await until(lambda: bool(rig.workspace.outbox.conflicts))
        assert (rig.api.lists, rig.api.requests) == (1, [])
        await stopped(task)

    run(scenario)


def test_while_the_list_cannot_be_read_nothing_is_sent_and_then_all_of_it() -> None:
    async def scenario() -> None:
        rig = Rig()
        await rig.workspace.restore_list(Kept(list(rig.api.sessions.values())))
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


def test_what_somebody_else_left_on_the_screen_is_gone_before_their_list_is_taken_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """While it is, nothing can be done with the former account's sessions, which would go out with the wrong cookie."""
    monkeypatch.setattr(slices, "SLICE", 0.0)

    async def scenario() -> None:
        rig = Rig()
        rig.api.sessions = {one: Session(id=one, user_id="me") for one in (1, 2)}
        await rig.workspace.refresh()
        rig.api.sessions = {one: Session(id=one, user_id="you") for one in range(10, 30)}
        shown: list[list[int]] = []
        rig.workspace.library.changed.add(lambda _: shown.append([one.id for one in rig.workspace.library]))
        await rig.workspace.refresh()
        assert shown == [[], list(range(10, 30))]

    run(scenario)


# --- while it goes on -------------------------------------------------------------------------------------------------


def test_a_list_is_taken_in_while_others_have_their_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slices, "SLICE", 0.0)

    async def scenario() -> None:
        rig = Rig(50)
        seen: list[int] = []

        async def other() -> None:
            while rig.workspace.refreshed_at is None:
                seen.append(len(rig.workspace.library))
                await asyncio.sleep(0)

        others = asyncio.create_task(other())
        await rig.workspace.refresh()
        await others
        assert len(seen) > 100
        assert set(seen) <= {0, 50}, "nobody sees a part of it"

    run(scenario)


def test_a_refresh_that_is_in_while_the_kept_list_is_still_taken_in_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slices, "SLICE", 0.0)

    async def scenario() -> None:
        rig = Rig()
        restoring = asyncio.create_task(rig.workspace.restore_list(rig.kept))
        await asyncio.sleep(0)
        await rig.workspace.refresh()
        await restoring
        assert rig.titles() == ["old"] * 3
        assert rig.workspace.listed_at == rig.workspace.refreshed_at != YESTERDAY
        assert not rig.workspace.sender._behind

    run(scenario)


def test_a_kept_list_that_waits_for_a_refresh_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slices, "SLICE", 0.0)

    async def scenario() -> None:
        rig = Rig()
        refreshing = asyncio.create_task(rig.workspace.refresh())
        await loading(rig.workspace)
        await rig.workspace.restore_list(rig.kept)
        await refreshing
        assert rig.titles() == ["old"] * 3
        assert rig.workspace.listed_at == rig.workspace.refreshed_at != YESTERDAY

    run(scenario)


def test_a_refresh_that_is_cancelled_on_the_way_leaves_room_for_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slices, "SLICE", 0.0)

    async def scenario() -> None:
        rig = Rig()
        refreshing = asyncio.create_task(rig.workspace.refresh())
        await loading(rig.workspace)
        refreshing.cancel()
        await asyncio.gather(refreshing, return_exceptions=True)
        assert (rig.titles(), rig.workspace.is_refreshing) == ([], False)
        await rig.workspace.refresh()
        assert rig.titles() == ["old"] * 3

    run(scenario)


def test_a_change_that_is_made_while_a_list_is_taken_in_is_shown_and_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slices, "SLICE", 0.0)

    async def scenario() -> None:
        rig = Rig()
        await rig.workspace.refresh()
        rig.api.sessions[3] = rig.api.sessions[3].with_values({"title": "theirs"})
        refreshing = asyncio.create_task(rig.workspace.refresh())
        await loading(rig.workspace)
        await rig.name(1, "mine")
        await refreshing
        assert rig.titles() == ["mine", "old", "theirs"]
        task = asyncio.create_task(rig.workspace.run())
        await until(lambda: not len(rig.workspace.outbox))
        assert rig.api.requests == [(1, {"title": "mine"})]
        await stopped(task)

    run(scenario)


def test_another_refresh_may_begin_while_the_former_list_is_still_written() -> None:
    async def scenario() -> None:
        rig = Rig()
        written = asyncio.Event()

        rig.memory.gate = written
        task = asyncio.create_task(rig.workspace.run())
        await rig.workspace.refresh()
        await until(lambda: rig.memory.writing)
        await rig.workspace.refresh()
        assert (rig.api.lists, rig.memory.replaced) == (2, [])
        written.set()
        await until(lambda: bool(rig.memory.replaced))
        await stopped(task)

    run(scenario)


# --- progress ---------------------------------------------------------------------------------------------------------


def test_how_far_the_list_has_come_is_told_ten_times_a_second_at_most() -> None:
    now = 0.0
    steps = [ReadingProgress("receiving", done, 400) for done in (100, 200, 300, 400)] + [ReadingProgress("reading", 2)]

    class Slow(FakeApi):
        async def list_sessions(
            self, ticket: Ticket, *, progress: Callable[[ReadingProgress], None] | None = None
        ) -> FakeListing:
            nonlocal now
            assert progress is not None
            for step in steps:
                progress(step)
                now += 0.04
            return await super().list_sessions(ticket)

    async def scenario() -> None:
        workspace = Workspace(api=Slow(), budget=FakeBudget(), clock=lambda: now)
        told: list[ReadingProgress | None] = []
        workspace.changed.add(lambda _: told.append(workspace.progress))
        await workspace.refresh()
        progress = [one for one in told if one is not None]
        assert progress == [steps[0], steps[3]]
        assert (told[-1], workspace.progress) == (None, None)

    run(scenario)


@pytest.mark.parametrize("trouble", [BROKEN, SignInNeededError("Who?", status=401)])
def test_a_list_that_fails_on_the_way_leaves_no_progress(trouble: JoipError) -> None:
    async def scenario() -> None:
        rig = Rig()
        rig.api.list_errors.extend([RateLimitedError("Slowly."), trouble])
        rig.api.progress = [ReadingProgress("receiving", 5)]
        await rig.workspace.refresh()
        assert rig.workspace.trouble is not None
        assert rig.workspace.progress is None

    run(scenario)


def test_word_that_comes_late_is_not_taken_for_another_refresh() -> None:
    late: list[Callable[[ReadingProgress], None]] = []

    class Late(FakeApi):
        async def list_sessions(
            self, ticket: Ticket, *, progress: Callable[[ReadingProgress], None] | None = None
        ) -> FakeListing:
            assert progress is not None
            late.append(progress)
            return await super().list_sessions(ticket)

    async def scenario() -> None:
        workspace = Workspace(api=Late(), budget=FakeBudget())
        await workspace.refresh()
        late[0](ReadingProgress("reading", 500))
        assert workspace.progress is None

    run(scenario)


async def test_a_list_that_was_asked_for_before_somebody_else_signed_in_is_asked_for_again() -> None:
    rig = Rig()
    rig.api.gate.clear()
    refresh = asyncio.create_task(rig.workspace.refresh())
    await until(lambda: rig.api.lists == 1)
    rig.workspace.sender.fall_behind()  # another cookie was pasted
    rig.api.gate.set()
    await refresh
    assert rig.api.lists == 2
    assert not rig.workspace.sender._behind
    assert rig.workspace.trouble is None


async def test_signing_in_while_a_list_is_taken_in_makes_it_old() -> None:
    rig = Rig()

    def sign_in(_event: object) -> None:
        stop()
        rig.workspace.sender.fall_behind()

    stop = rig.workspace.library.changed.add(sign_in)
    await rig.workspace.refresh()
    assert rig.api.lists == 2
    assert not rig.workspace.sender._behind
