from __future__ import annotations

import asyncio
import gc
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from joip_desktop.domain.errors import InUseError, StorageError
from joip_desktop.storage import last_list, ledger
from joip_desktop.storage.database import (
    LONGEST_GAP,
    Purpose,
    Worker,
    _between,
    open_database,
    readable_rows,
    reason,
    transaction,
)
from tests.helpers.wording import assert_sentence

ROOT = Path(__file__).parents[3]
PAGE = 4096
LEAF = 0x0D
"""The first byte of a page that holds rows of a table."""

FIRST = ("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT)",)
SECOND = ("ALTER TABLE notes ADD COLUMN place TEXT", "UPDATE notes SET place = 'here'")
PURPOSE = Purpose(what="The notes", steps=(FIRST,), durable=True)
CACHE = Purpose(what="The notes", steps=(FIRST,), durable=False)


@pytest.fixture(autouse=True)
def collected_in_the_main_thread() -> Iterator[None]:
    """As in the app (`ui/garbage.py`): what Qt left behind in other tests must not be destroyed in a worker."""
    gc.disable()
    yield
    gc.enable()


def fill(path: Path, count: int = 400) -> None:
    """A file with `count` notes, over many pages."""
    with closing(open_database(path, PURPOSE).connection) as connection, transaction(connection):
        connection.executemany("INSERT INTO notes VALUES (?, ?)", ((number, "x" * 200) for number in range(count)))


def ids(path: Path, purpose: Purpose = PURPOSE) -> list[int]:
    with closing(open_database(path, purpose).connection) as connection:
        return [row[0] for row in connection.execute("SELECT id FROM notes ORDER BY id")]


def value(connection: sqlite3.Connection, pragma: str) -> object:
    return connection.execute(f"PRAGMA {pragma}").fetchone()[0]


def copy_notes(old: sqlite3.Connection, new: sqlite3.Connection) -> None:
    new.executemany("INSERT INTO notes VALUES (?, ?)", readable_rows(old, "notes", "id, text"))


def leaves(data: bytes | bytearray) -> list[int]:
    """Where the pages with rows begin, but for the first page."""
    return [start for start in range(PAGE, len(data), PAGE) if data[start] == LEAF]


def zero_middle(path: Path, *, pages: int = 1) -> None:
    data = bytearray(path.read_bytes())
    found = leaves(data)
    for start in found[len(found) // 2 :][:pages]:
        data[start : start + PAGE] = bytes(PAGE)
    path.write_bytes(data)


def spoil_header(path: Path) -> None:
    path.write_bytes(b"no database" * 10 + path.read_bytes()[110:])


def truncate(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2 + 1000])


@contextmanager
def child(code: str, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """A process of ours, which is killed at the end, as a crash would."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


HOLD = """
import sys
from pathlib import Path
from joip_desktop.storage.database import Purpose, open_database, transaction
purpose = Purpose(what="The notes", steps=(("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT)",),), durable=True)
connection = open_database(Path(sys.argv[1]), purpose).connection
with transaction(connection):
    connection.execute("INSERT INTO notes VALUES (7, 'of the other process')")
print("held", flush=True)
sys.stdin.read()
"""


def told(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


# --- opening ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("purpose", "synchronous"), [(PURPOSE, 2), (CACHE, 1)])
def test_a_new_file_is_made_with_its_folders_and_set_up(tmp_path: Path, purpose: Purpose, synchronous: int) -> None:
    path = tmp_path / "new" / "folder" / "notes.sqlite3"
    opened = open_database(path, purpose)
    with closing(opened.connection) as connection:
        assert opened.aside is None
        assert value(connection, "user_version") == 1
        assert value(connection, "journal_mode") == "wal"
        assert value(connection, "synchronous") == synchronous
        assert value(connection, "locking_mode") == "exclusive"
        assert connection.execute("SELECT count(*) FROM notes").fetchone() == (0,)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_what_was_written_is_there_at_the_next_opening(tmp_path: Path) -> None:
    fill(tmp_path / "notes", 3)
    assert ids(tmp_path / "notes") == [0, 1, 2]


def test_an_empty_file_is_a_new_one(tmp_path: Path) -> None:
    (tmp_path / "notes").touch()
    assert ids(tmp_path / "notes") == []
    assert [file.name for file in tmp_path.iterdir()] == ["notes"]


def test_a_file_in_use_by_this_process_is_refused_and_free_after_closing(tmp_path: Path) -> None:
    path = tmp_path / "notes"
    with closing(open_database(path, PURPOSE).connection) as connection:
        with pytest.raises(InUseError) as caught:
            open_database(path, PURPOSE)
        with transaction(connection):
            connection.execute("INSERT INTO notes VALUES (1, 'still ours')")
    assert_sentence(caught.value.sentence)
    assert caught.value.next_step
    assert ids(path) == [1]


def test_a_file_in_use_by_another_process_is_refused_until_that_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "notes"
    with child(HOLD, path) as other:
        assert told(other) == "held"
        with pytest.raises(InUseError):
            open_database(path, PURPOSE)
    assert ids(path) == [7]


def test_a_file_in_use_is_not_taken_for_a_damaged_one_whatever_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "notes"
    with child(HOLD, path) as other:
        assert told(other) == "held"
        path.write_bytes(b"\xff" * PAGE)
        with pytest.raises(InUseError):
            open_database(path, PURPOSE)
        assert sorted(file.name for file in tmp_path.iterdir()) == ["notes", "notes-wal"]
        assert path.read_bytes() == b"\xff" * PAGE


@pytest.mark.parametrize("version", [2, 99, -1])
def test_a_newer_versions_file_is_refused_and_left_as_it_is(tmp_path: Path, version: int) -> None:
    path = tmp_path / "notes"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"CREATE TABLE unknown (x); PRAGMA user_version = {version};")
    before = path.read_bytes()
    with pytest.raises(StorageError) as caught:
        open_database(path, PURPOSE)
    assert not isinstance(caught.value, InUseError)
    assert_sentence(caught.value.sentence.replace(str(path), "FILE"))
    assert "newer version" in caught.value.sentence
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["notes"]


def test_a_place_that_cannot_be_used_says_so(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("precious", encoding="utf-8")
    folder = tmp_path / "folder"
    (folder / "inside").mkdir(parents=True)
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    for path in (in_the_way / "notes", in_the_way / "deeper" / "notes", folder, loop):
        with pytest.raises(StorageError) as caught:
            open_database(path, PURPOSE)
        assert str(tmp_path) in caught.value.sentence
        assert_sentence(caught.value.sentence.replace(str(tmp_path), "PLACE"))
        assert caught.value.next_step
    assert in_the_way.read_text(encoding="utf-8") == "precious"
    assert (folder / "inside").is_dir()


# --- versions ---------------------------------------------------------------------------------------------------------


def schema(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name").fetchall()


@pytest.mark.parametrize(
    "purpose",
    [ledger._PURPOSE, last_list._PURPOSE, Purpose(what="The notes", steps=(FIRST, SECOND), durable=True)],
    ids=["ledger", "last list", "two steps"],
)
def test_every_version_leads_to_the_last_one(tmp_path: Path, purpose: Purpose) -> None:
    open_database(tmp_path / "direct", purpose).connection.close()
    for version in range(len(purpose.steps) + 1):
        path = tmp_path / f"from-{version}"
        earlier = Purpose(what=purpose.what, steps=purpose.steps[:version], durable=purpose.durable)
        open_database(path, earlier).connection.close()
        with closing(open_database(path, purpose).connection) as connection:
            assert value(connection, "user_version") == len(purpose.steps)
        assert schema(path) == schema(tmp_path / "direct")


def test_a_step_that_fails_leaves_the_version_before(tmp_path: Path) -> None:
    path = tmp_path / "notes"
    fill(path, 3)
    before = schema(path)
    failing = Purpose(what="The notes", steps=(FIRST, (*SECOND, "INSERT INTO nowhere VALUES (1)")), durable=True)
    with pytest.raises(StorageError, match="nowhere"):
        open_database(path, failing)
    assert schema(path) == before
    assert ids(path) == [0, 1, 2]
    mended = Purpose(what="The notes", steps=(FIRST, SECOND), durable=True)
    with closing(open_database(path, mended).connection) as connection:
        assert connection.execute("SELECT DISTINCT place FROM notes").fetchall() == [("here",)]


ENDLESS_STEP = """
import sys
from pathlib import Path
from joip_desktop.storage.database import Purpose, open_database
first = ("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT)",)
second = ("CREATE TABLE more (x)", "INSERT INTO more WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
          " LIMIT 200000) SELECT randomblob(500) FROM n")
open_database(Path(sys.argv[1]), Purpose(what="The notes", steps=(first, second), durable=True))
"""


def test_a_crash_in_the_middle_of_a_step_leaves_the_version_before(tmp_path: Path) -> None:
    path, log = tmp_path / "notes", tmp_path / "notes-wal"
    fill(path, 3)
    with child(ENDLESS_STEP, path) as other:
        while not (log.exists() and log.stat().st_size > 100 * PAGE):  # so the second step is being written
            assert other.poll() is None
    assert log.stat().st_size
    assert ids(path) == [0, 1, 2]
    assert "more" not in str(schema(path))


# --- damage -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("spoil", "at_least", "at_most"),
    [(spoil_header, 0, 0), (truncate, 50, 399), (zero_middle, 350, 399)],
    ids=["header", "truncated", "zeroed"],
)
def test_a_damaged_file_is_set_aside_and_what_can_be_read_is_saved(
    tmp_path: Path, spoil: object, at_least: int, at_most: int
) -> None:
    path = tmp_path / "notes"
    fill(path)
    assert callable(spoil)
    spoil(path)
    damaged = path.read_bytes()
    opened = open_database(path, PURPOSE, copy_notes)
    opened.connection.close()
    assert opened.aside is not None
    assert opened.aside.name.startswith("notes.corrupt-2")
    assert opened.aside.read_bytes() == damaged
    assert at_least <= len(ids(path)) <= at_most
    assert [file for file in tmp_path.iterdir() if "fresh" in file.name] == []


@pytest.mark.parametrize("content", [b"SQLite format 3\0", b"\0" * 100, b"\0" * 8192, b"text\n" * 5000])
def test_what_is_no_database_is_set_aside_whole(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes"
    path.write_bytes(content)
    opened = open_database(path, PURPOSE)
    opened.connection.close()
    assert opened.aside is not None
    assert opened.aside.read_bytes() == content
    assert ids(path) == []


def test_the_log_of_a_damaged_file_goes_with_it(tmp_path: Path) -> None:
    path = tmp_path / "notes"
    with child(HOLD, path) as other:
        assert told(other) == "held"
    assert (tmp_path / "notes-wal").stat().st_size  # left by the crash
    data = path.read_bytes()
    path.write_bytes(b"\xff" * 100 + data[100:])
    (tmp_path / "notes-wal").write_bytes(b"no log")
    opened = open_database(path, PURPOSE, copy_notes)
    assert opened.aside is not None
    with closing(opened.connection) as connection:
        assert connection.execute("SELECT * FROM notes").fetchall() == []
        assert value(connection, "quick_check") == "ok"


def test_a_damaged_cache_is_thrown_away(tmp_path: Path) -> None:
    path = tmp_path / "notes"
    fill(path)
    zero_middle(path)
    opened = open_database(path, CACHE)
    opened.connection.close()
    assert opened.aside is None
    assert [file.name for file in tmp_path.iterdir()] == ["notes"]
    assert ids(path, CACHE) == []


def test_when_saving_fails_all_stays_for_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "notes"
    fill(path)
    zero_middle(path)
    damaged = path.read_bytes()

    def full(old: sqlite3.Connection, new: sqlite3.Connection) -> None:
        new.execute("PRAGMA max_page_count = 5")
        copy_notes(old, new)

    with pytest.raises(StorageError, match="the disk is full"):
        open_database(path, PURPOSE, full)
    assert path.read_bytes() == damaged
    assert [file.name for file in tmp_path.iterdir()] == ["notes"]
    opened = open_database(path, PURPOSE, copy_notes)
    opened.connection.close()
    assert opened.aside is not None
    assert len(ids(path)) > 350


def test_a_file_that_another_window_has_repaired_meanwhile_is_not_moved(tmp_path: Path) -> None:
    path = tmp_path / "notes"
    fill(path)
    zero_middle(path)
    fill(tmp_path / "repaired", 5)

    def other_window(_old: sqlite3.Connection, _new: sqlite3.Connection) -> None:
        path.rename(tmp_path / "moved")
        (tmp_path / "repaired").rename(path)

    with pytest.raises(InUseError) as caught:
        open_database(path, PURPOSE, other_window)
    assert_sentence(caught.value.sentence)
    assert ids(path) == list(range(5))
    assert sorted(file.name for file in tmp_path.iterdir() if "-" not in file.name) == ["moved", "notes"]


def rows_of(path: Path, table: str = "notes") -> list[int]:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        found = [row[0] for row in readable_rows(connection, table, "id")]
    assert all(isinstance(number, int) for number in found)
    return [number for number in found if isinstance(number, int)]


def test_of_a_sound_table_every_row_is_read(tmp_path: Path) -> None:
    fill(tmp_path / "notes")
    assert rows_of(tmp_path / "notes") == list(range(400))


def test_between_two_damaged_places_rows_are_read_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "notes"
    fill(path, 1000)
    data = bytearray(path.read_bytes())
    found = leaves(data)
    for start in (found[3], found[-3]):
        data[start : start + PAGE] = bytes(PAGE)
    path.write_bytes(data)
    read = rows_of(path)
    assert read == sorted(set(read))
    assert 950 < len(read) < 1000  # two pages of some 19 rows each
    assert 500 in read


def test_with_both_ends_damaged_the_middle_is_found_from_the_low_end(tmp_path: Path) -> None:
    path = tmp_path / "notes"
    fill(path, 1000)
    data = bytearray(path.read_bytes())
    for start in (leaves(data)[0], leaves(data)[-1]):
        data[start : start + PAGE] = bytes(PAGE)
    path.write_bytes(data)
    read = rows_of(path)
    assert 950 < len(read) < 1000
    assert 0 not in read
    assert 999 not in read


def spoil_a_letter(path: Path) -> None:
    """Damage the list of tables so that SQLite's own message about it is no UTF-8."""
    data = path.read_bytes()
    assert b"CREATE TABLE" in data
    path.write_bytes(data.replace(b"CREATE TABLE", b"CREATE TA\xa8LE"))


def test_a_file_whose_damage_is_quoted_by_sqlite_is_set_aside_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "notes"
    fill(path, 3)
    spoil_a_letter(path)
    damaged = path.read_bytes()
    opened = open_database(path, PURPOSE, copy_notes)
    opened.connection.close()
    assert opened.aside is not None
    assert opened.aside.read_bytes() == damaged
    assert ids(path) == []
    spoil_a_letter(path)
    open_database(path, CACHE).connection.close()
    assert ids(path) == []


def test_of_a_file_whose_damage_is_quoted_by_sqlite_nothing_is_read(tmp_path: Path) -> None:
    fill(tmp_path / "notes", 3)
    spoil_a_letter(tmp_path / "notes")
    assert rows_of(tmp_path / "notes") == []


def test_of_a_table_that_is_not_there_nothing_is_read(tmp_path: Path) -> None:
    fill(tmp_path / "notes")
    assert rows_of(tmp_path / "notes", "nowhere") == []


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (3, 7, range(4, 7)),
        (3, 10**9, range(4, 4 + LONGEST_GAP)),
        (3, None, range(4, 4 + LONGEST_GAP)),
        (None, 7, range(1, 7)),
        (None, 10**9, range(10**9 - LONGEST_GAP, 10**9)),
        (None, None, range(1, 1 + LONGEST_GAP)),
        (7, 3, range(8, 3)),
    ],
)
def test_the_gap_has_a_bound(low: int | None, high: int | None, expected: range) -> None:
    assert _between(low, high) == expected
    assert len(expected) <= LONGEST_GAP


# --- transactions and reasons -----------------------------------------------------------------------------------------


def test_a_transaction_is_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "notes"
    with closing(open_database(path, PURPOSE).connection) as connection:
        rows = [(1, "one"), (1, "again")]
        with pytest.raises(sqlite3.IntegrityError), transaction(connection):
            connection.executemany("INSERT INTO notes VALUES (?, ?)", rows)
        assert not connection.in_transaction
        with transaction(connection):
            connection.execute("INSERT INTO notes VALUES (2, 'two')")
    assert ids(path) == [2]


def test_reasons_are_words() -> None:
    assert reason(OSError(28, "No space left on device")) == "No space left on device"
    assert reason(OSError()) == "OSError"
    for code, words in (
        (sqlite3.SQLITE_FULL, "the disk is full"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, "it is write-protected"),
        (sqlite3.SQLITE_IOERR_WRITE, "the disk reports a fault"),
        (sqlite3.SQLITE_IOERR_LOCK, "it can't be locked for writing"),
    ):
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = code
        assert reason(error) == words
    assert reason(sqlite3.OperationalError("no such table: x")) == "no such table: x"


# --- the worker -------------------------------------------------------------------------------------------------------


def test_the_worker_does_all_in_one_thread_in_order() -> None:
    async def scenario() -> None:
        worker = Worker("notes")
        done: list[tuple[int, str]] = []

        def work(number: int) -> int:
            done.append((number, threading.current_thread().name))
            return number * 2

        assert worker.call(work, 0) == 0
        assert await asyncio.gather(*(worker.run(work, number) for number in range(1, 5))) == [2, 4, 6, 8]
        await worker.stop(lambda: done.append((5, "last")))
        await worker.stop(lambda: done.append((6, "never")))
        assert [number for number, _ in done] == [0, 1, 2, 3, 4, 5]
        assert len({name for _, name in done[:-1]}) == 1
        assert done[0][1].startswith("notes")
        with pytest.raises(StorageError) as caught:
            await worker.run(work, 7)
        assert_sentence(caught.value.sentence)

    asyncio.run(scenario())


async def cancelled_work_is_done() -> None:
    worker = Worker("notes")
    gate, begun = threading.Event(), threading.Event()
    done: list[str] = []

    def work(name: str) -> None:
        begun.set()
        gate.wait()
        done.append(name)

    tasks = [asyncio.ensure_future(worker.run(work, name)) for name in ("begun", "queued")]
    await asyncio.get_running_loop().run_in_executor(None, begun.wait)
    for task in tasks:
        task.cancel()
    assert [type(ended) for ended in await asyncio.gather(*tasks, return_exceptions=True)] == [
        asyncio.CancelledError,
        asyncio.CancelledError,
    ]
    assert done == []
    gate.set()
    await worker.stop(lambda: done.append("last"))
    assert done == ["begun", "queued", "last"]


def test_who_stops_waiting_does_not_stop_the_work() -> None:
    asyncio.run(cancelled_work_is_done())


async def test_who_stops_waiting_does_not_stop_the_work_on_qts_loop() -> None:
    await cancelled_work_is_done()
