from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from joip_desktop.domain.session import Session
from joip_desktop.ui.editor.pane import EditorPane
from joip_desktop.ui.editor.several_form import SeveralForm
from joip_desktop.ui.theme import LIGHT
from tests.helpers.still_workspace import ToldBudget, submit, workspace_of

STARRED = [Session(id=number, is_favorite=True) for number in (1, 2, 3)]
OTHERS = [Session(id=number, is_favorite=False) for number in (4, 5)]
UNKNOWN_ONES = [Session(id=6), Session(id=7, is_favorite=None)]


@pytest.fixture
def budget() -> ToldBudget:
    return ToldBudget()


@pytest.fixture
def pane(qtbot: QtBot, budget: ToldBudget) -> Iterator[EditorPane]:
    made = EditorPane(workspace_of(*STARRED, *OTHERS, *UNKNOWN_ONES, budget=budget))
    qtbot.addWidget(made)
    made.set_colours(LIGHT)
    yield made
    made.close_listening()


def test_the_pane_follows_the_selection(pane: EditorPane) -> None:
    for selected, page in (((), pane._nothing), ((1,), pane.form), ((1, 2), pane.several), ((), pane._nothing)):
        pane.show_selection(selected)
        assert pane.currentWidget() is page
        assert pane.form.session_id == (selected[0] if len(selected) == 1 else None)


def _said(pane: SeveralForm) -> tuple[str, str, str, str]:
    return (
        pane._count.text(),
        pane._stars.text(),
        pane.favourite_button.text(),
        pane.unfavourite_button.text(),
    )


@pytest.mark.parametrize(
    ("selected", "stars", "favourite", "unfavourite"),
    [
        ((1, 2, 3), "All of them are favourites.", "All are favourites", "Unfavourite 3 sessions"),
        ((4, 5), "None of them is a favourite.", "Favourite 2 sessions", "None is a favourite"),
        ((1, 4), "1 of them is a favourite.", "Favourite 1 session", "Unfavourite 1 session"),
        ((1, 2, 4), "2 of them are favourites.", "Favourite 1 session", "Unfavourite 2 sessions"),
        (
            (1, 6, 7),
            "1 of them is a favourite. Of 2 it is not known.",
            "Favourite 2 sessions",
            "Unfavourite 3 sessions",
        ),
    ],
)
def test_what_several_have_in_common(
    pane: EditorPane, selected: tuple[int, ...], stars: str, favourite: str, unfavourite: str
) -> None:
    pane.show_selection(selected)
    assert _said(pane.several) == (f"{len(selected)} sessions selected", stars, favourite, unfavourite)
    assert pane.several.favourite_button.isEnabled() is favourite.startswith("Favourite")
    assert pane.several.unfavourite_button.isEnabled() is unfavourite.startswith("Unfavourite")


@pytest.mark.parametrize(
    ("seconds", "tip"),
    [(0, "2 requests"), (40, "2 requests, about 2 min"), (float("inf"), "2 requests, a while")],
)
def test_the_effort_is_told(pane: EditorPane, budget: ToldBudget, seconds: float, tip: str) -> None:
    budget.seconds = seconds
    pane.show_selection((4, 5))
    assert pane.several.favourite_button.toolTip() == tip


def test_it_follows_what_becomes_of_the_sessions(pane: EditorPane) -> None:
    pane.show_selection((4, 5))
    submit(pane.form._workspace, 4, is_favorite=True)
    assert pane.several._stars.text() == "1 of them is a favourite."


def test_both_ways_are_wanted_by_their_buttons(pane: EditorPane) -> None:
    wanted: list[bool] = []
    pane.several.favourite_wanted.connect(wanted.append)
    pane.show_selection((1, 4))
    pane.several.favourite_button.click()
    pane.several.unfavourite_button.click()
    assert wanted == [True, False]
