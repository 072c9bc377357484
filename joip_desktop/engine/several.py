"""Several sessions: what they have in each field, counted once and kept up to date, and the edits meant for all."""

from __future__ import annotations

import heapq
from collections import Counter, deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from operator import attrgetter
from typing import Final

from joip_desktop.domain.draft import SharedEdits
from joip_desktop.domain.fields import FIELDS, FieldKind
from joip_desktop.domain.rules import Problem, check, lock_reason
from joip_desktop.domain.say import quoted, say, say_count
from joip_desktop.domain.selection import Common, Mixed, NotKnown, Same
from joip_desktop.domain.session import UNKNOWN, FieldValue, Session, Values, same
from joip_desktop.engine.counts import MANY, Counts
from joip_desktop.engine.plan import Plan, called, planning
from joip_desktop.engine.slices import Work

_STEP: Final = 32
"""Sessions between two chances to interrupt: about a tenth of a millisecond."""

_NEWS: Final = 256
"""News of up to so many sessions are taken in at once."""

_BLOCK: Final = 10
"""Neighbouring numbers, 2 to the power of this, are kept in the same part."""

_MANY_VALUED: Final = frozenset({FieldKind.TEXT, FieldKind.NAMES, FieldKind.PROSE, FieldKind.ADDRESS})
_LOCKABLE: Final = tuple(name for name, spec in FIELDS.items() if spec.locked_when_imported)
_ENDS: Final = ("interval_min", "interval_max")
_ANY: Final = Session(id=0)
"""A session of which nothing is known, so that only the values themselves can be wrong."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """How many sessions would change: `at_least`, and `exactly` where that can be told without looking at each."""

    at_least: int
    exactly: int | None


class Several:
    """How many of some sessions have each value in each editable field.

    `get` gives a session as views show it; those that are gone are not counted. Do the work of `counting` first.
    """

    def __init__(self, get: Callable[[int], Session | None], session_ids: Iterable[int] = ()) -> None:
        self._get = get
        self._counts: Mapping[str, Counts[FieldValue]] = {
            name: Counts(MANY if spec.kind in _MANY_VALUED else 1) for name, spec in FIELDS.items()
        }
        self._intervals: Counts[tuple[FieldValue, FieldValue]] = Counts()
        self._locked: Mapping[str, Counts[FieldValue]] = {
            name: Counts(MANY if FIELDS[name].kind in _MANY_VALUED else 1) for name in _LOCKABLE
        }
        self._locked_count = Counter[str]()
        self._reasons: dict[str, str] = {}
        self._seen: Sequence[dict[int, Session | None]] = tuple({} for _ in range(MANY))
        """What was counted; None for a session that was gone."""
        self._count = 0
        self._first: Iterator[int] | None = iter(session_ids)
        self._news: deque[Iterator[int]] = deque()

    # --- counting ---------------------------------------------------------------------------------------------------

    def counting(self) -> Work[None]:
        """Count what has not been counted yet; changes may be told in between."""
        while self._first is not None:
            if chunk := list(islice(self._first, _STEP)):
                self._begin(chunk)
                yield
            else:
                self._first = None
        while self._news:
            if chunk := list(islice(self._news[0], _STEP)):
                self._take(chunk)
                yield
            else:
                self._news.popleft()

    @property
    def is_counting(self) -> bool:
        """Whether there is something to count yet: at first all of it, and again after news of very many sessions."""
        return self._first is not None or bool(self._news)

    def update(self, changed: Collection[int]) -> bool:
        """Take in what changed; returns whether what is told here may be another one than before.

        News of very many sessions are only noted: then `is_counting`, and the work of `counting` is to be done again.
        A session that is gone is counted again when it is back.
        """
        if len(changed) <= _NEWS:
            return self._take(changed)
        self._news.append(iter(changed))
        return True

    def _begin(self, session_ids: Iterable[int]) -> None:
        """Count sessions for the first time."""
        new: list[Session] = []
        for session_id in session_ids:
            part = self._part(session_id)
            if session_id not in part and (session := part.setdefault(session_id, self._get(session_id))) is not None:
                new.append(session)
        self._more(new)

    def _take(self, session_ids: Iterable[int]) -> bool:
        """Count sessions anew, as far as they have been counted; returns whether any of them is another one."""
        touched = False
        for session_id in session_ids:
            part = self._part(session_id)
            if session_id not in part:
                continue
            old, new = part[session_id], self._get(session_id)
            if old is not new:
                touched = True
                part[session_id] = new
                self._replace(old, new)
        return touched

    def _part(self, session_id: int) -> dict[int, Session | None]:
        return self._seen[(session_id >> _BLOCK) % MANY]

    def _more(self, sessions: Sequence[Session]) -> None:
        self._count += len(sessions)
        for name, counts in self._counts.items():
            counts.more(map(attrgetter(name), sessions))
        self._intervals.more(map(_interval, sessions))
        for session in sessions:
            self._more_locked(session)

    def _replace(self, old: Session | None, new: Session | None) -> None:
        """Count a session that is another one than before."""
        if old is None or new is None:
            if old is not None:
                self._less(old)
            self._more(() if new is None else (new,))
            return
        for name, counts in self._counts.items():
            before, after = old.value(name), new.value(name)
            if before is not after:
                counts.less(before)
                counts.more((after,))
        self._intervals.less(_interval(old))
        self._intervals.more((_interval(new),))
        self._less_locked(old)
        self._more_locked(new)

    def _less(self, session: Session) -> None:
        self._count -= 1
        for name, counts in self._counts.items():
            counts.less(session.value(name))
        self._intervals.less(_interval(session))
        self._less_locked(session)

    def _more_locked(self, session: Session) -> None:
        for name in _LOCKABLE:
            if (reason := lock_reason(session, name)) is not None:
                self._reasons[name] = reason
                self._locked_count[name] += 1
                self._locked[name].more((session.value(name),))

    def _less_locked(self, session: Session) -> None:
        for name in _LOCKABLE:
            if lock_reason(session, name) is not None:
                self._locked_count[name] -= 1
                self._locked[name].less(session.value(name))

    # --- what they have ---------------------------------------------------------------------------------------------

    @property
    def count(self) -> int:
        """How many of the sessions there are, as far as they have been counted."""
        return self._count

    def holds(self, session_id: int) -> bool:
        """Whether the session is one of them, and has been counted."""
        return self._part(session_id).get(session_id) is not None

    def common(self, field: str) -> Common:
        """What they have in common in a field. The counts of mixed values are live, so look again after an update."""
        counts = self._counts[field]
        if len(counts) > 1:
            return Mixed(counts)
        only = next(iter(counts), UNKNOWN)
        return NotKnown() if only is UNKNOWN else Same(only)

    def ranking(self, field: str, most: int = 10) -> Work[Sequence[tuple[FieldValue, int]]]:
        """The values with the most sessions and how many those are, the most frequent first; UNKNOWN is one of them."""
        best: Sequence[tuple[FieldValue, int]] = ()
        for part in self._counts[field].parts():
            best = heapq.nsmallest(most, chain(best, part), key=lambda item: (-item[1], str(item[0])))
            yield
        return best

    def count_of(self, field: str, value: FieldValue) -> int:
        """How many sessions have this value: `count_of("is_favorite", True)` are the favourites."""
        return self._counts[field][value]

    def unknown(self, field: str) -> int:
        """Of how many sessions the value is not known."""
        return self.count_of(field, UNKNOWN)

    def locked(self, field: str) -> int:
        """In how many sessions the field can't be changed."""
        return self._locked_count[field]

    def lock_reason(self, field: str) -> str | None:
        """Why the field can't be changed in those; None where it can in all of them."""
        return self._reasons[field] if self._locked_count[field] else None

    # --- what edits would do ----------------------------------------------------------------------------------------

    def weigh(self, values: Values) -> Weighed:
        """How many sessions would change if all got these values, which should have no problems."""
        parts = [self.weigh_field(name, value) for name, value in values.items() if name not in _ENDS]
        if not values.keys().isdisjoint(_ENDS):
            parts.append(self.weigh_interval(values))
        busy = [(changed, left_out) for changed, left_out in parts if changed or left_out]
        if len(busy) <= 1:
            changed = sum(changed for changed, _ in busy)
            return Weighed(changed, changed)
        left_out = sum(left_out for _, left_out in busy)
        at_least = max(0, *(changed - (left_out - own) for changed, own in busy))
        return Weighed(at_least, at_least if at_least == self._count else None)

    def weigh_field(self, field: str, value: FieldValue) -> tuple[int, int]:
        """How many sessions would change if all got this value, and how many others would be skipped for a lock."""
        if value is UNKNOWN:
            return 0, 0
        skipped = self._locked_count[field] - self._locked[field][value] if field in self._locked else 0
        return self._count - self.count_of(field, value) - skipped, skipped

    def weigh_interval(self, values: Values) -> tuple[int, int]:
        """The same for an end of the interval or both; skipped are those whose ends would be the wrong way round."""
        new_lowest, new_highest = (values.get(name, UNKNOWN) for name in _ENDS)
        changed = skipped = 0
        for (lowest, highest), count in self._intervals.items():
            low = lowest if new_lowest is UNKNOWN else new_lowest
            high = highest if new_highest is UNKNOWN else new_highest
            if same(low, lowest) and same(high, highest):
                continue
            if isinstance(low, int) and isinstance(high, int) and low > high:
                skipped += count
            else:
                changed += count
        return changed, skipped


_interval: Callable[[Session], tuple[FieldValue, FieldValue]] = attrgetter(*_ENDS)


@dataclass(frozen=True, slots=True)
class Note:
    """Why some sessions are left out when a field is set, in one sentence, and how many they are."""

    field: str
    sentence: str
    sessions: int


class SeveralDraft:
    """The edits meant for several sessions: a value and a tick by field; what is not ticked takes no part.

    A value of UNKNOWN is a field left empty that needs a value: it is a problem, and nothing can be sent for it.
    `on_change` is told the edits whenever they may be other ones.
    """

    def __init__(
        self,
        several: Several,
        edits: SharedEdits = SharedEdits(),  # noqa: B008 - it can't be changed
        *,
        on_change: Callable[[SharedEdits], None] = lambda _: None,
    ) -> None:
        self._several = several
        self._on_change = on_change
        self._entered: dict[str, FieldValue] = dict(edits.entered)
        self._ticked: set[str] = set(edits.ticked)

    @property
    def edits(self) -> SharedEdits:
        """The edits as they are now; they stay so when the draft goes on."""
        return SharedEdits(dict(self._entered), frozenset(self._ticked))

    def set(self, field: str, value: FieldValue) -> None:
        """Take the form's value of a field, which then takes part."""
        self._entered[field] = value
        self._ticked.add(field)
        self._on_change(self.edits)

    def revert(self, field: str | None = None) -> None:
        """Forget the value and the tick of one field, or of all."""
        if field is None:
            self._entered.clear()
            self._ticked.clear()
        else:
            self._entered.pop(field, None)
            self._ticked.discard(field)
        self._on_change(self.edits)

    def value(self, field: str) -> FieldValue:
        """What the form shows: the value entered, or else the one of all sessions; UNKNOWN where they differ."""
        if field in self._entered:
            return self._entered[field]
        common = self._several.common(field)
        return common.value if isinstance(common, Same) else UNKNOWN

    def is_entered(self, field: str) -> bool:
        """Whether a value was entered, ticked or not."""
        return field in self._entered

    def takes_part(self, field: str) -> bool:
        """Whether the field is ticked."""
        return field in self._ticked

    def set_takes_part(self, field: str, takes_part: bool) -> None:
        """Tick a field or not. The value entered is kept; without one, the value of all sessions is meant."""
        if takes_part:
            self._ticked.add(field)
        else:
            self._ticked.discard(field)
        self._on_change(self.edits)

    @property
    def is_dirty(self) -> bool:
        """Whether there is anything to revert."""
        return bool(self._entered or self._ticked)

    def values(self) -> Mapping[str, FieldValue]:
        """The values of the ticked fields, in form order."""
        return {name: self.value(name) for name in FIELDS if name in self._ticked}

    def problems(self) -> list[Problem]:
        """What speaks against these values whatever the sessions are, one problem a field: no plan is to be made."""
        return check(_ANY, self.values())

    def notes(self) -> Sequence[Note]:
        """Who is left out: sessions in which a ticked field is locked, or whose other interval would be crossed."""
        values = self.values()
        wrong = {problem.field for problem in self.problems()}
        notes = []
        for name in [name for name in values if name not in wrong]:
            reason = self._several.lock_reason(name)
            _, skipped = (0, 0) if name in _ENDS else self._several.weigh_field(name, values[name])
            if reason is not None and skipped:
                notes.append(Note(name, _skipped(skipped, reason), skipped))
        ends = [name for name in _ENDS if name in values]
        if ends and not wrong.intersection(_ENDS) and (skipped := self._several.weigh_interval(values)[1]):
            low = ends[0] == "interval_min"
            reason = say("Their longest interval is shorter.") if low else say("Their shortest interval is longer.")
            notes.append(Note(ends[0], _skipped(skipped, reason), skipped))
        return notes

    def requests(self) -> int | None:
        """How many sessions would change; None where there is a problem or only the plan can tell."""
        return None if self.problems() else self._several.weigh(self.values()).exactly

    def at_least(self) -> int:
        """How many sessions would change at the least; 0 where there is a problem."""
        return 0 if self.problems() else self._several.weigh(self.values()).at_least


def _skipped(count: int, reason: str) -> str:
    return say_count("{n} session is skipped: {reason}", "{n} sessions are skipped: {reason}", count, reason=reason)


# --- the plan ---------------------------------------------------------------------------------------------------------


def planning_values(sessions: Iterable[Session], values: Values) -> Work[Plan]:
    """Give all sessions the same values: "Set caption theme of 12 sessions", "Set 3 fields of 12 sessions"."""
    plan = yield from planning(((session, values) for session in sessions), action="")
    return replace(plan, title=title_of(values, len(plan.changes)))


def title_of(values: Values, count: int) -> str:
    """What giving so many sessions these values is called, in the words of a button."""
    if len(values) == 1 and isinstance(on := next(iter(values.values())), bool):
        what = quoted(FIELDS[next(iter(values))].label)
        if on:
            return say_count("Turn {what} on for {n} session", "Turn {what} on for {n} sessions", count, what=what)
        return say_count("Turn {what} off for {n} session", "Turn {what} off for {n} sessions", count, what=what)
    match [called(name) for name in FIELDS if name in values]:
        case [only]:
            what = only
        case [one, other]:
            what = say("{one} and {other}", one=one, other=other)
        case more:
            what = say_count("{n} field", "{n} fields", len(more))
    return say_count("Set {what} of {n} session", "Set {what} of {n} sessions", count, what=what)
