from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import Enum
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from joip_desktop.ui.motion import asks_for_less, printed_by, reduced_motion, wish_of


class Preference(Enum):
    NoPreference = 0
    ReducedMotion = 1


class Hints:
    """As those of Qt 6.12."""

    def __init__(self, preference: Preference) -> None:
        self._preference = preference

    def motionPreference(self) -> Preference:  # noqa: N802 - Qt's name
        return self._preference


def test_qt_is_believed_where_it_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    assert wish_of(object()) is None
    assert wish_of(Hints(Preference.ReducedMotion)) is True
    monkeypatch.setattr(sys, "platform", "win32")
    assert wish_of(Hints(Preference.NoPreference)) is False


def test_no_preference_on_linux_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert wish_of(Hints(Preference.NoPreference)) is None


@pytest.mark.parametrize(("said", "less"), [("false", True), ("true", False), ("", False), ("nonsense", False)])
def test_gnome_is_asked_on_linux(said: str, less: bool) -> None:
    asked: list[Sequence[str]] = []

    def ask(command: Sequence[str]) -> str:
        asked.append(command)
        return said

    assert asks_for_less("linux", desktop="ubuntu:GNOME", ask=ask) is less
    assert [command[0] for command in asked] == ["gsettings"]


@pytest.mark.parametrize(("said", "less"), [("1", True), ("0", False), ("", False)])
def test_macos_is_asked_for_its_own_setting(said: str, less: bool) -> None:
    assert asks_for_less("darwin", ask=lambda _: said) is less


@pytest.mark.parametrize(
    ("written", "less"),
    [
        ("[KDE]\nAnimationDurationFactor=0\n", True),
        ("[General]\nBroken\n[KDE]\nSingleClick=false\nAnimationDurationFactor=0.0\n", True),
        ("[KDE]\nAnimationDurationFactor=0.5\n", False),
        ("[KDE]\nAnimationDurationFactor=soon\n", False),
        ("[KDE]\nAnimationDurationFactor\n", False),
        ("[General]\nfont=a%b\n", False),
        ("no file of settings", False),
    ],
)
def test_kde_is_read_from_its_file(tmp_path: Path, written: str, less: bool) -> None:
    (tmp_path / "kdeglobals").write_text(written, encoding="utf-8")
    assert asks_for_less("linux", desktop="KDE", ask=lambda _: "false", config=tmp_path) is less


def test_without_its_file_kde_moves(tmp_path: Path) -> None:
    assert not asks_for_less("linux", desktop="KDE", ask=lambda _: "false", config=tmp_path)


def test_what_cant_be_asked_answers_nothing() -> None:
    assert printed_by([sys.executable, "-c", "print(' false ')"]) == "false"
    assert printed_by([sys.executable, "-c", "print('false'); raise SystemExit(1)"]) == ""
    assert printed_by(["no-such-program-here"]) == ""


def test_a_program_that_hangs_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("joip_desktop.ui.motion._PATIENCE", 0.05)
    assert printed_by([sys.executable, "-c", "import time; time.sleep(60)"]) == ""


def test_the_system_of_now_can_be_asked(qtbot: QtBot) -> None:
    del qtbot
    assert reduced_motion() in (True, False)
