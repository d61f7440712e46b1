"""The dates as a list: what is past and still open, this week, this month, and later."""

from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from vcs_desktop.core.language import sentences, tr, tr_count
from vcs_desktop.domain.due import DateLine, Due, DueKind
from vcs_desktop.domain.due_words import kind_in_words
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.history.dialog import HistoryButton
from vcs_desktop.ui.history.two_versions import TwoVersions
from vcs_desktop.ui.pages.dates.date_card import DateCard
from vcs_desktop.ui.pages.dates.date_rows import draw_as_dates
from vcs_desktop.ui.pages.dates.drafts import NEW
from vcs_desktop.ui.pages.dates.listing import (
    EVERYTHING,
    TICKED,
    DatesFilter,
    Listed,
    Listing,
    own_id_of,
)
from vcs_desktop.ui.pages.dates.row_acts import RowActs
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.choice import Choice
from vcs_desktop.ui.widgets.empty_state import EmptyState
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.titles_and_card import TitlesAndCard
from vcs_desktop.ui.widgets.words_field import WordsField

_LETTERS = 14


class ListPart(GroupPart):
    """Shows those dates that are wanted of all that were seen.

    ``ticked`` carries a Due and an Outcome, or None for not done after all. The others want
    what their names say: the form, the bin, the record that a date belongs to, its code, a
    new date, another look. ``counted`` says in words how many there are.
    """

    ticked = Signal(object, object)
    change_asked = Signal(str)
    remove_asked = Signal(str, str)
    open_asked = Signal(object)
    phone_asked = Signal(object)
    add_asked = Signal()
    again_asked = Signal()
    counted = Signal(str)

    def __init__(self, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(*asked)
        self.find_field = WordsField(tr("Find a date"), tr("Such as insurance"))
        self.kinds = Choice(tr("Show"), [(EVERYTHING, tr("Everything"))])
        # The longest of them is wider than a small window in large letters.
        self.kinds.box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.kinds.box.setMinimumContentsLength(_LETTERS)
        self.filters = panel(FlowLayout(self.find_field, self.kinds, gap=8))
        self.empty = EmptyState(tr("Looking"), tr("This takes a moment."), icon="calendar-days")
        self.titles = TitlesAndCard(tr("Dates"), self.empty)
        self.card: DateCard | None = None
        self._listing: Listing | None = None
        self._wanted_record = ""
        draw_as_dates(self.titles.list)
        self.row_acts = RowActs(self)
        layout = column(self.filters, gap=10)
        layout.put(self.titles, 1)
        self.setLayout(layout)
        self.filters.hide()
        self.find_field.asked.connect(self._show_rows)
        self.kinds.chosen.connect(self._show_rows)
        self.titles.card_asked.connect(self._open_row)
        self.titles.all_asked.connect(self._show_all)
        self.titles.again_asked.connect(self.again_asked)

    def show_listing(self, listing: Listing) -> None:
        """Show the dates as they are now; of a first part without any that would not be true."""
        if not listing.is_whole and not len(listing):
            return
        self._listing = listing
        if listing.is_whole:
            self._offer_kinds(listing)
        self.filters.setVisible(len(listing) > 0)
        self._show_rows()
        if self._wanted_record:
            self.open_record(self._wanted_record)
        elif self.card is not None:
            self._open_row(self.titles.shown_id)  # it may have been ticked off meanwhile

    def show_problem(self, error: Exception) -> None:
        """Say in place of the list why there is none."""
        self.titles.show_problem(error)

    def open_record(self, record_id: str) -> None:
        """Open the first date that is about a record, now or as soon as it is listed."""
        row_id = self._listing.row_of_record(record_id) if self._listing is not None else ""
        self._wanted_record = "" if row_id else record_id
        if row_id:
            if self.wanted() != DatesFilter():
                self._clear()
            self.titles.open(row_id)

    def line_of(self, row_id: str) -> DateLine | None:
        """Return the date of a row; None where it has no day yet, or is not listed."""
        return None if self._listing is None else self._listing.line(row_id)

    def wanted(self) -> DatesFilter:
        """Return what is asked for now."""
        return DatesFilter(self.find_field.words(), self.kinds.chosen_id())

    def listed(self) -> list[Listed]:
        """Return the dates as they are shown now."""
        return [] if self._listing is None else self._listing.some(self.wanted())

    def filter_words(self) -> str:
        """Say which dates are shown, for a list that leaves the app."""
        shown = self.kinds.box.currentText()
        words = self.find_field.words()
        if words:
            return tr("Shown: {what}, with the words “{words}”.", what=shown, words=words)
        return tr("Shown: {what}.", what=shown)

    def open_dues(self) -> list[Due]:
        """Return the dates that are shown, still to come, and not ticked off."""
        today = self._listing.today if self._listing is not None else date.max
        lines = (each.line for each in self.listed())
        return [line.due for line in lines if line.outcome is None and line.due.on >= today]

    def _show_rows(self) -> None:
        listing = self._listing
        if listing is None:
            return
        rows = listing.rows(self.wanted())
        self._say_nothing(listing)
        self.titles.show_rows(rows.when_seen(), rows)
        self.counted.emit(_count_words(len(rows), listing))

    def _say_nothing(self, listing: Listing) -> None:
        if len(listing):
            self.titles.say_nothing(
                tr("No dates like this"),
                tr("Look for another word, or for everything."),
                tr("Show everything"),
            )
            return
        self.titles.say_nothing(
            tr("Never miss a date"),
            tr(
                "What falls due comes here by itself: meetings, papers, grants you kept, "
                "and what you must file. Add any other date yourself."
            ),
            tr("Add a date"),
        )

    def _offer_kinds(self, listing: Listing) -> None:
        offers = [
            (kind.value, tr("{what} ({count})", what=kind_in_words(kind), count=count))
            for kind in DueKind
            if (count := listing.counts[kind])
        ]
        if listing.ticked_count:
            ticked = tr("Ticked off ({count})", count=listing.ticked_count)
            offers.append((TICKED, ticked))
        self.kinds.offer(offers)

    def _open_row(self, row_id: str) -> None:
        listing = self._listing
        if listing is None:
            return
        if own_id := own_id_of(row_id):
            self.card = None
            self.titles.show_card(self._undated_card(own_id))
            return
        line = listing.line(row_id)
        if line is None or (self.card is not None and _shows(self.card, line, listing.today)):
            return  # whoever reads or presses is left alone
        due, history = line.due, None
        if due.kind is DueKind.OUR_OWN:
            history = HistoryButton(self.services, self.tasks, self.session)
            history.set_record(due.record_id, due.what)
        self.card = made = DateCard(line, listing.today, history)
        made.ticked.connect(partial(self.ticked.emit, due))
        made.change_asked.connect(partial(self.change_asked.emit, due.record_id))
        made.remove_asked.connect(partial(self.remove_asked.emit, due.record_id, due.what))
        made.open_asked.connect(partial(self.open_asked.emit, due))
        made.phone_asked.connect(partial(self.phone_asked.emit, due))
        self.titles.show_card(made if history is None else self._with_versions(made))

    def _with_versions(self, made: DateCard) -> QWidget:
        """Return the card of a date of our own under what two people wrote of it, if they did."""
        versions = TwoVersions(self.services, self.tasks, self.session)
        versions.settled.connect(self.session.tell_acted)
        versions.settled.connect(self.again_asked)
        versions.show_versions(made.line.due.record_id)
        return panel(column(versions, made, gap=12))

    def _undated_card(self, own_id: str) -> QWidget:
        is_draft = own_id == NEW
        act = tr("Go on") if is_draft else tr("Say on which day it is")
        said = (
            tr("What you typed here is not finished. It is safe.")
            if is_draft
            else tr("This date has no day yet, so it is in no calendar.")
        )
        go_on = button(act, "primary", icon="pencil")
        go_on.clicked.connect(partial(self.change_asked.emit, own_id))
        words = label(said, wrap=True)
        return card(words, panel(FlowLayout(go_on)))

    def _show_all(self) -> None:
        if self._listing is not None and len(self._listing):
            self._clear()
        else:
            self.add_asked.emit()

    def _clear(self) -> None:
        self.find_field.set_words("")
        self.kinds.choose(EVERYTHING)
        self._show_rows()


def _shows(card_of: DateCard, line: DateLine, today: date) -> bool:
    """Say whether a card on the screen says all that there is to say today."""
    return card_of.isVisible() and (card_of.line, card_of.today) == (line, today)


def _count_words(count: int, listing: Listing) -> str:
    """Say how many are listed, and how many of those are past, once both are known."""
    if not listing.is_whole:
        return tr("Looking")
    said = tr_count("{count} date", "{count} dates", count)
    if not listing.before_count:
        return said
    past = tr_count(
        "{count} is past and not ticked off.",
        "{count} are past and not ticked off.",
        listing.before_count,
    )
    return sentences(f"{said}.", past)
