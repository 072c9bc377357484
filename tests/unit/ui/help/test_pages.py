from __future__ import annotations

from pathlib import Path

import pytest

from joip_desktop.resources import documents
from joip_desktop.ui.help.pages import Address, address_of, found_in, plain, read_pages, slug


def folder(tmp_path: Path, **pages: str) -> Path:
    for name, text in pages.items():
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    return tmp_path


def test_pages_come_in_the_order_of_the_index_and_others_are_left_out(tmp_path: Path) -> None:
    at = folder(
        tmp_path,
        README="# Help\n[Two](two.md) [One](one.md#x) [web](https://example.org/x.md)",
        one="# One",
        two="text",
        dev="# Dev",
    )
    assert [(page.name, page.title) for page in read_pages(at)] == [
        ("README.md", "Help"),
        ("two.md", "two"),
        ("one.md", "One"),
    ]


def test_without_an_index_all_pages_are_there(tmp_path: Path) -> None:
    assert [page.name for page in read_pages(folder(tmp_path, one="# One"))] == ["one.md"]


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("The mock server", "the-mock-server"),
        ("What's *new*, in 1.0?", "whats-new-in-10"),
        ("Ctrl+F", "ctrlf"),
        ("Größe", "größe"),
    ],
)
def test_headings_have_the_anchors_that_github_makes(heading: str, anchor: str) -> None:
    assert slug(heading) == anchor


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("search.md", Address("search.md")),
        ("search.md#or", Address("search.md", "or")),
        ("#or", Address("here.md", "or")),
        ("https://example.org/search.md", None),
        ("//example.org/x.md", None),
        ("../LICENSE", None),
        ("images/light/1-list.png", None),
        ("file:///etc/passwd", None),
    ],
)
def test_links_lead_to_pages_or_out_of_the_help(link: str, address: Address | None) -> None:
    assert address_of(link, "here.md") == address


def test_a_search_finds_pages_with_all_words(tmp_path: Path) -> None:
    pages = read_pages(folder(tmp_path, README="[a](a.md) [b](b.md)", a="# Slow\nand **bold** text", b="# Slow `code`"))
    assert [page.name for page in found_in(pages, "SLOW bold")] == ["a.md"]
    assert [page.name for page in found_in(pages, "slow code")] == ["b.md"]
    assert len(found_in(pages, "")) == 3
    assert plain("[a word](x.md) and `code`") == "a word and code"


def test_every_page_for_people_is_in_the_index() -> None:
    pages = read_pages(documents())
    left_out = {path.name for path in documents().glob("*.md")} - {page.name for page in pages}
    assert left_out == {"releasing.md"}
    assert all(page.title and page.title != page.name for page in pages)
