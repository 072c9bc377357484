"""Commands: everything that can be done, read off the menus and the sidebar, for views that list it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final, cast

from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QTextDocumentFragment
from PySide6.QtWidgets import QMenu, QMenuBar

from joip_desktop.domain.say import say
from joip_desktop.engine.places import Place
from joip_desktop.ui.sessions.sidebar_rows import Row
from joip_desktop.ui.wording import shown_text

PATH: Final = " ▸ "
"""Between the names of a menu and of a menu in it."""

_BETWEEN: Final = " · "
_MNEMONIC: Final = re.compile("&(.)")
_NATIVE: Final = QKeySequence.SequenceFormat.NativeText


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """Something that can be done: what a person reads of it, and how it is done.

    `where` is the way to it through the menus, `state` says of a tick whether it is set. `help` is a sentence about it
    or, where it can't be done now, the reason if one is known. `key` tells it from others, also when its text is
    another one the next time ("Undo: Favourite" is the same command as "Undo").
    """

    text: str
    where: str = ""
    shortcuts: tuple[str, ...] = ()
    """As they are called on this computer; the usual one first."""

    state: str = ""
    help: str = ""
    enabled: bool = True
    key: str = ""
    run: Callable[[], object]

    @property
    def shortcut(self) -> str:
        """The usual keys; empty where there are none."""
        return self.shortcuts[0] if self.shortcuts else ""

    @property
    def aside(self) -> str:
        """What is said beside the text: the way to it, and the state."""
        return _BETWEEN.join(filter(None, (self.where, self.state)))

    @property
    def explanation(self) -> str:
        """A sentence about it, and whether it can be done."""
        if self.enabled:
            return self.help
        return " ".join(filter(None, (say("This can’t be done now."), self.help)))

    @property
    def spoken(self) -> str:
        """The command in words."""
        unavailable = "" if self.enabled else say("not available")
        return ", ".join(filter(None, (self.text, self.state, self.where, self.shortcut, unavailable)))


# --- where commands come from -----------------------------------------------------------------------------------------


def commands_of(menu_bar: QMenuBar, *, without: Collection[QAction] = ()) -> list[Command]:
    """A command for each entry of the menus and the menus in them, in their order, as they are at this moment."""
    return [
        command
        for action in menu_bar.actions()
        if (menu := _menu_of(action)) is not None
        for command in _commands_in(menu, (name_of(action.text()),), without)
    ]


def commands_to(rows: Iterable[Row], choose: Callable[[Place], object]) -> list[Command]:
    """A command for each place of the sidebar; those under a heading say so."""
    found, path = [], [say("Sidebar")]
    for row in rows:
        if row.place is None:
            path[1:] = [row.label]
            continue
        command = Command(
            text=say("Go to: {place}", place=row.label),
            where=PATH.join(path),
            help=row.problem or row.spoken,
            key=f"place {row.key}",
            run=partial(choose, row.place),
        )
        found.append(command)
    return found


def name_of(text: str) -> str:
    """The text of an action or a menu without the sign for its letter, and without keys that are written behind it."""
    return shown_text(_MNEMONIC.sub(r"\1", text.partition("\t")[0]))


def _menu_of(action: QAction) -> QMenu | None:
    menu = action.menu()
    return menu if isinstance(menu, QMenu) else None


def _commands_in(menu: QMenu, path: tuple[str, ...], without: Collection[QAction]) -> Iterator[Command]:
    menu.aboutToShow.emit()  # menus that set their ticks when they open do so now
    for action in menu.actions():
        if not action.isVisible() or action.isSeparator() or not action.text() or action in without:
            continue
        if (inner := _menu_of(action)) is not None:
            yield from _commands_in(inner, (*path, name_of(action.text())), without)
        else:
            yield _command(action, PATH.join(path))


def _command(action: QAction, where: str) -> Command:
    text, short = name_of(action.text()), name_of(action.iconText())
    target = text.removeprefix(f"{short}: ") if text.startswith(f"{short}: ") else ""
    return Command(
        text=short if target else text,  # what undo is about must not be found in place of what it undoes
        where=where,
        shortcuts=tuple(keys.toString(_NATIVE) for keys in action.shortcuts()),
        state=target or _state_of(action),
        help=_help_of(action),
        enabled=action.isEnabled(),
        key=PATH.join((where, action.iconText())),
        run=action.trigger,
    )


def _state_of(action: QAction) -> str:
    if not action.isCheckable():
        return ""
    group = cast("QActionGroup | None", action.actionGroup())
    if group is not None and group.isExclusive():
        return say("chosen") if action.isChecked() else ""
    return say("on") if action.isChecked() else say("off")


def _help_of(action: QAction) -> str:
    """What the action says of itself; of one that can't be chosen, what its status tip says of that."""
    if not action.isEnabled():
        return action.statusTip()
    told = QTextDocumentFragment.fromHtml(action.toolTip()).toPlainText()
    keys = action.shortcut().toString(_NATIVE)
    told = told.removesuffix(f" ({keys})")  # which stand in the row
    return "" if told == name_of(action.iconText()) else told  # Qt's own, which says nothing new


class RecentCommands:
    """Which commands were run since the start of the app, the latest first."""

    def __init__(self) -> None:
        self._keys: list[str] = []

    def note(self, command: Command) -> None:
        """A command is run."""
        key = command.key or command.text
        if key in self._keys:
            self._keys.remove(key)
        self._keys.insert(0, key)

    def first(self, commands: Iterable[Command]) -> list[Command]:
        """The same commands, those that were run before the others."""
        places = {key: place for place, key in enumerate(self._keys)}
        return sorted(commands, key=lambda one: places.get(one.key or one.text, len(places)))
