from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAction, QActionGroup, QColor, QFont, QImage, QKeySequence, QPainter, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QMenu, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from joip_desktop.engine.places import Place
from joip_desktop.ui.commands import Command, RecentCommands, commands_of, commands_to
from joip_desktop.ui.dialogs.command_palette import CommandPalette
from joip_desktop.ui.dialogs.command_rows import CommandDelegate
from joip_desktop.ui.sessions.sidebar_rows import Row
from joip_desktop.ui.theme import DARK, LIGHT, palette_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # raising, offscreen


# --- what there is to do ----------------------------------------------------------------------------------------------


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QMainWindow]:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(700, 500)
    yield window
    window.close()


@pytest.fixture
def line(window: QMainWindow) -> QLineEdit:
    line = QLineEdit()
    window.setCentralWidget(line)
    return line


@pytest.fixture
def menu(window: QMainWindow) -> QMenu:
    return window.menuBar().addMenu("&Edit")


def test_every_entry_of_the_menus_is_a_command(window: QMainWindow, menu: QMenu) -> None:
    menu.addAction("&Undo: A && B").setShortcuts([QKeySequence("Ctrl+Z"), QKeySequence("Ctrl+Y")])
    menu.addSeparator()
    inner = menu.addMenu("&Row Height").addMenu("&More")
    inner.addAction("&Rename…\tF2")
    menu.addAction("Gone").setVisible(False)
    window.menuBar().addMenu("&Help").addAction("About")
    found = [(one.text, one.where, one.shortcuts) for one in commands_of(window.menuBar())]
    assert found == [
        ("Undo: A & B", "Edit", ("Ctrl+Z", "Ctrl+Y")),
        ("Rename…", "Edit ▸ Row Height ▸ More", ()),
        ("About", "Help", ()),
    ]


def test_ticks_are_said_in_words(window: QMainWindow, menu: QMenu) -> None:
    group = QActionGroup(menu)
    for text, checked, exclusive in (("A", True, True), ("B", False, True), ("C", True, False), ("D", False, False)):
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(checked)
        if exclusive:
            group.addAction(action)
    menu.addAction("E")
    assert [one.state for one in commands_of(window.menuBar())] == ["chosen", "", "on", "off", ""]
    assert [one.aside for one in commands_of(window.menuBar())][1:3] == ["Edit", "Edit · on"]


def test_menus_that_are_brought_up_to_date_when_they_open_are(window: QMainWindow, menu: QMenu) -> None:
    action = menu.addMenu("Columns").addAction("Title")
    action.setCheckable(True)
    inner = menu.actions()[0].menu()
    assert isinstance(inner, QMenu)
    inner.aboutToShow.connect(lambda: action.setChecked(True))
    assert [one.state for one in commands_of(window.menuBar())] == ["on"]


def test_the_help_of_a_command_is_what_its_tooltip_says_of_it(window: QMainWindow, menu: QMenu) -> None:
    undo = menu.addAction("Undo")
    undo.setShortcut("Ctrl+Z")
    undo.setToolTip("<qt>Take &lt;it&gt; back (Ctrl+Z)</qt>")
    menu.addAction("P&lain…")
    assert [one.help for one in commands_of(window.menuBar())] == ["Take <it> back", ""]


def test_what_can_not_be_done_says_why_if_that_is_known(window: QMainWindow, menu: QMenu) -> None:
    for reason in ("Nothing is selected.", ""):
        action = menu.addAction("Copy")
        action.setToolTip("Copy it")
        action.setStatusTip(reason)
        action.setEnabled(False)
    known, unknown = commands_of(window.menuBar())
    assert known.explanation == "This can’t be done now. Nothing is selected."
    assert unknown.explanation == "This can’t be done now."
    assert not known.enabled
    assert known.spoken == "Copy, Edit, not available"


def test_a_command_is_the_same_under_another_text(window: QMainWindow, menu: QMenu) -> None:
    action = menu.addAction("&Undo")
    action.setIconText("Undo")
    (before,) = commands_of(window.menuBar())
    action.setText("&Undo: Favourite")
    (after,) = commands_of(window.menuBar())
    assert (after.text, after.state, after.aside) == ("Undo", "Favourite", "Edit · Favourite")
    assert after.key == before.key
    recent = RecentCommands()
    recent.note(before)
    other = Command(text="Other", run=bool)
    assert recent.first([other, after]) == [after, other]


def test_some_actions_can_be_left_out(window: QMainWindow, menu: QMenu) -> None:
    palette = menu.addAction("Command Palette…")
    menu.addAction("Find")
    assert [one.text for one in commands_of(window.menuBar(), without={palette})] == ["Find"]


def test_places_are_commands_under_their_headings() -> None:
    chosen: list[Place] = []
    rows = [
        Row(label="Favourites", place=Place.FAVOURITES, count=2),
        Row(label="Saved searches"),
        Row(label="Old", place=Place.saved("updated:>30d"), problem="This is wrong."),
    ]
    first, second = commands_to(rows, chosen.append)
    assert (first.text, first.where, first.help) == ("Go to: Favourites", "Sidebar", "Favourites, 2 sessions")
    assert (second.text, second.where, second.help) == ("Go to: Old", "Sidebar ▸ Saved searches", "This is wrong.")
    second.run()
    assert chosen == [Place.saved("updated:>30d")]


def test_the_latest_comes_first() -> None:
    recent = RecentCommands()
    a, b, c = (Command(text=text, run=bool) for text in "abc")
    for one in (a, b, a, c, b):
        recent.note(one)
    assert recent.first([a, b, c]) == [b, c, a]


# --- the palette ------------------------------------------------------------------------------------------------------

Open = Callable[..., CommandPalette]


@pytest.fixture
def ran() -> list[str]:
    return []


@pytest.fixture
def commands(ran: list[str]) -> list[Command]:
    made = [
        Command(text="Refresh", where="File", shortcuts=("F5", "Ctrl+R"), help="Read the list again", run=bool),
        Command(text="Save", where="Edit", enabled=False, help="Nothing has changed.", run=bool),
        Command(text="Discreet Mode", where="View", state="on", run=bool),
        Command(text="Dark", where="View ▸ Appearance", run=bool),
        Command(text="Reset Columns", where="View ▸ Columns", run=bool),
    ]
    return [replace(one, run=partial(ran.append, one.text)) for one in made]


@pytest.fixture
def opened(window: QMainWindow, line: QLineEdit, commands: list[Command], qtbot: QtBot) -> Iterator[Open]:
    made: list[CommandPalette] = []
    window.show()
    assert QTest.qWaitForWindowActive(window)
    line.setFocus()

    def opened(*, recent: RecentCommands | None = None, given: list[Command] | None = None) -> CommandPalette:
        palette = CommandPalette(commands if given is None else given, window, recent=recent)
        made.append(palette)
        palette.open()
        qtbot.waitUntil(palette.line.hasFocus)
        return palette

    yield opened
    for one in made:
        one.close()
        one.deleteLater()


def texts(palette: CommandPalette) -> list[str]:
    return [one.text for one in palette.found()]


def current(palette: CommandPalette) -> str:
    return "" if palette.current is None else palette.current.text


def press(palette: CommandPalette, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(palette.line, key)


def test_everything_is_listed_and_what_can_not_be_done_comes_last(opened: Open) -> None:
    palette = opened()
    assert texts(palette) == ["Refresh", "Discreet Mode", "Dark", "Reset Columns", "Save"]
    assert current(palette) == "Refresh"
    assert palette.help.text() == "Read the list again"
    assert palette.line.hasFocus()


def test_a_few_letters_find_a_command_by_name_menu_and_state(opened: Open) -> None:
    palette = opened()
    QTest.keyClicks(palette.line, "app dar")
    assert texts(palette) == ["Dark"]
    palette.line.setText("mode on")
    assert texts(palette) == ["Discreet Mode"]
    palette.line.setText("view")
    assert texts(palette) == ["Discreet Mode", "Dark", "Reset Columns"]
    palette.line.clear()
    assert len(texts(palette)) == 5


def test_with_nothing_found_the_palette_says_so(opened: Open, ran: list[str]) -> None:
    palette = opened()
    palette.line.setText("<b>xyz")
    assert texts(palette) == []
    assert palette.help.text() == "No command has “<b>xyz” in its name."
    assert palette.help.textFormat() is Qt.TextFormat.PlainText
    press(palette, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert ran == []


def test_keys_go_through_the_list_while_the_line_keeps_the_keyboard(opened: Open) -> None:
    palette = opened()
    seen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        press(palette, key)
        seen.append(current(palette))
    assert seen == ["Discreet Mode", "Refresh", "Save", "Refresh", "Save", "Refresh"]
    assert palette.line.hasFocus()


def test_a_page_is_what_is_in_sight(opened: Open) -> None:
    palette = opened(given=[Command(text=f"Go {number}", run=bool) for number in range(100)])
    press(palette, Qt.Key.Key_PageDown)
    at = palette.list.currentRow()
    rows = palette.list.viewport().height() // palette.list.sizeHintForRow(0)
    assert 1 < rows < 100
    assert at == rows - 1
    assert palette.list.viewport().rect().contains(palette.list.visualItemRect(palette.list.currentItem()).center())


def test_enter_runs_the_command_when_the_palette_is_gone_and_the_focus_is_back(
    opened: Open, line: QLineEdit, qtbot: QtBot
) -> None:
    seen: list[tuple[bool, object]] = []
    palette = opened(
        given=[Command(text="Look", run=lambda: seen.append((palette.isVisible(), QApplication.focusWidget())))]
    )
    press(palette, Qt.Key.Key_Return)
    assert seen == [], "not yet"
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(False, line)]


def test_a_click_runs_a_command(opened: Open, ran: list[str], qtbot: QtBot) -> None:
    palette = opened()
    item = palette.list.item(2)
    where = palette.list.visualItemRect(item).center()
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(where))
    qtbot.waitUntil(lambda: bool(ran))
    assert ran == ["Dark"]


def test_an_action_is_triggered_as_from_its_menu(opened: Open, window: QMainWindow, menu: QMenu, qtbot: QtBot) -> None:
    tick: QAction = menu.addAction("Discreet")
    tick.setCheckable(True)
    palette = opened(given=commands_of(window.menuBar()))
    with qtbot.waitSignal(tick.triggered):
        press(palette, Qt.Key.Key_Enter)
    assert tick.isChecked()


def test_what_can_not_be_done_says_why_and_is_not_run_and_nothing_else_is(opened: Open, ran: list[str]) -> None:
    palette = opened()
    palette.line.setText("save")
    assert current(palette) == "Save"
    assert palette.help.text() == "This can’t be done now. Nothing has changed."
    press(palette, Qt.Key.Key_Return)
    QTest.mouseClick(
        palette.list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=palette.list.visualItemRect(palette.list.item(0)).center(),
    )
    QApplication.processEvents()
    assert palette.isVisible()
    assert ran == []


def test_the_best_fit_is_current_also_when_it_can_not_be_done(opened: Open) -> None:
    resolve = Command(text="Resolve Conflicts…", where="File", enabled=False, run=bool)
    palette = opened(given=[Command(text="Reset Columns", where="View ▸ Columns", run=bool), resolve])
    palette.line.setText("resol")
    assert current(palette) == "Resolve Conflicts…"


def test_what_was_run_is_first_the_next_time(opened: Open, ran: list[str], qtbot: QtBot) -> None:
    recent = RecentCommands()
    palette = opened(recent=recent)
    palette.line.setText("dark")
    press(palette, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(ran))
    assert texts(opened(recent=recent))[:2] == ["Dark", "Refresh"]


def test_escape_goes_back_to_where_the_focus_was(opened: Open, line: QLineEdit, ran: list[str], qtbot: QtBot) -> None:
    palette = opened()
    press(palette, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    qtbot.waitUntil(line.hasFocus)
    assert ran == []


def test_going_back_to_the_window_puts_the_palette_away(opened: Open, window: QMainWindow, qtbot: QtBot) -> None:
    palette = opened()
    assert not palette.isModal(), "the window takes clicks"
    window.activateWindow()
    qtbot.waitUntil(lambda: not palette.isVisible())


def test_keys_of_the_window_do_nothing_in_the_palette(
    opened: Open, window: QMainWindow, line: QLineEdit, ran: list[str], qtbot: QtBot
) -> None:
    action = QAction("F", window)
    action.setShortcuts([QKeySequence("F"), QKeySequence("F5")])
    action.triggered.connect(lambda: ran.append("F"))
    window.addAction(action)
    palette = opened()
    press(palette, Qt.Key.Key_F, Qt.Key.Key_F5)
    assert ran == []
    assert palette.line.text() == "f"
    press(palette, Qt.Key.Key_Escape)
    qtbot.waitUntil(line.hasFocus)
    QTest.keyClick(line, Qt.Key.Key_F5)
    assert ran == ["F"]


def test_it_is_small_and_near_the_top_of_the_window(opened: Open, window: QMainWindow) -> None:
    palette = opened()
    inside, around = palette.geometry(), window.geometry()
    assert around.contains(inside)
    assert abs(inside.center().x() - around.center().x()) <= 1
    assert inside.top() - around.top() < 100


def test_in_a_tiny_window_it_is_no_larger_than_the_window(opened: Open, window: QMainWindow) -> None:
    window.resize(260, 160)
    palette = opened(given=[Command(text="x" * 300, where="y" * 300, shortcuts=("Ctrl+Z",), run=bool)])
    assert palette.width() <= 260
    assert palette.height() <= 160
    assert not palette.grab().isNull()


def test_screen_readers_hear_names_and_the_current_command(opened: Open) -> None:
    palette = opened()

    def said(kind: QAccessible.Text) -> str:
        return QAccessible.queryAccessibleInterface(palette.line).text(kind)

    assert QAccessible.queryAccessibleInterface(palette).role() is QAccessible.Role.Dialog
    assert QAccessible.queryAccessibleInterface(palette).text(QAccessible.Text.Name) == "Command palette"
    listed = QAccessible.queryAccessibleInterface(palette.list)
    assert listed.role() is QAccessible.Role.List
    assert listed.text(QAccessible.Text.Name) == "Commands"
    assert listed.child(0).text(QAccessible.Text.Name) == "Refresh, File, F5"
    assert said(QAccessible.Text.Name) == "Command"
    assert said(QAccessible.Text.Description) == "Refresh, File, F5, Read the list again"
    press(palette, Qt.Key.Key_Down)
    assert said(QAccessible.Text.Description) == "Discreet Mode, on, View"


# --- looks ------------------------------------------------------------------------------------------------------------


def painted(palette: CommandPalette, row: int = 0, *, width: int = 500, dark: bool = False) -> QImage:
    item = palette.list.item(row)
    option = QStyleOptionViewItem()
    option.widget = palette.list
    option.palette = palette_of(DARK if dark else LIGHT)
    option.font = QFont(palette.font())
    option.rect = palette.list.visualItemRect(item)
    option.rect.moveTo(0, 0)
    option.rect.setWidth(width)
    image = QImage(option.rect.size(), QImage.Format.Format_RGB32)
    image.fill(option.palette.color(QPalette.ColorRole.Base))
    painter = QPainter(image)
    delegate = palette.list.itemDelegate()
    assert isinstance(delegate, CommandDelegate)
    delegate.paint(painter, option, palette.list.indexFromItem(item))
    painter.end()
    return image


def colours_in(image: QImage) -> set[str]:
    return {QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("dark", [False, True])
def test_what_can_not_be_done_is_greyed(opened: Open, dark: bool) -> None:
    palette = opened()
    colours = DARK if dark else LIGHT
    assert colours.text in colours_in(painted(palette, 0, dark=dark))
    assert colours.text not in colours_in(painted(palette, 4, dark=dark))
    assert colours.muted in colours_in(painted(palette, 4, dark=dark))


def test_letters_that_were_found_are_marked(opened: Open) -> None:
    palette = opened(given=[Command(text="🌊 Dark", where="View", run=bool)])
    before = painted(palette)
    palette.line.setText("dark")
    assert painted(palette) != before
    palette.line.setText("view")
    assert painted(palette) != before


def test_keys_are_shown_whatever_the_text_is(opened: Open) -> None:
    long = Command(text="x" * 300, where="y" * 300, run=bool)
    palette = opened(given=[long, replace(long, shortcuts=("Ctrl+Z",))])
    assert painted(palette, 0) != painted(palette, 1)
    for width in (1, 30, 60):
        painted(palette, 1, width=width)
