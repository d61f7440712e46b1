"""Publishing, as the window and ``vcs-service`` both do it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from vcs_desktop.core.clock import Clock
from vcs_desktop.core.errors import Busy
from vcs_desktop.core.language import tr
from vcs_desktop.core.publish_errors import HasRefusals
from vcs_desktop.documents.key_paper import ChangedKeys, change_paper, key_paper
from vcs_desktop.documents.publisher_template import write_publisher_template
from vcs_desktop.documents.text_sheet import write_text_sheet
from vcs_desktop.publishing.attaching import attach
from vcs_desktop.publishing.gathering import Look, gather
from vcs_desktop.publishing.history import Note, read_history
from vcs_desktop.publishing.keys import Opened, must_be_line, read_roots
from vcs_desktop.publishing.moments import moment
from vcs_desktop.publishing.pack import Pack, write_pack
from vcs_desktop.publishing.published import Published, published, roots_with
from vcs_desktop.publishing.roots import Roots
from vcs_desktop.publishing.tree import (
    Publishing,
    lines_of_version,
    version_to_take_back,
)
from vcs_desktop.services.kept_file import KeptFile
from vcs_desktop.services.publishing.changing import (
    ChangeWanted,
    KeysChanged,
    KeysHeld,
    KeysPreview,
    Words,
    change_keys,
    keys_held,
    preview,
    try_root,
)
from vcs_desktop.services.publishing.desk import Desk, open_desk, second_name
from vcs_desktop.services.publishing.folder_hold import publishing_alone
from vcs_desktop.services.publishing.making import KeysMade, KeysWanted, make_keys
from vcs_desktop.services.publishing.plan import Plan
from vcs_desktop.services.publishing.remembered import (
    NOTHING,
    LastTime,
    Remembered,
    as_json,
    from_json,
)
from vcs_desktop.services.publishing.sorts import what_is
from vcs_desktop.wire.manifest import Manifest


class PublishingService:
    """Makes keys, says what publishing would change, publishes, and takes back.

    A *tree* is the folder that readers get. ``keys`` is a folder with key files and
    ``root.json``. ``look`` is told how far something is; what it raises stops it, and nothing
    half-written counts.
    """

    def __init__(self, clock: Clock, remembered: Path | None = None) -> None:
        """``remembered`` is the file of what was put in the last time, None to remember nothing."""
        self._clock = clock
        self._kept: KeptFile[Remembered] | None = None
        if remembered is not None:
            self._kept = KeptFile(remembered, clock, NOTHING, as_json=as_json, from_json=from_json)

    def open_key(self, path: Path, words: str) -> Desk:
        """Open a publisher's key file; takes a second or so.

        Raises:
            AppError: of ``open_desk``.
        """
        return open_desk(path, words)

    def must_be_short_name(self, line: str) -> None:
        """Do nothing if a line of libraries can have this short name.

        Raises:
            CannotUseInput: it cannot.
        """
        must_be_line(line)

    def make_keys(self, folder: Path, wanted: KeysWanted) -> KeysMade:
        """Make a root key and the first publisher's key.

        Raises:
            AppError: of ``making.make_keys``.
        """
        return make_keys(folder, wanted, moment(self._clock.now()))

    def write_key_paper(self, out: Path, made: KeysMade) -> None:
        """Write the page to print about keys that were made. No secret stands on it.

        Raises:
            FolderNotWritable: it cannot be written; or DiskFull.
        """
        today = self._clock.today()
        paper = key_paper(made.name, made.holder, made.root_file.name, made.digits, today)
        write_text_sheet(out, paper)

    def keys_held(self, desk: Desk, tree: Path) -> KeysHeld:
        """Return who may publish now.

        Raises:
            AppError: of ``changing.keys_held``.
        """
        return keys_held(desk, tree)

    def preview_keys(self, desk: Desk, tree: Path, wanted: ChangeWanted) -> KeysPreview:
        """Return what changing who may publish would come to. Nothing is written.

        Raises:
            AppError: of ``changing.preview``.
        """
        return preview(desk, tree, wanted)

    def try_root(
        self, desk: Desk, tree: Path, wanted: ChangeWanted, root_file: Path, words: str
    ) -> None:
        """Do nothing if the root key can make a change; takes a second or so.

        Raises:
            AppError: of ``changing.try_root``.
        """
        try_root(desk, tree, wanted, root_file, words)

    def change_keys(
        self, desk: Desk, tree: Path, wanted: ChangeWanted, words: Words
    ) -> KeysChanged:
        """Change who may publish, with the words of both holders.

        Raises:
            AppError: of ``changing.change_keys``. Nothing was changed then.
        """
        return change_keys(desk, tree, wanted, words, moment(self._clock.now()))

    def write_change_paper(self, out: Path, changed: KeysChanged) -> None:
        """Write the page to print about keys that were changed. No secret stands on it.

        Raises:
            FolderNotWritable: it cannot be written; or DiskFull.
        """
        said = ChangedKeys(
            changed.wanted.change,
            changed.now.name,
            changed.wanted.holder,
            changed.file.name if changed.file else "",
            tuple(each.name for each in changed.now.holdings),
            tuple(each.name for each in changed.gone),
            changed.now.digits,
        )
        write_text_sheet(out, change_paper(said, self._clock.today()))

    def write_template(self, out: Path) -> None:
        """Write the empty workbook in which a council's people put what they publish.

        Raises:
            CannotUseInput: there is a file already, or its name does not end in .xlsx.
            FolderNotWritable: it cannot be written; or DiskFull.
        """
        write_publisher_template(out)

    def what_is(self, path: Path, *, along: bool = False) -> str:
        """Return in words what a file or a folder that is put in seems to be.

        Of a file that only goes ``along`` it is the line by which a record points to it.

        Raises:
            AppError: it cannot be read, or is nothing that can be published.
        """
        return attach([path])[0].said.path if along else what_is(path)

    def plan(
        self,
        keys: Path,
        tree: Path,
        sources: Sequence[Path],
        *,
        attached: Sequence[Path] = (),
        look: Look | None = None,
    ) -> Plan:
        """Return what publishing some files and folders would change. Nothing is written.

        Raises:
            CannotUseInput: a file is not there. What is wrong in one is in ``Plan.refused``.
            DamagedTree: what lies in the tree is not what was published there.
            OtherLine: the keys and the tree do not belong together.
        """
        roots = roots_with(tree, read_roots(keys))
        files = attach(attached)
        gathered = gather(sources, look)
        try:
            before = published(tree, roots)
            return _compared(
                Plan(
                    keys, tree, roots, before, gathered.lines, gathered.sources, gathered.refused,
                    gathered.passed_over, files, gathered.close,
                ),
                look,
            )  # fmt: skip
        except BaseException:
            gathered.close()
            raise

    def plan_take_back(self, keys: Path, tree: Path, to: int = 0, look: Look | None = None) -> Plan:
        """Return what putting an earlier version back would change; 0 is the one before.

        Raises:
            NothingToTakeBack: there is none, or it is not kept any more.
            DamagedTree: what lies in the tree is not what was published there.
            OtherLine: the keys and the tree do not belong together.
        """
        roots = roots_with(tree, read_roots(keys))
        before = published(tree, roots)
        note = version_to_take_back(_notes(tree, roots, before), to)
        lines = lines_of_version(tree, note)
        return _compared(Plan(keys, tree, roots, before, lines, back_to=note), look)

    def publish(
        self,
        plan: Plan,
        signer: Opened,
        checked_by: str = "",
        *,
        without_refused: bool = False,
        look: Look | None = None,
    ) -> Manifest:
        """Publish what was planned, and return what was signed.

        ``checked_by`` is the second person who looked at it. Where nothing changes, what is
        published is signed once more, with today's date.

        Raises:
            HasRefusals: something is refused, and ``without_refused`` is not asked for.
            CannotUseInput: whoever publishes is named as the one who checked it.
            Busy: somebody else is publishing into the tree, or did since the plan was made.
            NoUsableKey, DamagedTree, NothingUsable, TooMuch, FolderNotWritable, DiskFull: as
                ``Publishing.publish`` says. The version before stands.
        """
        checked_by = second_name(checked_by, signer.name)
        if plan.refused and not without_refused:
            raise HasRefusals
        publishing = Publishing(plan.tree, plan.roots, signer, self._clock.now(), checked_by, look)
        if plan.back_to is not None:
            with _alone_as_planned(plan):
                return publishing.take_back(plan.back_to.version).manifest
        if plan.changes_nothing:
            with _alone_as_planned(plan):
                return publishing.renew()
        with _alone_as_planned(plan):
            return publishing.publish(plan.lines, plan.attached).manifest

    def history(self, tree: Path) -> list[Note]:
        """Return what was published in a tree by whom and when, the newest first.

        Raises:
            DamagedRoots: it is no tree.
            DamagedTree: what is there was signed by nobody who might ever publish.
        """
        roots = read_roots(tree)
        return _notes(tree, roots, published(tree, roots))[::-1]

    def can_be_taken_back_to(self, tree: Path, note: Note) -> bool:
        """Say whether the records of a version are still kept."""
        return (tree / note.manifest.snapshot.path).is_file()

    def pack(self, tree: Path, out: Path, look: Look = lambda _words, _done: None) -> Pack:
        """Write a tree as one file: for a stick, or to be unpacked on a web host.

        Raises:
            DamagedTree: a file is not as it was signed.
            NothingUsable: nothing is published in the tree.
            FolderNotWritable: it cannot be written; or DiskFull.
        """
        return write_pack(tree, out, look)

    def last_time(self, desk: Desk) -> LastTime:
        """Return what was put in the last time."""
        return self._kept.read().get(desk.line, LastTime()) if self._kept else LastTime()

    def remember(
        self, desk: Desk, tree: Path, sources: Sequence[Path], along: Sequence[Path] = ()
    ) -> None:
        """Keep where the library lies, what it is made of, and which files go along.

        Raises:
            FolderNotWritable: it cannot be kept; or DiskFull.
        """
        if self._kept is not None:
            now = LastTime(tree, tuple(sources), tuple(along))
            self._kept.change(lambda before: MappingProxyType({**before, desk.line: now}))


def _compared(plan: Plan, look: Look | None) -> Plan:
    try:
        plan.compare(tr("Comparing with what is published"), look)
    except BaseException:
        plan.close()
        raise
    return plan


@contextmanager
def _alone_as_planned(plan: Plan) -> Iterator[None]:
    """Keep everybody else out of a tree, if it still is as it was when this was planned."""
    with publishing_alone(plan.tree):
        now = published(plan.tree, plan.roots)
        if (now and now.content) != (plan.before and plan.before.content):
            raise Busy(
                "the tree changed",
                message=tr("Somebody else has published into this folder meanwhile."),
                advice=tr("Nothing was changed. Look again at what will change."),
            )
        yield


def _notes(tree: Path, roots: Roots, before: Published | None) -> list[Note]:
    return [] if before is None else read_history(tree, roots, before.manifest)
