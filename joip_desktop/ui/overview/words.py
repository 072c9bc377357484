"""What charts and bars are called, without Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.say import later, number, say, say_count
from joip_desktop.engine.overview import Bar, Chart, Topic
from joip_desktop.engine.plan import count_sessions
from joip_desktop.ui.wording import shortened, shown_text

TITLES: Final[Mapping[Topic, str]] = {
    Topic.CATEGORY: later("Categories"),
    Topic.THEME: later("Caption themes"),
    Topic.TRANSITION: later("Transitions"),
    Topic.INTERVAL: later("A picture may stay for"),
    Topic.SUBREDDIT: later("Most used subreddits"),
    Topic.UPDATED: later("Last changed"),
}

_CHOICES: Final = {Topic.THEME: "caption_theme", Topic.TRANSITION: "transition"}
_LENGTH: Final = 60
_MONTHS: Final = (
    *(later("January {year}"), later("February {year}"), later("March {year}"), later("April {year}")),
    *(later("May {year}"), later("June {year}"), later("July {year}"), later("August {year}")),
    *(later("September {year}"), later("October {year}"), later("November {year}"), later("December {year}")),
)


def label_of(topic: Topic, bar: Bar, category_name: Callable[[int], str]) -> str:
    """What a bar stands for."""
    match topic, bar.value:
        case Topic.CATEGORY, None:
            return say("No category")
        case Topic.CATEGORY, int() as one:
            return shortened(shown_text(category_name(one)), _LENGTH) or say("Category {number}", number=str(one))
        case Topic.INTERVAL, int() as seconds:
            return say_count("{n} second", "{n} seconds", seconds)
        case Topic.UPDATED, str() as month:
            return _month(month)
        case _, value:
            text = str(value)
            field = _CHOICES.get(topic)
            return shortened(shown_text(text if field is None else FIELDS[field].choice_label(text)), _LENGTH)


def _month(text: str) -> str:
    first = date.fromisoformat(f"{text.lstrip('<>')}-01")
    named = say(_MONTHS[first.month - 1], year=str(first.year))
    if text.startswith("<"):
        return say("Before {month}", month=named)
    return say("After {month}", month=named) if text.startswith(">") else named


def spoken(label: str, bar: Bar, sessions: int) -> str:
    """What a screen reader says of a bar, and its tooltip."""
    percent = number(round(100 * bar.count / max(1, sessions)))
    return say("{label}: {sessions}, {percent} %", label=label, sessions=count_sessions(bar.count), percent=percent)


def left_out_text(chart: Chart) -> str:
    """What is said below a chart of the values that have no bar."""
    if not chart.left_out:
        return ""
    return say_count("and {n} more, which is rarer", "and {n} more, which are rarer", chart.left_out)


def heading(sessions: int, *, is_counting: bool) -> str:
    """What is said above the charts."""
    if is_counting:
        return say("Counting…")
    if not sessions:
        return say("There are no sessions to count.")
    return say("Overview of {sessions}", sessions=count_sessions(sessions))
