"""Unsaved edits of all sessions: leaving a form keeps them, coming back finds them, and so does the next run."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from joip_desktop.domain.changes import Change
from joip_desktop.domain.draft import Draft, Edits
from joip_desktop.domain.errors import StorageError
from joip_desktop.domain.session import FieldValue, Session, Values
from joip_desktop.engine.draft_writer import DraftWriter
from joip_desktop.engine.events import Listeners
from joip_desktop.engine.library import Library, LibraryEvent
from joip_desktop.engine.ports import DraftStore
from joip_desktop.engine.several_drafts import SeveralDrafts


class Drafts:
    """The draft of each session; only those with edits are kept. Tells the ids whose edits changed.

    With a store, every change is on disk soon, and nobody waits for that. What is meant for several sessions at once is
    a draft of its own, in `several`; `changed` tells as well which sessions came into such a group or left it.
    """

    def __init__(self, library: Library, store: DraftStore | None = None) -> None:
        self.changed: Listeners[frozenset[int]] = Listeners()
        self._library = library
        self._drafts: dict[int, Draft] = {}
        self._unlisted: dict[int, Edits] = {}
        """Edits of an earlier run whose sessions no list of this one has brought."""
        self._is_earlier = False
        """Whether the list that is shown is an earlier run's, which may be older than the edits."""
        self._saves: list[Mapping[int, Values]] = []
        """What each save under way brings, by session."""
        self._writer: DraftWriter[Edits] | None = (
            None if store is None else DraftWriter(store.update, self._edits_of, nothing={})
        )
        self.several = SeveralDrafts(library, store)
        self.several.changed.add(self.changed.emit)
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
        return None if session is None else self._drafts.get(session_id) or self._made(session, {})

    def is_dirty(self, session_id: int) -> bool:
        """Whether the session has unsaved edits."""
        return session_id in self._drafts

    def edited(self, name: str) -> Mapping[int, FieldValue]:
        """The unsaved values of a field, by session; those of sessions that are gone are among them."""
        return {one: draft.edits[name] for one, draft in self._drafts.items() if name in draft.edits}

    @property
    def dirty(self) -> Sequence[int]:
        """The sessions with unsaved edits, less those that are gone."""
        return tuple(session_id for session_id in self._drafts if self._library.get(session_id) is not None)

    @property
    def count(self) -> int:
        """How many sessions have unsaved edits, their own or a group's, also those that no list of this run brought."""
        return len({*self._drafts, *self._unlisted, *self.several.all_members})

    @property
    def problem(self) -> StorageError | None:
        """Why edits can't be kept on disk now; they stay in memory, and that is tried again by itself."""
        return (None if self._writer is None else self._writer.problem) or self.several.problem

    @property
    def unkept(self) -> int:
        """How many sessions' edits would be lost with the process: all without a store, or those that it refused.

        Those in a group for which something was entered count as well, each once.
        What is just being written is not among them, because closing waits for it (`flush`).
        """
        writer = self._writer
        own: Iterable[int] = ()
        if writer is None:
            own = self.dirty
        elif writer.problem is not None:
            own = (one for one in self._drafts if not writer.is_on_disk(one))
        return len({*own, *self.several.unkept})

    def edit(self, session_id: int, name: str, value: FieldValue) -> None:
        """Take the form's value of one field."""
        if (draft := self.get(session_id)) is not None:
            self._overtake(session_id, name)
            draft.set(name, value)
            self._keep(draft)
            self._tell([session_id])

    def revert(self, session_id: int, name: str | None = None) -> None:
        """Forget the edit of one field, or all edits of the session."""
        if (draft := self.get(session_id) or self._drafts.get(session_id)) is not None:
            overtaken = self._overtake(session_id, name)
            if session_id in self._drafts or overtaken:
                draft.revert(name)
                self._keep(draft)
                self._tell([session_id])

    def discard(self) -> None:
        """Forget every edit of every session, listed or not, and of every group of them."""
        gone = list(dict.fromkeys([*self._drafts, *self._unlisted]))
        self._drafts.clear()
        self._unlisted.clear()
        self._tell(gone)
        self.several.discard()

    def saving(self, changes: Iterable[Change]) -> Callable[[], None]:
        """A save of these changes begins; returns what is to be called when it has ended, however it ended.

        Until then what is typed into its fields is an edit even if the session has that value now, since the session
        is about to get another one. And what is being saved stays an edit, in case that it can't be saved.
        """
        coming: Mapping[int, Values] = {change.session_id: change.patch for change in changes}
        self._saves.append(coming)
        self._go_on(coming)

        def end() -> None:
            self._saves = [one for one in self._saves if one is not coming]
            self._tell(self._go_on(coming))

        return end

    async def flush(self) -> None:
        """Wait until all edits are on disk, or have found that they can't be."""
        if self._writer is not None:
            await self._writer.flush()
        await self.several.flush()

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

    def _made(self, session: Session, edits: Edits) -> Draft:
        ours, coming = self._company(session.id)
        return Draft.of(session, edits, ours=ours, coming=coming)

    def _company(self, session_id: int) -> tuple[Collection[str], Values]:
        """The fields in which the session shows what waits to be sent, and what saves under way bring."""
        coming: dict[str, FieldValue] = {}
        for save in self._saves:
            coming.update(save.get(session_id, {}))
        return frozenset(self._library.waiting(session_id)), coming

    def _go_on(self, session_ids: Collection[int]) -> list[int]:
        """Bring the drafts of these sessions in line with what there is now; returns whose they are.

        The draft of a session that is missing from the list stays as it is, since nobody knows what is there now.
        """
        touched = self._library.pick(one for one in self._drafts if one in session_ids)
        for session in touched:
            draft = self._drafts[session.id]
            ours, coming = self._company(session.id)
            draft.rebase(session, ours=ours, coming=coming)
            self._keep(draft)
        return [session.id for session in touched]

    def _adopt(self, session_ids: Iterable[int]) -> list[int]:
        """Go on with edits of an earlier run whose sessions are there now.

        An earlier run's list may be older than they are, so what it has already may still be an edit: all of them wait
        for this run's list, too.
        """
        found = self._library.pick(one for one in session_ids if one in self._unlisted)
        for session in found:
            kept = self._edits_of(session.id)
            if not self._is_earlier:
                del self._unlisted[session.id]
            self._keep(self._made(session, kept))
        return [session.id for session in found]

    def _overtake(self, session_id: int, name: str | None) -> bool:
        """What the person does now counts, for a field or all of them; returns whether an earlier edit waited there."""
        waiting = self._unlisted.pop(session_id, {})
        left = {} if name is None else {one: edit for one, edit in waiting.items() if one != name}
        if left:
            self._unlisted[session_id] = left
        return len(left) < len(waiting)

    def _edits_of(self, session_id: int) -> Edits:
        """What the store should have of a session."""
        draft = self._drafts.get(session_id)
        return {**self._unlisted.get(session_id, {}), **({} if draft is None else draft.kept())}

    def _on_library(self, event: LibraryEvent) -> None:
        """Edits that the sessions have now are edits no longer, so saving clears a draft.

        The draft of a session that is missing from a list is kept: its row may only have been unreadable this time.
        """
        if event.listed:
            self._is_earlier = event.earlier
        touched = self._go_on(self._drafts.keys() if event.reset else event.changed)
        adopted = self._adopt([one for one in self._unlisted if event.reset or event.listed or one in event.changed])
        self._tell(list(dict.fromkeys([*touched, *adopted])))
