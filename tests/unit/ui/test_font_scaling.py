from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.storage.settings import View
from joip_desktop.ui.main_window import MainWindow
from tests.helpers.cut_texts import cut_texts, settled
from tests.helpers.examples import KINDS, OTHER, PLAIN
from tests.helpers.opened_scenes import DIALOGS, opened_dialog
from tests.helpers.showcase import scaled, several_form, window_on
from tests.helpers.still_workspace import fail_next, submit, workspace_of

pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),  # raising, offscreen
    pytest.mark.usefixtures("qapp"),
]

FACTORS = (1, 1.5, 2)


@contextmanager
def busy_window(kind: str = "plain") -> Iterator[MainWindow]:
    """A window with something to say everywhere, on a laptop's screen."""
    with window_on(workspace_of(KINDS[kind], OTHER)) as window:
        window.resize(1366, 1000)
        window.panel.selection.select_sessions([1])
        window.workspace.drafts.edit(1, "title", "Unsaved")
        window.workspace.drafts.edit(1, "interval_max", 99)
        submit(window.workspace, 1, title="Refused")
        fail_next(window.workspace)
        submit(window.workspace, 2, title="Waits")
        window.notify("Something happened.")
        window.banner.say("You are signed out.", button="Connect")
        window.toggle_jobs()
        settled()
        yield window


# --- the check itself -------------------------------------------------------------------------------------------------


def test_a_text_that_is_cut_is_found(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    layout, line = QVBoxLayout(page), QHBoxLayout()
    layout.addLayout(line)
    narrow, low, told = QLabel("A text with no room"), QLabel("A low one"), QPushButton("&Told elsewhere")
    for widget in (narrow, low, told):
        line.addWidget(widget)
    narrow.setFixedWidth(20)
    low.setFixedHeight(4)
    told.setFixedWidth(24)
    page.show()
    assert [one.split("'")[1] for one in cut_texts(page)] == ["A text with no room", "A low one", "&Told elsewhere"]
    told.setToolTip("Told elsewhere")
    assert len(cut_texts(page)) == 2


# --- what is shown ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("factor", FACTORS)
@pytest.mark.parametrize("kind", KINDS)
def test_no_text_of_the_window_is_cut(kind: str, factor: float) -> None:
    with scaled(factor), busy_window(kind) as window:
        assert cut_texts(window) == []
        window.panel.show_view(View.GALLERY)
        assert cut_texts(window) == []


@pytest.mark.parametrize("factor", FACTORS)
def test_no_text_of_several_sessions_is_cut(factor: float) -> None:
    for width in (360, 400, 700):
        with scaled(factor), several_form(PLAIN, OTHER, width=width) as form:
            assert cut_texts(form) == []


@pytest.mark.parametrize("factor", FACTORS)
@pytest.mark.parametrize("which", DIALOGS)
async def test_no_text_of_dialogs_is_cut(which: str, factor: float) -> None:
    with scaled(factor):
        async with opened_dialog(which) as shown:
            assert cut_texts(shown) == []


@pytest.mark.parametrize("factor", FACTORS[1:])
def test_text_may_grow_while_the_window_is_open(factor: float) -> None:
    with busy_window() as window:
        before = window.panel.table.verticalHeader().defaultSectionSize()
        with scaled(factor):
            settled()
            assert cut_texts(window) == []
            assert window.panel.table.verticalHeader().defaultSectionSize() > before


def heights() -> dict[str, int]:
    """How high rows, tiles and lines are in the system's font of now."""
    with window_on(workspace_of(KINDS["custom theme"], OTHER)) as window:
        window.panel.selection.select_sessions([1])
        window.toggle_jobs()
        settled()
        panel, form = window.panel, window.editor.form
        found = {
            "rows of the table": panel.table.verticalHeader().defaultSectionSize(),
            "rows of the sidebar": window.sidebar.visualItemRect(window.sidebar.item(0)).height(),
            "rows of jobs": window.jobs_panel.table.verticalHeader().defaultSectionSize(),
            "tabs": window.jobs_panel._tabs.tabBar().height(),
            "the strip": window.strip.height(),
            "the prompt": form.rows["ai_prompt"].editor.focus_widget.height(),
            "the title": form.rows["title"].editor.focus_widget.height(),
            "names": form.rows["subreddits"].editor.height(),
        }
        panel.show_view(View.GALLERY)
        settled()
        found["tiles"] = panel.gallery._tiles.shape.height
    return found


def test_rows_and_tiles_grow_with_the_text() -> None:
    once = heights()
    with scaled(2):
        twice = heights()
    assert {name: (once[name], twice[name]) for name in once if twice[name] <= once[name]} == {}
