"""Where the files of `resources/` and `docs/` are: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def resource(relative: str) -> Path:
    """The path of a resource, such as "icons/star.svg".

    Raises:
        FileNotFoundError: there is no such file; the installation is broken.
    """
    for folder in (_PACKAGE / "resources", _PACKAGE.parent / "resources"):
        if (path := folder / relative).is_file():
            return path
    raise FileNotFoundError(f"the resource {relative} is missing from the installation")


def resources(pattern: str) -> list[Path]:
    """The resources that fit a pattern, such as "licences/*.txt", sorted by name; none is no fault."""
    folders = (_PACKAGE / "resources", _PACKAGE.parent / "resources")
    return sorted(path for folder in folders for path in folder.glob(pattern))


def documents() -> Path:
    """The folder of the pages of the help.

    Raises:
        FileNotFoundError: there is none; the installation is broken.
    """
    for folder in (_PACKAGE / "docs", _PACKAGE.parent / "docs"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError("the documentation is missing from the installation")
