from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.session import UNKNOWN
from joip_desktop.ui.editor.field_row import FieldRow
from joip_desktop.ui.theme import DARK, LIGHT


@pytest.fixture
def row(qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[FieldRow]:
    made = FieldRow(FIELDS[getattr(request, "param", "title")])
    qtbot.addWidget(made)
    made.set_colours(LIGHT)
    made.resize(300, 80)
    made.show()
    assert QTest.qWaitForWindowActive(made)
    yield made
    made.close()


def _revert(row: FieldRow) -> QToolButton:
    (button,) = row.findChildren(QToolButton)
    return button


def test_a_quiet_field_shows_no_notes_and_nothing_to_revert(row: FieldRow) -> None:
    row.show_field("A", edited=False, problems=[], notes=[])
    assert not row._notes.isVisible()
    assert not _revert(row).isVisible()
    assert not row._label.font().bold()


def test_an_edited_field_is_bold_and_can_be_reverted(row: FieldRow) -> None:
    reverted: list[str] = []
    row.reverted.connect(reverted.append)
    row.show_field("A", edited=True, problems=[], notes=[])
    assert row._label.font().bold()
    assert _revert(row).accessibleName() == "Revert Title"
    _revert(row).click()
    assert reverted == ["title"]
    row.show_field("A", edited=False, problems=[], notes=[])
    assert not row._label.font().bold()


@pytest.mark.parametrize("row", ["is_public"], indirect=True)
def test_an_edited_flag_is_bold_itself_as_it_has_no_label(row: FieldRow) -> None:
    assert row._label.text() == ""
    row.show_field(True, edited=True, problems=[], notes=[])
    assert row.editor.focus_widget.font().bold()
    row.show_field(False, edited=False, problems=[], notes=[])
    assert not row.editor.focus_widget.font().bold()


def test_problems_come_before_notes_and_in_the_colour_of_errors(row: FieldRow) -> None:
    for colours in (LIGHT, DARK):
        row.set_colours(colours)
        row.show_field("", edited=True, problems=["A <b>problem</b>."], notes=["A note."])
        assert row._notes.text() == "A <b>problem</b>."
        assert row._notes.isVisible()
        assert row._notes.palette().windowText().color().name() == colours.error
        row.show_field("", edited=True, problems=[], notes=["A note.", "Another."])
        assert row._notes.text() == "A note.\nAnother."
        assert row._notes.palette().windowText().color().name() == colours.muted
    assert row._notes.textFormat() is Qt.TextFormat.PlainText


def test_what_is_said_is_said_to_screen_readers_too(row: FieldRow) -> None:
    widget = row.editor.focus_widget
    row.show_field("", edited=True, problems=["A problem."], notes=[])
    assert widget.accessibleDescription() == "A problem."
    row.show_field("A", edited=True, problems=[], notes=[])
    assert widget.accessibleDescription() == FIELDS["title"].help


def test_the_editor_keeps_its_width_when_the_way_back_appears(row: FieldRow) -> None:
    row.show_field("A", edited=False, problems=[], notes=[])
    QTest.qWait(0)
    width = row.editor.width()
    row.show_field("B", edited=True, problems=[], notes=[])
    QTest.qWait(0)
    assert row.editor.width() == width


def test_reverting_by_keyboard_leaves_the_focus_on_the_field(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    row, following = FieldRow(FIELDS["title"]), FieldRow(FIELDS["thumbnail"])
    column.addWidget(row)
    column.addWidget(following)
    window.show()
    assert QTest.qWaitForWindowActive(window)
    row.reverted.connect(lambda _: row.show_field("A", edited=False, problems=[], notes=[]))
    row.show_field("B", edited=True, problems=[], notes=[])
    _revert(row).setFocus()
    QTest.keyClick(_revert(row), Qt.Key.Key_Space)
    assert not _revert(row).isVisible()
    assert row.editor.focus_widget.hasFocus(), "not on the next field"
    window.close()


def test_a_long_note_does_not_widen_the_form(row: FieldRow) -> None:
    row.show_field("A", edited=False, problems=[], notes=["A note."])
    width = row.minimumSizeHint().width()
    row.show_field("A", edited=False, problems=[], notes=["x" * 5000])
    assert row.minimumSizeHint().width() == width


@pytest.mark.parametrize("name", FIELDS)
def test_an_edit_carries_the_fields_name(qtbot: QtBot, name: str) -> None:
    row = FieldRow(FIELDS[name])
    qtbot.addWidget(row)
    edits: list[tuple[str, object]] = []
    row.edited.connect(lambda field, value: edits.append((field, value)))
    row.editor.edited.emit(10**20)
    assert edits == [(name, 10**20)]


@pytest.mark.parametrize(("name", "caption"), [("title", "Title"), ("interval_min", "Shortest interval (s)")])
def test_captions_name_the_unit(qtbot: QtBot, name: str, caption: str) -> None:
    row = FieldRow(FIELDS[name])
    qtbot.addWidget(row)
    assert caption in [label.text() for label in row.findChildren(QLabel)]
    assert isinstance(row.editor, QWidget)
    assert row._label.buddy() is row.editor


@pytest.mark.parametrize("row", ["share_to_community"], indirect=True)
def test_a_flag_that_is_not_known_says_so_below_where_there_is_room(row: FieldRow) -> None:
    row.show_field(UNKNOWN, edited=False, problems=[], notes=[])
    assert (row._notes.text(), row._notes.isVisible()) == ("Not known.", True)
    row.show_field(UNKNOWN, edited=False, problems=["Either on or off."], notes=[])
    assert row._notes.text() == "Either on or off."
    row.show_field(True, edited=True, problems=[], notes=[])
    assert not row._notes.isVisible()
