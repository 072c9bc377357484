"""A store of drafts in memory: it keeps JSON text, and writes when it is let, or refuses."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping

from joip_desktop.domain.draft import Edits, edits_from_json, edits_to_json


class DraftDisk:
    """Fits the engine's `DraftStore`; what it was told is there after a crash, and nothing else.

    `writes` are the session ids of each write that has begun; `trouble` is what a write raises at its end.
    """

    def __init__(self) -> None:
        self.rows: dict[int, str] = {}
        self.writes: list[list[int]] = []
        self.trouble: Exception | None = None
        self.gate = asyncio.Event()
        self.gate.set()

    def load(self) -> Mapping[int, Edits]:
        return {session_id: edits_from_json(json.loads(text)) for session_id, text in self.rows.items()}

    async def update(self, drafts: Mapping[int, Edits]) -> None:
        assert drafts, "nothing is written for nothing"
        self.writes.append(list(drafts))
        await self.gate.wait()
        if self.trouble is not None:
            raise self.trouble
        for session_id, edits in drafts.items():
            if edits:
                self.rows[session_id] = json.dumps(edits_to_json(edits))
            else:
                del self.rows[session_id]  # the engine knows what is there
