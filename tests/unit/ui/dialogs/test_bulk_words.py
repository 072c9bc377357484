from __future__ import annotations

from collections.abc import Mapping

import pytest

from joip_desktop.domain.session import UNKNOWN, Session
from joip_desktop.engine.bulk import BulkPreview, BulkRow
from joip_desktop.ui.dialogs.bulk_words import accept_text, counts_text, row_texts

LOCKED = "Imported sessions keep their subreddits."


def preview(
    changed: int,
    unchanged: int = 0,
    left_out: Mapping[str, int] | None = None,
    notes: Mapping[str, int] | None = None,
    rows: int | None = None,
) -> BulkPreview:
    row = BulkRow(Session(id=1), {}, {})
    return BulkPreview(
        rows=[row] * (changed if rows is None else rows),
        changed=changed,
        unchanged=unchanged,
        left_out=left_out or {},
        notes=notes or {},
    )


@pytest.mark.parametrize(
    ("found", "text"),
    [
        (preview(1), "Changes 1 session."),
        (preview(0), "Changes nothing."),
        (preview(0, 3), "Changes nothing, leaves 3 as they are."),
        (
            preview(31, 9, {LOCKED: 5}),
            "Changes 31 sessions, leaves 9 as they are.\n5 are left out: Imported sessions keep their subreddits (5).",
        ),
        (
            preview(2, 1, {"The title is not known.": 1, LOCKED: 2000}),
            (
                "Changes 2 sessions, leaves 1 as it is.\n"
                "2,001 are left out: Imported sessions keep their subreddits (2,000). The title is not known (1)."
            ),
        ),
        (
            preview(1, left_out={f"Reason {number}.": 9 - number for number in range(8)}),
            (
                "Changes 1 session.\n44 are left out: Reason 0 (9). Reason 1 (8). Reason 2 (7). Reason 3 (6). "
                "Reason 4 (5). Reason 5 (4). 2 other reasons (5)."
            ),
        ),
        (
            preview(1, notes={"No subreddit is left.": 1}),
            "Changes 1 session.\nTo note: No subreddit is left (1).",
        ),
        (preview(1000, rows=200), "Changes 1,000 sessions.\nThe first 200 are shown."),
    ],
)
def test_counts(found: BulkPreview, text: str) -> None:
    assert counts_text(found) == text


@pytest.mark.parametrize(
    ("changed", "text"),
    [(None, "Change sessions…"), (0, "Change sessions…"), (1, "Change 1 session…"), (1200, "Change 1,200 sessions…")],
)
def test_the_button(changed: int | None, text: str) -> None:
    assert accept_text(changed) == text


SESSION = Session(id=1, title="A", subreddits=("earth",), interval_min=3, interval_max=9)


@pytest.mark.parametrize(
    ("row", "texts"),
    [
        (BulkRow(SESSION, {"title": "A"}, {"title": "B"}), ("“A”", "“B”")),
        (BulkRow(SESSION, {"subreddits": ("earth",)}, {"subreddits": ()}), ("earth", "none")),
        (
            BulkRow(SESSION, {"interval_min": 3, "interval_max": 9}, {"interval_min": 4, "interval_max": 10}),
            ("3 s to 9 s", "4 s to 10 s"),
        ),
        (BulkRow(SESSION, {"interval_max": 9}, {"interval_max": 60}), ("3 s to 9 s", "3 s to 60 s")),
        (
            BulkRow(Session(id=1, interval_min=UNKNOWN), {"interval_max": 9}, {"interval_max": 60}),
            ("unknown to 9 s", "unknown to 60 s"),
        ),
    ],
)
def test_before_and_after(row: BulkRow, texts: tuple[str, str]) -> None:
    assert row_texts(row) == texts
