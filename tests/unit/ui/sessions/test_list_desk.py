from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.domain.draft import Draft
from joip_desktop.domain.errors import StorageError
from joip_desktop.domain.job import Outcome
from joip_desktop.domain.session import Session, from_wire
from joip_desktop.engine import slices
from joip_desktop.storage.settings import Appearance, Settings, View
from joip_desktop.ui.jobs.desk import ChangeDesk
from joip_desktop.ui.jobs.undo_stack import UndoStack
from joip_desktop.ui.sessions.columns import TITLE
from joip_desktop.ui.sessions.context_menu import SessionsMenu
from joip_desktop.ui.sessions.list_desk import ListDesk
from joip_desktop.ui.sessions.panel import SessionsPanel
from joip_desktop.ui.tasks import Tasks
from joip_desktop.ui.theme import DARK, Theme
from tests.helpers.fakes import settle
from tests.helpers.still_workspace import workspace_of
from tests.helpers.table import AT

HUGE = 2**70
SESSIONS = [
    from_wire(
        {
            "id": HUGE + number,
            "title": f"Walk {number}",
            "subreddits": ["earth", "space"],
            "categoryId": 3,
            "intervalMin": 4,
            "intervalMax": 12,
            "captionTheme": "joi",
            "isFavorite": number == 1,
            "isImported": False,
            "thumbnail": f"https://x/{number}",
            "updatedAt": f"2025-01-01T00:00:0{9 - number}.000Z",
            "views": number,
        }
    )
    for number in range(4)
]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # raising and grabbing, offscreen


class Desk:
    """A panel with its list desk, on a workspace that sends nothing."""

    def __init__(self, qtbot: QtBot, *shown: Session) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.workspace = workspace_of(*shown)
        self.errors: list[BaseException] = []
        self.notices: list[str] = []
        self.tasks = Tasks(self.errors.append)
        self.theme = Theme(app, Appearance.LIGHT)
        self.settings = Settings()
        self.settings.name_category("demo", 3, "Quiet & calm")
        self.panel = SessionsPanel(self.workspace, settings=self.settings, account="demo", parent=self.window)
        self.changes = ChangeDesk(
            self.workspace,
            window=self.window,
            tasks=self.tasks,
            theme=self.theme,
            undo_stack=UndoStack(self.workspace.history, self.window),
            notify=self.notices.append,
        )
        self.desk = ListDesk(
            self.workspace,
            panel=self.panel,
            desk=self.changes,
            tasks=self.tasks,
            notify=self.notices.append,
        )
        self.starred = QAction("&Favourite", self.window)
        self.desk.make_menu([self.starred, None])
        self.window.resize(900, 500)
        self.panel.resize(900, 500)
        self.window.show()
        assert QTest.qWaitForWindowActive(self.window)
        self.panel.table.setFocus()
        QGuiApplication.clipboard().setText("as before")

    @property
    def copied(self) -> str:
        return QGuiApplication.clipboard().text()

    @property
    def waiting(self) -> dict[int, dict[str, object]]:
        """By session, less `HUGE`, what waits to be sent."""
        outbox = self.workspace.outbox
        return {one.id - HUGE: dict(outbox.overlay(one.id)) for one in SESSIONS if outbox.overlay(one.id)}

    @property
    def menu(self) -> SessionsMenu:
        (found,) = self.panel.findChildren(SessionsMenu)
        return found

    def right_click(self, row: int) -> None:
        viewport = self.panel.table.viewport()
        at = QPoint(self.panel.table.visualRect(self.panel.model.index(row, TITLE)).center())
        QTest.mouseClick(viewport, Qt.MouseButton.RightButton, pos=at)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, QPointF(viewport.mapToGlobal(at)).toPoint())
        QApplication.sendEvent(viewport, event)

    def trigger(self, text: str, menu: QMenu | None = None) -> None:
        next(one for one in (menu or self.menu).actions() if plain(one) == text).trigger()

    def close(self) -> None:
        QToolTip.hideText()
        self.menu.hide()
        self.panel.close_listening()
        self.theme.close()
        self.window.close()


def plain(action: QAction) -> str:
    return action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(qtbot, *SESSIONS)
    yield made
    made.close()
    assert (made.errors, made.notices) == ([], [])


# --- editing in a row -------------------------------------------------------------------------------------------------


async def test_what_is_entered_in_a_row_goes_the_way_of_every_change(desk: Desk) -> None:
    desk.panel.table.cell_edited.emit(HUGE + 1, {"title": "Night trains"})
    await settle()
    assert desk.waiting == {1: {"title": "Night trains"}}
    (job,) = desk.workspace.jobs.jobs.values()
    assert job.title == "Save title"
    assert desk.workspace.history.to_undo is not None


async def test_from_the_keyboard_to_the_outbox(desk: Desk) -> None:
    desk.panel.table.setCurrentIndex(desk.panel.model.index(2, AT["interval"]))
    desk.desk.edit_cell()
    for text, key in (("5", Qt.Key.Key_Tab), ("30", Qt.Key.Key_Return)):
        typed = QApplication.focusWidget()
        assert typed is not None
        QTest.keyClicks(typed, text)
        QTest.keyClick(typed, key)
    await settle()
    assert desk.waiting == {2: {"interval_min": 5, "interval_max": 30}}


async def test_a_value_that_the_session_has_by_now_is_no_change(desk: Desk) -> None:
    desk.workspace.library.take_over(SESSIONS[1].with_values({"title": "Night trains"}))
    desk.desk.save(HUGE + 1, {"title": "Night trains"})
    await settle()
    assert desk.waiting == {}
    assert desk.workspace.jobs.jobs == {}


async def test_a_value_that_the_sessions_newer_state_forbids_is_not_sent_and_says_why(desk: Desk) -> None:
    desk.workspace.library.take_over(from_wire({"id": HUGE + 1, "isImported": True, "captionTheme": "joi"}))
    desk.desk.save(HUGE + 1, {"caption_theme": "beta"})
    await settle()
    assert desk.waiting == {}
    (job,) = desk.workspace.jobs.jobs.values()
    result = job.results[HUGE + 1]
    assert (result.outcome, result.sentence) == (Outcome.REFUSED, "Imported sessions keep their caption theme.")


async def test_a_session_that_is_gone_is_left_alone_and_that_is_said(desk: Desk) -> None:
    desk.workspace.drafts.edit(HUGE + 1, "title", "In the form")
    desk.workspace.library.load(SESSIONS[:1])
    desk.desk.save(HUGE + 1, {"title": "Night trains"})
    await settle()
    assert desk.workspace.jobs.jobs == {}
    (notice,) = desk.notices
    assert "not in the list any more" in notice
    desk.notices.clear()
    desk.workspace.library.load(SESSIONS)
    assert desk.workspace.drafts.dirty == (HUGE + 1,), "its row may only have been unreadable"


async def test_the_forms_edits_of_other_fields_stay_edits_and_of_the_same_field_go(desk: Desk) -> None:
    drafts = desk.workspace.drafts
    drafts.edit(HUGE + 1, "title", "In the form")
    drafts.edit(HUGE + 1, "interval_min", 9)
    drafts.edit(HUGE + 2, "title", "Of another")
    desk.desk.save(HUGE + 1, {"title": "In the row"})
    await settle()
    assert desk.waiting == {1: {"title": "In the row"}}
    kept = [drafts.get(HUGE + number) for number in (1, 2)]
    assert [one.edits for one in kept if isinstance(one, Draft)] == [{"interval_min": 9}, {"title": "Of another"}]


async def test_what_is_entered_in_a_row_stays_in_the_form_until_it_is_kept(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(*_: object) -> None:
        raise StorageError("The disk is full.")

    drafts = desk.workspace.drafts
    drafts.edit(HUGE + 1, "title", "In the form")
    drafts.edit(HUGE + 1, "interval_min", 9)
    with monkeypatch.context() as patched:
        patched.setattr(desk.workspace.outbox, "add", refuse)
        desk.desk.save(HUGE + 1, {"title": "In the row"})
        await settle()
    assert desk.waiting == {}
    draft = drafts.get(HUGE + 1)
    assert draft is not None
    assert draft.edits == {"title": "In the row", "interval_min": 9}, "of two entries the newer one"
    (notice,) = desk.notices
    assert notice.startswith("The disk is full.")
    desk.notices.clear()


async def test_what_a_rule_forbids_in_a_row_stays_in_the_form(desk: Desk) -> None:
    desk.desk.save(HUGE + 1, {"interval_min": 40})
    await settle()
    assert desk.waiting == {}
    assert desk.workspace.drafts.dirty == (HUGE + 1,)


# --- copying ----------------------------------------------------------------------------------------------------------


async def test_selected_sessions_are_copied_as_the_table_shows_them(desk: Desk) -> None:
    desk.panel.table.show_column("category", True)
    desk.panel.table.show_column("subreddits", False)
    desk.panel.table.horizontalHeader().moveSection(AT["theme"], 0)
    desk.panel.table.sort_by(["-title"])
    desk.panel.selection.select_sessions([HUGE + 1, HUGE + 3])
    desk.desk.copy_csv()
    await settle()
    rows = list(csv.DictReader(io.StringIO(desk.copied)))
    assert list(rows[0])[:3] == ["Theme", "Favourite", "Title"]
    assert "Subreddits" not in rows[0]
    assert "Picture" not in rows[0]
    assert [row["Title"] for row in rows] == ["Walk 3", "Walk 1"], "in the order of the rows"
    assert [row["Favourite"] for row in rows] == ["No", "Yes"]
    assert {row["Category"] for row in rows} == {"3"}
    assert QToolTip.text() == "Copied 2 sessions as CSV."


async def test_selected_sessions_are_copied_with_everything_that_the_server_told(desk: Desk) -> None:
    desk.panel.select_all()
    desk.desk.copy_json()
    await settle()
    rows = json.loads(desk.copied)
    assert [row["id"] for row in rows] == [HUGE + number for number in range(4)]
    assert rows[2]["views"] == 2
    assert rows[2]["subreddits"] == ["earth", "space"]
    assert QToolTip.text() == "Copied 4 sessions as JSON."


async def test_of_two_copies_the_later_one_is_on_the_clipboard(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slices, "SLICE", 0.0)
    desk.panel.select_all()
    desk.desk.copy_csv()
    desk.panel.selection.select_sessions([HUGE + 2])
    desk.desk.copy_json()
    await settle()
    assert [row["id"] for row in json.loads(desk.copied)] == [HUGE + 2]


async def test_without_a_selection_the_clipboard_stays_as_it_is(desk: Desk) -> None:
    desk.desk.copy_csv()
    desk.desk.copy_json()
    await settle()
    assert desk.copied == "as before"


# --- the menu ---------------------------------------------------------------------------------------------------------


def texts(menu: QMenu) -> list[str]:
    return [plain(action) for action in menu.actions() if not action.isSeparator()]


def test_a_right_click_opens_a_menu_about_the_session(desk: Desk) -> None:
    desk.right_click(2)
    assert desk.menu.isVisible()
    assert texts(desk.menu) == ["Favourite", "Copy as CSV", "Copy as JSON", "Copy Link to Picture", "Show Only"]
    assert texts(desk.menu._like)[0] == "Category Quiet & calm", "by the name that the person gave it"
    desk.trigger("Copy Link to Picture")
    assert desk.copied == "https://x/2"


async def test_the_menu_copies_what_is_selected(desk: Desk) -> None:
    desk.panel.select_all()
    desk.right_click(2)
    assert "Copy 4 sessions as CSV" in texts(desk.menu)
    desk.trigger("Copy 4 sessions as JSON")
    await settle()
    assert len(json.loads(desk.copied)) == 4
    desk.trigger("Copy 4 sessions as CSV")
    await settle()
    assert len(desk.copied.splitlines()) == 5


def test_show_only_narrows_the_search_by_one_more_term(desk: Desk) -> None:
    desk.panel.search.setText("  walk ")
    desk.right_click(1)
    desk.trigger("Category Quiet & calm", desk.menu._like)
    assert desk.panel.search.text() == "walk category:3"
    assert desk.panel.search.hasFocus()
    desk.panel.search.setText("")
    desk.right_click(1)
    desk.trigger("Subreddit space", desk.menu._like)
    assert desk.panel.search.text() == "in:space"
    assert desk.panel.model.rowCount() == 4


def test_the_gallerys_menu_is_the_same(desk: Desk) -> None:
    desk.panel.show_view(View.GALLERY)
    desk.panel.selection.select_sessions([HUGE + 3])
    desk.panel.gallery.menu_wanted.emit(QPoint(5, 5))
    assert desk.menu.isVisible()
    desk.trigger("Copy Link to Picture")
    assert desk.copied == "https://x/3"


def test_without_sessions_the_menu_offers_nothing_about_them(qtbot: QtBot) -> None:
    one = Desk(qtbot)
    one.panel.menu_wanted.emit(QPoint(5, 5))
    enabled = {plain(action) for action in one.menu.actions() if action.isEnabled() and not action.isSeparator()}
    assert enabled == {"Favourite"}
    one.close()


def test_the_menus_icons_follow_the_appearance(desk: Desk) -> None:
    desk.desk.set_colours(DARK)
    icons = [action.icon() for action in desk.menu.actions() if plain(action) in ("Copy as CSV", "Show Only")]
    for icon in icons:
        image = icon.pixmap(48, 48).toImage()
        pixels = [image.pixelColor(x, y) for x in range(48) for y in range(48)]
        assert {pixel.name() for pixel in pixels if pixel.alpha() == 255} == {DARK.text}
    assert len(icons) == 2
