"""The first rows of the demo, made by hand: between them they show every case that a client has to cope with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

_LONG_TITLE: Final = (
    "Every Lighthouse between Bergen and the North Cape, photographed from the Deck of the Mail Ship in Winter, "
    "in the Order of the Journey, with the Names of the Keepers where the Archive still knows them, "
    "and a few Pictures of the Ship's Cat"
)

CASES: Final[Sequence[Mapping[str, Any]]] = (
    {"title": "Lakes of Norway", "subreddits": ["LandscapePhotos", "hiking"], "isFavorite": True},
    {
        "title": "Imported: Night Trains",
        "subreddits": ["trains"],
        "isImported": True,
        "importSource": "json-upload",
        "captionTheme": "beta",
    },
    {"title": "A very slow Slide Show", "subreddits": ["tea"], "intervalMin": 1, "intervalMax": 60},
    {"title": "No Subreddits at all", "subreddits": [], "isManualMode": True},
    {"title": "In a Category nobody knows", "subreddits": ["maps"], "categoryId": 9999},
    {"title": "In the default Category", "subreddits": ["coffee", "tea"], "categoryId": None},
    {"title": _LONG_TITLE, "subreddits": ["lighthouses", "ocean", "cats"]},
    {"title": "مناظر طبيعية هادئة", "subreddits": ["deserts"]},
    {"title": "אור של בוקר בירושלים", "subreddits": ["OldCities", "architecture"]},
    {"title": "🐈 Cats & Tea ☕️ 👩🏽‍🚀", "subreddits": ["cats", "tea", "space"], "isFavorite": True},
    {"title": "<b>Maps & Charts</b>", "subreddits": ["maps"]},
    {
        "title": "With a Prompt of its own",
        "subreddits": ["aurora"],
        "captionTheme": "custom",
        "aiPrompt": "Describe the light in each picture in one calm sentence.\nThen name one colour.",
    },
    {"title": "Manual Mode", "subreddits": ["bonsai"], "isManualMode": True, "transition": "none"},
    {"title": "Public Gardens", "subreddits": ["gardening"], "isPublic": True},
    {
        "title": "Shared with the Community",
        "subreddits": ["castles", "bridges"],
        "isPublic": True,
        "shareToCommunity": True,
        "isFavorite": True,
    },
    # What a newer server or an older client may have written (contract, "Reading", last rule):
    {"title": "A Transition of the Future", "subreddits": ["space"], "transition": "dissolve", "playCount": 12},
    {"title": "Shortest above Longest", "subreddits": ["mountains"], "intervalMin": 20, "intervalMax": 5},
    {"title": "No shortest Interval", "subreddits": ["forests"], "intervalMin": None, "intervalMax": 12},
    {"title": "No Thumbnail", "subreddits": ["winter_light"], "thumbnail": None},
    {
        "title": "Imported and public",
        "subreddits": ["libraries"],
        "isImported": True,
        "importSource": "reddit-collection",
        "isPublic": True,
        "captionTheme": "custom",
        "aiPrompt": "Give each picture the title of a small museum.",
    },
)
"""Only what is special about each; `demo_data` adds the rest."""

FOREIGN: Final[Sequence[Mapping[str, Any]]] = (
    {"title": "Somebody else's Public Stations", "subreddits": ["trains"], "isPublic": True},
    {"title": "Somebody else's Kittens", "subreddits": ["kittens"]},
    {"title": "Somebody else's Public Moon", "subreddits": ["astronomy"], "isPublic": True},
    {"title": "Somebody else's Teapots", "subreddits": ["tea"], "isFavorite": True},
    {"title": "Somebody else's Shared Sea", "subreddits": ["ocean"], "isPublic": True, "shareToCommunity": True},
)
"""Sessions of another user, which no list of the owner's may hold."""
