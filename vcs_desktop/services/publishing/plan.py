"""What publishing would change, item by item, before anything is written or signed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from vcs_desktop.publishing.attaching import Attached, Pointing, watched
from vcs_desktop.publishing.checking import Refused
from vcs_desktop.publishing.comparing import Change, Counts, Item, changes, item_of
from vcs_desktop.publishing.gathering import Look, SourceReport
from vcs_desktop.publishing.history import Note
from vcs_desktop.publishing.published import Published, lines_of
from vcs_desktop.publishing.roots import Roots
from vcs_desktop.publishing.spool import Place, Spool
from vcs_desktop.publishing.tree import Lines, needs_signing
from vcs_desktop.services.publishing.seen import Seen, seen

_TELL_EVERY = 500


@dataclass
class Plan:
    """What would be published into a tree, and what that would change there.

    ``pointing`` tells which records point to files that would not go along.
    ``before`` is what it holds now, None for nothing. ``refused`` is what cannot be published
    and ``passed_over`` the files that are no data. ``back_to`` is the version that would come
    back, None where something new is published. ``let_go`` throws away what ``lines`` stand on.
    Close it, or use it in ``with``.
    """

    keys: Path
    tree: Path
    roots: Roots
    before: Published | None
    lines: Lines
    sources: list[SourceReport] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)
    attached: tuple[Attached, ...] = ()
    let_go: Callable[[], None] = lambda: None
    back_to: Note | None = None
    counts: Counts = field(default_factory=Counts)
    items: list[Item] = field(default_factory=list)
    pointing: Pointing = field(default_factory=Pointing)
    _places: list[tuple[Place, Place]] = field(default_factory=list)
    _spool: Spool = field(default_factory=Spool)

    def __enter__(self) -> "Plan":
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """Throw away what was put together for it."""
        self._spool.close()
        self.let_go()

    def seen(self, number: int) -> Seen:
        """Return one of ``items`` as a group will see it."""
        before, after = self._places[number]
        item = self.items[number]
        change = Change(
            item.what, (item.kind, item.id), self._spool.line(before), self._spool.line(after)
        )
        return seen(change)

    @property
    def changes_nothing(self) -> bool:
        """Whether readers would get exactly what they have."""
        same_files = self.before is not None and self.before.manifest.attachments == tuple(
            each.said for each in self.attached
        )
        return self.counts.is_nothing and same_files

    def needs_signing(self, *, renew: bool = False) -> bool:
        """Say whether there is something to sign; ``renew`` asks for today's date at least.

        A tree that readers who know the newest root would refuse is signed again as it is.
        """
        if self.before is None or not self.changes_nothing:
            return True
        return renew or needs_signing(self.tree, self.roots, self.before)

    def compare(self, words: str, look: Look | None) -> None:
        """Find what changes; ``words`` say so to ``look``.

        Raises:
            DamagedTree: what lies in the tree is not what was published there.
        """
        olds = () if self.before is None else lines_of(self.tree, self.before.manifest.snapshot)
        news = watched(self.lines(), self._files_along(), self.pointing)
        for count, change in enumerate(changes(olds, news, self.counts)):
            if look is not None and count % _TELL_EVERY == 0:
                look(words, count)
            self.items.append(item_of(change))
            self._places.append((self._spool.put(change.before), self._spool.put(change.after)))

    def _files_along(self) -> set[str]:
        """Return the digests of the files that would go along."""
        if self.back_to is not None:
            return {each.sha256 for each in self.back_to.manifest.attachments}
        return {each.said.sha256 for each in self.attached}
