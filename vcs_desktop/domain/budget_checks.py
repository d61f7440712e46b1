"""What is not right in a budget yet: against the ask, the funder's terms, and itself."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil

from vcs_desktop.core.language import tr, tr_marked
from vcs_desktop.domain.application_words import COST_TYPES
from vcs_desktop.domain.applications import EarlySpending, Terms
from vcs_desktop.domain.budget_sums import BudgetSums, LineSum, sums_of
from vcs_desktop.domain.budgets import Basis, Budget, LineKind, Vat
from vcs_desktop.domain.money import in_pounds

_PER_CENT = 100
_WORD = re.compile(r"[^\W\d_]{3,}")
_LITTLE_WORDS = frozenset(
    {"and", "any", "for", "the", "that", "with", "not", "has", "work", "costs"}
)


@dataclass(frozen=True, slots=True)
class BudgetFound:
    """One thing to put right, or, where it ``is_question``, to look at.

    ``part`` is the id of the line, running cost or funder that it is about, or empty.
    """

    said: str
    advice: str
    is_question: bool = False
    part: str = ""


def checked(
    budget: Budget,
    terms: Terms,
    ask_pence: int | None,
    sums: BudgetSums | None = None,
) -> tuple[BudgetFound, ...]:
    """Return what is to be put right in a budget, the gravest first; nothing when it is sound."""
    sums = sums or sums_of(budget)
    if not budget.lines and not budget.running_costs:
        return (
            BudgetFound(
                tr("The budget has no costs yet."),
                tr("Add each thing the work needs, with its price."),
            ),
        )
    found = (
        *_against_the_ask(sums, ask_pence),
        *_within_the_award(sums, ask_pence, terms),
        *_no_penny_twice(sums),
        *_running_costs(budget, sums, terms),
        *_match(budget, sums, terms),
        *_prices(budget, sums),
        *_excluded(budget, terms),
        *_vat(budget),
    )
    return tuple(sorted(found, key=lambda each: each.is_question))


def begun_before(budget: Budget, decided_on: date | None, early: EarlySpending) -> list[LineSum]:
    """Return the lines that begin before the funder has decided, where it may not pay for them.

    ``decided_on`` None is that nobody knows when it will be: then nothing can be told.
    """
    if decided_on is None or early == EarlySpending.ALLOWED:
        return []
    return [
        each
        for each in sums_of(budget).lines
        if each.line.starts_on is not None and each.line.starts_on < decided_on and each.asked > 0
    ]


def match_needed(sums: BudgetSums, match_percent: int | None) -> int:
    """Return the pence of match funding that the funder wants: a part of the full cost."""
    return ceil(Fraction(sums.full_cost * (match_percent or 0), _PER_CENT))


def match_there(budget: Budget, sums: BudgetSums) -> int:
    """Return the pence on the lines that other funders pay as match funding."""
    counts = {each.id for each in budget.funders if each.is_match}
    return sum(each.on_lines for each in sums.funders if each.funder.id in counts)


def _against_the_ask(sums: BudgetSums, ask: int | None) -> Iterator[BudgetFound]:
    if ask is None:
        yield BudgetFound(
            tr("Nobody has said how much you ask for."),
            tr("The budget leaves {amount} to ask for.", amount=in_pounds(sums.asked)),
        )
    elif ask != sums.asked:
        gap = ask - sums.asked
        said = (
            tr("You ask for {amount} more than the budget needs.", amount=in_pounds(gap))
            if gap > 0
            else tr("You ask for {amount} less than the budget needs.", amount=in_pounds(-gap))
        )
        yield BudgetFound(
            said,
            tr("The budget leaves {amount} to ask for. Change one of them.",
               amount=in_pounds(sums.asked)),
        )  # fmt: skip


def _within_the_award(sums: BudgetSums, ask: int | None, terms: Terms) -> Iterator[BudgetFound]:
    amount = sums.asked if ask is None else ask
    least, most = terms.award_min_pence, terms.award_max_pence
    if most is not None and amount > most:
        yield BudgetFound(
            tr("The most they give is {most}. You ask for {amount}.",
               most=in_pounds(most), amount=in_pounds(amount)),
            tr("Ask for less, or find {amount} elsewhere.", amount=in_pounds(amount - most)),
        )  # fmt: skip
    if least is not None and amount < least:
        yield BudgetFound(
            tr("The least they give is {least}. You ask for {amount}.",
               least=in_pounds(least), amount=in_pounds(amount)),
            tr("Look for a funder of smaller grants, or plan more."),
        )  # fmt: skip


def _no_penny_twice(sums: BudgetSums) -> Iterator[BudgetFound]:
    for each in sums.lines:
        if each.asked < 0:
            yield BudgetFound(
                tr("Others pay {amount} more than “{what}” costs.",
                   amount=in_pounds(-each.asked), what=each.line.what),
                tr("No penny may be paid twice. Take it off this line."),
                part=each.line.id,
            )  # fmt: skip
    if sums.overheads_others > sums.overheads:
        yield BudgetFound(
            tr("Others pay {amount} more than this work's running costs.",
               amount=in_pounds(sums.overheads_others - sums.overheads)),
            tr("No penny may be paid twice. Take it off the running costs."),
        )  # fmt: skip
    known = {each.funder.id for each in sums.funders}
    for funder in sums.funders:
        if funder.left < 0:
            yield BudgetFound(
                tr("“{name}” pays {amount} more than it gives.",
                   name=funder.funder.name, amount=in_pounds(-funder.left)),
                tr("Take it off a line, or correct what they give."),
                part=funder.funder.id,
            )  # fmt: skip
        elif funder.left > 0:
            yield BudgetFound(
                tr("{amount} of “{name}” stands on no line.",
                   name=funder.funder.name, amount=in_pounds(funder.left)),
                tr("Spread it over the costs, or type in a cost what it pays of that."),
                part=funder.funder.id,
            )  # fmt: skip
    for each in sums.lines:
        if any(paid.funder not in known for paid in each.line.paid):
            yield BudgetFound(
                tr("Somebody who is no longer a funder pays for “{what}”.", what=each.line.what),
                tr("Say who pays it now."),
                part=each.line.id,
            )


def _running_costs(budget: Budget, sums: BudgetSums, terms: Terms) -> Iterator[BudgetFound]:
    has_shared = any(line.kind == LineKind.SHARED for line in budget.lines)
    if (budget.running_costs or has_shared) and budget.basis == Basis.NONE:
        yield BudgetFound(
            tr("It is not said how the running costs are shared out."),
            tr("Choose people, hours, space or direct cost."),
        )
    elif sums.share is None:
        yield BudgetFound(
            tr("The share of the running costs cannot be worked out yet."),
            tr("Type this work's part, and the whole group's."),
        )
    elif sums.share > 1:
        yield BudgetFound(
            tr("This work's part is larger than the whole group's."),
            tr("Look at the two numbers of the share again."),
        )
    if terms.pays_overheads is False and sums.overheads > sums.overheads_others:
        yield BudgetFound(
            tr("They do not pay running costs. {amount} of them are in what you ask for.",
               amount=in_pounds(sums.overheads - sums.overheads_others)),
            tr("Find another funder for them, or say that you pay them yourselves."),
        )  # fmt: skip


def _match(budget: Budget, sums: BudgetSums, terms: Terms) -> Iterator[BudgetFound]:
    needed, there = match_needed(sums, terms.match_percent), match_there(budget, sums)
    if needed > there:
        yield BudgetFound(
            tr("They want {percent}% from elsewhere: {needed}. You have {there}.",
               percent=terms.match_percent, needed=in_pounds(needed), there=in_pounds(there)),
            tr("Ask whether given time counts too: yours is worth {amount}.",
               amount=in_pounds(sums.in_kind))
            if sums.in_kind
            else tr("Add who else pays, and say which costs they pay."),
        )  # fmt: skip


def _prices(budget: Budget, sums: BudgetSums) -> Iterator[BudgetFound]:
    for each in sums.lines:
        if not each.line.what.strip():
            yield BudgetFound(tr("A cost has no name."), tr("Say what it is."), part=each.line.id)
        if each.line.is_time_given and not budget.rate_pence:
            yield BudgetFound(
                tr("It is not said what an hour given is worth."),
                tr("Choose a rate with its name and its date."),
                part=each.line.id,
            )
        elif each.whole <= 0:
            yield BudgetFound(
                tr("“{what}” costs nothing.", what=each.line.what),
                tr("Type how many, and the price of one."),
                is_question=True,
                part=each.line.id,
            )


def _excluded(budget: Budget, terms: Terms) -> Iterator[BudgetFound]:
    """Say which lines sound like something that they do not pay for; only a person can tell."""
    for line in budget.lines:
        if line.kind == LineKind.IN_KIND:
            continue
        words = _words((line.what, tr_marked(COST_TYPES[line.cost_type])))
        for excluded in terms.exclusions:
            if _words((excluded,)) & words:
                yield BudgetFound(
                    tr("They do not pay for “{excluded}”. Is “{what}” a part of that?",
                       excluded=excluded, what=line.what),
                    tr("If it is, let somebody else pay it."),
                    is_question=True,
                    part=line.id,
                )  # fmt: skip


def _vat(budget: Budget) -> Iterator[BudgetFound]:
    if budget.vat == Vat.UNKNOWN:
        yield BudgetFound(
            tr("It is not said whether prices include VAT."),
            tr("Most small groups cannot claim VAT back: then prices include it."),
        )


def _words(texts: Iterable[str]) -> set[str]:
    found = {word for text in texts for word in _WORD.findall(text.casefold())}
    return {word.removesuffix("s") for word in found - _LITTLE_WORDS}
