"""The keys of the search language: what may follow each, how it is read and written, and what is said if it can’t."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from types import MappingProxyType
from typing import Final

from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.query_ranges import RangeError, read_number, read_range, read_time, spell_range
from joip_desktop.domain.query_scan import Token, quoted
from joip_desktop.domain.query_terms import Named, Nothing, Operand, Part, Prefix, Value
from joip_desktop.domain.say import later, say

_SHOWN_LENGTH: Final = 40
_PLAIN_NAME: Final = re.compile(r"[\w-]+")
_PLAIN_PART: Final = re.compile(r"[^\s,\"][^\s,]*")
_SUBREDDIT_PATH: Final = re.compile(r"/?r/(?P<name>\w+\*?)/?\Z")


class ValueFaultError(ValueError):
    """A value that a key can't take; the text is a sentence for the person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One key. `read` gives the value of a token with text, or raises ValueFaultError; `spell` gives back such a text.

    `english_help` is a few words for a list of keys, `say_hint` says on what may follow. `attributes` are those of a
    session that it looks at, under the name of the value, or under "" for any value; several have blanks in between.
    """

    name: str
    english_help: str
    say_hint: Callable[[], str]
    read: Callable[[Token], Value]
    spell: Callable[[Value], str]
    attributes: Mapping[str, str]
    words: tuple[str, ...] = ()
    """What may follow, where that is a list."""

    @property
    def help(self) -> str:
        """A few words for a list of keys, in the person's language."""
        return say(self.english_help)

    @property
    def hint(self) -> str:
        """A sentence on what may follow, in the person's language."""
        return self.say_hint()


def shown(text: str) -> str:
    """What somebody typed, fit for a sentence."""
    short = text if len(text) <= _SHOWN_LENGTH else f"{text[: _SHOWN_LENGTH - 1]}…"
    return "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in short)


def _any_of(words: Iterable[str]) -> str:
    """The words with commas in between, and "or" before the last."""
    *others, last = words
    return say("{others} or {last}", others=", ".join(others), last=last) if others else last


def _all_of(words: Iterable[str]) -> str:
    """The words with commas in between, and "and" before the last."""
    *others, last = words
    return say("{others} and {last}", others=", ".join(others), last=last) if others else last


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

_GROUP_MARK: Final = re.compile(r"unsaved-[0-9]+", re.ASCII)
"""Of sessions with unsaved edits for all of them, a number for each group: for the sidebar, and so not offered."""


def is_mark(name: str) -> bool:
    """Whether what a session `is:` is known only to this app."""
    return name in MARKS or _GROUP_MARK.fullmatch(name) is not None


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


@dataclass(frozen=True, slots=True)
class _Refusals:
    """What to say of a word that is none of the list: whether or not another one is close, and what the words are."""

    no_such: str
    did_you_mean: str
    words: str


_NO_STATE: Final = _Refusals(
    later("There is no state “{typed}”."),
    later("There is no state “{typed}”; did you mean {close}?"),
    later("States are {words}."),
)
_NO_PART: Final = _Refusals(
    later("There is no part “{typed}”."),
    later("There is no part “{typed}”; did you mean {close}?"),
    later("Parts are {words}."),
)
_NO_THEME: Final = _Refusals(
    later("There is no theme “{typed}”."),
    later("There is no theme “{typed}”; did you mean {close}?"),
    later("Themes are {words}."),
)
_NO_TRANSITION: Final = _Refusals(
    later("There is no transition “{typed}”."),
    later("There is no transition “{typed}”; did you mean {close}?"),
    later("Transitions are {words}."),
)


def _word_key(
    name: str,
    help_: str,
    words: tuple[str, ...],
    *,
    refusals: _Refusals,
    attributes: Mapping[str, str],
    literal: bool = False,
) -> Key:
    """A key that takes the words of a list, and with `literal` anything in quotes."""

    def read(token: Token) -> Value:
        if literal and token.quoted:
            return Named(token.text)
        wanted = token.text.casefold()
        found = ALIASES.get(wanted, wanted)
        if found in words or (name == "is" and is_mark(found)):
            return Named(found)
        raise ValueFaultError(_word_sentence(shown(token.text), wanted, words, refusals))

    def spell(value: Value) -> str:
        match value:
            case Named(word) if word in words or (name == "is" and is_mark(word)):
                return word
            case Named(word):
                return quoted(word)
            case _:
                raise _foreign(name, value)

    def hint() -> str:
        return say("After {key}: comes {words}.", key=name, words=_any_of(words))

    return Key(name=name, english_help=help_, say_hint=hint, read=read, spell=spell, attributes=attributes, words=words)


def _word_sentence(typed: str, wanted: str, words: tuple[str, ...], refusals: _Refusals) -> str:
    if longer := [word for word in words if word.startswith(wanted)]:
        return say("“{typed}” is the beginning of {words}.", typed=typed, words=_any_of(longer))
    if close := get_close_matches(wanted[:_SHOWN_LENGTH], words, n=1):
        no_such = say(refusals.did_you_mean, typed=typed, close=close[0])
    else:
        no_such = say(refusals.no_such, typed=typed)
    return f"{no_such} {say(refusals.words, words=_all_of(words))}"


def _choice_key(name: str, help_: str, field: str, refusals: _Refusals) -> Key:
    """A key for one of the fields with choices; servers may know values that we don't, hence the quotes."""
    words = tuple(choice.value for choice in FIELDS[field].choices)
    return _word_key(name, help_, words, refusals=refusals, attributes={"": field}, literal=True)


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


def _text_key(name: str, help_: str, field: str, *, hint: str) -> Key:
    """A key for a text that contains another."""

    def read(token: Token) -> Value:
        return Part(token.text.casefold())

    def spell(value: Value) -> str:
        match value:
            case Part(text):
                return text if _PLAIN_PART.fullmatch(text) else quoted(text)
            case _:
                raise _foreign(name, value)

    return Key(
        name=name, english_help=help_, say_hint=partial(say, hint), read=read, spell=spell, attributes={"": field}
    )


# --- numbers and times ------------------------------------------------------------------------------------------------


def _read_seconds(text: str) -> Operand | None:
    return read_number(text.removesuffix("s"))


def _range_key(
    name: str,
    help_: str,
    attributes: str,
    *,
    read: Callable[[str], Operand | None],
    unreadable: str,
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
            raise ValueFaultError(_range_sentence(error, shown(token.text), unreadable, say(hint))) from None

    return Key(
        name=name,
        english_help=help_,
        say_hint=partial(say, hint),
        read=read_value,
        spell=spell_range,
        attributes={"": attributes},
    )


def _range_sentence(error: RangeError, text: str, unreadable: str, hint: str) -> str:
    match error.reason:
        case "unfinished":
            return hint
        case "backwards":
            return say("“{typed}” runs backwards; the smaller or earlier one comes first.", typed=text)
        case "undecided":
            return say("Write <{age} for younger than that, or >{age} for older.", age=text.strip("=."))
        case "unreadable":
            return f"{say(unreadable, typed=text)} {hint}"


_NO_TIME: Final = later("“{typed}” is no time.")
_TIME_HINT: Final = later("Write <7d, >30d, 2025, 2025-03, 2025-03-01, 2025-01..2025-03 or today.")

_KEYS: Final = (
    _word_key("is", "favorite, public, unsaved …", (*FLAGS, *_MARKS), refusals=_NO_STATE, attributes=FLAGS),
    _word_key("has", "prompt, thumbnail …", tuple(PARTS), refusals=_NO_PART, attributes=PARTS),
    Key(
        name="in",
        english_help=later("subreddit"),
        say_hint=partial(say, later("After in: comes a subreddit, earth* for all that begin like this, or none.")),
        read=_read_subreddit,
        spell=_spell_subreddit,
        attributes={"": "subreddits"},
    ),
    _choice_key("theme", later("what the captions are about"), "caption_theme", _NO_THEME),
    _choice_key("transition", later("how pictures change"), "transition", _NO_TRANSITION),
    _range_key(
        "category",
        later("its number, or none"),
        "category_id",
        read=read_number,
        unreadable=later("“{typed}” is no category number."),
        hint=later("Write the number of a category, such as 3, >3 or 1..5, or none."),
        nullable=True,
    ),
    _range_key(
        "interval",
        later("seconds that a picture stays"),
        "interval_min interval_max",
        read=_read_seconds,
        unreadable=later("“{typed}” is no number of seconds."),
        hint=later("Write seconds, such as 7, >10, <5 or 5..10."),
    ),
    _range_key("updated", later("last change"), "updated_at", read=read_time, unreadable=_NO_TIME, hint=_TIME_HINT),
    _range_key(
        "created", later("when it was made"), "created_at", read=read_time, unreadable=_NO_TIME, hint=_TIME_HINT
    ),
    _text_key(
        "title",
        later("words in the title alone"),
        "title",
        hint=later("After title: comes a word of the title, or several in quotes."),
    ),
    _text_key(
        "prompt",
        later("words in the prompt"),
        "ai_prompt",
        hint=later("After prompt: comes a word of the prompt, or several in quotes."),
    ),
    _range_key(
        "id",
        later("number of a session"),
        "id",
        read=read_number,
        unreadable=later("“{typed}” is no session number."),
        hint=later("Write the number of a session, such as 123, >100 or 100..200."),
    ),
)

KEYS: Final[Mapping[str, Key]] = MappingProxyType({key.name: key for key in _KEYS})
"""By name, in the order in which they are offered."""


def unknown_key(name: str) -> str:
    """The sentence on a key that does not exist."""
    close = get_close_matches(name.casefold()[:_SHOWN_LENGTH], KEYS, n=1)
    if close:
        return say(
            "There is no “{typed}:”; did you mean {close}:? In quotes it is looked for as text.",
            typed=shown(name),
            close=close[0],
        )
    return say(
        "There is no “{typed}:”. Keys are {keys}; in quotes it is looked for as text.",
        typed=shown(name),
        keys=_all_of(f"{key}:" for key in KEYS),
    )
