"""Answers that are meant to hurt, from a live server: bounded time and memory, a clear sentence, the disk as it was."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import json
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from joip_desktop.api.budget import TokenBudget
from joip_desktop.api.client import JoipClient, Timeouts
from joip_desktop.api.decode import MOST_ROWS
from joip_desktop.api.origin import Origin
from joip_desktop.api.receiving import MOST_OF_ERROR, MOST_OF_LIST, MOST_OF_SESSION
from joip_desktop.domain.account import SecretCookie
from joip_desktop.domain.draft import Draft
from joip_desktop.domain.errors import (
    AnswerTooLargeError,
    JoipError,
    MalformedAnswerError,
    ServerFaultError,
    TimedOutError,
    UnexpectedShapeError,
)
from joip_desktop.engine.plan import plan_draft
from joip_desktop.engine.workspace import Workspace
from joip_desktop.storage.account import AccountStorage
from joip_desktop.storage.folders import Folders
from tests.helpers.memory import measured
from tests.helpers.wire_server import Answer, http, wire_server

MB = 2**20
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"


@asynccontextmanager
async def client_of(answer: Answer, *, one: float = 5.0, everything: float = 20.0) -> AsyncIterator[JoipClient]:
    async with wire_server(answer) as server:
        client = JoipClient(
            Origin.parse(f"http://127.0.0.1:{server.port}"),
            budget=TokenBudget(),
            cookie=SecretCookie("s%3Amade-up.one"),
            timeouts=Timeouts(connect=2.0, read=2.0, one=one, everything=everything),
        )
        try:
            yield client
        finally:
            await client.aclose()


async def refused(
    answer: Answer, ask: Callable[[JoipClient], Awaitable[object]], *, one: float = 5.0, everything: float = 20.0
) -> tuple[JoipError, float]:
    """The error, and by how many MB the process grew meanwhile."""
    async with client_of(answer, one=one, everything=everything) as client:
        with measured() as peak, pytest.raises(JoipError) as caught:
            await ask(client)
    return caught.value, peak.mb


async def listing(client: JoipClient) -> object:
    return await client.list_sessions()


async def changing(client: JoipClient) -> object:
    return await client.update_session(1, {"title": "A"})


async def whoami(client: JoipClient) -> object:
    return await client.whoami()


def flood(total: int, piece: bytes = b" " * 65_536, head: bytes = HEAD) -> Answer:
    """So many bytes, and no word of how many there will be."""

    async def answer(writer: asyncio.StreamWriter) -> None:
        writer.write(head + b"\r\n[")
        for _ in range(total // len(piece)):
            writer.write(piece)
            await writer.drain()

    return answer


# --- too much ---------------------------------------------------------------------------------------------------------


def test_the_bounds_are_these() -> None:
    assert (MOST_OF_LIST, MOST_OF_SESSION, MOST_OF_ERROR, MOST_ROWS) == (256 * MB, 4 * MB, 64 * 1024, 250_000)


@pytest.mark.parametrize("ask", [changing, whoami])
async def test_a_hundred_megabytes_for_one_session_are_not_taken_in(
    ask: Callable[[JoipClient], Awaitable[object]],
) -> None:
    error, peak = await refused(flood(100 * MB), ask)
    assert isinstance(error, AnswerTooLargeError)
    assert str(error) == "The server's answer is too large: it has more than 4 MB. Check the server's address."
    assert peak < 32


async def test_what_is_announced_as_too_long_is_not_even_begun() -> None:
    async def answer(writer: asyncio.StreamWriter) -> None:
        writer.write(HEAD + f"Content-Length: {300 * MB}\r\n\r\n".encode() + b"[")
        await writer.drain()
        await asyncio.Event().wait()

    error, peak = await refused(answer, listing)
    assert isinstance(error, AnswerTooLargeError)
    assert "more than 256 MB" in str(error)
    assert peak < 32


async def test_a_list_that_never_ends_stops_at_its_bound() -> None:
    error, peak = await refused(flood(400 * MB, b" " * 1_048_576), listing)
    assert isinstance(error, AnswerTooLargeError)
    assert peak < 400  # 256, and what their pieces take beside them


@pytest.mark.parametrize("packing", ["gzip", "deflate"])
async def test_a_bomb_is_unpacked_no_further_than_the_bound(packing: str) -> None:
    """100 KB that stand for 100 MB: of one session, 4 MB are unpacked, 64 KB at a time."""
    pack = gzip.compress if packing == "gzip" else zlib.compress
    packed = pack(b" " * (100 * MB))
    assert len(packed) < MB // 2
    error, peak = await refused(http(packed, f"Content-Encoding: {packing}"), changing)
    assert isinstance(error, AnswerTooLargeError)
    assert peak < 32


@pytest.mark.parametrize("packing", ["br", "zstd", "gzip, gzip", "compress"])
async def test_what_was_not_asked_for_is_not_unpacked(packing: str) -> None:
    error, _ = await refused(http(b"\x00" * 1000, f"Content-Encoding: {packing}"), listing)
    assert isinstance(error, MalformedAnswerError)
    assert "can't be unpacked" in str(error)


async def test_of_an_error_64_kb_are_read_and_the_rest_is_not_waited_for() -> None:
    head = b"HTTP/1.1 500 Oops\r\nContent-Type: text/html\r\nConnection: close\r\n"
    error, peak = await refused(flood(100 * MB, head=head), listing)
    assert isinstance(error, ServerFaultError)
    assert peak < 32


async def test_a_million_sessions_are_refused_at_250_000() -> None:
    rows = b"".join(b'{"id":%d},' % number for number in range(1_000_000))
    error, peak = await refused(http(b"[" + rows + b'{"id":0}]'), listing, everything=50.0)
    assert isinstance(error, AnswerTooLargeError)
    assert str(error).startswith("The server's list is too long: it has more than 250,000 sessions.")
    assert peak < 500


# --- too slow ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ask", [listing, changing, whoami])
async def test_an_answer_that_drips_ends_with_the_time_for_one_request(
    ask: Callable[[JoipClient], Awaitable[object]],
) -> None:
    """A byte now and then keeps the time between two bytes short; the whole has a limit of its own."""

    async def answer(writer: asyncio.StreamWriter) -> None:
        writer.write(HEAD + b"\r\n[")
        while True:
            writer.write(b" ")
            await writer.drain()
            await asyncio.sleep(0.02)

    async with asyncio.timeout(10):
        error, _ = await refused(answer, ask, one=0.4, everything=0.4)
    assert isinstance(error, TimedOutError)


def test_the_usual_limits_are_a_minute_for_one_session_and_five_for_the_list() -> None:
    assert (Timeouts().read, Timeouts().one, Timeouts().everything) == (30.0, 60.0, 300.0)


# --- odd --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 200_000,
        b"[" * 100_000 + b"]" * 100_000,
        b'[{"id":1,"title":' + b"[" * 100_000 + b"]" * 100_000 + b"}]",
        b'{"a":' * 100_000,
        b"[" + b"9" * 1_000_000 + b"]",
        b'[{"id":NaN}]',
        b'[{"id":1,"title":"\xff"}]',
        b"[1e999]]",
        b'[{"id":1}',
    ],
)
async def test_deep_huge_or_broken_json_is_one_sentence(body: bytes) -> None:
    error, peak = await refused(http(body), listing)
    assert isinstance(error, MalformedAnswerError)
    assert str(error).startswith("The server's answer is broken or incomplete.")
    assert peak < 64


@pytest.mark.parametrize("body", [b'{"id": 1e999}', b'{"id": "1"}', b'{"id": 2}', b"[]", b"7"])
async def test_an_answer_to_a_change_that_is_another_shape_is_one_sentence(body: bytes) -> None:
    error, _ = await refused(http(body), changing)
    assert isinstance(error, UnexpectedShapeError)


async def test_control_characters_and_half_pairs_arrive_as_the_text_they_are() -> None:
    title = "\x00\x1b[31m\u202egnp.exe\u2028\ud800"
    body = json.dumps([{"id": 1, "title": title, "id ": 2}]).encode()
    async with client_of(http(body)) as client:
        (session,) = (await client.list_sessions()).sessions
        assert session.title == title


# --- the disk ---------------------------------------------------------------------------------------------------------


def digests(folder: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".lock"
    }


@pytest.mark.parametrize(
    "answer",
    [
        flood(100 * MB, head=HEAD + b"Content-Encoding: gzip\r\n"),
        http(b"[" * 200_000),
        http(b'[{"id":1,"title":"half'),
        http(b"", status="302 Found"),
        http(b"<html>", kind="text/html"),
        http(gzip.compress(b" " * (300 * MB)), "Content-Encoding: gzip"),
    ],
    ids=["broken gzip", "deep", "cut off", "redirect", "page", "bomb"],
)
async def test_what_is_on_disk_stays_to_the_byte(answer: Answer, tmp_path: Path) -> None:
    storage = AccountStorage.of(Folders.of(tmp_path), "account")
    good = json.dumps([{"id": number, "title": f"Walk {number}"} for number in range(50)]).encode()
    try:
        async with client_of(http(good)) as client:
            workspace = _workspace(client, storage)
            await workspace.refresh()
            session = next(iter(workspace.library))
            await workspace.submit(plan_draft(Draft(session, {"title": "Mine"})))
            workspace.drafts.edit(session.id, "ai_prompt", "Draft")
            await workspace.drafts.flush()
            await workspace.outbox.flush()
            await storage.last_list.replace(workspace.library.server_rows(), datetime.now(UTC))
        before = digests(tmp_path)
        assert len(before) >= 3
        async with client_of(answer) as client:
            again = _workspace(client, storage)
            again.restore(storage.ledger.load(), storage.drafts.load(), storage.drafts.load_groups())
            kept = await storage.last_list.load()
            assert kept is not None
            await again.restore_list(kept)
            await again.refresh()
            assert isinstance(again.trouble, JoipError)
            assert len(list(again.library)) == 50, "what is known is still shown"
            assert again.outbox.waiting == 1
            await again.drafts.flush()
        assert digests(tmp_path) == before
    finally:
        await storage.close()


def _workspace(client: JoipClient, storage: AccountStorage) -> Workspace:
    return Workspace(
        api=client,
        budget=TokenBudget(),
        journal=storage.ledger,
        memory=storage.last_list,
        draft_store=storage.drafts,
    )
