"""What is said before there is Qt, in the language of the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from joip_desktop import resources
from joip_desktop.domain.languages import TRANSLATED
from joip_desktop.domain.say import number, say, say_count, speak
from joip_desktop.terminal import TextFile, speaking_as, terminal_languages
from tests.helpers.catalogue import translations


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    yield
    speak()


@pytest.mark.parametrize(
    ("environ", "languages"),
    [
        ({}, []),
        ({"LANG": "de_DE.UTF-8"}, ["de-DE"]),
        ({"LANG": "de_AT@euro"}, ["de-AT"]),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "de_DE.UTF-8"}, ["de-DE"]),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "de_DE.UTF-8", "LC_ALL": "fr_FR.UTF-8"}, ["fr-FR"]),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": ""}, ["de-DE"]),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "fr:de_DE::en"}, ["fr", "de-DE", "en", "en-US"]),
        ({"LANG": "C.UTF-8", "LANGUAGE": "de"}, []),
        ({"LC_ALL": "C", "LANG": "de_DE.UTF-8"}, []),
        ({"LC_ALL": "POSIX", "LANGUAGE": "de"}, []),
        ({"LANGUAGE": "de"}, []),
    ],
)
def test_the_languages_of_a_terminal_are_those_of_gettext(environ: Mapping[str, str], languages: Sequence[str]) -> None:
    assert terminal_languages(environ) == languages


def test_the_terminals_language_is_spoken_until_the_end() -> None:
    with speaking_as({"LANG": "de_DE.UTF-8"}):
        assert say("Favourite") == "Favorit"
        assert say("nobody has translated this") == "nobody has translated this"
        assert say_count("{n} session", "{n} sessions", 1) == "1 Sitzung"
        assert say_count("{n} session", "{n} sessions", 1200) == "1.200 Sitzungen"
    assert (say("Favourite"), number(1200)) == ("Favourite", "1,200")


@pytest.mark.parametrize("name", TRANSLATED)
def test_it_says_what_qt_says(name: str) -> None:
    known = translations(name)
    file = TextFile(name)
    assert known
    for text, forms in known.items():
        numbers = (1, 2) if len(forms) > 1 else (None,)
        assert tuple(file.translated(text, one) for one in numbers) == forms, text


def test_nothing_is_read_before_something_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up: list[str] = []

    def resource(relative: str) -> Path:
        looked_up.append(relative)
        return resources.resource(relative)

    monkeypatch.setattr("joip_desktop.terminal.resource", resource)
    with speaking_as({"LANG": "de_DE.UTF-8"}):
        assert looked_up == []
        say("Favourite")
        say("Title")
    assert looked_up == ["translations/joip_de.ts"]


@pytest.mark.parametrize("content", [None, b"", b"<TS><context>", b"\xff\xfe\x00"])
def test_without_a_sound_file_it_is_said_in_english(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "joip_de.ts"
    if content is not None:
        path.write_bytes(content)
    monkeypatch.setattr("joip_desktop.terminal.resource", lambda _: path)
    with speaking_as({"LANG": "de_DE.UTF-8"}):
        assert say("Favourite") == "Favourite"
