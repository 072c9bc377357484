from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.changes import Change
from joip_desktop.domain.conflicts import Conflict, changed_fields, compare, surprises
from joip_desktop.domain.session import UNKNOWN, FieldValue, Session, same
from tests.helpers import strategies


def title(before: FieldValue, after: FieldValue) -> Change:
    return Change(session_id=1, patch={"title": after}, before={"title": before})


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "told"),
    [
        ("A", "B", "A", ""),  # nobody else
        ("A", "B", "B", "settled"),  # both the same
        ("A", "B", "C", "conflict"),
        ("A", "B", UNKNOWN, ""),  # the answer did not tell
        (UNKNOWN, "B", "C", ""),  # nobody knew what it was
        (UNKNOWN, "B", "B", "settled"),
        ("A", "B", None, "conflict"),  # null is a value
        (None, "B", None, ""),
    ],
)
def test_three_ways(base: FieldValue, mine: FieldValue, theirs: FieldValue, told: str) -> None:
    found = compare(title(base, mine), Session(id=1, title=theirs))  # type: ignore[arg-type]  # texts, null or unknown
    assert [conflict.field for conflict in found.conflicts] == ["title"] * (told == "conflict")
    assert found.settled == ({"title"} if told == "settled" else set())


def test_a_conflict_tells_all_three() -> None:
    (conflict,) = compare(title("A", "B"), Session(id=1, title="C")).conflicts
    assert conflict == Conflict("title", "A", "B", "C")


def test_true_is_not_one() -> None:
    change = Change(session_id=1, patch={"is_public": True}, before={"is_public": False})
    odd = Session(id=1, is_public=1)  # type: ignore[arg-type]  # what a careless caller may make
    assert compare(change, odd).settled == set()


def test_what_we_sent_without_an_answer_is_ours() -> None:
    change = title("A", "C")
    assert compare(change, Session(id=1, title="B")).conflicts
    assert not compare(change, Session(id=1, title="B"), sent={"title": ["B"]}).conflicts


def test_the_old_value_on_the_server_does_not_settle_what_may_still_arrive() -> None:
    back = title("A", "A")
    assert compare(back, Session(id=1, title="A"), sent={"title": ["B", "A"]}).settled == set()
    assert compare(back, Session(id=1, title="A"), sent={"title": ["B"]}).settled == set()


@given(strategies.sessions(), strategies.patches())
def test_a_change_made_of_what_the_server_has_is_never_in_conflict(
    server: Session, values: dict[str, FieldValue]
) -> None:
    before = {name: server.value(name) for name in values}
    found = compare(Change(session_id=server.id, patch=values, before=before), server)
    assert not found.conflicts
    assert found.settled == {name for name, value in values.items() if same(value, before[name])}


@given(st.sampled_from("ABC"), st.sampled_from("ABC"), st.sampled_from("ABC"))
def test_each_field_is_in_one_place(base: str, mine: str, theirs: str) -> None:
    found = compare(title(base, mine), Session(id=1, title=theirs))
    assert len(found.conflicts) + len(found.settled) <= 1
    assert bool(found.conflicts) == (theirs not in (base, mine))


def test_changed_fields_are_those_that_both_rows_know() -> None:
    older = Session(id=1, title="A", is_public=True, transition=UNKNOWN)
    newer = Session(id=1, title="B", is_public=UNKNOWN, transition="fade", updated_at="later")
    assert changed_fields(older, newer) == ["title"]
    assert changed_fields(older, newer, less=["title"]) == []


def test_surprises_are_untouched_fields_and_sent_ones_that_came_back_otherwise() -> None:
    known = Session(id=1, title="A", interval_max=9, subreddits=("a",), thumbnail="x")
    sent: dict[str, FieldValue] = {"subreddits": ("r/b",), "thumbnail": ""}
    answer = Session(id=1, title="A", interval_max=12, subreddits=("b",), thumbnail="generated")
    assert surprises(known, sent, answer) == (["interval_max"], ["subreddits"])
