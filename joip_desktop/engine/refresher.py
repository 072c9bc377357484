"""Reading the list: on demand, after a break, by itself when it failed; and what it tells of waiting changes."""

from __future__ import annotations

import asyncio
import logging
import math
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Final

from joip_desktop.domain.entry import State
from joip_desktop.domain.errors import JoipError, NotFoundError, RateLimitedError, SignInNeededError, TransportError
from joip_desktop.domain.progress import ReadingProgress
from joip_desktop.domain.say import say
from joip_desktop.domain.session import Session
from joip_desktop.engine.backoff import Backoff
from joip_desktop.engine.events import Listeners
from joip_desktop.engine.library import Library
from joip_desktop.engine.notes import Note, Notes, labels
from joip_desktop.engine.outbox import Outbox
from joip_desktop.engine.pacing import Pacer
from joip_desktop.engine.ports import KeptList, ListMemory, SessionsApi
from joip_desktop.engine.sender import Sender
from joip_desktop.engine.slices import Breather, Work, in_slices

log = logging.getLogger(__name__)

READ_AGAIN_AFTER: Final = 5.0
LONGEST_WAIT: Final = 120.0
"""Seconds from a list request that got no answer to the next one, at first and at most."""

_WRITE_AFTER: Final = 0.25
"""Seconds in which news gather before they go into the list on disk."""

_TELL_EVERY: Final = 0.1
"""Seconds from one word about the progress to the next: as often as anybody can read it."""


@dataclass(frozen=True, slots=True)
class _Listed:
    """A list answer that is used up while it is taken in, so that rows that nobody needs don't go all at once."""

    rows: deque[Session]
    unreadable: int
    breaks: int
    """The sender's count when it was asked for."""

    def used_up(self) -> Iterator[Session]:
        """The rows, in order."""
        while self.rows:
            yield self.rows.popleft()


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
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.changed: Listeners[None] = Listeners()
        self.refreshed_at: datetime | None = None
        """When the list was read in this run."""
        self.listed_at: datetime | None = None
        """When the list that is shown was read; earlier than this run until the first refresh is in."""
        self.error: JoipError | None = None
        self.unreadable = 0
        self.progress: ReadingProgress | None = None
        """How far the list has come that is on its way; None while none is, and before its first byte."""
        self.sender: Sender | None = None
        """Set by whoever joins the two."""
        self._api = api
        self._pacer = pacer
        self._library = library
        self._outbox = outbox
        self._notes = notes
        self._memory = memory
        self._clock = clock
        self._told_at = -math.inf
        self._backoff = Backoff(first=read_again_after, longest=max(LONGEST_WAIT, read_again_after))
        self._failures = 0
        self._refresh: asyncio.Task[None] | None = None
        self._loading = asyncio.Lock()
        """Held while a list is taken into the library, which takes one at a time."""
        self._unread = asyncio.Event()
        self._delivered: dict[int, Session] = {}
        self._is_unwritten = False
        self._fresh = asyncio.Event()

    @property
    def is_refreshing(self) -> bool:
        """Whether a list request is waiting or on its way."""
        return self._refresh is not None

    async def restore(self, kept: KeptList) -> None:
        """Show the list of an earlier run, until this one's is in; that one wins, however late this one is ready."""
        async with self._loading:
            if self.refreshed_at is None:
                await in_slices(self._library.loading(kept.sessions, earlier=True))
                self.listed_at = kept.read_at
                self.changed.emit(None)

    async def run(self) -> None:
        """Read the list again by itself when that failed, and keep it and later answers on disk; until cancelled."""
        await asyncio.gather(self._read_again(), self._write_news())

    async def refresh(self) -> JoipError | None:
        """Read the list anew; a second call joins the one that is under way. Returns why it failed."""
        if self._refresh is None:
            self._refresh = asyncio.create_task(self._refresh_once(), name="refresh the list")
            self.changed.emit(None)
        refresh = self._refresh
        try:
            await asyncio.shield(refresh)
        except asyncio.CancelledError:
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
            while not await self._read():
                pass  # somebody else may have signed in while the list was taken in
        finally:
            self._refresh = self.progress = None
            self.changed.emit(None)

    async def _read(self) -> bool:
        """Read the list and take it in; returns whether that is to be left at that."""
        try:
            listed = await self._listed()
        except JoipError as error:
            self.error = error
            self._failures += 1
            if isinstance(error, TransportError):
                self._unread.set()
            if isinstance(error, SignInNeededError) and self.sender is not None:
                self.sender.stop_for(error)
            return True
        async with self._loading:
            if (other := await self._other_account(listed.rows)) is not None:
                self.error = other
                if self.sender is not None:
                    self.sender.stop_for(other)
                return True
            elsewhere = await in_slices(self._library.loading(listed.used_up(), complete=not listed.unreadable))
            self.error = None
            self._failures = 0
            self.unreadable = listed.unreadable
            self.refreshed_at = self.listed_at = datetime.now(UTC)
        await in_slices(self._noting(elsewhere))
        await self._settle()
        self._is_unwritten = True
        self._fresh.set()
        if listed.breaks != self._breaks:
            return False
        if self.sender is not None:
            self.sender.caught_up()
        return True

    async def _settle(self) -> None:
        """Bring what waits in line with the list."""
        await self._outbox.reconcile(
            (entry, server)
            for session_id in self._outbox.sessions()
            if (server := self._library.server(session_id)) is not None
            for entry in self._outbox.entries(session_id)
        )
        breather = Breather()
        for entry in self._outbox.conflicts:
            if entry.state is State.CONFLICT and self._library.server(entry.session_id) is None:
                # Nothing is left to choose between.
                await self._outbox.fail(
                    entry, NotFoundError(say("The session is not in the list any more."), status=404)
                )
            if breather.is_due():
                await breather.breathe()

    async def _other_account(self, rows: Iterable[Session]) -> SignInNeededError | None:
        """Whether the list is somebody else's than the changes that wait, which must not be sent with their cookie."""
        known = await in_slices(_finding_owner(self._library.server_rows()))
        listed = await in_slices(_finding_owner(rows))
        if known is None or listed is None or known == listed:
            return None
        if not len(self._outbox):
            self._library.load(())  # so that nothing can be done with the former account's sessions meanwhile
            return None
        return SignInNeededError(
            say("This is the sign-in of another account than the one whose changes are waiting."),
            status=HTTPStatus.OK,
            next_step=say("Sign in to that account to send them, or give them up first."),
        )

    def _noting(self, elsewhere: Mapping[int, Sequence[str]]) -> Work[None]:
        """Sessions with waiting changes that were changed elsewhere in other fields: both are kept."""
        now = datetime.now(UTC)
        notes = []
        for session_id, names in elsewhere.items():
            if names:
                sentence = say(
                    "Changed elsewhere and kept beside your waiting changes: {fields}.", fields=labels(names)
                )
                notes.append(Note(now, session_id, sentence))
            yield
        self._notes.add(notes)

    async def _listed(self) -> _Listed:
        """The list answer, however often the server wants us to wait first."""
        while True:
            ticket = await self._pacer.ticket(urgent=True)
            sign_in, breaks = self._sign_in, self._breaks
            try:
                listing = await self._api.list_sessions(ticket, progress=self._on_progress)
            except RateLimitedError:
                continue  # the budget has taken note of how long to wait
            except SignInNeededError:
                if sign_in == self._sign_in:
                    raise  # else it was asked with a cookie that has been replaced since
            else:
                if breaks == self._breaks:
                    return _Listed(deque(listing.sessions), listing.unreadable, breaks)

    def _on_progress(self, progress: ReadingProgress) -> None:
        """Listeners hear of it now and then only, since it comes with every few bytes."""
        if self._refresh is None:
            return
        is_first, self.progress = self.progress is None, progress
        if is_first or self._clock() - self._told_at >= _TELL_EVERY:
            self._told_at = self._clock()
            self.changed.emit(None)

    @property
    def _breaks(self) -> int:
        return 0 if self.sender is None else self.sender.breaks

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

    async def _write_news(self) -> None:
        """Nobody waits for that: for many sessions it takes a while, and it only serves the next start."""
        while True:
            await self._fresh.wait()
            try:
                await asyncio.sleep(_WRITE_AFTER)
            finally:
                await asyncio.shield(self._write_gathered())

    async def _write_gathered(self) -> None:
        self._fresh.clear()
        delivered, self._delivered = self._delivered, {}
        is_unwritten, self._is_unwritten = self._is_unwritten, False
        if self._memory is None:
            return
        if is_unwritten and self.refreshed_at is not None:
            await self._memory.replace(tuple(self._library.server_rows()), self.refreshed_at)
        elif delivered:
            await self._memory.update(_newest(delivered.values(), self._library))


def _newest(sessions: Iterable[Session], library: Library) -> Sequence[Session]:
    return [library.server(session.id) or session for session in sessions]


def _finding_owner(sessions: Iterable[Session]) -> Work[str | None]:
    """Whose sessions these are; None where no row tells."""
    for session in sessions:
        if isinstance(session.user_id, str):
            return session.user_id
        yield
    return None
