"""Sentences in the person's language: every text that a person may read goes through `say`, whichever layer it is from.

The texts in the code are English and are the keys of the translations, so that nothing is looked up by a made-up name.
A text that is written where nothing may be said yet (a constant, a default) is marked with `later` and said when it is
shown. What translates is put in by the app (`speak`): Qt does, from files in `resources/`. This is the one state that a
module keeps: the process speaks one language, as it has one locale.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

Translate: TypeAlias = Callable[[str, int | None], str]
"""A text's translation, or "" where there is none; the number chooses among the plural forms."""


_MOST_KNOWN: Final = 5000
"""Texts; there are some hundred of ours."""


def _none(_text: str, _number: int | None) -> str:
    return ""


class _Voice:
    """Who speaks; what has been translated once is known, as views say the same words for thousands of cells."""

    __slots__ = ("_known", "lowers", "separator", "translate")

    def __init__(self, translate: Translate = _none, separator: str = ",", *, lowers: bool = True) -> None:
        self.translate = translate
        self.separator = separator
        self.lowers = lowers
        self._known: dict[str, str] = {}

    def of(self, text: str) -> str:
        found = self._known.get(text)
        if found is None:
            if len(self._known) >= _MOST_KNOWN:  # some is no sentence of ours but the server's
                self._known.clear()
            found = self._known[text] = self.translate(text, None) or text
        return found


_voice = _Voice()


def speak(translate: Translate = _none, *, separator: str = ",", lowers: bool = True) -> None:
    """From now on say everything by these translations; without any, in English.

    `separator` stands between thousands. `lowers`: names have no capitals in the middle of a sentence, see `inside`.
    """
    global _voice  # noqa: PLW0603 - the process speaks one language
    _voice = _Voice(translate, separator, lowers=lowers)


def later(text: str) -> str:
    """The text as it is, marked for translation; whoever shows it says it."""
    return text


def say(text: str, /, **values: object) -> str:
    """The sentence in the person's language, with `{name}`s filled in.

    Numbers have their thousands set apart, and one digit behind the point if they are no whole ones.
    """
    return _filled(_voice.of(text), text, values) if values else _voice.of(text)


def say_count(one: str, many: str, /, n: int, **values: object) -> str:
    """The sentence that fits the number: `one` or, for any other number, `many`, in which `{n}` is the number.

    Other languages have other forms; `many` is the key of them all.
    """
    english = one if n == 1 else many
    return _filled(_voice.translate(many, n) or english, english, {"n": n, **values})


def inside(name: str) -> str:
    """A name that was said, such as a field's, as it stands within a sentence: "shortest interval"."""
    return name.lower() if _voice.lowers else name


def named(name: str) -> str:
    """A name that was said, where a sentence may ask for another form of it: only quotes keep that from sounding wrong.

    English has one form of everything: "shortest interval". In German it stands in quotes as it is: „Kürzestes
    Intervall“.
    """
    return name.lower() if _voice.lowers else quoted(name)


def quoted(text: str) -> str:
    """A text in the quotation marks of the language."""
    return say(_OUTER, text=text)


def nested(text: str) -> str:
    """A text that will stand in quotes: quotation marks of its own become the inner ones."""
    outer, inner = (say(marks).partition("{text}") for marks in (_OUTER, _INNER))
    return text.replace(outer[0], inner[0]).replace(outer[2], inner[2])


_OUTER: Final = later("“{text}”")
_INNER: Final = later("‘{text}’")


def number(n: int) -> str:
    """A number with its thousands set apart."""
    return f"{n:,}".replace(",", _voice.separator)


def tenths(value: float) -> str:
    """A number with one digit behind the point, or whatever stands there in the language."""
    whole, _, digit = f"{value:,.1f}".partition(".")
    return f"{whole.replace(',', _voice.separator)}{',' if _voice.separator == '.' else '.'}{digit}"


def _filled(translated: str, text: str, values: dict[str, object]) -> str:
    shown = {
        name: number(value) if type(value) is int else tenths(value) if type(value) is float else value
        for name, value in values.items()
    }
    try:
        return translated.format(**shown)
    except (LookupError, ValueError, AttributeError, TypeError):  # a translation with a mistake in it
        return text.format(**shown)
