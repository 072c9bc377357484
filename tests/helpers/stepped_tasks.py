"""Tasks that get on only when a test says so, a step at a time and without a loop."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any

from joip_desktop.ui.tasks import Tasks


class SteppedTasks(Tasks):
    """Keeps what is spawned. A step ends where the work gives way; work that waits for anything else gets nowhere."""

    def __init__(self) -> None:
        super().__init__(on_error=print)
        self.running: list[Coroutine[Any, Any, object]] = []

    def spawn(self, work: Coroutine[Any, Any, object], *, name: str, to_the_end: bool = False) -> None:
        del name, to_the_end
        self.running.append(work)

    def step(self) -> None:
        """Let each task go on once."""
        for work in list(self.running):
            try:
                work.send(None)
            except StopIteration:
                self.running.remove(work)

    def finish(self) -> None:
        """Let all tasks come to their end."""
        while self.running:
            self.step()
