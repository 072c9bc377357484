"""The row index: which sessions a list shows and in which order, by plain lists, for any number of sessions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import chain, islice
from operator import attrgetter
from typing import Any, Final, TypeAlias

from joip_desktop.domain.query import NO_MARKS, Marks, Query, haystack
from joip_desktop.domain.session import Session
from joip_desktop.engine.slices import Work, at_once
from joip_desktop.engine.sorting import sorting

Keys: TypeAlias = Callable[[Sequence[Session]], list[Any]]
"""Gives for each session something that compares; sessions without a value are for the keys to place."""

_STEP: Final = 1024
"""Sessions looked at between two chances to interrupt: a few tenths of a millisecond at most."""


_id_of: Final = attrgetter("id")

_FEW: Final = 64
"""Rows that are looked up one by one; a table of all rows takes as long as some thousand of them."""


@dataclass(frozen=True, slots=True)
class SortBy:
    """One level of sorting; the name says whose keys these are."""

    name: str
    keys: Keys = field(compare=False)
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be shown: sessions that all `queries` find, sorted by the first of `sort`, ties by the next.

    What is left tied stays in the server's order.
    """

    queries: tuple[Query, ...] = ()
    sort: tuple[SortBy, ...] = ()


class _Stale:
    """Positions of which something is out of date; to be told of thousands takes no time until they are asked for."""

    __slots__ = ("_positions", "_told")

    def __init__(self) -> None:
        self._told: list[Sequence[int]] = []
        self._positions: set[int] = set()

    def __bool__(self) -> bool:
        return bool(self._told or self._positions)

    def add(self, positions: Sequence[int]) -> None:
        """These are out of date from now on."""
        self._told.append(positions)
        if len(self._told) > _FEW:
            self._gather()

    def take(self, most: int) -> list[int]:
        """Some of them, which the caller brings up to date."""
        self._gather()
        some = list(islice(self._positions, most))
        self._positions.difference_update(some)
        return some

    def _gather(self) -> None:
        self._positions.update(*self._told)
        self._told.clear()


@dataclass(slots=True)
class _Listed:
    """All sessions in the server's order, and what is worked out for each of them once; positions index the lists."""

    sessions: list[Session]
    ids: list[int]
    haystacks: list[str]
    position: dict[int, int]
    keys: dict[str, list[Any]] = field(default_factory=dict)
    stale: dict[str, _Stale] = field(default_factory=dict)
    """By name, the positions whose key is out of date."""

    stale_texts: _Stale = field(default_factory=_Stale)
    """The positions whose haystack may be out of date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arranged:
    """Rows that are worked out and wait to be shown."""

    wish: Wish
    listed: _Listed
    order: list[int]
    """The positions of all sessions, sorted."""

    rank: list[int] | None
    """By position, where it is in that order; None while nobody has asked for it."""

    rows: list[int]
    """The positions of those that are shown, in the same order."""

    moves: bool
    """Whether they are other sessions than those shown before, or the same ones elsewhere."""


class RowIndex:
    """Sessions that a wish finds, in its order.

    Working out new rows (`arranging`) is apart from showing them (`show`), so that it can be done in slices while the
    former rows are still in use. A change of a session leaves its row where it is, even if it would sort or filter
    elsewhere now: rows that jump away under the mouse are worse than rows that wait.
    """

    def __init__(self, marks: Marks = NO_MARKS) -> None:
        self._marks = marks
        listed = _Listed([], [], [], {})
        self._shown = Arranged(wish=Wish(), listed=listed, order=[], rank=[], rows=[], moves=False)
        self._row_of: dict[int, int] | None = None
        self._stays_narrow = False
        self._has_changed = False
        self._working = 0
        self._late: set[int] = set()

    def __len__(self) -> int:
        return len(self._shown.rows)

    def session(self, row: int) -> Session:
        """The session shown in a row."""
        shown = self._shown
        return shown.listed.sessions[shown.rows[row]]

    def sessions(self, rows: Iterable[int] | None = None) -> list[Session]:
        """The sessions shown in these rows, or all, in order."""
        shown = self._shown
        positions = shown.rows if rows is None else map(shown.rows.__getitem__, rows)
        return list(map(shown.listed.sessions.__getitem__, positions))

    def ids(self, rows: Iterable[int]) -> tuple[int, ...]:
        """The ids of the sessions shown in these rows, in order."""
        shown = self._shown
        return tuple(map(shown.listed.ids.__getitem__, map(shown.rows.__getitem__, rows)))

    def row_of(self, session_id: int) -> int | None:
        """The row that shows a session; None where none does."""
        return next(iter(self.rows_of((session_id,))), None)

    def rows_of(self, session_ids: Iterable[int]) -> list[int]:
        """The rows that show these sessions, in the order given, less those that none shows."""
        position_of = self._shown.listed.position.get
        return self._rows_at([at for one in session_ids if (at := position_of(one)) is not None])

    def _rows_at(self, positions: Sequence[int]) -> list[int]:
        """The rows that show these positions; looked up one by one where they are few, or else in a table."""
        rows = self._shown.rows
        if rows is self._shown.order and not self._shown.wish.sort:
            return list(positions)  # the server's order, and all of it
        rank = self._ranks()
        if rows is self._shown.order:
            return [rank[position] for position in positions]
        if len(positions) > _FEW or self._row_of is not None:
            if self._row_of is None:
                self._row_of = dict(zip(rows, range(len(rows)), strict=True))
            return [row for row in map(self._row_of.get, positions) if row is not None]
        found = ((position, bisect_left(rows, rank[position], key=rank.__getitem__)) for position in positions)
        return [row for position, row in found if row < len(rows) and rows[row] == position]

    def row_beginning(self, text: str, after: int) -> int | None:
        """The next row after that one, and round again, whose title begins with a text (without case)."""
        at_once(_rereading(self._shown.listed))
        wanted, texts, rows = text.casefold(), self._shown.listed.haystacks, self._shown.rows
        first = min(after + 1, len(rows))
        for begins, ends in ((first, len(rows)), (0, first)):
            for start in range(begins, ends, _STEP):
                part = rows[start : min(start + _STEP, ends)]
                found = [row for row, at in enumerate(part, start) if texts[at].startswith(wanted)]
                if found:
                    return found[0]
        return None

    def _ranks(self) -> list[int]:
        """By position, where it is in the order; that of a short list is worked out when it is wanted."""
        shown = self._shown
        if shown.rank is None:
            self._shown = shown = replace(shown, rank=at_once(_ranking(shown.order)))
        return shown.rank or []

    # --- rows to be -------------------------------------------------------------------------------------------------

    def arranging(self, wish: Wish, sessions: Sequence[Session] | None = None) -> Work[Arranged]:
        """Work out the rows of a wish, over other sessions (in the server's order) where they are given.

        What is replaced from the first step on is told by `show`, so take that step as soon as `sessions` are listed.
        """
        if not self._working:
            self._late.clear()
            self._has_changed = False
        self._working += 1
        try:
            shown = self._shown
            listed = shown.listed if sessions is None else (yield from self._listing(sessions))
            if listed is shown.listed and wish.sort == shown.wish.sort and not self._any_stale(wish):
                order, rank = shown.order, shown.rank
            else:
                order = yield from _ordering(listed, wish.sort)
                rank = (yield from _ranking(order)) if len(order) > _STEP else None
            base = shown.rows if order is shown.order and self._narrows(wish) else order
            rows = yield from self._finding(base, listed, wish)
            moves = yield from self._moving(listed, rows)
            return Arranged(wish=wish, listed=listed, order=order, rank=rank, rows=rows, moves=moves)
        finally:
            self._working -= 1

    def is_of(self, wish: Wish) -> bool:
        """Whether the rows that are shown are those of the same search."""
        return wish.queries == self._shown.wish.queries

    def show(self, arranged: Arranged) -> frozenset[int]:
        """Show rows from now on. Returns the sessions that were replaced while they were worked out."""
        late = frozenset(self._late) if arranged.listed is not self._shown.listed else frozenset[int]()
        self._stays_narrow = not self._has_changed
        self._shown = arranged
        self._row_of = None
        return late

    def arrange(self, wish: Wish, sessions: Sequence[Session] | None = None) -> None:
        """Work out the rows and show them, in one go."""
        self.show(at_once(self.arranging(wish, sessions)))

    def replace(self, sessions: Iterable[Session]) -> list[int]:
        """Take newer states of sessions; returns the rows that show them. Rows stay where they are."""
        states = {session.id: session for session in sessions}
        return self.update(states.keys(), states)

    def update(self, session_ids: Collection[int], states: Mapping[int, Session]) -> list[int]:
        """The same for these sessions among all `states`; those that have none or are not listed are passed over."""
        listed = self._shown.listed
        if self._working:
            self._late.update(session_ids)
        try:
            positions = list(map(listed.position.__getitem__, session_ids))
            newer = list(map(states.__getitem__, session_ids))
        except KeyError:
            session_ids = [one for one in session_ids if one in listed.position and one in states]
            positions = list(map(listed.position.__getitem__, session_ids))
            newer = list(map(states.__getitem__, session_ids))
        known = listed.sessions
        for position, session in zip(positions, newer, strict=True):
            known[position] = session
        if positions:
            for stale in (listed.stale_texts, *listed.stale.values()):
                stale.add(positions)
            self._stays_narrow, self._has_changed = False, True
        return self._rows_at(positions)

    # --- steps ------------------------------------------------------------------------------------------------------

    def _listing(self, sessions: Sequence[Session]) -> Work[_Listed]:
        """Take all sessions; what is known of those that are the same as before is kept."""
        former = self._shown.listed
        yield from _rereading(former)
        position_of, known, texts = former.position.get, former.sessions, former.haystacks
        ids: list[int] = []
        haystacks: list[str] = []
        position: dict[int, int] = {}
        for start in range(0, len(sessions), _STEP // 4):
            part = sessions[start : start + _STEP // 4]
            for session in part:
                at = position_of(session.id)
                same = at is not None and known[at] is session
                haystacks.append(texts[at] if same and at is not None else haystack(session))
            ids += map(_id_of, part)
            position.update(zip(ids[start:], range(start, start + len(part)), strict=True))
            yield
        return _Listed(list(sessions), ids, haystacks, position)

    def _moving(self, listed: _Listed, rows: list[int]) -> Work[bool]:
        shown = self._shown
        if listed is shown.listed or len(rows) != len(shown.rows):
            return rows != shown.rows
        old, new = shown.listed.sessions, listed.sessions
        for start in range(0, len(rows), _STEP):
            pairs = zip(shown.rows[start : start + _STEP], rows[start : start + _STEP], strict=True)
            if any(old[before].id != new[after].id for before, after in pairs):
                return True
            yield
        return False

    def _any_stale(self, wish: Wish) -> bool:
        stale = self._shown.listed.stale
        return any(stale.get(by.name) for by in wish.sort)

    def _narrows(self, wish: Wish) -> bool:
        """Whether what the wish finds is surely among what is shown: a search grows by a letter at a time.

        What depends on the time or on marks may find other sessions by now.
        """
        former = self._shown.wish.queries
        if not self._stays_narrow or any(query.uses_marks or query.uses_time for query in former):
            return False
        return all(any(new.narrows(old) for new in wish.queries) for old in former)

    def _finding(self, base: list[int], listed: _Listed, wish: Wish) -> Work[list[int]]:
        """The positions among `base` that all queries find."""
        now = datetime.now(UTC)
        finders = [query.finder(marks=self._marks, now=now) for query in wish.queries if not query.is_empty]
        if not finders:
            return base
        needles = list(chain.from_iterable(one.needles for one in finders))
        excluded = list(chain.from_iterable(one.excluded for one in finders))
        tests = list(chain.from_iterable(one.tests for one in finders))
        yield from _rereading(listed)
        texts, sessions = listed.haystacks, listed.sessions
        found: list[int] = []
        for start in range(0, len(base), _STEP):
            part = base[start : start + _STEP]
            for needle in needles:
                part = [position for position in part if needle in texts[position]]
            for text in excluded:
                part = [position for position in part if text not in texts[position]]
            for test in tests:
                part = [position for position in part if test(sessions[position])]
            found += part
            yield
        return found


def _rereading(listed: _Listed) -> Work[None]:
    """Bring the haystacks of changed sessions up to date."""
    while listed.stale_texts:
        for position in listed.stale_texts.take(_STEP // 4):
            listed.haystacks[position] = haystack(listed.sessions[position])
        yield


def _ordering(listed: _Listed, sort: Sequence[SortBy]) -> Work[list[int]]:
    """All positions, sorted: the last level first, since every pass keeps the order of what it finds equal."""
    order = list(range(len(listed.sessions)))
    for by in reversed(sort):
        keys = yield from _keys(listed, by)
        order = yield from sorting(order, keys, descending=by.descending)
    return order


def _ranking(order: list[int]) -> Work[list[int]]:
    rank = [0] * len(order)
    for start in range(0, len(order), _STEP):
        for at, position in enumerate(order[start : start + _STEP], start):
            rank[position] = at
        yield
    return rank


def _keys(listed: _Listed, by: SortBy) -> Work[list[Any]]:
    """The keys of all sessions; they are kept, and only those of changed sessions are worked out anew."""
    keys = listed.keys.get(by.name)
    if keys is None:
        sessions = listed.sessions
        keys = []
        listed.stale[by.name] = _Stale()  # before the first step: what is replaced meanwhile is stale
        for start in range(0, len(sessions), _STEP):
            keys += by.keys(sessions[start : start + _STEP])
            yield
        listed.keys[by.name] = keys
    stale = listed.stale[by.name]
    while stale:
        some = stale.take(_STEP)
        for position, key in zip(some, by.keys([listed.sessions[one] for one in some]), strict=True):
            keys[position] = key
        yield
    return keys


def with_queries(wish: Wish, *queries: Query) -> Wish:
    """The wish with other queries; empty ones are left out, so that equal wishes are equal."""
    return Wish(tuple(query for query in queries if not query.is_empty), wish.sort)
