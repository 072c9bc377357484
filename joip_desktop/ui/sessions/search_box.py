"""The search box: what is typed becomes a query at once, with suggestions, and with a word on what makes no sense."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QFocusEvent,
    QHideEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMoveEvent,
    QResizeEvent,
    QTextCharFormat,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from joip_desktop.domain.completion import Completion, Suggestion, Vocabulary, complete
from joip_desktop.domain.query import Fault, Query, parse
from joip_desktop.domain.query_scan import scan
from joip_desktop.domain.say import later, say, say_count
from joip_desktop.ui.icons import icon
from joip_desktop.ui.sessions.search_hints import SearchHints
from joip_desktop.ui.theme import LIGHT, Colours
from joip_desktop.ui.wording import plain_tooltip

_PATIENCE: Final = 600
"""Milliseconds without a key after which the term that is being typed is judged, too."""

_LONGEST: Final = 1_000
"""Characters."""

_NOTHING: Final = Completion(0, 0, ())
_HELP: Final = later(
    "Words of title and subreddits, and keys such as is:favorite, in:earth or updated:<7d. "
    "Ctrl+Space suggests what may come next."
)
_SAVE_HELP: Final = later("Keep this search in the sidebar (Ctrl+D)")
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchBox(QLineEdit):
    """Text in, `Query` out. It keeps the focus while suggestions are shown; they take the keys that are theirs.

    Down goes through them, Tab takes the one gone to or else the first, Enter the one gone to, Escape puts them away.
    Without suggestions, Down and Enter leave the box, and Escape empties and leaves it.
    """

    query_changed = Signal(object)
    """The `Query` of the text, at every change."""

    save_wanted = Signal(str)
    """The text is to be kept as a saved search; it is a search that makes sense."""

    explained = Signal(str)
    """Another sentence tells what is not understood; empty while all is well."""

    left = Signal()
    """The person goes to what was found."""

    def __init__(self, vocabulary: Callable[[], Vocabulary], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vocabulary = vocabulary
        self._colours = LIGHT
        self._query = Query()
        self._completion = _NOTHING
        self._offered_at = ("", 0)
        self._explanation = ""
        self._composing = False
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(_PATIENCE)
        self.setPlaceholderText(say("Search (Ctrl+F)"))
        self.setAccessibleName(say("Search"))
        self.setToolTip(plain_tooltip(say(_HELP)))
        self.setMaxLength(_LONGEST)
        self._sign = QAction(self)
        self.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)
        self.setClearButtonEnabled(True)
        self.save_action = QAction(say("Save this search"), self)
        self.save_action.setToolTip(plain_tooltip(say(_SAVE_HELP)))
        self.save_action.setVisible(False)
        self.addAction(self.save_action, QLineEdit.ActionPosition.TrailingPosition)
        self.hints = SearchHints(self)
        self.save_action.triggered.connect(self._save)
        self.hints.picked.connect(self._take)
        self.textEdited.connect(self._on_edited)
        self.textChanged.connect(self._on_text)
        self.cursorPositionChanged.connect(self._on_cursor)
        self.pause.timeout.connect(self._judge)
        self.set_colours(LIGHT)
        self._describe()

    # --- for others -------------------------------------------------------------------------------------------------

    @property
    def query(self) -> Query:
        """What the text asks for."""
        return self._query

    @property
    def explanation(self) -> str:
        """What is not understood; empty while all is well, or while it is still being typed."""
        return self._explanation

    def go_to(self) -> None:
        """Go to the box, with its text selected."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def edit(self, text: str) -> None:
        """Put in another text, to be changed there; undo brings back the former one."""
        self.selectAll()
        self.insert(text)
        self._put_away()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._judge()

    def empty(self) -> None:
        """Ask for nothing any more, without going there; undo brings back the text."""
        self.selectAll()
        self.insert("")
        self._put_away()

    def set_colours(self, colours: Colours) -> None:
        """Use the colours of another appearance."""
        self._colours = colours
        self._signs = icon("search", colours.muted), icon("warning", colours.error)
        self.hints.set_colours(colours)
        self.save_action.setIcon(icon("bookmark", colours.muted))
        self._show_sign()
        self._show_faults()

    # --- keys -------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keys that the window must not have while they mean something here; Tab never reaches `keyPressEvent`."""
        if isinstance(event, QKeyEvent):
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if event.type() == QEvent.Type.ShortcutOverride and (event.key() == Qt.Key.Key_Escape or _saves(event)):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and plain and event.key() == Qt.Key.Key_Tab:
                suggestion = self.hints.current or self.hints.first
                if suggestion is not None:
                    self._take(suggestion)
                    return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The suggestions' keys, the ways out, and everything else as in any line."""
        key, offering = event.key(), self.hints.is_offering
        if _saves(event):
            if self.save_action.isVisible():
                self._save()
            else:
                self._put_away()
                self._judge()  # a search that is not understood can't be kept; this says why
        elif _asks(event):
            self._offer(asked=True)
        elif key == Qt.Key.Key_Escape:
            self._escape()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and offering:
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in _ENTER and (suggestion := self.hints.current) is not None:
            self._take(suggestion)
        elif key in _ENTER or key == Qt.Key.Key_Down:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _escape(self) -> None:
        if self.hints.is_offering:
            self._put_away()
        elif self.hints.isVisible():
            self.hints.explain("")  # the text with the mistake is still there, to be put right
        else:
            self.empty()
            self._leave()

    def _leave(self) -> None:
        self._put_away()
        self.left.emit()

    def _save(self) -> None:
        self._put_away()
        self.save_wanted.emit(self.text().strip())

    # --- suggestions ------------------------------------------------------------------------------------------------

    def _offer(self, *, asked: bool = False) -> None:
        """Suggest what goes with what is typed; at the beginning of a term only when `asked`."""
        text = self.text()
        cursor = _characters(text, self.cursorPosition())
        self._offered_at = (text, self.cursorPosition())
        found = complete(text, cursor, self._vocabulary())
        begun = found.start < cursor or text[:cursor].endswith((":", ","))
        self._completion = found if begun or asked else _NOTHING
        self.hints.offer(self._completion.suggestions)

    def _put_away(self) -> None:
        was_offering = self.hints.is_offering
        self._completion = _NOTHING
        self.hints.offer(())
        if was_offering:
            self._show_faults()
        self._describe()

    def _step(self, by: int) -> None:
        self.hints.step(by)
        self._describe()

    def _take(self, suggestion: Suggestion) -> None:
        """Put in a suggestion; typing goes on behind it."""
        text, found = self.text(), self._completion
        start, end = _units(text[: found.start]), _units(text[: found.end])
        self.setSelection(start, end - start)
        self.insert(suggestion.text)  # which suggests what may follow

    # --- faults -----------------------------------------------------------------------------------------------------

    def _on_edited(self) -> None:
        self.pause.start()
        self._offer()

    def _on_text(self, text: str) -> None:
        self._query = parse(text)
        self.save_action.setVisible(not self._query.is_empty and not self._query.faults)
        self._show_faults()
        self.query_changed.emit(self._query)

    def _on_cursor(self) -> None:
        if self.hints.is_offering and self._offered_at != (self.text(), self.cursorPosition()):
            self._put_away()
        self._show_faults()

    def _judge(self) -> None:
        """Whatever is being typed, it has been long enough; but while something is suggested, it has only begun."""
        if self.hints.is_offering and self.hasFocus():
            return
        self.pause.stop()
        self._show_faults()

    def _faults(self) -> list[Fault]:
        """What is not understood, less the term that is still being typed."""
        if not (self.pause.isActive() or self.hints.is_offering):
            return list(self._query.faults)
        cursor = _characters(self.text(), self.cursorPosition())
        typed = [(piece.start, piece.end) for piece in scan(self.text()) if piece.start <= cursor <= piece.end]
        return [
            fault
            for fault in self._query.faults
            if not any(start <= fault.start and fault.end <= end for start, end in typed)
        ]

    def _show_faults(self) -> None:
        faults = self._faults()
        self._underline(faults)
        sentence = faults[0].sentence if faults else ""
        if len(faults) > 1:
            sentence = say_count(
                "{sentence} (1 of {n} mistake)", "{sentence} (1 of {n} mistakes)", len(faults), sentence=sentence
            )
        told = sentence if self.hasFocus() else ""
        self.hints.explain(told)
        if sentence != self._explanation:
            self._explanation = sentence
            self._show_sign()
            self._describe()
            self.explained.emit(sentence)

    def _underline(self, faults: list[Fault]) -> None:
        """Underline parts of the text.

        A QLineEdit has one way to draw some of its characters differently, which is meant for input methods: formats
        for positions relative to the cursor. It draws them wherever the text is scrolled to, and they are no edit. A
        text that is being composed must be left alone.
        """
        if self._composing:
            return
        text, cursor = self.text(), self.cursorPosition()
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        look.setUnderlineColor(QColor(self._colours.error))
        look.setForeground(QColor(self._colours.error))
        kind = QInputMethodEvent.AttributeType.TextFormat
        attributes = [
            QInputMethodEvent.Attribute(
                kind, _units(text[: fault.start]) - cursor, _units(text[fault.start : fault.end]), look
            )
            for fault in faults
        ]
        super().inputMethodEvent(QInputMethodEvent("", attributes))

    def _show_sign(self) -> None:
        """A magnifying glass, or a warning while something is not understood, also when the focus is elsewhere."""
        self._sign.setIcon(self._signs[bool(self._explanation)])
        told = plain_tooltip(self._explanation or say(_HELP))
        self._sign.setToolTip(told)
        self.setToolTip(told)

    def _describe(self) -> None:
        """Tell screen readers what appears below the box."""
        suggestion = self.hints.current
        spoken = "" if suggestion is None else ", ".join(filter(None, (suggestion.text, suggestion.help)))
        told = spoken or self._explanation or say(_HELP)
        self.setAccessibleDescription(told)  # or Qt takes the tooltip, tags and all

    # --- Qt's news --------------------------------------------------------------------------------------------------

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Text that is composed of several keys is not judged before it is there."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if not self._composing:
            self._show_faults()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Explain again what is not understood."""
        super().focusInEvent(event)
        self._show_faults()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing may lie over what the person goes to; what was typed is complete now."""
        super().focusOutEvent(event)
        self._put_away()
        self._judge()

    def hideEvent(self, event: QHideEvent) -> None:
        """Without the box there is nothing below it."""
        super().hideEvent(event)
        self.hints.hide()

    def moveEvent(self, event: QMoveEvent) -> None:
        """The hints come along."""
        super().moveEvent(event)
        self._keep_hints_below()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The hints come along."""
        super().resizeEvent(event)
        self._keep_hints_below()

    def _keep_hints_below(self) -> None:
        if self.hints.isVisible():
            self.hints.stay_below()


def _saves(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier


def _asks(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ControlModifier


def _units(text: str) -> int:
    """How many of Qt's characters a text has: those beyond the first 65,536 count twice."""
    return len(text) + sum(character > "\uffff" for character in text)


def _characters(text: str, units: int) -> int:
    """How many characters of the text make up that many of Qt's."""
    for count, character in enumerate(text):
        if units <= 0:
            return count
        units -= 2 if character > "\uffff" else 1
    return len(text)
