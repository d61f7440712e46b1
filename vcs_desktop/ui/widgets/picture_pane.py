"""One page of a file as it looks, in a pane that scrolls both ways."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QScrollArea

from vcs_desktop.services.paper_files import PagePicture
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import label

_LEAST = 200


class PicturePane(QScrollArea):
    """``page`` is the picture: it takes the focus, and the arrows scroll then."""

    def __init__(self) -> None:
        super().__init__()
        self.page = label()
        self.page.setScaledContents(True)
        self.page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWidget(self.page)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_page(self, page: PagePicture, across: int) -> None:
        """Show a page so many logical pixels wide."""
        self.page.setPixmap(QPixmap.fromImage(image_of(page)))
        self._fit(page, across)

    def fit(self, page: PagePicture, across: int) -> None:
        """Show the same picture in another width, until a sharper one is there."""
        if not self.page.pixmap().isNull():
            self._fit(page, across)

    def clear(self) -> None:
        """Show nothing."""
        self.page.clear()
        self.page.setFixedSize(1, 1)

    def say_what(self, name: str, words: str) -> None:
        """Tell a screen reader which page it is, and the words on it."""
        self.page.setAccessibleName(name)
        self.page.setAccessibleDescription(words)

    def room(self) -> int:
        """Return how wide a page may be to be seen whole.

        It is as if the bar were always there: else it would come and go with what it makes
        room for.
        """
        return self.maximumViewportSize().width() - self.verticalScrollBar().sizeHint().width()

    def sizeHint(self) -> QSize:
        """Ask for little; it stretches."""
        return QSize(look.px(_LEAST), look.px(_LEAST))

    def minimumSizeHint(self) -> QSize:
        """Never be so low that nothing of a page is seen."""
        return QSize(look.px(_LEAST), look.px(_LEAST))

    def _fit(self, page: PagePicture, across: int) -> None:
        self.page.setFixedSize(across, max(1, round(across * page.height / page.width)))


def image_of(page: PagePicture) -> QImage:
    """Return a page as Qt draws it; the pixels are copied, for Qt does not keep them."""
    line = 3 * page.width
    return QImage(page.pixels, page.width, page.height, line, QImage.Format.Format_RGB888).copy()
