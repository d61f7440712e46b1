"""Ask someone to read it: a copy goes out, and what comes back is looked at answer by answer."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.ui import files, written
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.history.text_changes import added_and_taken, words_in
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.widgets.basics import Box, button, card, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.fold import Fold
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.prose import prose, short_prose

if TYPE_CHECKING:
    from vcs_desktop.domain.reader_copy import FileBack, Remark
    from vcs_desktop.services.applications.reader_copies import ReadAnswer
    from vcs_desktop.services.in_group import InGroup

_LONGEST = 120


class ReaderCard(GroupPart):
    """``acted`` says that an answer was changed; ``undo_offered`` how it is taken back.

    What came back is kept nowhere: it stands here until another application is opened.
    """

    acted = Signal()
    undo_offered = Signal(str, object)

    def __init__(self, stem: Callable[[], str], *asked: Any) -> None:
        """``stem`` proposes a file name; ``asked`` are the services, the tasks and the session."""
        super().__init__(*asked)
        self.application_id = ""
        self.use_buttons: list[QWidget] = []
        self._stem = stem
        self._file: FileBack | None = None
        self.message = MessageBar()
        self.out_button = button(tr("Save a copy to read"), icon="file-text")
        self.in_button = button(tr("Bring back what they wrote"), icon="upload")
        self.summary = label("", "strong", wrap=True)
        self.summary.hide()
        self._back: Box = column(gap=8)
        self._work = Latest(self.tasks, self)
        said = tr("Send somebody a Word file. They write in it, and you see what they changed.")
        self.setLayout(
            column(
                card(
                    label(tr("Ask someone to read it"), "heading", wrap=True),
                    label(said, "muted", wrap=True),
                    panel(FlowLayout(self.out_button, self.in_button)),
                    self.message,
                    self.summary,
                    panel(self._back),
                    gap=8,
                )
            )
        )
        self.out_button.clicked.connect(self.ask_where)
        self.in_button.clicked.connect(self.ask_which)

    def open(self, application_id: str) -> None:
        """Be of an application; what came back to another one goes."""
        if application_id != self.application_id:
            self.application_id = application_id
            self.message.hide()
            self._forget()
        elif self._file is not None:
            self.compare()

    def ask_where(self) -> None:
        """Ask where the copy should go, then write it there."""
        files.ask_where_to_save(
            self,
            tr("Save a copy to read"),
            f"{self._stem()}-to-read.docx",
            tr("Word file (*.docx)"),
            self.save_at,
        )

    def save_at(self, path: str) -> None:
        """Write the copy to a place that was chosen."""
        application_id = self.application_id
        self._do(
            lambda inside: inside.reader_copies.write(application_id, Path(path)),
            partial(written.tell_saved, self.message.tell),
        )

    def ask_which(self) -> None:
        """Ask which file came back."""
        title, kinds = tr("Bring back what they wrote"), tr("Word file (*.docx)")
        files.ask_what_to_open(self, title, kinds, self.read)

    def read(self, path: str) -> None:
        """Read a file that came back; what was shown of another one goes."""
        self._forget()
        self._do(lambda inside: inside.reader_copies.read(Path(path)), self._take)

    def compare(self) -> None:
        """Hold what came back against the answers as they are now."""
        application_id, file = self.application_id, self._file
        if file is None:
            return
        self._work.ask(
            lambda: self._inside().reader_copies.compare(application_id, file.lines),
            then=self._show,
            otherwise=self._tell_problem,
        )

    def _inside(self) -> "InGroup":
        return self.services.space.inside()

    def _do(self, work: Callable[["InGroup"], Any], then: Callable[[Any], None]) -> None:
        self.message.hide()
        self._work.ask(
            lambda: work(self._inside()), then=then, otherwise=self._tell_problem, lane="work"
        )

    def _take(self, file: "FileBack") -> None:
        self._file = file
        self.compare()

    def _forget(self) -> None:
        self._work.forget()
        self._file = None
        self.use_buttons = []
        self._back.clear()
        self.summary.hide()

    def _tell_problem(self, error: Exception) -> None:
        self.message.tell(words_for(error), "bad")

    def _show(self, answers: "tuple[ReadAnswer, ...]") -> None:
        changed = [each for each in answers if each.is_changed]
        self.use_buttons = []
        self._back.clear()
        self.summary.setText(
            tr_count(
                "They changed {count} answer. Nothing is taken over yet.",
                "They changed {count} answers. Nothing is taken over yet.",
                len(changed),
            )
            if changed
            else tr("All that came back is as your answers are now.")
        )
        self.summary.show()
        if self._file is not None and self._file.remarks:
            self._back.put(_remarks(self._file.remarks))
        for each in answers:
            if each.theirs is None:
                self._back.put(_not_found(each))
        for each in changed:
            self._back.put(self._row(each))

    def _row(self, answer: "ReadAnswer") -> QWidget:
        name = _called(answer)
        use = button(tr("Use theirs"), name=tr("Use theirs: {question}", question=name))
        use.clicked.connect(partial(self._use, answer))
        self.use_buttons.append(use)
        parts = [prose(name, "strong"), *_changes(answer)]
        fold = Fold(tr("Read all of theirs"))
        fold.content.put(prose(answer.theirs or ""))
        return card(*parts, fold, panel(FlowLayout(use)), kind="fact", gap=6)

    def _use(self, answer: "ReadAnswer") -> None:
        def then(_outcome: object) -> None:
            self._tell_acted()
            words = tr("Their words stand in “{question}” now.", question=_called(answer))
            self.undo_offered.emit(words, self._undo)

        self._act(lambda inside: inside.reader_copies.use_theirs(answer), then)

    def _undo(self) -> None:
        self._act(lambda inside: inside.records.undo(), lambda _outcome: self._tell_acted())

    def _act(self, work: Callable[["InGroup"], Any], then: Callable[[Any], None]) -> None:
        self._work.ask(lambda: work(self._inside()), then=then, otherwise=self._tell_problem)

    def _tell_acted(self) -> None:
        self.acted.emit()
        self.compare()
        self.in_button.setFocus()  # the button that was pressed goes


def _called(answer: "ReadAnswer") -> str:
    asked = answer.held.thing
    return f"{asked.ref or answer.number}. {short_prose(asked.question, _LONGEST)}"


def _remarks(remarks: "tuple[Remark, ...]") -> QWidget:
    count = tr_count(
        "They left {count} comment beside the words.",
        "They left {count} comments beside the words.",
        len(remarks),
    )
    said = [
        prose(tr("{who}: {comment}", who=short_prose(each.who, 60), comment=each.text))
        if each.who.strip()
        else prose(each.text)
        for each in remarks
    ]
    return panel(column(label(count, "strong", wrap=True), *said, gap=2))


def _not_found(answer: "ReadAnswer") -> QWidget:
    said = tr("We do not find question “{question}” in the file.", question=_called(answer))
    advice = tr("Its words may stand at the end of the answer before it.")
    return panel(column(prose(said, "warn"), label(advice, "muted", wrap=True), gap=0))


def _changes(answer: "ReadAnswer") -> list[QWidget]:
    """Return what they added and took out, sentence by sentence where it is not too long."""
    mine, theirs = answer.held.thing.text, answer.theirs or ""
    found = added_and_taken(mine, theirs)
    if found is None or not any(found):
        count = words_in(theirs)
        told = tr_count("Theirs has {count} word.", "Theirs has {count} words.", count)
        return [label(told, wrap=True)]
    added, taken = found
    parts: list[QWidget] = []
    for title, sentences in ((tr("They took out:"), taken), (tr("They added:"), added)):
        if sentences:
            parts.append(label(title, "small"))
            parts += [prose(each) for each in sentences]
    return parts
