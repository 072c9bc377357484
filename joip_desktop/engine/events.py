"""The engine's way to tell views that something changed, without knowing any view."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Generic, TypeVar

log = logging.getLogger(__name__)

T = TypeVar("T")


class Listeners(Generic[T]):
    """Callbacks of one kind of event, called in the order in which they were added."""

    def __init__(self) -> None:
        self._callbacks: list[Callable[[T], None]] = []

    def add(self, callback: Callable[[T], None]) -> Callable[[], None]:
        """Call `callback` on each event from now on; the function returned ends that."""
        self._callbacks.append(callback)

        def remove() -> None:
            if callback in self._callbacks:
                self._callbacks.remove(callback)

        return remove

    def emit(self, event: T) -> None:
        """Tell everybody; one that fails keeps neither the others from hearing nor the engine from going on."""
        for callback in tuple(self._callbacks):
            try:
                callback(event)
            except Exception:
                log.exception("a listener failed")
