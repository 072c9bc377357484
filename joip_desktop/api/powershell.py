"""Requests in PowerShell's text, as browsers copy them: a session with cookies, then `Invoke-WebRequest`.

Nothing is executed. It takes time in proportion to the text's length.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from joip_desktop.api.copied import CopiedRequest
from joip_desktop.api.shell_words import UNKNOWN, CutOffError

_TOKEN = re.compile(
    r"""
      (?P<blank>(?:[^\S\n]|`\n)++ | \#[^\n]*+)
    | "(?P<double>(?:[^"`]++|`.|"")*+)"
    | '(?P<single>(?:[^']++|'')*+)'
    | (?P<word>[^\s"'(){},;=`@]++)
    | (?P<mark>[^"'])
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r'`(.)|""|\$\(\[char\]([0-9]{1,7})\)|\$(?=[A-Za-z0-9_({$?^])', re.DOTALL | re.IGNORECASE)
_LETTERS: Final = {"0": "\0", "a": "\a", "b": "\b", "e": "\x1b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_HIGHEST: Final = 0x10FFFF
_INVOKING: Final = frozenset({"invoke-webrequest", "invoke-restmethod", "iwr", "irm"})
_HOST = re.compile(r"(?:[a-z][a-z0-9+.-]*+://)?(?P<authority>(?P<host>\[[^\]/]*+\]|[^/?#:]*+)[^/?#]*+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark of one character, or a text in quotes (`quoted`) without them."""

    text: str = field(repr=False)
    quoted: bool

    @property
    def key(self) -> str:
        """The text as PowerShell compares names."""
        return self.text.lower()


_END: Final = Token("", quoted=False)


def powershell_tokens(text: str) -> list[Token]:
    """The tokens of PowerShell's text, without blanks and comments.

    Raises:
        CutOffError: a quotation mark is not closed.
    """
    tokens: list[Token] = []
    at = 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None:
            raise CutOffError
        at = found.end()
        body = found[found.lastgroup or 0]
        if found.lastgroup == "double":
            tokens.append(Token(_ESCAPE.sub(_character, body), quoted=True))
        elif found.lastgroup == "single":
            tokens.append(Token(body.replace("''", "'"), quoted=True))
        elif found.lastgroup != "blank":
            tokens.append(Token(body, quoted=False))
    return tokens


def _character(found: re.Match[str]) -> str:
    letter, code = found.groups()
    if letter is not None:
        return _LETTERS.get(letter, letter)
    if code is not None:
        return chr(int(code)) if int(code) <= _HIGHEST else UNKNOWN
    return '"' if found.group() == '""' else UNKNOWN


class _Request:
    """One request as it is put together."""

    def __init__(self) -> None:
        self.url = ""
        self.invoked = False
        self._cookies: list[str] = []
        self._domains: list[str] = []

    def add(self, cookies: str, domain: str = "") -> None:
        self._cookies.append(cookies)
        self._domains.append(domain)

    def made(self) -> CopiedRequest:
        """Cookies of another domain than the URL's host bring that domain along, so that it shows."""
        kept = [(cookies, domain) for cookies, domain in zip(self._cookies, self._domains, strict=True) if cookies]
        strange = [domain for _, domain in kept if domain and not _within(self.url, domain)]
        return CopiedRequest("; ".join(cookies for cookies, _ in kept), tuple(filter(None, [self.url, *strange])))


def powershell_requests(text: str) -> list[CopiedRequest]:
    """The requests, in their order; of "Copy all" there are several.

    Raises:
        CutOffError: a quotation mark is not closed.
    """
    tokens = powershell_tokens(text)
    requests = [_Request()]
    for at, token in enumerate(tokens):
        request = requests[-1]
        following = tokens[at + 1 : at + 9]
        if token.key.endswith(".webrequestsession") or token.key in _INVOKING:
            if request.invoked:
                requests.append(request := _Request())
            request.invoked = token.key in _INVOKING
            if request.invoked and following and not following[0].text.startswith("-"):
                request.url = following[0].text
        elif token.key.rstrip(":") == "-uri" and following:
            request.url = following[0].text
        elif token.key == "system.net.cookie":
            request.add(*_cookie(following))
        elif token.key == "cookie" and len(following) > 1 and following[0].text in {"=", ","} and following[1].quoted:
            request.add(following[1].text)
    return [request.made() for request in requests]


def _cookie(following: Sequence[Token]) -> tuple[str, str]:
    """The pair and the domain behind `System.Net.Cookie`: `("name", "value", "path", "domain")`; "" where it isn't one.

    A domain with a point before it is that of several hosts, so it names none.
    """
    name, value, domain = ((*following, *[_END] * 8)[place] for place in (1, 3, 7))
    if not (name.quoted and value.quoted):
        return "", ""
    named = domain.text if domain.quoted and not domain.text.startswith(".") else ""
    return f"{name.text}={value.text}", named


def _within(url: str, domain: str) -> bool:
    """Whether a cookie of the domain goes to the URL's host; Firefox may put a port behind the domain."""
    found = _HOST.match(url.lower())
    if found is None:
        return False
    return domain.lower() in {found["host"], found["authority"]} or found["host"].endswith(f".{domain.lower()}")
