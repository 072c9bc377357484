from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given

from joip_desktop.domain.changes import Change, change_to, diff, inverse, way_back
from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.rules import check_values
from joip_desktop.domain.session import UNKNOWN, WIRE_NAMES, FieldValue, Session, same
from tests.helpers import page, strategies
from tests.helpers.wording import assert_sentence

BASE = Session(id=1, title="A", subreddits=("joi",), interval_min=1, is_favorite=False, category_id=3)


def agree(one: Session, other: Session, names: object = FIELDS) -> bool:
    return all(same(one.value(name), other.value(name)) for name in FIELDS if name in names)  # type: ignore[operator]


def after(change: Change | None, session: Session) -> Session:
    return session if change is None else change.apply(session)


# --- change_to --------------------------------------------------------------------------------------------------------


@given(strategies.sessions(), strategies.odd_patches())
def test_a_change_holds_exactly_what_differs(session: Session, values: dict[str, FieldValue]) -> None:
    change = change_to(session, values)
    differing = {
        name: value for name, value in values.items() if value is not UNKNOWN and not same(value, session.value(name))
    }
    if change is None:
        assert not differing
    else:
        assert change.session_id == session.id
        assert change.patch == differing
        assert change.before == {name: session.value(name) for name in differing}


@given(strategies.sessions(), strategies.odd_patches())
def test_a_change_gives_the_session_the_values_once_and_for_all(
    session: Session, values: dict[str, FieldValue]
) -> None:
    changed = after(change_to(session, values), session)
    assert all(same(changed.value(name), value) for name, value in values.items() if value is not UNKNOWN)
    assert agree(changed, session, FIELDS.keys() - values.keys())
    assert change_to(changed, values) is None


@pytest.mark.parametrize(
    ("values", "body"),
    [
        ({"title": "B", "is_favorite": False}, {"title": "B"}),
        ({"subreddits": ("joi", "femdom")}, {"subreddits": "joi,femdom"}),
        ({"category_id": None}, {"categoryId": None}),
        ({"is_public": False}, {"isPublic": False}),
        ({"thumbnail": "", "interval_min": 1, "interval_max": 12}, {"thumbnail": "", "intervalMax": 12}),
    ],
)
def test_the_body_holds_only_what_changes(values: dict[str, FieldValue], body: dict[str, object]) -> None:
    change = change_to(BASE, values)
    assert change is not None
    assert change.body() == body


@pytest.mark.parametrize("values", [{}, {"title": "A"}, {"is_public": UNKNOWN}, {"title": UNKNOWN}])
def test_nothing_to_change_is_no_change(values: dict[str, FieldValue]) -> None:
    assert change_to(BASE, values) is None


@pytest.mark.parametrize(("name", "value"), [("interval_min", True), ("is_favorite", 0), ("category_id", 3.0)])
def test_values_that_python_calls_equal_are_different(name: str, value: FieldValue) -> None:
    assert change_to(BASE, {name: value}) is not None


def test_a_value_that_could_not_be_read_differs_from_every_other() -> None:
    session = Session(id=1, extra={"isFavorite": 1, "views": 9})
    change = change_to(session, {"is_favorite": True})
    assert change == Change(session_id=1, patch={"is_favorite": True}, before={"is_favorite": UNKNOWN})
    assert change.apply(session) == Session(id=1, is_favorite=True, extra={"views": 9})


def test_a_change_is_frozen() -> None:
    change = Change(session_id=1, patch={"title": "B"}, before={"title": "A"})
    with pytest.raises(dataclasses.FrozenInstanceError):
        change.session_id = 2  # type: ignore[misc]


# --- diff -------------------------------------------------------------------------------------------------------------


@given(strategies.sessions())
def test_a_session_does_not_differ_from_itself(session: Session) -> None:
    assert diff(session, session) is None
    assert diff(session, Session(id=session.id)) is None


@given(strategies.sessions(), strategies.sessions())
def test_a_difference_makes_the_one_show_what_the_other_knows(before: Session, other: Session) -> None:
    change = diff(before, other)
    told = {name for name in FIELDS if other.value(name) is not UNKNOWN}
    changed = after(change, before)
    assert agree(changed, other, told)
    assert agree(changed, before, FIELDS.keys() - told)
    assert diff(changed, other) is None


@given(strategies.sessions(), strategies.sessions())
def test_a_difference_is_of_editable_fields_under_the_names_of_the_page(before: Session, other: Session) -> None:
    change = diff(before, other)
    if change is not None:
        assert change.patch.keys() == change.before.keys()
        assert change.body().keys() == {page.WIRE[name] for name in change.patch}


@given(strategies.sessions(), strategies.sessions())
def test_a_difference_can_be_asked_of_some_fields(before: Session, other: Session) -> None:
    change = diff(before, other, fields=["title", "is_favorite"])
    whole = diff(before, other)
    wanted = (
        {} if whole is None else {name: whole.patch[name] for name in ("title", "is_favorite") if name in whole.patch}
    )
    assert ({} if change is None else change.patch) == wanted


def test_a_difference_does_not_see_what_nobody_can_edit() -> None:
    assert diff(BASE, BASE.with_values({"updated_at": "2025-03-02T12:30:00Z", "is_imported": True})) is None


def test_different_sessions_are_not_compared() -> None:
    with pytest.raises(ValueError, match="sessions 1 and 2"):
        diff(Session(id=1), Session(id=2))


# --- inverse ----------------------------------------------------------------------------------------------------------


@given(strategies.sessions(), strategies.sessions())
def test_the_inverse_brings_back_every_value_that_was_known(before: Session, other: Session) -> None:
    change = diff(before, other)
    changed = after(change, before)
    back = after(None if change is None else inverse(change), changed)
    for name in WIRE_NAMES:
        known = before.value(name) is not UNKNOWN
        assert same(back.value(name), before.value(name) if known else changed.value(name))


@given(strategies.sessions(), strategies.sessions())
def test_the_inverse_holds_for_a_session_that_got_there_by_itself(before: Session, other: Session) -> None:
    change = diff(before, other)
    back = after(None if change is None else inverse(change), other)
    both_told = {name for name in FIELDS if UNKNOWN not in (before.value(name), other.value(name))}
    assert agree(back, before, both_told)


@given(strategies.sessions(), strategies.odd_patches())
def test_the_inverse_of_the_inverse_does_the_same_to_what_was_known(
    session: Session, values: dict[str, FieldValue]
) -> None:
    change = change_to(session, values)
    back = None if change is None else inverse(change)
    if change is not None and back is not None:
        again = inverse(back)
        assert again is not None
        assert again.patch == {name: value for name, value in change.patch.items() if name in back.patch}
        assert again.before == back.patch
    elif change is not None:
        assert set(change.before.values()) == {UNKNOWN}


def test_the_way_back_to_an_odd_value_can_be_said() -> None:
    change = change_to(Session(id=1, transition="wipe", interval_max=None), {"transition": "fade", "interval_max": 9})
    assert change is not None
    back = inverse(change)
    assert back is not None
    assert back.body() == {"transition": "wipe", "intervalMax": None}


def test_nobody_knows_the_way_back_to_unknown() -> None:
    assert inverse(Change(session_id=1, patch={"title": "A"}, before={"title": UNKNOWN})) is None


# --- the way back -----------------------------------------------------------------------------------------------------


@given(strategies.sessions(), strategies.patches())
def test_the_way_back_brings_back_all_that_can_be_sent_and_says_what_it_does_not(
    session: Session, values: dict[str, FieldValue]
) -> None:
    change = change_to(session, values)
    if change is None:
        return
    back, losses = way_back(change)
    told = {loss.field for loss in losses}
    sent = {} if back is None else dict(back.patch)
    for name, former in change.before.items():
        if name in sent:
            assert same(sent[name], former)
        else:
            assert name in told, "what stays is said"
    if back is not None:
        assert not check_values(back.patch)
        assert back.before == {name: change.patch[name] for name in sent}, "it starts from what the change made"
    for loss in losses:
        assert_sentence(loss.sentence)


@pytest.mark.parametrize(
    ("field", "before", "after", "told", "sent"),
    [
        ("title", "A", "B", "", True),
        ("title", UNKNOWN, "B", "what it was before is not known", False),
        ("title", None, "B", "the server would not take what it was before", False),
        ("interval_max", 90, 60, "the server would not take what it was before", False),
        ("transition", "dissolve", "fade", "the server would not take what it was before", False),
        ("category_id", None, 3, "", True),
        ("thumbnail", "https://i.redd.it/a.jpg", "", "", True),
        ("thumbnail", "", "https://i.redd.it/a.jpg", "the server generates a new one", True),
        ("share_to_community", True, False, "the deleted one does not come back", True),
        ("share_to_community", False, True, "", True),
    ],
)
def test_what_does_not_come_back_as_it_was(
    field: str, before: FieldValue, after: FieldValue, told: str, sent: bool
) -> None:
    back, losses = way_back(Change(session_id=1, patch={field: after}, before={field: before}))
    assert (back is not None) == sent
    assert [loss.field for loss in losses] == [field] * bool(told)
    assert all(told in loss.sentence for loss in losses)
