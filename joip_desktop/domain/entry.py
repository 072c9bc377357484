"""An entry of the outbox: one request to be, the wishes that were coalesced into it, and arithmetic on them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, IntEnum, auto

from joip_desktop.domain.changes import Change
from joip_desktop.domain.errors import JoipError
from joip_desktop.domain.session import FieldValue, Values, same


class Priority(IntEnum):
    """Who goes first: an edit by hand overtakes a bulk job."""

    HAND = 0
    BULK = 1


class State(Enum):
    """Where an entry stands. Done and cancelled ones have left the outbox."""

    QUEUED = auto()
    SENDING = auto()
    FAILED = auto()
    """The server said no; waits for the person."""
    CONFLICT = auto()
    """Somebody else changed the same field; waits for the person."""


HELD = frozenset({State.FAILED, State.CONFLICT})
"""States in which only the person can set an entry going again."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one job wants of an entry's session.

    `unsure` says that it was sent and no clear answer came: what the server has in its fields now is not known.
    `note` is what to tell of it when it is done.
    """

    job: int
    change: Change
    unsure: bool = False
    note: str = ""


@dataclass(slots=True, eq=False)
class Entry:
    """One request to be: the parts, in order, that were coalesced into it, and `error` where it failed."""

    id: int
    parts: tuple[Part, ...]
    change: Change
    priority: Priority
    state: State = State.QUEUED
    attempts: int = 0
    error: JoipError | None = None

    @property
    def session_id(self) -> int:
        """The session it changes."""
        return self.change.session_id

    @property
    def jobs(self) -> tuple[int, ...]:
        """The jobs that wait for it."""
        return tuple(part.job for part in self.parts)


def fold(parts: Sequence[Part]) -> Change | None:
    """The one change with the effect of all parts; None where they cancel out or there are none.

    A field that has been set back is as if nobody had touched it: a later part starts from what it saw itself, which
    may be news from the server.
    """
    sent = sent_values(parts)
    before: dict[str, FieldValue] = {}
    patch: dict[str, FieldValue] = {}
    for part in parts:
        for name, value in part.change.patch.items():
            if name not in patch:
                before[name] = part.change.before[name]
            patch[name] = value
            if name not in sent and same(before[name], value):
                del patch[name], before[name]
    if not patch:
        return None
    return replace(parts[0].change, patch=patch, before=before)


def doubted(parts: Iterable[Part]) -> tuple[Part, ...]:
    """The parts after they were sent without a clear answer."""
    return tuple(replace(part, unsure=True) for part in parts)


def less(parts: Iterable[Part], taken: Sequence[Part]) -> tuple[Part, ...]:
    """The parts without those `taken`; what follows one of them has as `before` what was there before it."""
    kept: list[Part] = []
    gone: dict[str, FieldValue] = {}
    doubtful: set[str] = set()
    for part in parts:
        if any(part is one for one in taken):
            gone = {**part.change.before, **gone}
            if part.unsure:
                doubtful.update(part.change.patch)
        else:
            kept.append(rebased(part, gone, doubtful=doubtful))
            gone = {name: value for name, value in gone.items() if name not in part.change.patch}
            doubtful.difference_update(part.change.patch)
    return tuple(kept)


def rebased(part: Part, former: Values, *, doubtful: Iterable[str] = ()) -> Part:
    """The part over other former values, of which the `doubtful` ones may not be what the server has."""
    change = replace(part.change, before={**part.change.before, **among(former, part.change.patch)})
    unsure = part.unsure or any(name in part.change.patch for name in doubtful)
    return replace(part, change=change, unsure=unsure)


def over(parts: Iterable[Part], former: Values, *, doubtful: Iterable[str] = ()) -> tuple[Part, ...]:
    """The parts over other former values: of each field the first part that has it."""
    left, unsure = dict(former), set(doubtful)
    found: list[Part] = []
    for part in parts:
        touched = among(left, part.change.patch)
        found.append(rebased(part, touched, doubtful=unsure & touched.keys()) if touched else part)
        for name in touched:
            del left[name]
    return tuple(found)


def sent_values(parts: Iterable[Part]) -> dict[str, list[FieldValue]]:
    """By field, the values that were sent without a clear answer."""
    found: dict[str, list[FieldValue]] = {}
    for part in parts:
        if part.unsure:
            for name, value in part.change.patch.items():
                found.setdefault(name, []).append(value)
    return found


def among(values: Values, names: Iterable[str]) -> Values:
    """The values of these fields, as far as there are any."""
    return {name: values[name] for name in names if name in values}


def without(change: Change, names: Iterable[str]) -> Change | None:
    """The change less some fields; None where nothing is left."""
    gone = set(names)
    patch = {name: value for name, value in change.patch.items() if name not in gone}
    if not patch:
        return None
    return replace(change, patch=patch, before={name: change.before[name] for name in patch})
