"""Laptops are taken out of a group: at the service's door, in the records, and by a new key."""

from collections.abc import Collection

from vcs_desktop.core.two_laptops_errors import LastLaptop, NoSuchLaptop
from vcs_desktop.services.two_laptops import identity
from vcs_desktop.services.two_laptops.ways import Ways
from vcs_desktop.storage import exchange_state
from vcs_desktop.sync.group_exchange.doors import standing
from vcs_desktop.sync.group_exchange.epoch_keys import new_epoch
from vcs_desktop.vault.device_keys import SignKeys


def must_be_removable(ways: Ways, doors: Collection[str]) -> None:
    """Do nothing where laptops can be taken out.

    Raises:
        LastLaptop: one is this laptop.
        NoSuchLaptop: there is no such laptop, or it was taken out already.
    """
    if ways.part().door in doors:
        raise LastLaptop
    with ways.database.reading() as session:
        stay = standing(session)
    if not doors or not set(doors) <= stay:
        raise NoSuchLaptop


def take_out(ways: Ways, doors: Collection[str]) -> None:
    """Write down that laptops are out, and make a key that only the others get."""
    with ways.database.writing() as session:
        trusted = exchange_state.trusted(session)
        out = [each.id for each in trusted.values() if each.door in doors]
        identity.take_out(session, ways.author(session), out)
        stay = standing(session)
        to = {each.door: each.seal_key for each in trusted.values() if each.door in stay}
        part = ways.part()
        keys = SignKeys.of(exchange_state.own_devices(session)[part.door])
        highest = max(each.epoch for each in exchange_state.epochs(session))
        epoch = new_epoch(ways.group.id, highest + 1, part.door, keys, to)
        exchange_state.add_epoch(session, epoch)
        if not part.service:  # nobody else could give it its number
            exchange_state.epoch_given(session, epoch)
