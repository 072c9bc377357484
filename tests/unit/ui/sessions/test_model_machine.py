"""Any steps, at once and in slices: rows are a plain filter and sort, and views hear of every difference."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtTest import QAbstractItemModelTester

from joip_desktop.domain.query import Query, parse
from joip_desktop.domain.session import Session
from joip_desktop.engine import rows, slices
from joip_desktop.engine.library import LibraryEvent
from joip_desktop.engine.outbox import OutboxEvent
from joip_desktop.engine.places import FIXED, Place
from joip_desktop.engine.slices import Work, at_once
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.sessions import model as model_module
from joip_desktop.ui.sessions.columns import COLUMNS
from joip_desktop.ui.sessions.model import SessionTableModel
from joip_desktop.ui.sessions.roles import FAVOURITE_ROLE, URL_ROLE
from tests.helpers import strategies
from tests.helpers.stepped_tasks import SteppedTasks
from tests.helpers.still_workspace import fail_next, now, submit, workspace_of

pytestmark = pytest.mark.usefixtures("qapp")

ROLE = Qt.ItemDataRole
BY_NAME = {column.name: column for column in COLUMNS}
IDS = range(8)
QUERIES = ["", "a", "al", "alpha", "-beta", "is:favorite", "-is:unsaved", "is:unsaved a", "is:waiting", "category:1"]

_ids = st.sampled_from(IDS)
_plain = st.builds(
    Session,
    id=_ids,
    title=st.sampled_from(["alpha", "Alpha beta", "beta", "a", ""]),
    is_favorite=st.booleans(),
    category_id=st.sampled_from([None, 1, 2]),
    interval_min=st.sampled_from([3, 4]),
    interval_max=st.sampled_from([9, 12]),
    updated_at=st.sampled_from(["2025-03-01T00:00:00.000Z", "2025-03-02T00:00:00.000Z"]),
)
_sessions = _plain | _ids.flatmap(strategies.sessions)
_lists = st.lists(_sessions, max_size=8, unique_by=lambda one: one.id)
_sortings = st.lists(
    st.builds(str.__add__, st.sampled_from(["", "-"]), st.sampled_from(sorted(BY_NAME))),
    max_size=3,
    unique_by=lambda name: name.removeprefix("-"),
)


class View:
    """What a view knows that reads only what it is told of, the signals in their order, and what is still due."""

    def __init__(self, model: SessionTableModel) -> None:
        self.model = model
        self.rows: list[tuple[object, ...]] = []
        self.ids: list[int] = []
        self.signals: list[str] = []
        self.load_due = False
        self.wish_due = False
        self.faults: list[str] = []
        self._before: list[int] = []
        model.about_to_arrange.connect(self._on_about)
        model.modelReset.connect(self._on_reset)
        model.arranged.connect(self._on_arranged)
        model.dataChanged.connect(self._on_data)
        model.shown.connect(self._on_shown)
        self.read()

    def read(self) -> None:
        self.ids = [one.id for one in self.model.sessions()]
        self.rows = [self.row(row) for row in range(self.model.rowCount())]

    def row(self, row: int) -> tuple[object, ...]:
        roles = (ROLE.DisplayRole, ROLE.FontRole, ROLE.ForegroundRole, ROLE.AccessibleTextRole, ROLE.ToolTipRole)
        indexes = [self.model.index(row, column) for column in range(len(COLUMNS))]
        looks = [_plain_value(index.data(role)) for index in indexes for role in (*roles, FAVOURITE_ROLE, URL_ROLE)]
        return (self.model.session(row).id, *looks)

    def _on_about(self) -> None:
        self.signals.append("about")
        self._before = [one.id for one in self.model.sessions()]

    def _on_reset(self) -> None:
        self.signals.append("reset")
        self.read()

    def _on_arranged(self, reads: bool) -> None:
        self.signals.append("arranged")
        if self.ids == self._before:
            self.faults.append("a reset for nothing")
        if reads is not self.load_due:
            self.faults.append(f"reads: {reads}")

    def _on_shown(self) -> None:
        self.signals.append("shown")
        self.load_due = self.wish_due = False

    def _on_data(self, first: QModelIndex, last: QModelIndex) -> None:
        if (first.column(), last.column()) != (0, len(COLUMNS) - 1):
            self.faults.append("a part of a row")
        for row in range(first.row(), last.row() + 1):
            self.rows[row] = self.row(row)


def _plain_value(value: object) -> object:
    match value:
        case QFont():
            return value.italic(), value.bold()
        case QColor():
            return value.name()
        case _:
            return value


def naive(
    workspace: Workspace, sessions: Iterable[Session], queries: Sequence[Query], sorting: Sequence[str]
) -> list[int]:
    """Filter and sort, level by level."""
    found = [one for one in sessions if all(query.matches(one, marks=workspace.marks) for query in queries)]
    for level in reversed(sorting):
        found.sort(key=BY_NAME[level.removeprefix("-")].key, reverse=level.startswith("-"))
    return [one.id for one in found]


class AtOnce(RuleBasedStateMachine):
    """With few sessions, or without tasks, everything is done when a call returns."""

    def __init__(self) -> None:
        super().__init__()
        self.workspace = workspace_of(*(Session(id=number, title=f"alpha {number}") for number in (0, 2, 4)))
        self.workspace.library.changed.add(self._before_the_model)
        self.tasks = self.make_tasks()
        self.model = SessionTableModel(self.workspace, tasks=self.tasks)
        if self.tasks is not None:
            self.tasks.finish()
        self.tester = QAbstractItemModelTester(self.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        self.view = View(self.model)
        self.held = False
        self.touched: set[int] = set()
        """What has changed since rows were wished for last: it may or may not be where it belongs."""
        self.loading: Work[object] | None = None
        self.place, self.query, self.sorting = Place.ALL, parse(""), list[str]()
        self.workspace.drafts.changed.add(self.touched.update)
        self.workspace.outbox.changed.add(self._on_outbox)

    def make_tasks(self) -> SteppedTasks | None:
        return None

    def _before_the_model(self, event: LibraryEvent) -> None:
        if event.reset or event.listed:
            self.view.load_due = True
            self.touched.clear()
        else:
            self.touched |= event.changed

    def _on_outbox(self, event: OutboxEvent) -> None:
        self.touched |= event.sessions

    # --- the server's news ------------------------------------------------------------------------------------------

    @rule(found=_lists)
    def load(self, found: list[Session]) -> None:
        self._end_loading()
        self.workspace.library.load(found)

    @rule(found=_lists)
    def load_the_same_in_another_order(self, found: list[Session]) -> None:
        self._end_loading()
        order = {one.id: place for place, one in enumerate(found)}
        known = self.workspace.library.server_rows()
        self.workspace.library.load(sorted(known, key=lambda one: order.get(one.id, 99)))

    @rule(found=_lists, steps=st.integers(0, 9))
    def begin_loading(self, found: list[Session], steps: int) -> None:
        self._end_loading()
        self.loading = self.workspace.library.loading(found)
        for _ in range(steps):
            try:
                next(self.loading)
            except StopIteration:
                self.loading = None
                return

    @precondition(lambda self: self.loading is not None)
    @rule()
    def end_loading(self) -> None:
        self._end_loading()

    def _end_loading(self) -> None:
        if self.loading is not None:
            at_once(self.loading)
            self.loading = None

    @rule(answer=_sessions)
    def answer(self, answer: Session) -> None:
        self.workspace.library.take_over(answer)

    # --- what people do with sessions -------------------------------------------------------------------------------

    @rule(session_id=_ids, title=st.sampled_from(["alpha", "beta", "zeta"]))
    def submit(self, session_id: int, title: str) -> None:
        session = self.workspace.library.get(session_id)
        if session is not None and session.title != title:
            submit(self.workspace, session_id, title=title)

    @rule(arrives=st.sampled_from(["done", "lost", "refused"]))
    def send(self, arrives: str) -> None:
        outbox = self.workspace.outbox
        if not outbox.can_take():
            return
        if arrives == "refused":
            fail_next(self.workspace)
        elif (entry := outbox.take()) is not None:
            now(outbox.done(entry) if arrives == "done" else outbox.release(entry))

    @rule()
    def compare(self) -> None:
        now(self.workspace.compare(IDS))

    @rule(session_id=_ids)
    def retry(self, session_id: int) -> None:
        now(self.workspace.retry([session_id]))

    @rule(session_id=_ids)
    def discard(self, session_id: int) -> None:
        now(self.workspace.discard([session_id]))

    @rule(session_id=_ids, title=st.sampled_from(["alpha", "beta", ""]))
    def edit(self, session_id: int, title: str) -> None:
        self.workspace.drafts.edit(session_id, "title", title)

    @rule(session_id=_ids)
    def revert(self, session_id: int) -> None:
        self.workspace.drafts.revert(session_id)

    # --- what people do with the list -------------------------------------------------------------------------------

    @rule(place=st.sampled_from([*FIXED, Place.category(1), Place.saved("alpha -is:failed")]))
    def show_place(self, place: Place) -> None:
        self.place = place
        self._wish(lambda: self.model.show(place=place))

    @rule(text=st.sampled_from(QUERIES))
    def search(self, text: str) -> None:
        self.query = parse(text)
        self._wish(lambda: self.model.show(query=self.query))

    @rule(sorting=_sortings)
    def sort(self, sorting: list[str]) -> None:
        self.sorting = sorting
        self._wish(lambda: self.model.sort_by(sorting))
        assert list(self.model.sorting) == sorting, "known at once"

    def _wish(self, act: Callable[[], None]) -> None:
        self.touched.clear()
        self.view.wish_due = True
        act()

    @rule()
    def hold(self) -> None:
        self.held = True
        self.model.hold(True)

    @rule()
    def release(self) -> None:
        self.held = False
        self.model.hold(False)

    # --- what has to be so ------------------------------------------------------------------------------------------

    @property
    def settled(self) -> bool:
        return not self.held and not (self.tasks and self.tasks.running)

    def _naive(self) -> list[int]:
        queries = [parse(self.place.search), self.query]
        return naive(self.workspace, self.workspace.library, queries, self.sorting)

    @invariant()
    def rows_are_a_plain_filter_and_sort(self) -> None:
        if self.settled:
            shown = [one.id for one in self.model.sessions()]
            assert [one for one in shown if one not in self.touched] == [
                one for one in self._naive() if one not in self.touched
            ]
            for one in self.model.sessions():
                assert self.workspace.library.get(one.id) == one, "the newest state is shown"

    @invariant()
    def rows_are_found_by_session(self) -> None:
        ids = [one.id for one in self.model.sessions()]
        assert [self.model.session(row).id for row in range(self.model.rowCount())] == ids
        assert [self.model.row_of(one) for one in IDS] == [ids.index(one) if one in ids else None for one in IDS]
        assert self.model.rows_of(IDS) == [ids.index(one) for one in IDS if one in ids]

    @invariant()
    def views_have_heard_of_everything(self) -> None:
        assert [one.id for one in self.model.sessions()] == self.view.ids
        if self.settled:
            assert [self.view.row(row) for row in range(self.model.rowCount())] == self.view.rows

    @invariant()
    def signals_come_in_order(self) -> None:
        told = " ".join(self.view.signals)
        assert told.replace("about reset arranged shown", "shown").replace("shown", "").strip() == ""
        if self.settled:
            assert not self.view.load_due, "what was read is shown, and told of"
            assert not self.view.wish_due
        assert self.view.faults == []
        self.view.signals.clear()

    def teardown(self) -> None:
        """After another wish for the same, everything is where it belongs, whatever came in between."""
        self._end_loading()
        self.release()
        self.model.sort_by(self.sorting)
        if self.tasks is not None:
            self.tasks.finish()
        assert [one.id for one in self.model.sessions()] == self._naive()
        self.views_have_heard_of_everything()
        self.model.close()


class InSlices(AtOnce):
    """With many sessions rows are worked out step by step, and anything may happen in between."""

    def make_tasks(self) -> SteppedTasks:
        return SteppedTasks()

    @rule(steps=st.integers(1, 12))
    def step(self, steps: int) -> None:
        assert self.tasks is not None
        for _ in range(steps):
            assert len(self.tasks.running) <= 1, "one work at a time"
            self.tasks.step()

    @rule()
    def finish(self) -> None:
        assert self.tasks is not None
        self.tasks.finish()


SETTINGS = settings(max_examples=120, stateful_step_count=25)


def test_rows_that_are_worked_out_at_once() -> None:
    run_state_machine_as_test(AtOnce, settings=SETTINGS)


def test_rows_that_are_worked_out_in_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slices, "SLICE", 0.0)
    monkeypatch.setattr(rows, "_STEP", 4)
    monkeypatch.setattr(model_module, "AT_ONCE", 0)
    run_state_machine_as_test(InSlices, settings=SETTINGS)
