"""What the open group shares: the list, what is chosen of it, and a new one."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from vcs_desktop.core.language import sentences, tr, tr_count
from vcs_desktop.services.sharing.council_key import Standing
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.last_act import LastAct
from vcs_desktop.ui.list_out import ListOut
from vcs_desktop.ui.sharing.agree_card import AgreeCard
from vcs_desktop.ui.sharing.cards import Cards
from vcs_desktop.ui.sharing.draft_card import DraftCard
from vcs_desktop.ui.sharing.key_card import KeyCard
from vcs_desktop.ui.sharing.rows import rows_of
from vcs_desktop.ui.sharing.send_button import SendButton
from vcs_desktop.ui.sharing.sent_card import SentCard
from vcs_desktop.ui.sharing.start_view import StartView
from vcs_desktop.ui.sharing.view_model import Seen, SharingViewModel
from vcs_desktop.ui.way_back.seen import go_to
from vcs_desktop.ui.widgets.basics import button, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.titles_and_card import TitlesAndCard, waiting
from vcs_desktop.ui.widgets.two_line_rows import draw_in_two_lines

if TYPE_CHECKING:
    from vcs_desktop.domain.table_out import TableOut
    from vcs_desktop.services.offer import Services
    from vcs_desktop.services.sharing import SharedLine

_TO_COMPARE = (Standing.NEW, Standing.OTHER)


class SharingView(GroupPart):
    """``told`` says that an answer, or a problem, is on the screen."""

    told = Signal()

    def __init__(self, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(*asked)
        self.view_model = SharingViewModel(self.services, self.tasks, self.session, self)
        self._lines: tuple[SharedLine, ...] = ()
        self._last = LastAct(self.session, self)
        self.undo_bar, self.message = self._last.undo_bar, self._last.message
        self.count = label("", "muted", wrap=True)
        self.new_button = button(tr("Share something"), "primary", icon="plus")
        self.send_button = SendButton(self.view_model, self.message)
        self.list_out = ListOut(self.services, self.tasks, lambda: partial(_table, self.services))
        self.key_card = KeyCard()
        self.both = TitlesAndCard(tr("What we shared"), waiting())
        draw_in_two_lines(self.both.list)
        self._cards = Cards(self, self.view_model, self.both)
        self.start = StartView()
        room = QWidget()
        self._stack = QStackedLayout(room)
        self._stack.addWidget(self.both)
        self._stack.addWidget(self.start)
        body = column(
            self.count,
            panel(FlowLayout(self.new_button, self.send_button, self.list_out.button)),
            self.message,
            self.list_out,
            self.undo_bar,
            self.key_card,
            gap=10,
        )
        body.put(room, 1)
        self.setLayout(body)
        self._connect()

    @property
    def card(self) -> DraftCard | AgreeCard | SentCard | None:
        """What is open beside the list."""
        return self._cards.card

    def lines(self) -> "tuple[SharedLine, ...]":
        """Return what stands in the list, the newest first."""
        return self._lines

    def look(self) -> None:
        """Look up everything."""
        self.view_model.look()

    def put_away(self) -> None:
        """Keep what is half written: the group is about to be locked."""
        self.view_model.stop()
        self._cards.put_away()

    def open(self, record_id: str) -> None:
        """Open one thing, now or as soon as it is in the list."""
        self._show_list()
        self.both.open(record_id)

    def answer(self, consultation_id: str) -> None:
        """Begin the answers to a consultation."""
        self.view_model.answer(consultation_id)

    def begin(self) -> None:
        """Ask what to share."""
        self.start.begin()
        self._stack.setCurrentWidget(self.start)
        self.new_button.hide()
        self.start.take_focus()

    def _connect(self) -> None:
        model, both = self.view_model, self.both
        self.new_button.clicked.connect(self.begin)
        self.key_card.compared.connect(model.say_yes)
        self.start.back_asked.connect(self._go_back)
        self.start.subjects_asked.connect(model.look_for_subjects)
        self.start.chosen.connect(model.begin)
        both.again_asked.connect(model.look)
        both.all_asked.connect(self.begin)
        model.seen.answered.connect(self._show_seen)
        model.seen.failed.connect(self._show_problem)
        model.subjects.answered.connect(self.start.show_subjects)
        for failed in (model.subjects.failed, model.preview.failed, model.failed):
            failed.connect(self._last.tell_problem)
        model.begun.connect(self._open_begun)
        model.agreed.connect(self._tell_agreed)
        model.compared.connect(self._tell_compared)
        model.done.connect(self._tell_done)
        self._cards.removed.connect(self._tell_removed)
        self.session.changed.connect(model.look)

    def _show_seen(self, seen: Seen) -> None:
        self._lines = seen.lines
        has_some, key = bool(seen.lines), seen.key
        self.count.setText(self._count_words(seen))
        self.count.setVisible(has_some)
        self.send_button.show_for(seen, is_practice=self.session.is_practice)
        self.list_out.button.setVisible(has_some)
        self.new_button.setVisible(has_some and self._stack.currentWidget() is not self.start)
        asks = key.standing in _TO_COMPARE and bool(seen.waiting_closed)
        self.key_card.show_key(key.digits if asks else "", is_other=key.standing is Standing.OTHER)
        if not has_some:
            self._cards.let_go()
            self.both.say_nothing(
                tr("Nothing is shared yet"),
                tr(
                    "Here you tell the council what you choose to, and see all of it for ever. "
                    "Nothing leaves before you have seen it and agreed."
                ),
                tr("Share something"),
            )
        self.both.show_rows(rows_of(seen.lines), seen.lines)
        self._cards.look_again()
        self.told.emit()

    def _show_problem(self, error: Exception) -> None:
        self.both.show_problem(error)
        self.told.emit()

    def _open_begun(self, record_id: str) -> None:
        self._cards.begin_in(record_id)
        self.open(record_id)
        self._last.offer_last(tr("A new draft is in the list."), self.view_model.undo)
        self.view_model.look()

    def _tell_agreed(self) -> None:
        self._cards.let_go()
        if self.session.is_practice:
            self.message.tell(
                tr("Agreed. A real group would now send it. The practice group sends nothing.")
            )
        else:
            self.message.tell(
                tr("Agreed. It waits here, and goes when you next get updates."),
                "ok",
                tr("Send now"),
                self.view_model.send,
            )
        self.view_model.open(self.both.shown_id)
        self.view_model.look()
        self.both.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_compared(self) -> None:
        """Say what comes next, in place of what was said of the digits before."""
        self.message.tell(
            tr("It is noted that the digits are the same. Now what waits can go."),
            "ok",
            tr("Send now"),
            self.view_model.send,
        )
        go_to(self.message.act_button)
        self.view_model.look()

    def _tell_done(self, words: str) -> None:
        if words:
            self.message.tell(words)
        self.view_model.look()

    def _tell_removed(self, words: str) -> None:
        self._last.offer_last(words, self.view_model.undo)
        self.view_model.look()

    def _go_back(self) -> None:
        self._show_list()
        self.both.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_list(self) -> None:
        self._stack.setCurrentWidget(self.both)
        self.view_model.look()

    def _count_words(self, seen: Seen) -> str:
        """Return how many things wait, and for what."""
        if not seen.waiting:
            return tr("Nothing waits to be sent.")
        if seen.has_service:
            return tr_count(
                "{count} thing waits. It goes when you next get updates.",
                "{count} things wait. They go when you next get updates.",
                seen.waiting,
            )
        waits = tr_count("{count} thing waits.", "{count} things wait.", seen.waiting)
        if self.session.is_practice:
            return sentences(waits, tr("The practice group sends nothing."))
        return sentences(waits, tr("To send it, join a service: see Our group, Laptops."))


def _table(services: "Services") -> "TableOut":
    from vcs_desktop.services.tables_out import shared_table

    return shared_table(services.space.inside().records)
