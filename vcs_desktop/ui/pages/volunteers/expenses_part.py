"""Expenses: what volunteers ask back, claim by claim."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import marked, tr, tr_marked
from vcs_desktop.domain.money import in_pounds
from vcs_desktop.services.expenses import ClaimState, rates_on, without_lines
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.bring_in.bringing_in import BringingIn
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.list_out import ListOut
from vcs_desktop.ui.pages.volunteers import words
from vcs_desktop.ui.pages.volunteers.card_parts import find_everybody
from vcs_desktop.ui.pages.volunteers.claim_card import ClaimCard, SeenClaim
from vcs_desktop.ui.pages.volunteers.line_form import line_form
from vcs_desktop.ui.pages.volunteers.list_part import ListPart
from vcs_desktop.ui.pages.volunteers.tables import claims_table
from vcs_desktop.ui.paper_out import PaperOut
from vcs_desktop.ui.person_field import PersonField
from vcs_desktop.ui.widgets.basics import Box, button, card, column, label, panel
from vcs_desktop.ui.widgets.empty_state import EmptyState
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.title_list import RowsWhenSeen, TitleRow

if TYPE_CHECKING:
    from vcs_desktop.domain.table_out import TableOut
    from vcs_desktop.services.expenses import ClaimLine, Claims
    from vcs_desktop.services.in_group import InGroup
    from vcs_desktop.ui.kept_form import KeptForm


_STATES = {
    ClaimState.OPEN: (marked("To be agreed"), "clock", "warn"),
    ClaimState.AGREED: (marked("Agreed, to be paid"), "clock", "brand"),
    ClaimState.PAID: (marked("Paid"), "check", "ok"),
}


class ExpensesPart(ListPart):
    """The claims to settle first; above them a card while a claim is begun or a line typed."""

    def __init__(self, services: Services, tasks: Tasks, session: GroupSession) -> None:
        self.add_button = button(tr("Add a claim"), "primary", icon="plus")
        self._room: Box = column()
        self.card: ClaimCard | None = None
        self.line_form: KeptForm | None = None
        self.person_field: PersonField | None = None
        self.list_out = ListOut(services, tasks, lambda: self._table)
        coming = BringingIn(
            "expenses", tr("Back to the claims"), tr("See the claims"), "receipt-pound-sterling"
        )
        super().__init__(
            (services, tasks, session),
            tr("Expenses"),
            EmptyState(
                tr("Nobody should pay to volunteer"),
                tr("Write down fares, miles and things that were bought. Print the claim to sign."),
                tr("Add a claim"),
                icon="receipt-pound-sterling",
            ),
            (self.add_button, coming.button, self.list_out.button),
            (panel(self._room),),
            self.list_out,
            coming,
        )
        self.add_button.clicked.connect(self.begin)

    def begin(self) -> None:
        """Ask whose claim it is."""
        field = PersonField(tr("Who asks for money back?"), empties=True)
        find_everybody(field, self)
        field.picked.connect(self._add)
        field.new_wanted.connect(self._add_new)
        self._show_aside(field, tr("Not now"))
        self.person_field = field
        field.take_focus()

    def put_away(self) -> None:
        """Keep what is half written, of the line too."""
        super().put_away()
        if self.line_form is not None:
            self.line_form.put_away()

    def ask_things(self) -> "Claims":
        """Return every claim."""
        inside = self.services.space.inside()
        return inside.expenses.claims(self.services.facts.rulebook())

    def rows_of(self, seen: "Claims") -> RowsWhenSeen:
        """Return the claims, those to settle first."""
        return RowsWhenSeen(seen.ids, lambda place: _row(seen.line(seen.ids[place])))

    def ask_one(self, row_id: str) -> SeenClaim:
        """Return one claim, worked out."""
        inside, book = self.services.space.inside(), self.services.facts.rulebook()
        today = inside.records.clock.today()
        return SeenClaim(
            inside.expenses.claim(row_id, book),
            rates_on(book, today),
            today,
            inside.expenses.new_line_id,
        )

    def card_of(self, found: SeenClaim) -> QWidget:
        """Return the card of a claim."""
        kept = found.claim.held.thing
        name = short_prose(kept.name, 80)
        paper = PaperOut(
            self, self.tasks, self.message, partial(self._write, kept.id),
            file="expenses.pdf", what=name,
        )  # fmt: skip
        made = self.card = ClaimCard(self, found, paper)
        paper.setParent(made)
        self.form = made.form
        claim_id = kept.id
        made.line_asked.connect(self._type_line)
        made.drop_asked.connect(partial(self._drop, claim_id))
        made.remove_asked.connect(
            partial(
                self.remove,
                lambda inside: inside.expenses.remove(claim_id),
                tr("“{name}” is in the bin.", name=name),
            )
        )
        return made

    def _add(self, person_id: str) -> None:
        self.act(lambda inside: inside.expenses.add(person_id), tr("A claim is begun."), self._go)

    def _add_new(self, name: str) -> None:
        def add(inside: "InGroup") -> str:
            from vcs_desktop.domain.people import Person

            return inside.expenses.add(inside.people.add(Person(name=name)))

        self.act(add, tr("A claim is begun."), self._go)

    def _go(self, claim_id: str) -> None:
        self._close_aside()
        self.open(claim_id)

    def _type_line(self, line_id: str) -> None:
        """Open the form of a line; with no id, that of a new one."""
        seen = self.card.seen if self.card is not None else None
        if seen is None:
            return
        held = seen.claim.held
        wanted = line_id or seen.new_id()
        form = line_form(self, held, wanted, seen.today)
        form.kept.connect(self._hear_line)
        title = label(tr("A line of this claim"), "heading", wrap=True)
        self._show_aside(form, tr("Done"), title)
        self.line_form = form
        form.bound["on"].field.take_focus()

    def _hear_line(self, _held: Any) -> None:
        """Work the claim out anew; the form of the line stays."""
        self.session.tell_acted()
        self.undo_bar.close_bar()
        self.open_again()
        self.shown()

    def _drop(self, claim_id: str, line_id: str) -> None:
        def drop(inside: "InGroup") -> None:
            held = inside.expenses.held(claim_id)
            inside.expenses.save(held, without_lines(held.thing, line_id))

        self._close_aside()
        self.act(drop, tr("The line is taken out."))

    def _table(self) -> "TableOut":
        inside = self.services.space.inside()
        words_of = {state: tr_marked(said) for state, (said, _, _) in _STATES.items()}
        return claims_table(
            inside, tuple(inside.expenses.claims(self.services.facts.rulebook())), words_of
        )

    def on_kept(self, held: Any) -> None:
        """Work the claim out anew where a mile is paid with something else."""
        super().on_kept(held)
        seen = self.card.seen if self.card is not None else None
        if seen and held.thing.most_for_a_mile_pence != seen.most_for_a_mile_pence:
            self.open_again()

    def _write(self, claim_id: str, out: Path | None) -> Path:
        inside = self.services.space.inside()
        claim = inside.expenses.claim(claim_id, self.services.facts.rulebook())
        return inside.volunteer_papers.claim(claim, out)

    def _show_aside(self, aside: QWidget, leave: str, *above: QWidget) -> None:
        self._close_aside()
        leave_button = button(leave)
        leave_button.clicked.connect(self._leave)
        shown = card(*above, aside, panel(FlowLayout(leave_button)), gap=10)
        self._room.put(shown)
        shown.show()

    def _leave(self) -> None:
        self._close_aside()
        self.titles.list.setFocus()

    def _close_aside(self) -> None:
        if self.line_form is not None:
            self.line_form.let_go(self, self.shown, self.tell_problem)
        self.line_form = self.person_field = None
        self._room.clear()


def _row(line: "ClaimLine") -> TitleRow:
    state, icon, colour = _STATES[line.state]
    amount = in_pounds(line.total.pence)
    return TitleRow(
        line.id,
        short_prose(line.name, 80),
        tr("{amount}, from {day}", amount=amount, day=words.day_words(line.on))
        if line.on
        else amount,
        icon="receipt-pound-sterling",
        mark=tr_marked(state),
        mark_icon=icon,
        mark_colour=colour,
    )
