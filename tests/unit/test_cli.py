"""The command line: what it takes, and what it says in the person's language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from joip_desktop.cli import MockOptions, WindowOptions, display_problem, parse
from joip_desktop.mock.limiter import RateLimit
from joip_desktop.terminal import speaking_as


@pytest.fixture
def german() -> Iterator[None]:
    with speaking_as({"LANG": "de_DE.UTF-8"}):
        yield


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The last line on stderr; a wrong option ends with 2."""
    with pytest.raises(SystemExit) as end:
        parse(arguments)
    assert end.value.code == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    return shown.err.splitlines()[-1]


def test_what_was_told_is_told_on() -> None:
    assert parse([]) == WindowOptions()
    assert parse(["--demo", "--tour", "x", "--appearance", "dark"]) == WindowOptions(
        demo=True, tour=Path("x"), appearance="dark"
    )
    assert parse(["mock", "--port", "8123", "--rate-limit", "5/10s", "--latency", "0.5"]) == MockOptions(
        port=8123, sessions=300, seed=1, data=None, rate_limit=RateLimit(5, 10.0), latency=0.5
    )


def test_faults_add_up_and_the_log_has_a_file_or_none(tmp_path: Path) -> None:
    file = tmp_path / "rules.toml"
    file.write_text("seed = 3\n[[faults]]\nkind = 'html'")
    found = parse(["mock", "--faults", "delay seconds=2", "--faults", str(file), "--log"])
    assert isinstance(found, MockOptions)
    assert found.faults is not None
    assert ([rule.effect.kind for rule in found.faults.rules], found.faults.seed) == (["delay", "html"], 3)
    assert found.log == Path("-")
    written = parse(["mock", "--log", "requests.log"])
    assert isinstance(written, MockOptions)
    assert written.log == Path("requests.log")


WRONG = [
    (["--nonsense", "--more"], "Not known here: --nonsense --more.", "Hier nicht bekannt: --nonsense --more."),
    (["--server"], "--server needs a value.", "--server braucht einen Wert."),
    (["mock", "--port"], "--port needs a value.", "--port braucht einen Wert."),
    (
        ["--demo", "--server", "https://x.example"],
        "--server and --demo do not go together.",
        "--server und --demo gehen nicht zusammen.",
    ),
    (["play"], "There is no command “play”.", "Den Befehl „play“ gibt es nicht."),
    (
        ["mock", "--port", "70000"],
        "--port: A whole number from 0 to 65535 is needed, not “70000”.",
        "--port: Nötig ist eine ganze Zahl von 0 bis 65535, nicht „70000“.",
    ),
    (
        ["mock", "--latency", "nan"],
        "--latency: A number of seconds is needed, not “nan”.",
        "--latency: Nötig ist eine Anzahl von Sekunden, nicht „nan“.",
    ),
    (
        ["mock", "--rate-limit", "{fast}"],
        "--rate-limit: “{fast}” is no rate limit; write one like 100/15m, 5/10s or 1000/1h, or off.",
        "--rate-limit: „{fast}“ ist keine Begrenzung; möglich ist etwas wie 100/15m, 5/10s oder 1000/1h, oder off.",
    ),
    (
        ["mock", "--faults", "delay seconds=99999"],
        "--faults: “seconds” needs a number from 0 to 3600, not “99999”.",
        "--faults: „seconds“ braucht eine Zahl von 0 bis 3600, nicht „99999“.",
    ),
    (
        ["--server", "https://joip.example", "--tour", "x"],
        "--tour goes with --demo only, since it changes sessions.",
        "--tour geht nur zusammen mit --demo, weil es Sitzungen ändert.",
    ),
]


@pytest.mark.parametrize(("arguments", "english", "_german"), WRONG)
def test_what_is_wrong_is_said(
    capsys: pytest.CaptureFixture[str], arguments: list[str], english: str, _german: str
) -> None:
    assert told(capsys, *arguments).partition(": ")[2] == english


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(("arguments", "_english", "german_text"), WRONG)
def test_what_is_wrong_is_said_in_the_persons_language(
    capsys: pytest.CaptureFixture[str], arguments: list[str], _english: str, german_text: str
) -> None:
    assert told(capsys, *arguments).partition(": ")[2] == german_text


@pytest.mark.usefixtures("german")
def test_a_choice_that_there_is_not_is_said_with_those_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    line = told(capsys, "--appearance", "pink")
    assert line.startswith("joip-desktop: --appearance kann nicht „pink“ sein; möglich sind ")
    assert all(choice in line for choice in ("system", "light", "dark"))


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("arguments", [["--help"], ["mock", "--help"]])
def test_no_english_is_left_in_the_help(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as end:
        parse(arguments)
    assert not end.value.code
    shown = capsys.readouterr().out
    assert shown.startswith("Aufruf: joip-desktop")
    assert "Optionen:" in shown
    words = set(re.findall(r"[a-z]+", shown.lower()))
    assert words.isdisjoint({"usage", "the", "and", "this", "show", "exit", "options", "positional", "such"}), shown


def test_the_help_is_english_without_a_language(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["--help"])
    shown = capsys.readouterr().out
    assert shown.startswith("Usage: joip-desktop")
    assert "show this help and exit" in shown


@pytest.mark.usefixtures("german")
def test_that_there_is_no_display_is_said_in_the_persons_language() -> None:
    problem = display_problem({}, "linux")
    assert problem is not None
    assert problem.startswith("Es gibt keine Anzeige")
    assert "“" not in problem.replace("mock“", "")
