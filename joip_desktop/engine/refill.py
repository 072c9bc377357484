"""Entries out of a ledger: what earlier runs left is put back where it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from joip_desktop.domain.entry import Part, State
from joip_desktop.domain.errors import ChangedElsewhereError, JoipError
from joip_desktop.domain.job import IN_OUTBOX, Outcome, Result
from joip_desktop.domain.ledger import Ledger, Line
from joip_desktop.engine.shelves import Shelves, Step

_HELD_AS: Final[Mapping[Outcome, tuple[State, type[JoipError]]]] = {
    Outcome.FAILED: (State.FAILED, JoipError),
    Outcome.CONFLICT: (State.CONFLICT, ChangedElsewhereError),
}


def refill(shelves: Shelves, ledger: Ledger) -> Step:
    """Make entries of the lines that are in the outbox: held ones first, as they were, then what waits, in order.

    Returns what became of lines on the way: changes that waited beside others may cancel out by themselves.
    """
    priorities = {head.id: head.priority for head in ledger.jobs}
    lines = [line for line in ledger.lines if line.result.outcome in IN_OUTBOX and line.job in priorities]
    step = Step()
    held: dict[tuple[int, Result], list[Part]] = {}
    for line in lines:
        if line.result.outcome is not Outcome.WAITING and line.result.change is not None:
            alike = replace(line.result, change=None)  # what was held together has the same reason
            held.setdefault((line.session_id, alike), []).append(Part(line.job, line.result.change, line.unsure))
    for (_, why), parts in held.items():
        state, kind = _HELD_AS[why.outcome]
        priority = min(priorities[part.job] for part in parts)
        shelves.restore_held(tuple(parts), priority, state, kind(why.sentence, next_step=""), step)
    for line in lines:
        if line.result.outcome is Outcome.WAITING and line.result.change is not None:
            shelves.add(part_of(line), priorities[line.job], step)
    return step


def part_of(line: Line) -> Part:
    """A waiting line as a part; until it is done, its sentence is what to tell then."""
    if (change := line.result.change) is None:
        raise ValueError("a line without a change waits for nothing")
    return Part(line.job, change, line.unsure, note=line.result.sentence)
