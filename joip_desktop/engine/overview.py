"""Figures of a whole list: how many sessions there are of each kind, and the search that finds exactly these."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum
from typing import Final, TypeVar

from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.query import Query, parse
from joip_desktop.domain.query_terms import Compared, Exactly, Keyed, Named, Nothing, Period, Value
from joip_desktop.domain.session import Session
from joip_desktop.domain.times import parse_time
from joip_desktop.engine.slices import Work


class Topic(Enum):
    """What a chart is about."""

    CATEGORY = "category"
    THEME = "theme"
    TRANSITION = "transition"
    INTERVAL = "interval"
    SUBREDDIT = "subreddit"
    UPDATED = "updated"


@dataclass(frozen=True, slots=True)
class Bar:
    """So many sessions have this value; `search` finds them and no others, "" where the language has no words for it.

    `value` is what they have: a category's number, a choice, seconds, a subreddit's name, or a month ("2026-11"); None
    where they have nothing, and "<2026-01" for what was before.
    """

    value: int | str | None
    count: int
    search: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars in the order in which they are shown. `left_out` is how many values more there are, which are rarer."""

    topic: Topic
    bars: Sequence[Bar]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Overview:
    """All charts, and how many sessions they are about."""

    sessions: int
    charts: Sequence[Chart]


MOST: Final = 12
"""Bars of a chart whose values may be very many."""

MONTHS: Final = 12

SECONDS: Final = (1, 2, 3, 4, 5, 7, 10, 15, 20, 30, 45, 60)
"""For which it is told how many sessions may show a picture so long."""


_Key = TypeVar("_Key", bound=int | str | None)


@dataclass(slots=True)
class _Counts:
    """What has been counted so far; months are those of this computer's clock, as for a search."""

    sessions: int = 0
    categories: Counter[int | None] = field(default_factory=Counter)
    themes: Counter[str] = field(default_factory=Counter)
    transitions: Counter[str] = field(default_factory=Counter)
    ranges: Counter[tuple[int, int]] = field(default_factory=Counter)
    subreddits: Counter[str] = field(default_factory=Counter)
    spelled: dict[str, str] = field(default_factory=dict)
    """Of subreddits, one of the ways in which their names are written."""
    months: Counter[str] = field(default_factory=Counter)

    def add(self, session: Session) -> None:
        self.sessions += 1
        if isinstance(session.category_id, int | None):
            self.categories[session.category_id] += 1
        if isinstance(session.caption_theme, str):
            self.themes[session.caption_theme] += 1
        if isinstance(session.transition, str):
            self.transitions[session.transition] += 1
        if isinstance(session.interval_min, int) and isinstance(session.interval_max, int):
            self.ranges[session.interval_min, session.interval_max] += 1
        if isinstance(session.subreddits, tuple):
            names = {name.casefold(): name for name in session.subreddits}
            self.subreddits.update(names.keys())
            for folded, name in names.items():
                self.spelled.setdefault(folded, name)
        if (moment := parse_time(session.updated_at)) is not None:
            self.months[_month_of(moment)] += 1


def surveying(
    sessions: Iterable[Session], *, now: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> Work[Overview]:
    """Count what each session has."""
    counts = _Counts()
    for session in sessions:
        counts.add(session)
        yield
    charts = (
        _most_frequent(Topic.CATEGORY, counts.categories, _category, lambda number: number),
        _choices(Topic.THEME, "caption_theme", "theme", counts.themes),
        _choices(Topic.TRANSITION, "transition", "transition", counts.transitions),
        _intervals(counts.ranges),
        _most_frequent(Topic.SUBREDDIT, counts.subreddits, _subreddit, counts.spelled.__getitem__),
        _months(counts.months, now().astimezone()),
    )
    return Overview(counts.sessions, charts)


def _category(number: int | None) -> str:
    return _search("category", Nothing() if number is None else Exactly(number))


def _subreddit(folded: str) -> str:
    return _search("in", Named(folded))


def _search(key: str, *values: Value) -> str:
    """The text of a search; "" where the language has no words for it."""
    query = Query((Keyed(key, values),))
    text = str(query)
    return text if parse(text) == query else ""


def _most_frequent(
    topic: Topic, counts: Counter[_Key], search: Callable[[_Key], str], shown: Callable[[_Key], int | str | None]
) -> Chart:
    """The most frequent values first; of equal ones, the first that came."""
    bars = [Bar(shown(value), count, search(value)) for value, count in counts.most_common(MOST)]
    return Chart(topic, bars, left_out=len(counts) - len(bars))


def _choices(topic: Topic, field: str, key: str, counts: Counter[str]) -> Chart:
    """The choices in the order of the form, also those that no session has; then values that are unknown here."""
    known = [choice.value for choice in FIELDS[field].choices]
    other = [value for value, _ in counts.most_common() if value not in known]
    bars = [Bar(value, counts[value], _search(key, Named(value))) for value in (*known, *other[:MOST])]
    return Chart(topic, bars, left_out=max(0, len(other) - MOST))


def _intervals(ranges: Counter[tuple[int, int]]) -> Chart:
    """For some seconds, in how many sessions a picture may stay so long."""
    bars = [
        Bar(
            seconds,
            sum(count for (least, most), count in ranges.items() if least <= seconds <= most),
            _search("interval", Exactly(seconds)),
        )
        for seconds in SECONDS
    ]
    return Chart(Topic.INTERVAL, bars)


def _months(counts: Counter[str], now: datetime) -> Chart:
    """The months up to now, the latest first; then everything before, and what lies ahead by the server's clock."""
    months = [_month(now, back) for back in range(MONTHS)]
    bars = [Bar(month, counts[month], _search("updated", Exactly(_period(month)))) for month in months]
    first, last = months[-1], months[0]
    if before := sum(count for month, count in counts.items() if month < first):
        bars.append(Bar(f"<{first}", before, _search("updated", Compared("<", _period(first)))))
    if ahead := sum(count for month, count in counts.items() if month > last):
        bars.insert(0, Bar(f">{last}", ahead, _search("updated", Compared(">", _period(last)))))
    return Chart(Topic.UPDATED, bars)


def _month_of(moment: datetime) -> str:
    with suppress(OverflowError):  # at the very ends of the calendar
        moment = moment.astimezone()
    return f"{moment.year:04}-{moment.month:02}"


def _month(now: datetime, back: int) -> str:
    """So many months back: "2026-11"."""
    months = now.year * 12 + now.month - 1 - back
    return f"{months // 12:04}-{months % 12 + 1:02}"


def _period(month: str) -> Period:
    year, number = month.split("-")
    return Period(int(year), int(number))
