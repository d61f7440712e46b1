"""Laptops of one group that exchange their changes by a service in memory."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.support.fake_service import FakeServer
from tests.support.vault_examples import ASHA, BEN, TEA, MovableClock
from tests.support.vault_examples import service as groups_of
from vcs_desktop.services.groups import GroupsService
from vcs_desktop.services.in_group import in_group
from vcs_desktop.services.two_laptops.joining import JoiningService, NewMember

ADDRESS = "https://service.test"


@dataclass
class House:
    """A group on several laptops, and the service between them."""

    place: Path
    server: FakeServer
    clock: MovableClock
    opened: list = field(default_factory=list)

    def close(self):
        """Lock every group that was opened."""
        for each in self.opened:
            each.close()

    def first(self, name="Asha's laptop"):
        """Return the laptop on which the group begins, using the service."""
        one = self.alone("one")
        one.laptops.share(name)
        one.laptops.use_service(ADDRESS, self.server.new_code())
        return one

    def alone(self, folder):
        """Return a laptop with a new group that nobody else has."""
        groups = self.groups(folder)
        return self.inside(groups.create(TEA))

    def inside(self, group):
        """Return what can be done in an open group, by this house's service."""
        self.opened.append(group)
        inside = in_group(group, self.clock)
        inside.laptops.connect = self.server.at
        return inside

    def groups(self, folder) -> GroupsService:
        """Return the groups of one laptop."""
        return groups_of(self.place / folder, self.clock)

    def ask(self, code, folder, name="Ben's laptop"):
        """Let another laptop ask to be let in."""
        joining = JoiningService(self.groups(folder), self.clock, self.server.at)
        return joining, joining.ask(ADDRESS, "-".join(code), name)

    def another(self, inviter, folder="two", name="Ben's laptop", member=None) -> Any:
        """Return one more laptop that was let in, and has what the group has."""
        invited = inviter.laptops.invite()
        joining, asked = self.ask(invited.code, folder, name)
        (asking,) = inviter.laptops.asking()
        assert asking.words == asked.words
        inviter.laptops.accept(asking.device)
        assert joining.is_let_in(asked)
        opened = joining.finish(asked, member or NewMember("Ben", BEN))
        other = self.inside(opened)
        assert other.laptops.exchange().error is None
        return other


def house(place):
    """Return a house with nobody in it yet."""
    clock = MovableClock()
    return House(place, FakeServer(clock), clock)


def meet(*laptops, rounds=2):
    """Let laptops exchange in turn until all should have everything."""
    for _ in range(rounds):
        for each in laptops:
            report = each.laptops.exchange()
            assert report.error is None, report.error


def records_of(inside):
    """Return every record as a laptop shows it, by its id."""
    from vcs_desktop.storage.queries import group_whole

    with inside.records.database.reading() as session:
        return {each.id: each for each in group_whole.all_records(session)}


__all__ = ["ADDRESS", "ASHA", "BEN", "House", "house", "meet", "records_of"]
