from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.fuzzy import ASIDE, holds, rank

LETTERS = "abcdeéÉfgß"
WORDS = st.text(LETTERS, min_size=1, max_size=6)
TEXTS = st.lists(WORDS, max_size=5).map(" ".join)
QUERIES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)


def ranked(query: str, *candidates: str) -> list[str]:
    return [candidates[match.index] for match in rank(query, candidates)]


def marked(query: str, candidate: str) -> str:
    """The candidate with the letters that were found as capitals between brackets."""
    (match,) = rank(query, [candidate])
    return "".join(f"[{one}]" if at in match.positions else one for at, one in enumerate(candidate))


def plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in folded if not unicodedata.combining(one))


def scattered(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)


@pytest.mark.parametrize(
    ("query", "better", "worse"),
    [
        ("save", "Save", "Saved search"),  # a whole word before a beginning
        ("re", "Redo", "Favourite"),  # a beginning before what stands inside
        ("sj", "Show Jobs", "Resjoin"),  # initials before what stands inside
        ("copy", "Copy as JSON", "Close open yards"),  # letters together before letters apart
        ("undo", "Redo or undo", "Unsaved doors"),
        ("view", "View the table", f"Dark{ASIDE}View"),  # before what is said aside
        ("dark view", f"Dark{ASIDE}View", f"Doors are rakish{ASIDE}View"),
    ],
)
def test_what_is_likelier_comes_first(query: str, better: str, worse: str) -> None:
    assert ranked(query, worse, better) == [better, worse]
    assert ranked(query, better, worse) == [better, worse]


def test_every_word_of_the_query_is_needed_in_any_order() -> None:
    assert ranked("table edit", "Edit in the Table", "Edit", "Table") == ["Edit in the Table"]


def test_capitals_and_accents_do_not_matter() -> None:
    assert ranked("UBER fur", "Über das Für") == ["Über das Für"]
    assert ranked("Ü", "uber", "ur", "x") == ["uber", "ur"]
    assert ranked("strasse", "Straße") == ["Straße"]


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("save", "[S][a][v][e] as"),
        ("cj", "[C]opy as [J]SON"),
        ("uber", "[Ü][b][e][r]"),
        ("ss", "Stra[ß]e"),
        ("able edit", "[E][d][i][t] the T[a][b][l][e]"),
        ("al", "Select [A][l]l"),  # where a word begins rather than at the first a
        ("es", "the n[e][s]t of s"),  # together rather than apart
    ],
)
def test_positions_say_where_the_letters_are(query: str, shown: str) -> None:
    assert marked(query, shown.replace("[", "").replace("]", "")) == shown


def test_positions_are_those_of_the_text_as_it_was_given() -> None:
    decomposed = "Ca\u0301t and Dog"
    (match,) = rank("dog", [decomposed])
    assert [decomposed[at] for at in match.positions] == ["D", "o", "g"]


@pytest.mark.parametrize("query", ["", "  ", "\u0301"])
def test_without_a_word_nothing_is_chosen(query: str) -> None:
    assert [(match.index, match.positions) for match in rank(query, ["b", "", "a"])] == [(0, ()), (1, ()), (2, ())]


@given(QUERIES, st.lists(TEXTS, max_size=6))
def test_found_is_what_has_the_letters_of_each_word_in_their_order(query: str, candidates: list[str]) -> None:
    found = [match.index for match in rank(query, candidates)]
    assert len(found) == len(set(found))
    assert set(found) == {
        at
        for at, candidate in enumerate(candidates)
        if all(scattered(word, plain(candidate)) for word in plain(query).split())
    }


@given(QUERIES, TEXTS)
def test_positions_are_ascending_and_spell_every_word(query: str, candidate: str) -> None:
    for match in rank(query, [candidate]):
        assert list(match.positions) == sorted(set(match.positions))
        spelt = plain("".join(candidate[at] for at in match.positions))
        assert all(scattered(word, spelt) for word in plain(query).split())


@given(QUERIES, TEXTS, TEXTS, TEXTS)
def test_whole_words_come_before_letters_from_anywhere(query: str, before: str, after: str, other: str) -> None:
    whole = f"{before} {query} {after}"
    has_all = set(plain(query).split()) <= set(plain(other).split())
    order = ranked(query, other, whole)
    assert has_all or order[0] == whole


@given(QUERIES, st.lists(TEXTS, max_size=6))
def test_equals_keep_their_order(query: str, candidates: list[str]) -> None:
    indices = [match.index for match in rank(query, [*candidates, *candidates])]
    for at in range(len(candidates)):
        twin = at + len(candidates)
        assert (at in indices) == (twin in indices)
        if at in indices:
            assert indices.index(at) < indices.index(twin)


@given(QUERIES, st.lists(TEXTS, max_size=6))
def test_capitals_change_nothing(query: str, candidates: list[str]) -> None:
    assert rank(query.upper(), candidates) == rank(query, candidates)


@pytest.mark.parametrize(
    ("query", "found"),
    [("", True), ("ctrl z", True), ("UND", True), ("ctrl x", False), ("uo", False), ("ündo", True)],
)
def test_holding_means_in_one_piece(query: str, found: bool) -> None:
    assert holds(query, "Undo Ctrl+Z") is found


def test_a_text_that_is_just_what_was_typed_comes_before_one_that_has_more_words() -> None:
    candidates = ["Edit in the Table\nEdit", "Table\nView", "Tables"]
    assert [candidates[one.index] for one in rank("table", candidates)] == [candidates[1], candidates[0], candidates[2]]
    assert [one.index for one in rank("the table", ["In the Table", "Other", "The Table"])] == [2, 0]
