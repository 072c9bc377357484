from __future__ import annotations

from collections.abc import Iterator

import pytest

from joip_desktop.domain.say import inside, later, named, nested, number, quoted, say, say_count, speak, tenths

GERMAN = {
    "Nothing was sent.": "Nichts wurde gesendet.",
    "“{action}” is done.": "„{action}“ ist fertig.",
    "{n} sessions": "{n} Sitzungen",
    "Broken {name}": "Kaputt {nane}",
}


@pytest.fixture
def german() -> Iterator[None]:
    def translate(text: str, n: int | None) -> str:
        return "{n} Sitzung" if (text, n) == ("{n} sessions", 1) else GERMAN.get(text, "")

    speak(translate, separator=".")
    yield
    speak()


def test_without_translations_a_sentence_is_itself() -> None:
    assert say("Nothing was sent.") == later("Nothing was sent.") == "Nothing was sent."
    assert say("“{action}” is done.", action="{x} of {0}") == "“{x} of {0}” is done."
    assert say("{count} of {all}", count=1200, all=3) == "1,200 of 3"
    assert say("braces {stay} without values") == "braces {stay} without values"


@pytest.mark.parametrize(
    ("n", "text"), [(0, "0 sessions"), (1, "1 session"), (2, "2 sessions"), (1200, "1,200 sessions")]
)
def test_the_number_chooses_the_form(n: int, text: str) -> None:
    assert say_count("{n} session", "{n} sessions", n) == text


@pytest.mark.usefixtures("german")
def test_translations_take_the_place_of_the_english() -> None:
    assert say("Nothing was sent.") == "Nichts wurde gesendet."
    assert say("“{action}” is done.", action="A") == "„A“ ist fertig."
    assert say_count("{n} session", "{n} sessions", 1) == "1 Sitzung"
    assert say_count("{n} session", "{n} sessions", 1200) == "1.200 Sitzungen"
    assert number(1_234_567) == "1.234.567"
    assert say("not translated") == "not translated"


@pytest.mark.usefixtures("german")
def test_a_translation_with_a_mistake_in_it_is_passed_over() -> None:
    assert say("Broken {name}", name="A") == "Broken A"


@pytest.mark.parametrize(("value", "english"), [(0.04, "0.0"), (12.34, "12.3"), (1234.56, "1,234.6")])
def test_a_number_that_is_no_whole_one_has_one_digit_behind_the_point(value: float, english: str) -> None:
    assert tenths(value) == say("{value}", value=value) == english


@pytest.mark.usefixtures("german")
def test_the_point_is_the_languages() -> None:
    assert say("{value} MB", value=1234.56) == "1.234,6 MB"


@pytest.mark.usefixtures("german")
def test_names_keep_their_capitals_where_the_language_wants_them() -> None:
    assert inside("Titel") == "titel"
    speak(separator=".", lowers=False)
    assert inside("Titel") == "Titel"


def test_quotation_marks_are_the_languages() -> None:
    assert quoted("A {b}") == "“A {b}”"
    speak(lambda text, _n: "„{text}“" if text == "“{text}”" else "")
    assert quoted("A {b}") == "„A {b}“"
    speak()


def test_a_name_stands_in_quotes_where_it_would_be_bent() -> None:
    assert named("Shortest interval") == "shortest interval"
    speak(lambda text, _: "„{text}“" if text == "“{text}”" else "", lowers=False)
    try:
        assert named("Kürzestes Intervall") == "„Kürzestes Intervall“"
    finally:
        speak()


def test_quotes_within_quotes_are_the_inner_ones() -> None:
    assert quoted(nested("Turn “Public” on")) == "“Turn ‘Public’ on”"
    speak(lambda text, _: {"“{text}”": "„{text}“", "‘{text}’": "‚{text}‘"}.get(text, ""))
    try:
        assert quoted(nested("„Öffentlich“ speichern")) == "„‚Öffentlich‘ speichern“"
    finally:
        speak()
