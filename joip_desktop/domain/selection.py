"""Selection arithmetic: what many sessions have in common in a field, without any widget."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from joip_desktop.domain.session import UNKNOWN, FieldValue, Session


@dataclass(frozen=True, slots=True)
class Same:
    """All sessions have this value."""

    value: FieldValue


@dataclass(frozen=True, slots=True)
class Mixed:
    """The sessions differ: each value with the number of sessions that have it (UNKNOWN counts as one of them)."""

    counts: Mapping[FieldValue, int]


@dataclass(frozen=True, slots=True)
class NotKnown:
    """The value is not known of any of the sessions."""


Common: TypeAlias = Same | Mixed | NotKnown


def common(sessions: Iterable[Session], field: str) -> Common:
    """What the sessions have in common in `field`; an empty selection is NotKnown."""
    return common_value(Counter(session.value(field) for session in sessions))


def common_value(counts: Mapping[FieldValue, int]) -> Common:
    """What values with these counts have in common."""
    match len(counts):
        case 0:
            return NotKnown()
        case 1:
            (only,) = counts
            return NotKnown() if only is UNKNOWN else Same(only)
        case _:
            return Mixed(counts)


def toggled_favourite(sessions: Iterable[Session]) -> bool:
    """What "toggle favourite" gives a selection: on, unless every one of them is a favourite already."""
    return not all(session.is_favorite is True for session in sessions)
