"""The bundle, from an empty environment: it starts with no Python around it, and does the main job on its own mock."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest
from PyInstaller.archive.readers import CArchiveReader

from joip_desktop import __version__, licences
from resources.release.bundle import Bundle, build
from tests.helpers.x_display import display, needs_x, running

PATIENCE = 60.0


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    """Made anew, so that it is of these very sources."""
    return build(tmp_path_factory.mktemp("bundle"), archive=False)


def run(bundle: Bundle, home: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [bundle.program, *arguments],
        env={"HOME": str(home), **environment},
        cwd=home,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )


def wait(condition: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.1)


@contextmanager
def mock(bundle: Bundle, home: Path) -> Iterator[Mapping[str, str]]:
    """The bundle's own server, without a limit; address, cookie and token."""
    command = [str(bundle.program), "mock", "--sessions", "60", "--rate-limit", "off"]
    with running(command, env={"HOME": str(home)}, cwd=home, stdout=subprocess.PIPE) as server:
        assert server.stdout is not None
        told: dict[str, str] = json.loads(server.stdout.readline())
        yield told
        server.stdout.close()


def rows(server: Mapping[str, str]) -> list[dict[str, Any]]:
    request = Request(server["address"] + "/api/sessions", headers={"Cookie": f"connect.sid={server['cookie']}"})
    with urlopen(request, timeout=10) as answer:
        found: list[dict[str, Any]] = json.load(answer)
    return found


_SYSTEM = ("/usr/lib", "/lib", "/usr/share/", "/dev/", "/memfd:", "/SYSV", "/var/cache/fontconfig/")


def foreign_files(pid: int | str, bundle: Bundle) -> set[str]:
    """What a process has mapped that is neither of the bundle nor a library of the system, or is of another Python."""
    maps = Path(f"/proc/{pid}/maps").read_text(encoding="utf-8")
    paths = {match[1] for match in re.finditer(r"(/\S.*)$", maps, re.MULTILINE)}
    others = {path for path in paths if not path.startswith(f"{bundle.folder}/")}
    return {path for path in others if "python" in path or not path.startswith(_SYSTEM)}


def test_it_tells_its_version_and_its_size(bundle: Bundle, tmp_path: Path) -> None:
    ended = run(bundle, tmp_path, "--version")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, f"JOIP Desktop {__version__}\n", "")
    assert re.search(r"The bundle is in .*: \d+ MB\.", bundle.told())
    assert 50e6 < bundle.size < 260e6


def test_without_a_display_it_says_so(bundle: Bundle, tmp_path: Path) -> None:
    ended = run(bundle, tmp_path)
    assert ended.returncode == 2
    assert "There is no display" in ended.stderr


def test_offscreen_it_does_the_main_job_on_its_own_mock(bundle: Bundle, tmp_path: Path) -> None:
    profile, pictures = str(tmp_path / "profile"), tmp_path / "tour"
    arguments = ("--demo", "--profile-dir", profile, "--tour", str(pictures))
    ended = run(bundle, tmp_path, *arguments, QT_QPA_PLATFORM="offscreen", LC_ALL="C.UTF-8")
    assert ended.returncode == 0, ended.stderr
    assert "Favourited 40 sessions with F" in ended.stdout
    assert len(list(pictures.glob("*.png"))) > 20


def test_it_has_german_its_help_and_the_licences_with_it(bundle: Bundle, tmp_path: Path) -> None:
    assert "Sitzungen" in run(bundle, tmp_path, "--help", LANG="de_DE.UTF-8", LC_ALL="de_DE.UTF-8").stdout
    inside = bundle.folder / "_internal" / "joip_desktop"
    for name in ("docs/search.md", "docs/images/light/1-list.png", "resources/licences/LGPL-3.0.txt"):
        assert (inside / name).is_file(), name
    assert list(bundle.folder.rglob("httpx-*.dist-info/licenses/*"))
    taken_over = [path.name for path in (inside / "resources" / "licences" / "system").glob("*.txt")]
    assert [name for name in taken_over if name.startswith("libx11-6_")]


def components_listed_in(bundle: Bundle) -> list[dict[str, str]]:
    """What About finds there, by the bundle's metadata and resources alone."""
    inside = str(bundle.folder / "_internal")
    program = f"""
import sys
sys.path[:0] = [{inside!r}, {str(Path(licences.__file__).parents[1])!r}]
import json, pathlib, joip_desktop.resources
joip_desktop.resources._PACKAGE = pathlib.Path({inside!r}, "joip_desktop")
from dataclasses import asdict
from joip_desktop.licences import gathering
def listing(): print(json.dumps([asdict(one) for one in (yield from gathering())]))
list(listing())
"""
    done = subprocess.run([sys.executable, "-S", "-E", "-c", program], capture_output=True, text=True, check=True)
    found: list[dict[str, str]] = json.loads(done.stdout)
    return found


def test_about_lists_everything_that_is_in_it_with_its_text(bundle: Bundle) -> None:
    listed = components_listed_in(bundle)
    assert {"httpx", "pydantic", "libx11-6"} <= {one["name"] for one in listed}
    assert [one["name"] for one in listed if not one["text"]] == []
    modules = CArchiveReader(str(bundle.program)).open_embedded_archive("PYZ.pyz").toc
    names = {one["name"] for one in listed} | {licences.NAME}
    inside = {module.partition(".")[0] for module in modules}
    owners = {package: owned for package, owned in packages_distributions().items() if package in inside}
    assert "httpx" in owners
    assert {package: owned for package, owned in owners.items() if not names.intersection(owned)} == {}


@needs_x
def test_in_a_real_window_it_stars_every_session_of_its_own_mock(bundle: Bundle, tmp_path: Path) -> None:
    with mock(bundle, tmp_path) as server, display() as screen:
        environment = {"HOME": str(tmp_path), "DISPLAY": screen, "JOIP_COOKIE": server["cookie"]}
        command = [str(bundle.program), "--server", server["address"], "--profile-dir", str(tmp_path / "profile")]

        def hands(*wanted: str) -> bool:
            """Use xdotool, which alone has a PATH; whether that came about."""
            with_path = {**environment, "PATH": "/usr/bin:/bin"}
            return not subprocess.run(["xdotool", *wanted], env=with_path, capture_output=True, check=False).returncode

        with running(command, env=environment, cwd=tmp_path) as app:
            wait(lambda: hands("search", "--onlyvisible", "--class", "joip-desktop"))
            assert foreign_files(app.pid, bundle) == set()
            assert foreign_files("self", bundle)  # as this process has files of a Python outside
            time.sleep(1.5)  # for the list, which nothing tells of outside
            assert hands("key", "--delay", "80", "ctrl+f", "Escape", "ctrl+a", "f")
            time.sleep(1.0)  # for the plan
            assert hands("key", "Return")
            wait(lambda: all(row["isFavorite"] for row in rows(server)))
