"""What the app is made of, and under which licences: read off what is installed, when somebody wants to know."""

from __future__ import annotations

import re
import ssl
import sys
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from itertools import chain
from typing import Final

from joip_desktop import __version__
from joip_desktop.resources import resource, resources

NAME: Final = "joip-desktop"

_REQUIRED: Final = re.compile(r"\s*([A-Za-z0-9][A-Za-z0-9._-]*)")
_LICENCE_FILE: Final = re.compile(r"(?:^|/)(?:licen[cs]es?/.+|(?:licen[cs]e|copying|notice)[^/]*)$", re.IGNORECASE)
_OWN_TEXTS: Final = ("LGPL-3.0.txt", "GPL-3.0.txt")
_UNKNOWN: Final = "?"
_DEBIAN: Final = re.compile(r"^License: *(\S.*?)\s*$", re.MULTILINE)
_TOLD: Final = 4
"""Of the licences that a package of Debian has."""

_OF_QT: Final = """\
Qt and its bindings for Python are used under the GNU Lesser General Public License, version 3, whose text follows, with
that of the GNU General Public License, which it builds upon. They are loaded as libraries of their own, which you may
replace by others of the same interface: in a bundle, the files in the folder PySide6 and those that begin with libQt6.
Their source code is published by The Qt Company at https://download.qt.io and https://code.qt.io.
"""


@dataclass(frozen=True, slots=True)
class Component:
    """A part of the app that others have made. `licence` is an SPDX expression where it is known; `text` in full."""

    name: str
    version: str
    licence: str
    text: str


def gathering() -> Generator[int, None, list[Component]]:
    """This app first; then everything else by name.

    That is Python, what it brings along, every distribution that is needed to run the app, and in a bundle what it took
    over from the system that it was made on. It takes a tenth of a second, most of it for files; what is yielded is how
    many have been found.
    """
    own = Component("JOIP Desktop", __version__, "MIT", _own_text())
    found: list[Component] = []
    for component in chain(_built_in(), map(_component, needed()), _of_system()):
        found.append(component)
        yield len(found)
    return [own, *sorted(found, key=lambda one: one.name.casefold())]


def _own_text() -> str:
    try:
        return _text_of(distribution(NAME))
    except PackageNotFoundError:
        return ""


def _built_in() -> Iterator[Component]:
    python = ".".join(map(str, sys.version_info[:3]))
    yield Component("Python", python, "PSF-2.0", _text_under("PSF-2.0"))
    yield Component("OpenSSL", ssl.OPENSSL_VERSION.split()[1], "Apache-2.0", _text_under("Apache-2.0"))
    yield Component("SQLite", "", "public domain", "The authors of SQLite disclaim copyright to it.")


def _of_system() -> Iterator[Component]:
    """A bundle has files of them, "libx11-6_1.8.4.txt", from `resources/release`."""
    for path in resources("licences/system/*.txt"):
        name, _, version = path.stem.partition("_")
        text = path.read_text(encoding="utf-8", errors="replace")
        licences = list(dict.fromkeys(_DEBIAN.findall(text)))
        yield Component(name, version, ", ".join(licences[:_TOLD]) or _UNKNOWN, text)


def _text_under(licence: str) -> str:
    """The text of a licence, which one of the distributions has with it."""
    texts = (_text_of(one) for one in needed() if _expression(one) == licence)
    return next((text for text in texts if text), "")


def needed(name: str = NAME, known: set[str] | None = None) -> Iterator[Distribution]:
    """Every distribution that one needs to run, each once. What is not installed is not needed here."""
    known = set() if known is None else known
    try:
        requirements = distribution(name).requires or ()
    except PackageNotFoundError:
        return
    for requirement in requirements:
        wanted = _REQUIRED.match(requirement)
        if wanted is None or "extra ==" in requirement or (key := _key(wanted[1])) in known:
            continue
        known.add(key)
        try:
            yield distribution(key)
        except PackageNotFoundError:
            continue
        yield from needed(key, known)


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _component(one: Distribution) -> Component:
    return Component(one.metadata["Name"], one.version, _expression(one) or _UNKNOWN, _text_of(one))


def _expression(one: Distribution) -> str:
    """The licence in the newest of the ways in which metadata tell it."""
    told = {key: one.metadata[key] for key in ("License-Expression", "License") if key in one.metadata}
    if licence := next((text for text in told.values() if text and "\n" not in text), ""):
        return licence
    classifiers = [line for line in one.metadata.get_all("Classifier") or () if line.startswith("License ::")]
    return classifiers[0].rpartition(" :: ")[2] if classifiers else ""


def _text_of(one: Distribution) -> str:
    """The files with its licence, one after the other; of Qt, those that we have with us."""
    files = sorted(
        str(file) for file in one.files or () if _LICENCE_FILE.search(str(file)) and ".dist-info/" in str(file)
    )
    texts = [text for file in files if (text := one.read_text(file.partition(".dist-info/")[2]))]
    if not texts and "LGPL" in _expression(one):
        texts = [_OF_QT, *(resource(f"licences/{name}").read_text(encoding="utf-8") for name in _OWN_TEXTS)]
    return "\n\n".join(text.strip("\n") for text in texts)
