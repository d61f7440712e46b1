"""Who is on the committee: since when, until when, and what they declared."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from vcs_desktop.core.language import sentences, tr, tr_count
from vcs_desktop.domain.days import shortly
from vcs_desktop.domain.meeting_words import ended
from vcs_desktop.domain.people import Role
from vcs_desktop.services.meetings import Member
from vcs_desktop.ui.widgets.fold import Fold
from vcs_desktop.ui.widgets.prose import prose

_SOON = timedelta(days=90)


class CommitteeFold(Fold):
    """Closed until somebody opens it; it says itself how many there are and whose term ends."""

    def __init__(self) -> None:
        super().__init__(tr("Our committee"))
        self._shown: tuple[object, ...] = ()

    def show_members(self, members: Sequence[Member], today: date) -> None:
        """Show who is on the committee as of a day."""
        if self._shown == (members, today):
            return
        self._shown = (members, today)
        ending = sum(any(_ends_soon(role, today) for role in each.roles) for each in members)
        self.set_title(_title(len(members), ending))
        self.content.clear()
        for member in members:
            self.content.put(prose(member_words(member)))
        if not members:
            words = tr("Give people a role on the committee in People, and they stand here.")
            self.content.put(prose(words))


def member_words(member: Member) -> str:
    """Return somebody's roles with their terms, and what they declared, in a sentence each."""
    return sentences(*_words(member))


def _words(member: Member) -> Iterator[str]:
    for role in member.roles:
        title = role.title or tr("Committee member")
        since = tr("since {day}", day=shortly(role.since)) if role.since else ""
        until = tr("until {day}", day=shortly(role.until)) if role.until else ""
        said = ", ".join(filter(None, (title, since, until)))
        yield tr("{who}: {what}.", who=member.name, what=said)
    for interest in member.interests:
        yield ended(tr("Declared: {what}", what=interest.what))


def _title(count: int, ending: int) -> str:
    said = tr_count("Our committee: {count} person", "Our committee: {count} people", count)
    if not ending:
        return said
    ends = tr_count("{count} term ends within 90 days", "{count} terms end within 90 days", ending)
    return tr("{one}; {other}", one=said, other=ends)


def _ends_soon(role: Role, today: date) -> bool:
    return role.until is not None and today <= role.until <= today + _SOON
