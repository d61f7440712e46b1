"""The look of the running app: which colours, and how large."""

from weakref import WeakSet

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from vcs_desktop.ui.theme import fonts, icons, tokens
from vcs_desktop.ui.theme.still import laid_out_once
from vcs_desktop.ui.theme.style import style_sheet

_ICON_SIZE = 18
_BOLD_WEIGHTS = {
    400: QFont.Weight.Normal,
    600: QFont.Weight.DemiBold,
    700: QFont.Weight.Bold,
}


class Look(QObject):
    """Answers every question about colour and size, and says when they change.

    ``theme`` is what the person chose (``system``, ``light``, ``dark`` or
    ``contrast``); ``palette_name`` is what that comes to on this computer now.
    ``text_size`` is a percentage and multiplies every size in the window.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.theme = "system"
        self.palette_name = "light"
        self.text_size = 100
        self._application: QApplication | None = None
        self._sheet = ""
        self._windows: WeakSet[QWidget] = WeakSet()

    def begin(self, application: QApplication, theme: str, text_size: int) -> None:
        """Dress an application that has no windows yet."""
        self.theme, self.text_size = theme, text_size
        if self._application is not application:
            self._application = application
            application.setStyle("Fusion")
            fonts.load_fonts()
            hints = application.styleHints()
            hints.colorSchemeChanged.connect(self._follow_computer)
            # Qt learned to ask for high contrast in 6.10.
            if hasattr(hints, "accessibility"):
                hints.accessibility().contrastPreferenceChanged.connect(self._follow_computer)
        self._apply()

    def dress(self, window: QWidget) -> None:
        """Give a window its look, now and whenever that changes; its dialogs have it from there.

        Not the application: to that, Qt's style sheets give every widget its style once for
        each widget that it stands in, which takes five times as long.
        """
        self._windows.add(window)
        if window.styleSheet() != self._sheet:
            window.setStyleSheet(self._sheet)

    def set_theme(self, theme: str) -> None:
        """Change the colours of everything that is open."""
        if theme != self.theme:
            self.theme = theme
            self._apply()

    def set_text_size(self, percent: int) -> None:
        """Change the size of everything that is open."""
        if percent != self.text_size:
            self.text_size = percent
            self._apply()

    def px(self, size: float) -> int:
        """Return how many logical pixels a size at 100 % has now."""
        return round(size * self.text_size / 100)

    def token(self, name: str) -> str:
        """Return a colour of the present palette as ``#RRGGBB``."""
        return tokens.PALETTES[self.palette_name][name]

    def colour(self, name: str) -> QColor:
        """Return a colour of the present palette."""
        return QColor(self.token(name))

    def border_width(self) -> int:
        """Return how wide an edge is now, in logical pixels."""
        return tokens.border_width(tokens.PALETTES[self.palette_name])

    def direction(self) -> Qt.LayoutDirection:
        """Return which way the language of the window is read."""
        return QGuiApplication.layoutDirection()

    def font(self, size: float = tokens.TYPE["body"], weight: int = 400) -> QFont:
        """Return our letters at a size (pixels at 100 %) and a weight of 400, 600 or 700."""
        font = QFont()
        font.setFamilies(list(fonts.FAMILIES))
        font.setPixelSize(self.px(size))
        font.setWeight(_BOLD_WEIGHTS[weight])
        return font

    def pixmap(self, name: str, colour: str = "brand", size: float = _ICON_SIZE) -> QPixmap:
        """Return an icon as a picture; ``colour`` names a token, ``size`` is at 100 %."""
        return icons.draw_icon(name, self.token(colour), self.px(size))

    def icon(self, name: str, colour: str = "brand", size: float = _ICON_SIZE) -> QIcon:
        """Return an icon in the present colours; ask again after ``changed``."""
        return QIcon(self.pixmap(name, colour, size))

    def _follow_computer(self) -> None:
        if self.theme == "system" and self._computers_palette() != self.palette_name:
            self._apply()

    def _computers_palette(self) -> str:
        hints = QGuiApplication.styleHints()
        if hasattr(hints, "accessibility"):
            wish = hints.accessibility().contrastPreference()
            if wish == Qt.ContrastPreference.HighContrast:
                return "contrast"
        return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"

    def _apply(self) -> None:
        self.palette_name = self._computers_palette() if self.theme == "system" else self.theme
        if self._application is None:
            self.changed.emit()
            return
        palette = tokens.PALETTES[self.palette_name]
        turned = self.direction() == Qt.LayoutDirection.RightToLeft
        self._sheet = style_sheet(palette, self.text_size / 100, right_to_left=turned)
        # Qt would dress all that is in a window anew, even for the sheet that it has on.
        others = [
            each for each in self._windows if isValid(each) and each.styleSheet() != self._sheet
        ]
        with laid_out_once(others):
            self._application.setPalette(_qt_palette(palette))
            self._application.setFont(self.font())
            for window in others:
                window.setStyleSheet(self._sheet)
            self.changed.emit()


def _qt_palette(palette: tokens.Palette) -> QPalette:
    """Return the colours for what Qt draws by itself: ticks, text cursors, dialogs."""
    role = QPalette.ColorRole
    names = {
        role.Window: "paper",
        role.WindowText: "ink",
        role.Base: "surface",
        role.AlternateBase: "sunken",
        role.Text: "ink",
        role.PlaceholderText: "muted",
        role.Button: "surface",
        role.ButtonText: "ink",
        role.Highlight: "brand",
        role.HighlightedText: "onBrand",
        role.ToolTipBase: "ink",
        role.ToolTipText: "paper",
        role.Link: "brand",
        role.LinkVisited: "brand",
        role.Mid: "edge",
        role.Accent: "brand",
    }
    made = QPalette()
    for which, name in names.items():
        made.setColor(which, QColor(palette[name]))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(palette["muted"]))
    return made
