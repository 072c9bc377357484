"""The workspace: one account's library, outbox, sender, jobs and drafts, and what a person can do with them."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable
from datetime import UTC, datetime

from joip_desktop.domain.errors import JoipError, RateLimitedError, SignInNeededError, TransportError
from joip_desktop.domain.quota import Quota
from joip_desktop.engine.drafts import Drafts
from joip_desktop.domain.entry import Entry
from joip_desktop.engine.events import Listeners
from joip_desktop.engine.library import Library
from joip_desktop.engine.outbox import Outbox
from joip_desktop.engine.pacing import Pacer
from joip_desktop.engine.plan import Plan
from joip_desktop.engine.ports import Budget, Listing, SessionsApi
from joip_desktop.engine.report import Job, JobBook, Outcome
from joip_desktop.engine.sender import Mood, Sender
from joip_desktop.engine.tally import Tally

log = logging.getLogger(__name__)

READ_AGAIN_AFTER = 10.0
"""Seconds from a list request that got no answer to the next one."""


class Workspace:
    """Joins the engine's parts; views read the parts and act through the methods here.

    `changed` tells that something about the connection, the refresh or the quota is different.
    """

    def __init__(self, *, api: SessionsApi, budget: Budget, read_again_after: float = READ_AGAIN_AFTER) -> None:
        self.changed: Listeners[None] = Listeners()
        self.outbox = Outbox()
        self.library = Library(self.outbox)
        self.drafts = Drafts(self.library)
        self.tally = Tally(library=self.library, drafts=self.drafts, outbox=self.outbox)
        self.jobs = JobBook()
        self._api = api
        self._budget = budget
        self._read_again_after = read_again_after
        self._pacer = Pacer(budget)
        self.sender = Sender(
            outbox=self.outbox, library=self.library, jobs=self.jobs, api=api, budget=budget, pacer=self._pacer
        )
        self.refreshed_at: datetime | None = None
        self.refresh_error: JoipError | None = None
        self.unreadable = 0
        self._refresh: asyncio.Task[None] | None = None
        self._unread = asyncio.Event()
        self.sender.changed.add(lambda _: self.changed.emit(None))
        self.sender.delivered.add(lambda _: self._on_delivered())
        self._unsubscribe = budget.subscribe(lambda: self.changed.emit(None))

    # --- what is going on -------------------------------------------------------------------------------------------

    @property
    def quota(self) -> Quota:
        """What is known of the server's limit now."""
        return self._budget.quota()

    @property
    def is_refreshing(self) -> bool:
        """Whether a list request is waiting or on its way."""
        return self._refresh is not None

    @property
    def trouble(self) -> JoipError | None:
        """Why nothing comes in or goes out now; None while all is well."""
        if self.sender.state.mood is not Mood.READY:
            return self.sender.state.error
        return self.refresh_error

    def seconds_left(self, job: Job) -> float:
        """How long the server's limit makes the rest of a job take, at the least; a hand edit goes before the rest."""
        return self._budget.time_for(1) if job.requests == 1 else self.seconds_for(0)

    def seconds_for(self, requests: int) -> float:
        """How long the server's limit makes that many requests take, at the least, behind what is waiting already."""
        return self._budget.time_for(self.outbox.waiting - self.outbox.sending + requests)

    # --- what can be done -------------------------------------------------------------------------------------------

    async def run(self) -> None:
        """Send changes until cancelled, and read the list again by itself when that failed on the way."""
        reader = asyncio.create_task(self._read_again(), name="read the list again")
        try:
            await self.sender.run()
        finally:
            reader.cancel()
            await asyncio.gather(reader, return_exceptions=True)
            self._pacer.close()
            self._unsubscribe()

    async def refresh(self) -> None:
        """Read the list anew. A failure is kept in `refresh_error`; a second call joins the one that is under way."""
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

    async def submit(self, plan: Plan) -> Job:
        """Put a plan's changes into the outbox; they are kept safe when this returns."""
        job = self.jobs.open(plan)
        await self.outbox.add(plan.changes, priority=plan.priority, job=job.id)
        return job

    async def cancel(self, job: Job) -> None:
        """Take back what of the job has not been sent; what is on its way ends as it will."""
        withdrawn = await self.outbox.withdraw(lambda part: part.job == job.id)
        self.jobs.record(withdrawn, Outcome.CANCELLED)

    async def retry(self, session_ids: Iterable[int]) -> None:
        """Send the failed changes of these sessions again."""
        entries = self._failed_of(session_ids)
        pairs = [(job, entry.session_id) for entry in entries for job in entry.jobs]
        self.jobs.record(pairs, Outcome.WAITING)  # first, as the next outcome may come at once
        await self.outbox.retry(entries)

    async def discard(self, session_ids: Iterable[int]) -> None:
        """Give up the failed changes of these sessions; they show again what the server has."""
        parts = {id(part) for entry in self._failed_of(session_ids) for part in entry.parts}
        withdrawn = await self.outbox.withdraw(lambda part: id(part) in parts)
        self.jobs.record(withdrawn, Outcome.CANCELLED, "Given up after it failed.")

    def resume(self) -> None:
        """Try again now, whatever was in the way."""
        self.refresh_error = None
        self.sender.resume()

    # --- refreshing -------------------------------------------------------------------------------------------------

    async def _refresh_once(self) -> None:
        try:
            listing = await self._listing()
        except JoipError as error:
            self.refresh_error = error
            if isinstance(error, TransportError):
                self._unread.set()
            if isinstance(error, SignInNeededError):
                self.sender.stop_for(error)
        else:
            self.refresh_error = None
            self.unreadable = listing.unreadable
            self.refreshed_at = datetime.now(UTC)
            self.library.load(listing.sessions)
            if self.sender.state.mood is not Mood.READY:
                self.sender.resume()  # the server answers again
        finally:
            self._refresh = None
            self.changed.emit(None)

    async def _read_again(self) -> None:
        while True:
            await self._unread.wait()
            self._unread.clear()
            await asyncio.sleep(self._read_again_after)
            if isinstance(self.refresh_error, TransportError):
                try:
                    await self.refresh()
                except Exception:
                    log.exception("reading the list again failed in our own code")

    def _on_delivered(self) -> None:
        """The server answers again, so an older failure to reach it is no trouble any more."""
        if isinstance(self.refresh_error, TransportError):
            self.refresh_error = None
            self.changed.emit(None)

    async def _listing(self) -> Listing:
        """The list answer, however often the server wants us to wait first."""
        while True:
            ticket = await self._pacer.ticket(urgent=True)
            try:
                return await self._api.list_sessions(ticket)
            except RateLimitedError:
                continue  # the budget has taken note of how long to wait

    def _failed_of(self, session_ids: Iterable[int]) -> list[Entry]:
        wanted = set(session_ids)
        return [entry for entry in self.outbox.failed if entry.session_id in wanted]
