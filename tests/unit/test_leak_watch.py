"""The watch over the marked cookie sees the mark in each form and place; without this, its silence means nothing."""

from __future__ import annotations

import logging
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest

from joip_desktop.api.auth import parse_cookie
from joip_desktop.mock import MockServer
from tests.helpers.leaks import FORMS, MARK, Watch, marked, marked_cookie, marked_names, planted, told_by

ROOT = Path(__file__).parents[2]

LEAKS = """
import base64, contextlib, logging, sqlite3
import httpx, pytest
from PySide6.QtGui import QGuiApplication
from joip_desktop.api.budget import TokenBudget
from joip_desktop.api.client import JoipClient
from joip_desktop.api.origin import Origin
from joip_desktop.domain.errors import JoipError, StorageError
from tests.helpers.leaks import MARK

def test_clean(tmp_path, qapp):
    (tmp_path / "file").write_text("nothing")
    QGuiApplication.clipboard().setText("nothing")
    logging.getLogger("joip_desktop").debug("nothing")
    print("nothing")

def test_message():
    logging.getLogger("joip_desktop.api").debug("got %s", MARK)

def test_chained_exception():
    try:
        try:
            raise ValueError(MARK)
        except ValueError:
            raise KeyError("harmless") from None
    except KeyError:
        logging.getLogger("any").warning("failed", exc_info=True)

def test_output():
    print(MARK)

def test_error_output(capfd):
    import os
    os.write(2, MARK.encode())

def test_output_read_back(capsys):
    print(base64.b64encode(MARK.encode()).decode())
    capsys.readouterr()

@pytest.mark.prints_a_cookie
def test_output_allowed():
    print(MARK)

def test_file(tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "file").write_bytes(MARK.encode("utf-16-le"))

def test_file_name(tmp_path):
    (tmp_path / MARK).touch()

def test_clipboard(qapp):
    QGuiApplication.clipboard().setText(MARK)

def test_after_the_clipboard(qapp):
    pass

def test_error_made():
    with contextlib.suppress(StorageError):
        raise StorageError(f"Can't write {MARK}")

async def test_error_of_the_client():
    def fail(request):
        raise OSError(f"while sending {MARK}")
    client = JoipClient(Origin.parse("https://joip.example"), budget=TokenBudget(),
                        transport=httpx.MockTransport(fail))
    with contextlib.suppress(JoipError):
        await client.list_sessions()
    await client.aclose()
"""

PLACES = {
    "test_message": "the log, at",
    "test_chained_exception": "the log, at",
    "test_output": "Captured stdout call",
    "test_error_output": "Captured stderr",
    "test_output_read_back": "the output",
    "test_file": "folder/file",
    "test_file_name": MARK,
    "test_clipboard": "the clipboard",
    "test_error_made": "an exception: StorageError",
    "test_error_of_the_client": "of JoipClient.list_sessions",
}
HARMLESS = 3


def test_each_leak_fails_its_test_and_no_other(tmp_path: Path) -> None:
    (tmp_path / "test_leaks.py").write_text(LEAKS)
    command = [sys.executable, "-m", "pytest", "-p", "tests.conftest", "-c", str(ROOT / "pyproject.toml")]
    folders = ["--rootdir", str(ROOT), "--basetemp", str(tmp_path / "inner"), "-p", "no:cacheprovider"]
    ended = subprocess.run(
        [*command, *folders, "-rE", "--tb=line", str(tmp_path / "test_leaks.py")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    blamed = dict(re.findall(r"^ERROR \S*::(\w+) - (.*)$", ended.stdout, re.MULTILINE))
    assert set(blamed) == set(PLACES), ended.stdout
    assert f"{len(PLACES) + HARMLESS} passed, {len(PLACES)} errors" in ended.stdout
    for name, place in PLACES.items():
        assert place in ended.stdout, name
    shutil.rmtree(tmp_path / "inner")  # what leaked there, and on purpose


@pytest.mark.parametrize("form", planted())
def test_the_mark_is_found_in_each_form(form: str, tmp_path: Path) -> None:
    """In a text, and in a file across the border of what is read at once."""
    content = planted()[form]
    assert marked(content)
    file = tmp_path / "file"
    file.write_bytes(b"." * ((1 << 22) - len(content) // 2 - 20) + content + b"." * 1000)
    assert marked_names([tmp_path]) == [str(file)]
    file.unlink()


def test_the_mark_is_found_in_a_database_and_its_log(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "data", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE secrets (value TEXT)")
    connection.execute("INSERT INTO secrets VALUES (?)", (marked_cookie(),))
    assert marked_names([tmp_path]) == [str(tmp_path / "data-wal")]
    connection.close()
    assert marked_names([tmp_path]) == [str(tmp_path / "data")]
    (tmp_path / "data").unlink()


def test_the_mark_is_found_in_links_and_names(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(f"/nowhere/{MARK}")
    (tmp_path / f"x{MARK}").mkdir()
    assert marked_names([tmp_path]) == [str(tmp_path / "link"), str(tmp_path / f"x{MARK}")]
    (tmp_path / "link").unlink()
    (tmp_path / f"x{MARK}").rmdir()


def test_what_holds_no_mark_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(MARK.encode()[:-1] * 100)
    assert marked_names([tmp_path]) == []
    assert not marked(MARK.lower())


def test_an_exception_is_read_to_its_end() -> None:
    def tells(error: BaseException) -> bool:
        return marked(told_by(error))

    assert not tells(ValueError("harmless"))
    noted = ValueError("harmless")
    noted.add_note(MARK)
    assert tells(noted)
    held = ValueError("harmless")
    held.held = {"deep": [MARK]}  # type: ignore[attr-defined]
    assert tells(held)
    assert tells(ExceptionGroup("several", [ValueError("harmless"), ValueError(MARK)]))
    hidden = ValueError("harmless")
    hidden.__context__ = KeyError(MARK)
    hidden.__suppress_context__ = True
    assert tells(hidden)
    hidden.__context__.__context__ = hidden  # a circle ends
    assert tells(hidden)


def test_a_record_is_read_whatever_its_layout() -> None:
    def seen(**parts: object) -> bool:
        watch = Watch()
        watch.handle(logging.makeLogRecord({"msg": "%s", "args": ("x",), **parts}))
        return bool(watch.found)

    assert not seen()
    assert seen(msg=f"{MARK} %s")
    assert seen(args=(MARK,))
    assert seen(threadName=MARK)
    assert seen(stack_info=MARK)
    assert seen(exc_info=(ValueError, ValueError(MARK), None))


def test_marked_cookies_are_what_servers_make() -> None:
    values = [marked_cookie() for _ in range(50)]
    assert len(set(values)) == 50
    for value in values:
        assert parse_cookie(value).reveal() == value
        assert unquote(value).count(MARK) == 2
        assert re.fullmatch(r"s:[\w-]+\.[A-Za-z0-9+/]{43}", unquote(value))
    with MockServer(sessions=0) as server:
        assert marked(server.cookie), "the suite's servers make marked ones"


def test_the_forms_are_too_long_to_come_by_chance() -> None:
    assert min(map(len, FORMS)) >= 13
