"""A stable sort in slices: a sample cuts the rows into parts of a few hundred, and each part is sorted by itself."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any, Final

from joip_desktop.engine.slices import Work

_PART: Final = 1024
"""Rows that are sorted, or dealt out, at a stretch: about a third of a millisecond."""

_SAMPLES_PER_PART: Final = 8
"""A part of the sample decides where a part of the rows ends; more of them make the parts more even."""


def sorting(rows: Sequence[int], keys: Sequence[Any], *, descending: bool = False) -> Work[list[int]]:
    """The rows in the order of their keys (`keys[row]`); rows with equal keys stay in the order in which they come.

    `sorted` does the same in one call, which nothing can interrupt: 30 ms for 100,000 titles. This takes as long in
    all. Keys of one type (all `str`, all `int`) compare fastest.
    """
    if len(rows) <= 2 * _PART:
        return sorted(rows, key=keys.__getitem__, reverse=descending)
    ends = _ends(rows, keys)
    yield
    parts: list[list[int]] = [[] for _ in range(len(ends) + 1)]
    for start in range(0, len(rows), _PART):
        for row in rows[start : start + _PART]:
            parts[bisect_right(ends, keys[row])].append(row)
        yield
    found: list[int] = []
    for part in reversed(parts) if descending else parts:
        # Many equal keys make a large part, but one that is sorted already, which `sort` sees in one pass.
        part.sort(key=keys.__getitem__, reverse=descending)
        found += part
        yield
    return found


def _ends(rows: Sequence[int], keys: Sequence[Any]) -> list[Any]:
    """The keys at which parts end, ascending: every eighth of an evenly drawn sample."""
    wanted = _SAMPLES_PER_PART * (len(rows) // _PART)
    sample = sorted(keys[row] for row in rows[:: max(1, len(rows) // wanted)])
    return sample[_SAMPLES_PER_PART::_SAMPLES_PER_PART]
