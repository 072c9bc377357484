"""What is said of files with sessions, without Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from joip_desktop.domain.changes import Change
from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.say import later, number, say, say_count
from joip_desktop.engine.transfer.dry_run import DryRun, Finding, Verdict
from joip_desktop.engine.transfer.forms import Form
from joip_desktop.ui.discretion import HIDDEN_VALUE
from joip_desktop.ui.values import value_text

FORMS: Final[Mapping[Form, tuple[str, str]]] = {
    Form.CSV: (
        later("Table (CSV)"),
        later("For spreadsheets. Texts that a spreadsheet would take for formulas have an apostrophe in front."),
    ),
    Form.JSON: (later("JSON"), later("For programs: one list of all sessions.")),
    Form.JSON_LINES: (later("JSON Lines"), later("For programs that read line by line: one session a line.")),
}
"""What people call a form, and what it is for; to be said."""

FILTERS: Final[Mapping[Form, str]] = {
    Form.CSV: later("Table (*.csv)"),
    Form.JSON: later("JSON (*.json)"),
    Form.JSON_LINES: later("JSON Lines (*.jsonl)"),
}


def exported_text(count: int, file: object) -> str:
    """What is said when a file is written."""
    return say_count("{n} session is in {file}.", "{n} sessions are in {file}.", count, file=file)


def rows_text(verdict: Verdict, count: int) -> str:
    """How many rows there are of a verdict."""
    match verdict:
        case Verdict.CHANGE:
            return say_count("{n} row changes something", "{n} rows change something", count)
        case Verdict.LOCKED:
            return say_count("{n} row is locked", "{n} rows are locked", count)
        case Verdict.INVALID:
            return say_count("{n} row is invalid", "{n} rows are invalid", count)
        case Verdict.UNKNOWN:
            return say_count(
                "{n} row is for a session that is not in your list",
                "{n} rows are for sessions that are not in your list",
                count,
            )
        case Verdict.UNCHANGED:
            return say_count("{n} row is unchanged", "{n} rows are unchanged", count)


def counts_text(found: DryRun) -> str:
    """What the dry run came to, in a sentence."""
    told = [rows_text(verdict, count) for verdict, count in found.counts.items()]
    return f"{', '.join(told)}." if told else say("There is no row in this file.")


def agree_text(changes: int) -> str:
    """What the button does."""
    if not changes:
        return say("Nothing to change")
    return say_count("&Plan {n} change…", "&Plan {n} changes…", changes)


def verdict_text(finding: Finding) -> str:
    """The verdict as it stands in a cell."""
    word = finding.verdict.word
    return f"{word[:1].upper()}{word[1:]}"


def details(finding: Finding, hides: Callable[[str], bool]) -> Sequence[str]:
    """What a row would change, field by field, or what is wrong with it."""
    if finding.change is None:
        return finding.problems
    return [
        _turn(finding.change, name, moved=name in finding.moved, hidden=hides(name)) for name in finding.change.patch
    ]


def _turn(change: Change, name: str, *, moved: bool, hidden: bool) -> str:
    values = (change.before[name], change.patch[name])
    before, after = (say(HIDDEN_VALUE) if hidden else value_text(name, value) for value in values)
    told = say("{field}: {before} → {after}", field=FIELDS[name].label, before=before, after=after)
    return say("{change} (changed since the export, too)", change=told) if moved else told


def progress_text(far: int, whole: int) -> str:
    """How far reading is, in per cent."""
    return say("Reading… {percent} %", percent=number(100 * far // max(1, whole)))


def unreadable_text(file: str, error: OSError) -> str:
    """Why a file can't be read."""
    match error:
        case FileNotFoundError():
            return say("The file {file} no longer exists.", file=file)
        case PermissionError():
            return say("You are not allowed to read the file {file}.", file=file)
        case _:
            return say(
                "The file {file} can't be read ({reason}).", file=file, reason=error.strerror or type(error).__name__
            )
