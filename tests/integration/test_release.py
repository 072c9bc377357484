"""What a release is made of: wheel and sdist, the files for desktops, and one version in all places."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from joip_desktop import __version__
from resources.release import check
from resources.release.bundle import IDENTIFIER

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packages")
    assert list(check.packages(folder)) == []
    return folder


def test_the_wheel_works_where_only_it_is_installed(built: Path, tmp_path: Path) -> None:
    (wheel,) = built.glob("*.whl")
    assert wheel.name == f"joip_desktop-{__version__}-py3-none-any.whl"
    target = tmp_path / "installed"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(target)]
    subprocess.run([*pip, str(wheel)], check=True)
    program = "import sys, joip_desktop.app as app; sys.stderr.write(app.__file__); raise SystemExit(app.main())"

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONPATH": str(target), "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, "-c", program, *arguments]
        return subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)

    told = run("--version")
    assert told.stdout == f"JOIP Desktop {__version__}\n"
    assert told.stderr.startswith(str(target))
    picture = tmp_path / "window.png"
    ended = run("--demo", "--profile-dir", str(tmp_path / "profile"), "--screenshot", str(picture))
    assert ended.returncode == 0, ended.stderr
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_the_files_for_desktops_are_valid() -> None:
    assert list(check.desktop_files()) == []


def test_the_metainfo_tells_of_this_version() -> None:
    metainfo = (ROOT / "resources" / "release" / f"{IDENTIFIER}.metainfo.xml").read_text(encoding="utf-8")
    changelog = f"# Changelog\n\n## {__version__} – 2026-11-27\n"
    assert list(check.versions(changelog, metainfo)) == []
    assert len(list(check.versions("## Unreleased\n", metainfo, "9.9.9"))) == 2


def test_no_other_place_states_a_version() -> None:
    texts = {
        name: (ROOT / name).read_text(encoding="utf-8")
        for name in ("pyproject.toml", "resources/release/joip-desktop.spec", "resources/release/bundle.py", "Makefile")
    }
    assert [name for name, text in texts.items() if f'"{__version__}"' in text] == []


def test_a_wheel_that_lacks_something_is_complained_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "IN_WHEEL", ("joip_desktop/nothing.txt",))
    assert [one for one in check.packages(tmp_path) if "lacks joip_desktop/nothing.txt" in one]
