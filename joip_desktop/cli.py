"""Options and subcommands; reads the command line and nothing else, so that a wrong one costs no start-up."""

from __future__ import annotations

import argparse
import math
import socket
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from joip_desktop import __version__
from joip_desktop.domain.say import say
from joip_desktop.mock.limiter import RateLimit

USAGE_ERROR = 2
"""The exit code for what the caller can put right: a wrong option, no display, a folder that can't be written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowOptions:
    """What `joip-desktop` without a subcommand was told."""

    demo: bool = False
    server: str = ""
    profile: Path | None = None
    appearance: str = ""
    screenshot: Path | None = None
    tour: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MockOptions:
    """What `joip-desktop mock` was told; `rate_limit` None is off, `latency` in seconds, `data` None is memory."""

    port: int
    sessions: int
    seed: int
    data: Path | None
    rate_limit: RateLimit | None
    latency: float


def parse(arguments: Sequence[str]) -> WindowOptions | MockOptions:
    """Read the command line.

    Raises:
        SystemExit: with 0 after --help or --version, with 2 and a sentence on stderr for wrong options.
    """
    parser = _parser()
    found = parser.parse_args(arguments)
    if found.command == "mock":
        return MockOptions(
            port=found.port,
            sessions=found.sessions,
            seed=found.seed,
            data=found.data,
            rate_limit=found.rate_limit,
            latency=found.latency,
        )
    if found.tour and not found.demo:
        parser.error("--tour goes with --demo only, since it changes sessions")
    return WindowOptions(
        demo=found.demo,
        server=found.server,
        profile=found.profile_dir,
        appearance=found.appearance,
        screenshot=found.screenshot,
        tour=found.tour,
    )


def display_problem(environ: Mapping[str, str], platform: str = sys.platform) -> str | None:
    """Why no window can be opened here; None where one can. Without this look, Qt would abort the whole process."""
    wanted = environ.get("QT_QPA_PLATFORM", "")
    if platform != "linux" or (wanted and not wanted.startswith(("xcb", "wayland"))):
        return None
    if environ.get("WAYLAND_DISPLAY"):
        return None
    display = environ.get("DISPLAY", "")
    if not display:
        found = say("There is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set).")
    elif not _answers(display):
        found = say(
            "The display {display} (from DISPLAY) does not answer, so no window can be opened.", display=display
        )
    else:
        return None
    way_out = say(
        "Use --screenshot FILE to render the window into a picture, or “joip-desktop mock” for the server alone."
    )
    return f"{found} {way_out}"


def _answers(display: str) -> bool:
    """Whether an X server listens. Only local displays (":1") are tried; of others nothing is said beforehand."""
    host, _, rest = display.partition(":")
    number = rest.split(".")[0]
    if host not in ("", "unix") or not number.isdigit():
        return True
    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - the X server's own place
    for address in (path, f"\0{path}"):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
            probe.settimeout(2.0)
            try:
                probe.connect(address)
            except OSError:
                continue
            return True
    return False


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="joip-desktop",
        description="Manage the sessions of a JOIP account.",
        epilog="The cookie of your sign-in is read from the environment variable JOIP_COOKIE, never from an option.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"JOIP Desktop {__version__}")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--demo", action="store_true", help="start with made-up sessions on a server inside the app")
    where.add_argument("--server", default="", metavar="URL", help="the server's address, such as https://app.joip.io")
    parser.add_argument("--profile-dir", type=Path, metavar="DIR", help="keep settings and demo data in this folder")
    parser.add_argument("--appearance", choices=("system", "light", "dark"), default="", help="for this run")
    parser.add_argument("--screenshot", type=Path, metavar="FILE", help="render the window to a PNG file and exit")
    parser.add_argument("--tour", type=Path, metavar="DIR", help="do the main job by itself, with pictures, and exit")
    commands = parser.add_subparsers(dest="command", metavar="mock")
    mock = commands.add_parser(
        "mock",
        help="run the demo server alone",
        description="Run the demo server alone; prints its address and cookie as one line of JSON.",
        allow_abbrev=False,
    )
    mock.add_argument("--port", type=_whole(0, 65535), default=0, help="0 (the default) takes any free one")
    mock.add_argument("--sessions", type=_whole(0, 10_000_000), default=300, help="how many to make up (300)")
    mock.add_argument("--seed", type=_whole(0, 2**63 - 1), default=1, help="other numbers make other sessions (1)")
    mock.add_argument("--data", type=Path, metavar="FILE", help="keep the sessions in this file; without it, in memory")
    mock.add_argument(
        "--rate-limit", type=_rate_limit, default=RateLimit(100, 900.0), help="such as 100/15m (the default), or off"
    )
    mock.add_argument("--latency", type=_seconds, default=0.0, help="seconds to wait before each answer (0)")
    return parser


def _whole(least: int, most: int) -> Callable[[str], int]:
    """A type of option: a whole number within limits."""

    def whole(text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            number = least - 1
        if not least <= number <= most:
            raise argparse.ArgumentTypeError(f"a whole number from {least} to {most} is needed, not “{text}”")
        return number

    return whole


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not (math.isfinite(seconds) and seconds >= 0):
        raise argparse.ArgumentTypeError(f"a number of seconds is needed, not “{text}”")
    return seconds


def _rate_limit(text: str) -> RateLimit | None:
    try:
        return RateLimit.parse(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
