from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.fields import FIELDS, FieldKind
from joip_desktop.domain.patch import SessionPatch
from joip_desktop.domain.rules import check_values
from joip_desktop.domain.session import WIRE_NAMES
from tests.helpers import page, strategies
from tests.helpers.wording import assert_sentence

NUMBERS = [name for name, spec in FIELDS.items() if spec.kind is FieldKind.NUMBER]
SITE_LABELS = {
    "joi": "JOI / Edging",
    "forced-bi": "Forced-Bi",
    "beta": "Bully / Simp",
    "cbt": "Pain / CBT",
    "cuckold": "Cuckold",
    "custom": "Custom Prompt",
}


def is_allowed(name: str, value: object) -> bool:
    return not check_values({name: value})  # type: ignore[dict-item]  # odd ones, too


def test_the_fields_are_those_of_the_page_under_its_names() -> None:
    assert {name: spec.wire for name, spec in FIELDS.items()} == page.WIRE
    assert all(spec.name == name for name, spec in FIELDS.items())


def test_every_field_is_one_of_the_patch_and_of_the_session() -> None:
    assert FIELDS.keys() == SessionPatch.model_fields.keys()
    assert FIELDS.keys() <= WIRE_NAMES.keys()


def test_the_table_is_read_only() -> None:
    with pytest.raises(TypeError):
        FIELDS["title"] = FIELDS["thumbnail"]  # type: ignore[index]


@pytest.mark.parametrize("name", FIELDS)
def test_the_kind_fits_the_type_of_the_page(name: str) -> None:
    expected = {
        "title": FieldKind.TEXT,
        "subreddits": FieldKind.NAMES,
        "ai_prompt": FieldKind.PROSE,
        "thumbnail": FieldKind.ADDRESS,
        **dict.fromkeys(("category_id", *page.INTERVALS), FieldKind.NUMBER),
        **dict.fromkeys(page.CHOICES, FieldKind.CHOICE),
        **dict.fromkeys(page.FLAGS, FieldKind.FLAG),
    }
    assert FIELDS[name].kind is expected[name]


@pytest.mark.parametrize("name", NUMBERS)
def test_the_range_is_what_the_model_enforces(name: str) -> None:
    spec = FIELDS[name]
    assert spec.minimum is not None
    assert spec.maximum is not None
    assert is_allowed(name, spec.minimum)
    assert is_allowed(name, spec.maximum)
    assert not is_allowed(name, spec.minimum - 1)
    assert not is_allowed(name, spec.maximum + 1)


@pytest.mark.parametrize("name", page.INTERVALS)
def test_the_intervals_have_the_range_of_the_page(name: str) -> None:
    spec = FIELDS[name]
    assert (spec.minimum, spec.maximum, spec.unit) == (*page.SECONDS, "seconds")


@pytest.mark.parametrize("name", [name for name in FIELDS if name not in NUMBERS])
def test_only_numbers_have_a_range(name: str) -> None:
    assert (FIELDS[name].minimum, FIELDS[name].maximum) == (None, None)


@pytest.mark.parametrize("name", FIELDS)
def test_the_choices_are_those_of_the_page(name: str) -> None:
    assert tuple(choice.value for choice in FIELDS[name].choices) == page.CHOICES.get(name, ())


@pytest.mark.parametrize("name", page.CHOICES)
@given(data=st.data())
def test_the_choices_are_what_the_model_enforces(name: str, data: st.DataObject) -> None:
    listed = [choice.value for choice in FIELDS[name].choices]
    value = data.draw(st.sampled_from(listed) | strategies.any_text)
    assert is_allowed(name, value) is (value in listed)


@pytest.mark.parametrize("name", FIELDS)
def test_nullable_is_what_the_model_enforces(name: str) -> None:
    assert FIELDS[name].nullable is is_allowed(name, None)


def test_only_the_category_can_be_null() -> None:
    assert [name for name, spec in FIELDS.items() if spec.nullable] == ["category_id"]


def test_the_locks_are_those_of_the_page() -> None:
    locked = {name for name, spec in FIELDS.items() if spec.locked_when_imported}
    assert locked == set(page.LOCKED_WHEN_IMPORTED)


def test_what_the_server_makes_anew_cannot_be_undone_exactly() -> None:
    assert {name for name, spec in FIELDS.items() if not spec.undoable} == {"thumbnail", "share_to_community"}


@pytest.mark.parametrize("name", FIELDS)
def test_words_are_fit_to_be_shown(name: str) -> None:
    spec = FIELDS[name]
    assert_sentence(spec.help)
    assert spec.label == spec.label.strip()
    assert spec.label[0].isupper()
    labels = [choice.label for choice in spec.choices]
    assert len(set(labels)) == len(labels)


def test_no_two_fields_have_the_same_label() -> None:
    assert len({spec.label for spec in FIELDS.values()}) == len(FIELDS)


@pytest.mark.parametrize(("value", "label"), SITE_LABELS.items())
def test_themes_are_called_as_on_the_site(value: str, label: str) -> None:
    assert FIELDS["caption_theme"].choice_label(value) == label


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize("value", ["", "wipe", "FADE"])
def test_an_unknown_choice_is_called_as_it_is(name: str, value: str) -> None:
    assert FIELDS[name].choice_label(value) == value
