"""Subreddit names out of whatever people type or paste, why a word is none, and which names to suggest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from joip_desktop.domain.say import later, say

SHORTEST: Final = 2
LONGEST: Final = 22
NAME_PATTERN: Final = r"^[A-Za-z0-9][A-Za-z0-9_]{1,21}\Z"
"""Reddit's own rule: letters, digits and underscore, up to 22 with the `u_` of a profile."""

_NAME = re.compile(NAME_PATTERN)
_SEPARATORS = re.compile(r"[\s,;]+")
_HOST = r"(?:(?:https?:)?//)?(?:[a-z0-9-]+\.)*reddit\.com"
_PREFIXED = re.compile(rf"(?:{_HOST}/|/)?r/(?P<name>[^/?#]*)", re.IGNORECASE)
_PROFILE = re.compile(rf"(?:{_HOST}/|/)?(?:u|user)/", re.IGNORECASE)
_POST = re.compile(rf"(?:{_HOST}/(?:comments|gallery)/|(?:(?:https?:)?//)?(?:[a-z0-9-]+\.)*redd\.it\b)", re.IGNORECASE)
_REDDIT = re.compile(rf"{_HOST}(?:[/?#]|\Z)", re.IGNORECASE)
_SITE = re.compile(r"[a-z][a-z0-9+.-]*://|//|(?:[a-z0-9-]+\.)+[a-z]{2,}[/:?#]", re.IGNORECASE)
_NO_NAME_CHARACTER = re.compile(r"[^A-Za-z0-9_]")

_ADDRESS: Final = "https://reddit.com/r/ab"
_RESTS: Final = tuple(_ADDRESS[start:] for start in range(len(_ADDRESS)))
"""What may come behind a half-typed name or address."""

_NAMED: Final = 3
"""As many wrong characters are named as can be read at a glance."""


@dataclass(frozen=True, slots=True)
class CleanedNames:
    """What became of a pasted text: `names` in their order, without repeats, and the words that are no names."""

    names: tuple[str, ...]
    refused: tuple[str, ...]
    words: tuple[str, ...] = field(default=(), compare=False)
    """Both, in the order in which they were typed."""


def is_name(text: str) -> bool:
    """Whether the text is a name as it stands, without a prefix or an address around it."""
    return _NAME.match(text) is not None


def name_in(word: str) -> str:
    """The name that a word is, less `r/` or an address around it; "" where there is none."""
    prefixed = _PREFIXED.match(word)
    name = prefixed["name"] if prefixed else word.rstrip("/")
    return name if is_name(name) else ""


def separates(character: str) -> bool:
    """Whether the character stands between two names."""
    return _SEPARATORS.fullmatch(character) is not None


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
        name = name_in(word)
        if not name:
            refused.append(word)
            words.append(word)
        elif name.lower() not in names:
            names[name.lower()] = name
            words.append(name)
    return CleanedNames(tuple(names.values()), tuple(refused), tuple(words))


def is_beginning(word: str) -> bool:
    """Whether the word is no name yet, but one may come of it by typing on: one letter, `r/`, half an address."""
    if not word or name_in(word):
        return False
    rests = (*_RESTS, f".{_ADDRESS[8:]}") if "//" in word else _RESTS
    return any(name_in(word + rest) for rest in rests)


def finished(before: str, after: str, *, at_once: bool = True) -> tuple[str, str]:
    """The part of a line that is complete after an edit, and the rest, which is still being typed.

    A separator completes what is in front of it. Several characters that come `at_once` (pasted, dropped) complete the
    whole line if there is a separator among them or nothing else in the line; not so where an input method put them in.
    """
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    new = after[start : len(after) - end]
    several = at_once and len(new) > 1
    if any(map(separates, new)):
        done = len(after) if several else start + len(new)
    else:
        done = len(after) if several and new == after else 0
    return after[:done], after[done:]


def _alike(one: str, other: str) -> int:
    """At how many places from the beginning they are the same."""
    places = enumerate(zip(one, other, strict=False))
    return next((place for place, (left, right) in places if left != right), min(len(one), len(other)))


def suggest(typed: str, known: Iterable[str], taken: Iterable[str], limit: int = 8) -> Sequence[str]:
    """Names among `known` that go with what is typed: first those that begin with it, then those that contain it.

    Both in the order of `known`; without those that are `taken`, by case, and without the very word that is typed.
    """
    prefixed = _PREFIXED.match(typed)
    part = (prefixed["name"] if prefixed else typed).lower()
    if not part:
        return ()
    seen = {name.lower() for name in taken}
    begins: list[str] = []
    contains: list[str] = []
    for name in known:
        key = name.lower()
        if part in key and key not in seen and name != typed and is_name(name):
            seen.add(key)
            (begins if key.startswith(part) else contains).append(name)
    return tuple((begins + contains)[:limit])


# --- why a word is none -----------------------------------------------------------------------------------------------


_ADDRESSES: Final = (
    (_PROFILE, later("This is a person’s profile, not a subreddit.")),
    (_POST, later("This is the address of a post, without the name of its subreddit.")),
    (_REDDIT, later("This address of Reddit leads to no subreddit.")),
    (_SITE, later("This is the address of another site, not of a subreddit.")),
)


def why_refused(word: str) -> str:
    """Why a word can't be kept as a name, in one sentence; "" for a name."""
    if is_name(word):
        return ""
    if name := name_in(word):
        return say("Only the name itself can be kept: “{name}”.", name=name)
    if prefixed := _PREFIXED.match(word):
        return _why_no_name(prefixed["name"]) if prefixed["name"] else say("The name after “r/” is missing.")
    address = next((sentence for pattern, sentence in _ADDRESSES if pattern.match(word)), "")
    return say(address) if address else _why_no_name(word.rstrip("/") or word)


def _why_no_name(name: str) -> str:
    if not name:
        return say("This name is empty.")
    if wrong := _NO_NAME_CHARACTER.findall(name):
        return _why_not_these(list(dict.fromkeys(wrong)))
    if name.startswith("_"):
        return say("A name begins with a letter or a digit, not with an underscore.")
    if len(name) < SHORTEST:
        return say("A name has at least {least} characters.", least=SHORTEST)
    return say("A name has at most {most} characters; this one has {count}.", most=LONGEST, count=len(name))


def _why_not_these(wrong: Sequence[str]) -> str:
    seen = [character for character in wrong if not character.isspace()]
    if not all(map(str.isprintable, seen)):
        return say("There are characters in this that can’t be shown; a name has letters, digits and underscores.")
    if not seen:
        return say("There can be no blank in a name.")
    told = " ".join(seen[:_NAMED])
    return say("A name has letters from A to Z, digits and underscores, but not “{characters}”.", characters=told)
