"""A contract in plain English: what it is, who can bid, how bids are judged, what to do next."""

import re
from datetime import date

from vcs_desktop.core.language import marked, sentences, tr, tr_count, tr_marked
from vcs_desktop.domain.days import in_words, local_day, shortly, with_time
from vcs_desktop.domain.fit.contract_size import open_lots, stated_value
from vcs_desktop.domain.fit.contract_terms import is_health_service, kept_for
from vcs_desktop.domain.fit.phrases import listed, quoted
from vcs_desktop.domain.money import in_pounds
from vcs_desktop.domain.rulebook import BELOW_THRESHOLD_NOTICE, RESERVED_CONTRACTS, RuleBook
from vcs_desktop.domain.tender_progress import OVER, Progress, closing_day, progress_of
from vcs_desktop.domain.tenders import TenderNotice

Plain = tuple[str, str]

_METHODS = {
    "open": marked("Anyone may send a bid."),
    "selective": marked("First you ask to take part. Only those who are chosen then send a bid."),
    "limited": marked("The buyer talks to a few bidders of its own choice."),
    "direct": marked("The buyer gives it to one bidder without a competition."),
}
_INVITED = {
    "limited": marked("Only those whom the buyer asks may bid."),
    "direct": marked("Nobody else: the buyer gives it to one bidder."),
}
_WHERE_IT_STANDS = {
    Progress.STOPPED: marked("The buyer has stopped it. Nobody will get this contract."),
    Progress.NO_WINNER: marked("It ended with no bid chosen. The buyer may try again."),
    Progress.GIVEN: marked("The buyer has chosen who does the work."),
    Progress.ENDED: marked("The work was to be over by now."),
    Progress.CLOSED: marked("The time for bids is over. The buyer may be choosing now."),
    Progress.DOUBTFUL: marked("By its dates it is too late, but the buyer may still take bids."),
    Progress.PLANNED: marked("The buyer is still planning it. Bids are not asked for yet."),
    Progress.UNDATED: marked("The buyer asks for bids now, but gives no closing date."),
    Progress.OPEN: marked("The buyer asks for bids now."),
}
_WEIGHTED = re.compile(r"(?P<name>.+) \(weight (?P<weight>[^)]+)\)")

_DAYS_IN_A_YEAR = 365


def plainly(notice: TenderNotice, on: date, rulebook: RuleBook) -> tuple[Plain, ...]:
    """Return headings, each with a sentence or two, in the order one needs them."""
    parts = (
        (tr("Where it stands"), _stage(notice, on)),
        (tr("Who can bid"), _who(notice, on, rulebook)),
        (tr("How it is let"), _how(notice, on, rulebook)),
        (tr("Parts"), parts_in_words(notice)),
        (tr("How bids are scored"), _scoring(notice)),
        (tr("Key dates"), _dates(notice, on)),
        (tr("Where to ask"), _ask(notice)),
        (tr("What to do next"), _next(notice, on)),
    )
    return tuple((heading, words) for heading, words in parts if words)


def _stage(notice: TenderNotice, on: date) -> str:
    progress = progress_of(notice, on)
    if progress is Progress.GIVEN and notice.stage == "implementation":
        return tr("The work has begun. Another bidder does it.")
    return tr_marked(_WHERE_IT_STANDS[progress])


def _who(notice: TenderNotice, on: date, rulebook: RuleBook) -> str:
    if progress_of(notice, on) in OVER:
        return tr("Nobody any more: the time for bids is over.")
    if notice.reserved_for:
        return tr(
            "Only {whom} may bid. The buyer keeps this contract for them.",
            whom=kept_for(notice.reserved_for),
        )
    if notice.method in _INVITED:
        return tr_marked(_INVITED[notice.method])
    anyone = tr("Anyone may bid: it is not kept for some bidders.")
    row = rulebook.on(RESERVED_CONTRACTS, on)
    if row is None or not _is_small(notice):
        return anyone
    since = row.provenance.valid_from
    may = (
        tr(
            "Since {day} councils may keep smaller contracts for local bidders or "
            "voluntary groups.",
            day=shortly(since),
        )
        if since
        else tr("Councils may keep smaller contracts for local bidders or voluntary groups.")
    )
    return sentences(anyone, may, tr("This one does not say so."))


def _is_small(notice: TenderNotice) -> bool:
    """Say whether it is under the line where the full rules begin, by the buyer's own word."""
    return notice.above_threshold is False or "below threshold" in notice.method_details.lower()


def _how(notice: TenderNotice, on: date, rulebook: RuleBook) -> str:
    said = [tr_marked(_METHODS[notice.method])] if notice.method in _METHODS else []
    if notice.method_details:
        said.append(tr("The buyer calls it “{name}”.", name=quoted(notice.method_details)))
    if is_health_service(notice):
        said.append(
            tr(
                "It is a health service, under rules of its own (the Provider Selection Regime). "
                "The buyer may choose without asking for bids."
            )
        )
    elif _is_small(notice):
        said.append(tr("It is a smaller contract, so lighter rules apply."))
        row, value = rulebook.on(BELOW_THRESHOLD_NOTICE, on), stated_value(notice)
        if row and row.value is not None and value is not None and value >= row.value:
            said.append(
                tr(
                    "Councils must publish who won such contracts from {line} upwards.",
                    line=in_pounds(round(row.value)),
                )
            )
    return " ".join(said)


def parts_in_words(notice: TenderNotice) -> str:
    """Return which parts (lots) one may bid for, empty when it is all one piece."""
    lots = open_lots(notice)
    if len(lots) < 2:  # noqa: PLR2004 - one part is no part
        return ""
    named = [
        f"{quoted(lot.title or lot.id)} ({in_pounds(lot.value_pence)})"
        if lot.value_pence
        else quoted(lot.title or lot.id)
        for lot in lots
    ]
    return tr_count(
        "It has {count} part: {parts}. You may bid for one part.",
        "It has {count} parts: {parts}. You may bid for one part.",
        len(lots),
        parts=listed(named, most=6),
    )


def _scoring(notice: TenderNotice) -> str:
    if not notice.criteria:
        return ""
    named = [_criterion(each) for each in notice.criteria]
    return tr("Each bid gets marks for: {criteria}.", criteria=listed(named, most=8))


def _criterion(phrase: str) -> str:
    weighted = _WEIGHTED.fullmatch(phrase)
    kind, _, name = (weighted["name"] if weighted else phrase).partition(": ")
    details = [kind] if name and name.casefold() != kind.casefold() else []
    if weighted:
        details.append(tr("weight {weight}", weight=weighted["weight"]))
    said = quoted(name or kind)
    return f"{said} ({', '.join(details)})" if details else said


def _dates(notice: TenderNotice, on: date) -> str:
    said = []
    if notice.deadline_at:
        when = with_time(notice.deadline_at)
        is_over = local_day(notice.deadline_at) < on
        said.append(
            tr("Bids closed on {when}.", when=when)
            if is_over
            else tr("Bids close on {when}.", when=when)
        )
    if notice.starts_on:
        said.append(tr("The work starts about {day}.", day=in_words(notice.starts_on)))
    if notice.ends_on:
        said.append(tr("It ends about {day}.", day=in_words(notice.ends_on)))
    elif notice.duration_days:
        said.append(tr("It lasts {length}.", length=_length(notice.duration_days)))
    return " ".join(said)


def _length(days: int) -> str:
    """Return whole years as years, and anything else in days."""
    years, rest = divmod(days, _DAYS_IN_A_YEAR)
    if years and not rest:
        return tr_count("{count} year", "{count} years", years)
    return tr_count("{count} day", "{count} days", days)


def _ask(notice: TenderNotice) -> str:
    buyer = (
        tr("The buyer is {buyer}.", buyer=quoted(notice.buyer))
        if notice.buyer
        else tr("The buyer is not named.")
    )
    where = (
        tr("Ask through the page where it was published.")
        if notice.url
        else tr("We have no page for it, so ask the buyer where to send questions.")
    )
    return f"{buyer} {where}"


def _next(notice: TenderNotice, on: date) -> str:
    progress, closes_on = progress_of(notice, on), closing_day(notice)
    if progress in (Progress.STOPPED, Progress.NO_WINNER):
        return tr("You need do nothing. Look out for a new contract from the same buyer.")
    if progress is Progress.PLANNED:
        return tr("Tell the buyer that you are interested, and look for others to go in with.")
    if progress is Progress.DOUBTFUL:
        return tr("Ask the buyer if you can still bid, before you do any work on it.")
    if progress in OVER:
        later = notice.ends_on if notice.ends_on and notice.ends_on >= on else None
        if later is None:
            return tr("You cannot bid now. It may be offered again.")
        return tr(
            "You cannot bid now. It may be offered again when it ends, about {day}.",
            day=in_words(later),
        )
    read = tr(
        "Read the documents and decide in a meeting if you will bid alone, with others, or not."
    )
    send = (
        tr("Ask your questions early, and send your bid by {day}.", day=in_words(closes_on))
        if closes_on
        else tr("Ask your questions early, and send your bid.")
    )
    return f"{read} {send}"
