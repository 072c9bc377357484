"""How many requests a plan needs beside what waits already, without Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from joip_desktop.engine.outbox import Effect, Outbox
from joip_desktop.engine.plan import Plan


@dataclass(frozen=True, slots=True)
class Going:
    """How a plan's changes go: `sent` by requests of their own, `joined` to such as wait already, or without any.

    `dropped` changes take back the whole of what waits for their sessions, which then need no request; `settled` ones
    only take the place of what could not be sent.
    """

    sent: int
    joined: int = 0
    dropped: int = 0
    settled: int = 0

    @property
    def requests(self) -> int:
        """How many requests more there are to send."""
        return self.sent - self.dropped


class Forecast:
    """How a plan's changes would go now, kept true by looking again only at sessions that were touched."""

    def __init__(self, plan: Plan, outbox: Outbox) -> None:
        self._outbox = outbox
        self._changes = {change.session_id: change for change in plan.changes}
        self._effects: dict[int, Effect] = {}
        """By session, as far as anything waits or waited for it meanwhile; all others are sent."""
        self._counts = Counter({_SENT: len(self._changes)})
        self.look_again(outbox.sessions())

    @property
    def going(self) -> Going:
        """How they would go."""
        return Going(*(self._counts[effect] for effect in (_SENT, _JOINED, _DROPPED, _SETTLED)))

    def look_again(self, session_ids: Iterable[int]) -> None:
        """Take in what waits for these sessions now."""
        for session_id in session_ids:
            if (change := self._changes.get(session_id)) is not None:
                self._counts[self._effects.get(session_id, _SENT)] -= 1
                effect = self._effects[session_id] = self._outbox.effect_of([change])
                self._counts[effect] += 1


_SENT: Final = Effect(1)
_JOINED: Final = Effect(0, joined=1)
_DROPPED: Final = Effect(-1)
_SETTLED: Final = Effect(0)
