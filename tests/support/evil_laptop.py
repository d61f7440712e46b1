"""A laptop of the group whose owner means harm: it seals what it likes, with the keys it has."""

from dataclasses import replace
from uuid import uuid4

from vcs_desktop.core.clock import SystemClock
from vcs_desktop.core.ids import Ids
from vcs_desktop.domain.kinds import DEVICE, PERSON
from vcs_desktop.storage import exchange_log, exchange_state
from vcs_desktop.storage.exchange_log import Arrived
from vcs_desktop.storage.operation_log import Logged, logged_of
from vcs_desktop.sync.group_exchange.exchange import keys_of
from vcs_desktop.sync.group_exchange.frames import _BLANK
from vcs_desktop.sync.group_exchange.taking_in import take_in
from vcs_desktop.vault.device_keys import SignKeys
from vcs_desktop.vault.operation_sealing import Place, sealed, signature_of
from vcs_desktop.wire.operation import Change, Deed, Operation, operation_bytes
from vcs_desktop.wire.record import canonical
from vcs_desktop.wire.sealed_frame import Inside, Sort

IDS = Ids(SystemClock())
"""Ids as a laptop has one: where it is none, nobody takes it for a laptop."""


class EvilLaptop:
    """Makes frames with the keys of a laptop as it is when this is made."""

    def __init__(self, inside):
        database = inside.records.database
        with database.reading() as session:
            self.me = exchange_log.this_device_id(session)
            self.keys = SignKeys.of(exchange_state.own_devices(session)[self.me])
            first = exchange_state.epochs(session)[0]
            self.tail = exchange_log.tail(session, self.me)[1]
        self.group, self.epoch, self.key = inside.group.id, first.epoch, first.key
        self.clock = inside.records.clock

    def operation(self, **said):
        """Return an operation of its own, at the end of its line."""
        made = Operation(
            id=str(uuid4()),
            device=self.me,
            kind=PERSON,
            record=str(uuid4()),
            deed=Deed.CHANGE,
            act=str(uuid4()),
            verb="add",
            who="",
            at=self.clock.now(),
            previous=self.tail,
            changes={"name": Change(None, "Smuggled")},
        )
        made = replace(made, **said)
        self.tail = logged_of(operation_bytes(made)).digest
        return made

    def laptop(self, id_, **said):
        """Return an operation that lets a laptop in."""
        keys = {"name": "x", "sign_key": self.keys.key, "seal_key": self.keys.key, "door": id_}
        changes = {name: Change(None, value) for name, value in {**keys, **said}.items()}
        return self.operation(kind=DEVICE, record=id_, changes=changes)

    def frame(self, content, uuid, sort=Sort.OPERATION, keys=None, signer=""):
        """Return bytes as they arrive from the service or a stick."""
        place, signer = Place(sort, self.group, uuid, self.epoch), signer or self.me
        signature = signature_of(place, signer, keys or self.keys, content)
        return Arrived(uuid, 0, sealed(place, self.key, Inside(signer, signature, content)))

    def framed(self, operation, **how):
        """Return an operation as it arrives."""
        return self.frame(operation_bytes(operation), operation.id, **how)

    def blank(self, device, record, digest, previous, **said):
        """Return the blank of an operation that nobody ever made."""
        told = {
            "id": str(uuid4()), "device": device, "kind": PERSON, "record_id": record,
            "deed": "change", "act_id": str(uuid4()), "at": self.clock.now().isoformat(),
            "who": "", "previous": previous, "digest": digest, **said,
        }  # fmt: skip
        logged = Logged(**told, body=None)
        content = canonical({name: getattr(logged, name) for name in _BLANK})
        return self.frame(content, logged.id, Sort.BLANK)


def bring(inside, *arrived):
    """Let frames arrive at a laptop, as from a stick, and be taken in as far as they may."""
    database = inside.records.database
    with database.writing() as session:
        exchange_log.arrive(session, arrived)
    return take_in(database, keys_of(database, inside.group.id), inside.records.clock.now())


def tail_of(inside, device):
    """Return the digest of the newest operation of a laptop that another one holds."""
    with inside.records.database.reading() as session:
        return exchange_log.tail(session, device)[1]
