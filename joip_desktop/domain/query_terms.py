"""The terms of a search as values: what was asked for, whatever way it was typed, and when one asks for less."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal, TypeAlias

# --- what values are compared with ------------------------------------------------------------------------------------

UNIT_HOURS: Final = {"h": 1, "d": 24, "w": 7 * 24, "m": 30 * 24, "y": 365 * 24}


@dataclass(frozen=True, slots=True)
class Age:
    """`7d`: time that has passed; the unit is a key of UNIT_HOURS."""

    count: int
    unit: str

    @property
    def hours(self) -> int:
        """Its length."""
        return self.count * UNIT_HOURS[self.unit]


@dataclass(frozen=True, slots=True)
class Period:
    """A year, a month or a day of the calendar; 0 where no month or day was given.

    Raises:
        ValueError: there is no such month or day.
    """

    year: int
    month: int = 0
    day: int = 0

    def __post_init__(self) -> None:
        date(self.year, self.month or 1, self.day or 1)

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def next(self) -> date | None:
        """The first day after it; None after the end of the calendar."""
        try:
            if self.day:
                return self.first + timedelta(days=1)
            if self.month and self.month < 12:  # noqa: PLR2004 - December
                return date(self.year, self.month + 1, 1)
            return date(self.year + 1, 1, 1)
        except (OverflowError, ValueError):
            return None


@dataclass(frozen=True, slots=True)
class DayAgo:
    """`today` (0) or `yesterday` (1)."""

    days: int


Sign: TypeAlias = Literal["<", "<=", ">", ">="]
Operand: TypeAlias = int | Age | Period | DayAgo

# --- values -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Part:
    """A text, without case, that has to occur in another."""

    text: str


@dataclass(frozen=True, slots=True)
class Named:
    """One of several: a state, a choice as the server writes it, a subreddit without case."""

    name: str


@dataclass(frozen=True, slots=True)
class Prefix:
    """`earth*`: how a name begins, without case."""

    text: str


@dataclass(frozen=True, slots=True)
class Nothing:
    """`none`: there is no value."""


@dataclass(frozen=True, slots=True)
class Exactly:
    """`7`, `2025-03`."""

    operand: Operand


@dataclass(frozen=True, slots=True)
class Compared:
    """`>10`, `<7d`, `>=2025`."""

    sign: Sign
    operand: Operand


@dataclass(frozen=True, slots=True)
class Between:
    """`5..10`: from the one to the other, both included."""

    low: Operand
    high: Operand


Value: TypeAlias = Part | Named | Prefix | Nothing | Exactly | Compared | Between

# --- terms ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Words:
    """A text, without case, that has to occur in title or subreddits."""

    text: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Keyed:
    """`key:value,value`: one of the values has to hold."""

    key: str
    values: tuple[Value, ...]
    negated: bool = False


Term: TypeAlias = Words | Keyed


def implies(term: Term, wider: Term) -> bool:
    """Whether surely every session that `term` finds is found by `wider`, too."""
    match term, wider:
        case Words(), Words() if term.negated == wider.negated:
            return term.text in wider.text if term.negated else wider.text in term.text
        case Keyed(), Keyed() if (term.key, term.negated) == (wider.key, wider.negated):
            narrow, wide = (wider, term) if term.negated else (term, wider)
            return all(any(_covers(one, value) for one in wide.values) for value in narrow.values)
        case _:
            return False


def _covers(wide: Value, narrow: Value) -> bool:
    """Whether whatever fits the one value of a key fits the other."""
    match wide, narrow:
        case Part(wanted), Part(text):
            return wanted in text
        case Prefix(beginning), Prefix(text) | Named(text):
            return text.startswith(beginning)
        case _:
            return wide == narrow
