from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from joip_desktop.domain.session import Session
from joip_desktop.engine.notes import Note, Notes
from joip_desktop.ui.jobs.notes_model import NotesModel
from tests.helpers.still_workspace import workspace_of

AT = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
EVIL = "<img src='file:///etc/passwd'>\nx"


@pytest.fixture
def notes() -> Notes:
    return Notes()


@pytest.fixture
def model(qtbot: QtBot, notes: Notes) -> Iterator[NotesModel]:
    del qtbot
    library = workspace_of(Session(id=1, title="One"), Session(id=2, title=EVIL)).library
    made = NotesModel(notes, library)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    yield made
    made.close_listening()


def column(model: NotesModel, place: int) -> list[str]:
    return [model.index(row, place).data() for row in range(model.rowCount())]


def note(number: int, session_id: int = 1) -> Note:
    return Note(AT, session_id, f"Sentence {number}.")


def test_the_latest_note_is_on_top(model: NotesModel, notes: Notes) -> None:
    notes.add([note(1, 1), note(2, 3)])
    notes.add([note(3, 2)])
    assert column(model, 2) == ["Sentence 3.", "Sentence 2.", "Sentence 1."]
    assert column(model, 1) == ["<img src='file:///etc/passwd'> x", "Session 3", "One"]
    assert column(model, 0) == [AT.astimezone().strftime("%Y-%m-%d %H:%M")] * 3
    assert [model.headerData(place, Qt.Orientation.Horizontal) for place in range(3)] == [
        "Time",
        "Session",
        "What happened",
    ]


def test_texts_of_the_server_are_text(model: NotesModel, notes: Notes) -> None:
    notes.add([note(1, 2)])
    assert "<img" not in model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert model.index(0, 1).data(Qt.ItemDataRole.DecorationRole) is None


def test_notes_that_are_there_already_are_shown(qtbot: QtBot, notes: Notes) -> None:
    del qtbot
    notes.add([note(1)])
    made = NotesModel(notes, workspace_of().library)
    assert column(made, 2) == ["Sentence 1."]
    made.close_listening()


def test_what_is_being_read_stays_where_it_is(model: NotesModel, notes: Notes) -> None:
    notes.add([note(1), note(2)])
    reading = QPersistentModelIndex(model.index(0, 2))
    notes.add([note(3), note(4)])
    assert (reading.row(), reading.data()) == (2, "Sentence 2.")


def test_the_oldest_go_when_there_are_too_many(model: NotesModel, notes: Notes) -> None:
    notes.add([note(number) for number in range(499)])
    notes.add([note(number) for number in range(499, 503)])
    assert model.rowCount() == len(notes.all) == 500
    assert (column(model, 2)[0], column(model, 2)[-1]) == ("Sentence 502.", "Sentence 3.")
    notes.add([note(number) for number in range(1000, 1600)])
    assert (model.rowCount(), column(model, 2)[-1]) == (500, "Sentence 1100.")


def test_after_closing_it_hears_nothing(model: NotesModel, notes: Notes) -> None:
    model.close_listening()
    notes.add([note(1)])
    assert model.rowCount() == 0
