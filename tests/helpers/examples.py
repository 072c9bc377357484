"""A session of each kind, and the main window on some of them: what tests of everything that is shown have in common.

Every word of the data begins with “zz”, so that it can be told from the app's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Final

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from joip_desktop.domain.session import Session
from joip_desktop.engine.workspace import Workspace
from joip_desktop.storage.settings import Appearance, Settings
from joip_desktop.ui.connection import Connection
from joip_desktop.ui.main_window import MainWindow
from joip_desktop.ui.tasks import Tasks
from joip_desktop.ui.theme import Theme

ADDRESS: Final = "https://zz.example"

PLAIN: Final = Session(
    id=1,
    title="zzwalk zzby",
    subreddits=("zzearth", "zzmoon"),
    category_id=1,
    interval_min=1,
    interval_max=9,
    transition="fade",
    ai_prompt="",
    caption_theme="beta",
    thumbnail=None,
    is_favorite=True,
    is_public=False,
    share_to_community=False,
    is_manual_mode=False,
    is_imported=False,
    created_at="2025-03-01T10:00:00Z",
    updated_at="2025-03-01T10:00:00Z",
)
OTHER: Final = Session(
    id=2, title="zzother", subreddits=("zzmars",), interval_min=2, transition="zoom", is_favorite=False
)
CUSTOM: Final = replace(
    PLAIN, id=3, title="zzrain", caption_theme="custom", ai_prompt="zzrain zzroof", thumbnail=f"{ADDRESS}/zz.png"
)
IMPORTED: Final = replace(CUSTOM, id=4, title="zzloan", is_imported=True, subreddits=("zzearth", "zz!"))
ODD: Final = Session(id=5, title=None, subreddits=("zz",), interval_min=90, interval_max=1, transition="zzspin")
UNTOLD: Final = Session(id=6)
LONG: Final = replace(
    PLAIN,
    id=7,
    title="zz " * 80,
    subreddits=tuple(f"zzname{number}" for number in range(60)),
    category_id=None,
    caption_theme="forced-bi",
    is_public=True,
    share_to_community=True,
    is_manual_mode=True,
)
SESSIONS: Final = (PLAIN, OTHER, CUSTOM, IMPORTED, ODD, UNTOLD, LONG)

KINDS: Final[Mapping[str, Session]] = {
    "plain": PLAIN,
    "custom theme": replace(CUSTOM, id=1),
    "imported": replace(IMPORTED, id=1),
    "odd values": replace(ODD, id=1),
    "nothing told": replace(UNTOLD, id=1),
}
"""A session of each kind, to be shown by itself; all have the id 1."""


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
def window_of(
    workspace: Workspace, *, theme: Theme, tasks: Tasks, settings: Settings, connection: Connection
) -> Iterator[MainWindow]:
    """The main window, shown and active; gone afterwards."""
    window = MainWindow(workspace=workspace, tasks=tasks, theme=theme, settings=settings, connection=connection)
    window.resize(1280, 860)
    window.show()
    assert QTest.qWaitForWindowActive(window)
    try:
        yield window
    finally:
        window.hide()
        window.close_listening()
        window.deleteLater()
