"""Settings: one typed model, kept as a JSON file in the user's settings folder."""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from joip_desktop.domain.errors import StorageError


class Appearance(StrEnum):
    """Which colours the window has."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Settings(BaseModel):
    """What a person chose; keys of a newer version are kept as they are."""

    model_config = ConfigDict(extra="allow", validate_assignment=True)

    appearance: Appearance = Field(
        default=Appearance.SYSTEM, title="Appearance", description="Light, dark or as the system."
    )
    server: str = Field(default="", title="Server", description="The server that was connected last.")
    demo_port: int = Field(default=0, title="Demo server's port", description="The one that it had last.")
    window_geometry: str = Field(default="", title="Window geometry", description="Qt's own form, base64.")
    splitter_state: str = Field(default="", title="Column widths", description="Qt's own form, base64.")
    table_state: str = Field(default="", title="Table columns", description="Qt's own form, base64.")


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """The settings, and a sentence to show where something was wrong with the file."""

    settings: Settings
    notice: str = ""


class SettingsFile:
    """Reads and writes the settings. A file that can't be read is set aside, never overwritten."""

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
            settings = Settings.model_validate(json.loads(text))
            settings.model_dump_json()  # an unknown key may hold what can be read but not written
        except (ValueError, RecursionError):
            return self._set_aside()
        return LoadedSettings(settings)

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
                f"The settings could not be saved: {self._path.parent} can't be written ({error.strerror}).",
                next_step="Choose another folder with --profile-dir.",
            ) from error

    def _set_aside(self) -> LoadedSettings:
        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
        aside = self._path.with_name(f"{self._path.name}.corrupt-{stamp}")
        try:
            self._path.rename(aside)
        except OSError as error:
            what = f"can't be set aside ({error.strerror})"
        else:
            what = f"were set aside as {aside.name}"
        return LoadedSettings(
            Settings(),
            f"The settings in {self._path} could not be read and {what}. The app starts with the usual ones.",
        )
