"""Where the terms of a search begin and end: words, quotes, keys and their values, with positions, before any meaning.

A quote opens at the beginning of a word or of a value and nowhere else. A colon makes a key of the word before it if
that begins with a letter, so not in `12:30`, and is not `http` or `https`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, TypeAlias

_BLANKS: Final = re.compile(r"\s*")
_NEGATION: Final = re.compile(r"-(?!-*(?:\s|\Z))")
"""Dashes alone are a word."""

_KEY: Final = re.compile(r"(?!(?i:https?):)(?P<name>[^\W\d_][\w-]*):")
_QUOTED: Final = re.compile(r'"(?P<body>(?:[^"\\]|\\["\\]|\\(?!["\\]))*)"?')
_ESCAPED: Final = re.compile(r'\\(["\\])')
_WORD: Final = re.compile(r"\S+")
_VALUE: Final = re.compile(r"[^\s,]*")


@dataclass(frozen=True, slots=True)
class Token:
    """A part of the text, from `start` to before `end`, quotes included; `text` is what it says without them."""

    start: int
    end: int
    text: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class WordPiece:
    """A plain word, or several in quotes."""

    token: Token
    negated: bool

    @property
    def start(self) -> int:
        """Where it begins, with its dash."""
        return self.token.start - self.negated

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.token.end


@dataclass(frozen=True, slots=True)
class KeyPiece:
    """`key:value,value`: the key's token ends after the colon; values may be empty, there is always one."""

    key: Token
    values: tuple[Token, ...]
    negated: bool

    @property
    def start(self) -> int:
        """Where it begins, with its dash."""
        return self.key.start - self.negated

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.values[-1].end


Piece: TypeAlias = WordPiece | KeyPiece


def scan(text: str) -> list[Piece]:
    """The pieces of a search in order; what is between them is blank. A quote that is not closed runs to the end."""
    pieces: list[Piece] = []
    at = _end(_BLANKS, text, 0)
    while at < len(text):
        pieces.append(_piece(text, at))
        at = _end(_BLANKS, text, pieces[-1].end)
    return pieces


def quoted(text: str) -> str:
    """The text in quotes, so that `scan` reads it back as one word or value."""
    return '"{}"'.format(text.replace("\\", "\\\\").replace('"', '\\"'))


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return at if found is None else found.end()


def _piece(text: str, start: int) -> Piece:
    at = _end(_NEGATION, text, start)
    negated = at > start
    if text[at] != '"' and (key := _KEY.match(text, at)):
        return KeyPiece(Token(at, key.end(), key["name"]), _values(text, key.end()), negated)
    return WordPiece(_token(text, at, _WORD), negated)


def _values(text: str, at: int) -> tuple[Token, ...]:
    values = [_token(text, at, _VALUE)]
    while text.startswith(",", values[-1].end):
        values.append(_token(text, values[-1].end + 1, _VALUE))
    return tuple(values)


def _token(text: str, at: int, plain: re.Pattern[str]) -> Token:
    if found := _QUOTED.match(text, at):
        return Token(at, found.end(), _ESCAPED.sub(r"\1", found["body"]), quoted=True)
    end = _end(plain, text, at)
    return Token(at, end, text[at:end])
