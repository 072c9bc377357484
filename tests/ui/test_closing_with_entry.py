"""Closing the window while something is being entered in a row of the table: used as a person would."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from joip_desktop.domain.session import Session
from joip_desktop.mock import MockServer
from joip_desktop.ui.sessions.cell_editor import CellEditor
from joip_desktop.ui.sessions.columns import COLUMNS, TITLE
from tests.helpers.window import Person, opened, settle

INTERVAL = next(at for at, column in enumerate(COLUMNS) if column.name == "interval")
WRONG = "77"
"""An interval lasts 60 seconds at most."""

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # raising and grabbing, offscreen


def _focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def _editors(person: Person) -> list[CellEditor]:
    return person.window.panel.table.findChildren(CellEditor)


async def _enter(person: Person, text: str, column: int = TITLE, row: int = 2) -> Session:
    """Begin to edit a cell and type; the entry stays open, with the keyboard in it."""
    table = person.window.panel.table
    table.setFocus()
    table.setCurrentIndex(person.window.panel.model.index(row, column))
    person.press("F2")
    await settle()
    assert len(_editors(person)) == 1
    QTest.keyClicks(_focus(), text)
    await settle()
    return person.session(row)


def _question(person: Person) -> QMessageBox:
    (question,) = (one for one in person.window.findChildren(QMessageBox) if one.isVisible())
    return question


async def _answer(person: Person, label: str) -> None:
    next(button for button in _question(person).buttons() if button.text() == label).click()
    await settle()
    person.window.activateWindow()  # as a window manager does; the offscreen platform has none
    await settle()


@pytest.mark.parametrize("by_key", [False, True], ids=["by the window's button", "by key"])
async def test_a_good_entry_is_taken_and_nothing_is_asked(server: MockServer, tmp_path: Path, by_key: bool) -> None:
    async with opened(server, profile=tmp_path) as person:
        told: list[str] = []
        person.window.closed.connect(lambda: told.append("closed"))
        session = await _enter(person, "Typed in a row")
        if by_key:
            person.press("Ctrl+Q", _focus())
        else:
            person.window.close()
        await settle()
        assert told == ["closed"]
        assert not person.window.isVisible()
        assert not person.window.findChildren(QMessageBox)
    async with opened(server, profile=tmp_path) as person:
        await person.sent()
        assert server.store.row(session.id)["title"] == "Typed in a row"
        assert person.patches() == [(session.id, {"title": "Typed in a row"})]


async def test_an_entry_that_changes_nothing_is_no_reason_to_ask_or_to_send(server: MockServer, tmp_path: Path) -> None:
    async with opened(server, profile=tmp_path) as person:
        await _enter(person, "")
        person.window.close()
        await settle()
        assert not person.window.isVisible()
        assert not person.window.findChildren(QMessageBox)
    assert person.patches() == []


async def test_with_a_good_entry_unsaved_edits_of_the_form_are_kept_too_and_nothing_is_asked(
    server: MockServer, tmp_path: Path
) -> None:
    async with opened(server, profile=tmp_path) as person:
        unsaved = person.session(5).id
        await person.select(unsaved)
        person.type_into(person.field("title"), "Not saved")
        session = await _enter(person, "Typed in a row")
        person.window.close()
        await settle()
        assert not person.window.isVisible()
    async with opened(server, profile=tmp_path) as person:
        await person.sent()
        assert server.store.row(session.id)["title"] == "Typed in a row"
        assert person.window.workspace.drafts.dirty == (unsaved,)
        draft = person.window.workspace.drafts.get(unsaved)
        assert draft is not None
        assert draft.edits == {"title": "Not saved"}


async def test_a_bad_entry_keeps_the_window_open_and_is_led_back_to(server: MockServer, tmp_path: Path) -> None:
    async with opened(server, profile=tmp_path) as person:
        told: list[str] = []
        person.window.closed.connect(lambda: told.append("closed"))
        person.window.stayed.connect(lambda: told.append("stayed"))
        table = person.window.panel.table
        session = await _enter(person, WRONG, INTERVAL)
        typed, (editor,) = _focus(), _editors(person)
        person.window.panel.search.setFocus()
        table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
        await settle()
        person.window.close()
        await settle()
        assert person.window.isVisible()
        assert _question(person).text() == "1 session has unsaved edits. If you close now, they are lost."
        await _answer(person, "Keep open")
        assert told == ["stayed"]
        assert _editors(person) == [editor]
        assert _focus() is typed
        place = table.visualRect(person.window.panel.model.index(2, INTERVAL))
        assert table.viewport().rect().contains(place), "it is in sight"
        assert person.patches() == []
        person.type_into(typed, "7")
        person.window.close()
        await settle()
        assert told == ["stayed", "closed"]
        assert not person.window.isVisible()
    async with opened(server, profile=tmp_path) as person:
        await person.sent()
        assert server.store.row(session.id)["intervalMin"] == 7
        assert person.patches() == [(session.id, {"intervalMin": 7})]


async def test_a_bad_entry_can_be_given_up(server: MockServer, tmp_path: Path) -> None:
    async with opened(server, profile=tmp_path) as person:
        await _enter(person, WRONG, INTERVAL)
        person.window.close()
        await settle()
        await _answer(person, "Close anyway")
        assert not person.window.isVisible()
        await person.sent()
    assert person.patches() == []


async def test_an_entry_that_takes_the_place_of_an_unsaved_edit_leaves_nothing_to_ask(
    server: MockServer, tmp_path: Path
) -> None:
    async with opened(server, profile=tmp_path) as person:
        session_id = person.session(2).id
        person.window.workspace.drafts.edit(session_id, "title", "From the form")
        await _enter(person, "From the row")
        person.window.close()
        await settle()
        assert not [one for one in person.window.findChildren(QMessageBox) if one.isVisible()]
    async with opened(server, profile=tmp_path) as person:
        await person.sent()
        assert server.store.row(session_id)["title"] == "From the row"
