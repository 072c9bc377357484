"""A workspace that nothing moves by itself: sessions in memory, no sender, and steps that are over when they return."""

from __future__ import annotations

from collections.abc import Coroutine, Iterable
from typing import Any, TypeVar

from joip_desktop.domain.changes import change_to
from joip_desktop.domain.entry import Entry
from joip_desktop.domain.errors import InvalidRequestError, JoipError
from joip_desktop.domain.job import Job, Outcome, Result
from joip_desktop.domain.ledger import Line
from joip_desktop.domain.quota import Quota
from joip_desktop.domain.session import FieldValue, Session
from joip_desktop.engine.outbox import OutboxEvent
from joip_desktop.engine.plan import Plan
from joip_desktop.engine.workspace import Workspace
from tests.helpers.fakes import FakeApi, FakeBudget

T = TypeVar("T")

REFUSED = InvalidRequestError("The server found <b>it</b> invalid.", status=400)


class ToldBudget(FakeBudget):
    """Says of the limit what a test tells it to say."""

    def __init__(self) -> None:
        super().__init__()
        self.told = Quota(limit=None, remaining=None, next_in=None)
        self.seconds = 0.0

    def quota(self) -> Quota:
        return self.told

    def time_for(self, requests: int) -> float:
        return self.seconds * requests

    def tell(self, *, limit: int, remaining: int, next_in: float | None) -> None:
        """Say this from now on."""
        self.told = Quota(limit=limit, remaining=remaining, next_in=next_in)
        self._tell()


def workspace_of(*sessions: Session, budget: FakeBudget | None = None) -> Workspace:
    """A workspace that has read these sessions."""
    workspace = Workspace(api=FakeApi.holding(sessions), budget=budget or FakeBudget())
    workspace.library.load(sessions)
    return workspace


def now(work: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine that has nothing to wait for to its end; it may give way to others that are not there."""
    try:
        while work.send(None) is None:
            pass
    except StopIteration as end:
        result: T = end.value
        return result
    work.close()
    raise AssertionError("the coroutine waits for something")


def submit(workspace: Workspace, session_id: int, /, **values: FieldValue) -> Job:
    """Queue a change of one session."""
    session = workspace.library.get(session_id)
    assert session is not None
    change = change_to(session, values)
    assert change is not None, "nothing would change"
    return now(workspace.submit(Plan(title="Save 1 field", changes=[change])))


def tell(workspace: Workspace, job: Job, session_ids: Iterable[int], outcome: Outcome, sentence: str = "") -> None:
    """Let the outbox say what became of sessions of a job, whatever is in it."""
    result = Result(outcome, sentence)
    lines = [Line(job=job.id, session_id=one, result=result) for one in session_ids]
    workspace.outbox.changed.emit(OutboxEvent(frozenset(), lines))


def send_next(workspace: Workspace) -> Entry:
    """Put the next change on its way."""
    entry = workspace.outbox.take()
    assert entry is not None
    return entry


def fail_next(workspace: Workspace, error: JoipError = REFUSED) -> Entry:
    """Let the server refuse the next change."""
    entry = send_next(workspace)
    now(workspace.outbox.fail(entry, error))
    return entry
