"""The part about the start of `joip-desktop mock`: to its first answer, against the window to its first paint."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Final

from tests.helpers.many_clients import Connection

from .measure import Result, Sample, run_child

_SHARE: Final = 0.5
"""Of the window's time; the mock server is to need no more."""

_END_SECONDS: Final = 20.0
"""A guard against hanging."""


def start(repeats: int) -> list[Result]:
    """From the making of the process to the first answer or paint, in turn; in memory, and with a file that is there.

    Raises:
        AssertionError: the first request was not answered with 200.
    """
    memory, kept, window = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        profile, data = Path(folder) / "profile", ("--data", str(Path(folder) / "mock.sqlite3"))
        _mock()  # these write bytecode, the database and the demo's
        _mock(*data)
        _window(profile)
        for _ in range(repeats):
            memory.append(_mock())
            window.append(_window(profile))
            kept.append(_mock(*data))
    shown = Sample(tuple(window))
    return [
        Result(what, "ms", (ours := Sample(tuple(values))), shown, _against(ours.median / shown.median))
        for what, values in (("Mock server's start to first answer", memory), ("The same, data in a file", kept))
    ]


def _against(share: float) -> str:
    verdict = "in half of that, as promised" if share <= _SHARE else "NOT in half of that, as promised"
    return f"the window's start to first paint; {verdict}"


def _mock(*options: str) -> float:
    """Seconds from the making of the process to the whole answer to a GET."""
    begun = perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "joip_desktop", "mock", *options], stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        told = json.loads(process.stdout.readline())
        status = asyncio.run(_ask(told["address"], told["cookie"]))
        seconds = perf_counter() - begun
    finally:
        process.terminate()
        process.communicate(timeout=_END_SECONDS)
    if status != 200:
        raise AssertionError(f"the first request got {status}")
    return seconds


async def _ask(address: str, cookie: str) -> int:
    connection = await Connection.open(address, cookie)
    try:
        return (await connection.request("GET", "/api/sessions/1"))[0]
    finally:
        await connection.close()


def _window(profile: Path) -> float:
    """Seconds from the making of the process to the first paint; the clock is the same for all processes."""
    begun = perf_counter()
    found = run_child("our_window", "0", str(profile))
    return found["started"] + found["shown"] - begun
