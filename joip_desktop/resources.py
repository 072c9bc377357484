"""Where the files of `resources/` are: inside the installed package, or beside it in a checkout."""

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
