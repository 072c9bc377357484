from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.subreddits import (
    LONGEST,
    NAME_PATTERN,
    SHORTEST,
    clean,
    finished,
    is_beginning,
    is_name,
    name_in,
    separates,
    suggest,
    why_refused,
)
from tests.helpers import strategies

# --- why a word is none -----------------------------------------------------------------------------------------------

LETTERS = "A name has letters from A to Z, digits and underscores, but not “{}”."
PROFILE = "This is a person’s profile, not a subreddit."
POST = "This is the address of a post, without the name of its subreddit."
NOWHERE = "This address of Reddit leads to no subreddit."
ELSEWHERE = "This is the address of another site, not of a subreddit."
UNSHOWN = "There are characters in this that can’t be shown; a name has letters, digits and underscores."


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("a", "A name has at least 2 characters."),
        ("r/a", "A name has at least 2 characters."),
        ("x" * 23, "A name has at most 22 characters; this one has 23."),
        ("r/" + "x" * 5000, "A name has at most 22 characters; this one has 5,000."),
        ("_ab", "A name begins with a letter or a digit, not with an underscore."),
        ("a-b", LETTERS.format("-")),
        ("no name!", LETTERS.format("!")),
        ("no \x1b", UNSHOWN),
        ("no name", "There can be no blank in a name."),
        ("äöüß", LETTERS.format("ä ö ü")),
        ("a--b--", LETTERS.format("-")),
        ("r/earth+space", LETTERS.format("+")),
        ("earth/space", LETTERS.format("/")),
        ("a{0}b", LETTERS.format("{ }")),
        ("earth\ud83d", UNSHOWN),
        ("earth\x00", UNSHOWN),
        ("", "This name is empty."),
        ("/", LETTERS.format("/")),
        ("r/", "The name after “r/” is missing."),
        ("https://www.reddit.com/r/", "The name after “r/” is missing."),
        ("r/earth", "Only the name itself can be kept: “earth”."),
        ("u/somebody", PROFILE),
        ("/user/somebody/", PROFILE),
        ("https://www.reddit.com/user/somebody", PROFILE),
        ("old.reddit.com/u/somebody/m/earth", PROFILE),
        ("https://www.reddit.com/comments/1abcde/", POST),
        ("https://redd.it/1abcde", POST),
        ("https://v.redd.it/1abcde", POST),
        ("https://www.reddit.com/gallery/1abcde", POST),
        ("https://www.reddit.com", NOWHERE),
        ("https://www.reddit.com/popular/", NOWHERE),
        ("reddit.com/?feed=home", NOWHERE),
        ("https://evilreddit.com/r/earth", ELSEWHERE),
        ("https://reddit.com.example.org/r/earth", ELSEWHERE),
        ("example.org/r/earth", ELSEWHERE),
        ("ftp://example.org", ELSEWHERE),
        ("//example.org", ELSEWHERE),
        ("example.org", LETTERS.format(".")),
        ("earth", ""),
        ("u_somebody", ""),
    ],
)
def test_why_a_word_is_refused(word: str, why: str) -> None:
    assert why_refused(word) == why


def test_the_limits_in_words_are_those_of_the_pattern() -> None:
    assert NAME_PATTERN.endswith(f"{{{SHORTEST - 1},{LONGEST - 1}}}\\Z")


@given(strategies.any_text | strategies.names | st.text("abr/u_.-:? ", max_size=30))
def test_there_is_a_reason_for_all_but_names(word: str) -> None:
    assert bool(why_refused(word)) is not is_name(word)


# --- half a name ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "word",
    [
        *("e", "7", "r", "r/", "/", "/r", "/r/", "r/e", "https:", "https://", "//", "http://www", "https://old"),
        *("www.", "www.reddit", "reddit.", "reddit.com", "reddit.com/", "https://www.reddit.com/r/", "HTTPS://R"),
        *("reddit.com/r/e", "old.reddit.com/r"),
    ],
)
def test_more_typing_may_make_a_name_of_it(word: str) -> None:
    assert is_beginning(word)


@pytest.mark.parametrize(
    "word",
    [
        *("", "ea", "earth", "r/earth", "_", "_e", "é", "no-", "no-name", "x" * 23, "u/", "r/no-", "e/", "earth/x"),
        *("https://example.org/", "redd.it/1", "\ud800", "r/r/", "reddit.com/user/", "example.org", "a b"),
    ],
)
def test_this_is_one_already_or_never_will_be(word: str) -> None:
    assert not is_beginning(word)


@given(
    strategies.names,
    st.sampled_from(["", "r/", "/r/", "https://www.reddit.com/r/", "reddit.com/r/", "//reddit.com/r/"]),
)
def test_no_name_is_a_mistake_while_it_is_typed(name: str, prefix: str) -> None:
    word = prefix + name
    for end in range(1, len(word) + 1):
        assert is_beginning(word[:end]) or name_in(word[:end])


# --- what is complete -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "complete", "rest"),
    [
        ("eart", "earth", "", "earth"),
        ("earth", "earth,", "earth,", ""),
        ("earth", "earth ", "earth ", ""),
        ("", ";", ";", ""),
        ("earthspace", "earth space", "earth ", "space"),
        ("earth", "eart", "", "eart"),
        ("", "r/earth, r/space", "r/earth, r/space", ""),
        ("", "earth", "earth", ""),
        ("old", "earth", "earth", ""),
        ("e", "earth", "", "earth"),
        ("ea", "ea, space", "ea, space", ""),
        ("th", "space earth", "space earth", ""),
        ("", "earth\nspace\n", "earth\nspace\n", ""),
        ("no name!", "no name", "", "no name"),
        ("no name!", "no name!,", "no name!,", ""),
        ("aa", "aaa", "", "aaa"),
        ("earth", "", "", ""),
        ("", "", "", ""),
    ],
)
def test_what_is_complete_after_an_edit(before: str, after: str, complete: str, rest: str) -> None:
    assert finished(before, after) == (complete, rest)


def test_what_an_input_method_puts_in_is_typed() -> None:
    assert finished("", "earth", at_once=False) == ("", "earth")
    assert finished("", "earth ", at_once=False) == ("earth ", "")
    assert finished("th", "earth, space th", at_once=False) == ("earth, space ", "th")


@given(strategies.any_text, strategies.any_text, st.booleans())
def test_nothing_is_lost_of_a_line(before: str, after: str, at_once: bool) -> None:
    complete, rest = finished(before, after, at_once=at_once)
    assert complete + rest == after


@pytest.mark.parametrize(
    ("character", "does"), [(",", True), (";", True), (" ", True), ("\n", True), ("a", False), ("/", False)]
)
def test_separators(character: str, does: bool) -> None:
    assert separates(character) is does


# --- suggestions ------------------------------------------------------------------------------------------------------

KNOWN = ("space", "earth", "EarthPorn", "middleearth", "heart", "no-earth", "Space")


@pytest.mark.parametrize(
    ("typed", "taken", "names"),
    [
        ("ear", (), ("earth", "EarthPorn", "middleearth", "heart")),
        ("EAR", (), ("earth", "EarthPorn", "middleearth", "heart")),
        ("r/ear", (), ("earth", "EarthPorn", "middleearth", "heart")),
        ("https://www.reddit.com/r/spa", (), ("space",)),
        ("ear", ("EARTH",), ("EarthPorn", "middleearth", "heart")),
        ("earth", (), ("EarthPorn", "middleearth")),
        ("EARTH", (), ("earth", "EarthPorn", "middleearth")),
        ("r/", (), ()),
        ("", (), ()),
        ("x", (), ()),
    ],
)
def test_suggestions(typed: str, taken: tuple[str, ...], names: tuple[str, ...]) -> None:
    assert suggest(typed, KNOWN, taken) == names


def test_at_most_eight_are_suggested_the_most_frequent_ones() -> None:
    known = [f"ab{number}" for number in range(20)]
    assert suggest("ab", known, ()) == tuple(known[:8])
    assert suggest("b1", known, (), limit=2) == ("ab1", "ab10")


@given(strategies.any_text, st.lists(strategies.names | strategies.any_text), st.lists(strategies.names))
def test_what_is_suggested_can_be_added(typed: str, known: list[str], taken: list[str]) -> None:
    found = suggest(typed, [*known, *taken], taken)
    assert all(is_name(name) for name in found)
    assert clean(" ".join([*taken, *found])).names[-len(found) or len(taken) :] == found or not found
    assert not {name.lower() for name in found} & {name.lower() for name in taken}
