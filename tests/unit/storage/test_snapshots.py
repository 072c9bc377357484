from __future__ import annotations

import asyncio
import gzip
import stat
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.errors import StorageError
from joip_desktop.domain.session import Session
from joip_desktop.engine.ports import SnapshotStore
from joip_desktop.storage.snapshots import ALWAYS_KEPT, KEPT_FOR, SnapshotFolder
from tests.helpers import strategies
from tests.helpers.transfer import as_read

NOW = datetime(2026, 3, 1, 12, 30, 1, 250_000, tzinfo=UTC)
TWO = (Session(id=1, title="One"), Session(id=2))


@asynccontextmanager
async def folder_at(path: Path, now: datetime = NOW) -> AsyncIterator[SnapshotFolder]:
    folder = SnapshotFolder(path / "snapshots", now=lambda: now)
    try:
        yield folder
    finally:
        await folder.close()


def files(path: Path) -> list[Path]:
    return sorted((path / "snapshots").iterdir())


async def test_what_is_kept_can_be_listed_and_read_by_the_next_run(tmp_path: Path) -> None:
    async with folder_at(tmp_path) as folder:
        store: SnapshotStore = folder
        assert await store.all() == []
        await store.keep(TWO, before="Favourite 21 sessions")
    async with folder_at(tmp_path, NOW + timedelta(hours=1)) as later:
        await later.keep(TWO[:1], before="Undo")
        assert [(one.before, one.count, one.taken_at) for one in await later.all()] == [
            ("Undo", 1, NOW + timedelta(hours=1)),
            ("Favourite 21 sessions", 2, NOW),
        ]
        assert [await later.load(one.key) for one in await later.all()] == [list(TWO[:1]), list(TWO)]


@given(rows=st.lists(strategies.odd_rows(), max_size=3))
def test_every_session_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, rows: Sequence[dict[str, object]]
) -> None:
    sessions = list(map(as_read, rows))

    async def scenario() -> None:
        async with folder_at(tmp_path_factory.mktemp("kept")) as folder:
            await folder.keep(sessions, before="x")
            (kept,) = await folder.all()
            assert list(await folder.load(kept.key)) == sessions

    asyncio.run(scenario())


async def test_snapshots_go_after_thirty_days_and_nothing_else_does(tmp_path: Path) -> None:
    async with folder_at(tmp_path) as folder:
        await folder.keep(TWO, before="old")
    foreign = tmp_path / "snapshots" / "notes.jsonl.gz"
    foreign.write_bytes(b"mine")
    for number in range(ALWAYS_KEPT):
        async with folder_at(tmp_path, NOW + KEPT_FOR) as folder:
            await folder.keep(TWO, before=f"new {number}")
            assert len(await folder.all()) == number + 2
    async with folder_at(tmp_path, NOW + KEPT_FOR + timedelta(seconds=1)) as folder:
        assert {one.before for one in await folder.all()} == {f"new {number}" for number in range(ALWAYS_KEPT)}
    assert foreign in files(tmp_path)


async def test_a_clock_that_jumps_ahead_leaves_the_newest_few(tmp_path: Path) -> None:
    for day in range(ALWAYS_KEPT + 2):
        async with folder_at(tmp_path, NOW + timedelta(days=day)) as folder:
            await folder.keep(TWO, before=str(day))
    async with folder_at(tmp_path, NOW + timedelta(days=4000)) as folder:
        assert [one.before for one in await folder.all()] == ["6", "5", "4", "3", "2"]


async def test_two_of_the_same_moment_are_two(tmp_path: Path) -> None:
    async with folder_at(tmp_path) as folder:
        await folder.keep(TWO, before="one")
        await folder.keep(TWO[:1], before="two")
        assert sorted(one.count for one in await folder.all()) == [1, 2]


async def test_what_a_killed_process_left_half_written_goes(tmp_path: Path) -> None:
    (tmp_path / "snapshots").mkdir()
    left = tmp_path / "snapshots" / ".snapshot-abc"
    left.write_bytes(b"half")
    async with folder_at(tmp_path) as folder:
        await folder.all()
    assert not left.exists()


async def test_only_this_user_may_read_a_snapshot(tmp_path: Path) -> None:
    async with folder_at(tmp_path) as folder:
        await folder.keep(TWO, before="x")
    (file,) = files(tmp_path)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


async def test_a_folder_that_can_not_be_written_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "snapshots").write_text("in the way")
    async with folder_at(tmp_path) as folder:
        with pytest.raises(StorageError, match="The backup of your sessions can't be written"):
            await folder.keep(TWO, before="x")


async def test_a_file_is_there_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    async with folder_at(tmp_path) as folder:
        monkeypatch.setattr("os.fsync", full)
        with pytest.raises(StorageError, match="No space left"):
            await folder.keep(TWO, before="x")
    assert files(tmp_path) == []


@pytest.mark.parametrize("damage", ["cut", "garbage", "empty", "shorter", "nonsense"])
async def test_damaged_snapshots_are_left_out_or_refused(tmp_path: Path, damage: str) -> None:
    async with folder_at(tmp_path) as folder:
        await folder.keep(TWO, before="x")
        (kept,) = await folder.all()
        (file,) = files(tmp_path)
        lines = gzip.decompress(file.read_bytes()).splitlines(keepends=True)
        file.write_bytes(
            {
                "cut": file.read_bytes()[:-12],
                "garbage": b"\x00" * 50,
                "empty": b"",
                "shorter": gzip.compress(b"".join(lines[:-1])),
                "nonsense": gzip.compress(lines[0] + b'["x"]\n'),
            }[damage]
        )
        with pytest.raises(StorageError, match="This snapshot can't be read"):
            await folder.load(kept.key)
        assert len(await folder.all()) in (0, 1)


async def test_a_name_can_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "other.jsonl.gz").write_bytes(gzip.compress(b'{"snapshot":1,"count":0}\n'))
    async with folder_at(tmp_path) as folder:
        with pytest.raises(StorageError):
            await folder.load("../other.jsonl.gz")
