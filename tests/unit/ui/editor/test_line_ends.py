from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.ui.editor.line_ends import line_end_of, plain_lines, respliced

_TEXTS = st.text(st.sampled_from("ab\r\n\u2028\u2029"), max_size=12)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("", "\n"),
        ("one line", "\n"),
        ("a\nb", "\n"),
        ("a\r\nb", "\r\n"),
        ("a\r\nb\r\nc\nd", "\r\n"),
        ("a\r\nb\nc", "\n"),
        ("a\rb\u2028c", "\n"),
    ],
)
def test_new_line_ends_are_like_most_others(text: str, end: str) -> None:
    assert line_end_of(text) == end


@given(st.lists(st.sampled_from(["a", "b\n", "\r\n", "c\r", "\u2028", "\u2029"]), max_size=8))
def test_shown_is_a_line_feed_for_each_line_end(parts: list[str]) -> None:
    text = "".join([f"{part}|" for part in parts])
    assert plain_lines(text) == "".join(["a|" if part == "a" else f"{part.strip()}\n|" for part in parts])


@given(_TEXTS)
def test_what_is_not_edited_is_itself(text: str) -> None:
    shown = plain_lines(text)
    assert respliced(text, shown, shown, line_end=line_end_of(text)) == text


@given(_TEXTS, _TEXTS, _TEXTS, st.sampled_from(["", "x", "xyz"]))
def test_what_is_put_between_leaves_both_ends_alone(before: str, gone: str, after: str, new: str) -> None:
    whole = f"{before}|{gone}|{after}"
    shown = plain_lines(whole)
    now = f"{plain_lines(before)}|{new}|{plain_lines(after)}"
    assert respliced(whole, shown, now, line_end="\n") == f"{before}|{new}|{after}"


@given(st.lists(st.sampled_from(["a", "b", "\r\n"]), max_size=9).map("".join), st.text("ab\n", max_size=9))
def test_where_all_lines_end_alike_they_do_so_after_any_edit(text: str, now: str) -> None:
    told = respliced(text, plain_lines(text), now, line_end="\r\n")
    assert told == now.replace("\n", "\r\n")


def test_where_nobody_can_say_what_stands_for_what_all_lines_end_alike() -> None:
    assert respliced("a\r\nb\rc", "something shorter", "a\nb!", line_end="\r\n") == "a\r\nb!"
