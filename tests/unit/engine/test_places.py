from __future__ import annotations

import pytest

from joip_desktop.domain.query import NO_MARKS, parse
from joip_desktop.domain.session import Session
from joip_desktop.engine.places import FIXED, KINDS, STATES, Place

SESSION = Session(
    id=1,
    title="A",
    category_id=None,
    is_favorite=True,
    is_public=True,
    share_to_community=True,
    is_imported=True,
    is_manual_mode=True,
)


class AllMarks:
    def has(self, session_id: int, mark: str) -> bool:
        del session_id, mark
        return True


@pytest.mark.parametrize("place", [*FIXED, Place.category(0), Place.category(12345), Place.saved("calm -is:public")])
def test_every_place_is_a_search_that_is_understood(place: Place) -> None:
    query = parse(place.search)
    assert query.faults == ()
    assert query.is_empty == (place is Place.ALL)


@pytest.mark.parametrize("place", FIXED)
def test_the_fixed_places_find_what_they_are_for(place: Place) -> None:
    finder = parse(place.search).finder(marks=AllMarks())
    assert finder.matches(SESSION)
    if place is not Place.ALL:
        nothing = Session(id=2, title="A", category_id=5)
        assert not parse(place.search).finder(marks=NO_MARKS).matches(nothing)


def test_a_category_holds_the_sessions_with_its_number() -> None:
    finder = parse(Place.category(3).search).finder()
    found = [number for number in (None, 0, 3, 30) if finder.matches(Session(id=1, category_id=number))]
    assert found == [3]


def test_places_are_told_from_each_other_by_their_keys() -> None:
    places = [*FIXED, Place.category(1), Place.category(2), Place.saved("a"), Place.saved("is:public")]
    assert len({place.key for place in places}) == len(places)
    assert Place.category(1) == Place.category(1)
    assert [place for place in places if place.is_saved] == places[-2:]


def test_a_group_with_unsaved_edits_is_a_place_of_its_own() -> None:
    places = [Place.unsaved_group(1), Place.unsaved_group(12), Place.UNSAVED]
    assert len({place.key for place in places}) == len({place.search for place in places}) == 3
    assert [place.group for place in places] == [1, 12, None]
    assert all(parse(place.search).faults == () for place in places)
    assert not places[0].is_saved


def test_the_fixed_places_are_kinds_then_no_category_then_states() -> None:
    assert (*KINDS, Place.NO_CATEGORY, *STATES) == FIXED
    assert len(set(FIXED)) == len(FIXED) == 11
