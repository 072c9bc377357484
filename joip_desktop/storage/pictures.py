"""Picture files kept on disk: a folder that stays below its limit and forgets what was not used for longest."""

from __future__ import annotations

import logging
import os
import re
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple, TypeVar, TypeVarTuple

from joip_desktop.domain.errors import StorageError
from joip_desktop.storage.database import Worker, reason

_T = TypeVar("_T")
_Ts = TypeVarTuple("_Ts")

LIMIT: Final = 200 * 2**20
_KEPT: Final = 0.9
"""What is left after making room, as a part of the limit."""

_UNSEEN: Final = 16
"""The folder is looked through again when a sixteenth of the limit was written: another process may write, too."""

_OURS: Final = re.compile(r"[0-9a-f]{64}(\.[0-9a-f]{16}\.part)?")
_HALF_DONE_FOR: Final = 3600.0
"""Seconds after which a file that nobody finished is from a process that ended in the middle."""

_log = logging.getLogger(__name__)


class _Kept(NamedTuple):
    """A file of the folder: when it was used last (ns), its size in bytes, where it is."""

    used: int
    size: int
    path: Path


class PictureFolder:
    """A `PictureStore` in a folder, one file for each address; several processes may use the same one.

    Files are named by a hash of the address. The time of a file's last change says when it was used last. A folder
    that can't be used keeps nothing; that is told in the log, once.
    """

    def __init__(self, path: Path, *, limit: int = LIMIT, now: Callable[[], float] = time.time) -> None:
        self._path = path
        self._limit = limit
        self._now = now
        self._worker = Worker("pictures")
        self._room = 0
        """The bytes that can be written before the folder is looked through; it is at the first of them."""
        self._told = False

    async def get(self, url: str) -> bytes | None:
        """What is kept for this address, which is now the one used last; None where nothing is."""
        return await self._try(self._get, url)

    async def put(self, url: str, data: bytes) -> None:
        """Keep this; what was not used for longest may go for it. More than the limit is not kept at all."""
        await self._try(self._put, url, data)

    async def drop(self, url: str) -> None:
        """Forget what is kept for this address."""
        await self._try(self._drop, url)

    async def close(self) -> None:
        """End the folder's thread, when it has done what it was asked for. Idempotent."""
        await self._worker.stop(lambda: None)

    async def _try(self, function: Callable[[*_Ts], _T], *arguments: *_Ts) -> _T | None:
        with suppress(StorageError):  # it was closed
            return await self._worker.run(self._attempt, function, *arguments)
        return None

    # --- in the worker's thread ---------------------------------------------------------------------------------------

    def _attempt(self, function: Callable[[*_Ts], _T], *arguments: *_Ts) -> _T | None:
        try:
            return function(*arguments)
        except OSError as error:
            if not self._told:
                self._told = True
                _log.info("pictures can't be kept in %s: %s", self._path, reason(error))
        return None

    def _get(self, url: str) -> bytes | None:
        path = self._file(url)
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            return None
        with suppress(OSError):  # another process may have made room just now, or may only lend us its files
            os.utime(path, (self._now(), self._now()))
        return data

    def _put(self, url: str, data: bytes) -> None:
        if len(data) > self._limit:
            return
        self._path.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = self._file(url)
        part = path.with_name(f"{path.name}.{secrets.token_hex(8)}.part")
        try:
            with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600), "wb") as file:
                file.write(data)
            os.utime(part, (self._now(), self._now()))
            part.replace(path)
        except BaseException:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise
        self._room -= len(data)
        if self._room < 0:
            self._make_room()

    def _drop(self, url: str) -> None:
        self._file(url).unlink(missing_ok=True)

    def _make_room(self) -> None:
        """Look through the folder and, where it is over its limit, remove what was not used for longest."""
        kept = sorted(self._files())
        total = sum(file.size for file in kept)
        if total > self._limit:
            for file in kept:
                if total <= self._limit * _KEPT:
                    break
                with suppress(OSError):  # in use, on Windows
                    file.path.unlink(missing_ok=True)
                    total -= file.size
        self._room = min(self._limit - total, self._limit // _UNSEEN)

    def _files(self) -> Iterator[_Kept]:
        """Our files; what nobody finished goes, what is not ours is left alone."""
        with os.scandir(self._path) as found:
            for entry in found:
                if not (ours := _OURS.fullmatch(entry.name)) or not entry.is_file(follow_symlinks=False):
                    continue
                with suppress(OSError):  # gone meanwhile
                    facts = entry.stat(follow_symlinks=False)
                    if ours[1] and facts.st_mtime < self._now() - _HALF_DONE_FOR:
                        Path(entry.path).unlink(missing_ok=True)
                        continue
                    yield _Kept(facts.st_mtime_ns, facts.st_size, Path(entry.path))

    def _file(self, url: str) -> Path:
        return self._path / sha256(url.encode("utf-8", "surrogatepass")).hexdigest()


_BINARY: Final = getattr(os, "O_BINARY", 0)  # Windows alone tells text from bytes here
