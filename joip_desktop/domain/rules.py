"""Rules over a session and the values somebody wants to give it, as sentences for the person who types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pydantic import ValidationError

from joip_desktop.domain.fields import FIELDS, FieldKind, FieldSpec
from joip_desktop.domain.patch import SessionPatch, is_sendable
from joip_desktop.domain.say import later, say
from joip_desktop.domain.session import FieldValue, Session, Values

_INTERVAL: Final = frozenset({"interval_min", "interval_max"})
_NEVER_NULL: Final = _INTERVAL | {"title", "transition"}
"""Fields in which every session should have a value."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one field, in one sentence."""

    field: str
    sentence: str


def lock_reason(session: Session, field: str) -> str | None:
    """Why `field` of this session can't be changed; None where it can (seed: imported sessions)."""
    if session.is_imported is True and FIELDS[field].locked_when_imported:
        return f"Imported sessions keep their {_NOUNS[field]}."
    return None


def check(session: Session, values: Values) -> list[Problem]:
    """What speaks against giving `session` these values: locks, limits, and shortest over longest interval.

    A field has one problem at most, the one to solve first.
    """
    found = {field: reason for field in values if field in FIELDS and (reason := lock_reason(session, field))}
    for problem in check_values(values):
        found.setdefault(problem.field, problem.sentence)
    if not found.keys() & _INTERVAL:
        found |= {problem.field: problem.sentence for problem in _check_interval(session, values)}
    return [Problem(field, sentence) for field, sentence in found.items()]


def check_values(values: Values) -> list[Problem]:
    """What the model itself finds wrong with the values; one problem a field, the first."""
    found = {name: Problem(name, "This version knows no such field.") for name in values if name not in FIELDS}
    try:
        SessionPatch.model_validate({name: value for name, value in values.items() if name not in found})
    except ValidationError as error:
        for detail in error.errors(include_url=False, include_context=False, include_input=False):
            field = str(detail["loc"][0])
            found.setdefault(field, Problem(field, _sentence(field, values.get(field), detail["loc"])))
    return list(found.values())


def oddities(session: Session) -> list[Problem]:
    """What is odd in the values as the server holds them: to be shown, and left alone until the person changes them."""
    found: list[Problem] = []
    for name, spec in FIELDS.items():
        value = session.value(name)
        if spec.wire in session.extra:
            found.append(
                Problem(name, f"The server sent {_brief(session.extra[spec.wire])}, which can't be read here.")
            )
        elif spec.kind is FieldKind.CHOICE and isinstance(value, str) and check_values({name: value}):
            found.append(Problem(name, say(_NOT_KNOWN, value=_brief(value))))
        elif value is None and name in _NEVER_NULL:
            found.append(Problem(name, "The server holds no value here."))
        elif name in _INTERVAL and isinstance(value, int) and check_values({name: value}):
            found.append(Problem(name, f"The server holds {_brief(value)}; allowed are {_range(spec)}."))
    lowest, highest = session.interval_min, session.interval_max
    if isinstance(lowest, int) and isinstance(highest, int) and lowest > highest:
        found.append(Problem("interval_min", "The shortest interval is longer than the longest one."))
    return found


# --- sentences --------------------------------------------------------------------------------------------------------

_NOUNS: Final = {"subreddits": "subreddits", "caption_theme": "caption theme", "ai_prompt": "prompt"}
_NOT_KNOWN: Final = later("{value} — not known to this version; it stays unless you choose another.")
_BRIEF: Final = 60
"""About a line of the form."""
_READABLE: Final = 10**18


def _brief(value: object) -> str:
    """A value in a sentence, whatever it is and however long or deep."""
    match value:
        case str():
            text = " ".join(value.encode(errors="replace").decode().split())
            return f"“{text if len(text) <= _BRIEF else text[: _BRIEF - 1] + '…'}”"
        case bool():
            return "“true”" if value else "“false”"
        case int() | float() if -_READABLE < value < _READABLE:
            return str(value)
        case int():
            return "a very large number"
        case list():
            return "a list"
        case _:
            return "something else"


def _check_interval(session: Session, values: Values) -> list[Problem]:
    """Shortest ≤ longest, looked at only when one of the two is being changed (contract, [own])."""
    if not values.keys() & _INTERVAL:
        return []
    lowest = values.get("interval_min", session.interval_min)
    highest = values.get("interval_max", session.interval_max)
    if not isinstance(lowest, int) or not isinstance(highest, int) or lowest <= highest:
        return []
    if "interval_min" not in values:
        return [_beyond("interval_max", "At least", lowest, other="interval_min")]
    return [_beyond("interval_min", "At most", highest, other="interval_max")]


def _beyond(field: str, bound: str, seconds: int, *, other: str) -> Problem:
    label = FIELDS[other].label.lower()
    if check_values({other: seconds}):  # a stored oddity, which no value of this field can go with
        return Problem(field, f"The {label} is {_brief(seconds)} on the server; change that one as well.")
    return Problem(field, f"{bound} {seconds} second{'' if seconds == 1 else 's'}, the {label}.")


def _range(spec: FieldSpec) -> str:
    return f"{spec.minimum} to {spec.maximum} {spec.unit}".rstrip()


_ADVICE = {
    FieldKind.TEXT: "A {label} needs at least one character.",
    FieldKind.NUMBER: "{range}.",
    FieldKind.CHOICE: "One of {choices}.",
    FieldKind.ADDRESS: "A web address without blanks, https:// or http:// in front, or nothing to have one generated.",
    FieldKind.FLAG: "Either on or off.",
    FieldKind.PROSE: "Plain text is needed here.",
}


def _sentence(field: str, value: FieldValue, location: tuple[int | str, ...]) -> str:
    """What the person should enter instead."""
    spec = FIELDS[field]
    if isinstance(value, str) and not is_sendable(value):
        return "A character in this text is broken; delete it and type it again."
    if spec.kind is FieldKind.NAMES:
        return _names_sentence(value, location)
    if field == "category_id":
        return f"A category is a whole number from {spec.minimum} to {spec.maximum:,}, or the default category."
    labels = [choice.label for choice in spec.choices]
    choices = " or ".join(filter(None, (", ".join(labels[:-1]), *labels[-1:])))
    return _ADVICE[spec.kind].format(label=spec.label.lower(), range=_range(spec), choices=choices)


def _names_sentence(value: FieldValue, location: tuple[int | str, ...]) -> str:
    rule = "2 to 22 letters, digits or underscores, with no underscore in front"
    position = location[1] if len(location) > 1 else None
    if isinstance(value, tuple) and isinstance(position, int):
        return f"{_brief(value[position])} is no subreddit name ({rule})."
    return f"Subreddit names are {rule}."
