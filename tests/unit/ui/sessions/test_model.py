from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QTextDocument
from PySide6.QtTest import QAbstractItemModelTester

from joip_desktop.domain.query import parse
from joip_desktop.domain.session import Session, from_wire
from joip_desktop.engine.tally import Place
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.sessions.columns import COLUMNS, STAR, TITLE
from joip_desktop.ui.sessions.model import FAVOURITE_ROLE, SessionTableModel, runs
from joip_desktop.ui.theme import DARK, LIGHT
from tests.helpers import strategies
from tests.helpers.still_workspace import fail_next, now, send_next, submit, workspace_of

ROLE = Qt.ItemDataRole
PUBLIC = next(position for position, column in enumerate(COLUMNS) if column.name == "is_public")
SESSIONS = [
    Session(id=number, title=f"Title {number}", is_favorite=number % 2 == 0, is_public=True) for number in range(6)
]

pytestmark = pytest.mark.usefixtures("qapp")


class Watched:
    """A model under Qt's own tester, and the rows that it said were changed."""

    def __init__(self, *sessions: Session) -> None:
        self.workspace: Workspace = workspace_of(*sessions)
        self.model = SessionTableModel(self.workspace)
        self.tester = QAbstractItemModelTester(self.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        self.told: list[tuple[int, int]] = []
        self.resets = 0
        self.model.dataChanged.connect(self._on_data)
        self.model.modelReset.connect(self._on_reset)

    def _on_data(self, first: QModelIndex, last: QModelIndex) -> None:
        assert (first.column(), last.column()) == (0, len(COLUMNS) - 1)
        self.told.append((first.row(), last.row()))

    def _on_reset(self) -> None:
        self.resets += 1

    def data(self, row: int, column: int, role: int = ROLE.DisplayRole) -> Any:
        return self.model.data(self.model.index(row, column), role)

    def tooltip(self, row: int, column: int) -> str:
        """As a person reads it."""
        document = QTextDocument()
        document.setHtml(self.data(row, column, ROLE.ToolTipRole))
        return document.toPlainText()

    def ids(self) -> list[int]:
        return [self.model.session(row).id for row in range(self.model.rowCount())]


@pytest.fixture
def watched() -> Iterator[Watched]:
    made = Watched(*SESSIONS)
    yield made
    made.model.close()


# --- any steps --------------------------------------------------------------------------------------------------------

_ids = st.integers(0, 5)
_step = st.one_of(
    st.tuples(st.just("load"), st.lists(_ids.flatmap(strategies.sessions), max_size=6, unique_by=lambda one: one.id)),
    st.tuples(st.just("answer"), _ids.flatmap(strategies.sessions)),
    st.tuples(st.just("place"), st.sampled_from(Place)),
    st.tuples(st.just("query"), st.sampled_from(["", "title", "1", "no such", "a b"])),
    st.tuples(st.just("sort"), st.tuples(st.integers(-1, len(COLUMNS)), st.sampled_from(Qt.SortOrder))),
    st.tuples(st.just("draft"), st.tuples(_ids, st.sampled_from(["A", "Title 1", ""]))),
    st.tuples(st.just("revert"), _ids),
    st.tuples(st.just("submit"), st.tuples(_ids, st.sampled_from(["A", "B"]))),
    st.tuples(st.just("send"), st.booleans()),
    st.tuples(st.just("refuse"), st.none()),
    st.tuples(st.just("retry"), _ids),
)


def _submit(workspace: Workspace, session_id: int, title: str) -> None:
    session = workspace.library.get(session_id)
    if session is not None and session.title != title:
        submit(workspace, session_id, title=title)


def _send(workspace: Workspace, confirmed: bool) -> None:
    if (entry := workspace.outbox.take()) is not None:
        now(workspace.outbox.done(entry) if confirmed else workspace.outbox.release(entry))


def _take(one: Watched, kind: str, what: Any) -> None:
    workspace, model = one.workspace, one.model
    steps: dict[str, Callable[[], object]] = {
        "load": lambda: workspace.library.load(what),
        "answer": lambda: workspace.library.take_over(what),
        "place": lambda: model.show(place=what),
        "query": lambda: model.show(query=parse(what)),
        "sort": lambda: model.sort(*what),
        "draft": lambda: workspace.drafts.edit(what[0], "title", what[1]),
        "revert": lambda: workspace.drafts.revert(what),
        "submit": lambda: _submit(workspace, *what),
        "send": lambda: _send(workspace, what),
        "refuse": lambda: fail_next(workspace) if workspace.outbox.can_take() else None,
        "retry": lambda: now(workspace.retry([what])),
    }
    steps[kind]()


def _shown(one: Watched) -> list[tuple[object, ...]]:
    roles = (ROLE.DisplayRole, ROLE.FontRole, ROLE.ForegroundRole, ROLE.ToolTipRole, FAVOURITE_ROLE)
    return [
        tuple(str(one.data(row, column, role)) for column in range(len(COLUMNS)) for role in roles)
        for row in range(one.model.rowCount())
    ]


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(steps=st.lists(_step, max_size=10))
def test_whatever_happens_it_is_a_proper_model_that_tells_of_every_change(steps: list[tuple[str, object]]) -> None:
    one = Watched(*SESSIONS)
    try:
        for kind, what in steps:
            before, one.told, one.resets = _shown(one), [], 0
            _take(one, kind, what)
            after = _shown(one)
            if not one.resets:
                told = {row for first, last in one.told for row in range(first, last + 1)}
                changed = {row for row, (was, is_now) in enumerate(zip(before, after, strict=True)) if was != is_now}
                assert changed <= told
            for row, session_id in enumerate(one.ids()):
                assert one.model.row_of(session_id) == row
    finally:
        one.model.close()


# --- news -------------------------------------------------------------------------------------------------------------


def test_only_rows_that_changed_are_told(watched: Watched) -> None:
    workspace = watched.workspace
    workspace.library.take_over(SESSIONS[3].with_values({"title": "New"}))
    assert (watched.told, watched.resets) == ([(3, 3)], 0)
    watched.told = []
    workspace.drafts.edit(1, "title", "Draft")
    assert watched.told == [(1, 1)]
    watched.told = []
    for session_id in (0, 2, 4):
        submit(workspace, session_id, is_public=False)
    assert watched.told == [(0, 0), (2, 2), (4, 4)]
    watched.told = []
    workspace.drafts.edit(99, "title", "Nobody")
    assert (watched.told, watched.resets) == ([], 0)


def test_a_changed_session_stays_where_it_is_until_the_next_sort(watched: Watched) -> None:
    watched.model.sort(TITLE)
    watched.workspace.library.take_over(SESSIONS[0].with_values({"title": "Zebra"}))
    assert watched.ids() == [0, 1, 2, 3, 4, 5]
    assert watched.data(0, TITLE) == "Zebra"
    watched.model.sort(TITLE)
    assert watched.ids() == [1, 2, 3, 4, 5, 0]
    watched.model.sort(-1)
    assert watched.ids() == [0, 1, 2, 3, 4, 5]


def test_places_and_queries_narrow_together(watched: Watched) -> None:
    watched.model.show(place=Place.FAVOURITES)
    assert watched.ids() == [0, 2, 4]
    watched.model.show(query=parse("title 4"))
    assert watched.ids() == [4]
    watched.model.show(place=Place.ALL)
    assert watched.ids() == [4]
    watched.model.show(query=parse(""))
    assert watched.ids() == [0, 1, 2, 3, 4, 5]
    watched.workspace.library.load(SESSIONS[:2])
    assert watched.ids() == [0, 1]


@pytest.mark.parametrize(("rows", "found"), [([], []), ([3], [(3, 3)]), ([1, 2, 3, 5, 7, 8], [(1, 3), (5, 5), (7, 8)])])
def test_runs(rows: list[int], found: list[tuple[int, int]]) -> None:
    assert runs(rows) == found


def test_a_closed_model_hears_nothing(watched: Watched) -> None:
    watched.model.close()
    watched.workspace.library.load([])
    assert watched.resets == 0


# --- looks ------------------------------------------------------------------------------------------------------------


def test_marks_of_what_waits_and_what_failed(watched: Watched) -> None:
    assert watched.data(1, TITLE, ROLE.FontRole) is None
    assert watched.data(1, TITLE, ROLE.ForegroundRole) is None
    submit(watched.workspace, 1, title="New")
    for colours in (LIGHT, DARK):
        watched.model.set_colours(colours)
        assert watched.data(1, TITLE, ROLE.ForegroundRole) == QColor(colours.pending)
    font = watched.data(1, TITLE, ROLE.FontRole)
    assert isinstance(font, QFont)
    assert font.italic()
    assert watched.data(1, PUBLIC, ROLE.FontRole) is None, "only the cell that changes"
    assert watched.data(2, TITLE, ROLE.FontRole) is None, "only the session that changes"
    fail_next(watched.workspace)
    assert watched.data(1, TITLE, ROLE.ForegroundRole) == QColor(DARK.error)
    now(watched.workspace.discard([1]))
    assert watched.data(1, TITLE, ROLE.ForegroundRole) is None


def test_a_failure_is_marked_even_behind_what_still_waits(watched: Watched) -> None:
    submit(watched.workspace, 1, title="Two")
    submit(watched.workspace, 1, is_public=False)
    fail_next(watched.workspace)
    submit(watched.workspace, 1, is_favorite=True)
    sending = send_next(watched.workspace)
    assert sending.session_id == 1
    assert watched.data(1, TITLE, ROLE.ForegroundRole) == QColor(LIGHT.error)
    assert watched.data(1, PUBLIC, ROLE.ForegroundRole) == QColor(LIGHT.error)
    assert watched.data(1, STAR, ROLE.ForegroundRole) == QColor(LIGHT.pending)
    assert watched.tooltip(1, STAR) == "Favourite\nWaiting to be sent.\nThe server has: Not a favourite"


def test_tooltips_say_what_waits_and_what_the_server_has(watched: Watched) -> None:
    assert watched.tooltip(1, TITLE) == "Title 1"
    assert watched.tooltip(0, STAR) == "Favourite"
    assert watched.tooltip(1, STAR) == "Not a favourite"
    submit(watched.workspace, 1, title="New", is_public=False)
    assert watched.tooltip(1, TITLE) == "New\nWaiting to be sent.\nThe server has: Title 1"
    assert watched.tooltip(1, PUBLIC) == "No\nWaiting to be sent.\nThe server has: Yes"
    entry = fail_next(watched.workspace)
    assert watched.tooltip(1, TITLE) == f"New\nNot saved: {entry.error}\nThe server has: Title 1"
    watched.workspace.drafts.edit(1, "title", "Draft")
    assert watched.tooltip(1, TITLE).endswith("Has unsaved edits.")


def test_tooltips_show_html_as_text_and_long_text_in_short() -> None:
    evil = "<img src='file:///etc/passwd'> & <b>bold</b>"
    one = Watched(Session(id=1, title=evil), Session(id=2, title="x" * 9000), Session(id=3, title=None))
    try:
        assert "<img" not in one.data(0, TITLE, ROLE.ToolTipRole)
        assert one.tooltip(0, TITLE) == evil
        assert len(one.tooltip(1, TITLE)) == 500
        assert one.data(2, TITLE, ROLE.ToolTipRole) == "", "an empty cell has no tooltip"
        submit(one.workspace, 3, title=evil)
        assert one.tooltip(2, TITLE) == f"{evil}\nWaiting to be sent.\nThe server has: nothing"
        fail_next(one.workspace)
        assert "<b>" not in one.data(2, TITLE, ROLE.ToolTipRole).replace("<br>", "")
    finally:
        one.model.close()


@pytest.mark.parametrize(
    ("row", "role", "words"),
    [
        ({"isFavorite": True}, True, "Favourite"),
        ({"isFavorite": False}, False, "Not a favourite"),
        ({"isFavorite": None}, None, "Not known"),
        ({}, None, "Not known"),
    ],
)
def test_stars_are_told_to_the_delegate_and_to_screen_readers(
    row: dict[str, object], role: bool | None, words: str
) -> None:
    one = Watched(from_wire({"id": 1, **row}))
    try:
        assert one.data(0, STAR, FAVOURITE_ROLE) is role
        assert one.data(0, STAR, ROLE.AccessibleTextRole) == words
        assert one.data(0, TITLE, ROLE.AccessibleTextRole) is None, "the text itself is read"
    finally:
        one.model.close()


def test_headers_have_names(watched: Watched) -> None:
    model = watched.model
    for section, column in enumerate(COLUMNS):
        assert model.headerData(section, Qt.Orientation.Horizontal) == column.title
        assert model.headerData(section, Qt.Orientation.Horizontal, ROLE.AccessibleTextRole)
        assert model.headerData(section, Qt.Orientation.Horizontal, ROLE.ToolTipRole)
    assert model.headerData(99, Qt.Orientation.Horizontal) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_an_invalid_index_has_no_data_and_rows_have_no_children(watched: Watched) -> None:
    model = watched.model
    assert model.data(QModelIndex()) is None
    assert model.data(model.index(0, 0), ROLE.DecorationRole) is None
    assert (model.rowCount(model.index(0, 0)), model.columnCount(model.index(0, 0))) == (0, 0)
