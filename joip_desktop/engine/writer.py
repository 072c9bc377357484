"""Writes the outbox's steps: on disk first, then told, in order; what the disk refuses is tried again by itself."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import Final

from joip_desktop.domain.errors import StorageError
from joip_desktop.domain.ledger import Line
from joip_desktop.domain.say import say
from joip_desktop.engine.ports import Journal
from joip_desktop.engine.shelves import Step

log = logging.getLogger(__name__)

TRY_AGAIN_AFTER: Final = 5.0
"""Seconds from a disk that can't be written to the next try."""


class StepWriter:
    """Steps that gather while the disk is busy are written together. Without a journal, each is told at once."""

    def __init__(self, journal: Journal | None, tell: Callable[[Step], None]) -> None:
        self.problem: StorageError | None = None
        """Why steps can't be written now."""
        self._journal = journal
        self._tell = tell
        self._steps: list[tuple[Step, asyncio.Future[None]]] = []
        self._unwritten: dict[tuple[int, int], Line] = {}
        self._task: asyncio.Task[None] | None = None
        self._again: asyncio.TimerHandle | None = None

    @property
    def refused(self) -> int:
        """How many lines the disk would not take; they are lost if the process ends now."""
        return 0 if self.problem is None else len(self._unwritten)

    def owe(self, step: Step) -> None:
        """Write a step's lines with the next one; it is not told, because nobody listens yet."""
        self._unwritten.update(step.lines)

    async def finish(self, step: Step) -> None:
        """Write a step and tell it; that goes on even if the one who waits for it is cancelled."""
        if not step.touched and not step.lines and not self._unwritten:
            return
        if self._journal is None:
            self._tell(step)
            return
        written: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._steps.append((step, written))
        if self._task is None:
            self._task = asyncio.create_task(self._write(self._journal), name="write the outbox")
        await asyncio.shield(written)

    async def flush(self) -> None:
        """Wait until every step is on disk or has found that it can't be written; nothing is tried after that."""
        if self._unwritten:
            await self.finish(Step())
        while (task := self._task) is not None:
            await asyncio.wait([task])
        if self._again is not None:
            self._again.cancel()

    async def _write(self, journal: Journal) -> None:
        try:
            while self._steps:
                steps, self._steps = self._steps, []
                for step, _ in steps:
                    self._unwritten.update(step.lines)
                if self._unwritten:
                    await self._write_lines(journal)
                for step, written in steps:
                    self._tell(step)
                    if not written.done():
                        written.set_result(None)
        finally:
            self._task = None

    async def _write_lines(self, journal: Journal) -> None:
        try:
            await journal.update(list(self._unwritten.values()))
        except StorageError as error:
            self._refused(error)
        except Exception as error:
            log.exception("writing the outbox failed in our own code")
            self._refused(StorageError(say("Changes can't be kept on disk ({kind}).", kind=type(error).__name__)))
        else:
            self._unwritten.clear()
            self.problem = None

    def _refused(self, error: StorageError) -> None:
        if self.problem is None:
            log.warning("the outbox can't be written: %s", error)
        self.problem = error
        if self._again is not None:
            self._again.cancel()
        self._again = asyncio.get_running_loop().call_later(TRY_AGAIN_AFTER, self._try_again)

    def _try_again(self) -> None:
        """An empty step takes along what is owed; views hear of it, because the trouble may be over."""
        if self._task is None and self._journal is not None:
            self._steps.append((Step(), asyncio.get_running_loop().create_future()))
            self._task = asyncio.create_task(self._write(self._journal), name="write the outbox")
