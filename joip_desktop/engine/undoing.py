"""What undo can do by taking changes out of the outbox, before they are sent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from joip_desktop.domain.entry import Part
from joip_desktop.domain.job import Job, Outcome
from joip_desktop.domain.say import later
from joip_desktop.engine.outbox import Outbox

UNDONE: Final = later("Undone before it was sent.")


def taken_out(job: Job) -> list[int]:
    """The sessions in which the job was undone by taking it out; an undo that a full disk cut off counts, too."""
    return [
        session_id
        for session_id, result in job.results.items()
        if result.outcome is Outcome.CANCELLED and result.sentence == UNDONE
    ]


def to_take_out(job: Job, outbox: Outbox) -> Iterator[int]:
    """The sessions in which undoing the job would do so now."""
    for session_id in job.results:
        for entry in outbox.entries(session_id):
            if not outbox.is_sending(entry) and any(is_undone_by_taking_it_out(part, job) for part in entry.parts):
                yield session_id


def is_undone_by_taking_it_out(part: Part, job: Job) -> bool:
    """Whether taking the part out of the outbox is all there is to undo; what may have arrived needs a request."""
    if part.job != job.id:
        return False
    return not part.unsure or job.results[part.change.session_id].outcome is Outcome.CONFLICT
