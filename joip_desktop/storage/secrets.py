"""Cookies in the system's keyring: Secret Service or KWallet, Keychain, Windows' Credential Locker; never in a file."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Final, Protocol, TypeVar

from joip_desktop.domain.account import SecretCookie
from joip_desktop.domain.say import later, say
from joip_desktop.storage.folders import APP_NAME

_T = TypeVar("_T")

_SYSTEM: Final = tuple(
    f"keyring.backends.{name}" for name in ("SecretService", "libsecret", "kwallet", "macOS", "Windows")
)
"""The modules of the backends that leave keeping to the system. Others may write a file, in clear even."""

_WINDOWS_BYTES: Final = 2560
"""The longest secret of the Credential Locker (CRED_MAX_CREDENTIAL_BLOB_SIZE), which keyring writes as UTF-16."""

_PATIENCE: Final = 3.0
"""Seconds that the end of the app waits for a keyring that may be asking something."""

_NONE: Final = later("This computer has no keyring that could keep the sign-in.")
_REFUSED: Final = later("The keyring that is set up here is not the system’s own, so the sign-in is not put there.")
_LOCKED: Final = later("The keyring of this computer is locked.")
_TOO_LONG: Final = later("The cookie is too long for the keyring of this computer.")
_FAILED: Final = later("The keyring of this computer did not do what it was asked for.")

_log = logging.getLogger(__name__)


class Backend(Protocol):
    """What of a backend of the library keyring is used; every method may wait for a person, and raise anything."""

    def get_password(self, service: str, username: str) -> str | None:
        """The secret, None where there is none."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a secret."""

    def delete_password(self, service: str, username: str) -> None:
        """Forget a secret."""


class RefusedError(Exception):
    """There is no keyring to use; the text, in English, is said to the person."""


def system_keyring() -> Backend:
    """The keyring of this computer.

    Raises:
        RefusedError: there is none, or the one that is set up is not the system's.
    """
    import keyring.core  # noqa: PLC0415 - takes 0.1 s, and is needed in the keyring's own thread only
    from keyring.backends import fail  # noqa: PLC0415

    keyring.core.init_backend(limit=is_the_systems)
    found = keyring.core.get_keyring()
    if isinstance(found, fail.Keyring):
        raise RefusedError(_NONE)
    if not is_the_systems(found):  # from an environment variable or keyring's own settings, which come first
        raise RefusedError(_REFUSED)
    return found


def is_the_systems(backend: object) -> bool:
    """Whether a backend leaves keeping to the system. One that calls itself so by another module's name does not."""
    module = type(backend).__module__
    return any(module == name or module.startswith(f"{name}.") for name in _SYSTEM)


class KeyringSecrets:
    """A `Secrets` over the system's keyring. What it is asked for is done in order, in a thread of its own.

    After a failure `problem` says what it was, until something has worked again. No failure is raised; the log has its
    type alone, because texts of backends may quote anything.
    """

    def __init__(self, profile: Path | None = None, *, find: Callable[[], Backend] = system_keyring) -> None:
        self._service = service_of(profile)
        self._find = find
        self._backend: Backend | None = None
        self._problem = ""
        self._thread: Thread | None = None
        self._asked: SimpleQueue[Callable[[], None] | None] = SimpleQueue()

    async def problem(self) -> str:
        """Why nothing can be kept, in one sentence; empty where it can, as far as is known without trying."""
        if not self._problem:
            await self._do(lambda _: None, None)
        return say(self._problem) if self._problem else ""

    async def get(self, key: str) -> SecretCookie | None:
        """The cookie of an account; None where none is kept, or the keyring does not give it."""

        def read(backend: Backend) -> SecretCookie | None:
            found = backend.get_password(self._service, key)
            return SecretCookie(found) if found else None

        return await self._do(read, None)

    async def put(self, key: str, cookie: SecretCookie) -> bool:
        """Keep the cookie of an account in place of a former one; returns whether it is kept."""

        def write(backend: Backend) -> bool:
            if type(backend).__module__ == "keyring.backends.Windows":
                _check_length(cookie)
            backend.set_password(self._service, key, cookie.reveal())
            return backend.get_password(self._service, key) == cookie.reveal()  # KWallet only returns a code

        return await self._do(write, False)

    async def drop(self, key: str) -> bool:
        """Forget the cookie of an account; returns whether none is kept any more."""

        def remove(backend: Backend) -> bool:
            if backend.get_password(self._service, key) is not None:
                backend.delete_password(self._service, key)
            return backend.get_password(self._service, key) is None

        # Without a keyring nothing was ever kept; but one that is only away now may have it.
        return await self._do(remove, False) or self._problem in (_NONE, _REFUSED)

    async def close(self) -> None:
        """Let the keyring do what it was asked for, but don't wait for one that waits for a person. Idempotent."""
        if self._thread is not None:
            self._thread = None
            loop = asyncio.get_running_loop()
            ended: asyncio.Future[None] = loop.create_future()
            self._asked.put(lambda: _tell(loop, ended, None))
            self._asked.put(None)
            await asyncio.wait([ended], timeout=_PATIENCE)

    async def _do(self, work: Callable[[Backend], _T], otherwise: _T) -> _T:
        """Do it in the thread; cancelling this ends the waiting alone."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[_T] = loop.create_future()

        def attempt() -> None:
            _tell(loop, answer, self._attempt(work, otherwise))

        if self._thread is None:
            # A daemon, so that a keyring that still asks for its password does not keep the process alive.
            self._thread = Thread(target=_work_off, args=(self._asked,), name="keyring", daemon=True)
            self._thread.start()
        self._asked.put(attempt)
        return await answer

    def _attempt(self, work: Callable[[Backend], _T], otherwise: _T) -> _T:
        try:
            if self._backend is None:
                self._backend = self._find()
            result = work(self._backend)
        except Exception as error:  # noqa: BLE001 - backends raise whatever the system's libraries do
            self._backend = None
            self._problem = _reason(error)
            _log.info("the keyring failed: %s", type(error).__name__)  # its text may hold anything
            return otherwise
        self._problem = _FAILED if result is False else ""
        return result


def service_of(profile: Path | None) -> str:
    """What entries of the keyring are filed under: the app, and where it has a folder of its own, that one."""
    if profile is None:
        return APP_NAME
    return f"{APP_NAME} {sha256(str(profile.resolve()).encode('utf-8', 'surrogateescape')).hexdigest()[:16]}"


def _tell(loop: asyncio.AbstractEventLoop, answer: asyncio.Future[_T], result: _T) -> None:
    """From the thread, what somebody in the loop may still wait for."""

    def settle() -> None:
        if not answer.done():
            answer.set_result(result)

    with suppress(RuntimeError):  # the loop is closed, and nobody waits any more
        loop.call_soon_threadsafe(settle)


def _work_off(asked: SimpleQueue[Callable[[], None] | None]) -> None:
    while (attempt := asked.get()) is not None:
        attempt()


def _check_length(cookie: SecretCookie) -> None:
    if len(cookie.reveal().encode("utf-16-le")) > _WINDOWS_BYTES:
        raise RefusedError(_TOO_LONG)


def _reason(error: Exception) -> str:
    """What to say of a failure, in English."""
    if isinstance(error, RefusedError):
        return str(error)
    names = {cls.__name__ for cls in type(error).__mro__}
    if "NoKeyringError" in names:
        return _NONE
    if names & {"KeyringLocked", "LockedException", "PromptDismissedException"}:
        return _LOCKED
    return _FAILED
