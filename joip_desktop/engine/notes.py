"""Notes: what happened without anybody asking, such as a field that was changed elsewhere and taken over."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from joip_desktop.domain.conflicts import surprises
from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.say import say
from joip_desktop.domain.session import Session, Values
from joip_desktop.engine.events import Listeners

_KEPT: Final = 500


@dataclass(frozen=True, slots=True)
class Note:
    """One sentence about one session."""

    at: datetime
    session_id: int
    sentence: str


class Notes:
    """The latest notes of this run, oldest first."""

    def __init__(self) -> None:
        self.changed: Listeners[None] = Listeners()
        self._notes: deque[Note] = deque(maxlen=_KEPT)

    @property
    def all(self) -> Sequence[Note]:
        """Every note that is kept."""
        return tuple(self._notes)

    def add(self, notes: Sequence[Note]) -> None:
        """Write notes down; they are told of at once."""
        if notes:
            self._notes.extend(notes)
            self.changed.emit(None)


def told_besides(known: Session, sent: Values, answer: Session) -> str:
    """What the answer to an update says beyond it, in a sentence; "" where it says nothing."""
    untouched, altered = surprises(known, sent, answer)
    told = []
    if untouched:
        told.append(say("Changed elsewhere meanwhile, and taken over: {fields}.", fields=labels(untouched)))
    if altered:
        told.append(say("The server made something else of it: {fields}.", fields=labels(altered)))
    return " ".join(told)


def labels(names: Iterable[str]) -> str:
    """What people call these fields, in a row."""
    return ", ".join(FIELDS[name].label for name in names)
