"""The demo's server, as the window's panel plays with it."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final, TypeVar

from joip_desktop.domain.errors import StorageError
from joip_desktop.domain.say import say
from joip_desktop.mock.elsewhere import another_value
from joip_desktop.mock.errors import MockServerError
from joip_desktop.mock.fault_rules import plan_of
from joip_desktop.mock.limiter import RateLimit
from joip_desktop.mock.server import MockServer
from joip_desktop.terminal import said
from joip_desktop.ui.server.demo_server import Limit, Seen

T = TypeVar("T")

_RATES: Final[Mapping[Limit, RateLimit | None]] = {
    Limit.SITE: RateLimit(100, 900.0),
    Limit.FASTER: RateLimit(100, 15.0),
    Limit.OFF: None,
}

_PICTURES: Final = "/media/"


class EmbeddedServer:
    """`DemoServer` over a mock server in this process; what takes its time is done by a thread of its own."""

    def __init__(self, server: MockServer) -> None:
        self._server = server
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="demo-server")  # one thing after another

    def close(self) -> None:
        """Wait for what is being done, and do nothing more."""
        self._worker.shutdown()

    @property
    def is_running(self) -> bool:
        """Whether it answers."""
        return self._server.is_running

    @property
    def address(self) -> str:
        """The origin."""
        return self._server.origin

    @property
    def cookie(self) -> str:
        """The newest cookie that is good for signing in."""
        return self._server.cookie

    @property
    def tokens(self) -> int:
        """How many requests would pass at once; 0 also where there is no limit."""
        return self._server.limiter.remaining()

    def set_limit(self, limit: Limit) -> None:
        """Allow so many requests from now on; the bucket is full again."""
        self._server.limiter.rate = _RATES[limit]

    def set_delay(self, seconds: float) -> None:
        """Wait before each answer."""
        self._server.latency = seconds

    def set_faults(self, rules: Sequence[Mapping[str, object]]) -> None:
        """Have requests meet these faults from now on, and no others."""
        self._server.faults.plan = plan_of({"faults": list(rules)})

    def faults_met(self) -> Sequence[int]:
        """How many requests have met each of the faults, in their order."""
        return [met for _, _, met in self._server.faults.counts()]

    def requests_after(self, number: int) -> Sequence[Seen]:
        """What it saw after the request with this number, as far as it remembers; pictures would drown the rest."""
        return [
            Seen(each.number, each.moment, each.method, each.path, each.status, each.seconds, each.faults)
            for each in self._server.requests_after(number)
            if not each.path.startswith(_PICTURES)
        ]

    async def start(self) -> None:
        """Answer again, at the same address.

        Raises:
            StorageError: it can't.
        """
        try:
            await self._work(self._server.start)
        except MockServerError as error:
            raise StorageError(said(error.sentence)) from error

    async def stop(self) -> None:
        """Answer no more."""
        await self._work(self._server.stop)

    async def reset(self, sessions: int | None = None) -> int:
        """Make the sessions anew, and so many of them; returns how many there are.

        Raises:
            StorageError: there is no room for them.
        """
        store = self._server.store
        try:
            await self._work(lambda: store.reset(sessions=sessions, as_news=True))
            return await self._work(store.count)
        except sqlite3.Error as error:
            raise StorageError(
                say("The demo's sessions could not be written ({reason}).", reason=str(error)),
                next_step=say("Free some space and try again."),
            ) from error

    async def edit_elsewhere(self, session_id: int) -> bool:
        """Change a session's title as another device would; False where the server has no such session."""
        store = self._server.store
        changed = await self._work(lambda: store.change(session_id, lambda row: {"title": another_value(row, "title")}))
        return changed is not None

    async def _work(self, task: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._worker, task)
