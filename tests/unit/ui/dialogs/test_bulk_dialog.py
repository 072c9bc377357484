from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.domain.session import UNKNOWN, Session
from joip_desktop.engine.bulk import (
    LIMIT,
    AddSubreddits,
    Operation,
    RemoveSubreddits,
    ReplaceInTitles,
    ScaleIntervals,
    ShiftIntervals,
)
from joip_desktop.engine.slices import AT_ONCE
from joip_desktop.ui.dialogs import bulk_dialog
from joip_desktop.ui.dialogs.bulk_dialog import BulkDialog, operation_dialog
from joip_desktop.ui.dialogs.bulk_parameters import PARAMETERS, NamesParameters, NumberParameters, ReplaceParameters
from joip_desktop.ui.dialogs.bulk_words import OPERATIONS
from joip_desktop.ui.discretion import Discretion
from joip_desktop.ui.tasks import Tasks
from joip_desktop.ui.theme import LIGHT
from tests.helpers.discreet import SECRET
from tests.helpers.stepped_tasks import SteppedTasks
from tests.helpers.still_workspace import workspace_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # raising, offscreen

Make = Callable[..., BulkDialog]

SESSIONS = (
    Session(id=1, title="A walk", subreddits=("earth",), interval_min=3, interval_max=9, is_imported=False),
    Session(id=2, title="Walking", subreddits=("Earth", "moon"), interval_min=3, interval_max=58, is_imported=False),
    Session(id=3, title=None, subreddits=("earth",), interval_min=1, interval_max=UNKNOWN, is_imported=True),
)


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Make]:
    made: list[BulkDialog] = []

    def dialog(
        name: str,
        *sessions: Session,
        session_ids: tuple[int, ...] | None = None,
        tasks: Tasks | None = None,
        discretion: Discretion | None = None,
    ) -> BulkDialog:
        workspace = workspace_of(*(sessions or SESSIONS))
        ids = tuple(one.id for one in workspace.library) if session_ids is None else session_ids
        one = operation_dialog(name, ids, workspace=workspace, colours=LIGHT, tasks=tasks, discretion=discretion)
        qtbot.addWidget(one)
        made.append(one)
        one.open()
        assert QTest.qWaitForWindowActive(one)
        return one

    yield dialog
    for one in made:
        one.close()


def enter(dialog: BulkDialog, text: str, *more: str) -> None:
    """Type the parameters."""
    match dialog.parameters:
        case NamesParameters(line=line):
            lines = [line]
        case NumberParameters(box=box):
            lines = [box.lineEdit()]
        case ReplaceParameters(old=old, new=new):
            lines = [old, new]
        case other:
            raise AssertionError(other)
    for line, typed in zip(lines, (text, *more), strict=False):
        line.selectAll()
        QTest.keyClick(line, Qt.Key.Key_Delete)
        QTest.keyClicks(line, typed)


def rows(dialog: BulkDialog) -> list[tuple[str, ...]]:
    """What the table shows."""
    model = dialog.table.model()
    shown = [column for column in range(model.columnCount()) if not dialog.table.isColumnHidden(column)]
    return [tuple(str(model.index(row, column).data()) for column in shown) for row in range(model.rowCount())]


def chosen(dialog: BulkDialog) -> list[Operation]:
    found: list[Operation] = []
    dialog.chosen.connect(found.append)
    return found


def test_every_operation_has_words_and_parameters() -> None:
    assert list(OPERATIONS) == list(PARAMETERS)


@pytest.mark.parametrize(
    ("name", "typed", "operation", "table", "counts"),
    [
        (
            "add_subreddits",
            ["r/Moon, https://reddit.com/r/stars"],
            AddSubreddits(("Moon", "stars")),
            [("A walk", "earth", "earth, Moon, stars"), ("Walking", "Earth, moon", "Earth, moon, stars")],
            "Changes 2 sessions.\n1 is left out: Imported sessions keep their subreddits (1).",
        ),
        (
            "remove_subreddits",
            ["EARTH"],
            RemoveSubreddits(("EARTH",)),
            [("A walk", "earth", "none", "No subreddit is left."), ("Walking", "Earth, moon", "moon", "")],
            (
                "Changes 2 sessions.\n1 is left out: Imported sessions keep their subreddits (1).\n"
                "To note: No subreddit is left (1)."
            ),
        ),
        (
            "shift_intervals",
            ["-2"],
            ShiftIntervals(-2),
            [
                ("A walk", "3 s to 9 s", "1 s to 7 s"),
                ("Walking", "3 s to 58 s", "1 s to 56 s"),
            ],
            "Changes 2 sessions.\n1 is left out: The interval is not known in full (1).",
        ),
        (
            "scale_intervals",
            ["200"],
            ScaleIntervals(200),
            [
                ("A walk", "3 s to 9 s", "6 s to 18 s", ""),
                ("Walking", "3 s to 58 s", "6 s to 60 s", "Kept within 1 to 60 seconds."),
            ],
            (
                "Changes 2 sessions.\n1 is left out: The interval is not known in full (1).\n"
                "To note: Kept within 1 to 60 seconds (1)."
            ),
        ),
        (
            "replace_in_titles",
            ["walk", "hike"],
            ReplaceInTitles("walk", "hike"),
            [("“A walk”", "“A hike”"), ("“Walking”", "“hikeing”")],
            "Changes 2 sessions, leaves 1 as it is.",
        ),
    ],
)
def test_an_operation_is_tried_while_typing_and_given_when_agreed_to(  # noqa: PLR0917 - a table of what is shown
    make: Make, name: str, typed: list[str], operation: Operation, table: list[tuple[str, ...]], counts: str
) -> None:
    dialog = make(name)
    assert dialog.windowTitle() == OPERATIONS[name].title
    given = chosen(dialog)
    enter(dialog, *typed)
    assert rows(dialog) == table
    assert dialog.counts.text() == counts
    assert dialog.problems.text() == ""
    assert (dialog.accept_button.text(), dialog.accept_button.isEnabled()) == ("Change 2 sessions…", True)
    assert given == []
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert given == [operation]
    assert not dialog.isVisible()


def test_how_titles_are_searched(make: Make) -> None:
    dialog = make("replace_in_titles")
    parameters = dialog.parameters
    assert isinstance(parameters, ReplaceParameters)
    enter(dialog, "walk", "hike")
    QTest.keyClick(parameters.match_case, Qt.Key.Key_Space)
    assert rows(dialog) == [("“A walk”", "“A hike”")]
    QTest.keyClick(parameters.match_case, Qt.Key.Key_Space)
    QTest.keyClick(parameters.whole_words, Qt.Key.Key_Space)
    assert rows(dialog) == [("“A walk”", "“A hike”")]
    given = chosen(dialog)
    dialog.accept_button.click()
    assert given == [ReplaceInTitles("walk", "hike", whole_words=True)]


def test_blanks_at_the_ends_of_what_is_found_count(make: Make) -> None:
    dialog = make("replace_in_titles")
    enter(dialog, " walk", "")
    assert rows(dialog) == [("“A walk”", "“A”")]


@pytest.mark.parametrize(
    ("name", "at_first", "typed", "problem"),
    [
        (
            "add_subreddits",
            "Enter at least one subreddit.",
            "a!b",
            "“a!b” is no subreddit name. A name has letters from A to Z, digits and underscores, but not “!”.",
        ),
        ("remove_subreddits", "Enter at least one subreddit.", " , ", "Enter at least one subreddit."),
        ("shift_intervals", "With 0 seconds, everything stays as it is.", "x", "Enter a whole number."),
        ("scale_intervals", "With 100 %, everything stays as it is.", "0", "Enter a percentage above 0."),
        ("replace_in_titles", "Enter the text to find.", "", "Enter the text to find."),
    ],
)
def test_what_is_missing_is_no_mistake_before_anything_was_typed(
    make: Make, name: str, at_first: str, typed: str, problem: str
) -> None:
    dialog = make(name)
    given = chosen(dialog)
    assert dialog.problems.text() == at_first
    assert LIGHT.error not in dialog.problems.styleSheet()
    enter(dialog, "12")
    enter(dialog, typed)
    assert dialog.problems.text() == problem
    assert LIGHT.error in dialog.problems.styleSheet()
    assert dialog.parameters.first.accessibleDescription() == problem
    assert (rows(dialog), dialog.counts.text()) == ([], "")
    assert (dialog.accept_button.text(), dialog.accept_button.isEnabled()) == ("Change sessions…", False)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert (given, dialog.isVisible()) == ([], True)


def test_names_are_tidied_when_the_line_is_left(make: Make) -> None:
    dialog = make("add_subreddits")
    assert isinstance(dialog.parameters, NamesParameters)
    enter(dialog, "r/moon  /r/Moon,stars")
    QTest.keyClick(dialog.parameters.line, Qt.Key.Key_Tab)
    assert dialog.parameters.line.text() == "moon, stars"


def test_where_nothing_changes_there_is_nothing_to_agree_to(make: Make) -> None:
    dialog = make("remove_subreddits")
    enter(dialog, "mars")
    assert dialog.counts.text() == "Changes nothing, leaves 3 as they are."
    assert not dialog.accept_button.isEnabled()


def test_cancelling_gives_nothing(make: Make) -> None:
    dialog = make("remove_subreddits")
    given = chosen(dialog)
    enter(dialog, "earth")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert (given, dialog.isVisible()) == ([], False)


def test_sessions_that_are_gone_are_not_counted(make: Make) -> None:
    dialog = make("remove_subreddits", session_ids=(1, 99))
    enter(dialog, "earth")
    assert dialog.counts.text().startswith("Changes 1 session.")


def test_long_texts_are_shown_from_where_they_differ(make: Make) -> None:
    dialog = make("replace_in_titles", Session(id=1, title="x" * 300 + " walk"))
    enter(dialog, "walk", "hike")
    ((before, after),) = rows(dialog)
    assert before.startswith("…")
    assert before.endswith(" walk”")
    assert after.endswith(" hike”")


# --- very many --------------------------------------------------------------------------------------------------------

MANY = AT_ONCE + 100


@pytest.fixture
def tasks(monkeypatch: pytest.MonkeyPatch) -> SteppedTasks:
    """Less is done at once than is to be done, however fast it goes."""
    monkeypatch.setattr(bulk_dialog, "first_slice", next)
    return SteppedTasks()


def _many() -> list[Session]:
    return [Session(id=number, title=f"Walk {number}") for number in range(MANY)]


def test_of_very_many_the_rows_come_first_and_the_counts_later(
    make: Make, tasks: SteppedTasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("joip_desktop.engine.slices.SLICE", 0.0)
    dialog = make("replace_in_titles", *_many(), tasks=tasks)
    enter(dialog, "k", "l")
    while not rows(dialog):
        tasks.step()
    assert dialog.counts.text() == "Counting…"
    assert len(rows(dialog)) == LIMIT
    assert not dialog.accept_button.isEnabled()
    tasks.finish()
    assert dialog.counts.text() == f"Changes {MANY:,} sessions.\nThe first 200 are shown."
    assert dialog.accept_button.isEnabled()


def test_a_try_is_given_up_for_the_next_one(make: Make, tasks: SteppedTasks) -> None:
    dialog = make("replace_in_titles", *_many(), tasks=tasks)
    enter(dialog, "Walk 1")
    assert len(tasks.running) == len("Walk 1")
    tasks.finish()
    assert dialog.counts.text().startswith("Changes 1,110 sessions, leaves 989 as they are.")
    enter(dialog, "nothing")
    enter(dialog, "")
    tasks.finish()
    assert (dialog.counts.text(), rows(dialog)) == ("", [])


def test_closing_gives_up(make: Make, tasks: SteppedTasks) -> None:
    dialog = make("replace_in_titles", *_many(), tasks=tasks)
    enter(dialog, "W")
    dialog.reject()
    tasks.step()
    assert tasks.running == []
    assert dialog.counts.text() == "Counting…"


# --- discreet mode ----------------------------------------------------------------------------------------------------


def test_titles_are_hidden_in_discreet_mode_and_still_counted(make: Make) -> None:
    discretion = Discretion(on=True)
    dialog = make("replace_in_titles", Session(id=1, title=SECRET), Session(id=2), discretion=discretion)
    enter(dialog, SECRET[:2], "x")
    assert rows(dialog) == [("Session 1", "hidden", "hidden")]
    assert dialog.counts.text() == "Changes 1 session.\n1 is left out: The title is not known (1)."
    tips = [dialog.table.model().index(0, column).data(Qt.ItemDataRole.ToolTipRole) for column in range(4)]
    assert not any(SECRET in tip for tip in tips if tip)
    discretion.set_on(False)
    assert rows(dialog) == [(f"“{SECRET}”", f"“x{SECRET[2:]}”")]


def test_what_is_not_hidden_is_shown_beside_the_number(make: Make) -> None:
    dialog = make("add_subreddits", discretion=Discretion(on=True))
    enter(dialog, "mars")
    assert rows(dialog)[0] == ("Session 1", "earth", "earth, mars")


# --- keyboard ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", OPERATIONS)
def test_tab_goes_from_the_parameters_to_the_buttons_and_all_have_names(make: Make, name: str) -> None:
    dialog = make(name)
    enter(dialog, "150", "2")
    assert dialog.accept_button.isEnabled() is (name in {"shift_intervals", "scale_intervals", "add_subreddits"})
    dialog.accept_button.setEnabled(True)
    dialog.parameters.first.setFocus()
    order: list[QWidget] = []
    while (focused := dialog.focusWidget()) not in order:
        order.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    inputs = [one for one in order if dialog.parameters.isAncestorOf(one)]
    assert len(inputs) == (4 if name == "replace_in_titles" else 1)
    assert order[: len(inputs)] == inputs
    assert order[len(inputs)] is dialog.table
    assert dialog.accept_button in order
    for widget in order:
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name), widget
