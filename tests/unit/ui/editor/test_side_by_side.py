from __future__ import annotations

import pytest
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout

from joip_desktop.ui.editor.side_by_side import place

BESIDE, BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("widths", "room", "equal", "direction"),
    [
        ((100, 50), 160, False, BESIDE),
        ((100, 50), 159, False, BELOW),
        ((100, 50), 210, True, BESIDE),
        ((100, 50), 209, True, BELOW),
        ((100,), 10, False, BELOW),
        ((), 10, True, BESIDE),
    ],
)
def test_what_has_no_room_goes_below(
    widths: tuple[int, ...], room: int, direction: QBoxLayout.Direction, *, equal: bool
) -> None:
    line = QHBoxLayout()
    line.setSpacing(10)
    place(line, widths, room, equal=equal)
    assert line.direction() is direction
    place(line, (1, 1), 100)
    assert line.direction() is BESIDE
