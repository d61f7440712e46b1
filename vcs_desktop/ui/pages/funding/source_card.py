"""Where it came from, on what terms, and when it was checked."""

from PySide6.QtWidgets import QFrame

from vcs_desktop.core.language import tr
from vcs_desktop.domain.opportunities import OpportunityDetail
from vcs_desktop.ui import files
from vcs_desktop.ui.pages.funding import words
from vcs_desktop.ui.widgets.basics import button, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout


class SourceCard(QFrame):
    """The source, and a button to its page in the browser where it gives one."""

    def __init__(self, detail: OpportunityDetail) -> None:
        super().__init__()
        own = detail.call.url if detail.call else detail.notice.url if detail.notice else ""
        self._address = own or detail.provenance.source_url
        inner = column(
            label(words.source_line(detail), "small", wrap=True), margins=(4, 0, 4, 0), gap=4
        )
        self.page_button = button(
            tr("Open their page on the web"),
            "inline",
            icon="external-link",
            tip=tr("It opens in your browser and needs the internet."),
        )
        self.page_button.clicked.connect(self._open)
        if files.is_web_page(self._address):
            inner.put(label(words.breakable(self._address), "small", wrap=True))
            inner.put(panel(FlowLayout(self.page_button)))
        self.setLayout(inner)

    def _open(self) -> None:
        files.open_web_page(self._address)
