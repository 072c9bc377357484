"""Reading the list: on demand, after a break, by itself when it failed; and what it tells of waiting changes."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Final

from joip_desktop.domain.conflicts import changed_fields
from joip_desktop.domain.entry import State
from joip_desktop.domain.errors import JoipError, NotFoundError, RateLimitedError, SignInNeededError, TransportError
from joip_desktop.domain.session import Session
from joip_desktop.engine.backoff import Backoff
from joip_desktop.engine.events import Listeners
from joip_desktop.engine.library import Library
from joip_desktop.engine.notes import Note, Notes, labels
from joip_desktop.engine.outbox import Outbox
from joip_desktop.engine.pacing import Pacer
from joip_desktop.engine.ports import KeptList, Listing, ListMemory, SessionsApi
from joip_desktop.engine.sender import Sender

log = logging.getLogger(__name__)

READ_AGAIN_AFTER: Final = 5.0
LONGEST_WAIT: Final = 120.0
"""Seconds from a list request that got no answer to the next one, at first and at most."""

_WRITE_AFTER: Final = 0.25
"""Seconds in which answers gather before they go into the list on disk."""


class Refresher:
    """Keeps the library in line with the server's list. `changed` tells of anything that is different here."""

    def __init__(
        self,
        *,
        api: SessionsApi,
        pacer: Pacer,
        library: Library,
        outbox: Outbox,
        notes: Notes,
        memory: ListMemory | None = None,
        read_again_after: float = READ_AGAIN_AFTER,
    ) -> None:
        self.changed: Listeners[None] = Listeners()
        self.refreshed_at: datetime | None = None
        """When the list was read in this run."""
        self.listed_at: datetime | None = None
        """When the list that is shown was read; earlier than this run until the first refresh is in."""
        self.error: JoipError | None = None
        self.unreadable = 0
        self.sender: Sender | None = None
        """Set by whoever joins the two."""
        self._api = api
        self._pacer = pacer
        self._library = library
        self._outbox = outbox
        self._notes = notes
        self._memory = memory
        self._backoff = Backoff(first=read_again_after, longest=max(LONGEST_WAIT, read_again_after))
        self._failures = 0
        self._refresh: asyncio.Task[None] | None = None
        self._unread = asyncio.Event()
        self._delivered: dict[int, Session] = {}
        self._fresh = asyncio.Event()

    @property
    def is_refreshing(self) -> bool:
        """Whether a list request is waiting or on its way."""
        return self._refresh is not None

    def restore(self, kept: KeptList) -> None:
        """Show the list of an earlier run, until this one's is in."""
        if self.refreshed_at is None:
            self.listed_at = kept.read_at
            self._library.load(kept.sessions)
            self.changed.emit(None)

    async def run(self) -> None:
        """Read the list again by itself when that failed, and keep answers on disk; until cancelled."""
        await asyncio.gather(self._read_again(), self._write_answers())

    async def refresh(self) -> JoipError | None:
        """Read the list anew; a second call joins the one that is under way. Returns why it failed."""
        if self._refresh is None:
            self._refresh = asyncio.create_task(self._refresh_once(), name="refresh the list")
            self.changed.emit(None)
        try:
            await asyncio.shield(self._refresh)
        except asyncio.CancelledError:
            if (refresh := self._refresh) is not None:
                refresh.cancel()
                await asyncio.gather(refresh, return_exceptions=True)
            raise
        return self.error

    def forget_error(self) -> None:
        """Somebody wants to try again."""
        self.error = None
        self._failures = 0

    def heard_from(self, session: Session) -> None:
        """The server has confirmed a change, so an older failure to reach it is no trouble any more."""
        self._delivered[session.id] = session
        self._fresh.set()
        if isinstance(self.error, TransportError):
            self.error = None
            self.changed.emit(None)

    # --- reading ----------------------------------------------------------------------------------------------------

    async def _refresh_once(self) -> None:
        try:
            listing = await self._listing()
        except JoipError as error:
            self.error = error
            self._failures += 1
            if isinstance(error, TransportError):
                self._unread.set()
            if isinstance(error, SignInNeededError) and self.sender is not None:
                self.sender.stop_for(error)
        else:
            if (other := self._other_account(listing)) is None:
                await self._take_in(listing)
            else:
                self.error = other
                if self.sender is not None:
                    self.sender.stop_for(other)
        finally:
            self._refresh = None
            self.changed.emit(None)

    async def _take_in(self, listing: Listing) -> None:
        self.error = None
        self._failures = 0
        self.unreadable = listing.unreadable
        former = {one: self._library.server(one) for one in self._outbox.sessions()}
        self._library.load(listing.sessions, complete=not listing.unreadable)
        self.refreshed_at = self.listed_at = datetime.now(UTC)
        self._note_merges(former)
        await self._outbox.reconcile(
            (entry, server)
            for session_id in self._outbox.sessions()
            if (server := self._library.server(session_id)) is not None
            for entry in self._outbox.entries(session_id)
        )
        for entry in self._outbox.conflicts:
            if entry.state is State.CONFLICT and self._library.server(entry.session_id) is None:
                # Nothing is left to choose between.
                await self._outbox.fail(entry, NotFoundError("The session is not in the list any more.", status=404))
        if self.sender is not None:
            self.sender.caught_up()
        if self._memory is not None:
            self._delivered.clear()
            await self._memory.replace(self._library.server_rows(), self.refreshed_at)

    def _other_account(self, listing: Listing) -> SignInNeededError | None:
        """Whether the list is somebody else's than the changes that wait, which must not be sent with their cookie."""
        known, listed = _owner(self._library.server_rows()), _owner(listing.sessions)
        if known is None or listed is None or known == listed or not len(self._outbox):
            return None
        return SignInNeededError(
            "This is the sign-in of another account than the one whose changes are waiting.",
            status=HTTPStatus.OK,
            next_step="Paste the cookie of that account to send them, or give them up first.",
        )

    def _note_merges(self, former: dict[int, Session | None]) -> None:
        """Sessions with waiting changes that were changed elsewhere in other fields: both are kept."""
        now = datetime.now(UTC)
        notes = []
        for session_id, before in former.items():
            after = self._library.server(session_id)
            if before is not None and after is not None:
                names = changed_fields(before, after, less=self._outbox.overlay(session_id))
                if names:
                    sentence = f"Changed elsewhere and kept beside your waiting changes: {labels(names)}."
                    notes.append(Note(now, session_id, sentence))
        self._notes.add(notes)

    async def _listing(self) -> Listing:
        """The list answer, however often the server wants us to wait first."""
        while True:
            ticket = await self._pacer.ticket(urgent=True)
            sign_in = self._sign_in
            try:
                return await self._api.list_sessions(ticket)
            except RateLimitedError:
                continue  # the budget has taken note of how long to wait
            except SignInNeededError:
                if sign_in == self._sign_in:
                    raise  # else it was asked with a cookie that has been replaced since

    @property
    def _sign_in(self) -> int:
        return 0 if self.sender is None else self.sender.sign_in

    # --- by itself --------------------------------------------------------------------------------------------------

    async def _read_again(self) -> None:
        while True:
            await self._unread.wait()
            self._unread.clear()
            await asyncio.sleep(self._backoff.after(self._failures))
            if self.sender is not None and self.sender.will_read_list:
                continue
            if isinstance(self.error, TransportError):
                try:
                    await self.refresh()
                except Exception:
                    log.exception("reading the list again failed in our own code")

    async def _write_answers(self) -> None:
        while True:
            await self._fresh.wait()
            try:
                await asyncio.sleep(_WRITE_AFTER)
            finally:
                await asyncio.shield(self._write_gathered())

    async def _write_gathered(self) -> None:
        self._fresh.clear()
        delivered, self._delivered = self._delivered, {}
        if self._memory is not None and delivered:
            await self._memory.update(_newest(delivered.values(), self._library))


def _newest(sessions: Iterable[Session], library: Library) -> Sequence[Session]:
    return [library.server(session.id) or session for session in sessions]


def _owner(sessions: Iterable[Session]) -> str | None:
    """Whose sessions these are; None where no row tells."""
    return next((session.user_id for session in sessions if isinstance(session.user_id, str)), None)
