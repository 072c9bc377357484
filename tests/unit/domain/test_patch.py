from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from joip_desktop.domain.patch import SessionPatch, is_sendable, to_body
from joip_desktop.domain.session import UNKNOWN, FieldValue, Values
from tests.helpers import page, strategies

_LEAST, _MOST = page.SECONDS


def is_accepted(name: str, value: object) -> bool:
    try:
        patch = SessionPatch.model_validate({name: value})
    except ValidationError:
        return False
    assert patch.values() == {name: value}
    return True


# --- what may be set --------------------------------------------------------------------------------------------------


@given(strategies.patches())
def test_valid_values_are_kept_as_given_and_no_other_field_comes_in(values: Values) -> None:
    patch = SessionPatch.model_validate(dict(values))
    assert patch.values() == values
    assert {name: type(value) for name, value in patch.values().items()} == {
        name: type(value) for name, value in values.items()
    }


@pytest.mark.parametrize("name", page.WIRE)
def test_every_field_is_optional_and_unknown_unless_given(name: str) -> None:
    patch = SessionPatch()
    assert getattr(patch, name) is UNKNOWN
    assert patch.values() == {}
    assert patch.to_wire() == {}


@pytest.mark.parametrize("name", page.INTERVALS)
@pytest.mark.parametrize("value", [_LEAST, _LEAST + 1, _MOST - 1, _MOST])
def test_seconds_are_accepted_up_to_the_edges(name: str, value: int) -> None:
    assert is_accepted(name, value)


@pytest.mark.parametrize("name", page.INTERVALS)
@pytest.mark.parametrize(
    "value", [_LEAST - 1, _MOST + 1, -_MOST, 10**400, 4.0, 4.5, "4", True, None, [4], float("nan")]
)
def test_other_seconds_are_refused(name: str, value: object) -> None:
    assert not is_accepted(name, value)


@pytest.mark.parametrize("value", [None, 1, 2, 2**31 - 1])
def test_categories_are_positive_numbers_or_the_default(value: object) -> None:
    assert is_accepted("category_id", value)


@pytest.mark.parametrize("value", [0, -1, 2**31, 10**400, True, "3", 3.0, "", []])
def test_other_categories_are_refused(value: object) -> None:
    assert not is_accepted("category_id", value)


@pytest.mark.parametrize(("name", "value"), [(name, value) for name in page.CHOICES for value in page.CHOICES[name]])
def test_every_choice_of_the_page_is_accepted(name: str, value: str) -> None:
    assert is_accepted(name, value)
    assert not is_accepted(name, value.upper())
    assert not is_accepted(name, f"{value} ")


@pytest.mark.parametrize("name", page.CHOICES)
@given(value=strategies.any_text | strategies.json_values)
def test_nothing_but_the_choices_is_accepted(name: str, value: object) -> None:
    assert is_accepted(name, value) is (isinstance(value, str) and value in page.CHOICES[name])


def test_a_choice_of_one_field_is_none_of_the_other() -> None:
    assert not is_accepted("transition", "joi")
    assert not is_accepted("caption_theme", "fade")


@pytest.mark.parametrize("name", page.FLAGS)
@given(value=strategies.json_values)
def test_flags_are_on_or_off_and_nothing_like_it(name: str, value: object) -> None:
    assert is_accepted(name, value) is (type(value) is bool)


@given(strategies.clean_text)
def test_a_title_needs_one_character_and_a_prompt_none(text: str) -> None:
    assert is_accepted("title", text) is (len(text) >= 1)
    assert is_accepted("ai_prompt", text)


@pytest.mark.parametrize("name", page.TEXTS)
@pytest.mark.parametrize("value", [None, 5, b"text", ["text"], "https://example.org/\ud83d"])
def test_text_fields_take_nothing_but_text_that_can_be_sent(name: str, value: object) -> None:
    assert not is_accepted(name, value)


@given(strategies.any_text)
def test_sendable_is_what_utf_8_can_say(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        assert not is_sendable(text)
    else:
        assert is_sendable(text)


@pytest.mark.parametrize(
    ("code", "expected"),
    [(0xD7FF, True), (0xD800, False), (0xDBFF, False), (0xDFFF, False), (0xE000, True), (0x1F600, True)],
)
def test_halves_of_surrogate_pairs_are_not_sendable(code: int, *, expected: bool) -> None:
    assert is_sendable(f"a{chr(code)}b") is expected


@pytest.mark.parametrize(
    "value",
    [
        "",
        "https://i.redd.it/thumb.jpg",
        "http://localhost:8000/thumb.jpg",
        "HTTPS://EXAMPLE.ORG",
        "https://[::1]/a.png",
        "https://example.org/ü.png?size=1&b=%20#top",
    ],
)
def test_web_addresses_and_nothing_are_thumbnails(value: str) -> None:
    assert is_accepted("thumbnail", value)


@pytest.mark.parametrize(
    "value",
    [
        " ",
        "thumb.jpg",
        "/thumb.jpg",
        "//i.redd.it/thumb.jpg",
        "ftp://example.org/a.png",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:image/png;base64,AAAA",
        "https:",
        "https://",
        "https:///thumb.jpg",
        "https://[",
        "https://example.org/a b.png",
        "https://example.org/a.png\n",
        "\thttps://example.org/a.png",
        "https://example.org/\x00",
        "https://example.org/\x7f",
        "https://example.org/\u2028",
    ],
)
def test_other_addresses_are_no_thumbnails(value: str) -> None:
    assert not is_accepted("thumbnail", value)


@given(st.lists(strategies.names, max_size=4).map(tuple))
def test_subreddit_names_are_accepted(names: tuple[str, ...]) -> None:
    assert is_accepted("subreddits", names)


@pytest.mark.parametrize("name", ["ab", "a" * 22, "0_", "u_profile", "A1"])
def test_subreddit_names_are_accepted_up_to_the_edges(name: str) -> None:
    assert is_accepted("subreddits", (name,))


@pytest.mark.parametrize(
    "name", ["", "a", "a" * 23, "_ab", "a-b", "a b", "a,b", "r/ab", "äb", "ab\n", "ab\ud83d", 12, None]
)
def test_what_is_no_subreddit_name_is_refused_among_others(name: object) -> None:
    assert not is_accepted("subreddits", (name,))
    assert not is_accepted("subreddits", ("earth", name))


@pytest.mark.parametrize("value", [None, "earth", ["earth"], {"earth"}, 5])
def test_subreddits_are_a_tuple(value: object) -> None:
    assert not is_accepted("subreddits", value)


@pytest.mark.parametrize("name", page.WIRE)
def test_unknown_is_no_value_to_set(name: str) -> None:
    assert not is_accepted(name, UNKNOWN)


@pytest.mark.parametrize("name", ["id", "is_imported", "updated_at", "extra", "intervalMin", "isPublic", ""])
def test_other_fields_and_names_are_refused(name: str) -> None:
    assert not is_accepted(name, 4)


def test_a_patch_is_frozen() -> None:
    patch = SessionPatch(title="A")
    with pytest.raises(ValidationError):
        patch.title = "B"  # type: ignore[misc]


# --- the body ---------------------------------------------------------------------------------------------------------


@given(strategies.patches())
def test_the_body_has_the_given_fields_under_the_names_of_the_page(values: Values) -> None:
    body = SessionPatch.model_validate(dict(values)).to_wire()
    assert body.keys() == {page.WIRE[name] for name in values}
    for name, value in values.items():
        expected = ",".join(value) if isinstance(value, tuple) else value
        assert body[page.WIRE[name]] == expected
        assert type(body[page.WIRE[name]]) is type(expected)


@given(strategies.patches())
def test_the_body_has_the_types_of_the_page(values: Values) -> None:
    numbers, flags = {page.WIRE[name] for name in page.INTERVALS}, {page.WIRE[name] for name in page.FLAGS}
    for wire, value in to_body(values).items():
        if wire == "categoryId":
            assert value is None or type(value) is int
        else:
            assert type(value) is (int if wire in numbers else bool if wire in flags else str)


@pytest.mark.parametrize(
    ("values", "body"),
    [
        ({"subreddits": ("joi", "femdom")}, {"subreddits": "joi,femdom"}),
        ({"subreddits": ("earth",)}, {"subreddits": "earth"}),
        ({"subreddits": ()}, {"subreddits": ""}),
        ({"category_id": None}, {"categoryId": None}),
        ({"thumbnail": ""}, {"thumbnail": ""}),
        ({"title": "A", "interval_min": 4, "interval_max": 12}, {"title": "A", "intervalMin": 4, "intervalMax": 12}),
        ({"is_favorite": False, "title": UNKNOWN}, {"isFavorite": False}),
    ],
)
def test_bodies(values: dict[str, FieldValue], body: dict[str, object]) -> None:
    assert to_body(values) == body


@given(st.lists(strategies.names, max_size=4))
def test_the_names_can_be_told_apart_in_the_body(names: list[str]) -> None:
    sent = to_body({"subreddits": tuple(names)})["subreddits"]
    assert isinstance(sent, str)
    assert set(sent) <= {*string.ascii_letters, *string.digits, "_", ","}
    assert (sent.split(",") if sent else []) == names
