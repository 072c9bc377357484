"""Rules over a session and the values somebody wants to give it, as sentences for the person who types."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import ValidationError

from joip_desktop.domain.fields import FIELDS, FieldKind, FieldSpec
from joip_desktop.domain.patch import SessionPatch
from joip_desktop.domain.session import UNKNOWN, FieldValue, Session, Values


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
    """What speaks against giving `session` these values: limits, locks, and shortest over longest interval."""
    problems = [
        Problem(field, reason) for field in values if field in FIELDS and (reason := lock_reason(session, field))
    ]
    problems += check_values(values)
    problems += _check_interval(session, values)
    return problems


def check_values(values: Values) -> list[Problem]:
    """What the model itself finds wrong with the values; one problem a field, the first."""
    try:
        SessionPatch.model_validate(dict(values))
    except ValidationError as error:
        found: dict[str, Problem] = {}
        for detail in error.errors(include_url=False, include_context=False, include_input=True):
            field = _field_of(detail["loc"], values)
            found.setdefault(field, Problem(field, _sentence(field, values.get(field), detail["loc"])))
        return list(found.values())
    return []


def oddities(session: Session) -> list[Problem]:
    """What is odd in the values as the server holds them: to be shown, and left alone until the person changes them."""
    found: list[Problem] = []
    for name, spec in FIELDS.items():
        value = session.value(name)
        if spec.wire in session.extra:
            found.append(Problem(name, f"The server sent a value that can't be read: {_brief(session, spec)}"))
        elif spec.kind is FieldKind.CHOICE and isinstance(value, str) and check_values({name: value}):
            found.append(Problem(name, f"“{value}” is not known here; it stays unless you choose another."))
        elif value is None and not spec.nullable and name in ("interval_min", "interval_max", "transition", "title"):
            found.append(Problem(name, "The server holds no value here."))
        elif name in ("interval_min", "interval_max") and isinstance(value, int) and check_values({name: value}):
            found.append(Problem(name, f"The server holds {value}; allowed are {_range(spec)}."))
    lowest, highest = session.interval_min, session.interval_max
    if isinstance(lowest, int) and isinstance(highest, int) and lowest > highest:
        found.append(Problem("interval_min", "The shortest interval is longer than the longest one."))
    return found


# --- sentences --------------------------------------------------------------------------------------------------------

_NOUNS = {"subreddits": "subreddits", "caption_theme": "caption theme", "ai_prompt": "prompt"}


def _brief(session: Session, spec: FieldSpec) -> str:
    text = repr(session.extra[spec.wire])
    return text if len(text) <= 60 else text[:59] + "…"  # noqa: PLR2004 - about a line of the form


def _field_of(location: tuple[int | str, ...], values: Values) -> str:
    """The field an error is about; pydantic names it by its alias."""
    head = str(location[0]) if location else ""
    return next((name for name in values if name in FIELDS and head in (name, FIELDS[name].wire)), head)


def _check_interval(session: Session, values: Values) -> list[Problem]:
    """Shortest ≤ longest, looked at only when one of the two is being changed (contract, [own])."""
    if "interval_min" not in values and "interval_max" not in values:
        return []
    lowest = values.get("interval_min", session.interval_min)
    highest = values.get("interval_max", session.interval_max)
    if not isinstance(lowest, int) or not isinstance(highest, int) or lowest <= highest:
        return []
    if "interval_max" in values and "interval_min" not in values:
        return [Problem("interval_max", f"At least {lowest} seconds, the shortest interval.")]
    return [Problem("interval_min", f"At most {highest} seconds, the longest interval.")]


def _range(spec: FieldSpec) -> str:
    return f"{spec.minimum} to {spec.maximum} {spec.unit}".rstrip()


_ADVICE = {
    FieldKind.TEXT: "A {label} needs at least one character.",
    FieldKind.NUMBER: "{range}, in whole numbers.",
    FieldKind.CHOICE: "One of {choices}.",
    FieldKind.ADDRESS: "A web address that starts with https:// or http://, or nothing to have one generated.",
    FieldKind.FLAG: "Either on or off.",
    FieldKind.PROSE: "Plain text is needed here.",
}


def _sentence(field: str, value: FieldValue, location: tuple[int | str, ...]) -> str:
    """What the person should enter instead."""
    spec = FIELDS.get(field)
    if spec is None:
        return "This version knows no such field."
    if value is UNKNOWN:
        return "This value is not known; enter one."
    if spec.kind is FieldKind.NAMES:
        return _names_sentence(value, location)
    if field == "category_id":
        return f"A category is a whole number from {spec.minimum} up, or the default category."
    choices = ", ".join(choice.label for choice in spec.choices)
    return _ADVICE[spec.kind].format(label=spec.label.lower(), range=_range(spec), choices=choices)


def _names_sentence(value: FieldValue, location: tuple[int | str, ...]) -> str:
    rule = "2 to 22 letters, digits or underscores"
    position = location[1] if len(location) > 1 else None
    if isinstance(value, tuple) and isinstance(position, int):
        return f"“{value[position]}” is no subreddit name ({rule})."
    return f"Subreddit names are {rule}."
