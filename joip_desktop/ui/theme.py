"""Colours, spacing and sizes of the window, light and dark, from one place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QMessageBox, QWidget

from joip_desktop.storage.settings import Appearance, Density
from joip_desktop.ui.focus import FocusRing

# --- lengths, in device-independent pixels ----------------------------------------------------------------------------

SPACE: Final = 8
"""The unit of all spacing."""

ICON: Final = 18
"""Width and height of an icon beside a text."""

RADIUS: Final = 6
"""Of the corners of what stands alone: tiles, their pictures."""

SMALL_RADIUS: Final = 3
"""Of the corners of what stands in a row."""


@dataclass(frozen=True, slots=True)
class RowSize:
    """The room of one row of a table: its `height` at least, the air above and below its text, and its picture."""

    height: int
    air: int
    picture: tuple[int, int]

    @property
    def picture_size(self) -> QSize:
        """Width and height of the picture."""
        return QSize(*self.picture)

    @property
    def picture_column(self) -> int:
        """The width of a column for the picture, and for that word above it."""
        return max(self.picture[0], 42) + 2 * SPACE

    def height_for(self, font: QFontMetrics) -> int:
        """The height of rows with texts in this font."""
        return max(self.height, font.height() + self.air)


ROWS: Final[Mapping[Density, RowSize]] = {
    Density.COMPACT: RowSize(height=24, air=6, picture=(32, 18)),
    Density.NORMAL: RowSize(height=30, air=12, picture=(42, 24)),
    Density.COMFORTABLE: RowSize(height=40, air=20, picture=(57, 32)),
}

# --- colours ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one appearance. Texts have at least 4.5:1 on every background they are used on."""

    window: str
    base: str
    stripe: str
    text: str
    muted: str
    disabled: str
    button: str
    border: str
    accent: str
    on_accent: str
    star: str
    pending: str
    error: str
    conflict: str
    banner: str
    on_banner: str
    box: str
    """What ticks are set in. In the dark it has 3:1 on `window`, where the style's frame around it can't be seen."""


LIGHT: Final = Colours(
    window="#f3f4f6",
    base="#ffffff",
    stripe="#f8f9fb",
    text="#1b1f24",
    muted="#57606a",
    disabled="#5f6771",
    button="#e9ebef",
    border="#c9ced6",
    accent="#2457c5",
    on_accent="#ffffff",
    star="#c77f00",
    pending="#1f5fbf",
    error="#b3261e",
    conflict="#8a4a00",
    banner="#fff3d6",
    on_banner="#4a3500",
    box="#ffffff",
)
DARK: Final = Colours(
    window="#1f2226",
    base="#353b45",
    stripe="#394049",
    text="#e8eaed",
    muted="#b8c0ca",
    disabled="#b4bcc6",
    button="#2d323a",
    border="#535a66",
    accent="#3f6fd8",
    on_accent="#ffffff",
    star="#f2b63c",
    pending="#8ab4ff",
    error="#ff8a80",
    conflict="#ffb964",
    banner="#44360f",
    on_banner="#ffe3a3",
    box="#6c727c",
)


def palette_of(colours: Colours) -> QPalette:
    """The Qt palette of an appearance; the platform's own does not follow everywhere."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.window,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.base,
        QPalette.ColorRole.AlternateBase: colours.stripe,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.PlaceholderText: colours.muted,
        QPalette.ColorRole.Button: colours.button,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.BrightText: colours.error,
        QPalette.ColorRole.ToolTipBase: colours.base,
        QPalette.ColorRole.ToolTipText: colours.text,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.on_accent,
        QPalette.ColorRole.Accent: colours.accent,
        QPalette.ColorRole.Link: colours.pending,
        QPalette.ColorRole.Light: colours.base,
        QPalette.ColorRole.Midlight: colours.button,
        QPalette.ColorRole.Mid: colours.border,
        QPalette.ColorRole.Dark: colours.border,
        QPalette.ColorRole.Shadow: colours.border,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.disabled))
    return palette


def palette_of_boxes(colours: Colours) -> QPalette:
    """The palette of check boxes: Fusion frames them in a darker window's colour, which the dark one swallows."""
    palette = palette_of(colours)
    palette.setColor(QPalette.ColorRole.Base, QColor(colours.box))
    return palette


def without_icons(box: QDialogButtonBox | QMessageBox) -> None:
    """Take the icons off a dialog's buttons: those of the style are drawn for light windows alone.

    The Tab key then goes through the buttons as they stand, which differs from desktop to desktop.
    To be called when the buttons are there. A style of our own that has none would be asked, in Python, hundreds of
    times for every other thing as well; a style sheet does without, but costs as much for every widget below it.
    """
    for button in box.buttons():
        button.setIcon(QIcon())
    if isinstance(box, QDialogButtonBox):
        box.installEventFilter(_TabsAsTheyStand(box))


class _TabsAsTheyStand(QObject):
    """Puts a dialog's buttons in order for the Tab key once they have their places."""

    def eventFilter(self, box: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        shown = event.type() is QEvent.Type.Show
        if shown and isinstance(box, QDialogButtonBox) and (layout := box.layout()) is not None:
            for one, other in pairwise(sorted(box.buttons(), key=layout.indexOf)):
                QWidget.setTabOrder(one, other)
        return False


class Theme:
    """The appearance in force; follows the system where the settings say so."""

    def __init__(self, app: QApplication, appearance: Appearance) -> None:
        self._app = app
        self._appearance = appearance
        self._callbacks: list[Callable[[], None]] = []
        app.setStyle("Fusion")
        self._ring = FocusRing(app)
        app.styleHints().colorSchemeChanged.connect(self._apply)
        self._apply()

    @property
    def appearance(self) -> Appearance:
        """What was chosen."""
        return self._appearance

    @property
    def colours(self) -> Colours:
        """The colours in force."""
        if self._appearance is Appearance.SYSTEM:
            return DARK if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT
        return DARK if self._appearance is Appearance.DARK else LIGHT

    def choose(self, appearance: Appearance) -> None:
        """Switch to another appearance at once."""
        self._appearance = appearance
        self._apply()

    def on_change(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Call `callback` now and after every switch, to recolour what the palette does not reach.

        The function returned ends that.
        """
        self._callbacks.append(callback)
        callback()

        def remove() -> None:
            if callback in self._callbacks:
                self._callbacks.remove(callback)

        return remove

    def close(self) -> None:
        """Follow the system no longer."""
        self._ring.close()
        self._app.styleHints().colorSchemeChanged.disconnect(self._apply)
        self._callbacks.clear()

    def _apply(self) -> None:
        self._app.setPalette(palette_of(self.colours))
        for kind in ("QCheckBox", "QRadioButton"):
            self._app.setPalette(palette_of_boxes(self.colours), kind)  # type: ignore[arg-type]  # the stubs err
        for callback in tuple(self._callbacks):
            callback()
