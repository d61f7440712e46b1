"""A contract in plain English: what it is, who can bid, how bids are judged, what to do next."""

import re
from datetime import date

from vcs_desktop.domain.days import in_words, local_day, shortly, with_time
from vcs_desktop.domain.fit.contract_size import open_lots, stated_value
from vcs_desktop.domain.fit.contract_terms import RESERVED_IN_WORDS, is_health_service
from vcs_desktop.domain.fit.phrases import listed, quoted
from vcs_desktop.domain.money import in_pounds
from vcs_desktop.domain.rulebook import BELOW_THRESHOLD_NOTICE, RESERVED_CONTRACTS, RuleBook
from vcs_desktop.domain.tender_progress import OVER, Progress, closing_day, progress_of
from vcs_desktop.domain.tenders import TenderNotice

Plain = tuple[str, str]

_METHODS = {
    "open": "Anyone may send a bid.",
    "selective": "First you ask to take part. Only those who are chosen then send a bid.",
    "limited": "The buyer talks to a few bidders of its own choice.",
    "direct": "The buyer gives it to one bidder without a competition.",
}
_INVITED = {
    "limited": "Only those whom the buyer asks may bid.",
    "direct": "Nobody else: the buyer gives it to one bidder.",
}
_WHERE_IT_STANDS = {
    Progress.STOPPED: "The buyer has stopped it. Nobody will get this contract.",
    Progress.NO_WINNER: "It ended with no bid chosen. The buyer may try again.",
    Progress.GIVEN: "The buyer has chosen who does the work.",
    Progress.ENDED: "The work was to be over by now.",
    Progress.CLOSED: "The time for bids is over. The buyer may be choosing now.",
    Progress.DOUBTFUL: "By its dates it is too late, but the buyer may still take bids.",
    Progress.PLANNED: "The buyer is still planning it. Bids are not asked for yet.",
    Progress.UNDATED: "The buyer asks for bids now, but gives no closing date.",
    Progress.OPEN: "The buyer asks for bids now.",
}
_WEIGHTED = re.compile(r"(?P<name>.+) \(weight (?P<weight>[^)]+)\)")

_DAYS_IN_A_YEAR = 365


def plainly(notice: TenderNotice, on: date, rulebook: RuleBook) -> tuple[Plain, ...]:
    """Return headings, each with a sentence or two, in the order one needs them."""
    parts = (
        ("Where it stands", _stage(notice, on)),
        ("Who can bid", _who(notice, on, rulebook)),
        ("How it is let", _how(notice, on, rulebook)),
        ("Parts", parts_in_words(notice)),
        ("How bids are scored", _scoring(notice)),
        ("Key dates", _dates(notice, on)),
        ("Where to ask", _ask(notice)),
        ("What to do next", _next(notice, on)),
    )
    return tuple((heading, words) for heading, words in parts if words)


def _stage(notice: TenderNotice, on: date) -> str:
    progress = progress_of(notice, on)
    if progress is Progress.GIVEN and notice.stage == "implementation":
        return "The work has begun. Another bidder does it."
    return _WHERE_IT_STANDS[progress]


def _who(notice: TenderNotice, on: date, rulebook: RuleBook) -> str:
    if progress_of(notice, on) in OVER:
        return "Nobody any more: the time for bids is over."
    if notice.reserved_for:
        whom = [RESERVED_IN_WORDS.get(code, quoted(code)) for code in notice.reserved_for]
        return f"Only {listed(whom)} may bid. The buyer keeps this contract for them."
    if notice.method in _INVITED:
        return _INVITED[notice.method]
    row = rulebook.on(RESERVED_CONTRACTS, on)
    if row and _is_small(notice):
        since = row.provenance.valid_from
        when = f"Since {shortly(since)} councils" if since else "Councils"
        return (
            "Anyone may bid: it is not kept for some bidders. "
            f"{when} may keep smaller contracts for local bidders or voluntary groups. "
            "This one does not say so."
        )
    return "Anyone may bid: it is not kept for some bidders."


def _is_small(notice: TenderNotice) -> bool:
    """Say whether it is under the line where the full rules begin, by the buyer's own word."""
    return notice.above_threshold is False or "below threshold" in notice.method_details.lower()


def _how(notice: TenderNotice, on: date, rulebook: RuleBook) -> str:
    said = [_METHODS.get(notice.method, "")]
    if notice.method_details:
        said.append(f"The buyer calls it “{quoted(notice.method_details)}”.")
    if is_health_service(notice):
        said.append(
            "It is a health service, under rules of its own (the Provider Selection Regime). "
            "The buyer may choose without asking for bids."
        )
    elif _is_small(notice):
        said.append("It is a smaller contract, so lighter rules apply.")
        row, value = rulebook.on(BELOW_THRESHOLD_NOTICE, on), stated_value(notice)
        if row and row.value is not None and value is not None and value >= row.value:
            line = in_pounds(round(row.value))
            said.append(f"Councils must publish who won such contracts from {line} upwards.")
    return " ".join(filter(None, said))


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
    return f"It has {len(lots)} parts: {listed(named, most=6)}. You may bid for one part."


def _scoring(notice: TenderNotice) -> str:
    if not notice.criteria:
        return ""
    named = [_criterion(each) for each in notice.criteria]
    return f"Each bid gets marks for: {listed(named, most=8)}."


def _criterion(phrase: str) -> str:
    weighted = _WEIGHTED.fullmatch(phrase)
    kind, _, name = (weighted["name"] if weighted else phrase).partition(": ")
    details = [kind] if name and name.casefold() != kind.casefold() else []
    if weighted:
        details.append(f"weight {weighted['weight']}")
    said = quoted(name or kind)
    return f"{said} ({', '.join(details)})" if details else said


def _dates(notice: TenderNotice, on: date) -> str:
    said = []
    if notice.deadline_at:
        close = "closed" if local_day(notice.deadline_at) < on else "close"
        said.append(f"Bids {close} on {with_time(notice.deadline_at)}.")
    if notice.starts_on:
        said.append(f"The work starts about {in_words(notice.starts_on)}.")
    if notice.ends_on:
        said.append(f"It ends about {in_words(notice.ends_on)}.")
    elif notice.duration_days:
        said.append(f"It lasts {_length(notice.duration_days)}.")
    return " ".join(said)


def _length(days: int) -> str:
    """Return whole years as years, and anything else in days."""
    years, rest = divmod(days, _DAYS_IN_A_YEAR)
    if years and not rest:
        return "1 year" if years == 1 else f"{years} years"
    return "1 day" if days == 1 else f"{days} days"


def _ask(notice: TenderNotice) -> str:
    buyer = f"The buyer is {quoted(notice.buyer)}." if notice.buyer else "The buyer is not named."
    if notice.url:
        return f"{buyer} Ask through the page where it was published."
    return f"{buyer} We have no page for it, so ask the buyer where to send questions."


def _next(notice: TenderNotice, on: date) -> str:
    progress, closes_on = progress_of(notice, on), closing_day(notice)
    if progress in (Progress.STOPPED, Progress.NO_WINNER):
        return "You need do nothing. Look out for a new contract from the same buyer."
    if progress is Progress.PLANNED:
        return "Tell the buyer that you are interested, and look for others to go in with."
    if progress is Progress.DOUBTFUL:
        return "Ask the buyer if you can still bid, before you do any work on it."
    if progress in OVER:
        later = notice.ends_on if notice.ends_on and notice.ends_on >= on else None
        again = f" when it ends, about {in_words(later)}" if later else ""
        return f"You cannot bid now. It may be offered again{again}."
    by = f" by {in_words(closes_on)}" if closes_on else ""
    return (
        "Read the documents and decide in a meeting if you will bid alone, with others, or not. "
        f"Ask your questions early, and send your bid{by}."
    )
