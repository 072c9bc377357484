from __future__ import annotations

import asyncio

import pytest

from joip_desktop.domain.changes import Change
from joip_desktop.domain.entry import Priority
from joip_desktop.domain.session import UNKNOWN, FieldValue, Session
from joip_desktop.engine.library import Library, LibraryEvent
from joip_desktop.engine.outbox import Outbox
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
    assert events == [LibraryEvent(frozenset({1, 2, 3}), reset=True)]
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
    assert events == [LibraryEvent(frozenset({1, 2}), reset=True)]


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
