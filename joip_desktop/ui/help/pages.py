"""The pages of the help as files: their titles, their links, and what is found in them; without Qt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

INDEX: Final = "README.md"
"""The page that leads to the others."""

_TITLE: Final = re.compile(r"^# +(.+?)\s*$", re.MULTILINE)
_LINK: Final = re.compile(r"\]\(([^)\s]+)\)")
_NO_SLUG: Final = re.compile(r"[^\w\- ]")
_MARKS: Final = re.compile(r"`|\*\*|\[([^\]]*)\]\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Page:
    """One page: the name of its file, its title, and its text as Markdown."""

    name: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Address:
    """Where a link leads inside the help: a page, and a heading in it by its slug ("" is the top)."""

    page: str
    anchor: str = ""


def read_pages(folder: Path) -> Sequence[Page]:
    """All pages, the index first, then those that it links to in its order; others, as for developers, are left out.

    Raises:
        OSError: the folder or a page can't be read.
    """
    pages = {path.name: _page(path) for path in folder.glob("*.md")}
    if (index := pages.pop(INDEX, None)) is None:
        return list(pages.values())
    targets = (urlsplit(target).path for target in _LINK.findall(index.text))
    wanted = [name for name in dict.fromkeys(targets) if name in pages]
    return [index, *(pages[name] for name in wanted)]


def _page(path: Path) -> Page:
    text = path.read_text(encoding="utf-8")
    title = _TITLE.search(text)
    return Page(path.name, path.stem if title is None else title[1], text)


def slug(heading: str) -> str:
    """The anchor of a heading, as GitHub makes it."""
    return _NO_SLUG.sub("", heading.strip().lower()).replace(" ", "-")


def address_of(link: str, page: str) -> Address | None:
    """Where a link on a page leads; None where it leads out of the help."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    if not path:
        return Address(page, unquote(parts.fragment))
    return Address(path, unquote(parts.fragment)) if "/" not in path and path.endswith(".md") else None


def found_in(pages: Sequence[Page], text: str) -> Sequence[Page]:
    """The pages in which all words of a text occur, in whatever case."""
    words = text.casefold().split()
    return [page for page in pages if all(word in plain(page.text).casefold() for word in words)]


def plain(text: str) -> str:
    """Markdown without the marks that stand in the middle of words."""
    return _MARKS.sub(lambda mark: mark[1] or "", text)
