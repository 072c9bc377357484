"""What the columns sort by: the keys of a whole list at once, of one type each, so that `sorted` compares fast."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from operator import attrgetter
from typing import Any, Final, TypeAlias

from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.session import UNKNOWN, FieldValue, Session
from joip_desktop.domain.times import parse_time

Keys: TypeAlias = Callable[[Sequence[Session]], list[Any]]
"""The keys of sessions, in their order; a key does not depend on the other sessions."""

_CANONICAL: Final = "0000-00-00T00:00:00.000Z"
"""The server's own form of a time, which sorts as it is; any digits may stand for the noughts."""

_NOUGHTS: Final = str.maketrans("123456789", "000000000")


def text_keys(name: str) -> Keys:
    """A text without case; what is not known comes first."""
    value = attrgetter(name)

    def keys(sessions: Sequence[Session]) -> list[str]:
        return [text.casefold() if type(text) is str else "" for text in map(value, sessions)]

    return keys


def choice_keys(name: str) -> Keys:
    """A choice by what people call it; what is not known comes first."""
    value = attrgetter(name)

    def keys(sessions: Sequence[Session]) -> list[str]:
        known: dict[object, str] = {UNKNOWN: "", None: ""}
        known |= {choice.value: choice.label.casefold() for choice in FIELDS[name].choices}
        return [known[one] if one in known else one.casefold() for one in map(value, sessions)]

    return keys


def flag_keys(name: str) -> Keys:
    """Off, not known, on."""
    value = attrgetter(name)
    ranks: Mapping[FieldValue, int] = {False: 0, None: 0, UNKNOWN: 1, True: 2}

    def keys(sessions: Sequence[Session]) -> list[int]:
        return list(map(ranks.__getitem__, map(value, sessions)))

    return keys


def category_keys(sessions: Sequence[Session]) -> list[int]:
    """The number; first what is not known, then the default category."""
    values = [session.category_id for session in sessions]
    return [value if isinstance(value, int) else -1 if value is None else -2 for value in values]


def interval_keys(sessions: Sequence[Session]) -> list[int]:
    """The shortest interval, then the longest one, as one number."""
    seconds = _SECONDS
    return [seconds[session.interval_min] * _PARTS + seconds[session.interval_max] for session in sessions]


def subreddit_keys(sessions: Sequence[Session]) -> list[str]:
    """The names as the cell lists them, without case."""
    lists = [session.subreddits for session in sessions]
    return [", ".join(names).casefold() if isinstance(names, tuple) else "" for names in lists]


def thumbnail_keys(sessions: Sequence[Session]) -> list[int]:
    """Without a picture, then with one."""
    return [1 if session.thumbnail and session.thumbnail is not UNKNOWN else 0 for session in sessions]


def updated_keys(sessions: Sequence[Session]) -> list[str]:
    """The moment as a text of one form; what is none comes first."""
    values = [session.updated_at for session in sessions]
    texts = [value for value in values if type(value) is str]
    if len(texts) == len(values) and "\n".join(texts).translate(_NOUGHTS) == "\n".join([_CANONICAL] * len(texts)):
        return texts  # all of them looked at in one go, as nearly every list is
    return [
        value if type(value) is str and value.translate(_NOUGHTS) == _CANONICAL else _moment(value) for value in values
    ]


def _moment(text: FieldValue) -> str:
    """A time of any other form, to the millisecond."""
    moment = parse_time(text)
    if moment is None:
        return ""
    try:
        moment = moment.astimezone(UTC)
    except OverflowError:  # the first or the last day of the calendar
        moment = datetime.min if moment.year == 1 else datetime.max  # noqa: DTZ901 - only its digits count
    return f"{moment.replace(tzinfo=None).isoformat(timespec='milliseconds')}Z"


# --- seconds ----------------------------------------------------------------------------------------------------------

_PARTS: Final = 1000


class _Seconds(dict[object, int]):
    """Ranks for a number of seconds below `_PARTS`; what the server should not hold ranks at the ends."""

    def __missing__(self, value: object) -> int:
        return _PARTS - 1 if isinstance(value, int) and value > 0 else 0


_SECONDS: Final = _Seconds([(UNKNOWN, 0), (None, 0), *((second, second + 1) for second in range(_PARTS - 2))])
