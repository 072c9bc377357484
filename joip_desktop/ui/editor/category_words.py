"""Categories as a person reads and types them, without Qt: by number, by a name given here, or the default one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from joip_desktop.domain.say import later, say
from joip_desktop.domain.session import UNKNOWN, UnknownType
from joip_desktop.ui.wording import shortened, shown_text

DEFAULT: Final = later("Default category")

_LONGEST: Final = 60
"""Characters of a name."""

_NUMBER: Final = re.compile(r"-?\d+")
_MOST_NUMBERS: Final = 5

NameOf: TypeAlias = Callable[[int], str]
"""What the person calls a category; empty where it has no name."""


@dataclass(frozen=True, slots=True)
class CategoryChoice:
    """One line of the list. The default category has no number, and one without a name an empty `name`."""

    number: int | None
    name: str
    label: str


def choices_of(numbers: Iterable[int], name_of: NameOf) -> list[CategoryChoice]:
    """What there is to choose from: the default category, then these in their order, each once."""
    numbered = (CategoryChoice(one, name_of(one), label_of(one, name_of)) for one in dict.fromkeys(numbers))
    return [CategoryChoice(None, say(DEFAULT), say(DEFAULT)), *numbered]


def label_of(number: int | None, name_of: NameOf) -> str:
    """What to call a category: "Walks (3)", or "Category 5" where it has no name. No two have the same label."""
    if number is None:
        return say(DEFAULT)
    name = shortened(shown_text(name_of(number)).strip(), _LONGEST)
    if not name:
        return say("Category {number}", number=str(number))
    return say("{name} ({number})", name=name, number=str(number))


def meant(text: str, choices: Sequence[CategoryChoice], name_of: NameOf) -> int | UnknownType | None:
    """The category that a typed text stands for: None is the default one, UNKNOWN is none or more than one.

    A number is that category, whether it is among the `choices` or not, and so is a label, or "Category 5" in any case.
    A name, or a part of one, is the category of that name where no other one fits as well; beginnings count more than
    other parts.
    """
    typed = _folded(text)
    if not typed:
        return UNKNOWN
    if (number := _whole_number(typed)) is not None:
        return number
    for choice in choices:
        if _folded(choice.label) == typed:
            return choice.number
    for digits in _NUMBER.findall(typed)[:_MOST_NUMBERS]:
        number = _whole_number(digits)
        if number is not None and typed in {_folded(label_of(number, name)) for name in (name_of, _no_name)}:
            return number
    return _by_name(typed, choices)


def _by_name(typed: str, choices: Sequence[CategoryChoice]) -> int | UnknownType | None:
    names = [(_folded(choice.name), choice.number) for choice in choices]
    for fits in (typed.__eq__, lambda name: name.startswith(typed), lambda name: typed in name):
        found = [number for name, number in names if name and fits(name)]
        if found:
            return found[0] if len(found) == 1 else UNKNOWN
    return UNKNOWN


def _no_name(_number: int) -> str:
    return ""


def _folded(text: str) -> str:
    return " ".join(shown_text(text).split()).casefold()


def _whole_number(text: str) -> int | None:
    """As for any field of numbers: Python takes 1_0 for ten, people don't."""
    try:
        return None if "_" in text else int(text)
    except ValueError:  # also for one of several thousand digits
        return None
