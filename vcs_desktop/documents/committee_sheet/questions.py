"""Questions that a committee should ask before it says yes.

Those of an item come from what is not known or not met about it; the standing ones
are asked of everything, because they are what is most often forgotten.
"""

from vcs_desktop.core.language import marked, tr, tr_marked
from vcs_desktop.domain.fit.result import Answer, Reason
from vcs_desktop.domain.funding import FundingCall
from vcs_desktop.domain.tenders import TenderNotice

STANDING = (marked("Who will write it, and by when?"),)
OF_A_GRANT = (
    marked("Is this what we want to do anyway, or are we doing it for the money?"),
    marked("Who will keep the receipts and write the report?"),
)
OF_A_CONTRACT = (
    marked("Can we do the work if they pay us only after it is done?"),
    marked("Could we bid together with another group?"),
)
IF_UNKNOWN = {
    "legal_form": marked("Are we the kind of group that they fund? Who will ask them?"),
    "income": marked("What was the income in our last accounts, and does it fit?"),
    "signatories": marked("Which people who are not related can sign at our bank?"),
    "conflicts": marked("Does a grant that we hold, or want, rule this one out?"),
    "deadline": marked("Is it open, and when must it be in? Who will ask them?"),
    "documents": marked(
        "Who will find the papers they ask for and check that they are new enough?"
    ),
    "amount": marked("How much could we spend well, and how much shall we ask for?"),
    "worth": marked("It is a lot of work for the money. Do we want it all the same?"),
    "area": marked("Does the place where we work count? Who will ask them?"),
    "purposes": marked("Does our work count as what they fund? Who will ask them?"),
    "size": marked("Is it a size that we could manage, alone or with others?"),
    "work": marked("Is this the work that we do?"),
    "place": marked("Can we work in that place?"),
    "reserved": marked("It is kept for some bidders. Are we one of them?"),
    "standing": marked("Who would sign the contract, and who pays if it goes wrong?"),
    "health_rules": marked("Who will ask the buyer how this health contract will be given?"),
    "social_value": marked("What good would we do for the place besides the work itself?"),
    "buyers_mark": marked("Would the buyer welcome a bid from a small group? Who will ask?"),
}
IF_NOT_MET = {
    "documents": marked("Who will bring our policy up to date before it closes?"),
    "deadline": marked("Who has the hours to get it done in time?"),
    "amount": marked("Could we look after a sum this large?"),
    "worth": marked("It costs more than it may bring. Is there another reason to apply?"),
}
MOST_FROM_REASONS = 5


def questions_about(
    thing: FundingCall | TenderNotice, reasons: tuple[Reason, ...]
) -> tuple[str, ...]:
    """Return what to ask about one grant or contract, the most pressing first."""
    failed = [reason for reason in reasons if reason.answer is Answer.FAILS]
    unknown = [reason for reason in reasons if reason.answer is Answer.UNKNOWN]
    asked = [_about(reason) for reason in (*failed, *unknown)][:MOST_FROM_REASONS]
    own = _of_the_call(thing) if isinstance(thing, FundingCall) else []
    theirs = OF_A_GRANT if isinstance(thing, FundingCall) else OF_A_CONTRACT
    always = map(tr_marked, (*theirs, *STANDING))
    return tuple(dict.fromkeys((*asked, *own, *always)))


def _about(reason: Reason) -> str:
    """Turn a rule's answer into a question."""
    heading = reason.heading.strip().rstrip(".?!")
    if reason.answer is Answer.UNKNOWN:
        if reason.rule in IF_UNKNOWN:
            return tr_marked(IF_UNKNOWN[reason.rule])
        return tr("{heading}: who can find out?", heading=heading)
    if not reason.advises:
        return tr("{heading}: can this change, or do we leave it?", heading=heading)
    if reason.rule in IF_NOT_MET:
        return tr_marked(IF_NOT_MET[reason.rule])
    return tr("{heading}: are we content with that?", heading=heading)


def _of_the_call(call: FundingCall) -> list[str]:
    """Return what this grant's own terms make us ask."""
    asked = []
    if call.match_percent:
        asked.append(
            tr(
                "They want us to find {percent}% ourselves. Where from?",
                percent=call.match_percent,
            )
        )
    if call.pays_overheads is False:
        asked.append(tr("They do not pay running costs. How will we pay for rent, heat and time?"))
    return asked
