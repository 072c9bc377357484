"""Measured values and the table that shows them: medians with their spread, and ratios of medians."""

from __future__ import annotations

import gc
import json
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import Final

import PySide6
from PySide6.QtCore import qVersion

_CHILD_SECONDS: Final = 120.0
"""A guard against hanging, far above what any child takes."""

_UNITS: Final[Mapping[str, tuple[float, str]]] = {
    "ms": (1000.0, ",.0f"),
    "bytes": (1.0, ",.0f"),
    "% of a core": (100.0, ".3f"),
    "s simulated": (1.0, ",.1f"),
    "requests": (1.0, ",.0f"),
    "per second": (1.0, ",.0f"),
}
"""By unit: what a stored value (seconds, bytes, share, count) is multiplied by, and how it is written."""


@dataclass(frozen=True, slots=True)
class Sample:
    """The values of several repeats: seconds, bytes, shares or counts."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """The value in the middle."""
        return median(self.values)

    def text(self, unit: str) -> str:
        """The median and, in brackets, the least and the greatest value, such as "12 (11–15)"."""
        scale, form = _UNITS[unit]
        if 0 < self.median * scale < 10 and form == ",.0f":
            form = ".2f"
        middle, low, high = (format(value * scale, form) for value in (self.median, min(self.values), max(self.values)))
        return middle if low == high else f"{middle} ({low}–{high})"


@dataclass(frozen=True, slots=True)
class Result:
    """One row of the table: our sample, the baseline's, and what the baseline is."""

    what: str
    unit: str
    ours: Sample
    baseline: Sample
    against: str

    @property
    def ratio(self) -> str:
        """How many times the baseline's median ours is."""
        if not self.baseline.median:
            return "–"
        times = self.ours.median / self.baseline.median
        return f"{times:.4f}" if times < 0.1 else f"{times:.2f}"


@contextmanager
def no_collections() -> Iterator[None]:
    """Cyclic garbage is not collected meanwhile, as in the running app, which does so in a timer of its own."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def seconds_of(step: Callable[[], object]) -> float:
    """How long a call takes."""
    start = perf_counter()
    step()
    return perf_counter() - start


def run_child(module: str, *arguments: str) -> dict[str, float]:
    """The one line of JSON that a module beside this one prints when it runs in a process of its own, offscreen.

    Raises:
        RuntimeError: the process failed, or printed something else.
    """
    done = subprocess.run(
        [sys.executable, "-m", f"{__package__}.{module}", *arguments],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=_CHILD_SECONDS,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(
            f"{module} {' '.join(arguments)} ended with {done.returncode}: {done.stderr[-1500:].strip()}"
        )
    found = json.loads(done.stdout)
    if not isinstance(found, dict):
        raise TypeError(f"{module} printed {done.stdout[:80]!r}")
    return {str(name): float(value) for name, value in found.items()}


def machine() -> str:
    """The versions and the hardware that the numbers belong to, in one line."""
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg()) if hasattr(os, "getloadavg") else "not known"
    return (
        f"Python {platform.python_version()}, PySide6 {PySide6.__version__}, Qt {qVersion()}; "
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, load average at the start {load}"
    )


def table(results: Sequence[Result]) -> str:
    """The rows in aligned columns of plain text."""
    head = ("what", "unit", "ours", "baseline", "ratio", "the baseline")
    lines = [
        (one.what, one.unit, one.ours.text(one.unit), one.baseline.text(one.unit), one.ratio, one.against)
        for one in results
    ]
    widths = [max(map(len, column)) for column in zip(head, *lines, strict=True)]
    rule = tuple("-" * width for width in widths)
    return "\n".join(
        "  ".join(
            cell.rjust(width) if position in (2, 3, 4) else cell.ljust(width)
            for position, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in (head, rule, *lines)
    )
