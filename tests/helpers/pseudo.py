"""The pseudo-locale: a language that nobody speaks, in which what was forgotten or has too little room is seen."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Final

from PySide6.QtCore import QCoreApplication, QTranslator

from joip_desktop.domain.say import speak
from tests.helpers.catalogue import messages

OPEN, CLOSE = "⟦", "⟧"
"""Around everything that was said; an end without its bracket is a text that was cut."""

_LETTERS: Final = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "áƀćđéƒğĥíĵķļɱñóþɋŕšţúṽŵẋýžÁƁĆĐÉƑĞĤÍĴĶĻḾÑÓÞɊŔŠŢÚṼŴẊÝŽ",
        strict=True,
    )
)
_TWICE: Final = frozenset("aeiouAEIOU")
"""Vowels, about a third of a text."""

_KEPT: Final = re.compile(r"\{[^}]*\}|%L?[1-9]|&.|</?[a-z]+>", re.DOTALL)
"""Places (also Qt's), the letter to press (and an ampersand that is meant), and tags."""

_NO_WORDS: Final = frozenset({"QShortcut", "QGuiApplication"})
"""What Qt looks up there are the names of keys, which are data here, and the direction of the script."""


def pseudo(text: str) -> str:
    """The text in brackets, with other letters, and by a third longer; what is filled in or pressed stays."""
    told: list[str] = []
    end = 0
    for kept in _KEPT.finditer(text):
        told += [_accented(text[end : kept.start()]), kept.group()]
        end = kept.end()
    return f"{OPEN}{''.join(told)}{_accented(text[end:])}{CLOSE}"


def _accented(text: str) -> str:
    return "".join(_LETTERS.get(letter, letter) * (2 if letter in _TWICE else 1) for letter in text)


@cache
def _sentences() -> frozenset[str]:
    return frozenset(messages())


def _translated(text: str, _number: int | None) -> str:
    """Only what the catalogue has: a text that no translator is given stays as it is in every language."""
    return pseudo(text) if text in _sentences() else ""


class _QtsOwn(QTranslator):
    """What Qt itself says, such as on the buttons of dialogs."""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        del disambiguation, n
        return text if not text or context in _NO_WORDS else pseudo(text)


@contextmanager
def pseudo_locale() -> Iterator[None]:
    """Everything is said in the pseudo-locale, by Qt, too, where there is an application."""
    speak(_translated)
    own = _QtsOwn()
    if (app := QCoreApplication.instance()) is not None:
        app.installTranslator(own)
    try:
        yield
    finally:
        if app is not None:
            app.removeTranslator(own)
        speak()


# --- what was forgotten ----------------------------------------------------------------------------------------------

_TAG: Final = re.compile(r"</?[a-z]+[^<>]*>")
_WORD: Final = re.compile(r"[A-Za-z]{2,}|(?<![^\W\d_])[A-Za-z](?![^\W\d_])")
"""Two plain letters or more, or one that stands alone, such as a unit. Beside accented ones it is one to press."""


def plain_words(text: str, data: re.Pattern[str] | None = None) -> list[str]:
    """The words of a text that nobody has translated; `data` is what is said as it is in every language."""
    seen = html.unescape(_TAG.sub(" ", text))
    if data is not None:
        seen = data.sub(" ", seen)
    return _WORD.findall(re.sub(r"&(?=\w)", "", seen))


def is_cut(text: str) -> bool:
    """Whether dots stand for the end of what was said."""
    return text.endswith("…") and text.count(OPEN) != text.count(CLOSE)
