"""The pages of help: a list of what they are about, and the one that is read."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.help import HelpTopic
from vcs_desktop.domain.reading import Heading, Span
from vcs_desktop.ui.widgets.basics import column, label, panel
from vcs_desktop.ui.widgets.list_detail import ListDetail
from vcs_desktop.ui.widgets.outline import Outline
from vcs_desktop.ui.widgets.reading_view import ReadingView


class TopicsView(QWidget):
    """Shows one page of help at a time; ``entered`` says that it is to be read now.

    ``shown_id`` is the one that is shown, "" before the first.
    """

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._topics: tuple[HelpTopic, ...] = ()
        self._wanted = ""
        self.shown_id = ""
        self.list = Outline()
        self.list.setAccessibleName(tr("Pages of help"))
        self.topic_title = label("", "title", wrap=True)
        self.topic_summary = label("", "muted", wrap=True)
        self.reading = ReadingView()
        text = column(self.topic_title, self.topic_summary, gap=4)
        text.put(self.reading, 1)
        self.list_detail = ListDetail(self.list, panel(text))
        whole = column()
        whole.put(self.list_detail, 1)
        self.setLayout(whole)
        self.list.chosen.connect(self._show)
        self.list.entered.connect(self._enter)

    def set_topics(self, topics: Sequence[HelpTopic]) -> None:
        """List these pages, and show the one that was asked for, or the first."""
        if self._topics == tuple(topics):
            return
        self._topics = tuple(topics)
        self.list.set_headings([Heading(1, (Span(topic.title),)) for topic in topics])
        self._show(0)
        if self._wanted:
            self.open(self._wanted)

    def open(self, topic_id: str) -> None:
        """Show a page of help, now or as soon as the pages are there, and go to its text."""
        self._wanted = topic_id
        for number, topic in enumerate(self._topics):
            if topic.id == topic_id:
                self._wanted = ""
                self._enter(number)

    def parts(self) -> tuple[QWidget, ...]:
        """Return where F6 stops."""
        return self.list, self.reading.browser

    def _enter(self, number: int) -> None:
        self._show(number)
        self.list_detail.show_detail()
        self.reading.browser.setFocus(Qt.FocusReason.OtherFocusReason)
        self.entered.emit()

    def _show(self, number: int) -> None:
        if not 0 <= number < len(self._topics):
            return
        topic = self._topics[number]
        self.list.set_here(number)
        self.shown_id = topic.id
        if self.topic_title.text() != topic.title:
            self.topic_title.setText(topic.title)
            self.topic_summary.setText(topic.summary)
            self.reading.show_text(topic.text, topic.title)
