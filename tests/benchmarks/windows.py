"""The part about whole processes: how soon a window is there, and what it costs when nothing happens."""

from __future__ import annotations

import tempfile
from pathlib import Path

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


def _ours(seconds: float, profile: Path) -> dict[str, float]:
    return run_child("our_window", str(seconds), str(profile))


def _bare(seconds: float) -> dict[str, float]:
    return run_child("bare_window", str(seconds))
