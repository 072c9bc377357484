from __future__ import annotations

import asyncio
import gc
import logging
import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.engine.ports import PictureStore
from joip_desktop.storage.pictures import LIMIT, PictureFolder

URL = "https://cdn.example/p.png"


@pytest.fixture(autouse=True)
def collected_in_the_main_thread() -> Iterator[None]:
    """As in the app (`ui/garbage.py`): what Qt left behind in other tests must not be destroyed in a worker."""
    gc.disable()
    yield
    gc.enable()


class Clock:
    """A second goes by with every look."""

    def __init__(self, start: float = 1_800_000_000.0) -> None:
        self.now = start

    def __call__(self) -> float:
        self.now += 1
        return self.now


def with_folder(
    path: Path,
    use: Callable[[PictureFolder], Awaitable[None]],
    *,
    limit: int = LIMIT,
    clock: Callable[[], float] | None = None,
) -> None:
    async def scenario() -> None:
        folder = PictureFolder(path, limit=limit, now=clock or Clock())
        try:
            await use(folder)
        finally:
            await folder.close()

    asyncio.run(scenario())


def files(path: Path) -> list[Path]:
    return sorted(path.iterdir()) if path.exists() else []


def size_of(path: Path) -> int:
    return sum(file.stat().st_size for file in files(path))


def test_it_is_a_store_of_pictures(tmp_path: Path) -> None:
    async def use(folder: PictureFolder) -> None:
        store: PictureStore = folder
        assert await store.get(URL) is None
        await store.put(URL, b"one")
        assert await store.get(URL) == b"one"
        await store.put(URL, b"another")
        assert await store.get(URL) == b"another"
        assert await store.get(URL + "?") is None
        await store.drop(URL)
        await store.drop(URL)
        assert await store.get(URL) is None

    with_folder(tmp_path / "pictures", use)


def test_nothing_is_made_before_there_is_something_to_keep(tmp_path: Path) -> None:
    async def use(folder: PictureFolder) -> None:
        await folder.get(URL)
        await folder.drop(URL)

    with_folder(tmp_path / "cache" / "pictures", use)
    assert list(tmp_path.iterdir()) == []


def test_what_is_kept_is_there_at_the_next_start(tmp_path: Path) -> None:
    async def put(folder: PictureFolder) -> None:
        await folder.put(URL, b"picture")

    async def get(folder: PictureFolder) -> None:
        assert await folder.get(URL) == b"picture"

    with_folder(tmp_path, put)
    with_folder(tmp_path, get)


@pytest.mark.parametrize("url", [URL, "", "../../etc/passwd", "a\0b", "\ud800", "x" * 10_000, "https://ä.example/日本"])
def test_a_file_name_tells_nothing_of_its_address(tmp_path: Path, url: str) -> None:
    async def use(folder: PictureFolder) -> None:
        await folder.put(url, b"picture")
        assert await folder.get(url) == b"picture"

    with_folder(tmp_path / "pictures", use)
    [file] = files(tmp_path / "pictures")
    assert len(file.name) == 64
    assert file.parent == tmp_path / "pictures"
    assert list(tmp_path.iterdir()) == [tmp_path / "pictures"]


def test_the_files_are_nobody_elses_business(tmp_path: Path) -> None:
    async def use(folder: PictureFolder) -> None:
        await folder.put(URL, b"picture")

    with_folder(tmp_path / "pictures", use)
    [file] = files(tmp_path / "pictures")
    if os.name == "posix":
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


# --- the limit --------------------------------------------------------------------------------------------------------


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    async def use(folder: PictureFolder) -> None:
        for name in "abcdefghij":
            await folder.put(name, bytes(100))
        assert await folder.get("a") is not None  # so b is the one that was not used for longest
        await folder.put("k", bytes(100))
        kept = {name for name in "abcdefghijk" if await folder.get(name) is not None}
        assert kept == set("adefghijk"), "down to nine tenths"

    with_folder(tmp_path, use, limit=1000)


def test_what_was_kept_before_counts_and_its_order_is_remembered(tmp_path: Path) -> None:
    clock = Clock()

    async def before(folder: PictureFolder) -> None:
        for name in "abcdefgh":
            await folder.put(name, bytes(100))
        await folder.get("a")

    async def after(folder: PictureFolder) -> None:
        await folder.put("z", bytes(300))
        kept = {name for name in "abcdefghz" if await folder.get(name) is not None}
        assert kept == set("adefghz")

    with_folder(tmp_path, before, limit=1000, clock=clock)
    with_folder(tmp_path, after, limit=1000, clock=clock)


def test_more_than_the_limit_is_not_kept(tmp_path: Path) -> None:
    async def use(folder: PictureFolder) -> None:
        await folder.put("small", bytes(50))
        await folder.put("large", bytes(101))
        assert await folder.get("large") is None
        assert await folder.get("small") is not None

    with_folder(tmp_path, use, limit=100)


@given(
    st.lists(
        st.tuples(st.sampled_from(["put", "put", "put", "get", "drop"]), st.integers(0, 9), st.integers(0, 700)),
        max_size=40,
    )
)
def test_the_limit_holds_and_nothing_is_kept_that_was_not_put(steps: list[tuple[str, int, int]]) -> None:
    put: dict[str, bytes] = {}

    async def use(folder: PictureFolder) -> None:
        for what, number, size in steps:
            name = str(number)
            if what == "put":
                data = bytes([number]) * size
                await folder.put(name, data)
                if size <= 1000:
                    put[name] = data
                    assert await folder.get(name) in (data, None if size > 900 else data)
            elif what == "get":
                assert await folder.get(name) in (None, put.get(name))
            else:
                await folder.drop(name)
                assert await folder.get(name) is None
                put.pop(name, None)
            assert size_of(path) <= 1000

    with tempfile.TemporaryDirectory() as made:
        path = Path(made)
        with_folder(path, use, limit=1000)


def test_two_of_them_keep_the_limit_together(tmp_path: Path) -> None:
    async def use(folder: PictureFolder) -> None:
        other = PictureFolder(tmp_path, limit=16_000, now=Clock())
        try:
            for number in range(100):
                await folder.put(f"mine {number}", bytes(500))
                await other.put(f"yours {number}", bytes(500))
                assert size_of(tmp_path) <= 16_000 + 2 * 1_000 + 500
            assert await folder.get("yours 99") == bytes(500)
        finally:
            await other.close()

    with_folder(tmp_path, use, limit=16_000)


_WRITER = """
import asyncio, sys
from pathlib import Path
from joip_desktop.storage.pictures import PictureFolder

async def main(path, name):
    folder = PictureFolder(Path(path), limit=200_000)
    for number in range(150):
        data = bytes([number]) * 5_000
        await folder.put("shared", data)
        await folder.put(f"{name} {number}", data)
        read = await folder.get("shared")
        assert read is None or (len(read) == 5_000 and len(set(read)) == 1), "half a file"
    await folder.close()

asyncio.run(main(*sys.argv[1:]))
"""


def test_processes_share_a_folder(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _WRITER, str(tmp_path)]
    writers = [subprocess.Popen([*command, name], stderr=subprocess.PIPE) for name in ("one", "two", "three")]
    for writer in writers:
        _, told = writer.communicate(timeout=50)
        assert (writer.returncode, told) == (0, b"")
    assert size_of(tmp_path) <= 200_000 + 3 * (200_000 // 16 + 5_000)
    assert all(len(file.name) == 64 for file in files(tmp_path)), "nothing half done is left"


# --- trouble ----------------------------------------------------------------------------------------------------------


def test_what_a_crash_left_half_done_goes_after_an_hour(tmp_path: Path) -> None:
    clock = Clock()
    old, young = (tmp_path / f"{'a' * 64}.{letter * 16}.part" for letter in "bc")
    for part, age in ((old, 3700), (young, 60)):
        part.write_bytes(bytes(50))
        os.utime(part, (clock.now - age, clock.now - age))

    async def use(folder: PictureFolder) -> None:
        await folder.put(URL, b"picture")

    with_folder(tmp_path, use, clock=clock)
    assert not old.exists()
    assert young.exists()


def test_pictures_do_not_grow_too_old(tmp_path: Path) -> None:
    clock = Clock()

    async def use(folder: PictureFolder) -> None:
        await folder.put(URL, b"picture")
        clock.now += 10_000_000
        await folder.put("other", bytes(LIMIT // 10))
        await folder.put("another", bytes(LIMIT // 10))
        assert await folder.get(URL) == b"picture"

    with_folder(tmp_path, use, clock=clock)


def test_what_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    holiday = tmp_path / "holiday.png"
    holiday.write_bytes(bytes(5000))
    folder_of_ours = tmp_path / ("f" * 64)
    folder_of_ours.mkdir()
    os.utime(holiday, (1, 1))

    async def use(folder: PictureFolder) -> None:
        for number in range(30):
            await folder.put(str(number), bytes(100))

    with_folder(tmp_path, use, limit=1000)
    assert holiday.stat().st_size == 5000
    assert folder_of_ours.is_dir()


def test_a_folder_that_someone_empties_is_filled_again(tmp_path: Path) -> None:
    path = tmp_path / "pictures"

    async def use(folder: PictureFolder) -> None:
        await folder.put(URL, b"picture")
        for file in files(path):
            file.unlink()
        path.rmdir()
        assert await folder.get(URL) is None
        await folder.put(URL, b"picture")
        assert await folder.get(URL) == b"picture"

    with_folder(path, use)


def test_a_folder_that_can_not_be_used_keeps_nothing_and_says_so_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "pictures"
    path.write_bytes(b"a file is in the way")

    async def use(folder: PictureFolder) -> None:
        for number in range(3):
            await folder.put(str(number), b"picture")
            assert await folder.get(str(number)) is None
            await folder.drop(str(number))

    with_folder(path, use)
    assert path.read_bytes() == b"a file is in the way"
    [record] = [record for record in caplog.records if record.name.startswith("joip_desktop")]
    assert record.levelno == logging.INFO
    assert str(path) in record.getMessage()


def test_a_failed_write_leaves_nothing_half_done(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    async def use(folder: PictureFolder) -> None:
        await folder.put(URL, b"picture")
        [file] = files(tmp_path)
        file.unlink()
        file.mkdir()  # so that the last step, giving it its name, fails
        await folder.put(URL, b"picture")
        assert files(tmp_path) == [file]
        assert await folder.get(URL) is None

    with_folder(tmp_path, use)
    assert len([record for record in caplog.records if record.name.startswith("joip_desktop")]) == 1


def test_after_closing_nothing_is_kept_and_nothing_breaks(tmp_path: Path) -> None:
    async def use(folder: PictureFolder) -> None:
        await folder.put(URL, b"picture")
        await folder.close()
        assert await folder.get(URL) is None
        await folder.put("other", b"picture")
        await folder.drop(URL)
        await folder.close()

    with_folder(tmp_path, use)
    assert len(files(tmp_path)) == 1
