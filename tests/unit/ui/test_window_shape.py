from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QMainWindow, QSplitter, QTableView, QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.storage.settings import Settings
from joip_desktop.ui.window_shape import DEFAULT_SIZE, remember, restore


class Shape:
    def __init__(self, qtbot: QtBot, columns: int = 3) -> None:
        self.window = QMainWindow()
        qtbot.addWidget(self.window)
        self.splitter = QSplitter()
        self.model = QStandardItemModel(0, columns)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setSortingEnabled(True)
        for pane in (QWidget(), self.table, QWidget()):
            self.splitter.addWidget(pane)
        self.window.setCentralWidget(self.splitter)

    def restore(self, settings: Settings) -> None:
        restore(settings, self.window, self.splitter, self.table)
        self.window.show()

    def remember(self, settings: Settings) -> None:
        remember(settings, self.window, self.splitter, self.table)


@pytest.fixture
def shape(qtbot: QtBot) -> Iterator[Callable[..., Shape]]:
    made: list[Shape] = []

    def make(columns: int = 3) -> Shape:
        made.append(Shape(qtbot, columns))
        return made[-1]

    yield make
    for one in made:
        one.window.close()


Make = Callable[..., Shape]


def test_the_first_time_it_has_the_usual_size(shape: Make) -> None:
    one = shape()
    one.restore(Settings())
    assert one.window.size().toTuple() == DEFAULT_SIZE


def test_the_next_time_it_is_as_it_was_left(shape: Make) -> None:
    first = shape()
    first.restore(Settings())
    first.window.resize(700, 420)
    first.splitter.setSizes([100, 400, 200])
    first.table.horizontalHeader().resizeSection(1, 123)
    first.table.horizontalHeader().moveSection(2, 0)
    first.table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    settings = Settings()
    first.remember(settings)
    second = shape()
    second.restore(Settings.model_validate_json(settings.model_dump_json()))
    header = second.table.horizontalHeader()
    assert second.window.size().toTuple() == (700, 420)
    assert second.splitter.sizes() == first.splitter.sizes()
    assert header.sectionSize(1) == 123
    assert header.visualIndex(2) == 0
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (2, Qt.SortOrder.DescendingOrder)


def test_columns_of_another_version_are_ignored(shape: Make) -> None:
    first = shape(4)
    first.restore(Settings())
    first.table.horizontalHeader().resizeSection(1, 123)
    settings = Settings()
    first.remember(settings)
    second = shape(3)
    second.restore(settings)
    assert second.table.horizontalHeader().sectionSize(1) != 123


@pytest.mark.parametrize("nonsense", ["nonsense", "3:nonsense", "3:", "äöü", "%%%%", "AAAA"])
def test_nonsense_in_the_settings_is_ignored(shape: Make, nonsense: str) -> None:
    one = shape()
    one.restore(Settings(window_geometry=nonsense, splitter_state=nonsense, table_state=nonsense))
    assert one.window.size().toTuple() == DEFAULT_SIZE
    assert one.table.horizontalHeader().count() == 3
