"""The engine in a process of its own that may be killed at any moment, and the one who kills and restarts it.

Usage of the child: python -m tests.helpers.crashing SERVER PROFILE-DIR, with JOIP_COOKIE set. It prints, as its first
line, how many changes were on their way when its predecessor ended, and "done" when every change has arrived.
"""

from __future__ import annotations

import asyncio
import os
import random
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from joip_desktop.api.budget import TokenBudget
from joip_desktop.api.client import JoipClient
from joip_desktop.api.origin import Origin
from joip_desktop.domain.account import SecretCookie
from joip_desktop.domain.job import Outcome
from joip_desktop.domain.session import Session, Values
from joip_desktop.engine.plan import plan_each
from joip_desktop.engine.workspace import Workspace
from joip_desktop.mock import MockServer
from joip_desktop.storage.account import AccountStorage
from joip_desktop.storage.folders import Folders

ROOT: Final = Path(__file__).parents[2]
CHANGES: Final = 300
BULK: Final = 240
"""So many changes are one job; the others are edits by hand, one by one."""

_PATIENCE: Final = 60.0


def wanted(session_id: int) -> Values:
    """What the session is to get; each one something else."""
    values: dict[str, str | int | bool] = {"title": f"Wanted {session_id}"}
    if session_id % 3 == 0:
        values["interval_max"] = 30 + session_id % 30
    if session_id % 5 == 0:
        values["is_manual_mode"] = True
    return values


async def _send_everything(server: str, profile: Path) -> None:
    storage = AccountStorage.of(Folders.of(profile), server)
    ledger = storage.ledger.load()
    unsure = sum(line.unsure and line.result.outcome is Outcome.WAITING for line in ledger.lines)
    sys.stdout.write(f"{unsure}\n")
    sys.stdout.flush()
    budget = TokenBudget()
    client = JoipClient(Origin.parse(server), budget=budget, cookie=SecretCookie(os.environ["JOIP_COOKIE"]))
    workspace = Workspace(api=client, budget=budget, journal=storage.ledger, memory=storage.last_list)
    workspace.restore(ledger)
    if (kept := await storage.last_list.load()) is not None:
        await workspace.restore_list(kept)
    else:
        await workspace.refresh()
    running = asyncio.create_task(workspace.run())
    await _want_everything(workspace)
    async with asyncio.timeout(_PATIENCE):
        while len(workspace.outbox):  # noqa: ASYNC110 - polled, so as to need nothing of what is tested
            await asyncio.sleep(0.005)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    await client.aclose()
    await storage.close()
    sys.stdout.write("done\n")


async def _want_everything(workspace: Workspace) -> None:
    """Submit what was not submitted before the process was killed; a person would see it missing, too."""
    asked = {session_id for job in workspace.jobs.jobs.values() for session_id in job.results}
    sessions: list[Session] = sorted(workspace.library, key=lambda session: session.id)[:CHANGES]
    bulk = [(session, wanted(session.id)) for session in sessions[:BULK] if session.id not in asked]
    if bulk:
        await workspace.submit(plan_each(bulk, action="Change"))
    for session in sessions[BULK:]:
        if session.id not in asked:
            await workspace.submit(plan_each([(session, wanted(session.id))], action="Change"))


@dataclass(frozen=True, slots=True)
class Crashes:
    """What a run with kills was like: PATCH requests that the server got, and those on their way at the kills."""

    kills: int
    requests: int
    in_flight: int
    wrong: tuple[int, ...]
    """Sessions that do not have what they were to get."""


def run_with_kills(seed: int, *, kills: int = 4) -> Crashes:
    """Start the child, kill it at random moments, start it again, until everything has arrived.

    Raises:
        RuntimeError: the child failed by itself.
    """
    chance = random.Random(seed)
    with MockServer(sessions=CHANGES, rate_limit=None) as server, tempfile.TemporaryDirectory() as folder:
        server.latency = 0.02
        killed = in_flight = 0
        while True:
            patience = chance.uniform(0.4, 1.1) if killed < kills else _PATIENCE
            output = _run_for(patience, server, Path(folder))
            first, *rest = output.split("\n")
            in_flight += int(first or 0)
            if "done" in rest:
                break
            killed += 1
        rows = sorted(server.store.rows(), key=lambda row: int(str(row["id"])))[:CHANGES]
        wrong = tuple(int(str(row["id"])) for row in rows if not _has_what_was_wanted(row))
        requests = sum(request.method == "PATCH" for request in server.requests)
    return Crashes(killed, requests, in_flight, wrong)


def _has_what_was_wanted(row: dict[str, object]) -> bool:
    wire = {"title": "title", "interval_max": "intervalMax", "is_manual_mode": "isManualMode"}
    return all(row[wire[name]] == value for name, value in wanted(int(str(row["id"]))).items())


def _run_for(seconds: float, server: MockServer, profile: Path) -> str:
    """What the child printed until it ended or was killed."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.helpers.crashing", server.origin, str(profile)],
        cwd=ROOT,
        env={**os.environ, "JOIP_COOKIE": server.cookie},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        output, errors = child.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        child.kill()
        return child.communicate()[0]
    if child.returncode or errors:
        raise RuntimeError(f"the child ended with {child.returncode}: {errors[-2000:]}")
    return output


if __name__ == "__main__":
    asyncio.run(_send_everything(sys.argv[1], Path(sys.argv[2])))
