from __future__ import annotations

import asyncio

import pytest

from joip_desktop.domain.changes import Change
from joip_desktop.domain.entry import Part
from joip_desktop.domain.errors import StorageError
from joip_desktop.domain.job import Outcome
from joip_desktop.engine.shelves import Step
from joip_desktop.engine.writer import TRY_AGAIN_AFTER, StepWriter
from tests.helpers.disk import Disk
from tests.helpers.queueing import head, waiting
from tests.helpers.simulation import run_simulated

CHANGE = Change(session_id=1, patch={"title": "B"}, before={"title": "A"})


class FillingDisk(Disk):
    """Refuses while it is full, and raises what it is told to."""

    trouble: Exception | None = None
    writes = 0

    async def update(self, lines: object) -> None:
        self.writes += 1
        if self.trouble is not None:
            raise self.trouble
        await super().update(lines)  # type: ignore[arg-type]  # the lines it got


def done() -> Step:
    step = Step()
    step.tell(Part(1, CHANGE), Outcome.DONE)
    return step


async def opened() -> FillingDisk:
    disk = FillingDisk()
    await disk.open(head(1), [waiting(1, CHANGE)])
    return disk


def test_what_the_disk_refused_is_written_by_itself_when_it_has_room() -> None:
    async def scenario() -> None:
        disk, told = await opened(), list[Step]()
        writer = StepWriter(disk, told.append)
        disk.trouble = StorageError("The disk is full.")
        await writer.finish(done())
        assert (str(writer.problem), writer.refused, len(told)) == ("The disk is full.", 1, 1)
        await asyncio.sleep(3 * TRY_AGAIN_AFTER + 1)
        assert disk.writes == 4, "not more often than that"
        disk.trouble = None
        await asyncio.sleep(TRY_AGAIN_AFTER)
        assert (writer.problem, writer.refused) == (None, 0)
        assert disk.lines[1, 1].result.outcome is Outcome.DONE
        assert len(told) > 1, "views hear that the trouble is over"
        await asyncio.sleep(10 * TRY_AGAIN_AFTER)
        assert disk.writes == 5, "and nothing is written after that"

    run_simulated(scenario())


def test_after_a_flush_nothing_is_tried_any_more() -> None:
    async def scenario() -> None:
        disk = await opened()
        writer = StepWriter(disk, lambda _: None)
        disk.trouble = StorageError("The disk is full.")
        await writer.finish(done())
        await writer.flush()
        writes = disk.writes
        await asyncio.sleep(10 * TRY_AGAIN_AFTER)
        assert disk.writes == writes

    run_simulated(scenario())


@pytest.mark.logs_errors
def test_a_fault_of_our_own_is_trouble_and_hangs_nobody() -> None:
    async def scenario() -> None:
        disk = await opened()
        writer = StepWriter(disk, lambda _: None)
        disk.trouble = ZeroDivisionError()
        await writer.finish(done())
        assert "ZeroDivisionError" in str(writer.problem)
        disk.trouble = None
        await writer.finish(done())
        assert writer.problem is None

    run_simulated(scenario())


def test_what_is_owed_goes_with_the_next_step_and_nothing_is_written_for_nothing() -> None:
    async def scenario() -> None:
        disk, told = await opened(), list[Step]()
        writer = StepWriter(disk, told.append)
        await writer.finish(Step())
        assert (disk.writes, told) == (0, [])
        writer.owe(done())
        assert disk.writes == 0
        await writer.flush()
        assert disk.lines[1, 1].result.outcome is Outcome.DONE

    run_simulated(scenario())
