"""The bin of the group, and what was done in it lately."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import sentences, tr, tr_count
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.pages.our_group.bin_list import BinList
from vcs_desktop.ui.pages.our_group.done_lately import DoneLately
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.say import ask
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel, row
from vcs_desktop.ui.widgets.empty_state import EmptyState
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.progress_bar import ProgressLine

if TYPE_CHECKING:
    from vcs_desktop.services.history import Lately
    from vcs_desktop.services.in_group import InGroup
    from vcs_desktop.services.records import InBin

_MOST_IN_A_BOX = 100


class BinPart(GroupPart):
    """Nothing leaves the bin by itself: what is over its time is offered first, no more."""

    def __init__(self, services: Services, tasks: Tasks, session: GroupSession) -> None:
        super().__init__(services, tasks, session)
        self._over: list[InBin] = []
        self._skip = 0
        self.title = label(tr("In the bin"), "heading", wrap=True)
        self.message, self.progress = MessageBar(), ProgressLine()
        self._is_busy = False
        self.over_words = label("", "strong", wrap=True)
        self.over_button = button("", icon="trash-2")
        stays = label(
            tr("Nothing leaves the bin by itself. You can also leave it here."), wrap=True
        )
        self.over_card = card(
            self.over_words, stays, panel(row(self.over_button, None)), kind="info"
        )
        self.list = BinList()
        self.empty = EmptyState(
            tr("The bin is empty"),
            tr("What you delete waits here. You can take it out again."),
            icon="trash-2",
        )
        self.lately = DoneLately()
        layout = column(
            self.title,
            self.message,
            self.progress,
            self.over_card,
            self.list,
            self.empty,
            self.lately,
            gap=12,
        )
        layout.put(None)
        self.setLayout(layout)
        for each in (self.over_card, self.list, self.empty, self.lately):
            each.hide()
        self._connect()

    def shown(self) -> None:
        """Look again at the bin, and at what was done."""
        self._things.ask(lambda: self.services.space.inside().bin.things())  # noqa: PLW0108  on the lane
        skip = self._skip
        self._done.ask(lambda: self.services.space.inside().history.lately(skip=skip))

    def _connect(self) -> None:
        self._acts = Latest(self.tasks, self)
        self._things = Question(self.tasks, self)
        self._things.answered.connect(self._show_things)
        self._things.failed.connect(self._tell_trouble)
        self._done = Question(self.tasks, self)
        self._done.answered.connect(self._show_lately)
        self._done.failed.connect(self._tell_trouble)
        self.list.restore_asked.connect(self._restore)
        self.list.delete_asked.connect(self.ask_to_delete)
        self.over_button.clicked.connect(self._ask_to_delete_old)
        self.lately.asked.connect(self._go_to)
        self.session.changed.connect(self._look_again)

    def _look_again(self) -> None:
        if self.isVisible():
            self.shown()

    def _show_things(self, things: "list[InBin]") -> None:
        had_focus = self.list.isAncestorOf(self.focusWidget() or self)
        self._over = [each for each in things if not each.days_left]
        count = len(self._over)
        self.over_card.setVisible(bool(count))
        self.over_words.setText(
            tr_count(
                "{count} thing has been here for more than 90 days.",
                "{count} things have been here for more than 90 days.",
                count,
            )
        )
        self.over_button.setText(
            tr_count("Delete it for good", "Delete these {count} for good", count)
        )
        self.over_button.draw_icon()  # with the gap before words that were not there before
        self.list.setVisible(bool(things))
        self.list.show_things(things)
        self.empty.setVisible(not things)
        if had_focus and not things and self.message.isVisible():
            self.message.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_lately(self, lately: "Lately") -> None:
        self.lately.show()
        self.lately.show_lately(lately)

    def _go_to(self, skip: int) -> None:
        self._skip = skip
        self._done.ask(lambda: self.services.space.inside().history.lately(skip=skip))

    def _restore(self, things: "Sequence[InBin]") -> None:
        ids = [each.id for each in things]

        def words(count: int) -> str:
            if count == 1 and things[0].title:
                return tr("{name} is out of the bin.", name=things[0].title)
            return tr_count(
                "{count} thing is out of the bin.", "{count} things are out of the bin.", count
            )

        self._act(lambda inside: inside.bin.restore(ids), words, can_undo=True)

    def _ask_to_delete_old(self) -> None:
        self.ask_to_delete(self._over)

    def ask_to_delete(self, things: "Sequence[InBin]") -> None:
        """Ask whether some things should be deleted for good; nothing else undoes that."""
        ids = [each.id for each in things]
        if not ids:
            return
        if len(things) == 1 and things[0].title:
            question = tr("Delete {name} for good?", name=things[0].title[:_MOST_IN_A_BOX])
        else:
            question = tr_count(
                "Delete {count} thing for good?", "Delete {count} things for good?", len(things)
            )
        more = sentences(
            tr("Every word of it goes, in its history too."),
            tr("This cannot be undone."),
            tr("Older copies of the group still hold it."),
        )

        def words(_: object) -> str:
            return tr_count(
                "{count} thing is deleted for good.",
                "{count} things are deleted for good.",
                len(ids),
            )

        def delete() -> None:
            self._act(lambda inside: inside.bin.delete_for_good(ids), words, can_undo=False)

        ask(self, question, more, ((tr("Delete for good"), delete),))

    def _act(
        self, act: "Callable[[InGroup], object]", words: Callable[..., str], *, can_undo: bool
    ) -> None:
        if self._is_busy:
            return

        def end() -> None:
            self._is_busy = False
            self.progress.finish()

        def then(result: object) -> None:
            end()
            said = words(result)
            self.message.tell(sentences(said, tr("You can undo this.")) if can_undo else said)
            self.session.tell_changed()

        def otherwise(error: Exception) -> None:
            end()
            self._tell_trouble(error)
            self.shown()

        self._is_busy = True
        self.progress.start(tr("Doing what you asked"), can_cancel=False)
        self._acts.ask_too(
            lambda: act(self.services.space.inside()), then=then, otherwise=otherwise
        )

    def _tell_trouble(self, error: Exception) -> None:
        self.message.tell(words_for(error), "bad")
