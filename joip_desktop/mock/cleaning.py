"""Subreddit names as the site cleans them, and this server's own thumbnails as it keeps them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import urlsplit

from joip_desktop.mock.rows import Row
from joip_desktop.mock.thumbnails import PATH

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_]{1,21}")
_LINK = re.compile(r"(?:https?://)?(?:[a-z]+\.)*reddit\.com/", re.IGNORECASE)
_PREFIX = re.compile(r"/?r/", re.IGNORECASE)

_BLANK: Final = r"\u0000-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_USER: Final = rf"(?:[^{_BLANK}/?#@\[\]\\]*@)?"
_HOST: Final = rf"(?:[^{_BLANK}/?#@:\[\]\\]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]*)?"
_ADDRESS: Final = rf"[Hh][Tt][Tt][Pp][Ss]?://{_USER}{_HOST}(?:[/?#][^{_BLANK}]*)?"

ADDRESS_OR_NOTHING: Final = f"^(?:{_ADDRESS})?$"
"""What a thumbnail may be, as a pattern that JSON Schema (ECMA-262) and Python read alike; see `is_web_address`."""

_WEB_ADDRESS = re.compile(_ADDRESS)


def clean_subreddits(text: str) -> list[str]:
    """Names from a comma-separated text: `r/` and addresses stripped, invalid entries and repeats by case removed.

    That is the contract's "Subreddit names are cleaned on the site"; the valid names are Reddit's own.
    """
    kept: dict[str, str] = {}
    for entry in text.split(","):
        name = _name_in(entry.strip())
        if _NAME.fullmatch(name):
            kept.setdefault(name.lower(), name)
    return list(kept.values())


def _name_in(entry: str) -> str:
    link = _LINK.match(entry)
    if link:
        entry = re.split(r"[?#]", entry[link.end() :])[0]
    prefix = _PREFIX.match(entry)
    if prefix:
        return entry[prefix.end() :].split("/")[0]
    return "" if link and "/" in entry else entry.rstrip("/")


def is_web_address(text: str) -> bool:
    """Whether `text` is an absolute http or https URL without blanks or control characters."""
    return _WEB_ADDRESS.fullmatch(text) is not None


def stored_thumbnail(address: str) -> str:
    """The path of a thumbnail of this server's own, whatever port it had; any other address as it is."""
    try:
        parts = urlsplit(address)
        own = parts.scheme == "http" and parts.hostname in _LOOPBACK and PATH.fullmatch(parts.path)
    except ValueError:  # Python is stricter about hosts, such as those in brackets
        return address
    return parts.path if own else address


def absolute(value: Any, origin: str) -> Any:  # noqa: ANN401 - a row may hold anything here
    """The address of a stored thumbnail; anything that is no path of ours stays as it is."""
    return origin + value if isinstance(value, str) and value.startswith("/") else value


def with_addresses(media: list[Row], origin: str) -> Iterator[Row]:
    """Media with absolute addresses."""
    for item in media:
        yield {
            **item,
            "mediaUrl": absolute(item["mediaUrl"], origin),
            "thumbnail": absolute(item["thumbnail"], origin),
        }
