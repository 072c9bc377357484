"""Discreet mode in dialogs, reports and notes: whatever is hidden, the same is painted."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.domain.errors import InvalidRequestError, JoipError, ServerFaultError
from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.job import Job, Outcome
from joip_desktop.domain.session import FieldValue
from joip_desktop.engine.notes import Note
from joip_desktop.engine.plan import picturing, plan_values
from joip_desktop.engine.sender import Mood, SenderState
from joip_desktop.engine.slices import at_once
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.discretion import HIDDEN, Discretion
from joip_desktop.ui.jobs.conflict_dialog import ConflictDialog
from joip_desktop.ui.jobs.jobs_panel import JobsPanel
from joip_desktop.ui.jobs.plan_dialog import PlanDialog
from joip_desktop.ui.jobs.report_view import ReportDialog
from joip_desktop.ui.jobs.undo_stack import UndoStack
from joip_desktop.ui.theme import LIGHT
from tests.helpers.discreet import HIDDEN_PARTS, LONG, SECRET, picture, session
from tests.helpers.still_workspace import ToldBudget, fail_next, now, submit, tell, workspace_of

AT = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
WITHHELD = "The server found the request to change the session invalid. The server's words are hidden."
W = TypeVar("W", bound=QWidget)


def shown(qtbot: QtBot, widget: W) -> W:
    qtbot.addWidget(widget)
    widget.show()
    assert QTest.qWaitForWindowActive(widget)
    return widget


def texts(model: QAbstractItemModel, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> list[list[str]]:
    columns = range(model.columnCount())
    return [[model.index(row, column).data(role) or "" for column in columns] for row in range(model.rowCount())]


def tips(model: QAbstractItemModel) -> str:
    return "\n".join(tip for row in texts(model, Qt.ItemDataRole.ToolTipRole) for tip in row)


def refused(message: str) -> JoipError:
    sentence = f"The server found the request to change the session invalid: {message}"
    return InvalidRequestError(sentence, status=400, server_message=message)


# --- plan -------------------------------------------------------------------------------------------------------------


def plan_dialog(hidden: str, discretion: Discretion, values: dict[str, FieldValue]) -> PlanDialog:
    workspace = workspace_of(*(session(one, hidden) for one in (1, 2, 3)), budget=ToldBudget())
    values = {"transition": "zoom", **values}
    plan = plan_values(workspace.library.pick([1, 2, 3]), values, action="Change")
    return PlanDialog(plan, at_once(picturing(plan)), workspace=workspace, colours=LIGHT, discretion=discretion)


@pytest.mark.parametrize("hidden", ["short", "long", "one wide word", "right to left"])
def test_a_plan_is_painted_alike(qtbot: QtBot, hidden: str) -> None:
    """For values that undo could bring back: that it can't is said, and tells no value."""
    pictures = [
        picture(shown(qtbot, plan_dialog(parts, Discretion(on=True), {"title": value, "ai_prompt": value * 3})))
        for parts, value in (("short", "One"), (hidden, LONG))
    ]
    assert pictures[0] == pictures[1]


def test_a_plan_follows_the_switch(qtbot: QtBot) -> None:
    discretion = Discretion()
    dialog = shown(qtbot, plan_dialog("short", discretion, {"title": "One", "thumbnail": "https://example.com/b.png"}))
    model = dialog.table.model()
    plain, plain_tips, before = texts(model), tips(model), picture(dialog)
    discretion.set_on(True)
    assert texts(model) == [
        ["Title", "hidden", "hidden", "3"],
        ["Transition", "Fade", "Zoom", "3"],
        ["Thumbnail", "hidden", "hidden", "3"],
    ]
    assert SECRET not in tips(model)
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
        assert [texts(model, role)[row][1:3] for row in (0, 2)] == [[HIDDEN, HIDDEN]] * 2
    discretion.set_on(False)
    assert SECRET in texts(model, Qt.ItemDataRole.AccessibleDescriptionRole)[0][1]
    assert (texts(model), tips(model)) == (plain, plain_tips)
    assert picture(dialog) == before
    assert plain[0] == ["Title", f"“{SECRET}”", "“One”", "3"]


def test_mixed_values_are_not_counted_out(qtbot: QtBot) -> None:
    workspace = workspace_of(session(1, "short"), session(2, "long"))
    plan = plan_values(workspace.library.pick([1, 2]), {"title": "One"}, action="Change")
    dialog = PlanDialog(
        plan, at_once(picturing(plan)), workspace=workspace, colours=LIGHT, discretion=Discretion(on=True)
    )
    qtbot.addWidget(dialog)
    assert texts(dialog.table.model()) == [["Title", "hidden", "hidden", "2"]]


def test_a_plan_says_why_nothing_is_sent_without_the_servers_words(qtbot: QtBot) -> None:
    discretion = Discretion()
    dialog = shown(qtbot, plan_dialog("short", discretion, {}))
    error = ServerFaultError(f"The server failed (status 500): {SECRET} fell.", status=500)
    dialog._workspace.sender.state = SenderState(Mood.RESTING, error)
    dialog._show_requests()
    assert dialog._standstill.text().endswith(f"The server failed (status 500): {SECRET} fell.")
    discretion.set_on(True)
    assert dialog._standstill.text().endswith("The server failed (status 500). The server's words are hidden.")


def test_an_answered_plan_starts_no_clock(qtbot: QtBot) -> None:
    discretion = Discretion()
    dialog = plan_dialog("short", discretion, {})
    budget = dialog._workspace._budget
    assert isinstance(budget, ToldBudget)
    budget.seconds = 6
    shown(qtbot, dialog).reject()
    discretion.set_on(True)
    assert not dialog._clock.isActive()


# --- report -----------------------------------------------------------------------------------------------------------


def report(hidden: str, discretion: Discretion, message: str) -> tuple[Workspace, Job, ReportDialog]:
    workspace = workspace_of(*(session(one, hidden) for one in (1, 2, 3)))
    sessions = workspace.library.pick([1, 2, 3])
    job = now(workspace.submit(plan_values(sessions, {"ai_prompt": f"{SECRET} anew"}, action="Prompt")))
    fail_next(workspace, refused(message))
    dialog = ReportDialog(
        job, jobs=workspace.jobs, library=workspace.library, history=workspace.history, discretion=discretion
    )
    return workspace, job, dialog


@pytest.mark.parametrize("hidden", HIDDEN_PARTS)
def test_a_report_is_painted_alike(qtbot: QtBot, hidden: str) -> None:
    pictures = [
        picture(shown(qtbot, report(parts, Discretion(on=True), message)[2]))
        for parts, message in (("short", "No."), (hidden, f"{SECRET}: {LONG}"))
    ]
    assert pictures[0] == pictures[1]


def test_a_report_follows_the_switch_and_the_job(qtbot: QtBot) -> None:
    discretion = Discretion()
    workspace, job, dialog = report("short", discretion, f"“{SECRET}” is taken.")
    shown(qtbot, dialog)
    model = dialog._table.model()
    plain, before = texts(model), picture(dialog)
    assert plain[0][0] == SECRET
    discretion.set_on(True)
    assert texts(model) == [
        ["Session 1", "Failed", WITHHELD],
        ["Session 2", "Waiting", ""],
        ["Session 3", "Waiting", ""],
    ]
    assert SECRET not in tips(model)
    tell(workspace, job, [2], Outcome.DONE, "Changed elsewhere meanwhile, and taken over: Public.")
    assert texts(model)[1] == ["Session 2", "Done", "Changed elsewhere meanwhile, and taken over: Public."]
    tell(workspace, job, [2], Outcome.WAITING)
    discretion.set_on(False)
    assert texts(model) == plain
    assert picture(dialog) == before
    dialog.close()


def test_an_exported_report_is_whole_and_its_name_says_no_title(qtbot: QtBot, tmp_path: Path) -> None:
    """Who asks for the file wants it as it is."""
    dialog = shown(qtbot, report("short", Discretion(on=True), f"“{SECRET}” is taken.")[2])
    dialog.export_button.click()
    asking = dialog.findChild(QFileDialog)
    assert isinstance(asking, QFileDialog)
    assert [Path(name).name for name in asking.selectedFiles()] == ["Prompt 3 sessions.csv"]
    file = tmp_path / "report.csv"
    asking.fileSelected.emit(str(file))
    asking.close()
    message = dialog.findChild(QMessageBox)
    assert isinstance(message, QMessageBox)
    assert SECRET not in message.text()
    message.close()
    rows = list(csv.reader(file.read_text(encoding="utf-8-sig").splitlines()))
    assert rows[1][1] == SECRET
    assert SECRET in rows[1][3]
    dialog.close()


# --- conflicts --------------------------------------------------------------------------------------------------------


def conflicts(hidden: str, discretion: Discretion, mine: str, theirs: str) -> ConflictDialog:
    workspace = workspace_of(session(1, hidden), session(2, hidden))
    submit(workspace, 1, title=mine, transition="zoom")
    submit(workspace, 2, ai_prompt=mine)
    for session_id in (1, 2):
        row = workspace.library.server(session_id)
        assert row is not None
        answer = row.with_values({"title": theirs, "ai_prompt": theirs, "transition": "flip"})
        rows = workspace.library.server_rows()
        workspace.library.load([answer if one.id == session_id else one for one in rows])
        now(workspace.outbox.reconcile([(entry, answer) for entry in workspace.outbox.entries(session_id)]))
    return ConflictDialog(workspace, colours=LIGHT, discretion=discretion)


def veiled(dialog: ConflictDialog) -> list[bool]:
    return [veil.isVisible() for veil in dialog._veils]


@pytest.mark.parametrize("hidden", ["short", "long", "one wide word", "lines", "empty", "null", "right to left"])
def test_conflicts_are_painted_alike(qtbot: QtBot, hidden: str) -> None:
    pictures: list[list[QImage]] = []
    for parts, mine, theirs in (("short", "Mine", "Theirs"), (hidden, LONG * 9, f"{SECRET}\n" * 40)):
        dialog = shown(qtbot, conflicts(parts, Discretion(on=True), mine, theirs))
        pictures.append([picture(dialog)])
        dialog.table.setCurrentIndex(dialog.table.model().index(2, 0))
        pictures[-1].append(picture(dialog))
        dialog.close()
    assert pictures[0] == pictures[1]
    assert pictures[0][0] != pictures[0][1]


def test_conflicts_follow_the_switch(qtbot: QtBot) -> None:
    discretion = Discretion()
    dialog = shown(qtbot, conflicts("short", discretion, f"{SECRET} mine", f"{SECRET} theirs"))
    model = dialog.table.model()
    plain, before = texts(model), picture(dialog)
    assert veiled(dialog) == [False] * 3
    discretion.set_on(True)
    assert [row[:5] for row in texts(model)] == [
        ["Session 1", "Title", "hidden", "hidden", "hidden"],
        ["Session 1", "Transition", "Fade", "Zoom", "Flip"],
        ["Session 2", "Prompt", "hidden", "hidden", "hidden"],
    ]
    assert SECRET not in tips(model)
    assert veiled(dialog) == [True] * 3
    assert len({veil._seed for veil in dialog._veils}) == 3, "or the values would seem to be the same"
    discretion.set_on(False)
    assert texts(model) == plain
    assert plain[0][:3] == [SECRET, "Title", f"“{SECRET}”"]
    assert picture(dialog) == before
    dialog.close()


def test_values_in_conflict_can_be_looked_at_one_by_one(qtbot: QtBot) -> None:
    """Or nobody could choose."""
    dialog = shown(qtbot, conflicts("short", Discretion(on=True), "Mine", "Theirs"))
    assert model_tip(dialog) == "<qt>Hidden in discreet mode; point at the boxes below to see it</qt>"
    pane, where = dialog.details[1], QPointF(5, 5)
    QApplication.sendEvent(pane, QEnterEvent(where, where, where))
    assert veiled(dialog) == [True, False, True]
    assert pane.toPlainText() == "“Mine”"
    QApplication.sendEvent(pane, QEvent(QEvent.Type.Leave))
    assert veiled(dialog) == [True] * 3
    dialog.details[2].setFocus()
    assert veiled(dialog) == [True, True, False]
    dialog.table.setCurrentIndex(dialog.table.model().index(1, 0))
    assert veiled(dialog) == [False] * 3, "transitions are not hidden"
    dialog.close()


def model_tip(dialog: ConflictDialog) -> str:
    tip: str = dialog.table.model().index(0, 2).data(Qt.ItemDataRole.ToolTipRole)
    return tip


# --- the panel --------------------------------------------------------------------------------------------------------


@contextmanager
def panel(qtbot: QtBot, hidden: str, discretion: Discretion, message: str) -> Iterator[JobsPanel]:
    workspace = workspace_of(*(session(one, hidden) for one in (1, 2)))
    workspace.jobs._now = lambda: AT
    now(workspace.submit(plan_values(workspace.library.pick([1, 2]), {"ai_prompt": f"{SECRET} anew"}, action="Prompt")))
    fail_next(workspace, refused(message))
    told = f"Changed elsewhere and kept beside your waiting changes: {FIELDS['title'].label}."
    workspace.notes.add([Note(AT, one, told) for one in (1, 2, 3)])
    window = QMainWindow()
    stack = UndoStack(workspace.history, window)
    made = JobsPanel(workspace, stack, discretion=discretion, parent=window)
    window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, made)
    window.resize(900, 400)
    shown(qtbot, window)
    yield made
    made.close_listening()
    stack.close_listening()
    window.close()


def pages(made: JobsPanel) -> list[QImage]:
    """Jobs, history, notes."""
    found = []
    for page in range(3):
        made._tabs.setCurrentIndex(page)
        found.append(picture(made))
    return found


@pytest.mark.parametrize("hidden", HIDDEN_PARTS)
def test_jobs_history_and_notes_are_painted_alike(qtbot: QtBot, hidden: str) -> None:
    pictures = []
    for parts, message in (("short", "No."), (hidden, f"{SECRET}: {LONG}")):
        with panel(qtbot, parts, Discretion(on=True), message) as made:
            pictures.append(pages(made))
    assert pictures[0] == pictures[1]


def test_notes_follow_the_switch(qtbot: QtBot) -> None:
    discretion = Discretion()
    with panel(qtbot, "short", discretion, SECRET) as made:
        model, before = made.notes.model(), pages(made)
        plain, told = texts(model), []
        model.dataChanged.connect(lambda *places: told.append([(one.row(), one.column()) for one in places[:2]]))
        discretion.set_on(True)
        assert told == [[(0, 1), (2, 1)]]
        assert [row[1] for row in texts(model)] == ["Session 3", "Session 2", "Session 1"]
        for view in (made.table, made.notes):
            assert SECRET not in tips(view.model())
            assert all(SECRET not in text for row in texts(view.model()) for text in row)
        assert picture(made) != before[2]
        discretion.set_on(False)
        assert texts(model) == plain
        assert [row[1] for row in plain] == ["Session 3", SECRET, SECRET]
        assert pages(made) == before
