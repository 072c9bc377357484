"""The folders of one profile: settings, data and cache, in the platform's places or all in one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

import platformdirs

APP_NAME = "joip-desktop"
_LONGEST_NAME: Final = 60


@dataclass(frozen=True, slots=True)
class Folders:
    """Where a profile's files are."""

    config: Path
    data: Path
    cache: Path
    """What can be thrown away at any time."""

    logs: Path

    @classmethod
    def of(cls, profile: Path | None) -> Folders:
        """The platform's folders, or all in `profile` where one is given (portable use, tests)."""
        if profile is not None:
            return cls(config=profile, data=profile, cache=profile / "cache", logs=profile / "logs")
        dirs = platformdirs.PlatformDirs(APP_NAME, appauthor=False)
        return cls(
            config=dirs.user_config_path,
            data=dirs.user_data_path,
            cache=dirs.user_cache_path,
            logs=dirs.user_log_path,
        )

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.config / "settings.json"

    @property
    def demo_database(self) -> Path:
        """The demo server's data."""
        return self.data / "demo.sqlite3"

    @property
    def pictures(self) -> Path:
        """The folder of pictures that were loaded, of all accounts."""
        return self.cache / "pictures"

    def account(self, name: str) -> Path:
        """The folder of what is kept for an account, which an origin names ("https://app.joip.io").

        The same name gives the same folder in every version, another name another one, on every file system.
        """
        words = re.sub("[^a-z0-9]+", "-", name.lower()).strip("-")[:_LONGEST_NAME]
        digest = sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        return self.data / "accounts" / f"{words}-{digest}".lstrip("-")

    def ledger(self, name: str) -> Path:
        """The account's jobs and waiting changes."""
        return self.account(name) / "ledger.sqlite3"

    def drafts(self, name: str) -> Path:
        """The account's unsaved edits."""
        return self.account(name) / "drafts.sqlite3"

    def last_list(self, name: str) -> Path:
        """The account's sessions as they were known last."""
        return self.account(name) / "last-list.sqlite3"

    def snapshots(self, name: str) -> Path:
        """The folder of what the account's sessions were like before jobs of many."""
        return self.account(name) / "snapshots"
