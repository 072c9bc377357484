"""Settings: one typed model, kept as a JSON file in the user's settings folder."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from joip_desktop.domain.errors import StorageError
from joip_desktop.domain.say import later, say


class Appearance(StrEnum):
    """Which colours the window has."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class View(StrEnum):
    """How the sessions are shown."""

    TABLE = "table"
    GALLERY = "gallery"


class Density(StrEnum):
    """How much room a row of the table has."""

    COMPACT = "compact"
    NORMAL = "normal"
    COMFORTABLE = "comfortable"


class ProxyMode(StrEnum):
    """By which way servers are reached."""

    SYSTEM = "system"
    NONE = "none"
    MANUAL = "manual"


class LogLevel(StrEnum):
    """What the log file holds, the least first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    DEBUG = "debug"


class SavedAccount(BaseModel):
    """An account that somebody has signed in to. Its cookie is in the system's keyring, or nowhere."""

    model_config = ConfigDict(extra="allow", frozen=True)

    key: str = Field(min_length=1, title="Key", description="What its files and its cookie are found by.")
    server: str = Field(min_length=1, title="Server", description="The address of its server.")
    user: str = Field(default="", title="User", description="The server's id of the user; empty until it is known.")
    name: str = Field(default="", title="Name", description="What the server calls the user.")


class SavedSearch(BaseModel):
    """A search that has a name and stands in the sidebar."""

    model_config = ConfigDict(extra="allow", frozen=True)

    name: str = Field(min_length=1, title="Name", description="What the sidebar calls it.")
    search: str = Field(min_length=1, title="Search", description="What would stand in the search box.")


class Settings(BaseModel):
    """What a person chose; keys of a newer version are kept as they are."""

    model_config = ConfigDict(extra="allow", validate_assignment=True)

    appearance: Appearance = Field(
        default=Appearance.SYSTEM, title="Appearance", description="Light, dark or as the system."
    )
    language: str = Field(
        default="", title="Language", description="“en” or “de”; empty is the system’s. Counts from the next start on."
    )
    server: str = Field(default="", title="Server", description="The server that was connected last.")
    accounts: list[SavedAccount] = Field(
        default=[], title="Accounts", description="Those that somebody has signed in to, without their cookies."
    )
    account: str = Field(default="", title="Account", description="The key of the one that was open last.")
    proxy_mode: ProxyMode = Field(
        default=ProxyMode.SYSTEM,
        title="Proxy",
        description="As the system says, none, or the one whose address is below. Counts from the next start on.",
    )
    proxy: str = Field(
        default="",
        title="Proxy's address",
        description="Such as http://proxy.example.org:3128; without a user name or a password.",
    )
    log_level: LogLevel = Field(default=LogLevel.WARNING, title="Log", description="What is written into the log file.")
    demo_port: int = Field(default=0, title="Demo server's port", description="The one that it had last.")
    window_geometry: str = Field(default="", title="Window geometry", description="Qt's own form, base64.")
    splitter_state: str = Field(default="", title="Column widths", description="Qt's own form, base64.")
    table_state: str = Field(default="", title="Table columns", description="Qt's own form, base64.")
    view: View = Field(
        default=View.TABLE, title="View", description="The sessions as a table or as a gallery of pictures."
    )
    density: Density = Field(
        default=Density.NORMAL, title="Row height", description="How much room a row of the table has."
    )
    tile_size: int = Field(
        default=180,
        ge=96,
        le=400,
        title="Picture size",
        description="The width of a gallery's picture, in pixels.",
    )
    sorting: list[str] = Field(
        default=[],
        title="Sorting",
        description="The columns to sort by, the most important one first; “-updated” has the latest on top.",
    )
    picture_cache_mb: int = Field(
        default=200,
        ge=0,
        le=10_000,
        title="Room for pictures",
        description="How much of the disk pictures may take, in megabytes; with 0 none are kept.",
    )
    discreet: bool = Field(
        default=False,
        title="Discreet mode",
        description="Blur titles, prompts and pictures until the mouse is over them.",
    )
    discreet_while_sharing: bool = Field(
        default=False,
        title="Discreet while sharing",
        description="Switch discreet mode on while a screen is shared, where the computer tells so.",
    )
    saved_searches: list[SavedSearch] = Field(
        default=[], title="Saved searches", description="Searches that have a name and stand in the sidebar."
    )
    category_names: dict[str, str] = Field(
        default={},
        title="Names of categories",
        description="By account and number: the server knows categories by their numbers only.",
    )

    def category_name(self, account: str, number: int) -> str:
        """What the person calls a category; empty where it has no name."""
        return self.category_names.get(_category_key(account, number), "")

    def name_category(self, account: str, number: int, name: str) -> None:
        """Remember what the person calls a category; an empty name is none."""
        names = {**self.category_names, _category_key(account, number): name}
        self.category_names = {key: kept for key, kept in names.items() if kept}

    def named_categories(self, account: str) -> list[int]:
        """The numbers of the account's categories that have a name."""
        found = []
        for key in self.category_names:
            owner, _, number = key.rpartition(" ")
            if owner == account and number.removeprefix("-").isdecimal():
                found.append(int(number))
        return sorted(found)


def _category_key(account: str, number: int) -> str:
    return f"{account} {number}"


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """The settings, and a sentence to show where something was wrong with the file."""

    settings: Settings
    notice: str = ""


class SettingsFile:
    """Reads and writes the settings. A file that can't be read is set aside, never overwritten.

    Where single values make no sense, only these are left out, and the file is set aside all the same.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> LoadedSettings:
        """Read the settings; without a file, the defaults."""
        try:
            text = self._path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return LoadedSettings(Settings())
        except (OSError, UnicodeDecodeError):
            return self._set_aside()
        try:
            settings, wrong = _understood(json.loads(text))
            settings.model_dump_json()  # an unknown key may hold what can be read but not written
        except (ValueError, RecursionError):
            return self._set_aside()
        return self._set_aside(settings, wrong) if wrong else LoadedSettings(settings)

    def save(self, settings: Settings) -> None:
        """Write the settings, whole or not at all.

        Raises:
            StorageError: the folder can't be made or written.
        """
        text = settings.model_dump_json(indent=2) + "\n"
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=".settings-", dir=self._path.parent)
            temporary = Path(name)
            try:
                with os.fdopen(handle, "w", encoding="utf-8") as file:
                    file.write(text)
                    file.flush()
                    os.fsync(file.fileno())
                temporary.replace(self._path)
            except BaseException:
                temporary.unlink(missing_ok=True)
                raise
        except OSError as error:
            raise StorageError(
                say(
                    "The settings could not be saved: {folder} can't be written ({reason}).",
                    folder=self._path.parent,
                    reason=error.strerror,
                ),
                next_step=say("Choose another folder with --profile-dir."),
            ) from error

    def _set_aside(self, settings: Settings | None = None, wrong: Iterable[str] = ()) -> LoadedSettings:
        """Put the file out of the way; where settings could be made of it, `wrong` names what is left out of them."""
        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
        aside = self._path.with_name(f"{self._path.name}.corrupt-{stamp}")
        try:
            self._path.rename(aside)
        except OSError as error:
            stays, reason = True, error.strerror
        else:
            stays, reason = False, ""
        values = {
            "path": self._path,
            "file": aside.name,
            "reason": reason,
            "names": ", ".join(f"“{say(name)}”" for name in wrong),
        }
        if settings is None:
            return LoadedSettings(Settings(), say(_UNREAD_AND_STAYS if stays else _UNREAD, **values))
        return LoadedSettings(settings, say(_ODD_AND_STAYS if stays else _ODD, **values))


_UNREAD: Final = later(
    "The settings in {path} could not be read and were set aside as {file}. The app starts with the usual ones."
)
_UNREAD_AND_STAYS: Final = later(
    "The settings in {path} could not be read and can't be set aside ({reason}). The app starts with the usual ones."
)
_ODD: Final = later(
    "The settings in {path} were set aside as {file}: {names} made no sense. All others are as they were."
)
_ODD_AND_STAYS: Final = later(
    "The settings in {path} can't be set aside ({reason}): {names} made no sense. All others are as they were."
)


def _understood(found: object) -> tuple[Settings, list[str]]:
    """Settings out of what was read, and the titles of those that made no sense and have their usual values.

    Of a list or a mapping only the entries that make no sense go.

    Raises:
        ValueError: nothing can be made of it.
    """
    wrong: dict[str, None] = {}
    while True:
        try:
            return Settings.model_validate(found), list(wrong)
        except ValidationError as error:
            places = {tuple(one["loc"][:2]) for one in error.errors()}
            if not isinstance(found, dict) or not all(places):
                raise
            found = dict(found)
            for key in {place[0] for place in places}:
                name = str(key)
                found[name] = _without(found[name], [place[1] for place in places if place[0] == key and place[1:]])
                if found[name] is None:
                    del found[name]
                wrong[Settings.model_fields[name].title or name] = None


def _without(value: object, entries: list[object]) -> object:
    """A list or mapping without these entries; None where nothing of the value makes sense."""
    if isinstance(value, list) and entries:
        return [kept for position, kept in enumerate(value) if position not in entries]
    if isinstance(value, dict) and entries:
        return {key: kept for key, kept in value.items() if key not in entries}
    return None
