"""A live server of a few lines, over http or https, that notes all bytes it gets and answers what a test tells it."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

Answer = bytes | Callable[[asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Wire:
    """What has come over the wire, by connection, and where it listens."""

    port: int = 0
    received: list[bytearray] = field(default_factory=list)
    sent: int = 0

    @property
    def everything(self) -> bytes:
        return b"".join(self.received)


@asynccontextmanager
async def wire_server(
    answer: Answer, *, host: str = "127.0.0.1", port: int = 0, tls: ssl.SSLContext | None = None
) -> AsyncIterator[Wire]:
    """Answers each request's head by `answer`, then closes the connection."""
    wire = Wire()
    writers: list[asyncio.StreamWriter] = []
    serving: list[asyncio.Task[object] | None] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        mine = bytearray()
        wire.received.append(mine)
        writers.append(writer)
        serving.append(asyncio.current_task())
        with suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            while b"\r\n\r\n" not in mine:
                piece = await reader.read(65_536)
                if not piece:
                    return
                mine += piece
            if callable(answer):
                await answer(writer)
            else:
                writer.write(answer)
            await writer.drain()
        with suppress(OSError, asyncio.CancelledError):
            writer.close()
            await writer.wait_closed()

    server = await asyncio.start_server(serve, host, port, ssl=tls)
    wire.port = server.sockets[0].getsockname()[1]
    try:
        yield wire
    finally:
        server.close()
        for writer in writers:
            writer.transport.abort()
        for task in filter(None, serving):
            task.cancel()
        await asyncio.gather(*filter(None, serving), return_exceptions=True)
        await server.wait_closed()


def http(body: bytes, *headers: str, status: str = "200 OK", kind: str = "application/json") -> bytes:
    """A whole answer."""
    own = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(body)}", "Connection: close"]
    return "\r\n".join([*own, *headers]).encode() + b"\r\n\r\n" + body
