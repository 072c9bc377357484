"""The history of actions: what can be undone and redone, in order; it follows from the jobs and needs no memory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from joip_desktop.domain.job import Job, JobHead, Kind
from joip_desktop.engine.events import Listeners

KEPT_ACTIONS: Final = 50
"""So many of the latest actions can be undone, across restarts."""


@dataclass(slots=True, eq=False)
class Action:
    """Something a person did: the job that did it last, and the one that undid it, if one did."""

    job: Job
    undone_by: Job | None = None

    @property
    def title(self) -> str:
        """In the words of a button: "Favourite 37 sessions"."""
        return self.job.title.removeprefix("Redo: ")


class History:
    """Actions, oldest first; those from `position` on have been undone. A new action puts an end to what was undone."""

    def __init__(self) -> None:
        self.changed: Listeners[None] = Listeners()
        self._actions: list[Action] = []
        self._position = 0

    @property
    def actions(self) -> Sequence[Action]:
        """Every action that can be undone or redone, oldest first."""
        return self._actions

    @property
    def position(self) -> int:
        """How many of them are in force."""
        return self._position

    @property
    def to_undo(self) -> Action | None:
        """The action that undo is about."""
        return self._actions[self._position - 1] if self._position else None

    @property
    def to_redo(self) -> Action | None:
        """The action that redo is about."""
        return self._actions[self._position] if self._position < len(self._actions) else None

    def restore(self, jobs: Iterable[Job]) -> None:
        """Go through the jobs of earlier runs, before anybody listens."""
        for job in jobs:
            self._follow(job)

    def follow(self, job: Job) -> None:
        """Take note of a job that has just begun."""
        if self._follow(job):
            self.changed.emit(None)

    def _follow(self, job: Job) -> bool:
        match job.head.kind:
            case Kind.DO:
                if not any(result.change is not None for result in job.results.values()):
                    return False
                self._actions[self._position :] = [Action(job)]
                del self._actions[:-KEPT_ACTIONS]
                self._position = len(self._actions)
            case Kind.UNDO if (place := self._place_of(job.head)) is not None:
                self._actions[place].undone_by = job
                self._position = place
            case Kind.REDO if (place := self._place_of(job.head)) is not None:
                self._actions[place] = Action(job)
                self._position = place + 1
            case _:
                return False
        return True

    def _place_of(self, head: JobHead) -> int | None:
        return next((place for place, action in enumerate(self._actions) if action.job.id == head.of), None)
