from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from joip_desktop.ui.sessions.typed_text import TypedText

_Kind, _Key, _With = QEvent.Type, Qt.Key, Qt.KeyboardModifier


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_letters_make_a_word_until_there_is_a_pause() -> None:
    clock = Clock()
    typed = TypedText(clock, lambda: 0.4)
    words = []
    for letter, wait in zip("two words", (0, 0.4, 0.1, 0.1, 0.1, 0.5, 0.1, 0.1, 0.1), strict=True):
        clock.now += wait
        words.append(typed.add(letter))
    assert words == ["t", "tw", "two", "two ", "two w", "o", "or", "ord", "ords"]


def test_the_same_letter_again_is_that_letter() -> None:
    typed = TypedText(Clock(), lambda: 0.4)
    assert [typed.add(letter) for letter in "aAab"] == ["a", "a", "a", "aAab"]


def test_nothing_is_nothing() -> None:
    assert TypedText(Clock(), lambda: 0.4).add("") == ""


# --- keys that are shortcuts of the window, too -----------------------------------------------------------------------


def _asked(key: Qt.Key, text: str, modifiers: Qt.KeyboardModifier = _With.NoModifier) -> QKeyEvent:
    """What Qt asks before a key becomes a shortcut."""
    return QKeyEvent(_Kind.ShortcutOverride, key, modifiers, text)


def test_a_key_is_a_letter_only_while_a_word_is_being_typed() -> None:
    clock = Clock()
    typed = TypedText(clock, lambda: 0.4)
    f = _asked(_Key.Key_F, "f")
    assert not typed.takes(f), "nothing has been typed"
    typed.add("c")
    clock.now += 0.4
    assert typed.takes(f)
    typed.add("f")
    clock.now += 0.4
    assert typed.takes(f), "each letter lets the word go on"
    clock.now += 0.1
    assert not typed.takes(f), "there was a pause"


def test_asking_is_not_typing() -> None:
    clock = Clock()
    typed = TypedText(clock, lambda: 0.4)
    typed.add("c")
    clock.now += 0.3
    assert typed.takes(_asked(_Key.Key_F, "f"))
    clock.now += 0.3
    assert not typed.takes(_asked(_Key.Key_F, "f"))
    assert typed.add("a") == "a"


@pytest.mark.parametrize(
    ("event", "taken"),
    [
        (_asked(_Key.Key_F, "f"), True),
        (_asked(_Key.Key_F, "F", _With.ShiftModifier), True),
        (_asked(_Key.Key_Space, " "), True),
        (_asked(_Key.Key_Odiaeresis, "ö"), True),
        (_asked(_Key.Key_F, "f", _With.ControlModifier), False),
        (_asked(_Key.Key_F, "\x06", _With.ControlModifier), False),
        (_asked(_Key.Key_F, "f", _With.AltModifier), False),
        (_asked(_Key.Key_F, "F", _With.AltModifier | _With.ShiftModifier), False),
        (_asked(_Key.Key_F, "f", _With.MetaModifier), False),
        (_asked(_Key.Key_F2, ""), False),
        (_asked(_Key.Key_Escape, "\x1b"), False),
        (_asked(_Key.Key_Return, "\r"), False),
        (_asked(_Key.Key_Delete, "\x7f"), False),
        (QKeyEvent(_Kind.KeyPress, _Key.Key_F, _With.NoModifier, "f"), False),
        (QEvent(_Kind.ShortcutOverride), False),
    ],
)
def test_only_what_can_be_typed_is_taken(event: QEvent, taken: bool) -> None:
    typed = TypedText(Clock(), lambda: 0.4)
    typed.add("c")
    assert typed.takes(event) is taken
