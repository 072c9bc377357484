"""What is said on a terminal without Qt: wrong options, no display, and whatever the mock server has to tell.

It is said in the language of the terminal, as by other programs there; the setting in the app is for its window. The
translations are read from the file that Qt's is made of, and only when a sentence is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from joip_desktop.domain.languages import ENGLISH, LANGUAGES, chosen_language
from joip_desktop.domain.say import say, speak
from joip_desktop.resources import resource

if TYPE_CHECKING:
    from joip_desktop.mock.errors import Sentence

_LOCALES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")


def terminal_languages(environ: Mapping[str, str]) -> Sequence[str]:
    """The languages that a terminal is set to, the preferred one first, by the rules of gettext.

    None where no locale is set, which is usual on Windows, or the one without a language ("C").
    """
    locale = next((value for name in _LOCALES if (value := environ.get(name))), "")
    plain = locale.partition(".")[0].partition("@")[0]
    if plain in ("", "C", "POSIX"):
        return []
    preferred = environ.get("LANGUAGE", "").split(":")
    return [name.replace("_", "-") for name in (*preferred, plain) if name]


@contextmanager
def speaking_as(environ: Mapping[str, str]) -> Iterator[None]:
    """Say everything in the language of this terminal, until another one is spoken; English again afterwards."""
    name = chosen_language("", terminal_languages(environ))
    if name != ENGLISH:
        manner = LANGUAGES[name]
        speak(TextFile(name).translated, separator=manner.separator, lowers=manner.lowers)
    try:
        yield
    finally:
        speak()


class TextFile:
    """The translations into one language, read when the first sentence is said."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._forms: Mapping[str, Sequence[str]] | None = None

    def translated(self, text: str, number: int | None) -> str:
        """A text's translation, or "" where there is none; of two forms the first is for the number 1."""
        if self._forms is None:
            self._forms = _read(self._name)
        forms = self._forms.get(text, ("",))
        return forms[0] if number in (None, 1) else forms[-1]


def _read(name: str) -> Mapping[str, Sequence[str]]:
    """Every text with its forms; none where the file is missing or broken, since what is wrong is to be said anyway."""
    from xml.etree import ElementTree as ET  # noqa: PLC0415 - start-up does without

    try:
        root = ET.parse(resource(f"translations/joip_{name}.ts")).getroot()  # noqa: S314 - a file of our own
    except (OSError, ET.ParseError):
        return {}
    found = {}
    for message in root.iter("message"):
        translation = message.find("translation")
        if translation is not None:
            counted = [form.text or "" for form in translation.iter("numerusform")]
            found[message.findtext("source", "")] = counted or [translation.text or ""]
    return found


def said(sentence: Sentence) -> str:
    """What the mock server has to tell, in the person's language, with any sentence that is a part of it."""
    values = sentence.values.items()
    return say(
        sentence.text, **{name: said(value) if isinstance(value, type(sentence)) else value for name, value in values}
    )
