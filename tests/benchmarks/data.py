"""The rows that are measured: the demo's sessions as a list answer has them."""

from __future__ import annotations

import json
from itertools import islice

from joip_desktop.domain.session import Session, from_wire
from joip_desktop.mock.demo_data import rows

_ORIGIN = "http://127.0.0.1:49152"
_SEED = 1


def list_answer(count: int) -> str:
    """The JSON text of a list answer with `count` sessions, in the order of their ids."""
    listed = [{**row, "thumbnail": _absolute(row["thumbnail"])} for row in islice(rows(count, _SEED), count)]
    return json.dumps(listed, ensure_ascii=False, separators=(",", ":"))


def sessions(count: int) -> list[Session]:
    """The same, read as the app reads them."""
    return [from_wire(row) for row in json.loads(list_answer(count))]


def _absolute(thumbnail: object) -> object:
    """The server's own thumbnails as it sends them, with its address."""
    return _ORIGIN + thumbnail if isinstance(thumbnail, str) and thumbnail.startswith("/") else thumbnail
