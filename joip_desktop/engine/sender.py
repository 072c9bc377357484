"""The sender: takes changes out of the outbox and sends them, at the budget's pace, a few at a time."""

from __future__ import annotations

import asyncio
import logging
import math
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from joip_desktop.domain.entry import Entry
from joip_desktop.domain.errors import (
    AnswerError,
    JoipError,
    RateLimitedError,
    ServerFaultError,
    SignInNeededError,
    StatusError,
    StorageError,
    TransportError,
    own_fault,
)
from joip_desktop.domain.session import Session
from joip_desktop.engine.backoff import Backoff
from joip_desktop.engine.estimate import Pace
from joip_desktop.engine.events import Listeners
from joip_desktop.engine.library import Library
from joip_desktop.engine.notes import told_besides
from joip_desktop.engine.outbox import Outbox
from joip_desktop.engine.pacing import Pacer
from joip_desktop.engine.ports import Budget, SessionsApi, Ticket

log = logging.getLogger(__name__)

IN_FLIGHT: Final = 6
"""Requests on their way at once: enough to use a burst of tokens on a slow network, few enough to stop quickly."""

ATTEMPTS: Final = 3
"""How often a change is sent to a server that answers with a fault or with nonsense before it counts as failed."""

FIRST_PAUSE, LONGEST_PAUSE = 2.0, 60.0
"""Seconds to rest after the first and after many failures in a row."""

BREAK: Final = 60.0
"""Seconds without sending (offline, signed out, paused) after which the list is read before the next change."""

LONG_SILENCE: Final = 900.0
"""Seconds since the last answer after which that is so, too; a laptop that slept has not noticed anything else."""

ReadList = Callable[[], Awaitable[JoipError | None]]
"""Reads the list and brings the outbox in line with it; returns why that failed."""


class Mood(Enum):
    """Whether the sender sends."""

    READY = auto()
    RESTING = auto()
    """After a failure that has nothing to do with the change itself; goes on by itself."""
    SIGNED_OUT = auto()
    """After a 401; goes on when `resume` is called."""


@dataclass(frozen=True, slots=True)
class SenderState:
    """What the sender does; `error` says why where it does not send, `until` when it tries again (by its clock)."""

    mood: Mood
    error: JoipError | None = None
    until: float | None = None


class Sender:
    """Runs as one task (`run`) for the length of a connection; in flight are at most `IN_FLIGHT` requests."""

    def __init__(
        self,
        *,
        outbox: Outbox,
        library: Library,
        api: SessionsApi,
        budget: Budget,
        pacer: Pacer,
        read_list: ReadList | None = None,
        clock: Callable[[], float] = time.monotonic,
        wall_clock: Callable[[], float] = time.time,
        first_pause: float = FIRST_PAUSE,
    ) -> None:
        self.changed: Listeners[SenderState] = Listeners()
        self.delivered: Listeners[Session] = Listeners()
        """A session as the server has it after it confirmed a change."""
        self.state = SenderState(Mood.READY)
        self.paused = False
        self.sign_in = 0  # how often somebody may have signed in; a 401 to an earlier cookie says nothing of this one
        self.breaks = 0  # how often what is known became old, and with it every list that was asked for before
        self._outbox = outbox
        self._library = library
        self._api = api
        self._budget = budget
        self._pacer = pacer
        self._read_list = read_list
        self._clock = clock
        self._wall_clock = wall_clock
        self._backoff = Backoff(first=first_pause, longest=LONGEST_PAUSE)
        self._pace = Pace(lanes=IN_FLIGHT)
        self._work = asyncio.Event()
        self._flights: dict[asyncio.Task[None], Entry] = {}
        self._failures = 0
        self._behind = False
        self._stopped_at: float | None = None
        self._heard_at: float | None = None
        outbox.changed.add(lambda _: self._look_again())

    # --- what others tell it ----------------------------------------------------------------------------------------

    def resume(self) -> None:
        """Go on now: after a new sign-in, or because somebody pressed "try now"."""
        self._failures = 0
        self.sign_in += 1
        self._set(SenderState(Mood.READY))

    def stop_for(self, error: SignInNeededError) -> None:
        """Send nothing more until `resume`: the cookie is not accepted. Who signs in next may find other values."""
        self._behind = True
        self._set(SenderState(Mood.SIGNED_OUT, error))

    def pause(self, *, paused: bool) -> None:
        """Send nothing more until the person wants it; what is on its way ends as it will."""
        self.paused = paused
        self._set(self.state)

    def fall_behind(self) -> None:
        """What is known of the sessions is old: the list has to be read before the next change goes out."""
        self.breaks += 1
        self._behind = True

    def caught_up(self) -> None:
        """The list has been read, and the server answers."""
        self._behind = False
        self._stopped_at = self._wall_clock() if self.paused else None
        self._heard_at = self._wall_clock()
        if self.state.mood is not Mood.READY:
            self.resume()

    @property
    def wants_list(self) -> bool:
        """Whether the next change waits for the list."""
        return self._behind and self._read_list is not None and self._outbox.can_take()

    @property
    def will_read_list(self) -> bool:
        """Whether the list is read here before long, so that nobody else has to."""
        return self.wants_list and not self.paused and self.state.mood is not Mood.SIGNED_OUT

    def seconds_for(self, requests: int) -> float:
        """How long it takes until what is on its way and so many more requests are confirmed, as things go now."""
        return self._pace.seconds_for(requests, self._clock(), self._budget)

    def rate(self) -> float | None:
        """Changes per minute that were confirmed of late; None while that can't be told."""
        return self._pace.rate(self._clock())

    # --- running ----------------------------------------------------------------------------------------------------

    async def run(self) -> None:
        """Send whatever comes, until cancelled; what is in flight then is cancelled and stays in the outbox."""
        try:
            while True:
                await self._until_ready()
                if self.wants_list:
                    await self._catch_up()
                    continue
                ticket = await self._pacer.ticket(wanted=self._wanted)
                entry = await self._next_or_none() if self._may_send else None
                if entry is None:
                    self._budget.give_back(ticket)
                    continue
                self._pace.sent(entry.session_id, self._clock())
                flight = asyncio.create_task(self._fly(entry, ticket), name=f"send session {entry.session_id}")
                self._flights[flight] = entry
                flight.add_done_callback(self._landed)
        finally:
            flights = dict(self._flights)
            for flight in flights:
                flight.cancel()
            await asyncio.gather(*flights, return_exceptions=True)
            for entry in flights.values():
                if self._outbox.is_sending(entry):
                    await self._outbox.release(entry, unsure=True)

    @property
    def _may_send(self) -> bool:
        return self.state.mood is Mood.READY and not self.paused and not self._behind_now()

    async def _until_ready(self) -> None:
        """Wait until a request may be sent as far as it depends on us: awake, not too many, something to send."""
        while True:
            self._work.clear()
            if self.state.mood is Mood.RESTING:
                pause = (self.state.until or 0.0) - self._clock()
                if pause <= 0:
                    self._set(SenderState(Mood.READY))
                    continue
                await self._work_or(pause)
            elif (
                self.state.mood is Mood.READY
                and not self.paused
                and len(self._flights) < self._room()
                and self._outbox.can_take()
            ):
                self._behind_now()
                return
            else:
                await self._work_or(None)

    def _behind_now(self) -> bool:
        """Whether the list is to be read first; a long silence is noticed here."""
        if self._heard_at is not None and not 0 <= self._wall_clock() - self._heard_at <= LONG_SILENCE:
            self._behind, self._heard_at = True, None
        return self._behind and self._read_list is not None

    def _hear(self) -> None:
        """The server has answered; what was on its way during a long silence does not make up for it."""
        self._behind_now()
        self._heard_at = self._wall_clock()

    async def _catch_up(self) -> None:
        """Read the list before the first change after a break; until that works, nothing is sent."""
        if self._read_list is None:
            return
        try:
            error = await self._read_list()
        except Exception as fault:
            log.exception("reading the list failed in our own code")
            error = own_fault(fault)
        if error is not None and not isinstance(error, SignInNeededError):  # that one stops us by itself
            self._rest(error)

    async def _next_or_none(self) -> Entry | None:
        """The same, whatever happens: a fault of our own must not end sending for good."""
        try:
            return await self._next()
        except Exception as fault:
            log.exception("choosing the next change failed in our own code")
            self._rest(own_fault(fault))
            return None

    async def _next(self) -> Entry | None:
        """The entry to send, now SENDING; one that has to be settled with the server's state first is settled."""
        entry = self._outbox.peek()
        if entry is None:
            return None
        server = self._library.server(entry.session_id)
        if server is not None:
            found = self._outbox.compare(entry, server)
            if found.conflicts or found.settled:
                await self._outbox.reconcile([(entry, server)])
                return None
        return self._outbox.take()

    @property
    def next_in(self) -> float | None:
        """Seconds until the next change goes out, if that depends on the server's limit alone; else None.

        It is more than the time to the next token where refills gather, to go out together.
        """
        if not self._outbox.can_take() or not self._may_send or len(self._flights) >= self._room():
            return None
        delay = self._budget.delay(self._wanted())
        return delay if math.isfinite(delay) else None

    def _wanted(self) -> int:
        """How many requests may as well wait a little and go together; an edit by hand may not."""
        return 1 if self._outbox.has_hand_work else self._outbox.queued

    def _look_again(self) -> None:
        self._work.set()
        self._pacer.look_again()
        if not self._outbox.waiting:
            self._pace.interrupted()

    def _room(self) -> int:
        """How many requests may be in flight: after failures one at a time, to see whether it works again."""
        return 1 if self._failures else IN_FLIGHT

    async def _work_or(self, seconds: float | None) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._work.wait()

    def _landed(self, flight: asyncio.Task[None]) -> None:
        self._flights.pop(flight, None)
        self._work.set()

    async def _fly(self, entry: Entry, ticket: Ticket) -> None:
        """Send an entry; whatever fails of our own on the way, it does not stay on its way for ever."""
        try:
            await self._send(entry, ticket)
        except Exception as error:
            log.exception("a change was sent, but not put away")
            if self._outbox.is_sending(entry):
                await self._outbox.fail(entry, own_fault(error))

    def _set(self, state: SenderState) -> None:
        """Change the state, and notice how long nothing could be sent."""
        self.state = state
        now = self._wall_clock()
        if state.mood is not Mood.READY or self.paused:
            self._pace.interrupted()
            self._stopped_at = now if self._stopped_at is None else self._stopped_at
        elif self._stopped_at is not None:
            self._behind = self._behind or not 0 <= now - self._stopped_at < BREAK
            # After a rest that is to be tried out the break goes on, until an answer has ended it.
            self._stopped_at = self._stopped_at if self._failures else None
        self._work.set()
        self.changed.emit(state)

    # --- sending ----------------------------------------------------------------------------------------------------

    async def _send(self, entry: Entry, ticket: Ticket) -> None:
        try:
            await self._outbox.begin(entry)
        except BaseException as error:
            self._pace.failed(entry.session_id)
            self._budget.give_back(ticket)
            entry.attempts -= 1
            await self._outbox.release(entry)
            if isinstance(error, StorageError):
                self._rest(error)
                return
            raise
        sign_in = self.sign_in
        try:
            answer = await self._api.update_session(entry.session_id, entry.change.patch, ticket)
        except JoipError as error:
            await self._went_wrong(entry, error, sign_in=sign_in)
        except Exception as error:
            log.exception("sending a change failed in our own code")
            self._pace.failed(entry.session_id)
            self._budget.give_back(ticket)  # nothing happens where the request went out
            await self._outbox.fail(entry, own_fault(error))
        else:
            await self._arrived(entry, answer)

    async def _arrived(self, entry: Entry, answer: Session) -> None:
        self._pace.confirmed(entry.session_id, self._clock(), self._budget)
        self._failures = 0
        if self.state.mood is Mood.READY and not self.paused:  # what was on its way at a stop does not end the break
            self._stopped_at = None
        self._hear()
        known = self._library.server(entry.session_id)
        sentence = "" if known is None else told_besides(known, entry.change.patch, answer)
        # The answer first: between the two steps the overlay and the answer agree, so no view flickers.
        self._library.take_over(answer)
        newest = self._library.server(answer.id) or answer
        self.delivered.emit(newest)
        await self._outbox.done(entry, answer, sentence=sentence)
        await self._compare_again(answer.id)

    async def _went_wrong(self, entry: Entry, error: JoipError, *, sign_in: int | None = None) -> None:
        """Do what the failure calls for; `sign_in` is the one that the request went out with, or None for this one."""
        sign_in = self.sign_in if sign_in is None else sign_in
        self._pace.failed(entry.session_id)
        if isinstance(error, StatusError):
            self._hear()
        match error:
            case RateLimitedError():
                entry.attempts -= 1  # only faults count
                await self._outbox.release(entry)  # the budget has taken note of how long to wait
            case SignInNeededError():
                entry.attempts -= 1
                if sign_in == self.sign_in:
                    self.stop_for(error)
                await self._outbox.release(entry)
            case TransportError():
                entry.attempts -= 1
                self._rest(error)
                await self._outbox.release(entry, unsure=True)
            case ServerFaultError() | AnswerError() if entry.attempts < ATTEMPTS:
                self._rest(error)
                await self._outbox.release(entry, unsure=True)
            case _:
                await self._outbox.fail(entry, error)
        await self._compare_again(entry.session_id)

    async def _compare_again(self, session_id: int) -> None:
        """What waits for a session is compared whenever one of its changes comes back from its way."""
        if (server := self._library.server(session_id)) is not None:
            await self._outbox.reconcile((entry, server) for entry in self._outbox.entries(session_id))

    def _rest(self, error: JoipError) -> None:
        if self.state.mood is not Mood.READY:
            return  # other requests of the same burst fail for the same reason
        self._failures += 1
        pause = self._backoff.after(self._failures)
        self._set(SenderState(Mood.RESTING, error, self._clock() + pause))
