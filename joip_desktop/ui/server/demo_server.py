"""What the panel needs of the demo's server; the composition root fulfils it, as the window knows no server."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol


class Limit(Enum):
    """How many requests the server allows."""

    SITE = "site"
    """100 in 15 minutes, as the site does."""

    FASTER = "faster"
    """The same, 60 times faster."""

    OFF = "off"


@dataclass(frozen=True, slots=True)
class Seen:
    """A request that the server saw; `moment` in Unix seconds, `status` 0 where nothing was answered."""

    number: int
    moment: float
    method: str
    path: str
    status: int
    seconds: float
    faults: Sequence[str]
    """The kinds of those that it met."""


class DemoServer(Protocol):
    """A server that can be played with. What takes its time is a coroutine, which is to be run to its end."""

    @property
    def is_running(self) -> bool:
        """Whether it answers."""

    @property
    def address(self) -> str:
        """The origin."""

    @property
    def cookie(self) -> str:
        """The newest cookie that is good for signing in."""

    @property
    def tokens(self) -> int:
        """How many requests would pass at once; 0 also where there is no limit."""

    def set_limit(self, limit: Limit) -> None:
        """Allow so many requests from now on; the bucket is full again."""

    def set_delay(self, seconds: float) -> None:
        """Wait before each answer."""

    def set_faults(self, rules: Sequence[Mapping[str, object]]) -> None:
        """Have requests meet these faults from now on, and no others; each as `docs/mock-server.md` describes rules."""

    def faults_met(self) -> Sequence[int]:
        """How many requests have met each of the faults, in their order."""

    def requests_after(self, number: int) -> Sequence[Seen]:
        """What it saw after the request with this number, as far as it remembers, without pictures."""

    async def start(self) -> None:
        """Answer again, at the same address.

        Raises:
            StorageError: it can't.
        """

    async def stop(self) -> None:
        """Answer no more."""

    async def reset(self, sessions: int | None = None) -> int:
        """Make the sessions anew, and so many of them; returns how many there are.

        Raises:
            StorageError: there is no room for them.
        """

    async def edit_elsewhere(self, session_id: int) -> bool:
        """Change a session's title as another device would; False where the server has no such session."""
