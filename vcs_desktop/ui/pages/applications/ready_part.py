"""Is it ready? Every line says what to do and goes there; then it is saved, printed and kept."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QMenu, QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import marked, tr, tr_count, tr_marked
from vcs_desktop.domain.applications import KeptCopy
from vcs_desktop.domain.days import in_words
from vcs_desktop.domain.readiness import ReadyLine, State, Topic
from vcs_desktop.ui import files, written
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.pages.applications.part import ApplicationPart
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.widgets.basics import Box, button, card, column, label, panel, picture, row
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.form_field import TextField
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.prose import prose, short_prose

_TOPICS = {
    Topic.DECISION: marked("The committee"),
    Topic.RULES: marked("The funder's rules"),
    Topic.QUESTIONS: marked("Questions"),
    Topic.FIGURES: marked("Figures"),
    Topic.BUDGET: marked("Budget"),
    Topic.EARLY: marked("When it begins"),
    Topic.PAPERS: marked("Papers"),
    Topic.CHECKED: marked("A second person"),
    Topic.SIGNATURES: marked("Signatures"),
    Topic.CLOSING: marked("Closing day"),
}
_PARTS = {
    Topic.DECISION: "about",
    Topic.QUESTIONS: "answers",
    Topic.FIGURES: "answers",
    Topic.BUDGET: "budget",
    Topic.EARLY: "about",
    Topic.PAPERS: "papers",
    Topic.CHECKED: "papers",
    Topic.SIGNATURES: "papers",
    Topic.CLOSING: "about",
}
_MARKS = {
    State.GOOD: ("circle-check", "ok", marked("Good")),
    State.TO_DO: ("triangle-alert", "warn", marked("To do")),
    State.LOOK: ("eye", "info", marked("Look at this")),
}
FORMATS = (
    (".pdf", marked("Save as pages to print (PDF)"), marked("PDF (*.pdf)")),
    (".docx", marked("Save as a Word file (DOCX)"), marked("Word file (*.docx)")),
    (".html", marked("Save as a web page (HTML)"), marked("Web page (*.html)")),
    (".txt", marked("Save as plain text"), marked("Plain text (*.txt)")),
    (".xlsx", marked("Save the budget as a spreadsheet"), marked("Spreadsheet (*.xlsx)")),
    (".zip", marked("Save all of it with its papers (zip)"), marked("Zip (*.zip)")),
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What stands in the way of sending it, and the copies that were kept."""

    lines: tuple[ReadyLine, ...]
    copies: tuple[KeptCopy, ...]
    name: str


class ReadyPart(ApplicationPart):
    """Looks anew each time it is shown."""

    def __init__(self, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(*asked)
        self.message = MessageBar()
        self.summary = label("", "heading", wrap=True)
        self.go_buttons: list[QWidget] = []
        self._lines: Box = column(gap=8)
        self._copies: Box = column(gap=8)
        self._seen: Seen | None = None
        self._asked = Question(self.tasks, self)
        self._work = Latest(self.tasks, self)
        self.note = TextField(
            tr("A note for the copy"), tr("Such as how it was sent"), optional=True
        )
        self.keep_button = button(tr("Keep a copy as sent"), "primary", icon="lock")
        self.save_button = button(tr("Save"), icon="file-text", name=tr("Save this application"))
        self.print_button = button(tr("Print"), icon="printer", name=tr("Print this application"))
        menu = QMenu(self.save_button.text(), self)
        for ending, words, kinds in FORMATS:
            menu.addAction(tr_marked(words), partial(self.ask_where, ending, tr_marked(kinds)))
        self.save_button.setMenu(menu)
        self.setLayout(
            column(
                self.message,
                card(self.summary, panel(self._lines), gap=8),
                card(
                    label(tr("Save or print it"), "heading", wrap=True),
                    panel(FlowLayout(self.save_button, self.print_button)),
                    gap=8,
                ),
                card(
                    label(tr("Copies of what you sent"), "heading", wrap=True),
                    label(
                        tr("A kept copy never changes. A correction is a new copy."),
                        "muted",
                        wrap=True,
                    ),
                    panel(self._copies),
                    self.note,
                    panel(FlowLayout(self.keep_button)),
                    gap=8,
                ),
                gap=12,
            )
        )
        self.print_button.clicked.connect(self.print_it)
        self.keep_button.clicked.connect(self.keep)
        self._asked.answered.connect(self._show)
        self._asked.failed.connect(self.failed)
        self.session.changed.connect(self.shown)

    def shown(self) -> None:
        """Look whether it is ready."""
        application_id = self.application_id
        if application_id and self.isVisible():
            self._asked.ask(lambda: self._look(application_id))

    def keep(self) -> None:
        """Keep a copy of it as it stands."""
        application_id, note = self.application_id, self.note.words()

        def then(copy: KeptCopy) -> None:
            self.note.set_words("")
            words = tr("Copy {number} is kept. It never changes.", number=copy.number)
            self.message.tell(words, "ok")
            self.acted.emit()
            self.shown()

        self._do(lambda inside: inside.application_papers.keep(application_id, note=note), then)

    def print_it(self) -> None:
        """Make the PDF where it can be printed from, and open it there."""
        application_id = self.application_id
        self._do(
            lambda inside: inside.application_papers.make(application_id, None),
            partial(written.open_to_print, self.message.tell),
        )

    def ask_where(self, ending: str, kinds: str) -> None:
        """Ask where to save it, then write it there."""
        name = f"{self._file_word()}{ending}"
        files.ask_where_to_save(self, tr("Save this application"), name, kinds, self.save_at)

    def save_at(self, path: str) -> None:
        """Write it to a place that was chosen."""
        application_id = self.application_id
        self._do(
            lambda inside: inside.application_papers.make(application_id, Path(path)),
            partial(written.tell_saved, self.message.tell),
        )

    def save_copy_at(self, copy: KeptCopy, path: str) -> None:
        """Write a kept copy, just as it was sent, to a place that was chosen."""
        self._do(
            lambda inside: inside.application_papers.make_from_copy(copy, Path(path)),
            partial(written.tell_saved, self.message.tell),
        )

    def _do(self, work: Any, then: Any) -> None:
        self.message.hide()
        self._work.ask_too(
            lambda: work(self.services.space.inside()),
            then=then,
            otherwise=lambda error: self.message.tell(words_for(error), "bad"),
            lane="work",
        )

    def _look(self, application_id: str) -> Seen:
        said = self.services.space.inside().applications.application(application_id).thing
        return Seen(self.services.readiness.lines(application_id), said.copies, said.name)

    def _show(self, seen: Seen) -> None:
        if seen == self._seen:
            return
        self._seen = seen
        to_do = sum(each.state is State.TO_DO for each in seen.lines)
        self.summary.setText(
            tr_count("{count} thing is left to do.", "{count} things are left to do.", to_do)
            if to_do
            else tr("It is ready to be sent.")
        )
        self._lines.clear()
        self.go_buttons = []
        topic = None
        for each in seen.lines:
            if each.topic != topic:
                topic = each.topic
                self._lines.put(label(tr_marked(_TOPICS[topic]), "strong", wrap=True))
            self._lines.put(self._line(each))
        self._show_copies(seen.copies)

    def _line(self, line: ReadyLine) -> QWidget:
        icon, colour, words = _MARKS[line.state]
        said = prose(line.said)
        parts: list[QWidget] = [label(tr_marked(words), "small"), said]
        if line.advice:
            parts.append(prose(line.advice, "muted"))
        if line.state is not State.GOOD and line.topic in _PARTS:
            go = button(tr("Go there"), "quiet", name=tr("Go there: {what}", what=line.said))
            go.clicked.connect(partial(self.part_asked.emit, _PARTS[line.topic], line.part))
            self.go_buttons.append(go)
            parts.append(panel(FlowLayout(go)))
        beside = row(picture(icon, colour), gap=8)
        beside.put(panel(column(*parts, gap=2)), 1)
        return panel(beside)

    def _show_copies(self, copies: tuple[KeptCopy, ...]) -> None:
        self._copies.clear()
        if not copies:
            self._copies.put(label(tr("None is kept yet."), "muted", wrap=True))
        for copy in sorted(copies, key=lambda each: each.number, reverse=True):
            day = in_words(copy.on) if copy.on else ""
            told = tr(
                "Copy {number}, {day}, by {who}",
                number=copy.number,
                day=day,
                who=copy.by or tr("somebody"),
            )
            save = button(tr("Save"), icon="file-text", name=tr("Save: {what}", what=told))
            menu = QMenu(save.text(), save)
            for ending, words, kinds in FORMATS:
                menu.addAction(
                    tr_marked(words), partial(self._ask_where_copy, copy, ending, tr_marked(kinds))
                )
            save.setMenu(menu)
            about = prose(copy.note, "muted")
            about.setVisible(bool(copy.note))
            self._copies.put(
                panel(column(prose(told, "strong"), about, panel(FlowLayout(save)), gap=2))
            )

    def _ask_where_copy(self, copy: KeptCopy, ending: str, kinds: str) -> None:
        name = f"{self._file_word()}-{copy.number}{ending}"
        files.ask_where_to_save(
            self, tr("Save this copy"), name, kinds, partial(self.save_copy_at, copy)
        )

    def _file_word(self) -> str:
        words = short_prose(self._seen.name, 60) if self._seen else ""
        kept = "".join(each if each.isalnum() else "-" for each in words.casefold())
        return "-".join(filter(None, kept.split("-"))) or "application"
