"""The editor that lies over a cell of the table: the form's editors in a compact frame, and what is wrong below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QRegion, QShowEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from joip_desktop.domain.draft import Draft
from joip_desktop.domain.fields import FIELDS, FieldKind
from joip_desktop.domain.say import say
from joip_desktop.domain.session import FieldValue, Session, Values
from joip_desktop.ui.editor.binding import make_cell_editor
from joip_desktop.ui.editor.widgets import FieldEditor
from joip_desktop.ui.theme import SPACE, Colours

_DIGITS: Final = 7
"""As many as most numbers of categories have; those of seconds have two."""

_LONGEST: Final = 320
"""The width of an explanation at most."""

_ENDS: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Finish(Enum):
    """How an editor ends."""

    SAVE = auto()
    CANCEL = auto()
    NEXT = auto()
    """Saved, and the next cell of the row is to be edited."""

    PREVIOUS = auto()


class CellEditor(QWidget):
    """Edits the fields of one cell. It ends with Enter, Tab, Esc or when the keyboard goes elsewhere.

    What breaks a rule does not end it, except by Esc: it stays where it is, with what was typed, and says what is
    wrong. The frame may be wider than the cell; what is outside of frame and explanation belongs to the table.
    """

    finished = Signal(QWidget, object)
    """This editor, and its `Finish`. Nothing is wrong then, unless it is CANCEL."""

    def __init__(self, session: Session, fields: Sequence[str], colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self._viewport = parent
        self._draft = Draft(session)
        self._colours = colours
        self._done = False
        self._was_left = False
        self._cell = QRect()
        self._frame = _Frame(self)
        self._why = QLabel(self)
        self._why.setTextFormat(Qt.TextFormat.PlainText)
        self._why.setWordWrap(True)
        self._why.setContentsMargins(SPACE, SPACE // 2, SPACE, SPACE // 2)
        self._why.hide()
        self.editors: Mapping[str, FieldEditor] = {name: make_cell_editor(FIELDS[name]) for name in fields}
        self._lay_out()
        for name, editor in self.editors.items():
            editor.show_value(session.value(name))
            editor.edited.connect(self._on_edited)
        self.setFocusProxy(next(iter(self._stops()), self._first))
        self._popup: _Popup | None = None
        if isinstance(self._first, QComboBox):
            self._popup = _Popup(self._first, self)
            self._popup.closed.connect(self._on_popup_closed)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]  # there is one
        self._show_problems()

    # --- for the delegate -------------------------------------------------------------------------------------------

    @property
    def session_id(self) -> int:
        """Whose fields these are."""
        return self._draft.base.id

    @property
    def has_problems(self) -> bool:
        """Whether what is in it can't be saved."""
        return bool(self._draft.problems())

    @property
    def has_keyboard(self) -> bool:
        """Whether what is typed goes into it."""
        focus = QApplication.focusWidget()
        return focus is not None and _is_within(focus, self)

    def rebase(self, session: Session) -> None:
        """Go on over a newer state of the session: fields that were not touched show it."""
        self._draft.rebase(session)
        for name, editor in self.editors.items():
            if name not in self._draft.edits:
                editor.show_value(session.value(name))
        self._show_problems()

    def take(self) -> Values:
        """What is to be saved: the fields that differ from the session's, once; nothing if they break a rule."""
        if self._done or self.has_problems:
            return {}
        self._done = True
        return dict(self._draft.edits)

    def place(self, cell: QRect) -> None:
        """Lie over `cell`, a rectangle of the parent, at its least."""
        room = self._viewport.rect()
        hint = self._frame.sizeHint()
        frame = QRect(cell.topLeft(), QSize(max(cell.width(), hint.width()), max(cell.height(), hint.height())))
        frame.moveTop(cell.center().y() - frame.height() // 2)
        if (over := frame.right() - room.right()) > 0:
            frame.moveLeft(max(min(cell.left(), 0), cell.right() + 1 - frame.width(), frame.left() - over))
        why = self._why_below(frame, room)
        whole = frame if why.isNull() else frame.united(why)
        self.setGeometry(whole)
        self._cell = cell.translated(-whole.topLeft())
        self._frame.setGeometry(frame.translated(-whole.topLeft()))
        mask = QRegion(self._frame.geometry())
        if not why.isNull():
            self._why.setGeometry(why.translated(-whole.topLeft()))
            mask += self._why.geometry()
        self.setMask(mask)

    # --- ends -------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the fields is no click on the rows below."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the field itself has no use for: Enter and Esc."""
        if event.key() in _ENDS:
            self._finish(Finish.SAVE)
        elif event.key() == Qt.Key.Key_Escape:
            self._finish(Finish.CANCEL)
        event.accept()  # nothing of it is for the table

    def event(self, event: QEvent) -> bool:
        """While somebody types, no key is a shortcut of the window that the field would take or that ends it."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
            if plain and (event.text() or event.key() in _ENDS):
                event.accept()
                return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name
        """Tab goes through the fields, and behind the last one to the next cell."""
        stops = self._stops()
        current = QApplication.focusWidget()
        at = stops.index(current) + (1 if forward else -1) if current in stops else 0
        if 0 <= at < len(stops):
            stops[at].setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        else:
            self._finish(Finish.NEXT if forward else Finish.PREVIOUS)
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """Numbers are replaced by what is typed; texts are selected by the table itself."""
        super().showEvent(event)
        if isinstance(self._first, QAbstractSpinBox):
            self._first.selectAll()
        if self._popup is not None:
            self._popup.open_soon()

    def _finish(self, finish: Finish) -> None:
        if self._done or (finish is not Finish.CANCEL and self.has_problems):
            return
        if finish is Finish.CANCEL:
            self._done = True
        self.finished.emit(self, finish)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """The keyboard has gone elsewhere in our windows; another program's window is no reason to end."""
        inside = new is not None and _is_within(new, self)
        if inside:
            self._was_left = False
        elif new is not None and not self._was_left:
            self._was_left = True
            self._finish(Finish.SAVE)

    def _on_popup_closed(self) -> None:
        self._finish(Finish.SAVE)

    # --- what is in it ----------------------------------------------------------------------------------------------

    @property
    def _first(self) -> QWidget:
        return next(iter(self.editors.values())).focus_widget

    def _stops(self) -> list[QWidget]:
        """Where the keyboard can be, in the order of Tab."""
        inside = self._frame.findChildren(QWidget)
        return [one for one in inside if one.focusPolicy() & Qt.FocusPolicy.TabFocus and _is_free(one, self._frame)]

    def _on_edited(self, value: object) -> None:
        editor = self.sender()
        if isinstance(editor, FieldEditor):
            name = editor.spec.name
            stored = self._draft.base.value(name)
            wanted: FieldValue = stored if editor.shows(stored) else value  # type: ignore[assignment]  # editors emit field values
            self._draft.set(name, wanted)
            self._show_problems()

    def _show_problems(self) -> None:
        problems = self._draft.problems()
        why = "\n".join(problem.sentence for problem in problems)
        wrong = {problem.field for problem in problems}
        for name, editor in self.editors.items():
            editor.focus_widget.setAccessibleDescription(why if name in wrong else FIELDS[name].help)
        self._frame.set_border(self._colours.error if problems else self._colours.pending, 2)
        if why != self._why.text():
            self._why.setText(why)
            self._why.setVisible(bool(why))
            if not self._cell.isNull():
                self.place(self._cell.translated(self.pos()))
            self.update()

    # --- looks ------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of the explanation."""
        super().paintEvent(event)
        if self._why.isHidden():
            return
        painter = QPainter(self)
        painter.setBrush(QColor(self._colours.window))
        painter.setPen(QPen(QColor(self._colours.error), 1))
        painter.drawRect(self._why.geometry().adjusted(0, 0, -1, -1))
        painter.end()

    def _why_below(self, frame: QRect, room: QRect) -> QRect:
        """The place of the explanation: below the frame, or above it where there is no room below."""
        if not self._why.text():
            return QRect()
        margins = self._why.contentsMargins()
        metrics = self._why.fontMetrics()
        widest = max(min(_LONGEST, room.width()) - margins.left() - margins.right(), 1)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        text = metrics.boundingRect(QRect(0, 0, widest, 10_000), flags, self._why.text())
        why = QRect(QPoint(), text.size().grownBy(margins) + QSize(2, 0))
        why.moveTopLeft(frame.bottomLeft() + QPoint(0, 1))
        if why.bottom() > room.bottom() and frame.top() - why.height() >= room.top():
            why.moveBottom(frame.top() - 1)
        if (over := why.right() - room.right()) > 0:
            why.moveLeft(max(why.left() - over, min(frame.left(), 0)))
        return why

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self._frame)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(SPACE // 2)
        for place, (name, editor) in enumerate(self.editors.items()):
            if place:
                layout.addWidget(QLabel("–"))
            spec = FIELDS[name]
            layout.addWidget(editor, 1 if spec.kind in (FieldKind.TEXT, FieldKind.CHOICE) else 0)
            field = editor.focus_widget
            if isinstance(field, QLineEdit | QAbstractSpinBox):
                field.setFrame(False)
            if isinstance(field, QAbstractSpinBox):
                digits = len(str(spec.maximum)) if spec.unit else _DIGITS
                text = field.fontMetrics().horizontalAdvance("0" * (digits + 1))
                field.setFixedWidth(text + 4 * SPACE)
        if any(FIELDS[name].unit for name in self.editors):
            layout.addWidget(QLabel(say("s")))
            layout.addSpacing(SPACE // 2)
        why = self._why.palette()
        why.setColor(QPalette.ColorRole.WindowText, QColor(self._colours.error))
        self._why.setPalette(why)


class _Frame(QWidget):
    """A box with a border, which says whether all is well."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._border = QPen()

    def set_border(self, colour: str, width: int) -> None:
        """Draw the border in this colour."""
        self._border = QPen(QColor(colour), width)
        self._border.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._border)
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()


class _Popup(QObject):
    """Opens the list of a combo box without being asked, and tells when it is closed."""

    closed = Signal()

    def __init__(self, box: QComboBox, parent: QObject) -> None:
        super().__init__(parent)
        self._box = box
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._open)
        self._after = QTimer(self, singleShot=True, interval=0)  # by then the box has told what was chosen
        self._after.timeout.connect(self.closed)
        box.view().window().installEventFilter(self)

    def open_soon(self) -> None:
        """Open it when the table has finished with the editor."""
        self._timer.start()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Hide:
            self._after.start()
        return False

    def _open(self) -> None:
        self._box.showPopup()


def _is_free(widget: QWidget, frame: QWidget) -> bool:
    """Whether it takes the keyboard itself."""
    return widget.focusProxy() is None and widget.isEnabledTo(frame) and widget.isVisibleTo(frame)


def _is_within(widget: QWidget, ancestor: QWidget) -> bool:
    """Also in a window that belongs to it, such as the list of a combo box."""
    found: QWidget | None = widget
    while found is not None and found is not ancestor:
        found = found.parentWidget()
    return found is not None
