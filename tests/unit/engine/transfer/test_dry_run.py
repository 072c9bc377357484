"""What each row of a file would do, and why others do nothing."""

from __future__ import annotations

import csv
import io
import json

import pytest

from joip_desktop.domain.session import Session
from joip_desktop.engine.transfer import dry_run
from joip_desktop.engine.transfer.columns import fingerprint_in
from joip_desktop.engine.transfer.dry_run import Verdict
from joip_desktop.engine.transfer.forms import Form
from joip_desktop.engine.transfer.mapping import guessed, problem_of
from tests.helpers.transfer import exported, table, tried

ONE = Session(
    id=1,
    title="One",
    subreddits=("earth",),
    category_id=3,
    interval_min=4,
    interval_max=9,
    transition="fade",
    ai_prompt="Slow",
    caption_theme="custom",
    thumbnail="https://example.org/1.png",
    is_favorite=False,
    is_imported=False,
)
LOCKED = Session(id=2, title="Two", subreddits=("moon",), caption_theme="cbt", is_imported=True)
LIST = (ONE, LOCKED)


def verdicts(*lines: tuple[str, ...], empties: bool | None = None) -> list[tuple[int, Verdict, str, tuple[str, ...]]]:
    found = tried(table(*lines), LIST, empties=empties)
    return [(one.line, one.verdict, one.column, one.problems) for one in found.findings]


def test_rows_that_change_something_say_what() -> None:
    found = tried(table(("id", "title", "isFavorite"), ("1", "One", "TRUE"), ("2", "Zwei", "")), LIST)
    assert [(one.session_id, one.patch, one.before) for one in found.changes()] == [
        (1, {"is_favorite": True}, {"is_favorite": False}),
        (2, {"title": "Zwei"}, {"title": "Two"}),
    ]


def test_rows_that_can_not_be_matched_say_why() -> None:
    rows = (("id", "title"), ("", "x"), ("one", "x"), ("1.5", "x"), ("99", "x"), ("1", "x"), ("1", "y"))
    told = [
        (2, Verdict.INVALID, "id", (dry_run.NO_NUMBER,)),
        (3, Verdict.INVALID, "id", (dry_run.NOT_A_NUMBER,)),
        (4, Verdict.INVALID, "id", (dry_run.NOT_A_NUMBER,)),
        (5, Verdict.UNKNOWN, "id", (dry_run.NOT_IN_LIST,)),
        (6, Verdict.CHANGE, "", ()),
        (7, Verdict.INVALID, "id", ("This session has a row above already, in line 6.",)),
    ]
    assert verdicts(*rows) == told


def test_locked_fields_keep_their_row_out_whole() -> None:
    assert verdicts(("id", "title", "subreddits"), ("2", "New", "earth")) == [
        (2, Verdict.LOCKED, "subreddits", ("Imported sessions keep their subreddits.",))
    ]


@pytest.mark.parametrize(
    ("column", "text", "sentence"),
    [
        ("intervalMin", "0", "1 to 60 seconds."),
        ("intervalMin", "soon", "A whole number is needed: 1 to 60 seconds."),
        ("intervalMin", "30", "At most 9 seconds, the longest interval."),
        ("transition", "wipe", "One of Fade, Slide, Zoom, Flip or None."),
        ("isFavorite", "maybe", "Either on or off."),
        ("thumbnail", "no address", "A web address without blanks"),
        ("subreddits", "earth; r/_bad", "“r/_bad” is no subreddit name."),
        ("categoryId", "third", "This is no category."),
    ],
)
def test_values_that_break_a_rule_are_told_with_their_column(column: str, text: str, sentence: str) -> None:
    ((line, verdict, where, told),) = verdicts(("id", column), ("1", text))
    assert (line, verdict, where) == (2, Verdict.INVALID, column)
    assert told[0].startswith(sentence)


def test_a_locked_and_a_broken_value_together_are_invalid_and_both_are_told() -> None:
    ((_, verdict, _, told),) = verdicts(("id", "subreddits", "intervalMin"), ("2", "earth", "99"))
    assert (verdict, len(told)) == (Verdict.INVALID, 2)


@pytest.mark.parametrize(
    ("column", "text", "field", "value"),
    [
        ("Title", "New", "title", "New"),
        ("SHORTEST INTERVAL", "5.0", "interval_min", 5),
        ("transition", "Slide", "transition", "slide"),
        ("Caption theme", "pain / cbt", "caption_theme", "cbt"),
        ("is_favorite", "WAHR", "is_favorite", True),
        ("Favourite", "1", "is_favorite", True),
        ("subreddits", "r/space, https://www.reddit.com/r/earth/ earth", "subreddits", ("space", "earth")),
        ("categoryId", "12", "category_id", 12),
        ("aiPrompt", "'=1", "ai_prompt", "=1"),
    ],
)
def test_people_may_write_as_they_do(column: str, text: str, field: str, value: object) -> None:
    rows = table(("id", column), ("1", f'"{text}"'))
    assert [change.patch for change in tried(rows, LIST).changes()] == [{field: value}]


# --- what is empty ----------------------------------------------------------------------------------------------------


def test_empty_cells_say_nothing_unless_they_are_to_empty_the_field() -> None:
    columns = ("id", "aiPrompt", "thumbnail", "categoryId", "subreddits")
    rows = table(columns, ("1", "", "", "", ""))
    assert tried(rows, LIST).counts == {Verdict.UNCHANGED: 1}
    (change,) = tried(rows, LIST, empties=True).changes()
    assert change.patch == {"ai_prompt": "", "thumbnail": "", "category_id": None, "subreddits": ()}


@pytest.mark.parametrize("column", ["title", "intervalMin", "transition", "isFavorite"])
def test_what_needs_a_value_can_not_be_emptied(column: str) -> None:
    assert [one[1] for one in verdicts(("id", column), ("1", ""), empties=True)] == [Verdict.INVALID]


def test_null_and_empty_lists_of_json_are_empty_too() -> None:
    rows = json.dumps([{"id": 1, "subreddits": [], "categoryId": None, "aiPrompt": "", "title": "One"}]).encode()
    (change,) = tried(rows, LIST).changes()
    assert change.patch == {"subreddits": (), "category_id": None, "ai_prompt": ""}
    assert tried(rows, LIST, empties=False).counts == {Verdict.UNCHANGED: 1}


# --- JSON of other programs -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "patch"),
    [
        ({"title": 7}, {"title": "7"}),
        ({"isFavorite": True}, {"is_favorite": True}),
        ({"isFavorite": "yes"}, {"is_favorite": True}),
        ({"intervalMax": "8"}, {"interval_max": 8}),
        ({"intervalMax": 8.0}, {"interval_max": 8}),
        ({"subreddits": "r/space, earth"}, {"subreddits": ("space", "earth")}),
        ({"subreddits": ["r/space"]}, {"subreddits": ("space",)}),
    ],
)
def test_values_of_json_may_be_of_another_type(value: dict[str, object], patch: dict[str, object]) -> None:
    rows = json.dumps([{"id": 1, **value}]).encode()
    assert [change.patch for change in tried(rows, LIST).changes()] == [patch]


@pytest.mark.parametrize("value", [{"title": {}}, {"title": [1]}, {"isFavorite": [1]}, {"intervalMin": True}])
def test_values_of_json_that_say_nothing_are_invalid(value: dict[str, object]) -> None:
    assert tried(json.dumps([{"id": 1, **value}]).encode(), LIST).counts == {Verdict.INVALID: 1}


@pytest.mark.parametrize("number", [True, 1.5, [1], {"id": 1}, "1x", "9" * 5000])
def test_ids_of_json_that_are_none_are_told(number: object) -> None:
    assert tried(json.dumps([{"id": number, "title": "x"}]).encode(), LIST).counts == {Verdict.INVALID: 1}


def test_a_column_that_comes_late_counts_by_its_name() -> None:
    rows = [{"id": 1}] * 1 + [{"id": 100 + number} for number in range(300)] + [{"id": 2, "Title": "Late"}]
    assert [change.patch for change in tried(json.dumps(rows).encode(), LIST).changes()] == [{"title": "Late"}]


# --- columns ----------------------------------------------------------------------------------------------------------


def test_columns_are_guessed_once_each() -> None:
    assert guessed(["Session ID", "title", "Title", "colour", "isImported", "fingerprint"]) == {
        "Session ID": "id",
        "title": "title",
        "Title": "",
        "colour": "",
        "isImported": "",
        "fingerprint": "fingerprint",
    }


@pytest.mark.parametrize(
    ("mapped", "beginning"),
    [
        ({"a": "title"}, "Choose the column with the numbers"),
        ({"a": "id", "b": "title", "c": "title"}, "Two columns stand for “Title”"),
        ({"a": "id", "b": ""}, "No column stands for something"),
        ({"a": "id", "b": "title", "c": "", "d": ""}, ""),
    ],
)
def test_a_mapping_that_can_not_be_used_says_why(mapped: dict[str, str], beginning: str) -> None:
    told = problem_of(mapped)
    assert told.startswith(beginning)
    assert bool(told) == bool(beginning)


def test_a_column_that_is_not_used_changes_nothing() -> None:
    rows = table(("id", "title", "isFavorite"), ("1", "New", "true"))
    found = tried(rows, LIST, mapped={"id": "id", "title": "", "isFavorite": "is_favorite"})
    assert [change.patch for change in found.changes()] == [{"is_favorite": True}]


# --- fingerprints -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["", "t1.", "t1.AAAA", "t9." + "A" * 75, "t1.*", "t1.é", None, 7])
def test_what_is_no_fingerprint_is_none(text: object) -> None:
    assert fingerprint_in(text) is None


def test_with_a_broken_fingerprint_a_row_is_compared_with_the_list() -> None:
    file = exported([ONE], Form.CSV).replace(b"t1.", b"t9.")
    now = ONE.with_values({"title": "Now"})
    assert [change.patch for change in tried(file, [now]).changes()] == [{"title": "One"}]


def test_blanks_around_a_fingerprint_are_none_of_it() -> None:
    file = exported([ONE], Form.CSV).replace(b"t1.", b" t1.")
    assert tried(file, [ONE.with_values({"title": "Now"})]).counts == {Verdict.UNCHANGED: 1}


def test_a_row_whose_number_was_moved_to_another_session_is_refused() -> None:
    file = exported([ONE], Form.CSV).replace(b"\r\n1,", b"\r\n2,").replace(b"One", b"Edited")
    (found,) = tried(file, LIST).findings
    assert (found.verdict, found.column, found.problems) == (Verdict.INVALID, "id", (dry_run.ANOTHERS,))


@pytest.mark.parametrize("typed", [True, False])
def test_a_table_that_another_program_made_json_of_keeps_what_was_not_edited(typed: bool) -> None:
    session = ONE.with_values({"title": "=One", "ai_prompt": "a\r\nb"})
    (row,) = csv.DictReader(io.StringIO(exported([session], Form.CSV).decode(), newline=""))
    made: dict[str, object] = dict(row)
    if typed:
        made |= {"id": 1, "intervalMin": 4, "intervalMax": 9, "categoryId": 3, "isFavorite": False, "isPublic": None}
    made["captionTheme"] = "cbt"
    now = session.with_values({"title": "Theirs", "is_favorite": True})
    found = tried(json.dumps([made]).encode(), [now])
    assert [change.patch for change in found.changes()] == [{"caption_theme": "cbt"}]


def test_a_session_may_have_one_row_even_where_all_stand_on_one_line() -> None:
    rows = [{"id": 1, "title": "AAA"}, {"id": 1, "intervalMax": 59}]
    found = tried(json.dumps(rows).encode(), LIST)
    assert found.counts == {Verdict.CHANGE: 1, Verdict.INVALID: 1}


@pytest.mark.parametrize("text", ["5,000", "5.000", "1e3", "5 000"])
def test_a_number_that_may_be_thousands_is_none(text: str) -> None:
    assert [one[1] for one in verdicts(("id", "categoryId"), ("1", f'"{text}"'))] == [Verdict.INVALID]


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1e400", "true", "7.5"])
def test_what_other_programs_have_for_nothing_never_becomes_a_title(value: str) -> None:
    file = f'[{{"id":1,"title":{value},"aiPrompt":{value}}}]'.encode()
    assert tried(file, LIST).counts == {Verdict.INVALID: 1}
