from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from joip_desktop.ui.notices import Notices
from joip_desktop.ui.theme import LIGHT


@pytest.fixture
def notices(qtbot: QtBot) -> Notices:
    made = Notices()
    qtbot.addWidget(made)
    return made


def test_sentences_stand_below_each_other_until_all_are_dismissed(notices: Notices) -> None:
    assert notices.isHidden()
    for sentence in ("One.", "Two.", "One."):
        notices.add(sentence)
    assert notices.label.text().splitlines() == ["Two.", "One."]
    assert not notices.isHidden()
    assert notices.button.text() == "OK"
    notices.button.click()
    assert notices.isHidden()
    notices.add("Three.")
    assert notices.label.text() == "Three."


def test_what_is_taken_back_goes_alone_and_the_last_one_takes_the_banner_along(notices: Notices) -> None:
    notices.add("One.")
    notices.add("Two.")
    for sentence in ("One.", "One.", "Never said."):
        notices.take_back(sentence)
    assert notices.label.text() == "Two."
    notices.take_back("Two.")
    assert notices.isHidden()


def test_it_has_a_banners_colours(notices: Notices, qtbot: QtBot) -> None:
    notices.set_colours(LIGHT)
    notices.add("One.")
    with qtbot.waitExposed(notices):
        notices.show()
    assert notices.grab().toImage().pixelColor(2, 2) == LIGHT.banner
    notices.close()
