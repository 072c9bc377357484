"""The places of the sidebar: each is a name for a search in the search box's own language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final


@dataclass(frozen=True, slots=True)
class Place:
    """A set of sessions that has a name: `key` tells it from other places, `search` says what is in it.

    `number` is the category's where the place is one, and `group` that of the sessions with unsaved edits for all of
    them (`SeveralDrafts`).
    """

    key: str
    search: str
    number: int | None = None
    group: int | None = None

    ALL: ClassVar[Place]
    FAVOURITES: ClassVar[Place]
    PUBLIC: ClassVar[Place]
    SHARED: ClassVar[Place]
    IMPORTED: ClassVar[Place]
    MANUAL: ClassVar[Place]
    NO_CATEGORY: ClassVar[Place]
    UNSAVED: ClassVar[Place]
    WAITING: ClassVar[Place]
    FAILED: ClassVar[Place]
    CONFLICTS: ClassVar[Place]

    @classmethod
    def category(cls, number: int) -> Place:
        """The sessions of one category."""
        return cls(f"category {number}", f"category:{number}", number)

    @classmethod
    def unsaved_group(cls, number: int) -> Place:
        """The sessions of one group with unsaved edits for all of them."""
        return cls(f"unsaved group {number}", f"is:{unsaved_group_mark(number)}", group=number)

    @classmethod
    def saved(cls, search: str) -> Place:
        """What a saved search finds."""
        return cls(f"saved {search}", search)

    @property
    def is_saved(self) -> bool:
        """Whether it is a saved search."""
        return self.key.startswith("saved ")


def unsaved_group_mark(number: int) -> str:
    """The mark of the sessions in a group with unsaved edits, as the search language knows it (`query_keys`)."""
    return f"unsaved-{number}"


Place.ALL = Place("all", "")
Place.FAVOURITES = Place("favourites", "is:favorite")
Place.PUBLIC = Place("public", "is:public")
Place.SHARED = Place("shared", "is:shared")
Place.IMPORTED = Place("imported", "is:imported")
Place.MANUAL = Place("manual", "is:manual")
Place.NO_CATEGORY = Place("no category", "category:none")
Place.UNSAVED = Place("unsaved", "is:unsaved")
Place.WAITING = Place("waiting", "is:waiting")
Place.FAILED = Place("failed", "is:failed")
Place.CONFLICTS = Place("conflicts", "is:conflict")

KINDS: Final = (Place.ALL, Place.FAVOURITES, Place.PUBLIC, Place.SHARED, Place.IMPORTED, Place.MANUAL)
"""What sessions are, in the sidebar's order; then come the categories, beginning with none."""

STATES: Final = (Place.UNSAVED, Place.WAITING, Place.FAILED, Place.CONFLICTS)
"""What became of edits; then come the saved searches."""

FIXED: Final = (*KINDS, Place.NO_CATEGORY, *STATES)
"""The places that every account has."""
