"""What plans are called, in the language of their time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from joip_desktop.domain.draft import Draft
from joip_desktop.domain.say import speak
from joip_desktop.domain.session import Session
from joip_desktop.engine.plan import plan_draft, plan_favourite
from joip_desktop.engine.several import title_of

GERMAN = {
    "Favourite {n} sessions": "{n} Sitzungen zu Favoriten machen",
    "Unfavourite {n} sessions": "{n} Favoriten auflösen",
    "Save {field}": "{field} speichern",
    "Save {one} and {other}": "{one} und {other} speichern",
    "Save {n} fields": "{n} Felder speichern",
    "Save nothing": "Nichts speichern",
    "Set {what} of {n} sessions": "{what} bei {n} Sitzungen setzen",
    "“{text}”": "„{text}“",
    "{one} and {other}": "{one} und {other}",
    "Title": "Titel",
    "Public": "Öffentlich",
    "Shortest interval": "Kürzestes Intervall",
    "Prompt": "Vorgabe",
}


@pytest.fixture(autouse=True)
def german() -> Iterator[None]:
    speak(lambda text, _: GERMAN.get(text, ""), separator=".", lowers=False)
    yield
    speak()


@pytest.mark.parametrize(
    ("now", "title"), [(False, "1.200 Sitzungen zu Favoriten machen"), (True, "1.200 Favoriten auflösen")]
)
def test_favourites_are_counted(now: bool, title: str) -> None:
    plan = plan_favourite([Session(id=number, is_favorite=now) for number in range(1200)])
    assert plan.title == title


@pytest.mark.parametrize(
    ("edits", "title"),
    [
        ({}, "Nichts speichern"),
        ({"title": ""}, "Nichts speichern"),
        ({"title": "B"}, "„Titel“ speichern"),
        ({"is_public": True}, "„Öffentlich“ speichern"),
        ({"title": "B", "ai_prompt": "C"}, "„Titel“ und „Vorgabe“ speichern"),
        ({"title": "B", "ai_prompt": "C", "is_public": True}, "3 Felder speichern"),
    ],
)
def test_saved_fields_are_named(edits: dict[str, str | bool], title: str) -> None:
    base = Session(id=1, title="A", ai_prompt="", is_public=False)
    assert plan_draft(Draft(base, dict(edits))).title == title


def test_names_of_fields_are_not_bent_but_quoted() -> None:
    assert title_of({"interval_min": 4}, 12) == "„Kürzestes Intervall“ bei 12 Sitzungen setzen"
    assert title_of({"is_public": True, "title": "B"}, 2) == "„Titel“ und „Öffentlich“ bei 2 Sitzungen setzen"
