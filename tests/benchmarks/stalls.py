"""The part about the loop: its longest stall while 2,000 changes are planned, queued and sent from the window."""

from __future__ import annotations

import os
import tempfile
from typing import Final

from joip_desktop.mock import MockServer

from .measure import Result, Sample, run_child

CHANGES: Final = 2000
_FRAME: Final = 0.016
"""Seconds that a picture stays at 60 Hz."""

_PARTS: Final = {
    "planned": "the plan is made and shown",
    "queued": "the changes are queued",
    "sent": "the changes are sent",
}


def stalls(repeats: int) -> list[Result]:
    """A star for each of 2,000 sessions, without a rate limit, so that the loop has the most to do."""
    found = [_once() for _ in range(repeats)]
    frame = Sample((_FRAME,))
    return [
        Result(
            f"Longest stall of the loop while {words}",
            "ms",
            Sample(tuple(one[part] for one in found)),
            frame,
            f"a frame; {CHANGES:,} changes",
        )
        for part, words in _PARTS.items()
    ]


def _once() -> dict[str, float]:
    with MockServer(sessions=CHANGES, rate_limit=None) as server, tempfile.TemporaryDirectory() as folder:
        for row in server.store.rows():
            if row["isFavorite"] is not False:
                server.store.set_row(int(str(row["id"])), isFavorite=False)
        os.environ["JOIP_COOKIE"] = server.cookie
        try:
            return run_child("our_stalls", server.origin, folder)
        finally:
            del os.environ["JOIP_COOKIE"]
