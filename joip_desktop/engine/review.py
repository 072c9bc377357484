"""The review of a draft: field by field what changes, the request that saving it sends, and what that joins."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from joip_desktop.domain.changes import Change, way_back
from joip_desktop.domain.curl import curl_command, indented
from joip_desktop.domain.draft import Draft
from joip_desktop.domain.entry import HELD, Entry, Part, Priority, State, among
from joip_desktop.domain.errors import JoipError
from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.say import say, say_count
from joip_desktop.domain.session import WIRE_NAMES, FieldValue, JsonValue, Session, same
from joip_desktop.engine.consequences import consequences
from joip_desktop.engine.notes import labels
from joip_desktop.engine.plan import picturing, plan_draft
from joip_desktop.engine.shelves import Shelves, Step, compared
from joip_desktop.engine.slices import at_once

_LEAD: Final = 12
"""Characters that are shown before the first difference of two texts."""

_OWN: Final = 0
"""The number of the job that saving would open; those of real ones are higher."""


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """An edited field: what it is, what it becomes, what is wrong with that, and what undo would not bring back.

    `after` is UNKNOWN where the field was left empty and needs a value; that is a problem, too.
    """

    field: str
    before: FieldValue
    after: FieldValue
    problem: str = ""
    loss: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """The request that saves a draft, in the forms in which people read it and pass it on."""

    origin: str
    path: str
    content: Mapping[str, JsonValue]

    @property
    def body(self) -> str:
        """The JSON exactly as it is sent; ASCII."""
        return json.dumps(self.content)

    @property
    def indented(self) -> str:
        """The same data to be read: a field on each line, and letters as they are; what can't be seen is escaped."""
        return indented(dict(self.content))

    @property
    def curl(self) -> str:
        """The same request as a command for a POSIX shell; the cookie comes from a variable."""
        return curl_command("PATCH", self.origin, self.path, body=self.body, content_type="application/json")

    def hiding(self, fields: Collection[str], word: str) -> Request:
        """The request with a word in place of these fields' values, for eyes that must not see them."""
        hidden = {WIRE_NAMES[name] for name in fields}
        return replace(self, content={key: word if key in hidden else value for key, value in self.content.items()})


@dataclass(frozen=True, slots=True)
class Review:
    """What saving a draft does. `request` is None where nothing can be sent, or there is nothing to send.

    The request is the draft's alone; `notes` say what else is to be known: what it does beyond the account, and how it
    goes together with what waits already.
    """

    rows: Sequence[ReviewRow] = ()
    request: Request | None = None
    notes: Sequence[str] = ()

    @property
    def problems(self) -> Sequence[str]:
        """What is to be put right before the draft can be saved, each with its field."""
        return [
            say("{field}: {sentence}", field=FIELDS[row.field].label, sentence=row.problem)
            for row in self.rows
            if row.problem
        ]

    @property
    def losses(self) -> Sequence[str]:
        """What undoing it later would not bring back, each with its field."""
        return [row.loss for row in self.rows if row.loss]


def review(draft: Draft, *, origin: str, waiting: Iterable[Entry] = (), server: Session | None = None) -> Review:
    """Look at a draft before it is saved.

    `waiting` is what the outbox has of its session, `server` what the server last said of it; `origin` is where the
    request goes.
    """
    plan = plan_draft(draft)
    change = next(iter(plan.changes), None)
    problems = {one.field: one.sentence for one in draft.problems()}
    losses = {} if change is None else {one.field: one.sentence for one in way_back(change)[1]}
    rows = [
        ReviewRow(name, draft.base.value(name), draft.edits[name], problems.get(name, ""), losses.get(name, ""))
        for name in FIELDS
        if name in draft.edits
    ]
    if change is None:
        return Review(rows)
    request = Request(origin, f"/api/sessions/{change.session_id}", change.body())
    beyond = consequences(at_once(picturing(plan)).fields)
    return Review(rows, request, [*beyond, *_company(change, list(waiting), server)])


def excerpts(before: str, after: str) -> tuple[str, str]:
    """Two texts from a little before their first difference on, so that a narrow cell shows what is different."""
    pairs = enumerate(zip(before, after, strict=False))
    start = next((place for place, (one, other) in pairs if one != other), min(len(before), len(after))) - _LEAD
    if start <= _LEAD:
        return before, after
    return f"…{before[start:]}", f"…{after[start:]}"


# --- what waits already -----------------------------------------------------------------------------------------------


def _company(change: Change, waiting: Sequence[Entry], server: Session | None) -> list[str]:
    """How the change goes together with what waits for its session."""
    shelves = _as_they_wait(waiting)
    _settle(shelves, change.session_id, server)
    queued, held = _fields_of(shelves, change, {State.QUEUED}), _fields_of(shelves, change, HELD)
    added = _add(shelves, change)
    _settle(shelves, change.session_id, server)
    entries = shelves.of(change.session_id)
    joined = next((entry for entry in entries if _OWN in entry.jobs), None)
    going = set() if joined is None else set(joined.change.patch)
    told = []
    if going and shelves.on_its_way(change.session_id) is not None:
        told.append(say("Another change of this session is on its way; this one goes after it."))
    if joined is not None and joined.state is State.CONFLICT and server is not None:
        fields = labels(one.field for one in compared(joined, server).conflicts)
        told.append(say("Changed elsewhere, too, so you are asked before anything is sent: {fields}.", fields=fields))
    along = len(going - change.patch.keys())
    if along and along < len(going):
        told.append(
            say_count(
                "{n} more field waits already and goes along.", "{n} more fields wait already and go along.", along
            )
        )
    if replaced := [name for name in change.patch if name in queued and name in going]:
        told.append(say("Takes the place of what waits already: {fields}.", fields=labels(replaced)))
    if replaced := [name for name in change.patch if name in held and name in added]:
        told.append(say("Takes the place of what could not be sent: {fields}.", fields=labels(replaced)))
    waiting_now = {name for entry in entries for name in entry.change.patch}  # or on its way
    if settled := [name for name in change.patch if name not in waiting_now]:
        told.append(say("The server has this already, so it is left out: {fields}.", fields=labels(settled)))
    if not going and all(entry.state is not State.QUEUED for entry in entries):
        told.append(say("No request is needed."))
    return told


def _fields_of(shelves: Shelves, change: Change, states: Collection[State]) -> set[str]:
    entries = (entry for entry in shelves.of(change.session_id) if entry.state in states)
    return {name for entry in entries for name in entry.change.patch}


# --- the outbox, tried out --------------------------------------------------------------------------------------------


def _as_they_wait(waiting: Iterable[Entry]) -> Shelves:
    """What waits for a session, on shelves that nothing is sent from, so that it can be tried out what joins it."""
    shelves, step = Shelves(), Step()
    for entry in waiting:
        held = entry.state if entry.state in HELD else State.FAILED
        shelves.restore_held(entry.parts, entry.priority, held, entry.error or JoipError(""), step)
        copy = shelves.of(entry.session_id)[-1]
        copy.change = entry.change  # not what its parts would make by now, since some may have come into doubt
        if entry.state not in HELD:
            shelves.requeue(copy, step)
        if entry.state is State.SENDING:
            shelves.start(copy)
    return shelves


def _add(shelves: Shelves, change: Change) -> Collection[str]:
    """Let the change join what waits, as `Workspace.submit`; returns its fields that do not wait already."""
    to_come = {name: value for entry in shelves.of(change.session_id) for name, value in entry.change.patch.items()}
    before = {**change.before, **among(to_come, change.patch)}
    patch = {name: value for name, value in change.patch.items() if not same(before[name], value)}
    if patch:
        change = replace(change, patch=patch, before=among(before, patch))
        shelves.add(Part(_OWN, change), Priority.HAND, Step())
    return patch.keys()


def _settle(shelves: Shelves, session_id: int, server: Session | None) -> None:
    """Bring what waits in line with what the server has, as `Workspace.compare`."""
    for entry in shelves.of(session_id):
        if server is not None and entry.state is not State.SENDING and shelves.has(entry):
            shelves.settle(entry, server, Step())
