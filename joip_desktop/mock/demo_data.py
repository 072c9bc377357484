"""The demo's sessions: a few made by hand, the rest drawn from a seed, the same for the same seed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from itertools import islice
from random import Random
from typing import Any, Final

from joip_desktop.mock.demo_cases import CASES, FOREIGN
from joip_desktop.mock.demo_words import (
    MOODS,
    PLACES,
    PROMPTS,
    SOURCES,
    SUBREDDITS,
    THEMES,
    THINGS,
    TRANSITIONS,
)
from joip_desktop.mock.rows import Row
from joip_desktop.mock.thumbnails import path_for

OWNER: Final = "user_demo"
STRANGER: Final = "user_somebody"
FOREIGN_COUNT: Final = len(FOREIGN)

_FIRST: Final = datetime(2024, 10, 1, tzinfo=UTC).timestamp()
_SPAN: Final = 2 * 365 * 24 * 3600.0
"""The sessions were made over two years from `_FIRST`; fixed, as the same seed must give the same data."""

_TITLES: Final = len(MOODS) * len(THINGS) * len(PLACES)
_STEP: Final = 7919
"""Prime and no divisor of `_TITLES`: stepping by it meets every title once before any comes again."""


def rows(count: int, seed: int) -> Iterator[Row]:
    """`count` sessions of the owner with the ids 1 to `count`, then `FOREIGN_COUNT` of somebody else."""
    chance = Random(seed)  # noqa: S311 - demo data, no secret
    for session_id, case in enumerate(islice(CASES, count), start=1):
        yield _made_row(case, session_id, count, chance)
    offset = chance.randrange(_TITLES)
    for session_id in range(len(CASES) + 1, count + 1):
        yield _drawn_row(session_id, count, offset, chance)
    for number, case in enumerate(FOREIGN, start=1):
        yield {**_made_row(case, count + number, count + number, chance), "userId": STRANGER}


def _plain_row(session_id: int, count: int, chance: Random) -> Row:
    """An ordinary session, without anything special about it."""
    created, updated = _times(session_id, count, chance)
    return {
        "id": session_id,
        "title": "",
        "userId": OWNER,
        "subreddits": [],
        "categoryId": 1 + session_id % 5,
        "intervalMin": 4,
        "intervalMax": 12,
        "transition": "fade",
        "thumbnail": None,
        "aiPrompt": None,
        "captionTheme": "joi",
        "isPublic": False,
        "shareToCommunity": False,
        "isFavorite": False,
        "isManualMode": False,
        "isImported": False,
        "importSource": None,
        "createdAt": created,
        "updatedAt": updated,
    }


def _made_row(case: Mapping[str, Any], session_id: int, count: int, chance: Random) -> Row:
    """A row made by hand, completed."""
    names = case["subreddits"]
    thumbnail = path_for(names or ["collection"], session_id)
    return {**_plain_row(session_id, count, chance), "thumbnail": thumbnail, **case}


def _drawn_row(session_id: int, count: int, offset: int, chance: Random) -> Row:
    """A row by chance: a quarter are favourites, an eighth imported; titles repeat, numbered, after thousands only."""
    row = _plain_row(session_id, count, chance)
    draw = chance.random
    names = chance.sample(SUBREDDITS, int(draw() * 7))
    shortest = 1 + int(draw() * 15)
    imported = draw() < 0.12  # noqa: PLR2004 - the share the demo wants
    theme = THEMES[int(draw() * len(THEMES))]
    public = draw() < 0.2  # noqa: PLR2004
    row["title"] = _title(session_id, offset)
    row["subreddits"] = names
    row["categoryId"] = None if draw() < 0.05 else 1 + int(draw() * 5)  # noqa: PLR2004
    row["intervalMin"] = shortest
    row["intervalMax"] = shortest + int(draw() * 20)
    row["transition"] = TRANSITIONS[int(draw() * len(TRANSITIONS))]
    row["thumbnail"] = path_for(names or ["collection"], int(draw() * 1000))
    row["captionTheme"] = theme
    if theme == "custom" or draw() < 0.1:  # noqa: PLR2004
        row["aiPrompt"] = PROMPTS[int(draw() * len(PROMPTS))]
    row["isPublic"] = public
    row["shareToCommunity"] = public and draw() < 0.25  # noqa: PLR2004
    row["isFavorite"] = draw() < 0.25  # noqa: PLR2004
    row["isManualMode"] = draw() < 0.1  # noqa: PLR2004
    if imported:
        row["isImported"] = True
        row["importSource"] = SOURCES[int(draw() * len(SOURCES))]
    return row


def _title(session_id: int, offset: int) -> str:
    round_, number = divmod(session_id, _TITLES)
    number = (number * _STEP + offset) % _TITLES
    number, mood = divmod(number, len(MOODS))
    place, thing = divmod(number, len(THINGS))
    title = f"{MOODS[mood]} {THINGS[thing]} {PLACES[place]}"
    return f"{title}, Part {round_ + 1}" if round_ else title


def _times(session_id: int, count: int, chance: Random) -> tuple[str, str]:
    """Created in the order of the ids over the two years, updated at some time between then and their end."""
    step = _SPAN / (count + 1)
    created = _FIRST + step * (session_id - 1 + chance.random())
    end = _FIRST + _SPAN
    updated = created + (end - created) * chance.random() ** 3 if created < end else created
    return _iso(created), _iso(updated)


def _iso(moment: float) -> str:
    return datetime.fromtimestamp(moment, UTC).isoformat(timespec="milliseconds")[:-6] + "Z"
