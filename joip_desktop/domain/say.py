"""Sentences in the person's language: every text that a person may read goes through `say`, whichever layer it is from.

The texts in the code are English and are the keys of the translations, so that nothing is looked up by a made-up name.
A text that is written where nothing may be said yet (a constant, a default) is marked with `later` and said when it is
shown. What translates is put in by the app (`speak`): Qt does, from files in `resources/`. This is the one state that a
module keeps: the process speaks one language, as it has one locale.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Translate: TypeAlias = Callable[[str, int | None], str]
"""A text's translation, or "" where there is none; the number chooses among the plural forms."""


def _none(_text: str, _number: int | None) -> str:
    return ""


class _Voice:
    __slots__ = ("separator", "translate")

    def __init__(self) -> None:
        self.translate: Translate = _none
        self.separator = ","


_VOICE = _Voice()


def speak(translate: Translate = _none, *, separator: str = ",") -> None:
    """From now on say everything by these translations; without any, in English.

    `separator` stands between thousands.
    """
    _VOICE.translate = translate
    _VOICE.separator = separator


def later(text: str) -> str:
    """The text as it is, marked for translation; whoever shows it says it."""
    return text


def say(text: str, /, **values: object) -> str:
    """The sentence in the person's language, with `{name}`s filled in; numbers have their thousands set apart."""
    return _filled(_VOICE.translate(text, None), text, values)


def say_count(one: str, many: str, /, n: int, **values: object) -> str:
    """The sentence that fits the number: `one` or, for any other number, `many`, in which `{n}` is the number.

    Other languages have other forms; `many` is the key of them all.
    """
    return _filled(_VOICE.translate(many, n), one if n == 1 else many, {"n": n, **values})


def number(n: int) -> str:
    """A number with its thousands set apart."""
    return f"{n:,}".replace(",", _VOICE.separator)


def _filled(translated: str, text: str, values: dict[str, object]) -> str:
    if not values:
        return translated or text
    shown = {name: number(value) if type(value) is int else value for name, value in values.items()}
    try:
        return (translated or text).format(**shown)
    except (LookupError, ValueError):  # a translation with a mistake in it
        return text.format(**shown)
