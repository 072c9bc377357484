from __future__ import annotations

import json
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.changes import Change
from joip_desktop.domain.draft import (
    Draft,
    Edit,
    Edits,
    SharedEdits,
    edits_from_json,
    edits_to_json,
    shared_from_json,
    shared_to_json,
)
from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.rules import Problem
from joip_desktop.domain.session import UNKNOWN, FieldValue, Session, same
from tests.helpers import strategies

BASE = Session(id=1, title="A", interval_min=1, interval_max=12, transition="wipe", is_favorite=False)

Step: TypeAlias = tuple[str, FieldValue] | str | Session | None
"""An edit, a field to revert, a newer base, or None: revert all."""

steps: st.SearchStrategy[list[Step]] = st.lists(
    st.one_of(
        *(st.tuples(st.just(name), valid | strategies.any_field_value) for name, valid in strategies.VALID.items()),
        st.sampled_from(list(FIELDS)),
        strategies.sessions(),
        st.none(),
    ),
    max_size=12,
)


def take(draft: Draft, step: Step) -> None:
    match step:
        case Session():
            draft.rebase(step)
        case (name, value):
            draft.set(name, value)
        case str() | None:
            draft.revert(step)


def test_a_new_draft_shows_the_session_and_has_nothing_to_save() -> None:
    draft = Draft(BASE)
    assert [draft.value(name) for name in FIELDS] == [BASE.value(name) for name in FIELDS]
    assert not draft.is_dirty
    assert draft.change() is None
    assert draft.problems() == []


def test_an_edit_is_shown_and_saved_alone() -> None:
    draft = Draft(BASE)
    draft.set("title", "B")
    assert draft.value("title") == "B"
    assert draft.is_dirty
    assert draft.change() == Change(session_id=1, patch={"title": "B"}, before={"title": "A"})


@given(strategies.sessions(), strategies.odd_patches())
def test_setting_everything_back_leaves_nothing_to_save(base: Session, values: dict[str, FieldValue]) -> None:
    draft = Draft(base)
    for name, value in values.items():
        draft.set(name, value)
    for name in values:
        draft.set(name, base.value(name))
    assert not draft.is_dirty
    assert draft.edits == {}
    assert draft.change() is None


@given(strategies.sessions(), steps)
def test_after_any_steps_only_what_differs_is_saved(base: Session, taken: list[Step]) -> None:
    draft = Draft(base)
    for step in taken:
        take(draft, step)
    assert draft.is_dirty is any(not same(draft.value(name), draft.base.value(name)) for name in FIELDS)
    assert all(not same(value, draft.base.value(name)) for name, value in draft.edits.items())
    wanted = {name: value for name, value in draft.edits.items() if value is not UNKNOWN}
    change = draft.change()
    if change is None:
        assert not wanted
    else:
        assert change.patch == wanted
        former = {name: value for name, value in draft.changed_meanwhile.items() if not same(value, wanted.get(name))}
        assert change.before == {name: former.get(name, draft.base.value(name)) for name in wanted}
        draft.rebase(change.apply(draft.base))
        assert draft.edits.keys() == {name for name in draft.edits if draft.edits[name] is UNKNOWN}


@given(strategies.sessions(), st.lists(st.tuples(st.sampled_from(["title", "ai_prompt"]), strategies.any_text)))
def test_the_last_edit_of_a_field_counts(base: Session, edits: list[tuple[str, str]]) -> None:
    draft = Draft(base)
    for name, value in edits:
        draft.set(name, value)
    for name, value in dict(edits).items():
        assert draft.value(name) == value


def test_edits_can_be_reverted_one_by_one_and_all_together() -> None:
    draft = Draft(BASE)
    draft.set("title", "B")
    draft.set("is_favorite", True)
    draft.set("interval_max", 20)
    draft.revert("title")
    draft.revert("thumbnail")
    assert draft.value("title") == "A"
    assert draft.edits == {"is_favorite": True, "interval_max": 20}
    draft.revert()
    assert not draft.is_dirty


def test_a_newer_base_takes_over_what_it_contains_and_keeps_the_rest() -> None:
    draft = Draft(BASE)
    draft.set("title", "B")
    draft.set("is_favorite", True)
    draft.rebase(BASE.with_values({"title": "B", "transition": "fade"}))
    assert draft.edits == {"is_favorite": True}
    assert draft.value("transition") == "fade"
    draft.rebase(BASE.with_values({"title": "C"}))
    assert draft.value("title") == "C"


def test_an_edit_of_one_is_no_edit_to_true() -> None:
    draft = Draft(BASE)
    draft.set("interval_min", True)
    assert [problem.field for problem in draft.problems()] == ["interval_min"]
    draft.rebase(BASE)
    assert draft.is_dirty


def test_a_draft_goes_on_over_its_own_session_only() -> None:
    draft = Draft(BASE)
    with pytest.raises(ValueError, match=r"session 1 .* session 2"):
        draft.rebase(Session(id=2))
    assert draft.base is BASE


def test_a_draft_kept_from_before_drops_what_the_session_has_by_now() -> None:
    kept: dict[str, FieldValue] = {"title": "A", "is_favorite": True}
    draft = Draft(BASE, kept)
    assert draft.edits == {"is_favorite": True}
    draft.set("title", "B")
    assert kept == {"title": "A", "is_favorite": True}


def test_an_emptied_field_is_a_problem_and_cannot_be_sent() -> None:
    draft = Draft(BASE)
    draft.set("interval_max", UNKNOWN)
    assert draft.is_dirty
    assert draft.problems() == [Problem("interval_max", "1 to 60 seconds.")]
    assert draft.change() is None


def test_only_edited_fields_can_be_problems() -> None:
    odd = Session(id=1, title="", interval_min=30, interval_max=2, transition="wipe", is_imported=True, ai_prompt=None)
    draft = Draft(odd)
    draft.set("is_favorite", True)
    assert draft.problems() == []
    draft.set("ai_prompt", "Slow")
    draft.set("interval_max", 20)
    assert [problem.field for problem in draft.problems()] == ["ai_prompt", "interval_max"]


# --- what the edits were made over ------------------------------------------------------------------------------------


def test_an_edit_remembers_what_was_there_when_it_began() -> None:
    draft = Draft(BASE)
    draft.set("title", "B")
    draft.rebase(BASE.with_values({"title": "Theirs"}))
    draft.set("title", "Bc")
    draft.set("thumbnail", "")
    assert draft.kept() == {"title": Edit("Bc", "A"), "thumbnail": Edit("", UNKNOWN)}
    draft.revert("title")
    draft.set("title", "D")
    assert draft.kept()["title"] == Edit("D", "Theirs")
    draft.set("title", "Theirs")
    assert draft.kept() == {"thumbnail": Edit("", UNKNOWN)}
    draft.revert()
    assert draft.kept() == {}


def test_a_value_that_changed_under_an_edit_is_told_with_what_it_was() -> None:
    draft = Draft(BASE)
    draft.set("title", "B")
    draft.set("interval_min", 7)
    draft.set("thumbnail", "")
    assert draft.changed_meanwhile == {}
    draft.rebase(BASE.with_values({"title": "Theirs", "thumbnail": "https://i.redd.it/x.png", "is_favorite": True}))
    assert draft.changed_meanwhile == {"title": "A"}, "of a thumbnail that nobody knew, nobody can say that it changed"
    draft.rebase(BASE.with_values({"title": UNKNOWN, "interval_min": True}))
    assert draft.changed_meanwhile == {"interval_min": 1}
    draft.rebase(BASE)
    assert draft.changed_meanwhile == {}


def test_saving_starts_from_what_was_there_when_the_edit_began_so_that_news_are_not_overwritten_unseen() -> None:
    draft = Draft(BASE)
    draft.set("title", "B")
    draft.set("is_favorite", True)
    draft.rebase(BASE.with_values({"title": "Theirs", "transition": "fade"}))
    patch: dict[str, FieldValue] = {"title": "B", "is_favorite": True}
    assert draft.change() == Change(session_id=1, patch=patch, before={"title": "A", "is_favorite": False})


def test_what_was_there_before_can_be_brought_back_over_news() -> None:
    draft = Draft(BASE)
    draft.set("title", "B")
    draft.rebase(BASE.with_values({"title": "Theirs"}))
    draft.set("title", "A")
    assert draft.change() == Change(session_id=1, patch={"title": "A"}, before={"title": "Theirs"})


def test_a_value_of_ours_that_comes_or_goes_is_no_news() -> None:
    draft = Draft(BASE)
    draft.set("title", "C")
    draft.set("interval_min", 7)
    draft.rebase(BASE.with_values({"title": "B", "interval_min": 2}), ours={"title"})
    assert draft.changed_meanwhile == {"interval_min": 1}
    assert draft.kept()["title"] == Edit("C", "B")
    draft.rebase(BASE, ours=())
    assert draft.changed_meanwhile == {}
    assert draft.kept()["title"] == Edit("C", "A")
    draft.rebase(BASE.with_values({"title": "Theirs"}))
    assert draft.changed_meanwhile == {"title": "A"}


def test_an_edit_kept_from_before_goes_on_over_what_waits_of_ours() -> None:
    kept = {"title": Edit("C", "A"), "interval_min": Edit(7, 2)}
    draft = Draft.of(BASE.with_values({"title": "B"}), kept, ours={"title"})
    assert draft.changed_meanwhile == {"interval_min": 2}


def test_an_old_value_typed_while_another_is_coming_is_an_edit() -> None:
    draft = Draft(BASE, {"title": "B", "interval_min": 7})
    coming: dict[str, FieldValue] = {"title": "B"}
    draft.rebase(BASE, coming=coming)
    for name in coming:
        draft.set(name, BASE.value(name))
    draft.set("interval_min", 1)
    assert draft.edits == {"title": "A"}, "the other field is not being saved"
    assert draft.change() == Change(session_id=1, patch={"title": "A"}, before={"title": "B"}), "saved again at once"
    draft.rebase(BASE, coming=coming)
    assert draft.edits == {"title": "A"}
    draft.rebase(BASE.with_values({"title": "B"}), ours={"title"})
    assert (draft.edits, draft.changed_meanwhile) == ({"title": "A"}, {})


def test_what_is_coming_is_an_edit_until_it_has_come() -> None:
    draft = Draft(BASE, {"title": "B"}, coming={"title": "B"})
    saved = BASE.with_values({"title": "B"})
    draft.rebase(saved, ours={"title"}, coming={"title": "B"})
    draft.set("title", "B")
    assert draft.edits == {"title": "B"}
    assert draft.change() is None
    draft.rebase(saved, ours={"title"})
    assert not draft.is_dirty


def test_what_was_kept_stays_as_it_was_when_the_draft_goes_on() -> None:
    draft = Draft(BASE, {"title": "B"})
    kept = draft.kept()
    draft.set("title", "C")
    draft.revert()
    assert kept == {"title": Edit("B", "A")}


def test_edits_are_equal_only_when_their_types_are() -> None:
    assert Edit(1, 0) == Edit(1, 0)
    assert Edit(1, 0) != Edit(True, 0)
    assert Edit(1, 0) != Edit(1, False)
    assert Edit(None) != Edit(UNKNOWN)


@given(strategies.sessions(), strategies.sessions(), steps)
def test_a_kept_draft_goes_on_as_if_nothing_had_been(base: Session, newer: Session, taken: list[Step]) -> None:
    draft = Draft(base)
    for step in taken:
        take(draft, step)
    assert draft.edits.keys() == draft.origins.keys()
    again = Draft.of(draft.base, edits_from_json(json.loads(json.dumps(edits_to_json(draft.kept())))))
    assert again.kept() == draft.kept()
    assert (again.base, list(again.edits)) == (draft.base, list(draft.edits))
    draft.rebase(newer)
    assert Draft.of(newer, again.kept()).kept() == draft.kept()


# --- JSON -------------------------------------------------------------------------------------------------------------

any_edits: st.SearchStrategy[dict[str, Edit]] = st.dictionaries(
    st.sampled_from(list(FIELDS)), st.builds(Edit, strategies.any_field_value, strategies.any_field_value)
)


@given(any_edits)
def test_edits_survive_json_as_they_were(edits: Edits) -> None:
    assert edits_from_json(json.loads(json.dumps(edits_to_json(edits)))) == edits


def test_unknown_is_left_out_of_json_and_none_is_null() -> None:
    edits = {
        "title": Edit(UNKNOWN, "A"),
        "category_id": Edit(None),
        "subreddits": Edit(("joi",), None),
        "ai_prompt": Edit(UNKNOWN),
    }
    told = {
        "title": {"over": "A"},
        "category_id": {"value": None},
        "subreddits": {"value": ["joi"], "over": None},
        "ai_prompt": {},
    }
    assert edits_to_json(edits) == told
    assert edits_from_json(told) == edits


@pytest.mark.parametrize(
    "one",
    [None, "B", ["B"], {"value": 1.5}, {"value": {}}, {"value": ["joi", 1]}, {"value": [None], "over": "A"}],
)
def test_what_makes_no_sense_is_left_out(one: object) -> None:
    assert edits_from_json({"title": one, "is_public": {"value": True}}) == {"is_public": Edit(True)}


@pytest.mark.parametrize("over", [1.5, {}, [1], [[]]])
def test_a_former_value_that_makes_no_sense_is_unknown(over: object) -> None:
    assert edits_from_json({"title": {"value": "B", "over": over}}) == {"title": Edit("B", UNKNOWN)}


def test_a_newer_versions_fields_are_left_out() -> None:
    told = {"telepathy": {"value": 1}, "title": {"value": "B", "mood": "good"}}
    assert edits_from_json(told) == {"title": Edit("B")}


@given(strategies.json_values | st.dictionaries(st.sampled_from(list(FIELDS)), strategies.json_values))
def test_whatever_the_json_is_it_is_read(told: object) -> None:
    edits = edits_from_json(told)
    assert edits_from_json(edits_to_json(edits)) == edits


# --- edits for several sessions ---------------------------------------------------------------------------------------

any_shared = st.builds(
    SharedEdits,
    st.dictionaries(st.sampled_from(list(FIELDS)), strategies.any_field_value),
    st.frozensets(st.sampled_from(list(FIELDS))),
)


@given(any_shared)
def test_shared_edits_survive_json_as_they_were(edits: SharedEdits) -> None:
    assert shared_from_json(json.loads(json.dumps(shared_to_json(edits)))) == edits


@given(strategies.json_values | st.dictionaries(st.sampled_from(list(FIELDS)), strategies.json_values))
def test_whatever_the_json_of_shared_edits_is_it_is_read(told: object) -> None:
    edits = shared_from_json(told)
    assert shared_from_json(shared_to_json(edits)) == edits


def test_shared_edits_in_json() -> None:
    edits = SharedEdits({"title": "B", "interval_min": UNKNOWN}, frozenset({"title", "is_public"}))
    told = {
        "title": {"entered": True, "ticked": True, "value": "B"},
        "interval_min": {"entered": True, "ticked": False},
        "is_public": {"entered": False, "ticked": True},
    }
    assert shared_to_json(edits) == told
    assert shared_from_json({**told, "telepathy": {"entered": True, "value": 1}}) == edits


@pytest.mark.parametrize("one", [None, "B", {}, {"value": "B"}, {"entered": 1}, {"ticked": True, "value": {}}])
def test_a_shared_edit_that_makes_no_sense_is_left_out(one: object) -> None:
    assert not shared_from_json({"title": one})


def test_shared_edits_are_other_ones_when_a_value_is_of_another_type() -> None:
    assert SharedEdits({"category_id": 1}) != SharedEdits({"category_id": True})
    assert SharedEdits({"category_id": 1}) != SharedEdits({"category_id": 1}, frozenset({"category_id"}))


def test_the_value_of_all_is_not_meant_for_others() -> None:
    edits = SharedEdits({"title": "B", "ai_prompt": "C"}, frozenset({"title", "is_public"}))
    assert edits.fields == ("title", "ai_prompt", "is_public")
    assert edits.for_others() == SharedEdits({"title": "B", "ai_prompt": "C"}, frozenset({"title"}))
    assert not SharedEdits({}, frozenset({"is_public"})).for_others()
