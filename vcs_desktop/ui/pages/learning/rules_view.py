"""Rules and limits: by subject, what holds today, what held before and what comes."""

from collections.abc import Iterator
from itertools import groupby

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain import days
from vcs_desktop.domain.rule_words import RuleInTime
from vcs_desktop.services.facts import RuleList
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.along.along import Along
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.pages.learning import rule_words as words
from vcs_desktop.ui.pages.learning.rule_card import RuleCard
from vcs_desktop.ui.pages.learning.rules_view_model import RulesViewModel
from vcs_desktop.ui.widgets.basics import column, label, panel
from vcs_desktop.ui.widgets.choice import Choice
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.title_list import TitleRow
from vcs_desktop.ui.widgets.titles_and_card import TitlesAndCard, waiting
from vcs_desktop.ui.widgets.words_field import WordsField

_MOST_IN_A_BOX = 40


class RulesView(QWidget):
    """The rules in a list, and beside it the chosen one.

    The owner calls ``shown`` when it comes to the front, and ``show_thing`` with the
    id of a rule. ``headline_changed`` says how many there are and of which day;
    ``filled`` that they are there. ``card`` is the one that is open, or None.
    """

    headline_changed = Signal(str)
    filled = Signal()

    def __init__(self, services: Services, tasks: Tasks, along: Along | None = None) -> None:
        super().__init__()
        self._along = along or Along(services, tasks)
        self._view_model = RulesViewModel(services, tasks, self)
        self.find_field = WordsField(tr("Find a rule"), tr("Such as raffle"))
        self.subject = Choice(tr("About"), (("", tr("Anything")),))
        self.headline = label("", "muted", wrap=True)
        self.empty = waiting()
        self.titles = TitlesAndCard(tr("Rules and limits"), self.empty)
        self.card: RuleCard | None = None
        self._ids: dict[str, str] = {}  # of the row that each rule is listed by
        self._wanted = ""
        self.filters = panel(FlowLayout(self.find_field, self.subject))
        body = column(self.filters, self.headline, gap=8)
        body.put(self.titles, 1)
        self.setLayout(body)
        self.find_field.asked.connect(self._look)
        self.subject.chosen.connect(self._look)
        self.titles.again_asked.connect(self._look)
        self.titles.all_asked.connect(self._clear)
        self.titles.card_asked.connect(self._view_model.open)
        self.titles.looked_at.connect(self._note_opened)
        self._view_model.rules.answered.connect(self._show)
        self._view_model.rules.failed.connect(self._show_problem)
        self._view_model.rule.answered.connect(self._open)
        self._view_model.rule.failed.connect(self._show_problem_of_one)

    def shown(self) -> None:
        """Look again: the library or the day may have changed meanwhile."""
        self._look()

    def show_thing(self, rule_id: str) -> None:
        """Open a rule by its name or by the id of one of its rows."""
        if rule_id:
            self._wanted = rule_id
            self._clear()

    def parts(self) -> tuple[QWidget, ...]:
        """Return the parts at which F6 stops."""
        return (self.filters, self.titles.list, self.titles.area)

    def first_focus(self) -> QWidget:
        """Start in the list, or where it is empty at what can be done about it."""
        return self.titles.first_focus()

    def find_here(self) -> QWidget:
        """Return the field that looks in the rules."""
        return self.find_field.box

    def _look(self) -> None:
        self._view_model.look(self.find_field.words(), self.subject.chosen_id())

    def _clear(self) -> None:
        with QSignalBlocker(self.find_field), QSignalBlocker(self.subject):
            self.find_field.clear()
            self.subject.choose("")
        self._look()

    def _show(self, found: RuleList) -> None:
        self._ids = {rule.name: rule.shown.rule.id for rule in found.rules}
        self.subject.offer(
            (each, words.subject_words(each, _MOST_IN_A_BOX)) for each in found.subjects
        )
        if not found.rules:
            self.titles.say_nothing(
                tr("No rule has this"), tr("Look for another word."), tr("Show every rule")
            )
        self.titles.show_rows(tuple(_rows(found.rules)))
        self._open_wanted(found)
        headline = tr_count(
            "{count} rule or limit, as it stands on {day}.",
            "{count} rules and limits, as they stand on {day}.",
            len(found.rules),
            day=days.in_words(found.on),
        )
        self.headline.setText(headline)
        self.headline_changed.emit(headline)
        self.filled.emit()

    def _open_wanted(self, found: RuleList) -> None:
        wanted, self._wanted = self._wanted, ""
        for rule in found.rules:
            if wanted == rule.name or any(row.rule.id == wanted for row in rule.rows):
                self.titles.open(rule.name)

    def _open(self, rule: RuleInTime) -> None:
        if self.card is not None and self.card.rule == rule:
            return  # nothing changed: whoever reads it stays at the same place
        self.card = RuleCard(rule)
        self.titles.show_card(self._along.under(self.card, rule.shown.rule.id))

    def _note_opened(self, name: str) -> None:
        self._view_model.note_opened(self._ids[name])

    def _show_problem(self, error: Exception) -> None:
        self.titles.show_problem(error)
        self.headline.setText("")
        self.filled.emit()

    def _show_problem_of_one(self, error: Exception) -> None:
        self.card = None
        self.titles.show_problem_of_one(error)


def _rows(rules: tuple[RuleInTime, ...]) -> Iterator[TitleRow]:
    """Yield the rows: the name of each subject, and under it its rules."""
    for subject, some in groupby(rules, key=lambda rule: rule.subject):
        yield TitleRow("", words.subject_words(subject))
        yield from map(words.row_of, some)
