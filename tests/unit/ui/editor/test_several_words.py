from __future__ import annotations

from dataclasses import replace

import pytest

from joip_desktop.domain.fields import FIELDS, FieldKind
from joip_desktop.domain.session import UNKNOWN, FieldValue, Session
from joip_desktop.engine.several import Several, SeveralDraft
from joip_desktop.engine.slices import at_once
from joip_desktop.ui.editor.several_words import (
    Offer,
    RowState,
    change_offer,
    more_text,
    not_counted,
    row_states,
    star_offers,
    stars_text,
    value_lines,
)


def counted(*sessions: Session) -> tuple[Several, SeveralDraft]:
    by_id = {session.id: session for session in sessions}
    several = Several(by_id.get, tuple(by_id))
    at_once(several.counting())
    return several, SeveralDraft(several)


def having(field: str, *values: FieldValue, imported: int = 0) -> tuple[Several, SeveralDraft]:
    """Sessions with these values in a field; the last so many are imported."""
    sessions = [Session(id=number).with_values({field: value}) for number, value in enumerate(values, start=1)]
    first_imported = len(values) - imported + 1
    return counted(*(one.with_values({"is_imported": one.id >= first_imported}) for one in sessions))


def state(field: str, several: Several, draft: SeveralDraft) -> RowState:
    return dict(row_states(several, draft))[field]


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ("aaa", RowState(value="a")),
        ("aab", RowState(missing="mixed", different=2)),
        ("a??", RowState(missing="mixed", different=2, notes=("2 of 3 are not known.",))),
        ("ab?", RowState(missing="mixed", different=3, notes=("1 of 3 is not known.",))),
        ("???", RowState(missing="unknown")),
    ],
)
def test_what_a_row_shows_of_sessions(field: str, values: str, expected: RowState) -> None:
    known: dict[str, FieldValue] = {"a": "a", "b": "b", "?": UNKNOWN}
    several, draft = having(field, *(known[one] for one in values))
    assert state(field, several, draft) == expected


LOCKABLE = [name for name, spec in FIELDS.items() if spec.locked_when_imported]


@pytest.mark.parametrize("field", LOCKABLE)
@pytest.mark.parametrize(
    ("imported", "locked", "said"),
    [
        (0, False, []),
        (1, False, ["1 imported session keeps its {}."]),
        (2, False, ["2 imported sessions keep their {}."]),
        (3, True, ["Imported sessions keep their {}."]),
    ],
)
def test_locked_ones_are_counted(field: str, imported: int, locked: bool, said: list[str]) -> None:
    several, draft = having(field, "a", "b", "c", imported=imported)
    found = state(field, several, draft)
    assert found.locked is locked
    assert list(found.notes) == [one.format(FIELDS[field].label.lower()) for one in said]


@pytest.mark.parametrize("field", [name for name in FIELDS if name not in LOCKABLE])
def test_what_imported_sessions_let_change_is_not_locked(field: str) -> None:
    found = state(field, *having(field, "a", "b", imported=2))
    assert (found.locked, found.notes) == (False, ())


def test_who_is_left_out_is_said_once() -> None:
    several, draft = having("caption_theme", "joi", "beta", "beta", imported=1)
    draft.set("caption_theme", "cbt")
    assert state("caption_theme", several, draft).notes == (
        "1 session is skipped: Imported sessions keep their caption theme.",
    )
    draft.set("caption_theme", "beta")  # as the imported one has it
    assert state("caption_theme", several, draft).notes == ("1 imported session keeps its caption theme.",)


def test_an_edit_takes_the_place_of_what_they_have() -> None:
    several, draft = having("title", "A", "B")
    draft.set("title", "")
    found = state("title", several, draft)
    assert found == RowState(
        value="", different=2, takes_part=True, entered=True, problem="A title needs at least one character."
    )
    draft.set_takes_part("title", False)
    assert state("title", several, draft) == RowState(value="", different=2, entered=True)


def test_a_number_that_was_taken_away_is_not_said_to_be_mixed() -> None:
    several, draft = having("interval_min", 3, 4)
    draft.set("interval_min", UNKNOWN)
    found = state("interval_min", several, draft)
    assert (found.value, found.missing, found.problem) == (UNKNOWN, "", "1 to 60 seconds.")


@pytest.mark.parametrize("field", FIELDS)
def test_a_flag_that_none_has_says_so_as_it_looks_like_a_mixed_one(field: str) -> None:
    several, draft = having(field, None, None)
    is_flag = FIELDS[field].kind is FieldKind.FLAG
    assert state(field, several, draft) == RowState(value=None, missing="No value." if is_flag else "")
    draft.set(field, True)
    assert state(field, several, draft).missing == ""


@pytest.mark.parametrize(
    ("own", "said"),
    [
        (0, []),
        (1, ["1 of them has an unsaved edit of this field, which stays."]),
        (3, ["3 of them have unsaved edits of this field, which stay."]),
    ],
)
def test_own_edits_of_some_of_them_are_said_to_stay(own: int, said: list[str]) -> None:
    several, draft = having("title", "A", "A", UNKNOWN)
    found = dict(row_states(several, draft, {"title": own}))
    assert list(found["title"].notes) == ["1 of 3 is not known.", *said]
    assert found["ai_prompt"].notes == ()


def test_nothing_can_be_entered_before_they_are_counted() -> None:
    assert not_counted() == RowState(missing="Counting…", locked=True)


def test_values_come_with_their_numbers_and_those_that_may_be_can_be_chosen() -> None:
    several, _ = having("title", "A", "B", "B", "", UNKNOWN, None, "x" * 99)
    lines = value_lines("title", at_once(several.ranking("title")))
    assert (lines[0].text, lines[0].value, lines[0].can_be_chosen) == ("“B”: 2 sessions", "B", True)
    chosen = {line.text: line.can_be_chosen for line in lines}
    assert chosen == {
        "“B”: 2 sessions": True,
        "“A”: 1 session": True,
        "empty: 1 session": False,
        "unknown: 1 session": False,
        "no value: 1 session": False,
        f"“{'x' * 58}…: 1 session": True,
    }


@pytest.mark.parametrize(("more", "text"), [(1, "and 1 more value"), (3000, "and 3,000 more values")])
def test_the_rest_is_counted(more: int, text: str) -> None:
    assert more_text(more) == text


@pytest.mark.parametrize(
    ("stars", "text", "give", "take"),
    [
        (
            [True, True],
            "All of them are favourites.",
            Offer("All are favourites", 0),
            Offer("Unfavourite 2 sessions", 2),
        ),
        (
            [False, False],
            "None of them is a favourite.",
            Offer("Favourite 2 sessions", 2),
            Offer("None is a favourite", 0),
        ),
        (
            [True, None, UNKNOWN],
            "1 of them is a favourite. Of 2 it is not known.",
            Offer("Favourite 2 sessions", 2),
            Offer("Unfavourite 3 sessions", 3),
        ),
    ],
)
def test_stars(stars: list[FieldValue], text: str, give: Offer, take: Offer) -> None:
    several, _ = having("is_favorite", *stars)
    assert stars_text(several) == text
    assert star_offers(several) == (give, take)


@pytest.mark.parametrize(
    ("edits", "offer"),
    [
        ({}, Offer("Change 4 sessions…", 0)),
        ({"title": ""}, Offer("Change 4 sessions…", 0)),
        ({"title": "A"}, Offer("Change 3 sessions…", 3)),
        ({"transition": "fade"}, Offer("Nothing would change", 0)),
        ({"caption_theme": "joi"}, Offer("Change 1 session…", 1)),
        ({"title": "A", "caption_theme": "joi"}, Offer("Change at least 1 session…", 1)),
        ({"interval_max": 5, "caption_theme": "joi"}, Offer("Change sessions…", 1)),
    ],
)
def test_the_button_says_how_many_would_change(edits: dict[str, FieldValue], offer: Offer) -> None:
    free, imported = (
        Session(id=0, title="A", caption_theme="beta", transition="fade", interval_max=9, is_imported=imported)
        for imported in (False, True)
    )
    several, draft = counted(
        replace(free, id=1, interval_min=6),
        replace(free, id=2, title="B", caption_theme="joi", interval_min=6),
        replace(imported, id=3, title="C", interval_min=1),
        replace(imported, id=4, title="D", interval_min=6),
    )
    for field, value in edits.items():
        draft.set(field, value)
    assert change_offer(several, draft) == offer
