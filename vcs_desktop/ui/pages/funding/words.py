"""What the Funding page says about a grant or a contract. No widgets."""

from dataclasses import dataclass
from datetime import date

from vcs_desktop.domain import days, money
from vcs_desktop.domain.fit.result import VERDICT_WORDS, Answer, Fit, Verdict
from vcs_desktop.domain.library import Kind
from vcs_desktop.domain.opportunities import OpportunityDetail, OpportunityLine, RecordLine
from vcs_desktop.domain.tenders import TenderNotice

SOON_DAYS = 14
NOT_REAL_MONEY = "Practice: not real money"
NOT_JUDGED = "Checking if it fits"


@dataclass(frozen=True, slots=True)
class Mark:
    """An icon with its word and its colour: never colour alone."""

    icon: str
    words: str
    colour: str


_VERDICT_MARKS = {
    Verdict.CAN: Mark("circle-check", VERDICT_WORDS[Verdict.CAN], "ok"),
    Verdict.CHECK: Mark("circle-help", VERDICT_WORDS[Verdict.CHECK], "info"),
    Verdict.CANNOT: Mark("circle-x", VERDICT_WORDS[Verdict.CANNOT], "muted"),
}


def verdict_mark(fit: Fit | None) -> Mark:
    """Return how a card shows a verdict; None is not judged yet."""
    return Mark("clock", NOT_JUDGED, "muted") if fit is None else _VERDICT_MARKS[fit.verdict]


def amount_of(line: RecordLine) -> str:
    """Return how much, in words."""
    return money.range_in_pounds(line.amount_min_pence, line.amount_max_pence)


def closing_phrase(line: RecordLine, on: date) -> str:
    """Return a short phrase for a card: "Closes in 12 days"."""
    return days.closing_in_words(line.closes_on, on, rolling=line.rolling)


def is_soon(line: RecordLine, on: date) -> bool:
    """Say whether it closes within two weeks, so that the card says so louder."""
    return line.closes_on is not None and 0 <= days.days_left(line.closes_on, on) <= SOON_DAYS


def kind_words(line: RecordLine) -> str:
    """Return what it is, as people call it."""
    return "Contract to bid for" if line.kind == Kind.TENDER else "Grant"


def spoken(line: OpportunityLine, on: date) -> str:
    """Return the whole card as one sentence after another, for a screen reader."""
    record = line.record
    parts = [
        record.title,
        kind_words(record),
        NOT_REAL_MONEY if record.practice else "",
        record.who,
        amount_of(record),
        verdict_mark(line.fit).words,
        closing_phrase(record, on),
        "Kept" if line.kept else "",
        "On the committee sheet" if line.on_sheet else "",
        f"Hidden: {line.hidden_because}" if line.hidden_because else "",
    ]
    return " ".join(_ended(part) for part in parts if part)


def verdict_line(fit: Fit) -> str:
    """Return the verdict with how many of the deciding rules are met."""
    deciding = [reason for reason in fit.reasons if not reason.advises]
    met = sum(reason.answer is Answer.MEETS for reason in deciding)
    words = VERDICT_WORDS[fit.verdict]
    if fit.verdict is Verdict.CANNOT:
        failed = sum(reason.answer is Answer.FAILS for reason in deciding)
        return f"{words}: {counted(failed, 'rule rules', 'rules rule')} you out"
    if not deciding:
        return words
    if met == len(deciding):
        return f"{words}: you meet {'what' if met == 1 else f'all {met} things'} they ask for"
    return f"{words}: you meet {met} of {len(deciding)} things they ask for"


def closes_fact(detail: OpportunityDetail) -> str:
    """Return the closing day, and time where there is one, in full."""
    line = detail.line.record
    moment = detail.call.closes_at if detail.call else None
    if detail.notice:
        moment = detail.notice.deadline_at
    if moment is not None:
        return days.with_time(moment)
    if line.closes_on is not None:
        return days.in_words(line.closes_on)
    return "Open all year" if line.rolling else "They do not say"


def decides_fact(detail: OpportunityDetail) -> str:
    """Return about when they decide, as a date; counted from today when it is open all year."""
    if detail.decides_on is None:
        return "They do not say"
    day = days.in_words(detail.decides_on)
    if detail.line.record.closes_on is None:
        return f"About {day}, if you apply today"
    return f"About {day}"


def contract_runs(notice: TenderNotice) -> str:
    """Return from when to when the contract runs."""
    start, end = notice.starts_on, notice.ends_on
    if start and end:
        return f"{days.shortly(start)} to {days.shortly(end)}"
    if start:
        return f"From {days.shortly(start)}"
    return f"Until {days.shortly(end)}" if end else "They do not say"


def source_line(detail: OpportunityDetail) -> str:
    """Return where it came from, on what terms and when it was checked."""
    provenance = detail.provenance
    parts = [
        f"From {provenance.source}" if provenance.source else "The source is not given",
        f"checked on {days.shortly(provenance.as_of)}" if provenance.as_of else "",
        f"licence: {provenance.licence}" if provenance.licence else "",
    ]
    return _ended(", ".join(part for part in parts if part))


def breakable(address: str) -> str:
    """Return an address that may go on in the next line after its punctuation."""
    return "".join(f"{sign}\u200b" if sign in "/?&=-._" else sign for sign in address)


def counted(count: int, one: str, many: str) -> str:
    """Return "1 grant" or "4 grants", with commas in large numbers."""
    return f"{count:,} {one if count == 1 else many}"


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
