"""What is open beside the list: a draft, its preview, or what was agreed."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from vcs_desktop.core.language import tr
from vcs_desktop.domain.sharing.shared import AT_THE_COUNCIL, State, state_of
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.sharing.agree_card import AgreeCard
from vcs_desktop.ui.sharing.draft_card import DraftCard
from vcs_desktop.ui.sharing.opened import Opened
from vcs_desktop.ui.sharing.sent_card import SentCard
from vcs_desktop.ui.sharing.view_model import SharingViewModel
from vcs_desktop.ui.sight import begin_at_top
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.titles_and_card import TitlesAndCard


class Cards(QObject):
    """Shows the card of what is chosen. ``removed`` says in words what went to the bin."""

    removed = Signal(str)

    def __init__(self, view: GroupPart, model: SharingViewModel, both: TitlesAndCard) -> None:
        super().__init__(view)
        self.card: DraftCard | AgreeCard | SentCard | None = None
        self._asked = view.services, view.tasks, view.session
        self._both = both
        self._fresh = ""
        self._model = model
        both.card_asked.connect(self._open)
        model.one.answered.connect(self._show)
        model.one.failed.connect(both.show_problem_of_one)
        model.preview.answered.connect(self._show_preview)

    def begin_in(self, record_id: str) -> None:
        """Begin in the first field of a draft, once it is there."""
        self._fresh = record_id

    def look_again(self) -> None:
        """Look whether what was agreed has come further; a form looks after itself."""
        if isinstance(self.card, SentCard):
            self._model.open(self.card.record_id)

    def put_away(self) -> None:
        """Keep what is half written."""
        if isinstance(self.card, DraftCard):
            self.card.put_away()

    def let_go(self) -> None:
        """Keep what is in the card, and forget it."""
        self.put_away()
        if isinstance(self.card, DraftCard):
            self.card.setEnabled(False)
        self.card = None

    def _open(self, record_id: str) -> None:
        if self.card is None or self.card.record_id != record_id:
            self.let_go()
            self._model.open(record_id)

    def _show(self, opened: Opened) -> None:
        shared, card = opened.shared, self.card
        is_draft = state_of(shared) is State.DRAFT
        if shared.id != self._both.shown_id or opened.held.record.binned_at is not None:
            return
        if isinstance(card, DraftCard) and card.record_id == shared.id and is_draft:
            return
        if isinstance(card, SentCard) and card.shared == shared:
            return
        self.let_go()
        if is_draft:
            self._show_draft(opened)
        else:
            self._show_sent(opened)

    def _show_draft(self, opened: Opened) -> None:
        made = self.card = DraftCard(opened, *self._asked)
        made.preview_asked.connect(partial(self._model.look_before, made.record_id))
        made.remove_asked.connect(partial(self._remove, made))
        made.kept.connect(self._hear_kept)
        self._both.show_card(made)
        if self._fresh == made.record_id:
            self._fresh = ""
            made.take_focus()

    def _show_sent(self, opened: Opened) -> None:
        made = self.card = SentCard(opened, *self._asked)
        record_id, model = made.record_id, self._model
        made.take_back_asked.connect(
            lambda: model.act(
                lambda inside: inside.sharing.take_back(record_id), _taken_back(made.state)
            )
        )
        made.leave_asked.connect(
            lambda: model.act(lambda inside: inside.sharing.leave(record_id), tr("It stays."))
        )
        made.try_asked.connect(
            lambda: model.act(
                lambda inside: inside.sharing.try_again(record_id), tr("It waits to be sent again.")
            )
        )
        made.again_asked.connect(partial(model.use_again, record_id))
        self._both.show_card(made)

    def _show_preview(self, opened: Opened) -> None:
        record_id = opened.shared.id
        if not isinstance(self.card, DraftCard) or self.card.record_id != record_id:
            return
        if opened.to_agree.missing:
            self.card.show_missing(opened.to_agree)
            return
        self.let_go()
        made = self.card = AgreeCard(record_id, opened.to_agree)
        made.agreed.connect(partial(self._model.agree, record_id, made.found.body))
        made.back_asked.connect(partial(self._write_again, record_id))
        self._both.show_card(made)
        self._both.area.go_in(tr("Before it goes"))
        begin_at_top(made)  # what it warns of stands there, and may not be passed by

    def _write_again(self, record_id: str) -> None:
        self.let_go()
        self._fresh = record_id
        self._model.open(record_id)

    def _remove(self, made: DraftCard) -> None:
        record_id, name = made.record_id, made.opened.shared.name
        self.let_go()
        words = tr("“{name}” is in the bin.", name=short_prose(name, 80))
        self._model.remove(record_id, partial(self.removed.emit, words))

    def _hear_kept(self) -> None:
        self._asked[2].tell_acted()
        self._model.look()


def _taken_back(state: State) -> str:
    if state in AT_THE_COUNCIL:
        return tr("The council is asked to delete it when you next get updates.")
    return tr("Taken back.")
