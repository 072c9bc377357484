from __future__ import annotations

from joip_desktop.ui.sessions.typed_text import TypedText


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
