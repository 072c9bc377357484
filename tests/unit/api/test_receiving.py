from __future__ import annotations

import asyncio
import gzip
import json
from collections import deque
from collections.abc import AsyncIterator, Sequence

import httpx
import pytest

from joip_desktop.api import receiving
from joip_desktop.api.receiving import read_aside, received, used_up
from joip_desktop.domain.errors import MalformedAnswerError
from joip_desktop.domain.progress import ReadingProgress

JSON = "application/json"


def streamed(pieces: Sequence[bytes], headers: dict[str, str] | None = None) -> httpx.Response:
    async def stream() -> AsyncIterator[bytes]:
        for piece in pieces:
            yield piece

    return httpx.Response(200, headers=headers, content=stream(), request=httpx.Request("GET", "https://joip.example"))


def rows(count: int) -> deque[bytes]:
    body = json.dumps([{"id": number} for number in range(count)]).encode()
    return deque(body[start : start + 4096] for start in range(0, len(body), 4096))


async def test_what_has_come_is_told_with_the_length_that_the_server_promised() -> None:
    told: list[ReadingProgress] = []
    pieces = await received(streamed([b"ab", b"c"], {"Content-Length": "3"}), told.append)
    assert list(pieces) == [b"ab", b"c"]
    assert told == [ReadingProgress("receiving", 2, 3), ReadingProgress("receiving", 3, 3)]


@pytest.mark.parametrize("headers", [{}, {"Content-Length": "soon"}, {"Content-Length": "9" * 5000}])
async def test_where_no_length_is_promised_none_is_told(headers: dict[str, str]) -> None:
    told: list[ReadingProgress] = []
    await received(streamed([b"ab", b"c"], headers), told.append)
    assert [progress.total for progress in told] == [None, None]


async def test_of_a_packed_answer_the_packed_bytes_are_counted() -> None:
    body = gzip.compress(b"[" + b" " * 100_000 + b"]")
    told: list[ReadingProgress] = []
    headers = {"Content-Length": str(len(body)), "Content-Encoding": "gzip"}
    pieces = await received(streamed([body[:50], body[50:]], headers), told.append)
    assert len(b"".join(pieces)) == 100_002
    assert told[-1] == ReadingProgress("receiving", len(body), len(body))


async def test_an_answer_that_is_here_already_does_not_keep_others_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receiving, "_STRETCH", 0.0)
    turns = 0

    async def other() -> None:
        nonlocal turns
        while True:
            await asyncio.sleep(0)
            turns += 1

    task = asyncio.create_task(other())
    await received(streamed([b"x"] * 20))
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert turns >= 18


async def test_rows_are_read_in_a_thread_with_word_about_how_many() -> None:
    told: list[ReadingProgress] = []
    pieces = rows(2300)
    found = await read_aside(pieces, content_type=JSON, tell=told.append)
    assert [session.id for session in found.sessions] == list(range(2300))
    assert told == [ReadingProgress("reading", number) for number in (500, 1000, 1500, 2000)]
    assert not pieces, "what has been read is let go"


async def test_nobody_has_to_listen() -> None:
    assert len((await read_aside(rows(600), content_type=JSON)).sessions) == 600


async def test_what_is_wrong_with_the_answer_is_raised() -> None:
    with pytest.raises(MalformedAnswerError):
        await read_aside(deque([b"[1, 2"]), content_type=JSON)


class Endless(deque[bytes]):
    """More and more rows; the end is so far away that a thread that reads on would be noticed."""

    most = 5000
    given = 0

    def popleft(self) -> bytes:
        self.given += 1
        if self.given > self.most:
            self.clear()
        return b'{"id":1},' * 100 if self.given > 1 else b"["


def test_when_nobody_waits_any_more_the_thread_ends_and_nothing_more_is_told() -> None:
    told: list[ReadingProgress] = []
    pieces = Endless([b"there is always one more"])

    async def scenario() -> int:
        first = asyncio.Event()

        def tell(progress: ReadingProgress) -> None:
            told.append(progress)
            first.set()

        reading = asyncio.create_task(read_aside(pieces, content_type=JSON, tell=tell))
        await first.wait()
        reading.cancel()
        with pytest.raises(asyncio.CancelledError):
            await reading
        return len(told)

    so_far = asyncio.run(scenario())  # which waits for the thread
    assert pieces.given < pieces.most
    assert len(told) == so_far


def test_pieces_are_used_up_one_by_one() -> None:
    pieces = deque([b"a", b"b"])
    for piece in used_up(pieces):
        assert piece not in pieces
    assert not pieces
