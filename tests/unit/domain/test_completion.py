from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.completion import LIMIT, Vocabulary, complete
from joip_desktop.domain.query import MARKS, parse
from joip_desktop.domain.query_keys import KEYS
from joip_desktop.domain.query_terms import Keyed, Named
from tests.helpers import page, queries, strategies

WORDS = Vocabulary(
    subreddits=("earth", "Space", "EarthViews", "none", "a b", "", "SPACE"),
    categories={1: "Long walks", 12: "", 3: "Space"},
)

vocabularies = st.builds(
    Vocabulary,
    subreddits=st.lists(st.sampled_from(WORDS.subreddits) | strategies.names | strategies.any_text, max_size=20),
    categories=st.dictionaries(st.integers(-1, 30), st.sampled_from(["", "Walks", "none"]) | strategies.any_text),
)


def offered(marked: str, vocabulary: Vocabulary = WORDS) -> list[str]:
    """The whole texts that the suggestions lead to; `|` is the cursor, at the end unless given."""
    before, _, after = marked.partition("|")
    completion = complete(before + after, len(before), vocabulary)
    text = before + after
    return [text[: completion.start] + one.text + text[completion.end :] for one in completion.suggestions]


# --- keys -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["", "  ", "calm ", "calm | walk", '"a b" ', "is:public "])
def test_at_the_beginning_of_a_term_all_keys_are_offered(text: str) -> None:
    before, _, after = text.partition("|")
    assert offered(text) == [f"{before}{key}:{after}" for key in KEYS]


def test_so_they_are_after_a_dash() -> None:
    assert offered("calm -") == [f"calm -{key}:" for key in KEYS]
    assert offered("-t") == ["-theme:", "-transition:", "-title:"]


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("t", ["theme:", "transition:", "title:"]),
        ("T", ["theme:", "transition:", "title:"]),
        ("calm t| walk", ["calm theme: walk", "calm transition: walk", "calm title: walk"]),
        ("theme", ["theme:"]),
        ("i", ["is:", "in:", "interval:", "id:"]),
    ],
)
def test_keys_go_on_with_what_is_typed(text: str, texts: list[str]) -> None:
    assert offered(text) == texts


@pytest.mark.parametrize(
    "text",
    [
        *(
            "calm",
            "t|ea",
            "|calm",
            "12",
            "--",
            "th|eme:joi",
            "foo:",
            "foo:b",
            "https:",
            '"',
            '"t',
            '"t"',
            '"t|"',
            '-"t',
        ),
        *('theme:"', 'theme:"joi"', 'in:"e|a"', 'in:|"ea"', "title:", "title:ca", "prompt:", "id:", "id:1"),
        *('"-"', '-"-"', "updated:<1234567890", "created:7"),
    ],
)
def test_nothing_is_offered_in_words_in_quotes_and_where_anything_may_follow(text: str) -> None:
    assert offered(text) == []


# --- values -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("key", "field"), [("theme", "caption_theme"), ("transition", "transition")])
def test_all_choices_are_offered_with_their_labels(key: str, field: str) -> None:
    completion = complete(f"{key}:", len(key) + 1, WORDS)
    assert tuple(one.text for one in completion.suggestions) == page.CHOICES[field]
    assert all(one.help for one in completion.suggestions)


def test_all_states_and_parts_are_offered_and_explained() -> None:
    assert offered("is:") == [f"is:{state}" for state in (*queries.FLAGS, "unsaved", "waiting", "failed", "conflict")]
    assert {text.removeprefix("is:") for text in offered("is:")} == {*queries.FLAGS, *MARKS}
    assert offered("-has:") == [f"-has:{part}" for part in queries.PARTS]
    for key in ("is:", "has:"):
        assert all(one.help for one in complete(key, len(key), WORDS).suggestions)


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("theme:c", ["theme:cbt", "theme:cuckold", "theme:custom"]),
        ("THEME:CB", ["THEME:cbt"]),
        ("theme:pain", ["theme:cbt"]),
        ("theme:prompt", ["theme:custom"]),
        ("theme:c|bt", ["theme:cuckold", "theme:custom"]),
        ("theme:cbt,c", ["theme:cbt,cuckold", "theme:cbt,custom"]),
        ("theme:c|,cbt", ["theme:cuckold,cbt", "theme:custom,cbt"]),
        ('theme:"cbt",c', ['theme:"cbt",cuckold', 'theme:"cbt",custom']),
        ("is:favou", ["is:favorite"]),
        ("is:star", ["is:favorite"]),
        ("is:p", ["is:public", "is:waiting"]),
        ("in:e", ["in:earth", "in:EarthViews", "in:e*", "in:Space", 'in:"none"']),
        ("in:", ["in:earth", "in:Space", "in:EarthViews", 'in:"none"', 'in:"a b"', "in:none"]),
        ("in:earth", ["in:EarthViews", "in:earth*"]),
        ("in:vi", ["in:EarthViews"]),
        ("in:r/sp", ["in:Space"]),
        ("in:no", ['in:"none"', "in:none"]),
        ("in:a", ['in:"a b"', "in:earth", "in:Space", "in:EarthViews"]),
        ("category:", ["category:none", "category:1", "category:12", "category:3", "category:>1"]),
        ("category:1", ["category:12"]),
        ("category:spa", ["category:3"]),
        ("category:3,", ["category:3,none", "category:3,1", "category:3,12", "category:3,>1"]),
        ("interval:>", ["interval:>10"]),
        ("updated:<7", ["updated:<7h", "updated:<7d", "updated:<7w", "updated:<7m", "updated:<7y"]),
        ("created:>=12", [f"created:>=12{unit}" for unit in "hdwmy"]),
        ("created:to", ["created:today"]),
    ],
)  # fmt: skip
def test_values_go_on_with_what_is_typed(text: str, texts: list[str]) -> None:
    assert offered(text) == texts


@pytest.mark.parametrize(
    "text", ["theme:cbt", "is:public", "-is:public", "in:a_b", "category:12", "interval:>10", "updated:<7d", "in:space"]
)
def test_a_complete_value_is_left_alone(text: str) -> None:
    assert offered(text) == []


def test_a_category_is_offered_with_its_name() -> None:
    named = {one.text: one.help for one in complete("category:", 9, WORDS).suggestions}
    assert named["3"] == "Space"
    assert named["12"] == ""


def test_of_many_subreddits_the_most_frequent_are_offered() -> None:
    vocabulary = Vocabulary(subreddits=[f"sub{number}" for number in range(1000)])
    texts = offered("in:sub", vocabulary)
    assert texts == [*(f"in:sub{number}" for number in range(LIMIT - 2)), "in:sub*", f"in:sub{LIMIT - 2}"]


# --- whatever is typed ------------------------------------------------------------------------------------------------


@given(queries.search_texts | strategies.any_text, st.data(), vocabularies)
def test_no_suggestion_makes_a_search_worse(text: str, data: st.DataObject, vocabulary: Vocabulary) -> None:
    cursor = data.draw(st.integers(0, len(text)))
    completion = complete(text, cursor, vocabulary)
    assert 0 <= completion.start <= cursor <= completion.end <= len(text)
    assert len(completion.suggestions) <= LIMIT
    assert len({one.text for one in completion.suggestions}) == len(completion.suggestions)
    for one in completion.suggestions:
        query = parse(text[: completion.start] + one.text + text[completion.end :])
        assert one.text != text[completion.start : completion.end]
        if one.text.endswith(":"):
            assert one.text[:-1] in KEYS
            begun = [fault for fault in query.faults if fault.start == completion.start]
            assert [fault.end for fault in begun] == [completion.start + len(one.text)]
            assert len(query.faults) == len(parse(text).faults) + 1
        else:
            assert len(query.faults) <= len(parse(text).faults)


@pytest.mark.parametrize("key", KEYS)
@given(st.data(), vocabularies)
def test_a_value_put_in_is_understood(key: str, data: st.DataObject, vocabulary: Vocabulary) -> None:
    typed = data.draw(st.sampled_from(["", "c", "no", "<", "<7", "e", "1", "r/e", "p"]) | strategies.names)
    text = f"calm -{key}:{typed}"
    completion = complete(text, len(text), vocabulary)
    for one in completion.suggestions:
        query = parse(text[: completion.start] + one.text)
        assert not query.faults
        assert [term.negated for term in query.terms] == [False, True]


@given(st.lists(strategies.names | strategies.any_text.filter(bool), min_size=1, max_size=LIMIT - 2))
def test_every_subreddit_can_be_asked_for(names: list[str]) -> None:
    vocabulary = Vocabulary(subreddits=names)
    asked = {value for text in offered("in:", vocabulary) for term in parse(text).terms for value in _values(term)}
    assert {name.casefold() for name in names} <= {value.name for value in asked if isinstance(value, Named)}


def _values(term: object) -> tuple[object, ...]:
    return term.values if isinstance(term, Keyed) else ()
