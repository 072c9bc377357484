"""The part about whole processes: how soon a window is there, and what it costs when nothing happens."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from joip_desktop.mock import MockServer

from .measure import Result, Sample, run_child

_BARE = "bare QMainWindow + empty QTableView, shown"


def start(repeats: int) -> list[Result]:
    """From the first line of a process to the painted window, ours and a bare one in turn."""
    ours, bare, fresh = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder) / "kept"
        _ours(0, profile)  # writes bytecode and the demo's database
        _bare(0)
        for number in range(repeats):
            ours.append(_ours(0, profile))
            bare.append(_bare(0))
            fresh.append(_ours(0, Path(folder) / f"fresh-{number}"))
    baseline = Sample(tuple(one["shown"] for one in bare))
    shown, listed = (Sample(tuple(one[name] for one in ours)) for name in ("shown", "listed"))
    first_time = Sample(tuple(one["listed"] for one in fresh))
    return [
        Result("Start to window shown", "ms", shown, baseline, _BARE),
        Result("Start to list painted", "ms", listed, baseline, _BARE),
        Result("The same, demo data made first", "ms", first_time, baseline, _BARE),
    ]


def idle(repeats: int, seconds: float) -> list[Result]:
    """The processor time of all threads of a process whose window just stands there."""
    ours, bare = [], []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(repeats):
            ours.append(_ours(seconds, Path(folder))["idle"])
            bare.append(_bare(seconds)["idle"])
    what = f"Idle once settled, {seconds:g} s, with demo server"
    against = "bare QMainWindow + empty QTableView, idle"
    return [Result(what, "% of a core", Sample(tuple(ours)), Sample(tuple(bare)), against)]


def closing(repeats: int) -> list[Result]:
    """From the wish to close until everything has ended, with six requests that the server keeps waiting."""
    busy, calm = [], []
    with tempfile.TemporaryDirectory() as folder, MockServer(sessions=50) as server:
        server.latency = 1.0  # far longer than closing takes, so the requests are still in flight
        os.environ["JOIP_COOKIE"] = server.cookie
        try:
            for _ in range(repeats):
                server.limiter.rate = None
                busy.append(_closing(server.origin, Path(folder), 6))
                calm.append(_closing(server.origin, Path(folder), 0))
        finally:
            del os.environ["JOIP_COOKIE"]
    against = "the same with nothing in flight"
    return [Result("Close with six requests in flight", "ms", Sample(tuple(busy)), Sample(tuple(calm)), against)]


def _closing(server: str, profile: Path, requests: int) -> float:
    return run_child("our_closing", server, str(profile), str(requests))["closing"]


def _ours(seconds: float, profile: Path) -> dict[str, float]:
    return run_child("our_window", str(seconds), str(profile))


def _bare(seconds: float) -> dict[str, float]:
    return run_child("bare_window", str(seconds))
