"""What is said of operations on many sessions, without Qt: names, labels, what a preview counts, what its rows show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from joip_desktop.domain.say import later, say, say_count
from joip_desktop.domain.session import FieldValue, Session, Values
from joip_desktop.engine.bulk import BulkPreview, BulkRow
from joip_desktop.ui.values import value_text
from joip_desktop.ui.wording import shown_text

_ENDS: Final = ("interval_min", "interval_max")
_REASONS: Final = 6
"""Different reasons that are told before the rest is only counted."""


@dataclass(frozen=True, slots=True)
class OperationWords:
    """What an operation is called in a menu and over its dialog; to be said."""

    menu: str
    title: str


OPERATIONS: Final[Mapping[str, OperationWords]] = {
    "add_subreddits": OperationWords(later("Add subreddits…"), later("Add subreddits")),
    "remove_subreddits": OperationWords(later("Remove subreddits…"), later("Remove subreddits")),
    "shift_intervals": OperationWords(later("Shift intervals…"), later("Shift intervals")),
    "scale_intervals": OperationWords(later("Scale intervals…"), later("Scale intervals")),
    "replace_in_titles": OperationWords(later("Find and replace in titles…"), later("Find and replace in titles")),
}
"""By their stable names."""


def row_texts(row: BulkRow) -> tuple[str, str]:
    """What a session has before and after, on one line each."""
    return _text(row.session, row.before), _text(row.session, row.after)


def _text(session: Session, values: Values) -> str:
    """Both ends of an interval are told, even where only one changes."""
    if values.keys().isdisjoint(_ENDS):
        return ", ".join(value_text(name, value) for name, value in values.items())
    ends: list[FieldValue] = [values.get(name, session.value(name)) for name in _ENDS]
    shortest, longest = (value_text(name, value) for name, value in zip(_ENDS, ends, strict=True))
    return say("{shortest} to {longest}", shortest=shortest, longest=longest)


def counts_text(preview: BulkPreview) -> str:
    """How many sessions change and how many don't, and why some are left out."""
    told = [_changes(preview)]
    if reasons := _counted(preview.left_out):
        count = sum(preview.left_out.values())
        told.append(say_count("{n} is left out: {reasons}", "{n} are left out: {reasons}", count, reasons=reasons))
    if notes := _counted(preview.notes):
        told.append(say("To note: {notes}", notes=notes))
    if (shown := len(preview.rows)) < preview.changed:
        told.append(say_count("The first one is shown.", "The first {n} are shown.", shown))
    return "\n".join(told)


def _changes(preview: BulkPreview) -> str:
    changes = say_count("Changes {n} session", "Changes {n} sessions", preview.changed)
    if not preview.changed:
        changes = say("Changes nothing")
    if not preview.unchanged:
        return say("{changes}.", changes=changes)
    leaves = say_count("leaves {n} as it is", "leaves {n} as they are", preview.unchanged)
    return say("{changes}, {leaves}.", changes=changes, leaves=leaves)


def _counted(sentences: Mapping[str, int]) -> str:
    """Sentences with their numbers, the most frequent first: "Imported sessions keep their subreddits (5)."."""
    frequent = sorted(sentences.items(), key=lambda item: -item[1])
    told = [
        say("{sentence} ({count}).", sentence=shown_text(sentence).removesuffix("."), count=count)
        for sentence, count in frequent[:_REASONS]
    ]
    if rest := [count for _, count in frequent[_REASONS:]]:
        others = say_count("{n} other reason", "{n} other reasons", len(rest))
        told.append(say("{sentence} ({count}).", sentence=others, count=sum(rest)))
    return " ".join(told)


def accept_text(changed: int | None) -> str:
    """The button; None while that is not known."""
    return say("Change sessions…") if not changed else say_count("Change {n} session…", "Change {n} sessions…", changed)
