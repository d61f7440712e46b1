"""How a rule says lists and the group's own side."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from vcs_desktop.core.language import spoken, tr, tr_count
from vcs_desktop.domain.areas import name_of
from vcs_desktop.domain.fit.topics import topics_of
from vcs_desktop.domain.group import GroupProfile, in_words

LONGEST = 90
"""Characters of somebody else's text that a sentence quotes before it is cut."""


def listed(words: Sequence[str], most: int = 4) -> str:
    """Return "a, b and c"; a long list ends in "and 3 more", never in "and 1 more"."""
    said = [word.strip().rstrip(".") for word in words if word.strip()]
    if len(said) > most + 1:
        return tr_count(
            "{some} and {count} more",
            "{some} and {count} more",
            len(said) - most,
            some=", ".join(said[:most]),
        )
    if len(said) > 1:
        return tr("{some} and {last}", some=", ".join(said[:-1]), last=said[-1])
    return said[0] if said else ""


def quoted(text: str) -> str:
    """Return somebody else's text on one line, cut between words when it is long."""
    line = " ".join(text.split()).rstrip(".!?;:, ")
    if len(line) <= LONGEST:
        return line
    return line[:LONGEST].rsplit(" ", 1)[0].rstrip(".!?;:, ") + "…"


def mid_sentence(name: str) -> str:
    """Return a name without its capital, unless others tell that it is no plain word."""
    return name[:1].lower() + name[1:] if name[1:].islower() else name


def place_name(code: str) -> str:
    """Return what people call an area, or "area E08000035" where we have no name for it."""
    name = quoted(name_of(code))
    return tr("area {name}", name=name) if name == code else name


def places(codes: Iterable[str]) -> str:
    """Return areas by name."""
    return listed([place_name(code) for code in codes])


@lru_cache(maxsize=64)
def _where(areas: tuple[str, ...], _language: str) -> str:
    if not areas:
        return tr("You have not told us where you work.")
    return tr("You work in {areas}.", areas=places(areas))


def where_you_work(profile: GroupProfile) -> str:
    """Return one sentence: where the group works, or that we do not know."""
    return _where(profile.areas, spoken())


def your_kind(profile: GroupProfile) -> str:
    """Return one sentence: what the group is in law, or that we do not know."""
    form = profile.legal_form
    if form is None:
        return tr("You have not told us what kind you are.")
    return tr("You are {kind}.", kind=in_words(form))


@lru_cache(maxsize=64)
def _doing(activities: tuple[str, ...], beneficiaries: tuple[str, ...], _language: str) -> str:
    what = listed([quoted(each) for each in activities], most=3)
    whom = listed([quoted(each) for each in beneficiaries], most=3)
    if what and whom:
        return tr("You told us: {what}, for {whom}.", what=what, whom=whom)
    if what:
        return tr("You told us: {what}.", what=what)
    if whom:
        return tr("You told us that you help {whom}.", whom=whom)
    return tr("You have not told us what you do.")


def what_you_do(profile: GroupProfile) -> str:
    """Return one sentence: what the group does and for whom, or that we do not know."""
    return _doing(profile.activities, profile.beneficiaries, spoken())


def matched_by(profile: GroupProfile, topics: frozenset[str]) -> str:
    """Return one sentence: which of the group's own words are about some topics."""
    activities = tuple(each for each in profile.activities if topics & topics_of(each))
    beneficiaries = tuple(each for each in profile.beneficiaries if topics & topics_of(each))
    return _doing(activities, beneficiaries, spoken())
