"""Settings: one typed model, with what the dialog of settings has to know of each; `settings_file.py` keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum, auto
from types import MappingProxyType
from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from pydantic.fields import FieldInfo

from joip_desktop.domain.languages import LANGUAGES
from joip_desktop.domain.proxies import proxy_mistake
from joip_desktop.domain.say import later, say


class Appearance(StrEnum):
    """Which colours the window has."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class View(StrEnum):
    """How the sessions are shown."""

    TABLE = "table"
    GALLERY = "gallery"


class Density(StrEnum):
    """How much room a row of the table has."""

    COMPACT = "compact"
    NORMAL = "normal"
    COMFORTABLE = "comfortable"


class ProxyMode(StrEnum):
    """By which way servers are reached."""

    SYSTEM = "system"
    NONE = "none"
    MANUAL = "manual"


class LogLevel(StrEnum):
    """What the log file holds, the least first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    DEBUG = "debug"


class SavedAccount(BaseModel):
    """An account that somebody has signed in to. Its cookie is in the system's keyring, or nowhere."""

    model_config = ConfigDict(extra="allow", frozen=True)

    key: str = Field(min_length=1, title="Key", description="What its files and its cookie are found by.")
    server: str = Field(min_length=1, title="Server", description="The address of its server.")
    user: str = Field(default="", title="User", description="The server's id of the user; empty until it is known.")
    name: str = Field(default="", title="Name", description="What the server calls the user.")


class SavedSearch(BaseModel):
    """A search that has a name and stands in the sidebar."""

    model_config = ConfigDict(extra="allow", frozen=True)

    name: str = Field(min_length=1, title="Name", description="What the sidebar calls it.")
    search: str = Field(min_length=1, title="Search", description="What would stand in the search box.")


# --- who chooses a setting --------------------------------------------------------------------------------------------


class Page(Enum):
    """The pages of the dialog of settings, in their order; the values are their English names."""

    APPEARANCE = later("Appearance")
    SESSIONS = later("Sessions")
    PRIVACY = later("Privacy")
    NETWORK = later("Network")
    ADVANCED = later("Advanced")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ForPeople:
    """Marks a setting that people choose in the dialog; title and description are said there.

    `words` are the English words for each value that can be chosen; texts and numbers have none. `unit` is said, too.
    `only_with` names another setting, and its value without which this one means nothing.
    """

    page: Page
    words: Mapping[str, str] = field(default_factory=dict)
    unit: str = ""
    from_next_start: bool = False
    """It has no effect before the app starts the next time."""

    only_with: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Internal:
    """Marks what the app remembers by itself, or what is entered elsewhere."""


def _checked_proxy(address: str) -> str:
    if mistake := proxy_mistake(address):
        raise ValueError(mistake)
    return address.strip()


class Settings(BaseModel):
    """What a person chose, and what the app remembers for them; keys of a newer version are kept as they are."""

    model_config = ConfigDict(extra="allow", validate_assignment=True)

    appearance: Annotated[
        Appearance,
        ForPeople(
            page=Page.APPEARANCE,
            words={
                Appearance.SYSTEM: later("As the system"),
                Appearance.LIGHT: later("Light"),
                Appearance.DARK: later("Dark"),
            },
        ),
    ] = Field(default=Appearance.SYSTEM, title="Appearance", description="The colours of the window.")
    language: Annotated[
        str,
        ForPeople(
            page=Page.APPEARANCE,
            words={"": later("As the system"), **{name: manner.name for name, manner in LANGUAGES.items()}},
            from_next_start=True,
        ),
    ] = Field(default="", title="Language", description="In which menus, dialogs and messages are written.")
    server: Annotated[str, Internal()] = Field(
        default="", title="Server", description="The server that was connected last."
    )
    accounts: Annotated[list[SavedAccount], Internal()] = Field(
        default=[], title="Accounts", description="Those that somebody has signed in to, without their cookies."
    )
    account: Annotated[str, Internal()] = Field(
        default="", title="Account", description="The key of the one that was open last."
    )
    proxy_mode: Annotated[
        ProxyMode,
        ForPeople(
            page=Page.NETWORK,
            words={
                ProxyMode.SYSTEM: later("As the system"),
                ProxyMode.NONE: later("No proxy"),
                ProxyMode.MANUAL: later("The one below"),
            },
            from_next_start=True,
        ),
    ] = Field(
        default=ProxyMode.SYSTEM, title="Proxy", description="Whether servers and pictures are reached through a proxy."
    )
    proxy: Annotated[
        str,
        AfterValidator(_checked_proxy),
        ForPeople(page=Page.NETWORK, from_next_start=True, only_with=("proxy_mode", ProxyMode.MANUAL)),
    ] = Field(
        default="",
        title="Proxy's address",
        description="Such as http://proxy.example.org:3128, without a user name or a password.",
    )
    log_level: Annotated[
        LogLevel,
        ForPeople(
            page=Page.ADVANCED,
            words={
                LogLevel.ERROR: later("Errors only"),
                LogLevel.WARNING: later("Errors and warnings"),
                LogLevel.INFO: later("What happens, too"),
                LogLevel.DEBUG: later("Every detail"),
            },
        ),
    ] = Field(
        default=LogLevel.WARNING,
        title="Log file",
        description="How much is written into it. Details help to find what goes wrong.",
    )
    demo_port: Annotated[int, Internal()] = Field(
        default=0, title="Demo server's port", description="The one that it had last."
    )
    window_geometry: Annotated[str, Internal()] = Field(
        default="", title="Window geometry", description="Qt's own form, base64."
    )
    splitter_state: Annotated[str, Internal()] = Field(
        default="", title="Column widths", description="Qt's own form, base64."
    )
    table_state: Annotated[str, Internal()] = Field(
        default="", title="Table columns", description="Qt's own form, base64."
    )
    view: Annotated[
        View, ForPeople(page=Page.SESSIONS, words={View.TABLE: later("Table"), View.GALLERY: later("Gallery")})
    ] = Field(default=View.TABLE, title="View", description="The sessions as a table or as a gallery of pictures.")
    density: Annotated[
        Density,
        ForPeople(
            page=Page.SESSIONS,
            words={
                Density.COMPACT: later("Compact"),
                Density.NORMAL: later("Normal"),
                Density.COMFORTABLE: later("Comfortable"),
            },
        ),
    ] = Field(default=Density.NORMAL, title="Row height", description="How much room a row of the table has.")
    tile_size: Annotated[int, ForPeople(page=Page.SESSIONS, unit=later("px"))] = Field(
        default=180, ge=120, le=400, title="Picture size", description="The width of a picture in the gallery."
    )
    sorting: Annotated[list[str], Internal()] = Field(
        default=[],
        title="Sorting",
        description="The columns to sort by, the most important one first; “-updated” has the latest on top.",
    )
    picture_cache_mb: Annotated[int, ForPeople(page=Page.ADVANCED, unit=later("MB"), from_next_start=True)] = Field(
        default=200,
        ge=0,
        le=10_000,
        title="Room for pictures",
        description="How much of the disk pictures may take. With 0 none are kept.",
    )
    discreet: Annotated[bool, ForPeople(page=Page.PRIVACY)] = Field(
        default=False,
        title="Discreet mode",
        description="Hide titles, prompts and pictures until the mouse is over them.",
    )
    discreet_while_sharing: Annotated[bool, ForPeople(page=Page.PRIVACY)] = Field(
        default=False,
        title="Discreet while screens are shared",
        description="Switch discreet mode on while a screen or a window is shared or recorded, as far as the desktop "
        "tells.",
    )
    saved_searches: Annotated[list[SavedSearch], Internal()] = Field(
        default=[], title="Saved searches", description="Searches that have a name and stand in the sidebar."
    )
    category_names: Annotated[dict[str, str], Internal()] = Field(
        default={},
        title="Names of categories",
        description="By account and number: the server knows categories by their numbers only.",
    )

    def category_name(self, account: str, number: int) -> str:
        """What the person calls a category; empty where it has no name."""
        return self.category_names.get(_category_key(account, number), "")

    def name_category(self, account: str, number: int, name: str) -> None:
        """Remember what the person calls a category; an empty name is none."""
        names = {**self.category_names, _category_key(account, number): name}
        self.category_names = {key: kept for key, kept in names.items() if kept}

    def named_categories(self, account: str) -> list[int]:
        """The numbers of the account's categories that have a name."""
        found = []
        for key in self.category_names:
            owner, _, number = key.rpartition(" ")
            if owner == account and number.removeprefix("-").isdecimal():
                found.append(int(number))
        return sorted(found)


def _category_key(account: str, number: int) -> str:
    return f"{account} {number}"


# --- what the dialog is made of ---------------------------------------------------------------------------------------


class SettingKind(Enum):
    """What sort of thing a setting is, so what edits it."""

    FLAG = auto()
    CHOICE = auto()
    NUMBER = auto()
    TEXT = auto()


_FROM_NEXT_START: Final = later("Counts from the next start on.")
_UNFIT: Final = later("This can’t be used here.")


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingSpec:
    """Everything the dialog needs to know of one setting, read off the model; both limits belong to what is allowed."""

    name: str
    kind: SettingKind
    english_title: str
    english_description: str
    default: object
    minimum: int = 0
    maximum: int = 0
    marks: ForPeople

    @property
    def title(self) -> str:
        """What people call it, in the person's language."""
        return say(self.english_title)

    @property
    def description(self) -> str:
        """What it does and, where that is not at once, when; in the person's language."""
        told = say(self.english_description)
        return f"{told} {say(_FROM_NEXT_START)}" if self.marks.from_next_start else told

    @property
    def choices(self) -> Mapping[str, str]:
        """The values that can be chosen, and what people call them, in the person's language."""
        return {value: say(word) for value, word in self.marks.words.items()}

    def applies(self, settings: Settings) -> bool:
        """Whether it means anything beside the other settings."""
        return self.marks.only_with is None or getattr(settings, self.marks.only_with[0]) == self.marks.only_with[1]

    def mistake(self, value: object) -> str:
        """What is wrong with a value, in the person's words; empty where it can be set."""
        try:
            setattr(Settings(), self.name, value)
        except ValidationError as error:
            reason = error.errors()[0].get("ctx", {}).get("error")
            return str(reason) if isinstance(reason, ValueError) else say(_UNFIT)
        return ""


def _spec(name: str, info: FieldInfo, marks: ForPeople) -> SettingSpec:
    if info.annotation is bool:
        kind = SettingKind.FLAG
    elif marks.words:
        kind = SettingKind.CHOICE
    else:
        kind = SettingKind.NUMBER if info.annotation is int else SettingKind.TEXT
    return SettingSpec(
        name=name,
        kind=kind,
        english_title=info.title or "",
        english_description=info.description or "",
        default=info.default,
        minimum=_limit(info, "ge"),
        maximum=_limit(info, "le"),
        marks=marks,
    )


def _limit(info: FieldInfo, which: str) -> int:
    return next((limit for one in info.metadata if isinstance(limit := getattr(one, which, None), int)), 0)


SETTINGS: Final[Mapping[str, SettingSpec]] = MappingProxyType(
    {
        name: _spec(name, info, mark)
        for name, info in Settings.model_fields.items()
        for mark in info.metadata
        if isinstance(mark, ForPeople)
    }
)
"""The settings that people choose, by the names of their fields."""
