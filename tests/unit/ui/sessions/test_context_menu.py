from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.domain.query import parse
from joip_desktop.domain.session import Session
from joip_desktop.ui.sessions.context_menu import SessionsMenu, likenesses
from joip_desktop.ui.theme import DARK
from tests.helpers import strategies

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # raising and grabbing, offscreen

SESSION = Session(
    id=2**70,
    category_id=3,
    caption_theme="cbt",
    transition="fade",
    subreddits=("Earth", "space"),
    thumbnail="https://i.redd.it/x.jpg",
)


def pairs(session: Session, **named: object) -> list[tuple[str, str]]:
    return [(one.label, one.search) for one in likenesses(session, **named)]  # type: ignore[arg-type]


# --- likenesses -------------------------------------------------------------------------------------------------------


def test_a_session_is_like_others_in_what_can_be_searched_for() -> None:
    assert pairs(SESSION) == [
        ("Category 3", "category:3"),
        ("Theme Pain / CBT", "theme:cbt"),
        ("Transition Fade", "transition:fade"),
        ("Subreddit Earth", "in:earth"),
        ("Subreddit space", "in:space"),
    ]


def test_a_category_has_the_name_that_it_was_given() -> None:
    assert pairs(SESSION, category_name={3: "Calm"}.get)[0] == ("Category Calm", "category:3")
    assert pairs(Session(id=1, category_id=None)) == [("Default category", "category:none")]


def test_what_is_not_known_is_no_likeness() -> None:
    assert pairs(Session(id=1)) == []
    assert pairs(Session(id=1, transition=None, subreddits=())) == []


def test_odd_values_are_searched_for_in_quotes() -> None:
    odd = Session(id=1, transition='spark "le', subreddits=("none", "a b"))
    assert [search for _, search in pairs(odd)] == ['transition:"spark \\"le"', 'in:"none"', 'in:"a b"']


def test_of_very_many_subreddits_the_first_are_enough() -> None:
    many = Session(id=1, subreddits=tuple(f"name{number}" for number in range(100)))
    assert len(pairs(many)) == 12


@given(strategies.sessions())
def test_every_search_is_understood_and_finds_the_session(session: Session) -> None:
    for one in likenesses(session):
        query = parse(one.search)
        assert not query.faults
        assert not query.is_empty
        assert query.matches(session)
        one.label.encode()
        assert len(one.label) < 60


# --- the menu ---------------------------------------------------------------------------------------------------------


class Desk:
    def __init__(self, qtbot: QtBot) -> None:
        self.owner = QWidget()
        qtbot.addWidget(self.owner)
        self.favourite = QAction("&Favourite", self.owner)
        self.menu = SessionsMenu([self.favourite, None], parent=self.owner)
        self.told: list[object] = []
        self.menu.csv_wanted.connect(lambda: self.told.append("csv"))
        self.menu.json_wanted.connect(lambda: self.told.append("json"))
        self.menu.link_wanted.connect(self.told.append)
        self.menu.search_wanted.connect(self.told.append)

    def open(self, session: Session | None = SESSION, count: int = 1) -> None:
        self.menu.open_at(QPoint(10, 10), session, count)
        assert self.menu.isVisible()

    def action(self, text: str) -> QAction:
        return next(one for one in self.menu.actions() if one.text().replace("&", "") == text)

    @property
    def only(self) -> list[QAction]:
        menu = self.action("Show Only").menu()
        assert isinstance(menu, QMenu)
        return menu.actions()


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(qtbot)
    yield made
    made.menu.hide()


def test_the_windows_own_actions_come_first(desk: Desk) -> None:
    desk.open()
    assert desk.menu.actions()[0] is desk.favourite


def test_copying_names_how_many(desk: Desk) -> None:
    desk.open()
    desk.action("Copy as CSV").trigger()
    desk.open(count=1200)
    desk.action("Copy 1,200 sessions as JSON").trigger()
    desk.action("Copy 1,200 sessions as CSV").trigger()
    assert desk.told == ["csv", "json", "csv"]
    desk.open(None, count=0)
    assert not desk.action("Copy as CSV").isEnabled()
    assert not desk.action("Copy as JSON").isEnabled()


def test_the_pictures_address_can_be_copied_where_there_is_one(desk: Desk) -> None:
    desk.open()
    desk.action("Copy Link to Picture").trigger()
    assert desk.told == ["https://i.redd.it/x.jpg"]
    for session in (None, Session(id=1), Session(id=1, thumbnail=""), Session(id=1, thumbnail=None)):
        desk.open(session)
        assert not desk.action("Copy Link to Picture").isEnabled()


def test_likenesses_are_those_of_the_latest_session(desk: Desk) -> None:
    desk.open(Session(id=1, transition="flip"))
    desk.open()
    assert [one.text() for one in desk.only] == [label for label, _ in pairs(SESSION)]
    desk.only[1].trigger()
    assert desk.told == ["theme:cbt"]
    for session in (None, Session(id=1)):
        desk.open(session)
        assert desk.only == []
        assert not desk.action("Show Only").isEnabled()


def test_texts_of_the_server_stay_as_they_are(desk: Desk) -> None:
    desk.open(Session(id=1, transition="R&B\n<b>", subreddits=("x" * 200,)))
    assert desk.only[0].text() == "Transition R&&B <b>"
    assert desk.only[1].text().endswith("…")


def test_entries_have_icons_in_the_colours_of_the_appearance(desk: Desk) -> None:
    desk.menu.set_colours(DARK)
    image = desk.action("Copy as CSV").icon().pixmap(48, 48).toImage()
    opaque = {
        image.pixelColor(x, y).name() for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha() == 255
    }
    assert opaque == {DARK.text}
