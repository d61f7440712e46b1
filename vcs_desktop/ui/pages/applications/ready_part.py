"""Is it ready? Every line says what to do and goes there; then it is saved, printed and kept."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import marked, tr, tr_count, tr_marked
from vcs_desktop.domain.applications import KeptCopy
from vcs_desktop.domain.days import in_words
from vcs_desktop.domain.kept_copies import copy_names, newest_first
from vcs_desktop.domain.kinds import DOCUMENT
from vcs_desktop.domain.ready_lines import ReadyLine, State, Topic
from vcs_desktop.ui.one_at_a_time import OneAtATime
from vcs_desktop.ui.pages.applications.part import ApplicationPart
from vcs_desktop.ui.pages.applications.reader_card import ReaderCard
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.save_as import ALL, PDF, SHEET, TEXT, WEB, WORD, SaveAs, file_stem
from vcs_desktop.ui.widgets.basics import Box, button, card, column, label, panel, picture, row
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.form_field import TextField
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.prose import prose

if TYPE_CHECKING:
    from vcs_desktop.services.in_group import InGroup

_TOPICS = {
    Topic.VERSIONS: marked("Two versions"),
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
    Topic.VERSIONS: "about",
    Topic.DECISION: "about",
    Topic.RULES: "about",
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
FORMATS = (PDF, WORD, WEB, TEXT, SHEET, ALL)


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
        self.copies_out: list[SaveAs] = []
        self._lines: Box = column(gap=8)
        self._copies: Box = column(gap=8)
        self._seen: Seen | None = None
        self._asked = Question(self.tasks, self)
        self._keep = OneAtATime(self.tasks, self)
        self.note = TextField(
            tr("A note for the copy"), tr("Such as how it was sent"), optional=True
        )
        self.keep_button = button(tr("Keep a copy as sent"), "primary", icon="lock")
        self.reader = ReaderCard(self._stem, *asked)
        self.out = self._save_as(
            lambda inside, out: inside.application_papers.make(self.application_id, out),
            self._stem,
            tr("this application"),
        )
        self._lay()
        self.keep_button.clicked.connect(self.keep)
        self.reader.acted.connect(self.acted)
        self.reader.acted.connect(self.shown)
        self.reader.undo_offered.connect(self.undo_offered)
        self._asked.answered.connect(self._show)
        self._asked.failed.connect(self.failed)
        self.session.changed.connect(self.shown)

    def _lay(self) -> None:
        self.setLayout(
            column(
                self.message,
                card(self.summary, panel(self._lines), gap=8),
                card(
                    label(tr("Save or print it"), "heading", wrap=True),
                    panel(FlowLayout(self.out.save_button, self.out.print_button)),
                    gap=8,
                ),
                self.reader,
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
                None,
                gap=12,
            )
        )

    def open(self, application_id: str) -> None:
        """Show another application: what was typed and said of the one before goes."""
        if application_id != self.application_id:
            self.note.set_words("")
            self.message.hide()
        super().open(application_id)

    def shown(self) -> None:
        """Look whether it is ready."""
        application_id = self.application_id
        self.reader.open(application_id)
        if application_id and self.isVisible():
            self._asked.ask(lambda: self._look(application_id))

    def keep(self) -> None:
        """Keep a copy of it as it stands."""
        application_id, note = self.application_id, self.note.words()

        def then(copy: KeptCopy) -> None:
            self.note.set_words("")
            words = tr("Copy {number} is kept. It never changes.", number=copy.number)
            self.message.tell(words, "ok", tr("Say when it was sent"), self._go_after)
            self.acted.emit()
            self.shown()

        self.message.hide()
        self._keep.do(
            lambda: self.services.space.inside().application_papers.keep(application_id, note=note),
            then=then,
            otherwise=lambda error: self.message.tell(words_for(error), "bad"),
            lane="work",
        )

    def _go_after(self) -> None:
        self.part_asked.emit("after", "")

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
            go.clicked.connect(partial(self._go, line))
            self.go_buttons.append(go)
            parts.append(panel(FlowLayout(go)))
        beside = row(picture(icon, colour), gap=8)
        beside.put(panel(column(*parts, gap=2)), 1)
        return panel(beside)

    def _go(self, line: ReadyLine) -> None:
        """Go to where it is put right: a paper that has run out is renewed among Documents."""
        if line.paper:
            self.record_asked.emit(DOCUMENT, line.paper)
        else:
            self.part_asked.emit(_PARTS[line.topic], line.part)

    def _show_copies(self, copies: tuple[KeptCopy, ...]) -> None:
        self._copies.clear()
        self.copies_out = []
        if not copies:
            self._copies.put(label(tr("None is kept yet."), "muted", wrap=True))
        names = copy_names(copies)
        for copy in newest_first(copies):
            day = in_words(copy.on) if copy.on else ""
            told = tr(
                "Copy {number}, {day}, by {who}",
                number=names[copy.id],
                day=day,
                who=copy.by or tr("somebody"),
            )
            out = self._save_as(
                partial(_make_from_copy, copy),
                partial(self._stem_of, names[copy.id]),
                told,
            )
            self.copies_out.append(out)
            about = prose(copy.note, "muted")
            if not copy.note:
                about.hide()
            self._copies.put(
                panel(
                    column(prose(told, "strong"), about, panel(FlowLayout(out.save_button)), gap=2)
                )
            )

    def _save_as(
        self,
        make: "Callable[[InGroup, Path | None], Path]",
        name: Callable[[], str],
        what: str,
    ) -> SaveAs:
        return SaveAs(self, (self.services, self.tasks), self.message, FORMATS, make, name, what)

    def _stem_of(self, name: str) -> str:
        return f"{self._stem()}-{name}"

    def _stem(self) -> str:
        return file_stem(self._seen.name if self._seen else "", tr("application"))


def _make_from_copy(copy: KeptCopy, inside: "InGroup", out: Path | None) -> Path:
    """Write a kept copy, just as it was sent, to a place that was chosen."""
    return inside.application_papers.make_from_copy(copy, out)
