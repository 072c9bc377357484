"""Files that people choose: read without waiting for what is none, written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Generator, Iterable
from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import QIODevice, QSaveFile

from joip_desktop.domain.say import say
from joip_desktop.engine.slices import at_once


def open_regular(path: Path) -> BinaryIO:
    """Open a file for reading. A pipe or a device, which may never give anything, is refused.

    Raises:
        OSError: it can't be opened, or is no file.
    """
    file = os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)), "rb")
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise OSError(errno.EINVAL, say("it is no file"))
    return file


def saving(path: Path, pieces: Iterable[bytes]) -> Generator[int, None, str]:
    """Write the pieces; yields how many are written. Returns why the file can't be written, "" where it is.

    What is given up in the middle leaves the former file as it was.
    """
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        return file.errorString()
    try:
        for count, piece in enumerate(pieces, 1):
            if file.write(piece) != len(piece):
                return file.errorString()
            yield count
        return "" if file.commit() else file.errorString()
    finally:
        file.cancelWriting()


def save(path: Path, pieces: Iterable[bytes]) -> str:
    """The same in one go."""
    return at_once(saving(path, pieces))
