"""Marks: what the app itself knows of a session beside its fields, so that a search can ask for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from joip_desktop.domain.entry import State
from joip_desktop.engine.drafts import Drafts
from joip_desktop.engine.outbox import Outbox

UNSAVED: Final = "unsaved"

_STATES: Final[Mapping[str, frozenset[State]]] = {
    "waiting": frozenset({State.QUEUED, State.SENDING}),
    "failed": frozenset({State.FAILED}),
    "conflict": frozenset({State.CONFLICT}),
}
"""By mark, the states of which an entry of the session has to be in one."""


class SessionMarks:
    """Tells of a session whether it has unsaved edits, or a change that waits, has failed or is in conflict.

    Unsaved edits are its own, or those of a group of sessions; each group has a mark of its own as well.

    It keeps nothing of its own, so it can't be out of date.
    """

    def __init__(self, drafts: Drafts, outbox: Outbox) -> None:
        self._drafts = drafts
        self._outbox = outbox

    def has(self, session_id: int, mark: str) -> bool:
        """Whether the session has the mark; nothing has a mark that does not exist."""
        several = self._drafts.several
        if mark == UNSAVED:
            return self._drafts.is_dirty(session_id) or several.holds(session_id)
        states = _STATES.get(mark)
        if states is None:
            return several.has_mark(session_id, mark)
        return any(entry.state in states for entry in self._outbox.entries(session_id))
