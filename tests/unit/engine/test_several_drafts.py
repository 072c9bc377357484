from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.draft import Group, SharedEdits
from joip_desktop.domain.errors import StorageError
from joip_desktop.domain.session import UNKNOWN, FieldValue, Session
from joip_desktop.engine.draft_writer import TRY_AGAIN_AFTER
from joip_desktop.engine.drafts import Drafts
from joip_desktop.engine.library import Library
from joip_desktop.engine.marks import UNSAVED
from joip_desktop.engine.outbox import Outbox
from joip_desktop.engine.places import Place
from joip_desktop.engine.several import Several, SeveralDraft, planning_values
from joip_desktop.engine.several_drafts import SeveralDrafts, keeping_own
from joip_desktop.engine.slices import at_once
from joip_desktop.engine.workspace import Workspace
from tests.helpers import strategies
from tests.helpers.draft_disk import DraftDisk
from tests.helpers.simulation import run_simulated
from tests.helpers.still_workspace import now, workspace_of

FULL = StorageError("The disk is full.")
COUNT = 6


def listed(*numbers: int) -> list[Session]:
    return [Session(id=number, title=f"T{number}", is_public=False) for number in numbers or range(1, COUNT + 1)]


@dataclass
class Desk:
    """Selections in a list of sessions, whose shared edits go to a disk, and runs that follow each other."""

    disk: DraftDisk = field(default_factory=DraftDisk)
    sessions: Sequence[Session] = field(default_factory=listed)

    def __post_init__(self) -> None:
        self.start()

    def start(self) -> None:
        """Another run; it reads the list, and nothing of the former one is left."""
        self.library = Library(Outbox())
        self.drafts = Drafts(self.library, self.disk)
        self.several: SeveralDrafts = self.drafts.several
        self.several.restore(self.disk.load_groups())
        self.told: list[frozenset[int]] = []
        self.drafts.changed.add(self.told.append)
        self.library.load(self.sessions)

    def select(self, *session_ids: int) -> SeveralDraft:
        several = Several(self.library.get, session_ids)
        at_once(several.counting())
        return self.several.open(session_ids, several)

    def lists(self, *session_ids: int) -> None:
        self.library.load(listed(*session_ids))

    @property
    def groups(self) -> list[tuple[set[int], Sequence[str]]]:
        return [(set(self.several.members(one.number)), one.fields) for one in self.several.groups]


async def steps() -> None:
    """Let everything go on that can."""
    for _ in range(10):
        await asyncio.sleep(0)


# --- from run to run --------------------------------------------------------------------------------------------------


def test_entries_for_several_are_on_disk_soon_and_there_in_the_next_run() -> None:
    async def scenario() -> None:
        desk = Desk()
        draft = desk.select(3, 1, 2)
        draft.set("title", "B")
        draft.set("interval_min", UNKNOWN)
        draft.set_takes_part("interval_min", False)
        draft.set_takes_part("is_public", True)
        await steps()
        desk.start()
        assert desk.groups == [({1, 2, 3}, ("title", "interval_min", "is_public"))]
        assert desk.told == [{1, 2, 3}]
        again = desk.select(1, 2, 3)
        assert again.edits == draft.edits
        assert (again.value("title"), again.takes_part("interval_min")) == ("B", False)
        assert desk.disk.group_writes == [[1]], "looking at them writes nothing"

    run_simulated(scenario())


def test_a_keystroke_writes_the_edits_alone() -> None:
    async def scenario() -> None:
        desk = Desk()
        draft = desk.select(1, 2, 3)
        for number in range(20):
            draft.set("title", f"B{number}")
            await steps()
        assert len(desk.disk.group_writes) == 20
        assert desk.disk.ids_written == [1]
        desk.start()
        desk.select(3, 2, 1).set("title", "C")
        await steps()
        assert desk.disk.ids_written == [1], "nor does another order of the rows, in another run"
        assert desk.told == [{1, 2, 3}], "views are told of who is in a group, not of every letter"

    run_simulated(scenario())


def test_what_is_reverted_is_gone_from_the_disk() -> None:
    async def scenario() -> None:
        desk = Desk()
        draft = desk.select(1, 2)
        draft.set("title", "B")
        await steps()
        draft.revert("title")
        await steps()
        assert (desk.disk.groups, desk.groups) == ({}, [])
        assert desk.told == [{1, 2}, {1, 2}]
        draft.set("title", "C")
        assert desk.groups == [({1, 2}, ("title",))]
        await steps()
        assert list(desk.disk.groups) == [2]

    run_simulated(scenario())


def test_numbers_of_what_could_not_be_read_are_not_used_again() -> None:
    desk = Desk(DraftDisk())
    several = SeveralDrafts(desk.library)
    several.restore({7: None, 3: Group((1, 2), SharedEdits({"title": "B"}))})
    several.open((4, 5), Several(desk.library.get, (4, 5))).set("title", "C")
    assert [group.number for group in several.groups] == [3, 8]


def test_entries_wait_for_the_list() -> None:
    async def scenario() -> None:
        desk = Desk()
        desk.select(1, 2).set("title", "B")
        await steps()
        desk.sessions = ()
        desk.start()
        assert (desk.groups, desk.told, desk.drafts.unkept) == ([], [], 0)
        assert not desk.several.holds(1)
        desk.lists(2)
        assert desk.groups == [], "for one session there is no form for several"
        desk.lists()
        assert desk.groups == [({1, 2}, ("title",))]
        assert desk.several.holds(1)
        assert len(desk.disk.group_writes) == 1

    run_simulated(scenario())


def test_sessions_that_are_gone_do_not_count_and_come_back_with_the_list() -> None:
    async def scenario() -> None:
        desk = Desk()
        desk.select(1, 2, 3).set("title", "B")
        desk.lists(2, 3, 4)
        assert desk.groups == [({2, 3}, ("title",))]
        draft = desk.select(2, 3)
        assert draft.values() == {"title": "B"}
        draft.set("title", "C")
        desk.lists(3, 4)
        assert desk.groups == []
        assert desk.told[-1] == {1, 2, 3}
        await steps()
        assert desk.disk.load_groups() == {1: Group((1, 2, 3), SharedEdits({"title": "C"}, frozenset({"title"})))}
        desk.lists()
        assert desk.groups == [({1, 2, 3}, ("title",))]
        assert desk.select(1, 2, 3).values() == {"title": "C"}

    run_simulated(scenario())


def test_the_group_that_is_wanted_comes_before_another_one_of_the_same_sessions() -> None:
    async def scenario() -> None:
        desk = Desk()
        desk.select(1, 2, 3).set("title", "Three")
        desk.select(4, 5)
        desk.select(1, 2).set("title", "Two")
        desk.lists(1, 2, 4, 5)
        assert desk.groups == [({1, 2}, ("title",)), ({1, 2}, ("title",))]
        assert desk.select(1, 2).value("title") == "Two"
        desk.several.want(1)
        assert desk.select(1, 2).value("title") == "Three"
        assert desk.select(1, 2).value("title") == "Two", "once"
        desk.several.want(1)
        assert not desk.select(4, 5).is_dirty, "others were selected after all"
        desk.drafts.several.restore({})

    run_simulated(scenario())


# --- trouble with the disk --------------------------------------------------------------------------------------------


def test_closing_asks_only_for_what_the_disk_refused() -> None:
    async def scenario() -> None:
        desk = Desk()
        desk.drafts.edit(1, "title", "Own")
        desk.select(1, 2).set("title", "B")
        await desk.drafts.flush()
        assert desk.drafts.unkept == 0
        desk.disk.trouble = FULL
        desk.select(4, 5, 6).set("title", "C")
        assert desk.drafts.unkept == 0, "it is being written, and closing waits for that"
        await steps()
        assert (desk.drafts.unkept, desk.drafts.problem) == (3, FULL)
        desk.drafts.edit(4, "title", "Own")
        await steps()
        assert desk.drafts.unkept == 3, "a session counts once"
        desk.lists(1, 2, 4, 5)
        assert desk.drafts.unkept == 2
        desk.disk.trouble = None
        await asyncio.sleep(2 * TRY_AGAIN_AFTER)
        assert (desk.drafts.unkept, desk.drafts.problem) == (0, None)
        assert set(desk.disk.groups) == {1, 2}

    run_simulated(scenario())


def test_without_a_store_all_of_them_would_be_lost() -> None:
    workspace = workspace_of(*listed())
    drafts = workspace.drafts
    drafts.edit(1, "title", "Own")
    drafts.several.open((1, 2), Several(workspace.library.get, (1, 2))).set("title", "B")
    assert drafts.unkept == 2
    workspace.library.load(listed(2, 3))
    assert drafts.unkept == 1


def test_a_workspace_brings_them_back_and_ends_only_when_they_are_on_disk() -> None:
    async def scenario() -> None:
        desk = Desk()
        desk.disk.gate.clear()
        desk.select(1, 2).set("title", "B")
        flushing = asyncio.ensure_future(desk.drafts.flush())
        await steps()
        assert not flushing.done()
        desk.disk.gate.set()
        await flushing
        assert desk.disk.groups

    run_simulated(scenario())


# --- marks and counts -------------------------------------------------------------------------------------------------


def opened(workspace: Workspace, *session_ids: int) -> SeveralDraft:
    several = Several(workspace.library.get, session_ids)
    at_once(several.counting())
    return workspace.drafts.several.open(session_ids, several)


def test_their_sessions_are_unsaved_and_each_group_is_a_place() -> None:
    workspace = workspace_of(*listed())
    workspace.tally.watch([Place.unsaved_group(1).search])
    workspace.drafts.edit(1, "title", "Own")
    draft = opened(workspace, 1, 2, 3)
    draft.set("title", "B")
    assert workspace.tally.count(Place.UNSAVED) == 3
    assert workspace.tally.count(Place.unsaved_group(1)) == 3
    assert [workspace.marks.has(one, UNSAVED) for one in (1, 3, 4)] == [True, True, False]
    assert [workspace.marks.has(1, mark) for mark in ("unsaved-1", "unsaved-2", "unsaved-")] == [True, False, False]
    opened(workspace, 2, 3)
    assert workspace.tally.count(Place.UNSAVED) == 3, "the first one has an edit of its own"
    assert workspace.tally.count(Place.unsaved_group(1)) == 2, "the entries went along"
    workspace.library.load(listed(3, 4))
    assert workspace.tally.count(Place.UNSAVED) == 0


# --- when they are sent -----------------------------------------------------------------------------------------------


def test_what_is_kept_safe_as_changes_is_no_edit_any_more_whatever_is_shown() -> None:
    workspace = workspace_of(*listed())
    draft = opened(workspace, 1, 2, 3)
    draft.set("title", "B")
    applied = workspace.drafts.several.applying(draft)
    other = opened(workspace, 4, 5)
    other.set("title", "C")
    applied()
    assert [group.number for group in workspace.drafts.several.groups] == [2]
    applied()
    applied = workspace.drafts.several.applying(other)
    applied()
    assert not other.is_dirty, "the form shows it"
    assert workspace.drafts.several.groups == ()


@pytest.mark.parametrize("meanwhile", ["typed", "moved"])
def test_what_comes_while_the_plan_waits_is_still_an_edit(meanwhile: str) -> None:
    workspace = workspace_of(*listed())
    draft = opened(workspace, 1, 2, 3)
    draft.set("title", "B")
    applied = workspace.drafts.several.applying(draft)
    if meanwhile == "typed":
        draft.set("title", "C")
    else:
        draft = opened(workspace, 1, 2, 3, 4)
    applied()
    assert draft.is_dirty
    assert len(workspace.drafts.several.groups) == 1


def test_a_draft_that_is_not_shown_any_more_changes_nothing() -> None:
    workspace = workspace_of(*listed())
    former = opened(workspace, 1, 2)
    opened(workspace, 3, 4)
    former.set("title", "B")
    assert workspace.drafts.several.groups == ()
    workspace.drafts.several.applying(former)()


# --- own edits of some of them ----------------------------------------------------------------------------------------


def test_a_change_for_all_leaves_own_edits_as_edits() -> None:
    """What the form says of them is what happens."""
    workspace = workspace_of(*listed())
    drafts = workspace.drafts
    for session_id, title in ((1, "Own"), (2, "For all"), (6, "Elsewhere")):
        drafts.edit(session_id, "title", title)
    drafts.edit(3, "is_public", True)
    ids = (1, 2, 3)
    several = Several(workspace.library.get, ids)
    at_once(several.counting())
    draft = drafts.several.open(ids, several)
    assert keeping_own(several, draft, drafts.edited("title"), "title") == 0, "nothing is ticked"
    draft.set("title", "For all")
    assert keeping_own(several, draft, drafts.edited("title"), "title") == 1
    now(workspace.submit(at_once(planning_values(workspace.library.pick(ids), draft.values()))))
    assert drafts.edited("title") == {1: "Own", 6: "Elsewhere"}
    own = drafts.get(1)
    assert own is not None
    change = own.change()
    assert change is not None
    assert (change.patch, change.before) == ({"title": "Own"}, {"title": "For all"})
    assert drafts.edited("is_public") == {3: True}


# --- the rule, and whatever is done -----------------------------------------------------------------------------------


@dataclass
class Model:
    """The rule in a few lines: edits stay with their sessions, or go along if there is one in common with those before.

    Nobody is gone, and nobody starts again.
    """

    left: dict[frozenset[int], dict[str, tuple[FieldValue, bool]]] = field(default_factory=dict)
    before: frozenset[int] = frozenset()
    edits: dict[str, tuple[FieldValue, bool]] = field(default_factory=dict)

    def select(self, ids: frozenset[int]) -> None:
        if self.before and self.edits:
            self.left[self.before] = self.edits
        former, self.before, self.edits = self.before, ids, {}
        if ids in self.left:
            self.edits = self.left.pop(ids)
        elif former in self.left and former & ids:
            self.edits = {name: edit for name, edit in self.left.pop(former).items() if edit[0] != "the value of all"}


numbers = st.frozensets(st.integers(1, COUNT), min_size=2)
names = st.sampled_from(["title", "interval_min"])
steps_of_a_person = st.lists(
    st.one_of(
        st.tuples(st.just("select"), numbers),
        st.tuples(st.just("set"), names, st.sampled_from(["A", 1, UNKNOWN])),
        st.tuples(st.just("tick"), names, st.booleans()),
        st.tuples(st.just("revert"), names | st.none()),
    ),
    max_size=25,
)


def _edits_of(draft: SeveralDraft) -> dict[str, tuple[FieldValue, bool]]:
    edits = draft.edits
    return {name: (edits.entered.get(name, "the value of all"), name in edits.ticked) for name in edits.fields}


@given(numbers, steps_of_a_person)
def test_edits_go_where_the_rule_says(first: frozenset[int], taken: list[tuple[Any, ...]]) -> None:
    async def scenario() -> None:
        desk, model = Desk(), Model()
        draft = desk.select(*first)
        model.select(first)
        for act, *arguments in taken:
            match act, arguments:
                case "select", [ids]:
                    if ids == model.before:
                        continue
                    draft = desk.select(*ids)
                    model.select(ids)
                case "set", [name, value]:
                    draft.set(name, value)
                    model.edits[name] = (value, True)
                case "tick", [name, ticked]:
                    draft.set_takes_part(name, ticked)
                    value = model.edits.get(name, ("the value of all", False))[0]
                    if ticked or value != "the value of all":
                        model.edits[name] = (value, ticked)
                    else:
                        model.edits.pop(name, None)
                case _, [name]:
                    draft.revert(name)
                    for one in list(model.edits) if name is None else [name]:
                        model.edits.pop(one, None)
            assert _edits_of(draft) == {name: model.edits[name] for name in sorted(model.edits, reverse=True)}
            everything = {**model.left, **({model.before: model.edits} if model.edits else {})}
            assert sorted(map(sorted, everything)) == sorted(sorted(ids) for ids, _ in desk.groups)
        await desk.drafts.flush()
        before = sorted(desk.disk.load_groups().items())
        groups = desk.groups
        desk.start()
        assert desk.groups == groups
        assert sorted(desk.disk.load_groups().items()) == before

    run_simulated(scenario())


ids_in_list = st.lists(st.integers(1, COUNT), unique=True, max_size=COUNT)


@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("select"), numbers),
            st.tuples(st.just("set"), names, strategies.any_field_value),
            st.tuples(st.just("revert"), st.none()),
            st.tuples(st.just("list"), ids_in_list),
            st.tuples(st.just("full"), st.booleans()),
            st.just(("again",)),
            st.just(("step",)),
        ),
        max_size=25,
    )
)
def test_whatever_is_done_the_next_run_finds_it_and_the_counts_are_true(taken: list[tuple[Any, ...]]) -> None:
    async def scenario() -> None:
        desk = Desk()
        draft = desk.select(1, 2)
        for act, *arguments in taken:
            match act, arguments:
                case "select", [ids] if len(here := [one for one in ids if desk.library.get(one)]) > 1:
                    draft = desk.select(*here)
                case "set", [name, value]:
                    draft.set(name, value)
                case "revert", _:
                    draft.revert()
                case "list", [ids]:
                    desk.lists(*ids) if ids else desk.library.load([])
                case "full", [full]:
                    desk.disk.trouble = FULL if full else None
                case "again", _:
                    await _saved(desk)
                    former = _kept(desk)
                    desk.sessions = list(desk.library)
                    desk.start()
                    assert _kept(desk) == former
                    draft = desk.select(1, 2)
                case "step", _:
                    await steps()
            _check(desk)
        await _saved(desk)
        former = _kept(desk)
        desk.sessions = list(desk.library)
        desk.start()
        assert _kept(desk) == former
        _check(desk)

    run_simulated(scenario())


async def _saved(desk: Desk) -> None:
    desk.disk.trouble = None
    await desk.drafts.flush()
    assert desk.drafts.unkept == 0


def _kept(desk: Desk) -> list[tuple[int, frozenset[int], SharedEdits]]:
    return [(number, kept.members, kept.edits) for number, kept in sorted(desk.several._kept.items())]


def _check(desk: Desk) -> None:
    """Groups are listed with two sessions or more, and whoever was told of changes knows who is in one."""
    shown = set(desk.library.shown)
    for number, members, edits in _kept(desk):
        assert edits
        assert (number in [one.number for one in desk.several.groups]) is (len(members & shown) > 1)
    held = {one for members, _ in desk.groups for one in members}
    assert {one for one in shown if desk.several.holds(one)} == held
    assert held <= set().union(*desk.told)
