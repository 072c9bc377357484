"""The form of one session: every field of the PATCH page over the session's draft."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from joip_desktop.domain.draft import Draft
from joip_desktop.domain.entry import HELD
from joip_desktop.domain.fields import FIELDS, uses_prompt
from joip_desktop.domain.rules import Problem, lock_reason, oddities
from joip_desktop.domain.say import say, say_count
from joip_desktop.domain.session import FieldValue
from joip_desktop.engine.library import LibraryEvent
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.discretion import Discretion
from joip_desktop.ui.editor.failure_box import FailureBox
from joip_desktop.ui.editor.field_row import FieldRow
from joip_desktop.ui.editor.heading import Heading
from joip_desktop.ui.editor.preview import TransitionPreview
from joip_desktop.ui.editor.side_by_side import place
from joip_desktop.ui.editor.surroundings import Surroundings
from joip_desktop.ui.editor.undo_keys import UndoKeys
from joip_desktop.ui.theme import LIGHT, SPACE, Colours
from joip_desktop.ui.values import value_text
from joip_desktop.ui.wording import shortened, shown_text

if TYPE_CHECKING:
    from joip_desktop.ui.editor.interval_slider import IntervalSlider

_INTERVAL = ("interval_min", "interval_max")
_LOOK = ("transition", "caption_theme")
LINES = (
    ("title",),
    ("subreddits",),
    ("category_id",),
    _INTERVAL,
    _LOOK,
    ("ai_prompt",),
    ("thumbnail",),
    ("is_favorite", "is_public"),
    ("is_manual_mode", "share_to_community"),
)
"""Which fields stand on which line."""

_PICTURE = QSize(240, 135)
"""The picture of the preview at its largest."""

_HEADING_LENGTH = 120
"""About three lines, so that a long title leaves room for the fields."""

_FORMER_LENGTH = 80


class SessionForm(QWidget):
    """Shows the draft of one session and takes edits into it; saving and retrying are for the window to do."""

    save_wanted = Signal()
    review_wanted = Signal()
    revert_wanted = Signal()
    retry_wanted = Signal()
    discard_wanted = Signal()
    resolve_wanted = Signal()

    def __init__(
        self,
        workspace: Workspace,
        parent: QWidget | None = None,
        *,
        discretion: Discretion | None = None,
        surroundings: Surroundings | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._discretion = discretion or Discretion(self)
        self._surroundings = surroundings or Surroundings()
        self._session_id: int | None = None
        self._colours = LIGHT
        self._heading = Heading(self._discretion)
        self.rows: Mapping[str, FieldRow] = {
            name: FieldRow(spec, discretion=self._discretion, surroundings=self._surroundings)
            for name, spec in FIELDS.items()
        }
        self._slider: IntervalSlider | None = None
        self._slider_room = QVBoxLayout()
        self.preview = TransitionPreview(discretion=self._discretion, less_motion=self._surroundings.less_motion)
        self.save_button = QPushButton(say("Save"))
        self.review_button = QPushButton(say("Review…"))
        self.revert_button = QPushButton(say("Revert"))
        self._failure = FailureBox(self._discretion)
        self._lines: list[tuple[QBoxLayout, Sequence[FieldRow]]] = []
        self._buttons = QHBoxLayout()
        self._scroll = QScrollArea()
        self._lay_out()
        self._undo_keys = UndoKeys(self)
        self._undo_keys.watch(self)
        for row in self.rows.values():
            row.edited.connect(self._on_edited)
            row.reverted.connect(self._on_reverted)
        if self._surroundings.pictures is not None:
            self._surroundings.pictures.changed.connect(self._on_pictures)
        self.save_button.clicked.connect(self.save_wanted)
        self.review_button.clicked.connect(self.review_wanted)
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
            for row in self.rows.values():
                row.editor.finish()
            self.forget_typing()
        self._session_id = session_id
        self._show()

    @property
    def slider(self) -> IntervalSlider:
        """The interval as a bar with two ends; made when it is needed first, since what it is made of loads slowly."""
        if self._slider is None:
            from joip_desktop.ui.editor.interval_slider import IntervalSlider  # noqa: PLC0415 - 0.15 s

            self._slider = IntervalSlider()
            self._slider.edited.connect(self._on_slid)
            self._slider_room.addWidget(self._slider)
            stops = [self.rows[_INTERVAL[-1]].editor.focus_widget, *self._slider.ends]
            for one, following in pairwise(stops):
                QWidget.setTabOrder(one, following)
        return self._slider

    def go_to(self, name: str) -> None:
        """Put the keyboard into a field, and the field into sight."""
        if (row := self.rows.get(name)) is not None:
            row.editor.focus_widget.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(row)

    def settle(self, session_id: int) -> None:
        """The edits of a session have been saved: undo in its fields goes no further back, but where they go on."""
        draft = self._workspace.drafts.get(session_id)
        if session_id == self._session_id and draft is not None:
            for name, row in self.rows.items():
                if name not in draft.edits:
                    row.editor.settle()

    def forget_typing(self) -> None:
        """Drop half-typed text of all fields, before their values are shown anew."""
        for row in self.rows.values():
            row.editor.forget()
        if self._slider is not None:
            self._slider.let_go()

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
        former = draft.changed_meanwhile
        self._heading.show_name(_heading(draft), draft.base.id)
        for name, row in self.rows.items():
            lock = lock_reason(draft.base, name)
            edited = name in draft.edits
            # What is odd in a value quotes it. What is wrong with a new one does not.
            quiet = edited or self._discretion.hides(name)
            notes = [lock] if lock else [] if quiet else odd.get(name, [])
            if name in former:
                notes = [*notes, self._told_as_changed(name, former[name])]
            row.set_session(draft.base.id)
            row.set_locked(lock is not None)
            row.show_field(
                draft.value(name),
                edited=edited,
                problems=problems.get(name, []),
                notes=notes,
            )
        self._show_pace(draft)
        self._show_prompt(draft)
        self._show_buttons(draft, valid=not problems)
        held = [entry for entry in self._workspace.outbox.entries(draft.base.id) if entry.state in HELD]
        self._failure.show_entry(held[0] if held else None)
        self._arrange()

    def _told_as_changed(self, name: str, former: FieldValue) -> str:
        """That somebody else gave an edited field another value, and what it was when the edit began."""
        if self._discretion.hides(name):
            return say("Changed elsewhere meanwhile.")
        was = shortened(value_text(name, former), _FORMER_LENGTH)
        return say("Changed elsewhere meanwhile; it was {value}.", value=was)

    def _show_pace(self, draft: Draft) -> None:
        """Interval and transition as a picture of what they mean."""
        lowest, highest = draft.value("interval_min"), draft.value("interval_max")
        self.slider.show_values(lowest, highest)
        self.preview.show_pace(draft.value("transition"), lowest, highest)
        self._show_picture()

    def _show_picture(self) -> None:
        pictures = self._surroundings.pictures
        draft = None if self._session_id is None else self._workspace.drafts.get(self._session_id)
        url = None if draft is None else draft.base.thumbnail
        if pictures is None or not isinstance(url, str) or not url:
            self.preview.show_picture(None)
            return
        self.preview.show_picture(pictures.pixmap(url, _PICTURE, self.devicePixelRatioF()))

    def _on_pictures(self, urls: Collection[str]) -> None:
        session = None if self._session_id is None else self._workspace.library.get(self._session_id)
        if session is not None and session.thumbnail in urls:
            self._show_picture()

    def _show_prompt(self, draft: Draft) -> None:
        """The prompt belongs to one theme; with another it is there only if somebody has written one, or is at it.

        Whether somebody has is not to be seen in discreet mode.
        """
        prompt, row = draft.value("ai_prompt"), self.rows["ai_prompt"]
        written = "ai_prompt" in draft.edits or (isinstance(prompt, str) and bool(prompt))
        at_it = row.editor.focus_widget.hasFocus()  # an emptied one does not go from under the person's hands
        row.setVisible(uses_prompt(draft.value("caption_theme")) or written or at_it or self._discretion.on)

    def _show_buttons(self, draft: Draft, *, valid: bool) -> None:
        count = len(draft.edits)
        self.save_button.setText(say_count("Save {n} field", "Save {n} fields", count) if count else say("Save"))
        self.save_button.setEnabled(draft.is_dirty and valid)
        self.review_button.setEnabled(draft.is_dirty)
        self.revert_button.setEnabled(draft.is_dirty)

    def _on_edited(self, name: str, value: object) -> None:
        draft = None if self._session_id is None else self._workspace.drafts.get(self._session_id)
        if draft is not None:
            stored = draft.base.value(name)
            wanted = stored if self.rows[name].editor.shows(stored) else value
            self._workspace.drafts.edit(draft.base.id, name, wanted)  # type: ignore[arg-type]  # editors emit field values

    def _on_slid(self, name: str, value: int) -> None:
        if self._session_id is not None:
            self._workspace.drafts.edit(self._session_id, name, value)

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fields and buttons that stand side by side go below each other where there is too little room for them."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        room = self.width() - 4 * SPACE
        beside_bar = room - self._scroll.verticalScrollBar().sizeHint().width()
        for line, rows in self._lines:
            place(line, [row.needed_width for row in rows], beside_bar, equal=True)
        buttons = (self.save_button, self.review_button, self.revert_button)
        place(self._buttons, [button.sizeHint().width() for button in buttons], room)
        self._failure.arrange(room)

    def _lay_out(self) -> None:
        fields = QWidget()
        column = QVBoxLayout(fields)
        column.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        column.setSpacing(SPACE + 2)
        for names in LINES:
            line = QHBoxLayout()
            line.setSpacing(SPACE)
            for name in names:
                # The columns are equally wide, whatever the labels are.
                policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
                self.rows[name].setSizePolicy(policy)
                line.addWidget(self.rows[name], 1, Qt.AlignmentFlag.AlignTop)
            self._lines.append((line, [self.rows[name] for name in names]))
            column.addLayout(line)
            if names == _INTERVAL:
                self._slider_room.setContentsMargins(0, 0, self.rows[names[-1]].revert_width(), 0)
                column.addLayout(self._slider_room)
            elif names == _LOOK:
                self.preview.setMaximumWidth(_PICTURE.width())
                shelf = QHBoxLayout()  # where it gets the height that its words need in its width
                shelf.addWidget(self.preview, 1)
                shelf.addStretch(0)
                column.addLayout(shelf)
        column.addStretch(1)
        scroll = self._scroll
        scroll.setWidget(fields)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        buttons = self._buttons
        buttons.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        buttons.setSpacing(SPACE)
        buttons.addWidget(self.save_button, 1)
        buttons.addWidget(self.review_button)
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


def _by_field(problems: Sequence[Problem]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for problem in problems:
        found.setdefault(problem.field, []).append(problem.sentence)
    return found


def _heading(draft: Draft) -> str:
    title = draft.base.title
    named = shown_text(title).strip() if isinstance(title, str) else ""
    return shortened(named, _HEADING_LENGTH) or say("Session {id}", id=str(draft.base.id))
