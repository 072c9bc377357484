"""The files of a log: who may write which, how they stay small, and where a crash is written.

Each process has files of its own: the first one "joip-desktop.log", one beside it "joip-desktop-2.log", and so on. So
what is renamed when a file is full is never open in another process, which Windows would refuse, and which elsewhere
would scatter records. A lock tells which names are taken; the system lets go of it however the process ends.
"""

from __future__ import annotations

import errno
import faulthandler
import logging
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BufferedWriter, FileIO, TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

from joip_desktop import __version__
from joip_desktop.storage.log_format import RecordFormatter

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

SIZE: Final = 1_000_000
"""Bytes of one file, at most by one record more."""

OLDER: Final = 3
"""Full files that are kept beside the one that is written."""

_MOST_PROCESSES: Final = 9
_LARGEST_CRASH_FILE: Final = 64 * 1024
_PRIVATE: Final = 0o600
_TAKEN: Final = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK})


@dataclass(frozen=True, slots=True)
class LogPlace:
    """The names of a process's files in the folder of logs; held until `leave`."""

    log: Path
    crashes: Path
    _lock: FileIO

    @classmethod
    def take(cls, folder: Path) -> LogPlace:
        """The first names that no other process has; makes the folder.

        Raises:
            OSError: the folder can't be made or written, or all names are taken.
        """
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for number in range(1, _MOST_PROCESSES + 1):
            name = "joip-desktop" if number == 1 else f"joip-desktop-{number}"
            lock = FileIO(folder / f"{name}.lock", "a+", opener=_privately)
            try:
                if _locked(lock):
                    return cls(folder / f"{name}.log", folder / f"{name}.crash.log", lock)
            except BaseException:
                lock.close()
                raise
            lock.close()
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))

    def leave(self) -> None:
        """Let another process have the names."""
        self._lock.close()


def _locked(file: FileIO) -> bool:
    """Whether the file is ours now; so is one on a disk that knows no locks."""
    try:
        if sys.platform == "win32":
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in _TAKEN
    return True


def _privately(path: str, flags: int) -> int:
    return os.open(path, flags, _PRIVATE)


class LogFile(RotatingFileHandler):
    """Writes records to a file and sets it aside when it is full. Trouble with the disk never reaches who logs.

    `complain` is told the first time, with what the system says. The next record tries again.
    """

    def __init__(self, path: Path, *, complain: Callable[[str], None], size: int = SIZE, older: int = OLDER) -> None:
        self._complain = complain
        self._complained = False
        super().__init__(path, maxBytes=size, backupCount=older, encoding="utf-8")
        self.setFormatter(RecordFormatter())

    def doRollover(self) -> None:  # noqa: N802 - the name of logging
        """Set the full file aside; where that can't be done, go on in it, and begin it anew at four times its size."""
        try:
            super().doRollover()
        except OSError:
            if self.stream is None:  # as it is while the file is being renamed
                self.stream = self._open()
            if Path(self.baseFilename).stat().st_size > 4 * self.maxBytes:
                self.stream.truncate(0)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: ARG002, N802 - the name of logging
        """Let go of the file, since what it holds back may never be written; say so once."""
        stream, self.stream = self.stream, None  # as in `close` of logging
        if stream is not None:
            with suppress(OSError, ValueError):
                stream.close()
        if not self._complained:
            self._complained = True
            error = sys.exc_info()[1]
            self._complain((error.strerror if isinstance(error, OSError) else None) or type(error).__name__)

    def close(self) -> None:
        """Write what is left, as far as it can be."""
        with suppress(OSError, ValueError):
            super().close()

    def _open(self) -> TextIOWrapper:
        path = Path(self.baseFilename)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return TextIOWrapper(BufferedWriter(FileIO(path, self.mode, opener=_privately)), self.encoding, self.errors)


class CrashFile:
    """Where Python writes the stacks when the process crashes in C code: names of functions and lines, no values.

    A line tells when the process began; it is taken out again by a run that ends well, so the file holds crashes.
    """

    def __init__(self, path: Path) -> None:
        self._file = FileIO(path, "a+", opener=_privately)
        self._before = self._file.seek(0, os.SEEK_END)
        if self._before > _LARGEST_CRASH_FILE:
            self._before = self._file.truncate(0)
        began = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} JOIP Desktop {__version__}, process {os.getpid()}\n"
        with suppress(OSError):  # a full disk may have room again by the time
            self._file.write(began.encode())
        self._after = self._file.tell()
        faulthandler.enable(self._file)

    def close(self) -> None:
        """Crashes are written here no longer."""
        faulthandler.disable()
        with suppress(OSError):
            if self._file.seek(0, os.SEEK_END) == self._after:
                self._file.truncate(self._before)
        self._file.close()
