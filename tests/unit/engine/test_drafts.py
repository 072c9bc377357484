from __future__ import annotations

import asyncio

import pytest

from joip_desktop.domain.changes import Change
from joip_desktop.domain.entry import Priority
from joip_desktop.domain.session import Session
from joip_desktop.engine.drafts import Drafts
from joip_desktop.engine.library import Library
from joip_desktop.engine.outbox import Outbox
from tests.helpers.queueing import queue


@pytest.fixture
def outbox() -> Outbox:
    return Outbox()


@pytest.fixture
def library(outbox: Outbox) -> Library:
    library = Library(outbox)
    library.load([Session(id=1, title="A", is_public=False), Session(id=2, title="A")])
    return library


@pytest.fixture
def drafts(library: Library) -> Drafts:
    return Drafts(library)


def shown(drafts: Drafts, session_id: int) -> object:
    draft = drafts.get(session_id)
    assert draft is not None
    return draft.value("title")


def test_edits_are_kept_for_each_session(drafts: Drafts) -> None:
    told: list[frozenset[int]] = []
    drafts.changed.add(told.append)
    drafts.edit(1, "title", "B")
    drafts.edit(2, "title", "C")
    assert (shown(drafts, 1), shown(drafts, 2)) == ("B", "C")
    assert drafts.dirty == (1, 2)
    assert drafts.is_dirty(1)
    assert told == [{1}, {2}]


def test_looking_at_a_session_makes_nothing_dirty(drafts: Drafts) -> None:
    assert shown(drafts, 1) == "A"
    assert drafts.dirty == ()
    assert drafts.get(9) is None
    drafts.edit(9, "title", "B")
    drafts.revert(9)
    assert drafts.dirty == ()


def test_an_edit_back_is_no_edit(drafts: Drafts) -> None:
    drafts.edit(1, "title", "B")
    drafts.edit(1, "title", "A")
    assert not drafts.is_dirty(1)


def test_edits_can_be_forgotten_one_by_one_or_all(drafts: Drafts) -> None:
    drafts.edit(1, "title", "B")
    drafts.edit(1, "is_public", True)
    drafts.revert(1, "title")
    assert shown(drafts, 1) == "A"
    assert drafts.is_dirty(1)
    drafts.revert(1)
    assert not drafts.is_dirty(1)


def test_saving_clears_the_draft_and_news_from_the_server_do_not(
    drafts: Drafts, library: Library, outbox: Outbox
) -> None:
    drafts.edit(1, "title", "B")
    library.load([Session(id=1, title="news"), Session(id=2)])
    assert shown(drafts, 1) == "B"
    change = Change(session_id=1, patch={"title": "B"}, before={"title": "news"})
    asyncio.run(queue(outbox, [change], priority=Priority.HAND, job=1))
    assert drafts.dirty == ()


def test_edits_of_a_session_that_is_missing_from_a_list_come_back_with_it(drafts: Drafts, library: Library) -> None:
    drafts.edit(1, "title", "B")
    drafts.edit(2, "title", "B")
    library.load([Session(id=2, title="A")])
    assert list(drafts.dirty) == [2]
    assert drafts.get(1) is None
    library.load([Session(id=1, title="A"), Session(id=2, title="A")])
    assert list(drafts.dirty) == [1, 2]
    draft = drafts.get(1)
    assert draft is not None
    assert draft.edits == {"title": "B"}
