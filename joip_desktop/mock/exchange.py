"""One request and its answer, as the gate and the faults see them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from http import HTTPStatus
from time import monotonic
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, Response
from starlette.types import Message, Receive, Scope, Send

from joip_desktop.mock.errors import Refused
from joip_desktop.mock.limiter import LOCAL_CLIENT
from joip_desktop.mock.recording import RequestLog

LARGEST_BODY: Final = 1 << 20
"""In bytes; more than any session's fields need."""

LARGEST_SNAPSHOT: Final = 1 << 30
"""In bytes; of the body of a request by whoever started the server."""

_SESSIONS: Final = "/api/sessions"
CONTROL: Final = "/__mock__/"
"""Where the control endpoints begin; see `control`."""


class Exchange:
    """One request and its answer: body read ahead, headers added, recorded as soon as its status is known."""

    def __init__(
        self, scope: Scope, receive: Receive, send: Send, log: RequestLog, latency: Callable[[], float]
    ) -> None:
        self.scope = scope
        self.request_headers = Headers(scope=scope)
        self.method: str = scope["method"]
        self.path: str = scope["path"]
        self.client: str = scope["client"][0] if scope.get("client") else LOCAL_CLIENT
        self.is_api = self.path.startswith("/api/")
        self.is_control = self.path.startswith(CONTROL)
        self.is_limited = self.path == _SESSIONS or self.path.startswith(_SESSIONS + "/")
        self.extra: dict[str, str] = {}
        self.overrides: dict[str, str | None] = {}
        self.answered = False
        self.complete = False
        self._receive = receive
        self._send = send
        self._log = log
        self._latency = latency
        self._body = b""
        self._replayed = False
        self._began = monotonic()
        self._faults: list[str] = []

    async def read_body(self, largest: int) -> bool:
        """Read the body ahead; False if the client went away, or more than `largest` bytes came, which was answered."""
        parts, size = [], 0
        while True:
            message = await self._receive()
            if message["type"] == "http.disconnect":
                self._record(0)
                return False
            parts.append(message.get("body", b""))
            size += len(parts[-1])
            if size > largest:
                self.extra["connection"] = "close"
                await self.refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "The request is too large.")
                return False
            if not message.get("more_body", False):
                self._body = b"".join(parts)
                return True

    async def replay(self) -> Message:
        """The body for the route, then whatever the client does."""
        if self._replayed:
            return await self._receive()
        self._replayed = True
        return {"type": "http.request", "body": self._body, "more_body": False}

    async def send(self, message: Message) -> None:
        """Pass on an answer; before its first byte the headers, the waiting and the log."""
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in {**self.extra, **self.overrides}.items():
                if value is None:
                    del headers[name]
                else:
                    headers[name] = value
            await self.wait()
            self.answered = True
            self._record(message["status"])
        elif not message.get("more_body", False):
            self.complete = True
        await self._send(message)

    async def swallow(self, message: Message) -> None:
        """Where an answer goes whose connection is about to be dropped."""

    async def respond(self, response: Response) -> None:
        """Answer without a route."""
        await response(self.scope, self.replay, self.send)

    async def refuse(self, status: HTTPStatus, message: str) -> None:
        """Answer with an error object."""
        await self.respond(JSONResponse(Refused(status, message).body(), status))

    async def wait(self) -> None:
        """Let the latency pass, if this is an API request; others go on meanwhile."""
        if self.is_api and (seconds := self._latency()) > 0:
            await asyncio.sleep(seconds)

    def drop(self) -> None:
        """Close the connection at once, without another byte."""
        if not self.answered:
            self._record(0)
        self._transport.abort()

    async def close(self) -> None:
        """Close the connection when what was sent has gone out, without having announced it."""
        self._transport.close()
        await self.until_gone()

    async def break_off_in_headers(self, status: int) -> None:
        """Send a part of the answer's headers, and close."""
        await self.wait()
        self.answered = True
        self._record(status)
        self._transport.write(f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\nContent-Type: applic".encode())
        await self.close()

    async def until_gone(self) -> None:
        """Wait for the connection's end, so that uvicorn does not answer in the route's place."""
        while (await self._receive())["type"] != "http.disconnect":
            pass

    @property
    def is_open(self) -> bool:
        """Whether somebody still listens."""
        return not self._transport.is_closing()

    def meets(self, fault: str, *, is_answer: bool) -> None:
        """Note a fault by its kind; `is_answer` where it makes the answer another one than the server's own."""
        self._faults.append(fault)
        if is_answer:
            self.scope.setdefault("state", {})["is_faulty"] = True

    @property
    def _transport(self) -> asyncio.Transport:
        transport = self.scope.get("state", {}).get("transport")
        if not isinstance(transport, asyncio.Transport):  # not behind our own server, as in a test without sockets
            raise ConnectionResetError("There is no connection to drop.")
        return transport

    def _record(self, status: int) -> None:
        if self.is_control:  # whoever looks on is no part of the picture
            return
        self._log.add(
            method=self.method,
            path=self.path,
            query=self.scope["query_string"].decode("latin-1"),
            body=self._body,
            status=int(status),
            seconds=monotonic() - self._began,
            faults=tuple(self._faults),
        )
