from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import islice

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from joip_desktop.domain.changes import Change, change_to
from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.rules import check
from joip_desktop.domain.session import UNKNOWN, FieldValue, Session, Values
from joip_desktop.engine.bulk import (
    AddSubreddits,
    Operation,
    RemoveSubreddits,
    ReplaceInTitles,
    ScaleIntervals,
    ShiftIntervals,
    planning_bulk,
    previewing,
)
from joip_desktop.engine.slices import at_once
from tests.helpers import strategies

KEPT = "Kept within 1 to 60 seconds."

_names = st.sampled_from(["joi", "JOI", "earth", "tea"]) | strategies.names
_name_lists = st.lists(_names, max_size=3).map(tuple)
_operations: SearchStrategy[Operation] = st.one_of(
    st.builds(AddSubreddits, _name_lists),
    st.builds(RemoveSubreddits, _name_lists),
    st.builds(ShiftIntervals, st.integers(-70, 70)),
    st.builds(ScaleIntervals, st.integers(-10, 700)),
    st.builds(
        ReplaceInTitles,
        st.sampled_from(["A", "a", ""]) | strategies.any_text,
        st.sampled_from(["", "B"]) | strategies.any_text,
        match_case=st.booleans(),
        whole_words=st.booleans(),
    ),
)
_known = st.builds(
    Session,
    id=st.just(1),
    title=st.sampled_from(["A", "An a", "B"]),
    subreddits=_name_lists,
    interval_min=st.integers(1, 30),
    interval_max=st.integers(20, 60),
    is_imported=st.booleans(),
)
_some = st.lists(_known | strategies.sessions(), max_size=6).map(
    lambda found: [replace(s, id=i) for i, s in enumerate(found)]
)


def told(operation: Operation, session: Session) -> tuple[Values | None, str | None]:
    return operation.values(session), operation.trouble(session)


def noted(operation: Operation, session: Session) -> str | None:
    change = operation.weigh(session)
    assert isinstance(change, Change)
    return operation.note(change)


# --- whatever the operation -------------------------------------------------------------------------------------------


@given(_some, _operations, st.integers(0, 3))
def test_the_plan_agrees_with_the_preview(sessions: list[Session], operation: Operation, limit: int) -> None:
    preview = at_once(previewing(sessions, operation, limit))
    plan = at_once(planning_bulk(sessions, operation))
    assert (preview.changed, preview.unchanged) == (len(plan.changes), len(plan.unchanged))
    assert preview.left_out == Counter(refusal.sentence for refusal in plan.refused)
    assert preview.notes == Counter(plan.notes.values())
    assert plan.size == len(sessions)
    assert plan.title == operation.title(len(plan.changes))
    rows = [(row.session.id, row.before, row.after, row.note) for row in preview.rows]
    changes = islice(plan.changes, limit)
    assert rows == [(one.session_id, one.before, one.patch, plan.notes.get(one.session_id, "")) for one in changes]


@pytest.mark.parametrize(
    ("operation", "sentence"),
    [
        (AddSubreddits(("tea",)), "There is nothing to add to 1 session; it is left alone, without a request."),
        (RemoveSubreddits(("joi",)), "There is nothing to remove from 1 session; it is left alone, without a request."),
        (ShiftIntervals(1), "The interval of 1 session stays as it is, without a request."),
        (ScaleIntervals(200), "The interval of 1 session stays as it is, without a request."),
        (ReplaceInTitles("x", "y"), "There is nothing to replace in 1 title; it is left alone, without a request."),
    ],
)
def test_what_is_left_alone_is_said_in_words_of_the_operation(operation: Operation, sentence: str) -> None:
    same = Session(id=1, title="A", subreddits=("tea",), interval_min=60, interval_max=60)
    other = Session(id=2, title="x", subreddits=("joi",), interval_min=4, interval_max=9)
    plan = at_once(planning_bulk([same, other], operation))
    assert ([one.session_id for one in plan.changes], plan.unchanged, plan.left_alone) == ([2], [1], sentence)
    assert at_once(planning_bulk([other], operation)).left_alone == ""


@given(_some, _operations)
def test_each_body_is_the_least_difference_and_breaks_no_rule(sessions: list[Session], operation: Operation) -> None:
    plan = at_once(planning_bulk(sessions, operation))
    for change in plan.changes:
        session = sessions[change.session_id]
        assert change == change_to(session, change.patch), "every field in it is another one than before"
        assert not check(session, change.patch)
        assert set(change.body()) == {FIELDS[name].wire for name in change.patch}
        assert (operation.values(session), operation.trouble(session)) == (change.patch, None)
    for session_id in plan.unchanged:
        assert told(operation, sessions[session_id]) == (None, None)


@pytest.mark.parametrize(
    ("operation", "parameter", "sentence"),
    [
        (AddSubreddits(()), "names", "Enter at least one subreddit."),
        (
            AddSubreddits(("earth", "no name")),
            "names",
            "“no name” is no subreddit name. There can be no blank in a name.",
        ),
        (RemoveSubreddits(()), "names", "Enter at least one subreddit."),
        (ShiftIntervals(0), "seconds", "With 0 seconds, everything stays as it is."),
        (ScaleIntervals(0), "percent", "Enter a percentage above 0."),
        (ScaleIntervals(100), "percent", "With 100 %, everything stays as it is."),
        (ReplaceInTitles("", "B"), "find", "Enter the text to find."),
        (
            ReplaceInTitles("A", "\ud800"),
            "replacement",
            "A character in this text is broken; delete it and type it again.",
        ),
    ],
)
def test_a_problem_in_the_parameters_leaves_everybody_out(operation: Operation, parameter: str, sentence: str) -> None:
    (problem,) = operation.problems()
    assert (problem.field, problem.sentence) == (parameter, sentence)
    sessions = [Session(id=1, title="A", subreddits=("tea",), interval_min=2, interval_max=4), Session(id=2)]
    preview = at_once(previewing(sessions, operation))
    assert (preview.rows, preview.changed, preview.unchanged, preview.left_out) == ([], 0, 0, {sentence: 2})
    plan = at_once(planning_bulk(sessions, operation))
    assert (plan.changes, [refusal.sentence for refusal in plan.refused]) == ([], [sentence] * 2)


@pytest.mark.parametrize(
    "operation",
    [
        AddSubreddits(("earth",)),
        RemoveSubreddits(("no name",)),
        ShiftIntervals(-1),
        ScaleIntervals(50),
        ReplaceInTitles("(", ""),
    ],
)
def test_other_parameters_have_no_problem(operation: Operation) -> None:
    assert operation.problems() == []


@pytest.mark.parametrize(
    ("operation", "one", "many"),
    [
        (AddSubreddits(("earth",)), "Add a subreddit to 1 session", "Add a subreddit to 1,200 sessions"),
        (AddSubreddits(("earth", "tea")), "Add subreddits to 1 session", "Add subreddits to 1,200 sessions"),
        (RemoveSubreddits(("earth",)), "Remove a subreddit from 1 session", "Remove a subreddit from 1,200 sessions"),
        (RemoveSubreddits(("a1", "b1")), "Remove subreddits from 1 session", "Remove subreddits from 1,200 sessions"),
        (ShiftIntervals(3), "Lengthen the interval of 1 session", "Lengthen the intervals of 1,200 sessions"),
        (ShiftIntervals(-3), "Shorten the interval of 1 session", "Shorten the intervals of 1,200 sessions"),
        (
            ScaleIntervals(50),
            "Scale the interval of 1 session to 50 %",
            "Scale the intervals of 1,200 sessions to 50 %",
        ),
        (ReplaceInTitles("A", "B"), "Replace text in 1 title", "Replace text in 1,200 titles"),
    ],
)
def test_titles_say_what_is_done_and_tell_nothing_private(operation: Operation, one: str, many: str) -> None:
    assert (operation.title(1), operation.title(1200)) == (one, many)


# --- subreddits -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("names", "had", "expected"),
    [
        (("tea",), ("earth",), ("earth", "tea")),
        (("tea", "EARTH", "Tea"), ("earth",), ("earth", "tea")),
        (("Earth",), ("earth",), None),
        (("tea",), (), ("tea",)),
        (("tea",), None, ("tea",)),
        (("tea",), ("earth", "earth"), ("earth", "earth", "tea")),
    ],
)
def test_names_are_added_behind_the_others(names: tuple[str, ...], had: FieldValue, expected: FieldValue) -> None:
    session = Session(id=1).with_values({"subreddits": had})
    assert told(AddSubreddits(names), session) == (None if expected is None else {"subreddits": expected}, None)


@pytest.mark.parametrize(
    ("had", "expected"),
    [
        (("earth", "TEA", "moon"), ("earth", "moon")),
        (("tea", "Tea"), ()),
        (("earth",), None),
        ((), None),
        (None, None),
    ],
)
def test_names_are_removed_in_whatever_case(had: FieldValue, expected: FieldValue) -> None:
    session = Session(id=1).with_values({"subreddits": had})
    expected_values = None if expected is None else {"subreddits": expected}
    assert told(RemoveSubreddits(("tea",)), session) == (expected_values, None)


def test_the_last_name_may_go_and_that_is_noted() -> None:
    session = Session(id=1, subreddits=("tea",))
    change = RemoveSubreddits(("tea",)).weigh(session)
    assert isinstance(change, Change)
    assert change.body() == {"subreddits": ""}
    assert noted(RemoveSubreddits(("tea",)), session) == "No subreddit is left."
    assert noted(RemoveSubreddits(("tea",)), Session(id=1, subreddits=("tea", "moon"))) is None


def test_who_keeps_their_subreddits_and_why() -> None:
    imported = Session(id=1, subreddits=("earth",), is_imported=True)
    odd = Session(id=2, subreddits=("a b", "earth"))
    for operation in (AddSubreddits(("tea",)), RemoveSubreddits(("earth",))):
        assert told(operation, Session(id=3)) == (None, "The subreddits are not known.")
        assert told(operation, imported) == (None, "Imported sessions keep their subreddits.")
        assert "“a b” is no subreddit name" in str(operation.trouble(odd))
    assert told(AddSubreddits(("EARTH",)), imported) == (None, None), "there is nothing to keep it from"
    assert told(RemoveSubreddits(("a b",)), odd) == ({"subreddits": ("earth",)}, None)


@given(_name_lists, _name_lists)
def test_adding_and_removing_what_was_not_there_gives_back_the_same(
    had: tuple[str, ...], names: tuple[str, ...]
) -> None:
    session = Session(id=1, subreddits=had)
    there = {name.casefold() for name in had}
    new = tuple(name for name in names if name.casefold() not in there)
    added = session.with_values(AddSubreddits(new).values(session) or {})
    assert (added == session) == (not new)
    assert AddSubreddits(new).values(added) is None
    assert added.with_values(RemoveSubreddits(new).values(added) or {}) == session


# --- intervals --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("operation", "had", "expected", "note"),
    [
        (ShiftIntervals(3), (2, 4), {"interval_min": 5, "interval_max": 7}, None),
        (ShiftIntervals(-3), (2, 4), {"interval_min": 1, "interval_max": 1}, KEPT),
        (ShiftIntervals(-3), (1, 4), {"interval_max": 1}, None),
        (ShiftIntervals(58), (2, 4), {"interval_min": 60, "interval_max": 60}, KEPT),
        (ShiftIntervals(5), (70, 65), {"interval_min": 60, "interval_max": 60}, KEPT),
        (ScaleIntervals(150), (3, 5), {"interval_min": 5, "interval_max": 8}, None),
        (ScaleIntervals(50), (1, 7), {"interval_max": 4}, None),
        (ScaleIntervals(10), (3, 4), {"interval_min": 1, "interval_max": 1}, KEPT),
        (ScaleIntervals(1000), (3, 60), {"interval_min": 30}, None),
    ],
)
def test_both_ends_move_within_the_limits(
    operation: Operation, had: tuple[int, int], expected: Values, note: str | None
) -> None:
    session = Session(id=1, interval_min=had[0], interval_max=had[1])
    assert told(operation, session) == (expected, None)
    assert noted(operation, session) == note


@pytest.mark.parametrize("operation", [ShiftIntervals(5), ScaleIntervals(200)])
def test_an_interval_that_the_limits_hold_stays(operation: Operation) -> None:
    assert told(operation, Session(id=1, interval_min=60, interval_max=60)) == (None, None)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"interval_min": 2}, "The interval is not known in full."),
        ({"interval_min": None, "interval_max": 4}, "The interval is not known in full."),
        ({"interval_min": 9, "interval_max": 4}, "The shortest interval is longer than the longest one."),
    ],
)
def test_odd_intervals_are_left_out(values: Values, sentence: str) -> None:
    for operation in (ShiftIntervals(3), ScaleIntervals(150)):
        assert told(operation, Session(id=1).with_values(values)) == (None, sentence)


@given(st.integers(1, 60), st.integers(1, 60), st.integers(-70, 70))
def test_shifting_back_gives_back_what_no_limit_held(one: int, other: int, seconds: int) -> None:
    session = Session(id=1, interval_min=min(one, other), interval_max=max(one, other))
    assume(seconds and all(1 <= end + seconds <= 60 for end in (one, other)))
    change = ShiftIntervals(seconds).weigh(session)
    assert isinstance(change, Change)
    assert ShiftIntervals(seconds).note(change) is None
    assert ShiftIntervals(-seconds).values(change.apply(session)) == change.before


@given(
    st.integers(1, 60),
    st.integers(1, 60),
    st.builds(ShiftIntervals, st.integers(-70, 70)) | st.builds(ScaleIntervals, st.integers(1, 900)),
)
def test_ends_in_order_stay_in_order_and_within_the_limits(one: int, other: int, operation: Operation) -> None:
    session = Session(id=1, interval_min=min(one, other), interval_max=max(one, other))
    after = session.with_values(operation.values(session) or {})
    assert isinstance(after.interval_min, int)
    assert isinstance(after.interval_max, int)
    assert 1 <= after.interval_min <= after.interval_max <= 60


# --- titles -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("operation", "had", "expected"),
    [
        (ReplaceInTitles("sea", "lake"), "Sea and seashore", "lake and lakeshore"),
        (ReplaceInTitles("sea", "lake", match_case=True), "Sea and seashore", "Sea and lakeshore"),
        (ReplaceInTitles("sea", "lake", whole_words=True), "Sea and seashore", "lake and seashore"),
        (ReplaceInTitles("sea", "lake", match_case=True, whole_words=True), "Sea and seashore", None),
        (ReplaceInTitles("(.*)", "x"), "Tea (.*)", "Tea x"),
        (ReplaceInTitles("Tea", r"\1\g<0>"), "Tea time", r"\1\g<0> time"),
        (ReplaceInTitles("a", "aa"), "banana", "baanaanaa"),
        (ReplaceInTitles("tea", "Tea"), "Tea time", None),
        (ReplaceInTitles("C++", "Rust", whole_words=True), "In C++, by hand", "In Rust, by hand"),
        (ReplaceInTitles("coffee", "tea"), "Maps", None),
        (ReplaceInTitles("ÜBER", "unter"), "über", "unter"),
    ],
)
def test_plain_text_is_replaced_in_titles(operation: Operation, had: str, expected: str | None) -> None:
    assert told(operation, Session(id=1, title=had)) == (None if expected is None else {"title": expected}, None)


def test_a_title_of_which_nothing_would_be_left_stays() -> None:
    for title in ("Tea", " tea ", "teaTEA"):
        assert told(ReplaceInTitles("tea", ""), Session(id=1, title=title)) == (
            None,
            "Nothing would be left of the title.",
        )


def test_a_title_that_is_not_there_can_hold_nothing() -> None:
    operation = ReplaceInTitles("tea", "coffee")
    assert told(operation, Session(id=1)) == (None, "The title is not known.")
    assert told(operation, Session(id=1, title=None)) == (None, None)
    assert told(operation, Session(id=1, title=" ")) == (None, None), "blanks that were there before"
    assert Session(id=1).title is UNKNOWN


# --- previews ---------------------------------------------------------------------------------------------------------


def test_a_preview_shows_the_first_that_change_and_counts_the_rest() -> None:
    sessions = [
        *(Session(id=i, title=f"Tea {i}", interval_min=50, interval_max=50 + i % 2) for i in range(5)),
        Session(id=7, interval_min=60, interval_max=60),
        Session(id=8),
    ]
    preview = at_once(previewing(sessions, ShiftIntervals(10), limit=2))
    assert [(row.session.title, row.before, row.after, row.note) for row in preview.rows] == [
        ("Tea 0", {"interval_min": 50, "interval_max": 50}, {"interval_min": 60, "interval_max": 60}, ""),
        ("Tea 1", {"interval_min": 50, "interval_max": 51}, {"interval_min": 60, "interval_max": 60}, KEPT),
    ]
    assert (preview.changed, preview.unchanged) == (5, 1)
    assert preview.left_out == {"The interval is not known in full.": 1}
    assert preview.notes == {KEPT: 2}


def test_the_rows_are_told_as_soon_as_they_are_found() -> None:
    sessions = [Session(id=i, title="Tea") for i in range(10)]
    found: list[list[int]] = []
    work = previewing(
        sessions,
        ReplaceInTitles("Tea", "Maps"),
        limit=3,
        rows_found=lambda rows: found.append([row.session.id for row in rows]),
    )
    told = [len(found) for _ in work]
    assert (told, found) == ([0, 0, *[1] * 8], [[0, 1, 2]])


def test_a_preview_can_be_interrupted_after_every_session() -> None:
    sessions = [Session(id=i, title="Tea") for i in range(10)]
    assert len(list(previewing(sessions, ReplaceInTitles("Tea", "Maps")))) == 10
    assert len(list(planning_bulk(sessions, ReplaceInTitles("Tea", "Maps")))) == 10
