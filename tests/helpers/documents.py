"""The documentation as a stranger reads it: its links, pictures, headings, commands, and what stands in code marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token

from joip_desktop.ui.help.pages import slug

ROOT: Final = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of code: the language that is named for it, and its text."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """What is in one document. Targets are as they are written."""

    path: Path
    links: Sequence[str]
    images: Sequence[str]
    anchors: frozenset[str]
    blocks: Sequence[Block]
    codes: Sequence[str]
    """What stands in code marks in the text."""
    emphasised: Sequence[str]
    """What stands in italics, which is how menus and buttons are written."""


def read(path: Path) -> Document:
    """Read a document."""
    tokens = MarkdownIt("commonmark").enable("table").parse(path.read_text(encoding="utf-8"))
    inline = [child for token in tokens for child in token.children or ()]
    headings = [tokens[at + 1] for at, token in enumerate(tokens) if token.type == "heading_open"]
    return Document(
        path,
        links=[str(token.attrs["href"]) for token in inline if token.type == "link_open"],
        images=[str(token.attrs["src"]) for token in inline if token.type == "image"],
        anchors=frozenset(_anchors(headings)),
        blocks=[Block(token.info, token.content) for token in tokens if token.type in ("fence", "code_block")],
        codes=[token.content for token in inline if token.type == "code_inline"],
        emphasised=list(_emphasised(inline)),
    )


def _anchors(headings: Sequence[Token]) -> Iterator[str]:
    """As GitHub makes them; a heading that comes again gets a number."""
    seen: dict[str, int] = {}
    for heading in headings:
        text = "".join(child.content for child in heading.children or () if child.type in ("text", "code_inline"))
        anchor = slug(text)
        count = seen.get(anchor, 0)
        seen[anchor] = count + 1
        yield f"{anchor}-{count}" if count else anchor


def _emphasised(inline: Sequence[Token]) -> Iterator[str]:
    text: list[str] | None = None
    for token in inline:
        if token.type == "em_open":
            text = []
        elif token.type == "em_close" and text is not None:
            yield "".join(text)
            text = None
        elif text is not None and token.type in ("text", "code_inline"):
            text.append(token.content)


def documents() -> Sequence[Document]:
    """Everything that a stranger may read."""
    return [read(path) for path in (*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md")))]


def broken_links(document: Document, known: dict[Path, Document]) -> Iterator[str]:
    """Links and pictures that lead to no file, or to no heading in it."""
    for target in (*document.links, *document.images):
        parts = urlsplit(target)
        if parts.scheme or parts.netloc:
            continue
        path = (document.path.parent / unquote(parts.path)).resolve() if parts.path else document.path
        if not path.exists():
            yield f"{target}: there is no such file"
        elif parts.fragment and path in known and unquote(parts.fragment) not in known[path].anchors:
            yield f"{target}: there is no such heading"


_SHELLS: Final = frozenset({"sh", "bash", "console", "powershell"})
_COMMENT: Final = re.compile(r"(^|\s{2,})#.*$")


def commands(document: Document) -> Iterator[str]:
    """The lines that a reader may type, without comments; a line that goes on in the next one is one with it."""
    for block in document.blocks:
        if block.language in _SHELLS:
            for line in block.text.replace("\\\n", " ").splitlines():
                if command := " ".join(_COMMENT.sub("", line).split()):
                    yield command
