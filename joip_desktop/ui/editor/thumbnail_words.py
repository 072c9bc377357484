"""What a thumbnail's preview shows and says, and which address is in what is dropped on it; without Qt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto
from typing import Final

from joip_desktop.domain.rules import check_values
from joip_desktop.domain.say import later, say
from joip_desktop.domain.session import UNKNOWN, FieldValue

_LONGEST: Final = 10_000
"""Characters of a dropped text that are looked through."""

_IN_TEXT: Final = re.compile(r"https?://[^\s<>\"'`]+", re.IGNORECASE)
_AFTER: Final = ".,;:!?)]}"
"""What follows an address in a sentence, rather than being part of it."""


class Sight(Enum):
    """What there is to see."""

    NOT_KNOWN = auto()
    NONE = auto()
    GENERATED = auto()
    TYPED = auto()
    """An address that is being typed; nothing is loaded for it yet."""

    NO_ADDRESS = auto()
    LOADING = auto()
    PICTURE = auto()
    FAILED = auto()


_SENTENCES: Final = {
    Sight.NOT_KNOWN: later("Whether there is a picture is not known."),
    Sight.NONE: later("No picture"),
    Sight.GENERATED: later("The server generates one."),
    Sight.TYPED: "",
    Sight.NO_ADDRESS: later("This is no web address."),
    Sight.LOADING: later("Loading…"),
    Sight.PICTURE: later("The picture is shown."),
}

LOCAL_FILE: Final = later("The server needs a web address; a file on this computer has none.")
BARE_PICTURE: Final = later("The server needs a web address; this picture comes without one.")
NO_LINK: Final = later("The server needs a web address; there is none in this text.")


def is_address(text: str) -> bool:
    """Whether the text could be sent as the address of a picture."""
    return bool(text) and not check_values({"thumbnail": text})


def sight_of(value: FieldValue, *, typed: bool = False, is_here: bool = False, failure: str | None = None) -> Sight:
    """What to show for a value. `is_here` and `failure` are of the picture with that address.

    `typed` says that the value is still being typed.
    """
    if not isinstance(value, str):
        return Sight.NOT_KNOWN if value is UNKNOWN else Sight.NONE
    if not value:
        return Sight.GENERATED
    return _sight_of_text(value, typed, is_here, failure)


def _sight_of_text(text: str, typed: bool, is_here: bool, failure: str | None) -> Sight:
    if typed:
        return Sight.TYPED
    if not is_address(text):
        return Sight.NO_ADDRESS
    if is_here:
        return Sight.PICTURE
    return Sight.LOADING if failure is None else Sight.FAILED


def sentence_of(sight: Sight, failure: str | None = None) -> str:
    """The sight in words."""
    if sight is Sight.FAILED:
        return say("No picture: {reason}", reason=failure or "")
    return say(_SENTENCES[sight])


def address_in(links: Sequence[str], text: str) -> str | None:
    """The first web address among dropped links or, if there is none, in a dropped text."""
    for one in (*links, text.strip()):
        if is_address(one):
            return one
    for found in _IN_TEXT.finditer(text[:_LONGEST]):
        if is_address(address := found.group().rstrip(_AFTER)):
            return address
    return None


def refusal_of(links: Sequence[str], *, has_image: bool) -> str:
    """Why what was dropped is no thumbnail, where there is no address in it."""
    if any(link.startswith("file:") for link in links):
        return say(LOCAL_FILE)
    return say(BARE_PICTURE if has_image else NO_LINK)
