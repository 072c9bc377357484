"""The form in the window: its buttons, undo right after saving, and what asks first."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMessageBox

from joip_desktop.mock import MockServer
from joip_desktop.ui.editor.review_dialog import ReviewDialog
from tests.helpers.hands import text_of
from tests.helpers.window import Person, opened, settle, until

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # raising and grabbing, offscreen


async def _own(person: Person) -> int:
    """Select a session that nothing is locked in."""
    session_id = next(one.id for one in person.window.panel.model.sessions() if one.is_imported is False)
    await person.select(session_id)
    return session_id


def _question(person: Person) -> QMessageBox:
    (question,) = (one for one in person.window.findChildren(QMessageBox) if one.isVisible())
    return question


async def _answer(person: Person, label: str) -> None:
    next(one for one in _question(person).buttons() if one.text() == label).click()
    await settle()
    person.window.activateWindow()  # as a window manager does; the offscreen platform has none
    await settle()


@pytest.mark.parametrize("by_key", [False, True], ids=["button", "key"])
async def test_review_shows_what_saving_sends_and_saves_from_there(server: MockServer, by_key: bool) -> None:
    async with opened(server) as person:
        session_id = await _own(person)
        assert not person.window.editor.form.review_button.isEnabled()
        person.type_into(person.field("title"), "Reviewed")
        if by_key:
            person.press("Ctrl+Shift+S", person.window)
        else:
            person.window.editor.form.review_button.click()
        await until(lambda: bool(person.window.findChildren(ReviewDialog)))
        (dialog,) = person.window.findChildren(ReviewDialog)
        assert "Reviewed" in dialog.curl_page.text.toPlainText()
        assert server.cookie not in dialog.curl_page.text.toPlainText()
        dialog.save_button.click()
        await person.sent()
        assert person.patches() == [(session_id, {"title": "Reviewed"})]


async def test_undo_right_after_saving_undoes_the_save_and_no_letters(server: MockServer) -> None:
    async with opened(server) as person:
        session_id = await _own(person)
        before = server.store.row(session_id)["title"]
        field = person.field("title")
        assert isinstance(field, QLineEdit)
        person.type_into(field, "Saved at once")
        person.press("Ctrl+S", person.window)
        await person.sent()
        assert server.store.row(session_id)["title"] == "Saved at once"
        assert not field.isUndoAvailable()
        person.press("Ctrl+Z", field)
        await person.sent()
        await until(lambda: server.store.row(session_id)["title"] == before)
        assert person.window.workspace.drafts.dirty == ()


async def test_what_is_typed_on_while_the_save_is_under_way_can_still_be_taken_back(server: MockServer) -> None:
    async with opened(server) as person:
        await _own(person)
        field = person.field("title")
        assert isinstance(field, QLineEdit)
        person.type_into(field, "Saved")
        person.press("Ctrl+S", person.window)
        QTest.keyClicks(field, " and more")
        await person.sent()
        assert field.text() == "Saved and more"
        assert field.isUndoAvailable()
        person.window.edit_desk.revert()


async def test_sharing_asks_also_when_it_is_undone_and_done_again(server: MockServer) -> None:
    async with opened(server) as person:
        session_id = await _own(person)
        server.store.set_row(session_id, shareToCommunity=False)
        person.type_into(person.field("title"), "So that the answer tells whether it is shared")
        person.press("Ctrl+S", person.window)
        await person.sent()
        QTest.keyClick(person.field("share_to_community"), Qt.Key.Key_Space)
        person.press("Ctrl+S", person.window)
        await settle()
        assert "public copy of this session" in _question(person).text()
        assert _question(person).defaultButton().text() == "Not now"
        await _answer(person, "Not now")
        assert len(person.patches()) == 1
        person.press("Ctrl+S", person.window)
        await settle()
        await _answer(person, "Share")
        await person.sent()
        assert server.store.row(session_id)["shareToCommunity"] is True
        person.window.undo_stack.undo()
        await until(lambda: any(one.isVisible() for one in person.window.findChildren(QMessageBox)))
        assert "deletes the public copy" in _question(person).text()
        await _answer(person, "Undo")
        await person.sent()
        assert server.store.row(session_id)["shareToCommunity"] is False
        person.window.undo_stack.redo()
        await until(lambda: any(one.isVisible() for one in person.window.findChildren(QMessageBox)))
        assert "public copy of this session" in _question(person).text()
        await _answer(person, "Redo")
        await person.sent()
        assert server.store.row(session_id)["shareToCommunity"] is True


NO_NUMBER = "A whole number is needed: 1 to 60 seconds."


def _seconds(person: Person) -> tuple[str, str, bool]:
    """What is written in the form as the shortest interval, what is said below it, and whether Save can be pressed."""
    form = person.window.editor.form
    row = form.rows["interval_min"]
    return text_of(row.editor), row._notes.text(), form.save_button.isEnabled()


async def test_what_is_no_number_is_there_again_as_it_was_typed_in_this_run_and_the_next(
    server: MockServer, tmp_path: Path
) -> None:
    async with opened(server, profile=tmp_path) as person:
        session_id = await _own(person)
        stored = _seconds(person)
        other = next(one.id for one in person.window.panel.model.sessions() if one.id != session_id)
        person.type_into(person.field("interval_min"), "31.5")
        assert _seconds(person) == ("31.5", NO_NUMBER, False)
        await person.select(other)
        assert _seconds(person)[0] != "31.5"
        await person.select(session_id)
        assert _seconds(person) == ("31.5", NO_NUMBER, False)
        person.press("Ctrl+S", person.window)
        await settle()
    async with opened(server, profile=tmp_path) as person:
        await person.select(session_id)
        assert _seconds(person) == ("31.5", NO_NUMBER, False)
        person.window.editor.form.rows["interval_min"]._revert.click()
        assert _seconds(person) == stored
    assert person.patches() == []


def _longest(person: Person) -> tuple[str, str, bool]:
    """What is written in the form of several as the longest interval, what is said below it, whether it can be sent."""
    several = person.window.editor.several
    row = several.rows["interval_max"]
    return text_of(row.editor), row.notes.text(), several.apply_button.isEnabled()


async def _select_both(person: Person) -> None:
    person.click(0)
    person.click(1, keys=Qt.KeyboardModifier.ControlModifier)
    await settle()


async def test_what_is_no_number_for_several_is_there_again_with_them(server: MockServer, tmp_path: Path) -> None:
    async with opened(server, profile=tmp_path) as person:
        await _select_both(person)
        person.type_into(person.window.editor.several.rows["interval_max"].editor.focus_widget, "abc")
        assert _longest(person) == ("abc", NO_NUMBER, False)
        await person.select(person.session(3).id)
        await _select_both(person)
        assert _longest(person) == ("abc", NO_NUMBER, False)
    async with opened(server, profile=tmp_path) as person:
        await _select_both(person)
        assert _longest(person) == ("abc", NO_NUMBER, False)
        person.press("Ctrl+S", person.window)
        await settle()
    assert person.patches() == []
