"""What the choices of applications, answers, budgets and grants are called."""

from collections.abc import Mapping

from vcs_desktop.core.language import Marked, marked
from vcs_desktop.domain.answers import AnswerState, Canonical, FactSource, Unit
from vcs_desktop.domain.application_whole import Progress
from vcs_desktop.domain.applications import Choice, EarlySpending, Status
from vcs_desktop.domain.budgets import Basis, CostType, LineKind, Promise, Vat

STATUSES: Mapping[str, Marked] = {
    Status.DRAFT: marked("Draft"),
    Status.DECIDED: marked("Decided to apply"),
    Status.SENT: marked("Sent"),
    Status.AWARDED: marked("Won"),
    Status.REFUSED: marked("Refused"),
    Status.WITHDRAWN: marked("Taken back"),
}
CHOICES: Mapping[str, Marked] = {
    Choice.NOT_YET: marked("Not decided yet"),
    Choice.GO: marked("Go: we apply"),
    Choice.NOT_NOW: marked("Not now"),
}
EARLY_SPENDING: Mapping[str, Marked] = {
    EarlySpending.UNKNOWN: marked("They do not say"),
    EarlySpending.ALLOWED: marked("Yes, they pay for it"),
    EarlySpending.NOT_ALLOWED: marked("No, they never pay for it"),
}
ANSWER_STATES: Mapping[str, Marked] = {
    AnswerState.DRAFT: marked("Draft"),
    AnswerState.NEEDS_CHECKING: marked("Needs checking"),
    AnswerState.DONE: marked("Done"),
}
PROGRESS: Mapping[str, Marked] = {
    Progress.NOT_STARTED: marked("Not started"),
    Progress.DRAFT: ANSWER_STATES[AnswerState.DRAFT],
    Progress.NEEDS_CHECKING: ANSWER_STATES[AnswerState.NEEDS_CHECKING],
    Progress.DONE: ANSWER_STATES[AnswerState.DONE],
}
CANONICAL: Mapping[str, Marked] = {
    Canonical.NONE: marked("Something else"),
    Canonical.WHAT_WE_DO: marked("What do you do?"),
    Canonical.WHAT_THE_MONEY_IS_FOR: marked("What will you do with the money?"),
    Canonical.WHO_BENEFITS: marked("Who benefits?"),
    Canonical.NEED: marked("How do you know it is needed?"),
    Canonical.WHAT_CHANGES: marked("What will change?"),
    Canonical.MEASURES: marked("How will you measure it?"),
    Canonical.WHO_RUNS_IT: marked("Who runs it?"),
    Canonical.SAFETY: marked("How will you keep people safe?"),
    Canonical.VALUE_FOR_MONEY: marked("How is it good value for money?"),
    Canonical.ENVIRONMENT: marked("How do you care for the environment?"),
    Canonical.EQUALITY: marked("How do you make sure that everyone can take part?"),
}
UNITS: Mapping[str, Marked] = {
    Unit.WORDS: marked("Words"),
    Unit.CHARACTERS: marked("Characters"),
}
FACT_SOURCES: Mapping[str, Marked] = {
    FactSource.OUR_RECORDS: marked("Our own records"),
    FactSource.LIBRARY: marked("Local facts"),
}
COST_TYPES: Mapping[str, Marked] = {
    CostType.PEOPLE: marked("Wages and fees"),
    CostType.ACTIVITIES: marked("Activities"),
    CostType.FOOD: marked("Food"),
    CostType.ROOMS: marked("Rent and rooms"),
    CostType.TRAVEL: marked("Travel"),
    CostType.EQUIPMENT: marked("Equipment"),
    CostType.TRAINING: marked("Training"),
    CostType.VOLUNTEERS: marked("Volunteers' expenses"),
    CostType.PUBLICITY: marked("Telling people about it"),
    CostType.EVALUATION: marked("Finding out what it changed"),
    CostType.BUILDING: marked("Building work"),
    CostType.OTHER: marked("Something else"),
}
LINE_KINDS: Mapping[str, Marked] = {
    LineKind.DIRECT: marked("Only for this work"),
    LineKind.SHARED: marked("Shared with our other work"),
    LineKind.IN_KIND: marked("Given: time or things"),
}
BASES: Mapping[str, Marked] = {
    Basis.NONE: marked("Nothing for running costs"),
    Basis.PEOPLE: marked("By people"),
    Basis.TIME: marked("By hours"),
    Basis.SPACE: marked("By space"),
    Basis.DIRECT_COST: marked("By direct cost"),
}
VAT: Mapping[str, Marked] = {
    Vat.UNKNOWN: marked("Not said yet"),
    Vat.NOT_REGISTERED: marked("We cannot claim VAT back, so prices include it"),
    Vat.REGISTERED: marked("We claim VAT back, so prices leave it out"),
    Vat.PARTLY: marked("We claim a part of it back"),
}
PROMISES: Mapping[str, Marked] = {
    Promise.ASKED: marked("Asked for"),
    Promise.PROMISED: marked("Promised"),
    Promise.RECEIVED: marked("Received"),
}
