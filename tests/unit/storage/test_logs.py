"""The log of a process: what is in its file, what never is, and what becomes of a disk that takes nothing."""

from __future__ import annotations

import logging
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel, ValidationError

from joip_desktop.domain.errors import InvalidRequestError, StorageError, UnexpectedShapeError
from joip_desktop.storage.log_file import OLDER, SIZE, LogFile, LogPlace
from joip_desktop.storage.log_format import RecordFormatter
from joip_desktop.storage.logs import Logs
from joip_desktop.storage.settings import LogLevel

SECRET = "s%3AQwErTy-_12345678.SigNature90"
log = logging.getLogger("joip_desktop.test")

pytestmark = pytest.mark.logs_errors


@pytest.fixture
def logs() -> Iterator[Logs]:
    made = Logs(crashes=False)  # pytest has Python's one place for crashes
    made.begin()
    yield made
    made.close()


def text_of(folder: Path) -> str:
    return (folder / "joip-desktop.log").read_text(encoding="utf-8")


def test_ours_is_written_from_the_level_on_and_of_libraries_warnings_alone(logs: Logs, tmp_path: Path) -> None:
    assert logs.open(tmp_path / "logs", LogLevel.INFO) == ""
    log.info("ours, at %s", "info")
    log.debug("too much")
    logging.getLogger("httpx").info("theirs")
    logging.getLogger("httpcore").debug("theirs")
    logging.getLogger("httpx").warning("their warning")
    text = text_of(tmp_path / "logs")
    assert " INFO joip_desktop.test: ours, at info\n" in text
    assert " INFO joip_desktop.storage.logs: JOIP Desktop " in text
    assert "too much" not in text
    assert "theirs" not in text
    assert " WARNING httpx: their warning\n" in text


def test_the_level_can_be_changed_while_it_runs(logs: Logs, tmp_path: Path) -> None:
    logs.open(tmp_path, LogLevel.ERROR)
    log.warning("first")
    logs.set_level(LogLevel.DEBUG)
    log.debug("second")
    logging.getLogger("httpcore").debug("Cookie: never")
    logs.set_level(LogLevel.WARNING)
    log.info("third")
    text = text_of(tmp_path)
    assert "second" in text
    for missing in ("first", "third", "never"):
        assert missing not in text


def test_afterwards_everything_is_as_it_was(tmp_path: Path) -> None:
    root, ours = logging.getLogger(), logging.getLogger("joip_desktop")
    before = (list(root.handlers), root.level, ours.level, sys.excepthook, threading.excepthook, sys.unraisablehook)
    made = Logs(crashes=False)
    made.begin()
    made.open(tmp_path, LogLevel.DEBUG)
    made.close()
    made.close()
    after = (list(root.handlers), root.level, ours.level, sys.excepthook, threading.excepthook, sys.unraisablehook)
    assert after == before


def test_the_files_are_private(logs: Logs, tmp_path: Path) -> None:
    logs.open(tmp_path / "logs", LogLevel.INFO)
    assert stat.S_IMODE((tmp_path / "logs").stat().st_mode) == 0o700
    for path in (tmp_path / "logs").iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path.name


def test_a_folder_that_can_not_be_written_is_said_and_all_goes_on(logs: Logs, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    told = logs.open(tmp_path / "file" / "logs", LogLevel.INFO)
    assert told.startswith("No log is kept in this run: ")
    log.warning("to nowhere")


def test_two_processes_have_files_of_their_own(tmp_path: Path) -> None:
    first, second = LogPlace.take(tmp_path), LogPlace.take(tmp_path)
    assert (first.log.name, second.log.name) == ("joip-desktop.log", "joip-desktop-2.log")
    first.leave()
    third = LogPlace.take(tmp_path)
    assert third.log.name == "joip-desktop.log"
    second.leave()
    third.leave()


def test_full_files_are_set_aside_and_only_so_many_kept(tmp_path: Path) -> None:
    assert (SIZE, OLDER) == (1_000_000, 3)
    file = LogFile(tmp_path / "x.log", complain=pytest.fail, size=1000, older=2)
    for number in range(200):
        file.handle(logging.LogRecord("x", logging.INFO, "", 0, f"line {number}", None, None))
    file.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["x.log", "x.log.1", "x.log.2"]
    assert all(path.stat().st_size <= 1100 for path in tmp_path.iterdir())
    assert "line 199" in (tmp_path / "x.log").read_text()


def test_a_full_disk_is_said_once_and_then_tried_again(tmp_path: Path) -> None:
    told: list[str] = []
    file = LogFile(tmp_path / "x.log", complain=told.append)

    class Full:
        def write(self, _text: str) -> int:
            raise OSError(28, "No space left on device")

        flush = close = seek = tell = lambda *_: 0

    for _ in range(3):
        if file.stream is not None:
            file.stream.close()
        file.stream = Full()  # type: ignore[assignment]  # as a disk would be
        file.handle(logging.LogRecord("x", logging.INFO, "", 0, "lost", None, None))
    file.handle(logging.LogRecord("x", logging.INFO, "", 0, "there is room again", None, None))
    file.close()
    assert told == ["No space left on device"]
    assert "there is room again" in (tmp_path / "x.log").read_text()


# --- what nobody catches ----------------------------------------------------------------------------------------------


def test_what_nobody_catches_is_in_the_log_and_told(
    logs: Logs, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.open(tmp_path, LogLevel.WARNING)
    told: list[BaseException] = []
    logs.on_fault = told.append
    error = ZeroDivisionError(f"connect.sid={SECRET}")
    sys.excepthook(type(error), error, None)
    assert told == [error]
    thread = threading.Thread(target=_fail, name="zz-worker")
    thread.start()
    thread.join()
    text = text_of(tmp_path)
    assert "CRITICAL joip_desktop.storage.logs: an error that nobody caught" in text
    assert "ZeroDivisionError: connect.sid= (hidden)" in text
    assert "the thread zz-worker ended in an error" in text
    assert "KeyError: 'missing'" in text
    assert "QwErTy" not in text + capsys.readouterr().err


def _fail() -> None:
    raise KeyError("missing")


def test_a_crash_of_the_process_is_told_by_places_in_the_code_alone(tmp_path: Path) -> None:
    code = (
        "import faulthandler, sys; from pathlib import Path\n"
        "from joip_desktop.storage.logs import Logs; from joip_desktop.storage.settings import LogLevel\n"
        "def crash(secret): faulthandler._sigsegv()\n"
        "logs = Logs(); logs.begin(); logs.open(Path(sys.argv[1]), LogLevel.DEBUG)\n"
        "crash(sys.stdin.read())\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    ended = subprocess.run(command, input=SECRET, text=True, capture_output=True, check=False)
    assert ended.returncode != 0
    told = (tmp_path / "joip-desktop.crash.log").read_text()
    assert "Segmentation fault" in told
    assert "in crash" in told
    assert "QwErTy" not in told + ended.stderr + text_of(tmp_path)


# --- the lines --------------------------------------------------------------------------------------------------------


def formatted(message: str, *arguments: object, error: BaseException | None = None) -> str:
    record = logging.LogRecord("zz", logging.WARNING, "", 0, message, arguments, None)
    if error is not None:
        record.exc_info = (type(error), error, error.__traceback__)
    return RecordFormatter(timed=False).format(record)


def test_text_from_elsewhere_forges_no_line() -> None:
    assert formatted("%s", "a\n2026-01-01 CRITICAL b\x1b[31m\ud800") == (
        "zz: WARNING: a\\n2026-01-01 CRITICAL b\\x1b[31m\\ud800"
    )


def test_what_can_not_be_said_is_told_all_the_same() -> None:
    class Bad:
        def __str__(self) -> str:
            raise ValueError

    assert formatted("%d", "x").endswith("(what belongs into it can't be said)")
    assert "can't be said" in formatted("failed", error=ValueError(Bad()))


TITLE = "zz-" + "title"
"""In two pieces, as tracebacks show the line of code that was run."""


class Model(BaseModel):
    title: int


def test_exceptions_that_may_quote_a_session_are_told_by_their_kind() -> None:
    with pytest.raises(ValidationError) as refused:
        Model.model_validate(dict.fromkeys(Model.model_fields, TITLE))
    for error in (
        refused.value,
        InvalidRequestError(f"{TITLE} is too long", status=400, server_message=TITLE),
        UnexpectedShapeError(TITLE),
    ):
        told = formatted("failed", error=error)
        assert TITLE not in told
        assert type(error).__name__ in told
    assert "status 400" in formatted("failed", error=InvalidRequestError("zz", status=400))
    assert "The disk is full." in formatted("failed", error=StorageError("The disk is full."))


def test_causes_and_groups_are_told_and_circles_end() -> None:
    inner = KeyError("inner")
    outer = ValueError("outer")
    outer.__cause__ = inner
    inner.__context__ = outer
    told = formatted("failed", error=ExceptionGroup("several", [outer, OSError(2, os.strerror(2))]))
    assert told.index("KeyError: 'inner'") < told.index("ValueError: outer") < told.index("No such file")
