"""The pseudo-locale itself: what may be filled in or pressed stays, everything else is seen to be said."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from joip_desktop.domain.say import say, say_count
from tests.helpers.catalogue import Message, messages, places
from tests.helpers.pseudo import is_cut, plain_words, pseudo, pseudo_locale

MESSAGES = messages()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Save", "⟦Šááṽéé⟧"),
        ("&Save", "⟦&Sááṽéé⟧"),
        ("c&URL", "⟦ć&UŔĻ⟧"),
        ("Find && {0:>5}", "⟦Ƒííñđ && {0:>5}⟧"),
        ("No.\nYes…", "⟦Ñóó.\nÝééš…⟧"),
        ("5 %", "⟦5 %⟧"),
        ("<b>In</b>", "⟦<b>ÍÍñ</b>⟧"),
    ],
)
def test_letters_change_and_everything_else_stays(text: str, shown: str) -> None:
    assert pseudo(text) == shown
    assert plain_words(shown) == []


@pytest.mark.parametrize("message", MESSAGES.values(), ids=lambda one: one.text[:40])
def test_every_sentence_keeps_what_is_filled_in_and_pressed(message: Message) -> None:
    text, told = message.text, pseudo(message.text)
    assert places(told) == places(text)
    for kept in (r"\{[^}]*\}", r"&.", r"\n"):
        assert re.findall(kept, told) == re.findall(kept, text)
    filled = told.format(**dict.fromkeys(message.places, "7")) if message.places else told
    assert plain_words(filled) == []
    assert not is_cut(filled)


def test_the_sentences_become_about_a_third_longer() -> None:
    before = sum(map(len, MESSAGES))
    assert 1.25 < sum(len(pseudo(text)) for text in MESSAGES) / before < 1.45


def test_it_is_spoken_until_it_ends(qapp: QApplication) -> None:
    with pseudo_locale():
        assert say("Title") == "⟦Ţííţļéé⟧"
        assert say("Undo: {action}", action="it") == "⟦ÚÚñđóó: it⟧"
        assert say("nobody is given this to translate") == "nobody is given this to translate"
        assert say_count("{n} session", "{n} sessions", 1) == "⟦1 šééššííóóñš⟧"
        assert say_count("{n} session", "{n} sessions", 1200) == "⟦1,200 šééššííóóñš⟧"
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        assert box.buttons()[0].text() == pseudo("Cancel"), "Qt's own words, too"
    assert say("Title") == "Title"
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.buttons()[0].text().replace("&", "") == "Cancel", qapp


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Save", ["Save"]),
        ("⟦Šááṽéé⟧", []),
        ("⟦Šááṽéé⟧ 5 s", ["s"]),
        ("⟦Šááṽéé 2 fields⟧", ["fields"]),
        ("⟦&Sááṽéé⟧\tCtrl+S", ["Ctrl", "S"]),
        ("<qt>⟦ćá<b>í</b>⟧</qt>", []),
        ("2026-03-01 · 1,200", []),
    ],
)
def test_what_was_not_said_is_found(text: str, words: list[str]) -> None:
    assert plain_words(text) == words


def test_data_is_no_word() -> None:
    assert plain_words("⟦Ńóó⟧ zzwalk and", re.compile(r"zz\w*")) == ["and"]


def test_what_has_lost_its_end_is_found() -> None:
    assert is_cut("⟦Šááṽ…")
    assert not is_cut("⟦Šááṽ ⟦é⟧…⟧")
    assert not is_cut("⟦Šááṽ⟧…")
