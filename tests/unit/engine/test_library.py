from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.changes import Change
from joip_desktop.domain.entry import Priority
from joip_desktop.domain.session import UNKNOWN, FieldValue, Session
from joip_desktop.engine.library import Library, LibraryEvent
from joip_desktop.engine.outbox import Outbox
from joip_desktop.engine.slices import at_once
from tests.helpers.queueing import queue

EARLY, LATE = "2025-03-02T10:00:00.000Z", "2025-03-02T10:00:00.001Z"


@pytest.fixture
def outbox() -> Outbox:
    return Outbox()


@pytest.fixture
def library(outbox: Outbox) -> Library:
    return Library(outbox)


def listen(library: Library) -> list[LibraryEvent]:
    events: list[LibraryEvent] = []
    library.changed.add(events.append)
    return events


def add(outbox: Outbox, session_id: int, name: str, before: FieldValue, after: FieldValue) -> None:
    change = Change(session_id=session_id, patch={name: after}, before={name: before})
    asyncio.run(queue(outbox, [change], priority=Priority.HAND, job=1))


def test_the_servers_order_is_kept_and_everything_is_told(library: Library) -> None:
    events = listen(library)
    library.load([Session(id=3), Session(id=1), Session(id=2)])
    assert [session.id for session in library] == [3, 1, 2]
    assert len(library) == 3
    assert events == [LibraryEvent(frozenset({1, 2, 3}), reset=True, listed=True)]
    assert [session.id for session in library.pick([2, 9, 3])] == [2, 3]


def test_sessions_come_and_go_with_the_list(library: Library) -> None:
    library.load([Session(id=1), Session(id=2)])
    library.load([Session(id=2), Session(id=3)])
    assert [session.id for session in library] == [2, 3]
    assert library.get(1) is None
    assert library.server(1) is None


def test_a_list_erases_nothing_that_is_known(library: Library) -> None:
    library.load([Session(id=1, title="A", share_to_community=True)])
    library.load([Session(id=1, title="B", ai_prompt=None)])
    assert library.get(1) == Session(id=1, title="B", share_to_community=True, ai_prompt=None)


def test_a_list_that_was_read_before_an_answer_does_not_set_it_back(library: Library) -> None:
    library.load([Session(id=1, title="A", updated_at=EARLY)])
    library.take_over(Session(id=1, title="B", updated_at=LATE))
    library.load([Session(id=1, title="A", import_source="reddit", updated_at=EARLY)])
    assert library.get(1) == Session(id=1, title="B", import_source="reddit", updated_at=LATE)


@pytest.mark.parametrize("moment", [LATE, EARLY, UNKNOWN, None, "yesterday"])
def test_any_other_list_counts(library: Library, moment: str) -> None:
    library.load([Session(id=1, title="A", updated_at=EARLY)])
    library.load([Session(id=1, title="B", updated_at=moment)])
    shown = library.get(1)
    assert shown is not None
    assert shown.title == "B"


def test_waiting_changes_lie_over_what_the_server_said(library: Library, outbox: Outbox) -> None:
    library.load([Session(id=1, title="A"), Session(id=2, title="A")])
    events = listen(library)
    add(outbox, 1, "title", "A", "B")
    assert events == [LibraryEvent(frozenset({1}))]
    shown, server = library.get(1), library.server(1)
    assert shown is not None
    assert server is not None
    assert (shown.title, server.title) == ("B", "A")
    library.load([Session(id=1, title="A"), Session(id=2, title="A")])
    assert [session.title for session in library] == ["B", "A"]
    asyncio.run(outbox.withdraw(lambda _: True))
    assert [session.title for session in library] == ["A", "A"]


def test_an_answer_with_values_that_nobody_expected_is_shown(library: Library, outbox: Outbox) -> None:
    library.load([Session(id=1, subreddits=("a",), thumbnail="x")])
    add(outbox, 1, "subreddits", ("a",), ("b", "c"))
    entry = outbox.take()
    assert entry is not None
    library.take_over(Session(id=1, subreddits=("b",), thumbnail="generated"))
    asyncio.run(outbox.done(entry))
    assert library.get(1) == Session(id=1, subreddits=("b",), thumbnail="generated")


def test_an_answer_of_a_session_that_is_not_listed_is_a_new_row_for_views(library: Library) -> None:
    library.load([Session(id=1)])
    events = listen(library)
    library.take_over(Session(id=2, title="B"))
    assert [session.id for session in library] == [1, 2]
    assert events == [LibraryEvent(frozenset({2}), reset=True)]


def test_news_of_sessions_that_are_not_there_are_none(library: Library, outbox: Outbox) -> None:
    events = listen(library)
    add(outbox, 9, "title", "A", "B")
    assert events == []
    library.load([Session(id=9, title="A")])
    shown = library.get(9)
    assert shown is not None
    assert shown.title == "B"


def test_an_answer_that_is_older_than_the_list_does_not_set_it_back(library: Library) -> None:
    library.load([Session(id=1, title="theirs", updated_at=LATE)])
    library.take_over(Session(id=1, title="ours", share_to_community=True, updated_at=EARLY))
    assert library.get(1) == Session(id=1, title="theirs", share_to_community=True, updated_at=LATE)


def test_what_a_session_was_called_is_known_after_it_has_gone(library: Library) -> None:
    library.load([Session(id=1, title="A"), Session(id=2, title="B")])
    library.load([Session(id=2, title="B")])
    gone = library.last_known(1)
    assert gone is not None
    assert (gone.title, library.get(1), library.last_known(9)) == ("A", None, None)


def test_a_list_with_unreadable_rows_takes_no_session_away(library: Library) -> None:
    library.load([Session(id=1, title="A"), Session(id=2, title="B")])
    library.load([Session(id=2, title="C")], complete=False)
    assert [(session.id, session.title) for session in library] == [(2, "C"), (1, "A")]


def test_an_answer_of_a_session_that_has_left_the_list_is_laid_over_what_was_known(library: Library) -> None:
    library.load([Session(id=1, title="A", ai_prompt="Slow"), Session(id=2)])
    library.load([Session(id=2)])
    library.take_over(Session(id=1, title="B"))
    assert list(library) == [Session(id=2), Session(id=1, title="B", ai_prompt="Slow")]


# --- what is told of a list -------------------------------------------------------------------------------------------


def test_only_what_is_different_is_told(library: Library) -> None:
    library.load([Session(id=1, title="A"), Session(id=2, title="A")])
    events = listen(library)
    library.load([Session(id=1, title="A"), Session(id=2, title="B")])
    library.load([Session(id=1), Session(id=2)])
    library.load([Session(id=2), Session(id=1)])
    library.load([Session(id=2), Session(id=3), Session(id=1)])
    library.load([Session(id=3), Session(id=1)])
    assert events == [
        LibraryEvent(frozenset({2}), listed=True),
        LibraryEvent(frozenset(), listed=True),
        LibraryEvent(frozenset(), reset=True, listed=True),
        LibraryEvent(frozenset({3}), reset=True, listed=True),
        LibraryEvent(frozenset({2}), reset=True, listed=True),
    ]


def test_of_an_earlier_runs_list_it_is_told_that_it_is_one(library: Library) -> None:
    events: list[LibraryEvent] = []
    library.changed.add(events.append)
    library.load([Session(id=1, title="a")], earlier=True)
    library.load([Session(id=1, title="a")])
    assert [(event.listed, event.earlier) for event in events] == [(True, True), (True, False)]


def test_what_is_the_same_stays_the_same_object(library: Library, outbox: Outbox) -> None:
    first = [Session(id=one, title="A", updated_at=LATE) for one in (1, 2, 3)]
    library.load(first)
    add(outbox, 2, "title", "A", "B")
    shown = library.get(2)
    library.load([Session(id=1, title="A"), Session(id=2, title="A", updated_at=LATE), Session(id=3, updated_at=EARLY)])
    assert library.server_rows() == first
    assert all(now is before for now, before in zip(library.server_rows(), first, strict=True))
    assert library.get(1) is first[0]
    assert library.get(2) is shown
    library.take_over(Session(id=3, title="A"))
    assert library.server(3) is first[2]


def test_fields_that_were_changed_elsewhere_are_told_for_sessions_with_waiting_changes(
    library: Library, outbox: Outbox
) -> None:
    library.load([Session(id=one, title="A", is_public=False) for one in (1, 2, 3)])
    add(outbox, 1, "title", "A", "B")
    add(outbox, 2, "title", "A", "B")
    elsewhere = at_once(library.loading(Session(id=one, title="C", is_public=one != 2) for one in (1, 2, 3)))
    assert {one: list(names) for one, names in elsewhere.items() if names} == {1: ["is_public"]}


# --- in slices --------------------------------------------------------------------------------------------------------


def test_until_all_of_a_list_is_in_everybody_sees_the_former_one(library: Library) -> None:
    library.load([Session(id=1, title="A"), Session(id=2)])
    events = listen(library)
    for _ in library.loading([Session(id=3), Session(id=1, title="B")]):
        if not events:
            assert list(library) == [Session(id=1, title="A"), Session(id=2)]
            assert library.server(3) is None
    assert list(library) == [Session(id=3), Session(id=1, title="B")]
    assert events == [LibraryEvent(frozenset({1, 2, 3}), reset=True, listed=True)]


def test_one_list_is_loaded_at_a_time_and_one_that_is_given_up_leaves_nothing_behind(library: Library) -> None:
    library.load([Session(id=1)])
    first = library.loading([Session(id=2), Session(id=3)])
    next(first)
    with pytest.raises(RuntimeError):
        library.load([Session(id=4)])
    first.close()
    assert list(library) == [Session(id=1)]
    library.load([Session(id=4)])
    assert list(library) == [Session(id=4)]


def test_whoever_reads_the_former_list_can_go_on(library: Library) -> None:
    library.load([Session(id=1), Session(id=2)])
    shown = library.shown
    library.load([Session(id=3)])
    assert list(shown) == [1, 2]


def test_an_answer_that_comes_while_a_list_is_loaded_counts_after_all_of_it(library: Library) -> None:
    """Also if its session's row was not looked at before, which would be older than the answer then."""
    library.load([Session(id=one, title="A") for one in (1, 2)])
    work = library.loading([Session(id=one, title="B", updated_at=EARLY) for one in (1, 2)])
    next(work)
    for one in (1, 2):
        library.take_over(Session(id=one, is_public=True, updated_at=LATE))
    at_once(work)
    assert list(library) == [Session(id=one, title="B", is_public=True, updated_at=LATE) for one in (1, 2)]


def test_what_an_answer_brings_while_a_list_is_loaded_was_not_changed_elsewhere(
    library: Library, outbox: Outbox
) -> None:
    library.load([Session(id=1, title="A", is_public=False)])
    add(outbox, 1, "title", "A", "B")
    first = outbox.take()
    assert first is not None
    add(outbox, 1, "is_public", False, True)
    work = library.loading([Session(id=2), Session(id=1, title="B", is_public=False)])
    next(work)  # the session's row is still to come
    library.take_over(Session(id=1, title="B", is_public=False))
    asyncio.run(outbox.done(first))
    assert not any(at_once(work).values())


def test_sessions_that_are_not_in_a_list_follow_it_as_their_answers_came(library: Library) -> None:
    library.load([Session(id=1)])
    work = library.loading([Session(id=3)])
    next(work)
    for one in (2, 1):
        library.take_over(Session(id=one))
    at_once(work)
    assert [session.id for session in library] == [session.id for session in library.server_rows()] == [3, 2, 1]


def test_what_is_wanted_while_a_list_brings_the_same_is_no_difference_to_it(library: Library, outbox: Outbox) -> None:
    library.load([Session(id=1, title="A"), Session(id=2)])
    work = library.loading([Session(id=1, title="B"), Session(id=2)])
    for _ in range(5):  # it has been compared by then
        next(work)
    events = listen(library)
    add(outbox, 1, "title", "A", "B")
    at_once(work)
    assert events == [LibraryEvent(frozenset({1})), LibraryEvent(frozenset(), listed=True)]


_moments = st.sampled_from([UNKNOWN, None, EARLY, LATE])
_ids = st.integers(1, 5)
_sessions = st.builds(
    lambda session_id, **values: Session(id=session_id, **values),
    _ids,
    title=st.sampled_from([UNKNOWN, "A", "B"]),
    is_public=st.sampled_from([UNKNOWN, True, False]),
    updated_at=_moments,
)
_lists = st.lists(_sessions, max_size=5, unique_by=lambda session: session.id)
_meanwhile = st.lists(
    st.tuples(st.integers(0, 14), st.sampled_from(["answer", "want", "withdraw", "done"]), _sessions), max_size=6
)


class View:
    """Knows what the library shows by what it is told alone."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.seen = {session.id: session for session in library}
        self.order = list(self.seen)
        self.changed: frozenset[int] = frozenset()
        library.changed.add(self._on_change)

    def _on_change(self, event: LibraryEvent) -> None:
        before = dict(self.seen)
        for session_id in event.changed:
            if (session := self.library.get(session_id)) is None:
                self.seen.pop(session_id, None)
            else:
                self.seen[session_id] = session
        order = [session.id for session in self.library]
        assert event.reset or order == self.order
        if event.listed:
            assert event.reset == (order != self.order)
            now = self.seen
            assert event.changed == {one for one in now.keys() | before if now.get(one) != before.get(one)}
        self.order = order
        self.check()

    def check(self) -> None:
        assert self.seen == {session.id: session for session in self.library}
        assert self.order == [session.id for session in self.library]


@given(_lists, _lists, _meanwhile, st.booleans())
def test_whatever_happens_while_a_list_is_loaded_counts_after_it(
    former: list[Session], listed: list[Session], meanwhile: list[tuple[int, str, Session]], complete: bool
) -> None:
    outbox = Outbox()
    library, reference = Library(outbox), Library(outbox)
    library.load(former)
    reference.load(former)
    view = View(library)
    answers: list[Session] = []

    def answer(told: Session) -> None:
        library.take_over(told)
        answers.append(told)

    def done(told: Session) -> None:
        if (entry := outbox.take()) is not None:
            asyncio.run(outbox.done(entry, told))

    steps: dict[str, Callable[[Session], object]] = {
        "answer": answer,
        "want": lambda told: add(outbox, told.id, "title", "A", f"{told.title} wanted"),
        "withdraw": lambda told: asyncio.run(outbox.withdraw(lambda part: part.change.session_id == told.id)),
        "done": done,
    }
    for number, _ in enumerate(library.loading(listed, complete=complete)):
        for at, kind, told in meanwhile:
            if at == number and library._load is not None:
                steps[kind](told)
                view.check()
    reference.load(listed, complete=complete)
    for told in answers:
        reference.take_over(told)
    assert library.server_rows() == reference.server_rows()
    assert list(library) == list(reference)
    view.check()
