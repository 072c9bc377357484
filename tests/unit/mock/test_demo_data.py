"""The demo's sessions."""

from __future__ import annotations

from itertools import pairwise

from joip_desktop.mock.demo_cases import CASES
from joip_desktop.mock.demo_data import FOREIGN_COUNT, OWNER, rows
from joip_desktop.mock.demo_words import THEMES, TRANSITIONS
from joip_desktop.mock.thumbnails import PATH


def test_the_same_seed_gives_the_same_data() -> None:
    assert list(rows(200, 7)) == list(rows(200, 7))
    assert list(rows(200, 7)) != list(rows(200, 8))


def test_counts_and_owners() -> None:
    for count in (0, 3, 300):
        drawn = list(rows(count, 1))
        assert [row["id"] for row in drawn] == list(range(1, count + FOREIGN_COUNT + 1))
        assert [row["userId"] == OWNER for row in drawn] == [True] * count + [False] * FOREIGN_COUNT


def test_no_title_comes_twice() -> None:
    titles = [row["title"] for row in rows(40_000, 1)]
    assert all(titles)
    assert len(set(titles)) == len(titles)


def test_the_first_rows_show_every_case() -> None:
    first = list(rows(300, 1))[: len(CASES)]

    def some(name: str, value: object) -> bool:
        return any(row[name] == value for row in first)

    assert some("isImported", True)
    assert some("importSource", "json-upload")
    assert some("subreddits", [])
    assert some("categoryId", 9999)
    assert some("categoryId", None)
    assert some("title", "<b>Maps & Charts</b>")
    assert some("captionTheme", "custom")
    assert some("isManualMode", True)
    assert some("isPublic", True)
    assert some("shareToCommunity", True)
    assert some("transition", "dissolve")
    assert some("intervalMin", None)
    assert some("thumbnail", None)
    assert any(row.get("playCount") == 12 for row in first)
    assert any(len(row["title"]) > 200 for row in first)
    assert any("\u0600" <= row["title"][0] <= "\u06ff" for row in first)
    assert any("\u0590" <= row["title"][0] <= "\u05ff" for row in first)
    assert any("🐈" in row["title"] for row in first)
    assert any((row["intervalMin"] or 0) > row["intervalMax"] for row in first)
    assert any(row["aiPrompt"] for row in first)


def test_the_drawn_rows_are_plausible() -> None:
    drawn = list(rows(4000, 1))[len(CASES) : 4000]
    for row in drawn:
        assert 1 <= row["intervalMin"] <= row["intervalMax"] <= 60
        assert row["transition"] in TRANSITIONS
        assert row["captionTheme"] in THEMES
        assert row["categoryId"] in {None, 1, 2, 3, 4, 5}
        assert len(row["subreddits"]) <= 6
        assert len(set(row["subreddits"])) == len(row["subreddits"])
        assert PATH.fullmatch(row["thumbnail"])
        assert (row["importSource"] is not None) == row["isImported"]
        assert row["createdAt"] <= row["updatedAt"]
        assert len(row["createdAt"]) == len("2025-03-02T10:00:00.000Z")
    share = {name: sum(row[name] for row in drawn) / len(drawn) for name in ("isFavorite", "isImported")}
    assert 0.2 < share["isFavorite"] < 0.3
    assert 0.08 < share["isImported"] < 0.16
    assert all(one["createdAt"] <= two["createdAt"] for one, two in pairwise(drawn))
    assert drawn[0]["createdAt"][:4] == "2024"
    assert drawn[-1]["createdAt"][:4] == "2026"
