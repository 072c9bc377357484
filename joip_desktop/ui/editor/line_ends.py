"""Line ends of a text that is edited where all of them are alike: those that were not touched stay as they were."""

from __future__ import annotations

import re
from typing import Final

_LINE_ENDS: Final = re.compile("\r\n|[\r\n\u2028\u2029]")
_SHOWN: Final = re.compile("\r\n|.", re.DOTALL)
"""What is one character where it is shown."""


def plain_lines(text: str) -> str:
    """The text with a plain line feed wherever a line ends."""
    return _LINE_ENDS.sub("\n", text)


def line_end_of(text: str) -> str:
    """What a new line end in the text should be: like most of its own, and a line feed where there are none."""
    pairs = text.count("\r\n")
    return "\r\n" if pairs > text.count("\n") - pairs else "\n"


def respliced(before: str, shown: str, now: str, *, line_end: str) -> str:
    """What has become of `before`, of which `shown` was to be seen, with `now` in the place of that.

    Each character of `shown` stands for one of `before`, or for the two of a line end. Those at either end that `now`
    has as well are those of `before`; in between, lines end with `line_end`.
    """
    if before == shown and line_end == "\n":
        return now
    parts = _SHOWN.findall(before)
    if len(parts) != len(shown):  # nobody can say what stands for what
        return now.replace("\n", line_end)
    start = _alike(shown, now)
    end = _alike(shown[start:][::-1], now[start:][::-1])
    new = now[start : len(now) - end].replace("\n", line_end)
    return "".join([*parts[:start], new, *parts[len(parts) - end :]])


def _alike(one: str, other: str) -> int:
    """With how many characters both begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (mine, theirs) in pairs if mine != theirs), min(len(one), len(other)))
