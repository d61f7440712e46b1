"""What came from the group's other laptops: what, from whom, and the way to it."""

from collections.abc import Iterator
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.history import AT_ONCE, Done
from vcs_desktop.ui.history.deed_words import day_in_words, done_in_words, time_in_words
from vcs_desktop.ui.history.dialog import HistoryButton
from vcs_desktop.ui.history.slices import Slices
from vcs_desktop.ui.kind_words import kind_words
from vcs_desktop.ui.pages.our_group import laptops_words as words
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel, picture, row
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import short_prose

if TYPE_CHECKING:
    from vcs_desktop.services.two_laptops.lines import Came
    from vcs_desktop.services.two_laptops.news import NewsSlice


class CameCard(QWidget):
    """``asked`` says from which act on to show more; ``record_asked`` wants a record."""

    asked = Signal(int)
    record_asked = Signal(str, str)

    def __init__(self, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__()
        self._asked = asked
        self._shown: object = None
        self.nothing = label(
            tr("Nothing yet. What others do on their laptops is listed here."), "muted", wrap=True
        )
        self.slices = Slices(AT_ONCE)
        self.setLayout(
            column(
                card(
                    label(tr("What came from other laptops"), "heading", wrap=True),
                    self.nothing,
                    self.slices,
                    gap=10,
                )
            )
        )
        self.slices.asked.connect(self.asked)

    def show_news(self, news: "NewsSlice") -> None:
        """Show a slice of what came."""
        if news == self._shown:
            return  # whoever has the focus here keeps it
        self._shown = news
        self.nothing.setVisible(not news.total)
        self.slices.setVisible(bool(news.total))
        self.slices.show_slice(
            self._rows(news), skipped=news.skipped, shown=len(news.came), total=news.total
        )

    def _rows(self, news: "NewsSlice") -> Iterator[QWidget]:
        for day, acts in groupby(news.came, lambda each: day_in_words(each.at, news.today)):
            yield label(day, "strong", wrap=True)
            for came in acts:
                yield self._row(came)

    def _row(self, came: "Came") -> QWidget:
        done = done_in_words(
            Done(
                came.at, came.who, came.deed, came.verb, came.kind,
                came.record_id, came.title, came.count,
            )
        )  # fmt: skip
        where = tr("{when}, {laptop}", when=time_in_words(came.at), laptop=words.laptop_of(came))
        said = column(label(short_prose(done), wrap=True), label(where, "muted", wrap=True), gap=0)
        if came.record_id and came.title:
            name = short_prose(came.title)
            show = button(tr("Show it"), "inline", name=tr("Show {name}", name=name))
            show.clicked.connect(partial(self.record_asked.emit, came.kind, came.record_id))
            history = HistoryButton(*self._asked)
            history.set_record(came.record_id, came.title)
            said.put(panel(FlowLayout(show, history)))
        line = row(picture(kind_words(came.kind)[0], "muted"), gap=8)
        line.put(panel(said), 1)
        return panel(line)
