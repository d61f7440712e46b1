"""Laptops of the group: who has which, one more, one less, and what goes between them."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import sentences, tr
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.pages.our_group import laptops_words as words
from vcs_desktop.ui.pages.our_group.laptop_adding import AddingLaptop
from vcs_desktop.ui.pages.our_group.laptop_taking_out import TakingLaptopOut
from vcs_desktop.ui.pages.our_group.laptops_came import CameCard
from vcs_desktop.ui.pages.our_group.laptops_held_back import HeldBackCard, StoppedCard
from vcs_desktop.ui.pages.our_group.laptops_list import LaptopsList
from vcs_desktop.ui.pages.our_group.laptops_stick import StickCard
from vcs_desktop.ui.pages.our_group.laptops_telling import LaptopsTelling
from vcs_desktop.ui.pages.our_group.laptops_view_model import LaptopsLook
from vcs_desktop.ui.say import say
from vcs_desktop.ui.way_back.bounded import Bounded
from vcs_desktop.ui.way_back.seen import go_to
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from vcs_desktop.services.two_laptops.lines import LaptopLine, Report
    from vcs_desktop.services.two_laptops.service import TwoLaptopsService


class LaptopsPart(LaptopsTelling):
    """``record_asked`` wants a record that another page shows, ``copies_asked`` the copies."""

    record_asked = Signal(str, str)
    copies_asked = Signal()

    def __init__(self, services: Services, tasks: Tasks, session: GroupSession) -> None:
        super().__init__(services, tasks, session)
        self._look: LaptopsLook | None = None
        self._wants_who_asks = False
        self.practice = _practice_card()
        self.stopped, self.held_back = StoppedCard(), HeldBackCard()
        self.standing = label("", wrap=True)
        self.list = LaptopsList()
        self.add_button = button(tr("Add another laptop"), icon="plus")
        self.meet_button = button(tr("Get updates now"), icon="refresh-cw")
        self.not_met = label("", wrap=True)
        self.not_met.hide()
        self.laptops = card(
            label(tr("Laptops of the group"), "heading", wrap=True),
            self.standing,
            self.list,
            panel(FlowLayout(self.add_button, self.meet_button)),
            self.not_met,
            gap=12,
        )
        self.adding = AddingLaptop(self.view_model)
        self.taking_out = TakingLaptopOut(self.view_model)
        self.stick = StickCard()
        self.came = CameCard(services, tasks, session)
        self._real = (self.laptops, self.stick, self.came)
        form = Bounded(
            self.practice,
            self.stopped,
            self.held_back,
            self.message,
            self.progress,
            self.laptops,
            self.adding,
            self.taking_out,
            self.stick,
            self.came,
        )
        self.setLayout(column(form, None))
        for each in (self.practice, self.stopped, self.held_back, *self._real):
            each.hide()
        self._open(None)
        self._connect()

    def shown(self) -> None:
        """Look again."""
        self.view_model.look()

    def put_away(self) -> None:
        """Take codes off the screen; nothing of them is kept."""
        super().put_away()
        self.adding.forget()

    def _connect(self) -> None:
        self.view_model.looked.connect(self._show)
        self.add_button.clicked.connect(self._begin_adding)
        self.meet_button.clicked.connect(self.session.exchange_wanted)
        self.list.out_asked.connect(self._begin_taking_out)
        self.list.person_out_asked.connect(partial(self._begin_taking_out, whole_person=True))
        self.adding.added.connect(self._tell_added)
        self.adding.changed.connect(self._look_again)
        self.adding.copies_asked.connect(self.copies_asked)
        self.taking_out.done.connect(self._tell_out)
        for each in (self.adding, self.taking_out):
            each.left.connect(self._close)
        self.stopped.go_on_asked.connect(self._go_on)
        self.held_back.let_asked.connect(
            partial(self._settle, _let_come, tr("They are deleted here too."))
        )
        self.held_back.keep_asked.connect(
            partial(self._settle, _keep_ours, tr("Yours are kept, on every laptop of the group."))
        )
        self.stick.out_asked.connect(self.write_file)
        self.stick.in_asked.connect(self.take_file)
        self.came.asked.connect(self._ask_news)
        self.came.record_asked.connect(self.record_asked)
        self.session.exchanged.connect(self._look_if_seen)

    def _look_if_seen(self) -> None:
        if self.isVisible():
            self.view_model.look()

    def _show(self, look: LaptopsLook) -> None:
        self._look = look
        standing = look.standing
        self.practice.setVisible(look.is_practice)
        self.stopped.show_standing(standing)
        self.held_back.show_going(look.going, waits=bool(standing.held_back))
        for each in self._real:
            each.setVisible(not look.is_practice)
        for each in (self.stick, self.came):
            each.setVisible(standing.is_shared and not look.is_practice)
        may = not words.is_stopped(standing)
        self.standing.setText(words.standing_in_words(standing, look.today))
        self.list.show_laptops(look.laptops, look.today, may=may)
        self.add_button.setVisible(may)
        self.meet_button.setVisible(bool(standing.service) and may)
        self._say_why_not_met(may=bool(standing.service) and may)
        self.stick.file_name = look.file_name
        self.stick.setEnabled(may)
        if standing.is_shared:
            self._ask_news(0)
        if standing.service and may and not look.is_practice:
            self.view_model.act(_who_asks, self._tell_who_asks, _leave_be, lane="network")

    def _say_why_not_met(self, *, may: bool) -> None:
        """Say beside the button why the laptops could not meet, such as being offline."""
        error = self.session.exchange_error
        words = words_for(error) if error is not None and may else ""
        if words and words != self.not_met.text():
            say(self.not_met, words)
        self.not_met.setText(words)
        self.not_met.setVisible(bool(words))

    def _tell_who_asks(self, count: int) -> None:
        """Say that a laptop asks, unless somebody is at it already."""
        look = self._look
        if count and look is not None and self.adding.isHidden() and self.taking_out.isHidden():
            self.message.tell(
                tr("A laptop asks to join your group."),
                "info",
                tr("Look who it is"),
                partial(self._begin_adding, asks=True),
            )

    def _ask_news(self, skip: int) -> None:
        self.view_model.news(skip, self.came.show_news, self._tell)

    def _begin_adding(self, _checked: bool = False, *, asks: bool = False) -> None:  # by Qt
        if self._look is None:
            return
        self._open(self.adding)
        (self.adding.begin_with if asks else self.adding.begin)(self._look)

    def _begin_taking_out(self, line: "LaptopLine", *, whole_person: bool = False) -> None:
        self._open(self.taking_out)
        self.taking_out.begin(line, whole_person=whole_person)

    def _tell_added(self, name: str) -> None:
        self._close()
        self.message.tell(
            tr("“{name}” is one of your group's laptops now. It fetches the group.", name=name)
        )
        self._look_again()

    def _tell_out(self, name: str) -> None:
        self._close()
        self.message.tell(
            tr("Taken out: {name}. It gets nothing new. What is on it stays there.", name=name)
        )
        self._look_again()

    def _go_on(self) -> None:
        self.view_model.act(lambda laptops: laptops.go_on(), self._tell_going_on, self._tell)

    def _tell_going_on(self, _none: None) -> None:
        self.message.tell(tr("Changes are exchanged again."))
        self._look_again()
        self._exchange_now()

    def _settle(self, how: "Callable[[TwoLaptopsService], Report]", said: str) -> None:
        self._begin(tr("One moment"))
        then = partial(self._tell_settled, said)
        self.view_model.act(how, then, self._tell, lane="network")

    def _tell_settled(self, said: str, report: "Report") -> None:
        self._end(sentences(said, *report.notices), "warn" if report.notices else "ok")
        self._tell_session(self.session.tell_changed)
        self._exchange_now()

    def _close(self) -> None:
        self._open(None)
        go_to(self.add_button)

    def _open(self, form: "QWidget | None") -> None:
        """Open one form, and close the other: one thing at a time."""
        self.message.hide()
        for each in (self.adding, self.taking_out):
            each.setVisible(each is form)
        for other in (self.add_button, self.list):
            other.setEnabled(form is None)


def _practice_card() -> "QWidget":
    return card(
        label(tr("Practice group"), "heading", wrap=True),
        label(tr("It stays on this laptop. A group of your own can be on several."), wrap=True),
        kind="info",
    )


def _who_asks(laptops: "TwoLaptopsService") -> int:
    return len(laptops.asking())


def _let_come(laptops: "TwoLaptopsService") -> "Report":
    return laptops.held_back.let_come()


def _keep_ours(laptops: "TwoLaptopsService") -> "Report":
    return laptops.held_back.keep_ours()


def _leave_be(_outcome: object) -> None:
    """Do nothing: offline is normal, and the status bar says so."""
