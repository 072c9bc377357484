"""A disk in memory that fits the engine's journal: what it was told is there after a crash, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from joip_desktop.domain.job import JobHead
from joip_desktop.domain.ledger import Ledger, Line


@dataclass
class Disk:
    """Keeps jobs and lines."""

    jobs: dict[int, JobHead] = field(default_factory=dict)
    lines: dict[tuple[int, int], Line] = field(default_factory=dict)
    paused: bool = False

    async def open(self, job: JobHead, lines: Sequence[Line]) -> None:
        assert job.id not in self.jobs, "a job is opened once"
        self.jobs[job.id] = job
        self.lines.update({(line.job, line.session_id): line for line in lines})

    async def update(self, lines: Sequence[Line]) -> None:
        assert all((line.job, line.session_id) in self.lines for line in lines), "a line is of a job that is kept"
        self.lines.update({(line.job, line.session_id): line for line in lines})

    async def pause(self, *, paused: bool) -> None:
        self.paused = paused

    def ledger(self) -> Ledger:
        """What is found at the next start."""
        return Ledger(list(self.jobs.values()), list(self.lines.values()), self.paused)
