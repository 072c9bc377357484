"""Many HTTP clients at once, each with fields of its own in sessions that others change meanwhile: what gets lost?"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias
from urllib.parse import urlsplit

CLIENTS: Final = 32

Pair: TypeAlias = tuple[int, str]
"""A session's id and the wire name of a field; it belongs to one client, which alone writes it."""

FIELDS: Final[Mapping[str, Callable[[int], object]]] = {
    "title": lambda number: f"Title {number}",
    "subreddits": lambda number: [f"name_{number}"],
    "categoryId": lambda number: number,
    "intervalMin": lambda number: 1 + number % 30,
    "intervalMax": lambda number: 31 + number % 30,
    "thumbnail": lambda number: f"https://example.org/{number}.png",
    "isFavorite": lambda number: number % 2 == 0,
    "isManualMode": lambda number: number % 2 == 0,
}
"""By wire name, what is stored by the write of a number; no two writes in a row store the same."""

START: Final[Mapping[str, object]] = {"intervalMin": 1, "intervalMax": 60}
"""What sessions need before the clients come, so that no value of theirs is refused."""


@dataclass(slots=True)
class Load:
    """What the clients have seen; `acknowledged` has the number of the last write of each pair that was answered."""

    requests: int = 0
    errors: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    acknowledged: dict[Pair, int] = field(default_factory=dict)


class Connection:
    """A connection that is kept alive, with as much of HTTP/1.1 as this project's own server needs."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, fixed: str) -> None:
        self._reader = reader
        self._writer = writer
        self._fixed = fixed

    @classmethod
    async def open(cls, origin: str, cookie: str) -> Connection:
        """Connect to an address such as `http://127.0.0.1:8123`."""
        address = urlsplit(origin)
        reader, writer = await asyncio.open_connection(address.hostname, address.port)
        return cls(reader, writer, f"host: {address.netloc}\r\ncookie: connect.sid={cookie}\r\n")

    async def request(self, method: str, path: str, body: bytes = b"") -> tuple[int, bytes]:
        """The status and the body of one answer.

        Raises:
            OSError, EOFError: the connection is broken.
            ValueError: the answer is none of HTTP/1.1 with a content-length.
        """
        content = f"content-type: application/json\r\ncontent-length: {len(body)}\r\n" if body else ""
        self._writer.write(f"{method} {path} HTTP/1.1\r\n{self._fixed}{content}\r\n".encode() + body)
        head = (await self._reader.readuntil(b"\r\n\r\n")).lower()
        if not head.startswith(b"http/1.1 "):
            raise ValueError(f"no HTTP/1.1: {head[:40]!r}")
        found = head.index(b"\r\ncontent-length:") + len(b"\r\ncontent-length:")
        length = int(head[found : head.index(b"\r\n", found)])
        return int(head[9:12]), await self._reader.readexactly(length)

    async def close(self) -> None:
        """Hang up."""
        self._writer.close()
        await self._writer.wait_closed()


class _Client:
    """Writes its fields one after another and reads each session after that; it gives up at its first error."""

    def __init__(self, connection: Connection, pairs: Sequence[Pair], load: Load, *, checked: bool) -> None:
        self._connection = connection
        self._pairs = pairs
        self._load = load
        self._checked = checked

    async def run(self, goes_on: Callable[[int], bool]) -> None:
        """Work for as long as `goes_on` says so, asked with the number of changes made."""
        made = 0
        try:
            while goes_on(made):
                await self._change(self._pairs[made % len(self._pairs)])
                made += 1
        except (OSError, EOFError, ValueError) as error:
            self._load.errors.append(f"{type(error).__name__}: {error}")

    async def _change(self, pair: Pair) -> None:
        session, name = pair
        number = self._load.acknowledged.get(pair, 0) + 1
        value = FIELDS[name](number)
        sent = ",".join(value) if isinstance(value, list) else value  # subreddits are a text in requests
        answer = await self._ask("PATCH", session, json.dumps({name: sent}).encode())
        self._load.acknowledged[pair] = number
        if not self._checked:
            await self._ask("GET", session)
            return
        self._compare("answered", pair, json.loads(answer))
        self._compare("read", pair, json.loads(await self._ask("GET", session))["session"])

    async def _ask(self, method: str, session: int, body: bytes = b"") -> bytes:
        status, answer = await self._connection.request(method, f"/api/sessions/{session}", body)
        self._load.requests += 1
        if status != 200:
            raise ValueError(f"{method} of session {session} got {status}: {answer[:200]!r}")
        return answer

    def _compare(self, where: str, pair: Pair, row: Mapping[str, object]) -> None:
        expected = FIELDS[pair[1]](self._load.acknowledged[pair])
        found = row.get(pair[1])
        if found != expected:
            self._load.lost.append(f"{pair}: {expected!r} was written, {found!r} was {where}")


async def hammer(
    origins: Sequence[str],
    cookie: str,
    sessions: Sequence[int],
    goes_on: Callable[[int], bool],
    *,
    checked: bool = True,
) -> Load:
    """Let 32 clients work at once, half of their requests PATCH and half GET, spread over the servers in `origins`.

    Every field of a session belongs to another client, and neighbouring ones to different servers. `sessions` are four
    at least. Unless `checked`, the answers' bodies are not looked at, as of a server that only says 200.
    """
    load = Load()
    groups = CLIENTS // len(FIELDS)
    connections: list[Connection] = []
    try:
        while len(connections) < CLIENTS:
            connections.append(await Connection.open(origins[len(connections) % len(origins)], cookie))
        clients = [
            _Client(
                connection, [(one, name) for one in sessions[number // len(FIELDS) :: groups]], load, checked=checked
            )
            for number, (connection, name) in enumerate(zip(connections, [*FIELDS] * groups, strict=True))
        ]
        await asyncio.gather(*(client.run(goes_on) for client in clients))
    finally:
        for connection in connections:
            await connection.close()
    return load


def lost_at_the_end(acknowledged: Mapping[Pair, int], row: Callable[[int], Mapping[str, object]]) -> list[str]:
    """The pairs whose last acknowledged value the store does not have."""
    return [
        f"{session, name}: {FIELDS[name](number)!r} was acknowledged, {row(session)[name]!r} is there"
        for (session, name), number in acknowledged.items()
        if row(session)[name] != FIELDS[name](number)
    ]
