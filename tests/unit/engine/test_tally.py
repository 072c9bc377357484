from __future__ import annotations

import asyncio
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.entry import Priority
from joip_desktop.domain.errors import NotFoundError
from joip_desktop.domain.session import Session, from_wire
from joip_desktop.engine.drafts import Drafts
from joip_desktop.engine.library import Library
from joip_desktop.engine.outbox import Outbox
from joip_desktop.engine.plan import plan_favourite
from joip_desktop.engine.tally import Place, Tally
from tests.helpers.queueing import queue

GONE = NotFoundError("It is gone.", status=404)
numbers = st.integers(1, 4)
steps = st.lists(
    st.tuples(st.just("load"), st.lists(st.tuples(numbers, st.booleans()), unique_by=lambda row: row[0]))
    | st.tuples(st.sampled_from(["answer", "star", "edit", "revert"]), st.tuples(numbers, st.booleans()))
    | st.tuples(st.sampled_from(["send", "fail", "retry", "withdraw"]), st.none()),
    max_size=25,
)


class Rig:
    def __init__(self) -> None:
        self.outbox = Outbox()
        self.library = Library(self.outbox)
        self.drafts = Drafts(self.library)
        self.tally = Tally(library=self.library, drafts=self.drafts, outbox=self.outbox)
        self.told = self.counts()
        self.tally.changed.add(self._on_change)

    def _on_change(self, _: None) -> None:
        self.told = self.counts()

    def counts(self) -> dict[Place, int]:
        return {place: self.tally.count(place) for place in Place}

    def naive(self) -> dict[Place, int]:
        return {place: sum(1 for one in self.library if self.tally.holds(place, one)) for place in Place}

    async def step(self, name: str, argument: Any) -> None:
        if name == "load":
            self.library.load(Session(id=one, title="A", is_favorite=star) for one, star in argument)
        elif argument is not None:
            await self.touch(name, *argument)
        elif name == "retry":
            await self.outbox.retry(self.outbox.failed)
        elif name == "withdraw":
            await self.outbox.withdraw(lambda _: True)
        elif (entry := self.outbox.take()) is not None:
            await (self.outbox.done(entry) if name == "send" else self.outbox.fail(entry, GONE))

    async def touch(self, name: str, session_id: int, star: object) -> None:
        match name:
            case "answer":
                self.library.take_over(from_wire({"id": session_id, "title": "A", "isFavorite": star}))
            case "edit":
                self.drafts.edit(session_id, "title", "B")
            case "revert":
                self.drafts.revert(session_id)
            case _:
                plan = plan_favourite(self.library.pick([session_id]), favourite=star is True)
                await queue(self.outbox, plan.changes, priority=Priority.HAND, job=1)


@given(steps)
def test_the_counts_are_those_of_a_recount_and_told_in_time(script: list[tuple[str, object]]) -> None:
    async def scenario() -> None:
        rig = Rig()
        for name, argument in script:
            await rig.step(name, argument)
            assert rig.counts() == rig.naive() == rig.told, name

    asyncio.run(scenario())


def test_a_failed_change_of_a_session_that_is_gone_is_not_counted() -> None:
    async def scenario() -> None:
        rig = Rig()
        rig.library.load([Session(id=1, is_favorite=False)])
        await rig.step("star", (1, True))
        await rig.step("fail", None)
        assert rig.tally.count(Place.FAILED) == 1
        rig.library.load([])
        assert rig.counts() == dict.fromkeys(Place, 0)

    asyncio.run(scenario())
