from __future__ import annotations

import json
from pathlib import Path

import pytest
from pydantic import ValidationError

from joip_desktop.domain.errors import StorageError
from joip_desktop.storage.settings import Appearance, Density, SavedSearch, Settings, View
from joip_desktop.storage.settings_file import SettingsFile


def set_aside(folder: Path) -> list[Path]:
    return sorted(folder.glob("settings.json.corrupt-*"))


def test_without_a_file_there_are_the_defaults_and_nothing_to_say(tmp_path: Path) -> None:
    loaded = SettingsFile(tmp_path / "settings.json").load()
    assert loaded.settings == Settings()
    assert loaded.notice == ""
    assert list(tmp_path.iterdir()) == []


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "new" / "folder" / "settings.json")
    file.save(Settings(appearance=Appearance.DARK, server="https://app.joip.io", window_geometry="AdnQ ü"))
    loaded = file.load()
    assert loaded.settings == Settings(
        appearance=Appearance.DARK, server="https://app.joip.io", window_geometry="AdnQ ü"
    )
    assert loaded.notice == ""


def test_keys_of_a_newer_version_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"appearance": "light", "telepathy": {"range": [1, 2]}}', encoding="utf-8")
    file = SettingsFile(path)
    settings = file.load().settings
    settings.appearance = Appearance.DARK
    file.save(settings)
    told = json.loads(path.read_text(encoding="utf-8"))
    assert told["telepathy"] == {"range": [1, 2]}
    assert told["appearance"] == "dark"


EVERYTHING = Settings(
    view=View.GALLERY,
    density=Density.COMPACT,
    tile_size=240,
    sorting=["-updated", "title"],
    picture_cache_mb=0,
    discreet=True,
    saved_searches=[SavedSearch(name="Slow ones", search="interval:>10"), SavedSearch(name="Ü", search="-is:public")],
    category_names={"https://joip.example 3": "Evenings"},
)


def test_every_setting_comes_back_and_says_what_it_is(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    file.save(EVERYTHING)
    assert file.load().settings == EVERYTHING
    assert [name for name, field in Settings.model_fields.items() if not (field.title and field.description)] == []


def test_a_saved_search_of_a_newer_version_keeps_what_only_that_one_knows(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"saved_searches": [{"name": "A", "search": "b", "colour": "red"}]}', encoding="utf-8")
    file = SettingsFile(path)
    loaded = file.load()
    assert loaded.notice == ""
    file.save(loaded.settings)
    assert json.loads(path.read_text(encoding="utf-8"))["saved_searches"] == [
        {"name": "A", "search": "b", "colour": "red"}
    ]


@pytest.mark.parametrize(
    ("key", "found", "kept", "title"),
    [
        ("appearance", 3, Appearance.SYSTEM, "Appearance"),
        ("tile_size", 5_000, 180, "Picture size"),
        ("tile_size", 5, 180, "Picture size"),
        ("picture_cache_mb", -1, 200, "Room for pictures"),
        ("density", 3, Density.NORMAL, "Row height"),
        ("sorting", ["title", None, "-updated"], ["title", "-updated"], "Sorting"),
        ("saved_searches", "none", [], "Saved searches"),
        (
            "saved_searches",
            [{"name": "A"}, {"name": "B", "search": "b"}, 5, {"name": "", "search": ""}, {"name": "C", "search": "c"}],
            [SavedSearch(name="B", search="b"), SavedSearch(name="C", search="c")],
            "Saved searches",
        ),
        ("category_names", {"x 1": "One", "x 2": None}, {"x 1": "One"}, "Names of categories"),
    ],
)
def test_a_value_that_makes_no_sense_takes_no_other_with_it(
    tmp_path: Path, key: str, found: object, kept: object, title: str
) -> None:
    path = tmp_path / "settings.json"
    text = json.dumps({**EVERYTHING.model_dump(mode="json"), "newer": 1, key: found})
    path.write_text(text, encoding="utf-8")
    file = SettingsFile(path)
    loaded = file.load()
    assert loaded.settings.model_dump() == {
        **Settings(**{**EVERYTHING.model_dump(), key: kept}).model_dump(),
        "newer": 1,
    }
    assert f"“{title}” made no sense" in loaded.notice
    assert [aside.read_text(encoding="utf-8") for aside in set_aside(tmp_path)] == [text]
    file.save(loaded.settings)
    assert file.load() == file.load()
    assert file.load().notice == ""


def test_a_choice_that_only_a_newer_version_has_stays_until_another_is_made(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"appearance": "pink", "server": "x"}', encoding="utf-8")
    file = SettingsFile(path)
    loaded = file.load()
    assert loaded.settings == Settings(server="x")
    assert "hold a choice that this version does not know, for “Appearance”." in loaded.notice
    assert set_aside(tmp_path) == []
    loaded.settings.server = "y"
    file.save(loaded.settings)
    assert json.loads(path.read_text(encoding="utf-8"))["appearance"] == "pink"
    loaded.settings.appearance = Appearance.DARK
    file.save(loaded.settings)
    assert json.loads(path.read_text(encoding="utf-8"))["appearance"] == "dark"
    assert file.load().notice == ""


def test_every_wrong_value_is_named(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"view": 1, "server": "x", "sorting": [2, "title"], "discreet": "maybe"}', encoding="utf-8")
    loaded = SettingsFile(path).load()
    assert loaded.settings == Settings(server="x", sorting=["title"])
    for title in ("View", "Sorting", "Discreet mode"):
        assert f"“{title}”" in loaded.notice


def test_names_of_categories_belong_to_an_account() -> None:
    settings = Settings()
    settings.name_category("https://joip.example", 3, "Evenings")
    settings.name_category("https://joip.example", -12, "Old")
    settings.name_category("Demo", 3, "Three")
    assert settings.category_name("https://joip.example", 3) == "Evenings"
    assert settings.category_name("https://joip.example", 4) == ""
    assert settings.named_categories("https://joip.example") == [-12, 3]
    settings.name_category("https://joip.example", 3, "")
    assert settings.named_categories("https://joip.example") == [-12]
    assert settings.named_categories("Demo") == [3]
    assert settings.named_categories("nobody") == []


def test_keys_of_names_that_nobody_wrote_are_passed_over() -> None:
    names = {"Demo x": "a", "Demo ": "b", "Demo": "c", " 3": "d", "Demo 3": "e", "Demo ²": "f", "Demo --1": "g"}
    assert Settings(category_names=names).named_categories("Demo") == [3]


def test_a_wrong_value_is_refused_when_it_is_set() -> None:
    settings = Settings()
    with pytest.raises(ValidationError):
        settings.appearance = "pink"  # type: ignore[assignment]  # what is tested
    assert settings.appearance is Appearance.SYSTEM


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"text"',
        b'{"appearance": 3}',
        b'{"appearance": null}',
        b'{"server": 5}',
        b'{"server": "\\ud800"}',
        b'{"newer": "\\ud800"}',
        b'{"newer": ' + b"[" * 400 + b"]" * 400 + b"}",
        b"[" * 200_000,
        b'{"newer": ' + b"9" * 5000 + b"}",
        b"\x00\xff\xfe\x80",
        bytes(range(256)),
    ],
    ids=lambda content: repr(content[:24]),
)
def test_a_file_that_makes_no_sense_is_set_aside_whole(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    file = SettingsFile(path)
    loaded = file.load()
    assert loaded.settings == Settings()
    assert [aside.read_bytes() for aside in set_aside(tmp_path)] == [content]
    assert set_aside(tmp_path)[0].name in loaded.notice
    assert str(path) in loaded.notice
    file.save(loaded.settings)
    assert file.load().notice == ""
    assert [aside.read_bytes() for aside in set_aside(tmp_path)] == [content]


def test_files_set_aside_do_not_replace_each_other(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    for content in ("first", "second"):
        path.write_text(content, encoding="utf-8")
        SettingsFile(path).load()
    assert {aside.read_text(encoding="utf-8") for aside in set_aside(tmp_path)} == {"first", "second"}


def test_a_folder_in_place_of_the_file_is_set_aside_with_what_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.mkdir()
    (path / "precious").write_text("kept", encoding="utf-8")
    file = SettingsFile(path)
    loaded = file.load()
    assert loaded.settings == Settings()
    assert "could not be read and were set aside" in loaded.notice
    file.save(Settings(server="x"))
    assert file.load().settings.server == "x"
    assert (set_aside(tmp_path)[0] / "precious").read_text(encoding="utf-8") == "kept"


def test_a_file_that_the_system_refuses_to_read_is_not_overwritten_either(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.symlink_to(path)  # reading fails with "too many levels", also for root
    file = SettingsFile(path)
    assert "set aside" in file.load().notice
    file.save(Settings(server="x"))
    assert file.load().settings.server == "x"
    assert [aside.is_symlink() for aside in set_aside(tmp_path)] == [True]


def test_a_place_that_can_be_neither_read_nor_written_says_so(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("precious", encoding="utf-8")
    file = SettingsFile(in_the_way / "settings.json")
    loaded = file.load()
    assert loaded.settings == Settings()
    assert "can't be set aside" in loaded.notice
    with pytest.raises(StorageError) as caught:
        file.save(Settings())
    assert "could not be saved" in caught.value.sentence
    assert caught.value.next_step
    assert in_the_way.read_text(encoding="utf-8") == "precious"


def test_saving_is_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "settings.json"
    file = SettingsFile(path)
    file.save(Settings(server="before"))

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(StorageError, match="No space left on device"):
        file.save(Settings(server="after"))
    assert file.load().settings.server == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_in_the_way_of_saving_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.mkdir()
    with pytest.raises(StorageError):
        SettingsFile(path).save(Settings())
    assert list(tmp_path.iterdir()) == [path]
