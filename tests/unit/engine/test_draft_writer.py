from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

import pytest

from joip_desktop.domain.draft import Edit, Edits
from joip_desktop.domain.errors import StorageError
from joip_desktop.engine.draft_writer import TRY_AGAIN_AFTER, DraftWriter
from joip_desktop.engine.ports import DraftStore
from tests.helpers.draft_disk import DraftDisk
from tests.helpers.simulation import run_simulated

FULL = StorageError("The disk is full.")


@dataclass
class Desk:
    """Drafts in memory, whose writer is told of every change."""

    disk: DraftDisk = field(default_factory=DraftDisk)
    edits: dict[int, Edits] = field(default_factory=dict)

    def __post_init__(self) -> None:
        store: DraftStore = self.disk
        self.writer: DraftWriter[Edits] = DraftWriter(
            store.update, lambda session_id: self.edits.get(session_id, {}), nothing={}
        )

    def type(self, session_id: int, title: str) -> None:
        self.edits[session_id] = {"title": Edit(title, "A")}
        self.writer.write([session_id])

    def revert(self, session_id: int) -> None:
        del self.edits[session_id]
        self.writer.write([session_id])

    def is_all_on_disk(self) -> bool:
        return self.disk.load() == self.edits


async def steps() -> None:
    """Let everything go on that can."""
    for _ in range(10):
        await asyncio.sleep(0)


def test_a_change_is_written_by_itself_and_without_being_waited_for() -> None:
    async def scenario() -> None:
        desk = Desk()
        desk.type(1, "B")
        assert desk.disk.writes == []
        await steps()
        assert desk.is_all_on_disk()
        desk.revert(1)
        await steps()
        assert desk.disk.rows == {}
        assert desk.disk.writes == [[1], [1]]

    run_simulated(scenario())


def test_a_burst_of_keystrokes_is_two_writes_and_the_last_state_counts() -> None:
    async def scenario() -> None:
        desk = Desk()
        desk.disk.gate.clear()
        for number in range(500):
            desk.type(1, f"B{number}")
            desk.type(2 + number % 3, f"C{number}")
            await asyncio.sleep(0)
        assert len(desk.disk.writes) == 1, "the next one begins when this one is over"
        desk.disk.gate.set()
        await desk.writer.flush()
        assert desk.is_all_on_disk()
        assert [sorted(ids) for ids in desk.disk.writes[1:]] == [[1, 2, 3, 4]]

    run_simulated(scenario())


def test_what_is_on_disk_as_it_is_now_is_not_written_again() -> None:
    async def scenario() -> None:
        desk = Desk()
        desk.disk.gate.clear()
        desk.type(1, "B")
        await steps()
        desk.type(2, "B")
        desk.revert(2)
        desk.type(1, "C")
        desk.type(1, "B")
        desk.disk.gate.set()
        await desk.writer.flush()
        assert desk.disk.writes == [[1]]
        desk.writer.write([1, 2, 3])
        await steps()
        assert desk.disk.writes == [[1]]
        found = Desk(desk.disk, dict(desk.edits))
        found.writer.found(desk.disk.load())
        found.writer.write([1, 2])
        await found.writer.flush()
        assert desk.disk.writes == [[1]]

    run_simulated(scenario())


def test_a_value_of_another_type_is_written_though_it_is_equal() -> None:
    async def scenario() -> None:
        desk = Desk()
        for value in (1, True):
            desk.edits[1] = {"interval_min": Edit(value)}
            desk.writer.write([1])
            await desk.writer.flush()
        assert desk.disk.load()[1]["interval_min"].value is True

    run_simulated(scenario())


def test_what_the_disk_refused_is_written_in_its_newest_state_when_there_is_room() -> None:
    async def scenario() -> None:
        desk = Desk()
        desk.disk.trouble = FULL
        desk.type(1, "B")
        desk.type(2, "B")
        await steps()
        assert str(desk.writer.problem) == "The disk is full."
        assert not desk.writer.is_on_disk(1)
        await asyncio.sleep(3 * TRY_AGAIN_AFTER + 1)
        assert len(desk.disk.writes) == 4, "not more often than that"
        desk.type(1, "C")
        await steps()
        assert desk.disk.writes[4] == [1, 2], "a change tries at once, with everything that is owed"
        desk.disk.trouble = None
        await asyncio.sleep(TRY_AGAIN_AFTER)
        assert desk.writer.problem is None
        assert desk.is_all_on_disk()
        assert desk.writer.is_on_disk(1)
        await asyncio.sleep(10 * TRY_AGAIN_AFTER)
        assert len(desk.disk.writes) == 6, "and nothing is written after that"

    run_simulated(scenario())


def test_a_refused_edit_that_is_taken_back_is_no_trouble_any_more() -> None:
    async def scenario() -> None:
        desk = Desk()
        desk.disk.trouble = FULL
        desk.type(1, "B")
        await steps()
        desk.revert(1)
        await steps()
        assert desk.writer.problem is None
        await asyncio.sleep(10 * TRY_AGAIN_AFTER)
        assert desk.disk.writes == [[1]]

    run_simulated(scenario())


def test_what_changes_during_a_write_that_fails_is_not_forgotten() -> None:
    async def scenario() -> None:
        desk = Desk()
        desk.disk.trouble = FULL
        desk.disk.gate.clear()
        desk.type(1, "B")
        await steps()
        desk.type(1, "C")
        desk.type(2, "C")
        desk.disk.gate.set()
        await steps()
        desk.disk.trouble = None
        await asyncio.sleep(TRY_AGAIN_AFTER + 1)
        assert desk.is_all_on_disk()
        assert desk.disk.writes == [[1], [1, 2]]

    run_simulated(scenario())


def test_flushing_tries_once_more_and_nothing_after_that() -> None:
    async def scenario() -> None:
        desk = Desk()
        await desk.writer.flush()
        desk.disk.trouble = FULL
        desk.type(1, "B")
        await steps()
        await desk.writer.flush()
        assert len(desk.disk.writes) == 2
        await asyncio.sleep(10 * TRY_AGAIN_AFTER)
        assert len(desk.disk.writes) == 2
        desk.disk.trouble = None
        await desk.writer.flush()
        assert desk.is_all_on_disk()

    run_simulated(scenario())


def test_flushing_waits_for_what_comes_while_it_waits() -> None:
    async def scenario() -> None:
        desk = Desk()
        desk.disk.gate.clear()
        desk.type(1, "B")
        flushing = asyncio.ensure_future(desk.writer.flush())
        await steps()
        desk.type(2, "B")
        assert not flushing.done()
        desk.disk.gate.set()
        await flushing
        assert desk.is_all_on_disk()

    run_simulated(scenario())


def test_whoever_stops_waiting_stops_no_writing() -> None:
    async def scenario() -> None:
        desk = Desk()
        desk.disk.gate.clear()
        desk.type(1, "B")
        flushing = asyncio.ensure_future(desk.writer.flush())
        await steps()
        flushing.cancel()
        await steps()
        desk.disk.gate.set()
        await steps()
        assert desk.is_all_on_disk()

    run_simulated(scenario())


@pytest.mark.logs_errors
def test_a_fault_of_our_own_is_trouble_and_hangs_nobody() -> None:
    async def scenario() -> None:
        desk = Desk()
        desk.disk.trouble = ZeroDivisionError()
        desk.type(1, "B")
        await desk.writer.flush()
        assert "ZeroDivisionError" in str(desk.writer.problem)
        desk.disk.trouble = None
        desk.type(1, "C")
        await desk.writer.flush()
        assert desk.writer.problem is None
        assert desk.is_all_on_disk()

    run_simulated(scenario())
