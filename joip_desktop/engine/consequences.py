"""What a plan does beyond this account: what becomes public, is published or deleted, and for how many sessions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from joip_desktop.domain.say import say, say_count
from joip_desktop.domain.selection import Mixed, Same
from joip_desktop.domain.session import FieldValue
from joip_desktop.engine.plan import FieldPicture


def consequences(fields: Sequence[FieldPicture]) -> Sequence[str]:
    """A sentence for each consequence that a person should agree to before anything is sent; mostly none.

    Sharing publishes or deletes a snapshot on the server (seed, notes). One public session is what was asked for, many
    are easily more than was meant. Everything else can be undone, so nothing is said of it.
    """
    told = [
        sentence(count)
        for picture in fields
        for value in (True, False)
        if (count := _count(picture, value)) and (sentence := _SENTENCES.get((picture.field, value))) is not None
    ]
    return [sentence for sentence in told if sentence]


def _count(picture: FieldPicture, value: bool) -> int:
    """How many sessions have the value after the plan."""
    match picture.after:
        case Same(one):
            return picture.sessions if one is value else 0
        case Mixed(counts):
            return counts.get(value, 0)
        case _:
            return 0


def _shared(count: int) -> str:
    return say_count(
        "The server makes a public copy of this session, media included, for the community.",
        "The server makes public copies of {n} sessions, media included, for the community.",
        count,
    )


def _no_longer_shared(count: int) -> str:
    return say_count(
        "The server deletes the public copy of this session. It can't be brought back as it was.",
        "The server deletes the public copies of {n} sessions. They can't be brought back as they were.",
        count,
    )


def _public(count: int) -> str:
    if count == 1:
        return ""
    return say("{count} sessions become public: anyone with a link to one can see it.", count=count)


_SENTENCES: Final[Mapping[tuple[str, FieldValue], Callable[[int], str]]] = MappingProxyType(
    {
        ("share_to_community", True): _shared,
        ("share_to_community", False): _no_longer_shared,
        ("is_public", True): _public,
    }
)
