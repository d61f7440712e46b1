"""Is an application ready to be sent? What is good, what is to be done, what to look at.

Every line says what to do and where. Nothing here decides for a person: an application can be
kept and sent with lines open.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.answers import Answer
from vcs_desktop.domain.application_whole import Progress, Whole, digest_of, progress_of
from vcs_desktop.domain.applications import Choice, EarlySpending
from vcs_desktop.domain.budget_checks import begun_before, checked
from vcs_desktop.domain.budgets import budget_id
from vcs_desktop.domain.counting import counted, over_in_words
from vcs_desktop.domain.days import in_words, shortly
from vcs_desktop.domain.fit.result import Answer as RuleAnswer
from vcs_desktop.domain.fit.result import Fit, Verdict
from vcs_desktop.domain.papers import Paper
from vcs_desktop.domain.ready_lines import ReadyLine, State, Topic, good, look, to_do
from vcs_desktop.domain.ready_papers import about_papers


@dataclass(frozen=True, slots=True)
class Around:
    """What an application is held against on a day.

    ``papers`` are the group's own by their ids. ``stale`` says of each answer's id how many of
    its figures have newer ones. ``fit`` is what the rules say today, None where the application
    has no notice in the library; ``newer_terms`` is how many things the notice says otherwise.
    ``decides_on`` is about when the funder decides, None where nobody knows. ``undecided`` are
    the ids of the records of which a person should choose a version.
    """

    today: date
    papers: Mapping[str, Paper] = field(default_factory=dict)
    stale: Mapping[str, int] = field(default_factory=dict)
    fit: Fit | None = None
    newer_terms: int = 0
    decides_on: date | None = None
    undecided: Collection[str] = ()


def readiness(whole: Whole, around: Around) -> tuple[ReadyLine, ...]:
    """Return every line, topic by topic."""
    return (
        *_versions(whole, around),
        *_decision(whole),
        *_rules(around),
        *_questions(whole, around),
        *_figures(whole, around),
        *_budget(whole, around),
        *_early(whole, around),
        *about_papers(whole.application.papers, around.papers, around.today),
        *_second_person(whole),
        *_signatures(whole),
        *_closing(whole, around),
    )


def is_ready(lines: Iterable[ReadyLine]) -> bool:
    """Say whether nothing is left to be done."""
    return all(line.state != State.TO_DO for line in lines)


def _versions(whole: Whole, around: Around) -> Iterator[ReadyLine]:
    """Name what was written on two laptops at once; of answers and the budget it is said there."""
    if whole.application.id in around.undecided:
        yield to_do(
            Topic.VERSIONS, tr("Something in this application has two versions."), _which_is_right()
        )


def _which_is_right() -> str:
    return tr("Choose which one is right.")


def _decision(whole: Whole) -> Iterator[ReadyLine]:
    application = whole.application
    match application.choice:
        case Choice.GO:
            day = shortly(application.decided_on) if application.decided_on else ""
            said = (
                tr("The committee decided on {day} to apply.", day=day)
                if day
                else tr("The committee decided to apply.")
            )
            yield good(Topic.DECISION, said)
        case Choice.NOT_NOW:
            yield to_do(
                Topic.DECISION,
                tr("The committee said: not now."),
                tr("Ask them again before you send it."),
            )
        case _:
            yield look(
                Topic.DECISION,
                tr("It is not written down that the committee wants to apply."),
                tr("Write down who decided, when and why."),
            )


def _rules(around: Around) -> Iterator[ReadyLine]:
    if around.newer_terms:
        yield to_do(
            Topic.RULES,
            tr_count(
                "The funder's notice has changed in {count} thing.",
                "The funder's notice has changed in {count} things.",
                around.newer_terms,
            ),
            tr("Look at what changed, and take over what you want."),
        )
    if around.fit is None:
        return
    wrong = [each for each in around.fit.reasons if not each.advises]
    if around.fit.verdict == Verdict.CAN:
        yield good(Topic.RULES, tr("Your group still meets the funder's rules."))
    for each in wrong:
        if each.answer == RuleAnswer.FAILS:
            yield to_do(Topic.RULES, each.heading, each.because)
        elif each.answer == RuleAnswer.UNKNOWN:
            yield look(Topic.RULES, each.heading, each.because)


def _questions(whole: Whole, around: Around) -> Iterator[ReadyLine]:
    if not whole.answers:
        yield to_do(
            Topic.QUESTIONS, tr("There are no questions yet."), tr("Add the funder's questions.")
        )
        return
    found = [
        line
        for number, each in enumerate(whole.answers, 1)
        for line in _question(number, each, has_choice=each.id in around.undecided)
    ]
    yield from found
    if not found:
        yield good(Topic.QUESTIONS, tr("Every question is answered, and within its limit."))


def _question(number: int, answer: Answer, *, has_choice: bool) -> Iterator[ReadyLine]:
    label = tr("Question {number}", number=answer.ref or number)
    progress = progress_of(answer)
    if has_choice:
        said = tr("{question} has two versions of something.", question=label)
        yield to_do(Topic.QUESTIONS, said, _which_is_right(), answer.id)
    if progress == Progress.NOT_STARTED:
        yield to_do(
            Topic.QUESTIONS,
            tr("{question} has no answer yet.", question=label),
            tr("Write one, or use one you have."),
            answer.id,
        )
        return
    over = over_in_words(counted(answer.text, answer))
    if over:
        yield to_do(Topic.QUESTIONS, tr("{question} is too long.", question=label), over, answer.id)
    if progress == Progress.NEEDS_CHECKING:
        yield to_do(
            Topic.QUESTIONS,
            tr("{question} needs checking.", question=label),
            tr("Read it once more, then mark it as done."),
            answer.id,
        )
    elif progress == Progress.DRAFT:
        yield look(
            Topic.QUESTIONS,
            tr("{question} is still a draft.", question=label),
            tr("Mark it as done when it says what you want."),
            answer.id,
        )


def _figures(whole: Whole, around: Around) -> Iterator[ReadyLine]:
    used = sum(len(each.facts) for each in whole.answers)
    stale = [each for each in whole.answers if around.stale.get(each.id)]
    for each in stale:
        yield to_do(
            Topic.FIGURES,
            tr_count(
                "{count} figure has a newer one.",
                "{count} figures have newer ones.",
                around.stale[each.id],
            ),
            tr("Use the newer one in the answer to “{question}”.", question=each.question),
            each.id,
        )
    if used and not stale:
        yield good(
            Topic.FIGURES,
            tr_count(
                "{count} figure has its source, and is the newest there is.",
                "{count} figures have their sources, and are the newest there are.",
                used,
            ),
        )


def _budget(whole: Whole, around: Around) -> Iterator[ReadyLine]:
    if whole.budget is None:
        yield to_do(
            Topic.BUDGET, tr("There is no budget yet."), tr("Add each thing the work needs.")
        )
        return
    has_choice = budget_id(whole.application.id) in around.undecided
    if has_choice:
        said = tr("Something in the budget has two versions.")
        yield to_do(Topic.BUDGET, said, _which_is_right())
    found = checked(whole.budget, whole.application.terms, whole.application.ask_pence)
    for each in found:
        make = look if each.is_question else to_do
        yield make(Topic.BUDGET, each.said, each.advice, each.part)
    if not found and not has_choice:
        yield good(Topic.BUDGET, tr("The budget adds up, to the penny."))


def _early(whole: Whole, around: Around) -> Iterator[ReadyLine]:
    """Say what begins before the funder decides, where it may not pay for that."""
    application, decides_on = whole.application, around.decides_on
    early = application.early_spending
    starts = application.starts_on
    if early == EarlySpending.ALLOWED or decides_on is None:
        return
    day = in_words(decides_on)
    advice = (
        tr("They do not pay for that. Start later.")
        if early == EarlySpending.NOT_ALLOWED
        else tr("They may not pay for that. Ask them, or start later.")
    )
    if starts is not None and starts < decides_on:
        yield to_do(
            Topic.EARLY,
            tr("The work starts before they decide, about {day}.", day=day),
            advice,
        )
    for each in begun_before(whole.budget, decides_on, early) if whole.budget else ():
        yield to_do(
            Topic.EARLY,
            tr("“{what}” begins before they decide, about {day}.", what=each.line.what, day=day),
            advice,
            each.line.id,
        )


def _second_person(whole: Whole) -> Iterator[ReadyLine]:
    application = whole.application
    if not application.checked_by or application.checked_on is None:
        yield to_do(
            Topic.CHECKED,
            tr("No second person has checked it yet."),
            tr("Ask somebody who did not write it to read it all."),
        )
    elif application.checked_digest != digest_of(whole):
        yield to_do(
            Topic.CHECKED,
            tr(
                "It was changed after it was checked on {day}.", day=shortly(application.checked_on)
            ),
            tr("Ask for it to be checked once more."),
        )
    else:
        yield good(
            Topic.CHECKED,
            tr("A second person checked it on {day}.", day=shortly(application.checked_on)),
        )


def _signatures(whole: Whole) -> Iterator[ReadyLine]:
    application = whole.application
    needed = application.terms.signatories_needed or 0
    signed = sum(each.on is not None for each in application.signatures)
    asked = max(needed, len(application.signatures))
    if not asked:
        return
    if signed >= asked:
        yield good(
            Topic.SIGNATURES,
            tr_count("{count} person has signed.", "{count} people have signed.", signed),
        )
    else:
        yield to_do(
            Topic.SIGNATURES,
            tr("{signed} of {asked} have signed.", signed=signed, asked=asked),
            tr("Write down who signs, and the day when they did."),
        )


def _closing(whole: Whole, around: Around) -> Iterator[ReadyLine]:
    closes_on = whole.application.terms.closes_on
    if closes_on is None or whole.application.sent_on is not None:
        return
    day = in_words(closes_on)
    if closes_on < around.today:
        yield to_do(
            Topic.CLOSING,
            tr("It closed on {day}.", day=day),
            tr("Ask the funder before you send it."),
        )
    else:
        time = whole.application.terms.closes_time
        said = (
            tr("It closes on {day} at {time}.", day=day, time=time)
            if time
            else tr("It closes on {day}.", day=day)
        )
        yield good(Topic.CLOSING, said)
