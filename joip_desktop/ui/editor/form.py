"""The form of one session: every field of the PATCH page over the session's draft."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from joip_desktop.domain.draft import Draft
from joip_desktop.domain.entry import HELD, Entry, State
from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.rules import Problem, lock_reason, oddities
from joip_desktop.engine.library import LibraryEvent
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.discretion import Discretion
from joip_desktop.ui.editor.field_row import FieldRow
from joip_desktop.ui.editor.heading import Heading
from joip_desktop.ui.labels import text_label
from joip_desktop.ui.theme import LIGHT, SPACE, Colours
from joip_desktop.ui.wording import shortened, shown_text

_LINES = (
    ("title",),
    ("subreddits",),
    ("category_id",),
    ("interval_min", "interval_max"),
    ("transition", "caption_theme"),
    ("ai_prompt",),
    ("thumbnail",),
    ("is_favorite", "is_public"),
    ("is_manual_mode", "share_to_community"),
)
"""Which fields stand on which line."""

_HEADING_LENGTH = 120
"""About three lines, so that a long title leaves room for the fields."""


class SessionForm(QWidget):
    """Shows the draft of one session and takes edits into it; saving and retrying are for the window to do."""

    save_wanted = Signal()
    revert_wanted = Signal()
    retry_wanted = Signal()
    discard_wanted = Signal()
    resolve_wanted = Signal()

    def __init__(
        self, workspace: Workspace, parent: QWidget | None = None, *, discretion: Discretion | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._discretion = discretion or Discretion(self)
        self._session_id: int | None = None
        self._colours = LIGHT
        self._heading = Heading(self._discretion)
        self.rows: Mapping[str, FieldRow] = {
            name: FieldRow(spec, discretion=self._discretion) for name, spec in FIELDS.items()
        }
        self.save_button = QPushButton("Save")
        self.revert_button = QPushButton("Revert")
        self._failure = _FailureBox(self._discretion)
        self._scroll = QScrollArea()
        self._lay_out()
        for row in self.rows.values():
            row.edited.connect(self._on_edited)
            row.reverted.connect(self._on_reverted)
        self.save_button.clicked.connect(self.save_wanted)
        self.revert_button.clicked.connect(self.revert_wanted)
        self._failure.retry.clicked.connect(self.retry_wanted)
        self._failure.resolve.clicked.connect(self.resolve_wanted)
        self._failure.discard.clicked.connect(self.discard_wanted)
        self._discretion.changed.connect(self._show)
        self._stop_listening = [
            workspace.library.changed.add(self._on_library),
            workspace.drafts.changed.add(self._on_drafts),
        ]

    def close_listening(self) -> None:
        """Listen to the engine no longer."""
        for stop in self._stop_listening:
            stop()

    @property
    def session_id(self) -> int | None:
        """The session that is shown."""
        return self._session_id

    def show_session(self, session_id: int | None) -> None:
        """Show another session, or none."""
        if session_id != self._session_id:
            self.forget_typing()
        self._session_id = session_id
        self._show()

    def go_to(self, name: str) -> None:
        """Put the keyboard into a field, and the field into sight."""
        if (row := self.rows.get(name)) is not None:
            row.editor.focus_widget.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(row)

    def forget_typing(self) -> None:
        """Drop half-typed text of all fields, before their values are shown anew."""
        for row in self.rows.values():
            row.editor.forget()

    def set_colours(self, colours: Colours) -> None:
        """Use the colours of another appearance."""
        self._colours = colours
        for row in self.rows.values():
            row.set_colours(colours)
        self._failure.set_colours(colours)
        self._show()

    # --- showing ----------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        draft = None if self._session_id is None else self._workspace.drafts.get(self._session_id)
        if draft is None:
            return
        problems = _by_field(draft.problems())
        odd = _by_field(oddities(draft.base))
        self._heading.show_name(_heading(draft), draft.base.id)
        for name, row in self.rows.items():
            lock = lock_reason(draft.base, name)
            edited = name in draft.edits
            # What is odd in a value quotes it. What is wrong with a new one does not.
            quiet = edited or self._discretion.hides(name)
            row.set_session(draft.base.id)
            row.set_locked(lock is not None)
            row.show_field(
                draft.value(name),
                edited=edited,
                problems=problems.get(name, []),
                notes=[lock] if lock else [] if quiet else odd.get(name, []),
            )
        count = len(draft.edits)
        self.save_button.setText(f"Save {count} field{'' if count == 1 else 's'}" if count else "Save")
        self.save_button.setEnabled(draft.is_dirty and not problems)
        self.revert_button.setEnabled(draft.is_dirty)
        held = [entry for entry in self._workspace.outbox.entries(draft.base.id) if entry.state in HELD]
        self._failure.show_entry(held[0] if held else None)

    def _on_edited(self, name: str, value: object) -> None:
        draft = None if self._session_id is None else self._workspace.drafts.get(self._session_id)
        if draft is not None:
            stored = draft.base.value(name)
            wanted = stored if self.rows[name].editor.shows(stored) else value
            self._workspace.drafts.edit(draft.base.id, name, wanted)  # type: ignore[arg-type]  # editors emit field values

    def _on_reverted(self, name: str) -> None:
        if self._session_id is not None:
            self.rows[name].editor.forget()
            self._workspace.drafts.revert(self._session_id, name)

    def _on_library(self, event: LibraryEvent) -> None:
        if self._session_id in event.changed:
            self._show()

    def _on_drafts(self, session_ids: frozenset[int]) -> None:
        if self._session_id in session_ids:
            self._show()

    # --- looks ------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        fields = QWidget()
        column = QVBoxLayout(fields)
        column.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        column.setSpacing(SPACE + 2)
        for names in _LINES:
            line = QHBoxLayout()
            line.setSpacing(SPACE)
            for name in names:
                # The columns are equally wide, whatever the labels are.
                policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
                self.rows[name].setSizePolicy(policy)
                line.addWidget(self.rows[name], 1, Qt.AlignmentFlag.AlignTop)
            column.addLayout(line)
        column.addStretch(1)
        scroll = self._scroll
        scroll.setWidget(fields)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        buttons.setSpacing(SPACE)
        buttons.addWidget(self.save_button, 1)
        buttons.addWidget(self.revert_button)
        heading = QHBoxLayout()
        heading.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, 0)
        heading.addWidget(self._heading)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(heading)
        outer.addWidget(self._failure)
        outer.addWidget(scroll, 1)
        outer.addLayout(buttons)


class _FailureBox(QWidget):
    """Says why the session's change is held, with the ways on."""

    def __init__(self, discretion: Discretion) -> None:
        super().__init__()
        self._discretion = discretion
        self._label = text_label()
        self.retry = QPushButton("Try again")
        self.resolve = QPushButton("Choose…")
        self.discard = QPushButton("Give up the change")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, 0)
        layout.addWidget(self._label)
        buttons = QHBoxLayout()
        for button in (self.retry, self.resolve, self.discard):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        self.hide()

    def show_entry(self, entry: Entry | None) -> None:
        """Show why an entry is held, or hide the box."""
        error = None if entry is None else entry.error
        self.setVisible(error is not None)
        if entry is not None and error is not None:
            failed = entry.state is State.FAILED
            sentence = self._discretion.error_text(error.sentence) if failed else error.sentence
            self._label.setText(f"Not saved. {sentence} {error.next_step}".rstrip())
            self.retry.setVisible(failed)
            self.resolve.setVisible(not failed)

    def set_colours(self, colours: Colours) -> None:
        """Use the colours of another appearance."""
        self._label.setStyleSheet(f"color: {colours.error}")


def _by_field(problems: Sequence[Problem]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for problem in problems:
        found.setdefault(problem.field, []).append(problem.sentence)
    return found


def _heading(draft: Draft) -> str:
    title = draft.base.title
    named = shown_text(title).strip() if isinstance(title, str) else ""
    return shortened(named, _HEADING_LENGTH) or f"Session {draft.base.id}"
