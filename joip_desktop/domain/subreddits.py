"""Subreddit names out of whatever people type or paste."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

NAME_PATTERN: Final = r"^[A-Za-z0-9][A-Za-z0-9_]{1,21}\Z"
"""Reddit's own rule: letters, digits and underscore, up to 22 with the `u_` of a profile."""

_NAME = re.compile(NAME_PATTERN)
_SEPARATORS = re.compile(r"[\s,;]+")
_PREFIXED = re.compile(
    r"(?:(?:(?:https?:)?//)?(?:[a-z0-9-]+\.)*reddit\.com/|/)?r/(?P<name>[^/?#]*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class CleanedNames:
    """What became of a pasted text: `names` in their order, without repeats, and the words that are no names."""

    names: tuple[str, ...]
    refused: tuple[str, ...]
    words: tuple[str, ...] = field(default=(), compare=False)
    """Both, in the order in which they were typed."""


def clean(text: str) -> CleanedNames:
    """Split `text` at commas, semicolons and blanks; strip `r/` and reddit.com addresses; drop repeats by case.

    The site does the same to what it is sent (contract: "Subreddit names are cleaned on the site"); done here, the
    person sees at once what will be kept. Other addresses (a profile, a post without its subreddit) and words with a
    slash inside are refused rather than cut down to something that looks like a name.
    """
    names: dict[str, str] = {}
    refused: list[str] = []
    words: list[str] = []
    for word in filter(None, _SEPARATORS.split(text)):
        prefixed = _PREFIXED.match(word)
        name = prefixed["name"] if prefixed else word.rstrip("/")
        if _NAME.match(name):
            if name.lower() not in names:
                words.append(name)
            names.setdefault(name.lower(), name)
        else:
            refused.append(word)
            words.append(word)
    return CleanedNames(tuple(names.values()), tuple(refused), tuple(words))
