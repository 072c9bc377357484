from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from joip_desktop.domain.languages import ENGLISH, LANGUAGES, chosen_language
from joip_desktop.domain.say import number, say, say_count
from joip_desktop.ui.language import Language


@pytest.mark.parametrize(
    ("setting", "system", "language"),
    [
        ("", [], "en"),
        ("", ["C"], "en"),
        ("", ["de-AT", "en-US"], "de"),
        ("", ["DE"], "de"),
        ("", ["fr-FR", "de-DE"], "de"),
        ("", ["fr-FR", "en-GB", "de-DE"], "en"),
        ("", ["fr-FR"], "en"),
        ("de", ["en-US"], "de"),
        ("en", ["de-DE"], "en"),
        ("tlh", ["de-DE"], "de"),
    ],
)
def test_the_language_is_the_one_set_or_the_first_of_the_systems_that_there_is(
    setting: str, system: Sequence[str], language: str
) -> None:
    assert chosen_language(setting, system) == language


@pytest.mark.parametrize("name", LANGUAGES)
def test_thousands_are_set_apart_as_qt_does(name: str) -> None:
    assert LANGUAGES[name].separator == QLocale(name).groupSeparator()


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Language]:
    made = Language(ENGLISH)
    yield made
    made.close()
    assert qapp is not None


def test_german_is_spoken_until_it_is_closed(language: Language) -> None:
    language.change("de")
    assert say("Favourite") == "Favorit"
    assert say_count("{n} session", "{n} sessions", 1) == "1 Sitzung"
    assert say_count("{n} session", "{n} sessions", 1200) == "1.200 Sitzungen"
    assert number(1_000_000) == "1.000.000"
    assert say("nobody has translated this") == "nobody has translated this"
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.buttons()[0].text().replace("&", "") == "Abbrechen", "Qt's own buttons, too"
    language.close()
    assert say("Favourite") == "Favourite"
    assert say_count("{n} session", "{n} sessions", 1200) == "1,200 sessions"


def test_changing_to_the_language_that_is_spoken_does_nothing(language: Language) -> None:
    spoken = [(language.name, say("Favourite"))]
    for name in ("en", "de", "de", "en"):
        language.change(name)
        spoken.append((language.name, say("Favourite")))
    assert spoken == [("en", "Favourite"), ("en", "Favourite"), *[("de", "Favorit")] * 2, ("en", "Favourite")]
