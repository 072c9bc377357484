"""What stands side by side while there is room for it, and below each other where, with a large font, there is not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout


def place(line: QBoxLayout, widths: Sequence[int], room: int, *, equal: bool = False) -> None:
    """Let a line go from left to right if what it holds, of these widths at least, fits into the room.

    `equal` things get the same width each, whatever they need.
    """
    needed = len(widths) * max(widths) if equal and widths else sum(widths)
    needed += line.spacing() * (len(widths) - 1)
    beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
    line.setDirection(beside if needed <= room else below)
