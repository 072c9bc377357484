from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from joip_desktop.api import pieces
from joip_desktop.api.pieces import PIECE, beginning, cut, elements
from tests.helpers import strategies

arrays = st.lists(strategies.json_values.filter(lambda value: "Infinity" not in json.dumps(value)), max_size=5)
texts = st.builds(
    lambda value, indent, ascii_only: json.dumps(value, indent=indent, ensure_ascii=ascii_only).encode(
        "utf-8", "surrogatepass" if ascii_only else "replace"
    ),
    arrays,
    st.sampled_from([None, 0, 3, "\t"]),
    st.booleans(),
)
places = st.lists(st.integers(0, 200), max_size=8)


def parts(body: bytes, where: Iterable[int]) -> list[bytes]:
    """The bytes, cut at these places."""
    bounds = sorted({0, len(body), *(place for place in where if place < len(body))})
    return [body[start:end] for start, end in pairwise(bounds)]


def read(body: bytes, where: Iterable[int] = ()) -> list[object]:
    first, *rest = parts(body, where) or [b""]
    return list(elements(first, rest))


class Counted:
    """Gives the same piece again and again, and counts."""

    def __init__(self, piece: bytes, times: int, end: bytes) -> None:
        self.given = 0
        self._pieces = [piece] * times + [end]

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._pieces:
            self.given += 1
            yield piece


@given(texts, places)
@example(b"[1.5e1, 12, -0, true]", range(25))
@example(b'["\\ud83d\\ude00\xf0\x9f\x98\x80"]', range(30))
def test_wherever_an_array_is_cut_its_elements_are_those_of_the_whole(body: bytes, where: list[int]) -> None:
    assert read(body, where) == json.loads(body.decode("utf-8", "surrogatepass"))


@pytest.mark.parametrize(
    "body",
    [
        b"[",
        b"[1",
        b"[1,",
        b"[1,]",
        b"[,1]",
        b"[1 2]",
        b"[1.]",
        b"[1.e5]",
        b"[-]",
        b"[1e]",
        b"[tru]",
        b"[truely]",
        b"[NaN]",
        b"[-Infinity]",
        b'["a]',
        b'["\t"]',
        b'["\xff"]',
        b'["\xc3"]',
        b'[{"a" 1}]',
        b"[[1]",
        b"[1]]",
        b"[1],",
        b"[1] x",
        b"[1]\xa0",
        b"[1]\x0b",
        b"[1]\xc3",
        b"[\x0b1]",
        b"[1}",
    ],
)
@pytest.mark.parametrize("step", [1, 2, 100])
def test_what_is_no_array_is_refused(body: bytes, step: int) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read(body, range(0, len(body), step))


def test_an_element_is_there_as_soon_as_its_end_has_come() -> None:
    supply = Counted(b"1," * (PIECE // 2), 5, b"1]")
    found = elements(b"[", supply)
    next(found)
    assert supply.given <= 2
    assert sum(1 for _ in found) == 5 * (PIECE // 2)


@pytest.mark.parametrize("size", [1, 50, PIECE, 3 * PIECE])
def test_an_element_of_any_size_is_looked_at_a_few_times_only(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    """Each time twice as much as before, so all in all no byte is read more than a few times."""
    fetched: list[int] = []
    fetch = pieces._Text._fetch

    def counting(text: pieces._Text) -> None:
        fetch(text)
        fetched.append(len(text._text))

    monkeypatch.setattr(pieces._Text, "_fetch", counting)
    long = b"a" * (8 * PIECE)
    body = b'["' + long + b'","' + long + b'"]'
    supply = [body[start : start + size] for start in range(0, len(body), size)]
    assert list(elements(supply[0], supply[1:])) == [long.decode(), long.decode()]
    assert sum(fetched) < 6 * len(body)
    assert len(fetched) < 20


def test_many_small_pieces_are_put_together() -> None:
    body = json.dumps([{"id": number} for number in range(1000)]).encode()
    assert len(read(body, range(len(body)))) == 1000


@given(st.lists(st.binary(max_size=5)), st.integers(0, 3))
def test_large_pieces_are_cut_and_empty_ones_left_out(several: list[bytes], times: int) -> None:
    large = [piece * (times * PIECE) for piece in several]
    found = list(cut(large))
    assert b"".join(found) == b"".join(large)
    assert all(0 < len(piece) <= PIECE for piece in found)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("space", [b"", b" ", b"\r\n\t  "])
@pytest.mark.parametrize("rest", [b"", b"[", b"[1, 2]", b"\xef\xbb\xbf[", b"\xef\xbb"])
def test_the_beginning_is_found_in_pieces_of_any_size(mark: bytes, space: bytes, rest: bytes) -> None:
    body = mark + space + rest
    for step in (1, 2, 3, 100):
        supply = iter([body[start : start + step] for start in range(0, len(body), step)])
        head = beginning(supply)
        assert head + b"".join(supply) == body.removeprefix(b"\xef\xbb\xbf").lstrip()
        assert bool(head) == bool(rest)
