"""What the sessions' model tells its delegates beyond the text of a cell."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt

FAVOURITE_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""Of any cell of a session: True, False, or None where it is not known."""

SESSION_ROLE: Final = Qt.ItemDataRole.UserRole + 2
"""The `Session` that the row shows."""

URL_ROLE: Final = Qt.ItemDataRole.UserRole + 3
"""The address of the session's picture; None where there is none, or none is known."""
