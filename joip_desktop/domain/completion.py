"""What may come next in the search box: keys at the beginning of a term, values after a key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from types import MappingProxyType
from typing import Final

from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.query_keys import ALIASES, KEYS, PARTS, Key
from joip_desktop.domain.query_scan import KeyPiece, WordPiece, scan
from joip_desktop.domain.query_terms import Named
from joip_desktop.domain.say import inside, later, say

LIMIT: Final = 12
"""The most suggestions at a time: what can be taken in at a glance, and all keys."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """What occurs in this account: subreddits, the most frequent first; categories by number, with their local names.

    A category without a name has "".
    """

    subreddits: Sequence[str] = ()
    categories: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A text to put in, and a few words on what it means."""

    text: str
    help: str


@dataclass(frozen=True, slots=True)
class Completion:
    """Suggestions, each of which replaces the text from `start` to before `end`."""

    start: int
    end: int
    suggestions: tuple[Suggestion, ...]


def complete(text: str, cursor: int, vocabulary: Vocabulary) -> Completion:
    """What may be put in where the cursor is (0 to the length of the text); often nothing.

    Nothing is offered in quotes, within a word, and for a value that is complete already and begins no other.
    """
    nothing = Completion(cursor, cursor, ())
    match next((piece for piece in scan(text) if piece.start <= cursor <= piece.end), None):
        case None:
            return Completion(cursor, cursor, _keys(""))
        case WordPiece(token) if not token.quoted and cursor == token.end:
            # A dash alone is a word, and may be the beginning of a negated term.
            start = token.end if token.text == "-" else token.start
            return Completion(start, token.end, _keys(text[start:cursor]))
        case KeyPiece(name, values) if cursor >= name.end and (key := KEYS.get(name.text.casefold())):
            token = next(token for token in values if token.start <= cursor <= token.end)
            if token.quoted:
                return nothing
            found = _values(key, text[token.start : cursor].casefold(), vocabulary)
            return Completion(token.start, token.end, _fresh(found, {value.text.casefold() for value in values}))
        case _:
            return nothing


def _keys(typed: str) -> tuple[Suggestion, ...]:
    return tuple(Suggestion(f"{key.name}:", key.help) for key in KEYS.values() if key.name.startswith(typed.casefold()))


def _fresh(found: Iterable[Suggestion], known: set[str]) -> tuple[Suggestion, ...]:
    """The first suggestions without repeats and without those whose text is `known`."""
    fresh: dict[str, Suggestion] = {}
    for one in found:
        if (folded := one.text.casefold()) not in known:
            fresh.setdefault(folded, one)
        if len(fresh) == LIMIT:
            break
    return tuple(fresh.values())


# --- values -----------------------------------------------------------------------------------------------------------

_STATE_HELP: Final[Mapping[str, str]] = MappingProxyType(
    {
        "favorite": later("marked with a star"),
        "public": later("anyone with the link can see it"),
        "shared": later("with the community"),
        "imported": later("came from elsewhere"),
        "manual": later("does not move on by itself"),
        "unsaved": later("edited here, not saved"),
        "waiting": later("saved, not sent yet"),
        "failed": later("could not be sent"),
        "conflict": later("changed elsewhere, too"),
    }
)

_INTERVALS: Final = {
    ">10": later("always longer than 10 seconds"),
    "<5": later("always shorter than 5 seconds"),
    "5..10": later("5 to 10 seconds"),
    "7": later("7 seconds may occur"),
}

_TIMES: Final = {
    "today": later("since midnight"),
    "yesterday": later("the day before"),
    "<24h": later("in the last 24 hours"),
    "<7d": later("in the last 7 days"),
    "<3m": later("in the last 3 months"),
    ">30d": later("more than 30 days ago"),
    ">1y": later("more than a year ago"),
    "2025-03": later("in that month"),
    ">=2025-03-01": later("from that day on"),
    "2025-01..2025-03": later("in those months"),
}

_UNITS: Final = {
    "h": later("hours"),
    "d": later("days"),
    "w": later("weeks"),
    "m": later("months"),
    "y": later("years"),
}
_UNFINISHED_AGE: Final = re.compile(r"[<>]=?[0-9]{1,9}\Z")
_PLAIN: Final = re.compile(r"[\w-]+\Z")


def _values(key: Key, typed: str, vocabulary: Vocabulary) -> Iterator[Suggestion]:
    """What may follow a key and goes with what is typed, the likeliest first."""
    match key.name:
        case "in":
            yield from _subreddits(typed, vocabulary.subreddits)
        case "category":
            yield from _categories(typed, vocabulary.categories)
        case "interval":
            yield from _beginning(typed, _said(_INTERVALS))
        case "updated" | "created":
            if _UNFINISHED_AGE.match(typed):
                yield from (Suggestion(f"{typed}{unit}", say(name)) for unit, name in _UNITS.items())
            yield from _beginning(typed, _said(_TIMES))
        case _:
            yield from _words(key, typed)


def _said(texts: Mapping[str, str]) -> list[Suggestion]:
    return [Suggestion(text, say(meaning)) for text, meaning in texts.items()]


def _beginning(typed: str, among: Iterable[Suggestion]) -> Iterator[Suggestion]:
    return (one for one in among if one.text.startswith(typed))


def _words(key: Key, typed: str) -> Iterator[Suggestion]:
    """Those of the words after a key that begin so, then those that have another name or a label that does."""
    among = [Suggestion(word, _word_help(key, word)) for word in key.words]
    yield from _beginning(typed, among)
    for one in among:
        names = [alias for alias, word in ALIASES.items() if word == one.text]
        if key.name not in ("is", "has"):
            names += re.findall(r"[\w-]+", one.help.casefold())
        if any(name.startswith(typed) for name in names):
            yield one


def _word_help(key: Key, word: str) -> str:
    match key.name:
        case "is":
            return say(_STATE_HELP[word])
        case "has":
            return inside(FIELDS[PARTS[word]].label)
        case _:
            return FIELDS[key.attributes[""]].choice_label(word)


def _subreddits(typed: str, names: Sequence[str]) -> Iterator[Suggestion]:
    """Those that begin so, the most frequent first, all of these at once, and then those that contain it."""
    wanted = typed.removeprefix("/").removeprefix("r/")
    spell = KEYS["in"].spell
    beginning = islice((name for name in names if name and name.casefold().startswith(wanted)), LIMIT - 2)
    first = [Suggestion(spell(Named(name)), "") for name in beginning]
    yield from first
    if len({one.text.casefold() for one in first}) > 1 and _PLAIN.match(wanted):
        yield Suggestion(f"{wanted}*", say("all that begin like this"))
    if "none".startswith(typed):
        yield Suggestion("none", say("without subreddits"))
    yield from (Suggestion(spell(Named(name)), "") for name in names if name and wanted in name.casefold())


def _categories(typed: str, categories: Mapping[int, str]) -> Iterator[Suggestion]:
    """By number or by name."""
    yield from _beginning(typed, [Suggestion("none", say("the default category"))])
    for number, name in categories.items():
        if str(number).startswith(typed) or typed in name.casefold():
            yield Suggestion(str(number), name)
    yield from _beginning(typed, [Suggestion(">1", say("all numbers above 1"))])
