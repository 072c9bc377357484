"""Counts for the sidebar, kept up to date by what changed rather than counted anew, for any number of sessions."""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from operator import attrgetter
from typing import Any, Final

from joip_desktop.domain.query import Finder, Marks, Query, parse
from joip_desktop.domain.session import Session
from joip_desktop.engine.drafts import Drafts
from joip_desktop.engine.events import Listeners
from joip_desktop.engine.library import Library, LibraryEvent
from joip_desktop.engine.outbox import Outbox
from joip_desktop.engine.places import FIXED, Place
from joip_desktop.engine.slices import Work, at_once, in_slices

STRETCH: Final = 18_000
"""Looks at one session for one count that are taken without a break: some milliseconds."""

_CHUNK: Final = 8
"""Sessions between two chances to interrupt."""

_TAGS: Final = ("category_id", "subreddits")
"""The fields whose values are counted one by one."""


class Tally:
    """How many sessions each place holds, by the latest news of the library, the drafts and the outbox.

    News of a few hundred sessions are counted at once. More of them wait for `run` (or `catch_up`), and the counts
    they may change are None until then. `changed` is told when a number is another one, once for each piece of news.
    """

    def __init__(
        self,
        *,
        library: Library,
        drafts: Drafts,
        outbox: Outbox,
        marks: Marks,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        stretch: int = STRETCH,
    ) -> None:
        self.changed: Listeners[None] = Listeners()
        self._library = library
        self._marks = marks
        self._now = now
        self._stretch = stretch
        self._counts = {place.search: self._count_of(place.search) for place in FIXED if place is not Place.ALL}
        self._watched: frozenset[str] = frozenset()
        self._seen: dict[int, Session] = {}
        self._tags = _Tags()
        self._backlog: deque[_Batch] = deque()
        self._has_backlog = asyncio.Event()
        self._told: tuple[object, ...] = ()
        self._look_at_fields()
        self._see(library.shown.keys())
        library.changed.add(self._on_library)
        drafts.changed.add(self._on_marks)
        outbox.changed.add(lambda event: self._on_marks(event.sessions))

    # --- numbers ----------------------------------------------------------------------------------------------------

    def count(self, place: Place) -> int | None:
        """The number of sessions in a place; None while it is being counted, and for a search that nobody watches."""
        if place.number is not None:
            return None if self._tags.owed else self._tags.categories[place.number]
        count = self._counts.get(place.search)
        if count is not None:
            return None if count.owed else len(count.members)
        return len(self._library) if place == Place.ALL else None

    def holds(self, place: Place, session: Session) -> bool:
        """Whether the session, as it is given, belongs to the place now."""
        count = self._counts.get(place.search)
        finder = self._finder(parse(place.search)) if count is None else count.finder
        return finder.matches(session)

    def categories(self) -> Mapping[int, int]:
        """By number, ascending, how many sessions each category has; while counting goes on, those seen so far."""
        return dict(sorted(self._tags.categories.items()))

    def subreddits(self) -> Sequence[str]:
        """Every subreddit's name in one of the ways it is written, the most frequent ones first."""
        return self._tags.names()

    def watch(self, searches: Iterable[str]) -> None:
        """Count what these searches find, too, instead of those given before."""
        wanted = frozenset(searches)
        for search in self._watched - wanted:
            self._counts.pop(search, None)
        new = {search: self._count_of(search) for search in wanted - self._counts.keys()}
        self._watched = (self._watched & wanted) | new.keys()
        self._counts.update(new)
        self._look_at_fields()
        self._recount(tuple(new.values()))
        self._tell()

    # --- work -------------------------------------------------------------------------------------------------------

    def working(self) -> Work[None]:
        """Count what has not been counted yet; other news may come in the middle."""
        while self._backlog:
            batch = self._backlog[0]
            if chunk := list(islice(batch.ids, _CHUNK)):
                batch.count(chunk)
                yield
            else:
                self._backlog.popleft()
                for one in batch.owing:
                    one.owed -= 1
                self._tell()

    async def run(self) -> None:
        """Count in slices whenever there is something to be counted, until cancelled."""
        while True:
            if not self._backlog:
                self._has_backlog.clear()
                await self._has_backlog.wait()
            await in_slices(self.working())

    def catch_up(self) -> None:
        """Count everything that has not been counted yet, in one go."""
        at_once(self.working())

    def _owe(self, batch: _Batch, size: int) -> None:
        """Do a piece of work at once where it is small, or else later."""
        if size * len(batch.owing) <= self._stretch:
            batch.count(list(batch.ids))
            return
        for one in batch.owing:
            one.owed += 1
        self._backlog.append(batch)
        self._has_backlog.set()

    # --- news -------------------------------------------------------------------------------------------------------

    def _on_library(self, event: LibraryEvent) -> None:
        if event.listed:  # the time to look again at what the time alone may change
            self._recount(tuple(count for count in self._counts.values() if count.query.uses_time))
        self._see(event.changed)
        self._tell()

    def _on_marks(self, session_ids: frozenset[int]) -> None:
        counts = tuple(count for count in self._counts.values() if count.query.uses_marks)
        self._owe(_Batch(iter(session_ids), lambda ids: self._count(ids, counts), [*counts]), len(session_ids))
        self._tell()

    def _see(self, session_ids: Collection[int]) -> None:
        owing: list[_Count | _Tags] = [self._tags, *self._counts.values()]
        self._owe(_Batch(iter(session_ids), self._take, owing), len(session_ids))

    def _recount(self, counts: Sequence[_Count]) -> None:
        if not counts:
            return
        for count in counts:
            count.finder = self._finder(count.query)
        for batch in self._backlog:
            if batch.count == self._take:  # what comes to be seen there is counted for these, too
                late = [count for count in counts if count not in batch.owing]
                batch.owing += late
                for count in late:
                    count.owed += 1
        everything = list(self._seen)
        self._owe(_Batch(iter(everything), lambda ids: self._count(ids, counts), [*counts]), len(everything))

    def _tell(self) -> None:
        """Tell everybody if a number is another one than when they were told last."""
        known = (len(count.members) if not count.owed else None for count in self._counts.values())
        numbers = (len(self._library), self._tags.version, bool(self._tags.owed), *known)
        if numbers != self._told:
            self._told = numbers
            self.changed.emit(None)

    # --- counting ---------------------------------------------------------------------------------------------------

    def _count(self, session_ids: Sequence[int], counts: Iterable[_Count]) -> None:
        """Look at sessions anew for some of the counts, as they were seen last; news of them have their own turn."""
        here = [session for one in session_ids if (session := self._seen.get(one)) is not None]
        for count in counts:
            count.take(here, session_ids)

    def _take(self, session_ids: Sequence[int]) -> None:
        """Look at sessions that came, went or changed, for the counts that look at what is different in them."""
        shown, seen = self._library.shown, self._seen
        changed: list[int] = []
        touched: set[str] = set()
        for session_id in session_ids:
            new, old = shown.get(session_id), seen.get(session_id)
            if new is old:
                continue
            changed.append(session_id)
            if new is None:
                del seen[session_id]
            else:
                seen[session_id] = new
            if new is None or old is None:
                touched.update(self._fields, ("",))
            else:
                pairs = zip(self._fields, self._values(old), self._values(new), strict=True)
                touched.update(name for name, before, after in pairs if before is not after)
            self._tags.change(old, new)
        if touched:
            self._count(changed, (count for count in self._counts.values() if not count.looks_at.isdisjoint(touched)))

    def _count_of(self, search: str) -> _Count:
        query = parse(search)
        return _Count(query, self._finder(query))

    def _finder(self, query: Query) -> Finder:
        return query.finder(marks=self._marks, now=self._now())

    def _look_at_fields(self) -> None:
        """Compare from now on the fields that some count looks at."""
        self._fields = tuple({*_TAGS, *(name for count in self._counts.values() for name in count.query.fields)})
        self._values: Callable[[Session], tuple[Any, ...]] = attrgetter(*self._fields)


@dataclass(slots=True, eq=False)
class _Count:
    """The sessions that one search finds. While something is `owed`, some of them have not been looked at."""

    query: Query
    finder: Finder
    members: set[int] = field(default_factory=set)
    owed: int = 0
    looks_at: frozenset[str] = field(init=False)
    """Fields; "" stands for whether there is a session at all."""

    def __post_init__(self) -> None:
        self.looks_at = self.query.fields | {""}

    def take(self, here: Sequence[Session], session_ids: Iterable[int]) -> None:
        """Look at the sessions with these ids, of which only those `here` exist."""
        matches = self.finder.matches
        self.members.difference_update(session_ids)
        self.members.update([session.id for session in here if matches(session)])


class _Tags:
    """How often each category and each subreddit occurs; `version` is another one whenever that changes."""

    def __init__(self) -> None:
        self.categories: Counter[int] = Counter()
        self.owed = 0
        self.version = 0
        self._names: Counter[str] = Counter()
        self._spelling: dict[str, str] = {}
        self._sorted: Sequence[str] | None = None

    def change(self, old: Session | None, new: Session | None) -> None:
        """A session came (there was no `old` one), went (there is no `new` one) or is another one than before."""
        before, after = _category(old), _category(new)
        if before != after:
            self.version += 1
            if after is not None:
                self.categories[after] += 1
            if before is not None:
                _less(self.categories, before)
        names_before, names_after = _subreddits(old), _subreddits(new)
        if names_before != names_after:
            self.version += 1
            self._sorted = None
            for name in names_after:
                folded = name.casefold()
                self._names[folded] += 1
                self._spelling.setdefault(folded, name)
            for name in names_before:
                folded = name.casefold()
                if not _less(self._names, folded):
                    del self._spelling[folded]

    def names(self) -> Sequence[str]:
        """The subreddits, the most frequent ones first, the others by name."""
        if self._sorted is None:
            by_use = sorted(self._names.items(), key=lambda item: (-item[1], item[0]))
            self._sorted = tuple(self._spelling[folded] for folded, _ in by_use)
        return self._sorted


@dataclass(slots=True, eq=False)
class _Batch:
    """Work for later: `count` is to be called with all the ids, in parts; the numbers of `owing` are not true yet."""

    ids: Iterator[int]
    count: Callable[[Sequence[int]], None]
    owing: list[_Count | _Tags]


def _category(session: Session | None) -> int | None:
    number = None if session is None else session.category_id
    return number if isinstance(number, int) else None


def _subreddits(session: Session | None) -> tuple[str, ...]:
    names = None if session is None else session.subreddits
    return names if isinstance(names, tuple) else ()


def _less(counter: Counter[Any], key: object) -> int:
    """Count a key down, and forget it at zero; returns what is left."""
    left = counter[key] - 1
    if left:
        counter[key] = left
    else:
        del counter[key]
    return left
