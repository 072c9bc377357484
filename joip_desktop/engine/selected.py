"""The values that selected sessions have in one field, counted once and then kept up to date by what changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Final

from joip_desktop.domain.session import FieldValue, Session
from joip_desktop.engine.slices import Work

_STEP: Final = 512
"""Sessions between two chances to interrupt."""


class SelectedValues:
    """How many of some sessions have each value of `field`.

    `get` gives a session as views show it; those that are gone are not counted.
    """

    def __init__(self, get: Callable[[int], Session | None], field: str, session_ids: Sequence[int] = ()) -> None:
        self.counts: Counter[FieldValue] = Counter()
        self._get = get
        self._value_of = attrgetter(field)
        self._session_ids = session_ids
        self._known: dict[int, FieldValue] = {}
        self.is_counting = True
        """Whether `counts` are not yet those of all sessions."""

    def counting(self) -> Work[Mapping[FieldValue, int]]:
        """Count all of them; what changes in between may be told at once."""
        for start in range(0, len(self._session_ids), _STEP):
            part = self._session_ids[start : start + _STEP]
            self._take(one for one in part if one not in self._known)
            yield
        self.is_counting = False
        return self.counts

    def update(self, changed: Iterable[int]) -> bool:
        """Take in what changed, as far as it has been counted; returns whether any of it had."""
        known = [session_id for session_id in changed if session_id in self._known]
        for session_id in known:
            self.counts[self._known.pop(session_id)] -= 1
        self._take(known)
        return bool(known)

    def _take(self, session_ids: Iterable[int]) -> None:
        for session_id in session_ids:
            if (session := self._get(session_id)) is not None:
                value = self._known[session_id] = self._value_of(session)
                self.counts[value] += 1
