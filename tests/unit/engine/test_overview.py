"""Every bar's search finds exactly the sessions that the bar counts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NoReturn

from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.query import parse
from joip_desktop.domain.session import Session
from joip_desktop.engine.overview import MOST, Bar, Overview, Topic, _Counts, surveying
from joip_desktop.engine.slices import at_once
from tests.helpers import strategies

NOW = datetime(2026, 2, 10, 12, tzinfo=UTC)


def survey(sessions: Sequence[Session]) -> Overview:
    return at_once(surveying(sessions, now=lambda: NOW))


def chart(sessions: Sequence[Session], topic: Topic) -> list[tuple[object, int, str]]:
    (found,) = [one for one in survey(sessions).charts if one.topic is topic]
    return [(bar.value, bar.count, bar.search) for bar in found.bars if bar.count]


def found_by(bar: Bar, sessions: Sequence[Session]) -> int:
    query = parse(bar.search)
    assert not query.faults, bar
    finder = query.finder(now=NOW)
    return sum(map(finder.matches, sessions))


_times = st.datetimes(datetime(2024, 12, 1), datetime(2026, 4, 1)).map(lambda moment: f"{moment.isoformat()}Z")  # noqa: DTZ001 - as servers write them


@given(
    st.lists(
        st.builds(lambda session, time: session.with_values({"updated_at": time}), strategies.sessions(), _times)
        | strategies.sessions(),
        max_size=8,
    )
)
def test_every_bar_is_a_search_that_finds_just_these(sessions: list[Session]) -> None:
    overview = survey(sessions)
    assert overview.sessions == len(sessions)
    assert [one.topic for one in overview.charts] == list(Topic)
    for one in overview.charts:
        for bar in one.bars:
            if bar.search:
                assert found_by(bar, sessions) == bar.count, bar


def test_what_can_be_typed_has_a_search() -> None:
    session = Session(
        id=1,
        category_id=3,
        caption_theme="custom",
        transition="none",
        interval_min=4,
        interval_max=10,
        subreddits=("Earth", "EARTH", "none", "a_b"),
        updated_at="2026-01-15T12:00:00Z",
    )
    found = {topic: chart([session], topic) for topic in Topic}
    assert found == {
        Topic.CATEGORY: [(3, 1, "category:3")],
        Topic.THEME: [("custom", 1, "theme:custom")],
        Topic.TRANSITION: [("none", 1, "transition:none")],
        Topic.INTERVAL: [(seconds, 1, f"interval:{seconds}") for seconds in (4, 5, 7, 10)],
        Topic.SUBREDDIT: found[Topic.SUBREDDIT],
        Topic.UPDATED: [("2026-01", 1, "updated:2026-01")],
    }
    assert {(str(name).casefold(), count, search) for name, count, search in found[Topic.SUBREDDIT]} == {
        ("earth", 1, "in:earth"),
        ("none", 1, 'in:"none"'),
        ("a_b", 1, "in:a_b"),
    }


def test_a_choice_that_nobody_has_is_a_bar_of_none_and_an_unknown_one_comes_last() -> None:
    (themes,) = [one for one in survey([Session(id=1, transition="Sparkle!")]).charts if one.topic is Topic.TRANSITION]
    assert [(bar.value, bar.count) for bar in themes.bars] == [
        *((value, 0) for value in ("fade", "slide", "zoom", "flip", "none")),
        ("Sparkle!", 1),
    ]


def test_rare_values_are_only_counted() -> None:
    sessions = [Session(id=number, category_id=number // 2) for number in range(2 * (MOST + 3))]
    (categories,) = [one for one in survey(sessions).charts if one.topic is Topic.CATEGORY]
    assert (len(categories.bars), categories.left_out) == (MOST, 3)


def test_the_months_are_whole_years_back_and_all_that_was_before_is_one_bar() -> None:
    times = ("2026-02-01T12:00:00Z", "2025-03-15T12:00:00Z", "2025-02-15T12:00:00Z", "2020-01-15T12:00:00Z", "soon")
    sessions = [Session(id=number, updated_at=time) for number, time in enumerate(times)]
    assert chart(sessions, Topic.UPDATED) == [
        ("2026-02", 1, "updated:2026-02"),
        ("2025-03", 1, "updated:2025-03"),
        ("<2025-03", 2, "updated:<2025-03"),
    ]


def test_a_server_whose_clock_is_ahead_has_a_bar_of_its_own() -> None:
    assert chart([Session(id=1, updated_at="2026-04-15T12:00:00Z")], Topic.UPDATED) == [
        (">2026-02", 1, "updated:>2026-02")
    ]


def test_no_sessions_are_no_fault() -> None:
    assert survey([]).sessions == 0


class _NeverWalked(dict[str, str]):
    """Names that are looked up one by one."""

    def keys(self) -> NoReturn:
        raise AssertionError("all names would be looked at for every session")


def test_a_session_costs_the_same_however_many_subreddits_there_are() -> None:
    counts = _Counts(spelled=_NeverWalked(earth="Earth"))
    counts.add(Session(id=1, subreddits=("EARTH", "Moon")))
    assert dict(counts.spelled.items()) == {"earth": "Earth", "moon": "Moon"}
