"""The one owner of the window's tasks: none is lost, none outlives the window, none fails in silence."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


class Tasks:
    """Runs coroutines that widgets start; what goes wrong in one is handed to `on_error`."""

    def __init__(self, on_error: Callable[[BaseException], None]) -> None:
        self._on_error = on_error
        self._tasks: set[asyncio.Task[Any]] = set()
        self._kept: set[asyncio.Task[Any]] = set()
        self._closed = False

    def spawn(self, work: Coroutine[Any, Any, object], *, name: str, to_the_end: bool = False) -> None:
        """Run `work` in the background; after `close` it is dropped. Work `to_the_end` is not cancelled by closing."""
        if self._closed:
            work.close()
            return
        task = asyncio.get_running_loop().create_task(work, name=name)
        (self._kept if to_the_end else self._tasks).add(task)
        task.add_done_callback(self._ended)

    async def close(self) -> None:
        """Wait for what has to come to its end, cancel everything else, and wait until that has ended, too."""
        self._closed = True
        await asyncio.gather(*self._kept, return_exceptions=True)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        self._kept.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._on_error(error)
