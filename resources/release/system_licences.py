"""The licences of libraries that a bundle takes over from the system that it is made on, as Debian tells them."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_COPYRIGHTS: Final = Path("/usr/share/doc")


@dataclass(frozen=True, slots=True)
class SystemPackage:
    """A package of which the bundle has a library, and the file that states its copyright."""

    name: str
    version: str
    copyright: Path

    @property
    def file_name(self) -> str:
        """How the file is called in the bundle: `licences.py` reads name and version off it."""
        return f"{self.name}_{self.version.replace(':', '-').replace('/', '-')}.txt"


def packages_of(libraries: Iterable[Path]) -> Iterator[SystemPackage]:
    """The packages that these libraries are of, each once; nothing where dpkg is not there, or does not know them."""
    if shutil.which("dpkg-query") is None:
        return
    names = {name for library in libraries for name in _owners(library)}
    for name in sorted(names):
        version = _told("dpkg-query", "--show", "--showformat=${Version}", name)
        statement = _COPYRIGHTS / name.partition(":")[0] / "copyright"
        if version and statement.is_file():
            yield SystemPackage(name.partition(":")[0], version, statement)


def _owners(library: Path) -> Iterator[str]:
    """By the path as it is given, and without its links, as /lib may be one to /usr/lib."""
    for path in dict.fromkeys((library, library.resolve(), Path("/usr", *library.parts[1:]))):
        for line in _told("dpkg-query", "--search", str(path)).splitlines():
            names, separator, _ = line.rpartition(": ")
            if separator and not line.startswith("diversion"):
                yield from names.split(", ")


def _told(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout
