"""Subreddits as chips: what is typed or pasted becomes one chip for each name, as addresses do in a mail program."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from joip_desktop.domain.fields import FieldSpec
from joip_desktop.domain.say import say, say_count
from joip_desktop.domain.session import UNKNOWN, FieldValue
from joip_desktop.domain.subreddits import clean, finished, is_beginning, is_name, suggest
from joip_desktop.ui.editor.chip import Chip, RemoveButton
from joip_desktop.ui.editor.chip_field import ChipField, NameLine
from joip_desktop.ui.editor.name_hints import NameHints
from joip_desktop.ui.editor.widgets import NOT_KNOWN, FieldEditor, look_locked
from joip_desktop.ui.wording import shown_text

_MOST_CHIPS: Final = 100
"""Names beyond these are kept, and counted behind the chips; no session has as many, but a server may say so."""

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ChipsEditor(FieldEditor):
    """Names as chips, with a line behind them; a chip that is being edited is in the line, at its place.

    `edited` carries all names with every change, words that are none included, so that the rules can name them. The
    word in the line counts, too, but not while it is only the beginning of a name ("e", "r/", half an address): that
    is no mistake until the line is left. Names that are shown are kept as they are until they are edited themselves.
    """

    def __init__(
        self, spec: FieldSpec, parent: QWidget | None = None, *, suggestions: Callable[[], Sequence[str]] = tuple
    ) -> None:
        self._suggestions = suggestions
        self._chips: list[Chip] = []
        self._spare: list[Chip] = []
        """Chips that are not shown now; making them anew takes longer than all else."""
        self._rest: list[str] = []
        """The names that have no chip."""
        self._at = 0
        """The chip in front of which the line is."""
        self._taken: str | None = None
        """The name that was taken into the line to be edited."""
        self._before = ""
        """The text of the line before it was edited."""
        self._told: tuple[str, ...] = ()
        self._locked = False
        self._line = NameLine()
        super().__init__(spec, self._line, parent)
        self._layout.removeWidget(self._line)
        self._field = ChipField(self._line)
        self._layout.addWidget(self._field)
        self._more = QLabel(self._field.canvas)
        self._more.hide()
        self._more.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._hints = NameHints(self._line)
        self._hints.picked.connect(self._take_hint)
        self._line.textEdited.connect(self._on_text)
        self._line.key_pressed.connect(self._on_key)
        self._line.override_asked.connect(self._on_override)
        self._line.tab_pressed.connect(self._on_tab)
        self._line.focus_changed.connect(self._on_focus)
        self._arrange()

    # --- for others -------------------------------------------------------------------------------------------------

    @property
    def chips(self) -> Sequence[Chip]:
        """The chips, in their order."""
        return tuple(self._chips)

    @property
    def hints(self) -> NameHints:
        """The suggestions."""
        return self._hints

    @property
    def names(self) -> tuple[str, ...]:
        """What the field stands for now: the chips, and the word in the line where it counts."""
        return tuple(self._all(self._typed()))

    def show_value(self, value: FieldValue) -> None:
        """Show the names; while they are there already, chips and line are left alone."""
        names = value if isinstance(value, tuple) else ()
        self._line.setPlaceholderText(say(NOT_KNOWN) if value is UNKNOWN else "" if names else say("none"))
        if self.names != names:
            if self._taken is not None or not is_beginning(self._line.text()):
                self._put_line("")
            self._taken = None
            self._put(0, names, instead=len(self._chips) + len(self._rest))
        self._told = names

    def shows(self, value: FieldValue) -> bool:
        """No names look alike, whether the session has none or nobody knows."""
        return self.names == (value if isinstance(value, tuple) else ())

    def finish(self) -> None:
        """The beginning of a name is a word now, right or wrong."""
        if not self._locked:
            self._settle()

    def forget(self) -> None:
        """Start without chips, and with an empty line."""
        self._taken = None
        self._put_line("")
        self._put(0, (), instead=len(self._chips) + len(self._rest))
        self._told = ()

    def set_locked(self, locked: bool) -> None:
        """Locked chips can be walked over and copied from."""
        self._line.setReadOnly(locked)
        look_locked(self._field, locked)
        if locked != self._locked:
            self._locked = locked
            self._hints.offer(())
            for chip in self._chips:
                chip.show_name(chip.name, locked=locked)
            self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        """Something else is shown, or the window has closed: nobody types on here."""
        super().hideEvent(event)
        if not event.spontaneous():  # as minimising is
            self.finish()

    # --- names ------------------------------------------------------------------------------------------------------

    def _all(self, words: Sequence[str]) -> list[str]:
        """All names, with these words where the line is."""
        names = [chip.name for chip in self._chips]
        return [*names[: self._at], *words, *names[self._at :], *self._rest]

    def _typed(self, *, left: bool = False) -> Sequence[str]:
        """What the line adds to the names; once it is `left`, also what is only the beginning of one."""
        text = self._line.text()
        if self._taken is not None and text == shown_text(self._taken):
            return (self._taken,)
        if not left and is_beginning(text.strip()):
            return ()
        return self._new_words(text)

    def _new_words(self, text: str) -> Sequence[str]:
        """The names and other words of a text, without the names that are there already."""
        there = {name.lower() for name in self._all(())}
        return [word for word in clean(text).words if not (is_name(word) and word.lower() in there)]

    def _tell(self) -> None:
        if (names := self.names) != self._told:
            self._told = names
            self.edited.emit(names)

    # --- chips ------------------------------------------------------------------------------------------------------

    def _put(self, position: int, words: Sequence[str], *, instead: int = 0) -> None:
        """Put chips before the one at `position`, `instead` of as many that are there; the line goes to the end."""
        names = self._all(())
        names[position : position + instead] = words
        made = [self._made(word) for word in words[:_MOST_CHIPS]]
        former = self._chips
        chips = [*former[:position], *made, *former[position + instead :]]
        most = max(_MOST_CHIPS, len(former) - instead + len(made))  # what is put in by hand is seen in any case
        chips += [self._made(name) for name in names[len(chips) : most]]
        self._chips, self._rest = chips[:most], names[most:]
        self._at = len(self._chips)
        kept = set(self._chips)
        gone = [chip for chip in dict.fromkeys([*former, *chips]) if chip not in kept]
        if any(chip.hasFocus() for chip in gone):
            self._line.setFocus()
        self._arrange()
        self._spare += gone

    def _made(self, name: str) -> Chip:
        chip = self._spare.pop() if self._spare else self._new_chip()
        chip.show_name(name, locked=self._locked)
        return chip

    def _new_chip(self) -> Chip:
        chip = Chip(self._line, self._field.canvas)
        chip.remove_wanted.connect(lambda: self._remove(chip))
        chip.edit_wanted.connect(lambda: self._edit(chip))
        chip.copy_wanted.connect(lambda: _copy([chip.name]))
        chip.pressed.connect(lambda key: self._on_chip_key(chip, key))
        chip.typed.connect(self._type)
        chip.tabbed.connect(self._leave)
        chip.focus_changed.connect(self._field.keep_in_sight)
        chip.focus_changed.connect(self._field.update)
        return chip

    def _arrange(self) -> None:
        """The chips with the line among them."""
        ahead, behind = self._chips[: self._at], self._chips[self._at :]
        more = [self._more] if self._rest else []
        self._more.setText(say_count("and {n} more", "and {n} more", len(self._rest)) if more else "")
        self._field.set_widgets([*ahead, self._line, *behind, *more] if behind else [*ahead, *more, self._line])

    def _remove(self, chip: Chip) -> None:
        if self._at < len(self._chips):  # the line is between them
            self._settle()
        self._put(self._chips.index(chip), (), instead=1)
        self._tell()

    def _edit(self, chip: Chip, *, select: bool = True) -> None:
        """Take a chip into the line, at its place."""
        self._line.setFocus()
        self._settle()
        position = self._chips.index(chip)
        self._put(position, (), instead=1)
        self._at = position
        self._taken = chip.name
        self._put_line(shown_text(chip.name))
        self._arrange()
        if select:
            self._line.selectAll()

    def _settle(self) -> None:
        """Turn what is in the line into chips."""
        self._hints.offer(())
        if self._line.text() or self._taken is not None:
            words = self._typed(left=True)
            self._taken = None
            self._put_line("")
            self._put(self._at, words)
            self._tell()

    def _give_up(self) -> None:
        """Put the chip that is being edited back as it was."""
        taken = () if self._taken is None else (self._taken,)
        self._taken = None
        self._put_line("")
        self._put(self._at, taken)
        self._tell()

    def _put_line(self, text: str) -> None:
        self._line.setText(text)
        self._before = text

    # --- the line ---------------------------------------------------------------------------------------------------

    def _on_text(self, text: str) -> None:
        done, typing = finished(self._before, text, at_once=self._line.is_typing)
        self._before = text
        if done:
            words = self._new_words(done)
            position = self._at + len(words)
            self._taken = None
            self._put(self._at, words)
            self._put_line(typing)
            self._line.setCursorPosition(0)
            if typing and position < len(self._chips):
                self._at = position
                self._arrange()
        self._tell()
        self._suggest()

    def _suggest(self) -> None:
        text = self._line.text()
        self._hints.offer(suggest(text, self._suggestions(), self._all(())) if text else ())

    def _take_hint(self, name: str) -> None:
        self._hints.offer(())
        self._taken = None
        self._put_line("")
        self._put(self._at, self._new_words(name))
        self._tell()

    def _on_focus(self, here: bool) -> None:
        is_passing = isinstance(QApplication.focusWidget(), RemoveButton)  # and is back at once
        if not here and not self._locked and not is_passing:
            self._settle()
        self._field.keep_in_sight()
        self._field.update()

    def _on_override(self, event: QKeyEvent) -> None:
        event.setAccepted(event.key() == Qt.Key.Key_Escape and (self._hints.isVisible() or self._taken is not None))

    def _on_tab(self, event: QKeyEvent) -> None:
        if self._hints.isVisible() and (name := self._hints.current):
            self._take_hint(name)
            event.accept()

    def _on_key(self, event: QKeyEvent) -> None:
        """What keys mean here beside what they mean in any line."""
        event.setAccepted(self._does(event))

    def _does(self, event: QKeyEvent) -> bool:
        key, keys, offers = event.key(), Qt.Key, self._hints.isVisible()
        if event.matches(QKeySequence.StandardKey.Copy) and not self._line.hasSelectedText():
            _copy(self.names)
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        elif offers and key in (keys.Key_Down, keys.Key_Up):
            self._hints.step(1 if key == keys.Key_Down else -1)
        elif offers and key == keys.Key_Escape:
            self._hints.offer(())
        elif key == keys.Key_Escape and self._taken is not None:
            self._give_up()
        elif key in _ENTER and offers and (name := self._hints.current):
            self._take_hint(name)
        elif key in _ENTER and (self._line.text() or self._taken is not None):
            self._settle()
        else:
            return self._walks_back(event)
        return True

    def _walks_back(self, event: QKeyEvent) -> bool:
        """Keys that lead from the beginning of the line to the chips."""
        back = Qt.Key.Key_Right if self._is_mirrored else Qt.Key.Key_Left
        at_start = self._line.cursorPosition() == 0 and not self._line.hasSelectedText()
        if not at_start or self._at == 0:
            return False
        chip = self._chips[self._at - 1]
        if event.key() == back:
            chip.setFocus()
        elif event.key() == Qt.Key.Key_Home:
            self._chips[0].setFocus()
        elif event.key() == Qt.Key.Key_Backspace and not (self._line.text() or self._locked or event.isAutoRepeat()):
            self._edit(chip, select=False)
        else:
            return event.key() == Qt.Key.Key_Backspace
        return True

    # --- keys on chips ----------------------------------------------------------------------------------------------

    def _on_chip_key(self, chip: Chip, key: Qt.Key) -> None:
        position, keys = self._chips.index(chip), Qt.Key
        match key:
            case keys.Key_Left | keys.Key_Right:
                self._go_to(position + (1 if (key == keys.Key_Right) is not self._is_mirrored else -1))
            case keys.Key_Home | keys.Key_End:
                self._go_to(0 if key == keys.Key_Home else len(self._chips))
            case keys.Key_Delete | keys.Key_Backspace:
                self._go_to(position + 1 if key == keys.Key_Delete or position == 0 else position - 1)
                self._remove(chip)
            case _:
                self._edit(chip)

    def _go_to(self, position: int) -> None:
        widgets: list[QWidget] = [*self._chips, self._line]
        widgets[max(0, position)].setFocus()

    def _type(self, event: QKeyEvent) -> None:
        self._line.setFocus()
        self._line.keyPressEvent(event)

    def _leave(self, forward: bool) -> None:
        self._line.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        self._line.focusNextPrevChild(forward)

    @property
    def _is_mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft


def _copy(names: Sequence[str]) -> None:
    QGuiApplication.clipboard().setText(shown_text(", ".join(names)))
