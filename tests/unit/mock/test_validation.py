"""The rules of PATCH, field by field."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import pytest

from joip_desktop.mock.demo_data import OWNER, rows
from joip_desktop.mock.errors import Refused
from joip_desktop.mock.validation import LOCKED, patch_fields, read_object

ROW: dict[str, Any] = next(rows(1, 1))
JSON = "application/json"


def refused(body: dict[str, Any], row: dict[str, Any] = ROW, user: str = OWNER) -> Refused:
    with pytest.raises(Refused) as told:
        patch_fields(row, body, user)
    return told.value


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({}, {}),
        ({"playCount": 3, "id": 9, "userId": "x", "isImported": True}, {}),
        ({"title": " "}, {"title": " "}),
        ({"title": "a\ud800b"}, {"title": "a\ufffdb"}),
        ({"title": "👩🏽‍🚀"}, {"title": "👩🏽‍🚀"}),
        ({"subreddits": "r/cats, tea"}, {"subreddits": ["cats", "tea"]}),
        ({"subreddits": ""}, {"subreddits": []}),
        ({"categoryId": None}, {"categoryId": None}),
        ({"categoryId": 9999}, {"categoryId": 9999}),
        ({"intervalMin": 4.0, "intervalMax": 60}, {"intervalMin": 4, "intervalMax": 60}),
        ({"intervalMin": 1}, {"intervalMin": 1}),
        ({"transition": "flip"}, {"transition": "flip"}),
        ({"captionTheme": "forced-bi", "aiPrompt": ""}, {"captionTheme": "forced-bi", "aiPrompt": ""}),
        ({"thumbnail": "https://i.redd.it/a.jpg"}, {"thumbnail": "https://i.redd.it/a.jpg"}),
        ({"thumbnail": "http://127.0.0.1:5/media/thumbnails/a-1.png"}, {"thumbnail": "/media/thumbnails/a-1.png"}),
        ({"isPublic": True, "isFavorite": False, "isManualMode": True, "shareToCommunity": True},) * 2,
    ],
)
def test_allowed(body: dict[str, Any], fields: dict[str, Any]) -> None:
    checked = patch_fields(ROW, body, OWNER)
    assert checked == fields
    assert {name: type(value) for name, value in checked.items()} == {name: type(fields[name]) for name in fields}


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("title", ["", None, 5, True, [], {}]),
        ("subreddits", [["cats"], None, 5]),
        ("categoryId", ["1", True, 1.5, 2**31, -(2**31)]),
        ("intervalMin", [0, 61, -1, 4.5, "4", True, None, float("inf"), 10**30]),
        ("intervalMax", [0, 61, None, False]),
        ("transition", ["dissolve", "", None, 1, "Fade", ["fade"]]),
        ("aiPrompt", [None, 1]),
        ("captionTheme", ["JOI", "", None, {}]),
        ("thumbnail", ["x", "/media/thumbnails/a-1.png", "ftp://a/b", None, "http://a b", "http://[::1"]),
        ("isPublic", [1, 0, "true", None]),
        ("shareToCommunity", ["false"]),
        ("isFavorite", [1]),
        ("isManualMode", [None]),
    ],
)
def test_not_allowed(field: str, values: list[Any]) -> None:
    for value in values:
        error = refused({field: value, "isFavorite" if field != "isFavorite" else "isPublic": True})
        assert error.status is HTTPStatus.BAD_REQUEST
        assert error.message.startswith("Invalid input: ")
        assert error.message.endswith(f"at '{field}'")
        assert [detail["path"] for detail in error.details] == [field]


def test_all_problems_are_told() -> None:
    error = refused({"title": "", "intervalMin": True})
    assert [detail["path"] for detail in error.details] == ["title", "intervalMin"]
    assert error.body() == {
        "error": "Bad Request",
        "message": "Invalid input: expected string to have at least 1 character at 'title'; "
        "expected integer, received boolean at 'intervalMin'",
        "details": list(error.details),
    }


def test_intervals_are_compared_after_merging() -> None:
    row = {**ROW, "intervalMin": 10, "intervalMax": 20}
    assert patch_fields(row, {"intervalMin": 20}, OWNER) == {"intervalMin": 20}
    assert "'intervalMin'" in refused({"intervalMin": 21}, row).message
    assert "'intervalMax'" in refused({"intervalMax": 9}, row).message
    assert "'intervalMin'" in refused({"intervalMin": 9, "intervalMax": 8}, row).message


def test_crossed_intervals_hinder_no_other_change() -> None:
    row = {**ROW, "intervalMin": 20, "intervalMax": 5}
    assert patch_fields(row, {"title": "x"}, OWNER) == {"title": "x"}
    refused({"intervalMin": 19}, row)
    assert patch_fields(row, {"intervalMin": 5}, OWNER) == {"intervalMin": 5}
    assert patch_fields({**row, "intervalMin": None}, {"intervalMax": 1}, OWNER) == {"intervalMax": 1}


def test_imported_sessions_keep_three_fields() -> None:
    row = {**ROW, "isImported": True}
    same = {"subreddits": ",".join(row["subreddits"]), "captionTheme": row["captionTheme"], "aiPrompt": "x"}
    for name in LOCKED:
        error = refused({name: same[name], "title": "x"}, row)
        assert (error.status, error.message) == (
            HTTPStatus.BAD_REQUEST,
            f"{name} cannot be modified for imported sessions.",
        )
    assert refused(same, row).message.startswith("subreddits, captionTheme and aiPrompt cannot")
    assert patch_fields(row, {"title": "x", "thumbnail": ""}, OWNER)["title"] == "x"


def test_an_empty_thumbnail_is_generated_from_the_subreddits() -> None:
    kept = patch_fields({**ROW, "subreddits": ["tea"]}, {"thumbnail": ""}, OWNER)["thumbnail"]
    assert kept.startswith("/media/thumbnails/tea-")
    new = patch_fields({**ROW, "subreddits": ["tea"]}, {"thumbnail": "", "subreddits": "cats"}, OWNER)["thumbnail"]
    assert new.startswith("/media/thumbnails/cats-")
    nothing: object
    for nothing in ([], None, "odd"):
        assert patch_fields({**ROW, "subreddits": nothing}, {"thumbnail": ""}, OWNER) == {"thumbnail": None}


def test_only_the_owner() -> None:
    assert refused({"title": ""}, user="user_other").status is HTTPStatus.FORBIDDEN


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"3",
        b'"x"',
        b"\xff\xfe",
        b'{"a": NaN}',
        b"[" * 100_000,
        b'{"a": ' + b"9" * 5000 + b"}",
    ],
)
def test_bodies_that_are_no_objects(body: bytes) -> None:
    with pytest.raises(Refused) as told:
        read_object(body, JSON)
    assert told.value.status is HTTPStatus.BAD_REQUEST


def test_bodies() -> None:
    assert read_object(b'{"a": 1}', "Application/JSON; charset=utf-8") == {"a": 1}
    for other in ("", "text/plain", "application/x-www-form-urlencoded"):
        with pytest.raises(Refused, match="application/json"):
            read_object(b"{}", other)
