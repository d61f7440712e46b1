"""Everything the sheet says, in words, before anything is laid out."""

from dataclasses import dataclass
from datetime import date

from vcs_desktop.core.language import Marked, marked, tr, tr_count
from vcs_desktop.domain.days import in_words
from vcs_desktop.domain.fit.result import Answer, Reason, Verdict


@dataclass(frozen=True, slots=True)
class Fact:
    """A short label and what there is to say: "Closes", "Friday 4 December 2026"."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class SheetItem:
    """One grant or contract to decide on.

    ``amount`` and ``closes`` are short, for the list on the first page; ``facts``
    has them in full. ``worth`` judges, and ``cost`` reckons, the work of applying
    against what it may bring. ``address`` is a web page, shown
    as it is. ``practice`` marks what is not real.
    """

    id: str
    title: str
    sort: str
    who: str
    what: str
    amount: str
    closes: str
    verdict: Verdict
    facts: tuple[Fact, ...] = ()
    reasons: tuple[Reason, ...] = ()
    worth: Reason | None = None
    cost: str = ""
    questions: tuple[str, ...] = ()
    source: str = ""
    address: str = ""
    practice: bool = False


@dataclass(frozen=True, slots=True)
class SheetData:
    """The whole sheet, for one group, on one day."""

    group: str
    made_on: date
    items: tuple[SheetItem, ...]

    @property
    def title(self) -> str:
        """What the document is called."""
        day = in_words(self.made_on)
        if not self.group:
            return tr("Committee sheet for our group, {day}", day=day)
        return tr("Committee sheet for {group}, {day}", group=self.group, day=day)


HEADING = marked("Grants and contracts to decide on")
REASONS_HEADING = marked("Why we say this")
COST_HEADING = marked("Is it worth the work?")
QUESTIONS_HEADING = marked("Questions for the committee")
DECISION_HEADING = marked("Our decision")
NOTES_HEADING = marked("Notes")
DECISIONS = (marked("Apply"), marked("Not now"), marked("Find out more"))
SIGNED_LINES = (marked("Proposed by"), marked("Seconded by"), marked("Signed"), marked("Date"))
MONEY_COLUMN = marked("How much")
COLUMNS = (
    Marked(""),
    marked("What and who"),
    marked("Can we apply?"),
    MONEY_COLUMN,
    marked("Closes"),
)
PRACTICE = marked("For practice")
PRACTICE_SENTENCE = marked(
    "For practice only. This is not real money, so there is nothing to send."
)
LEGEND = {
    Verdict.CAN: marked("It meets every rule that we could check."),
    Verdict.CHECK: marked("Something is not known yet. The page says what to find out."),
    Verdict.CANNOT: marked("One of their rules is not met. The page says which."),
}
ADVICE = marked("The app checks rules. It does not decide: the committee does.")
REPLACED = marked(
    "Words in square brackets, like [Arabic letters], stand for letters that we cannot print here. "
    "The web page saved beside this file shows them."
)


def shown_answer(reason: Reason) -> Answer:
    """Return the mark a reason gets: advice that is not met warns, it does not forbid."""
    if reason.advises and reason.answer is Answer.FAILS:
        return Answer.UNKNOWN
    return reason.answer


def heading_of(reason: Reason) -> str:
    """Return a reason's heading as a sentence of its own."""
    heading = reason.heading.strip()
    return heading if heading.endswith(("?", ".", "!")) else f"{heading}."


def warnings_first(reasons: tuple[Reason, ...]) -> list[Reason]:
    """Return reasons as they are read: what forbids, what is open, what is well."""
    order = (Answer.FAILS, Answer.UNKNOWN, Answer.MEETS)
    return sorted(reasons, key=lambda reason: order.index(shown_answer(reason)))


def counted(data: SheetData) -> str:
    """Return how many there are to decide on, and of which verdict, in a sentence."""
    many = dict.fromkeys(Verdict, 0)
    for item in data.items:
        many[item.verdict] += 1
    can, check, cannot = many[Verdict.CAN], many[Verdict.CHECK], many[Verdict.CANNOT]
    words = (
        (can, tr_count("{count} you can apply for", "{count} you can apply for", can)),
        (
            check,
            tr_count("{count} to find out about first", "{count} to find out about first", check),
        ),
        (cannot, tr_count("{count} you cannot apply for", "{count} you cannot apply for", cannot)),
    )
    parts = ", ".join(said for number, said in words if number)
    if not parts:
        return tr("Nothing was chosen.")
    return tr_count(
        "{count} in all: {parts}.", "{count} in all: {parts}.", len(data.items), parts=parts
    )
