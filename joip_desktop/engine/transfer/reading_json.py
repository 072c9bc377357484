"""Rows of JSON files, one object at a time: of an array that may be longer than memory, or of one object a line."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator, Mapping
from typing import BinaryIO, Final, TypeAlias

from joip_desktop.domain.say import later, say
from joip_desktop.domain.session import JsonValue
from joip_desktop.engine.transfer.text import BROKEN_OFF, NOT_UTF8, Broken, BrokenError, decoded_lines, encoding_of

NO_OBJECT: Final = later("Something else stands here where an object in curly brackets is needed.")
NOT_JSON: Final = later("This is not JSON ({reason}).")
NOT_JSON_FROM_HERE: Final = later("From here on the file is not JSON ({reason}).")
TOO_DEEP: Final = later("There are too many brackets in each other here.")
ONE_OBJECT: Final = later(
    "This is one object over several lines; what is needed is a list in square brackets, or an object on each line."
)
MORE_BEHIND: Final = later("The list ends here, but something else stands behind it.")

Object: TypeAlias = tuple[int, Mapping[str, JsonValue]]
"""The line at which it begins, and its members."""

_CHUNK: Final = 2**16
_LONGEST_ROW: Final = 2**24
"""Characters."""

_DEEPEST: Final = 50
"""Brackets in each other. A session has two."""

_BLANK: Final = " \t\r\n"
_UNREADABLE: Final = (ValueError, RecursionError)


def reading_lines(file: BinaryIO) -> Iterator[Object | Broken]:
    """An object a line; a line that is none is told, and the next one is read."""
    lines = decoded_lines(file)
    while True:
        try:
            text = next(lines)
        except StopIteration:
            return
        except BrokenError as error:
            yield error.broken
            return
        if not text.strip(_BLANK):
            continue
        if lines.number == 1 and text.strip(_BLANK) == "{":
            yield Broken(1, say(ONE_OBJECT))
            return
        try:
            value = json.loads(text.rstrip(_BLANK))
        except _UNREADABLE as error:
            column = str(error.colno) if isinstance(error, json.JSONDecodeError) else ""
            yield Broken(lines.number, say(NOT_JSON, reason=_reason(error)), column=column)
        else:
            yield _object(lines.number, value)


def reading_array(file: BinaryIO) -> Iterator[Object | Broken]:
    """The objects of an array; behind something that is not JSON nothing is read."""
    text = _Window(file)
    try:
        text.skip_blank()
        text.take("[")
        if text.skip_blank() == "]":
            text.take("]")
        else:
            while True:
                line = text.line
                yield _object(line, text.value())
                if text.skip_blank() != ",":
                    break
                text.take(",")
                text.skip_blank()
            text.take("]")
        if text.skip_blank():
            yield Broken(text.line, say(MORE_BEHIND))
    except BrokenError as error:
        yield error.broken


def _object(line: int, value: JsonValue) -> Object | Broken:
    if not isinstance(value, dict):
        return Broken(line, say(NO_OBJECT))
    return Broken(line, say(TOO_DEEP)) if _is_deep(value) else (line, value)


def _is_deep(value: JsonValue, room: int = _DEEPEST) -> bool:
    """Whether something stands in more than so many brackets, which nothing that is made of it later could bear."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return any(room <= 0 or _is_deep(one, room - 1) for one in inside if isinstance(one, dict | list))


def _reason(error: Exception) -> str:
    """The decoder's own words, which say what it expected and nothing of the file."""
    match error:
        case json.JSONDecodeError():
            return error.msg
        case RecursionError():
            return say("too many brackets in each other")
        case _:
            return say("a number is too long")


class _Window:
    """A part of the file's text, which moves on as values are taken out of it."""

    def __init__(self, file: BinaryIO) -> None:
        self.line = 1
        self._file = file
        self._decode = codecs.getincrementaldecoder(encoding_of(file))().decode
        self._scan = json.JSONDecoder().raw_decode
        self._text = ""
        self._at = 0
        self._ended = False

    def skip_blank(self) -> str:
        """Go to the next character that is not blank, and tell it; "" at the end."""
        while True:
            start = self._at
            while self._at < len(self._text) and self._text[self._at] in _BLANK:
                self._at += 1
            self.line += self._text.count("\n", start, self._at)
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def take(self, wanted: str) -> None:
        """Go past a character.

        Raises:
            BrokenError: there is another one, or the end.
        """
        if (found := self.skip_blank()) != wanted:
            missing = say(NOT_JSON_FROM_HERE, reason=say("“{wanted}” is missing", wanted=wanted))
            raise BrokenError(Broken(self.line, missing if found else say(BROKEN_OFF)))
        self._at += 1

    def value(self) -> JsonValue:
        """Take a value.

        Raises:
            BrokenError: there is none.
        """
        while True:
            try:
                value, end = self._scan(self._text, self._at)
            except _UNREADABLE as error:
                if len(self._text) - self._at <= _LONGEST_ROW and self._more():
                    continue  # the rest may have been missing
                raise BrokenError(self._broken(error)) from error
            if end == len(self._text) and self._more():
                continue  # a number may go on
            self.line += self._text.count("\n", self._at, end)
            self._at = end
            return value

    def _broken(self, error: Exception) -> Broken:
        line = self.line
        if isinstance(error, json.JSONDecodeError):
            is_cut = error.pos >= len(self._text.rstrip(_BLANK)) or error.msg.startswith("Unterminated")
            if self._ended and is_cut:
                return Broken(line, say(BROKEN_OFF))
            line += self._text.count("\n", self._at, error.pos)
        return Broken(line, say(NOT_JSON_FROM_HERE, reason=_reason(error)))

    def _more(self) -> bool:
        """Read on, twice as far each time that it was not far enough; False at the end of the file."""
        if self._ended:
            return False
        raw = self._file.read(max(_CHUNK, len(self._text) - self._at))
        self._ended = not raw
        try:
            more = self._decode(raw, self._ended)
        except UnicodeDecodeError as error:
            line = self.line + self._text.count("\n", self._at) + raw[: error.start].count(b"\n")
            raise BrokenError(Broken(line, say(NOT_UTF8))) from error
        self._text, self._at = self._text[self._at :] + more, 0
        return True
