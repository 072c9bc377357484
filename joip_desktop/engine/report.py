"""Jobs and their reports: what became of each session that somebody wanted changed."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from joip_desktop.engine.events import Listeners
from joip_desktop.engine.plan import Plan


class Outcome(Enum):
    """What became of a session in a job; the value is the word that people read."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"
    UNCHANGED = "unchanged"
    REFUSED = "skipped"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Result:
    """The outcome for one session, and why, where there is anything to say."""

    outcome: Outcome
    sentence: str = ""


@dataclass(slots=True, eq=False)
class Job:
    """One action of a person over some sessions, and the result for each of them."""

    id: int
    title: str
    results: dict[int, Result] = field(default_factory=dict)
    counts: Counter[Outcome] = field(default_factory=Counter)

    def record(self, session_id: int, outcome: Outcome, sentence: str = "") -> None:
        """Set a session's result."""
        if (former := self.results.get(session_id)) is not None:
            self.counts[former.outcome] -= 1
        self.results[session_id] = Result(outcome, sentence)
        self.counts[outcome] += 1

    @property
    def requests(self) -> int:
        """The sessions that need or needed a request."""
        return len(self.results) - self.counts[Outcome.UNCHANGED] - self.counts[Outcome.REFUSED]

    @property
    def settled(self) -> int:
        """Of those, the ones that are over."""
        return self.requests - self.counts[Outcome.WAITING]

    @property
    def is_over(self) -> bool:
        """Whether nothing is waiting any more."""
        return self.counts[Outcome.WAITING] == 0

    def sessions(self, outcome: Outcome) -> list[int]:
        """The sessions with this outcome."""
        return [session_id for session_id, result in self.results.items() if result.outcome is outcome]

    def summary(self) -> str:
        """Such as "30 done, 10 unchanged": what happened, in the order of what matters, nothing that did not happen."""
        order = (Outcome.FAILED, Outcome.DONE, Outcome.WAITING, Outcome.CANCELLED, Outcome.REFUSED, Outcome.UNCHANGED)
        told = [f"{self.counts[outcome]:,} {outcome.value}" for outcome in order if self.counts[outcome]]
        return ", ".join(told) or "nothing to do"


class JobBook:
    """All jobs of this run, the latest last."""

    def __init__(self) -> None:
        self.changed: Listeners[Job] = Listeners()
        self._ids = itertools.count(1)
        self._jobs: dict[int, Job] = {}

    def open(self, plan: Plan) -> Job:
        """Begin a job for a plan."""
        job = Job(next(self._ids), plan.title)
        self._jobs[job.id] = job
        for change in plan.changes:
            job.record(change.session_id, Outcome.WAITING)
        for session_id in plan.unchanged:
            job.record(session_id, Outcome.UNCHANGED)
        for refusal in plan.refused:
            job.record(refusal.session_id, Outcome.REFUSED, " ".join(one.sentence for one in refusal.problems))
        self.changed.emit(job)
        return job

    def record(self, pairs: Iterable[tuple[int, int]], outcome: Outcome, sentence: str = "") -> None:
        """Set the result of (job, session) pairs."""
        touched: dict[int, Job] = {}
        for job_id, session_id in pairs:
            if (job := self._jobs.get(job_id)) is not None:
                job.record(session_id, outcome, sentence)
                touched[job_id] = job
        for job in touched.values():
            self.changed.emit(job)

    @property
    def jobs(self) -> Mapping[int, Job]:
        """Every job by its id."""
        return self._jobs

    def running(self) -> list[Job]:
        """Jobs in which something is waiting."""
        return [job for job in self._jobs.values() if not job.is_over]
