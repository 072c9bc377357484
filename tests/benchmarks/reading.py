"""The part about rows in memory: how long they take to read, and how much they take."""

from __future__ import annotations

import gc
import json
import sys
import tempfile
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Final

from joip_desktop.api.budget import TokenBudget
from joip_desktop.domain.session import from_wire
from joip_desktop.engine.rows import RowIndex, SortBy, Wish
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.sessions.columns import COLUMNS
from tests.helpers.fakes import FakeApi

from .data import list_answer
from .measure import Result, Sample, no_collections, run_child, seconds_of

_KILOBYTE: Final = 1000
_SORTED_BY: Final = ("title", "updated")


def from_wire_time(count: int, repeats: int) -> list[Result]:
    """`from_wire` over all rows, in turn with the `json.loads` that gives the rows."""
    text = list_answer(count)
    ours, baseline = [], []
    for _ in range(repeats):
        with no_collections():
            baseline.append(seconds_of(lambda: json.loads(text)))
            rows = json.loads(text)
            ours.append(seconds_of(lambda rows=rows: [from_wire(row) for row in rows]))  # type: ignore[misc]
            del rows
    return [
        Result("from_wire of all rows", "ms", Sample(tuple(ours)), Sample(tuple(baseline)), "json.loads of the text")
    ]


def memory(count: int) -> list[Result]:
    """Bytes per session, each kind in a process of its own, after a collection."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "list.json"
        file.write_text(list_answer(count), encoding="utf-8")
        text = Sample((file.stat().st_size / count,))
        allowed = Sample((text.median + _KILOBYTE,))
        dicts, plain, held = (Sample((run_child("reading", kind, str(file))["bytes"] / count,)) for kind in _KINDS)
    return [
        Result("Session object, each", "bytes", plain, text, "its row as JSON text"),
        Result("Session object, each", "bytes", plain, dicts, "its row as a dict of json.loads"),
        Result("In library, row index and counts, each", "bytes", held, dicts, "its row as a dict of json.loads"),
        Result("In library, row index and counts, each", "bytes", held, allowed, "its JSON text and 1 KB"),
    ]


def _sessions(text: str) -> object:
    return [from_wire(row) for row in json.loads(text)]


def _held(text: str) -> object:
    workspace = Workspace(api=FakeApi.holding(()), budget=TokenBudget())
    workspace.library.load(from_wire(row) for row in json.loads(text))
    workspace.tally.catch_up()
    index = RowIndex(workspace.marks)
    wish = Wish(sort=tuple(SortBy(column.name, column.keys) for column in COLUMNS if column.name in _SORTED_BY))
    index.arrange(wish, list(workspace.library))
    return workspace, index


_KINDS: dict[str, Callable[[str], object]] = {"dicts": json.loads, "sessions": _sessions, "held": _held}


def _main(kind: str, file: Path) -> None:
    """In the child: what stays allocated of one kind, when all else has gone."""
    text = file.read_text(encoding="utf-8")
    gc.collect()
    tracemalloc.start()
    kept = _KINDS[kind](text)
    gc.collect()
    size, _peak = tracemalloc.get_traced_memory()
    sys.stdout.write(json.dumps({"bytes": size}))
    del kept


if __name__ == "__main__":
    _main(sys.argv[1], Path(sys.argv[2]))
