from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.entry import Priority, State
from joip_desktop.domain.errors import NotFoundError
from joip_desktop.domain.query import parse
from joip_desktop.domain.session import UNKNOWN, Session, from_wire
from joip_desktop.engine.drafts import Drafts
from joip_desktop.engine.library import Library
from joip_desktop.engine.marks import SessionMarks
from joip_desktop.engine.outbox import Outbox
from joip_desktop.engine.places import FIXED, Place
from joip_desktop.engine.plan import plan_favourite
from joip_desktop.engine.tally import STRETCH, Tally
from tests.helpers.fakes import settle
from tests.helpers.queueing import queue
from tests.helpers.still_workspace import workspace_of

GONE = NotFoundError("It is gone.", status=404)
START = datetime(2026, 3, 10, 12, tzinfo=UTC)
SEARCHES = ("calm", "is:favorite", "category:>1", "is:unsaved,waiting -is:public", "updated:<7d", "in:earth,none")

numbers = st.integers(1, 5)
listed = st.builds(
    Session,
    id=numbers,
    title=st.sampled_from(["A calm walk", "B", UNKNOWN, None]),
    subreddits=st.sampled_from([("earth",), ("Earth", "space"), (), None, UNKNOWN]),
    category_id=st.sampled_from([1, 2, None, UNKNOWN]),
    is_favorite=st.booleans(),
    is_public=st.sampled_from([True, False, UNKNOWN]),
    updated_at=st.integers(0, 9).map(lambda days: (START - timedelta(days=days)).isoformat()),
)
wire_rows = st.fixed_dictionaries(
    {"id": numbers, "isFavorite": st.booleans()},
    optional={"categoryId": st.integers(1, 3), "shareToCommunity": st.booleans(), "subreddits": st.just(["space"])},
)
steps = st.lists(
    st.tuples(st.just("load"), st.lists(listed, unique_by=lambda session: session.id))
    | st.tuples(st.just("answer"), wire_rows)
    | st.tuples(st.just("watch"), st.sets(st.sampled_from(SEARCHES)))
    | st.tuples(st.sampled_from(["star", "edit", "revert", "elsewhere"]), st.tuples(numbers, st.booleans()))
    | st.tuples(st.sampled_from(["send", "fail", "retry", "withdraw", "day", "work"]), st.none()),
    max_size=25,
)


class Rig:
    def __init__(self, stretch: int = STRETCH) -> None:
        self.time = START
        self.outbox = Outbox()
        self.library = Library(self.outbox)
        self.drafts = Drafts(self.library)
        self.marks = SessionMarks(self.drafts, self.outbox)
        self.tally = Tally(
            library=self.library,
            drafts=self.drafts,
            outbox=self.outbox,
            marks=self.marks,
            now=lambda: self.time,
            stretch=stretch,
        )
        self.watched: frozenset[str] = frozenset()
        self.told = self.numbers()
        self.tally.changed.add(self._on_change)

    def _on_change(self, _: None) -> None:
        self.told = self.numbers()

    def places(self) -> list[Place]:
        categories = map(Place.category, range(1, 4))
        return [*FIXED, *categories, *map(Place.saved, sorted(self.watched))]

    def numbers(self) -> tuple[dict[str, int | None], dict[int, int], Sequence[str]]:
        """Everything that the tally says, subreddits in the order of their use."""
        counts = {place.key: self.tally.count(place) for place in self.places()}
        return counts, dict(self.tally.categories()), self.tally.subreddits()

    def naive(self) -> tuple[dict[str, int], dict[int, int]]:
        sessions = list(self.library)
        counts = {place.key: self.recounted(place) for place in self.places()}
        categories = Counter(one.category_id for one in sessions if isinstance(one.category_id, int))
        return counts, dict(sorted(categories.items()))

    def recounted(self, place: Place) -> int:
        finder = parse(place.search).finder(marks=self.marks, now=self.time)
        return sum(finder.matches(session) for session in self.library)

    def names(self) -> Sequence[str]:
        return [name.casefold() for name in self.tally.subreddits()]

    def naive_names(self) -> list[str]:
        known = (one.subreddits for one in self.library if isinstance(one.subreddits, tuple))
        use = Counter(name.casefold() for names in known for name in names)
        return sorted(use, key=lambda name: (-use[name], name))

    async def step(self, name: str, argument: Any) -> None:
        match name:
            case "load":
                self.library.load(argument)
            case "answer":
                self.library.take_over(from_wire(argument))
            case "watch":
                self.watched = frozenset(argument)
                self.tally.watch(argument)
            case "day":  # time alone changes counts when the list is read
                self.time += timedelta(days=1)
                self.library.load(list(self.library.server_rows()))
            case "work":
                next(self.tally.working(), None)
            case "retry":
                await self.outbox.retry(self.outbox.failed)
            case "withdraw":
                await self.outbox.withdraw(lambda _: True)
            case "send" | "fail":
                if (entry := self.outbox.take()) is not None:
                    await (self.outbox.done(entry) if name == "send" else self.outbox.fail(entry, GONE))
            case _:
                await self.touch(name, *argument)

    async def touch(self, name: str, session_id: int, star: object) -> None:
        match name:
            case "edit":
                self.drafts.edit(session_id, "title", "B")
            case "revert":
                self.drafts.revert(session_id)
            case "elsewhere":  # a change that waits comes into conflict
                theirs = Session(id=session_id, is_favorite=None)
                await self.outbox.reconcile((entry, theirs) for entry in self.outbox.entries(session_id))
            case _:
                plan = plan_favourite(self.library.pick([session_id]), favourite=star is True)
                await queue(self.outbox, plan.changes, priority=Priority.HAND, job=1)


@given(steps)
def test_the_numbers_are_those_of_a_recount_and_told_in_time(script: list[tuple[str, object]]) -> None:
    async def scenario() -> None:
        rig = Rig()
        for name, argument in script:
            await rig.step(name, argument)
            if name == "watch":  # other places; who asks for them looks at them
                rig.told = rig.numbers()
            assert rig.numbers() == rig.told, name
            assert (rig.naive(), rig.naive_names()) == (rig.numbers()[:2], rig.names()), name

    asyncio.run(scenario())


@given(steps)
def test_much_news_is_counted_later_and_numbers_are_true_or_none(script: list[tuple[str, object]]) -> None:
    async def scenario() -> None:
        rig = Rig(stretch=4)
        for name, argument in script:
            await rig.step(name, argument)
            for place in rig.places():
                assert rig.tally.count(place) in (None, rig.recounted(place)), (name, place)
        rig.tally.catch_up()
        assert (rig.naive(), rig.naive_names()) == (rig.numbers()[:2], rig.names())

    asyncio.run(scenario())


@given(st.lists(listed, unique_by=lambda session: session.id))
def test_whether_a_place_holds_a_session_and_its_count_agree(sessions: list[Session]) -> None:
    rig = Rig()
    rig.library.load(sessions)
    rig.drafts.edit(1, "title", "B")
    for place in [*rig.places(), Place.saved("calm -is:public")]:
        held = sum(rig.tally.holds(place, session) for session in rig.library)
        assert held == rig.recounted(place)
        assert rig.tally.count(place) in (held, None)


def test_a_failed_change_of_a_session_that_is_gone_is_not_counted() -> None:
    async def scenario() -> None:
        rig = Rig()
        rig.library.load([Session(id=1, is_favorite=False)])
        await rig.step("star", (1, True))
        await rig.step("fail", None)
        assert rig.tally.count(Place.FAILED) == 1
        rig.library.load([])
        assert [rig.tally.count(place) for place in FIXED] == [0] * len(FIXED)
        rig.library.load([Session(id=1, is_favorite=False)])
        assert rig.tally.count(Place.FAILED) == 1

    asyncio.run(scenario())


def test_a_change_that_waits_is_counted_as_it_will_be() -> None:
    async def scenario() -> None:
        rig = Rig()
        rig.library.load([Session(id=1, is_favorite=False)])
        await rig.step("star", (1, True))
        assert rig.outbox.entries(1)[0].state is State.QUEUED
        assert rig.tally.count(Place.FAVOURITES) == 1

    asyncio.run(scenario())


def test_only_what_may_have_changed_is_looked_at() -> None:
    asked: list[int] = []

    class Watched(SessionMarks):
        def has(self, session_id: int, mark: str) -> bool:
            asked.append(session_id)
            return super().has(session_id, mark)

    outbox = Outbox()
    library = Library(outbox)
    drafts = Drafts(library)
    Tally(library=library, drafts=drafts, outbox=outbox, marks=Watched(drafts, outbox))
    library.load([Session(id=number, title="A") for number in range(100)])
    assert len(asked) == 400, "once for each mark that a place asks for"
    asked.clear()
    drafts.edit(7, "title", "B")
    assert set(asked) == {7}
    asked.clear()
    library.take_over(Session(id=8, title="C", is_favorite=True))
    library.load([Session(id=number, title="A") for number in range(100)])
    assert asked == []


def test_news_that_change_no_number_are_not_told() -> None:
    rig = Rig()
    rig.library.load([Session(id=1, title="A", is_favorite=True, category_id=2), Session(id=2, is_favorite=False)])
    told: list[None] = []
    rig.tally.changed.add(told.append)
    rig.library.take_over(Session(id=1, title="B", is_public=False, interval_min=3))
    rig.library.load([Session(id=1, is_favorite=False), Session(id=2, is_favorite=True)])
    assert told == []
    rig.library.take_over(Session(id=2, category_id=2))
    assert told == [None]


def test_what_nobody_watches_is_not_counted() -> None:
    rig = Rig()
    rig.library.load([Session(id=1, title="calm")])
    calm = Place.saved("calm")
    assert rig.tally.count(calm) is None
    rig.tally.watch(["calm"])
    assert rig.tally.count(calm) == 1
    rig.tally.watch([])
    assert rig.tally.count(calm) is None
    assert rig.tally.count(Place.FAVOURITES) == 0


def test_a_saved_search_that_is_a_place_of_every_account_leaves_that_place_alone() -> None:
    rig = Rig()
    rig.library.load([Session(id=1, is_favorite=True)])
    rig.tally.watch(["is:favorite"])
    assert rig.tally.count(Place.saved("is:favorite")) == 1
    rig.tally.watch([])
    assert rig.tally.count(Place.FAVOURITES) == 1


def test_a_library_that_is_full_already_is_counted() -> None:
    rig = Rig()
    rig.library.load([Session(id=1, is_favorite=True, category_id=4)])
    late = Tally(library=rig.library, drafts=rig.drafts, outbox=rig.outbox, marks=rig.marks)
    assert late.count(Place.FAVOURITES) == late.count(Place.category(4)) == 1


def test_subreddits_come_by_use_and_in_a_way_that_somebody_wrote() -> None:
    rig = Rig()
    rows = [("Earth",), ("earth", "space"), ("Space", "EARTH"), ("alps",)]
    rig.library.load([Session(id=number, subreddits=names) for number, names in enumerate(rows)])
    assert rig.tally.subreddits() == ("Earth", "space", "alps")
    rig.library.load([Session(id=3, subreddits=("alps",))])
    assert rig.tally.subreddits() == ("alps",)


async def test_many_sessions_are_counted_in_slices_while_the_workspace_runs() -> None:
    workspace = workspace_of(*[Session(id=number, is_favorite=number % 2 == 0) for number in range(8_000)])
    assert workspace.tally.count(Place.ALL) == 8_000
    assert workspace.tally.count(Place.FAVOURITES) is None
    assert workspace.tally.count(Place.category(1)) is None
    told: list[int | None] = []
    workspace.tally.changed.add(lambda _: told.append(workspace.tally.count(Place.FAVOURITES)))
    running = asyncio.create_task(workspace.run())
    await settle(2_000)
    assert workspace.tally.count(Place.FAVOURITES) == 4_000
    assert told == [4_000]
    workspace.library.take_over(Session(id=1, is_favorite=True))
    assert told == [4_000, 4_001]
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running


def test_what_the_time_alone_changes_is_counted_again_when_the_list_is_read() -> None:
    rig = Rig()
    rig.library.load([Session(id=1, updated_at=START.isoformat())])
    rig.tally.watch(["updated:<7d"])
    recent = Place.saved("updated:<7d")
    assert rig.tally.count(recent) == 1
    rig.time += timedelta(days=8)
    assert rig.tally.count(recent) == 1
    rig.library.load(list(rig.library.server_rows()))
    assert rig.tally.count(recent) == 0
    rig.library.take_over(Session(id=1, updated_at=rig.time.isoformat()))
    assert rig.tally.count(recent) == 1


def test_a_count_is_true_only_when_everything_that_it_waits_for_is_counted() -> None:
    rig = Rig(stretch=4)
    for favourite in (True, False):
        rig.library.load([Session(id=number, is_favorite=favourite) for number in range(10)])
    numbers = [rig.tally.count(Place.FAVOURITES) for _ in rig.tally.working()]
    assert set(numbers) == {None}
    assert len(numbers) == 4  # of each list the first eight, then the rest
    assert rig.tally.count(Place.FAVOURITES) == 0


async def test_counting_that_was_cut_off_goes_on_where_it_was() -> None:
    rig = Rig(stretch=4)
    rig.library.load([Session(id=number, is_favorite=True) for number in range(40)])
    next(rig.tally.working())
    for _ in range(2):
        running = asyncio.create_task(rig.tally.run())
        await asyncio.sleep(0)
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
    assert rig.tally.count(Place.FAVOURITES) == 40


def test_a_batch_that_is_not_wanted_any_more_does_no_harm() -> None:
    rig = Rig(stretch=4)
    rig.library.load([Session(id=number, title="calm") for number in range(1, 6)])
    rig.tally.watch(["calm"])
    rig.tally.watch([])
    rig.tally.catch_up()
    assert rig.tally.count(Place.saved("calm")) is None
    rig.tally.watch(["calm"])
    assert rig.tally.count(Place.saved("calm")) is None
    rig.tally.catch_up()
    assert rig.tally.count(Place.saved("calm")) == 5
