"""Where and for what a funder gives.

Source of every rule: the funder's own published criteria. How words are matched
is ours, so no match of words ever says "no": it says "ask".
"""

from vcs_desktop.core.language import sentences, tr
from vcs_desktop.domain.areas import covers, steps_between
from vcs_desktop.domain.fit.findings import Finding, fails, meets, unknown
from vcs_desktop.domain.fit.phrases import (
    listed,
    matched_by,
    places,
    quoted,
    what_you_do,
    where_you_work,
)
from vcs_desktop.domain.fit.topics import (
    GENERAL,
    stems_of,
    topics_of,
    topics_of_all,
    topics_of_group,
)
from vcs_desktop.domain.funding import FundingCall
from vcs_desktop.domain.group import GroupProfile

NEAREST, STEP_AWAY, FARTHEST = 1.0, 0.07, 0.5
"""A fund for the group's own district fits best; each larger area a little less. Ours."""


def area(call: FundingCall, profile: GroupProfile) -> Finding:
    """Say whether they fund where the group works.

    A group that works in a larger area than the fund's works in the fund's too.
    """
    yours = where_you_work(profile)
    if not call.areas:
        theirs = (
            tr("They fund work in {area}.", area=quoted(call.area_text))
            if call.area_text
            else tr("They do not say which area they fund.")
        )
        return unknown("area", tr("Check the area"), f"{theirs} {yours}")
    theirs = tr("They fund work in {area}.", area=places(call.areas))
    if not profile.areas:
        return unknown("area", tr("Where do you work?"), f"{theirs} {yours}")
    answers = [(covers(fund, group), fund, group) for fund in call.areas for group in profile.areas]
    steps = [steps_between(fund, group) for inside, fund, group in answers if inside]
    if steps:
        share = closeness(min(steps))
        return meets("area", tr("They fund your area"), f"{theirs} {yours}", share)
    if any(covers(group, fund) for _, fund, group in answers):
        return meets("area", tr("They fund part of your area"), f"{theirs} {yours}", 0.9)
    if any(inside is None for inside, _, _ in answers):
        return unknown("area", tr("Check the area"), f"{theirs} {yours}")
    return fails("area", tr("Not your area"), f"{theirs} {yours}")


def closeness(steps: int) -> float:
    """Return how well an area fits that is some steps larger than the group's own."""
    return max(FARTHEST, NEAREST - STEP_AWAY * steps)


def purposes(call: FundingCall, profile: GroupProfile) -> Finding:
    """Say whether they fund what the group does, by the words of both."""
    yours = what_you_do(profile)
    texts = (*call.themes, *call.beneficiaries)
    if not texts:
        because = sentences(tr("They do not say what they fund."), yours)
        return unknown("purposes", tr("Ask what they fund"), because)
    theirs = _what_they_fund(call)
    group = topics_of_group(profile.activities, profile.beneficiaries)
    if not group:
        return unknown("purposes", tr("What do you do?"), f"{theirs} {yours}")
    barred = _excluded(call, profile)
    if barred:
        because = sentences(tr("They do not fund: {what}.", what=quoted(barred)), yours)
        return unknown("purposes", tr("Check what they leave out"), because, 0.2)
    shared = group & topics_of_all(texts)
    strong = len(shared - GENERAL)
    if strong:
        share = 1.0 if strong > 1 else 0.85
        because = f"{_what_they_fund(call, shared)} {matched_by(profile, shared)}"
        return meets("purposes", tr("They fund work like yours"), because, share)
    if shared or any(_open_to_all(each) for each in texts):
        return meets("purposes", tr("They fund many kinds of work"), f"{theirs} {yours}", 0.6)
    return unknown("purposes", tr("Ask if your work counts"), f"{theirs} {yours}", 0.15)


def _what_they_fund(call: FundingCall, shared: frozenset[str] = frozenset()) -> str:
    """Return one sentence: their themes and beneficiaries, those first that share a topic."""
    what = listed([quoted(each) for each in _shared_first(call.themes, shared)])
    whom = listed([quoted(each) for each in _shared_first(call.beneficiaries, shared)])
    if what and whom:
        return tr("They fund {what}, for {whom}.", what=what, whom=whom)
    if what:
        return tr("They fund {what}.", what=what)
    return tr("They fund work for {whom}.", whom=whom)


def _shared_first(texts: tuple[str, ...], shared: frozenset[str]) -> list[str]:
    return sorted(texts, key=lambda text: not shared & topics_of(text)) if shared else list(texts)


def _open_to_all(text: str) -> bool:
    """Say whether a theme is about community work and nothing narrower."""
    topics = topics_of(text)
    return "community" in topics and topics <= GENERAL


def _excluded(call: FundingCall, profile: GroupProfile) -> str:
    """Return what they leave out that the group says it does, or nothing."""
    for excluded in call.exclusions:
        barred = stems_of(excluded)
        for said in (*profile.activities, *profile.beneficiaries):
            stems = stems_of(said)
            if stems and stems <= barred:
                return excluded
    return ""
