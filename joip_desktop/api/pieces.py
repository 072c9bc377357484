"""A JSON array read element by element out of the pieces in which it came, however they were cut."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final, NoReturn

from joip_desktop.domain.session import JsonValue

BOM: Final = b"\xef\xbb\xbf"

PIECE: Final = 64 * 1024
"""Bytes that are turned into text at a time, so that no single call takes long."""

_past_space: Final = re.compile(r"[ \t\n\r]*").match
_AFTER_VALUE: Final = frozenset(" \t\n\r,]")


def refuse_constant(name: str) -> NoReturn:
    """For `parse_constant`: Python reads NaN and Infinity, which are no JSON.

    Raises:
        ValueError: always.
    """
    raise ValueError(f"{name} is no JSON")


def cut(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces of at most `PIECE` bytes, none of them empty."""
    for piece in pieces:
        for start in range(0, len(piece), PIECE):
            yield piece[start : start + PIECE] if len(piece) > PIECE else piece


def beginning(pieces: Iterator[bytes]) -> bytes:
    """The first bytes, less a byte order mark and white space in front; b"" where no other byte comes.

    No piece is empty, as `cut` makes sure.
    """
    head = b""
    while len(head) < len(BOM) and (piece := next(pieces, b"")):
        head += piece
    head = head.removeprefix(BOM).lstrip()
    while not head and (piece := next(pieces, b"")):
        head = piece.lstrip()
    return head


def elements(head: bytes, pieces: Iterable[bytes]) -> Iterator[JsonValue]:
    """The elements of the array whose UTF-8 text is `head`, which begins with a bracket, and the pieces after it.

    An element may be of any size and cut anywhere: where the text at hand ends within one, at least as much again is
    fetched before it is looked at anew, so that all in all no byte is read more than a few times.

    Raises:
        ValueError: broken or truncated JSON, or no UTF-8; all elements in front of the fault may have come before.
        RecursionError: JSON that is nested too deeply.
    """
    text = _Text(chain((head,), pieces))
    text.take("[")
    if text.sign() == "]":
        text.take("]")
    else:
        yield text.value()
        while text.sign() == ",":
            text.take(",")
            yield text.value()
        text.take("]")
    if text.sign():
        raise ValueError("something follows the array")


class _Text:
    """The text as far as it was fetched, and the position up to which it was read."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = cut(pieces)
        self._decode = codecs.getincrementaldecoder("utf-8")().decode
        self._read_value = json.JSONDecoder(parse_constant=refuse_constant).raw_decode
        self._text = ""
        self._at = 0
        self._is_all = False

    def sign(self) -> str:
        """Go to the next character that is no white space, and tell which; "" at the end."""
        while True:
            found = _past_space(self._text, self._at)
            self._at = self._at if found is None else found.end()
            if self._at < len(self._text):
                return self._text[self._at]
            if self._is_all:
                return ""
            self._fetch()

    def take(self, sign: str) -> None:
        """Go past this character.

        Raises:
            ValueError: there is another one, or none.
        """
        if self.sign() != sign:
            raise ValueError(f"{sign} is missing")
        self._at += 1

    def value(self) -> JsonValue:
        """Go past the next value.

        Raises:
            ValueError, RecursionError: it can't be read.
        """
        self.sign()
        while True:
            value: JsonValue
            try:
                value, end = self._read_value(self._text, self._at)
            except ValueError:  # broken, or cut off
                if self._is_all:
                    raise
            else:
                # Without its end, 1.5 looks like 1 and "1.": what is no end of a value may be the middle of one.
                if self._is_all or self._text[end : end + 1] in _AFTER_VALUE:
                    self._at = end
                    return value
            self._fetch()

    def _fetch(self) -> None:
        """Fetch a piece, and as much as is left to read at least, so that looking at it once more pays."""
        found = [self._text[self._at :]]
        missing = max(PIECE, len(found[0]))
        while missing > 0 and not self._is_all:
            piece = next(self._pieces, b"")
            self._is_all = not piece
            found.append(self._decode(piece, self._is_all))
            missing -= len(found[-1])
        self._text, self._at = "".join(found), 0
