"""What a cell of a table says: text that no spreadsheet runs, and back."""

from __future__ import annotations

import re
from typing import Final

_FORMULA: Final = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""Beginnings that a spreadsheet may take for a formula, the wide forms of East Asian keyboards included.

Apostrophes in front of one count, too, so that what `uncell` takes away is what `cell` has put there.
"""

_UNWRITABLE: Final = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""Halves of surrogate pairs can't be encoded; control characters end the table for many a reader."""

_LINE_END: Final = re.compile("\r\n?")


def cell(text: str) -> str:
    """The text as a cell: nothing in it is run, and nothing in it keeps the file from being written or read.

    What would be a formula has an apostrophe in front. Characters that can't be written are replaced.
    """
    if not text.isprintable():  # most are, and are looked through at once
        text = writable(text)
    return f"'{text}" if _FORMULA.match(text) else text


def uncell(text: str) -> str:
    """The text that a cell stands for: `uncell(cell(text)) == writable(text)`."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def writable(text: str) -> str:
    """The text with replacement characters for what no table can hold."""
    return _UNWRITABLE.sub("\ufffd", text)


def with_plain_line_ends(text: str) -> str:
    """The text with the line ends that spreadsheets make of all others."""
    return _LINE_END.sub("\n", text) if "\r" in text else text
