"""A grant or a contract in a few words and marks, the same on every page. No widgets."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from vcs_desktop.core.language import tr
from vcs_desktop.domain import days, money
from vcs_desktop.domain.fit.result import Fit, Verdict, verdict_words
from vcs_desktop.domain.library import Kind

if TYPE_CHECKING:
    from vcs_desktop.domain.opportunities import OpportunityLine, RecordLine

SOON_DAYS = 14


@dataclass(frozen=True, slots=True)
class Mark:
    """An icon with its word and its colour: never colour alone."""

    icon: str
    words: str
    colour: str


_VERDICT_LOOKS = {
    Verdict.CAN: ("circle-check", "ok"),
    Verdict.CHECK: ("circle-help", "info"),
    Verdict.CANNOT: ("circle-x", "muted"),
}


def verdict_mark(fit: Fit | None) -> Mark:
    """Return how a card shows a verdict; None is not judged yet."""
    if fit is None:
        return Mark("clock", tr("Checking if it fits"), "muted")
    icon, colour = _VERDICT_LOOKS[fit.verdict]
    return Mark(icon, verdict_words(fit.verdict), colour)


def not_real_money() -> str:
    """Return what stands on practice material."""
    return tr("Practice: not real money")


def amount_of(line: "RecordLine") -> str:
    """Return how much, in words."""
    return money.range_in_pounds(line.amount_min_pence, line.amount_max_pence)


def who_says(line: "RecordLine") -> str:
    """Return who gives the money; practice says so, unless its title does."""
    if line.practice and "practice" not in line.title.casefold():
        return tr("Practice · {who}", who=line.who) if line.who else tr("Practice")
    return line.who


def closing_phrase(line: "RecordLine", on: date) -> str:
    """Return a short phrase for a card: "Closes in 12 days"."""
    return days.closing_in_words(line.closes_on, on, rolling=line.rolling)


def is_soon(line: "RecordLine", on: date) -> bool:
    """Say whether it closes within two weeks, so that the card says so louder."""
    return line.closes_on is not None and 0 <= days.days_left(line.closes_on, on) <= SOON_DAYS


def kind_words(line: "RecordLine") -> str:
    """Return what it is, as people call it."""
    return tr("Contract to bid for") if line.kind == Kind.TENDER else tr("Grant")


def spoken(line: "OpportunityLine", on: date) -> str:
    """Return the whole card as one sentence after another, for a screen reader."""
    record = line.record
    parts = [
        record.title,
        kind_words(record),
        not_real_money() if record.practice else "",
        record.who,
        amount_of(record),
        verdict_mark(line.fit).words,
        closing_phrase(record, on),
        tr("Kept") if line.kept else "",
        tr("On the committee sheet") if line.on_sheet else "",
        tr("Hidden: {because}", because=line.hidden_because) if line.hidden_because else "",
    ]
    return " ".join(ended(part) for part in parts if part)


def ended(text: str) -> str:
    """Return a text with a full stop, unless it ends already."""
    return text if text.endswith((".", "!", "?")) else f"{text}."
