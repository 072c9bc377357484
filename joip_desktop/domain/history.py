"""The order of actions: what is in force, what was undone, and what is forgotten; it follows from the jobs alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from joip_desktop.domain.job import JobHead, Kind

KEPT_ACTIONS: Final = 50
"""So many of the latest actions can be undone, across restarts."""

T = TypeVar("T")


@dataclass(slots=True, eq=False)
class Action(Generic[T]):
    """Something a person did: the job that did it last, and the one that undid it, if one did."""

    head: JobHead
    job: T
    undone_by: T | None = None
    since: int = 0
    """The number of the job that did it first, if it was done again: without that one nobody can follow the rest."""
    first_title: str = ""
    """What that job is called."""

    @property
    def oldest_job(self) -> int:
        """The first job that has to be kept for it."""
        return self.since or self.head.id

    @property
    def title(self) -> str:
        """In the words of a button: "Favourite 37 sessions"."""
        return self.first_title or self.head.title


class Timeline(Generic[T]):
    """Actions, oldest first; those from `position` on have been undone. A new action puts an end to what was undone."""

    def __init__(self) -> None:
        self.actions: list[Action[T]] = []
        self.position = 0

    def follow(self, head: JobHead, job: T) -> bool:
        """Take note of the next job, which changes something or undoes or redoes; whether that is of any account."""
        match head.kind:
            case Kind.DO:
                self.actions[self.position :] = [Action(head, job)]
                del self.actions[:-KEPT_ACTIONS]
                self.position = len(self.actions)
            case Kind.UNDO if (place := self._place_of(head)) is not None:
                self.actions[place].undone_by = job
                self.position = place
            case Kind.REDO if (place := self._place_of(head)) is not None:
                former = self.actions[place]
                self.actions[place] = Action(head, job, since=former.oldest_job, first_title=former.title)
                self.position = place + 1
            case _:
                return False
        return True

    def _place_of(self, head: JobHead) -> int | None:
        return next((place for place, action in enumerate(self.actions) if action.head.id == head.of), None)
