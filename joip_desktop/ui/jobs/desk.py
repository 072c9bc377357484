"""The desk for changes: turns what people want into calls of the workspace, and asks first where that is due."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Mapping
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from joip_desktop.domain.conflicts import Side
from joip_desktop.domain.draft import Draft
from joip_desktop.domain.errors import JoipError
from joip_desktop.domain.job import Job, Outcome
from joip_desktop.domain.say import later, nested, say, say_count
from joip_desktop.engine.consequences import consequences
from joip_desktop.engine.history import Action
from joip_desktop.engine.plan import (
    Plan,
    count_sessions,
    picturing,
    plan_draft,
    plan_favourite,
    planning_favourite,
    weighing_undo,
)
from joip_desktop.engine.slices import Work, at_once, in_slices
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.discretion import Discretion
from joip_desktop.ui.jobs.conflict_dialog import ConflictDialog
from joip_desktop.ui.jobs.plan_dialog import PlanDialog
from joip_desktop.ui.jobs.report_view import ReportDialog
from joip_desktop.ui.jobs.undo_stack import UndoStack
from joip_desktop.ui.messages import ask, tell
from joip_desktop.ui.tasks import Tasks
from joip_desktop.ui.theme import Theme

_NOTHING_SENT: Final = later("Nothing was sent.")


class ChangeDesk:
    """What can be done with changes from the window. `notify` says what went wrong without losing anything."""

    def __init__(
        self,
        workspace: Workspace,
        *,
        window: QWidget,
        tasks: Tasks,
        theme: Theme,
        undo_stack: UndoStack,
        notify: Callable[[str], None],
        discretion: Discretion | None = None,
    ) -> None:
        self._workspace = workspace
        self._window = window
        self._discretion = discretion or Discretion(window)
        self._tasks = tasks
        self._theme = theme
        self._undo_stack = undo_stack
        self._notify = notify
        self._one_by_one = asyncio.Lock()
        self._proposes = False
        undo_stack.undo_wanted.connect(self.undo)
        undo_stack.redo_wanted.connect(self.redo)

    # --- new changes ------------------------------------------------------------------------------------------------

    def favourite(self, session_ids: Iterable[int], *, favourite: bool | None = None) -> None:
        """Star sessions or take the stars away; None toggles, and a mixed selection gets its stars first."""
        sessions = self._workspace.library.pick(session_ids)
        if len(sessions) == 1:
            self.submit(plan_favourite(sessions, favourite=favourite))
        elif sessions:
            self.propose(planning_favourite(sessions, favourite=favourite))

    def save(self, draft: Draft, *, then: Callable[[], None] = lambda: None) -> None:
        """Send the edits of one session; `then` is called when they are kept safe as a change."""
        self._submit_with_care(plan_draft(draft), then)

    def _submit_with_care(self, plan: Plan, agreed: Callable[[], None]) -> None:
        """Put a plan's change into the outbox; one that publishes or deletes something asks first."""
        told = consequences(at_once(picturing(plan)).fields)
        if not told:
            self.submit(plan, agreed)
            return
        shares = any(change.patch.get("share_to_community") for change in plan.changes)
        title, yes = say("Stop sharing?"), say("Stop sharing")
        if shares:
            title, yes = say("Share?"), say("Share")
        ask(
            self._window,
            title=title,
            text="\n".join(told),
            yes=yes,
            no=say("Not now"),
            then=lambda: self.submit(plan, agreed),
        )

    def propose(
        self, planning: Work[Plan], *, agreed: Callable[[], None] = lambda: None, is_always_shown: bool = False
    ) -> None:
        """Make a plan for many sessions, to be shown before anything is sent; one at a time is enough.

        `agreed` is called when the person has agreed to it and its changes are kept safe. A plan for one session alone
        is shown only where it `is_always_shown`, or has something to ask.
        """
        if self._proposes:
            planning.close()
            self._notify(say("Another plan is being made or waits for your answer. Nothing was sent for this one."))
            return
        self._proposes = True
        self._tasks.spawn(self._propose(planning, agreed, is_always_shown=is_always_shown), name="make a plan")

    def submit(self, plan: Plan, then: Callable[[], None] = lambda: None) -> None:
        """Put a plan's changes into the outbox; closing the window waits for that, since it takes the disk alone.

        `then` is called when they are kept safe; not if the disk refuses.
        """
        saved = self._workspace.drafts.saving(plan.changes)  # drafts hear of it now, before anything else is typed
        self._do(lambda: self._submit(plan, saved, then), name=plan.title, to_the_end=True)

    async def _submit(self, plan: Plan, saved: Callable[[], None], then: Callable[[], None]) -> None:
        try:
            await self._workspace.submit(plan)
        except Exception:
            saved()
            raise
        saved()  # not if it was called off in the middle, as the disk may have it then
        then()

    async def _propose(self, planning: Work[Plan], agreed: Callable[[], None], *, is_always_shown: bool) -> None:
        try:
            plan = await in_slices(planning)
            if plan.size <= 1 and not is_always_shown:
                self._submit_with_care(plan, agreed)
            elif await self._agrees_to(plan):
                self.submit(plan, agreed)
        finally:
            self._proposes = False

    async def _agrees_to(self, plan: Plan) -> bool:
        """Show a plan and wait for the person."""
        workspace = self._workspace
        await workspace.compare(change.session_id for change in plan.changes)  # so that the numbers are true
        picture = await in_slices(picturing(plan))
        dialog = PlanDialog(
            plan,
            picture,
            workspace=workspace,
            colours=self._theme.colours,
            discretion=self._discretion,
            parent=self._window,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        answer: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        dialog.finished.connect(lambda result: _settle(answer, agreed=result == PlanDialog.DialogCode.Accepted))
        self._undo_stack.sync()  # nothing is undone before the answer is yes
        dialog.open()
        return await answer

    # --- back and forth ---------------------------------------------------------------------------------------------

    def undo(self, action: Action) -> None:
        """Undo an action; what can't be brought back as it was is said first."""
        self._do(lambda: self._undo(action), name="undo")

    def _undo_job(self, job: Job) -> None:
        """Undo the action of a job, if it is its turn."""
        action = self._workspace.history.to_undo
        if action is not None and action.job is job:
            self.undo(action)

    def redo(self, action: Action) -> None:
        """Do again what was undone."""
        self._do(lambda: self._redo(action), name="redo")

    async def _undo(self, action: Action) -> None:
        async with self._one_by_one:  # a jump in the history is many wishes, and each has to wait for its turn
            if action is self._workspace.history.to_undo and await self._may_undo(action):
                await self._workspace.undo(action)

    async def _redo(self, action: Action) -> None:
        async with self._one_by_one:
            if action is self._workspace.history.to_redo:
                plan = await self._workspace.plan_redo(action)
                if await self._may_redo(action, plan):
                    await self._workspace.redo(action)

    async def _may_undo(self, action: Action) -> bool:
        """What was sent while the person thought it over makes more to bring back, so it is shown again."""
        plan = await self._workspace.plan_undo(action)
        while await self._agrees_to_undo(action, plan):
            now = await self._workspace.plan_undo(action)
            if len(now.changes) <= len(plan.changes):
                return True
            plan = now
        return False

    async def _agrees_to_undo(self, action: Action, plan: Plan) -> bool:
        """Several requests show their plan first; one alone asks only where there is something to say."""
        if len(plan.changes) > 1:
            return await self._agrees_to(plan)
        told = consequences(at_once(picturing(plan)).fields)
        losses = await in_slices(weighing_undo(action.job))
        if losses:
            head = say("“{action}” can't be undone exactly:", action=nested(action.title))
            points = [f"• {say(sentence)} ({count_sessions(count)})" for sentence, count in losses.items()]
            return await self._accepts(say("Undo?"), [head, "", *points, *told], yes=say("Undo the rest"))
        return not told or await self._accepts(say("Undo?"), [action.title, "", *told], yes=say("Undo"))

    async def _may_redo(self, action: Action, plan: Plan) -> bool:
        if len(plan.changes) > 1:
            return await self._agrees_to(plan)
        told = consequences(at_once(picturing(plan)).fields)
        return not told or await self._accepts(say("Redo?"), [action.title, "", *told], yes=say("Redo"))

    async def _accepts(self, title: str, lines: Iterable[str], *, yes: str) -> bool:
        answer: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._undo_stack.sync()
        ask(
            self._window,
            title=title,
            text="\n".join(lines),
            yes=yes,
            no=say("Leave as it is"),
            then=lambda: _settle(answer, agreed=True),
            otherwise=lambda: _settle(answer, agreed=False),
        )
        return await answer

    # --- what is under way ------------------------------------------------------------------------------------------

    def cancel(self, job: Job) -> None:
        """Take back what of a job has not been sent; asks, because that can't be undone."""
        waiting = job.counts[Outcome.WAITING]
        if waiting <= 1:
            self._cancel_now(job)
            return
        ask(
            self._window,
            title=say("Cancel?"),
            text=say_count(
                "{n} change of “{job}” is waiting and would be dropped; what has been sent stays.",
                "{n} changes of “{job}” are waiting and would be dropped; what has been sent stays.",
                waiting,
                job=nested(job.title),
            ),
            yes=say("Cancel them"),
            no=say("Go on"),
            then=lambda: self._cancel_now(job),
        )

    def _cancel_now(self, job: Job) -> None:
        self._do(lambda: self._workspace.cancel(job), name="cancel")

    def retry(self, session_ids: Iterable[int]) -> None:
        """Send failed changes again."""
        self._do(lambda: self._workspace.retry(session_ids), name="retry")

    def discard(self, session_ids: Iterable[int]) -> None:
        """Give up held changes."""
        self._do(lambda: self._workspace.discard(session_ids), name="give up a change")

    def pause(self, paused: bool) -> None:
        """Stop sending, or go on."""
        self._do(lambda: self._workspace.pause(paused=paused), name="pause", consequence="")

    def resolve(self) -> None:
        """Let the person choose between both values of fields that were changed elsewhere, too."""
        if not self._workspace.outbox.conflicts:
            tell(self._window, title=say("Conflicts"), text=say("No field was changed both here and elsewhere."))
            return
        dialog = ConflictDialog(
            self._workspace, colours=self._theme.colours, discretion=self._discretion, parent=self._window
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._resolve)
        dialog.open()

    def _resolve(self, choices: Mapping[int, Mapping[str, Side]]) -> None:
        self._do(lambda: self._workspace.resolve(choices), name="resolve conflicts")

    def report(self, job: Job | None) -> None:
        """Show what became of each session of a job."""
        if job is None:
            tell(self._window, title=say("Report"), text=say("Nothing has been sent yet."))
            return
        workspace = self._workspace
        dialog = ReportDialog(
            job,
            jobs=workspace.jobs,
            library=workspace.library,
            history=workspace.history,
            discretion=self._discretion,
            parent=self._window,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.retry_wanted.connect(self.retry)
        dialog.discard_wanted.connect(self.discard)
        dialog.resolve_wanted.connect(self.resolve)
        dialog.undo_wanted.connect(self._undo_job)
        dialog.open()

    # --- how --------------------------------------------------------------------------------------------------------

    def _do(
        self,
        work: Callable[[], Coroutine[Any, Any, object]],
        *,
        name: str,
        to_the_end: bool = False,
        consequence: str = _NOTHING_SENT,
    ) -> None:
        self._tasks.spawn(self._say_what_went_wrong(work, consequence), name=name, to_the_end=to_the_end)

    async def _say_what_went_wrong(self, work: Callable[[], Awaitable[object]], consequence: str) -> None:
        try:
            await work()
        except JoipError as error:
            parts = (self._discretion.error_text(error.sentence), error.next_step, consequence and say(consequence))
            self._notify(" ".join(filter(None, parts)))
        finally:
            self._undo_stack.sync()


def _settle(answer: asyncio.Future[bool], *, agreed: bool) -> None:
    """Give an answer, unless the one who asked has gone."""
    if not answer.done():
        answer.set_result(agreed)
