"""The tolerant read model: what the server said of a session, with nothing invented and nothing lost."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from sys import intern
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from joip_desktop.domain.errors import UnexpectedShapeError
from joip_desktop.domain.say import say


class Unknown(Enum):
    """The type of UNKNOWN: no response has told this value yet (which is neither null nor false)."""

    UNKNOWN = "unknown"

    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN: Final = Unknown.UNKNOWN
UnknownType: TypeAlias = Literal[Unknown.UNKNOWN]

FieldValue: TypeAlias = str | int | bool | tuple[str, ...] | Unknown | None
"""A field's value in the domain: subreddits are a tuple of names; None is the wire's null."""

Values: TypeAlias = Mapping[str, FieldValue]
"""Field name (as in `Session`) to value, for some of the fields."""

JsonValue: TypeAlias = object
"""Whatever `json.loads` gives."""

NOTHING: Final[Mapping[str, JsonValue]] = MappingProxyType({})


def _nothing() -> Mapping[str, JsonValue]:
    return NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One session as far as it is known.

    Every field but `id` may be UNKNOWN (no response told it) or None (the server said null), whatever the page
    promises.
    `extra` keeps, by wire name, what this version can't interpret: fields it does not know, and values of a wrong type.
    Times are the server's own text (ISO 8601), so that they survive a round trip.
    """

    id: int
    title: str | UnknownType | None = UNKNOWN
    subreddits: tuple[str, ...] | UnknownType | None = UNKNOWN
    category_id: int | UnknownType | None = UNKNOWN
    interval_min: int | UnknownType | None = UNKNOWN
    interval_max: int | UnknownType | None = UNKNOWN
    transition: str | UnknownType | None = UNKNOWN
    ai_prompt: str | UnknownType | None = UNKNOWN
    caption_theme: str | UnknownType | None = UNKNOWN
    thumbnail: str | UnknownType | None = UNKNOWN
    is_public: bool | UnknownType | None = UNKNOWN
    share_to_community: bool | UnknownType | None = UNKNOWN
    is_favorite: bool | UnknownType | None = UNKNOWN
    is_manual_mode: bool | UnknownType | None = UNKNOWN
    is_imported: bool | UnknownType | None = UNKNOWN
    import_source: str | UnknownType | None = UNKNOWN
    user_id: str | UnknownType | None = UNKNOWN
    created_at: str | UnknownType | None = UNKNOWN
    updated_at: str | UnknownType | None = UNKNOWN
    extra: Mapping[str, JsonValue] = field(default_factory=_nothing, hash=False)

    def value(self, name: str) -> FieldValue:
        """The value of the field `name`, e.g. "interval_min"."""
        found: FieldValue = getattr(self, name)
        return found

    def with_values(self, values: Values) -> Session:
        """This session with some fields replaced; an extra value that stood in for one of them goes."""
        extra = {key: kept for key, kept in self.extra.items() if ATTRIBUTES.get(key) not in values}
        return dataclasses.replace(self, extra=extra or NOTHING, **values)  # type: ignore[arg-type]  # checked by name


def same(one: FieldValue, other: FieldValue) -> bool:
    """Whether two values are one; unlike for `==`, True is not 1."""
    return one == other and type(one) is type(other)


def wire_name(name: str) -> str:
    """The JSON name of a field: "interval_min" is "intervalMin"."""
    head, *tail = name.split("_")
    return head + "".join(part.title() for part in tail)


# --- reading --------------------------------------------------------------------------------------------------------

_Reader: TypeAlias = Callable[[object], FieldValue]
"""A domain value out of a JSON value of the right type; UNKNOWN for any other type."""


def _text(value: object) -> FieldValue:
    return value if isinstance(value, str) else UNKNOWN


def _shared_text(value: object) -> FieldValue:
    """Text that recurs over many sessions: one copy in memory."""
    return intern(value) if type(value) is str else UNKNOWN


def _integer(value: object) -> FieldValue:
    return value if isinstance(value, int) and not isinstance(value, bool) else UNKNOWN


def _flag(value: object) -> FieldValue:
    return value if isinstance(value, bool) else UNKNOWN


def _names(value: object) -> FieldValue:
    if isinstance(value, list) and all(type(name) is str for name in value):
        return tuple(map(intern, value))
    return UNKNOWN


_READERS: Final[Mapping[str, _Reader]] = {
    "title": _text,
    "subreddits": _names,
    "category_id": _integer,
    "interval_min": _integer,
    "interval_max": _integer,
    "transition": _shared_text,
    "ai_prompt": _text,
    "caption_theme": _shared_text,
    "thumbnail": _text,
    "is_public": _flag,
    "share_to_community": _flag,
    "is_favorite": _flag,
    "is_manual_mode": _flag,
    "is_imported": _flag,
    "import_source": _shared_text,
    "user_id": _shared_text,
    "created_at": _text,
    "updated_at": _text,
}

WIRE_NAMES: Final[Mapping[str, str]] = {name: wire_name(name) for name in _READERS}
ATTRIBUTES: Final[Mapping[str, str]] = {wire: name for name, wire in WIRE_NAMES.items()}
_BY_WIRE: Final = {wire: (name, _READERS[name]) for wire, name in ATTRIBUTES.items()}


def from_wire(row: JsonValue) -> Session:
    """Read one session row of any response.

    A field that the row leaves out stays UNKNOWN; null is None; a value of a wrong type stays UNKNOWN and is kept in
    `extra` as it came, and so is a field that this version does not know.

    Raises:
        UnexpectedShapeError: the row is no JSON object, or has no integer `id`.
    """
    if not isinstance(row, dict):
        raise UnexpectedShapeError(say("The server sent something else where a session was expected."))
    session_id = row.get("id")
    if not isinstance(session_id, int) or isinstance(session_id, bool):
        raise UnexpectedShapeError(say("The server sent a session without a number."))
    known: dict[str, FieldValue] = {}
    extra: dict[str, JsonValue] = {}
    for wire, value in row.items():
        if wire == "id":
            continue
        entry = _BY_WIRE.get(wire)
        if entry is None:
            extra[wire] = value
            continue
        name, read = entry
        if value is None:
            known[name] = None
        elif (found := read(value)) is UNKNOWN:
            extra[wire] = value
        else:
            known[name] = found
    return Session(id=session_id, extra=extra or NOTHING, **known)  # type: ignore[arg-type]  # the readers check


def to_wire(session: Session) -> dict[str, JsonValue]:
    """The row as the server told it: known fields, then what only the server understands, untouched."""
    row: dict[str, JsonValue] = {"id": session.id}
    for name, wire in WIRE_NAMES.items():
        value = session.value(name)
        if value is not UNKNOWN:
            row[wire] = list(value) if isinstance(value, tuple) else value
    row.update(session.extra)
    return row


def merge(known: Session, newer: Session) -> Session:
    """What is known after a newer response of the same session: its fields win, what it leaves out stays as known.

    A field that it tells in a form we can't read is told, too: the former value is out of date, so it gives way to
    what came, in `extra`. On the wire that is `{**to_wire(known), **to_wire(newer)}`.

    Raises:
        ValueError: the two are different sessions.
    """
    if known.id != newer.id:
        raise ValueError(f"sessions {known.id} and {newer.id} can't be merged")
    told = {
        name: value
        for name, wire in WIRE_NAMES.items()
        if (value := newer.value(name)) is not UNKNOWN or wire in newer.extra
    }
    extra = {key: kept for key, kept in known.extra.items() if ATTRIBUTES.get(key) not in told}
    extra.update(newer.extra)
    return dataclasses.replace(known, extra=extra or NOTHING, **told)  # type: ignore[arg-type]  # checked by name
