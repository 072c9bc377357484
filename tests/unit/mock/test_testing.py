"""The pytest plugin for others, used as others do: in projects of their own, each in a process of its own."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
DOCS = ROOT / "docs" / "mock-server.md"
BARE = [
    "-p",
    "no:pytest-qt",
    "-p",
    "no:anyio",
    "-p",
    "no:schemathesis",
    "-p",
    "no:hypothesispytest",
    "-p",
    "no:cacheprovider",
]


@dataclass
class Project:
    """Somebody else's project, with a configuration as strict as can be."""

    folder: Path
    plugins: str = 'pytest_plugins = ["joip_desktop.mock.testing"]\n'
    files: dict[str, str] = field(default_factory=dict)

    def run(self, test: str, conftest: str = "") -> subprocess.CompletedProcess[str]:
        (self.folder / "pytest.ini").write_text("[pytest]\naddopts = --strict-markers --strict-config -W error\n")
        (self.folder / "conftest.py").write_text(self.plugins + conftest)
        (self.folder / "test_it.py").write_text(test)
        command = [sys.executable, "-m", "pytest", "-q", *BARE]
        return subprocess.run(command, cwd=self.folder, capture_output=True, text=True, timeout=60, check=False)

    def passed(self, test: str, conftest: str = "") -> int:
        """How many tests passed; none may have failed."""
        done = self.run(test, conftest)
        assert done.returncode == 0, done.stdout + done.stderr
        found = re.search(r"(\d+) passed", done.stdout)
        assert found is not None
        return int(found[1])


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def test_the_example_of_the_docs(project: Project) -> None:
    blocks = re.findall(r"```python\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    project.plugins, example = blocks
    assert project.passed(example) == 2


def test_it_can_be_imported_instead(project: Project) -> None:
    project.plugins = ""
    assert (
        project.passed(
            "from joip_desktop.mock.testing import joip_server\n"
            "def test_it(joip_server):\n    assert joip_server.store.count() == 300\n"
        )
        == 1
    )


def test_each_test_has_a_server_of_its_own_that_ends_with_it(project: Project) -> None:
    assert (
        project.passed(
            """
import socket
seen = []

def one(joip_server):
    assert joip_server.limiter.rate is None
    row = joip_server.store.row(1)
    assert row["title"] != "Changed"
    joip_server.store.set_row(1, title="Changed")
    seen.append(int(joip_server.origin.rpartition(":")[2]))

def test_one(joip_server):
    one(joip_server)

def test_other(joip_server):
    one(joip_server)

def test_both_have_ended():
    assert len(seen) == 2
    for port in seen:
        with socket.socket() as probe:
            assert probe.connect_ex(("127.0.0.1", port)) != 0
"""
        )
        == 3
    )


def test_the_closest_marker_counts(project: Project) -> None:
    assert (
        project.passed(
            """
import pytest
pytestmark = pytest.mark.joip_server(sessions=5, seed=2, rate_limit="7/10s", latency=0.001)

def test_of_the_module(joip_server):
    assert joip_server.store.count() == 5
    assert (joip_server.limiter.rate.limit, joip_server.latency) == (7, 0.001)

@pytest.mark.joip_server(sessions=6, faults=["delay seconds=0", "html once"])
def test_of_its_own(joip_server):
    assert joip_server.store.count() == 6
    assert joip_server.limiter.rate.limit == 7
    assert [rule.effect.kind for rule in joip_server.faults.plan.rules] == ["delay", "html"]
"""
        )
        == 2
    )


@pytest.mark.parametrize(
    ("marker", "told"),
    [
        ("5", "takes its options by name, such as sessions=50."),
        ("session=5", "has no option “session”; it has sessions, seed, rate_limit, latency, faults."),
        ("sessions='5'", "can't use sessions='5': a whole number from 0 on is needed."),
        ("latency=-1", "can't use latency=-1: a number of seconds is needed."),
        ("rate_limit='fast'", "can't use rate_limit='fast': “fast” is no rate limit;"),
        ("rate_limit=5", "can't use rate_limit=5: a text such as '100/15m' or 'off' is needed."),
        ("faults='fire'", "can't use faults='fire': There is no fault “fire”."),
        ("faults=3", "can't use faults=3: rules such as 'status code=503 every=3' are needed."),
    ],
)
def test_wrong_options_are_said_with_the_test(project: Project, marker: str, told: str) -> None:
    done = project.run(f"import pytest\n@pytest.mark.joip_server({marker})\ndef test_it(joip_server):\n    pass\n")
    assert done.returncode == 1
    assert f"test_it.py::test_it: the marker joip_server {told}" in done.stdout


def test_the_report_of_a_failure_has_the_requests_and_no_cookie(project: Project) -> None:
    done = project.run(
        """
import urllib.request

def test_it(joip_server):
    headers = {"Cookie": "connect.sid=" + joip_server.cookie}
    for path in ("/api/sessions", "/api/auth/user"):
        urllib.request.urlopen(urllib.request.Request(joip_server.origin + path, headers=headers)).close()
    assert joip_server.store.count() == 1
    print(joip_server.cookie)
"""
    )
    assert done.returncode == 1
    section = done.stdout.partition("JOIP server: last requests")[2]
    assert "GET /api/sessions -> 200\nGET /api/auth/user -> 200\n" in section
    assert "s%3A" not in section


def test_nothing_of_the_window_is_loaded(project: Project) -> None:
    assert (
        project.passed(
            """
import sys

def test_it(joip_server):
    heavy = ("PySide6", "qasync", "httpx", "pydantic")
    assert not [name for name in sys.modules if name.partition(".")[0] in heavy]
"""
        )
        == 1
    )
