"""Unsaved edits of all sessions: leaving a form keeps them, coming back finds them."""

from __future__ import annotations

from collections.abc import Sequence

from joip_desktop.domain.draft import Draft
from joip_desktop.domain.session import FieldValue
from joip_desktop.engine.events import Listeners
from joip_desktop.engine.library import Library, LibraryEvent


class Drafts:
    """The draft of each session; only those with edits are kept. Tells the ids whose edits changed."""

    def __init__(self, library: Library) -> None:
        self.changed: Listeners[frozenset[int]] = Listeners()
        self._library = library
        self._drafts: dict[int, Draft] = {}
        library.changed.add(self._on_library)

    def get(self, session_id: int) -> Draft | None:
        """The session's draft, empty where nothing was edited; None for a session that is gone."""
        session = self._library.get(session_id)
        return None if session is None else self._drafts.get(session_id) or Draft(session)

    def is_dirty(self, session_id: int) -> bool:
        """Whether the session has unsaved edits."""
        return session_id in self._drafts

    @property
    def dirty(self) -> Sequence[int]:
        """The sessions with unsaved edits, less those that are gone."""
        return tuple(session_id for session_id in self._drafts if self._library.get(session_id) is not None)

    def edit(self, session_id: int, name: str, value: FieldValue) -> None:
        """Take the form's value of one field."""
        if (draft := self.get(session_id)) is not None:
            draft.set(name, value)
            self._keep(session_id, draft)

    def revert(self, session_id: int, name: str | None = None) -> None:
        """Forget the edit of one field, or all edits of the session."""
        if (draft := self._drafts.get(session_id)) is not None:
            draft.revert(name)
            self._keep(session_id, draft)

    def _keep(self, session_id: int, draft: Draft) -> None:
        if draft.is_dirty:
            self._drafts[session_id] = draft
        else:
            self._drafts.pop(session_id, None)
        self.changed.emit(frozenset({session_id}))

    def _on_library(self, event: LibraryEvent) -> None:
        """Edits that the sessions have now are edits no longer, so saving clears a draft.

        The draft of a session that is missing from a list is kept: its row may only have been unreadable this time.
        """
        for session_id in [one for one in self._drafts if one in event.changed or event.reset]:
            session = self._library.get(session_id)
            if session is not None:
                draft = self._drafts[session_id]
                draft.rebase(session)
                self._keep(session_id, draft)
