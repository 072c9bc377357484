from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.domain.session import UNKNOWN, Session
from joip_desktop.engine.places import FIXED, Place
from joip_desktop.engine.several import Several, SeveralDraft
from joip_desktop.engine.slices import at_once
from joip_desktop.engine.workspace import Workspace
from joip_desktop.storage.settings import SavedSearch, Settings
from joip_desktop.ui.dialogs.save_search import LineDialog
from joip_desktop.ui.sessions.sidebar import Sidebar
from joip_desktop.ui.sessions.sidebar_rows import FIXED_LABELS, ROW_ROLE, Row
from joip_desktop.ui.sessions.typed_text import TypedText
from joip_desktop.ui.theme import DARK, LIGHT
from tests.helpers.still_workspace import fail_next, now, submit, workspace_of

shows_a_menu = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""The offscreen platform can neither raise a menu nor grab the keyboard for it, and says so."""

ACCOUNT = "https://joip.example"
SAVED = [SavedSearch(name="Calm ones", search="calm"), SavedSearch(name="Slow", search="interval:>10")]


def session(number: int, category: int | None = None) -> Session:
    return Session(id=number, title="A", is_favorite=number < 3, category_id=category)


@pytest.fixture
def workspace() -> Workspace:
    return workspace_of(*[session(number) for number in range(1200)])


@pytest.fixture
def settings() -> Settings:
    return Settings(saved_searches=list(SAVED))


@pytest.fixture
def sidebar(qtbot: QtBot, workspace: Workspace, settings: Settings) -> Iterator[Sidebar]:
    made = Sidebar(workspace.tally, settings, account=ACCOUNT)
    qtbot.addWidget(made)
    made.resize(220, 800)
    made.show()
    yield made
    made.close_listening()


def _rows(sidebar: Sidebar) -> list[Row]:
    return [sidebar.item(at).data(ROW_ROLE) for at in range(sidebar.count())]


def _shown(sidebar: Sidebar) -> list[str]:
    return [f"{row.label} {row.number}".strip() for row in _rows(sidebar)]


def _numbers(sidebar: Sidebar) -> dict[str, str]:
    return {row.label: row.number for row in _rows(sidebar) if row.place is not None}


def _where(sidebar: Sidebar, label: str) -> QPoint:
    at = next(at for at, row in enumerate(_rows(sidebar)) if row.label == label)
    return sidebar.visualItemRect(sidebar.item(at)).center()


def _click(sidebar: Sidebar, label: str, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.mouseClick(sidebar.viewport(), Qt.MouseButton.LeftButton, keys, _where(sidebar, label))


def _chosen(sidebar: Sidebar) -> list[Place]:
    chosen: list[Place] = []
    sidebar.place_chosen.connect(chosen.append)
    return chosen


def _times(signal_of: Sidebar, name: str) -> list[None]:
    times: list[None] = []
    getattr(signal_of, name).connect(lambda: times.append(None))
    return times


def _dialog(sidebar: Sidebar) -> LineDialog:
    (dialog,) = (one for one in sidebar.findChildren(LineDialog) if one.isVisible())
    return dialog


def _answer(sidebar: Sidebar, text: str) -> None:
    dialog = _dialog(sidebar)
    dialog.line.setText(text)
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)


def _open_menu(sidebar: Sidebar, label: str) -> QMenu | None:
    where = _where(sidebar, label)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, sidebar.viewport().mapToGlobal(where))
    QApplication.sendEvent(sidebar.viewport(), event)
    return next((one for one in sidebar.findChildren(QMenu) if one.isVisible()), None)


def _trigger(menu: QMenu | None, beginning: str) -> None:
    assert menu is not None
    actions: list[QAction] = menu.actions()
    action = next(one for one in actions if one.text().replace("&", "").startswith(beginning))
    menu.setActiveAction(action)
    QTest.keyClick(menu, Qt.Key.Key_Return)


# --- rows -------------------------------------------------------------------------------------------------------------


def test_every_place_has_a_row_with_its_count(sidebar: Sidebar) -> None:
    assert _shown(sidebar) == [
        *("All sessions 1,200", "Favourites 3", "Public 0", "Shared 0", "Imported 0", "Manual 0"),
        *("Categories", "No category 1,200"),
        *("Changes", "Unsaved 0", "Waiting 0", "Failed 0", "Conflicts 0"),
        *("Saved searches", "Calm ones 0", "Slow 0"),
    ]
    assert {row.place for row in _rows(sidebar)} > set(FIXED)


def test_counts_follow_what_happens(sidebar: Sidebar, workspace: Workspace) -> None:
    workspace.drafts.edit(7, "title", "B")
    submit(workspace, 9, is_favorite=True)
    assert _numbers(sidebar) | {"Favourites": "4", "Unsaved": "1", "Failed": "0"} == _numbers(sidebar)
    fail_next(workspace)
    submit(workspace, 10, title="B")
    theirs = Session(id=10, title="X", is_favorite=False)
    now(workspace.outbox.reconcile([(workspace.outbox.entries(10)[0], theirs)]))
    assert _numbers(sidebar) | {"Failed": "1", "Conflicts": "1"} == _numbers(sidebar)
    workspace.library.load([])
    assert set(_numbers(sidebar).values()) == {"0"}


def _enter(workspace: Workspace, *session_ids: int) -> SeveralDraft:
    several = Several(workspace.library.get, session_ids)
    at_once(several.counting())
    return workspace.drafts.several.open(session_ids, several)


@pytest.fixture
def grouped(qtbot: QtBot, workspace: Workspace) -> Iterator[Sidebar]:
    made = Sidebar(workspace.tally, Settings(), several=workspace.drafts.several, account=ACCOUNT)
    qtbot.addWidget(made)
    made.resize(220, 800)
    made.show()
    yield made
    made.close_listening()


def test_edits_for_several_sessions_have_a_row_below_unsaved(grouped: Sidebar, workspace: Workspace) -> None:
    before = _shown(grouped)
    draft = _enter(workspace, 7, 8, 9)
    draft.set("title", "B")
    _enter(workspace, 20, 21).set("ai_prompt", "C")
    draft = _enter(workspace, 7, 8, 9)
    draft.set_takes_part("is_public", True)
    at = before.index("Unsaved 0")
    lines = ["Title, Public 3", "Prompt 2"]
    assert _shown(grouped) == [*before[:at], "Unsaved 5", *lines, *before[at + 1 :]]
    item = grouped.item(at + 1)
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "Unsaved edits for 3 sessions at once: Title, Public"
    assert item.toolTip() == (
        "<qt>Unsaved edits for 3 sessions at once: Title, Public<br>"
        "Entered for several sessions at once, and not saved yet."
        " A click selects them, so that the form shows it again.</qt>"
    )
    workspace.library.load([session(number) for number in range(8, 1200)])
    assert _shown(grouped)[at + 1] == "Title, Public 2"
    draft.revert()
    assert _shown(grouped)[at : at + 2] == ["Unsaved 2", "Prompt 2"]
    assert grouped.place is Place.ALL


def test_a_group_that_is_chosen_stays_while_it_is_and_a_click_chooses_it_again(
    grouped: Sidebar, workspace: Workspace
) -> None:
    chosen = _chosen(grouped)
    draft = _enter(workspace, 7, 8, 9)
    draft.set("title", "B")
    _click(grouped, "Title")
    count = len(chosen)
    assert set(chosen) == {Place.unsaved_group(1)}
    _click(grouped, "Title")
    assert len(chosen) > count
    draft.revert()
    assert _numbers(grouped)["Title"] == "0"
    assert grouped.place == Place.unsaved_group(1)
    _click(grouped, "Unsaved")
    assert "Title" not in _numbers(grouped)
    assert chosen[-1] == Place.UNSAVED


def test_there_is_nothing_to_name_or_delete_about_a_group(grouped: Sidebar, workspace: Workspace) -> None:
    _enter(workspace, 7, 8, 9).set("title", "B")
    _click(grouped, "Title")
    QTest.keyClick(grouped, Qt.Key.Key_F2)
    QTest.keyClick(grouped, Qt.Key.Key_Delete)
    assert not [one for one in grouped.findChildren(QWidget) if one.isWindow() and one.isVisible()]
    assert _open_menu(grouped, "Title") is None


def test_what_is_not_counted_yet_has_no_number(qtbot: QtBot) -> None:
    workspace = workspace_of(*[session(number) for number in range(5_000)])
    sidebar = Sidebar(workspace.tally, Settings(), account=ACCOUNT)
    qtbot.addWidget(sidebar)
    assert _numbers(sidebar) | {"All sessions": "5,000", "Favourites": "…", "Failed": "…"} == _numbers(sidebar)
    assert _rows(sidebar)[1].spoken == "Favourites, being counted"
    workspace.tally.catch_up()
    assert _numbers(sidebar)["Favourites"] == "3"
    sidebar.close_listening()


def test_rows_say_aloud_and_in_tooltips_what_they_are(sidebar: Sidebar, workspace: Workspace) -> None:
    workspace.drafts.edit(7, "title", "B")
    spoken = {
        row.label: sidebar.item(at).data(Qt.ItemDataRole.AccessibleTextRole) for at, row in enumerate(_rows(sidebar))
    }
    assert spoken["Favourites"] == "Favourites, 3 sessions"
    assert spoken["Unsaved"] == "Unsaved, 1 session"
    assert spoken["Categories"] == "Categories"
    tips = {row.label: sidebar.item(at).toolTip() for at, row in enumerate(_rows(sidebar))}
    assert tips["Favourites"] == "<qt>Favourites<br>Search: is:favorite</qt>"
    assert tips["Slow"] == "<qt>Slow<br>Search: interval:&gt;10</qt>"
    assert "does not tell" in tips["Shared"]
    assert tips["Changes"] == ""


def test_categories_come_and_go_by_number_with_their_local_names(
    sidebar: Sidebar, workspace: Workspace, settings: Settings
) -> None:
    settings.name_category(ACCOUNT, 12, "Evenings <b>")
    settings.name_category("another account", 2, "Not this")
    workspace.library.load([session(1, 12), session(2, 2), session(3, 2), session(4)])
    assert _shown(sidebar)[6:11] == ["Categories", "No category 1", "Category 2 2", "Evenings <b> 1", "Changes"]
    workspace.library.load([session(4)])
    assert _shown(sidebar)[6:10] == ["Categories", "No category 1", "Evenings <b> 0", "Changes"]


def test_without_saved_searches_there_is_no_heading_for_them(qtbot: QtBot, workspace: Workspace) -> None:
    sidebar = Sidebar(workspace.tally, Settings(), account=ACCOUNT)
    qtbot.addWidget(sidebar)
    assert "Saved searches" not in _shown(sidebar)
    sidebar.close_listening()


def test_a_saved_search_that_makes_no_sense_is_marked_and_explained(qtbot: QtBot, workspace: Workspace) -> None:
    settings = Settings(saved_searches=[SavedSearch(name="Odd", search="nosuchkey:1")])
    sidebar = Sidebar(workspace.tally, settings, account=ACCOUNT)
    qtbot.addWidget(sidebar)
    row = _rows(sidebar)[-1]
    assert (row.label, row.number) == ("Odd", "!")
    assert "nosuchkey" in row.problem
    assert "There is no" in sidebar.item(sidebar.count() - 1).toolTip()
    assert "mistake" in row.spoken
    sidebar.close_listening()


def test_a_search_that_is_saved_twice_stands_there_once_and_names_are_plain_text(
    qtbot: QtBot, workspace: Workspace
) -> None:
    twice = [SavedSearch(name="One\n<b>", search="calm"), SavedSearch(name="Two", search="calm")]
    sidebar = Sidebar(workspace.tally, Settings(saved_searches=twice), account=ACCOUNT)
    qtbot.addWidget(sidebar)
    assert _shown(sidebar)[-2:] == ["Saved searches", "One <b> 0"]
    assert "&lt;b&gt;" in sidebar.item(sidebar.count() - 1).toolTip()
    sidebar.close_listening()


def test_every_fixed_label_fits_beside_a_number_of_six_digits(sidebar: Sidebar) -> None:
    metrics = QFontMetrics(sidebar.font())
    widest = max(metrics.horizontalAdvance(label) for label in FIXED_LABELS)
    room = sidebar.minimumSizeHint().width() - sidebar.verticalScrollBar().sizeHint().width()
    assert room >= widest + metrics.horizontalAdvance("100,000") + 18


def test_colours_follow_the_appearance(sidebar: Sidebar) -> None:
    sidebar.set_colours(LIGHT)
    light = sidebar.grab().toImage()
    sidebar.set_colours(DARK)
    assert sidebar.grab().toImage() != light


def test_what_is_empty_is_quieter_and_what_has_failed_is_not(sidebar: Sidebar, workspace: Workspace) -> None:
    sidebar.set_colours(LIGHT)

    def colours() -> set[str]:
        image = sidebar.grab(sidebar.visualItemRect(sidebar.item(_position(sidebar, Place.FAILED)))).toImage()
        return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}

    quiet = colours()
    assert LIGHT.text not in quiet
    assert LIGHT.error not in quiet
    submit(workspace, 9, is_favorite=True)
    fail_next(workspace)
    assert colours() != quiet


def _position(sidebar: Sidebar, place: Place) -> int:
    return next(at for at, row in enumerate(_rows(sidebar)) if row.place == place)


# --- choosing ---------------------------------------------------------------------------------------------------------


def test_choosing_by_keyboard_passes_over_headings(sidebar: Sidebar) -> None:
    chosen = _chosen(sidebar)
    for _ in range(20):
        QTest.keyClick(sidebar, Qt.Key.Key_Down)
    saved = [Place.saved("calm"), Place.saved("interval:>10")]
    assert chosen == [*FIXED[1:], *saved]
    chosen.clear()
    for _ in range(20):
        QTest.keyClick(sidebar, Qt.Key.Key_Up)
    assert chosen == [saved[0], *reversed(FIXED)]
    chosen.clear()
    QTest.keyClick(sidebar, Qt.Key.Key_End)
    QTest.keyClick(sidebar, Qt.Key.Key_Home)
    assert chosen == [saved[1], Place.ALL]


def test_letters_lead_to_a_place(sidebar: Sidebar) -> None:
    QTest.keyClicks(sidebar, "fav")
    assert sidebar.place == Place.FAVOURITES


def test_a_click_chooses_once_and_a_heading_cannot_be_chosen(sidebar: Sidebar) -> None:
    chosen = _chosen(sidebar)
    _click(sidebar, "Public")
    _click(sidebar, "Public")
    _click(sidebar, "Categories")
    _click(sidebar, "Public", Qt.KeyboardModifier.ControlModifier)
    assert chosen == [Place.PUBLIC]
    assert [item.data(ROW_ROLE).place for item in sidebar.selectedItems()] == [Place.PUBLIC]


def test_the_chosen_place_stays_chosen_while_rows_come_and_go(sidebar: Sidebar, workspace: Workspace) -> None:
    sidebar.choose(Place.UNSAVED)
    chosen = _chosen(sidebar)
    workspace.library.load([session(1, 5), session(2, 7), session(3, -1)])
    workspace.drafts.edit(1, "title", "B")
    workspace.library.load([session(1, 6)])
    assert chosen == []
    assert sidebar.place == Place.UNSAVED
    assert [item.data(ROW_ROLE).place for item in sidebar.selectedItems()] == [Place.UNSAVED]
    assert sidebar.currentItem().data(ROW_ROLE).number == "1"


def test_an_empty_category_stays_for_as_long_as_it_is_chosen(sidebar: Sidebar, workspace: Workspace) -> None:
    workspace.library.load([session(1, 5)])
    sidebar.choose(Place.category(5))
    chosen = _chosen(sidebar)
    workspace.library.load([session(1, 6)])
    assert "Category 5 0" in _shown(sidebar)
    assert sidebar.currentItem().data(ROW_ROLE).place == Place.category(5)
    assert chosen == []
    _click(sidebar, "Category 6")
    assert "Category 5" not in _numbers(sidebar)
    assert sidebar.currentItem().data(ROW_ROLE).place == Place.category(6)
    assert chosen == [Place.category(6)]


def test_choosing_what_is_not_there_does_nothing(sidebar: Sidebar) -> None:
    chosen = _chosen(sidebar)
    sidebar.choose(Place.category(404))
    assert chosen == []
    assert sidebar.place == Place.ALL


def test_a_closed_sidebar_hears_nothing(sidebar: Sidebar, workspace: Workspace) -> None:
    sidebar.close_listening()
    before = _shown(sidebar)
    workspace.drafts.edit(7, "title", "B")
    assert _shown(sidebar) == before


# --- saved searches ---------------------------------------------------------------------------------------------------


def test_saving_a_search_asks_for_a_name_and_counts_it(
    sidebar: Sidebar, settings: Settings, workspace: Workspace
) -> None:
    times = _times(sidebar, "saved_searches_changed")
    workspace.library.load([Session(id=1, title="A calm walk"), Session(id=2, title="Loud")])
    sidebar.save_search("  walk ")
    assert _dialog(sidebar).line.text() == "walk"
    assert times == []
    _answer(sidebar, " Walks ")
    assert settings.saved_searches == [*SAVED, SavedSearch(name="Walks", search="walk")]
    assert _shown(sidebar)[-1] == "Walks 1"
    assert times == [None]
    assert sidebar.place == Place.ALL


def test_a_name_that_is_taken_gets_the_new_search_and_that_is_said_before(sidebar: Sidebar, settings: Settings) -> None:
    sidebar.choose(Place.saved("calm"))
    chosen = _chosen(sidebar)
    sidebar.save_search("quiet")
    dialog = _dialog(sidebar)
    dialog.line.setText("Other")
    assert dialog.note.text() == ""
    dialog.line.setText("calm ONES")
    assert "“calm”, which will be replaced." in dialog.note.text()
    _answer(sidebar, "calm ONES")
    assert settings.saved_searches == [SavedSearch(name="calm ONES", search="quiet"), SAVED[1]]
    assert chosen == [Place.ALL]  # what was chosen is gone
    assert sidebar.currentItem().data(ROW_ROLE).place == Place.ALL


def test_saving_what_is_saved_already_renames_it(sidebar: Sidebar, settings: Settings) -> None:
    sidebar.choose(Place.saved("calm"))
    chosen = _chosen(sidebar)
    sidebar.save_search("calm")
    assert _dialog(sidebar).line.text() == "Calm ones"
    _answer(sidebar, "Quiet ones")
    assert settings.saved_searches == [SavedSearch(name="Quiet ones", search="calm"), SAVED[1]]
    assert chosen == []
    assert sidebar.place == Place.saved("calm")


def test_a_name_dialog_that_is_called_off_or_changes_nothing_saves_nothing(
    sidebar: Sidebar, settings: Settings
) -> None:
    times = _times(sidebar, "saved_searches_changed")
    sidebar.save_search("quiet")
    QTest.keyClick(_dialog(sidebar), Qt.Key.Key_Escape)
    sidebar.save_search("calm")
    _answer(sidebar, "Calm ones")
    assert settings.saved_searches == SAVED
    assert times == []


@shows_a_menu
def test_a_search_that_is_edited_keeps_its_name_and_its_place(sidebar: Sidebar, settings: Settings) -> None:
    _trigger(_open_menu(sidebar, "Calm ones"), "Edit")
    sidebar.save_search("calm walk")
    assert _dialog(sidebar).line.text() == "Calm ones"
    assert "“calm”, which will be replaced." in _dialog(sidebar).note.text()
    QTest.keyClick(_dialog(sidebar).line, Qt.Key.Key_Return)
    assert settings.saved_searches == [SavedSearch(name="Calm ones", search="calm walk"), SAVED[1]]
    sidebar.save_search("another one")
    assert _dialog(sidebar).line.text() == "another one", "that search is done with"
    QTest.keyClick(_dialog(sidebar), Qt.Key.Key_Escape)


@shows_a_menu
def test_a_search_that_is_edited_may_get_another_name_and_be_saved_beside_the_former(
    sidebar: Sidebar, settings: Settings
) -> None:
    _trigger(_open_menu(sidebar, "Calm ones"), "Edit")
    sidebar.save_search("calm walk")
    _answer(sidebar, "Calm walks")
    assert settings.saved_searches == [*SAVED, SavedSearch(name="Calm walks", search="calm walk")]


@shows_a_menu
def test_calling_off_the_name_does_not_forget_what_is_being_edited(sidebar: Sidebar, settings: Settings) -> None:
    _trigger(_open_menu(sidebar, "Calm ones"), "Edit")
    sidebar.save_search("calm walk")
    QTest.keyClick(_dialog(sidebar), Qt.Key.Key_Escape)
    assert settings.saved_searches == SAVED
    sidebar.save_search("calm long walk")
    assert _dialog(sidebar).line.text() == "Calm ones"
    QTest.keyClick(_dialog(sidebar).line, Qt.Key.Key_Return)
    assert settings.saved_searches[0] == SavedSearch(name="Calm ones", search="calm long walk")


@shows_a_menu
def test_the_latest_search_to_be_edited_gives_its_name(sidebar: Sidebar) -> None:
    for label in ("Calm ones", "Slow"):
        _trigger(_open_menu(sidebar, label), "Edit")
    sidebar.save_search("interval:>20")
    assert _dialog(sidebar).line.text() == "Slow"
    QTest.keyClick(_dialog(sidebar), Qt.Key.Key_Escape)
    sidebar.save_search("calm")
    assert _dialog(sidebar).line.text() == "Calm ones", "a search that is saved already has a name of its own"
    QTest.keyClick(_dialog(sidebar), Qt.Key.Key_Escape)


def test_f2_renames_a_saved_search_and_names_a_category(
    sidebar: Sidebar, settings: Settings, workspace: Workspace
) -> None:
    workspace.library.load([session(1, 5)])
    named = _times(sidebar, "category_names_changed")
    sidebar.choose(Place.category(5))
    QTest.keyClick(sidebar, Qt.Key.Key_F2)
    _answer(sidebar, "Evenings")
    assert settings.category_name(ACCOUNT, 5) == "Evenings"
    assert _numbers(sidebar)["Evenings"] == "1"
    QTest.keyClick(sidebar, Qt.Key.Key_F2)
    assert _dialog(sidebar).line.text() == "Evenings"
    _answer(sidebar, "")
    assert _numbers(sidebar)["Category 5"] == "1"
    QTest.keyClick(sidebar, Qt.Key.Key_F2)
    _answer(sidebar, "")
    assert named == [None, None]
    assert sidebar.place == Place.category(5)
    sidebar.choose(Place.saved("calm"))
    QTest.keyClick(sidebar, Qt.Key.Key_F2)
    _answer(sidebar, "Quiet")
    assert settings.saved_searches[0] == SavedSearch(name="Quiet", search="calm")


def test_delete_asks_and_then_forgets(sidebar: Sidebar, settings: Settings) -> None:
    times = _times(sidebar, "saved_searches_changed")
    sidebar.choose(Place.saved("calm"))
    chosen = _chosen(sidebar)
    for key in (Qt.Key.Key_Escape, None):
        QTest.keyClick(sidebar, Qt.Key.Key_Delete)
        (box,) = (one for one in sidebar.findChildren(QMessageBox) if one.isVisible())
        assert "Calm ones" in box.text()
        if key is not None:
            QTest.keyClick(box, key)
            assert settings.saved_searches == SAVED
        else:
            next(one for one in box.buttons() if one.text() == "Delete").click()
    assert settings.saved_searches == SAVED[1:]
    assert chosen == [Place.ALL]
    assert times == [None]
    assert "Calm ones" not in _numbers(sidebar)


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Delete])
@pytest.mark.parametrize("place", [Place.ALL, Place.NO_CATEGORY, Place.FAILED])
def test_what_every_account_has_can_be_neither_named_nor_deleted(sidebar: Sidebar, place: Place, key: Qt.Key) -> None:
    sidebar.choose(place)
    QTest.keyClick(sidebar, key)
    assert [one for one in sidebar.findChildren(QWidget) if one.isWindow()] == []


@shows_a_menu
def test_the_menu_of_a_saved_search(sidebar: Sidebar, settings: Settings) -> None:
    wanted: list[str] = []
    sidebar.search_edit_wanted.connect(wanted.append)
    sidebar.choose(Place.saved("interval:>10"))
    chosen = _chosen(sidebar)
    _trigger(_open_menu(sidebar, "Calm ones"), "Edit")
    assert (wanted, chosen) == (["calm"], [])
    _trigger(_open_menu(sidebar, "Slow"), "Edit")
    assert (wanted, chosen) == (["calm", "interval:>10"], [Place.ALL])
    _trigger(_open_menu(sidebar, "Slow"), "Rename")
    _answer(sidebar, "Slower")
    assert settings.saved_searches[1].name == "Slower"
    _trigger(_open_menu(sidebar, "Slower"), "Delete")
    (box,) = (one for one in sidebar.findChildren(QMessageBox) if one.isVisible())
    QTest.keyClick(box, Qt.Key.Key_Escape)


@shows_a_menu
def test_the_menu_of_a_category_and_of_what_has_none(sidebar: Sidebar, workspace: Workspace) -> None:
    workspace.library.load([session(1, 5)])
    _trigger(_open_menu(sidebar, "Category 5"), "Name")
    QTest.keyClick(_dialog(sidebar), Qt.Key.Key_Escape)
    for label in ("All sessions", "No category", "Failed", "Categories"):
        assert _open_menu(sidebar, label) is None


@shows_a_menu
def test_the_menu_key_opens_the_menu_of_the_chosen_row(sidebar: Sidebar) -> None:
    sidebar.choose(Place.saved("calm"))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(sidebar.viewport(), event)
    (menu,) = (one for one in sidebar.findChildren(QMenu) if one.isVisible())
    row = sidebar.visualItemRect(sidebar.currentItem())
    assert menu.pos() == sidebar.viewport().mapToGlobal(row.bottomLeft())
    menu.close()


def test_sharing_is_counted_where_it_is_known(sidebar: Sidebar, workspace: Workspace) -> None:
    workspace.library.take_over(Session(id=7, share_to_community=UNKNOWN))
    assert _numbers(sidebar)["Shared"] == "0"
    workspace.library.take_over(Session(id=7, share_to_community=True))
    assert _numbers(sidebar)["Shared"] == "1"


def test_a_letter_in_the_middle_of_a_name_is_no_shortcut(sidebar: Sidebar, qtbot: QtBot) -> None:
    pressed: list[str] = []
    time = [0.0]
    shortcut = QAction(sidebar)
    shortcut.setShortcut("F")
    shortcut.triggered.connect(lambda: pressed.append("F"))
    sidebar.addAction(shortcut)
    sidebar._typed = TypedText(clock=lambda: time[0], pause=lambda: 0.4)
    sidebar.setFocus()
    with qtbot.waitActive(sidebar.window()):
        sidebar.window().activateWindow()
    QTest.keyClicks(sidebar, "all f")
    assert (sidebar.place, pressed) == (Place.ALL, [])
    time[0] += 1
    QTest.keyClicks(sidebar, "f")
    assert pressed == ["F"], "after a pause it is the shortcut again"
