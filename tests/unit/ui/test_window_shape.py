from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.domain.session import Session
from joip_desktop.storage.settings import Settings
from joip_desktop.ui.sessions.columns import COLUMNS
from joip_desktop.ui.sessions.model import SessionTableModel
from joip_desktop.ui.sessions.selection import SessionSelection
from joip_desktop.ui.sessions.table_view import SessionTable
from joip_desktop.ui.window_shape import DEFAULT_SIZE, keep, remember, restore
from tests.helpers.still_workspace import workspace_of
from tests.helpers.table import AT

USUAL = [column.name for column in COLUMNS if column.visible]


class Shape:
    def __init__(self, qtbot: QtBot) -> None:
        self.window = QMainWindow()
        qtbot.addWidget(self.window)
        self.splitter = QSplitter()
        self.model = SessionTableModel(workspace_of(Session(id=1, title="B"), Session(id=2, title="A")))
        self.table = SessionTable(self.model, SessionSelection(self.model))
        for pane in (QWidget(), self.table, QWidget()):
            self.splitter.addWidget(pane)
        self.splitter.setStretchFactor(1, 1)
        self.window.setCentralWidget(self.splitter)

    def restore(self, settings: Settings) -> None:
        restore(settings, self.window, self.splitter, self.table)
        self.window.show()
        QApplication.processEvents()

    def remember(self, settings: Settings) -> None:
        remember(settings, self.window, self.splitter, self.table)

    def close(self) -> None:
        self.model.close()
        self.window.close()

    @property
    def columns(self) -> list[str]:
        """Those that are seen, from left to right."""
        header = self.table.horizontalHeader()
        sections = [header.logicalIndex(place) for place in range(header.count())]
        return [COLUMNS[one].name for one in sections if not header.isSectionHidden(one)]

    @property
    def widths(self) -> list[int]:
        return [self.table.columnWidth(AT[name]) for name in self.columns]

    @property
    def arrow(self) -> tuple[str, Qt.SortOrder]:
        header = self.table.horizontalHeader()
        return COLUMNS[header.sortIndicatorSection()].name, header.sortIndicatorOrder()


@pytest.fixture
def shape(qtbot: QtBot) -> Iterator[Callable[[], Shape]]:
    made: list[Shape] = []

    def make() -> Shape:
        made.append(Shape(qtbot))
        return made[-1]

    yield make
    for one in made:
        one.close()


Make = Callable[[], Shape]


def written_and_read(settings: Settings) -> Settings:
    return Settings.model_validate_json(settings.model_dump_json())


def test_the_first_time_it_has_the_usual_size_columns_and_order(shape: Make) -> None:
    one = shape()
    one.restore(Settings())
    assert one.window.size().toTuple() == DEFAULT_SIZE
    assert one.columns == USUAL
    assert sum(one.widths) == one.table.viewport().width()
    assert list(one.table.sorting) == ["-updated"]
    assert one.arrow == ("updated", Qt.SortOrder.DescendingOrder)


def test_the_next_time_it_is_as_it_was_left(shape: Make) -> None:
    first = shape()
    first.restore(Settings())
    first.window.resize(700, 420)  # as the screen of the offscreen platform has room for
    first.splitter.setSizes([100, 400, 200])
    header = first.table.horizontalHeader()
    header.moveSection(header.visualIndex(AT["updated"]), 0)
    first.table.show_column("category", True)
    first.table.show_column("subreddits", False)
    header.resizeSection(AT["title"], 201)
    header.resizeSection(AT["updated"], 123)
    header.resizeSection(AT["category"], 99)
    first.table.sort_by(["-title", "star", "-category"])
    settings = Settings()
    first.remember(settings)
    second = shape()
    second.restore(written_and_read(settings))
    assert second.window.size().toTuple() == (700, 420)
    assert second.splitter.sizes() == first.splitter.sizes()
    assert second.columns == ["updated", "star", "thumbnail", "title", "category", "interval", "theme"]
    assert second.widths == first.widths
    assert second.widths[second.columns.index("title")] == 201, "it is somebody's choice, whatever would fit"
    assert list(second.table.sorting) == ["-title", "star", "-category"]
    assert second.arrow == ("title", Qt.SortOrder.DescendingOrder)
    assert [one.id for one in second.model.sessions()] == [1, 2]


def test_a_shape_that_is_remembered_again_and_again_stays_the_same(shape: Make) -> None:
    settings = Settings()
    seen = []
    for _ in range(3):
        one = shape()
        one.restore(settings)
        one.remember(settings)
        seen.append((settings.table_state, settings.sorting, one.widths))
        settings = written_and_read(settings)
    assert seen[0] == seen[1] == seen[2]


@pytest.mark.parametrize(
    "change",
    [
        lambda columns: columns[:-1],
        lambda columns: [*columns, "new"],
        lambda columns: [columns[1], columns[0], *columns[2:]],
        lambda _columns: [str(len(COLUMNS))],
        lambda _columns: [""],
    ],
    ids=["fewer", "more", "other places", "only a number", "none"],
)
def test_a_state_of_other_columns_is_ignored(shape: Make, change: Callable[[list[str]], list[str]]) -> None:
    first = shape()
    first.restore(Settings())
    first.table.horizontalHeader().resizeSection(AT["title"], 123)
    first.table.show_column("theme", False)
    settings = Settings()
    first.remember(settings)
    columns, _, state = settings.table_state.partition(":")
    settings.table_state = f"{','.join(change(columns.split(',')))}:{state}"
    settings.window_geometry = settings.splitter_state = ""
    second = shape()
    second.restore(settings)
    assert second.columns == USUAL
    assert not second.table.has_chosen_columns
    assert sum(second.widths) == second.table.viewport().width()


@pytest.mark.parametrize(
    ("sorting", "expected"),
    [
        (["-title", "gone", "star"], ["-title", "star"]),
        (["gone", "-gone", "", "-"], ["-updated"]),
        ([], ["-updated"]),
    ],
)
def test_columns_to_sort_by_that_are_not_there_are_passed_over(
    shape: Make, sorting: list[str], expected: list[str]
) -> None:
    one = shape()
    one.restore(Settings(sorting=sorting))
    assert list(one.table.sorting) == expected


def test_the_arrow_is_that_of_the_order_whatever_the_headers_state_says(shape: Make) -> None:
    first = shape()
    first.restore(Settings())
    first.table.sort_by(["title"])
    settings = Settings()
    first.remember(settings)
    settings.sorting = []
    second = shape()
    second.restore(settings)
    assert list(second.table.sorting) == ["-updated"]
    assert second.arrow == ("updated", Qt.SortOrder.DescendingOrder)


def test_what_somebody_has_changed_is_kept_when_they_are_done(shape: Make) -> None:
    one, settings, told = shape(), Settings(), list[str]()
    one.restore(settings)
    keep(settings, one.window, one.splitter, one.table, then=lambda: told.append(settings.table_state))
    (timer,) = one.window.findChildren(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert timer.isSingleShot()
    steps: list[Callable[[], object]] = [
        lambda: one.table.sort_by(["title"]),
        lambda: one.table.show_column("theme", False),
        lambda: one.table.horizontalHeader().moveSection(3, 4),
        lambda: one.table.horizontalHeader().resizeSection(AT["title"], 234),
        lambda: one.splitter.splitterMoved.emit(100, 1),
    ]
    for step in steps:
        timer.stop()
        step()
        assert timer.isActive()
    assert told == []
    timer.timeout.emit()
    assert told == [settings.table_state] != [""]
    assert settings.sorting == ["title"]


def test_what_was_kept_is_there_the_next_time_although_the_window_was_never_closed(shape: Make, qtbot: QtBot) -> None:
    one, settings, on_disk = shape(), Settings(), list[str]()
    one.restore(settings)
    keep(settings, one.window, one.splitter, one.table, then=lambda: on_disk.append(settings.model_dump_json()))
    (timer,) = one.window.findChildren(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert timer.interval() == 2000
    timer.setInterval(1)
    header = one.table.horizontalHeader()
    one.table.show_column("category", True)
    header.moveSection(header.visualIndex(AT["updated"]), 0)
    header.resizeSection(AT["title"], 201)
    one.table.sort_by(["-title", "star"])
    assert on_disk == [], "not while somebody is at it"
    qtbot.waitUntil(lambda: bool(on_disk))
    assert len(on_disk) == 1, "all of it at once"
    assert not timer.isActive()
    second = shape()
    second.restore(Settings.model_validate_json(on_disk[0]))
    assert second.columns == one.columns
    assert second.columns[0] == "updated"
    assert "category" in second.columns
    assert second.widths == one.widths
    assert second.widths[second.columns.index("title")] == 201
    assert list(second.table.sorting) == ["-title", "star"]


@pytest.mark.parametrize("nonsense", ["nonsense", "3:nonsense", "3:", "äöü", "%%%%", "AAAA"])
def test_nonsense_in_the_settings_is_ignored(shape: Make, nonsense: str) -> None:
    columns = ",".join(column.name for column in COLUMNS)
    for table_state in (nonsense, f"{columns}:{nonsense}"):
        one = shape()
        one.restore(Settings(window_geometry=nonsense, splitter_state=nonsense, table_state=table_state))
        assert one.window.size().toTuple() == DEFAULT_SIZE
        assert one.columns == USUAL
        assert not one.table.has_chosen_columns
