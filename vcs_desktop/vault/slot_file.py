"""``slots.json``: the ways into a group as a file, read as if a stranger had written it.

A second copy lies beside it: who loses this file loses all of the group's records.
"""

import json
import logging
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from vcs_desktop.core.errors import FolderNotWritable, not_written
from vcs_desktop.core.files import flush_folder, write_whole
from vcs_desktop.core.group_errors import DamagedSlots, MovedSlots, NewerGroup
from vcs_desktop.core.text import without_hidden
from vcs_desktop.vault import sealing
from vcs_desktop.vault.sealing import Effort
from vcs_desktop.vault.slots import CHECK_BYTES, MARK_BYTES, VERSION, Slot, SlotKind, Slots

NAME: Final = "slots.json"
COPY: Final = "slots-copy.json"
MOST_BYTES: Final = 64 << 10
MOST_PEOPLE: Final = 15
MOST_SLOTS: Final = MOST_PEOPLE + 2
"""The printed code and the computer have one each."""
LONGEST_NAME: Final = 120
LONGEST_LABEL: Final = 80
_MOST_NAME_BYTES: Final = 1_000
_LETTER_BYTES: Final = 2 * sealing.KEY_BYTES + sealing.NONCE_BYTES + sealing.TAG_BYTES
_SEALED_BYTES: Final = _LETTER_BYTES  # two keys as well, with a nonce and a tag
_HEAD: Final = {"version", "group", "key", "shown_as", "name", "check", "slots"}
_SLOT: Final = {
    "id", "group", "kind", "label", "kdf", "salt", "address", "sealed", "letter", "mark", "check",
}  # fmt: skip
_KDF: Final = {"name", "passes", "memory_bytes"}
_ID: Final = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.ASCII)
KEY_ID_LETTERS: Final = 2 * CHECK_BYTES
_KEY_ID: Final = re.compile(rf"[0-9a-f]{{{KEY_ID_LETTERS}}}", re.ASCII)
_KDF_NAME: Final = "argon2id"

_log = logging.getLogger(__name__)


def is_id(text: str) -> bool:
    """Say whether a text is the id of a group or a slot, and so safe as a folder's name."""
    return _ID.fullmatch(text) is not None


def is_key_id(text: str) -> bool:
    """Say whether a text is the id of a data key, and so safe in a file's name."""
    return _KEY_ID.fullmatch(text) is not None


def is_name(text: str, longest: int) -> bool:
    """Say whether a text can stand on one line as it is: nothing hidden in it, and not too long."""
    return len(text) <= longest and text == " ".join(without_hidden(text).split())


def read_slots(folder: Path) -> Slots:
    """Return the ways into the group of a folder, from the copy where the file is damaged.

    Raises:
        DamagedSlots: neither can be read.
        MovedSlots: they belong to another group than the folder is named after.
        NewerGroup: a newer app wrote them.
    """
    try:
        found = _slots_in(folder / NAME)
    except DamagedSlots as error:
        _log.info("the slots of %s are read from the copy: %s", folder.name, error.detail)
        found = _slots_in(folder / COPY)
    else:
        if not found.is_whole() and (copy := _whole_copy(folder, found)) is not None:
            found = copy
    if found.group != folder.name:
        raise MovedSlots(found.group)
    return found


def write_slots(folder: Path, slots: Slots) -> None:
    """Write the ways in: this is the one moment in which a new data key begins to count.

    Raises:
        FolderNotWritable: they may not be on the disk; or DiskFull. Which of the two
            stands there, the old or the new, ``read_slots`` says.
    """
    try:
        write_whole(folder / NAME, as_bytes(slots))
        flush_folder(folder)
    except OSError as error:
        raise not_written(error, FolderNotWritable(f"slots: {error.strerror}")) from error
    mend_copy(folder, slots)


def mend_copy(folder: Path, slots: Slots) -> None:
    """Write again, as far as that can be done, what differs from ways in that opened."""
    if not slots.is_whole():
        return
    content = as_bytes(slots)
    for name in (NAME, COPY):
        path = folder / name
        try:
            if not path.is_file() or path.read_bytes() != content:
                write_whole(path, content)
        except OSError as error:
            _log.info("%s could not be written again: %s", name, type(error).__name__)


def as_bytes(slots: Slots) -> bytes:
    """Return the ways in as the file holds them."""
    content = {
        "version": VERSION,
        "group": slots.group,
        "key": slots.key_id,
        "shown_as": slots.shown_as,
        "name": slots.name.hex(),
        "check": slots.check.hex(),
        "slots": [_as_json(slot) for slot in slots.slots],
    }
    return (json.dumps(content, ensure_ascii=True, indent=1) + "\n").encode()


def from_bytes(content: bytes) -> Slots:
    """Return the ways in out of a file, of which nothing is believed before it is looked at.

    Raises:
        DamagedSlots: it is not such a file, or its head is not as it was written.
        NewerGroup: a newer app wrote it.
    """
    if len(content) > MOST_BYTES:
        raise DamagedSlots("too large")
    try:
        read = json.loads(content.decode(), object_pairs_hook=_once, parse_constant=_refused)
        version = _whole_number(read["version"])
        if version > VERSION:
            raise NewerGroup(str(version))
        found = _slots(read)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        # Never the words of the error: they may quote what stands in the file.
        raise DamagedSlots(type(error).__name__) from None
    found.check_head()
    return found


def _slots_in(path: Path) -> Slots:
    if path.exists() and not path.is_file():  # of a pipe we would wait for ever
        raise DamagedSlots("no file")
    try:
        with path.open("rb") as file:
            return from_bytes(file.read(MOST_BYTES + 1))
    except OSError as error:
        raise DamagedSlots(type(error).__name__) from error


def _whole_copy(folder: Path, found: Slots) -> Slots | None:
    """Return the copy when every bit of it is good, and it leads to the same data key."""
    try:
        copy = _slots_in(folder / COPY)
    except (DamagedSlots, NewerGroup):
        return None
    same = (copy.group, copy.key_id) == (found.group, found.key_id)
    return copy if same and copy.is_whole() else None


def _slots(read: Any) -> Slots:
    _exactly(read, _HEAD)
    if not isinstance(read["slots"], list) or len(read["slots"]) > MOST_SLOTS:
        raise ValueError("slots")
    slots = tuple(map(_slot, read["slots"]))
    if len({slot.id for slot in slots}) != len(slots):
        raise ValueError("an id twice")
    if _whole_number(read["version"]) != VERSION:
        raise ValueError("version")
    name = _hex(read["name"])
    if not sealing.NONCE_BYTES + sealing.TAG_BYTES < len(name) <= _MOST_NAME_BYTES:
        raise ValueError("name")
    return Slots(
        group=_matching(read["group"], _ID),
        key_id=_matching(read["key"], _KEY_ID),
        shown_as=_text(read["shown_as"], LONGEST_NAME),
        name=name,
        check=_hex(read["check"], CHECK_BYTES),
        slots=slots,
    )


def _slot(read: Any) -> Slot:
    _exactly(read, _SLOT)
    kdf, kind = read["kdf"], SlotKind(read["kind"])
    _exactly(kdf, _KDF)
    if kdf["name"] != _KDF_NAME:
        raise ValueError("kdf")
    if kind is SlotKind.COMPUTER:
        _matching(read["label"], _ID)
    return Slot(
        id=_matching(read["id"], _ID),
        group=_matching(read["group"], _ID),
        kind=kind,
        label=_text(read["label"], LONGEST_LABEL),
        effort=Effort(_whole_number(kdf["passes"]), _whole_number(kdf["memory_bytes"])),
        salt=_hex(read["salt"], sealing.SALT_BYTES),
        address=_hex(read["address"], sealing.KEY_BYTES),
        sealed=_hex(read["sealed"], _SEALED_BYTES),
        letter=_hex(read["letter"], _LETTER_BYTES),
        mark=_hex(read["mark"], MARK_BYTES),
        check=_hex(read["check"], CHECK_BYTES),
    )


def _as_json(slot: Slot) -> dict[str, Any]:
    return {
        "id": slot.id,
        "group": slot.group,
        "kind": slot.kind,
        "label": slot.label,
        "kdf": {
            "name": _KDF_NAME,
            "passes": slot.effort.passes,
            "memory_bytes": slot.effort.memory_bytes,
        },
        "salt": slot.salt.hex(),
        "address": slot.address.hex(),
        "sealed": slot.sealed.hex(),
        "letter": slot.letter.hex(),
        "mark": slot.mark.hex(),
        "check": slot.check.hex(),
    }


def _exactly(read: Any, names: set[str]) -> None:
    if not isinstance(read, Mapping) or set(read) != names:
        raise ValueError("other fields")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) != len(pairs):
        raise ValueError("a field twice")
    return dict(pairs)


def _refused(constant: str) -> Any:
    raise ValueError(constant)


def _whole_number(read: Any) -> int:
    if type(read) is not int:
        raise ValueError("no whole number")
    return read


def _text(read: Any, longest: int) -> str:
    if not isinstance(read, str) or not is_name(read, longest):
        raise ValueError("text")
    return read


def _matching(read: Any, pattern: re.Pattern[str]) -> str:
    if not isinstance(read, str) or pattern.fullmatch(read) is None:
        raise ValueError("id")
    return read


def _hex(read: Any, size: int | None = None) -> bytes:
    if not isinstance(read, str) or (size is not None and len(read) != 2 * size):
        raise ValueError("size")
    content = bytes.fromhex(read)
    if content.hex() != read:
        raise ValueError("not as we write it")
    return content
