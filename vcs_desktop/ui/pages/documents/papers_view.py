"""The papers in a list under their filters, and beside it the card of the chosen one."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.history.dialog import HistoryButton
from vcs_desktop.ui.history.two_versions import TwoVersions
from vcs_desktop.ui.pages.documents.editing import Editing
from vcs_desktop.ui.pages.documents.filter_bar import FilterBar
from vcs_desktop.ui.pages.documents.listing import EveryPaper
from vcs_desktop.ui.pages.documents.missing_part import MissingPart
from vcs_desktop.ui.pages.documents.paper_card import PaperCard
from vcs_desktop.ui.pages.documents.paper_form import PaperForm
from vcs_desktop.ui.pages.documents.view_model import Found, Opened, PapersViewModel, Seen
from vcs_desktop.ui.widgets.basics import column
from vcs_desktop.ui.widgets.drop_zone import DropZone
from vcs_desktop.ui.widgets.titles_and_card import TitlesAndCard, waiting
from vcs_desktop.ui.widgets.two_line_rows import draw_in_two_lines


class PapersView(GroupPart):
    """Asks for the papers, and shows whichever are wanted.

    ``counted`` says how many are listed, in words; ``seen`` that there was an answer.
    ``removed`` carries the id and the name of a paper to be put in the bin.
    """

    counted = Signal(str)
    seen = Signal()
    removed = Signal(str, str)
    acted = Signal()
    files_given = Signal(list)
    look_asked = Signal(object)
    copy_asked = Signal(object)
    open_asked = Signal(object)
    away_asked = Signal(str, object)
    newer_asked = Signal(str)
    add_asked = Signal()

    def __init__(self, view_model: PapersViewModel, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(*asked)
        self.view_model = view_model
        self.drop_zone = DropZone(tr("Drop files here, several at once if you like."))
        self.missing = MissingPart()
        self.filter_bar = FilterBar()
        self.titles = TitlesAndCard(tr("Papers"), waiting())
        self.card: PaperCard | None = None
        self.every = EveryPaper()
        self.headline = ""
        self.listed_ids: dict[str, None] = {}
        self._found: Found = ("", {})
        self._awaited = ""
        self._takes_focus = ""
        draw_in_two_lines(self.titles.list)
        layout = column(self.drop_zone, self.missing, self.filter_bar, gap=10)
        layout.put(self.titles, 1)
        self.setLayout(layout)
        self._connect()

    def shown(self) -> None:
        """Look again."""
        self.view_model.look()
        if self.card is not None:
            self.view_model.open(self.card.paper.id)

    def put_away(self) -> None:
        """Keep what is half written."""
        if self.card is not None:
            self.card.form.editing.put_away(self.card.form.wrong_words())

    def open(self, paper_id: str, to_type: bool = False) -> None:
        """Open one paper, and where somebody is about to type its name go there."""
        self._awaited = paper_id
        self._takes_focus = paper_id if to_type else ""
        if paper_id not in self.listed_ids:
            self.filter_bar.clear()
        self.titles.open(paper_id)

    def first_focus(self) -> QWidget:
        """Start in the list."""
        return self.titles.first_focus()

    def ids_shown(self) -> list[str]:
        """Return the ids of what is listed, from the top."""
        return list(self.listed_ids)

    def _connect(self) -> None:
        model, titles = self.view_model, self.titles
        self.drop_zone.files_chosen.connect(self.files_given)
        self.filter_bar.changed.connect(self._want)
        self.filter_bar.find_field.asked.connect(model.look_inside)
        titles.card_asked.connect(self._open_row)
        titles.again_asked.connect(model.look)
        titles.all_asked.connect(self._show_all)
        model.papers.answered.connect(self._show_seen)
        model.papers.failed.connect(self._show_problem)
        model.paper.answered.connect(self._show_paper)
        model.paper.failed.connect(titles.show_problem_of_one)
        model.inside.answered.connect(self._show_found)

    def _show_seen(self, seen: Seen) -> None:
        self.every = seen.every
        self.filter_bar.offer(self.every)
        self.filter_bar.setVisible(bool(len(self.every)))
        self.missing.show_missing(seen.missing if len(self.every) else ())
        self._want()
        self.seen.emit()

    def _want(self) -> None:
        """List what is wanted of what was seen."""
        wanted = self.filter_bar.wanted()
        words, found = self._found
        inside = found if wanted.words and words == wanted.words else {}
        listed = self.every.some(wanted, inside)
        rows = listed.rows()
        self.listed_ids = dict.fromkeys(rows.ids)
        self._have_words_ready()
        self.titles.show_rows(rows, made_from=listed)
        if not rows:
            self._let_card_go()
        total = tr_count("{count} paper", "{count} papers", len(self.every))
        shown = tr("{shown} of {papers}", shown=len(rows), papers=total)
        self.headline = total if len(rows) == len(self.every) else shown
        self.counted.emit(self.headline)

    def _have_words_ready(self) -> None:
        if len(self.every):
            self.titles.say_nothing(
                tr("No paper is like this"),
                tr("Look for another word, or for every paper."),
                tr("Show every paper"),
            )
        else:
            self.titles.say_nothing(
                tr("The papers of your group"),
                tr(
                    "Keep your rules, policies, insurance and accounts here. "
                    "They are locked, and you are told before they run out."
                ),
                tr("Write down a paper"),
            )

    def _show_found(self, found: Found) -> None:
        self._found = found
        if found[0] == self.filter_bar.wanted().words:
            self._want()

    def _show_problem(self, error: Exception) -> None:
        self.headline = ""
        self.counted.emit("")
        self.titles.show_problem(error)
        self.seen.emit()

    def _show_all(self) -> None:
        if len(self.every):
            self.filter_bar.clear()
        else:
            self.add_asked.emit()

    def _open_row(self, paper_id: str) -> None:
        if self.card is None or self.card.paper.id != paper_id:
            self._let_card_go()
        self.view_model.open(paper_id)

    def _show_paper(self, opened: Opened) -> None:
        paper_id = opened.held.record.id
        if opened.held.record.binned_at is not None:
            self._let_card_go()
            self.view_model.look()
        elif self.card is not None and self.card.paper.id == paper_id:
            self.card.show_opened(opened)
        elif paper_id == self.titles.shown_id:
            self._make_card(opened)
        if self.card is not None and self._takes_focus == self.card.paper.id:
            self._takes_focus = ""
            self.card.form.take_focus()

    def _make_card(self, opened: Opened) -> None:
        editing = Editing(self.services, self.tasks, opened.held, self)
        form = PaperForm(editing, opened)
        history = HistoryButton(self.services, self.tasks, self.session)
        versions = TwoVersions(self.services, self.tasks, self.session)
        card = self.card = PaperCard(opened, form, history, versions)
        versions.settled.connect(self._hear_kept)
        form.kept.connect(self._hear_kept)
        card.remove_asked.connect(self._ask_to_remove)
        card.files_changed.connect(self._listen_to_files)
        card.show_opened(opened, is_first=True)
        self.titles.show_card(card)

    def _listen_to_files(self) -> None:
        files = self.card.files if self.card is not None else None
        if self.card is None or files is None:
            return
        paper_id = self.card.paper.id
        files.look_asked.connect(self.look_asked)
        files.copy_asked.connect(self.copy_asked)
        files.open_asked.connect(self.open_asked)
        files.away_asked.connect(lambda version: self.away_asked.emit(paper_id, version))
        files.newer_asked.connect(lambda: self.newer_asked.emit(paper_id))

    def _ask_to_remove(self) -> None:
        if self.card is not None:
            self.removed.emit(self.card.paper.id, self.card.title.text())

    def _hear_kept(self, *_: object) -> None:
        self.acted.emit()
        self.view_model.look()

    def _let_card_go(self) -> None:
        """Keep what is typed on the card, which goes away."""
        card, self.card = self.card, None
        if card is not None:
            card.form.editing.end(card.form.wrong_words())
            card.setEnabled(False)
