"""A JOIP server for your own tests: a pytest plugin.

Put `pytest_plugins = ["joip_desktop.mock.testing"]` into your top-level `conftest.py`, and ask for the fixture
`joip_server`. The marker `joip_server` sets it up: `@pytest.mark.joip_server(sessions=50, rate_limit="100/15m")`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

import pytest

from joip_desktop.mock.errors import FaultError
from joip_desktop.mock.fault_rules import FaultPlan, plan_in_text
from joip_desktop.mock.limiter import RateLimit
from joip_desktop.mock.server import MockServer

_SHOWN: Final = 20
"""So many of the last requests stand in the report of a test that failed."""

_MARKER: Final = (
    "joip_server(sessions=300, seed=1, rate_limit='off', latency=0, faults=()): how the fixture `joip_server` is set up"
)
_SERVER = pytest.StashKey[MockServer]()


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known."""
    config.addinivalue_line("markers", _MARKER)


@pytest.fixture
def joip_server(request: pytest.FixtureRequest) -> Iterator[MockServer]:
    """A server of this test alone, with its data in memory, stopped when the test is over.

    It has no rate limit unless the marker says so, since most tests are not about it; the site's own is "100/15m".
    `origin` and `cookie` are what a client needs; `store`, `faults`, `limiter` and `requests` are for the test.
    """
    with MockServer(**_options(request)) as server:
        request.node.stash[_SERVER] = server
        yield server


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Show in the report of a test that failed what its server was asked last."""
    report: Any = yield
    server = item.stash.get(_SERVER, None)
    if server is not None and report.failed:
        lines = [f"{each.method} {each.path} -> {each.status or 'no answer'}" for each in server.requests[-_SHOWN:]]
        report.sections.append(("JOIP server: last requests", "\n".join(lines) or "none"))
    return report  # type: ignore[no-any-return]  # pytest has no type for what a wrapper gives back


def _options(request: pytest.FixtureRequest) -> Mapping[str, Any]:
    given: dict[str, Any] = {"rate_limit": "off"}
    for marker in reversed(list(request.node.iter_markers("joip_server"))):  # the closest one counts
        if marker.args:
            raise _wrong(request, "takes its options by name, such as sessions=50")
        given |= marker.kwargs
    read = {}
    for name, value in given.items():
        if name not in _READ:
            raise _wrong(request, f"has no option “{name}”; it has {', '.join(_READ)}")
        try:
            read[name] = _READ[name](value)
        except (FaultError, ValueError, TypeError) as error:
            raise _wrong(request, f"can't use {name}={value!r}: {error}") from error
    return read


def _wrong(request: pytest.FixtureRequest, problem: str) -> pytest.UsageError:
    return pytest.UsageError(f"{request.node.nodeid}: the marker joip_server {problem}.")


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise TypeError("a whole number from 0 on is needed")
    return value


def _seconds(value: object) -> float:
    number = value if isinstance(value, int | float) and not isinstance(value, bool) else math.nan
    if not 0 <= number < math.inf:
        raise TypeError("a number of seconds is needed")
    return float(number)


def _rate_limit(value: object) -> RateLimit | None:
    if isinstance(value, str):
        return RateLimit.parse(value)
    if isinstance(value, RateLimit | None):
        return value
    raise TypeError("a text such as '100/15m' or 'off' is needed")


def _faults(value: object) -> FaultPlan:
    if isinstance(value, FaultPlan):
        return value
    rules = (value,) if isinstance(value, str) else value
    if not isinstance(rules, tuple | list) or not all(isinstance(rule, str) for rule in rules):
        raise TypeError("rules such as 'status code=503 every=3' are needed")
    plan = FaultPlan()
    for rule in rules:
        plan += plan_in_text(rule)
    return plan


_READ: Final[Mapping[str, Callable[[object], object]]] = {
    "sessions": _whole,
    "seed": _whole,
    "rate_limit": _rate_limit,
    "latency": _seconds,
    "faults": _faults,
}
"""The marker's options; each is a parameter of MockServer."""
