from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.session import UNKNOWN
from joip_desktop.ui.editor.category_words import choices_of, label_of, meant
from tests.helpers import strategies

NAMES: Mapping[int, str] = {3: "Walks", 8: "Evening walks", 9: "Music", 12: "2024", 20: "Twin", 21: "twin"}
NUMBERS = (3, 5, 8, 9, 12, 20, 21)


def name_of(number: int) -> str:
    return NAMES.get(number, "")


def what(text: str) -> object:
    return meant(text, choices_of(NUMBERS, name_of), name_of)


def test_the_list_is_the_default_and_then_each_category_once() -> None:
    labels = [choice.label for choice in choices_of([3, 5, 3, -1], name_of)]
    assert labels == ["Default category", "Walks (3)", "Category 5", "Category -1"]
    assert [choice.number for choice in choices_of([3, 5], name_of)] == [None, 3, 5]
    assert [choice.label for choice in choices_of([], name_of)] == ["Default category"]


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("", "Category 4"),
        ("   ", "Category 4"),
        ("<b>x</b>", "<b>x</b> (4)"),
        ("two\nlines", "two lines (4)"),
        ("\ud800", "\ufffd (4)"),
        ("x" * 500, f"{'x' * 59}… (4)"),
        ("{number}", "{number} (4)"),
    ],
)
def test_any_name_makes_a_label(name: str, label: str) -> None:
    assert label_of(4, lambda _: name) == label


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5", 5),
        (" 5 ", 5),
        ("007", 7),
        ("77", 77),
        ("0", 0),
        ("-5", -5),
        ("2024", 2024),
        ("Walks (3)", 3),
        ("walks  (3)", 3),
        ("Category 5", 5),
        ("category 77", 77),
        ("Category -5", -5),
        ("Category 3", 3),
        ("Categories 3", UNKNOWN),
        ("2024 (12)", 12),
        ("Default category", None),
        ("default", None),
        ("d", None),
        ("Walks", 3),
        ("WALK", 3),
        ("mus", 9),
        ("evening", 8),
        ("sic", 9),
        ("alks", UNKNOWN),
        ("e", 8),
        ("twin", UNKNOWN),
        ("tw", UNKNOWN),
        ("Twin (21)", 21),
        ("", UNKNOWN),
        ("   ", UNKNOWN),
        ("nothing like it", UNKNOWN),
        ("4.5", UNKNOWN),
        ("1_0", UNKNOWN),
        ("1,000", UNKNOWN),
        ("9" * 5000, UNKNOWN),
        ("\ud800", UNKNOWN),
    ],
)
def test_what_a_text_stands_for(text: str, value: object) -> None:
    found = what(text)
    assert found == value
    assert type(found) is type(value)


@given(numbers=st.lists(strategies.integers, max_size=5), names=st.dictionaries(strategies.integers, st.text()))
def test_every_label_stands_for_its_own_category(numbers: list[int], names: dict[int, str]) -> None:
    def name(number: int) -> str:
        return names.get(number, "")

    choices = choices_of(numbers, name)
    assert len({choice.label for choice in choices}) == len(choices)
    for choice in choices:
        assert meant(choice.label, choices, name) == choice.number
    for number in (*names, 7):
        assert meant(str(number), choices, name) == number


@given(text=strategies.any_text, names=st.dictionaries(strategies.integers, strategies.any_text, max_size=4))
def test_any_text_over_any_names_is_a_category_or_none(text: str, names: dict[int, str]) -> None:
    found = meant(text, choices_of(names, lambda number: names[number]), lambda number: names.get(number, ""))
    assert found is None or found is UNKNOWN or type(found) is int
