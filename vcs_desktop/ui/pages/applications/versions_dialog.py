"""The short and the long versions of an answer, side by side in a window of their own."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.answer_library import LibraryAnswer
from vcs_desktop.ui.focus_ring import FocusRing
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.pages.applications.earlier_card import put_in_words, told_of
from vcs_desktop.ui.scroll_keys import let_keys_scroll
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel, row, scroll
from vcs_desktop.ui.widgets.prose import prose

_COLUMN = 320
_SIDE_BY_SIDE = 3


class VersionsDialog(QDialog):
    """``put_in_asked`` carries the version to use. It goes away when the group is locked."""

    put_in_asked = Signal(object)

    def __init__(
        self, parent: QWidget, versions: Sequence[LibraryAnswer], session: GroupSession
    ) -> None:
        """``versions`` stand as they are given, the shortest first."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Short and long versions"))
        room = parent.window().width()
        many = max(1, min(_SIDE_BY_SIDE, room // look.px(_COLUMN), len(versions)))
        lines = column(
            label(tr("Short and long versions"), "title", wrap=True),
            margins=(20, 16, 20, 12),
            gap=12,
        )
        for first in range(0, len(versions), many):
            line = row(gap=12)
            for each in versions[first : first + many]:
                line.put(self._version(each), 1)
            lines.put(line)
        lines.put(None)
        self.close_button = button(tr("Close"), "primary")
        self.close_button.clicked.connect(self.close)
        layout = column(gap=0)
        self.pane = scroll(panel(lines))
        layout.put(self.pane, 1)
        layout.put(row(None, self.close_button, margins=(20, 8, 20, 12)))
        self.setLayout(layout)
        self.focus_ring = FocusRing(self)
        let_keys_scroll(self, self.pane)
        session.locked.connect(self.close)
        wanted = QSize(look.px(_COLUMN * many + 60), look.px(560))
        self.resize(wanted.boundedTo(parent.window().size()))
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _version(self, entry: LibraryAnswer) -> QWidget:
        put = button(tr("Put in my answer"), icon="pencil", name=put_in_words(entry))
        put.clicked.connect(partial(self._put_in, entry))
        long = tr_count("{count} word", "{count} words", entry.word_count)
        return card(
            label(long, "heading", wrap=True),
            prose(told_of(entry), "muted"),
            prose(entry.answer.text),
            row(put, None),
            column(None),
            margins=(12, 10, 12, 10),
        )

    def _put_in(self, entry: LibraryAnswer, _checked: bool = False) -> None:  # by Qt
        self.put_in_asked.emit(entry)
        self.close()
