"""Changes outlive the window, wait out trouble, can be taken back, and overwrite nobody: used as a person would."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from joip_desktop.domain.conflicts import Side
from joip_desktop.engine.sender import Mood
from joip_desktop.mock import MockServer, RateLimit
from joip_desktop.ui.jobs.conflict_dialog import ConflictDialog
from joip_desktop.ui.jobs.plan_dialog import PlanDialog
from tests.helpers.window import Person, opened, settle, until


def _banner(person: Person) -> str:
    banner = person.window.banner
    return banner.label.text() if banner.isVisible() else ""


def _strip(person: Person) -> str:
    return person.window.strip._text.text()


async def _select_first(person: Person, count: int) -> list[int]:
    person.click(0)
    person.click(count - 1, keys=Qt.KeyboardModifier.ShiftModifier)
    return list(person.window.panel.selection.ids())


async def _rename(person: Person, session_id: int, title: str) -> None:
    await person.select(session_id)
    person.type_into(person.field("title"), title)
    person.press("Ctrl+S", person.window)
    await settle()


# --- the next start ---------------------------------------------------------------------------------------------------


async def test_what_was_not_sent_is_sent_after_the_next_start(tmp_path: Path) -> None:
    database, profile = tmp_path / "server.sqlite3", tmp_path / "profile"
    with MockServer(database=database, sessions=40, rate_limit=RateLimit(10, 900.0)) as server:
        async with opened(server, profile=profile) as person:
            chosen = await _select_first(person, 30)
            await person.favourite(chosen, favourite=True)
            await until(lambda: person.workspace.quota.remaining == 0 and not person.workspace.outbox.sending)
            waiting = person.workspace.outbox.waiting
            assert waiting > 10
            person.window.close()
            await settle()
            assert not person.window.isVisible(), "closing asks nothing, because nothing is lost"
        server.limiter.rate = None
        async with opened(server, profile=profile) as person:
            job = person.window.strip.job
            assert job is not None
            assert job.title.startswith("Favourite")
            await person.sent()
            assert job.is_over
        assert all(server.store.row(one)["isFavorite"] is True for one in chosen)
        patched = [session_id for session_id, _ in person.patches()]
        assert len(patched) == len(set(patched)), "no change was sent twice"


async def test_the_last_list_is_there_at_once_with_its_age_and_takes_edits(tmp_path: Path) -> None:
    database, profile = tmp_path / "server.sqlite3", tmp_path / "profile"
    with MockServer(database=database, sessions=40) as server:
        port, cookie = int(server.origin.rsplit(":", 1)[1]), server.cookie
        async with opened(server, profile=profile) as person:
            first = person.session(0)
            assert person.window.panel.found.text() == "40 sessions"
    async with opened(
        None, origin=f"http://127.0.0.1:{port}", cookie=cookie, profile=profile, wait_for_list=False
    ) as person:
        await until(lambda: _banner(person))
        assert person.window.panel.found.text().startswith("40 sessions, from ")
        assert person.session(0) == first
        assert "offline" in person.window.strip._connection.text()
        await _rename(person, first.id, "Typed while offline")
        await until(lambda: person.workspace.outbox.waiting)
        assert "1 change is waiting. It will be sent by itself." in _banner(person)
        with MockServer(database=database, port=port) as server:
            person.server = server
            await person.sent()  # by itself
            assert server.store.row(first.id)["title"] == "Typed while offline"
            assert person.requests()[0][0] == "GET", "the list first, after a break"
            assert person.window.panel.found.text() == "40 sessions"


async def test_failed_changes_are_still_there_after_a_restart_with_the_servers_sentence(
    server: MockServer, tmp_path: Path
) -> None:
    async with opened(server, profile=tmp_path) as person:
        session_id = person.session(0).id
        server.faults.answer_next(403, body={"message": "Not yours"}, method="PATCH")
        await _rename(person, session_id, "Refused")
        await until(lambda: person.workspace.outbox.failed)
    async with opened(server, profile=tmp_path) as person:
        assert person.counted("Failed") == "Failed, 1 session"
        await person.select(session_id)
        failure = person.window.editor.form._failure
        assert "Not yours" in failure._label.text()
        failure.retry.click()
        await person.sent()
        assert server.store.row(session_id)["title"] == "Refused"


# --- plan -------------------------------------------------------------------------------------------------------------


async def test_the_plans_number_of_requests_is_the_number_that_is_sent(server: MockServer) -> None:
    async with opened(server) as person:
        await person.workspace.pause(paused=True)
        chosen = await _select_first(person, 20)
        await person.favourite(chosen[:5], favourite=True)
        for session_id in chosen[5:8]:
            await _rename(person, session_id, "Waits already")
        before = person.workspace.outbox.waiting
        await _select_first(person, 20)
        person.press("F")
        await until(lambda: isinstance(QApplication.activeModalWidget(), PlanDialog))
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PlanDialog)
        promised = dialog._forecast.going.requests
        assert person.patches() == [], "nothing is sent before the person agrees"
        await person.agree()
        await until(lambda: person.workspace.outbox.waiting == before + promised)
        await person.workspace.pause(paused=False)
        await person.sent()
        assert len(person.patches()) == before + promised


async def test_a_plan_that_is_declined_sends_nothing(server: MockServer) -> None:
    async with opened(server) as person:
        await _select_first(person, 5)
        person.press("F")
        await until(lambda: isinstance(QApplication.activeModalWidget(), PlanDialog))
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PlanDialog)
        dialog.reject()
        await settle()
        assert (person.patches(), len(person.workspace.outbox)) == ([], 0)


# --- undo -------------------------------------------------------------------------------------------------------------


async def test_undo_and_redo_of_what_has_been_sent(server: MockServer) -> None:
    async with opened(server) as person:
        session_id = person.session(0).id
        before = server.store.row(session_id)
        await _rename(person, session_id, "Renamed")
        await person.sent()
        person.press("Ctrl+Z")
        await person.sent()
        assert server.store.row(session_id)["title"] == before["title"]
        assert _strip(person) == "Undo: Save title: 1 done"
        person.press("Ctrl+Shift+Z")
        await person.sent()
        assert server.store.row(session_id)["title"] == "Renamed"


async def test_undo_of_what_waits_just_takes_it_out(server: MockServer) -> None:
    async with opened(server) as person:
        await person.workspace.pause(paused=True)
        chosen = await _select_first(person, 10)
        stars = {one: server.store.row(one)["isFavorite"] for one in chosen}
        await person.favourite(chosen, favourite=not all(stars.values()))
        assert person.workspace.outbox.waiting
        person.press("Ctrl+Z")
        await until(lambda: not len(person.workspace.outbox))
        await person.workspace.pause(paused=False)
        await person.sent()
        assert person.patches() == []
        assert {one.id: one.is_favorite for one in person.workspace.library.pick(chosen)} == stars


async def test_a_jump_in_the_history_undoes_one_after_another(server: MockServer) -> None:
    async with opened(server) as person:
        before = {one: server.store.row(one) for one in (person.session(row).id for row in range(12))}
        first, *others = before
        await person.favourite(others, favourite=True)  # takes longer to look through than those after it
        await _rename(person, first, "Once")
        await _rename(person, first, "Twice")
        await person.sent()
        person.window.undo_stack.setIndex(0)
        await person.agree()  # to the plan of the one that is about many sessions
        await until(lambda: person.workspace.history.position == 0)
        await person.sent()
        assert {one: (row["title"], row["isFavorite"]) for one, row in before.items()} == {
            one: (server.store.row(one)["title"], server.store.row(one)["isFavorite"]) for one in before
        }
        person.window.undo_stack.setIndex(3)
        await person.agree()
        await until(lambda: person.workspace.history.position == 3)
        await person.sent()
        assert server.store.row(first)["title"] == "Twice"


async def test_undo_works_after_a_restart(server: MockServer, tmp_path: Path) -> None:
    async with opened(server, profile=tmp_path) as person:
        session_id = person.session(0).id
        before = server.store.row(session_id)["title"]
        await _rename(person, session_id, "Renamed")
        await person.sent()
    async with opened(server, profile=tmp_path) as person:
        person.press("Ctrl+Z")
        await person.sent()
        assert server.store.row(session_id)["title"] == before


async def test_what_undo_cannot_bring_back_is_said_before(server: MockServer) -> None:
    async with opened(server) as person:
        row = next(row for row in server.store.rows() if row["shareToCommunity"] is False and not row["isImported"])
        session_id = int(str(row["id"]))
        server.store.set_row(session_id, shareToCommunity=True)
        await _rename(person, session_id, "Renamed")
        await person.sent()  # the answer tells what the list leaves out
        person.window.workspace.drafts.edit(session_id, "share_to_community", value=False)
        person.press("Ctrl+S", person.window)
        await settle()
        _press(person, "Stop sharing")
        await person.sent()
        assert server.store.row(session_id)["shareToCommunity"] is False
        person.window.undo_stack.undo()
        await until(lambda: person.window.findChildren(QMessageBox))
        assert "the deleted one does not come back" in _box(person).text()
        _press(person, "Leave as it is")
        await settle()
        assert person.window.undo_stack.canUndo(), "the wish is taken back, so undo is still about it"
        assert server.store.row(session_id)["shareToCommunity"] is False


def _box(person: Person) -> QMessageBox:
    return next(box for box in person.window.findChildren(QMessageBox) if box.isVisible())


def _press(person: Person, label: str) -> None:
    next(button for button in _box(person).buttons() if button.text() == label).click()


# --- changed elsewhere ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("side", "title"), [(Side.MINE, "Mine"), (Side.THEIRS, "Theirs")])
async def test_the_same_field_changed_elsewhere_asks_and_overwrites_nothing(
    server: MockServer, side: Side, title: str
) -> None:
    async with opened(server) as person:
        await person.workspace.pause(paused=True)
        session_id = person.session(0).id
        await _rename(person, session_id, "Mine")
        server.store.set_row(session_id, title="Theirs")
        person.window.refresh()
        await until(lambda: person.workspace.outbox.conflicts)
        await person.workspace.pause(paused=False)
        await person.sent()
        assert server.store.row(session_id)["title"] == "Theirs", "nothing is overwritten unasked"
        assert "1 session was changed elsewhere in a field that you changed, too." in _banner(person)
        person.window.banner.button.click()
        await until(lambda: isinstance(QApplication.activeModalWidget(), ConflictDialog))
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ConflictDialog)
        dialog.chosen.emit({session_id: {"title": side}})
        await person.sent()
        await until(lambda: not len(person.workspace.outbox))
        assert server.store.row(session_id)["title"] == title
        await until(lambda: QApplication.activeModalWidget() is None)


async def test_different_fields_merge_with_a_note(server: MockServer) -> None:
    async with opened(server) as person:
        await person.workspace.pause(paused=True)
        session_id = person.session(0).id
        await _rename(person, session_id, "Mine")
        server.store.set_row(session_id, intervalMax=59)
        person.window.refresh()
        await until(lambda: person.workspace.notes.all)
        await person.workspace.pause(paused=False)
        await person.sent()
        row = server.store.row(session_id)
        assert (row["title"], row["intervalMax"]) == ("Mine", 59)
        assert person.patches()[-1] == (session_id, {"title": "Mine"})
        assert "Both are kept" in person.window.notice.label.text()


async def test_an_unexpected_value_in_an_answer_is_taken_over_and_noted(server: MockServer) -> None:
    async with opened(server) as person:
        session_id = person.session(0).id
        server.store.set_row(session_id, intervalMax=58)
        await _rename(person, session_id, "Mine")
        await person.sent()
        shown = person.workspace.library.get(session_id)
        assert shown is not None
        assert shown.interval_max == 58
        job = person.window.strip.job
        assert job is not None
        assert job.results[session_id].sentence == "Changed elsewhere meanwhile, and taken over: Longest interval."


# --- pause ------------------------------------------------------------------------------------------------------------


async def test_pause_holds_everything_also_over_a_restart(server: MockServer, tmp_path: Path) -> None:
    async with opened(server, profile=tmp_path) as person:
        person.window.desk.pause(True)
        await settle()
        session_id = person.session(0).id
        await _rename(person, session_id, "Later")
        assert _strip(person) == "Save title: 0 of 1, paused"
        assert person.window.strip.pause_button.text() == "Resume"
    async with opened(server, profile=tmp_path) as person:
        await settle()
        assert person.patches() == []
        assert person.workspace.sender.state.mood is Mood.READY
        person.window.strip.pause_button.click()
        await person.sent()
        assert server.store.row(session_id)["title"] == "Later"
