"""The library: what the server last said of every session, with the waiting changes laid over it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from joip_desktop.domain.conflicts import changed_fields
from joip_desktop.domain.session import Session, Values, merge
from joip_desktop.domain.times import parse_time
from joip_desktop.engine.events import Listeners
from joip_desktop.engine.outbox import Outbox, OutboxEvent
from joip_desktop.engine.slices import Work, at_once


@dataclass(frozen=True, slots=True)
class LibraryEvent:
    """What became different: these sessions. `reset`: rows came, went or changed their order.

    `listed`: because the list was read, so that views may sort anew; a session that changes stays where it is. That is
    told even if the list is the same as before. `earlier`: it is the list of an earlier run, so what it says may have
    been true before anything of this one.
    """

    changed: frozenset[int]
    reset: bool = False
    listed: bool = False
    earlier: bool = False


@dataclass(slots=True)
class _Load:
    """A list that is being taken in, beside what is shown until it is ready."""

    earlier: bool = False
    server: dict[int, Session] = field(default_factory=dict)
    shown: dict[int, Session] = field(default_factory=dict)
    gone: dict[int, Session] = field(default_factory=dict)
    changed: set[int] = field(default_factory=set)
    elsewhere: dict[int, Sequence[str]] = field(default_factory=dict)
    answers: list[Session] = field(default_factory=list)
    """Answers to updates that have come meanwhile: after the list, so they count after it."""
    before: dict[int, Session | None] = field(default_factory=dict)
    """What was known of their sessions until then."""
    stale: set[int] = field(default_factory=set)
    """Sessions of which there was news, so `shown` may be out of date."""
    replaced: list[Session] = field(default_factory=list)
    """What was shown before, held until it can be let go bit by bit."""


class Library:
    """All sessions of the account as views show them; the order is the server's."""

    def __init__(self, outbox: Outbox) -> None:
        self.changed: Listeners[LibraryEvent] = Listeners()
        self._outbox = outbox
        self._server: dict[int, Session] = {}
        self._shown: dict[int, Session] = {}
        self._gone: dict[int, Session] = {}
        self._load: _Load | None = None
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
        return list(filter(None, map(self._shown.get, session_ids)))

    def server(self, session_id: int) -> Session | None:
        """What the server last said of the session."""
        return self._server.get(session_id)

    def server_rows(self) -> list[Session]:
        """What the server last said of every session, in its order."""
        return list(self._server.values())

    def waiting(self, session_id: int) -> Values:
        """The values of ours that `get` shows over what the server said."""
        return self._outbox.overlay(session_id)

    def load(self, listed: Iterable[Session], *, complete: bool = True, earlier: bool = False) -> None:
        """Take in a list answer in one go, as `loading` does in slices."""
        at_once(self.loading(listed, complete=complete, earlier=earlier))

    def loading(
        self, listed: Iterable[Session], *, complete: bool = True, earlier: bool = False
    ) -> Work[Mapping[int, Sequence[str]]]:
        """Take in a list answer: new rows, gone rows, and for known ones what the row tells beside what is known.

        A row that was read before an answer that we have already (its `updatedAt` is older) does not set it back. In a
        list that is not `complete`, a row that is missing may only have been unreadable, so its session stays. A
        session that is the same as before stays the same object, which lets others skip it. A list of an `earlier` run
        is shown like any other, and listeners are told that it is one.

        Everybody sees what was there before until all of it is seen at once at the end; what happens in between is part
        of it. One list at a time: whoever loads waits for the former one.

        Returns, for sessions with waiting changes, the other fields in which the list says something new, if any.

        Raises:
            RuntimeError: another list is being loaded.
        """
        if self._load is not None:
            raise RuntimeError("another list is being loaded")
        load = self._load = _Load(earlier)
        try:
            yield from self._joining(load, listed)
            yield from self._missing(load, complete=complete)
            for session_id in load.server:
                self._compare(load, session_id)
                yield
            while load.answers or load.stale:
                self._catch_up(load)
                yield
            self._switch(load)
        finally:
            self._load = None
        while load.replaced:  # all in one go, a hundred thousand of them would take a while to be freed
            load.replaced.pop()
            yield
        return load.elsewhere

    def _joining(self, load: _Load, listed: Iterable[Session]) -> Work[None]:
        """What is known of each row's session after it, in the order of the rows."""
        for row in listed:
            known = load.before[row.id] if row.id in load.before else self._server.get(row.id)
            joined = load.server[row.id] = row if known is None else _joined(known, row)
            if known is not None and joined is not known and (waiting := self._outbox.overlay(row.id)):
                load.elsewhere[row.id] = changed_fields(known, joined, less=waiting)
            yield

    def _missing(self, load: _Load, *, complete: bool) -> Work[None]:
        """What becomes of sessions that have no row."""
        for session_id, known in list(self._server.items()):
            if session_id not in load.server:
                (load.gone if complete else load.server)[session_id] = known
            yield

    def _compare(self, load: _Load, session_id: int) -> None:
        """Lay what waits over the session, and note whether it looks different from now."""
        before, after = self._shown.get(session_id), self._overlaid(load.server[session_id])
        if before is not None and (after is before or after == before):
            load.shown[session_id] = before
            load.changed.discard(session_id)
            return
        load.shown[session_id] = after
        load.changed.add(session_id)
        if before is not None:
            load.replaced.append(before)

    def _catch_up(self, load: _Load) -> None:
        """Take in one piece of the news that has come since the loading began."""
        if load.answers:
            answer = load.answers.pop(0)
            known = load.server.get(answer.id) or load.gone.pop(answer.id, None) or self._gone.get(answer.id)
            load.server[answer.id] = answer if known is None else _joined(known, answer)
            load.elsewhere.pop(answer.id, None)  # whoever gets the answer says what it tells besides
            self._compare(load, answer.id)
        elif (session_id := load.stale.pop()) in load.server:
            self._compare(load, session_id)

    def _switch(self, load: _Load) -> None:
        """Show the list from now on."""
        reset = list(self._shown) != list(load.shown)
        self._gone.update(load.gone)
        self._server, self._shown = load.server, load.shown
        self._load = None
        load.changed.update(load.gone)
        self.changed.emit(LibraryEvent(frozenset(load.changed), reset=reset, listed=True, earlier=load.earlier))

    def take_over(self, answer: Session) -> None:
        """Take in the answer to an update; a session that is not in the list, perhaps any more, comes to its end."""
        listed = self._server.get(answer.id)
        if self._load is not None:
            self._load.before.setdefault(answer.id, listed)
            self._load.answers.append(answer)
        known = listed or self._gone.get(answer.id)
        self._server[answer.id] = answer if known is None else _joined(known, answer)
        if listed is None:
            self._shown[answer.id] = self._overlaid(self._server[answer.id])
            self.changed.emit(LibraryEvent(frozenset({answer.id}), reset=True))
        else:
            self._show({answer.id})

    def _on_outbox(self, event: OutboxEvent) -> None:
        if self._load is not None:
            self._load.stale |= event.sessions
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


def _joined(known: Session, told: Session) -> Session:
    """What is known after a row or an answer of the same session; the very object, where that is nothing new."""
    if known == told:  # as most rows of a refresh are; merging costs ten times as much
        return known
    joined = merge(told, known) if _is_older(told, known) else merge(known, told)
    return known if joined == known else joined


def _is_older(row: Session, known: Session) -> bool:
    """Whether `row` was read before `known`."""
    if row.updated_at == known.updated_at:
        return False
    read, had = parse_time(row.updated_at), parse_time(known.updated_at)
    return read is not None and had is not None and read < had
