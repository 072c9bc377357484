"""What people paste to sign in: a cookie, headers, or a whole request that a browser has copied as a command.

Browsers write the same request for bash, cmd.exe, PowerShell and JavaScript, each with quoting of its own. Here is told
which of them it is, what is in it, and, where there is no cookie, what to copy instead. Nothing that was pasted is
executed, opened, or repeated in an error.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from joip_desktop.api.auth import (
    COOKIE_NAME,
    COPY_SIGNED_IN,
    cookie_of,
    no_session,
    parse_cookie,
    session_value,
)
from joip_desktop.api.copied import CopiedRequest, curl_requests, fetch_requests, header_request
from joip_desktop.api.origin import Origin
from joip_desktop.api.powershell import powershell_requests
from joip_desktop.api.shell_words import CutOffError, cmd_commands, posix_commands
from joip_desktop.domain.account import SecretCookie
from joip_desktop.domain.errors import CookieRefusedError
from joip_desktop.domain.say import later, say

LONGEST: Final = 65_536
"""Characters; servers take headers of 8 to 32 KB."""

_INVISIBLE: Final = "\ufeff\u200b\u2060"
_CURL = re.compile(
    r"(?:[^\n'\"=]{0,200}[$#%>] *)?(?:sudo +)?(?P<command>(?:[^\s'\"=:]*[/\\])?curl(?:\.exe)?(?=[\s^\\]|$))",
    re.IGNORECASE,
)
_CURL_WORD = re.compile(r"(?:.*[/\\])?curl(?:\.exe)?", re.IGNORECASE | re.DOTALL)
_POWERSHELL = re.compile(
    r"(?:PS [^\n>]{0,200}> *)?"
    r"(?P<command>\$\w+(?::\w+)?\s*[.=]|(?:Invoke-(?:WebRequest|RestMethod)|iwr|irm|New-Object)\b)",
    re.IGNORECASE,
)
_FETCH = re.compile(r"(?:await\s+)?fetch\s*\(")
_OPTION = re.compile(r"-[bH]|--[a-z]")
_FIRST_QUOTE = re.compile(r"['\"^]")
_SESSION = re.compile(r"s(?:%3a|:)", re.IGNORECASE)
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*+://\S*+", re.IGNORECASE)
_ORIGIN = re.compile(r"(?:[a-z][a-z0-9+.-]*+://)?[^/?#]*+", re.IGNORECASE)
_GLOBBING = re.compile(r"\\([\[\]{}])")
_AS_CURL: Final = later("In the browser, choose “Copy as cURL” instead, and paste that.")


@dataclass(frozen=True, slots=True)
class Pasted:
    """The cookie in what was pasted, and the server it is for, where that was told."""

    cookie: SecretCookie
    server: Origin | None


def read_pasted(text: str) -> Pasted:
    """The cookie, and the server if it is told, in a value, a pair, headers, or a request copied from a browser.

    Of several `connect.sid` in one request the first counts, see `session_value`.

    Raises:
        CookieRefusedError: there is none in it; the sentence says why and what to copy instead.
        OriginRefusedError: the request goes to a server that a cookie may not be sent to.
    """
    if len(text) > LONGEST:
        raise CookieRefusedError(say("What was pasted is too long."), next_step=say("Copy one request only."))
    pasted = text.replace("\r\n", "\n").replace("\r", "\n").strip().strip(_INVISIBLE).strip()
    requests = _requests(pasted)
    if requests is None:
        return Pasted(_alone(pasted), None)
    return _chosen(requests)


def _requests(pasted: str) -> Sequence[CopiedRequest] | None:
    """The requests in what was pasted; None: there are none, it may be a cookie by itself."""
    if found := _CURL.match(pasted):
        return _uncut(_curl, pasted[found.start("command") :])
    if _OPTION.match(pasted):
        return _uncut(_curl, f"curl {pasted}")
    if found := _POWERSHELL.match(pasted):
        return _uncut(powershell_requests, pasted[found.start("command") :])
    if _FETCH.match(pasted):
        return _fetch(pasted)
    if pasted.startswith(("{", "[")):
        raise CookieRefusedError(say("What was pasted is JSON, which is not searched."), next_step=say(_AS_CURL))
    if _ADDRESS.fullmatch(pasted.strip("'\"<>")):
        raise CookieRefusedError(say("This is an address, not a cookie."), next_step=say(COPY_SIGNED_IN))
    if pasted.startswith(f"{COOKIE_NAME}\t"):
        return [_row(pasted)]
    request = header_request(pasted) if "\n" in pasted or pasted.startswith(f"{COOKIE_NAME}:") else None
    return None if request is None else [request]


def _uncut(read: Callable[[str], list[CopiedRequest]], text: str) -> list[CopiedRequest]:
    try:
        return read(text)
    except CutOffError:
        pass
    raise CookieRefusedError(
        say("The end of the command is missing: a quotation mark is not closed."),
        next_step=say("Copy the whole command once more."),
    )


def _curl(text: str) -> list[CopiedRequest]:
    """What follows curl in each of the commands.

    Raises:
        CutOffError: a quotation mark is not closed.
    """
    requests: list[CopiedRequest] = []
    for command in (cmd_commands if _is_for_cmd(text) else posix_commands)(text):
        for place, word in enumerate(command):
            if _CURL_WORD.fullmatch(word):
                requests.extend(curl_requests(command[place + 1 :]))
                break
    return requests


def _is_for_cmd(text: str) -> bool:
    """Which shell a curl command is for: the first quotation mark tells, and if that is ", what only cmd.exe has."""
    first = _FIRST_QUOTE.search(text)
    if first is None or first.group() == "'":
        return False
    return first.group() == "^" or ("\\\n" not in text and ("^" in text or '""' in text or '"%"' in text))


def _fetch(pasted: str) -> list[CopiedRequest]:
    requests = fetch_requests(pasted) or []
    if any(request.cookies for request in requests):
        return requests
    raise CookieRefusedError(
        say("A request that is copied as “fetch” comes without its cookie."), next_step=say(_AS_CURL)
    )


def _row(pasted: str) -> CopiedRequest:
    """A row of the browser's table of cookies: name, value and domain, with tabs between."""
    _, value, domain, *_ = (*pasted.split("\t"), "")
    named = domain.strip()
    return CopiedRequest(f"{COOKIE_NAME}={value}", () if not named or named.startswith(".") else (named,))


def _alone(pasted: str) -> SecretCookie:
    """A cookie by itself. Without its name it must look like one, so that no password is sent as a cookie."""
    cookie = parse_cookie(pasted)
    if "=" in pasted or _SESSION.match(cookie.reveal()):
        return cookie
    raise CookieRefusedError(
        say("This is not the value of “{name}”, which begins with {start}.", name=COOKIE_NAME, start="s%3A"),
        next_step=say(COPY_SIGNED_IN),
    )


def _chosen(requests: Sequence[CopiedRequest]) -> Pasted:
    """The first request that has the cookie; others that have it must go to the same server."""
    found = [(request, value) for request in requests if (value := session_value(request.cookies)) is not None]
    if not found:
        raise _without_session(requests)
    cookie = cookie_of(found[0][1])
    servers = list(dict.fromkeys(_origin(url) for request, _ in found for url in request.servers))
    if len(servers) > 1:
        raise CookieRefusedError(
            say("What was pasted goes to several servers, so it is not clear whose cookie it is."),
            next_step=say("Copy one request only."),
        )
    return Pasted(cookie, servers[0] if servers else None)


def _without_session(requests: Sequence[CopiedRequest]) -> CookieRefusedError:
    if any(request.cookies for request in requests):
        return no_session()
    if any(request.reads_file for request in requests):
        return CookieRefusedError(
            say("The command takes its cookies from a file, which is not opened here."), next_step=say(_AS_CURL)
        )
    return CookieRefusedError(say("There is no cookie in what was pasted."), next_step=say(COPY_SIGNED_IN))


def _origin(url: str) -> Origin:
    """The server of a URL; browsers put backslashes before brackets, which mean something to curl."""
    found = _ORIGIN.match(_GLOBBING.sub(r"\1", url.strip()))
    return Origin.parse(found.group() if found else "")
