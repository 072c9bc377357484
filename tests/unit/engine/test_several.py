from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.rules import check_values, lock_reason
from joip_desktop.domain.selection import Mixed, NotKnown, Same, common
from joip_desktop.domain.session import UNKNOWN, FieldValue, Session, Values
from joip_desktop.engine import several as module
from joip_desktop.engine.counts import MANY, Counts
from joip_desktop.engine.plan import plan_values
from joip_desktop.engine.several import Several, SeveralDraft, planning_values, title_of
from joip_desktop.engine.slices import at_once
from tests.helpers import strategies

_ids = st.integers(0, 6)
_some = st.lists(strategies.sessions(), max_size=7).map(lambda found: [replace(s, id=i) for i, s in enumerate(found)])


def counted(sessions: Iterable[Session]) -> Several:
    shown = {session.id: session for session in sessions}
    several = Several(shown.get, list(shown))
    at_once(several.counting())
    return several


def drafted(sessions: Iterable[Session], **values: FieldValue) -> SeveralDraft:
    draft = SeveralDraft(counted(sessions))
    for name, value in values.items():
        draft.set(name, value)
    return draft


def assert_true_of(several: Several, sessions: Sequence[Session]) -> None:
    assert several.count == len(sessions)
    for name in FIELDS:
        assert several.common(name) == common(sessions, name)
        assert several.unknown(name) == sum(session.value(name) is UNKNOWN for session in sessions)
        reasons = [reason for session in sessions if (reason := lock_reason(session, name)) is not None]
        assert several.locked(name) == len(reasons)
        assert several.lock_reason(name) == next(iter(reasons), None)
    for values in ({"interval_min": 4}, {"interval_max": 12}, {"ai_prompt": "Slow"}, {"subreddits": ("earth",)}):
        assert several.weigh(values).exactly == len(plan_values(sessions, values, action="Set").changes)


# --- counting ---------------------------------------------------------------------------------------------------------


@given(
    _some,
    st.lists(_ids, unique=True),
    st.lists(st.dictionaries(_ids, st.none() | strategies.sessions(), min_size=1, max_size=4), max_size=6),
    st.integers(0, 4),
)
def test_what_is_told_is_true_of_the_sessions_as_they_are_now(
    sessions: list[Session], chosen: list[int], news: list[dict[int, Session | None]], steps: int
) -> None:
    shown = {session.id: session for session in sessions}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_STEP", 2)
        patch.setattr(module, "_NEWS", 2)  # so that some of the news have to wait
        several = Several(shown.get, chosen)
        work = several.counting()
        for _ in range(steps):
            next(work, None)
        for piece in news:
            for session_id, session in piece.items():
                if session is None:
                    shown.pop(session_id, None)
                else:
                    shown[session_id] = replace(session, id=session_id)
            several.update(piece.keys())
        at_once(several.counting())
        at_once(work)
    assert not several.is_counting
    assert_true_of(several, [shown[one] for one in chosen if one in shown])


def test_it_tells_whether_the_news_were_about_it() -> None:
    shown = {1: Session(id=1, is_favorite=True), 2: Session(id=2)}
    several = Several(shown.get, [1])
    assert several.is_counting
    assert not several.update([1]), "nothing has been counted yet"
    at_once(several.counting())
    assert not several.update([1]), "it is the same as before"
    shown.update({1: Session(id=1), 2: Session(id=2, is_favorite=True)})
    assert not several.update([2])
    assert several.update([1, 2])
    assert several.common("is_favorite") == NotKnown()


def test_a_session_that_comes_back_is_counted_again() -> None:
    shown = {1: Session(id=1, title="A"), 2: Session(id=2, title="B")}
    several = Several(shown.get, [1, 2])
    at_once(several.counting())
    gone = shown.pop(2)
    assert several.update([2])
    assert (several.count, several.common("title")) == (1, Same("A"))
    shown[2] = gone
    assert several.update([2])
    assert several.common("title") == Mixed({"A": 1, "B": 1})


def test_news_of_very_many_sessions_wait_for_their_turn() -> None:
    shown = {one: Session(id=one, is_favorite=False) for one in range(1000)}
    several = Several(shown.get, range(1000))
    at_once(several.counting())
    shown.update({one: Session(id=one, is_favorite=True) for one in range(1000)})
    told = [(several.update(shown.keys()), several.is_counting, several.common("is_favorite"))]
    at_once(several.counting())
    told.append((several.update([]), several.is_counting, several.common("is_favorite")))
    assert told == [(True, True, Same(value=False)), (False, False, Same(value=True))]


def test_no_step_looks_at_many_sessions() -> None:
    looked: list[int] = []

    def get(session_id: int) -> Session:
        looked.append(session_id)
        return Session(id=session_id, title=str(session_id))

    several = Several(get, range(1000))
    most = 0
    for _ in several.counting():
        most, looked = max(most, len(looked)), []
    assert 0 < most <= 64
    assert several.count == 1000


def test_a_session_counts_once() -> None:
    several = Several({1: Session(id=1, title="A")}.get, [1, 1])
    at_once(several.counting())
    assert (several.count, several.count_of("title", "A")) == (1, 1)


def test_nothing_selected_is_nothing_known() -> None:
    several = counted([])
    assert (several.count, several.common("title"), several.is_counting) == (0, NotKnown(), False)


def test_favourites_and_unknown_ones_are_counted_apart() -> None:
    flags: list[bool | None] = [True, True, False, None]
    several = counted([*(Session(id=i, is_favorite=flag) for i, flag in enumerate(flags)), Session(id=9)])
    counts = [several.count_of("is_favorite", value) for value in (True, False, None, UNKNOWN)]
    assert (counts, several.unknown("is_favorite")) == ([2, 1, 1, 1], 1)


def test_the_most_frequent_values_come_first() -> None:
    titles = ["B", "A", "C", "A", "D", "C", "A"]
    several = counted(Session(id=i, title=title) for i, title in enumerate(titles))
    assert at_once(several.ranking("title", 3)) == [("A", 3), ("C", 2), ("B", 1)]
    assert at_once(several.ranking("is_public")) == [(UNKNOWN, 7)]


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 300) | st.just(UNKNOWN))), st.sampled_from([1, MANY]))
def test_counts_in_parts_are_those_of_a_counter(moves: list[tuple[bool, object]], parts: int) -> None:
    counts: Counts[object] = Counts(parts)
    expected: Counter[object] = Counter()
    for up, value in moves:
        if up:
            counts.more([value])
            expected[value] += 1
        elif expected[value]:
            counts.less(value)
            expected[value] -= 1
    assert counts == dict(+expected)
    assert len(counts) == len(+expected)
    assert Counter(dict(item for part in counts.parts() for item in part)) == +expected
    assert all(counts[value] == expected[value] and (value in counts) == (expected[value] > 0) for _, value in moves)


# --- what edits would do ----------------------------------------------------------------------------------------------


@given(_some, strategies.patches())
def test_what_is_weighed_agrees_with_the_plan(sessions: list[Session], values: dict[str, FieldValue]) -> None:
    draft = drafted(sessions, **values)
    plan = plan_values(sessions, values, action="Set")
    if draft.problems():
        assert (draft.requests(), draft.at_least()) == (None, 0)
        return
    assert draft.requests() in (None, len(plan.changes))
    assert draft.at_least() <= len(plan.changes)
    assert draft.at_least() == (draft.requests() or draft.at_least())
    if {*values} <= {"interval_min", "interval_max"} or len(values) <= 1:
        assert draft.requests() == len(plan.changes)
        assert sum(note.sessions for note in draft.notes()) == len(plan.refused)


def test_several_fields_are_weighed_exactly_where_that_can_be() -> None:
    sessions = [Session(id=i, title="A", is_public=i < 2, transition="fade") for i in range(4)]
    assert drafted(sessions, title="A", is_public=True).requests() == 2, "one field alone is different"
    assert drafted(sessions, title="B", is_public=True).requests() == 4, "one field is different in all"
    draft = drafted([*sessions, Session(id=9, title="B", is_public=True, transition="zoom")], title="B", is_public=True)
    assert (draft.requests(), draft.at_least()) == (None, 4)


def test_who_is_left_out_is_noted_and_is_no_problem() -> None:
    sessions = [
        Session(id=1, is_imported=True, ai_prompt="Slow", interval_min=2, interval_max=4),
        Session(id=2, is_imported=True, ai_prompt="Fast", interval_min=5, interval_max=9),
        Session(id=3, is_imported=False, ai_prompt="", interval_min=1, interval_max=3),
    ]
    draft = drafted(sessions, ai_prompt="Fast", interval_min=5)
    assert draft.problems() == []
    assert [(note.field, note.sentence, note.sessions) for note in draft.notes()] == [
        ("ai_prompt", "1 session is skipped: Imported sessions keep their prompt.", 1),
        ("interval_min", "2 sessions are skipped: Their longest interval is shorter.", 2),
    ]
    draft.revert("interval_min")
    draft.set("interval_max", 1)
    assert draft.notes()[1].sentence == "2 sessions are skipped: Their shortest interval is longer."


def test_values_that_are_wrong_for_everybody_are_problems() -> None:
    sessions = [Session(id=1, interval_min=1, interval_max=2)]
    crossed = drafted(sessions, interval_min=9, interval_max=5)
    assert [(problem.field, problem.sentence) for problem in crossed.problems()] == [
        ("interval_min", "At most 5 seconds, the longest interval.")
    ]
    assert (crossed.notes(), crossed.requests()) == ([], None)
    assert drafted(sessions, title="").problems() == check_values({"title": ""})
    assert [problem.field for problem in drafted(sessions, title=UNKNOWN, interval_min=99).problems()] == [
        "title",
        "interval_min",
    ]


# --- the draft --------------------------------------------------------------------------------------------------------

TWO = [Session(id=1, title="A", transition="fade"), Session(id=2, title="B", transition="fade")]


def test_nothing_takes_part_at_first() -> None:
    draft = drafted(TWO)
    assert (draft.values(), draft.is_dirty, draft.problems(), draft.requests()) == ({}, False, [], 0)
    assert not any(map(draft.takes_part, FIELDS))
    assert (draft.value("title"), draft.value("transition")) == (UNKNOWN, "fade")


def test_editing_ticks_a_field() -> None:
    draft = drafted(TWO, title="C")
    assert (draft.takes_part("title"), draft.is_entered("title"), draft.is_dirty) == (True, True, True)
    assert (draft.values(), draft.requests()) == ({"title": "C"}, 2)


def test_without_its_tick_a_value_is_kept_but_left_out() -> None:
    draft = drafted(TWO, title="", transition="zoom")
    draft.set_takes_part("title", False)
    assert (draft.value("title"), draft.is_entered("title"), draft.is_dirty) == ("", True, True)
    assert (draft.values(), draft.problems()) == ({"transition": "zoom"}, [])
    draft.set_takes_part("title", True)
    assert draft.values() == {"title": "", "transition": "zoom"}


def test_a_tick_alone_means_the_value_that_all_have_and_needs_one_where_they_differ() -> None:
    draft = drafted(TWO)
    draft.set_takes_part("transition", True)
    assert (draft.values(), draft.problems(), draft.requests()) == ({"transition": "fade"}, [], 0)
    draft.set_takes_part("title", True)
    assert [problem.field for problem in draft.problems()] == ["title"]
    assert not draft.is_entered("title")


def test_reverting_forgets_value_and_tick() -> None:
    draft = drafted(TWO, title="C", transition="zoom", is_public=True)
    draft.revert("title")
    draft.revert("ai_prompt")
    assert (draft.values(), draft.value("title")) == ({"transition": "zoom", "is_public": True}, UNKNOWN)
    draft.revert()
    assert (draft.values(), draft.is_dirty) == ({}, False)


def test_values_come_in_form_order() -> None:
    assert list(drafted(TWO, is_public=True, transition="zoom", title="C").values()) == [
        "title",
        "transition",
        "is_public",
    ]


# --- the plan ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "title"),
    [
        ({"caption_theme": "joi"}, "Set caption theme of 2 sessions"),
        ({"is_public": True, "title": "C"}, "Set title and “Public” of 2 sessions"),
        ({"is_public": True, "title": "C", "transition": "zoom"}, "Set 3 fields of 2 sessions"),
        ({"title": "A"}, "Set title of 1 session"),
        ({"transition": "fade"}, "Set transition of 0 sessions"),
    ],
)
def test_the_plan_says_what_it_sets(values: dict[str, FieldValue], title: str) -> None:
    assert at_once(planning_values(TWO, values)).title == title


@given(_some, strategies.odd_patches())
def test_the_plan_is_that_of_the_same_values(sessions: list[Session], values: dict[str, FieldValue]) -> None:
    plan = at_once(planning_values(sessions, values))
    assert replace(plan, title="") == replace(plan_values(sessions, values, action=""), title="")


@pytest.mark.parametrize(
    ("values", "count", "title"),
    [
        ({"share_to_community": True}, 12, "Turn “Shared” on for 12 sessions"),
        ({"is_public": False}, 1, "Turn “Public” off for 1 session"),
        ({"is_public": False, "title": "A"}, 2, "Set title and “Public” of 2 sessions"),
        ({"caption_theme": "joi"}, 1200, "Set caption theme of 1,200 sessions"),
    ],
)
def test_a_plan_for_several_is_called_by_what_it_does(values: Values, count: int, title: str) -> None:
    assert title_of(values, count) == title
