"""Unsaved edits for several sessions at once: in groups, of which each has its sessions and is one draft."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import islice
from typing import Final

from joip_desktop.domain.draft import Group, SharedEdits
from joip_desktop.domain.errors import StorageError
from joip_desktop.domain.session import FieldValue, same
from joip_desktop.engine.draft_writer import DraftWriter
from joip_desktop.engine.events import Listeners
from joip_desktop.engine.library import Library, LibraryEvent
from joip_desktop.engine.places import unsaved_group_mark
from joip_desktop.engine.ports import DraftStore
from joip_desktop.engine.several import Several, SeveralDraft

SEVERAL: Final = 2
"""Of fewer sessions there is no form for several: a group of which fewer are listed waits until a list has them."""


def keeping_own(several: Several, draft: SeveralDraft, edited: Mapping[int, FieldValue], field: str) -> int:
    """How many of the sessions keep an unsaved edit of their own in a ticked field; `edited` are those in any session.

    Such an edit stays one over the value that all get, and saving it afterwards puts its own value there. Where it is
    the same value, it is no edit any more.
    """
    if not draft.takes_part(field):
        return 0
    meant = draft.value(field)
    return sum(several.holds(one) and not same(value, meant) for one, value in edited.items())


@dataclass(frozen=True, slots=True)
class UnsavedGroup:
    """A group as the sidebar lists it; the numbers stay, and grow with every new group."""

    number: int
    fields: Sequence[str]
    """Those with an edit, in form order."""


@dataclass(slots=True, eq=False)
class _Kept:
    """A group; `session_ids` is another object whenever the sessions are other ones."""

    session_ids: Sequence[int]
    members: frozenset[int]
    edits: SharedEdits
    listed: bool = False


@dataclass(slots=True, eq=False)
class _Open:
    """What a form shows: its sessions, its draft, and the number of the group that the draft is, once it has edits."""

    session_ids: Sequence[int]
    number: int | None
    draft: SeveralDraft | None = None


class SeveralDrafts:
    """The groups of sessions with unsaved edits for all of them. `changed` tells whose membership is another one.

    Edits belong to exactly the sessions for which they were entered, and go along when the selection grows or shrinks:
    as long as it has a session in common with the one before. Sessions that are missing from the list stay members, in
    case that they come back, and are not counted; a group of which fewer than two are listed is not told of, as no form
    could show it, and waits on disk. With a store every change is on disk soon, and nobody waits for that.
    """

    def __init__(self, library: Library, store: DraftStore | None = None) -> None:
        self.changed: Listeners[frozenset[int]] = Listeners()
        self.regrouped: Listeners[None] = Listeners()
        """`groups` are other ones than before."""
        self._library = library
        self._kept: dict[int, _Kept] = {}
        self._members: Mapping[str, AbstractSet[int]] = {}
        """By the mark of a listed group, its members."""
        self._last = 0
        """The highest number so far."""
        self._open: _Open | None = None
        self._before: int | None = None
        """The group that was shown last, if what was shown last has edits."""
        self._wanted: int | None = None
        self._told: Sequence[UnsavedGroup] = ()
        self._writer: DraftWriter[Group | None] | None = (
            None if store is None else DraftWriter(store.update_groups, self._state_of, nothing=None)
        )
        library.changed.add(self._on_library)

    def restore(self, kept: Mapping[int, Group | None]) -> None:
        """Take in what an earlier run left, before anything is edited."""
        self._last = max(self._last, *kept, 0)
        found = {number: group for number, group in kept.items() if group is not None}
        for number, group in found.items():
            self._kept[number] = _Kept(group.session_ids, frozenset(group.session_ids), group.edits)
        if self._writer is not None:
            self._writer.found(found)
        self._tell(self._look(self._kept.values()))

    # --- what there is ----------------------------------------------------------------------------------------------

    @property
    def groups(self) -> Sequence[UnsavedGroup]:
        """The groups that are listed, the oldest first."""
        return self._told

    def members(self, number: int) -> Sequence[int]:
        """The sessions of a group, as they were selected, less those that are gone."""
        kept = self._kept.get(number)
        return () if kept is None else tuple(filter(self._library.shown.__contains__, kept.session_ids))

    def holds(self, session_id: int) -> bool:
        """Whether the session is in a group that is listed."""
        return any(session_id in members for members in self._members.values())

    def has_mark(self, session_id: int, mark: str) -> bool:
        """Whether the session is in the group of this mark (`places.unsaved_group_mark`)."""
        return session_id in self._members.get(mark, ())

    @property
    def sessions(self) -> AbstractSet[int]:
        """All sessions that are in a group, less those that are gone."""
        found: set[int] = set()
        for kept in self._kept.values():
            found |= kept.members & self._library.shown.keys()
        return found

    @property
    def problem(self) -> StorageError | None:
        """Why the edits can't be kept on disk now; see `Drafts.problem`."""
        return None if self._writer is None else self._writer.problem

    @property
    def unkept(self) -> AbstractSet[int]:
        """The sessions whose shared edits would be lost with the process, by the rule of `Drafts.unkept`."""
        writer = self._writer
        if writer is None:
            return self.sessions
        found: set[int] = set()
        if writer.problem is not None:
            for number, kept in self._kept.items():
                if not writer.is_on_disk(number):
                    found |= kept.members & self._library.shown.keys()
        return found

    # --- what people do ---------------------------------------------------------------------------------------------

    def want(self, number: int) -> None:
        """The sessions of this group are going to be selected next; another group of the same ones does not count."""
        self._wanted = number

    def open(self, session_ids: Sequence[int], several: Several) -> SeveralDraft:
        """The draft of these sessions, which are selected from now on; `several` tells what they have.

        It goes on with the edits for the same sessions, or with those of the sessions before if there is one in common.
        """
        opened = self._open = _Open(session_ids, None)
        edits = SharedEdits()
        if self._kept:
            ids = frozenset(session_ids)
            opened.number = self._group_of(ids)
            if opened.number is None:
                opened.number = self._moved(session_ids, ids)
            if opened.number is not None:
                edits = self._kept[opened.number].edits
        self._wanted, self._before = None, opened.number
        opened.draft = SeveralDraft(several, edits, on_change=lambda newer: self._take(opened, newer))
        return opened.draft

    def applying(self, draft: SeveralDraft) -> Callable[[], None]:
        """Returns what is to be called when this draft, as it is now, is kept safe as changes, whatever is shown then.

        What was typed meanwhile, or went along to other sessions, stays.
        """
        opened = self._open
        if opened is None or opened.draft is not draft or (number := opened.number) is None:
            return lambda: None
        kept, session_ids, edits = self._kept[number], self._kept[number].session_ids, draft.edits

        def applied() -> None:
            if self._kept.get(number) is not kept or kept.session_ids is not session_ids or kept.edits != edits:
                return
            if self._open is not None and self._open.number == number and self._open.draft is not None:
                self._open.draft.revert()
            else:
                self._drop(number)

        return applied

    @property
    def all_members(self) -> AbstractSet[int]:
        """The sessions of all groups, those with fewer than two listed among them."""
        return frozenset().union(*(kept.members for kept in self._kept.values()))

    def discard(self) -> None:
        """Forget all edits for several sessions."""
        if self._open is not None and self._open.draft is not None:
            self._open.draft.revert()
        for number in list(self._kept):
            self._drop(number)

    async def flush(self) -> None:
        """Wait until all edits are on disk, or have found that they can't be."""
        if self._writer is not None:
            await self._writer.flush()

    # --- how --------------------------------------------------------------------------------------------------------

    def _group_of(self, ids: frozenset[int]) -> int | None:
        """The group of these sessions; those of its members that are gone make no difference."""
        wanted = self._wanted
        if wanted in self._kept and self._is_of(self._kept[wanted], ids):
            return wanted
        exactly = (number for number, kept in self._kept.items() if kept.members == ids)
        about = (number for number, kept in self._kept.items() if self._is_of(kept, ids))
        return next(exactly, None) or next(about, None)

    def _is_of(self, kept: _Kept, ids: frozenset[int]) -> bool:
        return ids <= kept.members and self._library.shown.keys().isdisjoint(kept.members - ids)

    def _moved(self, session_ids: Sequence[int], ids: frozenset[int]) -> int | None:
        """The group that was shown last, which is of these sessions now; None where it has none of them."""
        number = self._before
        kept = None if number is None else self._kept.get(number)
        if number is None or kept is None or kept.members.isdisjoint(ids):
            return None
        former = kept.members if kept.listed else frozenset[int]()
        kept.session_ids, kept.members, kept.edits = session_ids, ids, kept.edits.for_others()
        if not kept.edits:
            self._drop(number, former)
            return None
        self._look([kept])
        self._write(number)
        self._tell(former ^ (ids if kept.listed else frozenset()))
        return number

    def _take(self, opened: _Open, edits: SharedEdits) -> None:
        """The person has edited a draft."""
        if opened is not self._open:
            return
        number = opened.number
        if number is None:
            if edits:
                self._begin(opened, edits)
        elif edits:
            self._kept[number].edits = edits
            self._write(number)
            self._tell(frozenset())
        else:
            opened.number = None
            self._drop(number)

    def _begin(self, opened: _Open, edits: SharedEdits) -> None:
        number = self._last = self._last + 1
        kept = self._kept[number] = _Kept(opened.session_ids, frozenset(opened.session_ids), edits)
        opened.number = self._before = number
        self._write(number)
        self._tell(self._look([kept]))

    def _drop(self, number: int, members: frozenset[int] | None = None) -> None:
        kept = self._kept.pop(number)
        self._write(number)
        self._tell((kept.members if kept.listed else frozenset()) if members is None else members)

    def _look(self, some: Iterable[_Kept]) -> frozenset[int]:
        """See which groups have enough sessions in the list; returns the members of those for which that is new."""
        shown = self._library.shown
        told: frozenset[int] = frozenset()
        for kept in some:
            listed = len(tuple(islice(filter(shown.__contains__, kept.session_ids), SEVERAL))) == SEVERAL
            if listed is not kept.listed:
                kept.listed = listed
                told |= kept.members
        return told

    def _write(self, number: int) -> None:
        if self._writer is not None:
            self._writer.write([number])

    def _state_of(self, number: int) -> Group | None:
        """What the store should have of a group."""
        kept = self._kept.get(number)
        return None if kept is None else Group(kept.session_ids, kept.edits)

    def _tell(self, session_ids: frozenset[int]) -> None:
        """Tell of sessions that came into a group or went out of one, and whether groups are other ones."""
        listed = {number: kept for number, kept in sorted(self._kept.items()) if kept.listed}
        self._members = {unsaved_group_mark(number): kept.members for number, kept in listed.items()}
        former, self._told = self._told, tuple(UnsavedGroup(one, kept.edits.fields) for one, kept in listed.items())
        if session_ids:
            self.changed.emit(session_ids)
        if self._told != former:
            self.regrouped.emit(None)

    def _on_library(self, event: LibraryEvent) -> None:
        if self._kept and (event.reset or event.listed):
            self._tell(self._look(self._kept.values()))
