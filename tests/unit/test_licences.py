from __future__ import annotations

from importlib.metadata import distributions
from pathlib import Path

import pytest

from joip_desktop import __version__
from joip_desktop.engine.slices import at_once
from joip_desktop.licences import gathering
from resources.release.system_licences import packages_of


def test_everything_that_the_app_needs_is_listed_once_with_its_licence_and_the_text() -> None:
    found = at_once(gathering())
    names = [one.name.casefold() for one in found]
    assert (found[0].name, found[0].version, found[0].licence) == ("JOIP Desktop", __version__, "MIT")
    assert {"python", "pyside6_essentials", "httpx", "pydantic", "keyring", "uvicorn", "h11"} <= set(names)
    assert len(names) == len(set(names))
    assert [one.name for one in found if not one.text] == []
    assert [one.name for one in found if one.licence in ("", "?")] == []


def test_what_only_developers_need_is_not_listed() -> None:
    names = {one.name.casefold() for one in at_once(gathering())}
    installed = {one.metadata["Name"].casefold() for one in distributions()}
    for name in ("pytest", "mypy", "hypothesis", "pyinstaller"):
        assert name in installed
        assert name not in names


def test_qts_licence_is_there_in_full_with_where_its_source_is() -> None:
    (qt,) = [one for one in at_once(gathering()) if one.name == "PySide6_Essentials"]
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in qt.text
    assert "GNU GENERAL PUBLIC LICENSE" in qt.text
    assert "https://code.qt.io" in qt.text
    assert "you may" in qt.text


def test_what_a_bundle_took_over_from_the_system_is_listed_by_its_packages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (package,) = {one for one in packages_of([Path("/usr/bin/dpkg-query")]) if one.name == "dpkg"}
    folder = tmp_path / "resources" / "licences" / "system"
    folder.mkdir(parents=True)
    (folder / package.file_name).write_bytes(package.copyright.read_bytes())
    for name in ("LGPL-3.0.txt", "GPL-3.0.txt"):
        (folder.parent / name).write_text(name)
    monkeypatch.setattr("joip_desktop.resources._PACKAGE", tmp_path)
    (found,) = [one for one in at_once(gathering()) if one.name == "dpkg"]
    assert found.version == package.version.replace(":", "-")
    assert "GPL" in found.licence
    assert len(found.text) > 100
