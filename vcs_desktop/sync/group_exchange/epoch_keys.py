"""New keys of the group: fetched when another laptop made one, given when we did."""

import base64
import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Final

from vcs_desktop.storage import exchange_state
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.exchange_state import Epoch, TakingPart, Trusted
from vcs_desktop.storage.queries import group_exchange as asked
from vcs_desktop.sync.group_exchange.book import Book
from vcs_desktop.sync.group_exchange.pulling import At
from vcs_desktop.sync.group_service import GroupService
from vcs_desktop.sync.service_errors import Taken
from vcs_desktop.vault.device_keys import SealKeys, SignKeys
from vcs_desktop.vault.epoch_letters import is_made_by, key_in, letter_for, signature_of
from vcs_desktop.vault.sealing import NotOpened, new_key
from vcs_desktop.wire.service import MOST_DEVICES, EpochLetter, NewEpoch
from vcs_desktop.wire.service_joining_json import letters_digest

_TRIES: Final = 5


def new_epoch(
    group: str,
    number: int,
    by: str,
    keys: SignKeys,
    to: Mapping[str, str],
    key: bytes | None = None,
) -> Epoch:
    """Return a new key for the group; ``to`` are the keys of those who get it, by their doors.

    ``by`` is our own door: the service lets nobody begin an epoch in another's name. Nor does it
    take letters to more laptops than a group may have. Who plants many must not keep the group
    from a key, so those who came first have theirs.

    ``key`` is one that is known already; None makes it new.
    """
    key = key or new_key()
    letters: dict[str, bytes] = {}
    for door, seal_key in to.items():
        if len(letters) == MOST_DEVICES:
            break
        with suppress(ValueError):  # nobody could open what is sealed for such a key
            letters[door] = letter_for(door, seal_key, group, number, key, keys)
    signature = signature_of(keys, group, number, letters_digest(letters))
    told = json.dumps({door: base64.b64encode(each).decode() for door, each in letters.items()})
    return Epoch(number, by, key, is_given=False, letters=told, signature=signature)


def fetch(database: Database, service: GroupService, group: str, highest: int, at: At) -> bool:
    """Fetch the keys that are new, and say whether one could not be used.

    Raises:
        Offline: the service cannot be asked.
    """
    with database.reading() as session:
        known = {each.epoch for each in exchange_state.epochs(session) if each.is_given}
        part = exchange_state.taking_part(session)
        book = Book(exchange_state.trusted(session), asked.devices(session))
        trusted = exchange_state.trusted(session)
    after = max(known, default=0)
    if highest <= after or part is None:
        return False
    is_wrong = False
    for letter in service.epochs(after):
        found = _read(letter, group, part, trusted, book)
        if found is None:
            is_wrong = True
            continue
        with database.writing() as session:
            exchange_state.add_epoch(session, found)
            exchange_state.epoch_given(session, found)
        at("key kept")
    return is_wrong


def give(database: Database, service: GroupService, group: str, highest: int, at: At) -> None:
    """Give the service the keys that it does not have; ``highest`` is the last that it has.

    A key that another laptop made, and that the service has lost, gets new letters by us.
    Where another was first with a new one, ours is made later.

    Raises:
        Offline: the service cannot be asked.
    """
    for _ in range(_TRIES):
        with database.reading() as session:
            epochs = {each.epoch: each for each in exchange_state.epochs(session)}
        waiting = [each for number, each in epochs.items() if number > highest or not each.is_given]
        if all(_given(database, service, group, each, at) for each in waiting):
            return


def _given(database: Database, service: GroupService, group: str, epoch: Epoch, at: At) -> bool:
    """Give one key, and say whether it is there now."""
    ours = epoch if epoch.letters else _lettered(database, group, epoch)
    letters = {k: base64.b64decode(v) for k, v in json.loads(ours.letters).items()}
    try:
        service.put_epoch(ours.epoch, NewEpoch(letters, ours.by, ours.signature))
    except Taken:
        there = service.epochs(epoch.epoch - 1)
        found = [each for each in there if each.epoch == epoch.epoch]
        is_same = bool(found) and found[0].letters_digest == letters_digest(letters)
        if (
            not is_same and epoch.is_given
        ):  # it came by stick: the one that stands there is used too
            take_letters(database, group, ((each, None) for each in found))
        if not is_same and not epoch.is_given:
            fetch(database, service, group, epoch.epoch, at)
            _make_later(database, group, epoch, max((e.epoch for e in there), default=0))
            return False
    with database.writing() as session:
        exchange_state.epoch_given(session, epoch)
    at("key given")
    return True


def _lettered(database: Database, group: str, epoch: Epoch) -> Epoch:
    """Return a key that is known, with letters by us to everybody who takes part."""
    with database.reading() as session:
        part = exchange_state.taking_part(session)
        door = part.door if part is not None else ""
        keys = SignKeys.of(exchange_state.own_devices(session)[door])
        book = Book(exchange_state.trusted(session), asked.devices(session))
        trusted = exchange_state.trusted(session)
    to = {each.door: each.seal_key for each in trusted.values() if each.id not in book.removed}
    return new_epoch(group, epoch.epoch, door, keys, to, epoch.key)


def letters_of_all(database: Database, group: str) -> list[dict[str, object]]:
    """Return every key of the group in letters by us, as JSON, for a stick."""
    with database.reading() as session:
        epochs = [e for e in exchange_state.epochs(session) if e.is_given or e.epoch == 1]
    made = (_lettered(database, group, each) for each in epochs)
    return [
        {
            "epoch": each.epoch,
            "by": each.by,
            "letters": json.loads(each.letters),
            "signature": each.signature,
        }
        for each in made
    ]


def take_letters(
    database: Database,
    group: str,
    some: Iterable[tuple[EpochLetter, Mapping[str, bytes] | None]],
) -> bool:
    """Take the keys that came, and say whether one could not be used.

    By stick each comes with all letters of its epoch; None is that it has its letter already.
    """
    is_wrong = False
    with database.writing() as session:
        part = exchange_state.taking_part(session)
        trusted = exchange_state.trusted(session)
        book = Book(trusted, asked.devices(session))
        for told, letters in some:
            if part is None:
                continue
            whole = told
            if letters is not None:
                digest = letters_digest(letters)
                whole = replace(told, letter=letters.get(part.door), letters_digest=digest)
            found = _read(whole, group, part, trusted, book)
            held = {(e.epoch, e.by): e.key for e in exchange_state.epochs(session)}
            if found is None:
                is_wrong |= not any(number == told.epoch for number, _ in held)
            elif (found.epoch, found.key) not in {(n, key) for (n, _), key in held.items()}:
                exchange_state.add_epoch(session, _beside(found, held))
    return is_wrong


def _beside(epoch: Epoch, held: Mapping[tuple[int, str], bytes]) -> Epoch:
    """Return a key under a name that no other of its number has.

    Two laptops that never meet may each have made a key of one number, and who has both gives
    both on: each opens what was sealed with it.
    """
    by, count = epoch.by, 1
    while (epoch.epoch, by) in held:
        count += 1
        by = f"{epoch.by} {count}"
    return replace(epoch, by=by)


def _make_later(database: Database, group: str, epoch: Epoch, after: int) -> None:
    """Put a later key in the place of one whose number another laptop took.

    ``after`` is the highest number that was taken, also by a key that we do not use.
    """
    with database.writing() as session:
        own = exchange_state.own_devices(session)
        trusted = exchange_state.trusted(session).values()
        doors = json.loads(epoch.letters)
        to = {each.door: each.seal_key for each in trusted if each.door in doors}
        exchange_state.drop_epoch(session, epoch)
        highest = max(after, *(each.epoch for each in exchange_state.epochs(session)))
        keys = SignKeys.of(own[epoch.by])
        exchange_state.add_epoch(session, new_epoch(group, highest + 1, epoch.by, keys, to))


def _read(
    letter: EpochLetter, group: str, part: TakingPart, trusted: Mapping[str, Trusted], book: Book
) -> Epoch | None:
    """Return the key of a letter; None where it is not for us, or by nobody whom we believe."""
    by = trusted.get(letter.by)
    if by is None or by.id in book.removed or letter.letter is None:
        return None
    if not is_made_by(by.sign_key, group, letter.epoch, letter.letters_digest, letter.signature):
        return None
    keys = SealKeys.of(part.seal_secret)
    try:
        key = key_in(letter.letter, keys, part.door, group, letter.epoch, by.sign_key)
    except NotOpened:
        return None
    return Epoch(letter.epoch, by.id, key, is_given=True)
