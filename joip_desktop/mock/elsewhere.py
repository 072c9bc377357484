"""What others do at the same time: a sign-in that ends, a client at this address, another device."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from random import Random
from typing import Any, Final

from joip_desktop.mock.auth import Cookies
from joip_desktop.mock.demo_words import THEMES, TRANSITIONS
from joip_desktop.mock.effects import EditElsewhere, ExpireCookie, RotateCookie, TakeTokens
from joip_desktop.mock.faults import Met
from joip_desktop.mock.limiter import Limiter
from joip_desktop.mock.rows import Row
from joip_desktop.mock.store import Store
from joip_desktop.mock.validation import LONGEST, SHORTEST

_SESSION = re.compile(r"/api/sessions/([0-9]{1,18})")
_MARK: Final = " (another device)"
_USUAL: Final[Mapping[str, Sequence[object]]] = {
    "transition": TRANSITIONS,
    "captionTheme": THEMES,
    "intervalMin": (SHORTEST, SHORTEST + 1),
    "intervalMax": (LONGEST, LONGEST - 1),
    "categoryId": (1, 2, 3, 4, 5),
}
_SUBREDDITS: Final = ("EarthPorn", "SkyPorn")


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Does to the server what a fault says that others do."""

    cookies: Cookies
    limiter: Limiter
    store: Store
    workers: Executor

    async def happen(self, met: Met, path: str, client: str) -> None:
        """Let it happen, before the request to `path` by the address `client` is looked at."""
        match met.effect:
            case ExpireCookie():
                self.cookies.expire()
            case RotateCookie():
                self.cookies.rotate()
            case TakeTokens(count):
                self.limiter.take(count, client)
            case EditElsewhere(name):
                loop = asyncio.get_running_loop()
                await loop.run_in_executor(self.workers, edit, self.store, path, name, met.chance)


def edit(store: Store, path: str, name: str, chance: Random) -> None:
    """Change a field of the session that `path` names, or else of one that is drawn."""
    found = _SESSION.fullmatch(path)
    if found:
        session_id = int(found[1])
    elif ids := store.owned_ids():
        session_id = chance.choice(ids)
    else:
        return
    store.change(session_id, lambda row: {name: another_value(row, name)})


def another_value(row: Row, name: str) -> Any:  # noqa: ANN401 - a field may hold anything
    """A value for a field that another device may well have set, and that is not the one it has."""
    value = row.get(name)
    if isinstance(value, bool):
        return not value
    if isinstance(value, list):
        return value[:-1] if len(value) > 1 else [_SUBREDDITS[value == [_SUBREDDITS[0]]]]
    if name in _USUAL:
        choices = _USUAL[name]
        return choices[(choices.index(value) + 1) % len(choices)] if value in choices else choices[0]
    text = value if isinstance(value, str) else ""
    return text.removesuffix(_MARK) if text.endswith(_MARK) and text != _MARK else text + _MARK
