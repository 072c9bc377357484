from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from joip_desktop.domain.session import Session
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.sessions.model import SessionTableModel
from joip_desktop.ui.sessions.tile_content import Mark, Tile, tile_of, tooltip_of, words_of
from joip_desktop.ui.theme import DARK, LIGHT
from tests.helpers.still_workspace import fail_next, now, submit, workspace_of

FULL = Session(
    id=2**70,
    title="Morning walk",
    interval_min=5,
    interval_max=15,
    transition="fade",
    caption_theme="custom",
    thumbnail="https://example.com/a.png",
    is_favorite=True,
)
BARE = Session(id=2)


class Desk:
    def __init__(self, *sessions: Session) -> None:
        self.workspace: Workspace = workspace_of(*sessions)
        self.model = SessionTableModel(self.workspace)

    def tile(self, row: int = 0) -> Tile:
        return tile_of(self.model, row, LIGHT)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:  # noqa: ARG001 - for the application
    made = Desk(FULL, BARE)
    yield made
    made.model.close()


def test_a_tile_has_the_words_of_the_table(desk: Desk) -> None:
    assert desk.tile() == Tile(
        session_id=2**70,
        title="Morning walk",
        details=("5–15 s", "Fade", "Custom Prompt"),
        url="https://example.com/a.png",
        favourite=True,
    )


def test_what_is_not_known_or_not_there_is_left_out(desk: Desk) -> None:
    assert desk.tile(1) == Tile(session_id=2, title="unknown")
    bare = Session(id=1, title=None, interval_min=None, interval_max=None, transition="none", thumbnail="")
    others = Desk(bare.with_values({"is_favorite": False}))
    assert others.tile() == Tile(session_id=1, title="", favourite=False)
    others.model.close()


def test_a_title_is_cut_where_nobody_sees_it() -> None:
    one = Desk(Session(id=1, title="word " * 1000))
    assert len(one.tile().title) == 300
    one.model.close()


def test_a_change_of_any_field_marks_the_tile(desk: Desk) -> None:
    submit(desk.workspace, 2**70, interval_min=4)
    tile = desk.tile()
    assert tile.mark is Mark.PENDING
    assert (tile.title_colour, tile.star_colour, tile.italic) == (None, None, False)
    submit(desk.workspace, 2**70, is_favorite=False)
    tile = desk.tile()
    assert tile.star_colour is not None
    assert tile.star_colour.name() == LIGHT.pending
    assert tile.favourite is False


def test_the_worst_mark_counts(desk: Desk) -> None:
    submit(desk.workspace, 2**70, title="Evening walk")
    fail_next(desk.workspace)
    submit(desk.workspace, 2**70, interval_min=4)
    tile = desk.tile()
    assert tile.mark is Mark.FAILED
    assert tile.title_colour is not None
    assert tile.title_colour.name() == LIGHT.error
    assert (tile.italic, tile.bold) == (True, False)


def test_a_conflict_is_another_mark(desk: Desk) -> None:
    submit(desk.workspace, 2**70, title="Evening walk")
    desk.workspace.library.load([FULL.with_values({"title": "Noon walk"}), BARE])
    now(desk.workspace.compare([2**70]))
    assert desk.tile().mark is Mark.CONFLICT


def test_marks_are_told_by_the_colours_of_the_appearance(desk: Desk) -> None:
    submit(desk.workspace, 2**70, title="Evening walk")
    fail_next(desk.workspace)
    desk.model.set_colours(DARK)
    assert tile_of(desk.model, 0, DARK).mark is Mark.FAILED


def test_unsaved_edits_make_the_title_bold(desk: Desk) -> None:
    desk.workspace.drafts.edit(2**70, "title", "Draft")
    assert desk.tile().bold


# --- tooltips ---------------------------------------------------------------------------------------------------------


def test_a_tooltip_says_the_title_and_why_cells_are_marked(desk: Desk) -> None:
    assert tooltip_of(desk.model, 0) == "<qt>Morning walk</qt>"
    submit(desk.workspace, 2**70, title="Evening <b>walk</b>", interval_min=4, is_favorite=False)
    assert tooltip_of(desk.model, 0) == (
        "<qt>Evening &lt;b&gt;walk&lt;/b&gt;<br>Waiting to be sent.<br>The server has: Morning walk"
        "<br>Favourite: Not a favourite<br>Waiting to be sent.<br>The server has: Favourite"
        "<br>Interval: 4–15 s<br>Waiting to be sent.<br>The server has: 5–15 s</qt>"
    )


def test_a_tooltip_says_why_there_is_no_picture(desk: Desk) -> None:
    said = tooltip_of(desk.model, 0, trouble="The server answered <404>.")
    assert said == "<qt>Morning walk<br>No picture: The server answered &lt;404&gt;.</qt>"


def test_a_star_has_its_own_tooltip(desk: Desk) -> None:
    assert tooltip_of(desk.model, 0, on_star=True) == "<qt>Favourite</qt>"
    assert tooltip_of(desk.model, 1, on_star=True, trouble="None.") == "<qt>Not known</qt>"


# --- words ------------------------------------------------------------------------------------------------------------


def test_words_for_those_who_do_not_see_it() -> None:
    tile = Tile(session_id=1, title="Morning walk", details=("5 s", "Fade"), favourite=True, mark=Mark.PENDING)
    assert words_of(tile) == "Morning walk, favourite, 5 s, Fade, waiting to be sent"
    assert words_of(tile, hidden=True) == "Hidden in discreet mode, favourite, 5 s, Fade, waiting to be sent"
    assert words_of(Tile(session_id=1, title="", favourite=False)) == "Untitled, not a favourite"
    assert words_of(Tile(session_id=1, title="unknown", mark=Mark.FAILED)) == "unknown, not saved"
