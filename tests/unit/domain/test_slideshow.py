from __future__ import annotations

import math
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.session import UNKNOWN, FieldValue
from joip_desktop.domain.slideshow import (
    AT_REST,
    TURN_SECONDS,
    Frame,
    Movement,
    Pace,
    Placement,
    Schedule,
    frame_of,
    movement_of,
    pace_of,
)

MOVING = [movement for movement in Movement if movement is not Movement.NONE]


def test_each_transition_of_the_api_has_a_movement_of_its_own() -> None:
    known = {choice.value: movement_of(choice.value) for choice in FIELDS["transition"].choices}
    assert known == {
        "fade": Movement.FADE,
        "slide": Movement.SLIDE,
        "zoom": Movement.ZOOM,
        "flip": Movement.FLIP,
        "none": Movement.NONE,
    }


@pytest.mark.parametrize("odd", ["dissolve", "FADE", "", None, UNKNOWN, 3])
def test_anything_else_has_none(odd: FieldValue) -> None:
    assert movement_of(odd) is None


@pytest.mark.parametrize(("low", "high"), [(1, 60), (5, 5), (61, 90)])
def test_whole_seconds_in_order_are_a_pace(low: int, high: int) -> None:
    assert pace_of(low, high) == Pace(low, high)


@pytest.mark.parametrize(
    ("low", "high"), [(5, 4), (0, 9), (-1, 9), (None, 9), (1, None), (UNKNOWN, 9), (1, UNKNOWN), (True, 9), ("1", 9)]
)
def test_without_a_time_between_them_two_intervals_are_no_pace(low: FieldValue, high: FieldValue) -> None:
    assert pace_of(low, high) is None


def test_stays_are_drawn_evenly_from_the_whole_pace() -> None:
    random = Random(5)
    drawn = [Pace(2, 6).draw(random) for _ in range(4000)]
    assert min(drawn) >= 2
    assert max(drawn) <= 6
    for quarter in range(4):
        share = sum(2 + quarter <= stay < 3 + quarter for stay in drawn) / len(drawn)
        assert share == pytest.approx(0.25, abs=0.03)


@pytest.mark.parametrize("movement", list(Movement))
def test_a_change_begins_with_the_one_and_ends_with_the_other(movement: Movement) -> None:
    assert frame_of(movement, 1) == Frame(None, AT_REST)
    if movement is not Movement.NONE:
        assert frame_of(movement, 0) == Frame(AT_REST, None)


def test_in_the_middle_of_a_change() -> None:
    assert frame_of(Movement.FADE, 0.5) == Frame(AT_REST, Placement(opacity=0.5))
    assert frame_of(Movement.SLIDE, 0.5) == Frame(Placement(shift=-0.5), Placement(shift=0.5))
    assert frame_of(Movement.ZOOM, 0.5) == Frame(AT_REST, Placement(opacity=0.5, scale=0.7))
    assert frame_of(Movement.FLIP, 0.5) == Frame(None, Placement(width=0))
    assert frame_of(Movement.NONE, 0.5) == Frame(None, AT_REST)


def test_a_flip_turns_the_one_away_and_the_other_in() -> None:
    away, turned_in = frame_of(Movement.FLIP, 0.25), frame_of(Movement.FLIP, 0.75)
    assert away.leaving is not None
    assert turned_in.coming is not None
    assert away == Frame(Placement(width=away.leaving.width), None)
    assert turned_in == Frame(None, Placement(width=turned_in.coming.width))
    assert away.leaving.width == pytest.approx(turned_in.coming.width)


@pytest.mark.parametrize("movement", MOVING)
@given(progress=st.floats(0, 1))
def test_something_is_seen_at_every_moment_and_nothing_leaps(movement: Movement, progress: float) -> None:
    frame = frame_of(movement, progress)
    assert frame.leaving or frame.coming
    for place in (frame.leaving, frame.coming):
        if place is not None:
            assert 0 <= place.opacity <= 1
            assert 0 <= place.scale <= 1
            assert 0 <= place.width <= 1
            assert -1 <= place.shift <= 1


# --- Schedule ---------------------------------------------------------------------------------------------------------


FOUR = Pace(4, 4)


def schedule(movement: Movement = Movement.FADE, pace: Pace | None = FOUR) -> Schedule:
    made = Schedule(Random(1))
    made.set_movement(movement)
    made.set_pace(pace, 0)
    return made


def test_it_stands_still_until_it_is_started() -> None:
    made = schedule()
    made.advance(1000)
    assert (made.runs, made.is_turning, made.shown) == (False, False, 0)
    assert made.seconds_left(1000) == math.inf


def test_a_picture_stays_and_then_gives_way() -> None:
    made = schedule()
    made.start(10)
    assert made.seconds_left(11) == 3
    made.advance(13.9)
    assert (made.is_turning, made.shown) == (False, 0)
    made.advance(14)
    assert (made.is_turning, made.shown) == (True, 0)
    assert made.seconds_left(14) == math.inf
    assert made.progress(14 + TURN_SECONDS / 2) == pytest.approx(0.5)
    made.advance(14 + TURN_SECONDS)
    assert (made.is_turning, made.shown) == (False, 1)
    assert made.seconds_left(14 + TURN_SECONDS) == 4


def test_without_a_movement_the_next_picture_is_there_at_once() -> None:
    made = schedule(Movement.NONE)
    made.start(0)
    made.advance(4)
    assert (made.is_turning, made.shown) == (False, 1)


def test_after_a_long_gap_one_picture_comes_not_all_of_them() -> None:
    made = schedule(Movement.NONE)
    made.start(0)
    made.advance(4000)
    assert made.shown == 1
    assert made.seconds_left(4000) == 4


def test_a_stay_goes_on_where_it_stopped() -> None:
    made = schedule()
    made.start(0)
    made.stop(3)
    assert not made.runs
    made.start(100)
    assert made.seconds_left(100) == 1


def test_stopped_in_a_change_the_next_picture_is_there() -> None:
    made = schedule()
    made.start(0)
    made.advance(4)
    made.stop(4.1)
    assert (made.is_turning, made.shown) == (False, 1)
    assert made.progress(4.1) == 0


def test_a_turn_comes_at_once_also_while_it_stands_still() -> None:
    made = schedule(pace=None)
    made.turn(0)
    assert made.is_turning
    made.turn(0.1)
    assert (made.is_turning, made.shown) == (True, 1)
    made.turn(0.2, moving=False)
    assert (made.is_turning, made.shown) == (False, 3)
    made.advance(1000)
    assert made.shown == 3


def test_a_turn_by_hand_gives_the_next_picture_its_whole_stay() -> None:
    made = schedule()
    made.start(0)
    made.turn(3)
    made.advance(4)
    assert made.seconds_left(4) == 4


def test_another_pace_holds_at_once_and_the_same_one_changes_nothing() -> None:
    made = schedule()
    made.start(0)
    made.set_pace(Pace(4, 4), 3)
    assert made.seconds_left(3) == 1
    made.set_pace(Pace(9, 9), 3)
    assert made.seconds_left(3) == 9


def test_without_a_pace_it_does_not_run() -> None:
    made = schedule()
    made.start(0)
    made.set_pace(None, 1)
    assert not made.runs
    made.start(1)
    assert not made.runs
    made.set_pace(Pace(2, 2), 1)
    made.start(1)
    assert made.seconds_left(1) == 2


def test_it_begins_again_with_the_first_picture() -> None:
    made = schedule()
    made.start(0)
    made.turn(1, moving=False)
    made.turn(2)
    made.begin_again(2.5)
    assert (made.shown, made.is_turning, made.seconds_left(2.5)) == (0, False, 4)
