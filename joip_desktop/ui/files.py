"""Files that people ask for: written whole or not at all."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from pathlib import Path

from PySide6.QtCore import QIODevice, QSaveFile


def saving(path: Path, pieces: Iterable[bytes]) -> Generator[int, None, str]:
    """Write the pieces; yields how many are written. Returns why the file can't be written, "" where it is.

    What is given up in the middle leaves the former file as it was.
    """
    file = QSaveFile(str(path))
    file.setDirectWriteFallback(True)  # in a folder where only this file may be written
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
    work = saving(path, pieces)
    while True:
        try:
            next(work)
        except StopIteration as end:
            return str(end.value)
