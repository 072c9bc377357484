"""What the form of several sessions says, without Qt: of each field, of the stars, of what would be sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from joip_desktop.domain.fields import FIELDS, FieldKind, FieldSpec
from joip_desktop.domain.rules import check_values
from joip_desktop.domain.say import inside, later, say, say_count
from joip_desktop.domain.selection import Mixed, NotKnown, Same
from joip_desktop.domain.session import UNKNOWN, FieldValue
from joip_desktop.engine.several import Several, SeveralDraft
from joip_desktop.ui.values import value_text
from joip_desktop.ui.wording import shortened

COUNTING: Final = later("Counting…")
_MIXED: Final = later("mixed")
_UNKNOWN: Final = later("unknown")
_NO_VALUE: Final = later("No value.")
_VALUE_LENGTH: Final = 60
"""Of a value in a menu."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowState:
    """What one row of the form shows."""

    value: FieldValue = UNKNOWN
    missing: str = ""
    """Why the editor shows no value, in a word."""
    different: int = 0
    """How many different values there are to look at; 0 where all sessions have the same."""
    takes_part: bool = False
    entered: bool = False
    locked: bool = False
    """Whether nothing can be entered, as it is locked in all of the sessions or not counted yet."""
    problem: str = ""
    notes: Sequence[str] = ()


def caption(spec: FieldSpec) -> str:
    """What stands over a field: "Shortest interval (s)"."""
    return say("{field} (s)", field=spec.label) if spec.unit else spec.label


def not_counted() -> RowState:
    """What a row shows before the sessions are counted."""
    return RowState(missing=say(COUNTING), locked=True)


def row_states(
    several: Several, draft: SeveralDraft, own: Mapping[str, int] = MappingProxyType({})
) -> Iterator[tuple[str, RowState]]:
    """What each row shows, by field; `own` tells how many of the sessions keep an unsaved edit of their own there."""
    problems = {problem.field: problem.sentence for problem in draft.problems()}
    left_out: dict[str, list[str]] = {}
    for note in draft.notes():
        left_out.setdefault(note.field, []).append(note.sentence)
    for name in FIELDS:
        common = several.common(name)
        entered = draft.is_entered(name)
        missing = {Mixed: _MIXED, NotKnown: _UNKNOWN}.get(type(common), "")
        if isinstance(common, Same) and common.value is None and FIELDS[name].kind is FieldKind.FLAG:
            missing = _NO_VALUE  # neither on nor off looks alike, whatever the reason
        yield (
            name,
            RowState(
                value=draft.value(name),
                missing="" if entered or not missing else say(missing),
                different=len(common.counts) if isinstance(common, Mixed) else 0,
                takes_part=draft.takes_part(name),
                entered=entered,
                locked=several.locked(name) == several.count,
                problem=problems.get(name, ""),
                notes=(*_notes(several, name, left_out.get(name, [])), *_own_note(own.get(name, 0))),
            ),
        )


def _notes(several: Several, field: str, left_out: Sequence[str]) -> Sequence[str]:
    notes = []
    unknown, locked, count = several.unknown(field), several.locked(field), several.count
    if 0 < unknown < count:
        notes.append(say_count("{n} of {count} is not known.", "{n} of {count} are not known.", unknown, count=count))
    if left_out:
        return [*notes, *left_out]  # those that are locked are among them
    if locked and locked == count:
        notes.append(several.lock_reason(field) or "")
    elif locked:
        what = inside(FIELDS[field].label)
        notes.append(
            say_count(
                "{n} imported session keeps its {what}.",
                "{n} imported sessions keep their {what}.",
                locked,
                what=what,
            )
        )
    return notes


def _own_note(count: int) -> Sequence[str]:
    if not count:
        return ()
    return (
        say_count(
            "{n} of them has an unsaved edit of this field, which stays.",
            "{n} of them have unsaved edits of this field, which stay.",
            count,
        ),
    )


# --- the values of a field --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ValueLine:
    """A value that sessions have, in words with their number; `can_be_chosen` for all where no rule is against it."""

    text: str
    value: FieldValue
    can_be_chosen: bool


def value_lines(field: str, ranking: Sequence[tuple[FieldValue, int]]) -> list[ValueLine]:
    """The most frequent values as lines of a menu."""
    return [
        ValueLine(
            say(
                "{value}: {sessions}",
                value=shortened(value_text(field, value), _VALUE_LENGTH),
                sessions=say_count("{n} session", "{n} sessions", count),
            ),
            value,
            not check_values({field: value}),
        )
        for value, count in ranking
    ]


def more_text(more: int) -> str:
    """How many values there are beside those that are told."""
    return say_count("and {n} more value", "and {n} more values", more)


# --- stars ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Offer:
    """The text of a button and the number of requests that it leads to; with none, there is nothing to press."""

    text: str
    requests: int


def selected_text(count: int) -> str:
    """The heading."""
    return say_count("{n} session selected", "{n} sessions selected", count)


def stars_text(several: Several) -> str:
    """How many of the sessions are favourites."""
    starred = several.count_of("is_favorite", True)
    unknown = several.count_of("is_favorite", UNKNOWN) + several.count_of("is_favorite", None)
    if not starred:
        told = say("None of them is a favourite.")
    elif starred == several.count:
        told = say("All of them are favourites.")
    else:
        told = say_count("{n} of them is a favourite.", "{n} of them are favourites.", starred)
    if not unknown:
        return told
    return say("{told} {unknown}", told=told, unknown=say("Of {count} it is not known.", count=unknown))


def star_offers(several: Several) -> tuple[Offer, Offer]:
    """What the two buttons do: give all of them a star, and take it from all."""
    others = several.count - several.count_of("is_favorite", True)
    not_plain = several.count - several.count_of("is_favorite", False)
    more = say_count("Favourite {n} session", "Favourite {n} sessions", others)
    less = say_count("Unfavourite {n} session", "Unfavourite {n} sessions", not_plain)
    return (
        Offer(more if others else say("All are favourites"), others),
        Offer(less if not_plain else say("None is a favourite"), not_plain),
    )


# --- what would be sent -----------------------------------------------------------------------------------------------


def change_offer(several: Several, draft: SeveralDraft) -> Offer:
    """What the button below the form does; where only the plan can tell, the requests are the least number, or one."""
    values: Mapping[str, FieldValue] = draft.values()
    if not values or draft.problems():
        return Offer(_change(several.count), 0)
    requests = draft.requests()
    if requests is not None:
        return Offer(_change(requests) if requests else say("Nothing would change"), requests)
    if at_least := draft.at_least():
        text = say_count("Change at least {n} session…", "Change at least {n} sessions…", at_least)
        return Offer(text, at_least)
    return Offer(say("Change sessions…"), 1)


def _change(count: int) -> str:
    return say_count("Change {n} session…", "Change {n} sessions…", count)
