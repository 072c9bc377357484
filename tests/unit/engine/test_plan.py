from __future__ import annotations

from hypothesis import given

from joip_desktop.domain.draft import Draft
from joip_desktop.domain.entry import Priority
from joip_desktop.domain.rules import check
from joip_desktop.domain.session import UNKNOWN, FieldValue, Session, same
from joip_desktop.engine.plan import plan_draft, plan_favourite, plan_values
from tests.helpers import strategies

FORTY = [Session(id=one, is_favorite=one <= 10) for one in range(1, 41)]


def test_of_forty_sessions_ten_are_favourites_already() -> None:
    plan = plan_favourite(FORTY)
    assert [change.session_id for change in plan.changes] == list(range(11, 41))
    assert all(change.patch == {"is_favorite": True} for change in plan.changes)
    assert list(plan.unchanged) == list(range(1, 11))
    assert plan.title == "Favourite 30 sessions"
    assert plan.priority is Priority.BULK


def test_toggling_all_favourites_takes_the_star_away() -> None:
    plan = plan_favourite(FORTY[:1])
    assert [change.patch for change in plan.changes] == [{"is_favorite": False}]
    assert plan.title == "Unfavourite 1 session"
    assert plan.priority is Priority.HAND


def test_what_is_wanted_can_be_said() -> None:
    assert len(plan_favourite(FORTY, favourite=False).changes) == 10


def test_an_unknown_star_is_sent() -> None:
    assert len(plan_favourite([Session(id=1)]).changes) == 1


def test_a_session_that_a_rule_speaks_against_is_left_out_whole() -> None:
    sessions = [Session(id=1, is_imported=True), Session(id=2, is_imported=False)]
    plan = plan_values(sessions, {"caption_theme": "joi", "is_public": True}, action="Edit")
    assert [change.session_id for change in plan.changes] == [2]
    (refusal,) = plan.refused
    assert refusal.session_id == 1
    assert [problem.field for problem in refusal.problems] == ["caption_theme"]


@given(strategies.sessions(), strategies.odd_patches())
def test_every_session_is_in_one_place(session: Session, values: dict[str, FieldValue]) -> None:
    plan = plan_values([session], values, action="Edit")
    assert len(plan.changes) + len(plan.unchanged) + len(plan.refused) == 1
    for change in plan.changes:
        assert not check(session, change.patch)
        assert not any(same(session.value(name), value) for name, value in change.patch.items())


def test_saving_a_draft_sends_its_edits() -> None:
    draft = Draft(Session(id=1, title="A", is_public=False))
    draft.set("title", "B")
    plan = plan_draft(draft)
    assert [change.patch for change in plan.changes] == [{"title": "B"}]
    assert (plan.title, plan.priority) == ("Save title", Priority.HAND)
    draft.set("is_public", True)
    assert plan_draft(draft).title == "Save title and “Public”"
    draft.set("transition", "zoom")
    assert plan_draft(draft).title == "Save 3 fields"


def test_a_clean_draft_sends_nothing() -> None:
    plan = plan_draft(Draft(Session(id=1, title="A")))
    assert (plan.changes, list(plan.unchanged)) == ((), [1])


def test_saving_over_a_value_that_was_changed_elsewhere_starts_from_what_was_edited() -> None:
    draft = Draft(Session(id=1, title="A", is_public=False))
    draft.set("title", "B")
    draft.rebase(Session(id=1, title="Theirs", is_public=False))
    plan = plan_draft(draft)
    assert [(change.patch, change.before) for change in plan.changes] == [({"title": "B"}, {"title": "A"})]
    assert plan.title == "Save title"


def test_a_draft_with_a_problem_is_not_saved_by_halves() -> None:
    draft = Draft(Session(id=1, title="A", is_public=False))
    draft.set("is_public", True)
    draft.set("title", UNKNOWN)
    plan = plan_draft(draft)
    assert not plan.changes
    assert [problem.field for problem in plan.refused[0].problems] == ["title"]
