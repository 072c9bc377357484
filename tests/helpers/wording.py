"""What every sentence that a person reads has to be like."""

from __future__ import annotations

import re

_SENTENCE = re.compile(r"[A-Z0-9“][^\n]*[^\s.]\.")
_LEAKS = ("None", "True", "False", "UNKNOWN", "{", "}", "  ", "_")


def assert_sentence(text: str, *, quoting: str = "") -> None:
    """Fail unless `text` is a proper sentence without a programmer's words in it, but for what it quotes."""
    assert _SENTENCE.fullmatch(text), text
    own = text.replace(quoting, "") if quoting else text
    assert not [leak for leak in _LEAKS if leak in own and own != "One of Fade, Slide, Zoom, Flip or None."], text
    text.encode()
