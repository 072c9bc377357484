"""The dry run of an import: what each row of a file would change, and why others change nothing."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from joip_desktop.domain.changes import Change, change_to
from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.rules import Problem, check, lock_reason
from joip_desktop.domain.say import later, say
from joip_desktop.domain.session import FieldValue, Session, Values
from joip_desktop.engine.transfer.cells import uncell
from joip_desktop.engine.transfer.columns import FINGERPRINT, ID, Fingerprint, fingerprint_in, has_mark
from joip_desktop.engine.transfer.forms import EMPTY, TABLE, Codec, Form, Raw, codec_of, emptied, is_bare
from joip_desktop.engine.transfer.mapping import UNUSED, Mapped, guessed
from joip_desktop.engine.transfer.reading import FileRow, Read
from joip_desktop.engine.transfer.text import Broken


class Verdict(Enum):
    """What becomes of a row; the value is an English word for it."""

    CHANGE = later("changes")
    LOCKED = later("locked")
    INVALID = later("invalid")
    UNKNOWN = later("unknown")
    """Its session is not in the list."""

    UNCHANGED = later("unchanged")

    @property
    def word(self) -> str:
        """What people call it, in their language."""
        return say(self.value)


@dataclass(frozen=True, slots=True)
class Finding:
    """What the dry run found of one row: `line` counts from 1, `column` is the file's name of what is at fault.

    `problems` has one for each column that is at fault; `change` is what agreeing would do.
    """

    line: int
    verdict: Verdict
    session_id: int | None = None
    column: str = ""
    problems: tuple[str, ...] = ()
    change: Change | None = None
    moved: tuple[str, ...] = ()
    """Fields of the change that were changed here or elsewhere since the file was written."""


@dataclass(slots=True)
class DryRun:
    """All rows of a file in their order, and the places of those with each verdict."""

    findings: list[Finding] = field(default_factory=list)
    places: dict[Verdict, array[int]] = field(default_factory=lambda: {one: array("L") for one in Verdict})
    noteworthy: array[int] = field(default_factory=lambda: array("L"))
    """The places of all rows that are not unchanged."""

    @property
    def counts(self) -> Mapping[Verdict, int]:
        """How many rows there are of each verdict, without those of which there are none."""
        return {verdict: len(places) for verdict, places in self.places.items() if places}

    def add(self, finding: Finding) -> None:
        """Take in the next row."""
        place = len(self.findings)
        self.findings.append(finding)
        self.places[finding.verdict].append(place)
        if finding.verdict is not Verdict.UNCHANGED:
            self.noteworthy.append(place)

    def changes(self) -> Iterator[Change]:
        """What would be changed."""
        found = (self.findings[place].change for place in self.places[Verdict.CHANGE])
        return (change for change in found if change is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How a file is to be understood. `mapped` are the columns as the person sees them; others are guessed by name.

    With `empties`, what is empty in the file empties the field; without, it says nothing.
    """

    form: Form
    mapped: Mapped
    empties: bool


NO_NUMBER: Final = later("This row has no session number.")
NOT_A_NUMBER: Final = later("This is not a session number.")
"""Without the text, which may be a title if columns are mixed up, and discreet mode hides titles."""
AGAIN: Final = later("This session has a row above already, in line {line}.")
ANOTHERS: Final = later("This row was exported for another session; was a column sorted by itself?")
NOT_IN_LIST: Final = later("This session is not in your list; an import changes sessions, it makes none.")


def trying(rows: Iterable[Read], sessions: Mapping[int, Session], wish: Wish, into: DryRun) -> Iterator[None]:
    """Look at row after row; `into` grows meanwhile. `sessions` are those of the list as they are shown, by id."""
    judge = _Judge(sessions, wish)
    for row in rows:
        into.add(judge.broken(row) if isinstance(row, Broken) else judge.finding(row))
        yield


class _Judge:
    """Tells what a row would do."""

    def __init__(self, sessions: Mapping[int, Session], wish: Wish) -> None:
        self._sessions = sessions
        self._codec: Codec = codec_of(wish.form)
        self._empties = wish.empties
        self._targets = dict(wish.mapped)
        self._taken = {target for target in wish.mapped.values() if target != UNUSED}
        self._lines: dict[int, int] = {}

    def broken(self, row: Broken) -> Finding:
        return Finding(row.line, Verdict.INVALID, column=row.column, problems=(row.sentence,))

    def finding(self, row: FileRow) -> Finding:
        columns = self._columns(row.cells)
        number = columns.get(ID, "")
        found = _number_in(row.cells.get(number))
        if isinstance(found, str):
            return Finding(row.line, Verdict.INVALID, column=number, problems=(found,))
        if (first := self._lines.get(found)) is not None:
            told = say(AGAIN, line=first)
            return Finding(row.line, Verdict.INVALID, found, column=number, problems=(told,))
        self._lines[found] = row.line
        if (session := self._sessions.get(found)) is None:
            return Finding(row.line, Verdict.UNKNOWN, found, column=number, problems=(say(NOT_IN_LIST),))
        return self._compared(row, session, columns)

    def _compared(self, row: FileRow, session: Session, columns: Mapping[str, str]) -> Finding:
        printed = fingerprint_in(row.cells.get(columns.get(FINGERPRINT, "")))
        if printed is not None and not printed.is_of(session.id):
            return Finding(row.line, Verdict.INVALID, session.id, column=columns[ID], problems=(say(ANOTHERS),))
        values: dict[str, FieldValue] = {}
        problems: list[Problem] = []
        for name in FIELDS:
            column = columns.get(name)
            if column is None or column not in row.cells:
                continue
            wanted = self._wanted(session, name, row.cells[column], printed)
            if isinstance(wanted, Problem):
                problems.append(wanted)
            else:
                values |= wanted
        change = change_to(session, values)
        if change is not None:
            problems += check(session, change.patch)
        if problems:
            return _at_fault(row.line, session, problems, columns)
        if change is None:
            return Finding(row.line, Verdict.UNCHANGED, session.id)
        moved = tuple(name for name in change.patch if _has_moved(session, name, printed))
        return Finding(row.line, Verdict.CHANGE, session.id, change=change, moved=moved)

    def _wanted(self, session: Session, field: str, raw: Raw, printed: Fingerprint | None) -> Values | Problem:
        """The value that a cell asks for; none where it says what the session has, or was not edited."""
        codec = self._codec
        if printed is not None:
            if printed.codec is TABLE and codec is not TABLE and isinstance(raw, str):
                raw = uncell(raw)  # another program has made JSON of a table of ours
            if self._was_not_edited(field, raw, printed):
                return {}
        if codec.canonical(raw) == codec.canonical(codec.said(session, field)):
            return {}
        given = codec.given(field, raw)
        if isinstance(given, Problem):
            return given
        if given is not EMPTY:
            return {field: given}
        if not self._empties or is_bare(session.value(field)):
            return {}
        return {field: emptied(field)}

    def _was_not_edited(self, field: str, raw: Raw, printed: Fingerprint) -> bool:
        """Whether the cell says what the file was written with, also if a spreadsheet says it otherwise."""
        codec, mark = printed.codec, printed.marks[field]
        if has_mark(mark, codec.canonical(raw)):
            return True
        given = self._codec.given(field, raw)
        if isinstance(given, Problem) or given is EMPTY:
            return False
        return has_mark(mark, codec.canonical(codec.written(given)))

    def _columns(self, cells: Mapping[str, Raw]) -> Mapping[str, str]:
        """The column of each target; a column that comes up late, as in JSON, is guessed by its name."""
        if new := [column for column in cells if column not in self._targets]:
            for column, target in guessed(new).items():
                self._targets[column] = UNUSED if target in self._taken else target
                self._taken.add(target)
        return {target: column for column, target in self._targets.items() if target != UNUSED}


def _has_moved(session: Session, field: str, printed: Fingerprint | None) -> bool:
    """Whether the session has something else by now than when the file was written."""
    if printed is None:
        return False
    codec = printed.codec
    return not has_mark(printed.marks[field], codec.canonical(codec.said(session, field)))


def _number_in(raw: Raw) -> int | str:
    """The id in a cell, or why there is none."""
    match raw:
        case None | "":
            return say(NO_NUMBER)
        case bool():
            return say(NOT_A_NUMBER)
        case int():
            return raw
        case float() if raw.is_integer():
            return int(raw)
        case str() if _is_number(raw.strip()):
            return int(raw)
        case _:
            return say(NOT_A_NUMBER)


_LONGEST_NUMBER: Final = 4000
"""Digits. Python refuses to read a few more than that."""


def _is_number(text: str) -> bool:
    digits = text.removeprefix("-")
    return digits.isascii() and digits.isdigit() and len(digits) <= _LONGEST_NUMBER


def _at_fault(line: int, session: Session, problems: Sequence[Problem], columns: Mapping[str, str]) -> Finding:
    """Locked, where locks alone speak against a row."""
    locked = all(lock_reason(session, one.field) is not None for one in problems)
    verdict = Verdict.LOCKED if locked else Verdict.INVALID
    told = tuple(one.sentence for one in problems)
    return Finding(line, verdict, session.id, column=columns.get(problems[0].field, ""), problems=told)
