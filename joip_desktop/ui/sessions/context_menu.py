"""The context menu of the sessions: what can be done with the selected ones, and searches for others like this one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.query import Query, parse
from joip_desktop.domain.query_terms import Exactly, Keyed, Named, Nothing, Value
from joip_desktop.domain.say import later, say, say_count
from joip_desktop.domain.session import Session
from joip_desktop.ui.icons import icon
from joip_desktop.ui.theme import Colours
from joip_desktop.ui.wording import shortened, shown_text

_NAMES: Final = 12
"""Subreddits of one session that are offered."""

_LENGTH: Final = 40
_CHOICES: Final = (
    ("theme", "caption_theme", later("Theme {name}")),
    ("transition", "transition", later("Transition {name}")),
)


@dataclass(frozen=True, slots=True)
class Likeness:
    """Something that a session has in common with others: what people call it, and the search for it."""

    label: str
    search: str


def likenesses(session: Session, category_name: Callable[[int], str] = lambda _: "") -> list[Likeness]:
    """What can be searched for so that this session is found, too.

    `category_name` gives what the person calls a category; empty where it has no name.
    """
    found: list[Likeness] = []
    for label, key, value in _terms(session, category_name):
        query = Query((Keyed(key, (value,)),))
        search = str(query)
        if parse(search) == query and query.matches(session):  # servers may hold what no search can say
            found.append(Likeness(label, search))
    return found


def _terms(session: Session, category_name: Callable[[int], str]) -> Iterator[tuple[str, str, Value]]:
    match session.category_id:
        case int(number):
            name = _short(category_name(number) or str(number))
            yield say("Category {name}", name=name), "category", Exactly(number)
        case None:
            yield say("Default category"), "category", Nothing()
    for key, field, label in _CHOICES:
        value = session.value(field)
        if isinstance(value, str):
            yield say(label, name=_short(FIELDS[field].choice_label(value))), key, Named(value)
    names = session.subreddits if isinstance(session.subreddits, tuple) else ()
    for name in names[:_NAMES]:
        yield say("Subreddit {name}", name=_short(name)), "in", Named(name.casefold())


def _short(text: str) -> str:
    return shortened(shown_text(text), _LENGTH)


class SessionsMenu(QMenu):
    """The actions given, ways to copy, and the session's likenesses."""

    csv_wanted = Signal()
    json_wanted = Signal()
    """The selected sessions are to be copied."""

    link_wanted = Signal(str)
    """The address of a picture that is to be copied."""

    search_wanted = Signal(str)
    """The search for a likeness."""

    def __init__(
        self,
        actions: Sequence[QAction | None],
        *,
        category_name: Callable[[int], str] = lambda _: "",
        parent: QWidget | None = None,
    ) -> None:
        """`actions` are those of the window; None is a separator."""
        super().__init__(parent)
        self._category_name = category_name
        self._link = ""
        for action in actions:
            self.addSeparator() if action is None else self.addAction(action)
        self.addSeparator()
        self._csv = self.addAction(say("Copy as &CSV"))
        self._json = self.addAction(say("Copy as &JSON"))
        self._copy_link = self.addAction(say("Copy &Link to Picture"))
        self.addSeparator()
        self._like = self.addMenu(say("Show &Only"))
        self._csv.triggered.connect(self.csv_wanted)
        self._json.triggered.connect(self.json_wanted)
        self._copy_link.triggered.connect(lambda: self.link_wanted.emit(self._link))

    def set_colours(self, colours: Colours) -> None:
        """Draw the icons in the colours of another appearance."""
        for action, name in ((self._csv, "copy"), (self._copy_link, "link"), (self._like.menuAction(), "filter")):
            action.setIcon(icon(name, colours.text, disabled=colours.disabled))

    def open_at(self, at: QPoint, session: Session | None, count: int) -> None:
        """Open the menu at a place of the screen, for `count` selected sessions; `session` is the one at that place."""
        csv, json = say("Copy as &CSV"), say("Copy as &JSON")
        if count > 1:
            csv = say_count("Copy {n} session as &CSV", "Copy {n} sessions as &CSV", count)
            json = say_count("Copy {n} session as &JSON", "Copy {n} sessions as &JSON", count)
        self._csv.setText(csv)
        self._json.setText(json)
        self._csv.setEnabled(count > 0)
        self._json.setEnabled(count > 0)
        self._link = session.thumbnail if session is not None and isinstance(session.thumbnail, str) else ""
        self._copy_link.setEnabled(bool(self._link))
        self._like.clear()
        for one in [] if session is None else likenesses(session, self._category_name):
            action = self._like.addAction(one.label.replace("&", "&&"))
            action.triggered.connect(lambda _checked, search=one.search: self.search_wanted.emit(search))
        self._like.setEnabled(not self._like.isEmpty())
        self.popup(at)
