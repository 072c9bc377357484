"""Out into a file, edited by another program, and in again; and back to a snapshot: in a real window over HTTP."""

from __future__ import annotations

import asyncio
import csv
import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from joip_desktop.engine.backups import MANY
from joip_desktop.engine.transfer.dry_run import Verdict
from joip_desktop.engine.transfer.forms import Form
from joip_desktop.mock import MockServer
from joip_desktop.ui.actions import ActionId
from joip_desktop.ui.jobs.plan_dialog import PlanDialog
from joip_desktop.ui.transfer.export_dialog import ExportDialog, Scope
from joip_desktop.ui.transfer.import_dialog import ImportDialog
from joip_desktop.ui.transfer.snapshots_dialog import SnapshotsDialog
from tests.helpers.window import Person, opened, settle, until


async def exported(person: Person, path: Path, *, scope: Scope = Scope.ALL, form: Form = Form.CSV) -> None:
    person.window.transfer_desk.export(scope, form, path)
    await until(lambda: path.name in person.window.notice.label.text())


def edit(path: Path, change: Callable[[list[dict[str, str]]], object]) -> None:
    """What a person does in a spreadsheet."""
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
    change(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, rows[0].keys())
        table.writeheader()
        table.writerows(rows)


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def files_in(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def dry_run(person: Person, path: Path) -> ImportDialog:
    """The dialog, when it has read the file."""
    dialog = person.window.transfer_desk.open_import(path)
    await until(lambda: dialog._found.findings or dialog.problem.isVisible())
    return dialog


async def agree(dialog: QDialog) -> PlanDialog:
    """The plan that follows."""
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    await until(lambda: isinstance(QApplication.activeModalWidget(), PlanDialog))
    plan = QApplication.activeModalWidget()
    assert isinstance(plan, PlanDialog)
    return plan


async def test_only_the_edited_cells_become_requests_and_undo_takes_them_back(tmp_path: Path) -> None:
    path = tmp_path / "sessions.csv"

    def retitle(rows: list[dict[str, str]]) -> None:
        rows[0]["title"] = "Edited elsewhere"
        rows[1]["isFavorite"] = "FALSE" if rows[1]["isFavorite"] == "true" else "TRUE"

    with MockServer(sessions=12) as server:
        async with opened(server) as person:
            await exported(person, path)
            edit(path, retitle)
            first, second = list(person.workspace.library)[:2]
            dialog = await dry_run(person, path)
            assert dialog._found.counts == {Verdict.CHANGE: 2, Verdict.UNCHANGED: 10}
            assert person.patches() == []
            await agree(dialog)
            assert person.patches() == []
            await person.agree()
            await person.sent()
            assert sorted(person.patches()) == sorted(
                [(first.id, {"title": "Edited elsewhere"}), (second.id, {"isFavorite": not second.is_favorite})]
            )
            assert "Import changes of 2 sessions" in person.window.undo_stack.undoText()
            person.window.undo_stack.undo()
            await person.agree()
            await person.sent()
            assert person.workspace.library.shown[first.id].title == first.title


async def test_what_was_changed_elsewhere_after_the_export_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "sessions.csv"
    with MockServer(sessions=3) as server:
        async with opened(server) as person:
            await exported(person, path)
            session = next(iter(person.workspace.library))
            server.store.set_row(session.id, aiPrompt="Theirs")
            await person.workspace.refresh()
            edit(path, lambda rows: rows[0].update(title="Mine"))
            dialog = await dry_run(person, path)
            assert [change.patch for change in dialog._found.changes()] == [{"title": "Mine"}]
            dialog.reject()


async def test_nothing_is_sent_when_the_person_does_not_agree(tmp_path: Path) -> None:
    path = tmp_path / "sessions.csv"
    with MockServer(sessions=3) as server:
        async with opened(server) as person:
            await exported(person, path)
            edit(path, lambda rows: [row.update(title="Mine") for row in rows])
            dialog = await dry_run(person, path)
            plan = await agree(dialog)
            QTest.keyClick(plan, Qt.Key.Key_Escape)
            await settle()
            await settle()
            assert not person.workspace.outbox.waiting
            assert person.patches() == []


@pytest.mark.parametrize("form", list(Form))
async def test_what_is_exported_is_what_the_person_chose(tmp_path: Path, form: Form) -> None:
    with MockServer(sessions=12) as server:
        async with opened(server) as person:
            person.window.panel.selection.select_sessions([3, 5])
            for scope, count in ((Scope.SELECTED, 2), (Scope.ALL, 12)):
                path = tmp_path / f"{scope.value}.{form.value}"
                await exported(person, path, scope=scope, form=form)
                dialog = await dry_run(person, path)
                assert dialog._found.counts == {Verdict.UNCHANGED: count}
                dialog.reject()
            person.window.panel.search.setText("is:favorite")
            await settle()
            shown = person.window.panel.model.rowCount()
            await exported(person, tmp_path / f"x.{form.value}", scope=Scope.SHOWN, form=form)
            dialog = await dry_run(person, tmp_path / f"x.{form.value}")
            assert dialog._found.counts == {Verdict.UNCHANGED: shown}
            dialog.reject()


async def test_the_dialog_offers_what_is_meant_most_likely() -> None:
    with MockServer(sessions=12) as server:
        async with opened(server) as person:
            panel = person.window.panel
            for search, selected, scope in (
                ("", [], Scope.ALL),
                ("is:favorite", [], Scope.SHOWN),
                ("", [1, 2], Scope.SELECTED),
            ):
                panel.search.setText(search)
                panel.selection.select_sessions(selected)
                await settle()
                person.window.actions_by_id[ActionId.EXPORT].trigger()
                dialog = QApplication.activeModalWidget()
                assert isinstance(dialog, ExportDialog)
                assert dialog.scopes.currentData() is scope
                dialog.reject()
                await settle()


async def test_a_file_that_can_not_be_written_or_read_is_told(tmp_path: Path) -> None:
    with MockServer(sessions=3) as server:
        async with opened(server) as person:
            person.window.transfer_desk.export(Scope.ALL, Form.CSV, tmp_path / "missing" / "sessions.csv")
            await until(lambda: "can't be written" in person.window.notice.label.text())
            dialog = await dry_run(person, tmp_path / "nowhere.csv")
            assert dialog.problem.text() == "The file nowhere.csv no longer exists."
            assert not dialog.agree.isEnabled()
            dialog.reject()


async def test_an_export_that_is_cancelled_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "sessions.csv"
    write(path, "former")
    with MockServer(sessions=3) as server:
        async with opened(server) as person:
            sessions = list(person.workspace.library) * 50_000
            desk = person.window.transfer_desk
            work = desk._export(sessions, Form.JSON, path, byte_order_mark=False)
            task = asyncio.create_task(work)
            await asyncio.sleep(0.05)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert "cancelled" in person.window.notice.label.text()
    assert {file.name: file.read_text() for file in files_in(tmp_path)} == {"sessions.csv": "former"}


async def test_other_columns_can_be_chosen(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    write(path, "nr;name;star\n1;Mine;true\n2;Mine, too;true\n")
    with MockServer(sessions=3) as server:
        for number in (1, 2):
            server.store.set_row(number, isFavorite=False)
        async with opened(server) as person:
            dialog = person.window.transfer_desk.open_import(path)
            await until(dialog.problem.isVisible)
            page = dialog.columns
            assert page is not None
            assert dialog.tabs.currentWidget() is page
            for column, target in (("nr", "id"), ("star", "is_favorite")):
                page.boxes[column].setCurrentIndex(page.boxes[column].findData(target))
            await until(lambda: dialog._found.findings)
            assert [change.patch for change in dialog._found.changes()] == [{"is_favorite": True}] * 2
            page.boxes["name"].setCurrentIndex(page.boxes["name"].findData("title"))
            assert not dialog.agree.isEnabled()
            await until(dialog.agree.isEnabled)
            assert [change.patch["title"] for change in dialog._found.changes()] == ["Mine", "Mine, too"]
            dialog.reject()


async def test_a_snapshot_brings_everything_back(tmp_path: Path) -> None:
    with MockServer(sessions=MANY + 4, rate_limit=None) as server:
        for number in range(1, MANY + 5):
            server.store.set_row(number, isFavorite=False)
        async with opened(server, profile=tmp_path) as person:
            ids = [session.id for session in person.workspace.library]
            await person.favourite(ids, favourite=True)
            await person.sent()
            person.window.actions_by_id[ActionId.RESTORE].trigger()
            await until(lambda: isinstance(QApplication.activeModalWidget(), SnapshotsDialog))
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, SnapshotsDialog)
            assert dialog.table.model().index(0, 1).data() == f"Favourite {len(ids)} sessions"
            await agree(dialog)
            await person.agree()
            await person.sent()
            assert not any(row["isFavorite"] for row in server.store.rows())
            assert len(await person.workspace.backups.all()) == 2


async def test_closing_the_window_in_the_middle_of_reading_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "sessions.csv"
    with MockServer(sessions=3) as server:
        async with opened(server) as person:
            await exported(person, path)
            edit(path, lambda rows: rows.extend([rows[0]] * 50_000))
            dialog = person.window.transfer_desk.open_import(path)
            await until(lambda: dialog.columns is not None)
    assert not person.errors


async def test_a_plan_is_shown_for_one_session_as_well(tmp_path: Path) -> None:
    path = tmp_path / "one.csv"
    write(path, "id,title\n1,Mine\n")
    with MockServer(sessions=3) as server:
        async with opened(server) as person:
            await agree(await dry_run(person, path))
            assert person.patches() == []
            await person.agree()
            await person.sent()
            assert person.patches() == [(1, {"title": "Mine"})]


async def test_a_dialog_that_is_closed_while_it_takes_its_first_look_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "sessions.csv"
    write(path, "id,title\n1,Mine\n")
    with MockServer(sessions=3) as server:
        async with opened(server) as person:
            for name in (path, tmp_path / "nowhere.csv"):
                person.window.transfer_desk.open_import(name).reject()
                await settle()
                await settle()
            assert "Something went wrong" not in person.window.notice.label.text()


async def test_what_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    with MockServer(sessions=3) as server:
        async with opened(server) as person:
            dialog = await dry_run(person, tmp_path / "pipe.csv")
            assert dialog.problem.text() == "The file pipe.csv can't be read (it is no file)."
            dialog.reject()


async def test_discreet_mode_hides_titles_of_a_file_as_well(tmp_path: Path) -> None:
    path = tmp_path / "sessions.csv"
    with MockServer(sessions=3) as server:
        async with opened(server) as person:
            await exported(person, path)
            edit(path, lambda rows: rows[0].update(title="Secret", id=rows[0]["id"]))
            person.window.set_discreet(True)
            dialog = await dry_run(person, path)
            page = dialog.columns
            assert page is not None
            page.boxes["title"].setCurrentIndex(page.boxes["title"].findData(""))
            page.boxes["id"].setCurrentIndex(page.boxes["id"].findData(""))
            page.boxes["title"].setCurrentIndex(page.boxes["title"].findData("id"))  # by mistake
            for wanted in ("title", "id"):
                await until(dialog.shown.isEnabled)
                model = dialog.model
                cells = [
                    str(model.index(row, column).data(role))
                    for row in range(model.rowCount())
                    for column in range(model.columnCount())
                    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
                ]
                examples = [label.text() for label in page._examples.values()]
                titles = [str(session.title) for session in person.workspace.library] + ["Secret"]
                assert cells
                assert not [text for text in (*cells, *examples) if any(title in text for title in titles)], wanted
                page.boxes["id"].setCurrentIndex(page.boxes["id"].findData("id"))
                page.boxes["title"].setCurrentIndex(page.boxes["title"].findData("title"))
            dialog.reject()
