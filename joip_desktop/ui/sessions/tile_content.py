"""What a tile of the gallery shows of one session, read from the table's model by its roles."""

from __future__ import annotations

import html
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from joip_desktop.domain.say import later, say
from joip_desktop.ui.discretion import HIDDEN
from joip_desktop.ui.sessions.columns import COLUMNS, STAR, TITLE
from joip_desktop.ui.sessions.model import SessionTableModel
from joip_desktop.ui.sessions.roles import FAVOURITE_ROLE, URL_ROLE
from joip_desktop.ui.theme import Colours
from joip_desktop.ui.wording import NONE_TEXT, UNKNOWN_TEXT, shortened

UNTITLED: Final = later("Untitled")
"""In place of a title that is empty or null; to be said where it is shown."""

_LONGEST: Final = 300
"""Characters of a title that could ever be seen in two lines."""

_NOTHING: Final = (NONE_TEXT, UNKNOWN_TEXT, later("None"))
_DETAILS: Final = [
    position for position, column in enumerate(COLUMNS) if column.name in {"interval", "transition", "theme"}
]
_MARKED: Final = [position for position, column in enumerate(COLUMNS) if column.fields]

_Role = Qt.ItemDataRole


class Mark(IntEnum):
    """Why a session is marked; where there are several reasons, the highest one."""

    PENDING = 1
    CONFLICT = 2
    FAILED = 3


_MARK_WORDS: Final = {
    Mark.PENDING: later("waiting to be sent"),
    Mark.CONFLICT: later("changed elsewhere too"),
    Mark.FAILED: later("not saved"),
}


@dataclass(frozen=True, slots=True)
class Tile:
    """One session as a tile shows it. A colour is None where nothing of the kind waits to be sent."""

    session_id: int
    title: str
    details: tuple[str, ...] = ()
    url: str | None = None
    favourite: bool | None = None
    mark: Mark | None = None
    title_colour: QColor | None = None
    star_colour: QColor | None = None
    bold: bool = False
    italic: bool = False


def tile_of(model: SessionTableModel, row: int, colours: Colours) -> Tile:
    """What the tile of a row shows; `colours` are those in which the model marks cells."""
    title = model.index(row, TITLE)
    marks = _marks(model, row)
    font = model.data(title, _Role.FontRole)
    texts = (model.data(model.index(row, column), _Role.DisplayRole) for column in _DETAILS)
    nothing = {"", *(say(word).casefold() for word in _NOTHING)}
    return Tile(
        session_id=model.session(row).id,
        title=shortened(model.data(title, _Role.DisplayRole), _LONGEST),
        details=tuple(text for text in texts if text.casefold() not in nothing),
        url=model.data(title, URL_ROLE) or None,
        favourite=model.data(title, FAVOURITE_ROLE),
        mark=max((_mark(colour, colours) for colour in marks.values()), default=None),
        title_colour=marks.get(TITLE),
        star_colour=marks.get(STAR),
        bold=isinstance(font, QFont) and font.bold(),
        italic=isinstance(font, QFont) and font.italic(),
    )


def words_of(tile: Tile, *, hidden: bool = False) -> str:
    """A tile in words, for screen readers; with the title hidden, what is said in its place."""
    favourite = {True: say("favourite"), False: say("not a favourite"), None: ""}[tile.favourite]
    marked = "" if tile.mark is None else say(_MARK_WORDS[tile.mark])
    said = (say(HIDDEN) if hidden else tile.title or say(UNTITLED), favourite, *tile.details, marked)
    return ", ".join(filter(None, said))


def tooltip_of(model: SessionTableModel, row: int, *, on_star: bool = False, trouble: str | None = None) -> str:
    """What is to be said of a tile, or of its star: the table's own words, marked cells of other columns included.

    `trouble` says why there is no picture.
    """
    if on_star:
        return _said(model.index(row, STAR))
    others = (column for column in _marks(model, row) if column != TITLE)
    lines = [
        _inner(_said(model.index(row, TITLE))),
        *(f"{html.escape(COLUMNS[column].label)}: {_inner(_said(model.index(row, column)))}" for column in others),
        html.escape(say("No picture: {why}", why=trouble)) if trouble else "",
    ]
    return f"<qt>{'<br>'.join(filter(None, lines))}</qt>"


def _marks(model: SessionTableModel, row: int) -> dict[int, QColor]:
    """The colour of each marked cell of a row, by column."""
    colours = ((column, model.data(model.index(row, column), _Role.ForegroundRole)) for column in _MARKED)
    return {column: colour for column, colour in colours if colour is not None}


def _mark(colour: QColor, colours: Colours) -> Mark:
    return {colours.error: Mark.FAILED, colours.conflict: Mark.CONFLICT}.get(colour.name(), Mark.PENDING)


def _said(index: QModelIndex) -> str:
    """The tooltip of a cell, which is HTML with everything escaped."""
    return str(index.data(_Role.ToolTipRole) or "")


def _inner(tooltip: str) -> str:
    return tooltip.removeprefix("<qt>").removesuffix("</qt>")
