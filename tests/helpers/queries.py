"""Hypothesis strategies for searches: terms as values, texts that look like searches, sessions they may find."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from joip_desktop.domain.query import MARKS, Query
from joip_desktop.domain.query_terms import (
    Age,
    Between,
    Compared,
    DayAgo,
    Exactly,
    Keyed,
    Named,
    Nothing,
    Operand,
    Part,
    Period,
    Prefix,
    Term,
    Value,
    Words,
)
from joip_desktop.domain.session import UNKNOWN, Session
from tests.helpers import page, strategies

FLAGS: Final = ("favorite", "public", "shared", "imported", "manual")
NOON: Final = datetime(2025, 3, 31, 12, 0, tzinfo=UTC)
"""A time for searches that use the clock; ages and dates below lie around it."""

PARTS: Final = ("title", "subreddits", "category", "prompt", "thumbnail")

# --- texts ------------------------------------------------------------------------------------------------------------

_TRICKY = [
    "is:public",
    "-calm",
    "-",
    "--",
    '"',
    'a"b',
    "\\",
    '\\"',
    "two words",
    "https://x.y",
    "//x",
    "a,b",
    "foo:bar",
]
_CASEFOLDED = ["a", "b", "ab", "calm", "earth", "none", "r/earth", "earth*", "12:30", "ß".casefold(), "..", ",", "slow"]

folded_texts: Final = st.sampled_from([*_TRICKY, *_CASEFOLDED]) | strategies.any_text.map(str.casefold).filter(bool)

_PARTS_OF_TEXTS = [
    *("is:", "has:", "in:", "theme:", "transition:", "category:", "interval:", "updated:", "created:", "title:", "id:"),
    *(
        "prompt:",
        "foo:",
        "Theme:",
        "IS:",
        "https://",
        "http:",
        "-",
        "-",
        '"',
        '"',
        '"',
        ",",
        ",",
        " ",
        " ",
        " ",
        "\n",
        "\\",
    ),
    *("joi", "cbt", "fav", "PUBLIC", "none", "earth", "r/", "/r/", "*", "..", ">", "<", ">=", "=", "7", "10", "5", "s"),
    *("d", "w", "2025", "-03", "-1", "-32", "today", "yesterday", ":", "12:30", "ß", "\ud800", "…"),
]

search_texts: Final = st.lists(st.sampled_from(_PARTS_OF_TEXTS) | strategies.any_text, max_size=10).map("".join)
"""What may stand in a search box: more or less searches, and anything else."""

# --- values -----------------------------------------------------------------------------------------------------------

_signs = st.sampled_from(["<", "<=", ">", ">="])
_numbers = st.integers(-1, 12) | st.sampled_from([60, 123, 2**31, -(10**399), 10**399])
_ages = st.builds(Age, st.integers(0, 40) | st.sampled_from([10**9 - 1]), st.sampled_from("hdwmy"))
_days_ago = st.builds(DayAgo, st.sampled_from([0, 1]))


def _period(day: date, parts: int) -> Period:
    return Period(*(day.year, day.month, day.day)[:parts])


_dates = st.dates(date(2025, 1, 1), date(2025, 4, 30)) | st.dates()
periods: Final = st.builds(_period, _dates, st.integers(1, 3))


def _ordered(low: Operand, high: Operand) -> bool:
    match low, high:
        case (int(), int()):
            return low <= high
        case (Period(), Period()):
            return high.next is None or low.first < high.next
        case (DayAgo(), DayAgo()):
            return low.days >= high.days
        case _:
            return True


def _between(operands: SearchStrategy[Operand]) -> SearchStrategy[Between]:
    return st.builds(Between, operands, operands).filter(lambda value: _ordered(value.low, value.high))


def _ranges(operands: SearchStrategy[Operand]) -> SearchStrategy[Value]:
    return st.builds(Exactly, operands) | st.builds(Compared, _signs, operands) | _between(operands)


_age_pairs = st.tuples(_ages, _ages).map(lambda two: Between(*sorted(two, key=lambda age: age.hours)))

numbers: Final[SearchStrategy[Value]] = _ranges(_numbers)
times: Final[SearchStrategy[Value]] = _ranges(periods | _days_ago) | st.builds(Compared, _signs, _ages) | _age_pairs

_literals = st.sampled_from(["sparkle", "FADE", 'a "b"', "x,y"]) | strategies.any_text.filter(bool)
_beginnings = st.sampled_from(["", "e", "none", "*", "r/a-b", "ear"]) | strategies.names.map(str.casefold)


def _choices(field: str) -> SearchStrategy[Value]:
    return st.builds(Named, st.sampled_from(page.CHOICES[field]) | _literals)


VALUES: Final[dict[str, SearchStrategy[Value]]] = {
    "is": st.builds(Named, st.sampled_from([*FLAGS, *sorted(MARKS)])),
    "has": st.builds(Named, st.sampled_from(PARTS)),
    "in": st.builds(Named, folded_texts | strategies.names.map(str.casefold))
    | st.builds(Prefix, _beginnings)
    | st.just(Nothing()),
    "theme": _choices("caption_theme"),
    "transition": _choices("transition"),
    "category": numbers | st.just(Nothing()),
    "interval": numbers,
    "updated": times,
    "created": times,
    "title": st.builds(Part, folded_texts),
    "prompt": st.builds(Part, folded_texts),
    "id": numbers,
}
"""By key, what may follow it."""

# --- terms ------------------------------------------------------------------------------------------------------------


def keyed(key: str) -> SearchStrategy[Keyed]:
    """Terms of one key."""
    values = st.lists(VALUES[key], min_size=1, max_size=3, unique=True).map(tuple)
    return st.builds(Keyed, st.just(key), values, st.booleans())


terms: Final[SearchStrategy[Term]] = st.builds(Words, folded_texts, st.booleans()) | st.one_of(*map(keyed, VALUES))
queries: Final = st.builds(Query, st.lists(terms, max_size=3).map(tuple))

# --- what may be found ------------------------------------------------------------------------------------------------


def _any_of(*values: object) -> SearchStrategy[object]:
    return st.sampled_from([UNKNOWN, None, *values])


_times_told = _any_of(
    "2025-03-01T00:00:00Z",
    "2025-02-28T23:59:59.999Z",
    "2025-03-31T23:59:59.999999Z",
    "2025-04-01T02:00:00+02:00",
    "2025-03-15T12:00",
    "2025-03-15",
    "2024-12-31T23:59:59Z",
    "2026-01-01T00:00:00.000Z",
    "yesterday",
    "",
)

found_sessions: Final[SearchStrategy[Session]] = st.builds(
    Session,
    id=st.integers(-1, 12) | st.just(123),
    title=_any_of("", "A", "Calm walk", "two words", 'a \\"b', "ends in \\", "Große", 'a"b', "earth"),
    subreddits=_any_of((), ("earth",), ("Earth", "space"), ("EarthViews",), ("none",), ("a b", "ear"), ("",)),
    category_id=_any_of(-1, 0, 3, 5, 10**400),
    interval_min=_any_of(-1, 1, 5, 7, 60),
    interval_max=_any_of(0, 5, 7, 12, 60),
    transition=_any_of("fade", "FADE", "none", "sparkle", ""),
    caption_theme=_any_of("joi", "Joi", "cbt", "sparkle", "x,y"),
    ai_prompt=_any_of("", " ", "Slow", "two  words"),
    thumbnail=_any_of("", "https://i.redd.it/thumb.jpg"),
    created_at=_times_told,
    updated_at=_times_told,
    **{name: _any_of(True, False) for name in (*page.FLAGS, "is_imported")},
)
"""Sessions whose values the terms above ask for often, odd and missing ones among them."""

sessions: Final = found_sessions | strategies.sessions()
