"""Hypothesis strategies: JSON, rows as servers may send them, sessions, and values for their fields.

Most values come out of small pools, so that two drawn sessions often agree in a field.
"""

from __future__ import annotations

import operator
import string
from collections.abc import Mapping
from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from joip_desktop.domain.session import UNKNOWN, FieldValue, Session, from_wire
from tests.helpers import page

SESSION_ID: Final = 7

# --- JSON -------------------------------------------------------------------------------------------------------------

any_text: Final = st.text(st.characters(), max_size=12)
"""Any string that `json.loads` can give, halves of surrogate pairs included."""

clean_text: Final = st.text(max_size=12)
"""Any string that can be sent."""

integers: Final = st.sampled_from([0, 1, 4, 60, 61, -1]) | st.integers() | st.just(10**400)

scalars: Final[SearchStrategy[object]] = (
    st.none() | st.booleans() | integers | st.floats(allow_nan=False) | st.sampled_from(["", "4", "true"]) | any_text
)

json_values: Final[SearchStrategy[object]] = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(any_text, inner, max_size=3),
    max_leaves=6,
)

# --- rows -------------------------------------------------------------------------------------------------------------

_ALNUM: Final = string.ascii_letters + string.digits

names: Final = st.builds(operator.add, st.sampled_from(_ALNUM), st.text(_ALNUM + "_", min_size=1, max_size=21))
"""Valid subreddit names."""

_seconds = st.sampled_from([1, 4, 12, 60]) | st.integers(*page.SECONDS)
_titles = st.sampled_from(["A", "B"]) | st.text(min_size=1, max_size=12)
_addresses = st.sampled_from(["", "https://i.redd.it/thumb.jpg", "http://localhost:8000/x.png"])
_name_lists = st.sampled_from([["joi", "femdom"], ["earth"], []]) | st.lists(names, max_size=3)
_times = st.datetimes().map(lambda moment: f"{moment.isoformat(timespec='milliseconds')}Z")

PROMISED: Final[Mapping[str, SearchStrategy[object]]] = {
    "title": _titles,
    "userId": st.just("user_abc123"),
    "subreddits": _name_lists,
    "categoryId": st.none() | st.integers(1, 3),
    "intervalMin": _seconds,
    "intervalMax": _seconds,
    "transition": st.sampled_from(page.CHOICES["transition"]),
    "aiPrompt": st.sampled_from(["", "Slow"]) | clean_text,
    "thumbnail": _addresses,
    "captionTheme": st.sampled_from(page.CHOICES["caption_theme"]),
    "isPublic": st.booleans(),
    "shareToCommunity": st.booleans(),
    "isFavorite": st.booleans(),
    "isManualMode": st.booleans(),
    "isImported": st.booleans(),
    "importSource": st.sampled_from(["reddit", "file"]),
    "createdAt": _times,
    "updatedAt": _times,
}
"""By wire name, the values that the documentation promises for every field of a row."""

_TEXT_FIELDS = ("title", "userId", "transition", "aiPrompt", "thumbnail", "captionTheme", "createdAt", "updatedAt")

_odd_values: Mapping[str, SearchStrategy[object]] = {
    wire: promised | st.none() | (any_text if wire in _TEXT_FIELDS else integers) | json_values
    for wire, promised in PROMISED.items()
}

_extras = st.dictionaries(
    st.sampled_from(["views", "is_public", "extra", "value"])
    | any_text.filter(lambda key: key not in {"id", *PROMISED}),
    json_values,
    max_size=2,
)


def rows(session_id: int = SESSION_ID) -> SearchStrategy[dict[str, object]]:
    """Rows as documented, any of the fields left out."""
    return st.fixed_dictionaries({"id": st.just(session_id)}, optional=dict(PROMISED))


def odd_rows(session_id: int = SESSION_ID) -> SearchStrategy[dict[str, object]]:
    """Rows with anything anywhere, but for the id: nulls, unknown choices, wrong types, fields nobody knows."""
    told = st.fixed_dictionaries({"id": st.just(session_id)}, optional=dict(_odd_values))
    return st.builds(lambda row, extra: {**extra, **row}, told, _extras)


def sessions(session_id: int = SESSION_ID) -> SearchStrategy[Session]:
    """What was read from rows of both sorts."""
    return (rows(session_id) | odd_rows(session_id)).map(from_wire)


# --- values of fields -------------------------------------------------------------------------------------------------

VALID: Final[Mapping[str, SearchStrategy[FieldValue]]] = {
    "title": _titles,
    "subreddits": _name_lists.map(tuple),
    "category_id": st.none() | st.integers(1, 3),
    "interval_min": _seconds,
    "interval_max": _seconds,
    "transition": st.sampled_from(page.CHOICES["transition"]),
    "ai_prompt": st.sampled_from(["", "Slow"]) | clean_text,
    "caption_theme": st.sampled_from(page.CHOICES["caption_theme"]),
    "thumbnail": _addresses,
    "is_public": st.booleans(),
    "share_to_community": st.booleans(),
    "is_favorite": st.booleans(),
    "is_manual_mode": st.booleans(),
}
"""By field name, the values that may be set."""

any_field_value: Final[SearchStrategy[FieldValue]] = (
    st.just(UNKNOWN) | st.none() | st.booleans() | integers | any_text | st.lists(any_text, max_size=3).map(tuple)
)


def patches() -> SearchStrategy[dict[str, FieldValue]]:
    """Values that may be set, for any of the editable fields."""
    return st.fixed_dictionaries({}, optional=dict(VALID))


def odd_patches() -> SearchStrategy[dict[str, FieldValue]]:
    """Any values for any of the editable fields, valid ones among them."""
    return st.fixed_dictionaries({}, optional={name: valid | any_field_value for name, valid in VALID.items()})
