"""The store: reading, changing, resetting, in memory and on disk."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from joip_desktop.mock.errors import MockServerError
from joip_desktop.mock.store import OWNER, Store

NOW = 1_800_000_000.0  # 2027-01-15T08:00:00Z


@pytest.fixture
def store() -> Iterator[Store]:
    with closing(Store(None, sessions=40, seed=1, clock=lambda: NOW)) as opened:
        yield opened


def test_only_the_owners_rows_are_listed(store: Store) -> None:
    rows = store.rows()
    assert store.count() == len(rows) == 40
    assert {row["userId"] for row in rows} == {OWNER}
    assert store.row(41)["userId"] != OWNER
    assert store.find(10**30) is None
    with pytest.raises(KeyError):
        store.row(999)


def test_order_and_category(store: Store) -> None:
    assert [record[0] for record in store.owned_records()] == list(range(1, 41))
    store.set_row(7, title="newest")
    assert store.owned_records(recent=True)[0][0] == 7
    chosen = store.owned_records(category_id=9999)
    assert [record[0] for record in chosen] == [5]


def test_set_row_takes_anything(store: Store) -> None:
    before = store.row(1)["updatedAt"]
    changed = store.set_row(1, transition="dissolve", intervalMin=None, playCount=3, title=5, id=77)
    assert changed == store.row(1)
    assert (changed["transition"], changed["intervalMin"], changed["playCount"], changed["title"]) == (
        "dissolve",
        None,
        3,
        5,
    )
    assert changed["id"] == 1
    assert changed["updatedAt"] == "2027-01-15T08:00:00.000Z" > before
    assert store.set_row(1, updatedAt="whenever")["updatedAt"] == "whenever"
    assert store.set_row(1, title="back")["updatedAt"] == "2027-01-15T08:00:00.000Z"
    with pytest.raises(KeyError):
        store.set_row(999, title="x")


def test_updated_at_always_grows(store: Store) -> None:
    moments = [store.set_row(2, title=str(number))["updatedAt"] for number in range(5)]
    assert moments == [f"2027-01-15T08:00:00.00{number}Z" for number in range(5)]
    store.set_row(2, updatedAt="2031-01-01T00:00:00")
    assert store.set_row(2, title="later")["updatedAt"] == "2031-01-01T00:00:00.001Z"


def test_nothing_to_change_leaves_the_version(store: Store) -> None:
    before = store.row(3)
    assert store.change(3, lambda _row: {}) == before
    assert store.row(3) == before
    assert store.change(999, lambda _row: {"title": "x"}) is None


def test_a_refusal_leaves_everything(store: Store) -> None:
    def refuse(_row: object) -> dict[str, object]:
        raise ZeroDivisionError

    before = store.row(3)
    with pytest.raises(ZeroDivisionError):
        store.change(3, refuse)
    assert store.row(3) == before
    store.set_row(3, title="still writable")


def test_sharing_keeps_a_snapshot_with_its_media(store: Store) -> None:
    shared = next(row["id"] for row in store.rows() if row["shareToCommunity"])
    assert store.shared_media(shared) is not None
    assert store.shared_media(1) is None
    store.set_row(1, shareToCommunity=True)
    first = store.shared_media(1)
    assert first is not None
    assert first["media"][0]["sessionId"] == 1
    store.set_row(1, shareToCommunity=True, subreddits=["tea"])
    assert store.shared_media(1) == first
    store.set_row(1, shareToCommunity=False)
    assert store.shared_media(1) is None


def test_reset_brings_the_demo_back(store: Store) -> None:
    before, snapshot = store.rows(), store.shared_media(1)
    store.write_meta("kept", "[]")
    store.set_row(1, title="changed", shareToCommunity=True)
    store.reset()
    assert store.rows() == before
    assert store.shared_media(1) == snapshot
    assert store.read_meta("kept") == "[]"


def test_an_erased_text_is_in_no_byte_of_the_files(tmp_path: Path) -> None:
    path = tmp_path / "demo.sqlite3"
    secret = "s%3A" + "secret" * 2000  # of several pages, which become free ones
    store = Store(path, sessions=30, seed=1)
    store.write_meta("old", secret)
    store.write_meta("other", "stays")
    store.set_row(1, title="between")
    assert any(b"secretsecret" in file.read_bytes() for file in tmp_path.iterdir()), "or nothing is shown here"
    store.erase_meta("old")
    assert not any(b"secretsecret" in file.read_bytes() for file in tmp_path.iterdir())
    assert (store.read_meta("old"), store.read_meta("other")) == (None, "stays")
    assert store.row(1)["title"] == "between"
    store.erase_meta("old")
    store.close()


def test_what_cannot_be_erased_while_another_server_reads_is_erased_later(tmp_path: Path) -> None:
    path = tmp_path / "demo.sqlite3"
    store = Store(path, sessions=3, seed=1)
    store.write_meta("old", "secretsecret")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM meta").fetchall()
    store._connection.execute("PRAGMA busy_timeout = 10")
    store.erase_meta("old")
    assert store.read_meta("old") == ""
    other.execute("COMMIT")
    other.close()
    store.erase_meta("old")
    assert store.read_meta("old") is None
    assert not any(b"secretsecret" in file.read_bytes() for file in tmp_path.iterdir())
    store.close()


def test_threads_lose_no_change(store: Store) -> None:
    store.set_row(1, playCount=0)

    def count() -> None:
        for _ in range(50):
            store.change(1, lambda row: {"playCount": row["playCount"] + 1})

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.row(1)["playCount"] == 200


# --- on disk ----------------------------------------------------------------------------------------------------------


def on_disk(path: Path, sessions: int = 30, seed: int = 1) -> Store:
    return Store(path, sessions=sessions, seed=seed)


def test_data_survive_and_the_size_applies_to_new_files_only(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folders" / "demo.sqlite3"
    with closing(on_disk(path)) as store:
        store.set_row(1, title="kept")
    with closing(on_disk(path, sessions=5, seed=9)) as store:
        assert store.row(1)["title"] == "kept"
        assert store.count() == 30
        assert store.notice is None
        store.reset()
        assert store.count() == 30
    assert path.stat().st_mode & 0o077 == 0


def test_close_twice(tmp_path: Path) -> None:
    store = on_disk(tmp_path / "demo.sqlite3")
    store.close()
    store.close()
    with pytest.raises(sqlite3.ProgrammingError):
        store.count()


def test_two_stores_on_one_file(tmp_path: Path) -> None:
    path = tmp_path / "demo.sqlite3"
    opened: list[Store] = []

    def work() -> None:
        store = on_disk(path)
        opened.append(store)
        for _ in range(25):
            store.change(1, lambda row: {"playCount": row.get("playCount", 0) + 1})

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    try:
        assert [store.row(1)["playCount"] for store in opened] == [100] * 4
        assert [store.notice for store in opened] == [None] * 4
        assert opened[0].count() == 30
    finally:
        for store in opened:
            store.close()
    assert sorted(found.name for found in tmp_path.iterdir()) == ["demo.sqlite3"]


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_store: Store) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(Store, "_fill", full)
    with pytest.raises(MockServerError, match="disk is full"):
        on_disk(tmp_path / "demo.sqlite3")
    monkeypatch.undo()
    with closing(on_disk(tmp_path / "demo.sqlite3")) as store:  # nothing half-made is left
        assert store.count() == 30


def test_new_data_as_news_never_go_back_in_time() -> None:
    with closing(Store(None, sessions=20, seed=1)) as store:
        first = {row["id"]: row for row in store.rows()}
        store.set_row(3, title="Changed")
        changed = store.row(3)["updatedAt"]
        store.reset(as_news=True)
        for session_id, row in first.items():
            now = store.row(session_id)
            assert now == {**row, "updatedAt": now["updatedAt"]}
            assert (now["updatedAt"] == row["updatedAt"]) == (session_id != 3)
        assert store.row(3)["updatedAt"] > changed


# --- snapshots of the state -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("in_file", [False, True])
def test_a_snapshot_brings_everything_back(tmp_path: Path, in_file: bool) -> None:
    file = tmp_path / "data.sqlite" if in_file else None
    with closing(Store(file, sessions=20, seed=1)) as store:
        store.set_row(3, title="Kept", shareToCommunity=True, unheardOf={"a": [1]})
        rows, shared, kept = store.rows(), store.shared_media(3), store.snapshot()
        store.reset(sessions=5, seed=9)
        assert store.count() == 5
        store.restore(kept)
        assert (store.rows(), store.shared_media(3)) == (rows, shared)
        store.reset()
        assert store.count() == 20
    with closing(Store(None, sessions=1, seed=1)) as other:
        other.restore(kept)
        assert other.rows() == rows


def test_a_snapshot_holds_no_sign_in_and_changes_none() -> None:
    with closing(Store(None, sessions=3, seed=1)) as store:
        store.write_meta("cookie_hashes", "abcdefghijkl")
        kept = store.snapshot()
        assert b"abcdefghijkl" not in kept
        store.write_meta("cookie_hashes", "mnopqrstuvwx")
        store.restore(kept)
        assert store.read_meta("cookie_hashes") == "mnopqrstuvwx"


def _foreign() -> bytes:
    with closing(sqlite3.connect(":memory:")) as other:
        other.execute("CREATE TABLE things (name TEXT)")
        return bytes(other.serialize())


def test_what_is_no_snapshot_is_refused_and_changes_nothing() -> None:
    with closing(Store(None, sessions=30, seed=1)) as store:
        rows, good = store.rows(), store.snapshot()
        empty = b"SQLite format 3\x00" + bytes(4096 - 16)
        for bad in (b"", b"hello", good[:5000], good[:100] + bytes(len(good) - 100), _foreign(), empty):
            with pytest.raises(MockServerError, match=r"^This is no snapshot of the demo server \("):
                store.restore(bad)
            assert store.rows() == rows
