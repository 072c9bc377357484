"""The part about files: a long list exported and tried as an import; time, the window's stalls, and memory."""

from __future__ import annotations

import os
import tempfile
from typing import Final

from joip_desktop.engine.transfer.forms import Form
from joip_desktop.mock import MockServer

from .measure import Result, Sample, run_child

_FRAME: Final = Sample((0.016,))
"""Seconds that a picture stays at 60 Hz."""


def files(count: int) -> list[Result]:
    """Every form, and the snapshot before a job of many."""
    found = _measured(count)
    if wrong := {name: value for name, value in found.items() if name.endswith(" changes") and value}:
        raise AssertionError(f"an import of what was exported would change something: {wrong}")
    results = [result for form in Form for result in _of(form, found)]
    return [
        *results,
        _result(found, "Snapshot of all sessions", "snapshot seconds", "csv export seconds", "the export as CSV"),
        Result("Longest stall during it", "ms", Sample((found["snapshot stall"],)), _FRAME, "a frame"),
        _result(found, "Overview of all sessions", "overview seconds", "json plain read", "json.load of the export"),
        Result("Longest stall during it", "ms", Sample((found["overview stall"],)), _FRAME, "a frame"),
        _result(
            found, "A snapshot's file", "snapshot bytes", "jsonl file bytes", "the export as JSON Lines", unit="bytes"
        ),
    ]


def _of(form: Form, found: dict[str, float]) -> list[Result]:
    name, library = form.value, "the standard library in one go"
    results: list[Result] = []
    for what, plain, called in (("export", "write", "Export"), ("import", "read", "Dry run of an import")):
        stall = Sample((found[f"{name} {what} stall"],))
        memory = (f"{name} {what} bytes", f"{name} file bytes")
        results += [
            _result(found, f"{called}, {name}", f"{name} {what} seconds", f"{name} plain {plain}", library),
            Result(f"{called}, {name}: longest stall", "ms", stall, _FRAME, "a frame"),
            _result(found, f"{called}, {name}: memory at most", *memory, "the file", unit="bytes"),
        ]
    return results


def _result(found: dict[str, float], what: str, ours: str, plain: str, against: str, *, unit: str = "ms") -> Result:
    return Result(what, unit, Sample((found[ours],)), Sample((found[plain],)), against)


def _measured(count: int) -> dict[str, float]:
    with MockServer(sessions=count, rate_limit=None) as server, tempfile.TemporaryDirectory() as folder:
        os.environ["JOIP_COOKIE"] = server.cookie
        try:
            return run_child("our_files", server.origin, folder)
        finally:
            del os.environ["JOIP_COOKIE"]
