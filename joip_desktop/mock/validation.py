"""What a PATCH may ask for: the seed's rules, checked as strictly as the site checks them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any, Final, TypeAlias

from joip_desktop.mock.cleaning import clean_subreddits, is_web_address, stored_thumbnail
from joip_desktop.mock.demo_words import THEMES, TRANSITIONS
from joip_desktop.mock.errors import Refused
from joip_desktop.mock.rows import Row
from joip_desktop.mock.thumbnails import path_for

LOCKED: Final = ("subreddits", "captionTheme", "aiPrompt")
"""Fields that cannot be modified for imported sessions (seed, Notes)."""

SHORTEST: Final = 1
LONGEST: Final = 60
"""Seconds that an interval may have (seed)."""

LARGEST_INTEGER: Final = 2**31 - 1
"""A database integer on the site; what is larger is refused rather than wrapped."""


class _Invalid(Exception):  # noqa: N818 - becomes one of the details of a 400
    """Says what was expected."""


_Check: TypeAlias = Callable[[object], Any]
"""The value to keep out of the value sent; _Invalid if it is not allowed."""


def read_object(body: bytes, content_type: str) -> dict[str, Any]:
    """The JSON object in a request body.

    Raises:
        Refused: 400, for another content type (express would not read it), malformed JSON, and any other JSON value.
    """
    if content_type.partition(";")[0].strip().lower() != "application/json":
        raise Refused(HTTPStatus.BAD_REQUEST, "Invalid input: expected the content type application/json")
    try:
        value = json.loads(body, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise Refused(HTTPStatus.BAD_REQUEST, "Invalid input: the body is not valid JSON") from error
    if not isinstance(value, dict):
        raise Refused(HTTPStatus.BAD_REQUEST, f"Invalid input: expected object, received {_type_name(value)}")
    return value


def patch_fields(row: Row, body: Mapping[str, Any], user: str) -> dict[str, Any]:
    """The fields to change in `row` for a PATCH by `user`; fields that the API does not know are ignored.

    Raises:
        Refused: 403 for somebody else's session; 400 for an invalid value, a locked field (also when it is sent with
            the value it has) or a shortest interval above the longest. Nothing of the request may be applied then.
    """
    if row["userId"] != user:
        raise Refused(HTTPStatus.FORBIDDEN, "You can only update sessions that you own.")
    fields = _checked(body)
    _refuse_locked(row, fields)
    _refuse_crossed_intervals(row, fields)
    if fields.get("thumbnail") == "":
        fields["thumbnail"] = _generated(fields.get("subreddits", row["subreddits"]))
    return fields


def _checked(body: Mapping[str, Any]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    problems: list[tuple[str, str]] = []
    for name, check in _CHECKS.items():
        if name not in body:
            continue
        try:
            fields[name] = check(body[name])
        except _Invalid as problem:
            problems.append((name, str(problem)))
    _refuse(problems)
    return fields


def _refuse(problems: list[tuple[str, str]]) -> None:
    """Raise a 400 as in the contract's example, if there is a problem."""
    if problems:
        message = "Invalid input: " + "; ".join(f"{text} at '{name}'" for name, text in problems)
        details = [{"path": name, "message": f"Invalid input: {text}"} for name, text in problems]
        raise Refused(HTTPStatus.BAD_REQUEST, message, details)


def _refuse_locked(row: Row, fields: Mapping[str, Any]) -> None:
    locked = [name for name in LOCKED if name in fields]
    if row["isImported"] is True and locked:
        names = " and ".join(filter(None, (", ".join(locked[:-1]), locked[-1])))
        text = "cannot be modified for imported sessions"
        raise Refused(
            HTTPStatus.BAD_REQUEST,
            f"{names} {text}.",
            [{"path": name, "message": f"{name} {text}"} for name in locked],
        )


def _refuse_crossed_intervals(row: Row, fields: Mapping[str, Any]) -> None:
    """Shortest ≤ longest in the session as it would be; looked at only when one of them is sent (contract)."""
    sent = [name for name in ("intervalMin", "intervalMax") if name in fields]
    shortest = fields.get("intervalMin", row["intervalMin"])
    longest = fields.get("intervalMax", row["intervalMax"])
    if sent and type(shortest) is int and type(longest) is int and shortest > longest:
        _refuse([(sent[0], f"expected intervalMin ({shortest}) to be at most intervalMax ({longest})")])


def _generated(subreddits: object) -> str | None:
    """A thumbnail from the subreddits the session has after this request; null without any (the seed is silent)."""
    if isinstance(subreddits, list) and subreddits:
        return path_for([str(name) for name in subreddits])
    return None


# --- checks of single values ------------------------------------------------------------------------------------------


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _Invalid(f"expected string, received {_type_name(value)}")
    # A half of a surrogate pair is legal in JSON but cannot be stored; JavaScript, too, writes U+FFFD for it.
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _title(value: object) -> str:
    if not (text := _text(value)):
        raise _Invalid("expected string to have at least 1 character")
    return text


def _integer(value: object) -> int:
    """An integer as JSON knows it: 4.0 is one, true is not."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _Invalid(f"expected integer, received {_type_name(value)}")
    if isinstance(value, float) and not value.is_integer():
        raise _Invalid("expected integer, received another number")
    if abs(value) > LARGEST_INTEGER:
        raise _Invalid(f"expected integer of at most {LARGEST_INTEGER}")
    return int(value)


def _interval(value: object) -> int:
    seconds = _integer(value)
    if not SHORTEST <= seconds <= LONGEST:
        raise _Invalid(f"expected integer from {SHORTEST} to {LONGEST}, received {seconds}")
    return seconds


def _category(value: object) -> int | None:
    return None if value is None else _integer(value)


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise _Invalid(f"expected boolean, received {_type_name(value)}")
    return value


def _subreddits(value: object) -> list[str]:
    return clean_subreddits(_text(value))


def _thumbnail(value: object) -> str:
    text = _text(value)
    if text and not is_web_address(text):
        raise _Invalid("expected http or https URL, or empty string")
    return stored_thumbnail(text)


def _one_of(allowed: tuple[str, ...]) -> _Check:
    def check(value: object) -> str:
        if not isinstance(value, str) or value not in allowed:
            raise _Invalid("expected one of " + "|".join(f'"{choice}"' for choice in allowed))
        return value

    return check


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def _type_name(value: object) -> str:
    """As JavaScript and zod call it."""
    names: tuple[tuple[type, str], ...] = ((bool, "boolean"), (str, "string"), (list, "array"), (dict, "object"))
    if value is None:
        return "null"
    return next((name for kind, name in names if isinstance(value, kind)), "number")


_CHECKS: Final[Mapping[str, _Check]] = {
    "title": _title,
    "subreddits": _subreddits,
    "categoryId": _category,
    "intervalMin": _interval,
    "intervalMax": _interval,
    "transition": _one_of(TRANSITIONS),
    "aiPrompt": _text,
    "captionTheme": _one_of(THEMES),
    "thumbnail": _thumbnail,
    "isPublic": _flag,
    "shareToCommunity": _flag,
    "isFavorite": _flag,
    "isManualMode": _flag,
}
"""The seed's table of fields."""
