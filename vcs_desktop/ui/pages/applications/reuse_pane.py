"""What stands beside an answer, to be put into it: facts, and answers given before."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from vcs_desktop.core.language import tr, tr_marked
from vcs_desktop.domain.answer_library import LibraryAnswer
from vcs_desktop.domain.answers import Answer, Canonical
from vcs_desktop.domain.application_words import CANONICAL
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.one_at_a_time import OneAtATime
from vcs_desktop.ui.pages.applications.earlier_card import EarlierCard
from vcs_desktop.ui.pages.applications.facts_pane import FactsPane
from vcs_desktop.ui.pages.applications.versions_dialog import VersionsDialog
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.widgets.basics import Box, column, label, panel, scroll
from vcs_desktop.ui.widgets.choice_field import ChoiceField

if TYPE_CHECKING:
    from collections.abc import Callable

    from vcs_desktop.services.in_group import InGroup

MOST_SHOWN = 12


class ReusePane(GroupPart):
    """``put_in`` says that something was put into the answer.

    ``undo_offered`` carries words and what takes it back, ``failed`` an error. ``before_act`` is
    called first: it keeps what is half typed.
    """

    put_in = Signal()
    undo_offered = Signal(str, object)
    failed = Signal(object)

    def __init__(self, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(*asked)
        self.before_act: Callable[[], None] = lambda: None
        self.earlier: list[EarlierCard] = []
        self._answer: Answer | None = None
        self._found: tuple[LibraryAnswer, ...] = ()
        self._earlier = Question(self.tasks, self)
        self._acts = Latest(self.tasks, self)
        self._putting = OneAtATime(self.tasks, self)
        asks = [(each.value, tr_marked(CANONICAL[each])) for each in Canonical]
        self.canonical = ChoiceField(tr("What this question asks"), asks)
        self.nothing = label("", "muted", wrap=True)
        self._cards: Box = column(gap=8)
        self.facts = FactsPane(*asked)
        inside = column(
            self.facts,
            label(tr("Used before"), "heading", wrap=True),
            self.canonical,
            self.nothing,
            panel(self._cards),
            None,
            margins=(2, 2, 8, 12),
        )
        self.area = scroll(panel(inside))
        self.setLayout(column(self.area))
        self.canonical.edited.connect(self._keep_canonical)
        self._earlier.answered.connect(self._show_earlier)
        self._earlier.failed.connect(self.failed)

    def show_answer(self, answer: Answer) -> None:
        """Look for what can be put into an answer."""
        self._answer = answer
        self.canonical.choose(answer.canonical.value)
        self._look()
        self.facts.show_answer(answer)

    def _look(self) -> None:
        answer = self._answer
        if answer is not None:
            self._earlier.ask(
                lambda: tuple(
                    self.services.space.inside().answer_library.suited_to(answer)[:MOST_SHOWN]
                )
            )

    def _show_earlier(self, found: tuple[LibraryAnswer, ...]) -> None:
        if found == self._found and self._cards.count():
            return
        self._found = found
        self._cards.clear()
        self.earlier = [EarlierCard(each, found) for each in found]
        for made in self.earlier:
            made.put_in_asked.connect(self._put_in)
            made.versions_asked.connect(self._open_versions)
            self._cards.put(made)
            made.show()
        self.nothing.setVisible(not found)
        self.nothing.setText(
            tr("Nothing yet. An answer that is done, or sent, can be used again here.")
        )

    def _open_versions(self, versions: tuple[LibraryAnswer, ...]) -> None:
        dialog = VersionsDialog(self.window(), versions, self.session)
        dialog.put_in_asked.connect(self._put_in)
        dialog.open()

    def _put_in(self, source: LibraryAnswer) -> None:
        """Put an earlier answer in: alone where nothing is written yet, else after that."""
        answer = self._answer
        if answer is None:
            return

        def work(inside: "InGroup") -> None:
            held = inside.applications.answer(answer.id)
            inside.answer_library.reuse(held, source.id, add=True)

        self._act(work, tr("The earlier answer is in yours."), is_adding=True)

    def _keep_canonical(self) -> None:
        answer, chosen = self._answer, Canonical(self.canonical.chosen_id())
        if answer is None:
            return
        self._answer = replace(answer, canonical=chosen)
        self.facts.show_answer(self._answer)

        def work(inside: "InGroup") -> None:
            held = inside.applications.answer(answer.id)
            inside.applications.save_answer(held, replace(held.thing, canonical=chosen))

        self._act(work)
        self._look()

    def _act(
        self, work: "Callable[[InGroup], None]", words: str = "", *, is_adding: bool = False
    ) -> None:
        def then(_outcome: object) -> None:
            self.put_in.emit()
            if words:
                self.undo_offered.emit(words, self._undo)

        self.before_act()
        do = self._putting.do if is_adding else self._acts.ask_too
        do(lambda: work(self.services.space.inside()), then=then, otherwise=self.failed.emit)

    def _undo(self) -> None:
        self._act(_undone)


def _undone(inside: "InGroup") -> None:
    inside.records.undo()
