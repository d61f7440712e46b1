"""One thing that a group shared, as an officer reads it: with an answer, and how long it stays."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.day_words import Toward
from vcs_desktop.domain.days import shortly
from vcs_desktop.ui.pages.publish.inbox_words import name_of, state_of
from vcs_desktop.ui.sharing.told_lines import told_card, very_text
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel, picture, row
from vcs_desktop.ui.widgets.date_field import DateField
from vcs_desktop.ui.widgets.fact_grid import FactGrid
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.long_text_field import LongTextField
from vcs_desktop.ui.widgets.prose import prose

if TYPE_CHECKING:
    from vcs_desktop.services.officer_inbox import InboxThing


class InboxCard(QWidget):
    """``reply_asked`` carries what was written, ``keep_asked`` a day or None."""

    reply_asked = Signal(str)
    keep_asked = Signal(object)

    def __init__(self, thing: "InboxThing", today: date) -> None:
        super().__init__()
        self.thing = thing
        line = thing.line
        words, icon, colour = state_of(line)
        mark = row(picture(icon, colour), gap=6)
        mark.put(label(words, colour, wrap=True), 1)
        self.answer = LongTextField(
            tr("Your answer: you said, we did"), tr("The group reads it. Say what came of it.")
        )
        self.answer.set_words(thing.reply)
        again = tr("Send the answer again")
        self.reply_button = button(
            again if thing.reply else tr("Send the answer"), "primary", icon="messages-square"
        )
        self.until = DateField(
            tr("Keep it until"),
            today,
            tr("We propose what the group asks for. After this day the service deletes it."),
            optional=True,
            toward=Toward.FUTURE,
        )
        self._proposed = line.keep_until or thing.asked_until
        self.until.set_day(self._proposed)
        self.keep_button = button(tr("Keep it until this day"), icon="clock")
        facts = [
            (tr("Came on"), shortly(line.on)),
            (
                tr("Who could read it on its way"),
                tr("The council alone") if line.is_sealed else tr("Whoever runs the service too"),
            ),
            (tr("Kept until"), shortly(line.keep_until) if line.keep_until else ""),
        ]
        body = column(label(name_of(line), "title", wrap=True), panel(mark), gap=12)
        body.put(FactGrid(facts))
        for each in self._what_it_says():
            body.put(each)
        if not thing.is_gone:
            body.put(card(self.answer, panel(FlowLayout(self.reply_button)), gap=10))
            body.put(card(self.until, panel(FlowLayout(self.keep_button)), gap=10))
        self.setLayout(body)
        self.reply_button.clicked.connect(lambda: self.reply_asked.emit(self.answer.words()))
        self.keep_button.clicked.connect(self._ask_to_keep)

    def is_half_written(self) -> bool:
        """Say whether there is an answer, or a day, that was not sent."""
        typed = self.until.day() if self.until.box.text().strip() else None
        return self.answer.words() != self.thing.reply or typed != self._proposed

    def _what_it_says(self) -> list[QWidget]:
        thing = self.thing
        if thing.is_gone:
            return [_note(tr("It is no longer here: it was taken back, or its time is over."))]
        if thing.is_closed:
            words = tr("It is closed. Open the inbox with the council's key to read it.")
            return [_note(words, "lock")]
        if thing.is_odd:
            words = tr("It is not written as this app writes it. Here it is as it came.")
            return [_note(words, "triangle-alert"), card(prose(thing.text), kind="fact")]
        return [
            told_card(tr("What it says, in the group's words"), thing.lines),
            very_text(thing.text.encode()),
        ]

    def _ask_to_keep(self) -> None:
        if self.until.show_problem():
            self.until.take_focus()
        else:
            typed = self.until.box.text().strip()
            self.keep_asked.emit(self.until.day() if typed else None)


def _note(words: str, icon: str = "info") -> QWidget:
    line = row(picture(icon, "info"), gap=8)
    line.put(label(words, wrap=True), 1)
    return card(panel(line), kind="info")
