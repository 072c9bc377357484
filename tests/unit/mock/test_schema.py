"""Files that cannot be used, and what is done about them."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, tzinfo
from pathlib import Path

import pytest

from joip_desktop.mock import schema
from joip_desktop.mock.errors import MockServerError
from joip_desktop.mock.store import Store


def make(path: Path) -> None:
    Store(path, sessions=200, seed=1).close()


def garbage(path: Path) -> None:
    path.write_bytes(b"no database at all " * 400)


def damaged_inside(path: Path) -> None:
    make(path)
    content = bytearray(path.read_bytes())
    content[4096 * 3 : 4096 * 8] = b"\xff" * 4096 * 5
    path.write_bytes(content)


def cut_off(path: Path) -> None:
    make(path)
    path.write_bytes(path.read_bytes()[:9000])


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")


def of_another_version(path: Path) -> None:
    make(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")


def without_a_column(path: Path) -> None:
    make(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("ALTER TABLE sessions DROP COLUMN transition")


@pytest.mark.parametrize("spoil", [garbage, damaged_inside, cut_off, foreign, of_another_version, without_a_column])
def test_an_unreadable_file_is_set_aside(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    path = tmp_path / "demo.sqlite3"
    spoil(path)
    before = path.read_bytes()
    with closing(Store(path, sessions=3, seed=1)) as store:
        assert store.count() == 3
        assert store.notice is not None
        found = re.fullmatch(
            r"The demo data could not be read and was set aside as (demo\.sqlite3\.corrupt-\d{8}-\d{6})\. "
            r"The demo starts with fresh data\.",
            store.notice,
        )
    assert found is not None
    kept = tmp_path / found[1]
    assert len(kept.read_bytes()) == len(before)
    with closing(Store(path, sessions=9, seed=1)) as store:
        assert (store.count(), store.notice) == (3, None)


def test_what_was_set_aside_before_is_not_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stopped(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Stopped:  # noqa: ARG003
            return cls(2026, 11, 24, 10, 15, 0)

    monkeypatch.setattr(schema, "datetime", Stopped)
    path = tmp_path / "demo.sqlite3"
    notices = []
    for text in (b"one", b"two", b"three"):
        path.write_bytes(text * 500)
        (tmp_path / "demo.sqlite3-wal").write_bytes(text)
        with closing(Store(path, sessions=1, seed=1)) as store:
            notices.append(store.notice)
    base = "demo.sqlite3.corrupt-20261124-101500"
    assert all(
        notice and name in notice for notice, name in zip(notices, (base, base + "-2", base + "-3"), strict=True)
    )
    for name, text in ((base, b"one"), (base + "-2", b"two"), (base + "-3", b"three")):
        assert (tmp_path / name).read_bytes() == text * 500


def test_an_empty_file_is_a_new_one(tmp_path: Path) -> None:
    path = tmp_path / "demo.sqlite3"
    path.touch()
    with closing(Store(path, sessions=2, seed=1)) as store:
        assert (store.count(), store.notice) == (2, None)


def test_a_file_that_another_server_has_replaced_stays(tmp_path: Path) -> None:
    path = tmp_path / "demo.sqlite3"
    path.write_bytes(b"good")
    assert schema._set_aside(path, (0, 0)) is None
    assert path.read_bytes() == b"good"


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    folder = tmp_path / "file" / "data"
    with pytest.raises(MockServerError, match=re.escape(f"“{folder}”")) as told:
        Store(folder / "demo.sqlite3", sessions=1, seed=1)
    assert "choose another" in str(told.value)
    with pytest.raises(MockServerError):
        Store(tmp_path, sessions=1, seed=1)  # a folder where the file should be


def test_a_file_that_is_locked_for_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "BUSY_SECONDS", 0.05)
    path = tmp_path / "demo.sqlite3"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("CREATE TABLE t (x)")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(MockServerError, match="locked"):
            Store(path, sessions=1, seed=1)
        other.execute("ROLLBACK")
