from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtDBus import QDBusConnection
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.domain.changes import Change
from joip_desktop.domain.job import Job, Outcome, Result
from joip_desktop.domain.ledger import Ledger, Line
from joip_desktop.domain.session import UNKNOWN
from joip_desktop.engine.outbox import Outbox, OutboxEvent
from joip_desktop.engine.plan import Plan
from joip_desktop.engine.report import JobBook, writing_lines
from joip_desktop.engine.slices import at_once
from joip_desktop.ui import notifications as real
from joip_desktop.ui.notifications import DesktopNotifier, JobWatcher, SessionBus, app_is_in_front
from tests.helpers.queueing import head, waiting
from tests.helpers.still_workspace import now

EVIL = "<img src='file:///etc/passwd'>"


@dataclass
class Desk:
    """A book of jobs on a clock that stands still; what is shown is kept."""

    ledger: Ledger = field(default_factory=lambda: Ledger((), ()))
    at: datetime = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
    in_front: bool = False
    shown: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.outbox = Outbox()
        self.book = JobBook(self.outbox, now=lambda: self.at)
        self.book.restore(self.ledger)
        self.watcher = JobWatcher(self.book, notifier=self, is_in_front=lambda: self.in_front, now=lambda: self.at)

    def show(self, title: str, text: str) -> None:
        self.shown.append((title, text))

    def start(self, *session_ids: int, unchanged: tuple[int, ...] = ()) -> Job:
        changes = [Change(session_id=one, patch={"title": EVIL}, before={"title": UNKNOWN}) for one in session_ids]
        plan = Plan(title=f"Name {len(changes)} sessions", changes=changes, unchanged=unchanged)
        begun = self.book.head_for(plan)
        now(self.outbox.add(begun, at_once(writing_lines(plan, begun))))
        return self.book.jobs[begun.id]

    def pass_time(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)

    def tell(self, job: Job, outcome: Outcome, *session_ids: int) -> None:
        lines = [Line(job=job.id, session_id=one, result=Result(outcome, EVIL)) for one in session_ids]
        self.outbox.changed.emit(OutboxEvent(frozenset(), lines))


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_long_job_that_ends_behind_other_windows_is_told_of_once_in_our_own_words(desk: Desk) -> None:
    job = desk.start(1, 2, 3)
    desk.pass_time(61)
    desk.tell(job, Outcome.DONE, 1, 2)
    assert desk.shown == []
    desk.tell(job, Outcome.FAILED, 3)
    assert desk.shown == [("Name 3 sessions", "1 failed, 2 done")]
    desk.tell(job, Outcome.DONE, 1)
    assert len(desk.shown) == 1


def test_a_short_job_is_not_worth_it(desk: Desk) -> None:
    job = desk.start(1)
    desk.pass_time(60)
    desk.tell(job, Outcome.DONE, 1)
    desk.start(unchanged=(1,))
    assert desk.shown == []


def test_nor_is_one_that_ends_before_the_persons_eyes(desk: Desk) -> None:
    job = desk.start(1)
    desk.pass_time(3600)
    desk.in_front = True
    desk.tell(job, Outcome.DONE, 1)
    desk.in_front = False
    assert desk.shown == []


def test_trying_again_counts_from_then_on(desk: Desk) -> None:
    job = desk.start(1)
    desk.pass_time(10)
    desk.tell(job, Outcome.FAILED, 1)
    desk.pass_time(3600)
    desk.tell(job, Outcome.WAITING, 1)
    desk.pass_time(5)
    desk.tell(job, Outcome.FAILED, 1)
    assert desk.shown == []
    desk.tell(job, Outcome.WAITING, 1)
    desk.pass_time(61)
    desk.tell(job, Outcome.DONE, 1)
    assert desk.shown == [("Name 1 sessions", "1 done")]


def test_a_job_of_an_earlier_run_is_told_of_as_well() -> None:
    change = Change(session_id=1, patch={"title": "B"}, before={"title": "A"})
    desk = Desk(Ledger([head(7, title="Name 1 session")], [waiting(7, change)]))
    desk.pass_time(3600)
    desk.tell(desk.book.jobs[7], Outcome.DONE, 1)
    assert desk.shown == [("Name 1 session", "1 done")]


def test_after_closing_it_hears_nothing(desk: Desk) -> None:
    job = desk.start(1)
    desk.watcher.close_listening()
    desk.pass_time(61)
    desk.tell(job, Outcome.DONE, 1)
    assert desk.shown == []


# --- the desktop ------------------------------------------------------------------------------------------------------


@dataclass
class Tray:
    shown: list[tuple[str, str]] = field(default_factory=list)

    def show(self, title: str, text: str) -> None:
        self.shown.append((title, text))


@dataclass
class Bus:
    works: bool
    sent: list[tuple[str, str]] = field(default_factory=list)

    def send(self, title: str, text: str, *, otherwise: Callable[[], None]) -> None:
        self.sent.append((title, text))
        if not self.works:
            otherwise()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


MESSAGE = ("Favourite 300 sessions", "2 failed, 298 done")


@pytest.mark.parametrize(("works", "in_tray"), [(True, []), (False, [MESSAGE])])
def test_the_tray_is_for_desktops_without_a_service(window: QWidget, works: bool, in_tray: list[object]) -> None:
    bus, tray = Bus(works), Tray()
    DesktopNotifier(window, bus=bus, tray=tray).show(*MESSAGE)
    assert bus.sent == [MESSAGE]
    assert tray.shown == in_tray


def test_a_system_without_the_bus_has_the_tray(window: QWidget) -> None:
    tray = Tray()
    DesktopNotifier(window, bus=None, tray=tray).show(*MESSAGE)
    assert tray.shown == [MESSAGE]


def test_no_bus_is_said_at_once(window: QWidget) -> None:
    called: list[bool] = []
    bus = SessionBus(window, connect=lambda: QDBusConnection("nowhere"))
    bus.send(*MESSAGE, otherwise=lambda: called.append(True))
    assert called == [True]


def test_a_system_without_the_library_is_taken_for_one_without_the_bus(window: QWidget) -> None:
    def missing() -> QDBusConnection:
        raise ImportError

    called: list[bool] = []
    SessionBus(window, connect=missing).send(*MESSAGE, otherwise=lambda: called.append(True))
    assert called == [True]


def test_where_there_is_no_tray_nothing_happens(window: QWidget) -> None:
    trays = real.Tray(window)
    trays.show(*MESSAGE)
    assert trays._icon is None


def test_every_window_of_ours_counts_as_in_front(window: QWidget) -> None:
    window.show()
    assert QTest.qWaitForWindowActive(window)
    assert app_is_in_front()
    window.hide()
