"""Edits for several sessions, from the window: nothing typed is gone before it is kept, nor without a question."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from joip_desktop.domain.errors import StorageError
from joip_desktop.engine.bulk import AddSubreddits
from joip_desktop.mock import MockServer
from joip_desktop.ui.editor.several_form import SeveralForm
from joip_desktop.ui.jobs.plan_dialog import PlanDialog
from tests.helpers.window import Person, opened, settle, until

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # raising and grabbing, offscreen


def _some(person: Person, count: int, start: int = 0) -> Sequence[int]:
    """The ids of sessions that nothing is locked in."""
    return [one.id for one in person.window.panel.model.sessions() if one.is_imported is False][start : start + count]


async def _select(person: Person, session_ids: Sequence[int]) -> SeveralForm:
    person.window.panel.selection.select_sessions(session_ids)
    await settle()
    return person.window.editor.several


def _questions(person: Person) -> list[QMessageBox]:
    return [one for one in person.window.findChildren(QMessageBox) if one.isVisible()]


async def test_what_is_ticked_is_sent_to_all_and_is_no_edit_any_more(server: MockServer) -> None:
    async with opened(server) as person:
        chosen = _some(person, 3)
        form = await _select(person, chosen)
        form.rows["title"].edited.emit("title", "The same for all")
        form.apply_button.click()
        await person.agree()
        await person.sent()
        assert {server.store.row(one)["title"] for one in chosen} == {"The same for all"}
        assert all(body == {"title": "The same for all"} for _, body in person.patches())
        assert not form.draft.is_dirty
        person.press("Ctrl+Z")
        await until(lambda: bool(person.window.findChildren(PlanDialog)))


async def test_a_disk_that_refuses_takes_no_edits_away(
    server: MockServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(server, profile=tmp_path) as person:

        async def refuse(*_: object) -> None:
            raise StorageError("The disk is full.")

        monkeypatch.setattr(person.workspace._journal, "open", refuse)
        form = await _select(person, _some(person, 3))
        form.rows["title"].edited.emit("title", "Long thought about")
        form.apply_button.click()
        await person.agree()
        await settle()
        assert "The disk is full." in person.window.notice.label.text()
        assert form.draft.values() == {"title": "Long thought about"}
        form.revert()


async def test_agreeing_to_a_plan_leaves_alone_what_was_typed_for_others_meanwhile(server: MockServer) -> None:
    async with opened(server) as person:
        form = await _select(person, _some(person, 3))
        form.rows["title"].edited.emit("title", "For these")
        form.apply_button.click()
        await _select(person, _some(person, 3, start=10))
        form.rows["title"].edited.emit("title", "For others")
        await person.agree()
        await person.sent()
        assert form.draft.values() == {"title": "For others"}
        assert form.edited_sessions == 3
        await _select(person, _some(person, 3))
        assert not form.draft.is_dirty, "those were sent"
        await _select(person, _some(person, 3, start=10))
        form.revert()
        assert form.edited_sessions == 0


async def test_a_look_at_others_and_back_keeps_what_was_typed(server: MockServer) -> None:
    async with opened(server) as person:
        chosen = _some(person, 3)
        form = await _select(person, chosen)
        form.rows["ai_prompt"].edited.emit("ai_prompt", "A long prompt")
        await _select(person, _some(person, 2, start=30))
        assert not form.draft.is_dirty
        await _select(person, chosen)
        assert form.draft.values() == {"ai_prompt": "A long prompt"}
        form.revert()


async def test_closing_asks_before_edits_for_several_sessions_are_lost(server: MockServer) -> None:
    async with opened(server) as person:
        form = await _select(person, _some(person, 3))
        form.rows["ai_prompt"].edited.emit("ai_prompt", "A long prompt")
        person.window.close()
        await settle()
        (question,) = _questions(person)
        assert question.text() == "3 sessions have unsaved edits. If you close now, they are lost."
        next(one for one in question.buttons() if one.text() == "Keep open").click()
        form.revert()
        await settle()
        person.window.close()
        assert not _questions(person)


async def test_a_second_wish_while_a_plan_waits_is_refused_in_words(server: MockServer) -> None:
    async with opened(server) as person:
        person.window.desk.favourite(_some(person, 5, 20), favourite=True)
        person.window.edit_desk._operate(_some(person, 3), AddSubreddits(("cats",)))
        assert "Another plan" in person.window.notice.label.text()
        await person.agree()
        await person.sent()
        assert all("subreddits" not in body for _, body in person.patches())
