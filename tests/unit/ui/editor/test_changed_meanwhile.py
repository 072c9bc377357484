"""What the form says of an edited field that somebody else has changed since the edit began."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from joip_desktop.domain.session import FieldValue, Session
from joip_desktop.engine.plan import plan_draft
from joip_desktop.ui.discretion import Discretion
from tests.helpers.form_desk import FormDesk
from tests.helpers.still_workspace import now

BEFORE = Session(id=1, title="A walk", interval_min=4, interval_max=12, ai_prompt="word " * 100, is_imported=False)
AFTER = BEFORE.with_values({"title": "Theirs", "interval_min": 5, "ai_prompt": "Theirs"})
EDITS: dict[str, FieldValue] = {"title": "Mine", "interval_min": 7, "ai_prompt": "Mine"}

Make = Callable[..., FormDesk]


@pytest.fixture
def edited(qtbot: QtBot) -> Iterator[Make]:
    opened: list[FormDesk] = []

    def make(discretion: Discretion | None = None) -> FormDesk:
        desk = FormDesk.showing(BEFORE, discretion=discretion)
        opened.append(desk)
        qtbot.addWidget(desk.form)
        for name, value in EDITS.items():
            desk.workspace.drafts.edit(1, name, value)
        assert [desk.said(name) for name in EDITS] == ["", "", ""]
        return desk

    yield make
    for one in opened:
        one.close()


def test_it_says_what_was_there_when_the_edit_began(edited: Make) -> None:
    desk = edited()
    desk.workspace.library.load([AFTER])
    assert desk.said("title") == "Changed elsewhere meanwhile; it was “A walk”."
    assert desk.said("interval_min") == "Changed elsewhere meanwhile; it was 4 s."
    long = desk.said("ai_prompt")
    assert long.startswith("Changed elsewhere meanwhile; it was “word word ")
    assert long.endswith("….")
    assert len(long) < 130
    assert not desk.is_error("title"), "nothing is wrong with the edit"
    assert desk.save == ("Save 3 fields", True)
    desk.revert("title")
    assert desk.said("title") == ""
    assert desk.text("title") == "Theirs"


def test_our_own_save_is_not_said(edited: Make) -> None:
    desk = edited()
    draft = desk.workspace.drafts.get(1)
    assert draft is not None
    now(desk.workspace.submit(plan_draft(draft)))
    desk.workspace.drafts.edit(1, "title", "Mine, too")
    assert desk.said("title") == ""


def test_what_is_hidden_is_not_told(edited: Make) -> None:
    discretion = Discretion(on=True)
    desk = edited(discretion)
    desk.workspace.library.load([AFTER])
    assert desk.said("title") == desk.said("ai_prompt") == "Changed elsewhere meanwhile."
    assert desk.said("interval_min") == "Changed elsewhere meanwhile; it was 4 s."
    discretion.set_on(False)
    assert "A walk" in desk.said("title")
