"""The library: what the server last said of every session, with the waiting changes laid over it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from joip_desktop.domain.session import Session, merge
from joip_desktop.domain.times import parse_time
from joip_desktop.engine.events import Listeners
from joip_desktop.engine.outbox import Outbox, OutboxEvent


@dataclass(frozen=True, slots=True)
class LibraryEvent:
    """What became different: these sessions, or (`reset`) any number of them, rows that came or went included."""

    changed: frozenset[int]
    reset: bool = False


class Library:
    """All sessions of the account as views show them; the order is the server's."""

    def __init__(self, outbox: Outbox) -> None:
        self.changed: Listeners[LibraryEvent] = Listeners()
        self._outbox = outbox
        self._server: dict[int, Session] = {}
        self._shown: dict[int, Session] = {}
        self._gone: dict[int, Session] = {}
        outbox.changed.add(self._on_outbox)

    def __len__(self) -> int:
        return len(self._shown)

    def __iter__(self) -> Iterator[Session]:
        return iter(self._shown.values())

    def get(self, session_id: int) -> Session | None:
        """The session as views show it: what the server said, under what is waiting to be sent."""
        return self._shown.get(session_id)

    def last_known(self, session_id: int) -> Session | None:
        """The session as views show it or, when it has left the list in this run, as it was; for reports."""
        return self._shown.get(session_id) or self._gone.get(session_id)

    @property
    def shown(self) -> Mapping[int, Session]:
        """Every session as views show it, by its id."""
        return self._shown

    def pick(self, session_ids: Iterable[int]) -> list[Session]:
        """These sessions as views show them, less those that are gone."""
        return [shown for session_id in session_ids if (shown := self._shown.get(session_id)) is not None]

    def server(self, session_id: int) -> Session | None:
        """What the server last said of the session."""
        return self._server.get(session_id)

    def server_rows(self) -> list[Session]:
        """What the server last said of every session, in its order."""
        return list(self._server.values())

    def load(self, listed: Iterable[Session], *, complete: bool = True) -> None:
        """Take in a list answer: new rows, gone rows, and for known ones what the row tells beside what is known.

        A row that was read before an answer that we have already (its `updatedAt` is older) does not set it back. In a
        list that is not `complete`, a row that is missing may only have been unreadable, so its session stays.
        """
        server: dict[int, Session] = {}
        for row in listed:
            known = self._server.get(row.id)
            if known is None or known == row:  # as most rows of a refresh are; merging costs ten times as much
                server[row.id] = row
            elif _is_older(row, known):
                server[row.id] = merge(row, known)
            else:
                server[row.id] = merge(known, row)
        if not complete:
            server.update((one, known) for one, known in self._server.items() if one not in server)
        self._gone.update((one, self._server[one]) for one in self._server.keys() - server.keys())
        self._server = server
        self._shown = {session_id: self._overlaid(session) for session_id, session in server.items()}
        self.changed.emit(LibraryEvent(frozenset(server), reset=True))

    def take_over(self, answer: Session) -> None:
        """Take in the answer to an update."""
        known = self._server.get(answer.id)
        if known is None:
            self._server[answer.id] = answer
        else:
            self._server[answer.id] = merge(answer, known) if _is_older(answer, known) else merge(known, answer)
        if known is None:
            self._shown[answer.id] = self._overlaid(self._server[answer.id])
            self.changed.emit(LibraryEvent(frozenset(self._server), reset=True))
        else:
            self._show({answer.id})

    def _on_outbox(self, event: OutboxEvent) -> None:
        self._show(event.sessions)

    def _show(self, session_ids: Iterable[int]) -> None:
        changed = set()
        for session_id in session_ids:
            session = self._server.get(session_id)
            if session is not None:
                self._shown[session_id] = self._overlaid(session)
                changed.add(session_id)
        if changed:
            self.changed.emit(LibraryEvent(frozenset(changed)))

    def _overlaid(self, session: Session) -> Session:
        waiting = self._outbox.overlay(session.id)
        return session.with_values(waiting) if waiting else session


def _is_older(row: Session, known: Session) -> bool:
    """Whether `row` was read before `known`."""
    if row.updated_at == known.updated_at:
        return False
    read, had = parse_time(row.updated_at), parse_time(known.updated_at)
    return read is not None and had is not None and read < had
