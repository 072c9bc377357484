from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.rules import check_values
from joip_desktop.domain.session import UNKNOWN, FieldValue
from joip_desktop.ui.editor.thumbnail_words import Sight, address_in, is_address, refusal_of, sentence_of, sight_of
from tests.helpers import strategies

URL = "https://example.com/a.png"


@pytest.mark.parametrize(
    ("value", "typed", "is_here", "failure", "sight"),
    [
        (UNKNOWN, False, False, None, Sight.NOT_KNOWN),
        (None, False, False, None, Sight.NONE),
        (7, False, False, None, Sight.NONE),
        ("", False, False, None, Sight.GENERATED),
        ("", True, False, None, Sight.GENERATED),
        (URL, False, False, None, Sight.LOADING),
        (URL, False, True, None, Sight.PICTURE),
        (URL, False, False, "It is gone.", Sight.FAILED),
        (URL, False, True, "It is gone.", Sight.PICTURE),
        (URL, True, True, None, Sight.TYPED),
        ("htt", True, False, None, Sight.TYPED),
        ("htt", False, False, None, Sight.NO_ADDRESS),
        ("htt", False, True, "It is gone.", Sight.NO_ADDRESS),
        (None, True, False, None, Sight.NONE),
    ],
)
def test_what_there_is_to_see(value: FieldValue, typed: bool, is_here: bool, failure: str | None, sight: Sight) -> None:
    assert sight_of(value, typed=typed, is_here=is_here, failure=failure) is sight


def test_every_sight_is_told_but_the_one_of_a_text_that_is_being_typed() -> None:
    assert [sight for sight in Sight if not sentence_of(sight, "It is gone.")] == [Sight.TYPED]
    assert sentence_of(Sight.FAILED, "It is {gone}.") == "No picture: It is {gone}."


@pytest.mark.parametrize(
    ("text", "is_one"),
    [(URL, True), ("http://example.com", True), ("", False), ("example.com", False), ("ftp://example.com", False)],
)
def test_web_addresses(text: str, is_one: bool) -> None:
    assert is_address(text) is is_one


@pytest.mark.parametrize(
    ("links", "text", "address"),
    [
        ([URL], "", URL),
        (["file:///home/a.png", "mailto:a@example.com", URL, "https://example.com/b.png"], "", URL),
        ([URL], "https://example.com/b.png", URL),
        ([], URL, URL),
        ([], f"  {URL}\n", URL),
        ([], "https://example.com/a_(b)", "https://example.com/a_(b)"),
        ([], f"A walk\n{URL}\nhttps://example.com/b.png", URL),
        ([], f"See ({URL}).", URL),
        ([], f'<img src="{URL}">', URL),
        ([], "HTTPS://example.com/A.png is it", "HTTPS://example.com/A.png"),
        ([], f"https://[ {URL}", URL),
        (["file:///home/a.png"], "file:///home/a.png", None),
        (["https://"], "https://", None),
        ([""], "A walk", None),
        ([], "", None),
        ([], "x" * 10_000 + URL, None),
    ],
)
def test_the_address_in_what_is_dropped(links: Sequence[str], text: str, address: str | None) -> None:
    assert address_in(links, text) == address


@given(
    links=st.lists(strategies.any_text, max_size=3),
    text=strategies.any_text | st.builds("{} {}".format, st.text(), st.just(URL)),
)
def test_what_is_found_can_always_be_sent(links: list[str], text: str) -> None:
    found = address_in(links, text)
    assert found is None or (found and not check_values({"thumbnail": found}))


@pytest.mark.parametrize(
    ("links", "has_image", "words"),
    [
        (["file:///home/a.png"], False, "a file on this computer has none"),
        (["file:///home/a.png"], True, "a file on this computer has none"),
        ([], True, "this picture comes without one"),
        ([], False, "there is none in this text"),
        (["mailto:a@example.com"], False, "there is none in this text"),
    ],
)
def test_why_it_is_no_thumbnail(links: Sequence[str], has_image: bool, words: str) -> None:
    sentence = refusal_of(links, has_image=has_image)
    assert sentence.startswith("The server needs a web address")
    assert words in sentence
