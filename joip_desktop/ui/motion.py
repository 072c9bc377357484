"""Whether the system asks programs to move things less.

Qt knows it from 6.12 on. Before, each system is asked in its own way, at the cost of one small program or file; where
nothing answers, motion is fine. What is asked is a wish for the whole desktop; what Qt calls effects (menus that fade
in) is not looked at, since that is off on systems whose people never asked for it.
"""

from __future__ import annotations

import configparser
import ctypes
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, TypeAlias

from platformdirs import user_config_path
from PySide6.QtGui import QGuiApplication

Ask: TypeAlias = Callable[[Sequence[str]], str]
"""Runs a program and gives back what it printed; "" where it can't be run or fails."""

_PATIENCE: Final = 0.5
"""Seconds that a program has to answer; those asked here take some thousandths."""

_GNOME: Final = ("gsettings", "get", "org.gnome.desktop.interface", "enable-animations")
_MAC: Final = ("defaults", "read", "com.apple.universalaccess", "reduceMotion")
_SPI_GETCLIENTAREAANIMATION: Final = 0x1042


def reduced_motion() -> bool:
    """Whether the person has asked the system for less motion. To be asked when something is about to move."""
    hints = QGuiApplication.styleHints()  # held, or PySide takes what belongs to it for deleted (6.12)
    wish = wish_of(hints.accessibility())
    return asks_for_less(sys.platform) if wish is None else wish


def wish_of(hints: object) -> bool | None:
    """What Qt's accessibility hints say; None where this Qt does not know.

    "No preference" of a Linux desktop is no answer either: Qt reads it from some of them only.
    """
    preference: Callable[[], Any] | None = getattr(hints, "motionPreference", None)
    if preference is None:
        return None
    if preference().name == "ReducedMotion":
        return True
    return None if sys.platform.startswith("linux") else False


def printed_by(command: Sequence[str]) -> str:
    """What a program printed; "" where it is not there, fails, or takes too long."""
    try:
        ended = subprocess.run(  # noqa: S603 - the commands stand above
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return ended.stdout.decode("utf-8", "replace").strip() if ended.returncode == 0 else ""


def asks_for_less(
    platform: str, *, desktop: str | None = None, ask: Ask = printed_by, config: Path | None = None
) -> bool:
    """What the system itself says. `desktop` is the name of a Linux desktop, `config` the folder of its settings."""
    if platform == "win32":
        return _windows_asks_for_less()
    if platform == "darwin":
        return ask(_MAC) == "1"
    if "KDE" in (os.environ.get("XDG_CURRENT_DESKTOP", "") if desktop is None else desktop).split(":"):
        return _kde_asks_for_less((user_config_path() if config is None else config) / "kdeglobals")
    return ask(_GNOME) == "false"


def _kde_asks_for_less(path: Path) -> bool:
    """KDE's speed of animations, at "instant"."""
    parser = configparser.RawConfigParser(strict=False, allow_no_value=True, interpolation=None, delimiters=("=",))
    try:
        parser.read_string(path.read_text(encoding="utf-8", errors="replace"))
        return parser.getfloat("KDE", "AnimationDurationFactor", fallback=1.0) == 0
    except (OSError, configparser.Error, ValueError, TypeError):
        return False


def _windows_asks_for_less() -> bool:
    """Windows' "Animation effects", switched off."""
    animates = ctypes.c_int(1)
    system: Any = ctypes
    told = system.windll.user32.SystemParametersInfoW(_SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(animates), 0)
    return bool(told) and not animates.value
