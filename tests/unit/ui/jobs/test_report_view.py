from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from joip_desktop.domain.changes import Change
from joip_desktop.domain.job import Job, Outcome
from joip_desktop.domain.rules import Problem
from joip_desktop.domain.session import UNKNOWN, Session
from joip_desktop.engine.plan import Plan, Refusal
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.jobs.report_view import ReportDialog
from tests.helpers.still_workspace import now, tell, workspace_of

EVIL = "<img src='file:///etc/passwd'>\nx"


@dataclass
class Desk:
    workspace: Workspace
    job: Job
    dialog: ReportDialog

    def rows(self) -> list[tuple[str, ...]]:
        table = self.dialog._table
        texts: list[tuple[str, ...]] = []
        for row in range(table.rowCount()):
            items = [table.item(row, column) for column in range(3)]
            texts.append(tuple(item.text() for item in items if item is not None))
        return texts

    def record(self, session_id: int, outcome: Outcome, sentence: str = "") -> None:
        tell(self.workspace, self.job, [session_id], outcome, sentence)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    workspace = workspace_of(Session(id=1, title="One"), Session(id=2, title=EVIL), Session(id=3, title=None))
    changes = [
        Change(session_id=one, patch={"is_favorite": True}, before={"is_favorite": UNKNOWN}) for one in (1, 2, 3)
    ]
    refused = [Refusal(5, (Problem("subreddits", "Imported sessions keep their subreddits."),))]
    job = now(workspace.submit(Plan(title="Favourite 3 sessions", changes=changes, unchanged=(4,), refused=refused)))
    dialog = ReportDialog(job, jobs=workspace.jobs, library=workspace.library)
    qtbot.addWidget(dialog)
    dialog.show()
    assert QTest.qWaitForWindowActive(dialog)
    yield Desk(workspace, job, dialog)
    dialog.close()


def test_rows_keep_their_places_while_the_job_runs(desk: Desk) -> None:
    desk.record(1, Outcome.DONE)
    desk.record(3, Outcome.FAILED, "The server said no.")
    assert desk.rows() == [
        ("Session 5", "Skipped", "Imported sessions keep their subreddits."),
        ("One", "Done", ""),
        ("<img src='file:///etc/passwd'> x", "Waiting", ""),
        ("Session 3", "Failed", "The server said no."),
        ("Session 4", "Unchanged", ""),
    ]
    assert desk.dialog._summary.text() == f"Favourite 3 sessions: {desk.job.summary()}"


def test_what_needs_attention_is_on_top_once_the_job_is_over(desk: Desk) -> None:
    desk.record(1, Outcome.DONE)
    desk.record(3, Outcome.FAILED, "The server said no.")
    desk.record(2, Outcome.DONE)
    assert [row[:2] for row in desk.rows()] == [
        ("Session 3", "Failed"),
        ("Session 5", "Skipped"),
        ("One", "Done"),
        ("<img src='file:///etc/passwd'> x", "Done"),
        ("Session 4", "Unchanged"),
    ]


def test_texts_of_the_server_are_text(desk: Desk) -> None:
    desk.record(2, Outcome.FAILED, EVIL)
    for column in (0, 2):
        item = desk.dialog._table.item(2, column)
        assert item is not None
        assert "<img" not in item.toolTip()
    assert desk.dialog._summary.textFormat() is Qt.TextFormat.PlainText


def test_only_what_failed_is_retried(desk: Desk, qtbot: QtBot) -> None:
    assert not desk.dialog.retry_button.isEnabled()
    desk.record(1, Outcome.FAILED)
    desk.record(2, Outcome.DONE)
    desk.record(3, Outcome.FAILED)
    assert desk.dialog.retry_button.isEnabled()
    with qtbot.waitSignal(desk.dialog.retry_wanted, timeout=1000) as wanted:
        desk.dialog.retry_button.click()
    assert wanted.args == [[1, 3]]
    assert desk.dialog.isVisible()


def test_another_jobs_news_are_none_of_its_business(desk: Desk) -> None:
    before = desk.rows()
    now(desk.workspace.submit(Plan(title="Other", changes=(), unchanged=(1, 2))))
    assert desk.rows() == before


def test_after_closing_it_hears_nothing(desk: Desk) -> None:
    desk.dialog.reject()
    before = desk.rows()
    desk.record(1, Outcome.DONE)
    assert desk.rows() == before


def test_the_keyboard_gets_to_the_buttons(desk: Desk) -> None:
    desk.record(1, Outcome.FAILED)
    desk.dialog._table.setFocus()
    reached = set()
    for _ in range(4):
        QTest.keyClick(desk.dialog.focusWidget(), Qt.Key.Key_Tab)
        reached.add(desk.dialog.focusWidget())
    assert desk.dialog.retry_button in reached
