from __future__ import annotations

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
