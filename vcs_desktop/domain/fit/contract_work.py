"""What a contract asks for, where, and until when.

What a group can do, and where, is for the group to say: words and codes that do
not match mean "find out", never "no".
"""

from datetime import date

from vcs_desktop.core.language import marked, sentences, tr, tr_count, tr_marked
from vcs_desktop.domain.areas import ENGLAND, covers, steps_between
from vcs_desktop.domain.days import days_left, from_now, in_words, local_day, shortly
from vcs_desktop.domain.fit.cpv import about, groups_do_this, told_by_title
from vcs_desktop.domain.fit.findings import Finding, fails, meets, unknown
from vcs_desktop.domain.fit.phrases import (
    listed,
    matched_by,
    place_name,
    quoted,
    what_you_do,
    where_you_work,
)
from vcs_desktop.domain.fit.purposes import closeness
from vcs_desktop.domain.fit.topics import GENERAL, TOPICS, topics_of, topics_of_group
from vcs_desktop.domain.from_record.places import area_of, area_of_postcode
from vcs_desktop.domain.group import GroupProfile
from vcs_desktop.domain.tender_progress import Progress, closing_day, progress_of
from vcs_desktop.domain.tenders import Delivery, TenderNotice

DAYS_FOR_A_BID = 14
"""Days that a small group needs for a bid. Our own rule of thumb."""

_OVER = {
    Progress.STOPPED: (
        marked("The buyer has stopped it"),
        marked("The buyer stopped it. You cannot bid."),
    ),
    Progress.NO_WINNER: (
        marked("It ended with no bid chosen"),
        marked("The buyer chose no bid. You could look out for another try."),
    ),
    Progress.GIVEN: (
        marked("Already given to someone"),
        marked("The buyer has chosen who does the work. You could look for when it ends."),
    ),
    Progress.ENDED: (
        marked("It is over"),
        marked("The work was to end on {ends}. You are too late."),
    ),
    Progress.CLOSED: (
        marked("It has closed"),
        marked("Bids closed on {closes}. You are looking on {today}."),
    ),
}
_UNCERTAIN = {
    Progress.PLANNED: (
        marked("Not open for bids yet"),
        marked("The buyer is still planning this. You can tell them that you are interested."),
    ),
    Progress.UNDATED: (
        marked("No closing date given"),
        marked("The buyer gives no closing date. You need to ask for it."),
    ),
}


def deadline(notice: TenderNotice, on: date) -> Finding:
    """Say whether one can still bid, and whether the days left are enough.

    Source: the buyer's dates, as ``progress_of`` reads them. The days that a
    bid needs are our own rule of thumb.
    """
    progress, closes_on = progress_of(notice, on), closing_day(notice)
    if progress in _OVER:
        heading, because = _OVER[progress]
        days = {
            "closes": in_words(closes_on) if closes_on else "",
            "ends": shortly(notice.ends_on) if notice.ends_on else "",
            "today": shortly(on),
        }
        return fails("deadline", tr_marked(heading), tr_marked(because, **days))
    if progress in _UNCERTAIN:
        heading, because = _UNCERTAIN[progress]
        return unknown("deadline", tr_marked(heading), tr_marked(because))
    if closes_on is None or progress is Progress.DOUBTFUL:
        doubt, ask = (
            _why_in_doubt(notice, closes_on),
            tr("You should ask the buyer if you can bid."),
        )
        return unknown("deadline", tr("Check with the buyer"), f"{doubt} {ask}", 0.1)
    return _time_left(closes_on, on)


def _time_left(closes_on: date, on: date) -> Finding:
    left = days_left(closes_on, on)
    theirs = tr("Bids close {when}, on {day}.", when=from_now(left), day=in_words(closes_on))
    thumb = tr_count(
        "You should allow about {count} day (our rule of thumb).",
        "You should allow about {count} days (our rule of thumb).",
        DAYS_FOR_A_BID,
    )
    if left < DAYS_FOR_A_BID:
        return fails("deadline", tr("Time is short"), f"{theirs} {thumb}", 0.3, advises=True)
    return meets("deadline", tr("There is time"), f"{theirs} {thumb}")


def _why_in_doubt(notice: TenderNotice, closes_on: date | None) -> str:
    """Return which day is past although the contract still shows as open."""
    if closes_on and notice.released_at:
        return tr(
            "It was to close on {closes}, but the buyer still showed it as open on {shown}.",
            closes=shortly(closes_on),
            shown=shortly(local_day(notice.released_at)),
        )
    if notice.starts_on is None:
        return tr("The work was to start, and no closing date is given.")
    return tr(
        "The work was to start on {day}, and no closing date is given.",
        day=shortly(notice.starts_on),
    )


def place(notice: TenderNotice, profile: GroupProfile) -> Finding:
    """Say whether the work is where the group works.

    Buyers tick whole countries beside the real place, so a country counts only
    where nothing nearer is told. Only OX postcodes are known to be near.
    """
    yours = where_you_work(profile)
    near = _nearest(notice.deliveries)
    if not near:
        because = sentences(tr("The buyer does not say where the work is."), yours)
        return unknown("place", tr("Ask where the work is"), because, 0.3)
    theirs = tr("The work is in {places}.", places=listed([_said(each) for each in near], most=3))
    if not profile.areas:
        return unknown("place", tr("Where do you work?"), f"{theirs} {yours}", 0.3)
    share = max(_near_you(each, profile.areas) for each in near)
    if share:
        return meets("place", tr("Work in your area"), f"{theirs} {yours}", share)
    return unknown("place", tr("Could you work there?"), f"{theirs} {yours}", 0.0)


def _nearest(deliveries: tuple[Delivery, ...]) -> list[Delivery]:
    """Return the places that say most: postcodes, else regions, else countries."""
    exact = [each for each in deliveries if each.postcode]
    regions = [each for each in deliveries if each.region]
    local = [each for each in regions if not covers(area_of(each.region), ENGLAND)]
    return exact or local or regions


def _said(delivery: Delivery) -> str:
    code = area_of(delivery.region)
    region = place_name(code) if code else quoted(delivery.region)
    if region and delivery.postcode:
        return f"{region} ({delivery.postcode})"
    return region or delivery.postcode


def _near_you(delivery: Delivery, areas: tuple[str, ...]) -> float:
    """Return how well one place fits: 0 when it is not known to be near."""
    code = area_of_postcode(delivery.postcode) or area_of(delivery.region)
    best = 0.0
    for group in areas if code else ():
        if covers(code, group):
            # A postcode tells the very place, which may be anywhere in its region.
            far = delivery.postcode and not area_of_postcode(delivery.postcode)
            best = max(best, 0.2 if far else closeness(steps_between(code, group)))
        elif covers(group, code):
            best = max(best, 0.9)
    return best


def work(notice: TenderNotice, profile: GroupProfile) -> Finding:
    """Say whether the contract asks for what the group does, by CPV codes and the title.

    Source: CPV (see ``cpv``). The table of words is ours.
    """
    yours = what_you_do(profile)
    group = topics_of_group(profile.activities, profile.beneficiaries)
    theirs = _wanted(_asked_for(notice, group - GENERAL))
    if not group:
        return unknown("work", tr("What do you do?"), f"{theirs} {yours}")
    codes = [each.code for each in notice.classifications]
    kind = frozenset().union(*(about(code) for code in codes))
    title = topics_of(notice.title)
    by_code = (kind & group) - GENERAL
    by_title = (title & group & TOPICS) - GENERAL
    if by_code:
        share = 1.0 if by_title else 0.85
        because = f"{theirs} {matched_by(profile, by_code | by_title)}"
        return meets("work", tr("Work like yours"), because, share)
    if by_title and (not codes or any(told_by_title(code) for code in codes)):
        because = f"{_wanted(notice.title)} {matched_by(profile, by_title)}"
        return meets("work", tr("Work like yours"), because, 0.8)
    if any(groups_do_this(code) for code in codes):
        return unknown("work", tr("Check if you do this work"), f"{theirs} {yours}", 0.15)
    return unknown("work", tr("Work that groups rarely do"), f"{theirs} {yours}", 0.05)


def _wanted(work: str) -> str:
    return tr("The buyer wants: “{work}”.", work=quoted(work))


def _asked_for(notice: TenderNotice, topics: frozenset[str]) -> str:
    """Return the kind of work that shares a topic, else the first, else the title."""
    kinds = sorted(notice.classifications, key=lambda kind: not about(kind.code) & topics)
    return (kinds[0].description if kinds else "") or notice.title
