"""The form of several sessions: what they have in common, and edits meant for all of them at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.say import say, say_count
from joip_desktop.domain.selection import Mixed, Same
from joip_desktop.domain.session import FieldValue
from joip_desktop.engine.library import LibraryEvent
from joip_desktop.engine.several import Several, SeveralDraft
from joip_desktop.engine.several_drafts import keeping_own
from joip_desktop.engine.slices import AT_ONCE, Work, at_once, first_slice, give_up_unless, in_slices
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.dialogs.bulk_words import OPERATIONS
from joip_desktop.ui.discretion import Discretion
from joip_desktop.ui.editor.form import LINES
from joip_desktop.ui.editor.several_row import SeveralRow
from joip_desktop.ui.editor.several_words import (
    COUNTING,
    Offer,
    change_offer,
    not_counted,
    row_states,
    selected_text,
    star_offers,
    stars_text,
    value_lines,
)
from joip_desktop.ui.editor.side_by_side import place
from joip_desktop.ui.editor.surroundings import Surroundings
from joip_desktop.ui.labels import text_label
from joip_desktop.ui.tasks import Tasks
from joip_desktop.ui.theme import LIGHT, SPACE, Colours
from joip_desktop.ui.wording import about

_VALUES: Final = 10
"""Different values that are told before the rest is only counted."""


class SeveralForm(QWidget):
    """Shows several sessions and takes edits into one draft for all; sending them is for the window to do.

    What becomes of the edits when others are selected is for `SeveralDrafts` to say; they outlive the window.
    """

    favourite_wanted = Signal(bool)

    apply_wanted = Signal()
    """The ticked values of `draft` are to be given to all `session_ids`; `revert` when that is on its way."""

    operation_wanted = Signal(str)
    """One of the names of `OPERATIONS`."""

    def __init__(
        self,
        workspace: Workspace,
        parent: QWidget | None = None,
        *,
        tasks: Tasks | None = None,
        discretion: Discretion | None = None,
        surroundings: Surroundings | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks
        self._discretion = discretion or Discretion(self)
        self._colours = LIGHT
        self._session_ids: Sequence[int] = ()
        self._several = Several(workspace.library.get)
        self._counted_on: Several | None = None
        """What is being counted in the background."""
        self._is_counted = False
        """Whether all sessions have been counted once; news of very many are then counted behind what is shown."""
        self._draft = SeveralDraft(self._several)
        self._own: Mapping[str, int] = {}
        """By ticked field, how many of the sessions keep an unsaved edit of their own, as it is told."""
        self._count = text_label()
        font = self._count.font()
        font.setBold(True)
        self._count.setFont(font)
        self._stars = text_label()
        self.favourite_button = _button()
        self.unfavourite_button = _button()
        self.rows: Mapping[str, SeveralRow] = {
            name: SeveralRow(spec, surroundings=surroundings, discretion=self._discretion)
            for name, spec in FIELDS.items()
        }
        self._lines: list[tuple[QBoxLayout, Sequence[SeveralRow]]] = []
        self.apply_button = _button()
        self.revert_button = _button(say("Revert"))
        self.more_button = _button(say("More changes"))
        self.more_menu = QMenu(self.more_button)
        self._lay_out()
        self._connect()
        self._stop_listening = [
            workspace.library.changed.add(self._on_library),
            workspace.drafts.changed.add(lambda _: self._on_drafts()),
        ]

    def close_listening(self) -> None:
        """Listen to the engine no longer."""
        for stop in self._stop_listening:
            stop()

    @property
    def draft(self) -> SeveralDraft:
        """The edits meant for all of the sessions."""
        return self._draft

    @property
    def session_ids(self) -> Sequence[int]:
        """The sessions that are shown."""
        return self._session_ids

    def show_sessions(self, session_ids: Sequence[int]) -> None:
        """Show what these sessions have in common; of very many, that takes a moment to be counted."""
        ids = tuple(session_ids)
        if ids == self._session_ids:
            return
        for row in self.rows.values():
            row.editor.finish()
        self._session_ids = ids
        self._several = Several(self._workspace.library.get, ids)
        self._draft = SeveralDraft(self._several)
        self._is_counted = False
        if not ids:
            return
        self._draft = self._workspace.drafts.several.open(ids, self._several)
        for row in self.rows.values():
            row.editor.forget()
        self._count_them()
        self._show()

    def applying(self) -> Callable[[], None]:
        """Returns what is to be called when the edits, as they are now, are kept safe as changes, whatever is shown."""
        draft, applied = self._draft, self._workspace.drafts.several.applying(self._draft)

        def done() -> None:
            applied()
            if draft is self._draft and not draft.is_dirty:
                self.revert()

        return done

    def revert(self) -> None:
        """Forget all edits."""
        for row in self.rows.values():
            row.editor.forget()
        self._draft.revert()
        self._show()

    def set_colours(self, colours: Colours) -> None:
        """Use the colours of another appearance."""
        self._colours = colours
        for row in self.rows.values():
            row.set_colours(colours)
        self._show()

    # --- counting ---------------------------------------------------------------------------------------------------

    def _count_them(self) -> None:
        several = self._several
        if self._counted_on is several:
            return  # what is new is counted along
        work = several.counting()
        if self._tasks is None or len(self._session_ids) <= AT_ONCE:
            at_once(work)
        else:
            first_slice(work)
            if several.is_counting:
                self._counted_on = several
                self._tasks.spawn(self._count_on(several, work), name="count what sessions have in common")
                return
        self._is_counted = True

    async def _count_on(self, several: Several, work: Work[None]) -> None:
        await in_slices(give_up_unless(work, lambda: self._several is several))
        if self._several is several:
            self._counted_on = None
            self._is_counted = True
            self._show()

    def _on_library(self, event: LibraryEvent) -> None:
        if self._session_ids and self._several.update(event.changed):
            if self._several.is_counting:
                self._count_them()
            self._show()

    def _on_drafts(self) -> None:
        if self._session_ids and self._is_counted and self._own_edits() != self._own:
            self._show()

    def _own_edits(self) -> Mapping[str, int]:
        edited, draft = self._workspace.drafts.edited, self._draft
        return {name: keeping_own(self._several, draft, edited(name), name) for name in draft.values()}

    # --- showing ----------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        if not self._session_ids:
            return
        if not self._is_counted:
            self._show_counting()
            return
        self._count.setText(selected_text(self._several.count))
        self._stars.setText(stars_text(self._several))
        buttons = (self.favourite_button, self.unfavourite_button)
        for button, offer in zip(buttons, star_offers(self._several), strict=True):
            self._offer(button, offer)
        self._own = self._own_edits()
        for name, state in row_states(self._several, self._draft, self._own):
            row = self.rows[name]
            row.set_sessions(None if state.missing else self._session_ids[0])
            row.show_state(state)
        self._offer(self.apply_button, change_offer(self._several, self._draft))
        self.revert_button.setEnabled(self._draft.is_dirty)
        self._arrange()

    def _show_counting(self) -> None:
        self._count.setText(selected_text(len(self._session_ids)))
        self._stars.setText(say(COUNTING))
        for row in self.rows.values():
            row.set_sessions(None)
            row.show_state(not_counted())
        for button in (self.favourite_button, self.unfavourite_button, self.apply_button, self.revert_button):
            button.setEnabled(False)

    def _offer(self, button: QPushButton, offer: Offer) -> None:
        button.setText(offer.text)
        button.setEnabled(offer.requests > 0)
        effort = say_count("{n} request", "{n} requests", offer.requests)
        seconds = self._workspace.seconds_for(offer.requests)
        button.setToolTip(say("{effort}, {time}", effort=effort, time=about(seconds)) if seconds >= 1 else effort)

    # --- what the person does ---------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.favourite_button.clicked.connect(lambda: self.favourite_wanted.emit(True))
        self.unfavourite_button.clicked.connect(lambda: self.favourite_wanted.emit(False))
        for row in self.rows.values():
            row.edited.connect(self._on_edited)
            row.ticked.connect(self._on_ticked)
            row.reverted.connect(self._on_reverted)
            row.values_wanted.connect(self._on_values_wanted)
        self.apply_button.clicked.connect(self.apply_wanted)
        self.revert_button.clicked.connect(self.revert)
        self._discretion.changed.connect(self._show)
        for name, words in OPERATIONS.items():
            action = self.more_menu.addAction(say(words.menu))
            action.triggered.connect(lambda _=False, name=name: self.operation_wanted.emit(name))
        self.more_button.setMenu(self.more_menu)

    def _on_edited(self, name: str, value: FieldValue) -> None:
        common = self._several.common(name)
        if isinstance(common, Same) and self.rows[name].editor.shows(common.value):
            value = common.value  # typed back, in as far as it can be typed
        self._draft.set(name, value)
        self._show()

    def _on_ticked(self, name: str, ticked: bool) -> None:
        self._draft.set_takes_part(name, ticked)
        self._show()

    def _on_reverted(self, name: str) -> None:
        self.rows[name].editor.forget()
        self._draft.revert(name)
        self._show()

    def _on_values_wanted(self, name: str) -> None:
        several = self._several
        work = several.ranking(name, _VALUES)
        if self._tasks is None or several.count <= AT_ONCE:
            self._show_values(name, at_once(work))
        else:
            self._tasks.spawn(self._rank(several, name, work), name="rank the values of a field")

    async def _rank(self, several: Several, name: str, work: Work[Sequence[tuple[FieldValue, int]]]) -> None:
        ranking = await in_slices(give_up_unless(work, lambda: self._several is several))
        if ranking is not None and self._several is several:
            self._show_values(name, ranking)

    def _show_values(self, name: str, ranking: Sequence[tuple[FieldValue, int]]) -> None:
        if not self._discretion.hides(name):
            common = self._several.common(name)
            different = len(common.counts) if isinstance(common, Mixed) else len(ranking)
            self.rows[name].show_values(value_lines(name, ranking), different - len(ranking))

    # --- looks ------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fields that stand side by side go below each other where there is too little room for their names."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        room = self.width() - 4 * SPACE - self._scroll.verticalScrollBar().sizeHint().width()
        for line, rows in self._lines:
            place(line, [row.needed_width for row in rows], room, equal=True)

    def _lay_out(self) -> None:
        fields = QWidget()
        column = QVBoxLayout(fields)
        column.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        column.setSpacing(SPACE)
        for widget in (self._stars, self.favourite_button, self.unfavourite_button):
            column.addWidget(widget)
        column.addSpacing(SPACE)
        for names in LINES:
            line = QHBoxLayout()
            line.setSpacing(SPACE)
            rows = [self.rows[name] for name in names]
            for row in rows:
                line.addWidget(row, 1, Qt.AlignmentFlag.AlignTop)
            self._lines.append((line, rows))
            column.addLayout(line)
        column.addStretch(1)
        scroll = self._scroll = QScrollArea()
        scroll.setWidget(fields)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        heading = QHBoxLayout()
        heading.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, 0)
        heading.addWidget(self._count)
        others = QHBoxLayout()
        others.setSpacing(SPACE)
        others.addWidget(self.revert_button, 2)
        others.addWidget(self.more_button, 3)
        buttons = QVBoxLayout()
        buttons.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        buttons.setSpacing(SPACE)
        buttons.addWidget(self.apply_button)
        buttons.addLayout(others)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(heading)
        outer.addWidget(scroll, 1)
        outer.addLayout(buttons)


def _button(text: str = "") -> QPushButton:
    """A button that does not make the form wide."""
    button = QPushButton(text)
    button.setSizePolicy(QSizePolicy.Policy.Ignored, button.sizePolicy().verticalPolicy())
    return button
