"""The languages that the app speaks, what is particular to each, and which one to choose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Manner:
    """How a language calls itself, what stands between thousands, and whether names are written small in a sentence."""

    name: str
    separator: str = ","
    lowers: bool = True


ENGLISH: Final = "en"
"""The language of the texts in the code."""

LANGUAGES: Final[Mapping[str, Manner]] = {
    ENGLISH: Manner("English"),
    "de": Manner("Deutsch", separator=".", lowers=False),
}

TRANSLATED: Final = tuple(name for name in LANGUAGES if name != ENGLISH)
"""The languages for which there are files in `resources/translations`."""


def chosen_language(setting: str, system: Sequence[str]) -> str:
    """The language to speak: the one set, or else the first of the system's (such as "de-AT") that there is."""
    for name in (setting, *system):
        short = name.partition("-")[0].lower()
        if short in LANGUAGES:
            return short
    return ENGLISH
