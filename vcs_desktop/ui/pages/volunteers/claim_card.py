"""One claim: its lines, what they come to by which rate, who agreed, and when it was paid."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.expenses import ExpenseLine, lines_in_order
from vcs_desktop.domain.miles_typed import typed_miles
from vcs_desktop.domain.money import in_pounds
from vcs_desktop.ui.better_not import watch_words
from vcs_desktop.ui.bound_fields import (
    NeededTextField,
    bound_day,
    bound_money,
    bound_words,
    one,
)
from vcs_desktop.ui.kept_form import Bound, KeptForm
from vcs_desktop.ui.pages.volunteers import words
from vcs_desktop.ui.pages.volunteers.card_parts import (
    bin_button,
    find_everybody,
    history_button,
    versions_above,
)
from vcs_desktop.ui.pages.volunteers.line_form import save_claim
from vcs_desktop.ui.person_field import PersonField
from vcs_desktop.ui.widgets.basics import Item, button, card, column, label, panel, set_kind
from vcs_desktop.ui.widgets.date_field import DateField
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.long_text_field import LongTextField
from vcs_desktop.ui.widgets.money_field import MoneyField
from vcs_desktop.ui.widgets.prose import prose, short_prose

if TYPE_CHECKING:
    from vcs_desktop.domain.reference import Rule
    from vcs_desktop.services.expenses import OpenClaim
    from vcs_desktop.ui.pages.volunteers.list_part import ListPart
    from vcs_desktop.ui.paper_out import PaperOut


@dataclass(frozen=True, slots=True)
class SeenClaim:
    """A claim as it was read, and the rates that hold today.

    ``new_id`` makes the id of a new line.
    """

    claim: "OpenClaim"
    rates: Sequence["Rule"]
    today: date
    new_id: Callable[[], str]

    @property
    def most_for_a_mile_pence(self) -> int | None:
        """The most that a mile is paid with, as the card shows the sums."""
        return self.claim.held.thing.most_for_a_mile_pence


class ClaimCard(QWidget):
    """``line_asked`` wants a line typed, an empty id for a new one; ``drop_asked`` wants it out."""

    line_asked = Signal(str)
    drop_asked = Signal(str)
    remove_asked = Signal()

    def __init__(self, part: "ListPart", seen: SeenClaim, paper: "PaperOut") -> None:
        super().__init__()
        claim = seen.claim
        self.seen = seen
        kept = claim.held.thing
        self.add_button = button(tr("Add a line"), "primary", icon="plus")
        self.add_button.setObjectName("add-line")
        self.form = _form(part, seen)
        self.remove_button = bin_button(kept.name)
        lines = card(
            label(tr("What it was for"), "heading", wrap=True),
            *self._lines(),
            panel(FlowLayout(self.add_button)),
            *self._sum(),
            gap=10,
        )
        buttons = FlowLayout(
            paper.save_button,
            paper.print_button,
            history_button(part, kept.id, kept.name),
            self.remove_button,
        )
        name = short_prose(claim.name)
        self.setLayout(
            column(
                *versions_above(part, claim.held.record),
                label(
                    tr("{name}: {what}", name=name, what=short_prose(kept.name)), "title", wrap=True
                ),
                lines,
                card(self.form),
                panel(buttons),
                gap=12,
            )
        )
        self.add_button.clicked.connect(partial(self.line_asked.emit, ""))
        self.remove_button.clicked.connect(self.remove_asked)

    def _lines(self) -> list[QWidget]:
        lines = lines_in_order(self.seen.claim.held.thing)
        if not lines:
            return [label(tr("No lines yet."), "muted", wrap=True)]
        return [self._line(each) for each in lines]

    def _line(self, line: ExpenseLine) -> QWidget:
        what = short_prose(line.what, 80) or tr("Something")
        change = button(tr("Change"), "quiet", name=tr("Change {name}", name=what))
        change.setObjectName(f"change/{line.id}")
        drop = button(tr("Take out"), "quiet", name=tr("Take {name} out", name=what))
        drop.setObjectName(f"drop/{line.id}")
        change.clicked.connect(partial(self.line_asked.emit, line.id))
        drop.clicked.connect(partial(self.drop_asked.emit, line.id))
        pence = self.seen.claim.pence.get(line.id)
        amount = tr("No amount yet") if pence is None else in_pounds(pence)
        said = tr("{day}: {what}. {amount}", day=words.day_words(line.on), what=what, amount=amount)
        more = " ".join(_more(line))
        items: list[Item] = [prose(said, "strong")]
        if more:
            items.append(label(more, "muted", wrap=True))
        return panel(column(*items, panel(FlowLayout(change, drop)), gap=2))

    def _sum(self) -> list[QWidget]:
        total = self.seen.claim.total
        said = [label(tr("In all: {amount}", amount=in_pounds(total.pence)), "title", wrap=True)]
        if total.without_rate:
            more = tr_count(
                "{count} journey has no day or no known rate, and is not in this.",
                "{count} journeys have no day or no known rate, and are not in this.",
                total.without_rate,
            )
            said.append(label(more, "warn", wrap=True))
        if total.without_receipt:
            more = tr_count(
                "{count} thing has no receipt.",
                "{count} things have no receipt.",
                total.without_receipt,
            )
            said.append(label(more, "warn", wrap=True))
        said.append(
            label(
                tr("A mile has the rate of its day. All miles of a tax year count together."),
                "muted",
                wrap=True,
            )
        )
        rules = self.seen.claim.rules or self.seen.rates
        told = [each for rule in rules for each in (*words.rule_words((rule,)), rule.text) if each]
        return [*said, *(prose(each, "small") for each in told)]


def _more(line: ExpenseLine) -> list[str]:
    said = []
    if line.miles_tenths:
        said.append(tr("{miles} miles in their own car.", miles=typed_miles(line.miles_tenths)))
    if line.pence:
        receipts = {
            True: tr("There is a receipt."),
            False: tr("There is no receipt."),
            None: tr("Nobody has said whether there is a receipt."),
        }
        said.append(receipts[line.has_receipt])
    return said


def _form(part: "ListPart", seen: SeenClaim) -> KeptForm:
    name = NeededTextField(tr("What the claim is called"))
    most = MoneyField(
        tr("Pay less for a mile"),
        tr("For example, 0.45. Left empty, a mile is paid with the rate of its day."),
        optional=True,
    )
    agreed = PersonField(tr("Agreed by"), optional=True, offers_new=False)
    kept = seen.claim.held.thing
    known = [(kept.agreed_by, seen.claim.agreed_by)] if kept.agreed_by else []
    find_everybody(agreed, part, *known)
    agreed_on = DateField(tr("Agreed on"), seen.today, optional=True)
    paid_on = DateField(tr("Paid on"), seen.today, optional=True)
    notes = LongTextField(tr("Notes"), optional=True)
    watch_words(notes)
    by = Bound(
        agreed,
        lambda claim: agreed.set_person(claim.agreed_by),
        lambda: one("agreed_by", agreed.person_id()),
    )
    form = KeptForm(
        part.services,
        part.tasks,
        seen.claim.held,
        save_claim,
        {
            "name": bound_words(name, "name"),
            "most": bound_money(most, "most_for_a_mile_pence"),
            "agreed_by": by,
            "agreed_on": bound_day(agreed_on, "agreed_on"),
            "paid_on": bound_day(paid_on, "paid_on"),
            "notes": bound_words(notes, "notes"),
        },
    )
    said = label(tr("Who agrees should be somebody who did not claim."), wrap=True)

    def look_who() -> None:
        """Say in the colour of a warning that who claims agrees too."""
        set_kind(said, "warn" if agreed.person_id() == kept.person else "muted")

    for changed in (agreed.picked, agreed.emptied):
        changed.connect(agreed.edited)
        changed.connect(look_who)
    look_who()
    form.lay_out((name, most, said, agreed, agreed_on, paid_on, notes, form.saved_line))
    return form
