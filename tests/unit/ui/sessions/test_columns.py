from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.session import UNKNOWN, FieldValue, Session, from_wire
from joip_desktop.ui.sessions.columns import COLUMNS, STAR, TITLE, UPDATED, Column
from tests.helpers import strategies

BY_NAME = {column.name: column for column in COLUMNS}


def test_the_named_positions_are_those_of_their_columns() -> None:
    assert [COLUMNS[position].name for position in (STAR, TITLE, UPDATED)] == ["star", "title", "updated"]
    assert len(BY_NAME) == len(COLUMNS)


@pytest.mark.parametrize("column", COLUMNS, ids=[column.name for column in COLUMNS])
def test_every_column_has_a_name_for_people(column: Column) -> None:
    assert column.title or column.help
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
    ],
)
def test_flags_in_words(column: str, value: FieldValue, words: str) -> None:
    session = Session(id=1).with_values({BY_NAME[column].fields[0]: value})
    assert BY_NAME[column].said(session) == words


def test_a_text_is_its_own_words() -> None:
    assert BY_NAME["title"].said(Session(id=1, title="A")) == "A"


@given(st.lists(strategies.sessions(), max_size=6))
def test_any_sessions_can_be_sorted_by_any_column_and_shown(sessions: list[Session]) -> None:
    for column in COLUMNS:
        assert len(sorted(sessions, key=column.key)) == len(sessions)
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
        ("updated", [{}, {"updatedAt": "2025-03-02T12:00:00+05:00"}, {"updatedAt": "2025-03-02T08:00:00Z"}]),
        ("category", [{}, {"categoryId": 2}, {"categoryId": 10}, {"categoryId": 10**30}]),
        ("transition", [{"transition": "fade"}, {"transition": "flip"}, {"transition": "Wipe"}]),
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
