"""The plan before anything is sent: how many requests, how long, who is left out, what changes, what undo can't do."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from joip_desktop.domain.entry import Priority
from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.say import number, say, say_count
from joip_desktop.engine.consequences import consequences
from joip_desktop.engine.outbox import OutboxEvent
from joip_desktop.engine.plan import FieldPicture, Picture, Plan
from joip_desktop.engine.sender import Mood
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.discretion import HIDDEN, HIDDEN_VALUE, Discretion
from joip_desktop.ui.jobs.forecast import Forecast, Going
from joip_desktop.ui.jobs.plan_words import (
    going_text,
    left_out_text,
    reasons_text,
    time_text,
    values_lines,
    values_texts,
    warnings_of,
)
from joip_desktop.ui.jobs.views import ReadingTable
from joip_desktop.ui.labels import text_label
from joip_desktop.ui.theme import SPACE, Colours, without_icons
from joip_desktop.ui.wording import plain_tooltip, shortened, shown_text

_WIDTH: Final = 640
_TICK_MS: Final = 1000
_CELL_LENGTH: Final = 200
_TIP_LENGTH: Final = 1000
_ROWS: Final = 4
"""Fields that are always seen without scrolling."""
_CONTENTS: Final = QHeaderView.ResizeMode.ResizeToContents
_STRETCH: Final = QHeaderView.ResizeMode.Stretch
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PlanDialog(QDialog):
    """Shows a plan and asks whether to go on: `accepted` is the answer yes. Its numbers follow what waits meanwhile."""

    def __init__(
        self,
        plan: Plan,
        picture: Picture,
        *,
        workspace: Workspace,
        colours: Colours,
        discretion: Discretion | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._discretion = discretion or Discretion(self)
        self._values = _values_of(picture.fields)
        self._plan, self._picture = plan, picture
        self._workspace = workspace
        self._forecast = Forecast(plan, workspace.outbox)
        self._has_work = bool(plan.changes or plan.withdrawn)
        self._publishes = bool(consequences(picture.fields))
        self.setWindowTitle(say("Before anything is sent") if self._has_work else say("Nothing to send"))
        self._title = _heading(plan.title if self._has_work else say("There is nothing to change."))
        self._requests, self._standstill, self._left_out, self._skipped = (text_label() for _ in range(4))
        self.table = _table_of(picture.fields, self._values, self)
        self.buttons = QDialogButtonBox()
        self._layout = QVBoxLayout(self)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._show_requests)
        self._lay_out(_notices(warnings_of(plan, picture), colours))
        self._add_buttons()
        _put(self._left_out, left_out_text(plan))
        self._show_values()
        self._show_skipped()
        self._show_requests()
        self.resize(_WIDTH, self._layout.totalHeightForWidth(_WIDTH))
        stops = [
            workspace.changed.add(lambda _: self._show_requests()),
            workspace.outbox.changed.add(self._on_outbox),
        ]
        self._discretion.changed.connect(self._show_anew)
        self.finished.connect(lambda _: self._clock.stop())
        for over in (self.finished, self.destroyed):  # a window that is deleted takes its open dialogs along
            over.connect(lambda *_: [stop() for stop in stops])

    def _on_outbox(self, event: OutboxEvent) -> None:
        if event.opened is None:  # what a job is about is told before it waits
            # A change that goes on its way looks as before, so only its line tells; it can't be joined any more.
            self._forecast.look_again(event.sessions.union(line.session_id for line in event.lines))
        self._show_requests()

    def _show_anew(self) -> None:
        self._show_values()
        self._show_skipped()
        if self.isVisible():  # an answered one starts no clock
            self._show_requests()

    def _show_values(self) -> None:
        for cell in self._values:
            _show_value(cell, hidden=self._discretion.hides(cell.field))

    def _show_skipped(self) -> None:
        names = {
            reason: [self._discretion.session_name(self._workspace.library.get(one), one) for one in session_ids]
            for reason, session_ids in self._picture.skipped.items()
        }
        _put(self._skipped, reasons_text(self._picture.reasons, names))

    def _show_requests(self) -> None:
        """Say what is true now; a clock runs only while the passing of time makes a difference."""
        going = self._forecast.going
        takes_time = bool(going.sent or going.joined)
        seconds, ahead = self._time(going) if takes_time else (0.0, 0)
        told = [going_text(going), time_text(seconds, ahead)] if takes_time else [going_text(going)]
        _put(self._requests, "\n".join(told) if self._has_work else "")
        _put(self._standstill, self._standstill_text() if takes_time else "")
        if self.isVisible() and (needed := self._layout.totalMinimumHeightForWidth(self.width())) > self.height():
            self.resize(self.width(), needed)  # more is said than before
        if seconds < 1 or math.isinf(seconds):
            self._clock.stop()
        elif not self._clock.isActive():
            self._clock.start(_TICK_MS)

    def _time(self, going: Going) -> tuple[float, int]:
        """Seconds until the changes are sent, at the least, and how many requests wait that go before them."""
        outbox = self._workspace.outbox
        queued = outbox.waiting - outbox.sending
        if self._plan.priority is Priority.HAND:
            return self._workspace.seconds_for(1 - queued), 0  # it overtakes what waits
        return self._workspace.seconds_for(going.requests), queued - going.dropped

    def _standstill_text(self) -> str:
        sender = self._workspace.sender
        if sender.paused:
            return say("Sending is paused: the changes wait until you go on.")
        if sender.state.mood is not Mood.READY and sender.state.error is not None:
            sentence = self._discretion.error_text(sender.state.error.sentence)
            return f"{say('Nothing can be sent right now, so the changes wait.')} {shown_text(sentence)}"
        return ""

    # --- putting together -------------------------------------------------------------------------------------------

    def _add_buttons(self) -> None:
        if self._has_work:
            count = len(self._plan.changes) + len(self._plan.withdrawn)
            change = say_count("&Change {n} session", "&Change {n} sessions", count)
            go = self.buttons.addButton(change, QDialogButtonBox.ButtonRole.AcceptRole)
            stay = self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
            if self._publishes:  # so that Enter alone publishes or deletes nothing
                go.setAutoDefault(False)
                go = stay
        else:
            go = self.buttons.addButton(QDialogButtonBox.StandardButton.Close)
        without_icons(self.buttons)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        go.setDefault(True)  # not before the button is in the dialog, or Enter would cancel
        go.setFocus()

    def _lay_out(self, losses: Sequence[QLabel]) -> None:
        layout = self._layout
        layout.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, SPACE)
        layout.setSpacing(SPACE)
        for label in (self._title, self._requests, self._standstill, self._left_out, self._skipped):
            layout.addWidget(label)
        layout.addWidget(self.table, 100)  # the rest of the space is its own, as far as it has rows
        for label in losses:
            layout.addWidget(label)
        layout.addStretch(1)
        layout.addWidget(self.buttons)


def _put(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))


def _heading(text: str) -> QLabel:
    label = text_label(shown_text(text))
    font = label.font()
    font.setBold(True)
    font.setPointSizeF(font.pointSizeF() * 1.25)
    label.setFont(font)
    return label


def _notices(texts: Iterable[str], colours: Colours) -> list[QLabel]:
    labels = [text_label(text) for text in texts]
    for label in labels:
        label.setMargin(SPACE)
        label.setStyleSheet(f"background: {colours.banner}; color: {colours.on_banner}")
    return labels


@dataclass(frozen=True, slots=True)
class _Value:
    """A cell that shows a value, or what is to be said of several: in `text`, and in `lines` in full."""

    field: str
    text: str
    lines: Sequence[str]
    item: QStandardItem


def _values_of(fields: Iterable[FieldPicture]) -> list[_Value]:
    """Two for each field: now, and after."""
    return [
        _Value(
            one.field, shortened(text, _CELL_LENGTH), [shortened(line, _TIP_LENGTH) for line in lines], QStandardItem()
        )
        for one in fields
        for text, lines in zip(values_texts(one), values_lines(one), strict=True)
    ]


def _show_value(cell: _Value, *, hidden: bool) -> None:
    tip = plain_tooltip("\n".join(cell.lines)).replace("\n", "<br>")
    cell.item.setText(say(HIDDEN_VALUE) if hidden else cell.text)
    cell.item.setToolTip(say(HIDDEN) if hidden else tip)
    cell.item.setAccessibleDescription(say(HIDDEN) if hidden else ", ".join(cell.lines))  # some readers write it, too


def _table_of(fields: Sequence[FieldPicture], values: Sequence[_Value], parent: QWidget) -> ReadingTable:
    """Field by field, what the sessions that change have now and afterwards."""
    model = QStandardItemModel(parent)
    model.setHorizontalHeaderLabels([say("Field"), say("Now"), say("After"), say("Sessions")])
    model.horizontalHeaderItem(3).setTextAlignment(_RIGHT)
    for one, before, after in zip(fields, values[::2], values[1::2], strict=True):
        count = QStandardItem(number(one.sessions))
        count.setTextAlignment(_RIGHT)
        model.appendRow([QStandardItem(FIELDS[one.field].label), before.item, after.item, count])
    table = ReadingTable(model, name=say("What changes, field by field"), empty="")
    header = table.horizontalHeader()
    for column, mode in enumerate((_CONTENTS, _STRETCH, _STRETCH, _CONTENTS)):
        header.setSectionResizeMode(column, mode)
    around = header.sizeHint().height() + 2 * table.frameWidth()
    height = table.verticalHeader().defaultSectionSize()
    table.setMinimumHeight(around + min(len(fields), _ROWS) * height)
    table.setMaximumHeight(around + len(fields) * height)
    if not fields:
        table.hide()
    return table
