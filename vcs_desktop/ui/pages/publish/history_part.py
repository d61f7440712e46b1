"""What was published by whom, who checked it, and how to take a mistake back."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.files import surely
from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.core.publish_errors import DamagedRoots
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.pages.publish import words
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.widgets.basics import button, column, label, panel
from vcs_desktop.ui.widgets.fact_grid import FactGrid
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import prose, short_prose
from vcs_desktop.ui.widgets.title_list import TitleRow
from vcs_desktop.ui.widgets.titles_and_card import TitlesAndCard, waiting

if TYPE_CHECKING:
    from vcs_desktop.services.publishing import Note


class HistoryPart(QWidget):
    """``take_back_asked`` carries the version that should come back."""

    take_back_asked = Signal(int)

    def __init__(self, services: Services, tasks: Tasks) -> None:
        super().__init__()
        self._services = services
        self._tree = Path()
        self._notes: list[tuple[Note, bool]] = []
        self._asked = Question(tasks, self)
        self.titles = TitlesAndCard(tr("What was published"), waiting())
        layout = column()
        layout.put(self.titles, 1)
        self.setLayout(layout)
        self._asked.answered.connect(self._show_notes)
        self._asked.failed.connect(self._tell)
        self.titles.card_asked.connect(self._show_card)
        self.titles.again_asked.connect(lambda: self.look(self._tree))

    def look(self, tree: Path) -> None:
        """Look what was published in a folder."""
        self._tree = tree

        def work() -> Any:
            publishing = self._services.publishing
            notes = publishing.history(tree)
            return [(note, publishing.can_be_taken_back_to(tree, note)) for note in notes]

        self._asked.ask(work)

    def first_focus(self) -> QWidget:
        """Start at the list."""
        return self.titles.first_focus()

    def _show_notes(self, notes: "list[tuple[Note, bool]]") -> None:
        self._notes = notes
        self.titles.say_nothing(
            tr("Nothing is published yet"),
            tr("Each version you sign is listed here, with both names."),
        )
        self.titles.show_rows(tuple(_row(note) for note, _ in notes))

    def _tell(self, error: Exception) -> None:
        if isinstance(error, DamagedRoots) and not surely((self._tree / "root.json").exists):
            self._show_notes([])
        else:
            self.titles.show_problem(error)

    def _show_card(self, row_id: str) -> None:
        note, is_kept = next(each for each in self._notes if str(each[0].version) == row_id)
        held = note.manifest.snapshot.records
        facts = [
            (tr("Signed by"), note.by),
            (tr("Checked by"), note.checked_by or tr("Nobody else")),
            (tr("Signed on"), words.day_of(note.manifest.issued)),
            (tr("What changed"), words.counts_in_words(note.added, note.changed, note.gone)),
            (
                tr("It holds"),
                tr_count("{number} thing", "{number} things", held, number=f"{held:,}"),
            ),
        ]
        inner = column(prose(words.version_words(note.version), "title"), FactGrid(facts), gap=10)
        if note.is_taken_back:
            inner.put(label(_same_as(note), wrap=True))
        if note is self._notes[0][0]:
            inner.put(label(tr("This is what groups get now."), wrap=True))
        elif not is_kept:
            inner.put(label(tr("It is too old to be brought back: ten are kept."), wrap=True))
        elif note.same_as != self._notes[0][0].same_as:
            inner.put(
                label(
                    tr(
                        "Was something published by mistake? Then this version can come back. "
                        "You see first what that changes."
                    ),
                    wrap=True,
                )
            )
            name = words.version_words(note.version)
            back = button(
                tr("Take back to this version"),
                icon="undo-2",
                name=tr("Take back to this version: {version}", version=name),
            )
            back.clicked.connect(lambda: self.take_back_asked.emit(note.version))
            inner.put(panel(FlowLayout(back)))
        self.titles.show_card(panel(inner))


def _row(note: "Note") -> TitleRow:
    who = tr("Signed by {name}", name=note.by)
    if note.checked_by:
        who = tr("Signed by {name}, checked by {other}", name=note.by, other=note.checked_by)
    day = words.day_of(note.manifest.issued)
    return TitleRow(
        str(note.version),
        tr("{version}, {day}", version=words.version_words(note.version), day=day),
        short_prose(who),
        mark=_same_as(note) if note.is_taken_back else "",
        mark_icon="undo-2" if note.is_taken_back else "",
    )


def _same_as(note: "Note") -> str:
    version = words.version_words(note.same_as)
    return tr("The same as {version}: something was taken back.", version=version)
