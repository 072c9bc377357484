"""The folders of one profile: settings and data, in the platform's places or all in one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import platformdirs

APP_NAME = "joip-desktop"


@dataclass(frozen=True, slots=True)
class Folders:
    """Where a profile's files are."""

    config: Path
    data: Path

    @classmethod
    def of(cls, profile: Path | None) -> Folders:
        """The platform's folders, or all in `profile` where one is given (portable use, tests)."""
        if profile is not None:
            return cls(config=profile, data=profile)
        dirs = platformdirs.PlatformDirs(APP_NAME, appauthor=False)
        return cls(config=dirs.user_config_path, data=dirs.user_data_path)

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.config / "settings.json"

    @property
    def demo_database(self) -> Path:
        """The demo server's data."""
        return self.data / "demo.sqlite3"
