"""Publishers with keys that cost nothing, and what they publish."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.support.library_examples import call, contract, grant
from tests.support.vault_examples import ASHA, BEN, QUICK
from vcs_desktop.publishing.comparing import keyed
from vcs_desktop.publishing.history import read_history
from vcs_desktop.publishing.keys import Holder, new_keys, opened, read_roots, root_key, usable_key
from vcs_desktop.publishing.moments import moment
from vcs_desktop.publishing.published import published, roots_with
from vcs_desktop.publishing.tree import Publishing
from vcs_desktop.sync.library_reader import snapshot_records
from vcs_desktop.sync.trust import believed_manifest, first_root
from vcs_desktop.vault.key_file import KeyKind
from vcs_desktop.wire.record import line_of

LINE, NAME = "oxfordshire", "Oxfordshire practice council"
ROOT_HOLDER = "Chair"
BEGAN = datetime(2026, 11, 23, 9, tzinfo=UTC)
ROOT_WORDS, WORDS = ASHA, BEN
FIRST = (call("roof"), call("hall"), grant("seeds"), contract("bus"))
SECOND = (call("roof", grantMaximumAward=9_000), grant("seeds"), contract("bus"), call("choir"))


@dataclass
class Publisher:
    """Somebody with a folder of keys and a tree, whose clock goes on a minute each time."""

    folder: Path
    now: datetime = BEGAN
    words: str = WORDS
    root_words: str = ROOT_WORDS
    checked_by: str = ""
    keys: Path = field(init=False)
    tree: Path = field(init=False)

    def __post_init__(self):
        self.keys, self.tree = self.folder / "keys", self.folder / "tree"

    def begin(self, line=LINE):
        new_keys(
            self.keys, line, NAME, Holder(ROOT_HOLDER, self.root_words), Holder("Ann", self.words),
            moment(self.now), QUICK,
        )  # fmt: skip
        return self

    def root(self):
        return opened(root_key(self.keys, read_roots(self.keys)), self.root_words)

    def publishing(self):
        self.now += timedelta(minutes=1)
        roots = roots_with(self.tree, read_roots(self.keys))
        signer = opened(usable_key(self.keys, KeyKind.PUBLISHER, roots), self.words)
        return Publishing(self.tree, roots, signer, self.now, self.checked_by)

    def publish(self, *records, **more):
        return self.publishing().publish(lambda: lines_of_records(records), **more)

    def take_back(self, to=0):
        return self.publishing().take_back(to)


def lines_of_records(records):
    return keyed(line_of(each) for each in sorted(records, key=lambda r: (r.kind, r.id)))


def as_read(tree):
    """Return the manifest and the records of a tree, as a reader gets them that trusts it."""
    root = first_root((tree / "root.json").read_bytes()).root
    manifest = believed_manifest((tree / "library.json").read_bytes(), root)
    return manifest, [one for one, _, _ in snapshot_records(tree, manifest)]


def notes_of(publisher):
    """Return the history of a publisher's tree."""
    roots = read_roots(publisher.tree)
    return read_history(publisher.tree, roots, published(publisher.tree, roots).manifest)


def ids_of(records):
    """Return the ids of records."""
    return {each.id for each in records}


def files_of(folder):
    """Return every file of a folder with what is in it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
