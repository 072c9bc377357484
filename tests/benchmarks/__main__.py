"""The program behind `make bench`: run every part, print one table, end with 1 if a part failed."""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from . import crashes, files, loading, mock_load, mock_start, pace, reading, scrolling, stalls, tables, windows
from .measure import Result, machine, table


@dataclass(frozen=True, slots=True, kw_only=True)
class _Size:
    """How much to measure."""

    rows: int
    lengths: tuple[int, ...]
    starts: int
    table_repeats: int
    read_repeats: int
    idle_repeats: int
    stall_repeats: int
    crash_seeds: int
    idle_seconds: float
    load_seconds: float


_FULL: Final = _Size(
    rows=100_000,
    lengths=(1_000, 10_000, 100_000),
    starts=5,
    table_repeats=3,
    read_repeats=5,
    idle_repeats=3,
    idle_seconds=5.0,
    load_seconds=60.0,
    stall_repeats=3,
    crash_seeds=50,
)
_QUICK: Final = _Size(
    rows=10_000,
    lengths=(1_000, 10_000),
    starts=3,
    table_repeats=2,
    read_repeats=3,
    idle_repeats=1,
    idle_seconds=2.0,
    load_seconds=12.0,
    stall_repeats=1,
    crash_seeds=5,
)


def main() -> int:
    """Returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__, allow_abbrev=False)
    parser.add_argument("--quick", action="store_true", help="10,000 rows and fewer repeats, for trying")
    parser.add_argument("--only", action="append", default=[], metavar="PART", help="this part alone; may be repeated")
    asked = parser.parse_args()
    size = _QUICK if asked.quick else _FULL
    parts: dict[str, Callable[[], list[Result]]] = {
        "start": lambda: windows.start(size.starts),
        "closing": lambda: windows.closing(size.starts),
        "idle": lambda: windows.idle(size.idle_repeats, size.idle_seconds),
        "pace": pace.pace,
        "stalls": lambda: stalls.stalls(size.stall_repeats),
        "crashes": lambda: crashes.kills(size.crash_seeds),
        "reading": lambda: reading.from_wire_time(size.rows, size.read_repeats),
        "memory": lambda: reading.memory(size.rows),
        "lists": lambda: tables.lists(size.lengths, size.table_repeats),
        "scrolling": lambda: scrolling.frames(size.lengths),
        "mock-start": lambda: mock_start.start(size.starts),
        "mock-load": lambda: mock_load.under_load(size.load_seconds),
        "files": lambda: files.files(size.rows),
        "loading": lambda: loading.loading(size.rows, size.read_repeats),
    }
    begun, where = perf_counter(), machine()
    results: list[Result] = []
    failed: list[str] = []
    if unknown := set(asked.only) - parts.keys():
        parser.error(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(parts)}")
    for name, part in parts.items():
        if asked.only and name not in asked.only:
            continue
        _note(f"{name} …")
        try:
            results += part()
        except Exception:  # noqa: BLE001 - whatever it is, the other parts are still worth measuring
            failed.append(name)
            _note(f"{name} FAILED\n{traceback.format_exc()}")
    _print(results, failed, size, where=where, seconds=perf_counter() - begun)
    return 1 if failed else 0


def _print(results: list[Result], failed: list[str], size: _Size, *, where: str, seconds: float) -> None:
    lines = [
        f"JOIP Desktop, {size.rows:,} sessions; {where}; measured in {seconds:.0f} s",
        "Median of the repeats (least–greatest); ratio: our median by the baseline's, so below 1 is less than it.",
        "",
        table(results),
        *(f"FAILED: {name} (see above)" for name in failed),
    ]
    sys.stdout.write("\n".join(lines) + "\n")


def _note(line: str) -> None:
    """Progress goes to stderr, so that stdout holds the table alone."""
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
