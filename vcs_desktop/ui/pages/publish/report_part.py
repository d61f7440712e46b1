"""The yearly report to OSCA: chosen, read in the window, and saved as files."""

from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.services.offer import Services
from vcs_desktop.ui import files, written
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.say import say
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.choice import Choice
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar, kind_of
from vcs_desktop.ui.widgets.progress_bar import ProgressLine
from vcs_desktop.ui.widgets.prose import prose, short_prose
from vcs_desktop.ui.widgets.reading_view import ReadingView

if TYPE_CHECKING:
    from collections.abc import Callable

    from vcs_desktop.domain.council_year.report import YearReport
    from vcs_desktop.domain.reading import Text
    from vcs_desktop.services.officer_inbox import OpenInbox
    from vcs_desktop.services.publishing import Desk


class ReportPart(QWidget):
    """A year, what the inbox exported, and the report that comes of it and of our plan."""

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        desk: "Desk",
        inbox: "Callable[[], OpenInbox | None]",
    ) -> None:
        """``inbox`` returns the officer's inbox while it is open."""
        super().__init__()
        self._services = services
        self._keys, self._council = desk.keys, desk.name
        self._inbox = inbox
        self._shared: Path | None = None
        self._is_from_inbox = False
        self._stop = Event()
        self.made: YearReport | None = None
        self._years = Question(tasks, self)
        self._made = Question(tasks, self, lane="network")
        self._saved = Question(tasks, self, lane="work")
        self.year = Choice(tr("Year"), ())
        self.shared_words = prose("")
        self.choose_button = button(
            tr("Choose the file"), icon="folder-open",
            name=tr("Choose the file that the inbox exported"),
        )  # fmt: skip
        self.inbox_button = button(tr("Take it from the inbox"), icon="messages-square")
        self.leave_button = button(
            tr("Leave it out"), "quiet", name=tr("Leave out what groups shared")
        )
        self.look_button = button(tr("Make the report"), "primary")
        self.save_button = button(tr("Save it in a folder"), icon="download")
        self.message, self.progress = MessageBar(), ProgressLine()
        self.reading = ReadingView()
        self._form = self._laid_out()
        layout = column(self._form, self.message, self.progress, gap=10)
        layout.put(self.reading, 1)
        self.setLayout(layout)
        self._connect()
        self._take_shared(None)

    def look(self) -> None:
        """Ask which years a report can be about, and see whether the inbox is open."""
        is_open = self._inbox() is not None
        self.inbox_button.setVisible(is_open)
        if self._is_from_inbox and not is_open:
            self._take_shared(None)
        if not self.year.box.count():
            services = self._services
            self._years.ask(lambda: services.year_report.years())  # noqa: PLW0108  made on the lane

    def first_focus(self) -> QWidget:
        """Start at the year."""
        return self.year.box

    def _laid_out(self) -> QWidget:
        return panel(
            column(
                label(
                    tr(
                        "Once a year the council tells the alliance of local groups (OSCA) how "
                        "far it has come. The report has our action plan. Beside it are "
                        "numbers of what groups agreed to share."
                    ),
                    wrap=True,
                ),
                card(
                    label(tr("What groups shared"), "heading"),
                    self.shared_words,
                    panel(FlowLayout(self.choose_button, self.inbox_button, self.leave_button)),
                ),
                panel(FlowLayout(self.year, self.look_button, self.save_button, gap=16)),
                gap=12,
            )
        )

    def _connect(self) -> None:
        self._years.answered.connect(self._offer_years)
        self._made.answered.connect(self._show)
        self._saved.answered.connect(self._tell_saved)
        for each in (self._years, self._made, self._saved):
            each.failed.connect(self._tell)
        self.choose_button.clicked.connect(self._ask_for_shared)
        self.inbox_button.clicked.connect(lambda: self._take_shared(None, from_inbox=True))
        self.leave_button.clicked.connect(lambda: self._take_shared(None))
        self.look_button.clicked.connect(self._make)
        self.save_button.clicked.connect(self._ask_where)
        self.year.chosen.connect(self._forget)
        # Not the method of the event: each act makes one of its own.
        self.progress.cancelled.connect(lambda: self._stop.set())  # noqa: PLW0108  that of now

    def _offer_years(self, years: tuple[int, ...]) -> None:
        with QSignalBlocker(self.year.box):
            for each in years:
                self.year.box.addItem(f"{each}", f"{each}")

    def _ask_for_shared(self) -> None:
        files.ask_what_to_open(
            self,
            tr("Choose the file that the inbox exported"),
            tr("What the inbox exported (*.json)"),
            lambda name: self._take_shared(Path(name)),
        )

    def _take_shared(self, path: Path | None, *, from_inbox: bool = False) -> None:
        self._shared, self._is_from_inbox = path, from_inbox
        if from_inbox:
            words = tr("It comes from the inbox, which is open.")
        elif path is not None:
            words = tr("Put in: {file}.", file=short_prose(path.name))
        else:
            words = tr(
                "Open the inbox under “What groups shared”, or choose a file that was saved there. "
                "Without either the report leaves this out, and says so."
            )
        self.shared_words.setText(words)
        self.leave_button.setVisible(from_inbox or path is not None)
        self._forget()

    def _make(self) -> None:
        year, path, council = int(self.year.chosen_id()), self._shared, self._council
        keys, inbox = self._keys, self._inbox() if self._is_from_inbox else None
        stop = self._stop = Event()

        def work() -> Any:
            plan = self._services.action_plan.file(keys)
            reports = self._services.year_report
            shared = None if path is None else reports.exported(path)
            if inbox is not None:
                shared = inbox.everything(stop)
            made = reports.report(plan if plan.exists() else None, shared, year, council)
            return made, *reports.text(made)

        self._wait(tr("Making the report"), can_cancel=inbox is not None)
        self._made.ask(work, stop)

    def _show(self, told: "tuple[YearReport, str, Text]") -> None:
        self._rest()
        self.made, title, text = told
        self.reading.show_text(text, title)
        self.reading.show()
        self.save_button.setEnabled(True)
        say(self, tr("The report is made. Read it before you save it."))

    def _ask_where(self) -> None:
        files.ask_for_folder(self, tr("Choose a folder for the report"), self._save)

    def _save(self, folder: str) -> None:
        made = self.made
        if made is not None:
            self._wait(tr("Saving the report"))
            self._saved.ask(lambda: self._services.year_report.write(made, Path(folder)))

    def _tell_saved(self, paths: tuple[Path, ...]) -> None:
        self._rest()
        self.message.tell(
            tr_count(
                "Saved in “{folder}”: {count} file.", "Saved in “{folder}”: {count} files.",
                len(paths), folder=short_prose(paths[0].parent.name),
            ),
            "ok",
            tr("Open it"),
            partial(written.open_saved, self.message.tell, paths[0]),
        )  # fmt: skip

    def _tell(self, error: Exception) -> None:
        self._rest()
        self.message.tell(words_for(error), kind_of(error))

    def _forget(self, *_what: object) -> None:
        """Show no report that was made of something else."""
        self._made.forget()
        self._rest()
        self.made = None
        self.reading.hide()
        self.message.hide()
        self.save_button.setEnabled(False)

    def _wait(self, said: str, *, can_cancel: bool = False) -> None:
        self.message.hide()
        self._form.setEnabled(False)
        self.progress.start(said, can_cancel=can_cancel)

    def _rest(self) -> None:
        self.progress.finish()
        self._form.setEnabled(True)
