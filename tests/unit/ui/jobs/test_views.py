from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QImage, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTabWidget
from pytestqt.qtbot import QtBot

from joip_desktop.ui.jobs.jobs_model import PROGRESS_ROLE
from joip_desktop.ui.jobs.views import ProgressDelegate, ReadingTable, TallTabBar
from joip_desktop.ui.theme import DARK, LIGHT, Colours, palette_of

ENABLED = QStyle.StateFlag.State_Enabled


@pytest.fixture
def model(qtbot: QtBot) -> QStandardItemModel:
    del qtbot
    return QStandardItemModel(0, 2)


@pytest.fixture
def table(qtbot: QtBot, model: QStandardItemModel) -> Iterator[ReadingTable]:
    made = ReadingTable(model, name="Things", empty="Nothing there.")
    qtbot.addWidget(made)
    made.resize(300, 150)
    yield made
    made.hide()


def count_pixels(image: QImage, colour: QColor) -> int:
    spots = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixelColor(x, y) == colour for x, y in spots)


def add_row(model: QStandardItemModel, part: float | None = None) -> None:
    items = [QStandardItem(), QStandardItem()]
    items[1].setData(part, PROGRESS_ROLE)
    model.appendRow(items)


def test_a_sentence_stands_for_no_rows(table: ReadingTable, model: QStandardItemModel) -> None:
    empty = table.viewport().grab().toImage()
    table._empty = ""
    assert table.viewport().grab().toImage() != empty
    add_row(model)
    filled = table.viewport().grab().toImage()
    table._empty = "Nothing there."
    assert table.viewport().grab().toImage() == filled


def test_tab_leaves_the_table(table: ReadingTable, model: QStandardItemModel) -> None:
    add_row(model)
    assert not table.tabKeyNavigation()
    assert table.accessibleName() == "Things"


@pytest.mark.parametrize("colours", [LIGHT, DARK])
@pytest.mark.parametrize("part", [0.25, 0.75])
def test_the_bar_is_as_long_as_the_progress(
    table: ReadingTable, model: QStandardItemModel, colours: Colours, part: float
) -> None:
    table.setPalette(palette_of(colours))
    table.setItemDelegateForColumn(1, ProgressDelegate(table))
    add_row(model, part)
    cell = table.visualRect(model.index(0, 1))
    picture = table.viewport().grab(cell).toImage()
    length, height = (cell.width() - 8) * part, 4
    painted = count_pixels(picture, QColor(colours.pending)) / height
    assert painted == pytest.approx(length, abs=4), "but for its round ends"


def test_without_progress_there_is_no_bar(table: ReadingTable, model: QStandardItemModel) -> None:
    table.setPalette(palette_of(LIGHT))
    table.setItemDelegateForColumn(1, ProgressDelegate(table))
    add_row(model)
    picture = table.viewport().grab(table.visualRect(model.index(0, 1))).toImage()
    assert count_pixels(picture, QColor(LIGHT.pending)) == 0


def test_no_single_cell_of_a_row_is_tinted(table: ReadingTable, model: QStandardItemModel) -> None:
    add_row(model)
    option = QStyleOptionViewItem()
    option.state = QStyle.StateFlag.State_HasFocus | ENABLED
    delegate = table.itemDelegate()
    assert isinstance(delegate, ProgressDelegate.__mro__[1])
    delegate.initStyleOption(option, model.index(0, 0))  # type: ignore[attr-defined]  # protected in the stubs
    assert option.state == ENABLED


def test_tabs_have_room_for_letters_below_the_line(qtbot: QtBot) -> None:
    plain, tall = QTabWidget(), QTabWidget()
    tall.setTabBar(TallTabBar())
    for tabs in (plain, tall):
        qtbot.addWidget(tabs)
        tabs.addTab(ReadingTable(QStandardItemModel(tabs), name="", empty=""), "History")
    assert tall.tabBar().sizeHint().height() > plain.tabBar().sizeHint().height()
