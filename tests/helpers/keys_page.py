"""The page of keys in the docs, made of the table of actions; `python -m tests.helpers.keys_page` writes it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from joip_desktop.ui.actions import ACTIONS
from joip_desktop.ui.dialogs.shortcuts import VIEW_KEYS

PAGE: Final = Path(__file__).parents[2] / "docs" / "keys.md"

_HEAD: Final = """\
# Keys

`F1` shows this list in the app, with a search; `Ctrl+K` finds everything that can be done by a part of its name.
On a Mac, Ctrl is Command.

![The sheet of keys](images/light/17-keys.png)

## Everything that has a key

| What | Keys |
| --- | --- |
"""


def keys_page() -> str:
    """The whole page."""
    rows = [
        f"| {spec.text.replace('&', '').rstrip('…')} | {_keys(spec.shortcuts)} |"
        for spec in ACTIONS.values()
        if spec.shortcuts
    ]
    parts = [_HEAD + "\n".join(rows)]
    for place, keys in VIEW_KEYS.items():
        lines = [f"| {one.what} | {_keys(one.keys) or one.gesture} |" for one in keys]
        parts.append(f"## {place}\n\n| What | Keys |\n| --- | --- |\n" + "\n".join(lines))
    return "\n\n".join(parts) + "\n"


def _keys(keys: tuple[str, ...]) -> str:
    return ", ".join(f"`{one}`" for one in keys)


if __name__ == "__main__":
    PAGE.write_text(keys_page(), encoding="utf-8")
