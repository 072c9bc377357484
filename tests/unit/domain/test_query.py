from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.query import Query, haystack, parse
from joip_desktop.domain.session import Session
from tests.helpers import strategies

SPACE = Session(id=1, title="Große Reise", subreddits=("Space", "earth"))


@pytest.mark.parametrize(
    "text",
    ["", "  ", "reise", "REISE", "große", "GROSSE", "space", "eart", "reise earth", "earth  reise", "\tspace\n", "e e"],
)
def test_words_in_title_or_subreddits_are_found_in_any_order_and_case(text: str) -> None:
    assert parse(text).matches(SPACE)


@pytest.mark.parametrize("text", ["moon", "reise moon", "spaceearth", "reisespace", "große,reise"])
def test_every_word_must_occur_within_one_of_them(text: str) -> None:
    assert not parse(text).matches(SPACE)


@pytest.mark.parametrize("session", [Session(id=1), Session(id=1, title=None, subreddits=None)])
def test_a_session_without_title_and_subreddits_is_found_only_by_an_empty_search(session: Session) -> None:
    assert parse("").matches(session)
    assert not parse("none").matches(session)
    assert not parse("unknown").matches(session)


@given(strategies.sessions())
def test_every_session_is_found_by_the_words_of_its_title(session: Session) -> None:
    text = session.title if isinstance(session.title, str) else ""
    assert parse(text).matches(session)


@given(strategies.any_text, st.lists(strategies.sessions(), max_size=5))
def test_picking_finds_what_matches(text: str, sessions: list[Session]) -> None:
    query = parse(text)
    positions = [position for position, session in enumerate(sessions) if query.matches(session)]
    picked = query.pick([haystack(session) for session in sessions])
    assert (list(range(len(sessions))) if picked is None else picked) == positions


@given(st.lists(st.sampled_from(["a", "b", "ab"]), max_size=3), st.lists(st.text("abc", max_size=4), max_size=6))
def test_picking_takes_all_words_into_account(words: list[str], haystacks: list[str]) -> None:
    picked = Query(tuple(words)).pick(haystacks)
    if not words:
        assert picked is None
    else:
        assert picked == [at for at, text in enumerate(haystacks) if all(word in text for word in words)]


@given(strategies.any_text)
def test_parsing_is_settled_at_once(text: str) -> None:
    words = parse(text).words
    assert all(word and not any(map(str.isspace, word)) for word in words)
    assert parse(" ".join(words)) == parse(text)
