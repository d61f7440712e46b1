"""An application in short, beside the list: how far it has come, and the way into it."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr, tr_marked
from vcs_desktop.domain.application_words import CHOICES, STATUSES
from vcs_desktop.domain.days import in_words
from vcs_desktop.domain.money import in_pounds
from vcs_desktop.services.applications import ApplicationLine
from vcs_desktop.ui.history.dialog import HistoryButton
from vcs_desktop.ui.pages.applications.rows import done_in_words, next_in_words
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.fact_grid import FactGrid
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import short_prose


class SummaryCard(QWidget):
    """``open_asked`` wants it opened, ``remove_asked`` wants it in the bin.

    ``list_asked`` wants its questions kept as a list that begins others.
    """

    open_asked = Signal(str)
    remove_asked = Signal(str, str)
    list_asked = Signal(str, str)

    def __init__(self, line: ApplicationLine, today: date, history: HistoryButton) -> None:
        super().__init__()
        name = short_prose(line.name) or tr("Application")
        self.open_button = button(tr("Open this application"), "primary", icon="pencil")
        self.remove_button = button(tr("Put in the bin"), "quiet", icon="trash-2")
        self.remove_button.setAccessibleName(tr("Put {name} in the bin", name=name))
        self.list_button = button(tr("Keep its questions as a list"), "quiet", icon="list-checks")
        self.history_button = history
        history.set_record(line.id, line.name)
        self.open_button.clicked.connect(lambda: self.open_asked.emit(line.id))
        self.remove_button.clicked.connect(lambda: self.remove_asked.emit(line.id, name))
        self.list_button.clicked.connect(lambda: self.list_asked.emit(line.id, name))
        if not line.all:
            self.list_button.hide()
        told = (
            (tr("Funder"), short_prose(line.funder)),
            (tr("How far it has come"), tr_marked(STATUSES[line.status])),
            (tr("What the committee decided"), tr_marked(CHOICES[line.choice])),
            (tr("Answers"), done_in_words(line) if line.all else ""),
            (tr("What we ask for"), "" if line.ask_pence is None else in_pounds(line.ask_pence)),
            (tr("Closing day"), in_words(line.closes_on) if line.closes_on else ""),
            (tr("Day it was sent"), in_words(line.sent_on) if line.sent_on else ""),
            (tr("What comes next"), next_in_words(line, today)),
        )  # fmt: skip
        facts = FactGrid([(title, words) for title, words in told if words])
        self.setLayout(
            column(
                card(
                    label(name, "title", wrap=True),
                    facts,
                    panel(
                        FlowLayout(
                            self.open_button,
                            self.history_button,
                            self.list_button,
                            self.remove_button,
                        )
                    ),
                    gap=12,
                )
            )
        )
