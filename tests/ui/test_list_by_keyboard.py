"""The list's keys where the parts of the window meet: letters of titles, saved searches, columns that are kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from joip_desktop.engine.places import Place
from joip_desktop.mock import MockServer
from joip_desktop.storage.settings import SavedSearch, View
from joip_desktop.ui.dialogs.save_search import LineDialog
from joip_desktop.ui.sessions.columns import COLUMNS
from joip_desktop.ui.sessions.typed_text import TypedText
from tests.helpers.window import Person, opened, settle, until

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # raising and grabbing, offscreen


def _dialog(person: Person) -> LineDialog:
    (dialog,) = (one for one in person.window.sidebar.findChildren(LineDialog) if one.isVisible())
    return dialog


async def _agree(person: Person) -> None:
    QTest.keyClick(_dialog(person).line, Qt.Key.Key_Return)
    await settle()
    person.window.activateWindow()  # as a window manager does; the offscreen platform has none
    await settle()


@pytest.mark.parametrize("view", list(View))
async def test_an_f_in_the_middle_of_a_title_stars_nothing(server: MockServer, view: View) -> None:
    titles = ("Zebra", "Zen evening", "Zen forest")
    ids = [row["id"] for row in server.store.rows()[: len(titles)]]
    for session_id, title in zip(ids, titles, strict=True):
        server.store.set_row(session_id, title=title)
    async with opened(server) as person:
        panel, time = person.window.panel, [0.0]
        panel.show_view(view)
        panel.view._typed = TypedText(clock=lambda: time[0], pause=lambda: 0.4)
        panel.view.setFocus()
        QTest.keyClicks(panel.view, "zen f")
        await settle()
        assert panel.selection.ids() == (ids[2],)
        assert person.window.strip.job is None
        time[0] += 1
        starred = server.store.row(ids[2])["isFavorite"]
        QTest.keyClicks(panel.view, "f")
        await person.sent()
        assert server.store.row(ids[2])["isFavorite"] is not starred, "after a pause it is the shortcut again"
        assert len(person.patches()) == 1


async def test_a_search_in_a_place_is_saved_with_that_place_and_finds_the_same_from_anywhere(
    server: MockServer,
) -> None:
    async with opened(server) as person:
        panel, sidebar = person.window.panel, person.window.sidebar
        sidebar.choose(Place.PUBLIC)
        QTest.keyClicks(panel.search, "interval:>5")
        await settle()
        shown = [one.id for one in panel.model.sessions()]
        assert 0 < len(shown) < len(server.store.rows())
        person.press("Ctrl+D", panel.search)
        assert "is:public interval:>5" in _dialog(person).line.accessibleName(), "which the person is told"
        _dialog(person).line.setText("Slow and public")
        await _agree(person)
        assert person.window._settings.saved_searches == [
            SavedSearch(name="Slow and public", search="is:public interval:>5")
        ]
        person.press("Esc", panel.search)
        sidebar.choose(Place.saved("is:public interval:>5"))
        await settle()
        assert [one.id for one in panel.model.sessions()] == shown


async def test_a_saved_search_is_edited_in_the_box_and_keeps_its_name(server: MockServer) -> None:
    async with opened(server) as person:
        panel, sidebar, settings = person.window.panel, person.window.sidebar, person.window._settings
        sidebar.save_search("is:public interval:>5")
        _dialog(person).line.setText("Slow and public")
        await _agree(person)
        sidebar.choose(Place.saved("is:public interval:>5"))
        menu = sidebar._menu_for(sidebar._row(sidebar.currentRow()))
        assert menu is not None
        next(action for action in menu.actions() if action.text() == "&Edit Search").trigger()
        menu.deleteLater()
        assert panel.search.hasFocus()
        assert panel.search.text() == "is:public interval:>5"
        QTest.keyClicks(panel.search, "0")
        person.press("Ctrl+D", panel.search)
        assert _dialog(person).line.text() == "Slow and public"
        await _agree(person)
        assert settings.saved_searches == [SavedSearch(name="Slow and public", search="is:public interval:>50")]


async def test_columns_and_order_are_told_to_the_disk_without_closing(server: MockServer) -> None:
    async with opened(server) as person:
        window = person.window
        told: list[tuple[list[str], str]] = []
        window.settings_changed.connect(
            lambda: told.append((list(window._settings.sorting), window._settings.table_state))
        )
        timers = window.findChildren(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
        for timer in timers:
            timer.stop()  # what was changed while the window was opening is not what this is about
        window.panel.table.sort_by(["title"])
        window.panel.table.show_column("theme", False)
        QApplication.processEvents()
        (running,) = (timer for timer in timers if timer.isActive())
        assert told == []
        running.setInterval(0)  # rather than two seconds
        await until(lambda: told)
        ((sorting, columns),) = told
        assert sorting == ["title"]
        assert columns.startswith(",".join(column.name for column in COLUMNS) + ":")
