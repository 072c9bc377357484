from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.changes import Change, change_to, diff, inverse
from joip_desktop.domain.entry import Entry, Part, Priority, doubted, fold, less, over, sent_values, without
from joip_desktop.domain.session import UNKNOWN, FieldValue, Session
from tests.helpers import strategies


def part(job: int, *, unsure: bool = False, **fields: tuple[FieldValue, FieldValue]) -> Part:
    """`part(1, title=("A", "B"))`: job 1 wants B where A was."""
    before = {name: pair[0] for name, pair in fields.items()}
    patch = {name: pair[1] for name, pair in fields.items()}
    return Part(job, Change(session_id=7, patch=patch, before=before), unsure=unsure)


def folded(*parts: Part) -> tuple[dict[str, FieldValue], dict[str, FieldValue]] | None:
    change = fold(parts)
    return None if change is None else (dict(change.before), dict(change.patch))


def test_the_first_former_value_and_the_last_wish_count() -> None:
    parts = (part(1, title=("A", "B")), part(2, title=("B", "C"), is_public=(False, True)))
    assert folded(*parts) == ({"title": "A", "is_public": False}, {"title": "C", "is_public": True})


def test_what_is_set_back_is_gone_field_by_field() -> None:
    there = part(1, title=("A", "B"), is_public=(False, True))
    assert folded(there, part(2, title=("B", "A"))) == ({"is_public": False}, {"is_public": True})
    assert folded(there, part(2, title=("B", "A"), is_public=(True, False))) is None
    assert fold(()) is None


def test_after_setting_back_a_newer_part_starts_from_what_it_saw() -> None:
    """Between them the server told something else, so its wish is no way back to what stood there at first."""
    parts = (part(1, title=("A", "B")), part(2, title=("B", "A")), part(3, title=("X", "A")))
    assert folded(*parts) == ({"title": "X"}, {"title": "A"})


def test_what_may_have_arrived_never_cancels_out() -> None:
    parts = (*doubted([part(1, title=("A", "B"))]), part(2, title=("B", "A")))
    assert folded(*parts) == ({"title": "A"}, {"title": "A"})
    assert sent_values(parts) == {"title": ["B"]}


def test_a_part_taken_out_hands_its_former_value_and_its_doubts_on() -> None:
    first, second = part(1, title=("A", "B"), unsure=True), part(2, title=("B", "C"))
    (left,) = less((first, second), [first])
    assert left.change.before == {"title": "A"}
    assert left.unsure
    assert less((first, second), [first, second]) == ()


def test_former_values_go_to_the_first_part_that_has_the_field() -> None:
    parts = over((part(1, title=("A", "B")), part(2, title=("B", "C"))), {"title": "X"}, doubtful=["title"])
    assert [one.change.before["title"] for one in parts] == ["X", "B"]
    assert [one.unsure for one in parts] == [True, False]


def test_fields_can_be_taken_out_of_a_change() -> None:
    change = part(1, title=("A", "B"), is_public=(False, True)).change
    assert without(change, ["title"]) == part(1, is_public=(False, True)).change
    assert without(change, ["title", "is_public"]) is None


def test_an_entry_knows_its_session_and_jobs() -> None:
    parts = (part(1, title=("A", "B")), part(2, title=("B", "C")))
    entry = Entry(id=1, parts=parts, change=parts[0].change, priority=Priority.HAND)
    assert (entry.session_id, entry.jobs) == (7, (1, 2))


@given(st.lists(st.sampled_from("ABC"), min_size=1, max_size=6), st.sampled_from("ABC"))
def test_folding_is_the_difference_between_start_and_end(wishes: list[str], start: str) -> None:
    parts, shown = [], start
    for job, wish in enumerate(wishes):
        parts.append(part(job, title=(shown, wish)))
        shown = wish
    expected = None if shown == start else ({"title": start}, {"title": shown})
    assert folded(*parts) == expected


# --- any two changes --------------------------------------------------------------------------------------------------


def coalesce(one: Change, two: Change) -> Change | None:
    return fold((Part(1, one), Part(2, two)))


def after(change: Change | None, session: Session) -> Session:
    return session if change is None else change.apply(session)


@given(strategies.sessions(), strategies.odd_patches(), strategies.odd_patches())
def test_a_coalesced_change_has_the_effect_of_both_in_order(
    session: Session, first: dict[str, FieldValue], second: dict[str, FieldValue]
) -> None:
    one = change_to(session, first)
    between = after(one, session)
    two = change_to(between, second)
    if one is None or two is None:
        return
    both = coalesce(one, two)
    end = two.apply(between)
    assert diff(after(both, session), end) is None
    assert both == diff(session, end)


@given(strategies.sessions(), strategies.odd_patches())
def test_a_change_and_its_inverse_cancel_out(session: Session, values: dict[str, FieldValue]) -> None:
    change = change_to(session, values)
    back = None if change is None else inverse(change)
    if change is not None and back is not None:
        joined = coalesce(change, back)
        left = change.patch.keys() - back.patch.keys()
        assert (set() if joined is None else joined.patch.keys()) == left


@given(strategies.sessions(), strategies.odd_patches(), strategies.odd_patches(), strategies.odd_patches())
def test_three_changes_coalesce_in_either_grouping(
    session: Session, first: dict[str, FieldValue], second: dict[str, FieldValue], third: dict[str, FieldValue]
) -> None:
    one = change_to(session, first)
    two = change_to(after(one, session), second)
    three = change_to(after(two, after(one, session)), third)
    if one is None or two is None or three is None:
        return
    left, right = coalesce(one, two), coalesce(two, three)
    assert (three if left is None else coalesce(left, three)) == (one if right is None else coalesce(one, right))


def test_coalescing_keeps_the_first_before_and_the_last_value() -> None:
    one = Change(session_id=1, patch={"title": "B", "is_public": True}, before={"title": "A", "is_public": UNKNOWN})
    two = Change(session_id=1, patch={"title": "C", "is_public": False}, before={"title": "B", "is_public": True})
    assert coalesce(one, two) == Change(
        session_id=1, patch={"title": "C", "is_public": False}, before={"title": "A", "is_public": UNKNOWN}
    )


def test_only_the_fields_that_cancel_out_go() -> None:
    one = Change(session_id=1, patch={"title": "B", "is_public": True}, before={"title": "A", "is_public": False})
    two = Change(session_id=1, patch={"is_public": False}, before={"is_public": True})
    assert coalesce(one, two) == Change(session_id=1, patch={"title": "B"}, before={"title": "A"})
    assert coalesce(two, Change(session_id=1, patch={"is_public": True}, before={"is_public": False})) is None


def test_one_and_true_do_not_cancel_out() -> None:
    one = Change(session_id=1, patch={"interval_min": 4}, before={"interval_min": 1})
    two = Change(session_id=1, patch={"interval_min": True}, before={"interval_min": 4})
    joined = coalesce(one, two)
    assert joined is not None
    assert joined.patch["interval_min"] is True
