"""Jobs: one action of a person over some sessions, and what became of each of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from joip_desktop.domain.changes import Change
from joip_desktop.domain.entry import Priority
from joip_desktop.domain.say import later, say


class Outcome(Enum):
    """What became of a session in a job; the value is an English word."""

    WAITING = later("waiting")
    DONE = later("done")
    FAILED = later("failed")
    CONFLICT = later("in conflict")
    """Changed elsewhere in the same field; the person has to choose."""
    UNCHANGED = later("unchanged")
    REFUSED = later("skipped")
    CANCELLED = later("cancelled")

    @property
    def word(self) -> str:
        """What people call it, in their language."""
        return say(self.value)


IN_OUTBOX = frozenset({Outcome.WAITING, Outcome.FAILED, Outcome.CONFLICT})
"""Outcomes that are none yet: the change is in the outbox, and may still be sent."""


class Kind(Enum):
    """What a job is to the history of actions."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Result:
    """The outcome for one session, and why, where there is anything to say.

    `change` is what the job wants (or wanted) of the session, None where it left the session alone.
    """

    outcome: Outcome
    sentence: str = ""
    change: Change | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JobHead:
    """What a job is, without its results. `of` is the job that an undo or a redo is about."""

    id: int
    title: str
    priority: Priority
    begun_at: datetime
    kind: Kind = Kind.DO
    of: int | None = None


@dataclass(slots=True, eq=False)
class Job:
    """One action of a person over some sessions, and the result for each of them."""

    head: JobHead
    results: dict[int, Result] = field(default_factory=dict)
    counts: Counter[Outcome] = field(default_factory=Counter)

    @property
    def id(self) -> int:
        """Its number; later jobs have higher ones."""
        return self.head.id

    @property
    def title(self) -> str:
        """The whole in the words of a button: "Favourite 30 sessions"."""
        return self.head.title

    def record(self, session_id: int, result: Result) -> None:
        """Set a session's result."""
        if (former := self.results.get(session_id)) is not None:
            self.counts[former.outcome] -= 1
        self.results[session_id] = result
        self.counts[result.outcome] += 1

    @property
    def requests(self) -> int:
        """The sessions that need or needed a request."""
        return len(self.results) - self.counts[Outcome.UNCHANGED] - self.counts[Outcome.REFUSED]

    @property
    def settled(self) -> int:
        """Of those, the ones that wait for nothing but perhaps the person."""
        return self.requests - self.counts[Outcome.WAITING]

    @property
    def is_over(self) -> bool:
        """Whether nothing is waiting to be sent any more."""
        return self.counts[Outcome.WAITING] == 0

    def sessions(self, outcome: Outcome) -> list[int]:
        """The sessions with this outcome."""
        return [session_id for session_id, result in self.results.items() if result.outcome is outcome]

    def summary(self) -> str:
        """Such as "30 done, 10 unchanged": what happened, in the order of what matters, nothing that did not happen."""
        told = [say(words, n=self.counts[outcome]) for outcome, words in _BY_WEIGHT.items() if self.counts[outcome]]
        return ", ".join(told) or say("nothing to do")


_BY_WEIGHT = {
    Outcome.FAILED: later("{n} failed"),
    Outcome.CONFLICT: later("{n} in conflict"),
    Outcome.DONE: later("{n} done"),
    Outcome.WAITING: later("{n} waiting"),
    Outcome.CANCELLED: later("{n} cancelled"),
    Outcome.REFUSED: later("{n} skipped"),
    Outcome.UNCHANGED: later("{n} unchanged"),
}
