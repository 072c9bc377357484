"""Lines of text out of a file of bytes, and what is said where that, or anything else in it, goes wrong."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import BinaryIO, Final

from joip_desktop.domain.say import later, say

UTF16: Final = "utf-16"

NOT_UTF8: Final = later("From here on the file is not UTF-8. Spreadsheets write that when it is saved as “CSV UTF-8”.")
BROKEN_OFF: Final = later("The file ends in the middle of a row.")
TOO_LONG: Final = later("This line is too long to be one of a file of sessions.")

_LONGEST_LINE: Final = 2**24
"""Bytes, or characters of UTF-16."""


@dataclass(frozen=True, slots=True)
class Broken:
    """Something in a file that can't be read, and why; `line` counts from 1, `column` is the one at fault, if any."""

    line: int
    sentence: str
    column: str = ""


class BrokenError(ValueError):
    """Nothing behind this place can be read."""

    def __init__(self, broken: Broken) -> None:
        super().__init__(broken.sentence)
        self.broken = broken


class LineReader(Iterator[str]):
    """Lines with their ends. `number` is that of the line that was taken last.

    Raises (while lines are taken):
        BrokenError: a line can't be decoded or is too long.
    """

    def __init__(self, lines: Iterator[str]) -> None:
        self.number = 0
        self._lines = lines
        self._again: list[str] = []

    def __next__(self) -> str:
        line = self._again.pop() if self._again else next(self._lines)
        self.number += 1
        return line

    def put_back(self, line: str) -> None:
        """Let the line that was taken last be the next one again."""
        self._again.append(line)
        self.number -= 1


def decoded_lines(file: BinaryIO) -> LineReader:
    """The lines of a file in UTF-8, with or without a byte order mark, or in UTF-16 with one."""
    if encoding_of(file) == UTF16:
        return LineReader(_of_utf16(file))
    if file.read(len(codecs.BOM_UTF8)) != codecs.BOM_UTF8:
        file.seek(0)
    return LineReader(_of_utf8(file))


def encoding_of(file: BinaryIO) -> str:
    """The encoding of a file by its first bytes, where the file is afterwards: UTF-16 has a byte order mark."""
    beginning = file.read(len(codecs.BOM_UTF16_LE))
    file.seek(0)
    return UTF16 if beginning in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8-sig"


def _of_utf8(file: BinaryIO) -> Iterator[str]:
    """Decoded line by line, so that everything in front of a bad one can be read."""
    number = 0
    while raw := file.readline(_LONGEST_LINE + 1):
        number += 1
        if len(raw) > _LONGEST_LINE:
            raise BrokenError(Broken(number, say(TOO_LONG)))
        try:
            line = raw.decode("utf-8")
        except UnicodeDecodeError as error:
            raise BrokenError(Broken(number, say(NOT_UTF8))) from error
        yield line


def _of_utf16(file: BinaryIO) -> Iterator[str]:
    text = io.TextIOWrapper(file, encoding=UTF16, errors="replace", newline="")
    number = 0
    try:
        while line := text.readline(_LONGEST_LINE + 1):
            number += 1
            if len(line) > _LONGEST_LINE:
                raise BrokenError(Broken(number, say(TOO_LONG)))
            yield line
    finally:
        with suppress(ValueError):  # it may be closed by now
            text.detach()  # whoever opened the file closes it
