"""The question before a window closes, where something would be lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from joip_desktop.domain.say import say, say_count
from joip_desktop.ui.messages import ask
from joip_desktop.ui.wording import not_kept_text


def ask_to_close(
    window: QWidget, unsent: int, unsaved: int, *, then: Callable[[], None], otherwise: Callable[[], None]
) -> None:
    """Ask whether to lose so many changes and unsaved edits that no disk has."""
    lost = say_count("If you close now, it is lost.", "If you close now, they are lost.", unsent + 2 * unsaved)
    ask(
        window,
        title=say("Close?"),
        text=f"{not_kept_text(unsent, unsaved)} {lost}",
        yes=say("Close anyway"),
        no=say("Keep open"),
        then=then,
        otherwise=otherwise,
    )
