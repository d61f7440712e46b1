"""One action of the council's plan, to be written: its fields, and what was changed when."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr, tr_marked
from vcs_desktop.domain.action_plan import (
    FIELDS,
    PROGRESS,
    Action,
    PlanChange,
    Progress,
    evidence_problem,
    looks_like_a_person,
    said_in_words,
)
from vcs_desktop.domain.day_words import Toward
from vcs_desktop.domain.days import shortly
from vcs_desktop.ui.widgets.autosave import Autosave, SavedLine
from vcs_desktop.ui.widgets.basics import button, column, label, panel
from vcs_desktop.ui.widgets.choice_field import ChoiceField, OptionsField
from vcs_desktop.ui.widgets.date_field import DateField
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.fold import Fold
from vcs_desktop.ui.widgets.form_field import FormField, TextField
from vcs_desktop.ui.widgets.long_text_field import LongTextField
from vcs_desktop.ui.widgets.prose import prose

if TYPE_CHECKING:
    from vcs_desktop.services.council_year import PlanView

_MOST_CHANGES = 30


class ActionForm(QWidget):
    """The fields of one action. ``remove_asked`` wants it taken out of the plan."""

    remove_asked = Signal()

    def __init__(self, action: Action, view: "PlanView", autosave: Autosave) -> None:
        super().__init__()
        self._kept = action
        self._names = {each.id: each.title for each in view.promises}
        self.name = TextField(_said("title"), tr("A few words. Such as: Train 40 treasurers."))
        self.about = LongTextField(
            _said("text"), tr("Two or three plain sentences."), optional=True
        )
        self.owner = TextField(
            _said("owner"),
            tr("A role or a team, such as: Stronger communities team. It is published."),
            check=looks_like_a_person,
        )
        self.due_on = DateField(_said("due_on"), view.today, optional=True, toward=Toward.FUTURE)
        self.progress = OptionsField(
            _said("progress"), [(each, tr_marked(words)) for each, (words, *_) in PROGRESS.items()]
        )
        self.why_late = LongTextField(
            _said("why_late"), tr("What held it up, and what happens now."),
            check=looks_like_a_person,
        )  # fmt: skip
        self.under = ChoiceField(_said("under"), self._promises(action.under))
        self.evidence = LongTextField(
            _said("evidence"),
            tr("One thing on each line, its day first. Such as: 9 March 2026: We met in Oxford."),
            optional=True,
            check=lambda words: evidence_problem(words, view.today),
        )
        self.wrong = label("", "bad", wrap=True)
        self.history = Fold(tr("What was changed when"))
        self.remove_button = button(tr("Take this action out"), "quiet", icon="trash-2")
        saved = SavedLine(autosave)
        self.setLayout(
            column(
                self.wrong, *self.fields, saved, self.history,
                panel(FlowLayout(self.remove_button)), gap=14,
            )
        )  # fmt: skip
        self._show()
        autosave.watch(*self.fields)
        self.progress.edited.connect(self._follow_progress)
        self.remove_button.clicked.connect(self.remove_asked)

    @property
    def fields(self) -> tuple[FormField, ...]:
        """The fields, in their order."""
        return (
            self.name, self.about, self.owner, self.due_on, self.progress, self.why_late,
            self.under, self.evidence,
        )  # fmt: skip

    @property
    def action_id(self) -> str:
        """Whose fields these are."""
        return self._kept.id

    def action(self, before: Action) -> Action:
        """Return the action as the fields have it; ``before`` is as it is kept."""
        return replace(
            before,
            title=self.name.words(),
            text=self.about.words(),
            owner=self.owner.words(),
            due_on=self.due_on.day(),
            progress=Progress(self.progress.chosen_id() or Progress.NOT_BEGUN),
            why_late=self.why_late.words(),
            under=self.under.chosen_id(),
            evidence=self.evidence.words(),
        )

    def tell(self, wrong: str, changes: Sequence[PlanChange]) -> None:
        """Say what keeps it from being published, and what was changed when."""
        self.wrong.setText(tr("It cannot be published yet. {why}", why=wrong) if wrong else "")
        self.wrong.setVisible(bool(wrong))
        self.history.setVisible(bool(changes))
        self.history.content.clear()
        for each in changes[:_MOST_CHANGES]:
            self.history.content.put(self._changed(each))

    def _show(self) -> None:
        action = self._kept
        self.name.set_words(action.title)
        self.about.set_words(action.text)
        self.owner.set_words(action.owner)
        self.due_on.set_day(action.due_on)
        self.progress.choose(action.progress)
        self.why_late.set_words(action.why_late)
        self.under.choose(action.under)
        self.evidence.set_words(action.evidence)
        self._follow_progress()

    def _follow_progress(self) -> None:
        self.why_late.setVisible(self.progress.chosen_id() == Progress.LATE)

    def _promises(self, chosen: str) -> list[tuple[str, str]]:
        """Return what can be chosen; one that the library does not know stays as it is."""
        known = [("", tr("None of them")), *self._names.items()]
        if chosen and chosen not in self._names:
            known.append((chosen, chosen))
        return known

    def _changed(self, change: PlanChange) -> QWidget:
        def words(said: str) -> str:
            shown = self._names.get(said, said) if change.field == "under" else said
            return said_in_words(change.field, shown) or tr("nothing")

        when = tr("{day}: {field}", day=shortly(change.on), field=_said(change.field))
        return panel(
            column(
                label(when, "strong", wrap=True),
                prose(tr("Before: {what}", what=words(change.before)), "muted"),
                prose(tr("Now: {what}", what=words(change.after))),
                gap=2,
            )
        )


def _said(field: str) -> str:
    return tr_marked(FIELDS[field])
