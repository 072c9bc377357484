from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.rules import check_values
from joip_desktop.domain.subreddits import CleanedNames, clean
from tests.helpers import strategies

_BEGINNINGS = ("", "https:", "http:", "https://", "HTTP://", "//", "https://www.", "old.")
_MIDDLES = ("", "/", "r/", "/r/", "reddit.com/", "Reddit.com/r/", "reddit.com/user/", "example.org/r/")
_ENDS = ("", "/", "//", "/new/?sort=top", "?a=b", "#top", "/comments/1a/title/", ".", ",", " ; ", "\n")

pasted = st.lists(
    st.tuples(
        st.sampled_from(_BEGINNINGS),
        st.sampled_from(_MIDDLES),
        st.sampled_from(["earth", "Earth", "a", "_x"]) | strategies.names | strategies.any_text,
        st.sampled_from(_ENDS),
    ).map("".join),
    max_size=4,
).map(" ".join)


@pytest.mark.parametrize(
    "text",
    [
        "earth",
        " earth\t",
        "earth,",
        "earth/",
        "r/earth",
        "/r/earth",
        "R/earth",
        "r/earth/",
        "r/earth/top?t=all",
        "r/earth?sort=new",
        "r/earth#top",
        "reddit.com/r/earth",
        "www.reddit.com/r/earth/",
        "http://reddit.com/r/earth",
        "https://reddit.com/r/earth/",
        "https://www.reddit.com/r/earth",
        "https://www.reddit.com/r/earth/",
        "https://www.reddit.com/r/earth?utm_source=share",
        "https://www.reddit.com/r/earth/?utm_source=share",
        "https://www.reddit.com/r/earth#top",
        "https://www.reddit.com/r/earth/comments/1abcde/a_title/",
        "https://old.reddit.com/r/earth/",
        "https://new.reddit.com/r/earth/",
        "https://en-gb.reddit.com/r/earth/",
        "//www.reddit.com/r/earth",
        "HTTPS://WWW.REDDIT.COM/R/earth",
        "earth; EARTH, r/Earth https://old.reddit.com/r/eArTh",
    ],
)
def test_a_name_in_any_dress(text: str) -> None:
    assert clean(text) == CleanedNames(("earth",), ())


@pytest.mark.parametrize(
    "word",
    [
        "a",
        "_ab",
        "a" * 23,
        "a-b",
        "äther",
        "r/",
        "/r/",
        "r/r/earth",
        "u/somebody",
        "earth/space",
        "earth/space/",
        "earth?sort=new",
        "r/earth+space",
        "r/earth.",
        "https://www.reddit.com",
        "https://www.reddit.com/",
        "https://www.reddit.com/r/",
        "https://www.reddit.com/popular/",
        "https://www.reddit.com/user/somebody",
        "https://www.reddit.com/u/somebody/m/earth",
        "https://www.reddit.com/comments/1abcde/",
        "https://evilreddit.com/r/earth",
        "https://reddit.com.example.org/r/earth",
        "https://example.org/r/earth",
        "https://example.org/earth",
        "https://redd.it/1abcde",
        "earth\ud83d",
        "earth\x00",
    ],
)
def test_what_is_no_name_is_refused_as_it_was_written(word: str) -> None:
    assert clean(word) == CleanedNames((), (word,))
    assert clean(f"space {word}, joi") == CleanedNames(("space", "joi"), (word,))


@pytest.mark.parametrize("text", ["", " ", ", ;\n\t,", "\u2003"])
def test_blanks_and_separators_alone_are_nothing(text: str) -> None:
    assert clean(text) == CleanedNames((), ())


def test_names_keep_their_order_and_the_first_spelling() -> None:
    assert clean("r/Space, earth\nSPACE;joi Earth").names == ("Space", "earth", "joi")


@pytest.mark.parametrize("word", ["ab", "a" * 22, "1_", "u_somebody"])
def test_names_up_to_the_edges(word: str) -> None:
    assert clean(word).names == (word,)


@given(pasted)
def test_what_is_kept_can_always_be_saved(text: str) -> None:
    names = clean(text).names
    assert not check_values({"subreddits": names})
    assert len({name.lower() for name in names}) == len(names)


@given(pasted)
def test_cleaning_what_was_cleaned_changes_nothing(text: str) -> None:
    cleaned = clean(text)
    for separator in (",", ", ", " ", ";", "\n"):
        assert clean(separator.join(cleaned.names)) == CleanedNames(cleaned.names, ())
    assert clean(" ".join(cleaned.refused)) == CleanedNames((), cleaned.refused)


@given(pasted)
def test_every_word_is_kept_or_refused_or_a_repeat(text: str) -> None:
    cleaned = clean(text)
    words = clean(" ".join((*cleaned.names, *cleaned.refused)))
    assert words == cleaned
    assert all(word in text for word in (*cleaned.names, *cleaned.refused))


@given(st.lists(strategies.names, max_size=5), st.sampled_from(["", "r/", "/r/", "https://www.reddit.com/r/"]))
def test_every_name_is_found_again_behind_a_prefix(names: list[str], prefix: str) -> None:
    cleaned = clean(", ".join(f"{prefix}{name}" for name in names))
    assert not cleaned.refused
    assert {name.lower() for name in cleaned.names} == {name.lower() for name in names}
