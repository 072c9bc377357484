"""What somebody may mean by a few letters: texts that have them in this order, the likeliest first."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

ASIDE: Final = "\n"
"""What stands behind this in a candidate is found as well, and comes after what is found just as well before it."""

_AT_WORD_START: Final = 1
_INSIDE: Final = 3
"""What a run of letters costs that begins at a word's start, or inside of one; a whole word costs nothing."""

_Cost: TypeAlias = tuple[int, int]
"""What is to be low: how scattered the letters are, and then how many of them stand aside."""

_Path: TypeAlias = tuple[_Cost, tuple[int, ...]]
"""A way to find the letters so far, with their places in the folded text."""


@dataclass(frozen=True, slots=True)
class Match:
    """A candidate in which everything was found: its index, and the positions of the letters, ascending."""

    index: int
    positions: tuple[int, ...] = ()


def rank(query: str, candidates: Sequence[str]) -> list[Match]:
    """The candidates that have every word of the query, the best first; those that are equally good keep their order.

    A word is found where its letters are, in this order, whatever stands between them; capitals and accents don't
    matter. Whole words come first, of those the text that is nothing else, then beginnings of words and initials, then
    letters from anywhere. Without a query all candidates stay as they are.
    """
    words = _fold(query)[0].split()
    if not words:
        return [Match(index) for index in range(len(candidates))]
    found: list[tuple[_Cost, bool, Match]] = []
    for index, candidate in enumerate(candidates):
        text = _Text(candidate)
        paths = [path for word in words if (path := text.find(word)) is not None]
        if len(paths) == len(words):
            cost = (sum(one[0][0] for one in paths), sum(one[0][1] for one in paths))
            places = {text.origins[place] for _, path in paths for place in path}
            found.append((cost, text.name.split() != words, Match(index, tuple(sorted(places)))))
    found.sort(key=lambda one: one[:2])
    return [match for *_, match in found]


def holds(query: str, text: str) -> bool:
    """Whether every word of the query stands in the text in one piece, whatever its capitals and accents."""
    folded = _fold(text)[0]
    return all(word in folded for word in _fold(query)[0].split())


class _Text:
    """A candidate without capitals and accents."""

    __slots__ = ("_aside", "_folded", "origins")

    def __init__(self, candidate: str) -> None:
        self._folded, self.origins = _fold(candidate)
        self._aside = at if (at := self._folded.find(ASIDE)) >= 0 else len(self._folded)

    @property
    def name(self) -> str:
        """What does not stand aside."""
        return self._folded[: self._aside]

    def find(self, word: str) -> _Path | None:
        """The best way to find a word's letters; None if they are not there in this order."""
        letters = iter(self._folded)
        if not all(letter in letters for letter in word):
            return None  # which is soon told, and true of most
        whole = self._whole(word)
        return whole if whole is not None else self._scattered(word)

    def _whole(self, word: str) -> _Path | None:
        at = self._folded.find(word)
        while at >= 0:
            end = at + len(word)
            if self._parts(at) and self._parts(end):
                return (0, self._letters_aside(at, len(word))), tuple(range(at, end))
            at = self._folded.find(word, at + 1)
        return None

    def _scattered(self, word: str) -> _Path | None:
        """The letters in as few runs as can be, most of them at starts of words.

        For one letter after the other: `ways[place]` is the best way to it that ends there, made of those `before` that
        end with the letter before it; `best` is the best of those that leave a gap.
        """
        ways: list[_Path | None] = []
        for position, letter in enumerate(word):
            before, ways = ways, [None] * len(self._folded)
            best: _Path | None = ((0, 0), ()) if position == 0 else None
            for place, other in enumerate(self._folded):
                joined = before[place - 1] if position and place else None
                if other == letter:
                    begun = (
                        None
                        if best is None
                        else _longer(best, place, self._begin(place), self._letters_aside(place, 1))
                    )
                    gone_on = None if joined is None else _longer(joined, place, 0, self._letters_aside(place, 1))
                    ways[place] = _better(gone_on, begun)
                best = _better(best, joined)
        found: _Path | None = None
        for way in ways:
            found = _better(found, way)
        return found

    def _begin(self, place: int) -> int:
        return _AT_WORD_START if self._parts(place) else _INSIDE

    def _parts(self, place: int) -> bool:
        """Whether no word goes on across this place."""
        inside = 0 < place < len(self._folded)
        return not inside or not (self._folded[place - 1].isalnum() and self._folded[place].isalnum())

    def _letters_aside(self, place: int, count: int) -> int:
        return count if place >= self._aside else 0


def _longer(path: _Path, place: int, cost: int, aside: int) -> _Path:
    (so_far, aside_so_far), places = path
    return (so_far + cost, aside_so_far + aside), (*places, place)


def _better(one: _Path | None, other: _Path | None) -> _Path | None:
    """The cheaper one; the first if they cost the same."""
    if one is None or other is None:
        return one or other
    return one if one[0] <= other[0] else other


def _fold(text: str) -> tuple[str, list[int]]:
    """The text without capitals and accents, and of each letter the position that it came from."""
    folded: list[str] = []
    origins: list[int] = []
    for position, character in enumerate(text):
        plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
        for letter in plain:
            if not unicodedata.combining(letter):
                folded.append(letter)
                origins.append(position)
    return "".join(folded), origins
