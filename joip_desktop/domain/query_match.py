"""Terms as functions of a session, as quick as plain Python allows: a search goes over 100,000 sessions."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from types import MappingProxyType
from typing import Final, Protocol, TypeAlias

from joip_desktop.domain.query_keys import FLAGS, KEYS, PARTS
from joip_desktop.domain.query_terms import Between, Compared, Exactly, Keyed, Named, Nothing, Part, Prefix, Value
from joip_desktop.domain.query_times import Stretch, stretch
from joip_desktop.domain.session import FieldValue, Session
from joip_desktop.domain.times import parse_time

Predicate: TypeAlias = Callable[[Session], bool]


class Marks(Protocol):
    """What this app knows of sessions beside what the server said."""

    def has(self, session_id: int, mark: str) -> bool:
        """Whether a session is "unsaved", "waiting", "failed" or in "conflict", or in the group "unsaved-3"."""


class _NoMarks:
    def has(self, session_id: int, mark: str) -> bool:  # noqa: ARG002 - as in Marks
        return False


NO_MARKS: Final[Marks] = _NoMarks()
"""Nothing is marked."""


@dataclass(frozen=True, slots=True)
class Context:
    """What terms are judged by beside the session; `now` knows its zone."""

    marks: Marks
    now: datetime


def predicate_of(term: Keyed, context: Context) -> Predicate:
    """The function that says whether a session fits the term."""
    fits = _BY_KEY[term.key](term.values, context)
    return (lambda session: not fits(session)) if term.negated else fits


def attributes_of(term: Keyed) -> frozenset[str]:
    """The attributes of a session that the term looks at."""
    attributes = KEYS[term.key].attributes
    names = [attributes.get(value.name, "") for value in term.values if isinstance(value, Named)]
    return frozenset(" ".join([*names, attributes.get("", "")]).split())


def _any(predicates: Sequence[Predicate]) -> Predicate:
    """Whether one of them holds."""
    first, *others = predicates
    if not others:
        return first
    rest = _any(others)
    return lambda session: first(session) or rest(session)


def _names(values: Sequence[Value]) -> list[str]:
    return [value.name for value in values if isinstance(value, Named)]


# --- is, has ----------------------------------------------------------------------------------------------------------

_FLAG_IS_SET: Final[Mapping[str, Predicate]] = {
    "favorite": lambda session: session.is_favorite is True,
    "public": lambda session: session.is_public is True,
    "shared": lambda session: session.share_to_community is True,
    "imported": lambda session: session.is_imported is True,
    "manual": lambda session: session.is_manual_mode is True,
}


def _is(values: Sequence[Value], context: Context) -> Predicate:
    return _any([_FLAG_IS_SET[name] if name in FLAGS else _marked(name, context.marks) for name in _names(values)])


def _marked(mark: str, marks: Marks) -> Predicate:
    has = marks.has
    return lambda session: has(session.id, mark)


def _has(values: Sequence[Value], _context: Context) -> Predicate:
    return _any([_holding(name) for name in _names(values)])


def _holding(part: str) -> Predicate:
    get = attrgetter(PARTS[part])
    if part == "category":
        return lambda session: isinstance(get(session), int)
    return lambda session: isinstance(held := get(session), str | tuple) and len(held) > 0


# --- texts ------------------------------------------------------------------------------------------------------------


class _Judged(dict[str, bool]):
    """Whether names fit; each is judged once, since the same few come up again and again."""

    def __init__(self, values: Sequence[Value]) -> None:
        super().__init__()
        self._exact = frozenset(_names(values))
        self._beginnings = tuple(value.text for value in values if isinstance(value, Prefix))

    def __missing__(self, name: str) -> bool:
        folded = name.casefold()
        self[name] = fits = folded in self._exact or folded.startswith(self._beginnings)
        return fits


def _in(values: Sequence[Value], _context: Context) -> Predicate:
    judge = _Judged(values).__getitem__
    without_names = Nothing() in values

    def fits(session: Session) -> bool:
        names = session.subreddits
        if not names:
            return without_names
        return isinstance(names, tuple) and any(map(judge, names))

    return fits


def _chosen(attribute: str) -> _Compiler:
    get = attrgetter(attribute)

    def compiled(values: Sequence[Value], _context: Context) -> Predicate:
        wanted = frozenset(_names(values))
        return lambda session: get(session) in wanted

    return compiled


def _containing(attribute: str) -> _Compiler:
    get = attrgetter(attribute)

    def contains(wanted: str) -> Predicate:
        return lambda session: isinstance(text := get(session), str) and wanted in text.casefold()

    return lambda values, _context: _any([contains(value.text) for value in values if isinstance(value, Part)])


# --- numbers ----------------------------------------------------------------------------------------------------------

_COMPARE: Final = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}


def _number(lowest: str, highest: str | None = None) -> _Compiler:
    """For one attribute, or for two that are the ends of a range."""
    get_low, get_high = attrgetter(lowest), attrgetter(highest or lowest)
    return lambda values, _context: _any([_ranging(get_low, get_high, value) for value in values])


def _ranging(get_low: _Getter, get_high: _Getter, value: Value) -> Predicate:
    """Whether all that lies between a lowest and a highest number fits; for `7`, whether 7 lies between them."""
    match value:
        case Exactly(int() as one):
            return lambda session: (
                isinstance(low := get_low(session), int)
                and isinstance(high := get_high(session), int)
                and low <= one <= high
            )
        case Between(int() as least, int() as most):
            return lambda session: (
                isinstance(low := get_low(session), int)
                and isinstance(high := get_high(session), int)
                and least <= low
                and high <= most
            )
        case Compared(sign, int() as one):
            get, compare = (get_low if sign.startswith(">") else get_high), _COMPARE[sign]
            return lambda session: isinstance(number := get(session), int) and compare(number, one)
        case Nothing():
            return lambda session: get_low(session) is None
        case _:
            raise TypeError(f"{value!r} has nothing to do with numbers")


# --- times ------------------------------------------------------------------------------------------------------------


def _time(attribute: str) -> _Compiler:
    get = attrgetter(attribute)
    return lambda values, context: _any([_during(get, stretch(value, context.now)) for value in values])


def _during(get: _Getter, when: Stretch) -> Predicate:
    start, end = when.start, when.end

    def fits(session: Session) -> bool:
        moment = parse_time(get(session))
        return moment is not None and (start is None or start <= moment) and (end is None or moment < end)

    return fits


_Getter: TypeAlias = Callable[[Session], FieldValue]
_Compiler: TypeAlias = Callable[[Sequence[Value], Context], Predicate]

_BY_KEY: Final[Mapping[str, _Compiler]] = MappingProxyType(
    {
        "is": _is,
        "has": _has,
        "in": _in,
        "theme": _chosen("caption_theme"),
        "transition": _chosen("transition"),
        "category": _number("category_id"),
        "interval": _number("interval_min", "interval_max"),
        "updated": _time("updated_at"),
        "created": _time("created_at"),
        "title": _containing("title"),
        "prompt": _containing("ai_prompt"),
        "id": _number("id"),
    }
)
