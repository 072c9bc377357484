from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.session import Session, from_wire
from joip_desktop.engine.copying import CopiedColumn, copying_csv, copying_json
from joip_desktop.engine.slices import at_once
from joip_desktop.engine.transfer.cells import cell
from tests.helpers import strategies

IDS = [3, 1, 2**70]

COLUMNS: Sequence[CopiedColumn] = [
    ("Number", lambda session: str(session.id)),
    ("Title", lambda session: session.title if isinstance(session.title, str) else ""),
    ("=Names", lambda session: ", ".join(session.subreddits) if isinstance(session.subreddits, tuple) else "none"),
]

many_sessions = st.tuples(*(strategies.rows(one) | strategies.odd_rows(one) for one in IDS)).map(
    # As they come from a server: two halves of a pair can't meet in JSON.
    lambda rows: [from_wire(json.loads(json.dumps(row))) for row in rows]
)


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def steps(count: int) -> Sequence[Session]:
    return [Session(id=number) for number in range(count)]


# --- CSV --------------------------------------------------------------------------------------------------------------


def test_a_table_has_a_header_and_a_line_for_each_session() -> None:
    sessions = [
        Session(id=2, title='A "walk", twice', subreddits=("earth", "space")),
        Session(id=1, title="=1+1"),
    ]
    assert at_once(copying_csv(sessions, COLUMNS)) == (
        "Number,Title,'=Names\r\n"
        '2,"A ""walk"", twice","earth, space"\r\n'
        "1,'=1+1,none\r\n"
    )  # fmt: skip


def test_no_sessions_are_a_header_and_no_columns_are_empty_lines() -> None:
    assert at_once(copying_csv([], COLUMNS[:2])) == "Number,Title\r\n"
    assert at_once(copying_csv([Session(id=1)], [])) == "\r\n\r\n"


@given(many_sessions)
def test_a_table_reads_back_as_it_was_written(sessions: list[Session]) -> None:
    text = at_once(copying_csv(sessions, COLUMNS))
    text.encode()
    header, *lines = read(text)
    assert header == ["Number", "Title", "'=Names"]
    assert lines == [[cell(told(session)) for _, told in COLUMNS] for session in sessions]


# --- JSON -------------------------------------------------------------------------------------------------------------


def test_rows_are_as_the_server_told_them() -> None:
    row = {"id": 7, "title": "Grüße, “A”", "subreddits": ["earth"], "categoryId": None, "views": {"today": [1, 2.5]}}
    text = at_once(copying_json([from_wire(row), Session(id=8)]))
    assert json.loads(text) == [row, {"id": 8}]
    assert "Grüße, “A”" in text, "readable as it is"
    assert text.count("\n") == 4, "a line for each session"


def test_no_sessions_are_an_empty_array() -> None:
    assert json.loads(at_once(copying_json([]))) == []


def test_half_of_a_surrogate_pair_is_written_as_an_escape() -> None:
    text = at_once(copying_json([Session(id=1, title="a\ud800é")]))
    assert "\\ud800" in text
    assert json.loads(text)[0]["title"] == "a\ud800é"


def test_what_was_read_as_infinity_is_no_json_and_becomes_null() -> None:
    row = json.loads('{"id": 1, "odd": [1e999, {"deep": -1e999, "fine": 0.5}], "title": "Infinity", "x": "\\ud800"}')
    text = at_once(copying_json([from_wire(row)]))
    wanted = {"id": 1, "odd": [None, {"deep": None, "fine": 0.5}], "title": "Infinity", "x": "\ud800"}
    constants: list[str] = []
    assert json.loads(text, parse_constant=constants.append) == [wanted]
    assert constants == []


@given(many_sessions)
def test_rows_read_back_as_the_same_sessions(sessions: list[Session]) -> None:
    text = at_once(copying_json(sessions))
    text.encode()
    assert [from_wire(row) for row in json.loads(text)] == sessions


# --- slices -----------------------------------------------------------------------------------------------------------


def test_the_work_can_be_interrupted_at_every_session() -> None:
    for work in (copying_csv(steps(20), COLUMNS), copying_json(steps(20))):
        assert sum(1 for _ in work) == 20
