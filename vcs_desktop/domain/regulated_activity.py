"""Whether a volunteer role is regulated activity on a day, as far as a few answers can tell.

It never says more than the dated rules of the library do. Which check a role may have is
decided by the law, and the Disclosure and Barring Service (DBS) tells it: where the rules
that we hold do not reach, the answer is to ask them.

Source: the rules ``dbs_children_regulated_days``, ``dbs_children_supervision`` and
``dbs_adults_regulated`` of the library, each with the page it was read on.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vcs_desktop.core.language import tr
from vcs_desktop.domain.reference import Rule
from vcs_desktop.domain.rulebook import RuleBook
from vcs_desktop.domain.volunteering import VolunteerRole, WorksWith

CHILDREN_DAYS = "dbs_children_regulated_days"
CHILDREN_SUPERVISION = "dbs_children_supervision"
ADULTS = "dbs_adults_regulated"
FREE_FOR_VOLUNTEERS = "dbs_volunteer_fee"

_WITH_CHILDREN = (WorksWith.CHILDREN, WorksWith.BOTH)
_WITH_ADULTS = (WorksWith.ADULTS_WITH_NEEDS, WorksWith.BOTH)


class Regulated(StrEnum):
    """What a few answers tell.

    LIKELY: by the rule of that day it counts, and DBS should be asked to be sure. UNSURE:
    the rules we hold do not settle it. NOT_SAID: an answer is missing.
    """

    NO = "no"
    LIKELY = "likely"
    UNSURE = "unsure"
    NOT_SAID = "not_said"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What can be said of a role on a day. ``why`` are whole sentences.

    ``rules`` are the rows of the library that it rests on, to be shown with their source.
    """

    answer: Regulated
    why: tuple[str, ...]
    rules: tuple[Rule, ...] = ()


def verdict_on(role: VolunteerRole, on: date, book: RuleBook) -> Verdict:
    """Return whether a role is regulated activity on a day."""
    if role.works_with is None:
        return Verdict(Regulated.NOT_SAID, (tr("Say first whom this role works with."),))
    if role.works_with is WorksWith.NOBODY:
        why = tr("It is not close work with children, or with adults who need care.")
        return Verdict(Regulated.NO, (why,))
    if role.is_close_work is None:
        why = tr("Say whether it is teaching, caring for or looking after people.")
        return Verdict(Regulated.NOT_SAID, (why,))
    if not role.is_close_work:
        return _not_close(role)
    told = []
    if role.works_with in _WITH_CHILDREN:
        told.append(_with_children(role, on, book))
    if role.works_with in _WITH_ADULTS:
        told.append(_with_adults(on, book))
    return _together(told)


def check_words() -> tuple[str, ...]:
    """Return what holds for every check, whatever the role is."""
    return (
        tr("It is against the law to ask for a higher check than the role allows."),
        tr("A standard or enhanced check is free for a volunteer."),
    )


def _not_close(role: VolunteerRole) -> Verdict:
    why = [tr("It is not teaching, caring for or looking after people.")]
    if role.works_with in _WITH_CHILDREN:
        why.append(tr("In a school, a nursery or a children's home other rules hold: ask DBS."))
    return Verdict(Regulated.NO, tuple(why))


def _with_children(role: VolunteerRole, on: date, book: RuleBook) -> Verdict:
    exempt = book.on(CHILDREN_SUPERVISION, on)
    if exempt is not None and role.is_watched_over:
        why = tr("On this day, who was watched over by somebody in such work did not count.")
        return Verdict(Regulated.NO, (why,), (exempt,))
    counts = _counts(role, book.on(CHILDREN_DAYS, on))
    if counts.answer is not Regulated.LIKELY:
        return counts
    if exempt is not None and role.is_watched_over is None:
        why = tr("Say whether somebody who is checked watches over it.")
        return Verdict(Regulated.NOT_SAID, (why,), (exempt,))
    if exempt is None and role.is_watched_over:
        since = tr("Being watched over makes no difference since 1 September 2026.")
        club = tr("The guidance was written for schools and childcare. A club should ask DBS.")
        return Verdict(Regulated.LIKELY, (*counts.why, since, club), counts.rules)
    return counts


def _counts(role: VolunteerRole, row: Rule | None) -> Verdict:
    """Say whether work with children is often enough, or overnight."""
    if row is None:
        why = tr("We hold no rule about children for this day. Ask DBS.")
        return Verdict(Regulated.UNSURE, (why,))
    if role.is_overnight:
        why = tr("Looking after children overnight counts, even once.")
        return Verdict(Regulated.LIKELY, (why, _sure()), (row,))
    if role.is_often:
        why = tr("Close work with children that is often counts. So do more than 3 days in 30.")
        return Verdict(Regulated.LIKELY, (why, _sure()), (row,))
    if role.is_often is None or role.is_overnight is None:
        why = tr("Say how often it is, and whether it is overnight.")
        return Verdict(Regulated.NOT_SAID, (why,), (row,))
    why = tr("It is not often, not on more than 3 days in 30, and not overnight.")
    return Verdict(Regulated.NO, (why,), (row,))


def _with_adults(on: date, book: RuleBook) -> Verdict:
    row = book.on(ADULTS, on)
    why = (
        tr("Some help for adults counts even once: health or personal care, money, shopping."),
        tr("So does taking them to care. Other help does not. Ask DBS which yours is."),
    )
    return Verdict(Regulated.UNSURE, why, (row,) if row else ())


def _together(told: list[Verdict]) -> Verdict:
    """Return one verdict on both groups of people: the one that asks for more care leads."""
    order = (Regulated.LIKELY, Regulated.NOT_SAID, Regulated.UNSURE, Regulated.NO)
    led = sorted(told, key=lambda each: order.index(each.answer))
    said = tuple(words for each in led for words in each.why)
    return Verdict(led[0].answer, said, tuple(rule for each in led for rule in each.rules))


def _sure() -> str:
    return tr("Ask DBS to be sure, and which check it may have.")
