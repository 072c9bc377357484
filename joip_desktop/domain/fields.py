"""FIELDS: one spec per editable field; ranges and choices are read off `SessionPatch`, only words stand here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from types import MappingProxyType, UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from joip_desktop.domain.patch import SessionPatch
from joip_desktop.domain.say import later, say
from joip_desktop.domain.session import wire_name


class FieldKind(Enum):
    """What sort of thing a field holds, so which widget edits it."""

    TEXT = auto()
    NAMES = auto()
    NUMBER = auto()
    CHOICE = auto()
    PROSE = auto()
    ADDRESS = auto()
    FLAG = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of the values that a field can take, and what people call it."""

    value: str
    english: str

    @property
    def label(self) -> str:
        """What people call it, in the person's language."""
        return say(self.english)


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSpec:
    """Everything a view needs to know of one field.

    `unit` is an English word, to be said where it is shown. `minimum` and `maximum` are inclusive; None where the model
    sets none. `undoable` is False where setting the old value again does not bring back the old state on the server.
    """

    name: str
    kind: FieldKind
    english_label: str
    english_help: str
    unit: str = ""
    minimum: int | None = None
    maximum: int | None = None
    choices: tuple[Choice, ...] = ()
    nullable: bool = False
    locked_when_imported: bool = False
    undoable: bool = True

    @property
    def label(self) -> str:
        """What people call the field, in the person's language."""
        return say(self.english_label)

    @property
    def help(self) -> str:
        """A sentence on what it is, in the person's language."""
        return say(self.english_help)

    @property
    def wire(self) -> str:
        """The field's JSON name."""
        return wire_name(self.name)

    def choice_label(self, value: str) -> str:
        """What people call `value`; an unknown value is named as it is."""
        return next((choice.label for choice in self.choices if choice.value == value), value)


@dataclass(frozen=True, slots=True)
class _Words:
    kind: FieldKind
    label: str
    help: str
    unit: str = ""


_WORDS: Final[Mapping[str, _Words]] = {
    "title": _Words(FieldKind.TEXT, "Title", "The name of the session."),
    "subreddits": _Words(FieldKind.NAMES, "Subreddits", "Names or addresses, with commas or blanks in between."),
    "category_id": _Words(FieldKind.NUMBER, "Category", "The number of a category, or the default category."),
    "interval_min": _Words(FieldKind.NUMBER, "Shortest interval", "The least time a picture stays.", "seconds"),
    "interval_max": _Words(FieldKind.NUMBER, "Longest interval", "The most time a picture stays.", "seconds"),
    "transition": _Words(FieldKind.CHOICE, "Transition", "How one picture gives way to the next."),
    "caption_theme": _Words(FieldKind.CHOICE, "Caption theme", "What the captions are about."),
    "ai_prompt": _Words(FieldKind.PROSE, "Prompt", "Used by the theme “Custom Prompt”."),
    "thumbnail": _Words(FieldKind.ADDRESS, "Thumbnail", "The web address of a picture; empty to have one generated."),
    "is_favorite": _Words(FieldKind.FLAG, "Favourite", "Marked with a star."),
    "is_public": _Words(FieldKind.FLAG, "Public", "Anyone with the link can see the session."),
    "share_to_community": _Words(
        FieldKind.FLAG,
        "Shared",
        "With the community: the server keeps a public snapshot while this is on.",
    ),
    "is_manual_mode": _Words(FieldKind.FLAG, "Manual mode", "The player waits instead of moving on by itself."),
}
"""In the order in which a form shows them."""

CHOICE_LABELS: Final[Mapping[str, Mapping[str, str]]] = {
    "transition": {
        "fade": later("Fade"),
        "slide": later("Slide"),
        "zoom": later("Zoom"),
        "flip": later("Flip"),
        "none": later("None"),
    },
    "caption_theme": {  # the site's own words (contract)
        "joi": later("JOI / Edging"),
        "forced-bi": later("Forced-Bi"),
        "beta": later("Bully / Simp"),
        "cbt": later("Pain / CBT"),
        "cuckold": later("Cuckold"),
        "custom": later("Custom Prompt"),
    },
}

_PROMPT_THEME: Final = "custom"
"""The site: "`custom` uses `aiPrompt`" (contract)."""


def uses_prompt(caption_theme: object) -> bool:
    """Whether captions of this theme are made from the session's prompt."""
    return caption_theme == _PROMPT_THEME


LOCKED_WHEN_IMPORTED: Final = frozenset({"subreddits", "caption_theme", "ai_prompt"})
"""Seed: "For imported sessions, the following fields cannot be modified"."""

NOT_EXACTLY_UNDOABLE: Final = frozenset({"thumbnail", "share_to_community"})
"""A generated thumbnail and a deleted snapshot do not come back as they were (seed, notes)."""


def _bounds(info: FieldInfo) -> tuple[int | None, int | None]:
    """The inclusive limits among the constraints of a field, those inside `X | None` included."""
    constraints = list(info.metadata)
    for part in get_args(info.annotation):
        constraints += [found for extra in get_args(part)[1:] for found in getattr(extra, "metadata", [extra])]
    lowest = next((found for extra in constraints if (found := getattr(extra, "ge", None)) is not None), None)
    highest = next((found for extra in constraints if (found := getattr(extra, "le", None)) is not None), None)
    return lowest, highest


def _literals(annotation: Any) -> tuple[str, ...]:  # noqa: ANN401 - a type form has no better type
    return get_args(annotation) if get_origin(annotation) is Literal else ()


def _nullable(annotation: Any) -> bool:  # noqa: ANN401 - a type form has no better type
    return get_origin(annotation) in (Union, UnionType) and type(None) in get_args(annotation)


def _spec(name: str, words: _Words) -> FieldSpec:
    info = SessionPatch.model_fields[name]
    minimum, maximum = _bounds(info)
    labels = CHOICE_LABELS.get(name, {})
    return FieldSpec(
        name=name,
        kind=words.kind,
        english_label=words.label,
        english_help=words.help,
        unit=words.unit,
        minimum=minimum,
        maximum=maximum,
        choices=tuple(Choice(value=value, english=labels.get(value, value)) for value in _literals(info.annotation)),
        nullable=_nullable(info.annotation),
        locked_when_imported=name in LOCKED_WHEN_IMPORTED,
        undoable=name not in NOT_EXACTLY_UNDOABLE,
    )


FIELDS: Final[Mapping[str, FieldSpec]] = MappingProxyType({name: _spec(name, words) for name, words in _WORDS.items()})
"""Every editable field by name, in form order."""
