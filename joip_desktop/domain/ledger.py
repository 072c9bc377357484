"""The ledger: jobs and, for each session of each job, one line that says how it stands. This is what a disk keeps.

The outbox is the lines whose outcome is in `IN_OUTBOX`; entries are made of them anew at every start. So a change
and its result can't disagree: they are the same line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from joip_desktop.domain.job import JobHead, Result


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """How one session stands in one job; (job, session) is unique.

    `unsure` says that the change may have reached the server without a clear answer, which is so from the moment
    before it is sent.
    """

    job: int
    session_id: int
    result: Result
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Ledger:
    """All that is kept: jobs by their number, lines by job and then in the order in which they were written first."""

    jobs: Sequence[JobHead] = ()
    lines: Sequence[Line] = ()
    paused: bool = False
