from __future__ import annotations

import asyncio
import gc
import logging
import sqlite3
import tempfile
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.session import Session, from_wire, to_wire
from joip_desktop.engine.ports import KeptList, ListMemory
from joip_desktop.storage.last_list import LastList, SqliteListMemory
from tests.helpers import strategies

NOW = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)


@pytest.fixture(autouse=True)
def collected_in_the_main_thread() -> Iterator[None]:
    """As in the app (`ui/garbage.py`): what Qt left behind in other tests must not be destroyed in a worker."""
    gc.disable()
    yield
    gc.enable()


def session(number: int, title: str = "A") -> Session:
    return from_wire({"id": number, "title": title, "subreddits": ["joi"], "isFavorite": False, "views": {"today": 1}})


def with_memory(path: Path, use: Callable[[SqliteListMemory], Awaitable[None]]) -> None:
    async def scenario() -> None:
        memory = SqliteListMemory.at(path)
        try:
            await use(memory)
        finally:
            await memory.close()

    asyncio.run(scenario())


def write(path: Path, sessions: Sequence[Session], read_at: datetime = NOW) -> None:
    async def use(memory: SqliteListMemory) -> None:
        await memory.replace(sessions, read_at)

    with_memory(path, use)


def read(path: Path) -> LastList | None:
    found: list[LastList | None] = []

    async def use(memory: SqliteListMemory) -> None:
        found.append(await memory.load())

    with_memory(path, use)
    return found[0]


def sessions_in(path: Path) -> list[Session]:
    found = read(path)
    assert found is not None
    return list(found.sessions)


def edit(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def warnings(caplog: pytest.LogCaptureFixture) -> list[str]:
    assert {record.levelno for record in caplog.records} <= {logging.WARNING}
    return [record.getMessage() for record in caplog.records]


async def rows_written(memory: SqliteListMemory) -> int:
    """How many rows were written so far."""

    def count(connection: sqlite3.Connection) -> int:
        return connection.total_changes

    found = await memory._try("read", count)
    assert found is not None
    return found


# --- what is kept -----------------------------------------------------------------------------------------------------


def test_at_first_there_is_no_list(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert read(tmp_path / "account" / "list") is None
    assert warnings(caplog) == []


def test_it_fits_the_engines_protocols(tmp_path: Path) -> None:
    async def use(disk: SqliteListMemory) -> None:
        memory: ListMemory = disk
        await memory.replace([session(1)], NOW)
        kept: KeptList | None = await memory.load()
        assert kept is not None
        assert list(kept.sessions) == [session(1)]
        assert kept.read_at == NOW

    with_memory(tmp_path / "list", use)


def test_nothing_is_touched_before_the_first_use(tmp_path: Path) -> None:
    async def use(_memory: SqliteListMemory) -> None:
        assert not any(tmp_path.iterdir())  # noqa: ASYNC240 - nothing else runs

    with_memory(tmp_path / "list", use)
    assert list(tmp_path.iterdir()) == []


def test_the_list_is_there_at_the_next_start_in_the_servers_order(tmp_path: Path) -> None:
    sessions = [session(number) for number in (30, 10, 20)]
    write(tmp_path / "list", sessions)
    assert read(tmp_path / "list") == LastList(tuple(sessions), NOW)


def test_an_empty_list_is_a_list(tmp_path: Path) -> None:
    write(tmp_path / "list", [])
    assert read(tmp_path / "list") == LastList((), NOW)


def test_the_moment_is_kept_whatever_its_time_zone(tmp_path: Path) -> None:
    write(tmp_path / "list", [], NOW.astimezone(timezone(timedelta(hours=-3))))
    found = read(tmp_path / "list")
    assert found is not None
    assert found.read_at == NOW


@given(
    st.lists(
        st.one_of([strategies.sessions(number) for number in (1, -7, 10**400)]),
        max_size=3,
        unique_by=lambda one: one.id,
    )
)
def test_every_session_survives_as_it_was(sessions: list[Session]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list"
        write(path, sessions)
        found = sessions_in(path)
    assert found == sessions
    assert [repr(to_wire(one)) for one in found] == [repr(to_wire(one)) for one in sessions]  # True is not 1


def test_a_session_that_is_told_twice_is_kept_once(tmp_path: Path) -> None:
    write(tmp_path / "list", [session(1), session(2), session(1, "newer")])
    assert sessions_in(tmp_path / "list") == [session(1, "newer"), session(2)]


# --- replacing --------------------------------------------------------------------------------------------------------


def test_a_new_list_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "list"
    write(path, [session(1), session(2), session(3)])
    newer = [session(3), session(4), session(1, "B")]
    write(path, newer, LATER)
    assert read(path) == LastList(tuple(newer), LATER)


def test_only_rows_that_are_different_are_written(tmp_path: Path) -> None:
    path = tmp_path / "list"
    sessions = [session(number) for number in range(100)]
    write(path, sessions)
    cases: list[tuple[list[Session], datetime, int]] = [
        (sessions, NOW, 0),
        (sessions, LATER, 1),  # the moment
        ([session(0, "B"), *sessions[1:]], LATER, 1),
        ([session(100), *sessions], LATER, 3),  # the new one, the first one again, and the order
        ([session(100), *sessions[1:]], LATER, 2),  # one gone, and the order
        ([*sessions[1:], session(100)], LATER, 1),  # the order
    ]

    async def use(memory: SqliteListMemory) -> None:
        await memory.update([])
        for changed, read_at, expected in cases:
            before = await rows_written(memory)
            await memory.replace(changed, read_at)
            assert await rows_written(memory) - before == expected
            assert await memory.load() == LastList(tuple(changed), read_at)

    with_memory(path, use)


UNSAYABLE = Session(id=3, extra={"odd": object()})
"""Can't be said in JSON."""

_some = st.lists(
    st.builds(session, st.integers(1, 5) | st.just(2**70), st.sampled_from("AB")) | st.just(UNSAYABLE),
    max_size=4,
    unique_by=lambda one: one.id,
)
_steps = st.lists(st.tuples(st.sampled_from(["replace", "again", "update", "load"]), _some), max_size=6)


@given(_steps)
def test_whatever_is_known_of_the_file_it_holds_what_it_was_told(steps: list[tuple[str, list[Session]]]) -> None:
    """What is in the file is remembered, and only what is different from that is written."""
    kept: dict[int, Session] = {}

    async def use(memory: SqliteListMemory) -> None:
        for step, sessions in steps:
            sayable = {one.id: one for one in sessions if one is not UNSAYABLE}
            if step == "update":
                await memory.update(sessions)
                kept.update({one: sayable[one] for one in sayable if one in kept})
            elif step == "load":
                found = await memory.load()
                assert list(() if found is None else found.sessions) == list(kept.values())
            else:
                listed = dict(kept) if step == "again" else {}  # the same objects, perhaps at other places
                listed.update({one.id: one for one in sessions})
                await memory.replace(list(listed.values()), NOW)
                kept.clear()
                kept.update({one: told for one, told in listed.items() if told is not UNSAYABLE})

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list"
        with_memory(path, use)
        found = read(path)
        assert list(() if found is None else found.sessions) == list(kept.values())
        with closing(sqlite3.connect(path)) as connection:
            if kept:
                assert connection.execute("SELECT count(*) FROM sessions").fetchone() == (len(kept),)


def test_a_row_that_can_not_be_read_goes_with_the_next_list(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "list"
    write(path, [session(1), session(2)])
    edit(path, "UPDATE sessions SET body = '{' WHERE id = 2")

    async def use(memory: SqliteListMemory) -> None:
        found = await memory.load()
        assert found is not None
        await memory.replace(found.sessions, NOW)

    with_memory(path, use)
    assert len(warnings(caplog)) == 1
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT id FROM sessions").fetchall() == [(1,)]


def test_after_a_failure_nothing_is_taken_for_written(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "list"
    large = [session(number, "B" * 500) for number in range(200)]

    def limit(connection: sqlite3.Connection, pages: int) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")

    async def use(memory: SqliteListMemory) -> None:
        await memory.replace([session(1)], NOW)
        await memory._try("read", limit, 8)
        await memory.replace(large, LATER)
        await memory._try("read", limit, 1_000_000)
        await memory.replace(large[100:], LATER)

    with_memory(path, use)
    assert read(path) == LastList(tuple(large[100:]), LATER)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM sessions").fetchone() == (100,)
    assert len(warnings(caplog)) == 1


def test_what_an_update_wrote_is_not_written_again_with_the_list(tmp_path: Path) -> None:
    async def use(memory: SqliteListMemory) -> None:
        newer = session(1, "B")
        await memory.replace([session(1), session(2)], NOW)
        await memory.update([newer, session(3)])
        before = await rows_written(memory)
        await memory.replace([newer, session(2)], NOW)
        assert await rows_written(memory) == before

    with_memory(tmp_path / "list", use)


def test_the_list_is_taken_as_it_is_at_the_call(tmp_path: Path) -> None:
    path = tmp_path / "list"

    async def use(memory: SqliteListMemory) -> None:
        sessions = [session(1), session(2)]
        writing = asyncio.ensure_future(memory.replace(sessions, NOW))
        await asyncio.sleep(0)
        sessions.clear()
        await writing

    with_memory(path, use)
    assert sessions_in(path) == [session(1), session(2)]


# --- updating ---------------------------------------------------------------------------------------------------------


def test_newer_states_of_known_sessions_are_kept_and_others_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "list"
    huge = session(10**30)
    write(path, [session(1), session(2), huge])

    async def use(memory: SqliteListMemory) -> None:
        await memory.update([session(2, "B"), session(9, "B"), session(10**30, "B"), session(10**31, "B")])

    with_memory(path, use)
    assert read(path) == LastList((session(1), session(2, "B"), session(10**30, "B")), NOW)


def test_without_a_list_there_is_nothing_to_update(tmp_path: Path) -> None:
    async def use(memory: SqliteListMemory) -> None:
        await memory.update([session(1)])
        assert await memory.load() is None

    with_memory(tmp_path / "list", use)


# --- trouble ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "damage",
    ["body = '{'", "body = '[]'", "body = '{\"id\": 3}'", "body = 'null'", "body = '{\"title\": 1}'", "body = x'ff'",
     "body = CAST(x'7bff' AS TEXT)", f"body = '{'[' * 100_000}'", "id = 77"],
    ids=lambda damage: damage[:30],
)  # fmt: skip
def test_a_row_that_makes_no_sense_is_left_out(tmp_path: Path, caplog: pytest.LogCaptureFixture, damage: str) -> None:
    path = tmp_path / "list"
    write(path, [session(1), session(2), session(4)])
    edit(path, f"UPDATE sessions SET {damage} WHERE id = 2")
    assert sessions_in(path) == [session(1), session(4)]
    assert len(warnings(caplog)) == 1
    write(path, [session(1), session(2), session(4)])
    assert sessions_in(path) == [session(1), session(2), session(4)]


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE meta SET value = 'noon' WHERE key = 'read_at'",
        "DELETE FROM meta WHERE key = 'read_at'",
        "UPDATE meta SET value = '{' WHERE key = 'order'",
        "UPDATE meta SET value = 'null' WHERE key = 'order'",
        "UPDATE meta SET value = '[[1]]' WHERE key = 'order'",
        "DELETE FROM meta WHERE key = 'order'",
        "DROP TABLE sessions",
        "PRAGMA user_version = 99",
    ],
)
def test_a_list_that_makes_no_sense_is_none(tmp_path: Path, caplog: pytest.LogCaptureFixture, damage: str) -> None:
    path = tmp_path / "list"
    write(path, [session(1), session(2)])
    edit(path, damage)
    assert read(path) is None
    assert len(warnings(caplog)) == 1


@pytest.mark.parametrize("spoil", ["header", "middle"])
def test_a_damaged_file_is_thrown_away(tmp_path: Path, caplog: pytest.LogCaptureFixture, spoil: str) -> None:
    path = tmp_path / "list"
    write(path, [session(number, "A" * 100) for number in range(500)])
    data = bytearray(path.read_bytes())
    at = {"header": 0, "middle": len(data) // 8192 * 4096}[spoil]
    data[at : at + 4096] = b"\xff" * 4096
    path.write_bytes(data)
    assert read(path) is None
    assert [file.name for file in tmp_path.iterdir()] == ["list"]
    write(path, [session(1)])
    assert sessions_in(path) == [session(1)]
    assert warnings(caplog) == []


def test_where_the_file_cannot_be_used_nothing_is_kept_and_it_is_said_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("precious", encoding="utf-8")

    async def use(memory: SqliteListMemory) -> None:
        await memory.replace([session(1)], NOW)
        await memory.update([session(1)])
        assert await memory.load() is None

    with_memory(tmp_path / "file" / "list", use)
    assert len(warnings(caplog)) == 1
    assert (tmp_path / "file").read_text(encoding="utf-8") == "precious"


def test_a_second_window_keeps_nothing_and_disturbs_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "list"

    async def use(memory: SqliteListMemory) -> None:
        await memory.replace([session(1)], NOW)
        other = SqliteListMemory.at(path)
        try:
            await other.replace([session(2)], NOW)
            assert await other.load() is None
        finally:
            await other.close()
        await memory.update([session(1, "B")])

    with_memory(path, use)
    assert sessions_in(path) == [session(1, "B")]
    assert len(warnings(caplog)) == 1


def test_a_full_disk_is_logged_and_leaves_what_was_there(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "list"

    def fill_up(connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA max_page_count = 8")

    async def use(memory: SqliteListMemory) -> None:
        await memory.replace([session(1), session(2)], NOW)
        await memory._try("read", fill_up)
        await memory.replace([session(number, "B" * 500) for number in range(1, 200)], LATER)
        assert await memory.load() == LastList((session(1), session(2)), NOW)
        await memory.update([session(2, "B")])

    with_memory(path, use)
    assert read(path) == LastList((session(1), session(2, "B")), NOW)
    assert len(warnings(caplog)) == 1


def test_a_session_that_cannot_be_said_in_json_is_left_out(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    deep: object = None
    for _ in range(100_000):
        deep = [deep]
    odd = Session(id=2, extra={"deep": deep})
    path = tmp_path / "list"
    write(path, [session(1), session(2)])
    write(path, [session(1), odd, session(3)])
    assert sessions_in(path) == [session(1), session(3)]
    assert len(warnings(caplog)) == 1


def test_after_closing_nothing_is_kept_and_nothing_raised(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    async def use(memory: SqliteListMemory) -> None:
        await memory.close()
        await memory.replace([session(1)], NOW)
        await memory.update([session(1)])
        assert await memory.load() is None

    with_memory(tmp_path / "list", use)
    assert len(warnings(caplog)) == 3


async def test_it_works_on_qts_loop(tmp_path: Path) -> None:
    memory = SqliteListMemory.at(tmp_path / "list")
    try:
        await asyncio.gather(memory.replace([session(1)], NOW), memory.update([session(1, "B")]))
        assert await memory.load() == LastList((session(1, "B"),), NOW)
    finally:
        await memory.close()
