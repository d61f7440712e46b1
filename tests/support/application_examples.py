"""Notices to begin applications from, and applications as tests need them."""

from dataclasses import replace
from datetime import UTC, datetime

from tests.support.kept_files import kept
from vcs_desktop.domain.applications import Signature
from vcs_desktop.domain.budgets import BudgetLine
from vcs_desktop.domain.funding import FundingCall, Question, RequiredDocument
from vcs_desktop.domain.grants import Spending
from vcs_desktop.domain.people import Person
from vcs_desktop.storage.queries import group_applications, group_records

WARM = FundingCall(
    id="practice/grant/warm-welcome",
    title="Warm welcome (practice)",
    funder="Practice Fund: Warm Rooms",
    award_min_pence=50_000,
    award_max_pence=200_000,
    closes_at=datetime(2026, 12, 4, 12, tzinfo=UTC),
    decision_weeks=6,
    max_duration_months=12,
    pays_overheads=True,
    cost_types=("heating", "food"),
    exclusions=("building work",),
    signatories_needed=2,
    hours_to_apply=6.5,
    required_documents=(RequiredDocument("Bank statement", 3), RequiredDocument("Group rules")),
    questions=(
        Question("1", "What does your group do?", 100, "words", "Say who comes."),
        Question("2", "What will you do with the grant?", 200, "words"),
        Question("4", "What will it cost?", 600, "characters"),
    ),
)
SIGNER = "Jean Marsh"
BARE = replace(WARM, id="practice/grant/bare", title="Bare", questions=(), required_documents=())


def with_all_in_it(inside, file, say=lambda: None):
    """Begin an application with answers, a budget, a grant, a paper's file and a signer.

    Its id is returned. ``say`` is called after each act.
    """
    begun = inside.applications.start_from_call(WARM)
    say()
    for held in inside.applications.opened(begun).answers:
        said = replace(held.thing, text=f"About {held.thing.question}")
        inside.applications.save_answer(held, said)
        say()
    paper, _ = kept(inside, file, "Statement")
    say()
    signs = Signature(inside.people.add(Person(name=SIGNER)), "Chair")
    say()
    held = inside.applications.application(begun)
    papers = tuple(replace(each, paper=paper) for each in held.thing.papers[:1])
    inside.applications.save(held, replace(held.thing, papers=papers, signatures=(signs,)))
    say()
    budget = inside.budgets.of(begun)
    line = BudgetLine("oven", what="Oven", unit_pence=5_00)
    inside.budgets.save(budget, replace(budget.thing, lines=(line,)))
    say()
    grant = inside.grants.of(inside.applications.application(begun).thing)
    spent = Spending("oven", what="Oven", pence=4_99)
    inside.grants.save(grant, replace(grant.thing, spending=(spent,)))
    say()
    return begun


def records_of(inside, application_id):
    """Return the ids of an application and of all that belongs to it, in the bin or not."""
    with inside.records.database.reading() as session:
        found = group_records.record(session, application_id)
        parts = group_applications.parts_of(session, [application_id])
    return {*([application_id] if found else []), *(each.id for each in parts)}
