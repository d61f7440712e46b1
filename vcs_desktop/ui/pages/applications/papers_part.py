"""Papers that go with an application, who signs it, and who read it as the second person."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.applications import Application, NeededPaper, Signature
from vcs_desktop.domain.days import in_words
from vcs_desktop.domain.kinds import DOCUMENT
from vcs_desktop.domain.ordered import in_order, place_after
from vcs_desktop.services.applications import OpenApplication
from vcs_desktop.ui.named_field import NamedField
from vcs_desktop.ui.pages.applications.form_part import FormPart
from vcs_desktop.ui.person_field import PersonField
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.form_field import TextField
from vcs_desktop.ui.widgets.prose import prose, short_prose

if TYPE_CHECKING:
    from vcs_desktop.services.in_group import InGroup
    from vcs_desktop.services.who import Pickable

Change = Callable[[Application], Application]
_PAPER, _CHECKER, _SIGNER = "paper", "checker", "signer"


@dataclass(frozen=True, slots=True)
class Seen:
    """An application, the group's papers by name, and the names of those who sign and read it."""

    opened: OpenApplication
    papers: tuple[tuple[str, str], ...]
    names: tuple[tuple[str, str], ...]
    checked_by: str


class PapersPart(FormPart):
    """Each paper has a field to choose one of the group's own for it.

    What is typed in the fields below the rows, and not kept yet, stays when the part is made anew.
    """

    def __init__(self, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(*asked)
        self._typed: dict[str, str] = {}

    def open(self, application_id: str) -> None:
        """Show another application; what was typed of the one before goes."""
        if application_id != self.application_id:
            self._typed.clear()
        super().open(application_id)

    def read(self, application_id: str) -> Seen:
        """Return the application with the names of papers and people."""
        from vcs_desktop.services.who import who

        inside = self.services.space.inside()
        opened = inside.applications.opened(application_id)
        known = who(inside.records)
        return Seen(
            opened,
            tuple((each.id, each.name) for each in inside.papers.lines()),
            tuple((each.id, known.name(each.id)) for each in opened.application.thing.signatures),
            known.said(opened.application.thing.checked_by),
        )

    def made_of(self, seen: Seen) -> object:
        """Return all that is shown."""
        said = seen.opened.application.thing
        return (
            said.papers, said.signatures, said.checked_by, said.checked_on, seen.papers,
            seen.names, seen.checked_by,
        )  # fmt: skip

    def make(self, seen: Seen) -> QWidget:
        """Return the three cards."""
        said = seen.opened.application.thing
        self.choices: dict[str, ChoiceField] = {}
        return panel(
            column(
                self._papers(said, seen),
                self._second_person(said, seen.checked_by),
                self._signers(said, seen),
                gap=12,
            )
        )

    def _papers(self, said: Application, seen: Seen) -> QWidget:
        rows: list[QWidget] = []
        for each in in_order(said.papers):
            choice = ChoiceField(
                short_prose(each.name) or tr("A paper"),
                [("", tr("None is chosen")), *seen.papers],
                _age(each),
            )
            choice.choose(each.paper)
            choice.edited.connect(partial(self._choose, each.id, choice))
            self.choices[each.id] = choice
            away = button(
                tr("Take away"), "quiet", icon="x", name=tr("Take away: {paper}", paper=each.name)
            )
            away.clicked.connect(partial(self._take_away, each.id, each.name))
            rows += [choice, panel(FlowLayout(*self._to_paper(each), away))]
        self.new_paper = TextField(tr("Another paper that they ask for"), optional=True)
        self._keep_typed(_PAPER, self.new_paper.box)
        self.add_paper_button = button(tr("Add this paper"), icon="plus")
        self.add_paper_button.clicked.connect(self._add_paper)
        where = label(
            tr("They ask for no papers so far.")
            if not rows
            else tr(
                "Choose from the papers that you keep under Documents. Add there what is missing."
            ),
            "muted",
            wrap=True,
        )
        return card(
            label(tr("Papers that go with it"), "heading"), where, *rows,
            self.new_paper, panel(FlowLayout(self.add_paper_button)), gap=8,
        )  # fmt: skip

    def _to_paper(self, needed: NeededPaper) -> list[QWidget]:
        """Return what leads to the chosen paper, where its file is added and its day written."""
        if not needed.paper:
            return []
        there = button(
            tr("Open it in Documents"),
            "quiet",
            icon="file-text",
            name=tr("Open in Documents: {paper}", paper=needed.name),
        )
        there.clicked.connect(lambda: self.record_asked.emit(DOCUMENT, needed.paper))
        return [there]

    def _second_person(self, said: Application, name: str) -> QWidget:
        self.checker = NamedField(
            tr("Who read all of it?"), tr("Somebody who did not write it"), optional=True
        )
        self.checker.show_said(self.tasks, self._who_can_sign, said.checked_by, name)
        self._keep_typed(_CHECKER, self.checker.box)
        self.check_button = button(tr("They have read it all today"), icon="check")
        self.check_button.clicked.connect(self._mark_checked)
        told = ""
        if said.checked_by and said.checked_on:
            told = tr("{who} read it on {day}.", who=name, day=in_words(said.checked_on))
        words = prose(told, "muted")
        if not told:
            words.hide()
        return card(
            label(tr("A second person"), "heading"), words, self.checker,
            panel(FlowLayout(self.check_button)), gap=8,
        )  # fmt: skip

    def _signers(self, said: Application, seen: Seen) -> QWidget:
        names = dict(seen.names)
        rows: list[QWidget] = []
        self.to_sign: list[QWidget] = []
        for each in said.signatures:
            name = names.get(each.id, "")
            day = (
                tr("Signed on {day}", day=in_words(each.on))
                if each.on
                else tr("Has not signed yet")
            )
            signed = button(
                tr("Signed today"), icon="check", name=tr("{name} signed today", name=name)
            )
            signed.clicked.connect(partial(self._sign, each.id))
            if each.on is None:
                self.to_sign.append(signed)
            else:
                signed.hide()
            away = button(
                tr("Take away"), "quiet", icon="x", name=tr("Take away: {name}", name=name)
            )
            away.clicked.connect(partial(self._unsign, each.id, name))
            words = prose(f"{name}. {day}")
            rows.append(panel(column(words, panel(FlowLayout(signed, away)), gap=2)))
        self.signer = PersonField(tr("Who signs"), optional=True, empties=True)
        self.signer.ask_people(self.tasks, self._who_can_sign)
        self._keep_typed(_SIGNER, self.signer.box)
        self.signer.picked.connect(self._add_signer)
        self.signer.new_wanted.connect(self._add_new_signer)
        wanted = said.terms.signatories_needed
        told = (
            tr_count("They want {count} signature.", "They want {count} signatures.", wanted)
            if wanted
            else ""
        )
        words = label(told, "muted", wrap=True)
        if not told:
            words.hide()
        return card(label(tr("Signatures"), "heading"), words, *rows, self.signer, gap=8)

    def _keep_typed(self, name: str, box: QLineEdit) -> None:
        """Put back what was typed there before, and keep what is."""
        if typed := self._typed.get(name):
            box.setText(typed)
            box.textEdited.emit(typed)
        box.textChanged.connect(partial(self._typed.__setitem__, name))

    def _who_can_sign(self) -> "list[Pickable]":
        from vcs_desktop.services.who import to_pick_from

        return to_pick_from(self.services.space.inside().records)

    def _change(self, change: Change, words: str) -> None:
        application_id = self.application_id

        def work(inside: "InGroup") -> None:
            held = inside.applications.application(application_id)
            inside.applications.save(held, change(held.thing))

        self.act(work, words)

    def _choose(self, needed_id: str, choice: ChoiceField) -> None:
        paper = choice.chosen_id()
        self._change(
            lambda said: replace(
                said,
                papers=tuple(
                    replace(each, paper=paper) if each.id == needed_id else each
                    for each in said.papers
                ),
            ),
            "",
        )

    def _add_paper(self) -> None:
        name = self.new_paper.words()
        if not name:
            self.new_paper.set_error(tr("Type what they call it first."))
            return

        def work(inside: "InGroup", application_id: str = self.application_id) -> None:
            held = inside.applications.application(application_id)
            papers = held.thing.papers
            new = NeededPaper(inside.records.ids.new(), place_after(papers), name)
            inside.applications.save(held, replace(held.thing, papers=(*papers, new)))

        words = tr("“{paper}” is in the list.", paper=short_prose(name, 80))
        self.go_on = partial(_to_last_paper, self)
        self.act(work, words, kept=partial(self._typed.pop, _PAPER, ""), is_adding=True)

    def _take_away(self, needed_id: str, name: str) -> None:
        self.go_on = partial(_to_another_paper, self)
        self._change(
            lambda said: replace(
                said, papers=tuple(each for each in said.papers if each.id != needed_id)
            ),
            tr("“{paper}” is out of the list.", paper=short_prose(name, 80)),
        )

    def _mark_checked(self) -> None:
        self.checker.settle()
        said, application_id = self.checker.said(), self.application_id
        if not said:
            self.checker.set_error(tr("Type their name first."))
            return
        name = short_prose(self.checker.box.text(), 80)
        self.act(
            lambda inside: inside.application_papers.mark_checked(application_id, said),
            tr("It is written down that {name} read it.", name=name),
            kept=partial(self._typed.pop, _CHECKER, ""),
        )

    def _add_signer(self, person_id: str) -> None:
        self._change(
            lambda said: (
                said
                if any(each.id == person_id for each in said.signatures)
                else replace(said, signatures=(*said.signatures, Signature(person_id)))
            ),
            tr("They are among those who sign."),
        )

    def _add_new_signer(self, name: str) -> None:
        application_id = self.application_id

        def work(inside: "InGroup") -> None:
            from vcs_desktop.domain.people import Person

            new = Signature(inside.people.add(Person(name=name)))
            held = inside.applications.application(application_id)
            signatures = (*held.thing.signatures, new)
            inside.applications.save(held, replace(held.thing, signatures=signatures))

        self.act(work, tr("They are among those who sign."), is_adding=True)

    def _sign(self, person_id: str) -> None:
        application_id = self.application_id

        def work(inside: "InGroup") -> None:
            held = inside.applications.application(application_id)
            today = inside.records.clock.today()
            signatures = tuple(
                replace(each, on=today) if each.id == person_id else each
                for each in held.thing.signatures
            )
            inside.applications.save(held, replace(held.thing, signatures=signatures))

        self.go_on = partial(_to_signatures, self)
        self.act(work, tr("It is written down that they signed."))

    def _unsign(self, person_id: str, name: str) -> None:
        self.go_on = partial(_to_signatures, self)
        self._change(
            lambda said: replace(
                said, signatures=tuple(each for each in said.signatures if each.id != person_id)
            ),
            tr("{name} does not sign any more.", name=short_prose(name, 80)),
        )


def _to_last_paper(part: PapersPart) -> None:
    """Go to where the group's own paper is chosen for the one that was added last."""
    if part.choices:
        list(part.choices.values())[-1].take_focus()


def _to_another_paper(part: PapersPart) -> None:
    part.new_paper.take_focus()


def _to_signatures(part: PapersPart) -> None:
    """Go to who has not signed yet, or to where somebody is added."""
    if part.to_sign:
        part.to_sign[0].setFocus(Qt.FocusReason.OtherFocusReason)
    else:
        part.signer.take_focus()


def _age(needed: NeededPaper) -> str:
    months = needed.max_age_months
    if months is None:
        return ""
    return tr_count("{count} month old at most", "{count} months old at most", months)
