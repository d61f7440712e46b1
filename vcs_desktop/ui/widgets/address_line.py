"""An address in other people's text: shown in full, and opened only after a question."""

from PySide6.QtWidgets import QWidget

from vcs_desktop.core.addresses import is_link
from vcs_desktop.ui.links import ask_to_open, in_full
from vcs_desktop.ui.widgets.basics import button, column, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import prose


class AddressLine(QWidget):
    """An address and, where it is one of the web or of mail, a button that asks before it opens it.

    ``words`` stand on the button. ``name`` is what a screen reader says of it where the
    words alone do not tell one button from the next.
    """

    def __init__(self, address: str, words: str, *, name: str = "", tip: str = "") -> None:
        super().__init__()
        self._address = address
        self.page_button = button(words, "inline", icon="external-link", name=name, tip=tip)
        self.page_button.clicked.connect(self._open)
        inner = column(prose(address, "small"), gap=2)
        if is_link(in_full(address)):
            inner.put(panel(FlowLayout(self.page_button)))
        self.setLayout(inner)

    def _open(self) -> None:
        ask_to_open(self, self._address)
