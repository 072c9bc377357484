"""Options and subcommands; reads the command line and nothing else, so that a wrong one costs no start-up."""

from __future__ import annotations

import argparse
import math
import operator
import re
import socket
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

from joip_desktop import __version__
from joip_desktop.domain.say import later, say
from joip_desktop.mock.limiter import RateLimit
from joip_desktop.terminal import said

if TYPE_CHECKING:
    from joip_desktop.mock.fault_rules import FaultPlan

USAGE_ERROR = 2
"""The exit code for what the caller can put right: a wrong option, no display, a folder that can't be written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowOptions:
    """What `joip-desktop` without a subcommand was told."""

    demo: bool = False
    server: str = ""
    profile: Path | None = None
    appearance: str = ""
    log_level: str = ""
    screenshot: Path | None = None
    tour: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MockOptions:
    """What `joip-desktop mock` was told; `rate_limit` None is off, `latency` in seconds, `data` None is memory.

    `log` None is no log, and `-` is stderr.
    """

    port: int
    sessions: int
    seed: int
    data: Path | None
    rate_limit: RateLimit | None
    latency: float
    faults: FaultPlan | None = None
    log: Path | None = None


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
            faults=reduce(operator.add, found.faults) if found.faults else None,
            log=found.log,
        )
    if found.tour and not found.demo:
        parser.error(say("--tour goes with --demo only, since it changes sessions."))
    return WindowOptions(
        demo=found.demo,
        server=found.server,
        profile=found.profile_dir,
        appearance=found.appearance,
        log_level=found.log_level,
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


# --- options ----------------------------------------------------------------------------------------------------------


def _parser() -> argparse.ArgumentParser:
    """Its texts are marked only, and said when somebody asks for help: looking up translations takes time."""
    parser = _Parser(
        prog="joip-desktop",
        description=later("Manage the sessions of a JOIP account."),
        epilog=later(
            "The cookie of your sign-in is read from the environment variable JOIP_COOKIE, never from an option."
        ),
    )
    version = f"JOIP Desktop {__version__}"
    parser.add_argument("--version", action="version", version=version, help=later("show the version and exit"))
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--demo", action="store_true", help=later("start with made-up sessions on a server inside the app")
    )
    where.add_argument(
        "--server", default="", metavar="URL", help=later("the server's address, such as https://app.joip.io")
    )
    parser.add_argument(
        "--profile-dir", type=Path, metavar="DIR", help=later("keep settings and demo data in this folder")
    )
    parser.add_argument(
        "--appearance",
        choices=("system", "light", "dark"),
        default="",
        help=later("how the window looks, for this run"),
    )
    parser.add_argument(
        "--log-level",
        choices=("error", "warning", "info", "debug"),
        default="",
        help=later("how much is written into the log file, for this run"),
    )
    parser.add_argument(
        "--screenshot", type=Path, metavar="FILE", help=later("render the window to a PNG file and exit")
    )
    parser.add_argument(
        "--tour", type=Path, metavar="DIR", help=later("do the main job by itself, with pictures, and exit")
    )
    commands = parser.add_subparsers(dest="command", metavar="mock")
    _add_mock_options(
        commands.add_parser(
            "mock",
            help=later("run the demo server alone"),
            description=later("Run the demo server alone; prints its address, cookie and token as one line of JSON."),
        )
    )
    return parser


def _add_mock_options(mock: argparse.ArgumentParser) -> None:
    mock.add_argument("--port", type=_whole(0, 65535), default=0, help=later("0 (the default) takes any free one"))
    mock.add_argument("--sessions", type=_whole(0, 10_000_000), default=300, help=later("how many to make up (300)"))
    mock.add_argument(
        "--seed", type=_whole(0, 2**63 - 1), default=1, help=later("other numbers make other sessions (1)")
    )
    mock.add_argument(
        "--data", type=Path, metavar="FILE", help=later("keep the sessions in this file; without it, in memory")
    )
    mock.add_argument(
        "--rate-limit",
        type=_rate_limit,
        default=RateLimit(100, 900.0),
        help=later("such as 100/15m (the default), or off"),
    )
    mock.add_argument("--latency", type=_seconds, default=0.0, help=later("seconds to wait before each answer (0)"))
    mock.add_argument(
        "--faults",
        type=_faults,
        action="append",
        default=[],
        metavar="RULE",
        help=later("a fault, such as “status code=503 every=3”, or a file of them that ends in .toml; may be repeated"),
    )
    mock.add_argument(
        "--log",
        type=Path,
        nargs="?",
        const=Path("-"),
        metavar="FILE",
        help=later("write a line for each request, to this file or to stderr"),
    )


def _whole(least: int, most: int) -> Callable[[str], int]:
    """A type of option: a whole number within limits."""

    def whole(text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            number = least - 1
        if not least <= number <= most:
            raise argparse.ArgumentTypeError(
                say(
                    "A whole number from {least} to {most} is needed, not “{text}”.",
                    least=str(least),
                    most=str(most),
                    text=text,
                )
            )
        return number

    return whole


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not (math.isfinite(seconds) and seconds >= 0):
        raise argparse.ArgumentTypeError(say("A number of seconds is needed, not “{text}”.", text=text))
    return seconds


def _rate_limit(text: str) -> RateLimit | None:
    try:
        return RateLimit.parse(text)
    except ValueError as error:
        told = say("“{text}” is no rate limit; write one like 100/15m, 5/10s or 1000/1h, or off.", text=text)
        raise argparse.ArgumentTypeError(told) from error


def _faults(text: str) -> FaultPlan:
    # Here, as the window's start does not wait for what only this option needs.
    from joip_desktop.mock.errors import FaultError  # noqa: PLC0415
    from joip_desktop.mock.fault_rules import plan_in_text  # noqa: PLC0415

    try:
        return plan_in_text(text)
    except FaultError as error:
        raise argparse.ArgumentTypeError(said(error.sentence)) from error


# --- argparse, in the person's language -------------------------------------------------------------------------------

_HEADINGS: Final = {"options": later("Options"), "positional arguments": later("Commands")}

_PROBLEMS: Final = (
    (r"argument (?P<option>-\S+): expected one argument", later("{option} needs a value.")),
    (
        r"argument (?P<option>-\S+): not allowed with argument (?P<other>-\S+)",
        later("{option} and {other} do not go together."),
    ),
    (
        r"argument (?P<option>-\S+): invalid choice: '(?P<given>.*)' \(choose from (?P<choices>.*)\)",
        later("{option} can't be “{given}”; choose from {choices}."),
    ),
    (r"argument \w+: invalid choice: '(?P<given>.*)' \(.*\)", later("There is no command “{given}”.")),
    (r"argument (?P<option>-\S+): (?P<problem>.*[.])", later("{option}: {problem}")),
    (r"unrecognized arguments: (?P<options>.*)", later("Not known here: {options}.")),
)
"""What argparse says, and how we say it; what is missing here stays as it is."""


class _Parser(argparse.ArgumentParser):
    """Says help and errors in the person's language."""

    def __init__(self, *, prog: str, description: str, epilog: str | None = None) -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            formatter_class=_Formatter,
            allow_abbrev=False,
            add_help=False,
        )
        self.add_argument("-h", "--help", action="help", help=later("show this help and exit"))

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and end."""
        self.print_usage(sys.stderr)
        self.exit(USAGE_ERROR, f"{self.prog}: {_in_our_words(message)}\n")


def _in_our_words(message: str) -> str:
    for pattern, sentence in _PROBLEMS:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return say(sentence, **found.groupdict())
    return message


class _Formatter(argparse.HelpFormatter):
    """Says texts as they are put into the help."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, f"{say('Usage:')} " if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        super().start_section(heading and say(_HEADINGS.get(heading, heading)))

    def add_text(self, text: str | None) -> None:
        super().add_text(text and say(text))

    def _expand_help(self, action: argparse.Action) -> str:
        return say(super()._expand_help(action))
