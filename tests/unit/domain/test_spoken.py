"""What the domain tells people is in their language, also where its words were written before anybody spoke one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from joip_desktop.domain import errors
from joip_desktop.domain.changes import Change, way_back
from joip_desktop.domain.completion import Vocabulary, complete
from joip_desktop.domain.entry import Priority
from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.history import Timeline
from joip_desktop.domain.job import Job, JobHead, Kind, Outcome, Result
from joip_desktop.domain.query import parse
from joip_desktop.domain.query_keys import KEYS
from joip_desktop.domain.say import inside, speak
from joip_desktop.domain.session import UNKNOWN

ABROAD = "¿"
"""Stands in front of whatever was translated."""


@pytest.fixture
def abroad() -> Iterator[None]:
    speak(lambda text, _: f"{ABROAD}{text}" if text else "", separator=".", lowers=False)
    yield
    speak()


@pytest.mark.usefixtures("abroad")
@pytest.mark.parametrize("name", FIELDS)
def test_a_field_speaks_the_language_of_its_time(name: str) -> None:
    spec = FIELDS[name]
    assert spec.label.startswith(ABROAD)
    assert spec.help.startswith(ABROAD)
    for choice in spec.choices:
        assert spec.choice_label(choice.value) == choice.label == f"{ABROAD}{choice.english}"
    speak()
    assert ABROAD not in spec.label + spec.help


@pytest.mark.parametrize(("lowers", "shown"), [(True, "kurze pause"), (False, "Kurze Pause")])
def test_a_name_within_a_sentence_has_capitals_where_the_language_wants_them(lowers: bool, shown: str) -> None:
    speak(lowers=lowers)
    try:
        assert inside("Kurze Pause") == shown
    finally:
        speak()


@pytest.mark.usefixtures("abroad")
@pytest.mark.parametrize("name", KEYS)
def test_a_key_of_the_search_tells_what_may_follow(name: str) -> None:
    key = KEYS[name]
    assert key.help.startswith(ABROAD)
    assert key.hint.startswith(ABROAD)
    assert "{" not in key.hint


@pytest.mark.usefixtures("abroad")
@pytest.mark.parametrize(
    "search",
    [
        "is:x",
        "has:x",
        "is:un",
        "theme:x",
        "transition:sliide",
        "category:x",
        "interval:x",
        "updated:x",
        "created:=7d",
        "id:9..1",
        "id:>",
        "in:",
        "title:",
        "xyzzy:1",
        "tilte:1",
    ],
)
def test_what_was_not_understood_is_told(search: str) -> None:
    (fault,) = parse(search).faults
    assert fault.sentence.startswith(ABROAD)
    assert "{" not in fault.sentence


@pytest.mark.usefixtures("abroad")
@pytest.mark.parametrize("search", ["is:", "has:", "theme:", "transition:", "interval:", "updated:", "updated:<7", "u"])
def test_suggestions_tell_what_they_mean(search: str) -> None:
    found = complete(search, len(search), Vocabulary()).suggestions
    assert found
    assert all(one.help.startswith(ABROAD) for one in found)


def test_a_theme_is_suggested_for_the_beginning_of_its_name_in_the_persons_language() -> None:
    speak(lambda text, _: "Wechselnd" if text == "Flip" else "")
    try:
        assert [one.text for one in complete("transition:wech", 15, Vocabulary()).suggestions] == ["flip"]
    finally:
        speak()


@pytest.mark.usefixtures("abroad")
def test_an_error_says_the_usual_next_step() -> None:
    error = errors.NotFoundError("Weg.", status=404)
    assert error.next_step == f"{ABROAD}Refresh the list."
    assert str(errors.JoipError("Weg.")) == "Weg."
    assert str(errors.own_fault(KeyError("x"))) == f"{ABROAD}The app itself failed here (KeyError)."


@pytest.mark.usefixtures("abroad")
@pytest.mark.parametrize(
    ("name", "value", "before"),
    [
        ("title", "A", UNKNOWN),
        ("interval_min", 5, 99),
        ("thumbnail", "https://a.example/b.png", ""),
        ("share_to_community", False, True),
    ],
)
def test_what_does_not_come_back_is_told(name: str, value: str, before: str) -> None:
    _, (problem,) = way_back(Change(session_id=1, patch={name: value}, before={name: before}))
    assert problem.sentence.startswith(f"{ABROAD}{FIELDS[name].label}: ")


@pytest.mark.usefixtures("abroad")
def test_a_job_is_summed_up() -> None:
    job = Job(head(1))
    assert job.summary() == f"{ABROAD}nothing to do"
    for number in range(1200):
        job.record(number, Result(Outcome.DONE if number else Outcome.FAILED))
    assert job.summary() == f"{ABROAD}1 failed, {ABROAD}1.199 done"
    assert {one.word for one in Outcome} == {f"{ABROAD}{one.value}" for one in Outcome}


def test_an_action_that_was_done_again_has_its_first_title_in_whatever_language() -> None:
    timeline: Timeline[int] = Timeline()
    again = [head(3, Kind.REDO, 1, "Wiederholen: Los"), head(5, Kind.REDO, 3, "Wiederholen: Wiederholen: Los")]
    for one in (head(1, title="Los"), head(2, Kind.UNDO, 1), again[0], head(4, Kind.UNDO, 3), again[1]):
        assert timeline.follow(one, one.id)
        assert [action.title for action in timeline.actions] == ["Los"]


def head(number: int, kind: Kind = Kind.DO, of: int | None = None, title: str = "") -> JobHead:
    begun_at = datetime(2025, 3, 1, tzinfo=UTC)
    return JobHead(id=number, title=title, priority=Priority.HAND, begun_at=begun_at, kind=kind, of=of)
