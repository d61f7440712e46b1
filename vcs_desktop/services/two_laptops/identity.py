"""This computer becomes one of its group's laptops, and stays one when it is brought back."""

from collections.abc import Set

from vcs_desktop.domain.acts import Verb
from vcs_desktop.domain.kinds import DEVICE
from vcs_desktop.domain.laptops import Laptop, State, UpTo, digests_in
from vcs_desktop.domain.values import PART, thing_of, values_of
from vcs_desktop.storage import exchange_log, exchange_state
from vcs_desktop.storage.exchange_log import Signed
from vcs_desktop.storage.exchange_state import TakingPart, Trusted
from vcs_desktop.storage.operation_log import be_new_device, this_device
from vcs_desktop.storage.operations import Act, Author
from vcs_desktop.storage.queries import group_exchange as asked
from vcs_desktop.storage.queries import group_records
from vcs_desktop.storage.sessions import Session
from vcs_desktop.sync.group_exchange.epoch_keys import new_epoch
from vcs_desktop.vault.device_keys import SealKeys, SignKeys
from vcs_desktop.vault.operation_sealing import FIRST_EPOCH, Place, signature_of
from vcs_desktop.wire.operation import Change
from vcs_desktop.wire.sealed_frame import Sort


def begin(session: Session, group: str, author: Author, name: str) -> None:
    """Let a group that was on this computer alone be one that can be shared."""
    device = this_device(session, author.ids)
    sign, seal = SignKeys.new(), SealKeys.new()
    exchange_state.take_part(session, device, seal.secret)
    exchange_state.add_own_device(session, device, sign.seed)
    exchange_state.trust(session, [Trusted(device, sign.key, seal.key, device)])
    epoch = new_epoch(group, FIRST_EPOCH, device, sign, {device: seal.key})
    exchange_state.add_epoch(session, epoch)
    laptop = Laptop(device, name, author.who, sign.key, seal.key, device)
    tell_of(Act(session, author, Verb.ADD, undoable=False), laptop)
    exchange_log.offer_all_to_others(session)


def tell_of(act: Act, laptop: Laptop) -> str:
    """Write down a laptop of the group, and return the operation's id."""
    changes = {name: Change(None, value) for name, value in values_of(laptop).items()}
    return act.change(DEVICE, laptop.id, changes, seen=())


def begin_again(session: Session, group: str, author: Author) -> None:
    """Be known by a new id after a backup was brought back, and exchange nothing until asked.

    The older id vouches for the new one. What it had not sent yet, it still signs itself.
    """
    part = exchange_state.taking_part(session)
    if part is None:
        be_new_device(session, author.ids)
        return
    _by_a_new_id(session, group, author, part)
    exchange_state.set_state(session, State.LOOK)


def part_from_copy(session: Session, group: str, author: Author, branched: Set[str]) -> bool:
    """Be known by a new id where another computer writes as this one; say whether it does.

    So each goes on in a line of its own. The door and the key to be written to stay shared.
    """
    part = exchange_state.taking_part(session)
    if part is None or exchange_log.this_device_id(session) not in branched:
        return False
    _by_a_new_id(session, group, author, part)
    return True


def _by_a_new_id(session: Session, group: str, author: Author, part: TakingPart) -> None:
    old = exchange_log.this_device_id(session)
    seed = exchange_state.own_devices(session)[old]
    device, sign = be_new_device(session, author.ids), SignKeys.new()
    exchange_state.add_own_device(session, device, sign.seed)
    seal = SealKeys.of(part.seal_secret)
    exchange_state.trust(session, [Trusted(device, sign.key, seal.key, part.door)])
    before = group_records.record(session, old)
    known = thing_of(Laptop, before.values, old) if before else Laptop()
    laptop = Laptop(device, known.name, known.owner, sign.key, seal.key, part.door)
    told = tell_of(Act(session, author, Verb.ADD, undoable=False), laptop)
    _vouch(session, group, old, SignKeys.of(seed), told)


def _vouch(session: Session, group: str, old: str, keys: SignKeys, operation: str) -> None:
    epoch = max(
        each.epoch for each in exchange_state.epochs(session) if each.is_given or each.epoch == 1
    )
    number, body = asked.body_of(session, operation)
    place = Place(Sort.OPERATION, group, operation, epoch)
    signature = signature_of(place, old, keys, body)
    exchange_log.keep_signed(session, {number: Signed(old, epoch, signature)})


def held_of(session: Session, device: str) -> tuple[str, ...]:
    """Return the newest digests that are here of every line that a laptop has signed."""
    lines = exchange_log.lines_signed_by(session, device) | {device}
    return tuple(end for line in sorted(lines) for end in sorted(exchange_log.ends(session, line)))


def take_out(session: Session, author: Author, devices: list[str]) -> None:
    """Write down that laptops were taken out, and up to where their work counts."""
    me = exchange_log.this_device_id(session)
    act = Act(session, author, Verb.CHANGE, undoable=False)
    for device in devices:
        up_to = values_of(Laptop(up_to=(UpTo(me, held_of(session, device)),)))
        changes = {name: Change(None, value) for name, value in up_to.items()}
        act.change(DEVICE, device, {**changes, "is_removed": Change(None, True)})


def say_what_is_held(session: Session, author: Author) -> bool:
    """Say for laptops that others took out that more of their work is here than those had.

    So it counts everywhere. Returns whether there was any.
    """
    me, said = exchange_log.this_device_id(session), False
    for record in asked.devices(session):
        if record.values.get("is_removed") is not True or record.id == me:
            continue
        known = {
            digest
            for name, part in record.values.items()
            if name.startswith(f"up_to{PART}")
            for digest in digests_in(part)
        }
        held = held_of(session, record.id)
        if asked.all_behind(session, held, known):
            continue
        name, before = f"up_to{PART}{me}", record.values.get(f"up_to{PART}{me}")
        change = Change(before, {"digests": list(held)})
        Act(session, author, Verb.CHANGE, undoable=False).change(DEVICE, record.id, {name: change})
        said = True
    return said


def name_this(session: Session, author: Author, name: str) -> None:
    """Write down that this laptop is called otherwise."""
    me = exchange_log.this_device_id(session)
    record = group_records.record(session, me)
    before = record.values.get("name") if record is not None else None
    if before != name:
        act = Act(session, author, Verb.CHANGE, undoable=False)
        act.change(DEVICE, me, {"name": Change(before, name)})


def say_whose(session: Session, author: Author) -> bool:
    """Write down whose laptop this is, once it is known to the group; say whether it was done."""
    me = exchange_log.this_device_id(session)
    record = group_records.record(session, me)
    if record is None or record.kind != DEVICE or record.values.get("owner"):
        return False
    act = Act(session, author, Verb.CHANGE, undoable=False)
    act.change(DEVICE, me, {"owner": Change(None, author.who)})
    return True
