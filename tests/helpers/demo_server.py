"""A stand-in for the demo's server."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from joip_desktop.domain.errors import StorageError
from joip_desktop.ui.server.demo_server import Limit, Seen


@dataclass
class FakeDemoServer:
    """Remembers what was asked of it; what takes its time waits for `let_go`, and fails with `error`."""

    is_running: bool = True
    address: str = "http://127.0.0.1:8123"
    cookie: str = "zzcookie"
    tokens: int = 97
    seen: list[Seen] = field(default_factory=list)
    met: list[int] = field(default_factory=list)
    asked: list[object] = field(default_factory=list)
    rules: Sequence[Mapping[str, object]] = ()
    let_go: asyncio.Event | None = None
    error: StorageError | None = None
    knows_sessions: bool = True

    def set_limit(self, limit: Limit) -> None:
        self.asked.append(limit)

    def set_delay(self, seconds: float) -> None:
        self.asked.append(seconds)

    def set_faults(self, rules: Sequence[Mapping[str, object]]) -> None:
        self.rules = rules

    def faults_met(self) -> Sequence[int]:
        return self.met

    def requests_after(self, number: int) -> Sequence[Seen]:
        return [one for one in self.seen if one.number > number]

    async def start(self) -> None:
        await self._do("start")
        self.is_running = True

    async def stop(self) -> None:
        await self._do("stop")
        self.is_running = False

    async def reset(self, sessions: int | None = None) -> int:
        await self._do(("reset", sessions))
        return sessions or 300

    async def edit_elsewhere(self, session_id: int) -> bool:
        await self._do(("edit", session_id))
        return self.knows_sessions

    async def _do(self, what: object) -> None:
        self.asked.append(what)
        if self.let_go is not None:
            await self.let_go.wait()
        if self.error is not None:
            raise self.error

    def sees(self, method: str = "GET", path: str = "/api/sessions", status: int = 200, *faults: str) -> None:
        """One more request has come."""
        number = self.seen[-1].number + 1 if self.seen else 1
        self.seen.append(Seen(number, 1_780_000_000.0 + number, method, path, status, 0.0123, faults))
