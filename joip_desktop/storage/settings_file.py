"""The settings as a JSON file in the user's settings folder."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from joip_desktop.domain.errors import StorageError
from joip_desktop.domain.say import later, quoted, say
from joip_desktop.storage.settings import Settings

_ABSENT: Final = object()


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """The settings, and a sentence to show where something was wrong with the file."""

    settings: Settings
    notice: str = ""


@dataclass(slots=True)
class _Understood:
    """What could be made of a file."""

    settings: Settings
    wrong: list[str] = field(default_factory=list)
    """Settings of which something made no sense."""

    unknown: dict[str, object] = field(default_factory=dict)
    """Words in the place of a choice that this version does not have; a newer one may."""


class SettingsFile:
    """Reads and writes the settings. A file that can't be read is set aside, never overwritten.

    Where single values make no sense, only these are left out, and the file is set aside all the same. A choice that
    only a newer version knows stays in the file until another one is made.

    Two runs may have the same file: each writes what it has changed since it read or wrote it, and leaves the rest as
    it is there. Where both change the same setting, the later one counts; lists and mappings are one setting.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._base: dict[str, object] = {}
        """What was in the file, or went into it, when it was last read or written; what is missing is to be written."""
        self._unknown: dict[str, object] = {}

    def load(self) -> LoadedSettings:
        """Read the settings; without a file, the defaults."""
        self._base, self._unknown = {}, {}
        try:
            text = self._path.read_text(encoding="utf-8")
        except FileNotFoundError:
            self._base = _plain(Settings())
            return LoadedSettings(Settings())
        except (OSError, UnicodeDecodeError):
            return self._set_aside()
        try:
            understood = _understood(json.loads(text))
            understood.settings.model_dump_json()  # an unknown key may hold what can be read but not written
        except (ValueError, RecursionError):
            return self._set_aside()
        settings, wrong = understood.settings, understood.wrong
        self._base = {name: value for name, value in _plain(settings).items() if name not in wrong}
        self._unknown = understood.unknown
        loaded = self._set_aside(settings, wrong) if wrong else LoadedSettings(settings)
        return LoadedSettings(settings, " ".join(filter(None, (loaded.notice, self._of_newer_version()))))

    def save(self, settings: Settings) -> None:
        """Write what has changed of the settings, whole or not at all.

        Raises:
            StorageError: the folder can't be made or written.
        """
        mine = _plain(settings)
        changed = {name: value for name, value in mine.items() if self._base.get(name, _ABSENT) != value}
        unknown = {name: value for name, value in self._unknown.items() if name not in changed}
        text = json.dumps({**mine, **unknown, **self._in_file(), **changed}, indent=2, ensure_ascii=False) + "\n"
        try:
            self._write(text)
        except OSError as error:
            raise StorageError(
                say(
                    "The settings could not be saved: {folder} can't be written ({reason}).",
                    folder=self._path.parent,
                    reason=error.strerror,
                ),
                next_step=say("Choose another folder with --profile-dir."),
            ) from error
        self._base, self._unknown = mine, unknown

    def _in_file(self) -> Mapping[str, object]:
        """What another run may have written meanwhile; nothing where that can't be made sense of."""
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
            json.dumps(found, ensure_ascii=False).encode("utf-8")
        except (OSError, ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}

    def _write(self, text: str) -> None:
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

    def _set_aside(self, settings: Settings | None = None, wrong: Iterable[str] = ()) -> LoadedSettings:
        """Put the file out of the way; where settings could be made of it, `wrong` are those with parts left out."""
        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
        aside = self._path.with_name(f"{self._path.name}.corrupt-{stamp}")
        try:
            self._path.rename(aside)
        except OSError as error:
            stays, reason = True, error.strerror
        else:
            stays, reason = False, ""
        values = {"path": self._path, "file": aside.name, "reason": reason, "names": _titles(wrong)}
        if settings is None:
            return LoadedSettings(Settings(), say(_UNREAD_AND_STAYS if stays else _UNREAD, **values))
        return LoadedSettings(settings, say(_ODD_AND_STAYS if stays else _ODD, **values))

    def _of_newer_version(self) -> str:
        return say(_UNKNOWN, path=self._path, names=_titles(self._unknown)) if self._unknown else ""


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
_UNKNOWN: Final = later(
    "The settings in {path} hold a choice that this version does not know, for {names}. "
    "It stays there until you make another one; meanwhile the usual one counts."
)


def _plain(settings: Settings) -> dict[str, object]:
    return settings.model_dump(mode="json")


def _titles(names: Iterable[str]) -> str:
    return ", ".join(quoted(say(Settings.model_fields[name].title or name)) for name in names)


def _understood(found: object) -> _Understood:
    """Settings out of what was read; what makes no sense, or none yet, has its usual value.

    Of a list or a mapping only the entries that make no sense go.

    Raises:
        ValueError: nothing can be made of it.
    """
    wrong: dict[str, None] = {}
    unknown: dict[str, object] = {}
    while True:
        try:
            return _Understood(Settings.model_validate(found), list(wrong), unknown)
        except ValidationError as error:
            problems = error.errors()
            if not isinstance(found, dict) or not all(one["loc"] for one in problems):
                raise
            found = dict(found)
            newer = {str(one["loc"][0]) for one in problems if _is_choice_of_newer_version(one)}
            unknown |= {name: found.pop(name) for name in newer}
            places = {tuple(one["loc"][:2]) for one in problems}
            for name in {str(place[0]) for place in places} - newer:
                entries = [place[1] for place in places if place[0] == name and place[1:]]
                found[name] = _without(found[name], entries)
                if found[name] is None:
                    del found[name]
                wrong[name] = None


def _is_choice_of_newer_version(problem: ErrorDetails) -> bool:
    return problem["type"] == "enum" and len(problem["loc"]) == 1 and isinstance(problem["input"], str)


def _without(value: object, entries: list[int | str]) -> object:
    """A list or mapping without these entries; None where nothing of the value makes sense."""
    if isinstance(value, list) and entries:
        return [kept for position, kept in enumerate(value) if position not in entries]
    if isinstance(value, dict) and entries:
        return {key: kept for key, kept in value.items() if key not in entries}
    return None
