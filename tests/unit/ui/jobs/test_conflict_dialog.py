from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.domain.conflicts import Side
from joip_desktop.domain.session import FieldValue, Session
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.jobs import conflict_dialog
from joip_desktop.ui.jobs.conflict_dialog import ConflictDialog, Conflicts, SideBox
from joip_desktop.ui.theme import LIGHT
from tests.helpers.still_workspace import now, submit, workspace_of

EVIL = "<img src='file:///etc/passwd'>"


def conflict(workspace: Workspace, session_id: int, mine: dict[str, FieldValue], theirs: dict[str, FieldValue]) -> None:
    """Change a session here, and elsewhere in the same fields."""
    submit(workspace, session_id, **mine)
    change_elsewhere(workspace, session_id, theirs)


def change_elsewhere(workspace: Workspace, session_id: int, theirs: dict[str, FieldValue]) -> None:
    row = workspace.library.server(session_id)
    assert row is not None
    answer = row.with_values(theirs)
    workspace.library.load([answer if one.id == session_id else one for one in workspace.library.server_rows()])
    now(workspace.outbox.reconcile([(entry, answer) for entry in workspace.outbox.entries(session_id)]))


@dataclass
class Desk:
    workspace: Workspace
    qtbot: QtBot
    opened: list[ConflictDialog] = field(default_factory=list)
    chosen: list[dict[int, dict[str, Side]]] = field(default_factory=list)

    def open(self, parent: QWidget | None = None) -> ConflictDialog:
        dialog = ConflictDialog(self.workspace, colours=LIGHT, parent=parent)
        if parent is None:
            self.qtbot.addWidget(dialog)
        dialog.chosen.connect(self.chosen.append)
        dialog.open()
        assert QTest.qWaitForWindowActive(dialog)
        self.opened.append(dialog)
        return dialog


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    shown = [
        Session(id=number, title=f"Walk {number}", transition="fade", is_public=False, ai_prompt="")
        for number in range(1, 7)
    ]
    desk = Desk(workspace_of(*shown), qtbot)
    conflict(desk.workspace, 1, {"title": "Mine", "transition": "zoom"}, {"title": "Theirs", "transition": "flip"})
    conflict(desk.workspace, 2, {"transition": "zoom"}, {"transition": "none"})
    yield desk
    for dialog in desk.opened:
        dialog.close()


def rows(dialog: ConflictDialog) -> list[tuple[str, ...]]:
    model = dialog.table.model()
    texts = [tuple(model.index(row, column).data() for column in range(5)) for row in range(model.rowCount())]
    return [(*cells, box(dialog, row).currentText()) for row, cells in enumerate(texts)]


def box(dialog: ConflictDialog, row: int) -> SideBox:
    found = dialog.table.indexWidget(dialog.table.model().index(row, 5))
    assert isinstance(found, SideBox)
    return found


def choose(dialog: ConflictDialog, row: int, key: Qt.Key) -> None:
    box(dialog, row).setFocus()
    QTest.keyClick(box(dialog, row), key)


def status(dialog: ConflictDialog) -> str:
    return dialog._status.text()


def details(dialog: ConflictDialog) -> list[str]:
    return [pane.toPlainText() for pane in dialog.details]


def test_every_field_in_conflict_is_listed(desk: Desk) -> None:
    dialog = desk.open()
    assert rows(dialog) == [
        ("Walk 1", "Title", "“Walk 1”", "“Mine”", "“Theirs”", "Choose…"),
        ("Walk 1", "Transition", "Fade", "Zoom", "Flip", "Choose…"),
        ("Walk 2", "Transition", "Fade", "Zoom", "None", "Choose…"),
    ]
    assert dialog._intro.text() == (
        "3 fields were changed here and elsewhere, too, in 2 sessions. "
        "Choose whose value is kept; until then, yours is not sent."
    )
    assert status(dialog) == "0 of 3 decided. What is not decided stays in conflict."
    assert not dialog.ok_button.isEnabled()


def test_what_was_chosen_is_told_and_the_rest_stays(desk: Desk) -> None:
    dialog = desk.open()
    choose(dialog, 0, Qt.Key.Key_T)
    choose(dialog, 2, Qt.Key.Key_M)
    assert status(dialog) == "2 of 3 decided. What is not decided stays in conflict."
    assert dialog.ok_button.isEnabled()
    dialog.ok_button.click()
    assert desk.chosen == [{1: {"title": Side.THEIRS}, 2: {"transition": Side.MINE}}]
    assert not dialog.isVisible()
    now(desk.workspace.resolve(desk.chosen[0]))
    assert [(entry.session_id, entry.change.patch) for entry in desk.workspace.outbox.conflicts] == [
        (1, {"transition": "zoom"})
    ]


@pytest.mark.parametrize("side", [Side.MINE, Side.THEIRS])
def test_one_side_can_be_chosen_for_all(desk: Desk, side: Side) -> None:
    dialog = desk.open()
    choose(dialog, 0, Qt.Key.Key_T)
    (dialog.mine_button if side is Side.MINE else dialog.theirs_button).click()
    assert {row[-1] for row in rows(dialog)} == {"Mine" if side is Side.MINE else "Theirs"}
    assert status(dialog) == "3 of 3 decided."
    dialog.ok_button.click()
    assert desk.chosen == [{1: {"title": side, "transition": side}, 2: {"transition": side}}]
    now(desk.workspace.resolve(desk.chosen[0]))
    assert not desk.workspace.outbox.conflicts


def test_a_choice_can_be_taken_back(desk: Desk) -> None:
    dialog = desk.open()
    choose(dialog, 0, Qt.Key.Key_M)
    choose(dialog, 0, Qt.Key.Key_Up)
    assert status(dialog).startswith("0 of 3")
    assert not dialog.ok_button.isEnabled()


def test_cancelling_tells_nothing(desk: Desk) -> None:
    dialog = desk.open()
    dialog.mine_button.click()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert desk.chosen == []


def test_the_current_row_is_shown_in_full(desk: Desk) -> None:
    long = "slow\n" * 300
    conflict(desk.workspace, 3, {"ai_prompt": long + "mine", "title": EVIL}, {"ai_prompt": "theirs", "title": "T"})
    dialog = desk.open()
    assert details(dialog) == ["“Walk 1”", "“Mine”", "“Theirs”"]
    box(dialog, 2).setFocus()
    assert details(dialog) == ["Fade", "Zoom", "None"]
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    assert details(dialog) == ["“Walk 3”", f"“{EVIL}”", "“T”"]
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    assert details(dialog) == ["empty", f"“{long}mine”", "“theirs”"]
    assert len(rows(dialog)[4][3]) == 200


def test_texts_of_the_server_are_text(qtbot: QtBot) -> None:
    workspace = workspace_of(Session(id=1, title="A", is_public=False), Session(id=2, title=EVIL, ai_prompt="x"))
    desk = Desk(workspace, qtbot)
    conflict(workspace, 1, {"title": "<b>B</b>"}, {"title": EVIL})
    conflict(workspace, 2, {"ai_prompt": "<b>B</b>"}, {"ai_prompt": f"{EVIL}\nx"})
    dialog = desk.open()
    assert rows(dialog)[0][2:5] == ("“A”", "“<b>B</b>”", f"“{EVIL}”")
    assert rows(dialog)[1][0] == EVIL
    model = dialog.table.model()
    tips = [model.index(row, column).data(Qt.ItemDataRole.ToolTipRole) for row in (0, 1) for column in range(5)]
    assert all(tips)
    assert not [tip for tip in tips if "<img" in tip or "<b>" in tip]
    assert not [one for one in dialog.findChildren(QLabel) if EVIL in one.text() and one.isVisible()]
    dialog.close()


def test_sessions_without_a_title_have_their_number(qtbot: QtBot) -> None:
    workspace = workspace_of(Session(id=12, is_public=False))
    desk = Desk(workspace, qtbot)
    conflict(workspace, 12, {"is_public": True}, {"is_public": None})
    dialog = desk.open()
    assert rows(dialog) == [("Session 12", "Public", "No", "Yes", "no value", "Choose…")]
    assert dialog._intro.text().startswith("1 field was changed here and elsewhere, too, in 1 session.")
    dialog.close()


# --- meanwhile --------------------------------------------------------------------------------------------------------


def test_conflicts_come_and_go_and_choices_stay(desk: Desk) -> None:
    dialog = desk.open()
    choose(dialog, 1, Qt.Key.Key_M)
    choose(dialog, 2, Qt.Key.Key_T)
    conflict(desk.workspace, 5, {"is_public": True, "title": "M"}, {"title": "T"})
    assert [row[:2] for row in rows(dialog)][2:] == [("Walk 2", "Transition"), ("Walk 5", "Title")]
    now(desk.workspace.resolve({1: {"title": Side.THEIRS}}))
    assert rows(dialog) == [
        ("Theirs", "Transition", "Fade", "Zoom", "Flip", "Mine"),
        ("Walk 2", "Transition", "Fade", "Zoom", "None", "Theirs"),
        ("Walk 5", "Title", "“Walk 5”", "“M”", "“T”", "Choose…"),
    ]
    assert status(dialog) == "2 of 3 decided. What is not decided stays in conflict."
    assert dialog.focusWidget() is box(dialog, 1)
    assert dialog.table.currentIndex().row() == 1


def test_a_choice_between_other_values_does_not_count(desk: Desk) -> None:
    dialog = desk.open()
    dialog.theirs_button.click()
    change_elsewhere(desk.workspace, 2, {"transition": "slide"})
    assert rows(dialog)[2] == ("Walk 2", "Transition", "Fade", "Zoom", "Slide", "Choose…")
    assert status(dialog) == "2 of 3 decided. What is not decided stays in conflict."
    dialog.ok_button.click()
    assert desk.chosen == [{1: {"title": Side.THEIRS, "transition": Side.THEIRS}}]


def test_a_conflict_that_comes_back_as_it_was_keeps_its_choice(desk: Desk) -> None:
    dialog = desk.open()
    choose(dialog, 2, Qt.Key.Key_M)
    change_elsewhere(desk.workspace, 2, {"transition": "fade"})
    assert len(rows(dialog)) == 2
    change_elsewhere(desk.workspace, 2, {"transition": "none"})
    assert rows(dialog)[2][-1] == "Mine"


def test_what_does_not_concern_it_changes_nothing(desk: Desk) -> None:
    dialog = desk.open()
    before = rows(dialog), [box(dialog, row) for row in range(3)]
    submit(desk.workspace, 6, title="B")
    assert (rows(dialog), [box(dialog, row) for row in range(3)]) == before


def test_with_nothing_left_it_closes_itself(desk: Desk) -> None:
    dialog = desk.open()
    choose(dialog, 0, Qt.Key.Key_M)
    now(desk.workspace.resolve({1: {"title": Side.MINE, "transition": Side.MINE}, 2: {"transition": Side.THEIRS}}))
    assert rows(dialog) == []
    assert details(dialog) == ["", "", ""]
    desk.qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=1000)
    assert desk.chosen == []


def test_it_stays_open_between_two_steps_of_the_engine(desk: Desk) -> None:
    dialog = desk.open()
    now(desk.workspace.resolve({1: {"title": Side.MINE, "transition": Side.MINE}, 2: {"transition": Side.THEIRS}}))
    conflict(desk.workspace, 3, {"title": "M"}, {"title": "T"})
    QApplication.processEvents()
    assert dialog.isVisible()
    assert len(rows(dialog)) == 1


def test_opened_too_late_it_closes_itself(qtbot: QtBot) -> None:
    dialog = ConflictDialog(workspace_of(), colours=LIGHT)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=1000)


def test_sessions_that_are_gone_are_not_asked_about(desk: Desk) -> None:
    dialog = desk.open()
    desk.workspace.library.load([one for one in desk.workspace.library.server_rows() if one.id != 1])
    assert [row[:2] for row in rows(dialog)] == [("Walk 2", "Transition")]


@pytest.mark.parametrize("end", ["accept", "reject", "close"])
def test_after_closing_it_hears_nothing(desk: Desk, end: str) -> None:
    workspace = desk.workspace
    before = (len(workspace.library.changed._callbacks), len(workspace.outbox.changed._callbacks))
    dialog = desk.open()
    dialog.mine_button.click()
    shown = rows(dialog)
    getattr(dialog, end)()
    assert (len(workspace.library.changed._callbacks), len(workspace.outbox.changed._callbacks)) == before
    conflict(workspace, 3, {"title": "M"}, {"title": "T"})
    assert rows(dialog) == shown


def test_it_hears_nothing_once_its_window_is_gone(desk: Desk) -> None:
    workspace = desk.workspace
    before = (len(workspace.library.changed._callbacks), len(workspace.outbox.changed._callbacks))
    window = QWidget()
    desk.open(window)
    desk.opened.clear()
    with desk.qtbot.waitSignal(window.destroyed, timeout=1000):
        window.deleteLater()
    assert (len(workspace.library.changed._callbacks), len(workspace.outbox.changed._callbacks)) == before
    conflict(workspace, 3, {"title": "M"}, {"title": "T"})


# --- many -------------------------------------------------------------------------------------------------------------


def test_of_very_many_some_are_shown_and_all_can_be_decided(qtbot: QtBot) -> None:
    count = conflict_dialog.ROWS + 30
    shown = [Session(id=number, title="A") for number in range(1, count + 1)]
    workspace = workspace_of(*shown)
    for number in range(1, count + 1):
        submit(workspace, number, title="B")
    theirs = [one.with_values({"title": "C"}) for one in shown]
    workspace.library.load(theirs)
    now(workspace.outbox.reconcile([(workspace.outbox.entries(one.id)[0], one) for one in theirs]))
    desk = Desk(workspace, qtbot)
    dialog = desk.open()
    assert len(rows(dialog)) == conflict_dialog.ROWS
    assert status(dialog) == (
        "0 of 230 decided. What is not decided stays in conflict. 30 more come up when these are decided."
    )
    now(workspace.resolve({number: {"title": Side.THEIRS} for number in range(1, 11)}))
    assert len(rows(dialog)) == conflict_dialog.ROWS
    assert status(dialog).endswith("20 more come up when these are decided.")
    dialog.mine_button.click()
    dialog.ok_button.click()
    assert len(desk.chosen[0]) == 220


# --- keyboard ---------------------------------------------------------------------------------------------------------


def test_the_keyboard_goes_through_it_as_it_is_read(desk: Desk) -> None:
    dialog = desk.open()
    boxes = [box(dialog, row) for row in range(3)]
    assert dialog.focusWidget() is boxes[0]
    choose(dialog, 0, Qt.Key.Key_M)
    conflict(desk.workspace, 3, {"title": "M"}, {"title": "T"})
    boxes.append(box(dialog, 3))
    wanted = [dialog.mine_button, dialog.theirs_button, dialog.table, *boxes, *dialog.details]
    wanted += dialog.buttons.buttons()
    dialog.mine_button.setFocus()
    order = []
    for _ in wanted:
        order.append(dialog.focusWidget())
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert order[:10] == wanted[:10]
    assert set(order) == set(wanted)


@pytest.mark.parametrize("start", [lambda d: box(d, 1), lambda d: d.table, lambda d: d.details[0]])
def test_enter_applies_what_is_chosen(desk: Desk, start: Callable[[ConflictDialog], QWidget]) -> None:
    dialog = desk.open()
    widget = start(dialog)
    widget.setFocus()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible(), "nothing is decided yet"
    choose(dialog, 0, Qt.Key.Key_M)
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert desk.chosen == [{1: {"title": Side.MINE}}]


def test_everything_has_a_name(desk: Desk) -> None:
    dialog = desk.open()
    assert dialog.table.accessibleName() == "Fields that were changed elsewhere, too"
    assert [box(dialog, row).accessibleName() for row in range(3)] == [
        "Keep for Title of Walk 1",
        "Keep for Transition of Walk 1",
        "Keep for Transition of Walk 2",
    ]
    assert [pane.accessibleName() for pane in dialog.details] == [
        "It was, in full",
        "You want, in full",
        "Elsewhere it became, in full",
    ]


def test_scrolling_decides_nothing(desk: Desk) -> None:
    dialog = desk.open()
    focused = box(dialog, 0)
    focused.setFocus()
    turned = QWheelEvent(
        QPointF(5, 5),
        focused.mapToGlobal(QPointF(5, 5)),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(focused, turned)
    assert focused.currentText() == "Choose…"
    assert not dialog.ok_button.isEnabled()


# --- without a window -------------------------------------------------------------------------------------------------


def test_choices_hold_between_the_values_they_were_made_between(desk: Desk) -> None:
    conflicts = Conflicts(desk.workspace)
    assert conflicts.keys == [(1, "title"), (1, "transition"), (2, "transition")]
    conflicts.choose([(1, "title"), (9, "title"), (2, "title")], Side.MINE)
    assert conflicts.chosen() == {1: {"title": Side.MINE}}
    assert conflicts.side((9, "title")) is None
    conflicts.choose([(1, "title")], None)
    assert conflicts.chosen() == {}
    assert len(conflicts) == 3
    assert conflicts.sessions == 2
    assert conflicts.look_again([3, 99]) is False
    assert conflicts.look_again([1]) is True
