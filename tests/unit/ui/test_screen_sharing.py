"""The watcher, with a real process in place of `pw-dump`; and the guard, with a watcher that is told what to see."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.storage.settings import Settings
from joip_desktop.ui import screen_sharing
from joip_desktop.ui.discretion import Discretion
from joip_desktop.ui.notices import Notices
from joip_desktop.ui.screen_sharing import UNAVAILABLE, SharingGuard, SharingWatcher, tells_sharing
from tests.helpers.sharing import BROKEN, FLOOD, HALF_HEARTED, HANG, QUIET, SHARED, Desktop

SECONDS = 30_000
"""A guard against hanging."""


@pytest.fixture
def desktop(tmp_path: Path) -> Desktop:
    return Desktop(tmp_path)


class Heard:
    """What a watcher tells, in order."""

    def __init__(self, watcher: SharingWatcher) -> None:
        self.all: list[str] = []
        watcher.changed.connect(lambda shared: self.all.append("shared" if shared else "not shared"))
        watcher.sight_changed.connect(lambda sees: self.all.append("sees" if sees else "blind"))


@pytest.fixture
def watcher(qtbot: QtBot, desktop: Desktop) -> Iterator[SharingWatcher]:
    del qtbot
    made = desktop.watcher()
    yield made
    made.stop()
    assert desktop.left() == []


@pytest.fixture
def heard(watcher: SharingWatcher) -> Heard:
    return Heard(watcher)


# --- what can be told -------------------------------------------------------------------------------------------------


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    program = tmp_path / "pw-dump"
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    return program


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"XDG_SESSION_TYPE": "wayland", "DISPLAY": ":0"}, True),
        ("linux", {"XDG_SESSION_TYPE": "x11", "DISPLAY": ":0"}, False),
        ("linux", {}, False),
        ("darwin", {"WAYLAND_DISPLAY": "wayland-0"}, False),
        ("win32", {"WAYLAND_DISPLAY": "wayland-0"}, False),
    ],
)
def test_only_desktops_where_sharing_goes_through_pipewire_can_tell(
    installed: Path, platform: str, environment: dict[str, str], expected: bool
) -> None:
    assert tells_sharing("pw-dump", platform=platform, environment=environment) is expected
    installed.unlink()
    assert tells_sharing("pw-dump", platform=platform, environment=environment) is False


def is_idle(watcher: SharingWatcher) -> bool:
    """Whether nothing runs, and nothing will run by itself."""
    is_asking = watcher._process.state() is not QProcess.ProcessState.NotRunning
    return not (is_asking or watcher._pause.isActive() or watcher._patience.isActive())


def test_a_computer_that_can_not_tell_is_not_asked(qtbot: QtBot, desktop: Desktop) -> None:
    del qtbot
    watcher = desktop.watcher(available=False)
    watcher.start()
    assert is_idle(watcher)
    assert watcher.shared is None


# --- asking -----------------------------------------------------------------------------------------------------------


def test_it_asks_at_once_and_again_and_again_and_tells_what_changes(
    qtbot: QtBot, desktop: Desktop, watcher: SharingWatcher, heard: Heard
) -> None:
    with qtbot.waitSignal(watcher.changed, timeout=SECONDS):
        watcher.start()
    assert watcher.shared is False
    for answer, shared in ((SHARED, True), (QUIET, False), (SHARED, True)):
        with qtbot.waitSignal(watcher.changed, timeout=SECONDS):
            desktop.answers(answer)
        assert watcher.shared is shared
    assert heard.all == ["not shared", "shared", "not shared", "shared"]


def test_one_question_is_asked_at_a_time(qtbot: QtBot, desktop: Desktop, watcher: SharingWatcher, heard: Heard) -> None:
    for _ in range(3):
        watcher.start()
    qtbot.waitUntil(lambda: desktop.asked > 5, timeout=SECONDS)
    kinds = [line.split()[0] for line in desktop.log]
    assert kinds[:10] == ["begin", "end"] * 5
    assert heard.all == ["not shared"]


def test_stopped_it_asks_no_more_and_begins_anew_when_it_is_wanted_again(
    qtbot: QtBot, desktop: Desktop, watcher: SharingWatcher, heard: Heard
) -> None:
    desktop.answers(SHARED)
    with qtbot.waitSignal(watcher.changed, timeout=SECONDS):
        watcher.start()
    assert not is_idle(watcher)
    watcher.stop()
    assert is_idle(watcher)
    assert desktop.left() == []
    assert watcher.shared is None
    assert heard.all == ["shared"], "stopping tells nothing"
    with qtbot.waitSignal(watcher.changed, timeout=SECONDS):
        watcher.start()
    assert heard.all == ["shared", "shared"]


def test_a_question_under_way_is_ended_with_the_watch(qtbot: QtBot, desktop: Desktop, watcher: SharingWatcher) -> None:
    desktop.answers(HANG)
    watcher.start()
    qtbot.waitUntil(lambda: desktop.asked == 1, timeout=SECONDS)
    assert len(desktop.left()) == 1
    watcher.stop()
    assert desktop.left() == []
    watcher.stop()


# --- no answer --------------------------------------------------------------------------------------------------------


def test_what_takes_too_long_is_ended(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.answers(HANG)
    watcher = desktop.watcher(patience_ms=50)
    with qtbot.waitSignal(watcher.sight_changed, timeout=SECONDS) as told:
        watcher.start()
    assert told.args == [False]
    watcher.stop()
    assert desktop.left() == []


def test_an_answer_without_an_end_is_not_kept(
    qtbot: QtBot, desktop: Desktop, watcher: SharingWatcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen_sharing, "_ROOM", 300_000)
    desktop.answers(FLOOD)
    with qtbot.waitSignal(watcher.sight_changed, timeout=SECONDS) as told:
        watcher.start()
    assert told.args == [False]


@pytest.mark.parametrize("answer", [BROKEN, "", SHARED[:-9], HALF_HEARTED])
def test_without_an_answer_twice_it_is_blind_until_the_next_one(
    qtbot: QtBot, desktop: Desktop, watcher: SharingWatcher, heard: Heard, answer: str
) -> None:
    with qtbot.waitSignal(watcher.changed, timeout=SECONDS):
        watcher.start()
    with qtbot.waitSignal(watcher.sight_changed, timeout=SECONDS):
        desktop.answers(answer)
    asked = desktop.asked
    qtbot.waitUntil(lambda: desktop.asked > asked + 2, timeout=SECONDS)
    with qtbot.waitSignal(watcher.sight_changed, timeout=SECONDS):
        desktop.answers(QUIET)
    assert heard.all == ["not shared", "blind", "sees"]


def test_a_program_that_is_gone_leaves_it_blind(qtbot: QtBot, tmp_path: Path) -> None:
    watcher = SharingWatcher(program=str(tmp_path / "nothing"), available=True, every_ms=1)
    heard = Heard(watcher)
    with qtbot.waitSignal(watcher.sight_changed, timeout=SECONDS):
        watcher.start()
    watcher.stop()
    assert heard.all == ["blind"]


def answer(watcher: SharingWatcher, *answers: bool | None) -> None:
    """Answers as they come from the process."""
    for one in answers:
        watcher._take(one)
        watcher._pause.stop()


@pytest.fixture
def told(qtbot: QtBot) -> SharingWatcher:
    """A watcher that asks nobody; its answers come from the test."""
    del qtbot
    watcher = SharingWatcher(program="", available=True)
    watcher._ask = lambda: None  # type: ignore[method-assign]
    return watcher


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([None, False], ["not shared"]),
        ([None, None, False], ["blind", "sees", "not shared"]),
        ([True, None, None, None], ["shared", "blind"]),
        ([True, None, None, True, False, False], ["shared", "blind", "sees", "not shared"]),
        ([True, None, None, False, False], ["shared", "blind", "sees", "not shared"]),
        ([True, False], ["shared"]),
        ([True, False, True], ["shared"]),
        ([True, False, None, False], ["shared"]),
        ([True, False, None, False, False], ["shared", "not shared"]),
        ([True, False, False, True], ["shared", "not shared", "shared"]),
    ],
)
def test_losing_sight_changes_nothing_and_an_end_is_believed_at_the_second_time(
    told: SharingWatcher, answers: list[bool | None], expected: list[str]
) -> None:
    heard = Heard(told)
    told.start()
    answer(told, *answers)
    assert heard.all == expected


# --- the guard --------------------------------------------------------------------------------------------------------

ON = "Discreet mode is on while a screen is shared."


class Guarded:
    """A guard with all that it joins."""

    def __init__(self, watcher: SharingWatcher, *, on: bool = True, chosen: bool = False) -> None:
        self.watcher = watcher
        self.discretion = Discretion(on=chosen)
        self.settings = Settings(discreet_while_sharing=on)
        self.window = QWidget()  # which is not shown
        self.notices = Notices(self.window)
        self.action = QAction("Shared")
        self.action.setCheckable(True)
        self.guard = SharingGuard(self.discretion, self.settings, watcher=watcher, notices=self.notices)
        self.action.triggered.connect(self.guard.toggle)
        self.saved: list[bool] = []
        self.guard.settings_changed.connect(lambda: self.saved.append(self.settings.discreet_while_sharing))
        self.guard.begin(self.action)

    def sees(self, *answers: bool | None) -> None:
        answer(self.watcher, *answers)

    @property
    def said(self) -> str:
        return self.notices.label.text()


def test_where_it_is_not_wanted_nothing_happens(told: SharingWatcher) -> None:
    guarded = Guarded(told, on=False)
    assert not guarded.action.isChecked()
    assert guarded.action.isEnabled()
    guarded.sees(True)
    assert not guarded.discretion.on


def test_discreet_mode_is_on_while_a_screen_is_shared_and_says_why(told: SharingWatcher) -> None:
    guarded = Guarded(told)
    assert guarded.action.isChecked()
    guarded.sees(False)
    assert (guarded.discretion.on, guarded.said) == (False, "")
    guarded.sees(True)
    assert (guarded.discretion.on, guarded.said) == (True, ON)
    guarded.sees(False, False)
    assert (guarded.discretion.on, guarded.said) == (False, "")


def test_until_the_first_answer_it_is_on_without_a_word(told: SharingWatcher) -> None:
    guarded = Guarded(told)
    assert (guarded.discretion.on, guarded.said) == (True, "")
    guarded.sees(True)
    assert (guarded.discretion.on, guarded.said) == (True, ON)


def test_what_is_on_anyway_needs_no_reason(told: SharingWatcher) -> None:
    guarded = Guarded(told, chosen=True)
    guarded.sees(True)
    assert (guarded.discretion.on, guarded.said) == (True, "")
    guarded.sees(False, False)
    assert guarded.discretion.on


def test_a_reason_that_was_dismissed_is_said_again_with_the_next_sharing_only(told: SharingWatcher) -> None:
    guarded = Guarded(told)
    guarded.sees(True)
    guarded.notices.button.click()
    guarded.sees(True, False, True)
    assert guarded.said == ""
    guarded.sees(False, False, True)
    assert guarded.said == ON


def test_a_hand_that_switches_it_off_is_obeyed_for_this_sharing(told: SharingWatcher) -> None:
    guarded = Guarded(told)
    guarded.sees(True)
    guarded.discretion.set_on(False)
    assert guarded.said == ""
    guarded.sees(True, None, None, True, False, True)
    assert (guarded.discretion.on, guarded.said) == (False, "")
    guarded.sees(False, False, True)
    assert (guarded.discretion.on, guarded.said) == (True, ON)


def test_switched_off_in_the_menu_it_uncovers_at_once_and_asks_no_more(told: SharingWatcher) -> None:
    guarded = Guarded(told)
    guarded.sees(True)
    guarded.action.trigger()
    assert (guarded.discretion.on, guarded.said, guarded.saved) == (False, "", [False])
    guarded.sees(True)
    assert not guarded.discretion.on
    guarded.action.trigger()
    guarded.sees(True)
    assert (guarded.discretion.on, guarded.said, guarded.saved) == (True, ON, [False, True])


def test_losing_sight_of_a_shared_screen_leaves_it_on_and_is_said(told: SharingWatcher) -> None:
    guarded = Guarded(told)
    guarded.sees(True, None, None)
    assert guarded.discretion.on
    assert guarded.said.splitlines() == [
        ON,
        "Whether a screen is still shared can’t be told now, so discreet mode stays as it is.",
    ]
    guarded.sees(*[None] * 20)
    assert guarded.discretion.on
    guarded.sees(True)
    assert guarded.said == ON
    guarded.sees(None, None)
    guarded.action.trigger()
    assert (guarded.discretion.on, guarded.said) == (False, ""), "switching the setting off ends it"


@pytest.mark.parametrize("before", [[], [False]])
def test_without_sight_of_any_sharing_it_goes_off_and_says_that_it_will_not_go_on(
    told: SharingWatcher, before: list[bool]
) -> None:
    guarded = Guarded(told)
    guarded.sees(*before, None, None)
    assert not guarded.discretion.on
    blind = "Whether a screen is shared can’t be told now, so discreet mode does not go on by itself."
    assert guarded.said == blind
    guarded.sees(True)
    assert (guarded.discretion.on, guarded.said) == (True, ON)


def test_where_the_computer_can_not_tell_the_action_says_so(qtbot: QtBot) -> None:
    del qtbot
    guarded = Guarded(SharingWatcher(program="", available=False))
    assert not guarded.action.isEnabled()
    assert not guarded.action.isChecked(), "whatever the settings say"
    assert UNAVAILABLE in guarded.action.toolTip()
    assert (guarded.discretion.on, guarded.said) == (False, "")


def test_closing_ends_the_watch_and_uncovers_nothing(told: SharingWatcher) -> None:
    guarded = Guarded(told)
    guarded.sees(True)
    guarded.guard.close_listening()
    assert guarded.discretion.on
    assert told.shared is None
