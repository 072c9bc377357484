"""Unsaved edits of all sessions: leaving a form keeps them, coming back finds them, and so does the next run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from joip_desktop.domain.draft import Draft, Edits
from joip_desktop.domain.errors import StorageError
from joip_desktop.domain.session import FieldValue
from joip_desktop.engine.draft_writer import DraftWriter
from joip_desktop.engine.events import Listeners
from joip_desktop.engine.library import Library, LibraryEvent
from joip_desktop.engine.ports import DraftStore


class Drafts:
    """The draft of each session; only those with edits are kept. Tells the ids whose edits changed.

    With a store, every change is on disk soon, and nobody waits for that.
    """

    def __init__(self, library: Library, store: DraftStore | None = None) -> None:
        self.changed: Listeners[frozenset[int]] = Listeners()
        self._library = library
        self._drafts: dict[int, Draft] = {}
        self._unlisted: dict[int, Edits] = {}
        """Edits of an earlier run whose sessions no list has brought in this one."""
        self._writer = None if store is None else DraftWriter(store, self._edits_of)
        library.changed.add(self._on_library)

    def restore(self, kept: Mapping[int, Edits]) -> None:
        """Take in what an earlier run left, before anything is edited. What has no session yet waits for the list."""
        self._unlisted.update(kept)
        if self._writer is not None:
            self._writer.found(kept)
        self._tell(self._adopt(kept))

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

    @property
    def problem(self) -> StorageError | None:
        """Why edits can't be kept on disk now; they stay in memory, and that is tried again by itself."""
        return None if self._writer is None else self._writer.problem

    @property
    def unkept(self) -> int:
        """How many sessions' edits would be lost with the process: all without a store, or those that it refused.

        What is just being written is not among them, because closing waits for it (`flush`).
        """
        writer = self._writer
        if writer is None:
            return len(self.dirty)
        return 0 if writer.problem is None else sum(not writer.is_on_disk(one) for one in self._drafts)

    def edit(self, session_id: int, name: str, value: FieldValue) -> None:
        """Take the form's value of one field."""
        if (draft := self.get(session_id)) is not None:
            draft.set(name, value)
            self._keep(draft)
            self._tell([session_id])

    def revert(self, session_id: int, name: str | None = None) -> None:
        """Forget the edit of one field, or all edits of the session."""
        if (draft := self._drafts.get(session_id)) is not None:
            draft.revert(name)
            self._keep(draft)
            self._tell([session_id])

    async def flush(self) -> None:
        """Wait until all edits are on disk, or have found that they can't be."""
        if self._writer is not None:
            await self._writer.flush()

    def _keep(self, draft: Draft) -> None:
        if draft.is_dirty:
            self._drafts[draft.base.id] = draft
        else:
            self._drafts.pop(draft.base.id, None)

    def _tell(self, session_ids: Sequence[int]) -> None:
        if session_ids:
            if self._writer is not None:
                self._writer.write(session_ids)
            self.changed.emit(frozenset(session_ids))

    def _adopt(self, session_ids: Iterable[int]) -> list[int]:
        """Go on with edits of an earlier run whose sessions are there now."""
        listed = [one for one in session_ids if one in self._unlisted and self._library.get(one) is not None]
        for session in self._library.pick(listed):
            self._keep(Draft.of(session, self._unlisted.pop(session.id)))
        return listed

    def _edits_of(self, session_id: int) -> Edits:
        """What the store should have of a session."""
        draft = self._drafts.get(session_id)
        return self._unlisted.get(session_id, {}) if draft is None else draft.kept()

    def _on_library(self, event: LibraryEvent) -> None:
        """Edits that the sessions have now are edits no longer, so saving clears a draft.

        The draft of a session that is missing from a list is kept: its row may only have been unreadable this time.
        """
        touched = self._library.pick(one for one in self._drafts if one in event.changed or event.reset)
        for session in touched:
            draft = self._drafts[session.id]
            draft.rebase(session)
            self._keep(draft)
        adopted = self._adopt([one for one in self._unlisted if one in event.changed or event.reset])
        self._tell([*(session.id for session in touched), *adopted])
