"""Three-way comparison, field by field: what a change was made from, what it wants, and what the server has now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from types import MappingProxyType
from typing import Final

from joip_desktop.domain.changes import Change
from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.session import UNKNOWN, FieldValue, Session, Values, same

_NOTHING_SENT: Final[Mapping[str, Sequence[FieldValue]]] = MappingProxyType({})


class Side(Enum):
    """Whose value a field in conflict gets."""

    MINE = auto()
    THEIRS = auto()


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that was changed here and elsewhere: what it was (`base`), and what both sides made of it."""

    field: str
    base: FieldValue
    mine: FieldValue
    theirs: FieldValue


@dataclass(frozen=True, slots=True)
class Comparison:
    """The fields of a change that somebody has to decide on, and those that the server has already as wanted."""

    conflicts: Sequence[Conflict] = ()
    settled: frozenset[str] = field(default_factory=frozenset)


def compare(change: Change, server: Session, *, sent: Mapping[str, Sequence[FieldValue]] = _NOTHING_SENT) -> Comparison:
    """Compare a change that waits with what the server has now.

    A field is in conflict when the server's value is neither the one the change was made from nor the one it wants.
    Where one of the three is not known, there is nothing to compare. `sent` holds, by field, the values that went out
    without a clear answer: such a value on the server is our own. And when such a field is to be set back, the server
    having the old value is no proof that the first request will not still arrive, so it is not settled.
    """
    conflicts: list[Conflict] = []
    settled: set[str] = set()
    for name, mine in change.patch.items():
        base, theirs, ours = change.before[name], server.value(name), sent.get(name, ())
        if theirs is UNKNOWN:
            continue
        if same(theirs, mine):
            if not ours or (not same(base, mine) and all(same(mine, one) for one in ours)):
                settled.add(name)
        elif base is not UNKNOWN and not same(theirs, base) and not any(same(theirs, one) for one in ours):
            conflicts.append(Conflict(name, base, mine, theirs))
    return Comparison(tuple(conflicts), frozenset(settled))


def changed_fields(older: Session, newer: Session, *, less: Iterable[str] = ()) -> list[str]:
    """The editable fields in which a newer row of the server says something else than an older one knew."""
    left_out = set(less)
    return [
        name
        for name in FIELDS
        if name not in left_out
        and UNKNOWN not in (before := older.value(name), after := newer.value(name))
        and not same(before, after)
    ]


def surprises(known: Session, sent: Values, answer: Session) -> tuple[list[str], list[str]]:
    """What the answer to an update says beyond it.

    Returns the fields that were not sent and are different now, and the sent ones that the server made something else
    of (but a thumbnail that it was asked to make).
    """
    untouched = changed_fields(known, answer, less=sent)
    altered = [
        name
        for name, value in sent.items()
        if (got := answer.value(name)) is not UNKNOWN and not same(got, value) and (name, value) != ("thumbnail", "")
    ]
    return untouched, altered
