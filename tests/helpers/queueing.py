"""Jobs for tests that care for changes: heads and lines around them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from joip_desktop.domain.changes import Change
from joip_desktop.domain.entry import Priority
from joip_desktop.domain.job import JobHead, Outcome, Result
from joip_desktop.domain.ledger import Line
from joip_desktop.engine.outbox import Outbox

BEGUN = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def head(job: int, priority: Priority = Priority.BULK, *, title: str = "Test") -> JobHead:
    """The head of a job."""
    return JobHead(id=job, title=title, priority=priority, begun_at=BEGUN)


def waiting(job: int, change: Change, *, unsure: bool = False) -> Line:
    """The line of a change that waits to be sent."""
    result = Result(Outcome.WAITING, "", change)
    return Line(job=job, session_id=change.session_id, result=result, unsure=unsure)


async def queue(outbox: Outbox, changes: Iterable[Change], *, priority: Priority, job: int) -> None:
    """Open a job with these changes."""
    await outbox.add(head(job, priority), [waiting(job, change) for change in changes])
