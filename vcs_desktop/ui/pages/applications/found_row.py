"""One question that was found in a text, as fields in which it can be mended."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.answers import Unit
from vcs_desktop.domain.form_mending import mended
from vcs_desktop.domain.old_application import OldAnswer
from vcs_desktop.ui.widgets.basics import button, card, column, panel
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.count_field import CountField
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.form_field import FormField, TextField
from vcs_desktop.ui.widgets.long_text_field import LongTextField

_WORDS, _WITH_SPACES, _WITHOUT_SPACES = "words", "with_spaces", "without_spaces"


class FoundRow(QWidget):
    """``done`` says that its fields may be put away. ``row`` is what stands in them."""

    done = Signal()

    def __init__(self, row: OldAnswer, *, is_old: bool) -> None:
        super().__init__()
        self._row = row
        asked = row.question
        self.question = LongTextField(tr("The question"))
        self.ref = TextField(tr("Its number"), optional=True)
        self.limit = CountField(tr("The most they take"), optional=True)
        self.unit = ChoiceField(
            tr("What they count"),
            (
                (_WORDS, tr("Words")),
                (_WITH_SPACES, tr("Characters with spaces")),
                (_WITHOUT_SPACES, tr("Characters without spaces")),
            ),
        )
        self.guidance = LongTextField(tr("What they say to it"), optional=True)
        self.answer = LongTextField(tr("Your answer"), optional=True)
        self.done_button = button(tr("Done"))
        self.question.set_words(asked.text)
        self.ref.set_words(asked.ref)
        self.limit.set_count(asked.limit or 0)
        self.unit.choose(_counts(row))
        self.guidance.set_words(asked.guidance)
        self.answer.set_words(row.text)
        fields: list[FormField] = [self.question, self.ref, self.limit, self.unit, self.guidance]
        if is_old:
            fields.append(self.answer)
        buttons = panel(FlowLayout(self.done_button))
        self.setLayout(column(card(*fields, buttons, kind="fact", gap=8)))
        self.done_button.clicked.connect(self._tell_done)

    def row(self) -> OldAnswer:
        """Return what stands in the fields; text that nobody touched stays to the letter."""
        asked, unit = self._row.question, self.unit.chosen_id()
        question = replace(
            asked,
            text=" ".join(self.question.words().split()),
            ref=self.ref.words(),
            guidance=_kept(asked.guidance, self.guidance.words()),
            limit=(self.limit.count() or None) if not self.limit.problem() else asked.limit,
            unit=Unit.WORDS if unit == _WORDS else Unit.CHARACTERS,
            counts_spaces=unit != _WITHOUT_SPACES,
        )
        return mended(self._row, question, _kept(self._row.text, self.answer.words()))

    def _tell_done(self) -> None:
        if not self.limit.show_problem():
            self.done.emit()


def _counts(row: OldAnswer) -> str:
    if row.question.unit is Unit.WORDS:
        return _WORDS
    return _WITH_SPACES if row.question.counts_spaces else _WITHOUT_SPACES


def _kept(before: str, typed: str) -> str:
    return before if typed == before.strip() else typed
