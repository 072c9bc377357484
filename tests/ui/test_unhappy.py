"""What the person sees, and what becomes of the changes, when something goes wrong."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from joip_desktop.api.client import Timeouts
from joip_desktop.domain.account import SecretCookie
from joip_desktop.mock import MockServer, RateLimit
from joip_desktop.ui.sessions.columns import TITLE
from tests.helpers.window import Person, opened, settle, until

SERVER_SAYS = {"error": "Nope", "message": "The server's own sentence"}


def _banner(person: Person) -> str:
    banner = person.window.banner
    return banner.label.text() if banner.isVisible() else ""


async def _star(person: Person, row: int = 0) -> int:
    session = next(one for one in map(person.session, range(row, row + 50)) if one.is_favorite is False)
    await person.favourite([session.id])
    return session.id


async def test_a_wrong_cookie_is_said_and_a_new_one_goes_on(server: MockServer) -> None:
    async with opened(server, cookie="s%3Awrong.cookie", wait_for_list=False) as person:
        await until(lambda: _banner(person))
        assert "cookie is wrong or has expired" in _banner(person)
        assert person.window.banner.button.text() == "Sign in…"
        person.client.use_cookie(_cookie(server))
        person.window.refresh()
        await until(lambda: person.workspace.refreshed_at is not None)
        await settle()
        assert _banner(person) == ""


async def test_no_cookie_is_not_called_a_wrong_one(server: MockServer) -> None:
    async with opened(server, cookie="", wait_for_list=False) as person:
        await until(lambda: _banner(person))
        assert _banner(person).startswith("You are not signed in.")


async def test_a_failed_refresh_is_forgotten_when_the_server_answers_again(server: MockServer) -> None:
    async with opened(server) as person:
        server.faults.drop_next(method="GET")
        person.window.refresh()
        await until(lambda: _banner(person))
        await _star(person)
        await person.sent()
        assert _banner(person) == ""


async def test_an_expired_cookie_in_the_middle_of_a_job_pauses_it_and_loses_nothing(server: MockServer) -> None:
    async with opened(server) as person:
        person.click(0)
        person.click(29, keys=Qt.KeyboardModifier.ShiftModifier)
        chosen = person.window.panel.selection.ids()
        server.faults.answer_next(401, body={"message": "Unauthorized"}, times=1000, method="PATCH")
        await person.favourite(chosen, favourite=True)
        await until(lambda: "cookie" in _banner(person) and not person.workspace.outbox.sending)
        waiting = person.workspace.outbox.waiting
        assert waiting > 15
        assert f"{waiting} changes are waiting." in _banner(person)
        sent = len(person.patches())
        await settle()
        assert len(person.patches()) == sent, "nothing is sent while signed out"
        server.faults.clear()
        person.client.use_cookie(_cookie(server))
        person.window.refresh()
        await person.sent()
        assert all(server.store.row(one)["isFavorite"] is True for one in chosen)


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (400, "The server found the request to change the session invalid: The server's own sentence."),
        (402, "The account has too few credits to change the session: The server's own sentence."),
        (403, "The server does not allow you to change the session: The server's own sentence."),
        (404, "The server does not know the session any more: The server's own sentence."),
    ],
)
async def test_a_refused_change_fails_alone_and_can_be_retried(server: MockServer, status: int, told: str) -> None:
    async with opened(server) as person:
        server.faults.answer_next(status, body=SERVER_SAYS, method="PATCH")
        session_id = await _star(person)
        await until(lambda: person.workspace.outbox.failed)
        await settle()
        assert person.counted("Failed") == "Failed, 1 session"
        await person.select(session_id)
        failure = person.window.editor.form._failure
        assert failure.isVisible()
        assert told in failure._label.text()
        job = person.window.strip.job
        assert job is not None
        assert job.summary() == "1 failed"
        failure.retry.click()
        await person.sent()
        assert server.store.row(session_id)["isFavorite"] is True
        assert not failure.isVisible()
        assert job.summary() == "1 done"


async def test_a_refused_change_can_be_given_up(server: MockServer) -> None:
    async with opened(server) as person:
        server.faults.answer_next(403, body=SERVER_SAYS, method="PATCH")
        session_id = await _star(person)
        await until(lambda: person.workspace.outbox.failed)
        await person.select(session_id)
        person.window.editor.form._failure.discard.click()
        await settle()
        assert len(person.workspace.outbox) == 0
        assert person.workspace.library.pick([session_id])[0].is_favorite is False


@pytest.mark.parametrize("body", [b"<html><body>Bad Gateway</body></html>", b'{"id": 1, "title": "cut o', b"[]"])
async def test_nonsense_for_an_answer_is_tried_again_by_itself(server: MockServer, body: bytes) -> None:
    async with opened(server) as person:
        server.faults.answer_next(200, body=body, method="PATCH")
        session_id = await _star(person)
        await until(lambda: _banner(person))
        assert "will be sent" in _banner(person) or "1 change is waiting." in _banner(person)
        person.window.refresh()
        await person.sent()
        assert server.store.row(session_id)["isFavorite"] is True
        assert _banner(person) == ""


async def test_a_broken_connection_keeps_the_change_and_sends_it_later(server: MockServer) -> None:
    async with opened(server) as person:
        server.faults.drop_next(times=3, method="PATCH")
        session_id = await _star(person)
        await until(lambda: _banner(person))
        assert "1 change is waiting. It will be sent by itself." in _banner(person)
        server.faults.clear()
        await person.sent()  # by itself, after the rest
        assert server.store.row(session_id)["isFavorite"] is True
        assert _banner(person) == ""


async def test_a_server_fault_while_reading_the_list_is_said_and_try_again_works(server: MockServer) -> None:
    server.faults.answer_next(500, body=SERVER_SAYS)
    async with opened(server, wait_for_list=False) as person:
        await until(lambda: _banner(person))
        assert "The server failed (status 500)" in _banner(person)
        person.window.banner.button.click()
        await until(lambda: person.workspace.refreshed_at is not None)
        await settle()
        assert _banner(person) == ""


async def test_an_unreachable_server_is_said_in_a_sentence() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    async with opened(None, origin=f"http://127.0.0.1:{port}", cookie="s%3Ax", wait_for_list=False) as person:
        await until(lambda: _banner(person))
        assert _banner(person).startswith(f"127.0.0.1:{port} can't be reached.")


async def test_a_server_that_is_not_joip_is_said_in_a_sentence(server: MockServer) -> None:
    page = b"<!doctype html><title>Hotel Wi-Fi</title>"
    server.faults.answer_next(200, body=page, headers={"content-type": "text/html"})
    async with opened(server, wait_for_list=False) as person:
        await until(lambda: _banner(person))
        assert "web page, not with sessions" in _banner(person)


async def test_a_slow_server_does_not_stall_the_window_and_times_out_with_a_sentence(server: MockServer) -> None:
    server.latency = 1.0
    async with opened(server, timeouts=Timeouts(read=0.2), wait_for_list=False) as person:
        person.type_into(person.window.panel.search, "the window answers while the server does not")
        await until(lambda: _banner(person))
        assert "does not answer in time" in _banner(person)


async def test_too_many_requests_make_the_job_wait_and_nothing_fails() -> None:
    with MockServer(sessions=40, rate_limit=RateLimit(20, 900.0)) as server:
        async with opened(server) as person:
            person.press("Ctrl+A")
            person.press("F")
            await person.agree()
            await until(lambda: person.workspace.outbox.waiting and person.workspace.quota.remaining == 0)
            await until(lambda: not person.workspace.outbox.sending)
            await settle()
            assert not any(one.status == 429 for one in server.requests), "alone, the client never meets a 429"
            assert person.window.strip._quota.text().startswith("No requests left · next changes in")
            job = person.window.strip.job
            assert job is not None
            assert "left" in person.window.strip._text.text()
            server.limiter.take(1)
            assert not person.workspace.outbox.failed


async def test_a_429_waits_as_told_and_nothing_fails(server: MockServer) -> None:
    async with opened(server) as person:
        too_many = {"error": "Too Many Requests", "message": "Slow down", "retryAfter": 1}
        server.faults.answer_next(429, body=too_many, method="PATCH")
        session_id = await _star(person)
        await person.sent()
        assert server.store.row(session_id)["isFavorite"] is True
        assert [one.status for one in server.requests if one.method == "PATCH"] == [429, 200]


async def test_closing_with_something_unsent_asks_first(server: MockServer) -> None:
    server.latency = 0.2
    async with opened(server) as person:
        await _star(person)
        person.window.close()
        await settle()
        assert person.window.isVisible()
        (question,) = person.window.findChildren(QMessageBox)
        assert question.text() == "1 change has not been sent to the server. If you close now, it is lost."
        question.reject()
        await person.sent()


async def test_text_of_the_server_is_never_taken_for_html(server: MockServer) -> None:
    evil = '<img src="file:///etc/passwd"><b>bold</b>'
    session_id = server.store.rows()[0]["id"]
    server.store.set_row(session_id, title=evil)
    async with opened(server) as person:
        await person.select(session_id)
        form = person.window.editor.form
        assert form._heading.text() == evil
        assert form._heading.textFormat() is Qt.TextFormat.PlainText
        row = person.window.panel.model.row_of(session_id)
        assert row is not None
        model = person.window.panel.model
        tooltip = model.data(model.index(row, TITLE), Qt.ItemDataRole.ToolTipRole)
        assert "<img" not in tooltip
        assert "&lt;img" in tooltip


def _cookie(server: MockServer) -> SecretCookie:
    return SecretCookie(server.cookie)


async def test_closing_anyway_closes_and_keeping_open_calls_it_off(server: MockServer) -> None:
    async with opened(server) as person:
        told: list[str] = []
        person.window.closed.connect(lambda: told.append("closed"))
        person.window.stayed.connect(lambda: told.append("stayed"))
        await person.select(person.session(0).id)
        person.type_into(person.field("title"), "Not saved")
        for label in ("Keep open", "Close anyway"):
            person.window.close()
            await settle()
            (question,) = person.window.findChildren(QMessageBox)
            assert question.text() == "1 session has unsaved edits. If you close now, they are lost."
            next(button for button in question.buttons() if button.text() == label).click()
            await settle()
        assert told == ["stayed", "closed"]
        assert not person.window.isVisible()


async def test_a_server_that_goes_down_in_the_middle_of_a_job_gets_the_rest_when_it_is_back(tmp_path: Path) -> None:
    database = tmp_path / "server.sqlite3"
    with MockServer(database=database, sessions=60, rate_limit=None) as first:
        first.latency = 0.05
        port = int(first.origin.rsplit(":", 1)[1])
        async with opened(first) as person:
            person.press("Ctrl+A")
            await person.favourite(person.window.panel.selection.ids(), favourite=True)
            await until(lambda: len(person.patches()) > 5)
            first.stop()
            await until(lambda: "waiting" in _banner(person))
            waiting = person.workspace.outbox.waiting
            assert waiting > 0
            assert "They will be sent by themselves." in _banner(person)
            with MockServer(database=database, rate_limit=None, port=port) as second:
                await person.sent()  # by itself
                assert all(row["isFavorite"] is True for row in second.store.rows())
            job = person.window.strip.job
            assert job is not None
            assert job.is_over
            assert not person.workspace.outbox.failed
            assert _banner(person) == ""
