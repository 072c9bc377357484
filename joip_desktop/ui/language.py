"""The person's language: Qt's translations, put behind `say`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from joip_desktop.domain.languages import ENGLISH, LANGUAGES, chosen_language
from joip_desktop.domain.patch import is_sendable
from joip_desktop.domain.say import speak
from joip_desktop.resources import resource

CONTEXT: Final = "joip"
"""The one context of all our texts in the files of translations."""

_MOST: Final = 2**31 - 1
"""Of which a number can be to choose a form by."""


def system_languages() -> Sequence[str]:
    """The languages that the system is set to, the preferred one first."""
    return QLocale.system().uiLanguages()


class Language:
    """Speaks one language until it is closed; also Qt's own buttons and menus do, as far as Qt has it."""

    def __init__(self, name: str) -> None:
        self.name = ""
        self._translators: list[QTranslator] = []
        self._speak(name)

    @classmethod
    def of(cls, setting: str) -> Language:
        """The one set or, where that is empty, the system's."""
        return cls(chosen_language(setting, system_languages()))

    def change(self, setting: str) -> None:
        """Speak another one from now on, if another one is set."""
        if (name := chosen_language(setting, system_languages())) != self.name:
            self.close()
            self._speak(name)

    def close(self) -> None:
        """Speak English again."""
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        self._translators.clear()
        self.name = ENGLISH
        speak()

    def _speak(self, name: str) -> None:
        self.name = name
        if name == ENGLISH:
            speak()
            return
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for file in (f"{folder}/qtbase_{name}.qm", str(resource(f"translations/joip_{name}.qm"))):
            translator = QTranslator()
            if translator.load(file):
                QCoreApplication.installTranslator(translator)
                self._translators.append(translator)
        speak(_translated, separator=LANGUAGES[name].separator, lowers=LANGUAGES[name].lowers)


def _translated(text: str, number: int | None) -> str:
    """Qt gives the text itself where it has no translation. Text that is no sentence of ours may be any text."""
    if "\0" in text or not is_sendable(text):
        return ""
    if number is not None:
        number = min(abs(number), _MOST)
    found = QCoreApplication.translate(CONTEXT, text, None, -1 if number is None else number)
    return "" if found == text else found
