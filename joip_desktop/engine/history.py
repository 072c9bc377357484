"""The history of actions: what can be undone and redone, in order; it follows from the jobs and needs no memory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from joip_desktop.domain import history
from joip_desktop.domain.job import Job, Kind
from joip_desktop.engine.events import Listeners

Action: TypeAlias = history.Action[Job]
"""Something a person did, with its job and the one that undid it."""


class History:
    """Tells when it is different."""

    def __init__(self) -> None:
        self.changed: Listeners[None] = Listeners()
        self._timeline: history.Timeline[Job] = history.Timeline()

    @property
    def actions(self) -> Sequence[Action]:
        """Every action that can be undone or redone, oldest first."""
        return self._timeline.actions

    @property
    def position(self) -> int:
        """How many of them are in force."""
        return self._timeline.position

    @property
    def to_undo(self) -> Action | None:
        """The action that undo is about."""
        return self.actions[self.position - 1] if self.position else None

    @property
    def to_redo(self) -> Action | None:
        """The action that redo is about."""
        return self.actions[self.position] if self.position < len(self.actions) else None

    def restore(self, jobs: Iterable[Job]) -> None:
        """Go through the jobs of earlier runs, before anybody listens."""
        for job in jobs:
            self._follow(job)

    def follow(self, job: Job) -> None:
        """Take note of a job that has just begun."""
        if self._follow(job):
            self.changed.emit(None)

    def _follow(self, job: Job) -> bool:
        if job.head.kind is Kind.DO and not any(result.change is not None for result in job.results.values()):
            return False  # nothing was to be done
        return self._timeline.follow(job.head, job)
