"""What groups shared: the officer's inbox, open as long as somebody sits before it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QStackedLayout, QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import sentences, tr, tr_count
from vcs_desktop.services.offer import Services
from vcs_desktop.ui import files, written
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.pages.publish.inbox_card import InboxCard
from vcs_desktop.ui.pages.publish.inbox_open import InboxOpen
from vcs_desktop.ui.pages.publish.inbox_words import rows_of
from vcs_desktop.ui.widgets.basics import button, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar, kind_of
from vcs_desktop.ui.widgets.progress_bar import ProgressLine
from vcs_desktop.ui.widgets.titles_and_card import TitlesAndCard, waiting
from vcs_desktop.ui.widgets.two_line_rows import draw_in_two_lines

if TYPE_CHECKING:
    from vcs_desktop.services.officer_inbox import InboxLine, InboxThing, OpenInbox


class InboxPart(QWidget):
    """The form that opens it, or everything that was shared with what can be done about it."""

    def __init__(self, services: Services, tasks: Tasks) -> None:
        super().__init__()
        self._services = services
        self._tasks = tasks
        self._inbox: OpenInbox | None = None
        self._asks, self._one = Latest(tasks, self), Latest(tasks, self)
        self._new: set[str] = set()
        self._stop = Event()
        self._told_of = ""
        self.card: InboxCard | None = None
        self.open_form = InboxOpen()
        self.count = label("", "muted", wrap=True)
        self.again_button = button(tr("Look again"), icon="refresh-cw")
        self.export_button = button(tr("Save all of it"), icon="download")
        self.close_button = button(tr("Close the inbox"), "quiet", icon="lock")
        self.message, self.progress = MessageBar(), ProgressLine()
        self.titles = TitlesAndCard(tr("What groups shared"), waiting())
        draw_in_two_lines(self.titles.list)
        inner = column(
            self.count,
            panel(FlowLayout(self.again_button, self.export_button, self.close_button)),
            self.message,
            self.progress,
            gap=10,
        )
        inner.put(self.titles, 1)
        self._list = panel(inner)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.open_form)
        self._stack.addWidget(self._list)
        self._connect()

    @property
    def opened(self) -> "OpenInbox | None":
        """The inbox, as long as it is open. Ask it on the network lane only."""
        return self._inbox

    @property
    def is_open(self) -> bool:
        """Whether the inbox is open."""
        return self._inbox is not None

    def look(self) -> None:
        """Look again what was shared, if the inbox is open."""
        if self._inbox is not None:
            said = tr("Looking what was shared")
            stop = self._stop = Event()
            work = partial(self._inbox.lines, stop)

            def fail(error: Exception) -> None:
                tell = self._tell_problem if stop.is_set() else self.titles.show_problem
                tell(error)

            self._ask(work, self._show_lines, fail, said, stop)

    def forget(self) -> None:
        """Close the inbox, and forget all that opened it."""
        inbox, self._inbox = self._inbox, None
        self._asks.forget()
        self._one.forget()
        self.open_form.forget()
        self.open_form.rest()
        self.progress.finish()
        self.card = None
        self.titles.show_rows(())
        self._stack.setCurrentWidget(self.open_form)
        if inbox is not None:
            self._tasks.run(inbox.close, then=_leave_be, otherwise=_leave_be, lane="network")

    def first_focus(self) -> QWidget:
        """Start at the address, or at the list."""
        return self.titles.first_focus() if self.is_open else self.open_form.address.box

    def export_to(self, path: str) -> None:
        """Write all of it into a file."""
        inbox = self._inbox
        if inbox is not None:
            file, stop = Path(path), Event()
            self._stop = stop
            work, then = partial(inbox.export, file, stop), partial(self._tell_saved, file)
            self._ask(work, then, self._tell_problem, tr("Saving all of it"), stop)

    def _connect(self) -> None:
        self.open_form.wanted.connect(self._open)
        self.again_button.clicked.connect(self.look)
        self.close_button.clicked.connect(self.forget)
        self.export_button.clicked.connect(self._ask_where)
        self.titles.card_asked.connect(self._look_at)
        self.titles.again_asked.connect(self.look)
        # Not the method of the event: each act makes one of its own.
        self.progress.cancelled.connect(lambda: self._stop.set())  # noqa: PLW0108  that of now

    def _open(self, address: str, token: str, key_file: Path | None, words: str) -> None:
        def work() -> "tuple[OpenInbox, tuple[InboxLine, ...]]":
            inbox = self._services.officer_inbox.open(address, token, key_file, words)
            try:
                return inbox, inbox.lines()
            except BaseException:
                inbox.close()
                raise

        self._ask(work, self._begin, self.open_form.tell)

    def _begin(self, found: "tuple[OpenInbox, tuple[InboxLine, ...]]") -> None:
        self._inbox, lines = found
        self.open_form.forget()
        self.open_form.rest()
        self.message.hide()
        self._stack.setCurrentWidget(self._list)
        self._show_lines(lines)
        self.titles.first_focus().setFocus()

    def _show_lines(self, lines: "tuple[InboxLine, ...]") -> None:
        self._new = {each.uuid for each in lines if each.state == "received"}
        new = len(self._new)
        digits = self._inbox.digits if self._inbox else ""
        self.count.setText(
            sentences(
                tr_count("{count} thing was shared.", "{count} things were shared.", len(lines)),
                tr_count("{count} is new.", "{count} are new.", new) if new else "",
                tr("Groups compare these digits: {digits}", digits=digits) if digits else "",
            )
        )
        self.titles.say_nothing(
            tr("Nothing was shared yet"),
            tr("What groups agree to send you comes here. You see it, and nothing else of theirs."),
        )
        self.titles.show_rows(rows_of(lines), lines)

    def _look_at(self, uuid: str) -> None:
        inbox = self._inbox
        if uuid != self._told_of:
            self.message.hide()  # it was about what was open before
        if inbox is not None:
            self._one.ask(
                lambda: inbox.one(uuid),
                then=self._show_one,
                otherwise=self.titles.show_problem_of_one,
                lane="network",
            )

    def _show_one(self, thing: "InboxThing") -> None:
        uuid = thing.line.uuid
        if uuid != self.titles.shown_id or self._inbox is None:
            return
        card = self.card
        if card is not None and card.thing.line.uuid == uuid and card.is_half_written():
            return
        made = self.card = InboxCard(thing, self._inbox.today())
        made.reply_asked.connect(partial(self._reply, uuid))
        made.keep_asked.connect(partial(self._keep, uuid))
        self.titles.show_card(made)
        if uuid in self._new:
            self.look()  # it is read now

    def _reply(self, uuid: str, text: str) -> None:
        words = tr("Answered. The group reads it when it next gets updates.")
        self._act(lambda inbox: inbox.reply(uuid, text), uuid, words)

    def _keep(self, uuid: str, on: Any) -> None:
        words = tr("Kept.") if on is None else tr("It is deleted after this day.")
        self._act(lambda inbox: inbox.keep_until(uuid, on), uuid, words)

    def _act(self, act: "Callable[[OpenInbox], None]", uuid: str, words: str) -> None:
        inbox = self._inbox
        if inbox is None:
            return

        def then(_done: object) -> None:
            self.message.tell(words)
            self.card = None
            self._look_at(uuid)
            self.look()

        self._ask(lambda: act(inbox), then, self._tell_problem, tr("Telling the service"))

    def _ask_where(self) -> None:
        files.ask_where_to_save(
            self,
            tr("Save what groups shared"),
            "what-groups-shared.json",
            tr("JSON (*.json)"),
            self.export_to,
        )

    def _tell_saved(self, path: Path, counts: tuple[int, int]) -> None:
        if counts[1]:
            words = tr_count(
                "{count} closed thing could not be opened. It is saved as it came.",
                "{count} closed things could not be opened. They are saved as they came.",
                counts[1],
            )
            self.message.tell(words, "warn")
        else:
            written.tell_saved(self.message.tell, path)

    def _tell_problem(self, error: Exception) -> None:
        self.message.tell(words_for(error), kind_of(error))

    def _ask(
        self,
        work: Callable[[], Any],
        then: Callable[[Any], None],
        otherwise: Callable[[Exception], None],
        said: str = "",
        stop: Event | None = None,
    ) -> None:
        """Ask the service; ``said`` is what is being done, where this part has to say it.

        ``stop`` is what the work looks at that can be cancelled.
        """

        def follow(follow_up: Callable[[Any], None], found: Any) -> None:
            self.progress.finish()
            follow_up(found)

        self._told_of = self.titles.shown_id  # what comes of it is told while this is looked at
        if said:
            self.progress.start(said, can_cancel=stop is not None)
        self._asks.ask_too(
            work,
            then=partial(follow, then),
            otherwise=partial(follow, otherwise),
            lane="network",
            stop=stop,
        )


def _leave_be(_outcome: object) -> None:
    """Nobody waits for it."""
