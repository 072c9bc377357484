"""Rules over a session and the values somebody wants to give it, as sentences for the person who types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pydantic import ValidationError

from joip_desktop.domain.fields import FIELDS, FieldKind, FieldSpec
from joip_desktop.domain.patch import SessionPatch, is_sendable
from joip_desktop.domain.say import inside, later, quoted, say, say_count
from joip_desktop.domain.session import UNKNOWN, FieldValue, Session, Values
from joip_desktop.domain.subreddits import why_refused

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
        return say(_KEPT[field])
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
    found = {name: Problem(name, say("This version knows no such field.")) for name in values if name not in FIELDS}
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
            sent = _brief(session.extra[spec.wire])
            found.append(Problem(name, say("The server sent {value}, which can't be read here.", value=sent)))
        elif spec.kind is FieldKind.CHOICE and isinstance(value, str) and check_values({name: value}):
            found.append(Problem(name, say(_NOT_KNOWN, value=_brief(value))))
        elif value is None and name in _NEVER_NULL:
            found.append(Problem(name, say("The server holds no value here.")))
        elif name in _INTERVAL and isinstance(value, int) and check_values({name: value}):
            held = say("The server holds {value}; allowed are {range}.", value=_brief(value), range=_range(spec))
            found.append(Problem(name, held))
    lowest, highest = session.interval_min, session.interval_max
    if isinstance(lowest, int) and isinstance(highest, int) and lowest > highest:
        found.append(Problem("interval_min", say("The shortest interval is longer than the longest one.")))
    return found


# --- sentences --------------------------------------------------------------------------------------------------------

_KEPT: Final = {
    "subreddits": later("Imported sessions keep their subreddits."),
    "caption_theme": later("Imported sessions keep their caption theme."),
    "ai_prompt": later("Imported sessions keep their prompt."),
}
_NOT_KNOWN: Final = later("{value} — not known to this version; it stays unless you choose another.")
_BRIEF: Final = 60
"""About a line of the form."""
_READABLE: Final = 10**18


def _brief(value: object) -> str:
    """A value in a sentence, whatever it is and however long or deep."""
    match value:
        case str():
            text = " ".join(value.encode(errors="replace").decode().split())
            return quoted(text if len(text) <= _BRIEF else f"{text[: _BRIEF - 1]}…")
        case bool():
            return quoted("true" if value else "false")
        case int() | float() if -_READABLE < value < _READABLE:
            return str(value)
        case int():
            return say("a very large number")
        case list():
            return say("a list")
        case _:
            return say("something else")


def _check_interval(session: Session, values: Values) -> list[Problem]:
    """Shortest ≤ longest, looked at only when one of the two is being changed (contract, [own])."""
    if not values.keys() & _INTERVAL:
        return []
    lowest = values.get("interval_min", session.interval_min)
    highest = values.get("interval_max", session.interval_max)
    if not isinstance(lowest, int) or not isinstance(highest, int) or lowest <= highest:
        return []
    if "interval_min" not in values:
        return [Problem("interval_max", _odd_bound(lowest, "interval_min") or _at_least(lowest))]
    return [Problem("interval_min", _odd_bound(highest, "interval_max") or _at_most(highest))]


def _odd_bound(seconds: int, field: str) -> str:
    """What to say of a stored bound that is odd itself, so that no value can go with it; "" where it is not."""
    if not check_values({field: seconds}):
        return ""
    label = inside(FIELDS[field].label)
    return say("The {field} is {value} on the server; change that one as well.", field=label, value=_brief(seconds))


def _at_least(seconds: int) -> str:
    label = inside(FIELDS["interval_min"].label)
    return say_count("At least {n} second, the {field}.", "At least {n} seconds, the {field}.", seconds, field=label)


def _at_most(seconds: int) -> str:
    label = inside(FIELDS["interval_max"].label)
    return say_count("At most {n} second, the {field}.", "At most {n} seconds, the {field}.", seconds, field=label)


def _range(spec: FieldSpec) -> str:
    bounds = {"least": str(spec.minimum), "most": str(spec.maximum), "unit": say(spec.unit)}
    return say("{least} to {most} {unit}", **bounds).rstrip()


_ADVICE: Final = {
    FieldKind.TEXT: later("A {field} needs at least one character."),
    FieldKind.NUMBER: later("{range}."),
    FieldKind.CHOICE: later("One of {choices}."),
    FieldKind.ADDRESS: later(
        "A web address without blanks, https:// or http:// in front, or nothing to have one generated."
    ),
    FieldKind.FLAG: later("Either on or off."),
    FieldKind.PROSE: later("Plain text is needed here."),
}


def _sentence(field: str, value: FieldValue, location: tuple[int | str, ...]) -> str:
    """What the person should enter instead."""
    spec = FIELDS[field]
    if isinstance(value, str) and not is_sendable(value):
        return say("A character in this text is broken; delete it and type it again.")
    if spec.kind is FieldKind.NAMES:
        return _names_sentence(value, location)
    if field == "category_id" and (value is UNKNOWN or isinstance(value, str)):
        return say("This is no category. Enter its number, or choose one.")
    if field == "category_id":
        return say(
            "A category is a whole number from {least} to {most}, or the default category.",
            least=spec.minimum,
            most=spec.maximum,
        )
    if spec.kind is FieldKind.NUMBER and isinstance(value, str):
        return say("A whole number is needed: {range}.", range=_range(spec))
    return say(_ADVICE[spec.kind], field=inside(spec.label), range=_range(spec), choices=_choices(spec))


def _choices(spec: FieldSpec) -> str:
    """What people call the choices, with "or" before the last."""
    *others, last = [choice.label for choice in spec.choices] or [""]
    return say("{others} or {last}", others=", ".join(others), last=last) if others else last


def _names_sentence(value: FieldValue, location: tuple[int | str, ...]) -> str:
    position = location[1] if len(location) > 1 else None
    if isinstance(value, tuple) and isinstance(position, int):
        word = value[position]
        return say("{value} is no subreddit name. {why}", value=_brief(word), why=why_refused(word))
    return say("Subreddit names are 2 to 22 letters, digits or underscores, with no underscore in front.")
