"""Sessions as text for other programs: a table (CSV), or the rows as the server told them (JSON)."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from joip_desktop.domain.session import Session, to_wire
from joip_desktop.engine.slices import Work
from joip_desktop.engine.transfer.cells import cell
from joip_desktop.engine.transfer.forms import json_text

CopiedColumn: TypeAlias = tuple[str, Callable[[Session], str]]
"""A name for the header, and the text of a session."""


def copying_csv(sessions: Iterable[Session], columns: Sequence[CopiedColumn]) -> Work[str]:
    """A header and a line for each session (RFC 4180: commas, CRLF, quotes doubled).

    Texts that a spreadsheet would take for formulas have an apostrophe in front (`transfer.cells.cell`).
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

    What JSON can't say is written as `transfer.forms.json_text` says.
    """
    written = io.StringIO()
    between = "[\n"
    for session in sessions:
        written.write(between)
        written.write(json_text(to_wire(session)))
        between = ",\n"
        yield
    written.write("\n]\n" if written.tell() else "[]\n")
    return written.getvalue()
