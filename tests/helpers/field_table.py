"""What the tables of the two forms share: how a row says what is stored and done, hands for it, and sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt

from joip_desktop.domain.session import JsonValue
from joip_desktop.domain.subreddits import why_refused
from joip_desktop.ui.editor.surroundings import Surroundings
from joip_desktop.ui.editor.widgets import FieldEditor
from tests.helpers import hands

Hand = Callable[[FieldEditor], None]

# --- how to read a table ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Stored:
    """What the server says, what is to be seen of it, and what is said below it in the colour of notes.

    To be seen is the text or, in brackets, the grey words in place of one.
    """

    wire: object
    seen: str
    note: str = ""


@dataclass(frozen=True)
class Good:
    """What a person does over some states, what is to be seen then, and the value that goes out."""

    hand: Hand
    seen: str
    sends: JsonValue
    over: Sequence[str] = ()


@dataclass(frozen=True)
class Bad:
    """What a person does over some states, what is to be seen then, and why nothing can go out.

    When they come back to it later, the same is to be seen, or what `later` says.
    """

    hand: Hand
    seen: str
    says: str
    over: Sequence[str] = ()
    later: str | None = None


@dataclass(frozen=True)
class Back:
    """What a person does over some states that is no edit in the end."""

    hand: Hand
    over: Sequence[str] = ()


Done = Good | Bad | Back


def is_over(done: Done, state: str) -> bool:
    """Whether it is done over that state; where none are named, it is done over each."""
    return not done.over or state in done.over


class _LeftOut:
    def __repr__(self) -> str:
        return "LEFT_OUT"


LEFT_OUT: Final = _LeftOut()
"""In place of a value that the server does not send."""

# --- hands ------------------------------------------------------------------------------------------------------------


def types(text: str) -> Hand:
    """Type a text in place of all that is there."""
    return lambda editor: hands.type_over(editor, text)


def types_and_clears(text: str) -> Hand:
    """Type a text in place of all that is there, and take it away again."""

    def hand(editor: FieldEditor) -> None:
        hands.type_over(editor, text)
        hands.clear(editor)

    return hand


def takes_back(text: str) -> Hand:
    """Type a text at the end, and delete it key by key."""
    return lambda editor: hands.type_and_take_back(editor, text)


def presses(*keys: Qt.Key) -> Hand:
    """Press keys, one after the other."""
    return lambda editor: hands.press(editor, *keys)


def chooses(*positions: int) -> Hand:
    """Choose lines of the list, one after the other."""

    def hand(editor: FieldEditor) -> None:
        for position in positions:
            hands.choose(editor, position)

    return hand


def clicks(times: int) -> Hand:
    """Click a check box."""

    def hand(editor: FieldEditor) -> None:
        for _ in range(times):
            hands.click(editor)

    return hand


def removes_chip(position: int) -> Hand:
    """Go to a chip and delete it."""
    return lambda editor: hands.remove_chip(editor, position)


# --- sentences --------------------------------------------------------------------------------------------------------


def no_name(word: str, shown: str = "") -> str:
    """What the rules say of a word that is no name."""
    return f"“{shown or word}” is no subreddit name. {why_refused(word)}"


NO_TITLE: Final = "A title needs at least one character."
NO_NAMES: Final = "Subreddit names are 2 to 22 letters, digits or underscores, with no underscore in front."
UNKNOWN_CATEGORY: Final = "This is no category. Enter its number, or choose one."
NO_CATEGORY: Final = "A category is a whole number from 1 to 2,147,483,647, or the default category."
RANGE: Final = "1 to 60 seconds."
NO_NUMBER: Final = "A whole number is needed: 1 to 60 seconds."
NO_TRANSITION: Final = "One of Fade, Slide, Zoom, Flip or None."
NO_THEME: Final = "One of JOI / Edging, Forced-Bi, Bully / Simp, Pain / CBT, Cuckold or Custom Prompt."
NO_TEXT: Final = "Plain text is needed here."
NO_ADDRESS: Final = "A web address without blanks, https:// or http:// in front, or nothing to have one generated."
NO_FLAG: Final = "Either on or off."

LOCKS: Final[Mapping[str, str]] = {
    "subreddits": "Imported sessions keep their subreddits.",
    "caption_theme": "Imported sessions keep their caption theme.",
    "ai_prompt": "Imported sessions keep their prompt.",
}

# --- what there is ----------------------------------------------------------------------------------------------------

URL: Final = "https://example.com/a.png"
NEW_URL: Final = "http://localhost/b.png?c=d"

NO_NUMBERS: Final = ("31.5", "abc", "4x", "1_0", "1e1", " - ")
"""What people type into a box for seconds that is no whole number."""

_NAMES: Final = {3: "Walks"}


def around() -> Surroundings:
    """Two categories, of which the third alone has a name."""
    return Surroundings(categories=lambda: [3, 5], category_name=lambda number: _NAMES.get(number, ""))
