"""Files as they come: other separators, other encodings, and what is wrong in them, with its place."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.engine.transfer import reading, reading_json, text
from joip_desktop.engine.transfer.forms import Form
from joip_desktop.engine.transfer.reading import FileRow, Opened, opening
from joip_desktop.engine.transfer.text import Broken


def opened(data: bytes | str) -> Opened:
    return opening(io.BytesIO(data.encode() if isinstance(data, str) else data))


def read(data: bytes | str) -> list[tuple[int, object]]:
    """Line and cells, or line and complaint, of every row."""
    return [(one.line, one.sentence if isinstance(one, Broken) else dict(one.cells)) for one in opened(data).rows]


# --- which form -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"id,title\r\n", Form.CSV),
        (b"", Form.CSV),
        (b'[{"id":1}]', Form.JSON),
        (b"\xef\xbb\xbf \r\n[\n]", Form.JSON),
        (b'{"id":1}\n', Form.JSON_LINES),
        ("id\ttitle".encode("utf-16"), Form.CSV),
    ],
)
def test_the_form_is_told_by_the_first_bytes_whatever_the_name_is(data: bytes, form: Form) -> None:
    assert opened(data).form is form


# --- tables -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_tables_of_spreadsheets_are_read(separator: str, encoding: str, end: str) -> None:
    lines = [separator.join(("id", "title")), separator.join(("1", "Ünï")), separator.join(("2", '"a, b; c\td"')), ""]
    assert read(end.join(lines).encode(encoding)) == [
        (2, {"id": "1", "title": "Ünï"}),
        (3, {"id": "2", "title": "a, b; c\td"}),
    ]


def test_excels_line_about_the_separator_is_none_of_the_table() -> None:
    found = opened("sep=;\r\nid;a,b\r\n1;x\r\n")
    assert found.columns == ("id", "a,b")
    assert [(one.line, dict(one.cells)) for one in found.rows if isinstance(one, FileRow)] == [
        (3, {"id": "1", "a,b": "x"})
    ]


def test_a_row_over_several_lines_has_the_first_ones_number_and_empty_lines_are_passed_over() -> None:
    assert read('id,title\n1,"one\ntwo"\n\n,\n2,x\n') == [
        (2, {"id": "1", "title": "one\ntwo"}),
        (6, {"id": "2", "title": "x"}),
    ]


def test_a_short_row_says_nothing_of_the_rest_and_a_long_one_is_complained_of() -> None:
    assert read("id,title,x\n1,One\n2,Two,y,\n3,a,b,c\n") == [
        (2, {"id": "1", "title": "One"}),
        (3, {"id": "2", "title": "Two", "x": "y"}),
        (4, reading.TOO_MANY_CELLS),
    ]


def test_columns_without_a_name_or_with_the_same_are_told_apart() -> None:
    assert opened("id,,title,title,id\n").columns == ("id", "Column 2", "title", "title (2)", "id (2)")


@pytest.mark.parametrize("data", ["", "\n", "\r\n"])
def test_an_empty_file_is_complained_of(data: str) -> None:
    assert read(data) == [(1, reading.NO_COLUMNS)]


def test_a_missing_quotation_mark_is_found_where_its_row_begins() -> None:
    assert read('id,title\n1,One\n2,"Two\n3,Three\n') == [
        (2, {"id": "1", "title": "One"}),
        (3, text.BROKEN_OFF),
    ]


def test_text_behind_a_quotation_mark_ends_the_table_there() -> None:
    (_, good), (line, sentence) = read('id,title\n1,One\n2,"Two" and\n3,Three\n')
    assert (good, line) == ({"id": "1", "title": "One"}, 3)
    assert "is a quotation mark missing?" in str(sentence)


def test_what_is_not_utf8_ends_the_table_at_its_line() -> None:
    assert read(b"id,title\n1,One\n2,caf\xe9\n3,Three\n") == [(2, {"id": "1", "title": "One"}), (3, text.NOT_UTF8)]


def test_a_line_without_end_is_not_read_into_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "_LONGEST_LINE", 100)
    assert read(b"id,title\n1," + b"x" * 200) == [(2, text.TOO_LONG)]
    assert read(("id,title\n1," + "x" * 200).encode("utf-16")) == [(2, text.TOO_LONG)]


@given(st.binary(max_size=60) | st.text('",;\n\r\tid=[]{}:1', max_size=30).map(str.encode))
def test_no_file_makes_reading_raise(data: bytes) -> None:
    for one in opened(data).rows:
        assert one.line >= 1


# --- JSON -------------------------------------------------------------------------------------------------------------

ROWS: Final[Sequence[dict[str, object]]] = [
    {"id": 1, "title": 'a "b" ]},{'},
    {"id": 2, "n": [1, {"x": None}]},
    {"id": 3},
]


@pytest.mark.parametrize("indent", [None, 0, 2])
@pytest.mark.parametrize("chunk", [1, 2, 7, 2**16])
def test_an_array_is_read_object_by_object_however_it_comes(
    indent: int | None, chunk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_json, "_CHUNK", chunk)
    data = json.dumps(ROWS, indent=indent)
    found = read(data)
    assert [cells for _, cells in found] == ROWS
    begins = [data.rindex("{", 0, data.index(f'"id": {row["id"]}')) for row in ROWS]
    assert [line for line, _ in found] == [1 + data.count("\n", 0, begin) for begin in begins]


def test_a_line_that_is_no_json_tells_the_column() -> None:
    (broken,) = opened('{"id":\n').rows
    assert isinstance(broken, Broken)
    assert broken.column == "7"


@pytest.mark.parametrize("data", ["[]", " [ ] \n", "\ufeff[]"])
def test_an_empty_array_has_no_rows(data: str) -> None:
    assert read(data) == []


@pytest.mark.parametrize(
    ("data", "line", "sentence"),
    [
        ('[{"id":1},\n{"id":2', 2, text.BROKEN_OFF),
        ('[{"id":1}', 1, text.BROKEN_OFF),
        ('[{"id":1},', 1, text.BROKEN_OFF),
        ('[{"id":1},\n{"id":"2', 2, text.BROKEN_OFF),
        ('[{"id":1}]\n]', 2, reading_json.MORE_BEHIND),
        ('[{"id":1}\n{"id":2}]', 2, "From here on the file is not JSON (“]” is missing)."),
        ('[{"id":1},\n\n{"id":x}, {"id":3}]', 3, "From here on the file is not JSON (Expecting value)."),
        ('[{"id":1},\n"two"]', 2, reading_json.NO_OBJECT),
    ],
)
def test_mistakes_in_an_array_are_found_at_their_line(data: str, line: int, sentence: str) -> None:
    assert read(data) == [(1, {"id": 1}), (line, sentence)]


def test_a_byte_that_is_no_utf8_ends_the_array() -> None:
    assert read(b'[{"id":1},\n{"id":2,"title":"\xff"}]')[-1] == (2, text.NOT_UTF8)


def test_a_bad_line_among_others_costs_only_itself() -> None:
    assert read('{"id":1}\n\n{"id":\n[]\n{"id":5}\n') == [
        (1, {"id": 1}),
        (3, "This is not JSON (Expecting value)."),
        (4, reading_json.NO_OBJECT),
        (5, {"id": 5}),
    ]


def test_brackets_and_numbers_without_end_are_complained_of() -> None:
    deep: Sequence[tuple[int, object]] = read('{"a":' + "[" * 100_000 + "\n")
    assert deep == [(1, "This is not JSON (too many brackets in each other).")]
    long = read('[{"id":' + "1" * 5000 + "}]")
    assert long == [(1, "From here on the file is not JSON (a number is too long).")]


@pytest.mark.parametrize("depth", [60, 400, 900])
def test_what_stands_in_too_many_brackets_costs_only_its_row(depth: int) -> None:
    deep = '{"id":1,"x":' + "[" * depth + "]" * depth + "}"
    assert read(f"{deep}\n" + '{"id":2}\n')[-1] == (2, {"id": 2})
    assert read(f"[{deep}]")[0][0] == 1
    assert not isinstance(read(f"[{deep}]")[0][1], dict)


def test_one_object_over_several_lines_is_told_once() -> None:
    assert read('{\n  "id": 1,\n  "title": "x"\n}\n') == [(1, reading_json.ONE_OBJECT)]


@pytest.mark.parametrize("data", ['[{"id":1}]', '{"id":1}\n'])
def test_json_in_utf16_is_read_as_well(data: str) -> None:
    assert read(data.encode("utf-16")) == [(1, {"id": 1})]


def test_lines_that_end_as_on_old_macs_are_explained() -> None:
    assert read("id,title\r1,One\r")[-1][1] == reading.OLD_LINE_ENDS


def test_a_table_with_far_too_many_columns_is_none_of_sessions() -> None:
    assert read("x," * 300 + "\n1\n") == [(1, reading.TOO_MANY_COLUMNS)]
    assert read(json.dumps([dict.fromkeys(map(str, range(300)))])) == [(1, reading.TOO_MANY_COLUMNS)]


def test_columns_of_json_are_the_names_in_the_first_rows() -> None:
    assert opened(json.dumps(ROWS)).columns == ("id", "title", "n")
