"""Settings, cookies and files of accounts, kept together on a real folder."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from joip_desktop.account_book import AccountBook
from joip_desktop.cookies import Cookies
from joip_desktop.domain.account import AccountName, SecretCookie
from joip_desktop.domain.errors import StorageError
from joip_desktop.domain.session import Session
from joip_desktop.engine.ports import SignedIn
from joip_desktop.storage.account import AccountStorage
from joip_desktop.storage.folders import Folders
from joip_desktop.storage.settings import SavedAccount, Settings
from tests.helpers.sign_in import FakeSecrets

A = "https://a.example"
ONE, TWO = SecretCookie("s%3Amade-up.one"), SecretCookie("s%3Amade-up.two")


class Shelf:
    """A book and what it writes to."""

    def __init__(self, profile: Path, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        self.secrets = FakeSecrets()
        self.cookies = Cookies(self.secrets, gather=0)
        self.folders = Folders.of(profile)
        self.saved = 0
        self.problem: StorageError | None = None
        self.book = AccountBook(settings=self.settings, save=self._save, folders=self.folders, cookies=self.cookies)

    def _save(self) -> None:
        if self.problem is not None:
            raise self.problem
        self.saved += 1

    async def with_list_of(self, user: str) -> None:
        """The files of an account of an earlier version, whose user stands in its list alone."""
        storage = AccountStorage.of(self.folders, A)
        sessions: Sequence[Session] = [Session(id=1, title="A", user_id=user)]
        await storage.last_list.replace(sessions, datetime.now(UTC))
        await storage.close()


def found(user: str, cookie: SecretCookie = ONE) -> SignedIn:
    return SignedIn(A, AccountName(user, f"{user}@a.example"), cookie)


async def test_a_sign_in_is_remembered_with_its_cookie_in_the_keyring_alone(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    account, problem = await shelf.book.sign_in(found("1"), keep=True)
    await shelf.cookies.close()
    assert (account, problem) == (SavedAccount(key=A, server=A, user="1", name="1@a.example"), "")
    assert shelf.settings.accounts == [account]
    assert shelf.secrets.kept == {A: ONE}
    assert "made-up" not in shelf.settings.model_dump_json()
    assert shelf.saved == 1


async def test_files_of_somebody_else_are_not_taken_over(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, Settings(accounts=[SavedAccount(key=A, server=A)], account=A))
    await shelf.with_list_of("1")
    account, _ = await shelf.book.sign_in(found("2"), keep=False)
    assert account.key == f"{A} 2", "what waits in the files is not sent with this cookie"
    account, _ = await shelf.book.sign_in(found("1", TWO), keep=False)
    assert account.key == A
    assert (shelf.cookies.known(A), shelf.cookies.known(f"{A} 2")) == (TWO, ONE)
    await shelf.cookies.close()


async def test_of_the_account_that_is_open_its_owner_is_told(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, Settings(accounts=[SavedAccount(key=A, server=A)], account=A))
    account, _ = await shelf.book.sign_in(found("2"), keep=False, present=A, owner="1")
    assert account.key == f"{A} 2"
    account, _ = await shelf.book.sign_in(found("3"), keep=False, present=A, owner="")
    assert account.key == A
    await shelf.cookies.close()


async def test_settings_that_can_not_be_written_are_said_and_the_sign_in_counts(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.problem = StorageError("The settings could not be saved.")
    account, problem = await shelf.book.sign_in(found("1"), keep=False)
    assert problem == "The settings could not be saved."
    assert shelf.cookies.known(account.key) == ONE
    await shelf.cookies.close()


async def test_erasing_takes_the_files_of_one_account(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    await shelf.with_list_of("1")
    other = AccountStorage.of(shelf.folders, "other")
    await other.close()
    await shelf.book.erase(A)
    await shelf.book.erase(A)
    assert [shelf.folders.account(key).exists() for key in (A, "other")] == [False, True]
