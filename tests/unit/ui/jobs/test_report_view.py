from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox
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

    def said(self) -> tuple[str, str]:
        """The title and the text of the message that is shown; it is closed by that."""
        box = self.dialog.findChild(QMessageBox)
        assert isinstance(box, QMessageBox)
        told = box.windowTitle(), box.text()
        box.close()
        return told

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
    dialog = ReportDialog(job, jobs=workspace.jobs, library=workspace.library, history=workspace.history)
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


def test_conflicts_lead_to_their_resolution(desk: Desk, qtbot: QtBot) -> None:
    assert not desk.dialog.resolve_button.isVisible()
    desk.record(1, Outcome.CONFLICT)
    assert desk.dialog.resolve_button.isVisible()
    with qtbot.waitSignal(desk.dialog.resolve_wanted, timeout=1000):
        desk.dialog.resolve_button.click()
    desk.record(1, Outcome.DONE)
    assert not desk.dialog.resolve_button.isVisible()


async def test_only_the_next_in_turn_can_be_undone(desk: Desk, qtbot: QtBot) -> None:
    undo = desk.dialog.undo_button
    assert undo.isEnabled()
    with qtbot.waitSignal(desk.dialog.undo_wanted, timeout=1000) as wanted:
        undo.click()
    assert wanted.args == [desk.job]
    change = Change(session_id=1, patch={"title": "New"}, before={"title": "One"})
    await desk.workspace.submit(Plan(title="Save 1 field", changes=[change]))
    assert not undo.isEnabled()
    assert "latest" in undo.toolTip()
    await desk.workspace.undo()
    assert undo.isEnabled()
    await desk.workspace.undo()
    assert not undo.isEnabled()


def test_without_a_history_there_is_no_undo(desk: Desk, qtbot: QtBot) -> None:
    dialog = ReportDialog(desk.job, jobs=desk.workspace.jobs, library=desk.workspace.library)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.undo_button.isVisible()
    dialog.close()


# --- the report as a file ---------------------------------------------------------------------------------------------


def test_the_file_dialog_proposes_a_name_and_blocks_nothing(desk: Desk, tmp_path: Path) -> None:
    desk.dialog.export_button.click()
    chooser = desk.dialog.findChild(QFileDialog)
    assert isinstance(chooser, QFileDialog)
    assert chooser.isVisible()
    assert chooser.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert Path(chooser.selectedFiles()[0]).name == "Favourite 3 sessions.csv"
    chooser.setDirectory(str(tmp_path))
    chooser.selectFile("mine")
    chooser.accept()
    assert desk.said()[0] == "Exported"
    assert (tmp_path / "mine.csv").is_file()


def test_a_report_is_exported_whole(desk: Desk, tmp_path: Path) -> None:
    desk.record(3, Outcome.FAILED, "The server said no.")
    desk.dialog._export(str(tmp_path / "report.csv"))
    assert desk.said() == ("Exported", "The results of 5 sessions are in report.csv.")
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    assert len(lines) == 6
    assert ["2", EVIL, "waiting", "", "isFavorite"] in lines
    assert ["3", "", "failed", "The server said no.", ""] in lines


def test_a_file_that_can_not_be_written_is_said(desk: Desk, tmp_path: Path) -> None:
    desk.dialog._export(str(tmp_path / "no such folder" / "report.csv"))
    title, text = desk.said()
    assert title == "Not exported"
    assert text.startswith("The file report.csv can't be written (")
    assert text.endswith("Choose another place.")
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_the_file_that_was_there(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "report.csv"
    target.mkdir()
    desk.dialog._export(str(target))
    assert desk.said()[0] == "Not exported"
    assert target.is_dir()
