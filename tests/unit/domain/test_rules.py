from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.rules import Problem, check, check_values, lock_reason, oddities
from joip_desktop.domain.session import UNKNOWN, FieldValue, Session, UnknownType, from_wire
from tests.helpers import page, strategies
from tests.helpers.wording import assert_sentence

SECONDS = "1 to 60 seconds."
STORED = Session(id=1, interval_min=4, interval_max=12)
NAME_RULE = "2 to 22 letters, digits or underscores, with no underscore in front"


def sentence(name: str, value: object) -> str:
    (problem,) = check_values({name: value})  # type: ignore[dict-item]  # wrong types, too
    assert problem.field == name
    return problem.sentence


def fields_of(problems: list[Problem]) -> list[str]:
    return [problem.field for problem in problems]


# --- limits -----------------------------------------------------------------------------------------------------------


@given(strategies.patches())
def test_nothing_speaks_against_valid_values(values: dict[str, FieldValue]) -> None:
    assert check_values(values) == []


@pytest.mark.parametrize("name", page.INTERVALS)
@pytest.mark.parametrize("value", [0, 61, -(10**400), True, 4.0, None, UNKNOWN])
def test_seconds_out_of_range_are_told_the_range(name: str, value: object) -> None:
    assert sentence(name, value) == SECONDS


@pytest.mark.parametrize("name", page.INTERVALS)
@pytest.mark.parametrize("text", ["31.5", "abc", "4", " ", ""])
def test_text_that_was_typed_as_seconds_is_told_to_be_no_whole_number(name: str, text: str) -> None:
    assert sentence(name, text) == "A whole number is needed: 1 to 60 seconds."


@pytest.mark.parametrize("typed", ["31.5", "Walks 3", UNKNOWN])
def test_text_that_was_typed_as_a_category_is_told_to_be_none(typed: FieldValue) -> None:
    assert sentence("category_id", typed) == "This is no category. Enter its number, or choose one."


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("title", "", "A title needs at least one character."),
        ("title", "half\ud83d", "A character in this text is broken; delete it and type it again."),
        ("ai_prompt", "half\ud83d", "A character in this text is broken; delete it and type it again."),
        ("ai_prompt", None, "Plain text is needed here."),
        ("category_id", 0, "A category is a whole number from 1 to 2,147,483,647, or the default category."),
        ("transition", "wipe", "One of Fade, Slide, Zoom, Flip or None."),
        (
            "caption_theme",
            "tease",
            "One of JOI / Edging, Forced-Bi, Bully / Simp, Pain / CBT, Cuckold or Custom Prompt.",
        ),
        (
            "thumbnail",
            "i.redd.it/thumb.jpg",
            "A web address without blanks, https:// or http:// in front, or nothing to have one generated.",
        ),
        ("is_public", None, "Either on or off."),
        (
            "subreddits",
            ("earth", "_x", "y"),
            "“_x” is no subreddit name. A name begins with a letter or a digit, not with an underscore.",
        ),
        ("subreddits", None, f"Subreddit names are {NAME_RULE}."),
        ("is_imported", True, "This version knows no such field."),
        ("intervalMin", 4, "This version knows no such field."),
    ],
)
def test_problems_say_what_is_wanted(name: str, value: object, expected: str) -> None:
    assert sentence(name, value) == expected
    assert_sentence(expected, quoting="“_x”")


def test_a_long_wrong_name_is_cut_short() -> None:
    assert sentence("subreddits", ("x" * 100_000,)).startswith(f"“{'x' * 59}…” is no subreddit name")


def test_each_wrong_field_is_one_problem() -> None:
    wrong: dict[str, FieldValue] = {"title": "", "subreddits": ("a", "b"), "interval_min": 0, "is_public": True}
    assert fields_of(check_values(wrong)) == ["title", "subreddits", "interval_min"]


@given(strategies.odd_patches())
def test_values_are_checked_each_by_itself(values: dict[str, FieldValue]) -> None:
    alone = [problem for name, value in values.items() for problem in check_values({name: value})]
    together = check_values(values)
    assert sorted(fields_of(together)) == sorted(fields_of(alone))
    assert set(together) == set(alone)


@given(
    strategies.sessions(), strategies.odd_patches() | st.dictionaries(strategies.any_text, strategies.any_field_value)
)
def test_whatever_is_wrong_is_told_in_one_sentence_a_field(session: Session, values: dict[str, FieldValue]) -> None:
    problems = check(session, values)
    assert len(set(fields_of(problems))) == len(problems)
    for problem in problems:
        assert problem.field in values
        quoted = problem.sentence[: problem.sentence.rfind("”") + 1] if problem.field == "subreddits" else ""
        assert_sentence(problem.sentence, quoting=quoted)


# --- locks ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FIELDS)
def test_imported_sessions_keep_what_the_page_says(name: str) -> None:
    reason = lock_reason(Session(id=1, is_imported=True), name)
    assert (reason is not None) is (name in page.LOCKED_WHEN_IMPORTED)
    if reason is not None:
        assert_sentence(reason)


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize("imported", [False, None, UNKNOWN])
def test_other_sessions_keep_nothing(name: str, imported: bool | UnknownType | None) -> None:
    assert lock_reason(Session(id=1, is_imported=imported), name) is None


def test_the_lock_is_said_in_the_words_of_the_form() -> None:
    imported = Session(id=1, is_imported=True)
    assert lock_reason(imported, "subreddits") == "Imported sessions keep their subreddits."
    assert lock_reason(imported, "caption_theme") == "Imported sessions keep their caption theme."
    assert lock_reason(imported, "ai_prompt") == "Imported sessions keep their prompt."


@given(strategies.patches())
def test_locked_fields_of_imported_sessions_are_refused_and_no_others(values: dict[str, FieldValue]) -> None:
    values = {name: value for name, value in values.items() if name not in page.INTERVALS}
    refused = fields_of(check(Session(id=1, is_imported=True), values))
    assert refused == [name for name in values if name in page.LOCKED_WHEN_IMPORTED]
    assert check(Session(id=1, is_imported=False), values) == []


def test_of_a_locked_field_only_the_lock_is_told() -> None:
    problems = check(Session(id=1, is_imported=True), {"subreddits": ("_x",), "title": ""})
    assert problems == [
        Problem("subreddits", "Imported sessions keep their subreddits."),
        Problem("title", "A title needs at least one character."),
    ]


def test_a_field_that_nobody_knows_has_no_lock() -> None:
    unknown: dict[str, FieldValue] = {"is_imported": False, "aiPrompt": "Slow"}
    assert fields_of(check(Session(id=1, is_imported=True), unknown)) == list(unknown)


# --- shortest and longest interval ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"interval_min": 12}, None),
        ({"interval_min": 13}, Problem("interval_min", "At most 12 seconds, the longest interval.")),
        ({"interval_max": 4}, None),
        ({"interval_max": 3}, Problem("interval_max", "At least 4 seconds, the shortest interval.")),
        ({"interval_min": 20, "interval_max": 20}, None),
        (
            {"interval_min": 21, "interval_max": 20},
            Problem("interval_min", "At most 20 seconds, the longest interval."),
        ),
        ({"interval_min": 2, "interval_max": 1}, Problem("interval_min", "At most 1 second, the longest interval.")),
        ({"interval_max": 1, "interval_min": 2}, Problem("interval_min", "At most 1 second, the longest interval.")),
        ({"interval_min": 61}, Problem("interval_min", SECONDS)),
        ({"interval_max": 0}, Problem("interval_max", SECONDS)),
        ({"interval_min": True}, Problem("interval_min", SECONDS)),
    ],
)
def test_the_shortest_interval_is_at_most_the_longest(values: dict[str, FieldValue], problem: Problem | None) -> None:
    assert check(STORED, values) == ([] if problem is None else [problem])


@given(strategies.sessions(), strategies.patches())
def test_intervals_are_compared_only_when_one_of_them_changes(session: Session, values: dict[str, FieldValue]) -> None:
    told = set(fields_of(check(session, values)))
    lowest = values.get("interval_min", session.interval_min)
    highest = values.get("interval_max", session.interval_max)
    crossed = isinstance(lowest, int) and isinstance(highest, int) and lowest > highest
    changed = values.keys() & set(page.INTERVALS)
    assert bool(told & set(page.INTERVALS)) is (crossed and bool(changed))
    assert told & set(page.INTERVALS) <= changed


@pytest.mark.parametrize("other", [None, UNKNOWN])
@pytest.mark.parametrize("name", page.INTERVALS)
def test_nothing_is_compared_with_what_is_not_there(name: str, other: UnknownType | None) -> None:
    session = Session(id=1, interval_min=other, interval_max=other)
    assert check(session, {name: 1}) == []
    assert check(session, {name: 60}) == []


@pytest.mark.parametrize(
    ("session", "values", "problem"),
    [
        (
            Session(id=1, interval_min=4, interval_max=0),
            {"interval_min": 5},
            Problem("interval_min", "The longest interval is 0 on the server; change that one as well."),
        ),
        (
            Session(id=1, interval_min=10**400, interval_max=60),
            {"interval_max": 60},
            Problem(
                "interval_max",
                "The shortest interval is a very large number on the server; change that one as well.",
            ),
        ),
    ],
)
def test_advice_can_be_followed_beside_an_odd_stored_interval(
    session: Session, values: dict[str, FieldValue], problem: Problem
) -> None:
    assert check(session, values) == [problem]
    assert check(session, {"interval_min": 4, "interval_max": 12}) == []


# --- oddities ---------------------------------------------------------------------------------------------------------


@given(strategies.rows())
def test_a_row_as_documented_has_no_oddity_but_a_crossed_interval(row: dict[str, object]) -> None:
    session = from_wire(row)
    lowest, highest = session.interval_min, session.interval_max
    crossed = isinstance(lowest, int) and isinstance(highest, int) and lowest > highest
    expected = [Problem("interval_min", "The shortest interval is longer than the longest one.")] if crossed else []
    assert oddities(session) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"transition": "wipe"}, "“wipe” — not known to this version; it stays unless you choose another."),
        (
            {"captionTheme": "two\nlines"},
            "“two lines” — not known to this version; it stays unless you choose another.",
        ),
        ({"transition": "half\ud83d"}, "“half?” — not known to this version; it stays unless you choose another."),
        ({"title": None}, "The server holds no value here."),
        ({"intervalMax": None}, "The server holds no value here."),
        ({"intervalMin": 0}, "The server holds 0; allowed are 1 to 60 seconds."),
        ({"intervalMax": 10**400}, "The server holds a very large number; allowed are 1 to 60 seconds."),
        ({"intervalMin": "4"}, "The server sent “4”, which can't be read here."),
        ({"intervalMin": 4.5}, "The server sent 4.5, which can't be read here."),
        ({"isPublic": 1}, "The server sent 1, which can't be read here."),
        ({"title": True}, "The server sent “true”, which can't be read here."),
        ({"title": False}, "The server sent “false”, which can't be read here."),
        ({"title": 10**400}, "The server sent a very large number, which can't be read here."),
        ({"subreddits": ["joi", 5]}, "The server sent a list, which can't be read here."),
        ({"subreddits": "x" * 61}, f"The server sent “{'x' * 59}…”, which can't be read here."),
        ({"subreddits": "x" * 60}, f"The server sent “{'x' * 60}”, which can't be read here."),
        ({"thumbnail": {"url": ""}}, "The server sent something else, which can't be read here."),
    ],
)
def test_oddities_say_what_the_server_has(row: dict[str, object], expected: str) -> None:
    (problem,) = oddities(from_wire({"id": 1, **row}))
    assert FIELDS[problem.field].wire in row
    assert problem.sentence == expected
    assert_sentence(expected)


@pytest.mark.parametrize("wire", ["subreddits", "categoryId", "aiPrompt", "captionTheme", "thumbnail"])
def test_null_is_ordinary_where_a_session_can_do_without(wire: str) -> None:
    assert oddities(from_wire({"id": 1, wire: None})) == []


@pytest.mark.parametrize(
    ("wire", "value"), [("title", ""), ("thumbnail", "/thumb.png"), ("categoryId", 0), ("subreddits", ["_x", ""])]
)
def test_a_value_that_may_not_be_set_is_not_odd_where_the_server_has_it(wire: str, value: object) -> None:
    assert oddities(from_wire({"id": 1, wire: value})) == []


def test_deeply_nested_values_can_be_told() -> None:
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]
    assert fields_of(oddities(from_wire({"id": 1, "title": deep}))) == ["title"]


@given(strategies.sessions())
def test_oddities_are_sentences_about_fields_of_the_form(session: Session) -> None:
    for problem in oddities(session):
        assert problem.field in FIELDS
        text = problem.sentence
        quoted = text[text.find("“") : text.rfind("”") + 1]
        assert_sentence(text, quoting=quoted)


@given(strategies.sessions())
def test_every_value_that_cannot_be_read_is_told(session: Session) -> None:
    unread = {name for name, spec in FIELDS.items() if spec.wire in session.extra}
    assert unread <= set(fields_of(oddities(session)))
