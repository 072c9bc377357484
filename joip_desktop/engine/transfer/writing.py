"""Sessions as files: a table (CSV), a JSON array, or a JSON object a line; the three say the same."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from joip_desktop.domain.fields import FIELDS, FieldKind
from joip_desktop.domain.session import UNKNOWN, WIRE_NAMES, Session
from joip_desktop.engine.transfer.cells import cell
from joip_desktop.engine.transfer.columns import COLUMNS, FINGERPRINT, ID, WRITTEN, fingerprint
from joip_desktop.engine.transfer.forms import AS_JSON, TABLE, Form, json_text

BYTE_ORDER_MARK: Final = "\ufeff"
"""Without it, spreadsheets on Windows take UTF-8 for something else."""

_NEVER_RUN: Final = frozenset(
    name for name, spec in FIELDS.items() if spec.kind in (FieldKind.NUMBER, FieldKind.FLAG)
) | {"is_imported"}
"""Fields whose texts are no person's: "-1" is a number, not a formula."""


def writing(sessions: Iterable[Session], form: Form, *, byte_order_mark: bool = False) -> Iterator[str]:
    """The pieces of a file, one for each session or so. The mark stands only before a table."""
    match form:
        case Form.CSV:
            return _table(sessions, byte_order_mark=byte_order_mark)
        case Form.JSON:
            return _array(sessions)
        case Form.JSON_LINES:
            return (f"{_row(session)}\n" for session in sessions)


def _table(sessions: Iterable[Session], *, byte_order_mark: bool) -> Iterator[str]:
    """RFC 4180: commas, CRLF, quotes doubled; what a spreadsheet would run has an apostrophe in front."""
    line = _Line()
    table = csv.writer(line, lineterminator="\r\n")
    table.writerow(COLUMNS)
    yield (BYTE_ORDER_MARK if byte_order_mark else "") + line.take()
    for session in sessions:
        table.writerow(_cells(session))
        yield line.take()


def _cells(session: Session) -> Sequence[str]:
    texts = [str(session.id)]
    for name in WRITTEN:
        said = TABLE.said(session, name)
        texts.append(said if name in _NEVER_RUN else cell(said))
    texts.append(fingerprint(session, TABLE))
    return texts


def _array(sessions: Iterable[Session]) -> Iterator[str]:
    between = "[\n"
    for session in sessions:
        yield between + _row(session)
        between = ",\n"
    yield "[]\n" if between == "[\n" else "\n]\n"


def _row(session: Session) -> str:
    row: dict[str, object] = {ID: session.id}
    for name in WRITTEN:
        wire = WIRE_NAMES[name]
        if session.value(name) is not UNKNOWN or wire in session.extra:
            row[wire] = AS_JSON.said(session, name)
    row[FINGERPRINT] = fingerprint(session, AS_JSON)
    return json_text(row)


class _Line:
    """A file for csv that holds one line."""

    def __init__(self) -> None:
        self._text = ""

    def write(self, text: str) -> None:
        """What csv calls, once for each line."""
        self._text += text

    def take(self) -> str:
        """The line, which is gone then."""
        text, self._text = self._text, ""
        return text
