from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDockWidget, QMainWindow, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.domain.changes import Change
from joip_desktop.domain.job import Job, Outcome
from joip_desktop.domain.session import UNKNOWN, Session
from joip_desktop.engine.notes import Note
from joip_desktop.engine.plan import Plan
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.jobs.jobs_model import PROGRESS, RESULT, TIME_LEFT
from joip_desktop.ui.jobs.jobs_panel import JobsPanel
from joip_desktop.ui.jobs.undo_stack import UndoStack
from joip_desktop.ui.theme import DARK
from tests.helpers.rated_workspace import rated_workspace_of
from tests.helpers.still_workspace import ToldBudget, now, tell


@dataclass
class Desk:
    workspace: Workspace
    budget: ToldBudget
    stack: UndoStack
    window: QMainWindow
    panel: JobsPanel

    def start(self, *session_ids: int, unchanged: tuple[int, ...] = ()) -> Job:
        changes = [
            Change(session_id=one, patch={"is_favorite": True}, before={"is_favorite": UNKNOWN}) for one in session_ids
        ]
        plan = Plan(title=f"Favourite {len(changes)} sessions", changes=changes, unchanged=unchanged)
        return now(self.workspace.submit(plan))

    def tell(self, job: Job, outcome: Outcome, *session_ids: int) -> None:
        tell(self.workspace, job, session_ids, outcome)
        self.pass_time()

    def send_all(self) -> None:
        """Let the server confirm what waits."""
        while (entry := self.workspace.outbox.take()) is not None:
            now(self.workspace.outbox.done(entry))
        self.pass_time()

    def pass_time(self) -> None:
        self.panel._jobs.coalescing.stop()
        self.panel._jobs.coalescing.timeout.emit()

    def text(self, row: int, column: int) -> str:
        shown: str = self.panel.table.model().index(row, column).data()
        return shown

    @property
    def enabled(self) -> list[str]:
        panel = self.panel
        buttons = (panel.cancel_button, panel.report_button, panel.retry_button)
        return [button.text() for button in buttons if button.isEnabled()]

    def ticks(self) -> bool:
        return self.panel._clock.isActive()


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    budget = ToldBudget()
    workspace = rated_workspace_of(
        *(Session(id=number, title=f"<b>{number}</b>") for number in range(10)), budget=budget
    )
    stack = UndoStack(workspace.history)
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1000, 400)
    panel = JobsPanel(workspace, stack, parent=window)
    window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, panel)
    window.show()
    assert QTest.qWaitForWindowActive(window)
    yield Desk(workspace, budget, stack, window, panel)
    panel.close_listening()
    stack.close_listening()
    window.hide()


def test_it_is_a_dock_that_can_be_closed_and_remembered(desk: Desk) -> None:
    assert isinstance(desk.panel, QDockWidget)
    assert desk.panel.objectName() == "jobs"
    assert desk.panel.features() & QDockWidget.DockWidgetFeature.DockWidgetClosable
    assert desk.panel.toggleViewAction().text() == "Jobs and History"


def test_before_anything_was_done_there_is_nothing_to_press_but_pause(desk: Desk) -> None:
    assert desk.panel.job is None
    assert desk.enabled == []
    assert desk.panel.pause_button.isEnabled()
    assert not desk.ticks()


def test_the_latest_job_is_chosen_until_the_person_chooses_another(desk: Desk) -> None:
    first = desk.start(1)
    assert desk.panel.job is first
    second = desk.start(2)
    assert desk.panel.job is second
    desk.panel.table.selectRow(1)
    third = desk.start(3)
    assert desk.panel.job is first
    desk.panel.table.selectRow(0)
    assert desk.panel.job is third
    desk.panel.table.setFocus()
    desk.start(4)
    assert desk.panel.job is third


def test_the_buttons_are_those_that_do_something_for_the_chosen_job(desk: Desk) -> None:
    job = desk.start(1, 2)
    assert desk.enabled == ["Cancel job", "Report…"]
    desk.tell(job, Outcome.FAILED, 1)
    assert desk.enabled == ["Cancel job", "Report…", "Retry failed"]
    desk.tell(job, Outcome.DONE, 2)
    assert desk.enabled == ["Report…", "Retry failed"]
    desk.start(unchanged=(1,))
    assert desk.enabled == ["Report…"]
    desk.panel.table.selectRow(1)
    assert desk.enabled == ["Report…", "Retry failed"]


def test_the_buttons_are_about_the_chosen_job(desk: Desk, qtbot: QtBot) -> None:
    job = desk.start(1, 2, 3)
    desk.tell(job, Outcome.FAILED, 1, 3)
    desk.start(4)
    desk.panel.table.selectRow(1)
    panel = desk.panel
    for button, signal, wanted in (
        (panel.cancel_button, panel.cancel_wanted, [job]),
        (panel.report_button, panel.report_wanted, [job]),
        (panel.retry_button, panel.retry_wanted, [[1, 3]]),
    ):
        with qtbot.waitSignal(signal, timeout=1000) as told:
            button.click()
        assert told.args == wanted


def test_enter_on_a_job_opens_its_report(desk: Desk, qtbot: QtBot) -> None:
    job = desk.start(1)
    desk.panel.table.setFocus()
    with qtbot.waitSignal(desk.panel.report_wanted, timeout=1000) as told:
        QTest.keyClick(desk.panel.table, Qt.Key.Key_Return)
    assert told.args == [job]


def test_one_button_pauses_and_goes_on_and_keeps_its_width(desk: Desk, qtbot: QtBot) -> None:
    button = desk.panel.pause_button
    width = button.width()
    for paused, text in ((True, "Resume sending"), (False, "Pause sending")):
        with qtbot.waitSignal(desk.panel.pause_wanted, timeout=1000) as told:
            button.click()
        assert told.args == [paused]
        now(desk.workspace.pause(paused=paused))
        desk.window.repaint()
        assert (button.text(), button.width()) == (text, width)


def test_a_line_says_what_the_limit_leaves_and_that_sending_is_paused(desk: Desk) -> None:
    assert desk.panel.quota.text() == ""
    desk.budget.tell(limit=100, remaining=12, next_in=0)
    assert desk.panel.quota.text() == "12 of 100 requests left"
    desk.start(1)
    desk.workspace.sender.pause(paused=True)
    desk.pass_time()
    assert desk.panel.quota.text() == "Sending is paused · 12 of 100 requests left"
    assert desk.text(0, TIME_LEFT) == "Paused"


def test_progress_and_result_are_readable_without_the_bar(desk: Desk) -> None:
    job = desk.start(1, 2)
    desk.tell(job, Outcome.DONE, 1)
    assert (desk.text(0, PROGRESS), desk.text(0, RESULT)) == ("1 of 2", "1 done, 1 waiting")
    interface = QAccessible.queryAccessibleInterface(desk.panel.table)
    cells = [interface.child(place).text(QAccessible.Text.Name) for place in range(interface.childCount())]
    assert "1 of 2" in cells


def test_the_clock_runs_only_while_somebody_sees_what_time_changes(desk: Desk) -> None:
    desk.start(1)
    desk.pass_time()
    assert desk.ticks()
    desk.panel.close()
    assert not desk.ticks()
    desk.panel.show()
    assert desk.ticks()
    desk.send_all()
    assert not desk.ticks()
    desk.budget.tell(limit=100, remaining=12, next_in=3)
    assert desk.ticks()
    desk.budget.tell(limit=100, remaining=100, next_in=0)
    assert not desk.ticks()


def test_a_tick_reads_the_engine_again(desk: Desk) -> None:
    desk.start(1, 2)
    desk.budget.told = type(desk.budget.told)(limit=100, remaining=0, next_in=8)
    desk.budget.seconds = 90.0
    desk.panel._clock.timeout.emit()
    assert desk.panel.quota.text() == "No requests left · next in 8 s"
    assert desk.panel._jobs.coalescing.isActive()


def test_the_history_is_the_undo_stack(desk: Desk, qtbot: QtBot) -> None:
    desk.start(1)
    desk.start(2, 3)
    view = desk.panel.history
    rows = [view.model().index(row, 0).data() for row in range(view.model().rowCount())]
    assert rows == ["Before these actions", "Favourite 1 sessions", "Favourite 2 sessions"]
    with qtbot.waitSignal(desk.stack.undo_wanted, timeout=1000) as wanted:
        view.setCurrentRow(1)
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert wanted.args == [desk.workspace.history.actions[1]]


def test_notes_are_counted_on_their_tab(desk: Desk) -> None:
    tabs = desk.panel._tabs
    assert tabs.tabText(2) == "Notes"
    desk.workspace.notes.add([Note(datetime.now(UTC), 1, "Something."), Note(datetime.now(UTC), 2, "More.")])
    assert tabs.tabText(2) == "Notes (2)"
    assert desk.panel.notes.model().index(0, 1).data() == "<b>2</b>"


def test_colours_reach_the_rows(desk: Desk) -> None:
    job = desk.start(1)
    desk.tell(job, Outcome.FAILED, 1)
    desk.panel.set_colours(DARK)
    ink = desk.panel.table.model().index(0, RESULT).data(Qt.ItemDataRole.ForegroundRole)
    assert ink.name() == DARK.error


def test_the_keyboard_gets_from_the_table_to_the_buttons(desk: Desk) -> None:
    desk.start(1)
    desk.panel.table.setFocus()
    reached = []
    for _ in range(3):
        QTest.keyClick(desk.window.focusWidget(), Qt.Key.Key_Tab)
        reached.append(desk.window.focusWidget())
    assert reached == [desk.panel.pause_button, desk.panel.cancel_button, desk.panel.report_button]
    assert all(button.toolTip() for button in desk.panel.widget().findChildren(QPushButton) if button.text())


def test_everything_that_takes_the_focus_has_a_name(desk: Desk) -> None:
    desk.start(1)
    for page in range(3):
        desk.panel._tabs.setCurrentIndex(page)
        for widget in desk.panel.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and not widget.focusProxy():
                name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
                assert name.strip() or widget.objectName().startswith("qt_"), widget


def test_a_narrow_window_stays_possible(desk: Desk) -> None:
    before = desk.panel.minimumSizeHint().width()
    desk.budget.tell(limit=10**6, remaining=10**5, next_in=0)
    now(desk.workspace.submit(Plan(title="x" * 5000, changes=(), unchanged=(1,))))
    assert desk.panel.minimumSizeHint().width() == before < 600


def test_after_closing_it_hears_nothing(desk: Desk) -> None:
    desk.start(1)
    desk.panel.close_listening()
    desk.start(2)
    desk.budget.tell(limit=100, remaining=12, next_in=3)
    assert desk.panel.table.model().rowCount() == 1
    assert desk.panel.quota.text() == ""
    assert not desk.ticks()
