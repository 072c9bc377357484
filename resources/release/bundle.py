"""Make the bundle: a folder that runs without Python on the machine, what desktops want beside it, and an archive.

Usage: python resources/release/bundle.py [--into DIR] [--no-archive]
"""

from __future__ import annotations

import argparse
import platform
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent
ROOT: Final = HERE.parents[1]
sys.path.insert(0, str(ROOT))

from joip_desktop import __version__  # noqa: E402 - found from wherever this is started
from resources.release.icons import SIZE, write_icon  # noqa: E402 - as well

IDENTIFIER: Final = "io.github.joip_desktop.JoipDesktop"
"""Of an address that nobody else can have; the service's own is not ours to use."""

NAME: Final = "joip-desktop"
_MEGABYTE: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Bundle:
    """What was made; sizes in bytes, `archive` None where none was wanted."""

    folder: Path
    program: Path
    size: int
    archive: Path | None = None

    def told(self) -> str:
        """What there is, and how large."""
        lines = [f"The bundle is in {self.folder}: {self.size / _MEGABYTE:.0f} MB."]
        if self.archive is not None:
            lines.append(f"Packed, it is {self.archive}: {self.archive.stat().st_size / _MEGABYTE:.0f} MB.")
        return "\n".join(lines)


def build(into: Path, *, archive: bool = True) -> Bundle:
    """Make the bundle in a folder, in place of a former one.

    Raises:
        subprocess.CalledProcessError: PyInstaller failed; it has said why.
    """
    into = into.resolve()  # PyInstaller runs in another folder
    with tempfile.TemporaryDirectory() as work:
        options = ["--noconfirm", "--log-level", "WARN", "--distpath", str(into), "--workpath", work]
        recipe = str(HERE / f"{NAME}.spec")
        subprocess.run([sys.executable, "-m", "PyInstaller", *options, recipe], check=True, cwd=ROOT)
    folder = into / NAME
    _add_desktop_files(folder)
    program = folder / (f"{NAME}.exe" if sys.platform == "win32" else NAME)
    size = sum(file.lstat().st_size for file in folder.rglob("*") if not file.is_dir())
    packed = None
    if archive:
        named = into / f"{NAME}-{__version__}-{platform.system().lower()}-{platform.machine().lower()}"
        packed_folder = "JOIP Desktop.app" if sys.platform == "darwin" else NAME
        form = "zip" if sys.platform == "win32" else "gztar"
        packed = Path(shutil.make_archive(str(named), form, root_dir=into, base_dir=packed_folder))
    return Bundle(folder, program, size, packed)


def _add_desktop_files(folder: Path) -> None:
    """What Linux desktops look for, as it stands below /usr/share."""
    if sys.platform != "linux":
        return
    source = ROOT / "resources" / "icons" / f"{NAME}.svg"
    share = folder / "share"
    for name, place in ((f"{IDENTIFIER}.desktop", "applications"), (f"{IDENTIFIER}.metainfo.xml", "metainfo")):
        (share / place).mkdir(parents=True, exist_ok=True)
        shutil.copy(HERE / name, share / place / name)
    theme = share / "icons" / "hicolor"
    (theme / "scalable" / "apps").mkdir(parents=True, exist_ok=True)
    shutil.copy(source, theme / "scalable" / "apps" / f"{IDENTIFIER}.svg")
    write_icon(source, theme / f"{SIZE}x{SIZE}" / "apps" / f"{IDENTIFIER}.png")


def main() -> int:
    """Returns the exit code."""
    parser = argparse.ArgumentParser(prog="bundle.py", description=__doc__.partition("\n")[0])
    parser.add_argument("--into", type=Path, default=ROOT / "dist", help="the folder that it is made in (dist)")
    parser.add_argument("--no-archive", action="store_true", help="make no archive of it")
    asked = parser.parse_args()
    sys.stdout.write(build(asked.into, archive=not asked.no_archive).told() + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
