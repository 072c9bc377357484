"""Numbers, ages and dates in a search: `7`, `>10`, `5..10`, `<7d`, `2025-03`, read and written."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, Literal

from joip_desktop.domain.query_terms import (
    UNIT_HOURS,
    Age,
    Between,
    Compared,
    DayAgo,
    Exactly,
    Nothing,
    Operand,
    Period,
    Sign,
    Value,
)

_SIGNS: Final[tuple[Sign, ...]] = ("<=", ">=", "<", ">")
_NUMBER: Final = re.compile(r"-?[0-9]{1,400}\Z")
"""Python refuses to read much longer ones."""

_AGE: Final = re.compile(rf"([0-9]{{1,9}})([{''.join(UNIT_HOURS)}])\Z")
_PERIOD: Final = re.compile(r"([0-9]{4})(?:-([0-9]{1,2}))?(?:-([0-9]{1,2}))?\Z")
_UNFINISHED_TIME: Final = re.compile(r"[0-9]{1,3}\Z|[0-9]{4}-(?:[0-9]{1,2}-)?\Z")
DAYS_AGO: Final = {"today": 0, "yesterday": 1}


class RangeError(ValueError):
    """A text that is no range. The reason is for `query_keys` to put into words."""

    def __init__(self, reason: Literal["unreadable", "unfinished", "backwards", "undecided"]) -> None:
        super().__init__(reason)
        self.reason = reason


def read_number(text: str) -> int | None:
    """The integer that a text is, or None."""
    return int(text) if _NUMBER.match(text) else None


def read_time(text: str) -> Operand | None:
    """The age, period or day that a text without capitals names, or None.

    Raises:
        RangeError: it is the beginning of one.
    """
    if text in DAYS_AGO:
        return DayAgo(DAYS_AGO[text])
    if _UNFINISHED_TIME.match(text) or any(day.startswith(text) for day in DAYS_AGO):
        raise RangeError("unfinished")
    if age := _AGE.match(text):
        return Age(int(age[1]), age[2])
    if period := _PERIOD.match(text):
        try:
            # A month or day of 0 would be taken for one that was not given.
            return Period(int(period[1]), *(int(part) or -1 for part in period.groups()[1:] if part))
        except ValueError:
            return None
    return None


def read_range(text: str, read: Callable[[str], Operand | None]) -> Value:
    """A comparison, a range or a single operand.

    Raises:
        RangeError: it is none of them, or not yet, or nothing could ever fit it.
    """
    if ".." in text:
        low, high = text.split("..", 1)
        return _read_between(low, high, read)
    sign = next((sign for sign in _SIGNS if text.startswith(sign)), None)
    operand = _operand(text.removeprefix(sign or "="), read)
    if sign:
        return Compared(sign, operand)
    if isinstance(operand, Age):
        raise RangeError("undecided")
    return Exactly(operand)


def spell_range(value: Value) -> str:
    """The text that is read as this value."""
    match value:
        case Exactly(operand):
            return _spell(operand)
        case Compared(sign, operand):
            return f"{sign}{_spell(operand)}"
        case Between(low, high):
            return f"{_spell(low)}..{_spell(high)}"
        case Nothing():
            return "none"
        case _:
            raise TypeError(f"{value!r} is no range")


def _read_between(low: str, high: str, read: Callable[[str], Operand | None]) -> Value:
    """`5..10`, `5..`, `..10`; ages in either order."""
    if not low and not high:
        raise RangeError("unfinished")
    if not low or not high:
        operand = _operand(low or high, read)
        if isinstance(operand, Age):
            raise RangeError("undecided")  # "7d.." may be meant as older or as younger
        return Compared(">=" if low else "<=", operand)
    first, last = _operand(low, read), _operand(high, read)
    match first, last:
        case Age(), Age():
            return Between(*sorted((first, last), key=lambda age: age.hours))
        case (Age(), _) | (_, Age()):
            raise RangeError("unreadable")
        case (int(), int()) if first > last:
            raise RangeError("backwards")
        case (Period(), Period()) if last.next is not None and first.first >= last.next:
            raise RangeError("backwards")
        case (DayAgo(earlier), DayAgo(later)) if earlier < later:
            raise RangeError("backwards")
        case _:
            return Between(first, last)


def _operand(text: str, read: Callable[[str], Operand | None]) -> Operand:
    if not text:
        raise RangeError("unfinished")
    operand = read(text)
    if operand is None:
        raise RangeError("unreadable")
    return operand


def _spell(operand: Operand) -> str:
    match operand:
        case Age(count, unit):
            return f"{count}{unit}"
        case Period(year, month, day):
            parts = (f"{year:04}", *(f"{part:02}" for part in (month, day) if part))
            return "-".join(parts)
        case DayAgo(days):
            return next(name for name, number in DAYS_AGO.items() if number == days)
        case int():
            return str(operand)
