"""What a contract asks for, where, and until when.

What a group can do, and where, is for the group to say: words and codes that do
not match mean "find out", never "no".
"""

from datetime import date

from vcs_desktop.domain.areas import ENGLAND, covers, name_of, steps_between
from vcs_desktop.domain.days import days_left, in_words, local_day, shortly
from vcs_desktop.domain.fit.cpv import about, groups_do_this, told_by_title
from vcs_desktop.domain.fit.findings import Finding, fails, meets, unknown
from vcs_desktop.domain.fit.phrases import listed, matched_by, quoted, what_you_do, where_you_work
from vcs_desktop.domain.fit.purposes import closeness
from vcs_desktop.domain.fit.topics import GENERAL, TOPICS, topics_of, topics_of_group
from vcs_desktop.domain.from_record.places import area_of, area_of_postcode
from vcs_desktop.domain.group import GroupProfile
from vcs_desktop.domain.tenders import Delivery, TenderNotice

DAYS_FOR_A_BID = 14
"""Days that a small group needs for a bid. Our own rule of thumb."""
STOPPED = ("cancelled", "unsuccessful", "withdrawn")
LET = ("award", "contract", "implementation")


def deadline(notice: TenderNotice, on: date) -> Finding:
    """Say whether one can still bid.

    A closing date long past, in a notice that the buyer showed as open after
    that date, is "check with the buyer": lists of suppliers that stay open for
    years are published so.
    Source: OCDS ``tender.status`` and ``tenderPeriod``; real Contracts Finder notices.
    """
    closes_on = local_day(notice.deadline_at) if notice.deadline_at else None
    over = _over(notice, closes_on, on)
    if over:
        return over
    if closes_on is None:
        return _without_closing_day(notice, on)
    if closes_on < on:
        return _after_closing_day(notice, closes_on, on)
    left = days_left(closes_on, on)
    days = "today" if left == 0 else f"in {left} {'day' if left == 1 else 'days'}"
    theirs = f"Bids close {days}, on {in_words(closes_on)}."
    thumb = f"You should allow about {DAYS_FOR_A_BID} days (our rule of thumb)."
    if left < DAYS_FOR_A_BID:
        return fails("deadline", "Time is short", f"{theirs} {thumb}", 0.3, advises=True)
    return meets("deadline", "There is time", f"{theirs} {thumb}")


def _over(notice: TenderNotice, closes_on: date | None, on: date) -> Finding | None:
    """Return why nobody can bid any more, whatever the closing date says."""
    if notice.status in STOPPED:
        return fails(
            "deadline", "The buyer has stopped it", "The buyer stopped it. You cannot bid."
        )
    still_open = notice.status == "active" and closes_on is not None and closes_on >= on
    if (notice.stage in LET or notice.status == "complete") and not still_open:
        because = "The buyer has chosen who does the work. You could look for when it ends."
        return fails("deadline", "Already given to someone", because)
    if notice.ends_on and notice.ends_on < on:
        because = f"The work was to end on {shortly(notice.ends_on)}. You are too late."
        return fails("deadline", "It is over", because)
    return None


def _without_closing_day(notice: TenderNotice, on: date) -> Finding:
    if notice.starts_on and notice.starts_on < on:
        because = f"The work was to start on {shortly(notice.starts_on)}. You should ask the buyer."
        return unknown("deadline", "Check with the buyer", because, 0.1)
    if notice.stage == "planning":
        because = "The buyer is still planning this. You can tell them that you are interested."
        return unknown("deadline", "Not open for bids yet", because)
    because = "The buyer gives no closing date. You need to ask for it."
    return unknown("deadline", "No closing date given", because)


def _after_closing_day(notice: TenderNotice, closes_on: date, on: date) -> Finding:
    shown_on = local_day(notice.released_at) if notice.released_at else None
    if notice.status == "active" and shown_on and shown_on > closes_on:
        because = (
            f"It was to close on {shortly(closes_on)}, but the buyer still showed it as open on "
            f"{shortly(shown_on)}. You should check with the buyer."
        )
        return unknown("deadline", "Check with the buyer", because, 0.1)
    because = f"Bids closed on {in_words(closes_on)}. You are looking on {shortly(on)}."
    return fails("deadline", "It has closed", because)


def place(notice: TenderNotice, profile: GroupProfile) -> Finding:
    """Say whether the work is where the group works.

    Buyers tick whole countries beside the real place, so a country counts only
    where nothing nearer is told. Only OX postcodes are known to be near.
    """
    yours = where_you_work(profile)
    near = _nearest(notice.deliveries)
    if not near:
        because = f"The buyer does not say where the work is. {yours}"
        return unknown("place", "Ask where the work is", because, 0.3)
    theirs = f"The work is in {listed([_said(each) for each in near], most=3)}."
    if not profile.areas:
        return unknown("place", "Where do you work?", f"{theirs} {yours}", 0.3)
    share = max(_near_you(each, profile.areas) for each in near)
    if share:
        return meets("place", "Work in your area", f"{theirs} {yours}", share)
    return unknown("place", "Could you work there?", f"{theirs} {yours}", 0.0)


def _nearest(deliveries: tuple[Delivery, ...]) -> list[Delivery]:
    """Return the places that say most: postcodes, else regions, else countries."""
    exact = [each for each in deliveries if each.postcode]
    regions = [each for each in deliveries if each.region]
    local = [each for each in regions if not covers(area_of(each.region), ENGLAND)]
    return exact or local or regions


def _said(delivery: Delivery) -> str:
    code = area_of(delivery.region)
    place_name = name_of(code) if code else quoted(delivery.region)
    return (
        f"{place_name} ({delivery.postcode})"
        if place_name and delivery.postcode
        else (place_name or delivery.postcode)
    )


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
    asked = notice.classifications[0].description if notice.classifications else ""
    theirs = f"The buyer wants: {quoted(asked or notice.title)}."
    group = topics_of_group(profile.activities, profile.beneficiaries)
    if not group:
        return unknown("work", "What do you do?", f"{theirs} {yours}")
    codes = [each.code for each in notice.classifications]
    kind = frozenset().union(*(about(code) for code in codes))
    title = topics_of(notice.title)
    by_code = (kind & group) - GENERAL
    by_title = (title & group & TOPICS) - GENERAL
    if by_code:
        share = 1.0 if by_title else 0.85
        because = f"{theirs} {matched_by(profile, by_code | by_title)}"
        return meets("work", "Work like yours", because, share)
    if by_title and (not codes or any(told_by_title(code) for code in codes)):
        because = f"The buyer wants: {quoted(notice.title)}. {matched_by(profile, by_title)}"
        return meets("work", "Work like yours", because, 0.8)
    if any(groups_do_this(code) for code in codes):
        return unknown("work", "Check if you do this work", f"{theirs} {yours}", 0.15)
    return unknown("work", "Work that groups rarely do", f"{theirs} {yours}", 0.05)
