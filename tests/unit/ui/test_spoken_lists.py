"""Lists, jobs and their dialogs in another language: no word of ours stays English."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QTabBar,
    QTableView,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from joip_desktop.domain.job import Outcome
from joip_desktop.domain.say import speak
from joip_desktop.domain.session import Session
from joip_desktop.engine.plan import picturing, plan_values
from joip_desktop.engine.slices import at_once
from joip_desktop.storage.settings import SavedSearch, Settings
from joip_desktop.ui.connection import state_of
from joip_desktop.ui.dialogs.first_run import FirstRunDialog
from joip_desktop.ui.dialogs.save_search import LineDialog
from joip_desktop.ui.dialogs.sign_in import SignInDialog
from joip_desktop.ui.dialogs.sign_in_words import BROWSERS
from joip_desktop.ui.discretion import Discretion
from joip_desktop.ui.jobs.conflict_dialog import ConflictDialog
from joip_desktop.ui.jobs.jobs_panel import JobsPanel
from joip_desktop.ui.jobs.plan_dialog import PlanDialog
from joip_desktop.ui.jobs.report_view import ReportDialog
from joip_desktop.ui.jobs.strip import StatusStrip
from joip_desktop.ui.jobs.undo_stack import UndoStack
from joip_desktop.ui.notices import Notices
from joip_desktop.ui.sessions.columns import COLUMNS, TITLE, Column, copied_columns
from joip_desktop.ui.sessions.context_menu import SessionsMenu, likenesses
from joip_desktop.ui.sessions.model import SessionTableModel
from joip_desktop.ui.sessions.panel import SessionsPanel
from joip_desktop.ui.sessions.sidebar import Sidebar
from joip_desktop.ui.sessions.sidebar_rows import ROW_ROLE
from joip_desktop.ui.sessions.tile_content import tile_of, tooltip_of, words_of
from joip_desktop.ui.tasks import Tasks
from joip_desktop.ui.theme import LIGHT
from tests.helpers.sign_in import FakeSecrets, FakeSignIn
from tests.helpers.still_workspace import fail_next, now, submit, tell, workspace_of

ABROAD = "¿"
"""Stands in front of whatever was translated."""

SESSION = Session(
    id=1,
    title="1",
    subreddits=("2",),
    category_id=3,
    interval_min=4,
    interval_max=5,
    transition="zoom",
    caption_theme="cbt",
    ai_prompt="",
    thumbnail="",
    is_favorite=True,
    is_public=False,
    share_to_community=False,
    is_manual_mode=True,
    is_imported=False,
    updated_at="2026-03-02T12:30:00.000Z",
)
"""All that it is told by a person or the server is without letters."""

BARE = Session(id=2)
TITLE_OF_JOB = "Save 1 field"
"""Of those that tests submit: titles are said when jobs are made."""

NONE = Session(
    id=3, title="", category_id=None, interval_min=None, interval_max=None, transition="none", is_favorite=False
)


@pytest.fixture(autouse=True)
def abroad() -> Iterator[None]:
    speak(lambda text, _: f"{ABROAD}{text}", separator=".", lowers=False)
    yield
    speak()


def is_said(text: str) -> bool:
    return ABROAD in text or not any(letter.isalpha() for letter in text.replace("JOIP Desktop", ""))


def unsaid(widget: QWidget) -> list[str]:
    """What a person may read of it or be told, and is English."""
    texts = [text for one in (widget, *widget.findChildren(QWidget)) for text in _texts(one) if not _is_qts(one)]
    return [text for text in texts if not is_said(text)]


def _is_qts(widget: QWidget) -> bool:
    """Whether the words are Qt's, which has translations of its own."""
    within = widget.parentWidget()
    return widget.objectName().startswith("qt_") or isinstance(within, QDialogButtonBox | QTabBar)


def _texts(widget: QWidget) -> Iterator[str]:
    yield from (widget.windowTitle(), widget.toolTip().removeprefix("<qt>").removesuffix("</qt>"))
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.statusTip())
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield widget.placeholderText()
        case QComboBox():
            yield from (widget.itemText(at) for at in range(widget.count()))
        case QTabWidget():
            yield from (widget.tabText(at) for at in range(widget.count()))
        case QMenu():
            yield from (action.text() for action in widget.actions())
        case QAbstractItemView():
            yield from _cells(widget)
    for action in widget.actions():
        yield from _words_of_action(action)


def _words_of_action(action: QAction) -> Iterator[str]:
    yield from (action.text(), action.toolTip().removeprefix("<qt>").removesuffix("</qt>"))


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    columns = range(1)
    if isinstance(view, QTableView):
        columns = range(model.columnCount())
        yield from (str(model.headerData(column, Qt.Orientation.Horizontal) or "") for column in columns)
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
    for row in range(model.rowCount()):
        for column in columns:
            for role in roles:
                text = str(model.index(row, column).data(role) or "")
                yield text.removeprefix("<qt>").removesuffix("</qt>").replace("<br>", "")


# --- the list ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("session", [SESSION, BARE, NONE], ids=["all told", "nothing told", "without values"])
@pytest.mark.parametrize("column", COLUMNS, ids=[column.name for column in COLUMNS])
def test_cells_are_said(session: Session, column: Column) -> None:
    assert is_said(column.text(session))
    assert is_said(column.said(session))
    assert column.label == f"{ABROAD}{column.english_label}"


def test_files_have_english_headings() -> None:
    assert not any(ABROAD in heading for heading, _ in copied_columns(COLUMNS))


def test_choices_are_sorted_by_what_people_call_them() -> None:
    transition = next(column for column in COLUMNS if column.name == "transition")
    turned = {"Fade": "Z", "Zoom": "A"}
    speak(lambda text, _: turned.get(text, ""))
    by_name = sorted((SESSION.with_values({"transition": name}) for name in ("fade", "zoom")), key=transition.key)
    assert [one.transition for one in by_name] == ["zoom", "fade"]


@pytest.mark.usefixtures("qapp")
def test_tiles_are_said() -> None:
    model = SessionTableModel(workspace_of(SESSION, BARE, NONE))
    for row in range(3):
        for favourite in (False, True):
            assert is_said(tooltip_of(model, row, on_star=favourite).removeprefix("<qt>").removesuffix("</qt>"))
        assert is_said(words_of(tile_of(model, row, LIGHT), hidden=True))
    assert tile_of(model, 1, LIGHT).details == (), "what is not known is no detail in any language"
    assert tile_of(model, 2, LIGHT).details == (), "nor is what there is none of"
    model.close()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("hidden", [False, True])
def test_what_waits_and_what_has_failed_is_said_in_tooltips(hidden: bool) -> None:
    workspace = workspace_of(SESSION)
    model = SessionTableModel(workspace, discretion=Discretion(on=hidden))
    submit(workspace, 1, title="9")
    lines = str(model.index(0, TITLE).data(Qt.ItemDataRole.ToolTipRole))
    assert f"{ABROAD}Waiting to be sent." in lines
    fail_next(workspace)
    lines = str(model.index(0, TITLE).data(Qt.ItemDataRole.ToolTipRole))
    assert f"{ABROAD}Not saved" in lines
    assert (f"{ABROAD}Hidden in discreet mode" in lines) is hidden
    model.close()


def test_the_list_and_what_belongs_to_it_is_said(qtbot: QtBot) -> None:
    panel = SessionsPanel(workspace_of(SESSION, BARE, NONE))
    qtbot.addWidget(panel)
    panel.show_found()
    assert unsaid(panel) == []
    panel.header_menu._show_sorting(TITLE)
    assert unsaid(panel.header_menu) == []
    panel.search.setText("in: nonsense: after:")
    assert is_said(panel.search.explanation)
    panel.close_listening()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # grabbing the keyboard for a menu
def test_the_menu_of_sessions_is_said(qtbot: QtBot) -> None:
    menu = SessionsMenu([])
    qtbot.addWidget(menu)
    for count in (1, 2):
        menu.open_at(menu.pos(), SESSION, count)
        menu.close()
        assert unsaid(menu) == []
    assert all(is_said(one.label) for session in (SESSION, NONE) for one in likenesses(session))


def test_the_sidebar_is_said(qtbot: QtBot) -> None:
    settings = Settings(saved_searches=[SavedSearch(name="7", search="8"), SavedSearch(name="9", search="in:")])
    sidebar = Sidebar(workspace_of(SESSION, BARE).tally, settings, account="")
    qtbot.addWidget(sidebar)
    assert is_said(sidebar.accessibleName())
    for at in range(sidebar.count()):
        row = sidebar.item(at).data(ROW_ROLE)
        assert is_said(row.label)
        assert is_said(row.spoken)
        if row.place is not None and row.place.number is None and not row.place.is_saved:
            assert row.tooltip.startswith(f"<qt>{ABROAD}")
        menu = sidebar._menu_for(row)
        assert menu is None or all(is_said(action.text().partition("\t")[0]) for action in menu.actions())
    sidebar.close_listening()


# --- jobs -------------------------------------------------------------------------------------------------------------


def test_jobs_history_and_notes_are_said(qtbot: QtBot) -> None:
    workspace = workspace_of(SESSION, BARE)
    submit(workspace, 1, title="9")
    stack = UndoStack(workspace.history)
    window = QMainWindow()
    qtbot.addWidget(window)
    panel = JobsPanel(workspace, stack, parent=window)
    window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, panel)
    window.show()
    for paused in (True, False):
        now(workspace.pause(paused=paused))
        assert [text for text in unsaid(panel) if text != TITLE_OF_JOB] == []
    panel.close_listening()
    stack.close_listening()


def test_the_strip_is_said(qtbot: QtBot) -> None:
    workspace = workspace_of(SESSION, BARE)
    strip = StatusStrip(workspace, connection="")
    qtbot.addWidget(strip)
    strip.show()
    assert unsaid(strip) == []
    now(workspace.pause(paused=True))
    assert strip._text.text() == f"{ABROAD}Paused."
    submit(workspace, 1, title="9")
    assert strip._text.text() == f"{ABROAD}{ABROAD}{TITLE_OF_JOB}: 0 of 1, paused"
    strip.close_listening()


def test_a_report_is_said(qtbot: QtBot) -> None:
    workspace = workspace_of(SESSION, BARE)
    job = submit(workspace, 1, title="9")
    dialog = ReportDialog(job, jobs=workspace.jobs, library=workspace.library, history=workspace.history)
    qtbot.addWidget(dialog)
    for outcome in Outcome:
        tell(workspace, job, [1], outcome, "Some sentence.")
        assert [text for text in unsaid(dialog) if not text.startswith("Some")] == []


@pytest.mark.parametrize("hidden", [False, True])
def test_a_plan_is_said(qtbot: QtBot, hidden: bool) -> None:
    workspace = workspace_of(SESSION, BARE, SESSION)
    values = {"title": "9", "thumbnail": "", "category_id": 4}
    plan = plan_values([*workspace.library], values, action="1")  # type: ignore[arg-type]  # values of several types
    picture = at_once(picturing(plan))
    dialog = PlanDialog(plan, picture, workspace=workspace, colours=LIGHT, discretion=Discretion(on=hidden))
    qtbot.addWidget(dialog)
    assert unsaid(dialog) == []


@pytest.mark.parametrize("hidden", [False, True])
def test_conflicts_are_said(qtbot: QtBot, hidden: bool) -> None:
    workspace = workspace_of(SESSION, BARE)
    submit(workspace, 1, title="9", transition="fade")
    theirs = SESSION.with_values({"title": "8", "transition": "flip"})
    workspace.library.load([theirs, BARE])
    now(workspace.outbox.reconcile([(workspace.outbox.entries(1)[0], theirs)]))
    dialog = ConflictDialog(workspace, colours=LIGHT, discretion=Discretion(on=hidden))
    qtbot.addWidget(dialog)
    assert dialog.table.model().rowCount() == 2
    assert unsaid(dialog) == []


# --- what is said of the connection -----------------------------------------------------------------------------------


async def test_the_first_windows_are_said(qtbot: QtBot) -> None:
    dialogs = (
        SignInDialog(server="", sign_in=FakeSignIn(), secrets=FakeSecrets(), tasks=Tasks(print), colours=LIGHT),
        FirstRunDialog(sign_in=FakeSignIn(), secrets=FakeSecrets(), tasks=Tasks(print), colours=LIGHT),
        LineDialog(title="", label=""),
    )
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        names = ("https://app.joip.io", *(browser.names for browser in BROWSERS))
        assert [text for text in unsaid(dialog) if text not in names] == []


def test_notices_and_states_are_said(qtbot: QtBot) -> None:
    notices = Notices()
    qtbot.addWidget(notices)
    notices.add("1")
    assert is_said(notices.button.text())
    workspace = workspace_of(SESSION)
    assert all(map(is_said, state_of(workspace, is_demo=True)))
    submit(workspace, 1, title="9")
    theirs = SESSION.with_values({"title": "8"})
    now(workspace.outbox.reconcile([(workspace.outbox.entries(1)[0], theirs)]))
    assert all(map(is_said, state_of(workspace, is_demo=False)))


def test_what_discreet_mode_says_of_an_error_is_said() -> None:
    told = Discretion(on=True).error_text("The server refused this: no.")
    assert told == f"The server refused this. {ABROAD}The server's words are hidden."
