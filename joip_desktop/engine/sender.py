"""The sender: takes changes out of the outbox and sends them, at the budget's pace, a few at a time."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto

from joip_desktop.domain.errors import (
    AnswerError,
    JoipError,
    RateLimitedError,
    ServerFaultError,
    SignInNeededError,
    TransportError,
)
from joip_desktop.domain.entry import Entry
from joip_desktop.engine.events import Listeners
from joip_desktop.engine.library import Library
from joip_desktop.engine.outbox import Outbox, OutboxEvent
from joip_desktop.engine.pacing import Pacer
from joip_desktop.engine.ports import Budget, SessionsApi, Ticket
from joip_desktop.engine.report import JobBook, Outcome

log = logging.getLogger(__name__)

IN_FLIGHT = 6
"""Requests on their way at once: enough to use a burst of tokens on a slow network, few enough to stop quickly."""

ATTEMPTS = 3
"""How often a change is sent to a server that answers with a fault or with nonsense before it counts as failed."""

FIRST_PAUSE, LONGEST_PAUSE = 2.0, 60.0
"""Seconds to wait after the first and after many failures in a row; doubled from one to the next."""


_DOUBLINGS = 10
"""More make no difference to the pause, and after a thousand failures the number would be too large to compute."""


class Mood(Enum):
    """Whether the sender sends."""

    READY = auto()
    RESTING = auto()
    """After a failure that has nothing to do with the change itself; goes on by itself."""
    SIGNED_OUT = auto()
    """After a 401; goes on when `resume` is called."""


@dataclass(frozen=True, slots=True)
class SenderState:
    """What the sender does; `error` says why where it does not send, `until` when it tries again (loop time)."""

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
        jobs: JobBook,
        api: SessionsApi,
        budget: Budget,
        pacer: Pacer,
        clock: Callable[[], float] = time.monotonic,
        first_pause: float = FIRST_PAUSE,
    ) -> None:
        self.changed: Listeners[SenderState] = Listeners()
        self.delivered: Listeners[int] = Listeners()
        """The id of a session whose change the server has confirmed."""
        self.state = SenderState(Mood.READY)
        self._outbox = outbox
        self._library = library
        self._jobs = jobs
        self._api = api
        self._budget = budget
        self._pacer = pacer
        self._clock = clock
        self._first_pause = first_pause
        self._work = asyncio.Event()
        self._flights: dict[asyncio.Task[None], Entry] = {}
        self._failures = 0
        outbox.changed.add(self._on_outbox)

    async def run(self) -> None:
        """Send whatever comes, until cancelled; what is in flight then is cancelled and stays in the outbox."""
        try:
            while True:
                await self._until_ready()
                ticket = await self._pacer.ticket()
                entry = self._outbox.take() if self.state.mood is Mood.READY else None
                if entry is None:
                    self._budget.give_back(ticket)
                    continue
                flight = asyncio.create_task(self._send(entry, ticket), name=f"send session {entry.session_id}")
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

    def resume(self) -> None:
        """Go on now: after a new sign-in, or because somebody pressed "try now"."""
        self._failures = 0
        self._set(SenderState(Mood.READY))

    def stop_for(self, error: SignInNeededError) -> None:
        """Send nothing more until `resume`: the cookie is not accepted."""
        self._set(SenderState(Mood.SIGNED_OUT, error))

    # --- waiting ----------------------------------------------------------------------------------------------------

    async def _until_ready(self) -> None:
        """Wait until there is something to send, room for it, and no reason to rest."""
        while True:
            self._work.clear()
            if self.state.mood is Mood.RESTING:
                pause = (self.state.until or 0.0) - self._clock()
                if pause <= 0:
                    self._set(SenderState(Mood.READY))
                    continue
                await self._work_or(pause)
            elif self.state.mood is Mood.READY and len(self._flights) < self._room() and self._outbox.can_take():
                return
            else:
                await self._work_or(None)

    def _room(self) -> int:
        """How many requests may be in flight: after failures one at a time, to see whether it works again."""
        return 1 if self._failures else IN_FLIGHT

    async def _work_or(self, seconds: float | None) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._work.wait(), seconds)

    def _on_outbox(self, event: OutboxEvent) -> None:
        self._jobs.record(event.cancelled_out, Outcome.UNCHANGED, "Set back before it was sent.")
        self._work.set()

    def _landed(self, flight: asyncio.Task[None]) -> None:
        self._flights.pop(flight, None)
        self._work.set()
        if not flight.cancelled() and (error := flight.exception()) is not None:
            log.error("a change was sent, but not put away", exc_info=error)

    def _set(self, state: SenderState) -> None:
        self.state = state
        self._work.set()
        self.changed.emit(state)

    # --- sending ----------------------------------------------------------------------------------------------------

    async def _send(self, entry: Entry, ticket: Ticket) -> None:
        pairs = [(job, entry.session_id) for job in entry.jobs]
        try:
            answer = await self._api.update_session(entry.session_id, entry.change.patch, ticket)
        except JoipError as error:
            await self._went_wrong(entry, error)
        except Exception as error:
            log.exception("sending a change failed in our own code")
            self._budget.give_back(ticket)  # nothing happens where the request went out
            await self._fail(entry, JoipError(f"The app itself failed here ({type(error).__name__})."))
        else:
            self._failures = 0
            # The answer first: between the two steps the overlay and the answer agree, so no view flickers.
            self._library.take_over(answer)
            await self._outbox.done(entry)
            self._jobs.record(pairs, Outcome.DONE)
            self.delivered.emit(entry.session_id)

    async def _went_wrong(self, entry: Entry, error: JoipError) -> None:
        match error:
            case RateLimitedError():
                entry.attempts -= 1  # only faults count
                await self._outbox.release(entry)  # the budget has taken note of how long to wait
            case SignInNeededError():
                entry.attempts -= 1
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
                await self._fail(entry, error)

    async def _fail(self, entry: Entry, error: JoipError) -> None:
        pairs = [(job, entry.session_id) for job in entry.jobs]
        await self._outbox.fail(entry, error)
        self._jobs.record(pairs, Outcome.FAILED, str(error))

    def _rest(self, error: JoipError) -> None:
        if self.state.mood is not Mood.READY:
            return  # other requests of the same burst fail for the same reason
        pause = min(LONGEST_PAUSE, self._first_pause * 2.0 ** min(self._failures, _DOUBLINGS))
        self._failures += 1
        self._set(SenderState(Mood.RESTING, error, self._clock() + pause))
