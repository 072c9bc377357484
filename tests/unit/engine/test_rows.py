from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from joip_desktop.domain.query import Query, parse
from joip_desktop.domain.session import Session
from joip_desktop.engine.rows import Arranged, RowIndex, SortBy, Wish, with_queries
from joip_desktop.engine.slices import Work, at_once

TITLES = ["Alpha", "alpha beta", "Beta", "", "gamma ALPHA"]
QUERIES = ["", "a", "al", "alpha", "ALPHA beta", "-beta", "nothing", "is:favorite", "alpha is:favorite", "in:earth"]


def session(session_id: int, title: str = "", *, favourite: bool = False, subreddits: tuple[str, ...] = ()) -> Session:
    return Session(id=session_id, title=title, is_favorite=favourite, subreddits=subreddits)


def by(name: str, *, descending: bool = False) -> SortBy:
    def keys(sessions: Sequence[Session]) -> list[Any]:
        return [str(one.value(name)) for one in sessions]

    return SortBy(name, keys, descending)


sorts = st.lists(st.builds(by, st.sampled_from(["title", "is_favorite"]), descending=st.booleans()), max_size=2).map(
    tuple
)
queries = st.lists(st.sampled_from(QUERIES).map(parse), max_size=2)
wishes = st.builds(lambda sort, found: with_queries(Wish(sort=sort), *found), sorts, queries)
one_session = st.builds(
    session,
    st.integers(1, 12),
    st.sampled_from(TITLES),
    favourite=st.booleans(),
    subreddits=st.sampled_from([(), ("earth",), ("Space", "Earth")]),
)
lists = st.lists(one_session, unique_by=lambda one: one.id, max_size=12)


def naive(sessions: Sequence[Session], wish: Wish) -> list[int]:
    """Filter and sort step by step; ties in the order given, whatever the direction."""
    found = [one for one in sessions if all(query.matches(one) for query in wish.queries)]
    for level in reversed(wish.sort):
        values = sorted({key for one in found for key in level.keys([one])}, reverse=level.descending)
        found = [one for value in values for one in found if level.keys([one]) == [value]]
    return [one.id for one in found]


def ids(index: RowIndex) -> list[int]:
    return [one.id for one in index.sessions()]


class Machine(RuleBasedStateMachine):
    """Rows are worked out at once or in the middle of changes; they are always a plain filter and sort."""

    def __init__(self) -> None:
        super().__init__()
        self.index = RowIndex()
        self.shown: dict[int, Session] = {}
        self.library: dict[int, Session] = {}
        self.expected: list[int] = []
        self.wish = Wish()
        self.work: Work[Arranged] | None = None
        self.wanted = Wish()

    @rule(wish=wishes)
    def wish_for(self, wish: Wish) -> None:
        self.give_up()
        self.index.arrange(wish)
        self.wish = wish
        self.expected = naive(list(self.shown.values()), wish)

    @rule(found=lists)
    def load(self, found: list[Session]) -> None:
        self.give_up()
        self.shown = {one.id: one for one in found}
        self.library = dict(self.shown)
        self.index.arrange(self.wish, found)
        self.expected = naive(found, self.wish)

    @rule(found=lists)
    def replace(self, found: list[Session]) -> None:
        rows = sorted(self.index.replace(found))
        for sessions in (self.shown, self.library):
            sessions.update((one.id, one) for one in found if one.id in sessions)
        assert rows == sorted(self.expected.index(one.id) for one in found if one.id in self.expected)

    @rule(wish=wishes, found=lists, reads=st.booleans(), steps=st.integers(1, 4))
    def begin(self, wish: Wish, found: list[Session], reads: bool, steps: int) -> None:
        self.give_up()
        self.wanted = wish
        self.library = {one.id: one for one in found} if reads else dict(self.shown)
        self.work = self.index.arranging(wish, found if reads else None)
        for _ in range(steps):
            try:
                next(self.work)
            except StopIteration:
                self.give_up()
                return

    @rule()
    def end(self) -> None:
        """What was replaced in the middle is told when the new rows are shown."""
        if self.work is None:
            return
        late = self.index.show(at_once(self.work))
        self.index.replace([self.library[one] for one in late if one in self.library])
        self.shown, self.wish = dict(self.library), self.wanted
        self.index.arrange(self.wish)  # what was replaced in the middle may sort elsewhere
        self.expected = naive(list(self.shown.values()), self.wish)
        self.work = None

    def give_up(self) -> None:
        if self.work is not None:
            self.work.close()
            self.work = None
        self.library = dict(self.shown)

    @invariant()
    def it_is_a_plain_filter_and_sort(self) -> None:
        assert ids(self.index) == self.expected
        assert len(self.index) == len(self.expected)
        for row, session_id in enumerate(self.expected):
            assert self.index.row_of(session_id) == row
            assert self.index.session(row) == self.shown[session_id]
        for other in self.shown.keys() - set(self.expected):
            assert self.index.row_of(other) is None
        assert self.index.row_of(99) is None


TestMachine = Machine.TestCase
TestMachine.settings = settings(max_examples=150, stateful_step_count=20)


@given(lists, wishes, wishes)
def test_it_tells_whether_rows_move(found: list[Session], before: Wish, after: Wish) -> None:
    index = RowIndex()
    index.arrange(before, found)
    shown = ids(index)
    for sessions in (None, found, [*found]):
        arranged = at_once(index.arranging(after, sessions))
        assert arranged.moves is (naive(found, after) != shown)


def test_a_growing_search_looks_only_at_what_was_found() -> None:
    looked_at: list[str] = []

    class Text(str):
        __slots__ = ()

        def __contains__(self, other: object) -> bool:
            looked_at.append(str(self))
            return super().__contains__(str(other))

    index = RowIndex()
    index.arrange(Wish(), [session(number, f"{'calm' if number < 3 else 'wild'} {number}") for number in range(10)])
    listed = index._shown.listed
    listed.haystacks[:] = map(Text, listed.haystacks)
    for text, found, looks in (("c", 3, 10), ("ca", 3, 3), ("calm 1", 1, 6), ("c", 3, 10)):
        looked_at.clear()
        index.arrange(with_queries(Wish(), parse(text)))
        assert (len(index), len(looked_at)) == (found, looks)
    index.replace([session(7, "calm after all")])
    index.arrange(with_queries(Wish(), parse("ca")))
    assert 7 in ids(index), "what has changed may be found now"


def test_keys_of_changed_sessions_are_worked_out_anew() -> None:
    asked: list[int] = []

    def keys(sessions: Sequence[Session]) -> list[Any]:
        asked.extend(one.id for one in sessions)
        return [one.title for one in sessions]

    index = RowIndex()
    wish = Wish(sort=(SortBy("title", keys),))
    index.arrange(wish, [session(1, "A"), session(2, "B"), session(3, "C")])
    assert asked == [1, 2, 3]
    index.replace([session(1, "Z")])
    asked.clear()
    index.arrange(with_queries(wish, parse("-nothing")))
    assert (asked, ids(index)) == ([1], [2, 3, 1])
    index.arrange(Wish())
    index.arrange(wish)
    assert asked == [1]


def test_rows_by_the_beginning_of_their_titles() -> None:
    index = RowIndex()
    untitled = session(4, "", subreddits=("sea",))
    index.arrange(Wish(), [session(1, "Sea"), session(2, "Woods"), session(3, "seal"), untitled])
    assert [index.row_beginning("SE", after) for after in (-1, 0, 1, 2, 3)] == [0, 2, 2, 0, 0]
    assert index.row_beginning("w", 1) == 1
    assert index.row_beginning("x", 0) is None
    assert RowIndex().row_beginning("x", -1) is None


def test_empty_queries_make_no_difference() -> None:
    assert with_queries(Wish(), Query(), parse("")) == Wish()
