from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.errors import UnexpectedShapeError
from joip_desktop.domain.session import (
    UNKNOWN,
    WIRE_NAMES,
    FieldValue,
    Session,
    from_wire,
    merge,
    same,
    to_wire,
    wire_name,
)
from tests.helpers import page, strategies

LISTED = {"id": 1, "title": "Listed", "aiPrompt": "Slow", "importSource": "reddit", "isPublic": True}
PATCHED = {"id": 1, "title": "Patched", "shareToCommunity": True, "updatedAt": "2025-03-02T12:30:00Z"}


def nested(depth: int) -> list[object]:
    value: list[object] = []
    for _ in range(depth):
        value = [value]
    return value


# --- the model --------------------------------------------------------------------------------------------------------


def test_a_session_is_slotted_and_frozen() -> None:
    session = Session(id=1)
    assert not hasattr(session, "__dict__")
    with pytest.raises(dataclasses.FrozenInstanceError):
        session.title = "Other"  # type: ignore[misc]


@given(strategies.odd_rows())
def test_sessions_read_from_equal_rows_are_equal_and_hash_alike(row: dict[str, object]) -> None:
    one, other = from_wire(row), from_wire(dict(row))
    assert one == other
    assert len({one, other}) == 1


def test_a_session_of_which_only_the_id_is_known_holds_nothing_else() -> None:
    assert all(Session(id=1).value(name) is UNKNOWN for name in WIRE_NAMES)


def test_unknown_is_neither_null_nor_false_and_says_its_name() -> None:
    values: set[FieldValue] = {UNKNOWN, None, False}
    assert len(values) == 3
    assert repr(UNKNOWN) == "UNKNOWN"


@pytest.mark.parametrize(("name", "wire"), page.WIRE.items())
def test_wire_names_are_those_of_the_page(name: str, wire: str) -> None:
    assert wire_name(name) == wire


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (1, True, False),
        (0, False, False),
        (None, False, False),
        (UNKNOWN, None, False),
        ("4", 4, False),
        ((), None, False),
        (1, 1, True),
        (("a", "b"), ("a", "b"), True),
        (("a", "b"), ("b", "a"), False),
        (UNKNOWN, UNKNOWN, True),
    ],
)
def test_same_tells_values_apart_that_python_calls_equal(one: FieldValue, other: FieldValue, *, expected: bool) -> None:
    assert same(one, other) is expected
    assert same(other, one) is expected


@given(strategies.sessions(), strategies.patches())
def test_with_values_replaces_exactly_the_named_fields(session: Session, values: dict[str, FieldValue]) -> None:
    changed = session.with_values(values)
    assert {name: changed.value(name) for name in values} == values
    assert all(changed.value(name) == session.value(name) for name in WIRE_NAMES if name not in values)
    replaced = {page.WIRE[name] for name in values}
    assert dict(changed.extra) == {key: kept for key, kept in session.extra.items() if key not in replaced}


# --- reading and writing rows -----------------------------------------------------------------------------------------


def test_the_example_of_the_page_is_read_in_full() -> None:
    session = from_wire(dict(page.ANSWER))
    assert (session.id, session.title, session.user_id) == (123, "Updated Session Title", "user_abc123")
    assert session.subreddits == ("joi", "femdom")
    assert (session.category_id, session.interval_min, session.interval_max) == (1, 4, 12)
    assert (session.transition, session.caption_theme) == ("fade", "joi")
    assert session.thumbnail == "https://i.redd.it/thumb.jpg"
    assert (session.is_public, session.share_to_community, session.is_favorite) == (False, False, True)
    assert (session.is_manual_mode, session.is_imported) == (False, False)
    assert (session.created_at, session.updated_at) == ("2025-03-02T10:00:00Z", "2025-03-02T12:30:00Z")
    assert session.ai_prompt is UNKNOWN
    assert session.import_source is UNKNOWN
    assert not session.extra


@given(strategies.odd_rows())
def test_a_row_survives_reading_and_writing_untouched(row: dict[str, object]) -> None:
    before = json.dumps(row, sort_keys=True)
    assert json.dumps(to_wire(from_wire(row)), sort_keys=True) == before
    assert json.dumps(row, sort_keys=True) == before


@given(strategies.odd_rows())
def test_a_field_is_unknown_null_or_of_its_type(row: dict[str, object]) -> None:
    session = from_wire(row)
    for name, wire in WIRE_NAMES.items():
        value = session.value(name)
        if wire not in row:
            assert value is UNKNOWN
        elif row[wire] is None:
            assert value is None
        elif value is UNKNOWN:
            assert session.extra[wire] is row[wire]
        else:
            told = row[wire]
            assert value == (tuple(told) if isinstance(told, list) else told)
            assert isinstance(value, tuple) or type(value) is type(told)


@given(strategies.rows())
def test_a_row_as_documented_leaves_nothing_over(row: dict[str, object]) -> None:
    assert not from_wire(row).extra


@pytest.mark.parametrize(
    ("wire", "value"),
    [
        ("transition", "wipe"),
        ("captionTheme", "a theme of tomorrow"),
        ("title", ""),
        ("title", "half \ud83d of a pair"),
        ("intervalMin", 0),
        ("intervalMin", -(10**400)),
        ("intervalMax", 10**400),
        ("subreddits", ["", "r/odd one", "odd,two"]),
        ("thumbnail", "/relative.png"),
        ("updatedAt", "yesterday"),
    ],
)
def test_an_odd_value_of_the_right_type_is_read_as_it_is(wire: str, value: object) -> None:
    session = from_wire({"id": 1, wire: value})
    assert not session.extra
    assert to_wire(session) == {"id": 1, wire: value}


@pytest.mark.parametrize(
    ("wire", "value"),
    [
        ("title", 5),
        ("intervalMin", True),
        ("intervalMin", "4"),
        ("intervalMin", 4.0),
        ("categoryId", False),
        ("isFavorite", 1),
        ("isFavorite", "true"),
        ("subreddits", "joi,femdom"),
        ("subreddits", ["joi", 5]),
        ("subreddits", {"0": "joi"}),
        ("transition", ["fade"]),
    ],
)
def test_a_value_of_a_wrong_type_is_unknown_and_kept(wire: str, value: object) -> None:
    session = from_wire({"id": 1, wire: value})
    (name,) = (name for name, known in WIRE_NAMES.items() if known == wire)
    assert session.value(name) is UNKNOWN
    assert session.extra == {wire: value}
    assert type(session.extra[wire]) is type(value)


def test_names_of_python_attributes_in_a_row_are_just_extra_fields() -> None:
    row = {"id": 1, "is_public": True, "extra": {"id": 2}, "value": None, "with_values": 3}
    session = from_wire(row)
    assert session.is_public is UNKNOWN
    assert to_wire(session) == row


def test_deeply_nested_extra_values_are_carried_along() -> None:
    deep = nested(100_000)
    session = merge(Session(id=1), from_wire({"id": 1, "tree": deep, "title": deep}))
    assert session.title is UNKNOWN
    assert to_wire(session)["tree"] is deep
    hash(session)


@given(strategies.json_values | st.dictionaries(st.just("id") | strategies.any_text, strategies.json_values))
def test_any_json_is_a_session_or_an_unexpected_shape(value: object) -> None:
    readable = isinstance(value, dict) and type(value.get("id")) is int
    try:
        session = from_wire(value)
    except UnexpectedShapeError:
        assert not readable
    else:
        assert readable
        assert to_wire(session) == value


@pytest.mark.parametrize(
    "value", [None, [], "session", 5, {}, {"id": None}, {"id": "1"}, {"id": True}, {"id": 1.0}, {"session": {"id": 1}}]
)
def test_what_is_no_session_is_refused(value: object) -> None:
    with pytest.raises(UnexpectedShapeError):
        from_wire(value)


# --- merging ----------------------------------------------------------------------------------------------------------


def test_the_three_shapes_of_an_answer_add_up() -> None:
    merged = merge(from_wire(LISTED), from_wire(PATCHED))
    assert merged == from_wire({**LISTED, **PATCHED})
    assert merged.ai_prompt == "Slow"
    assert merged.import_source == "reddit"
    assert merged.share_to_community is True
    assert merge(merged, from_wire(LISTED)).share_to_community is True


@given(strategies.odd_rows(), strategies.odd_rows())
def test_merging_is_laying_the_newer_row_over_the_known_one(
    known: Mapping[str, object], newer: dict[str, object]
) -> None:
    merged = merge(from_wire(dict(known)), from_wire(newer))
    assert to_wire(merged) == {**known, **newer}
    assert merged == from_wire({**known, **newer})


@given(strategies.sessions(), strategies.odd_rows())
def test_merging_leaves_alone_what_the_newer_row_leaves_out(known: Session, row: dict[str, object]) -> None:
    merged = merge(known, from_wire(row))
    for name, wire in WIRE_NAMES.items():
        if wire not in row:
            assert same(merged.value(name), known.value(name))
    assert all(merged.extra[key] is kept for key, kept in known.extra.items() if key not in row)


@given(strategies.sessions(), strategies.rows())
def test_merging_rows_as_documented_makes_no_known_value_unknown(known: Session, row: dict[str, object]) -> None:
    merged = merge(known, from_wire(row))
    assert all(merged.value(name) is not UNKNOWN for name in WIRE_NAMES if known.value(name) is not UNKNOWN)


@given(strategies.sessions(), strategies.sessions())
def test_merging_twice_is_merging_once(known: Session, newer: Session) -> None:
    once = merge(known, newer)
    assert merge(once, newer) == once
    assert merge(known, known) == known
    assert merge(Session(id=known.id), known) == known
    assert merge(known, Session(id=known.id)) == known


@given(strategies.sessions(), strategies.sessions(), strategies.sessions())
def test_answers_may_be_gathered_before_they_are_merged(one: Session, two: Session, three: Session) -> None:
    assert merge(merge(one, two), three) == merge(one, merge(two, three))


@pytest.mark.parametrize("odd", [1, "true", [], 0])
def test_a_value_that_cannot_be_read_takes_the_place_of_the_former_one(odd: object) -> None:
    merged = merge(Session(id=1, is_favorite=False), from_wire({"id": 1, "isFavorite": odd}))
    assert merged.is_favorite is UNKNOWN
    assert to_wire(merged) == {"id": 1, "isFavorite": odd}
    assert merge(merged, Session(id=1, is_favorite=True)) == Session(id=1, is_favorite=True)


def test_null_is_told_and_so_takes_the_place_of_the_former_value() -> None:
    assert merge(Session(id=1, title="A"), from_wire({"id": 1, "title": None})).title is None


def test_different_sessions_are_not_merged() -> None:
    with pytest.raises(ValueError, match="sessions 1 and 2"):
        merge(Session(id=1), Session(id=2))
