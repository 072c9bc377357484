from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QTableView
from pytestqt.qtbot import QtBot

from joip_desktop.storage.settings import Density
from joip_desktop.ui.sessions.columns import COLUMNS, THUMBNAIL, TITLE, UPDATED
from joip_desktop.ui.sessions.header_menu import HeaderMenu
from joip_desktop.ui.theme import DARK
from tests.helpers.cells import Cells

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # raising and grabbing, offscreen


class Desk:
    def __init__(self, qtbot: QtBot) -> None:
        self.view = QTableView()
        qtbot.addWidget(self.view)
        self.model = Cells([])
        self.view.setModel(self.model)
        self.view.resize(1500, 200)
        self.view.show()
        self.header = self.view.horizontalHeader()
        self.sorting: list[str] = ["-updated"]
        self.menu = HeaderMenu(self.header, lambda: self.sorting)
        self.told: list[object] = []
        self.menu.sort_wanted.connect(lambda name: self.told.append(("sort", name)))
        self.menu.sort_added.connect(lambda name: self.told.append(("add", name)))
        self.menu.columns.column_shown.connect(lambda name, shown: self.told.append((name, shown)))
        self.menu.columns.reset_wanted.connect(lambda: self.told.append("reset"))
        self.menu.density.density_wanted.connect(self.told.append)

    def right_click(self, section: int) -> None:
        at = QPoint(self.header.sectionViewportPosition(section) + 5, 5)
        self.right_click_at(at)

    def right_click_at(self, at: QPoint) -> None:
        viewport = self.header.viewport()
        where = QPointF(viewport.mapToGlobal(at)).toPoint()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, where)
        QApplication.sendEvent(viewport, event)
        assert self.menu.isVisible()

    def texts(self) -> list[str]:
        return [plain(action) for action in self.menu.actions() if action.isVisible() and action.text()]

    def trigger(self, text: str, menu: QMenu | None = None) -> None:
        next(one for one in (menu or self.menu).actions() if plain(one) == text).trigger()


def plain(action: QAction) -> str:
    return action.text().replace("&", "")


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(qtbot)
    yield made
    made.menu.hide()
    made.view.close()


def test_the_menu_is_about_the_column_that_was_clicked(desk: Desk) -> None:
    desk.header.moveSection(UPDATED, 0)
    desk.right_click(TITLE)
    assert desk.texts() == [
        "Sort Ascending by Title",
        "Sort Descending by Title",
        "Add Title to Sorting",
        "Columns",
        "Row Height",
    ]
    for text in desk.texts()[:3]:
        desk.trigger(text)
    assert desk.told == [("sort", "title"), ("sort", "-title"), ("add", "title")]


def test_the_star_has_a_name_there(desk: Desk) -> None:
    desk.right_click(0)
    assert desk.texts()[0] == "Sort Ascending by Favourite"


def test_beside_the_columns_there_is_nothing_to_sort_by(desk: Desk) -> None:
    desk.view.setFixedWidth(3000)
    desk.right_click_at(QPoint(2900, 5))
    assert desk.texts() == ["Columns", "Row Height"]


@pytest.mark.parametrize(
    ("sorting", "ticked", "can_be_added"),
    [
        (["-updated"], [], True),
        (["title", "-updated"], ["Sort Ascending by Title"], False),
        (["-title"], ["Sort Descending by Title"], False),
        (["-updated", "title"], [], False),
        ([], [], False),
    ],
)
def test_the_menu_shows_how_rows_are_sorted(
    desk: Desk, sorting: list[str], ticked: list[str], can_be_added: bool
) -> None:
    desk.sorting = sorting
    desk.right_click(TITLE)
    assert [plain(action) for action in desk.menu.actions() if action.isChecked()] == ticked
    (add,) = [action for action in desk.menu.actions() if plain(action) == "Add Title to Sorting"]
    assert add.isEnabled() is can_be_added


def test_columns_are_ticked_as_the_header_shows_them(desk: Desk) -> None:
    desk.header.setSectionHidden(THUMBNAIL, True)
    desk.header.setSectionHidden(UPDATED, True)
    desk.menu.columns.aboutToShow.emit()
    *ticks, _separator, _reset = desk.menu.columns.actions()
    assert [tick.text() for tick in ticks] == [column.label for column in COLUMNS]
    assert {tick.text() for tick in ticks if not tick.isChecked()} == {"Picture", "Updated"}
    assert {tick.text() for tick in ticks if not tick.isEnabled()} == {"Favourite", "Title"}
    assert desk.told == [], "showing is no wish"
    desk.trigger("Picture", desk.menu.columns)
    desk.trigger("Theme", desk.menu.columns)
    assert desk.told == [("thumbnail", True), ("theme", False)]
    assert desk.header.isSectionHidden(THUMBNAIL), "the table is for others to change"


def test_columns_can_be_reset(desk: Desk) -> None:
    desk.trigger("Reset Columns", desk.menu.columns)
    assert desk.told == ["reset"]


def test_one_height_of_rows_is_chosen(desk: Desk) -> None:
    desk.menu.density.set_density(Density.COMPACT)
    choices = desk.menu.density.actions()
    assert [plain(one) for one in choices if one.isChecked()] == ["Compact"]
    assert desk.told == []
    desk.trigger("Comfortable", desk.menu.density)
    assert desk.told == [Density.COMFORTABLE]
    assert [plain(one) for one in choices if one.isChecked()] == ["Comfortable"]
    assert len(choices) == len(Density)


def test_parts_have_icons_in_the_colours_of_the_appearance(desk: Desk) -> None:
    assert desk.menu.columns.menuAction().icon().isNull()
    desk.menu.set_colours(DARK)
    image = desk.menu.columns.menuAction().icon().pixmap(48, 48).toImage()
    pixels = [image.pixelColor(x, y) for x in range(48) for y in range(48)]
    assert {pixel.name() for pixel in pixels if pixel.alpha() == 255} == {DARK.text}


def test_the_header_offers_it_by_itself(desk: Desk) -> None:
    assert desk.header.contextMenuPolicy() is Qt.ContextMenuPolicy.CustomContextMenu
