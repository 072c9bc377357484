from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QApplication,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QTableView,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from joip_desktop.domain.session import UNKNOWN, FieldValue, Session
from joip_desktop.ui.sessions.cell_editing import CellDelegate, editable, keeps_open, why_not
from joip_desktop.ui.sessions.cell_editor import CellEditor
from joip_desktop.ui.sessions.columns import COLUMNS
from joip_desktop.ui.theme import DARK, LIGHT, palette_of
from tests.helpers.cells import Cells

KEY = Qt.Key
AT = {column.name: position for position, column in enumerate(COLUMNS)}
HUGE = 2**70

PLAIN, IMPORTED, ODD, DEFAULT = range(4)
SESSIONS = [
    Session(
        id=HUGE,
        title="A walk",
        category_id=3,
        interval_min=4,
        interval_max=12,
        transition="fade",
        caption_theme="joi",
        is_imported=False,
    ),
    Session(id=2, title="Trains", interval_min=4, interval_max=12, caption_theme="beta", is_imported=True),
    Session(id=3, title=None, interval_min=90, interval_max=4, transition="wipe", caption_theme="new-theme"),
    Session(id=4, title="Default", category_id=None, interval_min=UNKNOWN, interval_max=UNKNOWN),
]


class View(QTableView):
    """As the table of the app: it asks before it closes an editor."""

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: N802
        if not keeps_open(editor, hint):
            super().closeEditor(editor, hint)


class Desk(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.model = Cells(SESSIONS)
        self.view = View()
        self.other = QLineEdit()
        layout = QHBoxLayout(self)
        layout.addWidget(self.view)
        layout.addWidget(self.other)
        self.view.setModel(self.model)
        self.view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.view.setEditTriggers(QTableView.EditTrigger.DoubleClicked)
        self.delegate = CellDelegate(self.view)
        self.view.setItemDelegate(self.delegate)
        self.edited: list[tuple[int, dict[str, FieldValue]]] = []
        self.delegate.edited.connect(lambda session_id, values: self.edited.append((session_id, values)))
        self.resize(1300, 300)
        self.show()
        assert QTest.qWaitForWindowActive(self)
        self.view.setFocus()

    def open(self, row: int, column: str) -> CellEditor:
        """By F2, as far as Qt is concerned."""
        index = self.model.index(row, AT[column])
        self.view.setCurrentIndex(index)
        self.view.edit(index)
        QApplication.processEvents()
        editor = self.editor
        assert editor is not None
        return editor

    def double_click(self, row: int, column: str) -> None:
        at = self.view.visualRect(self.model.index(row, AT[column])).center()
        QTest.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        QTest.mouseDClick(self.view.viewport(), Qt.MouseButton.LeftButton, pos=at)

    @property
    def editor(self) -> CellEditor | None:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        found = self.view.findChildren(CellEditor)
        assert len(found) <= 1
        return found[0] if found else None

    @property
    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    @property
    def current(self) -> str:
        return COLUMNS[self.view.currentIndex().column()].name

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focus, text)

    def press(self, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.focus, key, keys)
        QApplication.processEvents()

    def choose(self, text: str) -> None:
        """In the list that is open."""
        box = self.combo
        row = box.findText(text)
        assert row >= 0, text
        at = box.view().visualRect(box.model().index(row, 0)).center()
        QTest.mouseMove(box.view().viewport(), at)
        QTest.keyClick(box.view(), KEY.Key_Home)
        for _ in range(row):
            QTest.keyClick(box.view(), KEY.Key_Down)
        QTest.keyClick(box.view(), KEY.Key_Return)
        QApplication.processEvents()

    @property
    def combo(self) -> QComboBox:
        editor = self.editor
        assert editor is not None
        return editor.findChildren(QComboBox)[0]

    @property
    def why(self) -> str:
        """What is said to be wrong."""
        editor = self.editor
        if editor is None:
            return ""
        labels = editor.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return "\n".join(label.text() for label in labels if label.isVisible())


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk()
    qtbot.addWidget(made)
    yield made
    made.close()


pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # raising and grabbing, offscreen


# --- which cells ------------------------------------------------------------------------------------------------------


def test_cells_of_some_columns_can_be_edited_unless_the_session_locks_them() -> None:
    for column in COLUMNS:
        assert editable(SESSIONS[PLAIN], column) is bool(column.edits)
        assert why_not(SESSIONS[PLAIN], column) == ""
    theme = COLUMNS[AT["theme"]]
    assert not editable(SESSIONS[IMPORTED], theme)
    assert why_not(SESSIONS[IMPORTED], theme) == "Imported sessions keep their caption theme."
    assert editable(SESSIONS[IMPORTED], COLUMNS[AT["title"]])


def test_a_locked_cell_opens_no_editor_and_says_why(desk: Desk, qtbot: QtBot) -> None:
    desk.double_click(IMPORTED, "theme")
    assert desk.editor is None
    assert QToolTip.text() == "", "not in the middle of the double click, whose end would take it away"
    qtbot.waitUntil(lambda: QToolTip.text() == "<qt>Imported sessions keep their caption theme.</qt>")
    QTest.mouseClick(desk.view.viewport(), Qt.MouseButton.LeftButton)  # which takes the tooltip away


def test_a_cell_that_nobody_edits_in_place_opens_nothing(desk: Desk) -> None:
    desk.double_click(PLAIN, "updated")
    assert desk.editor is None
    assert not QToolTip.isVisible()


# --- editing ----------------------------------------------------------------------------------------------------------


def test_what_is_typed_replaces_the_title_and_enter_saves_it(desk: Desk) -> None:
    desk.open(PLAIN, "title")
    desk.type("Night trains")
    desk.press(KEY.Key_Return)
    assert desk.edited == [(HUGE, {"title": "Night trains"})]
    assert desk.editor is None
    assert desk.view.hasFocus()


def test_a_double_click_edits(desk: Desk) -> None:
    desk.double_click(PLAIN, "title")
    desk.type("B")
    desk.press(KEY.Key_Enter)
    assert desk.edited == [(HUGE, {"title": "B"})]


def test_escape_forgets_what_was_typed(desk: Desk) -> None:
    desk.open(PLAIN, "title")
    desk.type("Night trains")
    desk.press(KEY.Key_Escape)
    assert desk.edited == []
    assert desk.editor is None


@pytest.mark.parametrize("row", [PLAIN, ODD, DEFAULT])
@pytest.mark.parametrize("column", ["title", "interval", "category"])
def test_looking_changes_nothing(desk: Desk, row: int, column: str) -> None:
    desk.open(row, column)
    desk.press(KEY.Key_Return)
    assert desk.edited == []
    assert desk.editor is None


def test_what_is_typed_back_is_no_change(desk: Desk) -> None:
    desk.open(PLAIN, "title")
    desk.type("A walk")
    desk.press(KEY.Key_Return)
    desk.open(ODD, "title")
    desk.type("A")
    desk.press(KEY.Key_Backspace)
    assert desk.why == "", "an empty line is what a null looks like"
    desk.press(KEY.Key_Return)
    assert desk.edited == []
    assert desk.editor is None


def test_an_interval_is_two_numbers_and_only_the_changed_one_is_saved(desk: Desk) -> None:
    desk.open(PLAIN, "interval")
    desk.press(KEY.Key_Tab)
    desk.type("30")
    desk.press(KEY.Key_Return)
    assert desk.edited == [(HUGE, {"interval_max": 30})]
    desk.open(PLAIN, "interval")
    desk.type("20")
    assert desk.why == "At most 12 seconds, the longest interval."
    desk.press(KEY.Key_Tab)
    desk.type("25")
    desk.press(KEY.Key_Return)
    assert desk.edited[1:] == [(HUGE, {"interval_min": 20, "interval_max": 25})]


def test_stored_numbers_out_of_range_are_shown_and_kept(desk: Desk) -> None:
    editor = desk.open(ODD, "interval")
    assert [line.text() for line in editor.findChildren(QLineEdit)] == ["90", "4"]
    desk.type("2")
    desk.press(KEY.Key_Return)
    assert desk.edited == [(3, {"interval_min": 2})]


def test_a_category_can_be_set_and_reset(desk: Desk) -> None:
    desk.open(PLAIN, "category")
    desk.type("12")
    desk.press(KEY.Key_Return)
    editor = desk.open(PLAIN, "category")
    QTest.mouseClick(editor.findChildren(QCheckBox)[0], Qt.MouseButton.LeftButton)
    desk.press(KEY.Key_Return)
    assert desk.edited == [(HUGE, {"category_id": 12}), (HUGE, {"category_id": None})]


def test_in_the_default_category_the_keyboard_begins_at_the_tick(desk: Desk) -> None:
    editor = desk.open(DEFAULT, "category")
    tick = editor.findChildren(QCheckBox)[0]
    assert QApplication.focusWidget() is tick
    desk.press(KEY.Key_Space)
    assert not tick.isChecked()
    desk.press(KEY.Key_Return)
    assert desk.edited == [(4, {"category_id": 1})]


# --- choices ----------------------------------------------------------------------------------------------------------


def test_a_choice_opens_at_once_and_choosing_saves(desk: Desk) -> None:
    desk.open(PLAIN, "theme")
    assert desk.combo.view().isVisible()
    desk.choose("Pain / CBT")
    assert desk.edited == [(HUGE, {"caption_theme": "cbt"})]
    assert desk.editor is None


def test_choosing_what_is_there_changes_nothing(desk: Desk) -> None:
    desk.open(PLAIN, "transition")
    desk.choose("Fade")
    assert desk.edited == []
    assert desk.editor is None


def test_closing_the_list_without_a_choice_ends_the_editor(desk: Desk) -> None:
    desk.open(PLAIN, "theme")
    desk.combo.hidePopup()
    QApplication.processEvents()
    assert desk.editor is None
    assert desk.edited == []


def test_a_choice_that_is_none_is_offered_as_it_is(desk: Desk) -> None:
    desk.open(ODD, "theme")
    assert desk.combo.currentText() == "“new-theme”"
    desk.choose("“new-theme”")
    assert desk.edited == []
    desk.open(ODD, "transition")
    desk.choose("None")
    assert desk.edited == [(3, {"transition": "none"})]


# --- rules ------------------------------------------------------------------------------------------------------------


def test_what_breaks_a_rule_is_explained_while_typing_and_is_not_saved(desk: Desk) -> None:
    editor = desk.open(PLAIN, "interval")
    assert desk.why == ""
    desk.type("77")
    assert desk.why == "1 to 60 seconds."
    assert editor.editors["interval_min"].focus_widget.accessibleDescription() == "1 to 60 seconds."
    assert editor.editors["interval_max"].focus_widget.accessibleDescription() != "1 to 60 seconds."
    for key in (KEY.Key_Return, KEY.Key_Enter):
        desk.press(key)
        assert desk.editor is editor
    desk.type("7")  # Enter has selected the number
    assert desk.why == ""
    desk.press(KEY.Key_Return)
    assert desk.edited == [(HUGE, {"interval_min": 7})]


def test_an_empty_number_is_no_number(desk: Desk) -> None:
    desk.open(PLAIN, "category")
    desk.press(KEY.Key_Delete)
    assert desk.why == "This is no category. Enter its number, or choose one."
    desk.press(KEY.Key_Return)
    assert desk.editor is not None
    assert desk.edited == []


def test_the_explanation_is_below_or_above_and_never_outside(desk: Desk) -> None:
    desk.view.setColumnWidth(0, 900)
    for name in ("title", "interval", "category"):
        for row in (PLAIN, DEFAULT):
            desk.view.setFixedHeight(desk.view.horizontalHeader().height() + 4 * 30 + 4)
            editor = desk.open(row, name)
            desk.view.scrollTo(desk.model.index(row, AT[name]))
            desk.press(KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
            if row == DEFAULT and name == "category":
                desk.press(KEY.Key_Space)
            desk.press(KEY.Key_Delete)
            if desk.why:
                assert desk.view.viewport().rect().contains(editor.geometry())
            cell = desk.view.visualRect(desk.model.index(row, AT[name]))
            assert editor.geometry().intersects(cell)
            desk.press(KEY.Key_Escape)


def test_the_frame_tells_right_from_wrong_in_both_appearances(desk: Desk, qapp: QApplication) -> None:
    before = qapp.palette()
    try:
        for colours in (LIGHT, DARK):
            qapp.setPalette(palette_of(colours))
            desk.delegate.colours = colours
            editor = desk.open(PLAIN, "title")
            seen = [editor.grab().toImage().pixelColor(1, 10).name()]
            desk.press(KEY.Key_Delete)
            seen.append(editor.grab().toImage().pixelColor(1, 10).name())
            assert seen == [colours.pending, colours.error]
            desk.press(KEY.Key_Escape)
    finally:
        qapp.setPalette(before)


# --- the keyboard goes elsewhere --------------------------------------------------------------------------------------


def test_going_elsewhere_saves_what_is_right(desk: Desk) -> None:
    desk.open(PLAIN, "title")
    desk.type("B")
    desk.other.setFocus()
    assert desk.edited == [(HUGE, {"title": "B"})]
    assert desk.editor is None
    assert desk.other.hasFocus()


def test_a_click_on_another_row_saves_too(desk: Desk) -> None:
    desk.open(PLAIN, "title")
    desk.type("B")
    at = desk.view.visualRect(desk.model.index(IMPORTED, AT["title"])).center()
    QTest.mouseClick(desk.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert desk.edited == [(HUGE, {"title": "B"})]
    assert desk.editor is None
    assert desk.view.currentIndex().row() == IMPORTED


def test_nothing_typed_is_lost_when_it_is_wrong(desk: Desk) -> None:
    editor = desk.open(PLAIN, "interval")
    desk.type("77")
    desk.other.setFocus()
    assert desk.editor is editor
    at = desk.view.visualRect(desk.model.index(IMPORTED, AT["title"])).center()
    QTest.mouseClick(desk.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert desk.editor is editor
    assert editor.findChildren(QLineEdit)[0].text() == "77"
    assert desk.edited == []
    editor.setFocus()
    desk.press(KEY.Key_Backspace)
    desk.other.setFocus()
    assert desk.edited == [(HUGE, {"interval_min": 7})]
    assert desk.editor is None


def test_another_programs_window_is_no_reason_to_end(desk: Desk) -> None:
    editor = desk.open(PLAIN, "title")
    desk.type("B")
    QApplication.instance().focusChanged.emit(QApplication.focusWidget(), None)  # type: ignore[union-attr]
    assert desk.editor is editor
    assert desk.edited == []


def test_scrolling_keeps_the_editor_with_its_cell(desk: Desk) -> None:
    desk.view.setFixedHeight(desk.view.horizontalHeader().height() + 2 * 30)
    editor = desk.open(PLAIN, "title")
    desk.type("B")
    bar = desk.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    assert desk.editor is editor
    cell = desk.view.visualRect(desk.model.index(PLAIN, AT["title"]))
    assert editor.geometry().center().y() == pytest.approx(cell.center().y(), abs=2)
    desk.press(KEY.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    desk.press(KEY.Key_Backspace)
    cell = desk.view.visualRect(desk.model.index(PLAIN, AT["title"]))
    assert desk.why
    assert abs(editor.geometry().top() - cell.top()) <= 2
    desk.press(KEY.Key_Escape)


# --- Tab --------------------------------------------------------------------------------------------------------------


def test_tab_saves_and_goes_through_the_cells_of_the_row_as_they_are_seen(desk: Desk) -> None:
    desk.view.setColumnHidden(AT["transition"], True)
    desk.view.horizontalHeader().moveSection(AT["theme"], AT["title"] + 1)
    desk.open(PLAIN, "title")
    desk.type("B")
    desk.press(KEY.Key_Tab)
    assert desk.edited == [(HUGE, {"title": "B"})]
    assert desk.current == "theme"
    desk.combo.hidePopup()
    QApplication.processEvents()
    desk.open(PLAIN, "category")
    desk.press(KEY.Key_Tab)  # to the tick
    desk.press(KEY.Key_Tab)
    assert desk.current == "interval"
    desk.press(KEY.Key_Tab)
    assert desk.current == "interval"
    desk.press(KEY.Key_Tab)
    assert desk.editor is None, "behind the last cell there is none"
    assert desk.view.hasFocus()


def test_backtab_goes_back(desk: Desk) -> None:
    desk.open(PLAIN, "interval")
    desk.press(KEY.Key_Backtab)
    assert desk.current == "category"
    desk.press(KEY.Key_Backtab)
    assert desk.current == "title"
    desk.press(KEY.Key_Backtab)
    assert desk.editor is None


def test_tab_passes_over_locked_cells(desk: Desk) -> None:
    desk.view.setColumnHidden(AT["transition"], True)
    desk.open(IMPORTED, "interval")
    desk.press(KEY.Key_Tab)
    desk.press(KEY.Key_Tab)
    assert desk.editor is None
    assert desk.current == "interval"


def test_tab_does_not_leave_what_is_wrong(desk: Desk) -> None:
    editor = desk.open(PLAIN, "title")
    desk.press(KEY.Key_Delete)
    desk.press(KEY.Key_Tab)
    desk.press(KEY.Key_Backtab)
    assert desk.editor is editor
    assert desk.edited == []


def test_tab_keeps_the_selection(desk: Desk) -> None:
    desk.view.selectAll()
    index = desk.model.index(PLAIN, AT["title"])
    desk.view.selectionModel().setCurrentIndex(index, desk.view.selectionModel().SelectionFlag.NoUpdate)
    desk.view.edit(index)
    desk.press(KEY.Key_Tab)
    assert len(desk.view.selectionModel().selectedRows()) == len(SESSIONS)


# --- meanwhile --------------------------------------------------------------------------------------------------------


def test_news_of_the_session_are_shown_but_not_over_what_was_typed(desk: Desk) -> None:
    editor = desk.open(PLAIN, "interval")
    desk.type("9")
    desk.model.replace(SESSIONS[PLAIN].with_values({"interval_min": 5, "interval_max": 20}))
    assert [line.text() for line in editor.findChildren(QLineEdit)] == ["9", "20"]
    desk.press(KEY.Key_Return)
    assert desk.edited == [(HUGE, {"interval_min": 9})]


def test_what_came_from_elsewhere_meanwhile_need_not_be_saved(desk: Desk) -> None:
    desk.open(PLAIN, "title")
    desk.type("B")
    desk.model.replace(SESSIONS[PLAIN].with_values({"title": "B"}))
    desk.press(KEY.Key_Return)
    assert desk.edited == []
    assert desk.editor is None


def test_keys_that_are_typed_are_no_shortcuts(desk: Desk) -> None:
    pressed: list[str] = []
    for keys in ("F", "Return", "Esc"):
        action = QAction(desk)
        action.setShortcut(keys)
        action.triggered.connect(lambda _checked=False, keys=keys: pressed.append(keys))
        desk.addAction(action)
    desk.open(DEFAULT, "category")
    for key in (KEY.Key_F, KEY.Key_Return):
        desk.press(key)
    desk.open(PLAIN, "title")
    desk.press(KEY.Key_F)
    desk.press(KEY.Key_Escape)
    assert pressed == []
    desk.press(KEY.Key_F)
    assert pressed == ["F"]


def test_a_click_beside_the_fields_is_no_click_on_the_rows_below(desk: Desk) -> None:
    editor = desk.open(PLAIN, "interval")
    desk.type("77")
    QTest.mouseClick(editor, Qt.MouseButton.LeftButton, pos=editor.rect().bottomLeft())
    assert desk.view.currentIndex().row() == PLAIN
    desk.press(KEY.Key_Escape)


def test_another_sessions_data_do_not_get_into_the_editor(desk: Desk) -> None:
    editor = desk.open(PLAIN, "title")
    desk.delegate.setEditorData(editor, desk.model.index(IMPORTED, AT["title"]))
    assert editor.findChildren(QLineEdit)[0].text() == "A walk"
    desk.delegate.setModelData(QWidget(desk), desk.model, QModelIndex())
    assert isinstance(desk.model, QAbstractItemModel)
    assert desk.edited == []
