"""Requests as people pass them on: a command for a POSIX shell, and JSON that can be read."""

from __future__ import annotations

import json
from shlex import quote
from typing import Final

from joip_desktop.domain.session import JsonValue

COOKIE_VARIABLE: Final = "JOIP_COOKIE"
"""Where the cURL command takes the cookie from; its value is in no command."""

_GLOBBED: Final = frozenset("[]{}")
"""In a URL's path, cURL takes them for patterns unless it is told not to."""


def curl_command(method: str, origin: str, target: str, *, body: str | None = None, content_type: str = "") -> str:
    """The request as a command for a POSIX shell; the cookie comes from a variable.

    `target` is path and query, which start with "/". A body is sent as it is, in UTF-8.
    """
    parts = ["curl"]
    if method != "GET" or body is not None:
        parts += ["-X", quote(method)]
    if _GLOBBED.intersection(target):
        parts.append("--globoff")
    parts.append(quote(f"{origin}{target}"))
    if content_type and body is not None:
        parts += ["-H", quote(f"Content-Type: {content_type}")]
    parts += ["-b", f'"connect.sid=${COOKIE_VARIABLE}"']
    if body is not None:
        parts += ["--data-raw", quote(body)]
    return " ".join(parts)


def indented(value: JsonValue) -> str:
    """JSON to be read: a field on each line, and letters as they are; what can't be seen is escaped."""
    text = json.dumps(value, indent=2, ensure_ascii=False)
    return "".join(one if one == "\n" or one.isprintable() else json.dumps(one)[1:-1] for one in text)
