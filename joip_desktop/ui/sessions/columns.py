"""The table's columns, declared: what each shows, sorts by, marks and edits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.say import later, say
from joip_desktop.domain.session import UNKNOWN, FieldValue, Session
from joip_desktop.storage.settings import Density
from joip_desktop.ui.sessions.sort_keys import (
    Keys,
    category_keys,
    choice_keys,
    flag_keys,
    interval_keys,
    subreddit_keys,
    text_keys,
    thumbnail_keys,
    updated_keys,
)
from joip_desktop.ui.theme import ROWS
from joip_desktop.ui.wording import NONE_TEXT, UNKNOWN_TEXT, local_time, shortened, shown_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: `text` of a session, the `keys` it sorts by, the `fields` whose changes mark its cells.

    `title` and `help` are English, to be said where they are shown.
    `words` say in full what `text` may only hint at, for tooltips and screen readers; None is the text itself.
    `copied` is what a copy of the table has in its place, by default the words. `edits` names the fields that are
    edited in the cell. `width` is in device-independent pixels, for a text of Qt's usual size; `visible` tells whether
    the column is shown until somebody chooses; one that is `fixed` is always shown.
    """

    name: str
    title: str
    text: Callable[[Session], str]
    keys: Keys
    fields: tuple[str, ...]
    width: int
    help: str = ""
    number: bool = False
    visible: bool = False
    fixed: bool = False
    edits: tuple[str, ...] = ()
    words: Callable[[Session], str] | None = None
    copied: Callable[[Session], str] | None = None

    @property
    def label(self) -> str:
        """What people call the column, in their language; the title stands above it, if there is room for one."""
        return say(self.english_label)

    @property
    def english_label(self) -> str:
        """The same in English: the name of the column in files."""
        return self.title or self.help

    @property
    def heading(self) -> str:
        """What stands above the column, in the person's language."""
        return say(self.title) if self.title else ""

    def said(self, session: Session) -> str:
        """What the cell says, in words."""
        return (self.words or self.text)(session)

    def key(self, session: Session) -> Any:  # noqa: ANN401 - whatever the column compares
        """The key of one session, as `keys` gives it for many."""
        return self.keys((session,))[0]


_YES: Final = later("Yes")
_NO: Final = later("No")

_SEEN: Final = 500
"""Characters of a title that are looked at for a cell."""

_SEEN_NAMES: Final = 50


def _plain(value: FieldValue) -> str:
    if value is UNKNOWN:
        return say(UNKNOWN_TEXT)
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
        return say(word) if value is True else ""

    return text


def _subreddits(session: Session) -> str:
    names = session.subreddits
    return shown_text(", ".join(names)) if isinstance(names, tuple) else _plain(names)


def _beginning(value: FieldValue) -> FieldValue:
    """As much of a text as could ever be seen in a cell; whether all of it can be shown takes long to find out."""
    return shortened(value, _SEEN) if isinstance(value, str) else value


def _first_subreddits(session: Session) -> str:
    names = session.subreddits
    if isinstance(names, tuple) and len(names) > _SEEN_NAMES:
        return f"{shown_text(', '.join(names[:_SEEN_NAMES]))}, …"
    return _subreddits(session)


def _category(session: Session) -> str:
    return say("Default") if session.category_id is None else _plain(session.category_id)


def _interval(session: Session) -> str:
    lowest, highest = session.interval_min, session.interval_max
    if lowest == highest:
        return _seconds(lowest)
    if isinstance(lowest, int) and isinstance(highest, int):
        return say("{lowest}–{highest} s", lowest=str(lowest), highest=str(highest))
    return f"{_seconds(lowest)} – {_seconds(highest)}"


def _seconds(value: FieldValue) -> str:
    if value is UNKNOWN:
        return say(UNKNOWN_TEXT)
    return say(NONE_TEXT) if value is None else say("{n} s", n=str(value))


def _words(name: str, yes: str, no: str) -> Callable[[Session], str]:
    def words(session: Session) -> str:
        value = session.value(name)
        return say(yes) if value is True else say(no) if value is False else say("Not known")

    return words


def _address(session: Session) -> str:
    return shown_text(session.thumbnail) if isinstance(session.thumbnail, str) else ""


def _picture(session: Session) -> str:
    if session.thumbnail is UNKNOWN:
        return say("Not known")
    return say("Has a picture") if session.thumbnail else say("No picture")


def _flag_column(name: str, title: str, width: int) -> Column:
    return Column(
        name=name,
        title=title,
        text=_flag(name, _YES),
        keys=flag_keys(name),
        fields=(name,),
        width=width,
        words=_words(name, _YES, _NO),
    )


COLUMNS: Final[tuple[Column, ...]] = (
    Column(
        name="star",
        title="",
        text=lambda _: "",
        keys=flag_keys("is_favorite"),
        fields=("is_favorite",),
        width=34,
        help="Favourite",
        visible=True,
        fixed=True,
        words=_words("is_favorite", later("Favourite"), later("Not a favourite")),
        copied=_words("is_favorite", _YES, _NO),
    ),
    Column(
        name="thumbnail",
        title="Picture",
        text=lambda _: "",
        keys=thumbnail_keys,
        fields=("thumbnail",),
        width=ROWS[Density.NORMAL].picture_column,
        visible=True,
        words=_picture,
        copied=_address,
    ),
    Column(
        name="title",
        title="Title",
        text=lambda session: _plain(_beginning(session.title)),
        copied=lambda session: _plain(session.title),
        keys=text_keys("title"),
        fields=("title",),
        width=182,
        visible=True,
        fixed=True,
        edits=("title",),
    ),
    Column(
        name="subreddits",
        title="Subreddits",
        text=_first_subreddits,
        copied=_subreddits,
        keys=subreddit_keys,
        fields=("subreddits",),
        width=118,
        visible=True,
    ),
    Column(
        name="category",
        title="Category",
        text=_category,
        keys=category_keys,
        fields=("category_id",),
        width=76,
        edits=("category_id",),
    ),
    Column(
        name="interval",
        title="Interval",
        text=_interval,
        keys=interval_keys,
        fields=("interval_min", "interval_max"),
        width=72,
        visible=True,
        edits=("interval_min", "interval_max"),
    ),
    Column(
        name="transition",
        title="Transition",
        text=_choice("transition"),
        keys=choice_keys("transition"),
        fields=("transition",),
        width=84,
        edits=("transition",),
    ),
    Column(
        name="theme",
        title="Theme",
        text=_choice("caption_theme"),
        keys=choice_keys("caption_theme"),
        fields=("caption_theme", "ai_prompt"),
        width=104,
        visible=True,
        edits=("caption_theme",),
    ),
    _flag_column("is_public", later("Public"), 60),
    _flag_column("share_to_community", later("Shared"), 64),
    _flag_column("is_manual_mode", later("Manual"), 66),
    _flag_column("is_imported", later("Imported"), 76),
    Column(
        name="updated",
        title="Updated",
        text=lambda session: local_time(session.updated_at),
        keys=updated_keys,
        fields=(),
        width=120,
        visible=True,
    ),
)

STAR: Final = 0
"""The index of the star's column."""

THUMBNAIL: Final = 1
TITLE: Final = 2
UPDATED: Final = 12


def copied_columns(columns: Sequence[Column]) -> list[tuple[str, Callable[[Session], str]]]:
    """The columns as a copy of the table has them: an English name, and the text of a session.

    An interval is two numbers, with which a spreadsheet can calculate.
    """
    copied: list[tuple[str, Callable[[Session], str]]] = []
    for column in columns:
        if column.name == "interval":
            copied += [(f"{FIELDS[name].english_label} (s)", _number(name)) for name in column.fields]
        else:
            copied.append((column.english_label, column.copied or column.said))
    return copied


def _number(name: str) -> Callable[[Session], str]:
    return lambda session: "" if session.value(name) in (None, UNKNOWN) else str(session.value(name))
