"""Everything that is looked at before a release; says at the end what was found. Changes nothing but `dist`.

Usage: python resources/release/check.py
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent
ROOT: Final = HERE.parents[1]
sys.path.insert(0, str(ROOT))

from joip_desktop import __version__  # noqa: E402 - found from wherever this is started
from resources.release.bundle import IDENTIFIER, build  # noqa: E402 - as well

Problems = Iterator[str]

IN_WHEEL: Final = (
    *("joip_desktop/py.typed", "joip_desktop/resources/icons/joip-desktop.svg"),
    *("joip_desktop/resources/translations/joip_de.qm", "joip_desktop/resources/licences/LGPL-3.0.txt"),
    *("joip_desktop/docs/search.md", "joip_desktop/docs/images/light/1-list.png"),
)
"""What would be missed first if resources were left out."""

IN_SDIST: Final = ("main.py", "Makefile", "constraints.txt", "tests/conftest.py", "resources/release/bundle.py")


def versions(changelog: str, metainfo: str, version: str = __version__) -> Problems:
    """Whether the texts of changelog and AppStream metadata are of this version."""
    heading = re.search(r"^## \[?([^\]\s]+)", changelog, re.MULTILINE)
    if heading is None or heading[1] != version:
        yield f"CHANGELOG.md begins with “{heading[1] if heading else ''}”, not with {version}."
    newest = ET.fromstring(metainfo).find("releases/release")  # noqa: S314 - a file of our own
    if newest is None or newest.get("version") != version:
        yield f"The newest release in the metainfo is not {version}."


def _texts() -> Problems:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    yield from versions(changelog, (HERE / f"{IDENTIFIER}.metainfo.xml").read_text(encoding="utf-8"))


def _tree() -> Problems:
    """A release is made of what is committed."""
    status = _run("git", "status", "--porcelain")
    if status.stdout.strip():
        yield "There are changes that are not committed."


def desktop_files() -> Problems:
    """What the validators of freedesktop.org say."""
    for tool, *arguments in (
        ("desktop-file-validate", str(HERE / f"{IDENTIFIER}.desktop")),
        ("appstreamcli", "validate", "--no-net", str(HERE / f"{IDENTIFIER}.metainfo.xml")),
    ):
        if shutil.which(tool) is None:
            yield f"{tool} is not installed, so this could not be looked at."
        elif (done := _run(tool, *arguments)).returncode:
            yield f"{tool}: {(done.stdout + done.stderr).strip()}"


def packages(into: Path) -> Problems:
    """Make wheel and sdist, and look into them."""
    done = _run(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(into), str(ROOT))
    if done.returncode:
        yield f"Building failed: {(done.stdout + done.stderr).strip()[-800:]}"
        return
    (wheel,), (sdist,) = into.glob("*.whl"), into.glob("*.tar.gz")
    with zipfile.ZipFile(wheel) as found:
        names = found.namelist()
    yield from (f"{wheel.name} lacks {name}." for name in IN_WHEEL if name not in names)
    yield from (
        f"{wheel.name} holds {name}." for name in names if name.startswith(("tests/", "joip_desktop/resources/release"))
    )
    with tarfile.open(sdist) as packed:
        inside = {name.partition("/")[2] for name in packed.getnames()}
    yield from (f"{sdist.name} lacks {name}." for name in IN_SDIST if name not in inside)


def starts(program: Path) -> Problems:
    """Whether a bundle starts with nothing around it, and tells its version."""
    with tempfile.TemporaryDirectory() as home:
        done = _run(str(program), "--version", env={"HOME": home})
    if done.stdout.strip() != f"JOIP Desktop {__version__}":
        yield f"The bundle says “{done.stdout.strip()}” of itself, and {done.stderr.strip()}"


def _packages() -> Problems:
    with tempfile.TemporaryDirectory() as folder:
        yield from packages(Path(folder))


def _bundle() -> Problems:
    try:
        made = build(ROOT / "dist")
    except subprocess.CalledProcessError as error:
        yield f"PyInstaller failed ({error.returncode}); see above."
        return
    sys.stdout.write(made.told() + "\n")
    yield from starts(made.program)


CHECKS: Final[Mapping[str, Callable[[], Problems]]] = {
    "everything is committed": _tree,
    "version, changelog and metainfo agree": _texts,
    ".desktop file and AppStream metadata are valid": desktop_files,
    "wheel and sdist hold what they should": _packages,
    "the bundle is built and starts": _bundle,
}


def _run(*command: str, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=ROOT, env=dict(os.environ if env is None else env), capture_output=True, text=True, check=False
    )


def main() -> int:
    """Returns the exit code: 1 where something is not ready."""
    bad = 0
    for what, check in CHECKS.items():
        problems = list(check())
        bad += bool(problems)
        sys.stdout.write(
            "\n".join([f"{'no ' if problems else 'ok '} {what}", *(f"      {one}" for one in problems)]) + "\n"
        )
        sys.stdout.flush()
    sys.stdout.write(f"{__version__} is {'not ready: see above' if bad else 'ready to be released'}.\n")
    return int(bool(bad))


if __name__ == "__main__":
    sys.exit(main())
