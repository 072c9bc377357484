"""A run in a language that nobody speaks: every text of the window is translated, and every one has room."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from joip_desktop.ui.elided_label import ElidedLabel
from tests.helpers.examples import SESSIONS
from tests.helpers.fakes import settle
from tests.helpers.fitting import cut_off
from tests.helpers.opened_scenes import OPENED
from tests.helpers.pseudo import plain_words, pseudo, pseudo_locale
from tests.helpers.readable import readings
from tests.helpers.scenes import BEGINNINGS, EMPTY, FAULTS, NOT_READ, WINDOWS
from tests.helpers.stage import DATA, SEARCH_WORDS, Stage, others, perform, stage

pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),  # raising and grabbing, offscreen
    pytest.mark.usefixtures("qapp"),
]

NARROWEST = 300
"""The editor's pane, at its least."""


@pytest.fixture(autouse=True)
def nobody_speaks_english() -> Iterator[None]:
    with pseudo_locale():
        yield


def assert_translated(top: QWidget, data: re.Pattern[str] = DATA) -> None:
    """No text has words that were not said."""
    found = [(one, plain_words(one.text, data)) for one in readings(top)]
    told = [f"{one} {words}" for one, words in found if [word for word in words if not _is_pressed(one.where, word)]]
    assert not told, "\n".join(told)


def assert_room(top: QWidget, how: str = "") -> None:
    """No text is cut off."""
    told = cut_off(top)
    assert not told, "\n".join([how, *told])


def searching(typed: str) -> re.Pattern[str]:
    """What is no text of the app while this is typed into the search box."""
    return re.compile("|".join((SEARCH_WORDS.pattern, *map(re.escape, re.findall(r"\w{2,}", typed)))))


def _is_pressed(where: str, word: str) -> bool:
    """Letters to press are painted by themselves, as they are underlined."""
    return where == "painted" and len(word) == 1


def squeezed(on: Stage) -> Iterator[str]:
    """The window at the widths for which it is made."""
    for width in (1280, 1000):
        on.window.resize(width, 860)
        yield f"{width} wide"
    sizes = on.window._splitter.sizes()
    on.window._splitter.setSizes([sizes[0], sum(sizes) - sizes[0] - NARROWEST, NARROWEST])
    yield "narrowest pane"


def test_what_was_forgotten_or_has_no_room_is_found() -> None:
    """In each kind of place; what is well is not found."""
    box = QWidget()
    layout = QVBoxLayout(box)
    said, forgotten, tip = QLabel(pseudo("Well said")), QLabel("Forgotten"), QPushButton(pseudo("Press"))
    tip.setToolTip("Not said")
    table = QTableWidget(1, 1)
    table.setHorizontalHeaderLabels(["Heading"])
    table.setItem(0, 0, QTableWidgetItem("Cell"))
    narrow, cut = QLabel(pseudo("Too narrow")), ElidedLabel(pseudo("Cut, and told in the tooltip"))
    for label in (narrow, cut):
        label.setFixedWidth(30)
    for widget in (said, forgotten, tip, table, narrow, cut):
        layout.addWidget(widget)
    box.show()
    found = {word for one in readings(box) for word in plain_words(one.text, DATA)}
    assert found == {"Forgotten", "Not", "said", "Heading", "Cell"}
    assert [one.split(" lacks ")[0] for one in cut_off(box)] == [f"QLabel {narrow.text()!r}"]
    with pytest.raises(AssertionError, match="Forgotten"):
        assert_translated(box)
    with pytest.raises(AssertionError, match="lacks"):
        assert_room(box)
    box.close()


@pytest.mark.parametrize("name", WINDOWS)
async def test_the_window_is_translated_and_has_room(name: str) -> None:
    async with stage(*SESSIONS) as on:
        await perform(WINDOWS[name], on)
        assert_translated(on.window)
        for how in squeezed(on):
            await settle()
            assert_room(on.window, how)


@pytest.mark.parametrize("name", [*EMPTY, *NOT_READ])
async def test_the_window_without_sessions_is_translated_and_has_room(name: str) -> None:
    async with stage(read=name in EMPTY, is_demo=True) as on:
        await perform({**EMPTY, **NOT_READ}[name], on)
        assert_translated(on.window)
        assert_room(on.window)


@pytest.mark.parametrize("name", OPENED)
async def test_what_opens_beside_the_window_is_translated_and_has_room(name: str) -> None:
    async with stage(*SESSIONS) as on:
        await perform(OPENED[name], on)
        shown = others(on.window)
        assert shown
        for top in shown:
            assert_translated(top)
            assert_room(top)


@pytest.mark.parametrize("text", FAULTS)
async def test_mistakes_in_a_search_are_told_in_the_language(text: str) -> None:
    async with stage(*SESSIONS) as on:
        on.search(text)
        await settle()
        assert on.window.panel.search.explanation
        assert_translated(on.window, searching(text))


@pytest.mark.parametrize("text", ["", *BEGINNINGS])
async def test_suggestions_are_told_in_the_language(text: str) -> None:
    async with stage(*SESSIONS) as on:
        on.begin_search(text)
        await settle()
        assert on.window.panel.search.hints.is_offering
        assert_translated(on.window, searching(text))
        assert_room(on.window)
        assert others(on.window) == []
