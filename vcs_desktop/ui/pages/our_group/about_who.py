"""The questions of who the group is: name, legal form, numbers."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from vcs_desktop.core.language import tr, tr_marked
from vcs_desktop.domain.group import LegalForm
from vcs_desktop.domain.our_group import OurGroup
from vcs_desktop.domain.our_group_gaps import Number, numbers_needed, numbers_possible
from vcs_desktop.domain.registration_numbers import (
    Read,
    problem_with,
    read_charity_number,
    read_company_number,
    read_society_number,
)
from vcs_desktop.ui.pages.our_group import about_words as words
from vcs_desktop.ui.pages.our_group.about_keeping import Change, Opened
from vcs_desktop.ui.pages.our_group.about_question import Question
from vcs_desktop.ui.widgets.choice_field import OptionsField
from vcs_desktop.ui.widgets.form_field import TextField

_READERS: Mapping[Number, Read] = MappingProxyType(
    {
        Number.CHARITY: read_charity_number,
        Number.COMPANY: read_company_number,
        Number.SOCIETY: read_society_number,
    }
)


class NameQuestion(Question):
    """The group's name; that under which it was begun is offered."""

    def __init__(self, opened: Opened) -> None:
        super().__init__(opened)
        self.name_field = TextField(tr("Name of your group"))
        self.name_field.set_words(opened.ours.name or opened.group_name)
        self.add("name", self.name_field)

    def change(self) -> Change:
        """Return the name."""
        name = " ".join(self.name_field.words().split())
        return lambda ours: replace(ours, name=name)


class LegalFormQuestion(Question):
    """One of the legal forms."""

    def __init__(self, opened: Opened) -> None:
        super().__init__(opened)
        choices = [(form.value, tr_marked(said)) for form, said in words.FORMS.items()]
        self.form_field = OptionsField(
            tr("Choose the one that is nearest"),
            choices,
            tr("Your rules (constitution) say it, often in their first lines."),
        )
        self.form_field.choose(opened.ours.legal_form or "")
        self.add("legal_form", self.form_field)

    def change(self) -> Change:
        """Return the legal form; None while none is chosen."""
        chosen = self.form_field.chosen_id()
        form = LegalForm(chosen) if chosen else None
        return lambda ours: replace(ours, legal_form=form)


class NumbersQuestion(Question):
    """The numbers that a group of this legal form has, or may have."""

    def __init__(self, opened: Opened) -> None:
        super().__init__(opened)
        form = opened.ours.legal_form
        for number in numbers_needed(form):
            self._add_number(number, is_optional=False)
        for number in numbers_possible(form):
            self._add_number(number, is_optional=True)

    def change(self) -> Change:
        """Return the numbers that are right, as their registers write them."""
        told = {
            name: _READERS[Number(name)](field.words()) if field.words() else ""
            for name, field in self.fields.items()
            if isinstance(field, TextField) and not field.problem()
        }
        return _fill(told)

    def _add_number(self, number: Number, *, is_optional: bool) -> None:
        read = _READERS[number]
        field = TextField(
            tr_marked(words.NUMBERS[number]),
            tr_marked(words.NUMBER_HINTS[number]),
            optional=is_optional,
            check=problem_with(read),
        )
        field.set_words(getattr(self.opened.ours, number))
        field.left.connect(lambda: _write_out(field, read))
        self.add(number, field)


def _fill(told: Mapping[str, str]) -> Callable[[OurGroup], OurGroup]:
    def change(ours: OurGroup) -> OurGroup:
        for name, number in told.items():
            ours = replace(ours, **{name: number})  # type: ignore[arg-type]  # all are texts
        return ours

    return change


def _write_out(field: TextField, read: Read) -> None:
    """Show a number as its register writes it."""
    if field.words() and not field.problem():
        field.set_words(read(field.words()))
