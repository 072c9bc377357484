from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from joip_desktop.storage.settings import (
    SETTINGS,
    Appearance,
    ForPeople,
    Page,
    ProxyMode,
    SettingKind,
    Settings,
    SettingSpec,
)
from joip_desktop.ui.dialogs.settings import SettingsDialog
from joip_desktop.ui.theme import LIGHT

Open = Callable[..., SettingsDialog]


class Opened:
    def __init__(self, qtbot: QtBot, settings: Settings, specs: Mapping[str, SettingSpec] = SETTINGS) -> None:
        self.settings = settings
        self.dialog = SettingsDialog(settings, colours=LIGHT, specs=specs)
        qtbot.addWidget(self.dialog)
        self.dialog.open()
        self.changed: list[str] = []
        self.dialog.changed.connect(self.changed.append)

    def choose(self, name: str, text: str) -> None:
        box = self.dialog.fields[name].editor
        assert isinstance(box, QComboBox)
        box.setCurrentText(text)


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Opened]:
    one = Opened(qtbot, Settings(discreet=True, tile_size=200, proxy="http://a.example:1"))
    yield one
    one.dialog.close()


def test_every_setting_for_people_is_there_once_with_its_value(opened: Opened) -> None:
    assert set(opened.dialog.fields) == set(SETTINGS)
    pages = [opened.dialog.pages.tabText(place) for place in range(opened.dialog.pages.count())]
    assert pages == ["Appearance", "Sessions", "Privacy", "Network", "Advanced"]
    discreet, size, proxy = (opened.dialog.fields[name].editor for name in ("discreet", "tile_size", "proxy"))
    assert isinstance(discreet, QCheckBox)
    assert discreet.isChecked()
    assert isinstance(size, QSpinBox)
    assert (size.value(), size.minimum(), size.maximum(), size.suffix()) == (200, 120, 400, " px")
    assert isinstance(proxy, QLineEdit)
    assert proxy.text() == "http://a.example:1"
    assert opened.changed == [], "showing is not choosing"


def test_a_choice_counts_at_once(opened: Opened) -> None:
    opened.choose("appearance", "Dark")
    assert opened.settings.appearance is Appearance.DARK
    discreet = opened.dialog.fields["discreet"].editor
    QTest.keyClick(discreet, Qt.Key.Key_Space)
    assert opened.settings.discreet is False
    assert opened.changed == ["appearance", "discreet"]


def test_what_means_nothing_now_can_not_be_chosen(opened: Opened) -> None:
    field = opened.dialog.fields["proxy"]
    assert not field.editor.isEnabled()
    opened.choose("proxy_mode", "The one below")
    assert opened.settings.proxy_mode is ProxyMode.MANUAL
    assert field.editor.isEnabled()
    assert field.label.isEnabled()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("proxy", "Begin the address with http:// or https://."),
        ("http://me:hidden@p.example", "Leave user name and password out; a proxy that asks for them can’t be used."),
        ("http://p.example:99999", "The port behind the colon is a whole number from 1 to 65535."),
        ("http://p.example/path", "The address ends with the port; nothing may follow."),
    ],
)
def test_what_can_not_be_used_is_said_and_does_not_count(opened: Opened, typed: str, told: str) -> None:
    opened.choose("proxy_mode", "The one below")
    field = opened.dialog.fields["proxy"]
    assert isinstance(field.editor, QLineEdit)
    field.editor.setText(typed)
    assert (field.mistake.isHidden(), field.mistake.text()) == (False, told)
    assert opened.settings.proxy == "http://a.example:1"
    field.editor.setText("http://b.example:2")
    assert field.mistake.isHidden()
    assert opened.settings.proxy == "http://b.example:2"


def test_the_defaults_of_a_page_can_be_restored(opened: Opened) -> None:
    opened.dialog.pages.setCurrentIndex(1)
    opened.dialog.restore_button.click()
    assert opened.settings.tile_size == 180
    assert opened.settings.discreet is True, "that is on another page"
    assert opened.changed == ["tile_size"]
    size = opened.dialog.fields["tile_size"].editor
    assert isinstance(size, QSpinBox)
    assert size.value() == 180


def test_when_it_counts_is_told_where_that_is_not_at_once(opened: Opened) -> None:
    assert opened.dialog.fields["language"].help.text().endswith("Counts from the next start on.")
    assert "next start" not in opened.dialog.fields["appearance"].help.text()


def test_a_new_setting_needs_no_line_in_the_dialog(qtbot: QtBot) -> None:
    marks = ForPeople(page=Page.ADVANCED)
    new = SettingSpec(
        name="demo_port",
        kind=SettingKind.NUMBER,
        english_title="Level",
        english_description="How much.",
        default=5,
        minimum=0,
        maximum=9,
        marks=marks,
    )
    one = Opened(qtbot, Settings(demo_port=5), {**SETTINGS, "demo_port": new})
    field = one.dialog.fields["demo_port"]
    assert isinstance(field.editor, QSpinBox)
    field.editor.setValue(7)
    assert one.settings.demo_port == 7
    assert (field.label.text(), field.help.text()) == ("Level", "How much.")
    one.dialog.close()


def test_return_and_escape_close_it(opened: Opened) -> None:
    QTest.keyClick(opened.dialog, Qt.Key.Key_Escape)
    assert not opened.dialog.isVisible()
