"""One person, one device, every kind of trouble: in the end the server has what the person last wanted.

The whole engine runs in simulated time against a server that loses requests and answers, refuses, fails, and sends its
list late, while the person edits, undoes, pauses and restarts. Nobody else changes anything, so every wish must come
true, and what is shown must be what the server has.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import pytest

from joip_desktop.domain.conflicts import Side
from joip_desktop.domain.errors import (
    ConnectionBrokenError,
    InvalidRequestError,
    JoipError,
    RateLimitedError,
    ServerFaultError,
    TimedOutError,
    UnreachableError,
)
from joip_desktop.domain.job import JobHead
from joip_desktop.domain.ledger import Line
from joip_desktop.domain.progress import ReadingProgress
from joip_desktop.domain.session import FieldValue, Session, Values
from joip_desktop.engine.plan import plan_each
from joip_desktop.engine.ports import Ticket
from joip_desktop.engine.workspace import Workspace
from tests.helpers.disk import Disk
from tests.helpers.fakes import FakeBudget, FakeListing
from tests.helpers.simulation import run_simulated

SESSIONS: Final = range(1, 5)
CHOICES: Final[dict[str, list[FieldValue]]] = {
    "title": ["A", "B", "C", "D"],
    "transition": ["fade", "slide", "zoom"],
    "is_favorite": [True, False],
}
_DOUBT: Final[list[JoipError]] = [TimedOutError("Too slow."), ServerFaultError("Oh.", status=502)]
_UNREAD: Final[list[JoipError]] = [UnreachableError("Nobody there."), ServerFaultError("Oh.", status=500)]


@dataclass
class MoodyServer:
    """Keeps sessions, and is in a bad mood as often as `trouble` says."""

    chance: random.Random
    trouble: float = 0.3
    flying: set[int] = field(default_factory=set)
    seconds: int = 0

    def __post_init__(self) -> None:
        self.rows = {
            one: Session(id=one, title="A", transition="fade", is_favorite=False, updated_at=self._now())
            for one in SESSIONS
        }

    def _now(self) -> str:
        self.seconds += 1
        return f"2026-01-01T{self.seconds // 3600:02}:{self.seconds // 60 % 60:02}:{self.seconds % 60:02}.000Z"

    async def list_sessions(
        self, ticket: Ticket, *, progress: Callable[[ReadingProgress], None] | None = None
    ) -> FakeListing:
        del ticket, progress
        await self._wait(2)
        if self.chance.random() < self.trouble / 2:
            raise self.chance.choice(_UNREAD)
        rows = tuple(self.rows.values())
        await self._wait(2)
        return FakeListing(rows)

    async def update_session(self, session_id: int, values: Values, ticket: Ticket) -> Session:
        del ticket
        assert session_id not in self.flying, "never two of a session at once"
        self.flying.add(session_id)
        assert len(self.flying) <= 6
        try:
            return await self._update(session_id, values)
        finally:
            self.flying.discard(session_id)

    async def _update(self, session_id: int, values: Values) -> Session:
        await self._wait(1)
        mood = self.chance.random() / self.trouble if self.trouble else 1.0
        if mood < 0.25:
            raise ConnectionBrokenError("Lost on the way there.")
        if mood < 0.33:
            raise InvalidRequestError("No.", status=400)
        if mood < 0.4:
            raise RateLimitedError("Slowly.")
        self.rows[session_id] = self.rows[session_id].with_values({**values, "updated_at": self._now()})
        answer = self.rows[session_id]
        await self._wait(2)
        if mood < 0.67:
            raise self.chance.choice(_DOUBT)
        return answer

    async def _wait(self, most: float) -> None:
        await asyncio.sleep(self.chance.random() * most)


class SlowDisk(Disk):
    """Takes its time, so that steps meet each other."""

    async def open(self, job: JobHead, lines: Sequence[Line]) -> None:
        await asyncio.sleep(0.03)
        await super().open(job, lines)

    async def update(self, lines: Sequence[Line]) -> None:
        await asyncio.sleep(0.03)
        await super().update(lines)


class Device:
    """The person at the app, and what they last wanted."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        random.seed(seed)  # the rests are drawn from there
        self.server = MoodyServer(self.chance)
        self.disk = SlowDisk()
        self.wishes: dict[tuple[int, str], FieldValue] = {}
        self.background: set[asyncio.Task[Any]] = set()
        self.restarts = 0

    async def start(self) -> None:
        clock = asyncio.get_running_loop().time
        self.workspace = Workspace(
            api=self.server, budget=FakeBudget(), journal=self.disk, clock=clock, wall_clock=clock
        )
        self.workspace.restore(self.disk.ledger())
        self.running = asyncio.create_task(self.workspace.run())
        while self.workspace.refreshed_at is None:
            self.workspace.resume()
            await self.workspace.refresh()
            await asyncio.sleep(1)

    async def stop(self) -> None:
        await asyncio.gather(*self.background)
        self.running.cancel()
        await asyncio.gather(self.running, return_exceptions=True)

    async def act(self) -> None:
        await asyncio.sleep(self.chance.random() * 3)
        act = self.chance.choices(
            [self.edit, self.undo, self.redo, self.refresh, self.retry, self.rest, self.restart, self.wait],
            [50, 10, 6, 8, 6, 4, 6, 4],
        )[0]
        await act()

    async def edit(self) -> None:
        chosen = self.chance.sample(SESSIONS, self.chance.randint(1, len(SESSIONS)))
        names = self.chance.sample(list(CHOICES), self.chance.randint(1, len(CHOICES)))
        values = {name: self.chance.choice(CHOICES[name]) for name in names}
        self.wishes.update({(one, name): value for one in chosen for name, value in values.items()})
        plan = plan_each([(session, values) for session in self.workspace.library.pick(chosen)], action="Set")
        await self.workspace.submit(plan)

    async def undo(self) -> None:
        await self.workspace.undo()
        self.want_what_is_shown()

    async def redo(self) -> None:
        await self.workspace.redo()
        self.want_what_is_shown()

    def want_what_is_shown(self) -> None:
        for session in self.workspace.library:
            self.wishes.update({(session.id, name): session.value(name) for name in CHOICES})

    async def refresh(self) -> None:
        self.spawn(self.workspace.refresh())

    async def retry(self) -> None:
        self.spawn(self.workspace.retry(SESSIONS))

    async def rest(self) -> None:
        await self.workspace.pause(paused=True)
        await asyncio.sleep(self.chance.random() * 100)
        await self.workspace.pause(paused=False)

    async def restart(self) -> None:
        self.restarts += 1
        await self.stop()
        await self.start()

    async def wait(self) -> None:
        await asyncio.sleep(200)

    def spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self.background.add(task)
        task.add_done_callback(self.background.discard)

    async def calm_down(self) -> None:
        """The trouble is over; the person tries again what failed, and insists where they are asked."""
        await asyncio.gather(*self.background)
        self.server.trouble = 0.0
        for _ in range(100):
            self.workspace.resume()
            await self.workspace.retry(SESSIONS)
            await self.workspace.resolve({one: dict.fromkeys(CHOICES, Side.MINE) for one in SESSIONS})
            await asyncio.sleep(30)
            if not len(self.workspace.outbox):
                return
        raise AssertionError(f"it never ends: {[self.workspace.outbox.entries(one) for one in SESSIONS]}")


@pytest.mark.parametrize("first", range(0, 200, 20))
def test_every_wish_comes_true(first: int) -> None:
    for seed in range(first, first + 20):
        run_simulated(_live(seed))


async def _live(seed: int) -> None:
    device = Device(seed)
    await device.start()
    for _ in range(60):
        await device.act()
    await device.calm_down()
    shown, rows = device.workspace.library.shown, device.server.rows
    assert not device.workspace.jobs.running(), f"seed {seed}"
    for (session_id, name), wish in device.wishes.items():
        told = (rows[session_id].value(name), shown[session_id].value(name))
        assert told == (wish, wish), f"seed {seed}: session {session_id}, {name}"
    await device.stop()
