"""The files of translations: complete, in line with the code, and with the same places to fill in."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from PySide6.QtCore import QTranslator

from joip_desktop.domain.languages import TRANSLATED
from joip_desktop.ui.language import CONTEXT
from tests.helpers.catalogue import FOLDER, Message, messages, places, translations

MESSAGES = messages()


@pytest.fixture(params=TRANSLATED)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def known(language: str) -> Mapping[str, tuple[str, ...]]:
    return translations(language)


def test_every_sentence_of_the_code_is_translated_and_no_other(known: Mapping[str, tuple[str, ...]]) -> None:
    assert sorted(text for text in MESSAGES if not all(known.get(text, ("",)))) == []
    assert sorted(known.keys() - MESSAGES.keys()) == [], "run `make translations`"


def test_a_translation_fills_in_what_the_sentence_does(known: Mapping[str, tuple[str, ...]]) -> None:
    wrong = [
        (text, form) for text, message in MESSAGES.items() for form in known.get(text, ()) if not _fits(message, form)
    ]
    assert wrong == []


def _fits(message: Message, form: str) -> bool:
    """One form of several may say "one" instead of the number."""
    missing = message.places - places(form)
    return places(form) <= message.places and missing <= ({"n"} if message.counts else set())


def test_what_counts_has_a_form_for_one_and_one_for_more(known: Mapping[str, tuple[str, ...]]) -> None:
    assert [text for text, one in MESSAGES.items() if len(known.get(text, ())) != (2 if one.counts else 1)] == []


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("blanks around it", r"^\s|\s$"),
        ("line ends", r"\n"),
        ("an end that goes on", r"…$"),
        ("a full stop", r"[.]$"),
        ("a colon, behind which a server's own words stand", r": \{"),
        ("a letter to press", r"&[^\s&]"),
    ],
)
def test_a_translation_has_the_same(known: Mapping[str, tuple[str, ...]], what: str, pattern: str) -> None:
    found = re.compile(pattern).findall
    wrong = [(text, form) for text in MESSAGES for form in known.get(text, ()) if len(found(text)) != len(found(form))]
    assert wrong == [], what


def test_the_file_that_qt_reads_says_the_same(
    qapp: object, language: str, known: Mapping[str, tuple[str, ...]]
) -> None:
    translator = QTranslator()
    assert translator.load(str(FOLDER / f"joip_{language}.qm")), qapp
    stale = [
        text
        for text, message in MESSAGES.items()
        for place, form in enumerate(known.get(text, ()))
        if translator.translate(CONTEXT, text, "", (1, 2)[place] if message.counts else -1) != form
    ]
    assert stale == [], "run `make translations`"
