from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.engine.transfer.cells import cell, uncell, writable
from tests.helpers.strategies import any_text


@given(any_text | st.text())
def test_a_cell_is_the_text_but_for_what_can_not_be_written_and_a_leading_apostrophe(text: str) -> None:
    shown = cell(text)
    shown.encode()
    bare = uncell(shown)
    assert len(bare) == len(text)
    assert all(new in (old, "\ufffd") for new, old in zip(bare, text, strict=True))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uff1d1"])
def test_nothing_in_a_cell_is_run(text: str) -> None:
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a=b", "a=b"), ("\x00=1", "\ufffd=1"), ("a\ud800b", "a\ufffdb"), ("two\nlines", "two\nlines"), ("", "")],
)
def test_text_that_is_no_formula_stays_as_it_is(text: str, shown: str) -> None:
    assert cell(text) == shown


@given(any_text | st.text() | st.text("'=-+@\t\r\na", max_size=5))
def test_what_a_cell_stands_for_is_the_text_again(text: str) -> None:
    assert uncell(cell(text)) == writable(text)


@pytest.mark.parametrize(("text", "shown"), [("'=1", "''=1"), ("''+1", "'''+1"), ("'tis", "'tis"), ("''", "''")])
def test_an_apostrophe_in_front_of_a_formula_is_told_from_ours(text: str, shown: str) -> None:
    assert (cell(text), uncell(shown)) == (shown, text)
