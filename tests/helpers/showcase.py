"""What the app shows, in light and dark and at any size of text: the window, and the form of several sessions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from joip_desktop.domain.session import Session
from joip_desktop.engine.workspace import Workspace
from joip_desktop.storage.settings import Appearance, Settings
from joip_desktop.ui.editor.several_form import SeveralForm
from joip_desktop.ui.main_window import MainWindow
from joip_desktop.ui.tasks import Tasks
from joip_desktop.ui.theme import DARK, LIGHT, Colours
from tests.helpers.demo_server import FakeDemoServer
from tests.helpers.examples import ADDRESS, OTHER, PLAIN, appearance_of, application, window_of
from tests.helpers.sign_in import connection_to
from tests.helpers.still_workspace import workspace_of

COLOURS: Final[Mapping[Appearance, Colours]] = {Appearance.LIGHT: LIGHT, Appearance.DARK: DARK}


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
    connection = connection_to(ADDRESS, demo=FakeDemoServer())
    with (
        appearance_of(appearance) as theme,
        window_of(workspace, theme=theme, tasks=Tasks(print), settings=Settings(), connection=connection) as window,
    ):
        yield window


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
