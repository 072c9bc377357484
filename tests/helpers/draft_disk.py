"""A store of drafts in memory: it keeps JSON text, and writes when it is let, or refuses."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping, Sequence

from joip_desktop.domain.draft import (
    Edits,
    Group,
    edits_from_json,
    edits_to_json,
    shared_from_json,
    shared_to_json,
)


class DraftDisk:
    """Fits the engine's `DraftStore`; what it was told is there after a crash, and nothing else.

    `writes` are the session ids of each write that has begun; `trouble` is what a write raises at its end. Of groups,
    `ids_written` are the numbers whose session ids were written, and `group_writes` the numbers of each write.
    """

    def __init__(self) -> None:
        self.rows: dict[int, str] = {}
        self.writes: list[list[int]] = []
        self.groups: dict[int, str] = {}
        self.group_ids: dict[int, Sequence[int]] = {}
        self.group_writes: list[list[int]] = []
        self.ids_written: list[int] = []
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

    def load_groups(self) -> Mapping[int, Group | None]:
        return {
            number: Group(self.group_ids[number], shared_from_json(json.loads(text)))
            for number, text in self.groups.items()
        }

    async def update_groups(self, groups: Mapping[int, Group | None]) -> None:
        assert groups, "nothing is written for nothing"
        self.group_writes.append(list(groups))
        await self.gate.wait()
        if self.trouble is not None:
            raise self.trouble
        for number, group in groups.items():
            if group is None:
                del self.groups[number], self.group_ids[number]
                continue
            self.groups[number] = json.dumps(shared_to_json(group.edits))
            if self.group_ids.get(number) is not group.session_ids:
                self.group_ids[number] = group.session_ids
                self.ids_written.append(number)
