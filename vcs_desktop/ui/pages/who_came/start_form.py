"""Which day, and what it was: all that a sheet needs to begin."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.attendance import Activity
from vcs_desktop.domain.day_words import Toward
from vcs_desktop.domain.days import in_words
from vcs_desktop.ui.pages.who_came.activity_field import ActivityField
from vcs_desktop.ui.pages.who_came.words import short_name
from vcs_desktop.ui.widgets.basics import Box, button, card, column, label, panel
from vcs_desktop.ui.widgets.date_field import DateField
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.wrapped_button import WrappedButton

_MOST_OFFERED = 4

Offer = tuple[Activity, date]


class StartForm(QWidget):
    """``wanted`` carries a day and the name of an activity whose sheet is to be opened."""

    wanted = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._offers: Box = column(gap=4)
        self._offered: tuple[Offer, ...] = ()
        self.offer_buttons: list[WrappedButton] = []
        self.offer_area = panel(
            column(label(tr("Still to write down:"), "strong", wrap=True), panel(self._offers))
        )
        self.day = DateField(tr("Which day?"), date.min, toward=Toward.PAST)
        self.activity = ActivityField(
            tr("What was it?"), tr("For example, Thursday lunch. A new name is fine.")
        )
        self.open_button = button(tr("Open the sheet"), "primary")
        self.setLayout(
            column(
                card(
                    label(tr("Write down who came"), "heading", wrap=True),
                    self.offer_area,
                    self.day,
                    self.activity,
                    panel(FlowLayout(self.open_button)),
                    gap=10,
                )
            )
        )
        self.offer_area.hide()
        self.activity.picked.connect(lambda _: self.open())
        self.activity.new_wanted.connect(lambda _: self.open())
        self.open_button.clicked.connect(self.open)

    def show_known(self, activities: Sequence[Activity], offers: Sequence[Offer]) -> None:
        """Offer the activities there are, and what is still to be written down."""
        self.activity.set_names([(each.id, each.name) for each in activities])
        wanted = tuple(offers[:_MOST_OFFERED])
        if wanted == self._offered:
            return  # the focus may stand on one of them
        had_focus = any(each.hasFocus() for each in self.offer_buttons)
        self._offered = wanted
        self._offers.clear()
        self.offer_buttons = []
        for activity, day in wanted:
            words = tr("{activity}, {day}", activity=short_name(activity.name), day=in_words(day))
            made = WrappedButton(words)
            made.clicked.connect(partial(self.wanted.emit, day, activity.name))
            self.offer_buttons.append(made)
            self._offers.put(made)
            made.show()
        self.offer_area.setVisible(bool(wanted))
        if had_focus:
            next_one = self.offer_buttons[0] if self.offer_buttons else self.activity.box
            next_one.setFocus()

    def open(self) -> None:
        """Ask for the sheet, once a day and an activity are there."""
        day = self.day.day()
        if self.day.show_problem():
            self.day.take_focus()
        elif day is None:
            self.day.set_error(tr("Type the day, such as today or last Thursday."))
            self.day.take_focus()
        elif not self.activity.chosen_name():
            self.activity.set_error(tr("Type what it was, such as Thursday lunch."))
            self.activity.take_focus()
        else:
            self.wanted.emit(day, self.activity.chosen_name())

    def begin_again(self, today: date) -> None:
        """Be ready for the next sheet."""
        self.day.set_today(today)
        self.day.set_day(today)
        self.activity.set_chosen("")
