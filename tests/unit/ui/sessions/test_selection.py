from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelection, QItemSelectionModel

from joip_desktop.domain.query import parse
from joip_desktop.domain.session import Session
from joip_desktop.ui.sessions.columns import COLUMNS, TITLE
from joip_desktop.ui.sessions.model import SessionTableModel
from joip_desktop.ui.sessions.selection import SessionSelection
from tests.helpers.still_workspace import workspace_of

FLAG = QItemSelectionModel.SelectionFlag
COUNT = 12

pytestmark = pytest.mark.usefixtures("qapp")


class Desk:
    """Our selection beside Qt's own over the same rows."""

    def __init__(self, count: int = COUNT) -> None:
        self.workspace = workspace_of(*(Session(id=100 + number, title=f"Title {number}") for number in range(count)))
        self.model = SessionTableModel(self.workspace)
        self.ours = SessionSelection(self.model)
        self.qts = QItemSelectionModel(self.model)
        self.told = 0
        self.ours.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        self.told += 1

    def rows(self, first: int, last: int) -> QItemSelection:
        return QItemSelection(self.model.index(first, 0), self.model.index(last, len(COLUMNS) - 1))

    def selected(self) -> list[int]:
        return [row for row in range(self.model.rowCount()) if self.ours.holds(row)]


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = Desk()
    yield made
    made.model.close()


_commands = st.sampled_from(
    [
        FLAG.NoUpdate,
        FLAG.ClearAndSelect,
        FLAG.Select,
        FLAG.Deselect,
        FLAG.Toggle,
        FLAG.SelectCurrent,
        FLAG.ToggleCurrent,
        FLAG.Clear,
        FLAG.Clear | FLAG.Toggle | FLAG.Current,
        FLAG.Deselect | FLAG.Current,
        FLAG.Clear | FLAG.Select | FLAG.Current,
    ]
)
_ranges = st.tuples(st.integers(0, COUNT - 1), st.integers(0, COUNT - 1)).map(lambda ends: (min(ends), max(ends)))


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(_commands, st.none() | _ranges, st.booleans(), _ranges), max_size=8))
def test_it_selects_as_qt_does(steps: list[tuple[FLAG, tuple[int, int] | None, bool, tuple[int, int]]]) -> None:
    desk = Desk()
    try:
        for command, ends, as_index, sight in steps:
            for model in (desk.ours, desk.qts):
                if ends is None:
                    model.select(QItemSelection(), command | FLAG.Rows)
                elif as_index:
                    model.select(desk.model.index(ends[0], TITLE), command | FLAG.Rows)
                else:
                    model.select(desk.rows(*ends), command | FLAG.Rows)
            expected = [row for row in range(COUNT) if desk.qts.isRowSelected(row)]
            assert desk.selected() == expected
            assert desk.ours.count() == len(expected)
            assert list(desk.ours.ids()) == [desk.model.session(row).id for row in expected]
            assert desk.ours.only() == (desk.model.session(expected[0]).id if len(expected) == 1 else None)
            desk.ours.see(*sight)
            for row in range(sight[0], sight[1] + 1):
                assert desk.ours.isSelected(desk.model.index(row, TITLE)) is (row in expected), "what is seen is right"
    finally:
        desk.model.close()


def test_qt_is_shown_only_what_is_in_sight_and_a_margin() -> None:
    desk = Desk(5000)
    desk.ours.see(1000, 1040)
    for row in range(0, 5000, 2):
        desk.ours.select(desk.rows(row, row), FLAG.Select)
    assert desk.ours.count() == 2500
    assert len(QItemSelectionModel.selection(desk.ours).indexes()) < 300 * len(COLUMNS)
    desk.ours.see(4000, 4040)
    assert desk.ours.isSelected(desk.model.index(4020, 0))
    assert not desk.ours.isSelected(desk.model.index(4021, 0))
    desk.ours.see(0, 5000)
    assert desk.ours.count() == 2500
    desk.model.close()


def test_sessions_stay_selected_when_rows_move(desk: Desk) -> None:
    desk.ours.select_sessions([103, 105, 999], current=105)
    assert (desk.selected(), desk.ours.current_id(), desk.told) == ([3, 5], 105, 1)
    desk.model.sort_by(["-title"])
    assert sorted(desk.ours.ids()) == [103, 105]
    assert desk.ours.current_id() == 105
    desk.workspace.library.load([Session(id=1), *desk.workspace.library])
    assert sorted(desk.ours.ids()) == [103, 105]
    assert desk.told == 1, "they are the same sessions"
    desk.model.show(query=parse('"title 5"'))
    assert (list(desk.ours.ids()), desk.told) == ([105], 2)
    desk.model.show(query=parse("nothing"))
    assert (desk.ours.count(), desk.ours.only(), desk.ours.current_id(), desk.told) == (0, None, None, 3)


def test_everything_selected_stays_selected(desk: Desk) -> None:
    desk.ours.select(desk.rows(0, COUNT - 1), FLAG.ClearAndSelect)
    desk.model.sort_by(["-title"])
    assert desk.ours.count() == COUNT
    desk.ours.clear()
    assert desk.ours.count() == 0
    assert desk.ours.current_id() is None


def test_ids_are_in_the_order_of_rows(desk: Desk) -> None:
    desk.ours.select_sessions([105, 103])
    assert list(desk.ours.ids()) == [103, 105]
    assert desk.ours.current_id() == 105
    desk.model.sort_by(["-title"])
    assert list(desk.ours.ids()) == [105, 103]
