from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.domain.changes import Change
from joip_desktop.domain.errors import UnreachableError
from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.rules import Problem
from joip_desktop.domain.session import UNKNOWN, FieldValue, Session
from joip_desktop.engine.bulk import ReplaceInTitles, ShiftIntervals, planning_bulk
from joip_desktop.engine.plan import Picture, Plan, Refusal, picturing, plan_each, plan_favourite, plan_values
from joip_desktop.engine.sender import Mood, SenderState
from joip_desktop.engine.slices import at_once
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.jobs.forecast import Forecast, Going
from joip_desktop.ui.jobs.plan_dialog import PlanDialog
from joip_desktop.ui.jobs.plan_words import (
    going_text,
    left_out_text,
    losses_text,
    reasons_text,
    time_text,
    warnings_of,
)
from joip_desktop.ui.theme import LIGHT
from tests.helpers.still_workspace import ToldBudget, fail_next, now, send_next, submit, workspace_of

EVIL = "<img src='file:///etc/passwd'>"
LOST = "Thumbnail: the server generates a new one; the former one does not come back."


def sessions(count: int, **values: FieldValue) -> list[Session]:
    return [Session(id=number, is_favorite=False).with_values(values) for number in range(1, count + 1)]


@dataclass
class Desk:
    workspace: Workspace
    budget: ToldBudget
    qtbot: QtBot
    opened: list[PlanDialog]

    def open(self, plan: Plan, parent: QWidget | None = None) -> PlanDialog:
        picture = at_once(picturing(plan))
        dialog = PlanDialog(plan, picture, workspace=self.workspace, colours=LIGHT, parent=parent)
        if parent is None:
            self.qtbot.addWidget(dialog)
        dialog.open()
        assert QTest.qWaitForWindowActive(dialog)
        self.opened.append(dialog)
        return dialog


@pytest.fixture
def desk_with(qtbot: QtBot) -> Iterator[Callable[[Iterable[Session]], Desk]]:
    desks: list[Desk] = []

    def make(shown: Iterable[Session]) -> Desk:
        budget = ToldBudget()
        budget.seconds = 6.0
        desks.append(Desk(workspace_of(*shown, budget=budget), budget, qtbot, []))
        return desks[-1]

    yield make
    for desk in desks:
        for dialog in desk.opened:
            dialog.close()


@pytest.fixture
def desk(desk_with: Callable[[Iterable[Session]], Desk]) -> Desk:
    return desk_with(sessions(40))


def favourite(desk: Desk, session_ids: Iterable[int] | None = None, *, on: bool = True) -> Plan:
    shown = desk.workspace.library.pick(session_ids or desk.workspace.library.shown)
    return plan_favourite(shown, favourite=on)


def texts(dialog: PlanDialog) -> list[str]:
    return [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]


def buttons(dialog: PlanDialog) -> list[str]:
    return [one.text() for one in dialog.findChildren(QPushButton)]


def rows(dialog: PlanDialog) -> list[tuple[str, ...]]:
    model = dialog.table.model()
    return [tuple(model.index(row, column).data() for column in range(4)) for row in range(model.rowCount())]


# --- words ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("going", "words"),
    [
        (Going(30), "30 requests will be sent."),
        (Going(1), "1 request will be sent."),
        (Going(1234), "1,234 requests will be sent."),
        (Going(28, joined=2), "28 requests will be sent. 2 changes go along with what waits already."),
        (Going(0, joined=1), "1 change goes along with what waits already, so no other request is needed."),
        (
            Going(0, dropped=1),
            "1 request that waits already is dropped, because this takes back what it would have sent.",
        ),
        (
            Going(2, joined=1, dropped=3),
            (
                "2 requests will be sent. 1 change goes along with what waits already. "
                "3 requests that wait already are dropped, because this takes back what they would have sent."
            ),
        ),
        (Going(0, settled=1), "1 change needs no request: it takes the place of what could not be sent."),
        (
            Going(1, settled=2),
            "1 request will be sent. 2 changes need no request: they take the place of what could not be sent.",
        ),
        (Going(0), "No request is needed."),
    ],
)
def test_how_changes_go(going: Going, words: str) -> None:
    assert going_text(going) == words


@pytest.mark.parametrize(
    ("seconds", "ahead", "words"),
    [
        (0.0, 0, "The server's limit allows that at once."),
        (180, 0, "At the server's limit that takes about 3 min."),
        (180, 1, "At the server's limit that takes about 3 min, with the 1 request that waits already."),
        (8, 1200, "At the server's limit that takes about 8 s, with the 1,200 requests that wait already."),
        (inf, 0, "At the server's limit that takes a while."),
    ],
)
def test_how_long_it_takes(seconds: float, ahead: int, words: str) -> None:
    assert time_text(seconds, ahead) == words


def test_who_is_left_out_and_why() -> None:
    plan = Plan(title="Edit", changes=(), unchanged=[1], withdrawn=[2, 3])
    assert left_out_text(plan) == (
        "1 session has these values already; it is left alone, without a request.\n"
        "2 sessions: not sent yet, so undone without a request."
    )
    assert left_out_text(Plan(title="Edit", changes=())) == ""
    assert reasons_text({}, {}) == ""
    assert reasons_text({"It is locked.": 1}, {}) == "1 session is skipped: It is locked."
    assert (
        reasons_text({"A.": 2, "B.": 1500}, {})
        == "1,502 sessions are skipped:\n•  B. (1,500 sessions)\n•  A. (2 sessions)"
    )


def test_the_first_of_the_skipped_are_named() -> None:
    assert reasons_text({"A.": 2}, {"A.": ["One", "Two"]}) == "2 sessions are skipped: A.\n    One, Two"
    assert (
        reasons_text({"A.": 1200}, {"A.": ["One", "x" * 90]}).splitlines()[1] == f"    One, {'x' * 39}… and 1,198 more"
    )
    assert reasons_text({"A.": 1, "B.": 4}, {"A.": ["One"], "B.": ["Two", "Six"]}).splitlines() == [
        "5 sessions are skipped:",
        "•  B. (4 sessions)",
        "    Two, Six and 2 more",
        "•  A. (1 session)",
        "    One",
    ]


def test_of_operations_the_left_alone_have_words_of_their_own() -> None:
    plan = at_once(planning_bulk(sessions(2, title="Tea"), ReplaceInTitles("Rain", "Snow")))
    assert left_out_text(plan) == ("There is nothing to replace in 2 titles; they are left alone, without a request.")


def test_of_many_reasons_the_rest_is_counted() -> None:
    told = reasons_text({f"Reason {number}.": 10 - number for number in range(9)}, {}).splitlines()
    assert told[0] == "54 sessions are skipped:"
    assert told[1] == "•  Reason 0. (10 sessions)"
    assert told[-1] == "•  3 other reasons (9 sessions)"
    assert len(told) == 8


def test_what_does_not_come_back_now_and_later() -> None:
    assert losses_text("Lost:", {}) == ""
    plan = Plan(title="Undo", changes=(), notes={1: "A.", 2: "A."})
    assert warnings_of(plan, Picture((), {}, {LOST: 3})) == [
        "Please note:\n•  A. (2 sessions)",
        f"Undoing this later does not bring everything back:\n•  {LOST} (3 sessions)",
    ]
    assert warnings_of(Plan(title="Edit", changes=()), Picture((), {}, {})) == []


# --- how many requests ------------------------------------------------------------------------------------------------


def test_the_forecast_is_what_the_outbox_would_do(desk: Desk) -> None:
    submit(desk.workspace, 1, is_favorite=True)  # taken back
    submit(desk.workspace, 2, title="B")  # joined
    submit(desk.workspace, 3, title="B")
    send_next(desk.workspace)  # 1 is on its way, so it is no longer taken back
    submit(desk.workspace, 4, is_favorite=True)
    changes = [
        Change(session_id=one, patch={"is_favorite": False}, before={"is_favorite": True}) for one in range(1, 9)
    ]
    plan = Plan(title="Unfavourite", changes=changes)
    forecast = Forecast(plan, desk.workspace.outbox)
    assert forecast.going == Going(5, joined=2, dropped=1)
    assert forecast.going.requests == desk.workspace.effect_of(plan).requests == 4
    submit(desk.workspace, 5, is_favorite=True)
    submit(desk.workspace, 6, title="B")
    forecast.look_again([5, 6, 6, 99])
    assert forecast.going == Going(3, joined=3, dropped=2)
    assert forecast.going.requests == desk.workspace.effect_of(plan).requests == 1


def test_a_change_that_replaces_a_failed_one_with_what_was_there_is_no_request(desk: Desk) -> None:
    submit(desk.workspace, 1, is_favorite=True)
    fail_next(desk.workspace)
    plan = favourite(desk, [1, 2], on=False)
    assert Forecast(plan, desk.workspace.outbox).going == Going(0, settled=1)
    assert texts(desk.open(plan))[1] == "1 change needs no request: it takes the place of what could not be sent."


# --- the dialog -------------------------------------------------------------------------------------------------------


def test_it_says_what_will_happen(desk_with: Callable[[Iterable[Session]], Desk]) -> None:
    shown = [
        *sessions(10, is_favorite=True),
        *(Session(id=number, is_favorite=False) for number in range(11, 41)),
    ]
    desk = desk_with(shown)
    dialog = desk.open(favourite(desk))
    assert texts(dialog) == [
        "Favourite 30 sessions",
        "30 requests will be sent.\nAt the server's limit that takes about 3 min.",
        "10 sessions have these values already; they are left alone, without a request.",
    ]
    assert rows(dialog) == [("Favourite", "No", "Yes", "30")]
    assert buttons(dialog) == ["&Change 30 sessions", "Cancel"]


def test_it_says_who_is_skipped_and_what_undo_would_not_bring_back(
    desk_with: Callable[[Iterable[Session]], Desk],
) -> None:
    free = [Session(id=number, thumbnail="", caption_theme=None, is_imported=False) for number in (1, 2, 3)]
    desk = desk_with([*free, Session(id=4, thumbnail="", caption_theme="joi", is_imported=True)])
    wanted = {"thumbnail": "https://i.redd.it/x.jpg", "caption_theme": "custom"}
    dialog = desk.open(plan_values(desk.workspace.library, wanted, action="Edit"))
    assert texts(dialog)[2] == "1 session is skipped: Imported sessions keep their caption theme.\n    Session 4"
    assert f"•  {LOST} (3 sessions)" in texts(dialog)[3].splitlines()
    assert rows(dialog) == [
        ("Caption theme", "no value", "Custom Prompt", "3"),
        ("Thumbnail", "generated by the server", "https://i.redd.it/x.jpg", "3"),
    ]


def test_the_counts_of_mixed_values_are_told(desk_with: Callable[[Iterable[Session]], Desk]) -> None:
    shown = [Session(id=number, transition=("fade", "zoom", UNKNOWN)[number % 3]) for number in range(6)]
    shown += [Session(id=9, transition="<b>x</b>"), Session(id=10, transition="<b>x</b>"), Session(id=11)]
    desk = desk_with(shown)
    dialog = desk.open(plan_values(shown, {"transition": "flip"}, action="Edit"))
    assert rows(dialog) == [("Transition", "mixed (4 values)", "Flip", "9")]
    index = dialog.table.model().index(0, 1)
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("<qt>unknown: 3 sessions<br>Fade: 2 sessions<br>")
    assert "“&lt;b&gt;x&lt;/b&gt;”: 2 sessions" in tip
    assert "Zoom: 2 sessions" in index.data(Qt.ItemDataRole.AccessibleDescriptionRole)


def test_of_values_that_all_differ_an_example_is_told(desk_with: Callable[[Iterable[Session]], Desk]) -> None:
    shown = [Session(id=number, title=f"Calm {number}") for number in range(1, 13)]
    desk = desk_with(shown)
    dialog = desk.open(at_once(planning_bulk(shown, ReplaceInTitles("Calm", "Quiet"))))
    assert rows(dialog) == [("Title", "such as “Calm 1”", "such as “Quiet 1”", "12")]
    for column in (1, 2):
        tip = dialog.table.model().index(0, column).data(Qt.ItemDataRole.ToolTipRole)
        assert tip.startswith("<qt>“Calm 1” → “Quiet 1”<br>“Calm 2” → “Quiet 2”<br>")
        assert tip.endswith("<br>and 2 more</qt>")


def test_of_values_that_differ_the_most_frequent_turn_is_told(desk_with: Callable[[Iterable[Session]], Desk]) -> None:
    shown = [Session(id=number, interval_min=(4, 8, 8)[number % 3], interval_max=9) for number in range(9)]
    desk = desk_with(shown)
    dialog = desk.open(at_once(planning_bulk(shown, ShiftIntervals(1))))
    assert rows(dialog) == [
        ("Shortest interval", "such as 8 s", "such as 9 s", "9"),
        ("Longest interval", "9 s", "10 s", "9"),
    ]
    assert dialog.table.model().index(0, 1).data(Qt.ItemDataRole.AccessibleDescriptionRole) == (
        "8 s → 9 s: 6 sessions, 4 s → 5 s: 3 sessions"
    )


def test_what_becomes_different_from_one_value_is_counted(desk_with: Callable[[Iterable[Session]], Desk]) -> None:
    shown = [Session(id=number, transition="flip") for number in range(1, 4)]
    desk = desk_with(shown)
    plan = plan_each([(one, {"transition": "fade" if one.id == 1 else "zoom"}) for one in shown], action="Edit")
    assert rows(desk.open(plan)) == [("Transition", "Flip", "mixed (2 values)", "3")]


def test_in_discreet_mode_no_title_is_told(desk_with: Callable[[Iterable[Session]], Desk]) -> None:
    shown = [Session(id=number, title=f"Calm {number}") for number in range(1, 4)]
    desk = desk_with(shown)
    plan = at_once(planning_bulk(shown[:2], ReplaceInTitles("Calm", "Quiet")))
    plan = replace(plan, refused=[Refusal(3, (Problem("title", "It is locked."),))])
    dialog = desk.open(plan)
    assert "1 session is skipped: It is locked.\n    Calm 3" in texts(dialog)
    dialog._discretion.set_on(True)
    assert "1 session is skipped: It is locked.\n    Session 3" in texts(dialog)
    assert rows(dialog) == [("Title", "hidden", "hidden", "2")]
    assert "Calm" not in str([dialog.table.model().itemData(dialog.table.model().index(0, one)) for one in range(4)])
    dialog._discretion.set_on(False)
    assert "1 session is skipped: It is locked.\n    Calm 3" in texts(dialog)


def test_each_field_has_a_row_in_the_order_of_the_form(desk_with: Callable[[Iterable[Session]], Desk]) -> None:
    desk = desk_with([Session(id=1), Session(id=2)])
    wanted: dict[str, FieldValue] = {
        "is_manual_mode": True,
        "is_public": False,
        "title": "B",
        "interval_min": 1,
        "category_id": None,
        "subreddits": ("earth", "space"),
    }
    dialog = desk.open(plan_values(desk.workspace.library, wanted, action="Edit"))
    assert [row[:3] for row in rows(dialog)] == [
        ("Title", "unknown", "“B”"),
        ("Subreddits", "unknown", "earth, space"),
        ("Category", "unknown", "default category"),
        ("Shortest interval", "unknown", "1 s"),
        ("Public", "unknown", "No"),
        ("Manual mode", "unknown", "Yes"),
    ]
    assert dialog.table.height() < dialog.height()


def test_with_nothing_to_do_it_can_only_be_closed(desk: Desk) -> None:
    dialog = desk.open(favourite(desk, [1, 2], on=False))
    assert texts(dialog) == [
        "There is nothing to change.",
        "2 sessions have these values already; they are left alone, without a request.",
    ]
    assert not dialog.table.isVisible()
    assert buttons(dialog) == ["Close"]
    accepted: list[object] = []
    dialog.accepted.connect(lambda: accepted.append(None))
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert accepted == []


def test_what_is_undone_without_a_request_is_something_to_do(desk: Desk) -> None:
    dialog = desk.open(Plan(title="Undo: edit 2 sessions", changes=(), withdrawn=(1, 2)))
    assert texts(dialog)[1:] == ["No request is needed.", "2 sessions: not sent yet, so undone without a request."]
    assert buttons(dialog) == ["&Change 2 sessions", "Cancel"]


def test_texts_of_the_server_are_text(desk_with: Callable[[Iterable[Session]], Desk]) -> None:
    desk = desk_with([Session(id=1, title=EVIL), Session(id=2, title=EVIL)])
    plan = plan_values(desk.workspace.library, {"title": "<b>B</b>"}, action=EVIL)
    plan = Plan(
        title=plan.title,
        changes=plan.changes,
        refused=[Refusal(3, (Problem("title", EVIL),))],
        notes={1: EVIL},
    )
    desk.workspace.sender.state = SenderState(Mood.RESTING, UnreachableError(EVIL))
    dialog = desk.open(plan)
    assert sum(EVIL in text for text in texts(dialog)) == 4
    assert {one.textFormat() for one in dialog.findChildren(QLabel)} == {Qt.TextFormat.PlainText}
    assert rows(dialog) == [("Title", f"“{EVIL}”", "“<b>B</b>”", "2")]
    for column in range(4):
        assert "<img" not in (dialog.table.model().index(0, column).data(Qt.ItemDataRole.ToolTipRole) or "")


def test_long_texts_make_no_window_wide(desk_with: Callable[[Iterable[Session]], Desk]) -> None:
    desk = desk_with([Session(id=1, title="x" * 9000), Session(id=2, title="y" * 9000)])
    dialog = desk.open(plan_values(desk.workspace.library, {"title": "z" * 9000}, action="z" * 9000))
    assert dialog.width() == 640
    assert max(len(text) for text in rows(dialog)[0]) <= 200


# --- meanwhile --------------------------------------------------------------------------------------------------------


def requests(dialog: PlanDialog) -> Sequence[str]:
    return texts(dialog)[1].splitlines()


def test_the_numbers_follow_what_waits_meanwhile(desk: Desk) -> None:
    dialog = desk.open(favourite(desk))
    assert requests(dialog) == ["40 requests will be sent.", "At the server's limit that takes about 4 min."]
    submit(desk.workspace, 1, title="B")
    assert requests(dialog) == [
        "39 requests will be sent. 1 change goes along with what waits already.",
        "At the server's limit that takes about 4 min, with the 1 request that waits already.",
    ]
    desk.budget.seconds = 60.0
    desk.budget.tell(limit=100, remaining=0, next_in=3)
    assert requests(dialog)[1] == (
        "At the server's limit that takes about 40 min, with the 1 request that waits already."
    )
    now(desk.workspace.outbox.done(send_next(desk.workspace)))
    assert requests(dialog) == ["40 requests will be sent.", "At the server's limit that takes about 40 min."]


def test_changes_that_take_back_what_waits_are_no_requests(desk: Desk) -> None:
    now(desk.workspace.submit(favourite(desk, range(1, 31))))
    dialog = desk.open(favourite(desk, range(1, 31), on=False))
    assert texts(dialog)[:2] == [
        "Unfavourite 30 sessions",
        "30 requests that wait already are dropped, because this takes back what they would have sent.",
    ]
    assert buttons(dialog)[0] == "&Change 30 sessions"


def test_what_goes_on_its_way_meanwhile_can_no_longer_be_taken_back(desk: Desk) -> None:
    now(desk.workspace.submit(favourite(desk, [1, 2])))
    dialog = desk.open(favourite(desk, [1, 2], on=False))
    entry = send_next(desk.workspace)
    now(desk.workspace.outbox.begin(entry))
    assert requests(dialog)[0] == (
        "1 request will be sent. "
        "1 request that waits already is dropped, because this takes back what it would have sent."
    )
    now(desk.workspace.outbox.release(entry))
    assert len(requests(dialog)) == 1


def test_a_single_change_goes_before_what_waits(desk: Desk) -> None:
    now(desk.workspace.submit(favourite(desk, range(1, 31))))
    dialog = desk.open(favourite(desk, [30, 31]))
    assert requests(dialog) == ["1 request will be sent.", "At the server's limit that takes about 6 s."]


def test_what_keeps_changes_from_being_sent_is_said(desk: Desk) -> None:
    dialog = desk.open(favourite(desk))
    height = dialog.height()
    now(desk.workspace.pause(paused=True))
    assert texts(dialog)[2] == "Sending is paused: the changes wait until you go on."
    now(desk.workspace.pause(paused=False))
    assert len(texts(dialog)) == 2
    desk.workspace.sender.state = SenderState(Mood.RESTING, UnreachableError("The server can't be reached."))
    desk.workspace.changed.emit(None)
    assert texts(dialog)[2] == "Nothing can be sent right now, so the changes wait. The server can't be reached."
    assert dialog.height() >= dialog._layout.totalMinimumHeightForWidth(dialog.width())
    assert dialog.height() >= height


def test_the_clock_runs_only_while_time_matters(desk: Desk) -> None:
    dialog = desk.open(favourite(desk))
    assert dialog._clock.isActive()
    desk.budget.seconds = 3.0
    dialog._clock.timeout.emit()
    assert requests(dialog)[1] == "At the server's limit that takes about 2 min."
    for seconds in (0.0, inf):
        desk.budget.seconds = seconds
        desk.workspace.changed.emit(None)
        assert not dialog._clock.isActive()


@pytest.mark.parametrize("end", ["accept", "reject", "close"])
def test_after_closing_it_hears_nothing(desk: Desk, end: str) -> None:
    workspace = desk.workspace
    before = (len(workspace.changed._callbacks), len(workspace.outbox.changed._callbacks))
    dialog = desk.open(favourite(desk))
    said = dialog._requests.text()
    getattr(dialog, end)()
    assert (len(workspace.changed._callbacks), len(workspace.outbox.changed._callbacks)) == before
    assert not dialog._clock.isActive()
    submit(workspace, 1, title="B")
    assert dialog._requests.text() == said


def test_it_hears_nothing_once_its_window_is_gone(desk: Desk) -> None:
    workspace = desk.workspace
    before = (len(workspace.changed._callbacks), len(workspace.outbox.changed._callbacks))
    window = QWidget()
    desk.open(favourite(desk), window)
    desk.opened.clear()
    with desk.qtbot.waitSignal(window.destroyed, timeout=1000):
        window.deleteLater()
    assert (len(workspace.changed._callbacks), len(workspace.outbox.changed._callbacks)) == before
    submit(workspace, 1, title="B")


# --- keyboard ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "agreed"), [(Qt.Key.Key_Return, True), (Qt.Key.Key_Enter, True), (Qt.Key.Key_Escape, False)]
)
@pytest.mark.parametrize("from_table", [False, True])
def test_enter_agrees_and_escape_does_not(desk: Desk, key: Qt.Key, *, agreed: bool, from_table: bool) -> None:
    dialog = desk.open(favourite(desk))
    accepted: list[object] = []
    dialog.accepted.connect(lambda: accepted.append(None))
    if from_table:
        dialog.table.setFocus()
        QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    QTest.keyClick(dialog.focusWidget(), key)
    assert not dialog.isVisible()
    assert bool(accepted) is agreed
    assert not len(desk.workspace.outbox)


def test_the_keyboard_gets_everywhere(desk: Desk) -> None:
    dialog = desk.open(favourite(desk))
    assert dialog.focusWidget() is dialog.buttons.buttons()[0]
    dialog.table.setFocus()
    reached = set()
    for _ in range(3):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        reached.add(dialog.focusWidget())
    assert reached == {dialog.table, *dialog.buttons.buttons()}
    assert dialog.table.accessibleName()


def test_plans_of_any_field_can_be_shown(desk_with: Callable[[Iterable[Session]], Desk]) -> None:
    shown = [Session(id=1), Session(id=2)]
    desk = desk_with(shown)
    wanted: dict[str, FieldValue] = {
        name: True if name.startswith(("is_", "share")) else None if spec.nullable else "x"
        for name, spec in FIELDS.items()
    }
    wanted |= {"subreddits": (), "interval_min": 1, "interval_max": 2, "transition": "fade", "caption_theme": "joi"}
    wanted |= {"thumbnail": "https://x.example/y.png"}
    dialog = desk.open(plan_each([(one, wanted) for one in shown], action="Edit"))
    assert [row[0] for row in rows(dialog)] == [spec.label for spec in FIELDS.values()]
