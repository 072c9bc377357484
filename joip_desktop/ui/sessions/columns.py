"""The table's columns, declared: what each shows, sorts by and marks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.session import UNKNOWN, FieldValue, Session
from joip_desktop.domain.times import parse_time
from joip_desktop.ui.wording import NONE_TEXT, UNKNOWN_TEXT, local_time, shown_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: `text` of a session, the `key` it sorts by, the `fields` whose changes mark its cells.

    `words` say in full what `text` may only hint at, for tooltips and screen readers; None is the text itself.
    """

    name: str
    title: str
    text: Callable[[Session], str]
    key: Callable[[Session], Any]
    fields: tuple[str, ...]
    width: int
    help: str = ""
    number: bool = False
    words: Callable[[Session], str] | None = None

    def said(self, session: Session) -> str:
        """What the cell says, in words."""
        return (self.words or self.text)(session)


def _plain(value: FieldValue) -> str:
    if value is UNKNOWN:
        return UNKNOWN_TEXT
    return "" if value is None else shown_text(str(value))


def _choice(name: str) -> Callable[[Session], str]:
    spec = FIELDS[name]

    def text(session: Session) -> str:
        value = session.value(name)
        return shown_text(spec.choice_label(value)) if isinstance(value, str) else _plain(value)

    return text


def _flag(name: str, word: str) -> Callable[[Session], str]:
    def text(session: Session) -> str:
        value = session.value(name)
        if value is UNKNOWN:
            return "?"
        return word if value is True else ""

    return text


def _subreddits(session: Session) -> str:
    names = session.subreddits
    return shown_text(", ".join(names)) if isinstance(names, tuple) else _plain(names)


def _category(session: Session) -> str:
    return "Default" if session.category_id is None else _plain(session.category_id)


def _interval(session: Session) -> str:
    lowest, highest = session.interval_min, session.interval_max
    if lowest == highest:
        return _seconds(lowest)
    if isinstance(lowest, int) and isinstance(highest, int):
        return f"{lowest}–{highest} s"
    return f"{_seconds(lowest)} – {_seconds(highest)}"


def _seconds(value: FieldValue) -> str:
    return UNKNOWN_TEXT if value is UNKNOWN else NONE_TEXT if value is None else f"{value} s"


def _words(name: str, yes: str, no: str) -> Callable[[Session], str]:
    def words(session: Session) -> str:
        value = session.value(name)
        return yes if value is True else no if value is False else "Not known"

    return words


def _text_key(name: str) -> Callable[[Session], tuple[bool, str]]:
    def key(session: Session) -> tuple[bool, str]:
        value = session.value(name)
        return (True, value.casefold()) if isinstance(value, str) else (False, "")

    return key


def _choice_key(name: str) -> Callable[[Session], str]:
    text = _choice(name)
    return lambda session: text(session).casefold()


def _flag_key(name: str) -> Callable[[Session], int]:
    def key(session: Session) -> int:
        value = session.value(name)
        return 2 if value is True else 1 if value is UNKNOWN else 0

    return key


def _number(value: FieldValue) -> float:
    return value if isinstance(value, int) else -1


def _moment(session: Session) -> float:
    moment = parse_time(session.updated_at)
    return 0.0 if moment is None else moment.timestamp()


def _flag_column(name: str, title: str, width: int) -> Column:
    return Column(
        name=name,
        title=title,
        text=_flag(name, "Yes"),
        key=_flag_key(name),
        fields=(name,),
        width=width,
        words=_words(name, "Yes", "No"),
    )


COLUMNS: Final[tuple[Column, ...]] = (
    Column(
        name="star",
        title="",
        text=lambda _: "",
        key=_flag_key("is_favorite"),
        fields=("is_favorite",),
        width=34,
        help="Favourite",
        words=_words("is_favorite", "Favourite", "Not a favourite"),
    ),
    Column(
        name="title",
        title="Title",
        text=lambda session: _plain(session.title),
        key=_text_key("title"),
        fields=("title",),
        width=230,
    ),
    Column(
        name="subreddits",
        title="Subreddits",
        text=_subreddits,
        key=lambda session: _subreddits(session).casefold(),
        fields=("subreddits",),
        width=160,
    ),
    Column(
        name="interval",
        title="Interval",
        text=_interval,
        key=lambda session: (_number(session.interval_min), _number(session.interval_max)),
        fields=("interval_min", "interval_max"),
        width=80,
    ),
    Column(
        name="updated",
        title="Updated",
        text=lambda session: local_time(session.updated_at),
        key=_moment,
        fields=(),
        width=126,
    ),
    Column(
        name="category",
        title="Category",
        text=_category,
        key=lambda session: _number(session.category_id),
        fields=("category_id",),
        width=76,
    ),
    Column(
        name="transition",
        title="Transition",
        text=_choice("transition"),
        key=_choice_key("transition"),
        fields=("transition",),
        width=84,
    ),
    Column(
        name="theme",
        title="Theme",
        text=_choice("caption_theme"),
        key=_choice_key("caption_theme"),
        fields=("caption_theme", "ai_prompt"),
        width=110,
    ),
    _flag_column("is_public", "Public", 60),
    _flag_column("is_manual_mode", "Manual", 64),
    _flag_column("is_imported", "Imported", 72),
)

STAR: Final = 0
"""The index of the star's column."""

TITLE: Final = 1
UPDATED: Final = 4
