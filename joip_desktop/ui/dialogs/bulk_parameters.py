"""What is to be said of an operation on many sessions before it can be done: names, a number, texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.say import say
from joip_desktop.domain.subreddits import clean
from joip_desktop.engine.bulk import (
    AddSubreddits,
    Operation,
    RemoveSubreddits,
    ReplaceInTitles,
    ScaleIntervals,
    ShiftIntervals,
)
from joip_desktop.ui.editor.number_box import NumberBox
from joip_desktop.ui.labels import text_label
from joip_desktop.ui.theme import SPACE

_WHOLE: Final = 100
"""Per cent."""
_BOX_WIDTH: Final = 110


class Parameters(QWidget):
    """What has to be said of an operation before it can be done."""

    changed = Signal()

    def __init__(self, first: QWidget) -> None:
        super().__init__()
        self.first = first
        """What has the keyboard at first, and what a mistake is said of to screen readers."""

    def operation(self) -> Operation | None:
        """The operation as it is entered now, right or wrong; None while there is no number where one is needed."""
        return None


class NamesParameters(Parameters):
    """Subreddit names in one line; pasted addresses and prefixes are cleaned when the line is left."""

    def __init__(self, label: str, make: Callable[[tuple[str, ...]], Operation]) -> None:
        self.line = _line(label)
        super().__init__(self.line)
        self._make = make
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(_label(label, self.line))
        layout.addWidget(self.line)
        self.line.setPlaceholderText(FIELDS["subreddits"].help)
        self.line.textChanged.connect(self.changed)
        self.line.editingFinished.connect(self._tidy)

    def operation(self) -> Operation:
        """Words that are no names are kept, so that the rules can name them."""
        return self._make(clean(self.line.text()).words)

    def _tidy(self) -> None:
        if (tidy := ", ".join(clean(self.line.text()).words)) != self.line.text():
            self.line.setText(tidy)


class NumberParameters(Parameters):
    """One number; `start` is the one that changes nothing."""

    def __init__(
        self, label: str, unit: str, *, start: int, least: int, most: int, make: Callable[[int], Operation]
    ) -> None:
        self.box = NumberBox(least, most)
        super().__init__(self.box)
        self._make = make
        self.box.setAccessibleName(say("{label} ({unit})", label=label, unit=unit))
        self.box.setFixedWidth(_BOX_WIDTH)
        self.box.show_entry(start, "")
        self.box.selectAll()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(_label(label, self.box))
        layout.addWidget(self.box)
        layout.addWidget(text_label(unit), 1)
        self.box.number_edited.connect(lambda _: self.changed.emit())

    def operation(self) -> Operation | None:
        """None where the text is no number."""
        return None if self.box.number is None else self._make(self.box.number)


class ReplaceParameters(Parameters):
    """A text, what comes in its place, and what counts as the same text."""

    def __init__(self) -> None:
        self.old = _line(say("Find"))
        super().__init__(self.old)
        self.new = _line(say("Replace with"))
        self.match_case = QCheckBox(say("Match case"))
        self.whole_words = QCheckBox(say("Whole words only"))
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        for row, line in enumerate((self.old, self.new)):
            layout.addWidget(_label(line.accessibleName(), line), row, 0)
            layout.addWidget(line, row, 1, 1, 2)
            line.textChanged.connect(self.changed)
        for column, box in enumerate((self.match_case, self.whole_words), start=1):
            layout.addWidget(box, 2, column)
            box.toggled.connect(self.changed)
        layout.setColumnStretch(2, 1)

    def operation(self) -> Operation:
        """Blanks at either end count: they may be what is to go."""
        return ReplaceInTitles(
            self.old.text(),
            self.new.text(),
            match_case=self.match_case.isChecked(),
            whole_words=self.whole_words.isChecked(),
        )


def _line(name: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    return line


def _label(text: str, buddy: QWidget) -> QLabel:
    label = QLabel(text)
    label.setBuddy(buddy)
    return label


def _shift() -> Parameters:
    spec = FIELDS["interval_min"]
    span = (spec.maximum or 0) - (spec.minimum or 0)
    return NumberParameters(
        say("Make intervals longer by"),
        say("seconds; shorter with a minus in front"),
        start=0,
        least=-span,
        most=span,
        make=ShiftIntervals,
    )


def _scale() -> Parameters:
    spec = FIELDS["interval_min"]
    return NumberParameters(
        say("Scale intervals to"),
        say("% of what they are"),
        start=_WHOLE,
        least=1,
        most=_WHOLE * (spec.maximum or 1),
        make=ScaleIntervals,
    )


PARAMETERS: Final[Mapping[str, Callable[[], Parameters]]] = {
    "add_subreddits": lambda: NamesParameters(say("Subreddits to add"), AddSubreddits),
    "remove_subreddits": lambda: NamesParameters(say("Subreddits to remove"), RemoveSubreddits),
    "shift_intervals": _shift,
    "scale_intervals": _scale,
    "replace_in_titles": ReplaceParameters,
}
"""What makes the widget, by the stable name of the operation."""
