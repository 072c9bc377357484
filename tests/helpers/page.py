"""The PATCH page as data, typed off the seed by hand: what the tests hold the code against."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

WIRE: Final[Mapping[str, str]] = {
    "title": "title",
    "subreddits": "subreddits",
    "category_id": "categoryId",
    "interval_min": "intervalMin",
    "interval_max": "intervalMax",
    "transition": "transition",
    "ai_prompt": "aiPrompt",
    "caption_theme": "captionTheme",
    "thumbnail": "thumbnail",
    "is_public": "isPublic",
    "share_to_community": "shareToCommunity",
    "is_favorite": "isFavorite",
    "is_manual_mode": "isManualMode",
}
"""The fields of the request body: our name, the page's name."""

TEXTS: Final = ("title", "ai_prompt", "thumbnail")
INTERVALS: Final = ("interval_min", "interval_max")
FLAGS: Final = ("is_public", "share_to_community", "is_favorite", "is_manual_mode")
CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "transition": ("fade", "slide", "zoom", "flip", "none"),
    "caption_theme": ("joi", "forced-bi", "beta", "cbt", "cuckold", "custom"),
}
SECONDS: Final = (1, 60)
LOCKED_WHEN_IMPORTED: Final = ("subreddits", "caption_theme", "ai_prompt")

ANSWER: Final[Mapping[str, object]] = {
    "id": 123,
    "title": "Updated Session Title",
    "userId": "user_abc123",
    "subreddits": ["joi", "femdom"],
    "categoryId": 1,
    "intervalMin": 4,
    "intervalMax": 12,
    "transition": "fade",
    "thumbnail": "https://i.redd.it/thumb.jpg",
    "captionTheme": "joi",
    "isPublic": False,
    "shareToCommunity": False,
    "isFavorite": True,
    "isManualMode": False,
    "isImported": False,
    "createdAt": "2025-03-02T10:00:00Z",
    "updatedAt": "2025-03-02T12:30:00Z",
}
"""The page's example of an answer."""
