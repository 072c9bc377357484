"""A server and a budget in memory that fit the engine's ports, and helpers to run coroutines against them."""

from __future__ import annotations

import asyncio
import math
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from joip_desktop.domain.progress import ReadingProgress
from joip_desktop.domain.quota import Quota
from joip_desktop.domain.session import Session, Values
from joip_desktop.engine.ports import Ticket


@dataclass(frozen=True, slots=True)
class FakeListing:
    """A list answer."""

    sessions: Sequence[Session]
    unreadable: int = 0


@dataclass
class FakeApi:
    """A server in memory: applies values, notes every request, fails as scripted, holds answers while its gate is shut.

    `errors` hold for the next requests of a session, `list_errors` for the next list requests, `always` for every
    request of every session. `progress` is what list requests tell of on the way.
    """

    sessions: dict[int, Session] = field(default_factory=dict)
    requests: list[tuple[int, dict[str, object]]] = field(default_factory=list)
    lists: int = 0
    in_flight: int = 0
    most_in_flight: int = 0
    overlapping: set[int] = field(default_factory=set)
    unreadable: int = 0
    list_errors: deque[BaseException] = field(default_factory=deque)
    progress: Sequence[ReadingProgress] = ()
    always: BaseException | None = None
    answer: Callable[[Session], Session] = lambda session: session

    def __post_init__(self) -> None:
        self.errors: dict[int, deque[BaseException]] = {}
        self.gate = asyncio.Event()
        self.gate.set()
        self.arrived = asyncio.Event()
        self._flying: set[int] = set()

    @classmethod
    def holding(cls, sessions: Iterable[Session]) -> FakeApi:
        """A server with these sessions."""
        return cls({session.id: session for session in sessions})

    def fail(self, session_id: int, *errors: BaseException) -> None:
        """Answer the next requests of a session with these errors."""
        self.errors.setdefault(session_id, deque()).extend(errors)

    def sent(self, session_id: int) -> list[dict[str, object]]:
        """The values of the requests of one session, in order."""
        return [values for sent_to, values in self.requests if sent_to == session_id]

    async def list_sessions(
        self, ticket: Ticket, *, progress: Callable[[ReadingProgress], None] | None = None
    ) -> FakeListing:
        del ticket
        self.lists += 1
        self.arrived.set()
        await self.gate.wait()
        if progress is not None:
            for step in self.progress:
                progress(step)
        if self.list_errors:
            raise self.list_errors.popleft()
        return FakeListing(tuple(self.sessions.values()), self.unreadable)

    async def update_session(self, session_id: int, values: Values, ticket: Ticket) -> Session:
        del ticket
        self.requests.append((session_id, dict(values)))
        if session_id in self._flying:
            self.overlapping.add(session_id)
        self._flying.add(session_id)
        self.in_flight += 1
        self.most_in_flight = max(self.most_in_flight, self.in_flight)
        self.arrived.set()
        try:
            await asyncio.sleep(0)
            await self.gate.wait()
        finally:
            self._flying.discard(session_id)
            self.in_flight -= 1
        if self.always is not None:
            raise self.always
        if scripted := self.errors.get(session_id):
            raise scripted.popleft()
        self.sessions[session_id] = self.sessions[session_id].with_values(values)
        return self.answer(self.sessions[session_id])


class FakeBudget:
    """Open unless told otherwise: `tokens` may be taken, and no more."""

    def __init__(self, tokens: float = math.inf) -> None:
        self.tokens = tokens
        self.taken = 0
        self.given_back = 0
        self.callbacks: list[Callable[[], None]] = []

    def allow(self, tokens: float) -> None:
        """Let that many more requests go."""
        self.tokens += tokens
        self._tell()

    def delay(self, wanted: int = 1) -> float:
        del wanted
        return 0.0 if self.tokens > 0 else math.inf

    def take(self) -> Ticket:
        assert self.tokens > 0, "a ticket was taken that the budget does not allow"
        self.tokens -= 1
        self.taken += 1
        return self.taken

    def give_back(self, ticket: Ticket) -> None:
        del ticket
        self.tokens += 1
        self.given_back += 1

    def quota(self) -> Quota:
        if math.isinf(self.tokens):
            return Quota(limit=None, remaining=None, next_in=0.0)
        return Quota(limit=100, remaining=int(self.tokens), next_in=0.0 if self.tokens else None)

    def time_for(self, requests: int) -> float:
        return float(requests)

    def subscribe(self, callback: Callable[[], None]) -> Callable[[], None]:
        self.callbacks.append(callback)
        return lambda: self.callbacks.remove(callback)

    def _tell(self) -> None:
        for callback in tuple(self.callbacks):
            callback()


async def settle(turns: int = 40) -> None:
    """Let every task that can go on do so."""
    for _ in range(turns):
        await asyncio.sleep(0)


async def until(condition: Callable[[], bool]) -> None:
    """Wait until the condition holds; fail where it never does."""
    async with asyncio.timeout(5):
        while not condition():  # noqa: ASYNC110 - conditions over plain state have no event
            await asyncio.sleep(0.001)
