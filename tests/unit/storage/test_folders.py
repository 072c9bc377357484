from __future__ import annotations

import re
from pathlib import Path

import platformdirs

from joip_desktop.storage.folders import Folders


def test_a_profile_folder_holds_everything(tmp_path: Path) -> None:
    folders = Folders.of(tmp_path)
    assert folders.settings == tmp_path / "settings.json"
    assert folders.demo_database == tmp_path / "demo.sqlite3"
    assert list(tmp_path.iterdir()) == []


def test_without_a_profile_the_platforms_folders_are_used() -> None:
    folders = Folders.of(None)
    dirs = platformdirs.PlatformDirs("joip-desktop", appauthor=False)
    assert folders.settings.parent == Path(dirs.user_config_dir)
    assert folders.demo_database.parent == Path(dirs.user_data_dir)


ORIGINS = [
    "https://app.joip.io",
    "https://app.joip.io:8443",
    "http://app.joip.io",
    "http://[::1]:8123",
    "http://[::1:8123]",
    "http://127.0.0.1:8123",
    "http://127-0-0-1:8123",
    "https://xn--bcher-kva.example",
    f"https://{'a' * 250}.example",
    f"https://{'a' * 250}.example:1",
    "HTTPS://APP.JOIP.IO",
]
ODD_NAMES = ["", ".", "..", "../../etc", "con", "nul.txt", "ä", "\ud800", "\0", "a/b", "a\\b", "a b ", "日本"]


def test_every_account_has_a_folder_of_its_own(tmp_path: Path) -> None:
    folders = Folders.of(tmp_path)
    names = [folders.account(name).name for name in (*ORIGINS, *ODD_NAMES)]
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert re.fullmatch(r"[a-z0-9][a-z0-9-]*[0-9a-f]", name)  # safe on every file system
        assert len(name) <= 80
        assert name.split(".")[0].upper() not in {"CON", "NUL", "AUX", "PRN"}
    for name in (*ORIGINS, *ODD_NAMES):
        assert folders.account(name).parent == tmp_path / "accounts"
    assert list(tmp_path.iterdir()) == []


def test_an_accounts_folder_tells_whose_it_is_and_stays_the_same(tmp_path: Path) -> None:
    folders = Folders.of(tmp_path)
    assert folders.account("https://app.joip.io").name == "https-app-joip-io-e4dfdf8e40c39128"
    assert folders.ledger("https://app.joip.io") == folders.account("https://app.joip.io") / "ledger.sqlite3"
    assert folders.drafts("https://app.joip.io") == folders.account("https://app.joip.io") / "drafts.sqlite3"
    assert folders.last_list("https://app.joip.io") == folders.account("https://app.joip.io") / "last-list.sqlite3"


def test_pictures_have_a_folder_of_their_own_in_the_cache(tmp_path: Path) -> None:
    assert Folders.of(tmp_path).pictures == tmp_path / "cache" / "pictures"
    dirs = platformdirs.PlatformDirs("joip-desktop", appauthor=False)
    assert Folders.of(None).pictures == Path(dirs.user_cache_dir) / "pictures"
    assert list(tmp_path.iterdir()) == []
