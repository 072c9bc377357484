"""The strict write model: what may be sent in a `PATCH /api/sessions/:id`, with every range and choice, once."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from joip_desktop.domain.session import UNKNOWN, WIRE_NAMES, JsonValue, Values
from joip_desktop.domain.subreddits import NAME_PATTERN


def is_sendable(text: str) -> bool:
    """Whether the text can be UTF-8: half of a surrogate pair, which Python and Qt strings may hold, can't."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _sendable(value: str) -> str:
    if not is_sendable(value):
        raise ValueError("half of a surrogate pair")
    return value


def _web_address_or_empty(value: str) -> str:
    if any(character <= " " or character == "\x7f" or character.isspace() for character in value):
        raise ValueError("blanks or control characters in a web address")
    parts = urlsplit(value)  # raises ValueError itself, e.g. for "https://["
    if value and not (parts.scheme in ("http", "https") and parts.hostname):
        raise ValueError("no web address")
    return value


Text = Annotated[str, AfterValidator(_sendable)]
Title = Annotated[Text, Field(min_length=1)]
Seconds = Annotated[int, Field(ge=1, le=60)]
CategoryId = Annotated[int, Field(ge=1, le=2**31 - 1)]
SubredditName = Annotated[str, StringConstraints(pattern=NAME_PATTERN)]
Transition = Literal["fade", "slide", "zoom", "flip", "none"]
CaptionTheme = Literal["joi", "forced-bi", "beta", "cbt", "cuckold", "custom"]
ThumbnailAddress = Annotated[Text, AfterValidator(_web_address_or_empty)]

_NOT_GIVEN: Final[Any] = UNKNOWN
"""The default of every field; pydantic does not validate defaults, and `model_fields_set` tells what was given."""


class SessionPatch(BaseModel):
    """The fields to change, each optional; rules as in the seed, but where [own] says otherwise.

    `category_id` is a positive 32-bit number [own], None resets it to the default category; `thumbnail` is a web
    address [own], "" asks the server to generate one. Rules that need the session itself are in `rules`.
    """

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, regex_engine="python-re")

    title: Title = _NOT_GIVEN
    subreddits: tuple[SubredditName, ...] = _NOT_GIVEN
    category_id: CategoryId | None = _NOT_GIVEN
    interval_min: Seconds = _NOT_GIVEN
    interval_max: Seconds = _NOT_GIVEN
    transition: Transition = _NOT_GIVEN
    ai_prompt: Text = _NOT_GIVEN
    caption_theme: CaptionTheme = _NOT_GIVEN
    thumbnail: ThumbnailAddress = _NOT_GIVEN
    is_public: bool = _NOT_GIVEN
    share_to_community: bool = _NOT_GIVEN
    is_favorite: bool = _NOT_GIVEN
    is_manual_mode: bool = _NOT_GIVEN

    def values(self) -> Values:
        """The given fields alone."""
        return {name: getattr(self, name) for name in type(self).model_fields if name in self.model_fields_set}

    def to_wire(self) -> dict[str, JsonValue]:
        """The request body."""
        return to_body(self.values())


def to_body(values: Values) -> dict[str, JsonValue]:
    """The JSON body for some fields' values; the wire wants subreddits as one comma-separated string (seed)."""
    return {
        WIRE_NAMES[name]: ",".join(value) if isinstance(value, tuple) else value
        for name, value in values.items()
        if value is not UNKNOWN
    }
