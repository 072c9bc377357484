"""What the rules say, in the person's language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from joip_desktop.domain.rules import check, lock_reason, oddities
from joip_desktop.domain.say import speak
from joip_desktop.domain.session import FieldValue, Session

GERMAN = {
    "Imported sessions keep their prompt.": "Importierte Sitzungen behalten ihren Text.",
    "Shortest interval": "Kürzeste Pause",
    "The {field} is {value} on the server; change that one as well.": "{field}: {value} auf dem Server, auch ändern.",
    "At least {n} seconds, the {field}.": "Mindestens {n} Sekunden, {field}.",
    "A {field} needs at least one character.": "{field} braucht ein Zeichen.",
    "Title": "Titel",
    "Fade": "Blende",
    "Zoom": "Lupe",
    "{others} or {last}": "{others} oder {last}",
    "One of {choices}.": "Eins von {choices}.",
    "{least} to {most} {unit}": "{least} bis {most} {unit}",
    "seconds": "Sekunden",
    "The server holds {value}; allowed are {range}.": "Der Server hat {value}; erlaubt: {range}.",
    "A category is a whole number from {least} to {most}, or the default category.": "Von {least} bis {most}.",
    "The server sent {value}, which can't be read here.": "Der Server schickte {value}.",
    "a list": "eine Liste",
}


@pytest.fixture(autouse=True)
def german() -> Iterator[None]:
    speak(lambda text, _: GERMAN.get(text, ""), separator=".", lowers=False)
    yield
    speak()


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("title", "", "Titel braucht ein Zeichen."),
        ("transition", "x", "Eins von Blende, Slide, Lupe, Flip oder None."),
        ("interval_min", 0, "1 bis 60 Sekunden."),
        ("interval_max", 4, "Mindestens 9 Sekunden, Kürzeste Pause."),
        ("category_id", -1, "Von 1 bis 2.147.483.647."),
        ("is_public", "x", "Either on or off."),
    ],
)
def test_the_advice_is_spoken(field: str, value: FieldValue, sentence: str) -> None:
    (problem,) = check(Session(id=1, interval_min=9), {field: value})
    assert problem.sentence == sentence


def test_an_odd_bound_of_the_server_is_told() -> None:
    (problem,) = check(Session(id=1, interval_min=99), {"interval_max": 4})
    assert problem.sentence == "Kürzeste Pause: 99 auf dem Server, auch ändern."


def test_a_lock_is_explained() -> None:
    assert lock_reason(Session(id=1, is_imported=True), "ai_prompt") == "Importierte Sitzungen behalten ihren Text."


def test_oddities_are_told() -> None:
    session = Session(id=1, interval_max=99, extra={"title": []})
    assert [one.sentence for one in oddities(session)] == [
        "Der Server schickte eine Liste.",
        "Der Server hat 99; erlaubt: 1 bis 60 Sekunden.",
    ]
