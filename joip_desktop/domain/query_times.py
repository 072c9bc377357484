"""Ages and dates of a search as moments: which stretch of time each means, now and here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from joip_desktop.domain.query_terms import Age, Between, Compared, DayAgo, Exactly, Operand, Period, Value

_FIRST: Final = datetime.min.replace(tzinfo=UTC)
_TICK: Final = timedelta(microseconds=1)
"""The least difference of two moments."""

_TURNED: Final = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
"""What is younger comes later."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The moments from `start`, itself included, to before `end`; None is for ever."""

    start: datetime | None
    end: datetime | None


def stretch(value: Value, now: datetime) -> Stretch:
    """The moments that a value means; calendar days begin at midnight in local time.

    Raises:
        TypeError: the value has nothing to do with time.
    """
    match value:
        case Exactly(one):
            return _of(one, now)
        case Between(Age() as younger, older):
            return Stretch(_of(older, now).start, _of(younger, now).end)
        case Between(low, high):
            return Stretch(_of(low, now).start, _of(high, now).end)
        case Compared(sign, Age() as age):
            return _beside(_TURNED[sign], _of(age, now))
        case Compared(sign, one):
            return _beside(sign, _of(one, now))
        case _:
            raise TypeError(f"{value!r} is no time")


def needs_now(values: Iterable[Value]) -> bool:
    """Whether what the values mean moves with the clock."""
    return any(isinstance(operand, Age | DayAgo) for value in values for operand in _operands(value))


def _operands(value: Value) -> tuple[Operand, ...]:
    match value:
        case Exactly(one) | Compared(_, one):
            return (one,)
        case Between(low, high):
            return (low, high)
        case _:
            return ()


def _of(operand: Operand, now: datetime) -> Stretch:
    """The moment of an age; the whole of a period or day."""
    match operand:
        case Age():
            moment = _ago(operand, now)
            return Stretch(moment, moment + _TICK)
        case Period():
            following = operand.next
            return Stretch(_midnight(operand.first), None if following is None else _midnight(following))
        case DayAgo(days):
            day = now.astimezone().date() - timedelta(days=days)
            return Stretch(_midnight(day), _midnight(day + timedelta(days=1)))
        case int():
            raise TypeError(f"{operand} is no time")


def _beside(sign: str, within: Stretch) -> Stretch:
    """What lies before or after a stretch, with `=` together with it."""
    match sign:
        case "<":
            return Stretch(None, within.start)
        case "<=":
            return Stretch(None, within.end)
        case ">=":
            return Stretch(within.start, None)
        case _ if within.end is None:
            return Stretch(_FIRST, _FIRST)  # after the end of the calendar there is nothing
        case _:
            return Stretch(within.end, None)


def _ago(age: Age, now: datetime) -> datetime:
    try:
        return now - timedelta(hours=age.hours)
    except OverflowError:
        return _FIRST


def _midnight(day: date) -> datetime:
    """When a day begins here, in UTC, so that comparing is quick; in UTC where the system knows no zone so long ago."""
    midnight = datetime.combine(day, time())
    try:
        return midnight.astimezone(UTC)
    except (OverflowError, ValueError, OSError):
        return midnight.replace(tzinfo=UTC)
