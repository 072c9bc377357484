"""What the editors of fields need beside the field's value: suggestions, names, pictures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from joip_desktop.ui import motion
from joip_desktop.ui.sessions.pictures_in_sight import PictureProvider


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What is known around a session. Without anything given, nothing is suggested, named or shown."""

    subreddits: Callable[[], Sequence[str]] = tuple
    """The names that sessions have, the most frequent ones first."""

    categories: Callable[[], Sequence[int]] = tuple
    """The numbers of categories that sessions have or that have a name, ascending."""

    category_name: Callable[[int], str] = lambda _: ""
    """What the person calls a category; empty where it has no name."""

    pictures: PictureProvider | None = None
    """Where thumbnails come from."""

    less_motion: Callable[[], bool] = lambda: motion.reduced_motion()  # noqa: PLW0108 - looked up when it is asked
    """Whether the person wants to see fewer things move."""
