from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QMenu, QPushButton, QRadioButton, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.storage.settings import Appearance, View
from joip_desktop.ui.editor.chips import ChipsEditor
from joip_desktop.ui.editor.interval_slider import _Scale
from joip_desktop.ui.editor.preview import TransitionPreview
from joip_desktop.ui.theme import DARK, LIGHT, Colours, Theme, palette_of
from tests.helpers.contrast import READABLE, SCALE, VISIBLE, contrast, measured, painted, painted_as_is, texts
from tests.helpers.examples import IMPORTED, KINDS, OTHER, PLAIN, appearance_of
from tests.helpers.opened_scenes import DIALOGS, opened_dialog
from tests.helpers.showcase import several_form, window_on
from tests.helpers.still_workspace import fail_next, submit, workspace_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # raising and grabbing, offscreen

ROLE, GROUP = QPalette.ColorRole, QPalette.ColorGroup
APPEARANCES = (Appearance.LIGHT, Appearance.DARK)

TEXT_ON = {
    "text": ("window", "base", "stripe", "button"),
    "muted": ("window", "base", "stripe", "button"),
    "disabled": ("window", "base", "stripe", "button"),
    "pending": ("window", "base", "stripe"),
    "error": ("window", "base", "stripe"),
    "conflict": ("window", "base", "stripe"),
    "on_accent": ("accent",),
    "on_banner": ("banner",),
}
"""Every colour of text, and the backgrounds it is used on."""

SHOWN_ON = {
    "pending": ("window", "base", "stripe", "button"),  # the ring around what has the keyboard
    "star": ("base", "stripe"),
}
"""Every colour that shows a state, and what is around it."""

PALETTE_TEXTS = {
    ROLE.WindowText: (ROLE.Window,),
    ROLE.Text: (ROLE.Base, ROLE.AlternateBase, ROLE.Window),  # of a locked field, on the window's ground
    ROLE.ButtonText: (ROLE.Button, ROLE.Window),
    ROLE.BrightText: (ROLE.Window, ROLE.Base),
    ROLE.HighlightedText: (ROLE.Highlight,),
    ROLE.ToolTipText: (ROLE.ToolTipBase,),
    ROLE.PlaceholderText: (ROLE.Base, ROLE.AlternateBase, ROLE.Window),
    ROLE.Link: (ROLE.Base, ROLE.Window),
}
"""In what Qt draws texts, and on what."""


# --- colours ----------------------------------------------------------------------------------------------------------


def test_the_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_every_colour_is_looked_at() -> None:
    grounds = {"window", "base", "stripe", "button", "accent", "banner", "border", "box"}
    assert set(TEXT_ON) | set(SHOWN_ON) | grounds == set(Colours.__dataclass_fields__)


def test_an_empty_box_is_seen_in_the_dark(qapp: QApplication) -> None:
    theme = Theme(qapp, Appearance.DARK)
    try:
        for box in (QCheckBox(), QRadioButton()):
            box.ensurePolished()
            ground = box.palette().color(ROLE.Base).name()
            assert contrast(ground, DARK.window) >= VISIBLE
            assert contrast(DARK.text, ground) >= VISIBLE  # the tick in it
    finally:
        theme.choose(Appearance.LIGHT)
        theme.close()


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("name", "ground"), [(text, one) for text, grounds in TEXT_ON.items() for one in grounds])
def test_text_can_be_read(colours: Colours, name: str, ground: str) -> None:
    assert contrast(getattr(colours, name), getattr(colours, ground)) >= READABLE


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("name", "ground"), [(one, ground) for one, around in SHOWN_ON.items() for ground in around])
def test_signs_can_be_seen(colours: Colours, name: str, ground: str) -> None:
    assert contrast(getattr(colours, name), getattr(colours, ground)) >= VISIBLE


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("group", [GROUP.Active, GROUP.Inactive, GROUP.Disabled])
def test_the_palette_has_readable_colours_where_qt_draws_text(colours: Colours, group: QPalette.ColorGroup) -> None:
    palette = palette_of(colours)
    for text, grounds in PALETTE_TEXTS.items():
        for ground in grounds:
            ratio = contrast(palette.color(group, text).name(), palette.color(group, ground).name())
            assert ratio >= READABLE, f"{text.name} on {ground.name}: {ratio:.2f}"
    for role in (ROLE.WindowText, ROLE.Text, ROLE.ButtonText):
        assert palette.color(GROUP.Disabled, role).name() == colours.disabled


# --- how it is measured -----------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("ink", "ground"), [("#000000", "#ffffff"), ("#777777", "#ffffff"), ("#888888", "#202020")])
def test_what_is_measured_is_what_was_painted(qtbot: QtBot, ink: str, ground: str) -> None:
    label = QLabel("A few words to be read")
    qtbot.addWidget(label)
    label.setStyleSheet(f"color: {ink}; background: {ground}")
    label.resize(label.sizeHint())
    label.show()
    (text,) = texts(label)
    assert measured(painted(label), text.rect) == pytest.approx(contrast(ink, ground), abs=0.05)


def test_of_a_ground_in_two_colours_the_worse_one_counts() -> None:
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    painter.fillRect(0, 60, 100, 40, QColor("#dddddd"))
    painter.fillRect(20, 20, 10, 60, QColor("#777777"))
    painter.end()
    assert measured(image, QRect(0, 0, 100, 100), scale=1) == pytest.approx(contrast("#777777", "#dddddd"), abs=0.01)


# --- what is painted --------------------------------------------------------------------------------------------------


def unreadable(top: QWidget, *, least: int) -> list[str]:
    """Texts in sight that are hard to read; there are to be some at all."""
    for _ in range(3):  # a layout within a layout asks again after it was asked
        QApplication.processEvents()
    image = painted(top)
    found = list(texts(top))
    assert len(found) >= least, [str(text) for text in found]
    ratios = [(text, measured(image, text.rect)) for text in found]
    return [f"{text}: {ratio:.2f}" for text, ratio in ratios if ratio < READABLE]


@pytest.mark.parametrize("appearance", APPEARANCES)
@pytest.mark.parametrize("kind", KINDS)
def test_all_texts_of_the_window_can_be_read(qtbot: QtBot, kind: str, appearance: Appearance) -> None:
    del qtbot
    with window_on(workspace_of(KINDS[kind], OTHER), appearance) as window:
        window.resize(1280, 1400)
        window.panel.selection.select_sessions([1])
        window.workspace.drafts.edit(1, "title", "")
        window.workspace.drafts.edit(1, "interval_max", 99)
        window.workspace.drafts.edit(1, "subreddits", ("earth", "not a name"))
        submit(window.workspace, 1, title="Refused")
        fail_next(window.workspace)
        submit(window.workspace, 2, title="Waits")
        window.notify("Something happened.")
        window.banner.say("You are signed out.", button="Connect")
        window.toggle_jobs()
        assert unreadable(window, least=60) == []


@pytest.mark.parametrize("appearance", APPEARANCES)
def test_all_texts_of_several_sessions_can_be_read(qtbot: QtBot, appearance: Appearance) -> None:
    del qtbot
    with several_form(PLAIN, OTHER, appearance=appearance) as form:
        assert unreadable(form, least=50) == []
    with several_form(IMPORTED, OTHER, appearance=appearance) as form:
        assert unreadable(form, least=50) == []


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("appearance", APPEARANCES)
@pytest.mark.parametrize("which", DIALOGS)
async def test_all_texts_of_dialogs_can_be_read(which: str, appearance: Appearance) -> None:
    async with opened_dialog(which, appearance) as shown:
        assert unreadable(shown, least=3) == []


@pytest.mark.parametrize("appearance", APPEARANCES)
def test_what_forms_paint_by_themselves_can_be_read(qtbot: QtBot, appearance: Appearance) -> None:
    del qtbot
    with window_on(workspace_of(PLAIN, OTHER), appearance) as window:
        window.resize(1280, 1400)
        window.panel.selection.select_sessions([1])
        form = window.editor.form
        scale = form.slider.findChild(_Scale)
        assert scale is not None
        picture = form.rows["thumbnail"].editor.box  # type: ignore[attr-defined]  # a thumbnail's has one
        QApplication.processEvents()
        image = painted(window)
        for part in (scale, picture):
            inside = part.rect().adjusted(3, 5, -3, -3)
            assert measured(image, inside.translated(part.mapTo(window, QPoint()))) >= READABLE, part


@pytest.mark.parametrize("appearance", APPEARANCES)
def test_a_name_with_the_keyboard_can_be_read(qtbot: QtBot, appearance: Appearance) -> None:
    del qtbot
    with window_on(workspace_of(PLAIN, OTHER), appearance) as window:
        window.panel.selection.select_sessions([1])
        window.workspace.drafts.edit(1, "subreddits", ("earth", "not a name"))
        editor = window.editor.form.rows["subreddits"].editor
        assert isinstance(editor, ChipsEditor)
        for chip in editor.chips:
            chip.setFocus()
            (text,) = texts(chip)
            picture = chip.grab().toImage().scaled(chip.size() * SCALE).convertToFormat(QImage.Format.Format_RGB32)
            assert measured(picture, text.rect) >= READABLE


@pytest.mark.parametrize("appearance", APPEARANCES)
def test_tiles_of_the_gallery_can_be_read(qtbot: QtBot, appearance: Appearance) -> None:
    del qtbot
    with window_on(workspace_of(PLAIN, OTHER), appearance) as window:
        window.panel.show_view(View.GALLERY)
        window.panel.selection.select_sessions([1])
        submit(window.workspace, 2, title="Waits")
        QApplication.processEvents()
        gallery = window.panel.gallery
        image = painted(gallery)
        for row in range(2):
            tile = gallery.visualRect(gallery.model().index(row, 0)).translated(gallery.viewport().pos())
            shape, line = gallery._tiles.shape, gallery.fontMetrics().lineSpacing()
            for number in range(2):  # the title, and a line about the session
                top = tile.top() + shape.text_top + number * (line + 2)
                words = QRect(tile.left() + 8, top, shape.picture.width(), line)
                assert measured(image, words) >= READABLE, (row, number)


@pytest.mark.parametrize("appearance", APPEARANCES)
def test_menus_and_tooltips_can_be_read(qtbot: QtBot, appearance: Appearance) -> None:
    del qtbot
    with window_on(workspace_of(PLAIN, OTHER), appearance) as window:
        for menu in window.menuBar().findChildren(QMenu):
            menu.popup(window.mapToGlobal(QPoint(20, 20)))
            image = painted(menu)
            for action in menu.actions():
                if not action.isSeparator():
                    assert measured(image, menu.actionGeometry(action).adjusted(24, 3, -24, -3)) >= READABLE, (
                        action.text(),
                        action.isEnabled(),
                    )
            menu.hide()
        QToolTip.showText(window.mapToGlobal(QPoint(60, 60)), "What this is about.", window)
        tips = [one for one in application_windows() if one.inherits("QTipLabel")]
        assert tips
        tip = tips[0]
        assert measured(painted_as_is(tip), tip.rect().adjusted(4, 3, -4, -3)) >= READABLE
        QToolTip.hideText()


def application_windows() -> list[QWidget]:
    return [one for one in QApplication.topLevelWidgets() if one.isVisible()]


@pytest.mark.parametrize("appearance", APPEARANCES)
@pytest.mark.parametrize("enabled", [True, False])
@pytest.mark.parametrize("default", [True, False])
def test_buttons_can_be_read_in_every_state(
    qtbot: QtBot, appearance: Appearance, *, enabled: bool, default: bool
) -> None:
    with appearance_of(appearance):
        page = QWidget()
        qtbot.addWidget(page)
        button = QPushButton("Change 40 sessions", page)
        button.setDefault(default)
        button.setEnabled(enabled)
        page.resize(200, 40)
        page.show()
        assert unreadable(page, least=1) == []


@pytest.mark.parametrize("appearance", APPEARANCES)
def test_the_preview_says_readably_what_it_plays(qtbot: QtBot, appearance: Appearance) -> None:
    with appearance_of(appearance):
        preview = TransitionPreview(less_motion=lambda: True)
        qtbot.addWidget(preview)
        preview.show_pace("fade", 1, 5)
        preview.resize(300, 300)
        preview.show()
        assert unreadable(preview, least=3) == []
