from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from joip_desktop.ui.actions import ACTIONS, ActionId, make_actions
from joip_desktop.ui.commands import Command, commands_of
from joip_desktop.ui.dialogs.shortcuts import VIEW_KEYS, ShortcutSheet, ViewKey, found_in, groups_of, text_of
from joip_desktop.ui.menus import add_menus

COMMANDS = [
    Command(text="Undo", where="Edit", shortcuts=("Ctrl+Z",), help="Take it back", run=bool),
    Command(text="Redo", where="Edit", shortcuts=("Ctrl+Shift+Z", "Ctrl+Y"), run=bool),
    Command(text="Dark", where="View ▸ Appearance", shortcuts=("F9",), run=bool),
    Command(text="About", where="Help", run=bool),
]
KEYS = {"Places": (ViewKey("Rename", ("F2",)), ViewKey("Larger", ("Ctrl++",), "Ctrl and the wheel"))}


def native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


# --- without widgets --------------------------------------------------------------------------------------------------


def test_lines_stand_by_menu_and_by_view() -> None:
    groups = groups_of(COMMANDS, KEYS)
    assert {name: [(line.what, line.keys) for line in lines] for name, lines in groups.items()} == {
        "Edit": [("Undo", "Ctrl+Z"), ("Redo", "Ctrl+Shift+Z, Ctrl+Y")],
        "View": [("Appearance ▸ Dark", "F9")],
        "Places": [("Rename", "F2"), ("Larger", "Ctrl++, Ctrl and the wheel")],
    }
    assert list(groups) == ["Edit", "View", "Places"]
    assert groups["Edit"][0].help == "Take it back"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", ["Undo", "Redo", "Appearance ▸ Dark", "Rename", "Larger"]),
        ("ctrl+z", ["Undo"]),
        ("edit do", ["Undo", "Redo"]),
        ("APPEAR", ["Appearance ▸ Dark"]),
        ("wheel", ["Larger"]),
        ("ud", []),
    ],
)
def test_words_find_lines_by_what_keys_and_group(words: str, found: list[str]) -> None:
    shown = found_in(groups_of(COMMANDS, KEYS), words)
    assert [line.what for lines in shown.values() for line in lines] == found
    assert all(shown.values()), "no heading without a line"


def test_the_text_has_its_keys_below_one_another() -> None:
    assert text_of(groups_of(COMMANDS[:3], {})) == (
        "Edit\n  Undo                Ctrl+Z\n  Redo                Ctrl+Shift+Z, Ctrl+Y\n\n"
        "View\n  Appearance ▸ Dark   F9\n"
    )


def test_keys_of_views_are_keys_and_sentences() -> None:
    keys = [one for view in VIEW_KEYS.values() for one in view]
    for one in keys:
        assert one.keys or one.gesture
        assert one.what[0].isupper()
        assert not one.what.endswith(".")
        for text in one.keys:
            assert QKeySequence(text).toString() == text, "Qt's own name of it"


@pytest.mark.parametrize("keys", ["Tab", "Down", "Esc", "Ctrl+D", "Ctrl+Space"])
def test_the_keys_of_the_search_box_are_declared(keys: str) -> None:
    assert any(keys in one.keys for one in VIEW_KEYS["Search"])


# --- the sheet --------------------------------------------------------------------------------------------------------

Make = Callable[[list[Command]], ShortcutSheet]


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Make]:
    made: list[ShortcutSheet] = []

    def sheet(commands: list[Command]) -> ShortcutSheet:
        one = ShortcutSheet(commands)
        qtbot.addWidget(one)
        made.append(one)
        one.show()
        return one

    yield sheet
    for one in made:
        one.close()


def headings_of(sheet: ShortcutSheet) -> list[QTreeWidgetItem]:
    found = (sheet.tree.topLevelItem(at) for at in range(sheet.tree.topLevelItemCount()))
    return [one for one in found if one is not None]


def children_of(heading: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = (heading.child(at) for at in range(heading.childCount()))
    return [one for one in found if one is not None]


def shown(sheet: ShortcutSheet) -> dict[str, list[tuple[str, str]]]:
    def lines(heading: QTreeWidgetItem) -> list[tuple[str, str]]:
        return [(child.text(0), child.text(1)) for child in children_of(heading)]

    return {heading.text(0): lines(heading) for heading in headings_of(sheet)}


def test_every_shortcut_of_the_actions_is_in_the_sheet(make: Make, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = make_actions(window, dict.fromkeys(ActionId, bool))
    add_menus(window, actions)
    listed = [line for lines in shown(make(commands_of(window.menuBar()))).values() for line in lines]
    for spec in ACTIONS.values():
        if spec.shortcuts:
            name, keys = spec.text.replace("&", ""), ", ".join(map(native, spec.shortcuts))
            assert keys in [native_keys for what, native_keys in listed if what.rpartition(" ▸ ")[2] == name]


def test_every_declared_key_of_a_view_is_in_the_sheet(make: Make) -> None:
    listed = shown(make([]))
    assert list(listed) == list(VIEW_KEYS)
    for view, keys in VIEW_KEYS.items():
        assert [what for what, _ in listed[view]] == [one.what for one in keys]


def test_everything_is_open_and_both_columns_are_seen(make: Make) -> None:
    sheet = make(COMMANDS)
    sheet.resize(300, 300)
    tree = sheet.tree
    assert sum(tree.columnWidth(column) for column in range(2)) == tree.viewport().width()
    assert tree.columnWidth(1) >= 60
    heading = headings_of(sheet)[0]
    assert heading.isExpanded()
    assert children_of(heading)[0].toolTip(1) == "<qt>Undo: Ctrl+Z. Take it back</qt>"


def test_typing_finds_and_says_when_nothing_is_found(make: Make) -> None:
    sheet = make(COMMANDS)
    sheet.filter.setFocus()
    QTest.keyClicks(sheet.filter, "undo ctrl")
    assert shown(sheet) == {"Edit": [("Undo", native("Ctrl+Z"))]}
    assert sheet.note.text() == ""
    QTest.keyClicks(sheet.filter, "<b>")
    assert shown(sheet) == {}
    assert sheet.note.text() == "No shortcut has “undo ctrl<b>” in its name or its keys."
    assert not sheet.copy_button.isEnabled()


def test_what_is_shown_can_be_copied(make: Make) -> None:
    sheet = make(COMMANDS)
    sheet.filter.setText("undo ctrl")
    sheet.copy_button.click()
    assert QGuiApplication.clipboard().text() == f"Edit\n  Undo   {native('Ctrl+Z')}\n"
    assert sheet.note.text() == "Copied."
    sheet.filter.clear()
    assert sheet.note.text() == ""


def test_enter_in_the_line_does_nothing_and_escape_closes(make: Make) -> None:
    sheet = make(COMMANDS)
    QGuiApplication.clipboard().setText("as before")
    QTest.keyClick(sheet.filter, Qt.Key.Key_Return)
    assert sheet.isVisible()
    assert QGuiApplication.clipboard().text() == "as before"
    QTest.keyClick(sheet.filter, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_everything_has_a_name(make: Make) -> None:
    sheet = make(COMMANDS)
    for widget in (sheet.filter, sheet.tree, sheet.copy_button):
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    line = children_of(headings_of(sheet)[0])[0]
    assert line.data(0, Qt.ItemDataRole.AccessibleTextRole) == "Undo, Ctrl+Z"
