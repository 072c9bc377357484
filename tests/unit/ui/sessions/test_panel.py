from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.domain.errors import UnreachableError
from joip_desktop.domain.progress import ReadingProgress
from joip_desktop.domain.query import parse
from joip_desktop.domain.session import Session
from joip_desktop.engine.places import FIXED, Place
from joip_desktop.engine.workspace import Workspace
from joip_desktop.storage.settings import Density, Settings, View
from joip_desktop.ui.discretion import Discretion
from joip_desktop.ui.sessions.columns import COLUMNS, STAR, TITLE
from joip_desktop.ui.sessions.gallery_view import LARGEST, SMALLEST, USUAL
from joip_desktop.ui.sessions.panel import SessionsPanel
from joip_desktop.ui.sessions.pictures_in_sight import NoPictures
from joip_desktop.ui.theme import DARK, LIGHT, ROWS
from tests.helpers.fakes import FakeApi, FakeBudget, until
from tests.helpers.still_workspace import fail_next, submit, workspace_of

SESSIONS = [Session(id=number, title=f"Walk {number}", subreddits=("earth",)) for number in range(3)]
NOTHING_FOUND = "No sessions match this search.\nPress Escape in the search box to see all of them again."


class FakePictures(NoPictures):
    """Has no pictures, and notes which ones are wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.wanted: list[str] = []
        self.here: set[str] = set()
        self.failed: set[str] = set()
        self.retries = 0

    def pixmap(self, url: str, size: QSize, _ratio: float) -> QPixmap | None:
        return QPixmap(size) if url in self.here else None

    def failure(self, url: str) -> str | None:
        return "It is gone." if url in self.failed else None

    def want(self, urls: Sequence[str]) -> None:
        self.wanted = list(urls)

    def retry(self) -> None:
        self.retries += 1


@dataclass(frozen=True)
class Kept:
    """A list of an earlier run."""

    sessions: Sequence[Session]
    read_at: datetime


class _Painted(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.count = 0
        self._widget = widget

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.count += event.type() is QEvent.Type.Paint
        return False

    def __enter__(self) -> _Painted:
        self._widget.installEventFilter(self)
        return self

    def __exit__(self, *_: object) -> None:
        self._widget.removeEventFilter(self)


async def _read(workspace: Workspace) -> None:
    await workspace.refresh()


@pytest.fixture
def api() -> FakeApi:
    return FakeApi.holding(SESSIONS)


@pytest.fixture
def panel(qtbot: QtBot, api: FakeApi) -> Iterator[SessionsPanel]:
    ticks = iter(range(10**6))
    workspace = Workspace(api=api, budget=FakeBudget(), clock=lambda: float(next(ticks)))
    made = SessionsPanel(workspace)
    qtbot.addWidget(made)
    workspace.changed.add(lambda _: made.show_found())  # as the window does
    made.set_colours(LIGHT)
    made.show_found()
    made.resize(800, 500)
    made.show()
    assert QTest.qWaitForWindowActive(made)
    yield made
    made.close_listening()
    made.close()


class Desk:
    """A panel over sessions that have been read, with the keyboard in its view."""

    def __init__(self, qtbot: QtBot, count: int = 60, **settings: object) -> None:
        shown = [
            Session(
                id=number,
                title=f"Walk {number}",
                thumbnail=f"https://x/{number}",
                updated_at=f"2025-01-01T00:{59 - number // 60:02}:{59 - number % 60:02}.000Z",
            )
            for number in range(count)
        ]
        self.workspace = workspace_of(*shown)
        self.settings = Settings.model_validate(settings)
        self.pictures = FakePictures()
        self.discretion = Discretion()
        self.panel = SessionsPanel(
            self.workspace, settings=self.settings, pictures=self.pictures, discretion=self.discretion, account="demo"
        )
        qtbot.addWidget(self.panel)
        self.panel.resize(800, 500)
        self.panel.show()
        assert QTest.qWaitForWindowActive(self.panel)
        self.panel.view.setFocus()
        self.settle()

    def settle(self) -> None:
        for _ in range(3):
            QApplication.processEvents()

    def rows(self, first: int, last: int) -> list[str]:
        """The pictures of rows, as far as there are any."""
        count = self.panel.model.rowCount()
        return [str(one.thumbnail) for one in self.panel.model.sessions(range(max(0, first), min(count, last + 1)))]

    def around(self, first: int, last: int) -> list[str]:
        """What is to be wanted while these rows are in sight."""
        height = last - first + 1
        return [*self.rows(first, last + height), *self.rows(first - height, first - 1)]

    def around_table(self) -> list[str]:
        return self.around(*self.panel.table.in_sight)

    def around_gallery(self) -> list[str]:
        rows = self.panel.gallery.visible_rows()
        return self.around(rows[0], rows[-1])

    def close(self) -> None:
        self.panel.close_listening()
        self.panel.close()


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(qtbot)
    yield made
    made.close()


# --- what is said -----------------------------------------------------------------------------------------------------


async def test_before_during_and_after_reading(panel: SessionsPanel) -> None:
    assert panel.table._empty_text == "Reading the sessions…"
    assert panel.found.text() == "Reading the sessions…"
    await _read(panel._workspace)
    assert panel.found.text() == "3 sessions"


async def test_a_failure_to_read_is_not_an_empty_account(panel: SessionsPanel, api: FakeApi) -> None:
    api.list_errors.append(UnreachableError("It can't be reached."))
    await _read(panel._workspace)
    for view in (panel.table, panel.gallery):
        assert view._empty_text == "The sessions could not be read yet."
        assert not view._is_loading
    assert panel.found.text() == ""


async def test_an_empty_account_is_said(panel: SessionsPanel, api: FakeApi) -> None:
    api.sessions.clear()
    await _read(panel._workspace)
    assert panel.found.text() == "0 sessions"
    assert panel.table._empty_text == panel.gallery._empty_text == "There are no sessions in this account yet."


@pytest.mark.parametrize(
    ("text", "found", "empty"),
    [
        ("", "3 sessions", "There are no sessions in this account yet."),
        ("  ", "3 sessions", "There are no sessions in this account yet."),
        ("WALK 1", "1 of 3", NOTHING_FOUND),
        ("walk earth", "3 sessions", NOTHING_FOUND),
        ("in:earth -title:1", "2 of 3", NOTHING_FOUND),
        ("nowhere", "0 of 3", NOTHING_FOUND),
        ("nowhere:1", "3 sessions", "There are no sessions in this account yet."),
        ("theme:nonsense-x is:public", "0 of 3", NOTHING_FOUND),
    ],
)
async def test_searching_says_how_many_are_found(panel: SessionsPanel, text: str, found: str, empty: str) -> None:
    await _read(panel._workspace)
    panel.search.setText(text)
    assert panel.found.text() == found
    assert panel.table._empty_text == empty


@pytest.mark.parametrize(
    ("place", "empty"),
    [
        (Place.FAVOURITES, "No favourites yet.\nSelect sessions and press F, or click a star."),
        (Place.UNSAVED, "Nothing is unsaved."),
        (Place.FAILED, "Nothing has failed."),
        (Place.CONFLICTS, "Nothing was changed elsewhere in a field that you changed, too."),
        (Place.PUBLIC, "There are no sessions here."),
        (Place.category(7), "There are no sessions here."),
    ],
)
async def test_an_empty_place_says_so(panel: SessionsPanel, place: Place, empty: str) -> None:
    await _read(panel._workspace)
    panel.show_place(place)
    assert panel.found.text() == "0 of 3"
    assert panel.table._empty_text == empty
    panel.search.setText("walk")
    assert panel.table._empty_text == NOTHING_FOUND


async def test_an_empty_account_has_other_words_than_a_search_that_finds_nothing(
    panel: SessionsPanel, api: FakeApi
) -> None:
    api.sessions.clear()
    panel.search.setText("walk")
    await _read(panel._workspace)
    assert panel.table._empty_text == "There are no sessions in this account yet."


def test_every_place_has_words_for_being_empty(qtbot: QtBot) -> None:
    one = Desk(qtbot, 0)
    for place in FIXED:
        one.panel.show_place(place)
        one.panel.show_found()
        assert one.panel.table._empty_text
    one.close()


async def test_progress_is_said_while_the_list_is_read(panel: SessionsPanel, api: FakeApi) -> None:
    api.progress = [
        ReadingProgress("receiving", 1_000_000, 44_100_000),
        ReadingProgress("receiving", 2_500_000, None),
        ReadingProgress("reading", 2, 3),
    ]
    told: list[str] = []
    panel._workspace.changed.add(lambda _: told.append(panel.found.text()))
    await _read(panel._workspace)
    await _read(panel._workspace)
    seen = [text for at, text in enumerate(told) if told[at - 1 : at] != [text]]
    assert seen == [
        "Reading the sessions…",
        "receiving 1.0 of 44.1 MB…",
        "receiving 2.5 MB…",
        "reading 2 of 3…",
        "3 sessions",
        "3 sessions · refreshing…",
        "3 sessions · receiving 1.0 of 44.1 MB…",
        "3 sessions · receiving 2.5 MB…",
        "3 sessions · reading 2 of 3…",
        "3 sessions",
    ]


async def test_a_list_of_an_earlier_run_says_how_old_it_is(panel: SessionsPanel, api: FakeApi) -> None:
    read_at = datetime(2024, 3, 2, 14, 32, tzinfo=UTC)
    await panel._workspace.restore_list(Kept(SESSIONS[:2], read_at))
    when = read_at.astimezone().strftime("%Y-%m-%d %H:%M")
    assert panel.found.text() == f"2 sessions, from {when}"
    assert panel.model.rowCount() == 2
    api.gate.clear()
    panel.search.setText("walk 1")
    task = asyncio.create_task(panel._workspace.refresh())
    await until(lambda: api.lists == 1)
    assert panel.found.text() == f"1 of 2, from {when} · refreshing…"
    api.gate.set()
    await task
    assert panel.found.text() == "1 of 3"


# --- nothing jumps ----------------------------------------------------------------------------------------------------


def _places(panel: SessionsPanel) -> list[QRect]:
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    widgets: list[QWidget] = [panel.search, panel.views, panel.view, panel.view.viewport()]
    return [QRect(widget.mapTo(panel, QPoint()), widget.size()) for widget in widgets]


async def test_nothing_moves_while_the_list_is_read(panel: SessionsPanel, api: FakeApi) -> None:
    before = _places(panel)
    seen: list[list[QRect]] = []
    panel._workspace.changed.add(lambda _: seen.append(_places(panel)))
    api.progress = [ReadingProgress("receiving", 1_000_000, None), ReadingProgress("reading", 2, 3)]
    api.list_errors.append(UnreachableError("It can't be reached."))
    for _ in range(3):
        await _read(panel._workspace)
    assert len(seen) > 8
    assert all(places == before for places in seen)
    assert _places(panel) == before


@pytest.mark.parametrize("width", [230, 800])
def test_nothing_moves_whatever_is_said_of_what_was_found(desk: Desk, width: int) -> None:
    panel = desk.panel
    panel.resize(width, 500)
    before = _places(panel)
    for text in ("", "1 session", "W" * 400, "100,000 of 100,000, from 2026-03-01 14:32 · receiving 44.1 of 44.1 MB…"):
        panel.found.setText(text)
        assert _places(panel) == before
        assert panel.width() == width


def test_nothing_moves_when_the_view_is_changed(desk: Desk) -> None:
    panel = desk.panel
    places = []
    for view in (View.GALLERY, View.TABLE, View.GALLERY):
        panel.show_view(view)
        desk.settle()
        places.append([QRect(widget.mapTo(panel, QPoint()), widget.size()) for widget in (panel.search, panel.views)])
    assert places[0] == places[1] == places[2]


def test_bars_stand_for_sessions_only_until_the_list_is_there(qtbot: QtBot) -> None:
    one = Desk(qtbot, 0)
    one.panel.show_found()
    views = (one.panel.table, one.panel.gallery)
    assert [view._is_loading for view in views] == [True, True]
    one.workspace.library.load(SESSIONS)
    assert [view._is_loading for view in views] == [False, False]
    one.close()


# --- search -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("view", list(View))
async def test_from_the_search_box_to_the_list_by_keyboard(panel: SessionsPanel, key: Qt.Key, view: View) -> None:
    await _read(panel._workspace)
    panel.show_view(view)
    panel.search.setText("walk")
    panel.go_to_search()
    assert panel.search.hasFocus()
    assert panel.search.selectedText() == "walk"
    QTest.keyClick(panel.search, key)
    assert panel.view.hasFocus()
    assert panel.search.text() == "walk"
    assert panel.selection.current_id() == panel.model.session(0).id
    assert panel.selection.ids() == ()


async def test_escape_ends_the_search(panel: SessionsPanel) -> None:
    await _read(panel._workspace)
    panel.search.setText("nowhere")
    panel.go_to_search()
    QTest.keyClick(panel.search, Qt.Key.Key_Escape)
    assert panel.search.text() == ""
    assert panel.found.text() == "3 sessions"
    assert panel.table.hasFocus()


@pytest.mark.parametrize(
    ("place", "text", "whole"),
    [
        (Place.ALL, "calm", "calm"),
        (Place.FAVOURITES, "calm -in:earth", "is:favorite calm -in:earth"),
        (Place.category(7), "calm", "category:7 calm"),
        (Place.NO_CATEGORY, "calm", "category:none calm"),
        (Place.saved('in:earth "two words"'), "calm", 'in:earth "two words" calm'),
        (Place.saved('in:"cats'), "the", "in:cats the"),
        (Place.FAVOURITES, "", "is:favorite"),
        (Place.ALL, "", ""),
    ],
)
def test_what_is_saved_takes_its_place_along(desk: Desk, place: Place, text: str, whole: str) -> None:
    desk.panel.show_place(place)
    assert desk.panel.whole_search(text) == whole


@pytest.mark.parametrize("place", [Place.ALL, Place.FAVOURITES, Place.category(7), Place.saved("in:earth,space")])
@pytest.mark.parametrize("text", ["walk", "-1", "walk is:public", "in:earth"])
def test_the_whole_search_finds_everywhere_what_is_shown_now(desk: Desk, place: Place, text: str) -> None:
    desk.workspace.library.load(
        Session(
            id=number,
            title=f"{'Walk' if number % 2 else 'Calm'} {number}",
            subreddits=("earth",) if number % 3 else ("space",),
            category_id=7 if number % 5 else None,
            is_favorite=number % 7 < 4,
            is_public=number % 11 < 6,
        )
        for number in range(60)
    )
    panel = desk.panel
    panel.show_place(place)
    panel.search.setText(text)
    shown = [one.id for one in panel.model.sessions()]
    assert 0 < len(shown) < 60
    whole = panel.whole_search(text)
    panel.search.setText("")
    panel.show_place(Place.saved(whole))
    assert [one.id for one in panel.model.sessions()] == shown


def test_what_is_suggested_is_what_the_account_has(qtbot: QtBot) -> None:
    settings = Settings()
    settings.name_category("demo", 3, "Quiet")
    settings.name_category("demo", 9, "Not used yet")
    settings.name_category("other", 4, "Not ours")
    one = Desk(qtbot, 0, category_names=settings.category_names)
    one.workspace.library.load([Session(id=1, subreddits=("Earth", "space"), category_id=5)])
    found = one.panel.search._vocabulary()
    assert found.categories == {3: "Quiet", 5: "", 9: "Not used yet"}
    assert sorted(found.subreddits) == ["Earth", "space"]
    one.close()


# --- table and gallery ------------------------------------------------------------------------------------------------


def test_changing_the_view_keeps_selection_keyboard_and_current_session(desk: Desk) -> None:
    panel = desk.panel
    told: list[str] = []
    panel.view_changed.connect(lambda: told.append("gallery" if panel.view is panel.gallery else "table"))
    panel.selection.select_sessions([50, 52], current=52)
    for view in (View.GALLERY, View.TABLE):
        panel.show_view(view)
        desk.settle()
        assert panel.view is (panel.gallery if view is View.GALLERY else panel.table)
        assert panel.view.isVisible()
        assert panel.view.hasFocus()
        assert panel.selection.ids() == (50, 52)
        assert panel.selection.current_id() == 52
        assert desk.settings.view is view
        shown = panel.view.visualRect(panel.selection.currentIndex())
        assert panel.view.viewport().rect().contains(shown.center()), "it is in sight"
    assert told == ["gallery", "table"]


def test_the_current_session_comes_into_sight_in_a_view_that_was_scrolled_elsewhere(desk: Desk) -> None:
    panel = desk.panel
    panel.selection.select_sessions([52])
    for before, after in ((panel.table, View.GALLERY), (panel.gallery, View.TABLE)):
        for view in View:
            panel.show_view(view)
            desk.settle()
        panel.show_view(View.TABLE if before is panel.table else View.GALLERY)
        before.verticalScrollBar().setValue(0)
        panel.show_view(after)
        panel.view.verticalScrollBar().setValue(0)
        panel.show_view(View.TABLE if before is panel.table else View.GALLERY)
        desk.settle()
        shown = before.visualRect(panel.selection.currentIndex())
        assert before.viewport().rect().contains(shown.center())


def test_what_is_selected_in_one_view_is_selected_in_the_other(desk: Desk) -> None:
    panel = desk.panel
    QTest.keyClick(panel.table, Qt.Key.Key_Down)
    QTest.keyClick(panel.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    panel.show_view(View.GALLERY)
    QTest.keyClick(panel.gallery, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert panel.selection.ids() == (1, 2, 3)
    panel.select_all()
    panel.show_view(View.TABLE)
    assert panel.selection.count() == 60
    assert panel.table.selectionModel().isSelected(panel.model.index(0, TITLE))


def test_elsewhere_the_keyboard_stays_where_it_is(desk: Desk) -> None:
    desk.panel.go_to_search()
    desk.panel.show_view(View.GALLERY)
    assert desk.panel.search.hasFocus()


def test_the_view_of_the_last_run_is_shown(qtbot: QtBot) -> None:
    one = Desk(qtbot, view="gallery", density="compact", tile_size=300)
    assert one.panel.view is one.panel.gallery
    assert one.panel.gallery.tile_size == one.panel.slider.value() == 300
    assert one.panel.slider.isVisible()
    one.panel.show_view(View.TABLE)
    assert one.panel.table.rowHeight(0) == ROWS[Density.COMPACT].height_for(one.panel.table.fontMetrics())
    assert not one.panel.slider.isVisible()
    one.close()


@pytest.mark.parametrize("size", [SMALLEST, 180, USUAL, LARGEST])
def test_the_slider_shows_the_size_of_the_tiles(qtbot: QtBot, size: int) -> None:
    one = Desk(qtbot, view="gallery", tile_size=size)
    assert one.panel.slider.value() == one.panel.gallery.tile_size == one.settings.tile_size == size
    one.panel.slider.setValue(240)
    assert one.panel.gallery.tile_size == one.settings.tile_size == 240
    one.panel.gallery.set_tile_size(260)
    assert one.panel.slider.value() == one.settings.tile_size == 260
    one.close()


def test_an_entry_in_a_row_that_breaks_a_rule_comes_before_the_gallery(desk: Desk) -> None:
    panel = desk.panel
    panel.table.setCurrentIndex(panel.model.index(0, TITLE))
    panel.table.edit_current()
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Return):
        typed = QApplication.focusWidget()
        assert typed is not None
        QTest.keyClick(typed, key)
    assert panel.table.state() is panel.table.State.EditingState
    told: list[object] = []
    panel.view_changed.connect(lambda: told.append(panel.view))
    panel.go_to_search()
    panel.show_view(View.GALLERY)
    assert told == [panel.table], "so that nobody ticks the gallery"
    assert desk.settings.view is View.TABLE
    typed = QApplication.focusWidget()
    assert typed is not None
    assert panel.table.viewport().isAncestorOf(typed), "the person is led back to it"
    QTest.keyClick(typed, Qt.Key.Key_X)
    panel.show_view(View.GALLERY)
    assert told[1:] == [panel.gallery]
    assert panel.table.state() is panel.table.State.NoState
    panel.search.setText("walk 59")
    assert panel.model.rowCount() == 1


# --- the views' wishes ------------------------------------------------------------------------------------------------


def test_both_views_tell_of_stars_and_menus(desk: Desk) -> None:
    panel = desk.panel
    told: list[object] = []
    panel.star_clicked.connect(told.append)
    panel.menu_wanted.connect(told.append)
    for view in (panel.table, panel.gallery):
        view.star_clicked.emit(2**70)
        view.menu_wanted.emit(QPoint(3, 4))
    assert told == [2**70, QPoint(3, 4)] * 2
    star = panel.table.visualRect(panel.model.index(1, STAR)).center()
    QTest.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=star)
    assert told[4:] == [1]


def test_the_headers_menu_sorts_shows_columns_and_sets_the_height(desk: Desk) -> None:
    panel, menu = desk.panel, desk.panel.header_menu
    menu.sort_wanted.emit("-title")
    menu.sort_added.emit("star")
    assert list(panel.table.sorting) == list(menu._sorting()) == ["-title", "star"]
    menu.columns.column_shown.emit("category", True)
    category = next(at for at, column in enumerate(COLUMNS) if column.name == "category")
    assert not panel.table.isColumnHidden(category)
    menu.columns.reset_wanted.emit()
    assert panel.table.isColumnHidden(category)
    menu.density.density_wanted.emit(Density.COMFORTABLE)
    assert desk.settings.density is Density.COMFORTABLE
    assert panel.table.rowHeight(0) == ROWS[Density.COMFORTABLE].height_for(panel.table.fontMetrics())
    assert [one.isChecked() for one in menu.density.actions()] == [False, False, True]


def test_discreet_mode_hides_what_is_not_under_the_mouse_in_both_views(desk: Desk) -> None:
    panel = desk.panel
    pictures = []
    for view in View:
        panel.show_view(view)
        panel.search.setFocus()
        for on in (False, True, False):
            desk.discretion.set_on(on)
            desk.settle()
            pictures.append(panel.view.viewport().grab().toImage())
    table, gallery = pictures[:3], pictures[3:]
    assert table[0] == table[2] != table[1]
    assert gallery[0] == gallery[2] != gallery[1]
    desk.discretion.set_on(True)
    assert panel._hides(1, False)
    assert not panel._hides(1, True)


def test_colours_reach_every_part(desk: Desk) -> None:
    desk.panel.set_colours(DARK)
    assert desk.panel.table._stars.colours is DARK
    assert desk.panel.gallery._tiles.colours is DARK
    assert desk.panel.search._colours is DARK
    assert DARK.muted in desk.panel.found.styleSheet()
    assert not desk.panel.header_menu.columns.menuAction().icon().isNull()


def test_a_closed_panel_hears_nothing(desk: Desk) -> None:
    desk.panel.close_listening()
    desk.workspace.library.load([])
    assert desk.panel.model.rowCount() == 60


# --- pictures ---------------------------------------------------------------------------------------------------------


def test_pictures_are_wanted_for_what_is_in_sight_then_below_then_above(desk: Desk) -> None:
    table = desk.panel.table
    assert desk.pictures.wanted == desk.around_table()
    assert desk.pictures.wanted[0] == "https://x/0"
    assert 20 < len(desk.pictures.wanted) < 40
    table.verticalScrollBar().setValue(30 * table.rowHeight(0))
    desk.settle()
    assert desk.pictures.wanted == desk.around_table()
    assert desk.pictures.wanted[0] == "https://x/30"
    assert desk.pictures.wanted[-1] == "https://x/29"
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    desk.settle()
    assert "https://x/59" in desk.pictures.wanted


def test_other_rows_want_other_pictures(desk: Desk) -> None:
    panel = desk.panel
    panel.model.show(query=parse("-1"))
    desk.settle()
    assert desk.pictures.wanted == desk.around_table()
    panel.table.sort_by(["updated"])
    desk.settle()
    assert desk.pictures.wanted[0] == "https://x/59"
    desk.workspace.library.take_over(Session(id=59, thumbnail="https://x/new"))
    assert desk.pictures.wanted[0] == "https://x/new"
    submit(desk.workspace, 59, thumbnail="https://x/mine")
    assert desk.pictures.wanted[0] == "https://x/mine"
    fail_next(desk.workspace)
    desk.workspace.library.load([])
    desk.settle()
    assert desk.pictures.wanted == []


def test_without_the_column_no_pictures_are_wanted(desk: Desk) -> None:
    desk.panel.table.show_column("thumbnail", False)
    assert desk.pictures.wanted == []
    desk.panel.model.sort_by(["title"])
    desk.settle()
    assert desk.pictures.wanted == []
    desk.panel.table.show_column("thumbnail", True)
    assert desk.pictures.wanted == desk.around_table()


def test_the_gallery_wants_its_own(desk: Desk) -> None:
    panel = desk.panel
    panel.table.show_column("thumbnail", False)
    panel.show_view(View.GALLERY)
    desk.settle()
    assert desk.pictures.wanted == desk.around_gallery() != []
    panel.gallery.verticalScrollBar().setValue(400)
    desk.settle()
    assert desk.pictures.wanted == desk.around_gallery()
    panel.gallery.set_tile_size(LARGEST)
    desk.settle()
    assert desk.pictures.wanted == desk.around_gallery()
    panel.show_view(View.TABLE)
    assert desk.pictures.wanted == []


def test_pictures_that_come_are_painted(desk: Desk) -> None:
    for view in View:
        desk.panel.show_view(view)
        desk.pictures.here.clear()
        desk.settle()
        before = desk.panel.view.viewport().grab().toImage()
        desk.pictures.here.add("https://x/1")
        with _Painted(desk.panel.view.viewport()) as painted:
            desk.pictures.changed.emit(frozenset({"https://x/1"}))
            desk.settle()
        assert painted.count
        assert desk.panel.view.viewport().grab().toImage() != before


def test_whether_all_pictures_in_sight_have_come(desk: Desk) -> None:
    for view in View:
        desk.panel.show_view(view)
        desk.settle()
        desk.pictures.here.clear()
        desk.pictures.failed.clear()
        rows = desk.panel.gallery.visible_rows()
        first, last = desk.panel.table.in_sight if view is View.TABLE else (rows[0], rows[-1])
        urls = desk.rows(first, last)
        desk.pictures.here.update(urls[:-1])
        assert not desk.panel.has_pictures(), "the last one is missing"
        desk.pictures.failed.add(urls[-1])
        assert desk.panel.has_pictures(), "that one won't come"


def test_pictures_can_be_tried_again(desk: Desk) -> None:
    desk.panel.retry_pictures()
    assert desk.pictures.retries == 1
