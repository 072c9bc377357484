from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QTextDocument
from PySide6.QtTest import QAbstractItemModelTester

from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.query import parse
from joip_desktop.domain.session import Session, from_wire
from joip_desktop.engine import slices
from joip_desktop.engine.places import FIXED, Place
from joip_desktop.engine.several import Several
from joip_desktop.engine.slices import AT_ONCE
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.discretion import HIDDEN, Discretion
from joip_desktop.ui.sessions import model as model_module
from joip_desktop.ui.sessions.columns import COLUMNS, STAR, THUMBNAIL, TITLE
from joip_desktop.ui.sessions.model import SessionTableModel, few_runs, runs
from joip_desktop.ui.sessions.roles import FAVOURITE_ROLE, SESSION_ROLE, URL_ROLE
from joip_desktop.ui.tasks import Tasks
from joip_desktop.ui.theme import DARK, LIGHT
from tests.helpers import strategies
from tests.helpers.fakes import until
from tests.helpers.stepped_tasks import SteppedTasks
from tests.helpers.still_workspace import fail_next, now, send_next, submit, workspace_of

ROLE = Qt.ItemDataRole
CATEGORY = next(position for position, column in enumerate(COLUMNS) if column.name == "category")
PUBLIC = next(position for position, column in enumerate(COLUMNS) if column.name == "is_public")
SESSIONS = [
    Session(id=number, title=f"Title {number}", is_favorite=number % 2 == 0, is_public=True) for number in range(6)
]

pytestmark = pytest.mark.usefixtures("qapp")


class Watched:
    """A model under Qt's own tester, and the rows that it said were changed."""

    def __init__(self, *sessions: Session, tasks: Tasks | None = None, discretion: Discretion | None = None) -> None:
        self.workspace: Workspace = workspace_of(*sessions)
        self.model = SessionTableModel(self.workspace, tasks=tasks, discretion=discretion)
        self.tester = QAbstractItemModelTester(self.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        self.told: list[tuple[int, int]] = []
        self.resets = 0
        self.signals: list[str] = []
        self.model.dataChanged.connect(self._on_data)
        self.model.modelReset.connect(self._on_reset)
        self.model.about_to_arrange.connect(lambda: self.signals.append(f"about {self.model.rowCount()}"))
        self.model.modelAboutToBeReset.connect(lambda: self.signals.append(f"begin {self.model.rowCount()}"))
        self.model.modelReset.connect(lambda: self.signals.append(f"end {self.model.rowCount()}"))
        self.model.arranged.connect(lambda reads: self.signals.append(f"arranged, {reads}"))
        self.model.shown.connect(lambda: self.signals.append("shown"))

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
    st.tuples(st.just("place"), st.sampled_from(FIXED)),
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


def test_sessions_of_a_group_with_unsaved_edits_are_marked_and_told_when_they_come_and_go(watched: Watched) -> None:
    workspace = watched.workspace
    draft = workspace.drafts.several.open((1, 2), Several(workspace.library.get, (1, 2)))
    draft.set("title", "B")
    draft.set("title", "Bc")
    assert watched.told == [(1, 2)]
    model = watched.model
    fonts = [model.data(model.index(row, TITLE), Qt.ItemDataRole.FontRole) for row in (1, 3)]
    assert isinstance(fonts[0], QFont)
    assert fonts[0].bold()
    assert fonts[1] is None
    assert "this is one of them" in model.data(model.index(1, TITLE), Qt.ItemDataRole.ToolTipRole)
    assert "unsaved" not in model.data(model.index(3, TITLE), Qt.ItemDataRole.ToolTipRole)
    draft.revert()
    assert watched.told == [(1, 2), (1, 2)]
    assert model.data(model.index(1, TITLE), Qt.ItemDataRole.FontRole) is None


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


def test_ties_are_decided_by_the_next_column_and_then_by_the_server(watched: Watched) -> None:
    watched.model.sort_by(["star", "-title"])
    assert watched.ids() == [5, 3, 1, 4, 2, 0]
    watched.model.sort_by(["-star"])
    assert watched.ids() == [0, 2, 4, 1, 3, 5], "equal ones stay in the server's order, whatever the direction"
    assert list(watched.model.sorting) == ["-star"]
    watched.workspace.library.load(reversed(SESSIONS))
    assert watched.ids() == [4, 2, 0, 5, 3, 1]


def test_columns_that_do_not_exist_are_passed_over(watched: Watched) -> None:
    watched.model.sort_by(["nothing", "-star", "--title", "", "-", "title"])
    assert list(watched.model.sorting) == ["-star", "title"]
    watched.model.sort(len(COLUMNS))
    assert list(watched.model.sorting) == []


def test_marks_can_be_searched_for(watched: Watched) -> None:
    workspace, model = watched.workspace, watched.model
    workspace.drafts.edit(1, "title", "Draft")
    submit(workspace, 2, title="New")
    fail_next(workspace)
    model.show(place=Place.UNSAVED)
    assert watched.ids() == [1]
    workspace.drafts.edit(3, "title", "Draft")
    assert watched.ids() == [1], "rows wait"
    model.show(query=parse("title"))
    assert watched.ids() == [1, 3], "a longer search finds what has become unsaved since the shorter one"
    model.show(place=Place.FAILED, query=parse(""))
    assert watched.ids() == [2]


def test_rows_by_the_beginning_of_a_title(watched: Watched) -> None:
    watched.model.sort_by(["-title"])
    assert watched.model.row_beginning("title 3", -1) == 2
    watched.workspace.library.take_over(SESSIONS[3].with_values({"title": "Zebra"}))
    assert watched.model.row_beginning("ZEB", 2) == 2
    assert watched.model.row_beginning("title 3", -1) is None


def test_few_runs_are_told_or_one_that_covers_all() -> None:
    assert few_runs([]) == []
    assert few_runs([3, 4, 5]) == [(3, 5)]
    assert few_runs([4, 3, 5]) == [(3, 5)]
    assert few_runs([4, 1, 3]) == [(1, 1), (3, 4)]
    assert few_runs(range(0, 128, 2)) == [(row, row) for row in range(0, 128, 2)]
    assert few_runs(range(0, 130, 2)) == [(0, 128)]


@pytest.mark.parametrize(("rows", "found"), [([], []), ([3], [(3, 3)]), ([1, 2, 3, 5, 7, 8], [(1, 3), (5, 5), (7, 8)])])
def test_runs(rows: list[int], found: list[tuple[int, int]]) -> None:
    assert runs(rows) == found


def test_a_closed_model_hears_nothing(watched: Watched) -> None:
    watched.model.close()
    watched.workspace.library.load([])
    assert watched.resets == 0


# --- what is told of new rows -----------------------------------------------------------------------------------------


def test_a_reset_is_announced_before_anything_has_changed_and_told_of_after_all_views_heard(watched: Watched) -> None:
    watched.model.show(query=parse('"title 1"'))
    assert watched.signals == ["about 6", "begin 6", "end 1", "arranged, False", "shown"]
    watched.signals.clear()
    watched.workspace.library.load([*SESSIONS, Session(id=7, title="Title 1 again")])
    assert watched.signals == ["about 1", "begin 1", "end 2", "arranged, True", "shown"]


def test_another_search_is_told_from_another_order(watched: Watched) -> None:
    seen: list[bool] = []
    watched.model.arranged.connect(lambda _reads: seen.append(watched.model.is_another_search))
    watched.model.sort_by(["-title"])
    watched.model.show(query=parse('"title 1"'))
    watched.workspace.library.load([*SESSIONS, Session(id=7, title="Title 1 again")])
    watched.model.show(place=Place.FAVOURITES)
    assert seen == [False, True, False, True]


@pytest.mark.parametrize(
    "step",
    [
        lambda one: one.model.show(query=parse("title")),
        lambda one: one.model.sort_by(["title"]),
        lambda one: one.model.show(place=Place.ALL),
        lambda one: one.workspace.library.load(SESSIONS),
    ],
    ids=["search", "sort", "place", "the same list"],
)
def test_the_same_rows_are_no_reset(watched: Watched, step: Callable[[Watched], None]) -> None:
    step(watched)
    assert watched.signals == ["shown"]
    assert watched.told == []


def test_a_list_with_the_same_rows_repaints_those_that_differ(watched: Watched) -> None:
    new = [one.with_values({"title": "Other"}) if one.id in (1, 2, 4) else one for one in SESSIONS]
    watched.workspace.library.load(new)
    assert (watched.signals, watched.told) == (["shown"], [(1, 2), (4, 4)])
    assert watched.data(4, TITLE) == "Other"


def test_rows_that_are_held_stay_and_what_is_due_is_done_afterwards(watched: Watched) -> None:
    watched.model.hold(True)
    watched.model.sort_by(["-title"])
    watched.model.show(query=parse("title"))
    watched.workspace.library.load(SESSIONS[:4])
    assert (watched.ids(), watched.signals) == ([0, 1, 2, 3, 4, 5], [])
    assert list(watched.model.sorting) == ["-title"]
    watched.workspace.library.take_over(SESSIONS[2].with_values({"title": "Zebra"}))
    assert watched.data(2, TITLE) == "Zebra", "what changes is seen"
    watched.model.hold(False)
    assert watched.signals == ["about 6", "begin 6", "end 3", "arranged, True", "shown"]
    assert watched.ids() == [3, 1, 0]


def test_of_several_lists_that_were_read_meanwhile_every_difference_is_told(watched: Watched) -> None:
    watched.model.hold(True)
    for changed in (1, 4):
        known = watched.workspace.library.server_rows()
        listed = [one.with_values({"title": "New"}) if one.id == changed else one for one in known]
        watched.workspace.library.load(listed)
    watched.model.hold(False)
    assert watched.told == [(1, 1), (4, 4)]
    assert [watched.data(row, TITLE) for row in (1, 4)] == ["New", "New"]


def test_letting_go_of_rows_when_nothing_is_due_does_nothing(watched: Watched) -> None:
    watched.model.sort_by(["title"])
    watched.workspace.library.take_over(SESSIONS[0].with_values({"title": "Zebra"}))
    watched.signals.clear()
    watched.model.hold(True)
    watched.model.hold(False)
    assert watched.signals == []
    assert watched.ids() == [0, 1, 2, 3, 4, 5], "that it would sort elsewhere is no reason"


# --- many sessions ----------------------------------------------------------------------------------------------------


class Slowly:
    """A model that works out its rows step by step, whenever the test lets it."""

    def __init__(self) -> None:
        self.tasks = SteppedTasks()
        self.watched = Watched(*SESSIONS, tasks=self.tasks)
        self.tasks.finish()
        self.watched.signals.clear()
        self.watched.told.clear()


@pytest.fixture
def slowly(monkeypatch: pytest.MonkeyPatch) -> Iterator[Slowly]:
    monkeypatch.setattr(slices, "SLICE", 0.0)
    monkeypatch.setattr(model_module, "AT_ONCE", 0)
    made = Slowly()
    yield made
    made.tasks.finish()
    made.watched.model.close()


def test_former_rows_are_shown_until_the_new_ones_are_ready(slowly: Slowly) -> None:
    watched = slowly.watched
    watched.model.sort_by(["-title"])
    slowly.tasks.step()
    assert (watched.ids(), watched.signals) == ([0, 1, 2, 3, 4, 5], [])
    slowly.tasks.finish()
    assert watched.ids() == [5, 4, 3, 2, 1, 0]
    assert watched.signals == ["about 6", "begin 6", "end 6", "arranged, False", "shown"]


def test_a_wish_in_the_middle_is_the_one_that_is_shown(slowly: Slowly) -> None:
    watched = slowly.watched
    watched.model.show(query=parse('"title 1"'))
    slowly.tasks.step()
    watched.model.show(query=parse('"title 2"'))
    slowly.tasks.finish()
    assert watched.ids() == [2]
    assert watched.signals.count("shown") == 1, "the other one was given up"


def test_two_wishes_at_once_are_two_wishes(slowly: Slowly, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of which the first has been begun when the second comes, and nothing else had its turn in between."""

    def begun(work: slices.Work[object]) -> None:
        next(work)

    monkeypatch.setattr(model_module, "first_slice", begun)
    watched = slowly.watched
    watched.model.show(query=parse('"title 1"'))
    watched.model.show(query=parse('"title 2"'))
    slowly.tasks.finish()
    assert watched.ids() == [2]


def test_what_changes_in_the_middle_is_not_set_back(slowly: Slowly) -> None:
    watched, library = slowly.watched, slowly.watched.workspace.library
    for steps in range(8):
        titles = [f"{steps} {when}" for when in ("list", "answer")]
        library.load([one.with_values({"title": titles[0]}) for one in (*SESSIONS[1:], SESSIONS[0])])
        for _ in range(steps):
            slowly.tasks.step()
        library.take_over(SESSIONS[3].with_values({"title": titles[1]}))
        slowly.tasks.finish()
        assert [watched.data(row, TITLE) for row in range(6)].count(titles[1]) == 1
        library.load([one.with_values({"title": "as before"}) for one in SESSIONS])
        slowly.tasks.finish()


def test_an_answer_is_seen_while_rows_are_worked_out(slowly: Slowly) -> None:
    watched = slowly.watched
    watched.model.sort_by(["-title"])
    slowly.tasks.step()
    watched.workspace.library.take_over(SESSIONS[3].with_values({"title": "Zebra"}))
    assert watched.data(3, TITLE) == "Zebra"
    assert watched.told == [(3, 3)]


def test_holding_in_the_middle_puts_the_work_off(slowly: Slowly) -> None:
    watched = slowly.watched
    watched.model.sort_by(["-title"])
    slowly.tasks.step()
    watched.model.hold(True)
    slowly.tasks.finish()
    assert (watched.ids(), watched.signals) == ([0, 1, 2, 3, 4, 5], [])
    watched.model.hold(False)
    slowly.tasks.finish()
    assert watched.ids() == [5, 4, 3, 2, 1, 0]


async def test_many_sessions_are_arranged_by_the_windows_tasks() -> None:
    errors: list[BaseException] = []
    tasks = Tasks(errors.append)
    count = AT_ONCE + 1
    one = Watched(*(Session(id=number, title=f"{number:05}") for number in range(count)), tasks=tasks)
    await until(lambda: one.model.rowCount() == count)
    one.model.sort_by(["-title"])
    one.model.show(query=parse("2"))
    assert list(one.model.sorting) == ["-title"]
    await until(lambda: one.model.session(0).id == max(n for n in range(count) if "2" in f"{n:05}"))
    assert one.ids() == [n for n in reversed(range(count)) if "2" in f"{n:05}"]
    await tasks.close()
    one.model.close()
    assert errors == []


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


def test_discreet_tooltips_say_that_they_are_and_hide_what_the_server_has() -> None:
    discretion = Discretion(on=True)
    one = Watched(Session(id=1, title="Secret", thumbnail="https://x/secret", is_public=True), discretion=discretion)
    try:
        submit(one.workspace, 1, title="Secret too", is_public=False)
        assert one.tooltip(0, TITLE) == f"{HIDDEN}\nWaiting to be sent."
        assert one.tooltip(0, THUMBNAIL) == HIDDEN
        assert one.tooltip(0, PUBLIC) == "No\nWaiting to be sent.\nThe server has: Yes"
        fail_next(one.workspace)
        assert one.tooltip(0, TITLE) == f"{HIDDEN}\nNot saved", "the server's words may repeat a title"
        discretion.set_on(False)
        assert one.tooltip(0, TITLE).startswith("Secret too\nNot saved: ")
    finally:
        one.model.close()


def test_delegates_are_given_the_session_and_its_picture() -> None:
    sessions = [Session(id=1, thumbnail="https://x/1"), Session(id=2, thumbnail=None), from_wire({"id": 3})]
    one = Watched(*sessions)
    try:
        assert [one.data(row, TITLE, SESSION_ROLE) for row in range(3)] == sessions
        assert [one.data(row, THUMBNAIL, URL_ROLE) for row in range(3)] == ["https://x/1", None, None]
    finally:
        one.model.close()


def test_columns_that_are_edited_in_place_are_editable(watched: Watched) -> None:
    model, editable = watched.model, Qt.ItemFlag.ItemIsEditable
    for section, column in enumerate(COLUMNS):
        assert bool(model.flags(model.index(0, section)) & editable) is bool(column.edits)
        assert set(column.edits) <= FIELDS.keys()
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags


def test_a_category_is_called_what_the_person_calls_it() -> None:
    workspace = workspace_of(*(Session(id=number, category_id=number) for number in (3, 4)), Session(id=9))
    names = {3: "Quiet\x00", 4: ""}
    model = SessionTableModel(workspace, category_name=names.__getitem__)
    texts = [model.index(row, CATEGORY).data() for row in range(2)]
    assert texts == ["Quiet\ufffd", "4"]
    model.close()


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
