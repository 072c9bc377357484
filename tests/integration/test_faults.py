"""Trouble of every kind in simulated time: workspace, client and budget against a server that fails as told."""

from __future__ import annotations

import asyncio
import itertools
import math
from collections import Counter
from pathlib import Path

import httpx
import pytest

from joip_desktop.domain.account import SecretCookie
from joip_desktop.domain.errors import SignInNeededError
from joip_desktop.domain.job import Job, Outcome, Result
from joip_desktop.domain.ledger import Ledger
from joip_desktop.domain.session import Values
from joip_desktop.engine.plan import plan_each
from joip_desktop.engine.sender import LONGEST_PAUSE, Mood
from joip_desktop.engine.workspace import Workspace
from joip_desktop.storage.ledger import SqliteLedger
from tests.helpers.simulated_sending import SimulatedAccount
from tests.helpers.simulated_server import (
    Fault,
    FaultFor,
    Served,
    SimulatedServer,
    constant,
    faults,
    plain_rows,
    uniform,
)
from tests.helpers.simulation import run_simulated

COUNT = 500
CHANCES = {
    Fault.DROP_BEFORE: 0.05,
    Fault.DROP_AFTER: 0.05,
    Fault.SERVER_FAULT: 0.10,
    Fault.PAGE: 0.05,
    Fault.CUT_SHORT: 0.02,
}
SIGNED_OUT_AT = 350
"""The request that is answered with a 401; half of the changes are done by then."""
LONGEST_WAY = 1.0
"""Seconds; as long again is the way back."""
AWAY = 1200.0
"""Seconds until the person comes back and signs in."""
TRIP = 0.2
MINUTE = 60.0
A_DAY = 24 * 3600.0
OLD, NEW = "s%3Asimulated", "s%3Anew"


# --- ten per cent of this and five of that ----------------------------------------------------------------------------


class Trouble:
    """Faults by chance, and a 401 in the middle: for one request alone, or until there is a new cookie."""

    def __init__(self, seed: int, *, expires: bool) -> None:
        self.chance: FaultFor = faults(CHANCES, seed=seed)
        self._expires = expires
        self._requests = 0

    def __call__(self, request: httpx.Request) -> Fault | None:
        self._requests += 1
        is_old = OLD in request.headers["cookie"]
        if self._requests == SIGNED_OUT_AT or (self._expires and is_old and self._requests > SIGNED_OUT_AT):
            return Fault.SIGNED_OUT
        return self.chance(request)


def wanted(session_id: int) -> Values:
    """What the job wants of a session; of every third one, two fields."""
    title = {"title": f"Renamed {session_id}"}
    return title if session_id % 3 else {**title, "is_favorite": True}


async def rename_all(account: SimulatedAccount) -> Job:
    workspace = account.workspace
    pairs = [(session, wanted(session.id)) for session in workspace.library.pick(range(1, COUNT + 1))]
    return await workspace.submit(plan_each(pairs, action="Rename"))


async def sign_in_again(account: SimulatedAccount) -> None:
    """What the window does with a new cookie."""
    account.client.use_cookie(SecretCookie(NEW))
    account.workspace.resume()
    await account.workspace.refresh()


async def person(account: SimulatedAccount) -> None:
    """Comes back long after the 401, and signs in again; until then nothing is sent."""
    workspace, server = account.workspace, account.server
    await account.until(lambda: workspace.sender.state.mood is Mood.SIGNED_OUT)
    since = server.clock()
    assert isinstance(workspace.trouble, SignInNeededError)
    await asyncio.sleep(AWAY)
    assert workspace.outbox.sending == 0
    assert isinstance(workspace.trouble, SignInNeededError)
    assert [one for one in server.log if one.at > since + LONGEST_WAY] == []
    await sign_in_again(account)


def check_all_is_told(account: SimulatedAccount, job: Job, ledger: Ledger) -> None:
    """Done or failed and nothing in between; outbox, server and disk agree with it."""
    workspace, server = account.workspace, account.server
    done, failed = job.sessions(Outcome.DONE), job.sessions(Outcome.FAILED)
    assert sorted([*done, *failed]) == list(range(1, COUNT + 1))
    assert all(job.results[one].sentence for one in failed)
    assert [entry.session_id for entry in workspace.outbox.failed if entry.error is None] == []
    assert sorted(entry.session_id for entry in workspace.outbox.failed) == sorted(failed)
    assert len(workspace.outbox) == len(failed)
    assert [one for one in done if not arrived(server, one)] == []
    assert {line.session_id: line.result for line in ledger.lines} == job.results
    assert left_after_a_restart(account, ledger) == {one: job.results[one] for one in failed}


def check_no_storm(server: SimulatedServer) -> None:
    """About 500 / 0.73 changes, a list after each long break, and nobody is refused."""
    by_method = Counter(one.method for one in server.log)
    assert by_method["PATCH"] < 1.5 * COUNT
    assert by_method["GET"] < 20
    assert server.count(429) == 0


def arrived(server: SimulatedServer, session_id: int) -> bool:
    row, values = server.rows[session_id], wanted(session_id)
    return (row["title"], row["isFavorite"]) == (values["title"], values.get("is_favorite", False))


def left_after_a_restart(account: SimulatedAccount, ledger: Ledger) -> dict[int, Result]:
    """What the outbox of the next run begins with."""
    workspace = Workspace(api=account.client, budget=account.server.budget())
    workspace.restore(ledger)
    (job,) = workspace.jobs.jobs.values()
    return {entry.session_id: job.results[entry.session_id] for entry in workspace.outbox.failed}


def troubled_server(seed: int) -> SimulatedServer:
    """With the latency alone so far."""
    up, down = uniform(0, LONGEST_WAY, seed=seed + 1), uniform(0, LONGEST_WAY, seed=seed + 2)
    return SimulatedServer(plain_rows(COUNT), up=up, down=down)


@pytest.mark.parametrize("expires", [False, True], ids=["one 401", "the cookie expires"])
@pytest.mark.parametrize("seed", [10, 20, 30, 40])
def test_every_change_ends_as_done_or_as_failed_with_a_reason(seed: int, *, expires: bool) -> None:
    async def work() -> None:
        server = troubled_server(seed)
        async with SimulatedAccount(server, seed=seed) as account:
            server.fault = Trouble(seed, expires=expires)
            job = await rename_all(account)
            await person(account)
            await account.over(job)
            assert job.counts[Outcome.FAILED] < 10  # three faults in a row are rare, and fail a change
            check_all_is_told(account, job, account.disk.ledger())
            check_no_storm(server)

    run_simulated(work(), longest=A_DAY)


def test_what_has_failed_is_done_when_it_is_tried_again_at_a_server_that_works() -> None:
    hopeless = 7

    async def work() -> None:
        server = troubled_server(10)
        async with SimulatedAccount(server, seed=10) as account:
            trouble = Trouble(10, expires=False)
            server.fault = lambda request: (
                Fault.SERVER_FAULT if request.url.path.endswith(f"/{hopeless}") else trouble(request)
            )
            job = await rename_all(account)
            await person(account)
            await account.over(job)
            assert hopeless in job.sessions(Outcome.FAILED)
            assert "Something went wrong on the server." in job.results[hopeless].sentence
            check_all_is_told(account, job, account.disk.ledger())
            server.fault = lambda _request: None
            await account.workspace.retry(job.sessions(Outcome.FAILED))
            await account.over(job)
            assert job.counts[Outcome.DONE] == COUNT
            check_all_is_told(account, job, account.disk.ledger())

    run_simulated(work(), longest=A_DAY)


def test_the_same_with_the_ledger_on_a_disk(tmp_path: Path) -> None:
    async def work() -> None:
        server, ledger = troubled_server(50), SqliteLedger.at(tmp_path / "ledger.sqlite")
        try:
            async with SimulatedAccount(server, journal=ledger, seed=50) as account:
                server.fault = Trouble(50, expires=True)
                job = await rename_all(account)
                await person(account)
                await account.over(job)
                check_all_is_told(account, job, ledger.load())
                check_no_storm(server)
        finally:
            await ledger.close()

    run_simulated(work(), longest=A_DAY)


# --- what comes after a break -----------------------------------------------------------------------------------------


def left_after(server: SimulatedServer, moment: float) -> list[Served]:
    """The requests that have left after a moment, where the way there takes half of TRIP."""
    return [one for one in server.log if one.at - TRIP / 2 > moment]


def check_list_first(server: SimulatedServer, since: float, *, then_one: bool) -> None:
    """The first request since then is for the list, the only one; changes wait for its answer.

    Perhaps one change goes alone at first, and then others go together again.
    """
    first, second, third, *others = left_after(server, since)
    assert (first.method, first.status) == ("GET", 200)
    assert [one for one in (second, third, *others) if one.method == "GET"] == []
    assert second.at >= first.at + TRIP
    assert not then_one or third.at >= second.at + TRIP
    assert any(one.at < other.at + TRIP for other, one in itertools.pairwise((third, *others)))


async def flying(account: SimulatedAccount, seconds: float) -> None:
    """Until so much later a change is on its way."""
    await asyncio.sleep(seconds)
    await account.until(lambda: account.workspace.outbox.sending > 0)
    await asyncio.sleep(TRIP / 4)


IN_THE_BURST, PACED = 1.05, 650.0
"""Seconds from the start of the job."""

moments = pytest.mark.parametrize("begins", [IN_THE_BURST, PACED], ids=["in the burst", "paced"])


# --- an outage --------------------------------------------------------------------------------------------------------

OUTAGE = 600.0
READ_TIMEOUT = 30.0


class Outage:
    """A server that is away for ten minutes; `attempts` are the moments in which requests leave."""

    def __init__(self, how: str) -> None:
        self.attempts: list[float] = []
        self.since = self.until = math.inf
        self._how = how
        self._now = asyncio.get_running_loop().time

    @property
    def is_on(self) -> bool:
        return self.since <= self._now() < self.until

    def begin_in(self, seconds: float) -> None:
        self.since = self._now() + seconds
        self.until = self.since + OUTAGE

    def up(self) -> float:
        """The way there."""
        self.attempts.append(self._now())
        return READ_TIMEOUT if self.is_on and self._how == "silent" else TRIP / 2

    def fault(self, request: httpx.Request) -> Fault | None:
        if not self.is_on:
            return None
        if self._how == "refused":
            raise httpx.ConnectError("Connection refused", request=request)
        if self._how == "silent":
            raise httpx.ReadTimeout("", request=request)
        return Fault.SERVER_FAULT if self._how == "500" else Fault.DROP_BEFORE

    def by_minute(self) -> list[int]:
        counts = Counter(int((at - self.since) // MINUTE) for at in self.attempts if self.since <= at < self.until)
        return [counts[minute] for minute in range(int(OUTAGE // MINUTE))]


@moments
@pytest.mark.parametrize("how", ["refused", "broken", "silent", "500"])
def test_an_outage_brings_no_storm_of_requests(how: str, begins: float) -> None:
    async def work() -> None:
        outage = Outage(how)
        server = SimulatedServer(plain_rows(300), up=outage.up, down=constant(TRIP / 2), fault=outage.fault)
        async with SimulatedAccount(server) as account:
            outage.begin_in(begins)
            job = await account.favourite(range(1, 301))
            await account.until(lambda: account.workspace.trouble is not None)
            await account.over(job)
        at_first, *later = outage.by_minute()
        assert at_first <= 12  # those of the burst together, and rests that double
        assert max(later) <= 3
        assert sum(later) >= 6
        (back, *_) = left_after(server, outage.until)
        assert back.at < outage.until + LONGEST_PAUSE + TRIP
        check_list_first(server, outage.until, then_one=True)
        assert server.count(429) == 0
        assert job.counts[Outcome.DONE] == 300 if how != "500" else job.counts[Outcome.FAILED] < 6
        assert job.counts[Outcome.DONE] + job.counts[Outcome.FAILED] == 300

    run_simulated(work(), longest=A_DAY)


# --- pauses and sleep -------------------------------------------------------------------------------------------------


def steady_server() -> SimulatedServer:
    return SimulatedServer(plain_rows(300), up=constant(TRIP / 2), down=constant(TRIP / 2))


@moments
def test_while_paused_nothing_leaves_and_on_resume_the_list_is_read_first(begins: float) -> None:
    async def work() -> None:
        server = steady_server()
        async with SimulatedAccount(server) as account:
            workspace = account.workspace
            job = await account.favourite(range(1, 301))
            await flying(account, begins)
            settled, sending = job.settled, workspace.outbox.sending
            await workspace.pause(paused=True)
            since = server.clock()
            assert account.disk.paused
            await asyncio.sleep(300)
            assert left_after(server, since) == []
            assert (job.settled, workspace.outbox.sending) == (settled + sending, 0)
            await workspace.pause(paused=False)
            since = server.clock()
            await account.over(job)
        check_list_first(server, since, then_one=False)
        assert job.counts[Outcome.DONE] == 300
        assert server.count(429) == 0

    run_simulated(work(), longest=A_DAY)


@pytest.mark.parametrize("is_flying", [False, True], ids=["between two rounds", "with changes on their way"])
@moments
def test_a_laptop_that_slept_reads_the_list_before_the_next_change(begins: float, *, is_flying: bool) -> None:
    async def work() -> None:
        server = steady_server()
        async with SimulatedAccount(server) as account:
            job = await account.favourite(range(1, 301))
            await flying(account, begins)
            await account.until(lambda: is_flying or account.workspace.outbox.sending == 0)
            account.slept = 7200.0
            since = server.clock()
            await account.over(job)
        check_list_first(server, since, then_one=False)
        assert job.counts[Outcome.DONE] == 300
        assert server.count(429) == 0

    run_simulated(work(), longest=A_DAY)
