"""One role: what it is, which days it has, and whether a check may be asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import sentences, tr
from vcs_desktop.domain.regulated_activity import Verdict, check_words
from vcs_desktop.domain.volunteering import VolunteerRole, WorksWith
from vcs_desktop.ui.bound_fields import (
    NeededTextField,
    bound_choice,
    bound_count,
    bound_day,
    bound_time,
    bound_words,
    bound_yes_no,
    count_check,
    offered,
    yes_no_field,
)
from vcs_desktop.ui.kept_form import Bound, KeptForm
from vcs_desktop.ui.pages.volunteers import words
from vcs_desktop.ui.pages.volunteers.card_parts import bin_button, history_button, versions_above
from vcs_desktop.ui.widgets.basics import Box, Item, card, column, label, panel, set_kind
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.date_field import DateField
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.form_field import TextField
from vcs_desktop.ui.widgets.long_text_field import LongTextField
from vcs_desktop.ui.widgets.prose import prose, short_prose
from vcs_desktop.ui.widgets.time_field import TimeField

if TYPE_CHECKING:
    from vcs_desktop.domain.attendance import Activity
    from vcs_desktop.services.in_group import InGroup
    from vcs_desktop.services.records import Held
    from vcs_desktop.ui.pages.volunteers.list_part import ListPart
    from vcs_desktop.ui.paper_out import PaperOut


@dataclass(frozen=True, slots=True)
class OpenRole:
    """A role as it was read, and what can be said of checks for it today."""

    held: "Held[VolunteerRole]"
    verdict: Verdict
    activities: Sequence["Activity"]
    today: date


class RoleCard(QWidget):
    """The form, and above it what the answers in it come to."""

    remove_asked = Signal()

    def __init__(self, part: "ListPart", opened: OpenRole, paper: "PaperOut") -> None:
        super().__init__()
        role = opened.held.thing
        self.role = role
        self.form, sections = _form(part, opened)
        self._title = label(short_prose(role.name), "title", wrap=True)
        self._said: Box = column(gap=6)
        self.verdict_card = card(panel(self._said), kind="info")
        self.remove_button = bin_button(role.name)
        buttons = FlowLayout(
            paper.save_button,
            paper.print_button,
            history_button(part, role.id, role.name),
            self.remove_button,
        )
        notice = tr("Save or print it as a notice for the board.")
        self.form.lay_out((*sections, self.form.saved_line))
        self.setLayout(
            column(
                *versions_above(part, opened.held.record),
                self._title,
                card(label(notice, "muted", wrap=True), panel(buttons), gap=8),
                self.form,
                self.verdict_card,
                gap=12,
            )
        )
        self.show_verdict(opened.verdict)
        self.remove_button.clicked.connect(self.remove_asked)

    def show_kept(self, role: VolunteerRole) -> None:
        """Say what the role is called now."""
        self._title.setText(short_prose(role.name))

    def show_verdict(self, verdict: Verdict) -> None:
        """Say what the answers come to, and by which rules."""
        set_kind(self.verdict_card, words.REGULATED_KINDS[verdict.answer])
        self._said.clear()
        self._said.put(label(tr("DBS checks"), "heading", wrap=True))
        self._said.put(label(words.regulated_words(verdict.answer), "strong", wrap=True))
        for each in (*verdict.why, *check_words()):
            self._said.put(label(each, wrap=True))
        for each in words.rule_words(verdict.rules):
            self._said.put(prose(each, "small"))


def _form(part: "ListPart", opened: OpenRole) -> tuple[KeptForm, list[Item]]:
    about, rota, check = _about(), _rota(opened), _check()
    parts = {**about, **rota, **check}
    form = KeptForm(part.services, part.tasks, opened.held, _save, parts)
    said = tr("What you type is kept as you go.")
    check_said = sentences(
        tr("These answers are about the role, never about a person."),
        tr("Your answers decide which check you may ask for."),
    )
    sections: list[Item] = [
        card(label(said, "muted", wrap=True), *(each.field for each in about.values()), gap=12),
        card(
            label(tr("On the rota"), "heading", wrap=True),
            *(each.field for each in rota.values()),
            gap=12,
        ),
        card(
            label(tr("Who it is with"), "heading", wrap=True),
            label(check_said, "muted", wrap=True),
            *(each.field for each in check.values()),
            gap=12,
        ),
    ]
    return form, sections


def _about() -> dict[str, Bound]:
    wanted = ChoiceField(tr("Are you looking for people?"), [("no", tr("No")), ("yes", tr("Yes"))])
    return {
        "name": bound_words(NeededTextField(tr("What is the role called?")), "name"),
        "what": bound_words(LongTextField(tr("What do they do?"), optional=True), "what"),
        "when": bound_words(
            TextField(tr("When?"), tr("For example, Thursdays, 10 to 1"), optional=True), "when"
        ),
        "where": bound_words(TextField(tr("Where?"), optional=True), "where"),
        "needs": bound_words(LongTextField(tr("What does it take?"), optional=True), "needs"),
        "contact": bound_words(
            LongTextField(
                tr("Who to ask"), tr("It stands on the notice, for everybody to read."),
                optional=True,
            ),
            "contact",
        ),
        "is_wanted": bound_choice(
            wanted, "is_wanted", lambda value: "yes" if value else "no", lambda id_: id_ == "yes"
        ),
    }  # fmt: skip


def _rota(opened: OpenRole) -> dict[str, Bound]:
    weekday = ChoiceField(
        tr("Which day of the week?"), offered(tr("No day of its own"), words.weekdays_offered())
    )
    activity = ChoiceField(
        tr("Which activity does it belong to?"),
        offered(tr("None"), ((each.id, each.name) for each in opened.activities)),
        tr("Hours then go on the sheet of that activity."),
    )
    return {
        "weekday": bound_choice(
            weekday,
            "weekday",
            lambda value: "" if value is None else str(value),
            lambda id_: int(id_) if id_ else None,
        ),
        "starts": bound_time(TimeField(tr("Starts at"), optional=True), "starts"),
        "ends": bound_time(TimeField(tr("Ends at"), optional=True), "ends"),
        "people_needed": bound_count(
            TextField(tr("How many people does it need?"), check=count_check()), "people_needed"
        ),
        "activity": bound_choice(activity, "activity"),
        "ended_on": bound_day(DateField(tr("Last day"), opened.today, optional=True), "ended_on"),
    }


def _check() -> dict[str, Bound]:
    works_with = ChoiceField(
        tr("Whom does it work with?"), offered(tr("Not said"), words.works_with_offered())
    )
    return {
        "works_with": bound_choice(
            works_with,
            "works_with",
            lambda value: value.value if value else "",
            lambda id_: WorksWith(id_) if id_ else None,
        ),
        "is_close_work": bound_yes_no(
            yes_no_field(tr("Is it teaching, caring for or looking after them?")), "is_close_work"
        ),
        "is_often": bound_yes_no(
            yes_no_field(tr("Is it often, or on more than 3 days in 30?")), "is_often"
        ),
        "is_overnight": bound_yes_no(
            yes_no_field(tr("Is it ever overnight, between 2 and 6 in the morning?")),
            "is_overnight",
        ),
        "is_watched_over": bound_yes_no(
            yes_no_field(tr("Does somebody who is checked watch over it?")), "is_watched_over"
        ),
    }


def _save(inside: "InGroup", held: "Held[Any]", after: Any) -> "Held[Any]":
    return inside.volunteering.save_role(held, after)
