"""Session rows on the wire and in the database: columns for what fits them, JSON for everything else."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final, TypeAlias

Row: TypeAlias = dict[str, Any]
"""A session as JSON has it, by wire name; the thumbnail is a path where it is one of this server's own."""

Record: TypeAlias = Sequence[Any]
"""A row of the table `sessions`, in the order of `COLUMNS` and then the extra fields' JSON."""


class Kind(Enum):
    """How a field is kept in its column, named by the column's type."""

    TEXT = "TEXT"
    NUMBER = "INTEGER"
    FLAG = "BOOLEAN"
    NAMES = "JSON"


@dataclass(frozen=True, slots=True)
class Column:
    """A field's wire name, its column and what the column holds (or NULL)."""

    wire: str
    name: str
    kind: Kind


COLUMNS: Final = (
    Column("id", "id", Kind.NUMBER),
    Column("title", "title", Kind.TEXT),
    Column("userId", "user_id", Kind.TEXT),
    Column("subreddits", "subreddits", Kind.NAMES),
    Column("categoryId", "category_id", Kind.NUMBER),
    Column("intervalMin", "interval_min", Kind.NUMBER),
    Column("intervalMax", "interval_max", Kind.NUMBER),
    Column("transition", "transition", Kind.TEXT),
    Column("thumbnail", "thumbnail", Kind.TEXT),
    Column("aiPrompt", "ai_prompt", Kind.TEXT),
    Column("captionTheme", "caption_theme", Kind.TEXT),
    Column("isPublic", "is_public", Kind.FLAG),
    Column("shareToCommunity", "share_to_community", Kind.FLAG),
    Column("isFavorite", "is_favorite", Kind.FLAG),
    Column("isManualMode", "is_manual_mode", Kind.FLAG),
    Column("isImported", "is_imported", Kind.FLAG),
    Column("importSource", "import_source", Kind.TEXT),
    Column("createdAt", "created_at", Kind.TEXT),
    Column("updatedAt", "updated_at", Kind.TEXT),
)
"""In the order in which responses have the fields (seed), with the two that only the public pages name."""

_WIRE: Final = tuple(column.wire for column in COLUMNS)
_FLAGS: Final = tuple(column.wire for column in COLUMNS if column.kind is Kind.FLAG)
_BY_WIRE: Final[Mapping[str, Column]] = {column.wire: column for column in COLUMNS}

NAMES: Final = tuple(column.name for column in COLUMNS)


def to_row(record: Record) -> Row:
    """The wire's fields, with the extra ones over those of the columns."""
    row = dict(zip(_WIRE, record, strict=False))  # one value more in the record: the extra fields
    if row["subreddits"] is not None:
        row["subreddits"] = json.loads(row["subreddits"])
    for flag in _FLAGS:
        if row[flag] is not None:
            row[flag] = row[flag] != 0
    if record[-1] is not None:
        row.update(json.loads(record[-1]))
    return row


def to_record(row: Mapping[str, Any]) -> Record:
    """The columns' values; what no column can hold without changing it becomes extra."""
    values: list[object] = []
    extra = {wire: value for wire, value in row.items() if wire not in _BY_WIRE}
    for column in COLUMNS:
        value = row.get(column.wire)
        if value is None or _FITS[column.kind](value):
            values.append(json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value)
        else:
            values.append(None)
            extra[column.wire] = value
    values.append(json.dumps(extra, ensure_ascii=False) if extra else None)
    return values


def _is_number(value: object) -> bool:
    return type(value) is int and -(2**63) <= value < 2**63


def _is_names(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(name, str) for name in value)


_FITS: Final[Mapping[Kind, Callable[[object], bool]]] = {
    Kind.TEXT: lambda value: isinstance(value, str),
    Kind.NUMBER: _is_number,
    Kind.FLAG: lambda value: isinstance(value, bool),
    Kind.NAMES: _is_names,
}
