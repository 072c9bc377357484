"""Requests as people copy them from a browser: curl's options, `fetch`, lists of headers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from joip_desktop.api.auth import COOKIE_NAME, cookie_from_response


@dataclass(frozen=True, slots=True)
class CopiedRequest:
    """What a copied request says of the sign-in.

    `cookies` is the text of a `Cookie:` header. `servers` are the URLs or hosts it goes to. `reads_file`: cookies come
    from a file as well, which is never opened.
    """

    cookies: str = field(repr=False)
    servers: tuple[str, ...] = field(default=(), repr=False)
    reads_file: bool = False


# --- curl -------------------------------------------------------------------------------------------------------------

_SHORT_WITH_ARGUMENT: Final = frozenset("AbcCdDeEFHKmoPQrtTuUwxXyYz")
_LONG_WITH_ARGUMENT: Final = frozenset(
    [
        "abstract-unix-socket",
        "alt-svc",
        "aws-sigv4",
        "cacert",
        "capath",
        "cert",
        "cert-type",
        "ciphers",
        "config",
        "connect-timeout",
        "connect-to",
        "continue-at",
        "cookie",
        "cookie-jar",
        "create-file-mode",
        "crlfile",
        "curves",
        "data",
        "data-ascii",
        "data-binary",
        "data-raw",
        "data-urlencode",
        "delegation",
        "dns-interface",
        "dns-ipv4-addr",
        "dns-ipv6-addr",
        "dns-servers",
        "doh-url",
        "dump-header",
        "ech",
        "egd-file",
        "engine",
        "etag-compare",
        "etag-save",
        "expect100-timeout",
        "form",
        "form-string",
        "ftp-account",
        "ftp-alternative-to-user",
        "ftp-method",
        "ftp-port",
        "ftp-ssl-ccc-mode",
        "happy-eyeballs-timeout-ms",
        "haproxy-clientip",
        "header",
        "hostpubmd5",
        "hostpubsha256",
        "hsts",
        "interface",
        "ip-tos",
        "ipfs-gateway",
        "json",
        "keepalive-cnt",
        "keepalive-time",
        "key",
        "key-type",
        "krb",
        "libcurl",
        "limit-rate",
        "local-port",
        "login-options",
        "mail-auth",
        "mail-from",
        "mail-rcpt",
        "max-filesize",
        "max-redirs",
        "max-time",
        "netrc-file",
        "noproxy",
        "oauth2-bearer",
        "output",
        "output-dir",
        "parallel-max",
        "pass",
        "pinnedpubkey",
        "preproxy",
        "proto",
        "proto-default",
        "proto-redir",
        "proxy",
        "proxy-cacert",
        "proxy-capath",
        "proxy-cert",
        "proxy-cert-type",
        "proxy-ciphers",
        "proxy-crlfile",
        "proxy-header",
        "proxy-key",
        "proxy-key-type",
        "proxy-pass",
        "proxy-pinnedpubkey",
        "proxy-service-name",
        "proxy-tls13-ciphers",
        "proxy-tlsauthtype",
        "proxy-tlspassword",
        "proxy-tlsuser",
        "proxy-user",
        "proxy1.0",
        "pubkey",
        "quote",
        "random-file",
        "range",
        "rate",
        "referer",
        "request",
        "request-target",
        "resolve",
        "retry",
        "retry-delay",
        "retry-max-time",
        "sasl-authzid",
        "service-name",
        "signature-algorithms",
        "socks4",
        "socks4a",
        "socks5",
        "socks5-gssapi-service",
        "socks5-hostname",
        "speed-limit",
        "speed-time",
        "stderr",
        "telnet-option",
        "tftp-blksize",
        "time-cond",
        "tls-max",
        "tls13-ciphers",
        "tlsauthtype",
        "tlspassword",
        "tlsuser",
        "trace",
        "trace-ascii",
        "trace-config",
        "unix-socket",
        "upload-file",
        "url",
        "url-query",
        "user",
        "user-agent",
        "variable",
        "vlan-priority",
        "write-out",
    ]
)
"""From `curl --help all`: what follows such an option is no URL."""


def curl_requests(words: Sequence[str]) -> Iterator[CopiedRequest]:
    """The requests of one curl command, of which the words behind `curl` are given; `--next` stands between several."""
    cookies: list[str] = []
    servers: list[str] = []
    reads_file = False
    for name, value in _options(words):
        if name in {"next", ":"}:
            yield CopiedRequest("; ".join(cookies), tuple(servers), reads_file)
            cookies, servers, reads_file = [], [], False
        elif name in {"b", "cookie"}:  # curl takes what has no "=" for the name of a file
            if "=" in value:
                cookies.append(value)
            reads_file |= bool(value) and "=" not in value
        elif name in {"H", "header"}:
            header, _, content = value.partition(":")
            if header.strip().lower() == "cookie":
                cookies.append(content)
            reads_file |= value.startswith("@")
        elif name in {"K", "config"}:
            reads_file = True
        elif name in {"", "url"} and not value.isdigit():  # a number is what stood before ">", as in "2> errors.txt"
            servers.append(value)
    yield CopiedRequest("; ".join(cookies), tuple(servers), reads_file)


def _options(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Names and arguments of curl's options, without dashes; "" is the name of what is no option."""
    left = iter(words)
    for word in left:
        if word == "--":
            yield from (("", rest) for rest in left)
        elif word.startswith("--"):
            name, equals, value = word[2:].partition("=")
            yield name, value if equals or name not in _LONG_WITH_ARGUMENT else next(left, "")
        elif word.startswith("-") and word != "-":
            yield from _short_options(word[1:], left)
        else:
            yield "", word


def _short_options(letters: str, left: Iterator[str]) -> Iterator[tuple[str, str]]:
    """Options of one letter may stand together, with the argument of the last one: `-sSXGET`."""
    for place, letter in enumerate(letters):
        if letter in _SHORT_WITH_ARGUMENT:
            yield letter, letters[place + 1 :] or next(left, "")
            return
        yield letter, ""


# --- fetch ------------------------------------------------------------------------------------------------------------

_FETCH = re.compile(r"[\s;]*(?:await\s+)?fetch\s*\(\s*")
_COMMA = re.compile(r"\s*,\s*")
_CLOSING = re.compile(r"\s*\)")


def fetch_requests(text: str) -> list[CopiedRequest] | None:
    """The requests of `fetch("…", {…});`, of which browsers write URL and options as JSON; None: it is no such text."""
    requests: list[CopiedRequest] = []
    at = 0
    while found := _FETCH.match(text, at):
        url, at = _json(text, found.end())
        options: object = {}
        if comma := _COMMA.match(text, at):
            options, at = _json(text, comma.end())
        closing = _CLOSING.match(text, at)
        if not isinstance(url, str) or closing is None:
            return None
        at = closing.end()
        requests.append(CopiedRequest("; ".join(_cookie_headers(options)), (url,)))
    return requests or None


def _json(text: str, at: int) -> tuple[object, int]:
    """A value and where it goes on; None where there is none. What json raises has the whole text in it."""
    try:
        value, end = json.JSONDecoder().raw_decode(text, at)
    except (ValueError, RecursionError):
        return None, at
    return value, end


def _cookie_headers(options: object) -> Iterator[str]:
    headers = options.get("headers") if isinstance(options, Mapping) else None
    if isinstance(headers, Mapping):
        for name, value in headers.items():
            if isinstance(value, str) and str(name).lower() == "cookie":
                yield value


# --- headers ----------------------------------------------------------------------------------------------------------

_HEADER = re.compile(
    r"(?P<name>:?[!#$%&'*+.^_`|~0-9A-Za-z-]++)\s*+:(?:\s+|(?=\")|$)(?P<value>.*)|(?P<sure>(?:set-)?cookie)\s*+:(?P<rest>.*)",
    re.IGNORECASE,
)
_NAME_ALONE: Final = frozenset({"cookie", "set-cookie", "host", ":authority", ":scheme"})
_REQUEST_LINE = re.compile(r"[A-Z]+ +(?P<target>\S+) +HTTP/[0-9.]+")


def header_request(text: str) -> CopiedRequest | None:
    """The request of lines `name: value`, also with the value on a line of its own; None: there are no such lines.

    A `Set-Cookie:` counts more than a `Cookie:`, since it is the answer to that.
    """
    lines = [line.strip() for line in text.split("\n")]
    headers = list(_headers(lines))
    if not headers:
        return None
    told = {name: value for name, value in reversed(headers) if value}
    fresh = cookie_from_response(value for name, value in headers if name == "set-cookie")
    cookies = [value for name, value in headers if name == "cookie"]
    cookies += [f"{name}={value}" for name, value in headers if name == COOKIE_NAME]  # from Firefox's list of cookies
    if fresh is not None:
        cookies.insert(0, f"{COOKIE_NAME}={fresh.reveal()}")
    return CopiedRequest("; ".join(cookies), _server_of_headers(lines[0], told))


def _headers(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Names in lower case, and values."""
    waiting = ""
    for line in lines:
        found = _HEADER.fullmatch(line)
        if found is not None:
            waiting = (found["name"] or found["sure"]).lower()
            value = (found["value"] or found["rest"] or "").strip()
        elif waiting:
            value = line
        else:
            waiting, value = (line.lower() if line.lower() in _NAME_ALONE else ""), ""
        if waiting and value:
            yield waiting, value
            waiting = ""


def _server_of_headers(first_line: str, told: Mapping[str, str]) -> tuple[str, ...]:
    """Requests to a proxy have the whole URL in their first line."""
    target = _REQUEST_LINE.fullmatch(first_line)
    if target is not None and "://" in target["target"]:
        return (target["target"],)
    host = told.get(":authority") or told.get("host")
    if not host:
        return ()
    return (f"{told[':scheme']}://{host}" if ":scheme" in told else host,)
