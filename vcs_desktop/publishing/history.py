"""What was published by whom and when: notes beside the tree's manifest, each signed.

They are for those who publish, no reader asks for them. A note is believed if somebody
signed it who might publish then; what is not right is passed over.
"""

from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

from vcs_desktop.core.files import write_whole
from vcs_desktop.publishing.keys import Opened
from vcs_desktop.publishing.roots import Roots
from vcs_desktop.vault.signing import sign
from vcs_desktop.wire import fields
from vcs_desktop.wire.manifest import Manifest, manifest_of
from vcs_desktop.wire.record import canonical
from vcs_desktop.wire.signed import HISTORY, signed_bytes, signed_of

HISTORY_NAME: Final = "history.json"
MOST_BYTES: Final = 4 << 20
LONGEST_NAME: Final = 120


@dataclass(frozen=True, slots=True)
class Note:
    """What was published once.

    ``manifest`` is what was signed, without its deltas. ``by`` is who signed it, and
    ``checked_by`` whom they named as having looked at it too. ``same_as`` is the version
    whose content it is: its own, or that of an earlier one when something was taken back.
    """

    manifest: Manifest
    by: str
    checked_by: str
    same_as: int
    added: int
    changed: int
    gone: int

    @property
    def version(self) -> int:
        """Which version it was."""
        return self.manifest.version

    @property
    def is_taken_back(self) -> bool:
        """Whether it put an earlier version back in its place."""
        return self.same_as != self.version


def read_history(folder: Path, roots: Roots, manifest: Manifest) -> list[Note]:
    """Return the notes of a tree, the oldest first, up to the version that is published."""
    return [note for note, _ in _notes(folder, roots) if note.version <= manifest.version]


def write_history(folder: Path, roots: Roots, note: Note, signer: Opened) -> None:
    """Add a note; those of versions that never came to be published go.

    Raises:
        OSError: it cannot be written; the old notes stand.
    """
    said = asdict(replace(note, manifest=replace(note.manifest, deltas=())))
    del said["by"]
    line = signed_bytes(sign(signer.seed, HISTORY, canonical(said)))
    kept = [link for old, link in _notes(folder, roots) if old.version < note.version]
    kept.append(line)
    while len(kept) > 1 and sum(map(len, kept)) > MOST_BYTES:
        kept.pop(0)
    write_whole(folder / HISTORY_NAME, b"".join(kept))


def _notes(folder: Path, roots: Roots) -> list[tuple[Note, bytes]]:
    try:
        with (folder / HISTORY_NAME).open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError:
        return []
    found: list[tuple[Note, bytes]] = []
    for line in content.splitlines(keepends=True):
        try:
            signed = signed_of(line)
            publisher = roots.signer(signed, HISTORY)
            if publisher is None:
                continue
            note = _note(fields.thing(signed.body), publisher.name)
        except ValueError:
            continue
        if not found or found[-1][0].version < note.version:
            found.append((note, line))
    return found


def _note(said: dict[str, Any], by: str) -> Note:
    checked_by = said.get("checked_by")
    if not isinstance(checked_by, str) or not isinstance(said.get("manifest"), dict):
        raise ValueError("a note is wrong")
    return Note(
        manifest=manifest_of(canonical(said["manifest"])),
        by=by,
        checked_by=checked_by[:LONGEST_NAME],
        same_as=fields.count(said, "same_as"),
        added=fields.count(said, "added"),
        changed=fields.count(said, "changed"),
        gone=fields.count(said, "gone"),
    )
