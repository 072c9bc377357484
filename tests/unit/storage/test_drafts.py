from __future__ import annotations

import asyncio
import gc
import sqlite3
import tempfile
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.draft import Edit, Edits, Group, SharedEdits
from joip_desktop.domain.errors import InUseError, StorageError
from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.session import UNKNOWN
from joip_desktop.engine.ports import DraftStore
from joip_desktop.storage.account import AccountStorage
from joip_desktop.storage.drafts import SqliteDrafts, _Salvage
from joip_desktop.storage.folders import Folders
from joip_desktop.storage.last_list import SqliteListMemory
from tests.helpers import strategies
from tests.helpers.wording import assert_sentence

TITLE = {"title": Edit("B", "A")}
SOME: Mapping[int, Edits] = {3: TITLE, 1: {"category_id": Edit(None, 2), "is_public": Edit(True, False)}}


@pytest.fixture(autouse=True)
def collected_in_the_main_thread() -> Iterator[None]:
    """As in the app (`ui/garbage.py`): what Qt left behind in other tests must not be destroyed in a worker."""
    gc.disable()
    yield
    gc.enable()


def with_drafts(path: Path, use: Callable[[SqliteDrafts], Awaitable[None]]) -> SqliteDrafts:
    """Use the drafts in a file and close it."""
    drafts = SqliteDrafts(path)

    async def scenario() -> None:
        try:
            await use(drafts)
        finally:
            await drafts.close()

    asyncio.run(scenario())
    return drafts


def write(path: Path, *updates: Mapping[int, Edits]) -> None:
    async def use(drafts: SqliteDrafts) -> None:
        for update in updates:
            await drafts.update(update)

    with_drafts(path, use)


def read(path: Path) -> dict[int, Edits]:
    found: dict[int, Edits] = {}

    async def use(drafts: SqliteDrafts) -> None:
        found.update(drafts.load())

    with_drafts(path, use)
    return found


def read_with_notice(path: Path) -> tuple[Mapping[int, Edits], str]:
    found: dict[int, Edits] = {}

    async def use(drafts: SqliteDrafts) -> None:
        found.update(drafts.load())

    return found, with_drafts(path, use).notice


def change_file(path: Path, *statements: str) -> None:
    """Change a closed file, as damage or a newer version would."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def statement(drafts: SqliteDrafts, sql: str) -> None:
    """Run a statement on the open connection."""
    assert drafts._connection is not None
    drafts._worker.call(drafts._connection.execute, sql)


# --- what is written is read ------------------------------------------------------------------------------------------


def test_nothing_is_touched_before_it_is_used_and_a_new_file_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "account" / "drafts"

    async def use(drafts: SqliteDrafts) -> None:
        store: DraftStore = drafts
        assert not path.parent.exists()
        assert store.load() == {}
        assert drafts.notice == ""

    with_drafts(path, use)


def test_edits_are_there_at_the_next_start_in_the_order_in_which_they_were_begun(tmp_path: Path) -> None:
    path = tmp_path / "drafts"
    write(path, SOME, {2: TITLE}, {3: {"title": Edit("Bc", "A")}})
    found = read(path)
    assert found == {**SOME, 2: TITLE, 3: {"title": Edit("Bc", "A")}}
    assert list(found) == [3, 1, 2]


def test_no_edits_are_nothing_to_keep(tmp_path: Path) -> None:
    path = tmp_path / "drafts"
    write(path, SOME, {3: {}, 7: {}})
    assert read(path) == {1: SOME[1]}
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM drafts").fetchone() == (1,)


any_edits = st.dictionaries(
    st.sampled_from(list(FIELDS)), st.builds(Edit, strategies.any_field_value, strategies.any_field_value), min_size=1
)


@given(st.dictionaries(strategies.integers, any_edits), st.dictionaries(strategies.integers, any_edits))
def test_everything_survives_as_it_was(former: Mapping[int, Edits], newer: Mapping[int, Edits]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "drafts"
        write(path, former, newer)
        assert read(path) == {**former, **newer}


def test_titles_are_nobody_elses_business(tmp_path: Path) -> None:
    write(tmp_path / "drafts", SOME)
    assert (tmp_path / "drafts").stat().st_mode & 0o777 == 0o600


def test_after_closing_nothing_is_taken_on(tmp_path: Path) -> None:
    async def use(drafts: SqliteDrafts) -> None:
        await drafts.close()
        await drafts.close()
        with pytest.raises(StorageError) as caught:
            await drafts.update(SOME)
        assert_sentence(caught.value.sentence)

    with_drafts(tmp_path / "drafts", use)


def test_what_was_asked_for_is_written_though_nobody_waits(tmp_path: Path) -> None:
    async def use(drafts: SqliteDrafts) -> None:
        task = asyncio.ensure_future(drafts.update(SOME))
        await asyncio.sleep(0)  # it has begun
        task.cancel()
        assert isinstance((await asyncio.gather(task, return_exceptions=True))[0], asyncio.CancelledError)

    with_drafts(tmp_path / "drafts", use)
    assert read(tmp_path / "drafts") == SOME


async def test_it_works_on_qts_loop(tmp_path: Path) -> None:
    drafts = SqliteDrafts(tmp_path / "drafts")
    try:
        await asyncio.gather(drafts.update(SOME), drafts.update({3: {}}))
        assert drafts.load() == {1: SOME[1]}
    finally:
        await drafts.close()


# --- rows that make no sense ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "damage",
    [
        "edits = '{'",
        "edits = '[]'",
        "edits = '{}'",
        "edits = ''",
        "edits = x'7b7d'",
        "edits = CAST(x'7b7d80' AS TEXT)",
        'edits = \'{"telepathy": {"value": 1}}\'',
        'edits = \'{"title": {"value": "ä"}}\'',
        f"edits = '{'[' * 100_000}'",
        f"edits = '{'9' * 5000}'",
        "session = 1.5",
        "session = 'first'",
        "session = x'01'",
    ],
    ids=lambda damage: damage[:40],
)
def test_a_row_that_makes_no_sense_is_passed_over_and_stays(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "drafts"
    write(path, {1: TITLE, 2: TITLE, 3: TITLE})
    change_file(path, f"UPDATE drafts SET {damage} WHERE session = 2")
    found, notice = read_with_notice(path)
    assert found == {1: TITLE, 3: TITLE}
    assert notice == "Unsaved edits of 1 session could not be read."
    write(path, {3: {}, 2: SOME[1]})
    assert read(path) == {1: TITLE, 2: SOME[1]}


def test_where_all_rows_make_sense_there_is_nothing_to_say(tmp_path: Path) -> None:
    write(tmp_path / "drafts", SOME)
    assert read_with_notice(tmp_path / "drafts") == (SOME, "")


def test_what_was_set_aside_is_said_before_rows_that_make_no_sense(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "drafts"
    path.write_bytes(b"This is no database, but somebody's letter." * 100)
    salvage = "INSERT INTO drafts (session, edits) VALUES (7, '{')"
    monkeypatch.setattr(_Salvage, "__call__", lambda _self, _old, new: new.execute(salvage))
    found, notice = read_with_notice(path)
    assert found == {}
    assert "It was set aside as " in notice


def test_of_a_newer_versions_row_what_is_known_is_read(tmp_path: Path) -> None:
    path = tmp_path / "drafts"
    write(path, {1: TITLE})
    told = '{"telepathy": {"value": 1}, "title": {"value": "C", "over": 1.5}}'
    change_file(path, f"UPDATE drafts SET edits = '{told}'")
    assert read(path) == {1: {"title": Edit("C")}}


# --- trouble ----------------------------------------------------------------------------------------------------------


def test_only_one_has_the_file_open_and_the_other_is_told(tmp_path: Path) -> None:
    async def use(drafts: SqliteDrafts) -> None:
        await drafts.update(SOME)
        other = SqliteDrafts(tmp_path / "drafts")
        with pytest.raises(InUseError):
            other.load()
        with pytest.raises(InUseError):
            await other.update({})
        await other.close()

    with_drafts(tmp_path / "drafts", use)
    assert read(tmp_path / "drafts") == SOME


def test_a_file_that_can_not_be_opened_is_tried_again_at_the_next_use(tmp_path: Path) -> None:
    path = tmp_path / "account" / "drafts"
    path.parent.write_text("a file where the folder should be")

    async def use(drafts: SqliteDrafts) -> None:
        with pytest.raises(StorageError) as caught:
            drafts.load()
        assert caught.value.sentence.startswith("The unsaved edits can't be kept: ")
        assert_sentence(caught.value.sentence.replace(str(path.parent), "FILE"))
        with pytest.raises(StorageError):
            await drafts.update(SOME)
        path.parent.unlink()
        await drafts.update(SOME)

    with_drafts(path, use)
    assert read(path) == SOME


def test_a_full_disk_refuses_and_keeps_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "drafts"
    long = {"ai_prompt": Edit("x" * 2_000_000)}

    async def use(drafts: SqliteDrafts) -> None:
        await drafts.update(SOME)
        statement(drafts, "PRAGMA max_page_count = 5")
        with pytest.raises(StorageError) as caught:
            await drafts.update({3: {}, 4: long})
        assert caught.value.sentence == f"Unsaved edits can't be written to {path} (the disk is full)."
        assert_sentence(caught.value.sentence.replace(str(path), "FILE"))
        assert_sentence(caught.value.next_step)
        assert drafts.load() == SOME
        statement(drafts, "PRAGMA max_page_count = 5000")
        await drafts.update({3: {}, 4: long})

    with_drafts(path, use)
    assert read(path) == {1: SOME[1], 4: long}


def test_what_can_not_be_read_is_said(tmp_path: Path) -> None:
    async def use(drafts: SqliteDrafts) -> None:
        await drafts.update(SOME)
        statement(drafts, "ALTER TABLE drafts RENAME TO others")
        with pytest.raises(StorageError, match="can't be read") as caught:
            drafts.load()
        assert_sentence(caught.value.sentence.replace(str(tmp_path), "FILE"))

    with_drafts(tmp_path / "drafts", use)


def test_what_a_newer_version_wrote_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "drafts"
    write(path, SOME)
    change_file(path, "PRAGMA user_version = 99")

    async def use(drafts: SqliteDrafts) -> None:
        with pytest.raises(StorageError, match="newer version"):
            drafts.load()
        with pytest.raises(StorageError, match="newer version"):
            await drafts.update({3: {}})

    with_drafts(path, use)
    change_file(path, "PRAGMA user_version = 2")
    assert read(path) == SOME


def test_a_file_of_nonsense_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "drafts"
    path.write_bytes(b"This is no database, but somebody's letter." * 100)

    async def use(drafts: SqliteDrafts) -> None:
        assert drafts.load() == {}
        await drafts.update(SOME)

    drafts = with_drafts(path, use)
    assert drafts.notice.startswith(
        "The file of the unsaved edits was damaged; those of 0 sessions could be read from it. It was set aside as "
    )
    aside = Path(drafts.notice.partition("set aside as ")[2].rstrip("."))
    assert aside.read_bytes().startswith(b"This is no database")
    assert read(path) == SOME


def test_what_can_be_read_of_a_damaged_file_is_brought_over(tmp_path: Path) -> None:
    path = tmp_path / "drafts"
    everything: dict[int, Edits] = {number: {"ai_prompt": Edit(f"{number} " * 200)} for number in range(100)}
    write(path, everything)
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.truncate(size * 2 // 3)
    drafts = SqliteDrafts(path)
    found = drafts.load()
    asyncio.run(drafts.close())
    assert 10 < len(found) < 100
    assert all(everything[number] == edits for number, edits in found.items())
    assert f"those of {len(found)} sessions could be read" in drafts.notice
    assert read(path) == found


def test_a_damaged_letter_in_the_list_of_tables_is_damage_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "drafts"
    write(path, SOME)
    data = path.read_bytes()
    assert b"NOT NULL UNIQUE" in data
    path.write_bytes(data.replace(b"NOT NULL UNIQUE", b"NOT \xa8ULL UNIQUE"))
    found, notice = read_with_notice(path)
    assert found == {}
    assert "It was set aside as " in notice


# --- edits for several sessions ---------------------------------------------------------------------------------------

MANY = tuple(range(10, 3510))
GROUPS: Mapping[int, Group] = {
    1: Group((3, 1, 2), SharedEdits({"title": "B", "interval_min": UNKNOWN}, frozenset({"title", "is_public"}))),
    4: Group(MANY, SharedEdits({"is_public": True, "category_id": None}, frozenset({"is_public"}))),
}


def write_groups(path: Path, *updates: Mapping[int, Group | None]) -> None:
    async def use(drafts: SqliteDrafts) -> None:
        for update in updates:
            await drafts.update_groups(update)

    with_drafts(path, use)


def read_groups(path: Path) -> tuple[Mapping[int, Group | None], str]:
    found: dict[int, Group | None] = {}

    async def use(drafts: SqliteDrafts) -> None:
        found.update(drafts.load_groups())

    return found, with_drafts(path, use).notice


def rows(path: Path, query: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def test_edits_for_several_are_there_at_the_next_start_beside_the_others(tmp_path: Path) -> None:
    path = tmp_path / "drafts"
    write(path, SOME)
    write_groups(path, GROUPS)
    assert read_groups(path) == (GROUPS, "")
    assert read(path) == SOME
    write_groups(path, {4: None, 9: None})
    assert read_groups(path) == ({1: GROUPS[1]}, "")
    assert rows(path, "SELECT DISTINCT number FROM members") == [(1,)]


def test_the_sessions_are_written_once_and_again_only_when_they_are_other_ones(tmp_path: Path) -> None:
    path = tmp_path / "drafts"
    edited = SharedEdits({"title": "C"})

    async def use(drafts: SqliteDrafts) -> None:
        await drafts.update_groups({4: GROUPS[4]})
        await drafts.update_groups({1: GROUPS[1]})  # behind it, so that what is written again gets other numbers
        parts.append(await _members(drafts))
        await drafts.update_groups({4: Group(MANY, edited)})
        parts.append(await _members(drafts))

    async def use_again(drafts: SqliteDrafts) -> None:
        found = drafts.load_groups()[4]
        assert found is not None
        await drafts.update_groups({4: Group(found.session_ids, SharedEdits({"title": "D"}))})
        parts.append(await _members(drafts))
        await drafts.update_groups({4: Group((7, 8), edited)})

    async def _members(drafts: SqliteDrafts) -> list[int]:
        assert drafts._connection is not None
        query = "SELECT seq FROM members ORDER BY seq"
        return [seq for (seq,) in await drafts._worker.run(lambda: drafts._connection.execute(query).fetchall())]  # type: ignore[union-attr]

    parts: list[list[int]] = []
    with_drafts(path, use)
    with_drafts(path, use_again)
    assert len(parts[0]) == 5, "one for the short one, and four for the long one"
    assert parts[0] == parts[1] == parts[2]
    assert read_groups(path) == ({1: GROUPS[1], 4: Group((7, 8), edited)}, "")


def test_what_a_full_disk_refused_is_written_whole_the_next_time(tmp_path: Path) -> None:
    path = tmp_path / "drafts"
    large = Group(tuple(range(200_000)), SharedEdits({"title": "C"}))

    async def use(drafts: SqliteDrafts) -> None:
        await drafts.update_groups({1: GROUPS[1]})
        statement(drafts, "PRAGMA max_page_count = 10")
        with pytest.raises(StorageError, match="the disk is full"):
            await drafts.update_groups({1: None, 4: large})
        statement(drafts, "PRAGMA max_page_count = 5000")
        assert drafts.load_groups() == {1: GROUPS[1]}
        await drafts.update_groups({4: large})

    with_drafts(path, use)
    assert read_groups(path) == ({1: GROUPS[1], 4: large}, "")


def test_the_file_of_the_former_version_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "drafts"
    change_file(
        path,
        "CREATE TABLE drafts (seq INTEGER PRIMARY KEY, session NOT NULL UNIQUE, edits TEXT NOT NULL)",
        'INSERT INTO drafts (session, edits) VALUES (1, \'{"title": {"value": "B", "over": "A"}}\')',
        "PRAGMA user_version = 1",
    )
    assert read(path) == {1: TITLE}
    write_groups(path, GROUPS)
    assert read_groups(path) == (GROUPS, "")
    assert read(path) == {1: TITLE}


any_shared = st.builds(
    SharedEdits,
    st.dictionaries(st.sampled_from(list(FIELDS)), strategies.any_field_value),
    st.frozensets(st.sampled_from(list(FIELDS))),
).filter(bool)
any_group = st.builds(Group, st.lists(strategies.integers, min_size=1, unique=True).map(tuple), any_shared)
group_numbers = st.integers(1, 5)


@given(st.dictionaries(group_numbers, any_group), st.dictionaries(group_numbers, any_group | st.none()))
def test_groups_survive_as_they_were(former: Mapping[int, Group], newer: Mapping[int, Group | None]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "drafts"
        write_groups(path, former, newer)
        left = {number: group for number, group in {**former, **newer}.items() if group is not None}
        assert read_groups(path) == (left, "")


LOST = "Unsaved edits for several sessions could not be read, or not for all of them."


@pytest.mark.parametrize(
    ("damage", "left"),
    [
        ("UPDATE groups SET edits = '{' WHERE number = 4", None),
        ("UPDATE groups SET edits = '{}' WHERE number = 4", None),
        ("UPDATE groups SET edits = x'7b7d' WHERE number = 4", None),
        (
            'UPDATE groups SET edits = \'{"title": {"entered": true, "ticked": true, "value": 1.5}}\' WHERE number = 4',
            None,
        ),
        ("DELETE FROM members WHERE number = 4", None),
        ("UPDATE members SET sessions = '[1, 2' WHERE seq = 2", MANY[1000:]),
        ("UPDATE members SET sessions = '[true]' WHERE seq = 2", MANY[1000:]),
        ("UPDATE members SET sessions = x'5b5d' WHERE seq = 5", MANY[:3000]),
        ("DELETE FROM members WHERE seq = 3", MANY[:1000] + MANY[2000:]),
        ("UPDATE groups SET size = 'x' WHERE number = 4", MANY),
    ],
)
def test_of_damaged_groups_what_makes_sense_is_read_and_that_is_said(
    tmp_path: Path, damage: str, left: tuple[int, ...] | None
) -> None:
    path = tmp_path / "drafts"
    write_groups(path, {1: GROUPS[1]}, {4: GROUPS[4]})
    change_file(path, damage)
    found, notice = read_groups(path)
    assert found == {1: GROUPS[1], 4: None if left is None else Group(left, GROUPS[4].edits)}
    assert notice == LOST
    assert_sentence(notice)
    write_groups(path, {4: GROUPS[1]})
    assert read_groups(path) == ({1: GROUPS[1], 4: GROUPS[1]}, "")


def test_trouble_with_both_is_said_of_both(tmp_path: Path) -> None:
    path = tmp_path / "drafts"
    write(path, {1: TITLE})
    write_groups(path, GROUPS)
    change_file(path, "UPDATE drafts SET edits = ''", "UPDATE groups SET edits = ''")

    async def use(drafts: SqliteDrafts) -> None:
        drafts.load()
        drafts.load_groups()

    assert with_drafts(path, use).notice == f"Unsaved edits of 1 session could not be read. {LOST}"


def test_what_can_be_read_of_groups_in_a_damaged_file_is_brought_over(tmp_path: Path) -> None:
    path = tmp_path / "drafts"
    everything = {number: Group(tuple(range(number, 100_000, 2000)), GROUPS[1].edits) for number in range(1, 200)}
    write_groups(path, *({number: group} for number, group in everything.items()))
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.truncate(size * 2 // 3)
    drafts = SqliteDrafts(path)
    found = drafts.load_groups()
    asyncio.run(drafts.close())
    assert 10 < len(found) < len(everything)
    assert all(group == everything[number] for number, group in found.items())
    count = len({one for group in found.values() if group is not None for one in group.session_ids})
    assert f"those of {count:,} sessions could be read" in drafts.notice
    assert read_groups(path) == (found, "")


# --- as a part of an account's files ----------------------------------------------------------------------------------


def test_an_account_keeps_its_drafts_and_lets_go_of_them(tmp_path: Path) -> None:
    folders = Folders.of(tmp_path)

    async def scenario() -> None:
        for _ in range(2):
            storage = AccountStorage.of(folders, "account")
            await storage.drafts.update({**storage.drafts.load(), 1: TITLE})
            await storage.close()
            with pytest.raises(StorageError):
                await storage.drafts.update({})

    asyncio.run(scenario())
    assert read(folders.drafts("account")) == {1: TITLE}


@pytest.mark.parametrize("other", [SqliteDrafts, SqliteListMemory])
def test_until_all_is_free_another_window_gets_none_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, other: type[SqliteDrafts | SqliteListMemory]
) -> None:
    """Else it would begin without the edits that this one is just writing."""
    folders = Folders.of(tmp_path)
    refused: list[InUseError] = []
    close = other.close

    async def close_late(self: Any) -> None:
        with pytest.raises(InUseError) as caught:
            AccountStorage.of(folders, "account")
        refused.append(caught.value)
        await close(self)

    async def scenario() -> None:
        storage = AccountStorage.of(folders, "account")
        await storage.drafts.update({1: TITLE})
        monkeypatch.setattr(other, "close", close_late)
        await storage.close()
        monkeypatch.setattr(other, "close", close)
        following = AccountStorage.of(folders, "account")
        assert following.drafts.load() == {1: TITLE}
        await following.close()

    asyncio.run(scenario())
    assert len(refused) == 1
