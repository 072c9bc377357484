from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication

from joip_desktop import __version__
from joip_desktop.storage.settings import ProxyMode, SavedAccount, SavedSearch
from joip_desktop.ui.diagnostics import diagnostics
from joip_desktop.ui.support_desk import SupportDesk
from tests.helpers.examples import SESSIONS
from tests.helpers.sign_in import connection_to
from tests.helpers.stage import Stage, stage


def told_by(on: Stage) -> str:
    window = on.window
    return diagnostics(window.workspace, window._settings, window._connection)


async def test_versions_settings_and_counts_are_told() -> None:
    async with stage(*SESSIONS) as on:
        on.star(2)
        text = told_by(on)
        for line in (
            f"  JOIP Desktop: {__version__}",
            f"  sessions: {len(SESSIONS)}",
            "  changes waiting: 1",
            "  conflicts: 0",
            "  appearance: system",
            "  log_level: warning",
            "  trouble: none",
        ):
            assert line in text.splitlines(), text


async def test_no_title_name_or_secret_is_in_it() -> None:
    async with stage(*SESSIONS) as on:
        settings = on.window._settings
        settings.accounts = [SavedAccount(key="zzkey", server="https://zz.example", user="zzuser", name="zzmail@x.y")]
        settings.saved_searches = [SavedSearch(name="zzname", search="zzsearch")]
        settings.proxy, settings.proxy_mode = "http://zzproxy.example:1", ProxyMode.MANUAL
        settings.name_category("zz", 3, "zzcategory")
        text = told_by(on).replace(on.window.server, "")
        assert "zz" not in text
        assert "  proxy: set" in text
        assert "  accounts: 1" in text


async def test_it_is_copied_and_said() -> None:
    async with stage(*SESSIONS) as on:
        on.window.support_desk.copy_diagnostics()
        assert QGuiApplication.clipboard().text().startswith("Versions:\n")
        assert "on the clipboard" in on.window.notice.label.text()
        QGuiApplication.clipboard().clear()


async def test_the_folder_of_the_log_is_opened_or_told(tmp_path: Path) -> None:
    async with stage(*SESSIONS) as on:
        asked: list[QUrl] = []
        told: list[str] = []

        def desk(logs: Path | None, *, opens: bool) -> SupportDesk:
            connection = connection_to("https://zz.example", logs=logs)

            def open_url(url: QUrl) -> bool:
                asked.append(url)
                return opens

            return SupportDesk(
                on.workspace, settings=on.window._settings, connection=connection, notify=told.append, open_url=open_url
            )

        desk(tmp_path, opens=True).open_logs()
        assert [url.toLocalFile() for url in asked] == [str(tmp_path)]
        assert told == []
        desk(tmp_path, opens=False).open_logs()
        desk(None, opens=True).open_logs()
        assert told == [
            f"The folder can't be opened from here. The log is in {tmp_path}.",
            "No log is kept in this run.",
        ]
