from __future__ import annotations

from datetime import UTC, datetime

from joip_desktop.engine.notes import Note, Notes

AT = datetime(2026, 3, 1, tzinfo=UTC)


def test_notes_are_told_and_the_latest_are_kept() -> None:
    notes = Notes()
    told: list[None] = []
    notes.changed.add(told.append)
    notes.add([])
    assert told == []
    notes.add([Note(AT, number, "Something.") for number in range(600)])
    assert told == [None]
    assert [note.session_id for note in notes.all] == list(range(100, 600))
