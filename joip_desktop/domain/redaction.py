"""What looks like a secret is taken out of text that is kept or shown: a second line of defence, behind not writing it.

Nothing of ours puts a cookie into a message. This is for what others may put there: libraries that quote headers in
their errors, servers that repeat a request, somebody who pastes into the wrong box. So rather too much is hidden than
too little: of a line that names a header with a secret, everything behind the name.
"""

from __future__ import annotations

import re
from typing import Final

HIDDEN: Final = "(hidden)"

_NAMES: Final = r"connect(?:\.|%(?:25)*2e)sid|cookie2?|authorization|passw(?:or)?d"
_QUOTE: Final = r"\\*['\"]"
_RULES: Final = (
    # A header, a pair, an entry of a mapping, in text or in Python's or JSON's spelling; all else of the line goes, and
    # of the next one if the value stands there.
    (
        re.compile(
            rf"((?:{_NAMES})(?:(?:{_QUOTE})?\]?[ \t]*(?:=>|[:=]|%(?:25)*3d)|{_QUOTE}[ \t]*,))"
            r"[ \t]*(?:\r?\n[ \t]*)?[^\r\n]+",
            re.IGNORECASE,
        ),
        rf"\1 {HIDDEN}",
    ),
    (re.compile(r"(illegal header (?:name|value))[^\r\n]+", re.IGNORECASE), rf"\1 {HIDDEN}"),  # h11 quotes it
    # The session id of express-session: "s:", an id and a signature, encoded once, twice or not at all.
    (re.compile(r"s%(?:25)*3a\S*", re.IGNORECASE), HIDDEN),
    (re.compile(r"(?<![A-Za-z0-9])s:(?=\S{8})\S+"), HIDDEN),
    (re.compile(r"(\bbearer[ \t]+)\S{8,}", re.IGNORECASE), rf"\1{HIDDEN}"),
    (re.compile(r"(\b[a-z][a-z0-9+.-]{0,15}://)[^\s/?#]*@", re.IGNORECASE), rf"\1{HIDDEN}@"),  # user and password
)


_SESSION: Final = re.compile(r"s(?:%(?:25)*3a|:)[A-Za-z0-9_-]{16,}\.[A-Za-z0-9+/%_-]{20,}={0,2}", re.IGNORECASE)
"""The cookie of express-session, whole: "s:", an id and a signature in base64."""


def without_sessions(text: str, instead: str = HIDDEN) -> str:
    """The text without values that can be nothing but cookies of a sign-in, whoever they are of; all else stays."""
    return _SESSION.sub(instead, text)


def redacted(text: str) -> str:
    """The text without what looks like a cookie, a password or another proof of who somebody is."""
    for pattern, instead in _RULES:
        text = pattern.sub(instead, text)
    return text
