"""A host that sends whatever a test says, byte by byte, and remembers what it was asked."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import TypeAlias

from joip_desktop.api.origin import Origin

Answer: TypeAlias = Callable[[asyncio.StreamWriter], Awaitable[None]]
"""Writes an answer, or a part of one, and may take as long as it likes."""


def answer(body: bytes = b"", *headers: str, status: int = 200, length: int | None = None) -> bytes:
    """A whole answer; `length` is what it says the body's is."""
    told = f"Content-Length: {len(body) if length is None else length}"
    return "\r\n".join((f"HTTP/1.1 {status} Told", *headers, told, "", "")).encode("latin-1") + body


def redirect(to: str, *, status: int = 302) -> bytes:
    return answer(b"", f"Location: {to}", status=status)


def endless(part: bytes, *headers: str, first: bytes = b"") -> Answer:
    """A body in pieces that never ends."""

    async def write(writer: asyncio.StreamWriter) -> None:
        head = ("HTTP/1.1 200 OK", *headers, "Transfer-Encoding: chunked", "", "")
        writer.write("\r\n".join(head).encode("latin-1"))
        piece = first or part
        while True:
            writer.write(b"%x\r\n%s\r\n" % (len(piece), piece))
            await writer.drain()
            piece = part

    return write


def endless_head(line: bytes, *, first: bytes = b"HTTP/1.1 200 OK\r\n") -> Answer:
    """The same line of a head again and again."""

    async def write(writer: asyncio.StreamWriter) -> None:
        writer.write(first)
        while True:
            writer.write(line)
            await writer.drain()

    return write


def closing(whole: bytes) -> Answer:
    """Closes the connection after these bytes."""

    async def write(writer: asyncio.StreamWriter) -> None:
        writer.write(whole)
        await writer.drain()
        writer.close()

    return write


def dripping(whole: bytes) -> Answer:
    """A byte now and then, so that there is always something to read."""

    async def write(writer: asyncio.StreamWriter) -> None:
        for place in range(len(whole)):
            writer.write(whole[place : place + 1])
            await writer.drain()
            await asyncio.sleep(0.005)

    return write


@dataclass
class HostileHost:
    """Answers by path; a path that has no answer is a 404."""

    port: int
    answers: dict[str, bytes | Answer] = field(default_factory=dict)
    requests: list[list[str]] = field(default_factory=list)
    """The lines of each request's head."""
    connections: int = 0

    @property
    def origin(self) -> Origin:
        return Origin.parse(f"http://127.0.0.1:{self.port}")

    def at(self, path: str, what: bytes | Answer) -> str:
        """Answer a path so from now on; the address of it."""
        self.answers[path] = what
        return f"{self.origin}{path}"

    @property
    def paths(self) -> list[str]:
        """The paths that were asked for, in order."""
        return [lines[0].split()[1] for lines in self.requests]

    def headers(self) -> list[dict[str, str]]:
        """The headers of each request, by lower-case name."""
        parted = ([line.partition(":") for line in lines[1:]] for lines in self.requests)
        return [{name.lower(): value.strip() for name, _, value in parts} for parts in parted]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        while head := await reader.readuntil(b"\r\n\r\n"):
            self.requests.append(head.decode("latin-1").removesuffix("\r\n\r\n").split("\r\n"))
            found = self.answers.get(self.paths[-1], answer(status=404))
            if isinstance(found, bytes):
                writer.write(found)
                await writer.drain()
            else:
                await found(writer)
                return


@asynccontextmanager
async def hostile_host() -> AsyncIterator[HostileHost]:
    """A host on a free port of this computer; at the end everything it was about to send is dropped."""
    serving: set[asyncio.Task[None]] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        serving.add(task)
        try:
            await host.serve(reader, writer)
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass  # the client, or the test, has had enough
        finally:
            serving.discard(task)
            if not writer.is_closing():
                writer.transport.abort()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    host = HostileHost(server.sockets[0].getsockname()[1])
    try:
        yield host
    finally:
        server.close()
        for task in tuple(serving):
            task.cancel()
        with suppress(asyncio.CancelledError):
            await asyncio.gather(*serving, return_exceptions=True)
        await server.wait_closed()
