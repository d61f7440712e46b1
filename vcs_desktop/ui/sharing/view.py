"""What the open group shares: the list, what is chosen, a new one, and sending."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.sharing.shared import Sort, State, state_of
from vcs_desktop.domain.sharing.told import Subject
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.last_act import LastAct
from vcs_desktop.ui.sharing.agree_card import AgreeCard
from vcs_desktop.ui.sharing.draft_card import DraftCard
from vcs_desktop.ui.sharing.key_card import KeyCard
from vcs_desktop.ui.sharing.opened import Opened
from vcs_desktop.ui.sharing.report_words import report_words
from vcs_desktop.ui.sharing.rows import rows_of
from vcs_desktop.ui.sharing.sent_card import SentCard
from vcs_desktop.ui.sharing.start_view import StartView
from vcs_desktop.ui.sharing.view_model import Seen, SharingViewModel
from vcs_desktop.ui.widgets.basics import button, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.titles_and_card import TitlesAndCard, waiting
from vcs_desktop.ui.widgets.two_line_rows import draw_in_two_lines

if TYPE_CHECKING:
    from vcs_desktop.services.sharing.outbox import Report


class SharingView(GroupPart):
    """``told`` says that an answer, or a problem, is on the screen."""

    told = Signal()

    def __init__(self, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(*asked)
        self.view_model = SharingViewModel(self.services, self.tasks, self.session, self)
        self.card: DraftCard | AgreeCard | SentCard | None = None
        self._is_fresh = False
        self._last = LastAct(self.session, self)
        self.undo_bar, self.message = self._last.undo_bar, self._last.message
        self.count = label("", "muted", wrap=True)
        self.new_button = button(tr("Share something"), "primary", icon="plus")
        self.send_button = button(tr("Send now"), icon="upload")
        self.key_card = KeyCard()
        self.both = TitlesAndCard(tr("What we shared"), waiting())
        draw_in_two_lines(self.both.list)
        self.start = StartView()
        room = QWidget()
        self._stack = QStackedLayout(room)
        self._stack.addWidget(self.both)
        self._stack.addWidget(self.start)
        body = column(
            self.count,
            panel(FlowLayout(self.new_button, self.send_button)),
            self.message,
            self.undo_bar,
            self.key_card,
            gap=10,
        )
        body.put(room, 1)
        self.setLayout(body)
        self._connect()

    def look(self) -> None:
        """Look up everything."""
        self.view_model.look()

    def put_away(self) -> None:
        """Keep what is half written: the group is about to be locked."""
        self.view_model.stop()
        if isinstance(self.card, DraftCard):
            self.card.put_away()

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
        self.send_button.clicked.connect(model.send)
        self.key_card.compared.connect(model.say_yes)
        self.start.back_asked.connect(self._go_back)
        self.start.subjects_asked.connect(model.look_for_subjects)
        self.start.chosen.connect(self._begin)
        both.card_asked.connect(self._open_row)
        both.again_asked.connect(model.look)
        both.all_asked.connect(self.begin)
        model.seen.answered.connect(self._show_seen)
        model.seen.failed.connect(self._show_problem)
        model.one.answered.connect(self._show_one)
        model.one.failed.connect(both.show_problem_of_one)
        model.preview.answered.connect(self._show_preview)
        model.subjects.answered.connect(self.start.show_subjects)
        for failed in (model.subjects.failed, model.preview.failed, model.failed):
            failed.connect(self._last.tell_problem)
        model.begun.connect(self._open_begun)
        model.agreed.connect(self._tell_agreed)
        model.done.connect(self._tell_done)
        model.sending.connect(self._tell_sending)
        model.sent.connect(self._tell_sent)
        model.not_sent.connect(self._tell_not_sent)
        self.session.changed.connect(model.look)

    def _show_seen(self, seen: Seen) -> None:
        self.count.setText(_count_words(seen))
        self.count.setVisible(bool(seen.lines))
        self.send_button.setVisible(bool(seen.lines))
        asks = seen.key.standing.value in ("new", "other") and bool(seen.waiting_closed)
        is_other = seen.key.standing.value == "other"
        self.key_card.show_key(seen.key.digits if asks else "", is_other=is_other)
        if not seen.lines:
            self._let_go()
            self.both.say_nothing(
                tr("Nothing is shared yet"),
                tr(
                    "Here you tell the council what you choose to, and see all of it for ever. "
                    "Nothing leaves before you have seen it and agreed."
                ),
                tr("Share something"),
            )
        self.new_button.setVisible(bool(seen.lines) and not self._is_starting())
        self.both.show_rows(rows_of(seen.lines), seen.lines)
        if isinstance(self.card, SentCard):
            self.view_model.open(self.card.record_id)
        self.told.emit()

    def _show_problem(self, error: Exception) -> None:
        self.both.show_problem(error)
        self.told.emit()

    def _open_row(self, record_id: str) -> None:
        if self.card is None or self.card.record_id != record_id:
            self._let_go()
            self.view_model.open(record_id)

    def _show_one(self, opened: Opened) -> None:
        record_id = opened.shared.id
        is_draft = state_of(opened.shared) is State.DRAFT
        if record_id != self.both.shown_id or opened.held.record.binned_at is not None:
            return
        if isinstance(self.card, DraftCard) and self.card.record_id == record_id and is_draft:
            return
        if isinstance(self.card, SentCard) and self.card.shared == opened.shared:
            return
        self._let_go()
        if is_draft:
            self._show_draft(opened)
        else:
            self._show_sent(opened)

    def _show_draft(self, opened: Opened) -> None:
        made = self.card = DraftCard(opened, self.services, self.tasks, self.session)
        made.preview_asked.connect(lambda: self.view_model.look_before(made.record_id))
        made.remove_asked.connect(lambda: self._remove(made))
        made.kept.connect(self._hear_kept)
        self.both.show_card(made)
        if self._is_fresh:
            self._is_fresh = False
            made.take_focus()

    def _show_sent(self, opened: Opened) -> None:
        made = self.card = SentCard(opened, self.services, self.tasks, self.session)
        record_id = made.record_id
        made.take_back_asked.connect(
            lambda: self.view_model.act(
                lambda inside: inside.sharing.take_back(record_id), _taken_back(made.state)
            )
        )
        made.try_asked.connect(
            lambda: self.view_model.act(
                lambda inside: inside.sharing.try_again(record_id), tr("It waits to be sent again.")
            )
        )
        made.again_asked.connect(lambda: self.view_model.use_again(record_id))
        self.both.show_card(made)

    def _show_preview(self, opened: Opened) -> None:
        record_id = opened.shared.id
        if not isinstance(self.card, DraftCard) or self.card.record_id != record_id:
            return
        if opened.to_agree.missing:
            self.card.show_missing(opened.to_agree)
            return
        self._let_go()
        made = self.card = AgreeCard(record_id, opened.to_agree)
        made.agreed.connect(lambda: self.view_model.agree(record_id, made.found.body))
        made.back_asked.connect(lambda: self._write_again(record_id))
        self.both.show_card(made)
        self.both.area.go_in(tr("Before it goes"))

    def _write_again(self, record_id: str) -> None:
        self._let_go()
        self._is_fresh = True
        self.view_model.open(record_id)

    def _begin(self, sort: Sort, subject: Subject | None) -> None:
        self.view_model.begin(sort, subject)

    def _open_begun(self, record_id: str) -> None:
        self._is_fresh = True
        self.open(record_id)
        self._last.offer_last(tr("A new draft is in the list."), self.view_model.undo)
        self.view_model.look()

    def _remove(self, made: DraftCard) -> None:
        record_id, name = made.record_id, made.opened.shared.name
        made.put_away()
        self._let_go()
        self.view_model.act(
            lambda inside: inside.sharing.remove(record_id),
            tr("“{name}” is in the bin.", name=short_prose(name, 80)),
        )

    def _hear_kept(self) -> None:
        self.session.tell_acted()
        self.view_model.look()

    def _tell_agreed(self) -> None:
        self._let_go()
        self.message.tell(
            tr("Agreed. It waits here, and goes when you next get updates."),
            "ok",
            tr("Send now"),
            self.view_model.send,
        )
        self.view_model.open(self.both.shown_id)
        self.view_model.look()
        self.both.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_done(self, words: str) -> None:
        if words.startswith("“"):
            self._last.offer_last(words, self.view_model.undo)
        elif words:
            self.message.tell(words)
        self.view_model.look()

    def _tell_sending(self) -> None:
        self.send_button.setEnabled(False)
        self.message.tell(tr("Sending what waits."), "info", tr("Stop"), self.view_model.stop)

    def _tell_sent(self, report: "Report") -> None:
        self.send_button.setEnabled(True)
        self.message.tell(*report_words(report))
        self.view_model.look()

    def _tell_not_sent(self, error: Exception) -> None:
        self.send_button.setEnabled(True)
        self.message.tell(words_for(error), "bad")
        self.view_model.look()

    def _is_starting(self) -> bool:
        return self._stack.currentWidget() is self.start

    def _go_back(self) -> None:
        self._show_list()
        self.both.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_list(self) -> None:
        self._stack.setCurrentWidget(self.both)
        self.view_model.look()

    def _let_go(self) -> None:
        """Keep what is in the card, and forget it."""
        made, self.card = self.card, None
        if isinstance(made, DraftCard):
            made.put_away()
            made.setEnabled(False)


def _taken_back(state: State) -> str:
    if state in (State.SENT, State.ANSWERED):
        return tr("The council is asked to delete it when you next get updates.")
    return tr("Taken back.")


def _count_words(seen: Seen) -> str:
    if not seen.waiting:
        return tr("Nothing waits to be sent.")
    return tr_count(
        "{count} thing waits. It goes when you next get updates.",
        "{count} things wait. They go when you next get updates.",
        seen.waiting,
    )
