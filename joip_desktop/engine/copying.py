"""Sessions as text for other programs: a table (CSV), or the rows as the server told them (JSON)."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeAlias

from joip_desktop.domain.patch import is_sendable
from joip_desktop.domain.session import JsonValue, Session, to_wire
from joip_desktop.engine.report_csv import cell
from joip_desktop.engine.slices import Work

CopiedColumn: TypeAlias = tuple[str, Callable[[Session], str]]
"""A name for the header, and the text of a session."""

_encode: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
_encode_escaped: Final = json.JSONEncoder(allow_nan=False).encode


def copying_csv(sessions: Iterable[Session], columns: Sequence[CopiedColumn]) -> Work[str]:
    """A header and a line for each session (RFC 4180: commas, CRLF, quotes doubled).

    Texts that a spreadsheet would take for formulas have an apostrophe in front (`report_csv.cell`).
    """
    written = io.StringIO(newline="")
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow([cell(name) for name, _ in columns])
    texts = [text for _, text in columns]
    for session in sessions:
        table.writerow([cell(text(session)) for text in texts])
        yield
    return written.getvalue()


def copying_json(sessions: Iterable[Session]) -> Work[str]:
    """A JSON array of the sessions' rows, each on a line of its own.

    It is valid JSON and can be encoded: halves of surrogate pairs are written as escapes, and a number that is too
    large for a float, which was read as infinity, as null.
    """
    written = io.StringIO()
    between = "[\n"
    for session in sessions:
        written.write(between)
        written.write(_row(to_wire(session)))
        between = ",\n"
        yield
    written.write("\n]\n" if written.tell() else "[]\n")
    return written.getvalue()


def _row(row: dict[str, JsonValue]) -> str:
    try:
        text = _encode(row)
    except ValueError:
        row = {name: _finite(value) for name, value in row.items()}
        text = _encode(row)
    return text if is_sendable(text) else _encode_escaped(row)


def _finite(value: JsonValue) -> JsonValue:
    match value:
        case float():
            return value if math.isfinite(value) else None
        case list():
            return [_finite(one) for one in value]
        case dict():
            return {name: _finite(one) for name, one in value.items()}
        case _:
            return value
