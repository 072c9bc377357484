"""One account's window and all that is behind it, joined as in the app; what it does over HTTP, and on disk."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from joip_desktop.account import AccountWindow, open_account
from joip_desktop.domain.draft import Draft, Edit
from joip_desktop.domain.errors import CookieRefusedError, OriginRefusedError, StorageError
from joip_desktop.domain.session import Session
from joip_desktop.mock import MockServer
from joip_desktop.storage.account import AccountStorage
from joip_desktop.storage.drafts import SqliteDrafts
from joip_desktop.storage.folders import Folders
from joip_desktop.storage.settings import Appearance, Settings
from joip_desktop.targets import Target
from joip_desktop.ui.garbage import UiThreadCollector
from joip_desktop.ui.theme import Theme
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

    def save_settings(self) -> None:
        if self.full is not None:
            raise self.full
        self.saved += 1

    def open(self, target: Target, *, is_demo: bool = False) -> AccountWindow:
        """Raises what `open_account` does, and leaves nothing open then."""
        storage = AccountStorage.of(self.folders, "demo" if is_demo else "account")
        return open_account(
            target,
            storage,
            theme=self.theme,
            folders=self.folders,
            settings=self.settings,
            save_settings=self.save_settings,
            is_demo=is_demo,
        )

    @asynccontextmanager
    async def opened(self, target: Target, *, is_demo: bool = False) -> AsyncIterator[AccountWindow]:
        account = self.open(target, is_demo=is_demo)
        account.window.show()
        try:
            yield account
        finally:
            await account.close()
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


def at(server: MockServer) -> Target:
    return Target(server=server.origin, cookie=server.cookie)


# --- what is joined ---------------------------------------------------------------------------------------------------


async def test_a_servers_window_has_its_name_and_the_settings_remember_it(stage: Stage) -> None:
    async with stage.opened(Target(server=" https://JOIP.example/ ")) as account:
        assert account.window.windowTitle() == "joip.example"
        assert account.window.server == stage.settings.server == "https://joip.example"
        assert account.window._connection.account == "https://joip.example"
        assert account.client._cookie is None


async def test_the_demo_is_no_server_to_remember(stage: Stage) -> None:
    async with stage.opened(Target(server=NOWHERE, cookie="s%3Aabc.def"), is_demo=True) as account:
        assert account.window.windowTitle() == "Demo"
        assert account.window._connection.account == "demo"
        assert stage.settings.server == ""
        assert account.client._cookie is not None


async def test_pictures_have_the_room_that_the_settings_allow(stage: Stage) -> None:
    stage.settings.picture_cache_mb = 7
    async with stage.opened(Target(server=NOWHERE)) as account:
        assert account.loader.folder._limit == 7 * 2**20
        heard: list[object] = []
        account.window.panel._pictures.changed.connect(heard.append)
        account.loader.pictures.changed.emit(frozenset({"https://joip.example/a.png"}))
        assert heard == [frozenset({"https://joip.example/a.png"})], "the list shows what this loader brings"


@pytest.mark.parametrize(
    ("target", "error"),
    [
        (Target(server="ftp://joip.example"), OriginRefusedError),
        (Target(server="http://joip.example"), OriginRefusedError),
        (Target(server="https://joip.example", cookie="no cookie; at all"), CookieRefusedError),
    ],
)
async def test_what_can_not_be_used_is_said_before_there_is_a_window(
    stage: Stage, target: Target, error: type[Exception]
) -> None:
    with pytest.raises(error):
        stage.open(target)
    assert stage.settings.server == ""


# --- from beginning to end --------------------------------------------------------------------------------------------


async def test_the_list_is_read_and_the_next_run_shows_it_at_once(stage: Stage, server: MockServer) -> None:
    async with stage.opened(at(server)) as account:
        account.tasks.spawn(account.begin(), name="sender")
        await until(lambda: account.window.panel.model.rowCount() == 20)
        await until(lambda: account.workspace.refreshed_at is not None)
    async with stage.opened(Target(server=NOWHERE)) as account:
        account.tasks.spawn(account.begin(), name="sender")
        await until(lambda: account.window.panel.model.rowCount() == 20)
        assert account.workspace.refreshed_at is None
        await until(lambda: account.workspace.trouble is not None)


async def test_a_change_that_waits_outlives_the_window_and_is_sent_by_the_next(
    stage: Stage, server: MockServer
) -> None:
    async with stage.opened(at(server)) as account:
        await account.workspace.refresh()
        session = next(one for one in account.workspace.library if one.title and not one.is_imported)
        account.window.desk.save(Draft(session, {"title": "Mine"}))
        await until(lambda: account.workspace.outbox.waiting)
    async with stage.opened(at(server)) as account:
        assert account.workspace.outbox.waiting == 1
        account.tasks.spawn(account.begin(), name="sender")
        await until(lambda: server.store.row(session.id)["title"] == "Mine")
        await until(lambda: not account.workspace.outbox.waiting)


async def test_unsaved_edits_outlive_the_window_and_are_there_with_the_next_ones_list(
    stage: Stage, server: MockServer
) -> None:
    async with stage.opened(at(server)) as account:
        await account.workspace.refresh()
        session = next(one for one in account.workspace.library if one.title)
        account.workspace.drafts.edit(session.id, "title", "Draft")
    async with stage.opened(at(server)) as account:
        assert not account.workspace.drafts.is_dirty(session.id), "there is no list yet"
        await account.workspace.refresh()
        assert account.workspace.drafts.dirty == (session.id,)
        draft = account.workspace.drafts.get(session.id)
        assert draft is not None
        assert draft.kept() == {"title": Edit("Draft", session.title)}
        assert account.workspace.drafts.unkept == 0


async def test_what_is_typed_at_the_very_end_is_kept_by_the_run_that_ends(stage: Stage, server: MockServer) -> None:
    async with stage.opened(at(server)) as account:
        account.tasks.spawn(account.begin(), name="sender")
        await until(lambda: account.workspace.refreshed_at is not None)
        session = next(one for one in account.workspace.library if one.title)
        await account.tasks.close()
        account.workspace.drafts.edit(session.id, "title", "Draft")
    async with stage.opened(at(server)) as account:
        await account.workspace.refresh()
        assert account.workspace.drafts.dirty == (session.id,)


async def test_closing_ends_everything_in_the_middle_of_reading(stage: Stage, server: MockServer) -> None:
    server.latency = 30
    async with stage.opened(at(server)) as account:
        account.tasks.spawn(account.begin(), name="sender")
        account.tasks.spawn(account.loader.thumbnails.run(), name="thumbnails")
        assert await account.loader.folder.get(f"{server.origin}/x.png") is None  # which begins a thread
        await until(lambda: account.workspace.is_refreshing)
        await settle()
    with pytest.raises(StorageError):
        await account.loader.folder._worker.run(int)
    storage = AccountStorage.of(stage.folders, "account")  # which would be refused while the files are open
    await storage.close()
    server.latency = 0


# --- another address, another cookie ----------------------------------------------------------------------------------


async def test_a_new_cookie_for_the_same_server_goes_on_where_it_was(stage: Stage, server: MockServer) -> None:
    async with stage.opened(Target(server=server.origin, cookie="s%3Awrong.cookie")) as account:
        account.tasks.spawn(account.begin(), name="sender")
        await until(lambda: account.workspace.trouble is not None)
        breaks = account.workspace.sender.breaks
        account.window.connect_wanted.emit(f"{server.origin}/", server.cookie)
        assert account.workspace.sender.breaks == breaks + 1, "the list comes first, since it may be another account"
        await until(lambda: account.workspace.refreshed_at is not None)
        assert account.workspace.trouble is None
        assert account.following == []
        assert account.window.isVisible()


async def test_another_server_is_what_follows_when_the_window_has_closed(stage: Stage) -> None:
    async with stage.opened(Target(server=NOWHERE)) as account:
        closed: list[None] = []
        account.window.closed.connect(lambda: closed.append(None))
        account.window.connect_wanted.emit("https://joip.example", "s%3Aabc.def")
        assert account.following == [Target(server="https://joip.example", cookie="s%3Aabc.def")]
        assert len(closed) == 1
        assert not account.window.isVisible()


async def test_who_stays_does_not_go_elsewhere_later(stage: Stage) -> None:
    stage.folders.drafts("account").mkdir(parents=True)  # so that no unsaved edit can be kept
    async with stage.opened(Target(server=NOWHERE)) as account:
        account.workspace.library.load([Session(id=1, title="A")])
        account.workspace.drafts.edit(1, "title", "B")
        await account.workspace.drafts.flush()
        account.window.connect_wanted.emit("https://joip.example", "s%3Aabc.def")
        assert account.following
        assert account.window.isVisible(), "it asks first"
        account.window.stayed.emit()
        assert account.following == []


# --- what goes wrong --------------------------------------------------------------------------------------------------


async def test_a_damaged_file_of_unsaved_edits_is_set_aside_and_said(stage: Stage) -> None:
    path = stage.folders.drafts("account")
    path.parent.mkdir(parents=True)
    path.write_bytes(b"no database" * 1000)
    async with stage.opened(Target(server=NOWHERE)) as account:
        assert "The file of the unsaved edits was damaged" in account.window.notice.label.text()


async def test_without_a_file_for_unsaved_edits_the_rest_works_and_it_is_said(stage: Stage) -> None:
    path = stage.folders.drafts("account")
    path.mkdir(parents=True)
    async with stage.opened(Target(server=NOWHERE)) as account:
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
    async with stage.opened(Target(server=NOWHERE)) as account:
        await account.storage.drafts.update(before)
    load = SqliteDrafts.load
    monkeypatch.setattr(SqliteDrafts, "load", _refuse)
    async with stage.opened(Target(server=NOWHERE)) as account:
        monkeypatch.setattr(SqliteDrafts, "load", load)  # a moment later it works
        assert "The disk is busy." in account.window.notice.label.text()
        account.workspace.library.load([Session(id=1, title="A", ai_prompt="")])
        account.workspace.drafts.edit(1, "title", "B")
        await account.workspace.drafts.flush()
        assert account.workspace.drafts.unkept == 1, "so closing asks"
    async with stage.opened(Target(server=NOWHERE)) as account:
        assert account.storage.drafts.load() == before


def _refuse(_: SqliteDrafts) -> None:
    raise StorageError("The disk is busy.")


async def test_settings_that_must_not_get_lost_are_written_at_once(stage: Stage) -> None:
    async with stage.opened(Target(server=NOWHERE)) as account:
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

    async with stage.opened(Target(server=NOWHERE)) as account:
        account.tasks.spawn(broken(), name="broken")
        await until(account.window.notice.isVisible)
        told = account.window.notice.label.text()
        assert told == "Something went wrong in the app itself (ZeroDivisionError). Your changes are kept."
    (record,) = [one for one in caplog.records if one.name == "joip_desktop.account"]
    assert record.exc_info is not None
    assert record.exc_info[0] is ZeroDivisionError
