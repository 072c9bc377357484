from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from joip_desktop.domain.query import MARKS, Query, haystack, parse
from joip_desktop.domain.query_keys import KEYS
from joip_desktop.domain.query_terms import Keyed, Named, Term, Words
from joip_desktop.domain.session import ATTRIBUTES, Session
from tests.helpers import page, queries, strategies

SPACE = Session(id=1, title="Große Reise", subreddits=("Space", "earth"))
DOCUMENTATION = Path(__file__).parents[3] / "docs" / "search.md"


def sentences(text: str) -> list[str]:
    return [fault.sentence for fault in parse(text).faults]


# --- words ------------------------------------------------------------------------------------------------------------


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
def test_every_session_is_found_by_its_title_in_quotes(session: Session) -> None:
    title = session.title if isinstance(session.title, str) else ""
    text = title.replace("\\", "\\\\").replace('"', '\\"')
    assert title.casefold() in haystack(session)
    assert parse(f'"{text}" title:"{text or "-"}"').matches(session) == bool(title or "-" in title)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("calm -walk", [("calm", False), ("walk", True)]),
        ('"two  words"', [("two  words", False)]),
        ('-"two words"', [("two words", True)]),
        ('"not closed -is:public', [("not closed -is:public", False)]),
        (r'"a \"b\" \\ \n"', [(r'a "b" \ \n', False)]),
        ('"ends in a dash\\', [("ends in a dash\\", False)]),
        ('"one""two"three', [("one", False), ("two", False), ("three", False)]),
        ('5"disk"', [('5"disk"', False)]),
        ('"is:public"', [("is:public", False)]),
        ("- -- a-b --c", [("-", False), ("--", False), ("a-b", False), ("-c", True)]),
        ('-"-"', [("-", True)]),
        ('"" -""', []),
        ('"', []),
        (
            "12:30 :-) https://x.y/z HTTP: 1st:2",
            [(w, False) for w in ("12:30", ":-)", "https://x.y/z", "http:", "1st:2")],
        ),
        ("a,b", [("a,b", False)]),
    ],
)
def test_words_quotes_and_dashes(text: str, words: list[tuple[str, bool]]) -> None:
    query = parse(text)
    assert query.terms == tuple(Words(*word) for word in words)
    assert not query.faults


# --- text and back ----------------------------------------------------------------------------------------------------


@given(queries.queries)
def test_a_query_s_text_means_the_query(query: Query) -> None:
    again = parse(str(query))
    assert again == query
    assert hash(again) == hash(query)
    assert not again.faults
    assert str(again) == str(query)


@given(queries.search_texts | strategies.any_text)
@example('in:r/none title://x," -in:"a b*"')
def test_any_text_is_read_and_written_once_and_for_all(text: str) -> None:
    query = parse(text)
    again = parse(str(query))
    assert again == query
    assert not again.faults


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Calm  IS:Fav,public", "calm is:favorite,public"),
        ("theme:CBT,cbt", "theme:cbt"),
        ('theme:"cbt","C,d"', 'theme:cbt,"C,d"'),
        ("in:r/Earth,EARTH*,none", "in:earth,earth*,none"),
        ('in:"none","earth*"', 'in:"none","earth*"'),
        ("interval:5..,..10s,>=07", "interval:>=5,<=10,>=7"),
        ("updated:30D..1w created:2025-3", "updated:1w..30d created:2025-03"),
        ('title:"one",two,"a b"', 'title:one,two,"a b"'),
        ('-"-" -"A b"', '-"-" -"a b"'),
        ("is:public, theme:,joi", "is:public theme:joi"),
        ('title:"a"b', "title:a b"),
    ],
)
def test_the_text_of_a_query_is_plain(text: str, written: str) -> None:
    query = parse(text)
    assert str(query) == written
    assert not query.faults


def test_queries_are_one_if_their_terms_are() -> None:
    assert parse("calm foo:") == parse("CALM")
    assert parse("calm") != parse("-calm")
    assert parse("is:public").is_empty is False
    assert parse('theme:nonsense ""').is_empty


# --- faults -----------------------------------------------------------------------------------------------------------


@given(queries.search_texts | strategies.any_text)
def test_faults_lie_in_the_text_and_say_something(text: str) -> None:
    query = parse(text)
    before = 0
    for fault in query.faults:
        assert before <= fault.start < fault.end <= len(text)
        assert fault.sentence.endswith((".", "?"))
        assert fault.sentence.isprintable()
        assert len(fault.sentence) < 300
        before = fault.end


FAULTY = ("foo:bar", "is:", "-theme:foo", 'is:"odd",,', "interval:10..5", "updated:7d", "in:,", "HAS:wings", "title:")


@given(st.lists(queries.terms | st.sampled_from(FAULTY), max_size=5))
def test_what_is_faulty_has_no_part_in_the_rest(terms: list[Term | str]) -> None:
    text = " ".join(term if isinstance(term, str) else str(Query((term,))) for term in terms)
    query = parse(text)
    assert query.terms == tuple(term for term in terms if not isinstance(term, str))
    assert len(query.faults) == len(terms) - len(query.terms)


@pytest.mark.parametrize(
    ("text", "part", "sentence"),
    [
        ("calm foo:bar", "foo:", "There is no “foo:”. Keys are is:, has:, in:, theme:, transition:, category:, "),
        ("-Themes:joi", "Themes:", "There is no “Themes:”; did you mean theme:? In quotes it is looked for as text."),
        ("has:", "has:", "After has: comes title, subreddits, category, prompt or thumbnail."),
        ('title:""', 'title:""', "After title: comes a word of the title, or several in quotes."),
        ("in:,", "in:,", "After in: comes a subreddit, earth* for all that begin like this, or none."),
        ("is:publik", "publik", "There is no state “publik”; did you mean public? States are favorite, "),
        ('is:public,"odd"', '"odd"', "There is no state “odd”. States are favorite, public, "),
        ("has:wings", "wings", "There is no part “wings”. Parts are title, subreddits, category, prompt and "),
        ("is:Pub", "Pub", "“Pub” is the beginning of public."),
        ("-is:fa", "fa", "“fa” is the beginning of favorite or failed."),
        ("-theme:joi,foo", "foo", "There is no theme “foo”. Themes are joi, "),
        ("transition:none,slied", "slied", "There is no transition “slied”; did you mean slide? Transitions are "),
        ("category:many", "many", "“many” is no category number. Write the number of a category, such as 3, "),
        ("category:> is:public", ">", "Write the number of a category, such as 3, >3 or 1..5, or none."),
        ("interval:..", "..", "Write seconds, such as 7, >10, <5 or 5..10."),
        ("interval:2.5", "2.5", "“2.5” is no number of seconds. Write seconds, such as 7, >10, <5 or 5..10."),
        ("interval:10..5", "10..5", "“10..5” runs backwards; the smaller or earlier one comes first."),
        ("interval:none", "none", "“none” is no number of seconds. "),
        ("interval:1..2..3", "1..2..3", "“1..2..3” is no number of seconds. "),
        ("id:" + "9" * 401, "9" * 401, "“" + "9" * 39 + "…” is no session number. "),
        ("id:٣", "٣", "“٣” is no session number. "),
        ("updated:7d", "7d", "Write <7d for younger than that, or >7d for older."),
        ("updated:=7d", "=7d", "Write <7d for younger than that, or >7d for older."),
        ("updated:7d..", "7d..", "Write <7d for younger than that, or >7d for older."),
        ("updated:..7d", "..7d", "Write <7d for younger than that, or >7d for older."),
        ("updated:7d..2025", "7d..2025", "“7d..2025” is no time. Write <7d, >30d, 2025, "),
        ("updated:<7", "<7", "Write <7d, >30d, 2025, 2025-03, 2025-03-01, 2025-01..2025-03 or today."),
        ("updated:2025-", "2025-", "Write <7d, "),
        ("updated:2025-03-", "2025-03-", "Write <7d, "),
        ("updated:>=yest", ">=yest", "Write <7d, "),
        ("updated:2025-02-30", "2025-02-30", "“2025-02-30” is no time. Write <7d, >30d, 2025, "),
        ("updated:2025-00", "2025-00", "“2025-00” is no time. "),
        ("updated:2025-03-00", "2025-03-00", "“2025-03-00” is no time. "),
        ("created:0000", "0000", "“0000” is no time. "),
        ("created:2025..2024-12", "2025..2024-12", "“2025..2024-12” runs backwards; "),
        ("created:today..yesterday", "today..yesterday", "“today..yesterday” runs backwards; "),
        ("is:\x00", "\x00", "There is no state “\N{REPLACEMENT CHARACTER}”. "),
    ],
)  # fmt: skip
def test_a_fault_names_the_part_and_says_what_goes(text: str, part: str, sentence: str) -> None:
    (fault,) = parse(text).faults
    assert text[fault.start : fault.end] == part
    assert fault.sentence.startswith(sentence)


@pytest.mark.parametrize(
    "text", ["theme:foo", "foo:bar", "is:", "interval:10..5", "-theme:foo", "-foo:bar", "theme:foo,"]
)
def test_what_is_faulty_does_not_empty_the_list(text: str) -> None:
    query = parse(f"{text} reise")
    assert query == parse("reise")
    assert query.matches(SPACE)
    assert len(query.faults) == 1


def test_of_several_values_the_good_ones_count() -> None:
    query = parse("theme:joi,foo,cbt,bar")
    assert query == parse("theme:joi,cbt")
    assert [fault.sentence[:25] for fault in query.faults] == ["There is no theme “foo”. ", "There is no theme “bar”. "]


@pytest.mark.parametrize(
    ("key", "field"), [("theme", "caption_theme"), ("transition", "transition")]
)  # the page's names of the values, not ours
def test_every_choice_of_the_page_can_be_asked_for(key: str, field: str) -> None:
    for value in page.CHOICES[field]:
        for text in (f"{key}:{value}", f"{key.upper()}:{value.upper()}", f'{key}:"{value}"'):
            assert parse(text).terms == (Keyed(key, (Named(value),)),)
    assert all(value in sentences(f"{key}:nonsense")[0] for value in page.CHOICES[field])


# --- what a query depends on ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("", set()),
        ("calm", {"title", "subreddits"}),
        ("-calm", {"title", "subreddits"}),
        ("is:public,favorite", {"is_public", "is_favorite"}),
        ("is:shared,failed", {"share_to_community"}),
        ("is:failed", set()),
        ("has:prompt,category", {"ai_prompt", "category_id"}),
        ("in:title theme:joi", {"subreddits", "caption_theme"}),
        ('transition:"title" category:3', {"transition", "category_id"}),
        ("interval:>3", {"interval_min", "interval_max"}),
        ("updated:<7d title:a", {"updated_at", "title"}),
        ("created:2025 prompt:a id:3", {"created_at", "ai_prompt", "id"}),
    ],
)
def test_the_fields_that_it_looks_at(text: str, fields: set[str]) -> None:
    assert parse(text).fields == fields


@given(queries.queries, queries.sessions, queries.sessions)
def test_other_fields_do_not_matter(query: Query, session: Session, other: Session) -> None:
    changed = session.with_values({name: other.value(name) for name in ATTRIBUTES.values() if name not in query.fields})
    assert query.matches(changed, now=queries.NOON) == query.matches(session, now=queries.NOON)


@pytest.mark.parametrize("mark", sorted(MARKS))
def test_marks_are_needed_for_states_of_this_app_only(mark: str) -> None:
    assert parse(f"calm -is:public,{mark}").uses_marks
    assert not parse(f"is:public in:{mark} {mark} title:{mark}").uses_marks


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        ("updated:<7d", True),
        ("-created:>=1h", True),
        ("updated:7d..30d", True),
        ("updated:today", True),
        ("created:2025,>yesterday", True),
        ("created:2025..today", True),
        ("updated:2025-03", False),
        ("created:2025..2026 interval:5..10 id:>3 category:none today", False),
    ],
)
def test_the_clock_matters_to_ages_and_days_ago(text: str, moves: bool) -> None:
    assert parse(text).uses_time is moves


# --- narrowing --------------------------------------------------------------------------------------------------------

NARROWER = [
    ("ca", "c"),
    ("calm", ""),
    ("calm is:public", "calm"),
    ("calm walk", "walk"),
    ("-c", "-ca"),
    ("is:public", "is:public,manual"),
    ("-is:public,manual", "-is:public"),
    ("in:earthviews", "in:earth*"),
    ("in:earthv*", "in:earth*"),
    ("-in:earth*", "-in:earthviews"),
    ('title:"calm walk"', "title:calm"),
    ("title:calm", "title:a,b"),
    ("-title:a,b", "-title:ab"),
    ("calm foo:", "calm"),
]


@pytest.mark.parametrize(("narrow", "wide"), NARROWER)
def test_a_longer_search_narrows(narrow: str, wide: str) -> None:
    assert parse(narrow).narrows(parse(wide))
    assert parse(narrow).narrows(parse(narrow))
    assert not parse(wide).narrows(parse(narrow)) or parse(narrow) == parse(wide)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("-ca", "-c"), ("calm", "-calm"), ("is:public", "theme:joi"), ("in:earth", "earth"), ("a", "title:a")),
        *(
            ("title:a", "prompt:a"),
            ("in:ear", "in:earth*"),
            ("in:earth", "in:art*"),
            ("in:earth*", "in:art*"),
            ("-is:public", "is:public"),
            ("is:manual", "is:public"),
        ),
    ],
)
def test_another_search_does_not(one: str, other: str) -> None:
    assert not parse(one).narrows(parse(other))


small = st.lists(
    st.sampled_from(
        sorted({term for pair in NARROWER for text in pair for term in text.split()} - {'title:"calm', 'walk"'})
    ),
    max_size=3,
).map(" ".join)


@given(small | queries.search_texts, small | queries.search_texts, st.lists(queries.sessions, max_size=10))
def test_what_a_narrower_search_finds_is_found_by_the_wider(one: str, other: str, sessions: list[Session]) -> None:
    narrow, wide = parse(f"{one} {other}"), parse(other)
    for left, right in ((narrow, wide), (parse(one), wide), (wide, parse(one))):
        if left.narrows(right):
            for session in sessions:
                assert right.matches(session, now=queries.NOON) or not left.matches(session, now=queries.NOON)


# --- the documentation ------------------------------------------------------------------------------------------------


def examples() -> list[str]:
    """What stands in backticks in the tables of the page."""
    rows = [line for line in DOCUMENTATION.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    return [text for row in rows for text in re.findall(r"`([^`]+)`", row)]


@pytest.mark.parametrize("text", examples())
def test_every_example_of_the_page_is_understood(text: str) -> None:
    query = parse(text)
    assert not query.faults
    assert query.terms


def test_the_page_shows_every_key_and_state() -> None:
    shown = [term for text in examples() for term in parse(text).terms if isinstance(term, Keyed)]
    assert {term.key for term in shown} == set(KEYS)
    states = {value.name for term in shown if term.key == "is" for value in term.values if isinstance(value, Named)}
    assert states == {*queries.FLAGS, *MARKS}
