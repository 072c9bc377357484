"""One account's window and all that is behind it, joined as in the app; what it does over HTTP, and on disk."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from joip_desktop.account import AccountWindow, open_account
from joip_desktop.account_book import AccountBook
from joip_desktop.accounts import DEMO
from joip_desktop.cookies import Cookies
from joip_desktop.domain.account import AccountName, SecretCookie
from joip_desktop.domain.draft import Draft, Edit
from joip_desktop.domain.errors import OriginRefusedError, StorageError
from joip_desktop.domain.session import Session
from joip_desktop.engine.ports import SignedIn
from joip_desktop.mock import MockServer
from joip_desktop.sign_in import ServerSignIn
from joip_desktop.storage.account import AccountStorage
from joip_desktop.storage.drafts import SqliteDrafts
from joip_desktop.storage.folders import Folders
from joip_desktop.storage.settings import Appearance, SavedAccount, Settings
from joip_desktop.targets import Target
from joip_desktop.ui.actions import ActionId
from joip_desktop.ui.dialogs.sign_out import SignOutQuestion
from joip_desktop.ui.garbage import UiThreadCollector
from joip_desktop.ui.theme import Theme
from tests.helpers.sign_in import FakeSecrets
from tests.helpers.window import settle, until

NOWHERE = "http://127.0.0.1:9"
"""Where nothing answers; and no test here asks it for anything that it waits for."""


class Stage:
    """What stands for a whole run of the app: folders, settings, the appearance."""

    def __init__(self, profile: Path, app: QApplication) -> None:
        self.folders = Folders.of(profile)
        self.settings = Settings()
        self.theme = Theme(app, Appearance.LIGHT)
        self.saved = 0
        self.full: StorageError | None = None
        self.secrets = FakeSecrets()
        self.cookies = Cookies(self.secrets, gather=0)
        self.book = AccountBook(
            settings=self.settings, save=self.save_settings, folders=self.folders, cookies=self.cookies
        )

    def save_settings(self) -> None:
        if self.full is not None:
            raise self.full
        self.saved += 1

    def open(self, account: SavedAccount, cookie: str = "") -> AccountWindow:
        """Raises what `open_account` does, and leaves nothing open then."""
        return open_account(
            account,
            AccountStorage.of(self.folders, account.key),
            cookie=SecretCookie(cookie) if cookie else None,
            book=self.book,
            sign_in=ServerSignIn(),
            secrets=self.secrets,
            theme=self.theme,
        )

    @asynccontextmanager
    async def opened(self, account: SavedAccount, cookie: str = "") -> AsyncIterator[AccountWindow]:
        opened = self.open(account, cookie)
        opened.window.show()
        try:
            yield opened
        finally:
            await opened.close()
            await self.cookies.close()
            await settle()


@pytest.fixture
def stage(tmp_path: Path, qapp: QApplication) -> Iterator[Stage]:
    collector = UiThreadCollector()  # as in the app
    made = Stage(tmp_path, qapp)
    yield made
    made.theme.close()
    collector.close()


@pytest.fixture
def server() -> Iterator[MockServer]:
    with MockServer(sessions=20) as running:
        yield running


def of(server: str, key: str = "") -> SavedAccount:
    """An account whose user is not known yet; the first one of a server has its address for a key."""
    return SavedAccount(key=key or server, server=server)


# --- what is joined ---------------------------------------------------------------------------------------------------


async def test_a_servers_window_has_its_name(stage: Stage) -> None:
    async with stage.opened(of("https://joip.example")) as account:
        assert account.window.windowTitle() == "joip.example"
        assert account.window.server == "https://joip.example"
        assert account.window._connection.account == "https://joip.example"
        assert not account.client.has_cookie


async def test_two_accounts_of_a_server_are_told_apart_by_their_names(stage: Stage) -> None:
    anna = SavedAccount(key="a", server="https://joip.example", user="1", name="anna@joip.example")
    stage.settings.accounts = [anna, SavedAccount(key="b", server="https://joip.example", user="2")]
    async with stage.opened(anna) as account:
        assert account.window.windowTitle() == "joip.example (anna@joip.example)"
        assert entries(account) == {"joip.example (anna@joip.example)": True, "joip.example (2)": False, "Demo": False}


async def test_the_demo_is_one_of_the_accounts(stage: Stage) -> None:
    async with stage.opened(of(NOWHERE, DEMO), "s%3Aabc.def") as account:
        assert account.window.windowTitle() == "Demo"
        assert account.window._connection.account == "demo"
        assert account.client.has_cookie
        assert entries(account) == {"Demo": True}
        for action_id in (ActionId.SIGN_IN, ActionId.SIGN_OUT):
            action = account.window.actions_by_id[action_id]
            assert (action.isEnabled(), action.toolTip()) == (False, "<qt>The demo needs no sign-in.</qt>")


async def test_pictures_have_the_room_that_the_settings_allow(stage: Stage) -> None:
    stage.settings.picture_cache_mb = 7
    async with stage.opened(of(NOWHERE)) as account:
        assert account.loader.folder._limit == 7 * 2**20
        heard: list[object] = []
        account.window.panel._pictures.changed.connect(heard.append)
        account.loader.pictures.changed.emit(frozenset({"https://joip.example/a.png"}))
        assert heard == [frozenset({"https://joip.example/a.png"})], "the list shows what this loader brings"


@pytest.mark.parametrize("server", ["ftp://joip.example", "http://joip.example"])
async def test_what_can_not_be_used_is_said_before_there_is_a_window(stage: Stage, server: str) -> None:
    with pytest.raises(OriginRefusedError):
        stage.open(of(server))


# --- from beginning to end --------------------------------------------------------------------------------------------


async def test_the_list_is_read_and_the_next_run_shows_it_at_once(stage: Stage, server: MockServer) -> None:
    async with stage.opened(of(server.origin), server.cookie) as account:
        account.tasks.spawn(account.begin(), name="sender")
        await until(lambda: account.window.panel.model.rowCount() == 20)
        await until(lambda: account.workspace.refreshed_at is not None)
    async with stage.opened(of(NOWHERE, server.origin)) as account:
        account.tasks.spawn(account.begin(), name="sender")
        await until(lambda: account.window.panel.model.rowCount() == 20)
        assert account.workspace.refreshed_at is None
        await until(lambda: account.workspace.trouble is not None)


async def test_a_change_that_waits_outlives_the_window_and_is_sent_by_the_next(
    stage: Stage, server: MockServer
) -> None:
    async with stage.opened(of(server.origin), server.cookie) as account:
        await account.workspace.refresh()
        session = next(one for one in account.workspace.library if one.title and not one.is_imported)
        account.window.desk.save(Draft(session, {"title": "Mine"}))
        await until(lambda: account.workspace.outbox.waiting)
    async with stage.opened(of(server.origin), server.cookie) as account:
        assert account.workspace.outbox.waiting == 1
        account.tasks.spawn(account.begin(), name="sender")
        await until(lambda: server.store.row(session.id)["title"] == "Mine")
        await until(lambda: not account.workspace.outbox.waiting)


async def test_unsaved_edits_outlive_the_window_and_are_there_with_the_next_ones_list(
    stage: Stage, server: MockServer
) -> None:
    async with stage.opened(of(server.origin), server.cookie) as account:
        await account.workspace.refresh()
        session = next(one for one in account.workspace.library if one.title)
        account.workspace.drafts.edit(session.id, "title", "Draft")
    async with stage.opened(of(server.origin), server.cookie) as account:
        assert not account.workspace.drafts.is_dirty(session.id), "there is no list yet"
        await account.workspace.refresh()
        assert account.workspace.drafts.dirty == (session.id,)
        draft = account.workspace.drafts.get(session.id)
        assert draft is not None
        assert draft.kept() == {"title": Edit("Draft", session.title)}
        assert account.workspace.drafts.unkept == 0


async def test_what_is_typed_at_the_very_end_is_kept_by_the_run_that_ends(stage: Stage, server: MockServer) -> None:
    async with stage.opened(of(server.origin), server.cookie) as account:
        account.tasks.spawn(account.begin(), name="sender")
        await until(lambda: account.workspace.refreshed_at is not None)
        session = next(one for one in account.workspace.library if one.title)
        await account.tasks.close()
        account.workspace.drafts.edit(session.id, "title", "Draft")
    async with stage.opened(of(server.origin), server.cookie) as account:
        await account.workspace.refresh()
        assert account.workspace.drafts.dirty == (session.id,)


async def test_closing_ends_everything_in_the_middle_of_reading(stage: Stage, server: MockServer) -> None:
    server.latency = 30
    async with stage.opened(of(server.origin), server.cookie) as account:
        account.tasks.spawn(account.begin(), name="sender")
        account.tasks.spawn(account.loader.thumbnails.run(), name="thumbnails")
        assert await account.loader.folder.get(f"{server.origin}/x.png") is None  # which begins a thread
        await until(lambda: account.workspace.is_refreshing)
        await settle()
    with pytest.raises(StorageError):
        await account.loader.folder._worker.run(int)
    storage = AccountStorage.of(stage.folders, server.origin)  # which would be refused while the files are open
    await storage.close()
    server.latency = 0


# --- another sign-in --------------------------------------------------------------------------------------------------


def signed_in(server: str, user: str, cookie: str = "s%3Aabc.def", name: str = "") -> SignedIn:
    return SignedIn(server, AccountName(user, name), SecretCookie(cookie))


def entries(account: AccountWindow) -> dict[str, bool]:
    """What the menu offers to switch to, and whether it is ticked."""
    return {one.text(): one.isChecked() for one in account.window.account_desk._group.actions()}


async def test_signing_in_again_goes_on_where_it_was(stage: Stage, server: MockServer) -> None:
    async with stage.opened(of(server.origin), "s%3Awrong.cookie") as account:
        account.tasks.spawn(account.begin(), name="sender")
        await until(lambda: account.workspace.trouble is not None)
        breaks = account.workspace.sender.breaks
        stage.settings.accounts = [of(server.origin)]
        found = await ServerSignIn().with_cookie(server.origin, server.cookie)
        account.window.account_desk.signed_in.emit(found, True)
        await until(lambda: account.workspace.sender.breaks == breaks + 1)  # as it may be another account's after all
        await until(lambda: account.workspace.refreshed_at is not None)
        assert account.workspace.trouble is None
        assert account.following is None
        assert account.window.isVisible()
        await until(lambda: stage.secrets.kept == {server.origin: SecretCookie(server.cookie)})
    (saved,) = stage.settings.accounts
    assert saved == SavedAccount(key=server.origin, server=server.origin, user=found.name.user, name=found.name.name)


async def test_another_account_is_what_follows_when_the_window_has_closed(stage: Stage) -> None:
    stage.settings.accounts = [SavedAccount(key=NOWHERE, server=NOWHERE, user="1")]
    async with stage.opened(stage.settings.accounts[0]) as account:
        closed: list[None] = []
        account.window.closed.connect(lambda: closed.append(None))
        account.window.account_desk.signed_in.emit(signed_in(NOWHERE, "2"), True)
        await until(lambda: closed)
        other = SavedAccount(key=f"{NOWHERE} 2", server=NOWHERE, user="2")
        assert account.following == Target(account=other)
        assert not account.client.has_cookie, "the cookie of one is never used by another"
        assert not account.window.isVisible()
    assert stage.settings.account == f"{NOWHERE} 2"
    assert stage.cookies.known(NOWHERE) is None
    assert stage.cookies.known(f"{NOWHERE} 2") == SecretCookie("s%3Aabc.def")


async def test_who_stays_does_not_go_elsewhere_later(stage: Stage) -> None:
    stage.folders.drafts(NOWHERE).mkdir(parents=True)  # so that no unsaved edit can be kept
    async with stage.opened(of(NOWHERE)) as account:
        account.workspace.library.load([Session(id=1, title="A")])
        account.workspace.drafts.edit(1, "title", "B")
        await account.workspace.drafts.flush()
        account.window.account_desk.switch_wanted.emit(DEMO)
        assert account.following == Target(demo=True)
        assert account.window.isVisible(), "it asks first"
        account.window.stayed.emit()
        assert account.following is None


async def test_a_menu_entry_switches_and_the_tick_stays_until_then(stage: Stage) -> None:
    mine, other = of(NOWHERE), of("https://joip.example", "other")
    stage.settings.accounts = [mine, other]
    async with stage.opened(mine) as account:
        mine_entry, other_entry, _demo = account.window.account_desk._group.actions()
        wanted: list[str] = []
        account.window.account_desk.switch_wanted.connect(wanted.append)
        mine_entry.trigger()
        assert wanted == [], "it is shown already"
        other_entry.trigger()
        assert account.following == Target(account=other)
        assert (mine_entry.isChecked(), other_entry.isChecked()) == (True, False)


async def test_the_cookie_that_is_kept_is_used_from_the_next_start_on(stage: Stage, server: MockServer) -> None:
    stage.secrets.kept[server.origin] = SecretCookie(server.cookie)
    async with stage.opened(of(server.origin)) as account:
        assert not account.client.has_cookie
        account.tasks.spawn(account.begin(), name="sender")
        await until(lambda: account.workspace.refreshed_at is not None)


async def test_a_keyring_that_does_not_answer_keeps_no_window_waiting(
    stage: Stage, server: MockServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with stage.opened(of(server.origin), server.cookie) as account:
        account.tasks.spawn(account.begin(), name="sender")
        await until(lambda: account.workspace.refreshed_at is not None)
        await account.storage.last_list.replace(account.workspace.library.server_rows(), datetime.now(UTC))
    asked, let_go = asyncio.Event(), asyncio.Event()

    async def get(_key: str) -> SecretCookie:
        asked.set()
        await let_go.wait()
        return SecretCookie(server.cookie)

    monkeypatch.setattr(stage.secrets, "get", get)
    async with stage.opened(of(server.origin)) as account:
        account.tasks.spawn(account.begin(), name="sender")
        await asked.wait()
        await until(lambda: account.window.panel.model.rowCount() == 20)
        assert account.workspace.refreshed_at is None
        let_go.set()
        await until(lambda: account.workspace.refreshed_at is not None)


async def test_a_keyring_that_fails_is_said_and_so_is_that_nobody_is_signed_in(stage: Stage) -> None:
    stage.secrets.trouble = "The keyring of this computer is locked."
    async with stage.opened(of(NOWHERE)) as account:
        account.tasks.spawn(account.begin(), name="sender")
        await until(lambda: account.window.notice.label.text() == "The keyring of this computer is locked.")


async def test_a_newer_cookie_of_the_server_is_kept_where_the_former_one_was(stage: Stage, server: MockServer) -> None:
    stage.secrets.kept[server.origin] = SecretCookie(server.cookie)
    async with stage.opened(of(server.origin)) as account:
        account.tasks.spawn(account.begin(), name="sender")
        await until(lambda: account.workspace.refreshed_at is not None)
        server.faults.rotate_cookie()
        await account.workspace.refresh()
        newest = stage.cookies.known(server.origin)
        assert newest not in (None, SecretCookie("")), "there is one"
        await until(lambda: stage.secrets.kept[server.origin] == stage.cookies.known(server.origin))


async def test_a_sign_in_that_the_keyring_refuses_is_said_to_last_for_this_run(stage: Stage) -> None:
    async with stage.opened(of(NOWHERE)) as account:
        stage.secrets.trouble = "The keyring of this computer is locked."
        account.window.account_desk.signed_in.emit(signed_in(NOWHERE, "1"), True)
        told = "The keyring of this computer is locked. You stay signed in until the app is closed."
        await until(lambda: account.window.notice.label.text() == told)
        assert account.client.has_cookie


# --- signing out ------------------------------------------------------------------------------------------------------


async def _with_a_change(stage: Stage, server: MockServer, account: AccountWindow) -> None:
    stage.settings.accounts = [of(server.origin)]
    stage.settings.account = server.origin
    await stage.cookies.use(server.origin, SecretCookie(server.cookie), keep=True)
    await until(lambda: stage.secrets.kept)
    await account.workspace.refresh()
    session = next(one for one in account.workspace.library if one.title and not one.is_imported)
    account.window.desk.save(Draft(session, {"title": "Mine"}))
    await until(lambda: account.workspace.outbox.waiting)


@pytest.mark.parametrize("discard", [False, True])
async def test_signing_out_forgets_the_cookie_and_asks_what_becomes_of_the_changes(
    stage: Stage, server: MockServer, discard: bool
) -> None:
    async with stage.opened(of(server.origin), server.cookie) as account:
        await _with_a_change(stage, server, account)
        account.window.actions_by_id[ActionId.SIGN_OUT].trigger()
        (question,) = account.window.findChildren(SignOutQuestion)
        assert "1 change has not been sent to the server yet." in question.text()
        assert question.defaultButton() is question.cancel_button
        pressed = question.discard_button if discard else question.keep_button
        assert pressed is not None
        pressed.click()
        await until(lambda: account.following is not None)
        assert account.following == Target(), "the person chooses what to open next"
        assert not account.client.has_cookie
    assert stage.secrets.kept == {}
    assert stage.cookies.known(server.origin) is None
    assert [one.key for one in stage.settings.accounts] == ([] if discard else [server.origin])
    assert stage.folders.account(server.origin).exists() is not discard
    assert not [request for request in server.requests if request.method == "PATCH"]
    async with stage.opened(of(server.origin), server.cookie) as account:
        assert account.workspace.outbox.waiting == (0 if discard else 1)


async def test_calling_the_sign_out_off_changes_nothing(stage: Stage, server: MockServer) -> None:
    async with stage.opened(of(server.origin), server.cookie) as account:
        await _with_a_change(stage, server, account)
        account.window.actions_by_id[ActionId.SIGN_OUT].trigger()
        (question,) = account.window.findChildren(SignOutQuestion)
        question.reject()
        await settle()
        assert account.window.isVisible()
        assert account.client.has_cookie
    assert list(stage.secrets.kept) == [server.origin]


async def test_with_nothing_unsent_there_is_one_question_less(stage: Stage, server: MockServer) -> None:
    async with stage.opened(of(server.origin), server.cookie) as account:
        account.window.actions_by_id[ActionId.SIGN_OUT].trigger()
        (question,) = account.window.findChildren(SignOutQuestion)
        assert question.keep_button is None
        assert question.text().startswith("Sign out of 127.0.0.1")
        question.reject()


async def test_a_keyring_that_does_not_forget_is_told_to_the_person(stage: Stage) -> None:
    stage.secrets.trouble = "The keyring of this computer is locked."
    async with stage.opened(of(NOWHERE)) as account:
        await account.sign_out(True)
        (notice,) = account.notices
        assert notice.startswith("The keyring of this computer is locked. It may still hold the sign-in;")


# --- what goes wrong --------------------------------------------------------------------------------------------------


async def test_a_damaged_file_of_unsaved_edits_is_set_aside_and_said(stage: Stage) -> None:
    path = stage.folders.drafts(NOWHERE)
    path.parent.mkdir(parents=True)
    path.write_bytes(b"no database" * 1000)
    async with stage.opened(of(NOWHERE)) as account:
        assert "The file of the unsaved edits was damaged" in account.window.notice.label.text()


async def test_without_a_file_for_unsaved_edits_the_rest_works_and_it_is_said(stage: Stage) -> None:
    path = stage.folders.drafts(NOWHERE)
    path.mkdir(parents=True)
    async with stage.opened(of(NOWHERE)) as account:
        assert "The unsaved edits can't be kept" in account.window.notice.label.text()
        account.workspace.library.load([Session(id=1, title="A")])
        account.workspace.drafts.edit(1, "title", "B")
        await account.workspace.drafts.flush()
        assert account.workspace.drafts.unkept == 1
        account.window.close()
        assert account.window.isVisible(), "it asks first"


async def test_unsaved_edits_that_could_not_be_read_are_not_written_over(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {1: {"ai_prompt": Edit("Of the last run", "")}}
    async with stage.opened(of(NOWHERE)) as account:
        await account.storage.drafts.update(before)
    load = SqliteDrafts.load
    monkeypatch.setattr(SqliteDrafts, "load", _refuse)
    async with stage.opened(of(NOWHERE)) as account:
        monkeypatch.setattr(SqliteDrafts, "load", load)  # a moment later it works
        assert "The disk is busy." in account.window.notice.label.text()
        account.workspace.library.load([Session(id=1, title="A", ai_prompt="")])
        account.workspace.drafts.edit(1, "title", "B")
        await account.workspace.drafts.flush()
        assert account.workspace.drafts.unkept == 1, "so closing asks"
    async with stage.opened(of(NOWHERE)) as account:
        assert account.storage.drafts.load() == before


def _refuse(_: SqliteDrafts) -> None:
    raise StorageError("The disk is busy.")


async def test_settings_that_must_not_get_lost_are_written_at_once(stage: Stage) -> None:
    async with stage.opened(of(NOWHERE)) as account:
        before = stage.saved
        account.window.set_discreet(True)
        assert stage.saved == before + 1
        assert stage.settings.discreet
        stage.full = StorageError("The settings could not be saved.")
        account.window.set_discreet(False)
        assert "The settings could not be saved." in account.window.notice.label.text()


@pytest.mark.logs_errors
async def test_a_fault_of_our_own_is_said_in_one_sentence_and_told_in_the_log(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken() -> None:
        raise ZeroDivisionError

    async with stage.opened(of(NOWHERE)) as account:
        account.tasks.spawn(broken(), name="broken")
        await until(account.window.notice.isVisible)
        told = account.window.notice.label.text()
        assert told == "Something went wrong in the app itself (ZeroDivisionError). Your changes are kept."
    (record,) = [one for one in caplog.records if one.name == "joip_desktop.account"]
    assert record.exc_info is not None
    assert record.exc_info[0] is ZeroDivisionError
