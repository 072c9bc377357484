from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.query import MARKS, NO_MARKS, Query, haystack, parse
from joip_desktop.domain.query_keys import KEYS
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
    Sign,
    Term,
    Value,
    Words,
)
from joip_desktop.domain.session import UNKNOWN, FieldValue, Session
from joip_desktop.domain.times import parse_time
from tests.helpers import queries

NOW = queries.NOON


@contextmanager
def local_time(zone: str) -> Iterator[None]:
    """A time zone in POSIX's own spelling, where hours west of Greenwich are positive."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", zone)
        time.tzset()
        yield
    time.tzset()


@pytest.fixture(autouse=True)
def utc() -> Iterator[None]:
    """Wherever the tests run, days begin at the same time."""
    with local_time("UTC0"):
        yield


class Marked:
    """Marks as a set of pairs."""

    def __init__(self, marks: frozenset[tuple[int, str]]) -> None:
        self.marks = marks

    def has(self, session_id: int, mark: str) -> bool:
        return (session_id, mark) in self.marks


all_marks = st.frozensets(st.tuples(st.integers(-1, 12), st.sampled_from(sorted(MARKS))), max_size=8).map(Marked)


# --- the naive filter: term by term, as the documentation says it -----------------------------------------------------

FLAG_FIELDS = {
    "favorite": "is_favorite",
    "public": "is_public",
    "shared": "share_to_community",
    "imported": "is_imported",
    "manual": "is_manual_mode",
}

COLUMNS = {
    "in": "subreddits",
    "theme": "caption_theme",
    "transition": "transition",
    "title": "title",
    "prompt": "ai_prompt",
    "category": "category_id",
    "updated": "updated_at",
    "created": "created_at",
}


def naive(term: Term, session: Session, marks: Marked) -> bool:
    if isinstance(term, Words):
        title = session.title if isinstance(session.title, str) else ""
        names = session.subreddits if isinstance(session.subreddits, tuple) else ()
        lines = "".join(f"\n{name}" for name in names)
        return (f"{title}{lines}".casefold().find(term.text) >= 0) != term.negated
    return any(naive_value(term.key, value, session, marks) for value in term.values) != term.negated


def naive_value(key: str, value: Value, session: Session, marks: Marked) -> bool:
    told = session.value(COLUMNS.get(key, "id"))
    match value:
        case Named(name) if key == "is":
            flag = FLAG_FIELDS.get(name)
            found = (session.id, name) in marks.marks if flag is None else session.value(flag) is True
        case Named(name) if key == "has":
            field = {"category": "category_id", "prompt": "ai_prompt"}.get(name, name)
            found = session.value(field) not in (UNKNOWN, None, "", ())
        case _ if key == "in":
            found = naive_subreddits(value, told)
        case Named(name):
            found = told == name
        case Part(text):
            found = isinstance(told, str) and len(told.casefold().split(text)) > 1
        case _ if key in ("updated", "created"):
            moment = parse_time(told)
            found = moment is not None and naive_time(value, moment)
        case _ if key == "interval":
            found = naive_numbers(value, session.interval_min, session.interval_max)
        case _:
            found = naive_numbers(value, told, told)
    return found


def naive_subreddits(value: Value, names: FieldValue) -> bool:
    if names is None or names == ():
        return value == Nothing()
    if not isinstance(names, tuple):
        return False
    match value:
        case Named(name):
            return name in [one.casefold() for one in names]
        case Prefix(text):
            return text in [one.casefold()[: len(text)] for one in names]
        case _:
            return False


def naive_numbers(value: Value, low: FieldValue, high: FieldValue) -> bool:
    """`low` and `high` are the shortest and the longest; what the value asks of one of them needs that one only."""
    if value == Nothing():
        return low is None
    least = low if isinstance(low, int) else None
    most = high if isinstance(high, int) else None
    match value:
        case Exactly(int() as one):
            return least is not None and most is not None and least <= one and most >= one
        case Between(int() as first, int() as last):
            return least is not None and most is not None and least >= first and most <= last
        case Compared(sign, int() as one):
            asked = least if ">" in sign else most
            return asked is not None and compares(asked, sign, one)
        case _:
            raise AssertionError(value)


def naive_time(value: Value, moment: datetime) -> bool:
    match value:
        case Compared(sign, Age() as age):
            return compares(seconds_old(moment), sign, age.hours * 3600)
        case Between(Age() as younger, Age() as older):
            return younger.hours * 3600 <= seconds_old(moment) <= older.hours * 3600
        case Exactly(one):
            return cut(moment, one) == text_of(one)
        case Compared(sign, one):
            return compares(cut(moment, one), sign, text_of(one))
        case Between(low, high):
            return cut(moment, low) >= text_of(low) and cut(moment, high) <= text_of(high)
        case _:
            raise AssertionError(value)


def compares(left: object, sign: str, right: object) -> bool:
    holds: bool = eval("left " + sign + " right", {"left": left, "right": right})  # the signs are Python's own
    return holds


def seconds_old(moment: datetime) -> float:
    return (NOW - moment) / timedelta(seconds=1)


def text_of(operand: Operand) -> str:
    """A day, month or year as the beginning of an ISO date."""
    match operand:
        case Period(year, month, day):
            return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")
        case DayAgo(days):
            return (NOW.astimezone().date() - timedelta(days=days)).isoformat()
        case _:
            raise AssertionError(operand)


def cut(moment: datetime, operand: Operand) -> str:
    """As much of the moment's local date."""
    return moment.astimezone().date().isoformat()[: len(text_of(operand))]


# --- tests ------------------------------------------------------------------------------------------------------------


@given(queries.queries, st.lists(queries.sessions, min_size=1, max_size=8), all_marks)
def test_a_query_finds_what_a_naive_filter_finds(query: Query, sessions: list[Session], marks: Marked) -> None:
    found = [session for session in sessions if query.matches(session, marks=marks, now=NOW)]
    assert found == [one for one in sessions if all(naive(term, one, marks) for term in query.terms)]


@pytest.mark.parametrize("key", queries.VALUES)
@given(st.data())
def test_every_key_finds_what_a_naive_filter_finds(key: str, data: st.DataObject) -> None:
    term, marks = data.draw(queries.keyed(key)), data.draw(all_marks)
    for session in data.draw(st.lists(queries.sessions, min_size=1, max_size=12)):
        assert Query((term,)).matches(session, marks=marks, now=NOW) == naive(term, session, marks)


@given(queries.queries, queries.sessions, all_marks)
def test_a_finder_says_in_parts_what_the_query_says(query: Query, session: Session, marks: Marked) -> None:
    finder = query.finder(marks=marks, now=NOW)
    text = haystack(session)
    found = (
        all(needle in text for needle in finder.needles)
        and not any(excluded in text for excluded in finder.excluded)
        and all(test(session) for test in finder.tests)
    )
    assert found == query.matches(session, marks=marks, now=NOW) == finder.matches(session)
    assert len(finder.needles) + len(finder.excluded) + len(finder.tests) == len(query.terms)


CALM = Session(
    id=123,
    title="Calm Walk",
    subreddits=("Earth", "EarthViews"),
    category_id=3,
    interval_min=5,
    interval_max=10,
    transition="fade",
    caption_theme="cbt",
    ai_prompt="",
    thumbnail="",
    is_favorite=True,
    is_public=False,
    created_at="2025-02-28T23:00:00Z",
    updated_at="2025-03-24T12:00:00Z",
)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "calm",
        "CALM walk earth",
        '"calm walk"',
        "-noise",
        '-"walk calm"',
        "is:favorite",
        "is:Favourite",
        "IS:fav",
        "is:starred",
        "is:public,favorite",
        "-is:public",
        "-is:manual -is:shared -is:imported",
        "has:title has:subreddits has:category -has:prompt -has:thumbnail",
        "theme:CBT",
        "theme:joi,cbt",
        '-theme:"CBT"',
        "transition:fade",
        "in:earth",
        "in:EARTH",
        "in:r/earth",
        "in:/r/Earth/",
        "in:earthv*",
        "in:*",
        "-in:eart",
        "-in:none",
        "category:3",
        "category:=3",
        "category:>2",
        "category:2..",
        "category:1,2,3",
        "-category:none",
        "interval:>4",
        "interval:>=5",
        "-interval:>5",
        "interval:<11",
        "interval:<=10s",
        "-interval:<10",
        "interval:5",
        "interval:10s",
        "-interval:4 -interval:11",
        "interval:5..10",
        "-interval:6..10 -interval:5..9",
        "updated:<=7d",
        "-updated:<7d",
        "updated:>=1w",
        "-updated:>7d",
        "updated:7d..30d",
        "updated:30d..7d",
        "updated:2025-03",
        "updated:2025-3-24",
        "-updated:>2025-03-24 -updated:<2025-03-24 updated:<=2025-03-24 updated:>=2025-03-24",
        "created:..2025-02",
        "created:2025-02..today",
        "title:walk",
        'title:"calm w"',
        "-title:earth",
        "-prompt:calm",
        "id:123",
        "id:1,123",
        "id:100..200",
    ],
)
def test_it_is_found(text: str) -> None:
    query = parse(text)
    assert not query.faults
    assert query.matches(CALM, now=NOW)


UNTOLD = Session(id=1)
NULLS = Session(
    id=1,
    **dict.fromkeys(
        (
            "title",
            "subreddits",
            "category_id",
            "interval_min",
            "interval_max",
            "is_public",
            "caption_theme",
            "updated_at",
        )
    ),  # type: ignore[arg-type]  # all of them may be null
)


@pytest.mark.parametrize(
    "text",
    [
        *("is:public", "theme:joi", "in:*", "category:3", "category:<99", "interval:>0", "interval:1", "calm"),
        *("updated:>0h", "updated:>=0001", 'title:"n"', "has:title,subreddits,category"),
    ],
)
@pytest.mark.parametrize("session", [UNTOLD, NULLS], ids=["unknown", "null"])
def test_what_is_not_known_is_found_only_by_the_opposite(text: str, session: Session) -> None:
    assert not parse(text).matches(session)
    assert parse(f"-{text}").matches(session)


def test_none_means_that_the_server_said_so() -> None:
    query = parse("in:none category:none")
    assert query.matches(NULLS)
    assert not any(parse(text).matches(UNTOLD) for text in ("in:none", "category:none"))
    assert parse("in:none").matches(Session(id=1, subreddits=()))


def test_marks_are_asked_by_session() -> None:
    marks = Marked(frozenset({(123, "failed"), (5, "unsaved")}))
    assert parse("is:failed -is:unsaved -is:waiting").matches(CALM, marks=marks)
    assert parse("is:pending,unsaved -is:failed").matches(Session(id=5), marks=marks)


def test_the_mark_of_a_group_with_unsaved_edits_is_understood_and_not_offered() -> None:
    query = parse("is:unsaved-12")
    marks = Marked(frozenset({(5, "unsaved-12"), (6, "unsaved-1")}))
    assert (query.faults, str(query), query.uses_marks) == ((), "is:unsaved-12", True)
    assert [query.matches(Session(id=one), marks=marks) for one in (5, 6)] == [True, False]
    assert parse("is:unsaved-x").faults
    assert "unsaved-" not in " ".join(KEYS["is"].words)
    assert not any(parse(f"is:{mark}").matches(CALM, marks=NO_MARKS) for mark in MARKS)


# --- time zones -------------------------------------------------------------------------------------------------------


ZONES = (
    "UTC0",
    "XXX-5:45",
    "XXX12",
    "CET-1CEST,M3.5.0,M10.5.0/3",
    "CST5CDT,M3.2.0/0,M11.1.0/1",
    "XXX3YYY,M3.2.0/0,M11.1.0/0",
)
"""Ahead, behind, and with summer times that begin or end at midnight, so that hours are left out or come twice."""

moments = st.integers(0, 366 * 96).map(lambda n: datetime(2024, 12, 30, tzinfo=UTC) + timedelta(minutes=15 * n))


@pytest.mark.parametrize("zone", ZONES)
@given(data=st.data())
def test_days_begin_at_midnight_in_local_time(zone: str, data: st.DataObject) -> None:
    moment = data.draw(moments)
    near = st.dates(moment.date() - timedelta(days=2), moment.date() + timedelta(days=2))
    period = data.draw(near.map(lambda day: Period(day.year, day.month, day.day)) | queries.periods)
    signs: tuple[Sign, ...] = ("<", "<=", ">", ">=")
    values: list[Value] = [Exactly(period), *(Compared(sign, period) for sign in signs)]
    session = Session(id=1, updated_at=moment.isoformat())
    with local_time(zone):
        for value in values:
            found = Query((Keyed("updated", (value,)),)).matches(session, now=NOW)
            assert found == naive_time(value, moment), value


@pytest.mark.parametrize("hours", range(0, 24, 5))
@pytest.mark.parametrize("zone", ZONES)
def test_today_follows_the_local_calendar(zone: str, hours: int) -> None:
    now = datetime(2025, 6, 1, hours, tzinfo=UTC)
    with local_time(zone):
        for ago in range(60):
            moment = now - timedelta(hours=ago)
            days = (now.astimezone().date() - moment.astimezone().date()).days
            session = Session(id=1, updated_at=moment.isoformat())
            assert parse("updated:today").matches(session, now=now) == (days == 0)
            assert parse("updated:yesterday").matches(session, now=now) == (days == 1)
            assert parse("updated:yesterday..today").matches(session, now=now) == (days <= 1)
            assert parse("updated:<yesterday").matches(session, now=now) == (days > 1)


@pytest.mark.parametrize("text", ["<999999999y", ">=0001", "<=9999", "0001..9999-12-31", "0001-01-02,9999"])
@pytest.mark.parametrize("zone", ["UTC0", "XXX-5:45", "XXX12"])
def test_the_ends_of_the_calendar_hold(zone: str, text: str) -> None:
    with local_time(zone):
        for told in ("0001-01-02T12:00:00Z", "9999-12-30T12:00:00Z"):
            assert parse(f"updated:{text}").matches(Session(id=1, updated_at=told))


def test_nothing_comes_after_the_end_of_the_calendar() -> None:
    assert not parse("updated:>9999").matches(Session(id=1, updated_at="9999-12-31T23:59:59.999999Z"))


@pytest.mark.parametrize(
    ("text", "seconds", "found"),
    [
        ("<7d", -1, True),
        ("<7d", 0, False),
        ("<=7d", 0, True),
        ("<=7d", 1, False),
        (">7d", 0, False),
        (">7d", 1, True),
        (">=7d", 0, True),
        (">=7d", -1, False),
        ("<168h", -1, True),
        ("<1w", 0, False),
        ("7d..1m", 0, True),
        ("1h..7d", 0, True),
        ("1h..7d", 1, False),
    ],
)
def test_ages_to_the_second(text: str, seconds: int, *, found: bool) -> None:
    told = (NOW - timedelta(days=7, seconds=seconds)).isoformat()
    assert parse(f"updated:{text}").matches(Session(id=1, updated_at=told), now=NOW) is found


@pytest.mark.parametrize(("unit", "days"), [("d", 1), ("w", 7), ("m", 30), ("y", 365)])
def test_units(unit: str, days: int) -> None:
    session = Session(id=1, created_at=(NOW - timedelta(days=2 * days)).isoformat())
    assert parse(f"created:>=2{unit.upper()} created:<=2{unit}").matches(session, now=NOW)


def test_the_clock_is_read_where_no_time_is_given() -> None:
    session = Session(id=1, updated_at=datetime.now(UTC).isoformat())
    assert parse("updated:<1h").matches(session)
    assert not parse("updated:<1h").matches(session, now=datetime(2020, 1, 1, tzinfo=UTC) + timedelta(days=9999))
