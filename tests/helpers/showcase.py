"""Everything that the app shows, in the states that people meet: the window, the two forms, and the dialogs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from joip_desktop.domain.session import Session
from joip_desktop.engine.plan import picturing, plan_values
from joip_desktop.engine.slices import at_once
from joip_desktop.engine.workspace import Workspace
from joip_desktop.storage.settings import Appearance, Settings
from joip_desktop.ui.commands import Command
from joip_desktop.ui.connection import Connection
from joip_desktop.ui.dialogs.bulk_dialog import operation_dialog
from joip_desktop.ui.dialogs.bulk_words import OPERATIONS
from joip_desktop.ui.dialogs.command_palette import CommandPalette
from joip_desktop.ui.dialogs.connect import ConnectDialog
from joip_desktop.ui.dialogs.first_run import FirstRunDialog
from joip_desktop.ui.dialogs.save_search import LineDialog
from joip_desktop.ui.dialogs.shortcuts import ShortcutSheet
from joip_desktop.ui.editor.review_dialog import ReviewDialog
from joip_desktop.ui.editor.several_form import SeveralForm
from joip_desktop.ui.jobs.conflict_dialog import ConflictDialog
from joip_desktop.ui.jobs.plan_dialog import PlanDialog
from joip_desktop.ui.jobs.report_view import ReportDialog
from joip_desktop.ui.main_window import MainWindow
from joip_desktop.ui.tasks import Tasks
from joip_desktop.ui.theme import DARK, LIGHT, Colours, Theme
from tests.helpers.still_workspace import fail_next, now, submit, workspace_of

ADDRESS: Final = "https://joip.example"

PLAIN: Final = Session(
    id=1,
    title="A walk",
    subreddits=("earth", "moon"),
    category_id=1,
    interval_min=1,
    interval_max=9,
    transition="fade",
    caption_theme="beta",
    thumbnail=None,
    is_favorite=True,
    is_public=False,
    share_to_community=False,
    is_manual_mode=False,
    is_imported=False,
)
CUSTOM: Final = PLAIN.with_values({"caption_theme": "custom", "ai_prompt": "Rain on a roof."})
IMPORTED: Final = Session(
    id=1,
    title="A loan",
    subreddits=("earth", "not a name"),
    category_id=None,
    interval_min=3,
    interval_max=9,
    transition="fade",
    caption_theme="custom",
    ai_prompt="Rain on a roof.",
    is_favorite=False,
    is_imported=True,
)
ODD: Final = Session(id=1, title=None, subreddits=("e",), interval_min=90, interval_max=1, transition="spin")
UNTOLD: Final = Session(id=1)
OTHER: Final = Session(
    id=2, title="Another", subreddits=("mars",), interval_min=2, transition="zoom", is_favorite=False
)

KINDS: Final[Mapping[str, Session]] = {
    "plain": PLAIN,
    "custom theme": CUSTOM,
    "imported": IMPORTED,
    "odd values": ODD,
    "nothing told": UNTOLD,
}
"""A session of each kind; all have the id 1."""

COLOURS: Final[Mapping[Appearance, Colours]] = {Appearance.LIGHT: LIGHT, Appearance.DARK: DARK}


def application() -> QApplication:
    """The one that pytest-qt has made."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


@contextmanager
def appearance_of(appearance: Appearance) -> Iterator[Theme]:
    """The whole application looks like that, and as before afterwards."""
    app = application()
    palette = app.palette()
    theme = Theme(app, appearance)
    try:
        yield theme
    finally:
        theme.close()
        app.setPalette(palette)


@contextmanager
def scaled(factor: float) -> Iterator[None]:
    """The system's font is larger by a factor."""
    app = application()
    font = app.font()
    larger = app.font()
    larger.setPointSizeF(font.pointSizeF() * factor)
    app.setFont(larger)
    try:
        yield
    finally:
        app.setFont(font)


@contextmanager
def window_on(workspace: Workspace, appearance: Appearance = Appearance.LIGHT) -> Iterator[MainWindow]:
    """The main window, shown and active."""
    with appearance_of(appearance) as theme:
        connection = Connection(label="Test", server=ADDRESS, is_demo=False, check=lambda _s, _c: None)
        window = MainWindow(
            workspace=workspace, tasks=Tasks(print), theme=theme, settings=Settings(), connection=connection
        )
        window.resize(1280, 860)
        window.show()
        assert QTest.qWaitForWindowActive(window)
        try:
            yield window
        finally:
            window.hide()
            window.close_listening()
            window.deleteLater()


@contextmanager
def shown(widget: QWidget) -> Iterator[None]:
    """A widget as a window, active; gone afterwards."""
    widget.show()
    assert QTest.qWaitForWindowActive(widget)
    try:
        yield
    finally:
        widget.close()
        widget.deleteLater()


# --- the form of several ----------------------------------------------------------------------------------------------


@contextmanager
def several_form(
    *sessions: Session, appearance: Appearance = Appearance.LIGHT, width: int = 400
) -> Iterator[SeveralForm]:
    """The form of several sessions, with edits: one that takes part, and one that does not."""
    with appearance_of(appearance):
        form = SeveralForm(workspace_of(*(sessions or (PLAIN, OTHER))))
        form.set_colours(COLOURS[appearance])
        form.resize(width, 1200)
        form.show_sessions([one.id for one in form._workspace.library])
        form._on_edited("title", "The same for both")
        form._on_edited("interval_max", 90)
        form._on_edited("category_id", 4)
        form._on_ticked("category_id", False)
        try:
            with shown(form):
                yield form
        finally:
            form.close_listening()


# --- dialogs ----------------------------------------------------------------------------------------------------------


def _connect(colours: Colours) -> QDialog:
    return ConnectDialog(server="", check=lambda _s, _c: None, colours=colours, reason="You are signed out.")


def _first_run(colours: Colours) -> QDialog:
    return FirstRunDialog(check=lambda _s, _c: None, colours=colours)


def _report(_colours: Colours) -> QDialog:
    workspace = workspace_of(PLAIN, OTHER)
    job = submit(workspace, 1, title="B")
    fail_next(workspace)
    return ReportDialog(job, jobs=workspace.jobs, library=workspace.library, history=workspace.history)


def _plan(colours: Colours) -> QDialog:
    workspace = workspace_of(PLAIN, OTHER)
    plan = plan_values(list(workspace.library), {"is_public": True, "thumbnail": ""}, action="Change")
    return PlanDialog(plan, at_once(picturing(plan)), workspace=workspace, colours=colours)


def _conflict(colours: Colours) -> QDialog:
    workspace = workspace_of(PLAIN, OTHER)
    submit(workspace, 1, title="Mine")
    theirs = PLAIN.with_values({"title": "Theirs"})
    workspace.library.load([theirs, OTHER])
    now(workspace.outbox.reconcile([(workspace.outbox.entries(1)[0], theirs)]))
    return ConflictDialog(workspace, colours=colours)


def _review(title: str) -> Callable[[Colours], QDialog]:
    def make(colours: Colours) -> QDialog:
        workspace = workspace_of(PLAIN)
        workspace.drafts.edit(1, "title", title)
        workspace.drafts.edit(1, "thumbnail", "")
        return ReviewDialog(1, workspace=workspace, origin=ADDRESS, colours=colours)

    return make


COMMANDS: Final = (
    Command(text="Find", where="Edit", shortcuts=("Ctrl+F",), help="Search by words.", run=lambda: None),
    Command(text="Discreet Mode", where="View", state="on", run=lambda: None),
    Command(text="Save", where="Edit", shortcuts=("Ctrl+S",), enabled=False, run=lambda: None),
)


def _palette(_colours: Colours) -> QDialog:
    return CommandPalette(COMMANDS)


def _shortcuts(_colours: Colours) -> QDialog:
    return ShortcutSheet(COMMANDS)


def _bulk(name: str) -> Callable[[Colours], QDialog]:
    def make(colours: Colours) -> QDialog:
        return operation_dialog(name, (1, 2), workspace=workspace_of(PLAIN, OTHER), colours=colours)

    return make


def _line(_colours: Colours) -> QDialog:
    return LineDialog(title="Save the search", label="Name", text="Walks", note=lambda _: "There is one of that name.")


DIALOGS: Final[Mapping[str, Callable[[Colours], QDialog]]] = {
    "connect": _connect,
    "first run": _first_run,
    "report": _report,
    "plan": _plan,
    "conflict": _conflict,
    "review": _review("B"),
    "review with a mistake": _review(""),
    "command palette": _palette,
    "shortcuts": _shortcuts,
    "one line": _line,
    **{name: _bulk(name) for name in OPERATIONS},
}
"""What makes each dialog, in the colours that it is given."""


@contextmanager
def dialog(name: str, appearance: Appearance = Appearance.LIGHT) -> Iterator[QDialog]:
    """One of the dialogs, open."""
    with appearance_of(appearance):
        made = DIALOGS[name](COLOURS[appearance])
        with shown(made):
            yield made
