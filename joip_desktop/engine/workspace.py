"""The workspace: one account's library, outbox, sender, jobs and drafts, and what a person can do with them."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

from joip_desktop.domain.changes import Change
from joip_desktop.domain.conflicts import Side
from joip_desktop.domain.draft import Edits, Group
from joip_desktop.domain.entry import Entry, among
from joip_desktop.domain.errors import JoipError
from joip_desktop.domain.job import Job, Kind, Outcome
from joip_desktop.domain.ledger import Ledger
from joip_desktop.domain.progress import ReadingProgress
from joip_desktop.domain.quota import Quota
from joip_desktop.domain.say import later
from joip_desktop.domain.session import Session, same
from joip_desktop.engine.backups import Backups
from joip_desktop.engine.drafts import Drafts
from joip_desktop.engine.events import Listeners
from joip_desktop.engine.history import Action, History
from joip_desktop.engine.library import Library
from joip_desktop.engine.marks import SessionMarks
from joip_desktop.engine.notes import Notes
from joip_desktop.engine.outbox import Effect, Outbox
from joip_desktop.engine.pacing import Pacer
from joip_desktop.engine.plan import Plan, planning_redo, planning_undo
from joip_desktop.engine.ports import Budget, DraftStore, Journal, KeptList, ListMemory, SessionsApi, SnapshotStore
from joip_desktop.engine.refresher import READ_AGAIN_AFTER, Refresher
from joip_desktop.engine.report import JobBook, writing_lines
from joip_desktop.engine.sender import Mood, Sender
from joip_desktop.engine.slices import Work, in_slices
from joip_desktop.engine.tally import Tally
from joip_desktop.engine.undoing import UNDONE, is_undone_by_taking_it_out, taken_out, to_take_out

GIVEN_UP = later("Given up.")


class Workspace:
    """Joins the engine's parts; views read the parts and act through the methods here.

    `changed` tells that something about the connection, the refresh or the quota is different.
    """

    def __init__(
        self,
        *,
        api: SessionsApi,
        budget: Budget,
        journal: Journal | None = None,
        memory: ListMemory | None = None,
        draft_store: DraftStore | None = None,
        snapshots: SnapshotStore | None = None,
        read_again_after: float = READ_AGAIN_AFTER,
        clock: Callable[[], float] = time.monotonic,
        wall_clock: Callable[[], float] = time.time,
    ) -> None:
        self.changed: Listeners[None] = Listeners()
        self.outbox = Outbox(journal)
        self.jobs = JobBook(self.outbox)  # hears of each step first, so that whoever asks it is told the newest
        self.history = History()
        self.jobs.opened.add(self.history.follow)
        self.library = Library(self.outbox)
        self.drafts = Drafts(self.library, draft_store)
        self.marks = SessionMarks(self.drafts, self.outbox)
        self.tally = Tally(library=self.library, drafts=self.drafts, outbox=self.outbox, marks=self.marks)
        self.notes = Notes()
        self.backups = Backups(self.library, snapshots)
        self._budget = budget
        self._journal = journal
        self._turn = asyncio.Lock()
        self._pacer = Pacer(budget)
        self.refresher = Refresher(
            api=api,
            pacer=self._pacer,
            library=self.library,
            outbox=self.outbox,
            notes=self.notes,
            memory=memory,
            read_again_after=read_again_after,
            clock=clock,
        )
        self.sender = Sender(
            outbox=self.outbox,
            library=self.library,
            api=api,
            budget=budget,
            pacer=self._pacer,
            read_list=self.refresher.refresh,
            clock=clock,
            wall_clock=wall_clock,
        )
        self.refresher.sender = self.sender
        self.sender.changed.add(lambda _: self.changed.emit(None))
        self.sender.delivered.add(self.refresher.heard_from)
        self.refresher.changed.add(self.changed.emit)
        self._unsubscribe = budget.subscribe(lambda: self.changed.emit(None))

    def restore(
        self,
        ledger: Ledger,
        drafts: Mapping[int, Edits] = MappingProxyType({}),
        groups: Mapping[int, Group | None] = MappingProxyType({}),
    ) -> None:
        """Take in what earlier runs left, before any view is made: changes, and unsaved edits."""
        self.jobs.restore(ledger, self.outbox.restore(ledger))
        self.history.restore(self.jobs.jobs.values())
        self.drafts.restore(drafts)
        self.drafts.several.restore(groups)
        self.sender.pause(paused=ledger.paused)
        self.sender.fall_behind()

    async def restore_list(self, kept: KeptList) -> None:
        """Show the list of an earlier run until this one's is in."""
        if self.refreshed_at is None:
            self.sender.fall_behind()  # until this one's is in, perhaps before the other is shown
            await self.refresher.restore(kept)

    # --- what is going on -------------------------------------------------------------------------------------------

    @property
    def quota(self) -> Quota:
        """What is known of the server's limit now."""
        return self._budget.quota()

    @property
    def is_refreshing(self) -> bool:
        """Whether a list request is waiting or on its way."""
        return self.refresher.is_refreshing

    @property
    def progress(self) -> ReadingProgress | None:
        """How far the list has come that is on its way; None while none is, and before its first byte."""
        return self.refresher.progress

    @property
    def refreshed_at(self) -> datetime | None:
        """When the list was read in this run."""
        return self.refresher.refreshed_at

    @property
    def listed_at(self) -> datetime | None:
        """When the list that is shown was read; in an earlier run, until this one's is in."""
        return self.refresher.listed_at

    @property
    def unreadable(self) -> int:
        """Rows of the latest list that could not be read."""
        return self.refresher.unreadable

    @property
    def unkept(self) -> int:
        """Changes that would not outlive the process: all of them without a journal, or while it can't be written."""
        return len(self.outbox) if self._journal is None else self.outbox.unwritten

    @property
    def trouble(self) -> JoipError | None:
        """Why nothing comes in or goes out now; None while all is well."""
        if self.outbox.problem is not None:
            return self.outbox.problem
        if self.sender.state.mood is not Mood.READY:
            return self.sender.state.error
        return self.refresher.error

    @property
    def next_change_in(self) -> float | None:
        """Seconds until the server's limit lets the next change go; None where it depends on something else."""
        return self.sender.next_in

    def rate(self) -> float | None:
        """Changes per minute that were confirmed of late; None while that can't be told."""
        return self.sender.rate()

    def seconds_left(self, job: Job) -> float:
        """How long the rest of a job takes, as things go now; an edit by hand goes before the rest."""
        if job.requests == 1:
            return self._budget.time_for(1)
        ahead = sum(one.counts[Outcome.WAITING] for one in self.jobs.running() if one.id <= job.id)
        return self.sender.seconds_for(min(max(0, ahead - self.outbox.sending), self.outbox.queued))

    def seconds_for(self, requests: int) -> float:
        """How long that many more requests take, behind what is waiting already."""
        return self.sender.seconds_for(max(0, self.outbox.queued + requests))

    def effect_of(self, plan: Plan) -> Effect:
        """How many requests a plan would add to those that wait."""
        return self.outbox.effect_of(plan.changes)

    # --- what can be done -------------------------------------------------------------------------------------------

    async def run(self) -> None:
        """Send changes until cancelled; count, and read the list again by itself when that failed on the way."""
        helpers = [
            asyncio.create_task(self.refresher.run(), name="read the list again"),
            asyncio.create_task(self.tally.run(), name="count"),
        ]
        try:
            await self.sender.run()
        finally:
            for helper in helpers:
                helper.cancel()
            await asyncio.gather(*helpers, return_exceptions=True)
            await self.outbox.flush()
            await self.drafts.flush()
            self._pacer.close()
            self._unsubscribe()

    async def refresh(self) -> None:
        """Read the list anew. A failure is kept in `trouble`; a second call joins the one that is under way."""
        await self.refresher.refresh()

    def submit(self, plan: Plan) -> Coroutine[Any, Any, Job]:
        """Put a plan's changes into the outbox; they are kept safe when what this returns has been awaited.

        Drafts hear of it before that, by the call itself: what is typed from now on comes after the plan.

        Raises:
            StorageError: they can't be kept; nothing has been queued then.
        """
        return self._submit(plan, self.drafts.saving(plan.changes))

    async def _submit(self, plan: Plan, end: Callable[[], None]) -> Job:
        try:
            await self.backups.before(plan.title, len(plan.changes))  # not in turn, as it may take a while
            async with self._turn:
                await self.compare(change.session_id for change in plan.changes)
                job = await self._open(await in_slices(self._updating(plan)))
        except Exception:
            end()
            raise
        end()  # but not when cancelled, as the process ends: the disk may have the plan or not, so edits stay edits
        return job

    async def cancel(self, job: Job) -> None:
        """Take back what of the job has not been sent; what is on its way ends as it will."""
        async with self._turn:
            self.outbox.cancelled_jobs.add(job.id)
            await self.outbox.withdraw(lambda part: part.job == job.id)
        await self._see_what_arrived()

    async def retry(self, session_ids: Iterable[int]) -> None:
        """Send the failed changes of these sessions again."""
        async with self._turn:
            await self.outbox.retry(self._failed_of(session_ids))

    async def discard(self, session_ids: Iterable[int]) -> None:
        """Give up the held changes of these sessions, failed or in conflict; they show again what the server has."""
        async with self._turn:
            wanted = set(session_ids)
            held = [one for one in (*self.outbox.failed, *self.outbox.conflicts) if one.session_id in wanted]
            parts = {id(part): part for entry in held for part in entry.parts}  # kept alive, or a number may recur
            await self.outbox.withdraw(lambda part: id(part) in parts, GIVEN_UP)
        await self._see_what_arrived()

    async def discard_everything(self) -> None:
        """Give up all changes that are not on their way, waiting or held, and all unsaved edits."""
        async with self._turn:
            self.drafts.discard()
            await self.outbox.withdraw(lambda _: True, GIVEN_UP)
            self.outbox.take_doubts()  # the next list tells what arrived

    async def resolve(self, choices: Mapping[int, Mapping[str, Side]]) -> None:
        """Decide conflicts: by session and field, whose value is kept.

        What the server has now is what was chosen about; a value that comes before it is this one's turn asks again.
        """
        seen = {session_id: self.library.server(session_id) for session_id in choices}
        async with self._turn:
            await self.outbox.resolve(
                (entry, server, _of_the_same(choices[entry.session_id], before, server))
                for entry in self.outbox.conflicts
                if (before := seen.get(entry.session_id)) is not None
                and (server := self.library.server(entry.session_id)) is not None
            )

    async def undo(self, action: Action | None = None) -> Job | None:
        """Undo an action, the latest one by default; None where there is none, or it is not its turn."""
        await self._back_up_again(self._in_turn(action, self.history.to_undo))
        async with self._turn:
            action = self._in_turn(action, self.history.to_undo)
            if action is None:
                return None
            job = action.job
            await self.outbox.withdraw(lambda part: is_undone_by_taking_it_out(part, job), UNDONE)
            await self.compare(job.results)
            plan = await in_slices(planning_undo(job, self.library.shown, taken_out(job)))
            undone = await self._open(plan, kind=Kind.UNDO, of=job.id)
        await self._see_what_arrived()
        return undone

    async def plan_undo(self, action: Action) -> Plan:
        """What undoing the action would do now; nothing is done."""
        job = action.job
        withdrawn = [*taken_out(job), *to_take_out(job, self.outbox)]
        return await in_slices(planning_undo(job, self.library.shown, withdrawn))

    async def plan_redo(self, action: Action) -> Plan:
        """What doing the action again would do now; nothing is done."""
        undone = () if action.undone_by is None else action.undone_by.results
        return await in_slices(planning_redo(action.job, self.library.shown, undone))

    async def redo(self, action: Action | None = None) -> Job | None:
        """Do again what was undone last; None where there is nothing, or it is not its turn."""
        await self._back_up_again(self._in_turn(action, self.history.to_redo))
        async with self._turn:
            action = self._in_turn(action, self.history.to_redo)
            if action is None or action.undone_by is None:
                return None
            await self.compare(action.job.results)
            plan = await self.plan_redo(action)
            return await self._open(plan, kind=Kind.REDO, of=action.job.id)

    async def pause(self, *, paused: bool) -> None:
        """Stop sending until it is wanted again, also after a restart; or go on."""
        self.sender.pause(paused=paused)
        if self._journal is not None:
            await self._journal.pause(paused=paused)

    def resume(self) -> None:
        """Try again now, whatever was in the way."""
        self.refresher.forget_error()
        self.sender.resume()

    # --- parts of it ------------------------------------------------------------------------------------------------

    async def compare(self, session_ids: Iterable[int]) -> None:
        """Settle what waits for these sessions with what the server has, before anything joins it.

        A wish that comes to life again, because a later one was taken back, may have started from an old state.
        """
        await self.outbox.reconcile(
            (entry, server)
            for session_id in session_ids
            for entry in self.outbox.entries(session_id)
            if (server := self.library.server(session_id)) is not None
        )

    async def _open(self, plan: Plan, *, kind: Kind = Kind.DO, of: int | None = None) -> Job:
        head = self.jobs.head_for(plan, kind=kind, of=of)
        await self.outbox.add(head, await in_slices(writing_lines(plan, head)))
        await self.compare(change.session_id for change in plan.changes)
        return self.jobs.jobs[head.id]

    async def _see_what_arrived(self) -> None:
        """Changes were taken back that may have reached the server: only the list tells."""
        if self.outbox.take_doubts():
            await self.refresh()

    def _updating(self, plan: Plan) -> Work[Plan]:
        """The plan over what waits by now, which may be more than when it was made.

        What came from the server meanwhile is left for the comparison before sending: it must not be overwritten
        unseen.
        """
        changes: list[Change] = []
        unchanged = list(plan.unchanged)
        for change in plan.changes:
            before = {**change.before, **among(self.outbox.overlay(change.session_id), change.patch)}
            patch = {name: value for name, value in change.patch.items() if not same(before[name], value)}
            if patch:
                changes.append(replace(change, patch=patch, before=among(before, patch)))
            else:
                unchanged.append(change.session_id)
            yield
        return replace(plan, changes=changes, unchanged=unchanged)

    async def _back_up_again(self, action: Action | None) -> None:
        """An action is about to be undone or done again."""
        if action is not None:
            await self.backups.before(action.job.title, len(action.job.results))

    def _failed_of(self, session_ids: Iterable[int]) -> list[Entry]:
        wanted = set(session_ids)
        return [entry for entry in self.outbox.failed if entry.session_id in wanted]

    @staticmethod
    def _in_turn(wanted: Action | None, next_one: Action | None) -> Action | None:
        return next_one if wanted is None or wanted is next_one else None


def _of_the_same(choices: Mapping[str, Side], seen: Session, server: Session) -> Mapping[str, Side]:
    """The choices about values that are still what they were."""
    return {name: side for name, side in choices.items() if same(seen.value(name), server.value(name))}
