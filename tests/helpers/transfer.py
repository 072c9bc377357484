"""Exporting and importing in memory: what tests of files with sessions have in common."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Mapping, Sequence

from joip_desktop.domain.session import Session, from_wire
from joip_desktop.engine.slices import at_once
from joip_desktop.engine.transfer.dry_run import DryRun, Wish
from joip_desktop.engine.transfer.forms import Form
from joip_desktop.engine.transfer.importing import examining, looking
from joip_desktop.engine.transfer.mapping import guessed
from joip_desktop.engine.transfer.writing import writing


def exported(sessions: Iterable[Session], form: Form, *, byte_order_mark: bool = False) -> bytes:
    """The file."""
    return "".join(writing(sessions, form, byte_order_mark=byte_order_mark)).encode("utf-8")


def tried(
    file: bytes,
    sessions: Iterable[Session],
    *,
    mapped: Mapping[str, str] | None = None,
    empties: bool | None = None,
) -> DryRun:
    """The dry run of a file over these sessions; columns are guessed, and what is empty counts as the window has it."""
    look = at_once(looking(lambda: io.BytesIO(file)))
    wish = Wish(
        form=look.form,
        mapped=guessed(look.examples) if mapped is None else mapped,
        empties=look.empties if empties is None else empties,
    )
    found = at_once(examining(lambda: io.BytesIO(file), {session.id: session for session in sessions}, wish))
    assert found is not None
    return found


def as_read(row: Mapping[str, object]) -> Session:
    """The session of a row that came over the wire."""
    return from_wire(json.loads(json.dumps(row)))


def table(*lines: Sequence[str]) -> bytes:
    """A table without anything that would need quotes."""
    return "".join(",".join(line) + "\r\n" for line in lines).encode("utf-8")
