from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.selection import Mixed, NotKnown, Same, common, toggled_favourite
from joip_desktop.domain.session import UNKNOWN, Session

FAVOURITE, OTHER, UNTOLD, NULL = (Session(id=1, is_favorite=value) for value in (True, False, UNKNOWN, None))


def test_what_all_have_is_the_same() -> None:
    assert common([FAVOURITE, FAVOURITE], "is_favorite") == Same(True)
    assert common([NULL, NULL], "is_favorite") == Same(None)
    assert common([Session(id=1, subreddits=("a", "b"))], "subreddits") == Same(("a", "b"))


def test_an_unknown_value_is_no_false_and_no_null() -> None:
    mixed = common([OTHER, UNTOLD, NULL, OTHER], "is_favorite")
    assert mixed == Mixed({False: 2, UNKNOWN: 1, None: 1})


@pytest.mark.parametrize("sessions", [[], [UNTOLD], [UNTOLD, Session(id=2)]])
def test_what_nobody_told_is_not_known(sessions: Sequence[Session]) -> None:
    assert common(sessions, "is_favorite") == NotKnown()


def test_the_order_of_names_is_a_difference() -> None:
    both = common([Session(id=1, subreddits=("a", "b")), Session(id=2, subreddits=("b", "a"))], "subreddits")
    assert both == Mixed({("a", "b"): 1, ("b", "a"): 1})


@pytest.mark.parametrize("field", FIELDS)
@given(data=st.data())
def test_every_session_is_counted_once(field: str, data: st.DataObject) -> None:
    values = data.draw(st.lists(st.sampled_from([UNKNOWN, None, "a", "b"]), max_size=6))
    sessions = [Session(id=at).with_values({field: value}) for at, value in enumerate(values)]
    match common(iter(sessions), field):
        case NotKnown():
            assert set(values) <= {UNKNOWN}
        case Same(value):
            assert value is not UNKNOWN
            assert set(values) == {value}
        case Mixed(counts):
            assert len(counts) > 1
            assert counts == {value: values.count(value) for value in values}


@pytest.mark.parametrize(
    ("sessions", "expected"),
    [
        ([FAVOURITE], False),
        ([FAVOURITE, FAVOURITE], False),
        ([OTHER], True),
        ([UNTOLD], True),
        ([NULL], True),
        ([FAVOURITE, OTHER], True),
        ([FAVOURITE, UNTOLD], True),
        ([FAVOURITE, NULL, FAVOURITE], True),
    ],
)
def test_toggling_makes_a_mixed_selection_favourite_first(sessions: list[Session], *, expected: bool) -> None:
    assert toggled_favourite(sessions) is expected


@given(st.lists(st.sampled_from([FAVOURITE, OTHER, UNTOLD, NULL]), min_size=1))
def test_toggling_changes_at_least_one_and_toggling_again_all_of_them(sessions: list[Session]) -> None:
    wanted = toggled_favourite(sessions)
    assert any(session.is_favorite is not wanted for session in sessions)
    toggled = [session.with_values({"is_favorite": wanted}) for session in sessions]
    assert toggled_favourite(toggled) is not wanted
