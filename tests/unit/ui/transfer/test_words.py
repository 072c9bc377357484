from __future__ import annotations

from joip_desktop.domain.changes import Change
from joip_desktop.engine.transfer.dry_run import DryRun, Finding, Verdict
from joip_desktop.ui.transfer import words

CHANGE = Change(session_id=1, patch={"title": "New", "interval_max": 9}, before={"title": "Old", "interval_max": 4})
FINDING = Finding(3, Verdict.CHANGE, 1, change=CHANGE, moved=("title",))


def test_what_a_row_would_change_is_told_field_by_field_with_what_has_moved_since() -> None:
    assert words.details(FINDING, lambda _: False) == [
        "Title: “Old” → “New” (changed since the export, too)",
        "Longest interval: 4 s → 9 s",
    ]


def test_hidden_fields_are_hidden_before_and_after() -> None:
    told = words.details(FINDING, lambda field: field == "title")
    assert told[0] == "Title: hidden → hidden (changed since the export, too)"


def test_rows_without_a_change_tell_their_problems() -> None:
    assert words.details(Finding(3, Verdict.INVALID, problems=("One.", "Two.")), lambda _: False) == ("One.", "Two.")


def test_the_counts_are_told_in_order_without_those_of_which_there_are_none() -> None:
    found = DryRun()
    assert words.counts_text(found) == "There is no row in this file."
    for verdict in (Verdict.UNCHANGED, Verdict.CHANGE, Verdict.UNCHANGED, Verdict.UNKNOWN):
        found.add(Finding(2, verdict))
    assert (
        words.counts_text(found)
        == "1 row changes something, 1 row is for a session that is not in your list, 2 rows are unchanged."
    )
    assert list(found.noteworthy) == [1, 3]


def test_the_button_says_what_it_does() -> None:
    assert [words.agree_text(count) for count in (0, 1, 2)] == [
        "Nothing to change",
        "&Plan 1 change…",
        "&Plan 2 changes…",
    ]


def test_a_file_that_can_not_be_read_is_told_in_words() -> None:
    assert words.unreadable_text("x.csv", FileNotFoundError(2, "No such file")) == "The file x.csv no longer exists."
    assert words.unreadable_text("x.csv", PermissionError(13, "no")) == "You are not allowed to read the file x.csv."
    assert words.unreadable_text("x.csv", OSError(5, "Input/output error")) == (
        "The file x.csv can't be read (Input/output error)."
    )
