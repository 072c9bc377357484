"""The book of jobs: every action of this run and those kept of earlier ones, with what became of each session."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

from joip_desktop.domain.job import Job, JobHead, Kind
from joip_desktop.domain.ledger import Ledger, Line
from joip_desktop.engine.events import Listeners
from joip_desktop.engine.outbox import Outbox, OutboxEvent
from joip_desktop.engine.plan import Plan
from joip_desktop.engine.slices import Work


class JobBook:
    """All jobs, the latest last; follows the outbox, which is where outcomes come about."""

    def __init__(self, outbox: Outbox, *, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.opened: Listeners[Job] = Listeners()
        self.changed: Listeners[Job] = Listeners()
        self._now = now
        self._last_id = 0
        self._jobs: dict[int, Job] = {}
        self._ended_at: dict[int, datetime] = {}
        outbox.changed.add(self._on_outbox)

    def restore(self, ledger: Ledger, newer: Sequence[Line] = ()) -> None:
        """Take in the jobs of earlier runs, before anybody listens; `newer` lines are in place of the ledger's."""
        for head in ledger.jobs:
            self._jobs[head.id] = Job(head)
            self._last_id = max(self._last_id, head.id)
        for line in (*ledger.lines, *newer):
            if (job := self._jobs.get(line.job)) is not None:
                job.record(line.session_id, line.result)

    def head_for(self, plan: Plan, *, kind: Kind = Kind.DO, of: int | None = None) -> JobHead:
        """The head of a new job for a plan."""
        self._last_id += 1
        return JobHead(
            id=self._last_id, title=plan.title, priority=plan.priority, begun_at=self._now(), kind=kind, of=of
        )

    @property
    def jobs(self) -> Mapping[int, Job]:
        """Every job by its id."""
        return self._jobs

    def running(self) -> list[Job]:
        """Jobs in which something is waiting."""
        return [job for job in self._jobs.values() if not job.is_over]

    def ended_at(self, job: Job) -> datetime | None:
        """When the job came to its end in this run; None for one that runs, or ended in an earlier run."""
        return self._ended_at.get(job.id)

    def _on_outbox(self, event: OutboxEvent) -> None:
        if event.opened is not None:
            self._jobs[event.opened.id] = Job(event.opened)
        touched: dict[int, Job] = {}
        for line in event.lines:
            if (job := self._jobs.get(line.job)) is not None:
                job.record(line.session_id, line.result)
                touched[job.id] = job
        if event.opened is not None:
            opened = self._jobs[event.opened.id]
            touched.setdefault(opened.id, opened)
            self.opened.emit(opened)
        for job in touched.values():
            if job.is_over:
                self._ended_at[job.id] = self._now()
            else:
                self._ended_at.pop(job.id, None)
            self.changed.emit(job)


def writing_lines(plan: Plan, head: JobHead) -> Work[list[Line]]:
    """The lines with which a job begins."""
    lines: list[Line] = []
    for session_id, result in plan.first_results():
        lines.append(Line(job=head.id, session_id=session_id, result=result))
        yield
    return lines
