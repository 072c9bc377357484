from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterable
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.changes import Change
from joip_desktop.domain.draft import Draft, Edit, Edits
from joip_desktop.domain.entry import Priority
from joip_desktop.domain.errors import StorageError
from joip_desktop.domain.job import Job
from joip_desktop.domain.ledger import Ledger
from joip_desktop.domain.session import FieldValue, Session
from joip_desktop.engine.draft_writer import TRY_AGAIN_AFTER
from joip_desktop.engine.drafts import Drafts
from joip_desktop.engine.library import Library
from joip_desktop.engine.outbox import Outbox
from joip_desktop.engine.places import Place
from joip_desktop.engine.plan import plan_draft, plan_values
from joip_desktop.engine.workspace import Workspace
from tests.helpers import strategies
from tests.helpers.draft_disk import DraftDisk
from tests.helpers.fakes import FakeApi, FakeBudget
from tests.helpers.queueing import queue
from tests.helpers.simulation import run_simulated
from tests.helpers.still_workspace import now, send_next, workspace_of


@pytest.fixture
def outbox() -> Outbox:
    return Outbox()


@pytest.fixture
def library(outbox: Outbox) -> Library:
    library = Library(outbox)
    library.load([Session(id=1, title="A", is_public=False), Session(id=2, title="A")])
    return library


@pytest.fixture
def drafts(library: Library) -> Drafts:
    return Drafts(library)


def shown(drafts: Drafts, session_id: int) -> object:
    draft = drafts.get(session_id)
    assert draft is not None
    return draft.value("title")


def test_edits_are_kept_for_each_session(drafts: Drafts) -> None:
    told: list[frozenset[int]] = []
    drafts.changed.add(told.append)
    drafts.edit(1, "title", "B")
    drafts.edit(2, "title", "C")
    assert (shown(drafts, 1), shown(drafts, 2)) == ("B", "C")
    assert drafts.dirty == (1, 2)
    assert drafts.is_dirty(1)
    assert told == [{1}, {2}]


def test_looking_at_a_session_makes_nothing_dirty(drafts: Drafts) -> None:
    assert shown(drafts, 1) == "A"
    assert drafts.dirty == ()
    assert drafts.get(9) is None
    drafts.edit(9, "title", "B")
    drafts.revert(9)
    assert drafts.dirty == ()


def test_an_edit_back_is_no_edit(drafts: Drafts) -> None:
    drafts.edit(1, "title", "B")
    drafts.edit(1, "title", "A")
    assert not drafts.is_dirty(1)


def test_edits_can_be_forgotten_one_by_one_or_all(drafts: Drafts) -> None:
    drafts.edit(1, "title", "B")
    drafts.edit(1, "is_public", True)
    drafts.revert(1, "title")
    assert shown(drafts, 1) == "A"
    assert drafts.is_dirty(1)
    drafts.revert(1)
    assert not drafts.is_dirty(1)


def test_saving_clears_the_draft_and_news_from_the_server_do_not(
    drafts: Drafts, library: Library, outbox: Outbox
) -> None:
    drafts.edit(1, "title", "B")
    library.load([Session(id=1, title="news"), Session(id=2)])
    assert shown(drafts, 1) == "B"
    change = Change(session_id=1, patch={"title": "B"}, before={"title": "news"})
    asyncio.run(queue(outbox, [change], priority=Priority.HAND, job=1))
    assert drafts.dirty == ()


def test_edits_of_a_session_that_is_missing_from_a_list_come_back_with_it(drafts: Drafts, library: Library) -> None:
    drafts.edit(1, "title", "B")
    drafts.edit(2, "title", "B")
    library.load([Session(id=2, title="A")])
    assert list(drafts.dirty) == [2]
    assert drafts.get(1) is None
    library.load([Session(id=1, title="A"), Session(id=2, title="A")])
    assert list(drafts.dirty) == [1, 2]
    draft = drafts.get(1)
    assert draft is not None
    assert draft.edits == {"title": "B"}


def test_a_list_tells_of_all_drafts_that_it_is_about_in_one_go(drafts: Drafts, library: Library) -> None:
    for session_id in (1, 2):
        drafts.edit(session_id, "title", "B")
    told: list[frozenset[int]] = []
    drafts.changed.add(told.append)
    library.load([Session(id=1, title="B"), Session(id=2, title="news"), Session(id=3)])
    assert told == [{1, 2}]
    assert drafts.dirty == (2,)


# --- while a save is under way ----------------------------------------------------------------------------------------


def draft_of(workspace: Workspace) -> Draft:
    draft = workspace.drafts.get(1)
    assert draft is not None
    return draft


def save(workspace: Workspace) -> Coroutine[Any, Any, Job]:
    return workspace.submit(plan_draft(draft_of(workspace)))


def test_the_old_value_typed_back_while_a_save_is_under_way_is_an_edit() -> None:
    workspace = workspace_of(Session(id=1, title="A"))
    workspace.drafts.edit(1, "title", "B")
    saving = save(workspace)
    workspace.drafts.edit(1, "title", "A")
    told: list[frozenset[int]] = []
    workspace.drafts.changed.add(told.append)
    now(saving)
    assert workspace.outbox.overlay(1) == {"title": "B"}
    assert draft_of(workspace).kept() == {"title": Edit("A", "B")}
    assert workspace.drafts.is_dirty(1)
    assert {1} in told
    now(save(workspace))
    assert list(workspace.drafts.dirty) == []
    assert not len(workspace.outbox), "the two cancel out"


def test_an_old_value_typed_first_of_all_while_a_save_is_under_way_is_an_edit() -> None:
    workspace = workspace_of(Session(id=1, title="A"))
    saving = workspace.submit(plan_values(workspace.library, {"title": "B"}, action="Name"))
    workspace.drafts.edit(1, "title", "A")
    now(saving)
    assert draft_of(workspace).kept() == {"title": Edit("A", "B")}


def test_of_two_saves_under_way_what_is_typed_after_both_is_an_edit() -> None:
    workspace = workspace_of(Session(id=1, title="A"))
    workspace.drafts.edit(1, "title", "B")
    first = save(workspace)
    workspace.drafts.edit(1, "title", "A")
    second = save(workspace)
    now(first)
    workspace.drafts.edit(1, "title", "B")
    now(second)
    assert workspace.outbox.overlay(1) == {}
    assert draft_of(workspace).kept() == {"title": Edit("B", "A")}


def test_a_save_that_fails_leaves_the_edits_and_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = workspace_of(Session(id=1, title="A"))
    full = StorageError("The disk is full.")

    async def refuse(*_: object) -> None:
        raise full

    monkeypatch.setattr(workspace.outbox, "add", refuse)
    workspace.drafts.edit(1, "title", "B")
    saving = save(workspace)
    with pytest.raises(StorageError):
        now(saving)
    assert draft_of(workspace).kept() == {"title": Edit("B", "A")}
    workspace.drafts.edit(1, "title", "A")
    assert workspace.drafts.dirty == ()


def test_what_is_typed_while_its_save_fails_is_settled_at_its_end(drafts: Drafts) -> None:
    drafts.edit(1, "title", "B")
    end = drafts.saving([Change(session_id=1, patch={"title": "B"}, before={"title": "A"})])
    drafts.edit(1, "title", "A")
    assert drafts.is_dirty(1)
    told: list[frozenset[int]] = []
    drafts.changed.add(told.append)
    end()
    assert list(drafts.dirty) == []
    assert told == [{1}]
    end()
    assert len(told) == 1


def test_a_save_that_ends_while_the_session_is_missing_takes_no_edit_away(drafts: Drafts, library: Library) -> None:
    drafts.edit(1, "title", "B")
    end = drafts.saving([Change(session_id=1, patch={"title": "B"}, before={"title": "A"})])
    drafts.edit(1, "title", "A")
    library.load([])
    end()
    library.load([Session(id=1, title="B")])
    assert shown(drafts, 1) == "A"


# --- changed elsewhere ------------------------------------------------------------------------------------------------


def test_what_was_changed_elsewhere_since_the_edit_began_is_not_overwritten_unseen() -> None:
    workspace = workspace_of(Session(id=1, title="A"))
    workspace.drafts.edit(1, "title", "B")
    workspace.library.load([Session(id=1, title="Theirs")])
    now(save(workspace))
    (held,) = workspace.outbox.conflicts
    assert [
        (one.base, one.mine, one.theirs)
        for one in workspace.outbox.compare(held, Session(id=1, title="Theirs")).conflicts
    ] == [("A", "B", "Theirs")]


def test_our_own_saves_and_their_undoing_were_not_done_elsewhere() -> None:
    workspace = workspace_of(Session(id=1, title="A"))
    workspace.drafts.edit(1, "title", "B")
    now(save(workspace))
    workspace.drafts.edit(1, "title", "C")
    now(save(workspace))
    workspace.drafts.edit(1, "title", "D")
    assert draft_of(workspace).changed_meanwhile == {}
    for former in ("B", "A"):
        now(workspace.undo())
        assert draft_of(workspace).base.title == former
        assert draft_of(workspace).changed_meanwhile == {}
    assert draft_of(workspace).kept() == {"title": Edit("D", "A")}
    workspace.library.load([Session(id=1, title="Theirs")])
    assert draft_of(workspace).changed_meanwhile == {"title": "A"}


def test_what_the_server_made_of_our_save_was_not_done_elsewhere() -> None:
    workspace = workspace_of(Session(id=1, title="A"))
    workspace.drafts.edit(1, "title", "B ")
    now(save(workspace))
    workspace.drafts.edit(1, "title", "C")
    answer = Session(id=1, title="B")
    entry = send_next(workspace)
    workspace.library.take_over(answer)
    now(workspace.outbox.done(entry, answer))
    assert draft_of(workspace).kept() == {"title": Edit("C", "B")}
    assert draft_of(workspace).changed_meanwhile == {}


# --- kept from one run to the next ------------------------------------------------------------------------------------

KEPT = {"title": Edit("B", "A")}


def opened(sessions: Iterable[Session], disk: DraftDisk | None = None) -> tuple[Drafts, Library]:
    """Drafts that have taken in what is on the disk, over a list that has been read."""
    library = Library(Outbox())
    drafts = Drafts(library, disk)
    if disk is not None:
        drafts.restore(disk.load())
    library.load(sessions)
    return drafts, library


def restored(disk: DraftDisk) -> tuple[Drafts, Library]:
    """Drafts that have taken in what is on the disk, before there is any list."""
    library = Library(Outbox())
    drafts = Drafts(library, disk)
    drafts.restore(disk.load())
    return drafts, library


def kept(drafts: Drafts, session_ids: Iterable[int] = (1, 2)) -> dict[int, Edits]:
    """What the sessions' forms would show as edited."""
    found = {one: draft.kept() for one in session_ids if (draft := drafts.get(one)) is not None}
    return {session_id: edits for session_id, edits in found.items() if edits}


def test_edits_of_the_last_run_are_there_with_the_first_list_before_anybody_looks_at_it(
    drafts: Drafts, outbox: Outbox
) -> None:
    library = Library(outbox)
    drafts = Drafts(library)
    told: list[object] = []
    drafts.changed.add(told.append)
    library.changed.add(lambda _: told.append(drafts.dirty))
    drafts.restore({1: KEPT, 3: KEPT})
    assert (drafts.dirty, drafts.is_dirty(1), drafts.get(1)) == ((), False, None)
    assert told == []
    library.load([Session(id=2), Session(id=1, title="A")])
    assert told == [{1}, (1,)]
    assert kept(drafts) == {1: KEPT}
    library.take_over(Session(id=3, title="Theirs"))
    assert drafts.dirty == (1, 3)
    draft = drafts.get(3)
    assert draft is not None
    assert draft.changed_meanwhile == {"title": "A"}


def test_edits_of_the_last_run_go_on_over_a_list_that_is_there(drafts: Drafts) -> None:
    told: list[frozenset[int]] = []
    drafts.changed.add(told.append)
    drafts.restore({1: KEPT, 3: KEPT})
    assert kept(drafts) == {1: KEPT}
    assert told == [{1}]


def test_edits_of_the_last_run_that_the_session_has_by_now_are_edits_no_longer() -> None:
    async def scenario() -> None:
        disk = DraftDisk()
        await disk.update({1: {**KEPT, "interval_min": Edit(7, 4)}, 2: KEPT})
        drafts, _ = opened([Session(id=1, title="B"), Session(id=2, title="B")], disk)
        assert kept(drafts) == {1: {"interval_min": Edit(7, 4)}}
        await drafts.flush()
        assert disk.load() == {1: {"interval_min": Edit(7, 4)}}

    run_simulated(scenario())


def test_a_session_that_never_comes_keeps_its_edits_on_disk() -> None:
    async def scenario() -> None:
        disk = DraftDisk()
        await disk.update({9: KEPT})
        for _ in range(2):
            drafts, library = opened([Session(id=1, title="A")], disk)
            drafts.edit(1, "title", "C")
            library.load([Session(id=1, title="C"), Session(id=2)])
            await drafts.flush()
        assert disk.load() == {9: KEPT}

    run_simulated(scenario())


def test_an_old_list_takes_no_edit_away() -> None:
    """The last list may have been written before the edit was made, and before others changed the session back."""

    async def scenario() -> None:
        disk = DraftDisk()
        before = {**KEPT, "interval_min": Edit(7, 4)}
        await disk.update({1: before, 2: KEPT})
        drafts, library = restored(disk)
        library.load([Session(id=1, title="B", interval_min=4), Session(id=2, title="A")], earlier=True)
        await drafts.flush()
        assert kept(drafts) == {1: {"interval_min": Edit(7, 4)}, 2: KEPT}
        assert disk.load() == {1: before, 2: KEPT}
        library.load([Session(id=1, title="A", interval_min=4), Session(id=2, title="A")])
        assert kept(drafts) == {1: before, 2: KEPT}
        library.load([Session(id=1, title="B", interval_min=4), Session(id=2, title="A")])
        await drafts.flush()
        assert disk.load() == kept(drafts) == {1: {"interval_min": Edit(7, 4)}, 2: KEPT}

    run_simulated(scenario())


def test_what_this_runs_list_has_as_the_old_one_had_is_settled_by_it() -> None:
    async def scenario() -> None:
        disk = DraftDisk()
        await disk.update({1: KEPT})
        drafts, library = restored(disk)
        for earlier in (True, False):
            library.load([Session(id=1, title="B")], earlier=earlier)
            await drafts.flush()
            assert disk.load() == ({1: KEPT} if earlier else {})

    run_simulated(scenario())


@pytest.mark.parametrize(
    ("act", "left"),
    [
        (lambda drafts: drafts.edit(1, "title", "C"), {"title": Edit("C", "B"), "interval_min": Edit(7, 4)}),
        (lambda drafts: drafts.edit(1, "title", "B"), {"interval_min": Edit(7, 4)}),
        (lambda drafts: drafts.revert(1, "title"), {"interval_min": Edit(7, 4)}),
        (lambda drafts: drafts.revert(1), {}),
    ],
    ids=["edit", "edit to what is shown", "revert one", "revert all"],
)
def test_what_is_done_over_an_old_list_counts_for_its_field(act: Callable[[Drafts], None], left: Edits) -> None:
    async def scenario() -> None:
        disk = DraftDisk()
        await disk.update({1: {**KEPT, "interval_min": Edit(7, 4)}})
        drafts, library = restored(disk)
        library.load([Session(id=1, title="B", interval_min=7)], earlier=True)
        assert not drafts.is_dirty(1), "the old list has all of it"
        act(drafts)
        await drafts.flush()
        assert disk.load().get(1, {}) == left
        library.load([Session(id=1, title="A", interval_min=4)])
        assert kept(drafts).get(1, {}) == left

    run_simulated(scenario())


def test_every_change_of_a_draft_is_on_disk_soon(outbox: Outbox, library: Library) -> None:
    async def scenario() -> None:
        disk = DraftDisk()
        drafts = Drafts(library, disk)
        drafts.edit(1, "title", "B")
        drafts.edit(2, "title", "C")
        drafts.edit(1, "is_public", value=True)
        await asyncio.sleep(1)
        assert disk.load() == {
            1: {"title": Edit("B", "A"), "is_public": Edit(True, False)},
            2: {"title": Edit("C", "A")},
        }
        drafts.revert(1, "title")
        change = Change(session_id=2, patch={"title": "C"}, before={"title": "A"})
        await queue(outbox, [change], priority=Priority.HAND, job=1)
        await asyncio.sleep(1)
        assert disk.load() == {1: {"is_public": Edit(True, False)}}
        drafts.revert(1)
        await asyncio.sleep(1)
        assert disk.load() == {}

    run_simulated(scenario())


def test_a_list_that_leaves_the_drafts_as_they_are_writes_nothing(library: Library) -> None:
    async def scenario() -> None:
        disk = DraftDisk()
        drafts = Drafts(library, disk)
        drafts.edit(1, "title", "B")
        await drafts.flush()
        library.load([Session(id=2), Session(id=1, title="news", is_public=True)])
        library.load([Session(id=2)])
        await drafts.flush()
        assert disk.writes == [[1]]
        assert disk.load() == {1: KEPT}

    run_simulated(scenario())


def test_what_would_be_lost_is_what_the_disk_refuses(library: Library) -> None:
    async def scenario() -> None:
        disk = DraftDisk()
        drafts = Drafts(library, disk)
        drafts.edit(1, "title", "B")
        assert drafts.unkept == 0, "it is being written, and closing waits for that"
        await drafts.flush()
        full = disk.trouble = StorageError("The disk is full.")
        drafts.edit(1, "title", "C")
        drafts.edit(2, "title", "C")
        await drafts.flush()
        assert (drafts.unkept, drafts.problem) == (2, full)
        drafts.edit(1, "title", "B")
        drafts.edit(2, "title", "A")
        assert drafts.unkept == 0, "that is on disk, from before"
        drafts.edit(2, "title", "D")
        await asyncio.sleep(TRY_AGAIN_AFTER - 1)
        assert (drafts.unkept, kept(drafts)[2]) == (1, {"title": Edit("D", "A")})
        disk.trouble = None
        await asyncio.sleep(2)
        assert (drafts.unkept, drafts.problem) == (0, None)
        assert disk.load() == kept(drafts)

    run_simulated(scenario())


def test_a_workspace_brings_them_back_and_ends_only_when_they_are_on_disk() -> None:
    async def scenario() -> None:
        disk = DraftDisk()
        await disk.update({1: KEPT})
        workspace = Workspace(
            api=FakeApi.holding([Session(id=1, title="A"), Session(id=2)]), budget=FakeBudget(), draft_store=disk
        )
        workspace.restore(Ledger(), disk.load())
        running = asyncio.ensure_future(workspace.run())
        await workspace.refresh()
        assert kept(workspace.drafts) == {1: KEPT}
        workspace.tally.catch_up()
        assert workspace.tally.count(Place.UNSAVED) == 1
        disk.gate.clear()
        workspace.drafts.edit(2, "title", "B")
        await asyncio.sleep(1)
        running.cancel()
        await asyncio.sleep(1)
        assert not running.done()
        disk.gate.set()
        await asyncio.gather(running, return_exceptions=True)
        assert disk.load() == {1: KEPT, 2: {"title": Edit("B")}}

    run_simulated(scenario())


def test_without_a_store_all_edits_would_be_lost(drafts: Drafts, library: Library) -> None:
    drafts.edit(1, "title", "B")
    drafts.edit(2, "title", "B")
    assert (drafts.unkept, drafts.problem) == (2, None)
    library.load([Session(id=1, title="A")])
    assert drafts.unkept == 1
    asyncio.run(drafts.flush())


class Life:
    """Runs of the app on one disk, and what happens in them."""

    def __init__(self, sessions: Iterable[Session]) -> None:
        self.disk = DraftDisk()
        self.drafts, self.library = opened(sessions, self.disk)

    async def edit(self, session_id: int, name: str, value: FieldValue) -> None:
        self.drafts.edit(session_id, name, value)

    async def revert(self, session_id: int, name: str | None) -> None:
        self.drafts.revert(session_id, name)

    async def read(self, *sessions: Session) -> None:
        self.library.load(sessions)

    async def let(self, *, go_on: bool) -> None:
        (self.disk.gate.set if go_on else self.disk.gate.clear)()

    async def fill(self, *, up: bool) -> None:
        self.disk.trouble = StorageError("The disk is full.") if up else None

    async def flush(self) -> None:
        self.disk.gate.set()
        await self.drafts.flush()

    async def start_again(self) -> None:
        self.disk.trouble = None
        await self.flush()
        assert self.drafts.unkept == 0
        self.drafts, self.library = opened(self.library.server_rows(), self.disk)


ids = st.integers(1, 2)
some_fields = st.sampled_from(["title", "subreddits", "interval_min", "is_favorite", "category_id"])
few_values: st.SearchStrategy[FieldValue] = st.sampled_from(["A", "B", 1, True, None])

steps = st.lists(
    st.one_of(
        st.tuples(st.just(Life.edit), ids, some_fields, strategies.any_field_value),
        st.tuples(st.just(Life.edit), ids, some_fields, few_values),
        st.tuples(st.just(Life.revert), ids, some_fields | st.none()),
        st.tuples(st.just(Life.read), strategies.sessions(1), strategies.sessions(2)),
        st.tuples(st.just(Life.read), strategies.sessions(2)),
        st.builds(partial, st.just(Life.let), go_on=st.booleans()).map(lambda step: (step,)),
        st.builds(partial, st.just(Life.fill), up=st.booleans()).map(lambda step: (step,)),
        st.sampled_from([(Life.flush,), (Life.start_again,)]),
    ),
    max_size=25,
)


@given(strategies.sessions(1), strategies.sessions(2), steps)
def test_whatever_is_done_the_next_run_finds_it_as_it_was(
    first: Session, second: Session, taken: list[tuple[Any, ...]]
) -> None:
    async def scenario() -> None:
        life = Life([first, second])
        for act, *arguments in taken:
            await act(life, *arguments)
            await asyncio.sleep(0)
        before, library = life.drafts, life.library
        await life.start_again()
        assert kept(life.drafts) == kept(before)
        library.load([first, second])  # those of a session that was missing come back with it, too
        life.library.load(library.server_rows())
        assert kept(life.drafts) == kept(before)

    run_simulated(scenario())
