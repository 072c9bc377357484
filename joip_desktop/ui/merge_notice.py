"""The notice that something was changed elsewhere beside what waits here."""

from __future__ import annotations

from joip_desktop.engine.notes import Notes
from joip_desktop.ui.notices import Notices
from joip_desktop.ui.wording import merged_text


class MergeNotice:
    """Says so once, with the number of sessions, until it is dismissed."""

    def __init__(self, notes: Notes, notices: Notices) -> None:
        self._notes = notes
        self._notices = notices
        self._said = ""
        self.close_listening = notes.changed.add(lambda _: self._say())
        """Call it to listen to the engine no longer."""

    def _say(self) -> None:
        self._notices.take_back(self._said)
        self._said = merged_text(len({note.session_id for note in self._notes.all}))
        self._notices.add(self._said)
