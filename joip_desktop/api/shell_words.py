r"""Commands as shells would split them into words: the way back from the quoting that browsers do.

Nothing is executed, expanded or looked up. Where a shell would put in something that only it knows (`$HOME`, the output
of a command), `UNKNOWN` stands. Line ends are "\n". All of it takes time in proportion to the text's length.
"""

from __future__ import annotations

import re
from typing import Final, TypeAlias

UNKNOWN: Final = "\ufffd"
"""No cookie and no host has this character."""

Commands: TypeAlias = list[list[str]]


class CutOffError(Exception):
    """A quotation mark is not closed. It carries nothing of the text."""


class _Words:
    """Words as they grow out of pieces, and commands out of words."""

    def __init__(self) -> None:
        self.commands: Commands = [[]]
        self._pieces: list[str] = []
        self._open = False

    @property
    def between(self) -> bool:
        """Whether no word has begun."""
        return not self._open

    def add(self, piece: str) -> None:
        self._pieces.append(piece)
        self._open = True

    def end(self) -> None:
        if self._open:
            self.commands[-1].append("".join(self._pieces))
            self._pieces.clear()
            self._open = False

    def end_command(self) -> None:
        self.end()
        if self.commands[-1]:
            self.commands.append([])

    def all(self) -> Commands:
        self.end_command()
        return self.commands[:-1]


# --- bash and other POSIX shells --------------------------------------------------------------------------------------

_SINGLE = re.compile(r"[^']*+'")
_ANSI = re.compile(r"(?:[^'\\]++|\\.)*+'", re.DOTALL)
_DOUBLE = re.compile(r'(?:[^"\\]++|\\.)*+"', re.DOTALL)
_PLAIN = re.compile(r"[^\s'\"\\$`;&|<>#]++")
_ANSI_ESCAPE = re.compile(
    r"\\(?:x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8})|([0-7]{1,3})|(.))", re.DOTALL
)
_ANSI_LETTERS: Final = {"a": "\a", "b": "\b", "e": "\x1b", "E": "\x1b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_IN_DOUBLE = re.compile(r'\\([$`"\\\n])|`|\$(?=[A-Za-z0-9_{(*@#?$!-])')
_HIGHEST: Final = 0x10FFFF


def posix_commands(text: str) -> Commands:
    """The commands of a shell's text, each as its words: quotes, `$'…'`, backslashes, comments, lines that go on.

    Raises:
        CutOffError: a quotation mark is not closed.
    """
    words = _Words()
    at = 0
    while at < len(text):
        if text.startswith("$'", at):
            body, at = _body(_ANSI, text, at + 2)
            words.add(_ANSI_ESCAPE.sub(_ansi_character, body))
        elif text[at] == "'":
            body, at = _body(_SINGLE, text, at + 1)
            words.add(body)
        elif text[at] == '"' or text.startswith('$"', at):
            body, at = _body(_DOUBLE, text, at + (1 if text[at] == '"' else 2))
            words.add(_IN_DOUBLE.sub(_in_double, body))
        else:
            at = _unquoted(text, at, words)
    return words.all()


def _body(pattern: re.Pattern[str], text: str, at: int) -> tuple[str, int]:
    """What stands up to the closing mark, and where it goes on behind that."""
    found = pattern.match(text, at)
    if found is None:
        raise CutOffError
    return found.group()[:-1], found.end()


def _unquoted(text: str, at: int, words: _Words) -> int:
    """Take in what stands at a place outside of quotes; returns where it goes on."""
    char, following = text[at], text[at + 1 : at + 2]
    plain = _PLAIN.match(text, at)
    if plain is not None:
        words.add(plain.group())
        return plain.end()
    if char == "\\":
        if following != "\n":  # else the line goes on
            words.add(following)
        return at + 2
    if char == "#" and words.between:
        end = text.find("\n", at)
        return len(text) if end < 0 else end
    if char == "\n" or char in "<>" or (char in ";&|" and (words.between or not following.strip())):
        words.end_command()
    elif char.isspace():
        words.end()
    else:
        words.add(UNKNOWN if char in "$`" else char)
    return at + 1


def _ansi_character(found: re.Match[str]) -> str:
    r"""What an escape of `$'…'` means; browsers write `\xe4` for the character U+00E4, where bash takes a byte."""
    two, four, eight, octal, letter = found.groups()
    if letter is not None:
        return _ANSI_LETTERS.get(letter, "\v" if letter == "v" else letter if letter in "\\'\"?" else f"\\{letter}")
    if octal is not None:
        return chr(int(octal, 8) & 0xFF)
    code = int(two or four or eight, 16)
    return chr(code) if code <= _HIGHEST else UNKNOWN


def _in_double(found: re.Match[str]) -> str:
    escaped = found.group(1)
    if escaped is None:
        return UNKNOWN
    return "" if escaped == "\n" else str(escaped)


# --- cmd.exe, and how programs on Windows split their command line ----------------------------------------------------

_BARE_PERCENT = re.compile(r"(?<!\^)%")
_ESCAPED_ON_WINDOWS: Final = '"\\$`'
"""What browsers put a backslash before; before anything else it is itself, as in a path."""


def cmd_commands(text: str) -> Commands:
    """The commands of cmd.exe's text, each as the words that a program is given.

    Three ways of quoting are about: `^"…^"` (browsers of today), `"…"` with carets inside (Chrome up to 2024), and
    `"…"` with `""` and `"%"` (up to 2019).

    Raises:
        CutOffError: a quotation mark is not closed.
    """
    chars = _without_carets(text)
    words = _Words()
    quoted = False
    at = 0
    while at < len(chars):
        char, escaped = chars[at]
        following = chars[at + 1][0] if at + 1 < len(chars) else ""
        at += 1
        if char == '"' and quoted and following == '"':
            words.add('"')
            at += 1
        elif char == '"':
            quoted = not quoted
            words.add("")
        elif char == "\\" and following and following in _ESCAPED_ON_WINDOWS:
            words.add(following)
            at += 1
        elif quoted:
            words.add(char)
        elif not escaped and char in "\n&|<>":
            words.end_command()
        elif char.isspace():
            words.end()
        else:
            words.add(char)
    if quoted:
        raise CutOffError
    return words.all()


def _without_carets(text: str) -> list[tuple[str, bool]]:
    """The characters behind cmd.exe's escaping, and whether a caret stood before each.

    cmd.exe takes a caret within plain quotes for itself, but Chrome wrote escaping ones there. Where it did, every
    percent sign has one.
    """
    itself_in_quotes = _BARE_PERCENT.search(text) is not None
    chars: list[tuple[str, bool]] = []
    quoted = False
    at = 0
    while at < len(text):
        char = text[at]
        escaped = char == "^" and not (quoted and itself_in_quotes)
        if escaped:
            at += 2 if text.startswith("^\n", at) else 1  # the line goes on, and what follows is itself
            char = text[at : at + 1]
        elif char == '"':
            quoted = not quoted
        at += 1
        if char:
            chars.append((char, escaped))
    return chars
