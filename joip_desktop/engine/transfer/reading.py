"""Files of sessions, row by row as they are read, with the place of everything that is wrong in them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import BinaryIO, Final, TypeAlias

from joip_desktop.domain.say import later, say
from joip_desktop.engine.transfer.cells import uncell
from joip_desktop.engine.transfer.forms import Form, Raw
from joip_desktop.engine.transfer.reading_json import reading_array, reading_lines
from joip_desktop.engine.transfer.text import BROKEN_OFF, Broken, BrokenError, LineReader, decoded_lines

NO_COLUMNS: Final = later("The file is empty; a table needs a line with the names of its columns first.")
TOO_MANY_CELLS: Final = later(
    "This line has more cells than the table has columns; is a text with commas not in quotes?"
)
TOO_MANY_COLUMNS: Final = later("This has too many columns to be a table of sessions.")
OLD_LINE_ENDS: Final = later("The lines of this file end as on old Macs. Save it as “CSV UTF-8” in the spreadsheet.")
NOT_CSV: Final = later("From here on the file can't be read as a table ({reason}); is a quotation mark missing?")

MOST_COLUMNS: Final = 200
"""Each of them has a box of its own, and no table of sessions has a tenth of that."""

_SEPARATORS: Final = ",;\t"
_SEPARATOR_LINE: Final = re.compile(r"sep=([,;\t])\s*\Z", re.IGNORECASE)
"""What Excel understands, and writes by some roads, in front of the table."""

_LONGEST_CELL: Final = 2**24
"""Characters. Longer ones are taken for a missing quotation mark."""

_FIRST: Final = 64
"""Bytes that tell which form a file has."""

_PEEKED: Final = 200
"""Rows that tell which columns a file of JSON has."""


@dataclass(frozen=True, slots=True)
class FileRow:
    """A row by the names of its columns; a cell that is not there has no entry. `line` counts from 1."""

    line: int
    cells: Mapping[str, Raw]


Read: TypeAlias = FileRow | Broken


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that is being read: its form, its columns as far as they are known at the beginning, and its rows."""

    form: Form
    columns: Sequence[str]
    rows: Iterator[Read]


def opening(file: BinaryIO) -> Opened:
    """Begin to read a file, whatever its name. Reading goes on as rows are taken; none of them raises for what it says.

    Raises:
        OSError: the file can't be read; also while rows are taken.
    """
    form = form_in(file.read(_FIRST))
    file.seek(0)
    if form is Form.CSV:
        return _table(file)
    rows = reading_array(file) if form is Form.JSON else reading_lines(file)
    found = (one if isinstance(one, Broken) else FileRow(*one) for one in rows)
    peeked = list(islice(found, _PEEKED))
    columns = dict.fromkeys(name for row in peeked if isinstance(row, FileRow) for name in row.cells)
    if len(columns) > MOST_COLUMNS:
        return Opened(form, (), iter((Broken(1, say(TOO_MANY_COLUMNS)),)))
    return Opened(form, tuple(columns), chain(peeked, found))


def form_in(beginning: bytes) -> Form:
    """The form of a file by its first bytes: tables don't begin with a bracket."""
    text = beginning.removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").lstrip(b"\xff\xfe \t\r\n")
    match text[:1]:
        case b"[":
            return Form.JSON
        case b"{":
            return Form.JSON_LINES
        case _:
            return Form.CSV


# --- tables -----------------------------------------------------------------------------------------------------------


def _table(file: BinaryIO) -> Opened:
    """A table with commas, semicolons or tabs between its cells, in UTF-8, or in UTF-16 with a byte order mark."""
    lines = decoded_lines(file)
    try:
        reader = _Table(lines, _separator_of(lines))
        header = next(reader.records(), None)
    except BrokenError as error:
        return Opened(Form.CSV, (), iter((error.broken,)))
    if header is None:
        return Opened(Form.CSV, (), iter((Broken(1, say(NO_COLUMNS)),)))
    if isinstance(header, Broken):
        return Opened(Form.CSV, (), iter((header,)))
    columns = _unique(uncell(name).strip() for name in header[1])
    if len(columns) > MOST_COLUMNS:
        return Opened(Form.CSV, (), iter((Broken(1, say(TOO_MANY_COLUMNS)),)))
    return Opened(Form.CSV, columns, reader.rows(columns))


def _separator_of(lines: LineReader) -> str:
    """What stands between cells, by the line with the names of the columns, which is still the next one then."""
    first = next(lines, "")
    named = _SEPARATOR_LINE.match(first)
    if named:
        return named[1]
    if first:
        lines.put_back(first)
    return max(_SEPARATORS, key=first.count)


def _unique(names: Iterable[str]) -> Sequence[str]:
    """The names of columns; a name that comes again gets a number."""
    found: dict[str, None] = {}
    for place, name in enumerate(names, 1):
        wanted, again = name or say("Column {n}", n=place), 2
        unique = wanted
        while unique in found:
            unique, again = f"{wanted} ({again})", again + 1
        found[unique] = None
    return tuple(found)


class _Table:
    """Records of a table with the lines at which they begin."""

    def __init__(self, lines: LineReader, separator: str) -> None:
        csv.field_size_limit(_LONGEST_CELL)
        self._lines = lines
        self._reader = csv.reader(lines, delimiter=separator, strict=True)

    def records(self) -> Iterator[tuple[int, list[str]] | Broken]:
        """Every record that is not empty; the last may be a complaint."""
        while True:
            line = self._lines.number + 1
            try:
                record = next(self._reader)
            except StopIteration:
                return
            except BrokenError as error:
                yield error.broken
                return
            except csv.Error as error:
                yield Broken(line, _reason(error))
                return
            if any(record):
                yield line, record

    def rows(self, columns: Sequence[str]) -> Iterator[Read]:
        for record in self.records():
            if isinstance(record, Broken):
                yield record
            elif any(record[1][len(columns) :]):
                yield Broken(record[0], say(TOO_MANY_CELLS), column=str(len(columns) + 1))
            else:
                line, texts = record
                yield FileRow(line, dict(zip(columns, map(uncell, texts), strict=False)))


def _reason(error: csv.Error) -> str:
    match str(error):
        case text if "unexpected end" in text:
            return say(BROKEN_OFF)
        case text if "new-line character" in text:
            return say(OLD_LINE_ENDS)
        case text:
            return say(NOT_CSV, reason=text)
