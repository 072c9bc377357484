"""The keys of the search language: what may follow each, how it is read and written, and what is said if it can’t."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from types import MappingProxyType
from typing import Final

from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.query_ranges import RangeError, read_number, read_range, read_time, spell_range
from joip_desktop.domain.query_scan import Token, quoted
from joip_desktop.domain.query_terms import Named, Nothing, Operand, Part, Prefix, Value

_SHOWN_LENGTH: Final = 40
_PLAIN_NAME: Final = re.compile(r"[\w-]+")
_PLAIN_PART: Final = re.compile(r"[^\s,\"][^\s,]*")
_SUBREDDIT_PATH: Final = re.compile(r"/?r/(?P<name>\w+\*?)/?\Z")


class ValueFaultError(ValueError):
    """A value that a key can't take; the text is a sentence for the person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One key. `read` gives the value of a token with text, or raises ValueFaultError; `spell` gives back such a text.

    `help` is a few words for a list of keys, `hint` a sentence on what may follow. `attributes` are those of a session
    that it looks at, under the name of the value, or under "" for any value; several have blanks in between.
    """

    name: str
    help: str
    hint: str
    read: Callable[[Token], Value]
    spell: Callable[[Value], str]
    attributes: Mapping[str, str]
    words: tuple[str, ...] = ()
    """What may follow, where that is a list."""


def shown(text: str) -> str:
    """What somebody typed, fit for a sentence."""
    short = text if len(text) <= _SHOWN_LENGTH else f"{text[: _SHOWN_LENGTH - 1]}…"
    return "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in short)


def _listed(words: Iterable[str], last: str) -> str:
    """The words with commas in between, and "and" or "or" before the last."""
    *others, final = words
    return f"{', '.join(others)} {last} {final}" if others else final


# --- words out of a list ----------------------------------------------------------------------------------------------

FLAGS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "favorite": "is_favorite",
        "public": "is_public",
        "shared": "share_to_community",
        "imported": "is_imported",
        "manual": "is_manual_mode",
    }
)
"""What a session `is:`, and the attribute that says so."""

_MARKS: Final = ("unsaved", "waiting", "failed", "conflict")
MARKS: Final = frozenset(_MARKS)
"""What else a session `is:`, which only this app knows."""

PARTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "title": "title",
        "subreddits": "subreddits",
        "category": "category_id",
        "prompt": "ai_prompt",
        "thumbnail": "thumbnail",
    }
)
"""What a session `has:`, and the attribute that holds it."""

ALIASES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "favourite": "favorite",
        "fav": "favorite",
        "starred": "favorite",
        "pending": "waiting",
        "conflicts": "conflict",
        "subreddit": "subreddits",
    }
)
"""Other names of states and parts."""


def _word_key(
    name: str, help_: str, words: tuple[str, ...], *, noun: str, attributes: Mapping[str, str], literal: bool = False
) -> Key:
    """A key that takes the words of a list, and with `literal` anything in quotes."""

    def read(token: Token) -> Value:
        if literal and token.quoted:
            return Named(token.text)
        wanted = token.text.casefold()
        found = ALIASES.get(wanted, wanted)
        if found in words:
            return Named(found)
        raise ValueFaultError(_word_sentence(token.text, wanted, words, noun))

    def spell(value: Value) -> str:
        match value:
            case Named(word) if word in words:
                return word
            case Named(word):
                return quoted(word)
            case _:
                raise _foreign(name, value)

    hint = f"After {name}: comes {_listed(words, 'or')}."
    return Key(name=name, help=help_, hint=hint, read=read, spell=spell, attributes=attributes, words=words)


def _word_sentence(typed: str, wanted: str, words: tuple[str, ...], noun: str) -> str:
    if longer := [word for word in words if word.startswith(wanted)]:
        return f"“{shown(typed)}” is the beginning of {_listed(longer, 'or')}."
    close = get_close_matches(wanted[:_SHOWN_LENGTH], words, n=1)
    guess = f"; did you mean {close[0]}?" if close else "."
    return f"There is no {noun} “{shown(typed)}”{guess} {noun.capitalize()}s are {_listed(words, 'and')}."


def _choice_key(name: str, help_: str, field: str) -> Key:
    """A key for one of the fields with choices; servers may know values that we don't, hence the quotes."""
    words = tuple(choice.value for choice in FIELDS[field].choices)
    return _word_key(name, help_, words, noun=name, attributes={"": field}, literal=True)


def _foreign(key: str, value: Value) -> TypeError:
    return TypeError(f"{value!r} does not go with {key}:")


# --- names and texts --------------------------------------------------------------------------------------------------


def _read_subreddit(token: Token) -> Value:
    name = token.text.casefold()
    if token.quoted:
        return Named(name)
    if name == "none":
        return Nothing()
    if path := _SUBREDDIT_PATH.match(name):
        name = path["name"]
    return Prefix(name[:-1]) if name.endswith("*") else Named(name)


def _spell_subreddit(value: Value) -> str:
    match value:
        case Nothing():
            return "none"
        case Prefix(text):
            return f"{text}*"
        case Named(name):
            return name if _PLAIN_NAME.fullmatch(name) and name.casefold() != "none" else quoted(name)
        case _:
            raise _foreign("in", value)


def _text_key(name: str, help_: str, field: str) -> Key:
    """A key for a text that contains another."""

    def read(token: Token) -> Value:
        return Part(token.text.casefold())

    def spell(value: Value) -> str:
        match value:
            case Part(text):
                return text if _PLAIN_PART.fullmatch(text) else quoted(text)
            case _:
                raise _foreign(name, value)

    hint = f"After {name}: comes a word of the {name}, or several in quotes."
    return Key(name=name, help=help_, hint=hint, read=read, spell=spell, attributes={"": field})


# --- numbers and times ------------------------------------------------------------------------------------------------


def _read_seconds(text: str) -> Operand | None:
    return read_number(text.removesuffix("s"))


def _range_key(
    name: str,
    help_: str,
    attributes: str,
    *,
    read: Callable[[str], Operand | None],
    noun: str,
    hint: str,
    nullable: bool = False,
) -> Key:
    """A key for comparisons and ranges of what `read` reads, and with `nullable` also `none`."""

    def read_value(token: Token) -> Value:
        text = token.text.casefold()
        if nullable and text == "none":
            return Nothing()
        try:
            return read_range(text, read)
        except RangeError as error:
            raise ValueFaultError(_range_sentence(error, shown(token.text), noun, hint)) from None

    return Key(name=name, help=help_, hint=hint, read=read_value, spell=spell_range, attributes={"": attributes})


def _range_sentence(error: RangeError, text: str, noun: str, hint: str) -> str:
    match error.reason:
        case "unfinished":
            return hint
        case "backwards":
            return f"“{text}” runs backwards; the smaller or earlier one comes first."
        case "undecided":
            age = text.strip("=.")
            return f"Write <{age} for younger than that, or >{age} for older."
        case "unreadable":
            return f"“{text}” is no {noun}. {hint}"


_TIME_HINT: Final = "Write <7d, >30d, 2025, 2025-03, 2025-03-01, 2025-01..2025-03 or today."

_KEYS: Final = (
    _word_key("is", "favorite, public, unsaved …", (*FLAGS, *_MARKS), noun="state", attributes=FLAGS),
    _word_key("has", "prompt, thumbnail …", tuple(PARTS), noun="part", attributes=PARTS),
    Key(
        name="in",
        help="subreddit",
        hint="After in: comes a subreddit, earth* for all that begin like this, or none.",
        read=_read_subreddit,
        spell=_spell_subreddit,
        attributes={"": "subreddits"},
    ),
    _choice_key("theme", "what the captions are about", "caption_theme"),
    _choice_key("transition", "how pictures change", "transition"),
    _range_key(
        "category",
        "its number, or none",
        "category_id",
        read=read_number,
        noun="category number",
        hint="Write the number of a category, such as 3, >3 or 1..5, or none.",
        nullable=True,
    ),
    _range_key(
        "interval",
        "seconds that a picture stays",
        "interval_min interval_max",
        read=_read_seconds,
        noun="number of seconds",
        hint="Write seconds, such as 7, >10, <5 or 5..10.",
    ),
    _range_key("updated", "last change", "updated_at", read=read_time, noun="time", hint=_TIME_HINT),
    _range_key("created", "when it was made", "created_at", read=read_time, noun="time", hint=_TIME_HINT),
    _text_key("title", "words in the title alone", "title"),
    _text_key("prompt", "words in the prompt", "ai_prompt"),
    _range_key(
        "id",
        "number of a session",
        "id",
        read=read_number,
        noun="session number",
        hint="Write the number of a session, such as 123, >100 or 100..200.",
    ),
)

KEYS: Final[Mapping[str, Key]] = MappingProxyType({key.name: key for key in _KEYS})
"""By name, in the order in which they are offered."""


def unknown_key(name: str) -> str:
    """The sentence on a key that does not exist."""
    close = get_close_matches(name.casefold()[:_SHOWN_LENGTH], KEYS, n=1)
    if close:
        return f"There is no “{shown(name)}:”; did you mean {close[0]}:? In quotes it is looked for as text."
    keys = _listed((f"{key}:" for key in KEYS), "and")
    return f"There is no “{shown(name)}:”. Keys are {keys}; in quotes it is looked for as text."
