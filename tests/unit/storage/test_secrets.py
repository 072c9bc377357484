"""Cookies in a keyring, with backends that answer, refuse, hang, lie, or write files."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import keyring
import pytest

from joip_desktop.domain.account import SecretCookie
from joip_desktop.storage import secrets as secrets_module
from joip_desktop.storage.secrets import Backend, KeyringSecrets, RefusedError, service_of, system_keyring

KEY = "https://a.example"
ONE = SecretCookie("s%3Amade-up.one")


class Memory:
    """A keyring that works."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.threads: set[int] = set()

    def get_password(self, service: str, username: str) -> str | None:
        self.threads.add(threading.get_ident())
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class Raising(Memory):
    """A keyring that fails, quoting what it was given."""

    def __init__(self, error: type[Exception]) -> None:
        super().__init__()
        self.error = error

    def get_password(self, service: str, username: str) -> str | None:
        raise self.error(f"{service} {username} {ONE.reveal()}")


async def test_it_keeps_gives_and_forgets_in_a_thread_of_its_own() -> None:
    memory = Memory()
    secrets = KeyringSecrets(find=lambda: memory)
    assert await secrets.problem() == ""
    assert await secrets.get(KEY) is None
    assert await secrets.put(KEY, ONE)
    assert await secrets.get(KEY) == ONE
    assert list(memory.kept) == [("joip-desktop", KEY)]
    assert await secrets.drop(KEY)
    assert await secrets.drop(KEY), "forgetting what is not there is done at once"
    assert memory.kept == {}
    assert threading.get_ident() not in memory.threads
    await secrets.close()
    await secrets.close()


def test_each_profile_has_entries_of_its_own(tmp_path: Path) -> None:
    assert service_of(None) == "joip-desktop"
    assert service_of(tmp_path) != service_of(tmp_path / "other")
    assert service_of(tmp_path) == service_of(tmp_path / "x" / "..")
    assert str(tmp_path) not in service_of(tmp_path)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("NoKeyringError", "This computer has no keyring that could keep the sign-in."),
        ("KeyringLocked", "The keyring of this computer is locked."),
        ("PromptDismissedException", "The keyring of this computer is locked."),
        ("Whatever", "The keyring of this computer did not do what it was asked for."),
    ],
)
async def test_a_failure_is_a_sentence_and_its_text_is_nowhere(
    name: str, sentence: str, caplog: pytest.LogCaptureFixture
) -> None:
    failing = Raising(type(name, (Exception,), {}))
    secrets = KeyringSecrets(find=lambda: failing)
    with caplog.at_level(logging.DEBUG):
        assert await secrets.get(KEY) is None
    assert await secrets.problem() == sentence
    assert not await secrets.drop(KEY) or name == "NoKeyringError"
    assert "made-up" not in caplog.text + sentence
    await secrets.close()


async def test_after_a_failure_it_is_tried_again() -> None:
    backends: list[Backend] = [Raising(ValueError), Memory()]
    secrets = KeyringSecrets(find=lambda: backends.pop(0))
    assert not await secrets.put(KEY, ONE)
    assert await secrets.put(KEY, ONE)
    assert await secrets.problem() == ""
    await secrets.close()


async def test_a_keyring_that_forgets_at_once_is_found_out() -> None:
    class Sieve(Memory):
        def set_password(self, service: str, username: str, password: str) -> None:
            pass

    sieve = Sieve()
    secrets = KeyringSecrets(find=lambda: sieve)
    assert not await secrets.put(KEY, ONE)
    assert await secrets.problem() == "The keyring of this computer did not do what it was asked for."
    await secrets.close()


async def test_a_keyring_that_waits_for_a_person_holds_up_neither_the_loop_nor_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(secrets_module, "_PATIENCE", 0.05)
    unlocked = threading.Event()

    class Locked(Memory):
        def get_password(self, service: str, username: str) -> str | None:
            unlocked.wait(20)
            return super().get_password(service, username)

    locked = Locked()
    secrets = KeyringSecrets(find=lambda: locked)
    asked = asyncio.ensure_future(secrets.get(KEY))
    for _ in range(10):
        await asyncio.sleep(0)
    assert not asked.done()
    asked.cancel()
    await asyncio.wait_for(secrets.close(), 10)
    unlocked.set()


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Names the backend, as the library's environment variable does."""
    before = keyring.get_keyring()
    yield lambda name: monkeypatch.setenv("PYTHON_KEYRING_BACKEND", name)
    keyring.set_keyring(before)


def test_where_there_is_no_keyring_that_is_said(chosen: Callable[[str], None]) -> None:
    chosen("keyring.backends.fail.Keyring")
    with pytest.raises(RefusedError, match="has no keyring"):
        system_keyring()


@pytest.mark.parametrize("name", ["keyring.backends.null.Keyring", "tests.helpers.plaintext_keyring.PlaintextKeyring"])
def test_a_backend_that_keeps_nothing_or_writes_files_is_not_used(chosen: Callable[[str], None], name: str) -> None:
    chosen(name)
    with pytest.raises(RefusedError, match="is not the system’s own"):
        system_keyring()
