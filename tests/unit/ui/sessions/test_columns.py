from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.session import UNKNOWN, FieldValue, Session, from_wire
from joip_desktop.ui.sessions.columns import COLUMNS, STAR, THUMBNAIL, TITLE, UPDATED, Column, copied_columns
from joip_desktop.ui.theme import ROWS
from tests.helpers import strategies

BY_NAME = {column.name: column for column in COLUMNS}


def test_the_named_positions_are_those_of_their_columns() -> None:
    named = [COLUMNS[position].name for position in (STAR, THUMBNAIL, TITLE, UPDATED)]
    assert named == ["star", "thumbnail", "title", "updated"]
    assert len(BY_NAME) == len(COLUMNS)


def test_what_is_shown_at_first_fits_a_usual_window() -> None:
    assert {column.name for column in COLUMNS if column.fixed} == {"star", "title"}
    assert all(column.visible for column in COLUMNS if column.fixed)
    room = 706  # of 720, without the scroll bar
    shown = sum(column.width for column in COLUMNS if column.visible)
    for size in ROWS.values():
        assert shown - COLUMNS[THUMBNAIL].width + size.picture_column <= room


def test_only_fields_of_the_column_are_edited_in_it() -> None:
    for column in COLUMNS:
        assert set(column.edits) <= set(column.fields) & set(FIELDS)
    assert {column.name for column in COLUMNS if column.edits} == {
        "title",
        "interval",
        "theme",
        "transition",
        "category",
    }


@pytest.mark.parametrize("column", COLUMNS, ids=[column.name for column in COLUMNS])
def test_every_column_has_a_name_for_people(column: Column) -> None:
    assert column.label
    assert column.width > 0


@pytest.mark.parametrize(
    ("column", "row", "text"),
    [
        ("star", {"isFavorite": True}, ""),
        ("title", {"title": "A walk"}, "A walk"),
        ("title", {"title": "a\nb\x00"}, "a b\ufffd"),
        ("title", {"title": None}, ""),
        ("title", {}, "unknown"),
        ("subreddits", {"subreddits": ["earth", "space"]}, "earth, space"),
        ("subreddits", {"subreddits": []}, ""),
        ("subreddits", {"subreddits": None}, ""),
        ("subreddits", {"subreddits": "earth"}, "unknown"),
        ("interval", {"intervalMin": 1, "intervalMax": 12}, "1–12 s"),
        ("interval", {"intervalMin": 4, "intervalMax": 4}, "4 s"),
        ("interval", {"intervalMin": 90, "intervalMax": 2}, "90–2 s"),
        ("interval", {}, "unknown"),
        ("interval", {"intervalMin": None, "intervalMax": None}, "none"),
        ("interval", {"intervalMin": 4}, "4 s – unknown"),
        ("interval", {"intervalMin": None, "intervalMax": 4}, "none – 4 s"),
        ("updated", {"updatedAt": "soon"}, "soon"),
        ("updated", {}, ""),
        ("category", {"categoryId": None}, "Default"),
        ("category", {"categoryId": 12}, "12"),
        ("category", {}, "unknown"),
        ("transition", {"transition": "fade"}, "Fade"),
        ("transition", {"transition": "wipe"}, "wipe"),
        ("transition", {"transition": None}, ""),
        ("theme", {"captionTheme": "cbt"}, "Pain / CBT"),
        ("theme", {}, "unknown"),
        ("is_public", {"isPublic": True}, "Yes"),
        ("is_public", {"isPublic": False}, ""),
        ("is_public", {"isPublic": None}, ""),
        ("is_public", {}, "?"),
        ("share_to_community", {"shareToCommunity": True}, "Yes"),
        ("thumbnail", {"thumbnail": "https://i.redd.it/x.jpg"}, ""),
    ],
)
def test_texts(column: str, row: dict[str, object], text: str) -> None:
    assert BY_NAME[column].text(from_wire({"id": 1, **row})) == text


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        ("star", True, "Favourite"),
        ("star", False, "Not a favourite"),
        ("star", None, "Not known"),
        ("star", UNKNOWN, "Not known"),
        ("is_public", True, "Yes"),
        ("is_public", False, "No"),
        ("is_public", UNKNOWN, "Not known"),
        ("thumbnail", "https://i.redd.it/x.jpg", "Has a picture"),
        ("thumbnail", "", "No picture"),
        ("thumbnail", None, "No picture"),
        ("thumbnail", UNKNOWN, "Not known"),
    ],
)
def test_hints_in_words(column: str, value: FieldValue, words: str) -> None:
    session = Session(id=1).with_values({BY_NAME[column].fields[0]: value})
    assert BY_NAME[column].said(session) == words


def test_a_text_is_its_own_words() -> None:
    assert BY_NAME["title"].said(Session(id=1, title="A")) == "A"


def test_a_copy_has_words_where_the_table_has_pictures() -> None:
    session = Session(id=1, is_favorite=True, thumbnail="https://i.redd.it/x.jpg", title="A", is_public=False)
    copied = {name: text(session) for name, text in copied_columns(COLUMNS)}
    assert copied["Favourite"] == "Yes"
    assert copied["Picture"] == "https://i.redd.it/x.jpg"
    assert copied["Title"] == "A"
    assert copied["Public"] == "No"
    assert len(copied) == len(COLUMNS) + 1, "an interval is two numbers"
    assert dict(copied_columns(COLUMNS))["Picture"](Session(id=1)) == ""


def test_a_copied_interval_is_two_numbers_that_a_spreadsheet_can_calculate_with() -> None:
    interval = dict(copied_columns([BY_NAME["interval"]]))
    texts = {name: [text(one) for one in (SOME, Session(id=2))] for name, text in interval.items()}
    assert texts == {"Shortest interval (s)": ["4", ""], "Longest interval (s)": ["", ""]}


SOME = Session(id=1, interval_min=4, interval_max=None)


@given(st.lists(strategies.sessions(), max_size=6))
def test_any_sessions_can_be_sorted_by_any_column_and_shown(sessions: list[Session]) -> None:
    for column in COLUMNS:
        keys = column.keys(sessions)
        assert keys == [column.key(session) for session in sessions]
        assert len({type(key) for key in keys}) <= 1, "what is of one type compares fast"
        sorted(keys)
        for session in sessions:
            column.text(session).encode()
            column.said(session).encode()
            assert not set(column.text(session)) & set("\r\n\t\x00")


@pytest.mark.parametrize(
    ("column", "ascending"),
    [
        ("star", [{}, {"isFavorite": False}, {"isFavorite": True}]),
        ("title", [{}, {"title": "a"}, {"title": "B"}, {"title": "c"}]),
        ("interval", [{}, {"intervalMin": 1, "intervalMax": 9}, {"intervalMin": 2, "intervalMax": 3}]),
        ("interval", [{}, {"intervalMin": 9, "intervalMax": 10**30}, {"intervalMin": 10, "intervalMax": -5}]),
        ("interval", [{"intervalMin": -9, "intervalMax": 3}, {"intervalMin": 0, "intervalMax": 1}]),
        ("updated", [{}, {"updatedAt": "2025-03-02T12:00:00+05:00"}, {"updatedAt": "2025-03-02T08:00:00Z"}]),
        (
            "updated",
            [
                {"updatedAt": "soon, but not before noon"},
                {"updatedAt": "0001-01-01T00:00:00+14:00"},
                {"updatedAt": "2025-03-02T07:00:00.000Z"},
                {"updatedAt": "20250302T073000.1234560Z"},
                {"updatedAt": "2025-03-02 07:59:59.999Z"},
                {"updatedAt": "2025-03-02T08:00:00.000Z"},
                {"updatedAt": "2025-03-02T08:00:00.123456+00:00"},
                {"updatedAt": "2025-03-02T08:00:00.124Z"},
                {"updatedAt": "9999-12-31T23:59:59-14:00"},
            ],
        ),
        ("category", [{}, {"categoryId": None}, {"categoryId": 2}, {"categoryId": 10}, {"categoryId": 10**30}]),
        ("subreddits", [{}, {"subreddits": ["Cats"]}, {"subreddits": ["cats", "dogs"]}, {"subreddits": ["dogs"]}]),
        ("thumbnail", [{"thumbnail": ""}, {"thumbnail": "https://i.redd.it/x.jpg"}]),
        ("transition", [{}, {"transition": "fade"}, {"transition": "flip"}, {"transition": "Wipe"}]),
    ],
)
def test_order(column: str, ascending: list[dict[str, object]]) -> None:
    sessions = [from_wire({"id": 1, **row}) for row in ascending]
    key = BY_NAME[column].key
    backwards = sessions[::-1]
    sorted_back = sorted(backwards, key=key)
    if column == "star":  # what is not known stands between, not with those that are none
        assert [session.is_favorite for session in sorted_back] == [False, UNKNOWN, True]
    else:
        assert sorted_back == sessions
