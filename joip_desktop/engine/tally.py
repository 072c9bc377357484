"""Counts for the sidebar, kept up to date by what changed rather than counted anew."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, auto

from joip_desktop.domain.entry import Entry, State
from joip_desktop.domain.session import Session
from joip_desktop.engine.drafts import Drafts
from joip_desktop.engine.events import Listeners
from joip_desktop.engine.library import Library, LibraryEvent
from joip_desktop.engine.outbox import Outbox


class Place(Enum):
    """A place of the sidebar: a set of sessions that has a name."""

    ALL = auto()
    FAVOURITES = auto()
    UNSAVED = auto()
    FAILED = auto()
    CONFLICTS = auto()


class Tally:
    """How many sessions each place holds, and whether a session belongs to one."""

    def __init__(self, *, library: Library, drafts: Drafts, outbox: Outbox) -> None:
        self.changed: Listeners[None] = Listeners()
        self._library = library
        self._drafts = drafts
        self._outbox = outbox
        self._favourites: set[int] = set()
        library.changed.add(self._on_library)
        drafts.changed.add(lambda _: self.changed.emit(None))

    def count(self, place: Place) -> int:
        """The number of sessions in a place."""
        match place:
            case Place.ALL:
                return len(self._library)
            case Place.FAVOURITES:
                return len(self._favourites)
            case Place.UNSAVED:
                return len(self._drafts.dirty)
            case Place.FAILED:
                return self._count(self._outbox.failed)
            case Place.CONFLICTS:
                return self._count(self._outbox.conflicts)

    def holds(self, place: Place, session: Session) -> bool:
        """Whether the session belongs to the place now."""
        match place:
            case Place.ALL:
                return True
            case Place.FAVOURITES:
                return session.is_favorite is True
            case Place.UNSAVED:
                return self._drafts.is_dirty(session.id)
            case Place.FAILED:
                return self._has(session, State.FAILED)
            case Place.CONFLICTS:
                return self._has(session, State.CONFLICT)

    def _count(self, entries: Iterable[Entry]) -> int:
        return len(self._library.pick({entry.session_id for entry in entries}))

    def _has(self, session: Session, state: State) -> bool:
        return any(entry.state is state for entry in self._outbox.entries(session.id))

    def _on_library(self, event: LibraryEvent) -> None:
        if event.reset:
            self._favourites.clear()
        for session in self._library.pick(event.changed):
            if session.is_favorite is True:
                self._favourites.add(session.id)
            else:
                self._favourites.discard(session.id)
        self.changed.emit(None)
