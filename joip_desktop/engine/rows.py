"""The row index: which sessions a table shows and in which order, by plain lists, for any number of sessions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeAlias

from joip_desktop.domain.query import Query, haystack
from joip_desktop.domain.session import Session

SortKey: TypeAlias = Callable[[Session], Any]
"""Gives something that compares; sessions without a value are for the key to place."""

Condition: TypeAlias = Callable[[Session], bool]
"""A sidebar entry's condition."""


class RowIndex:
    """Sessions filtered by a condition and a query, sorted by a key, ties in the server's order.

    A change of a shown session leaves its row where it is, even if it would sort or filter elsewhere now: rows that
    jump away under the mouse are worse than rows that wait for the next `arrange`.
    """

    def __init__(self) -> None:
        self._sessions: list[Session] = []
        self._haystacks: list[str] = []
        self._position: dict[int, int] = {}
        self._order: list[int] = []
        self._rows: list[int] = []
        self._row_of: dict[int, int] | None = None
        self._condition: Condition | None = None
        self._query = Query()
        self._key: SortKey | None = None
        self._descending = False

    def __len__(self) -> int:
        return len(self._rows)

    def session(self, row: int) -> Session:
        """The session shown in a row."""
        return self._sessions[self._rows[row]]

    def sessions(self) -> list[Session]:
        """All sessions shown, in order."""
        return [self._sessions[position] for position in self._rows]

    def row_of(self, session_id: int) -> int | None:
        """The row that shows a session; None where none does."""
        if self._row_of is None:
            self._row_of = {self._sessions[position].id: row for row, position in enumerate(self._rows)}
        return self._row_of.get(session_id)

    # --- what is shown ----------------------------------------------------------------------------------------------

    def load(self, sessions: Iterable[Session]) -> None:
        """Take all sessions, in the server's order."""
        self._sessions = list(sessions)
        self._haystacks = [haystack(session) for session in self._sessions]
        self._position = {session.id: position for position, session in enumerate(self._sessions)}
        self._sort()
        self._filter()

    def replace(self, sessions: Iterable[Session]) -> list[int]:
        """Take newer states of sessions; returns the rows that show them, ascending. Rows stay where they are."""
        rows: list[int] = []
        for session in sessions:
            position = self._position.get(session.id)
            if position is None:
                continue
            self._sessions[position] = session
            self._haystacks[position] = haystack(session)
            if (row := self.row_of(session.id)) is not None:
                rows.append(row)
        return sorted(rows)

    def sort_by(self, key: SortKey | None, *, descending: bool = False) -> None:
        """Sort by a key; None is the server's order."""
        self._key, self._descending = key, descending
        self._sort()
        self._filter()

    def show(self, *, condition: Condition | None = None, query: Query | None = None) -> None:
        """Show only sessions that fit both."""
        self._condition = condition
        self._query = query or Query()
        self._filter()

    def arrange(self) -> None:
        """Sort and filter anew, by what the sessions are now."""
        self._sort()
        self._filter()

    def _sort(self) -> None:
        everything = range(len(self._sessions))
        if self._key is None:
            self._order = list(everything)
            return
        keys = [self._key(session) for session in self._sessions]
        self._order = sorted(everything, key=keys.__getitem__, reverse=self._descending)

    def _filter(self) -> None:
        self._row_of = None
        found = self._query.pick(self._haystacks)
        rows: Sequence[int] = self._order
        if found is not None:
            wanted = set(found)
            rows = [position for position in rows if position in wanted]
        if self._condition is not None:
            condition, sessions = self._condition, self._sessions
            rows = [position for position in rows if condition(sessions[position])]
        self._rows = list(rows)
