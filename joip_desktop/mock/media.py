"""The media of a session, made up from its id and subreddits, so that the same session always has the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from joip_desktop.mock.rows import Row
from joip_desktop.mock.thumbnails import path_for

_CAPTIONS: Final = ("Morning light", "A quiet corner", "Far view", "Close to the window", "After the rain", "Evening")
_FEWEST: Final = 3
_MORE: Final = 6
_IDS_PER_SESSION: Final = 100


def media_of(row: Mapping[str, Any]) -> list[Row]:
    """Three to eight images, with the fields of the contract; their addresses are paths."""
    session_id = row["id"]
    names = row["subreddits"] if isinstance(row["subreddits"], list) else []
    media = []
    for order in range(_FEWEST + session_id % _MORE):
        subreddit = names[order % len(names)] if names else None
        picture = path_for([subreddit or "collection"], session_id * 7 + order)
        post = None if subreddit is None else f"t3_{session_id * _IDS_PER_SESSION + order:x}"
        media.append(
            {
                "id": session_id * _IDS_PER_SESSION + order,
                "sessionId": session_id,
                "mediaUrl": picture,
                "thumbnail": picture,
                "caption": _CAPTIONS[(session_id + order) % len(_CAPTIONS)],
                "type": "image",
                "redditPostId": post,
                "redditPostUrl": post and f"https://www.reddit.com/r/{subreddit}/comments/{post[3:]}/",
                "subreddit": subreddit,
                "order": order,
            }
        )
    return media
