"""What publishing would change, before anything is written or signed."""

from dataclasses import dataclass
from pathlib import Path

from vcs_desktop.publishing.comparing import Counts, Item, changes, item_of
from vcs_desktop.publishing.published import Published, lines_of, published
from vcs_desktop.publishing.roots import Roots
from vcs_desktop.publishing.tree import Lines


@dataclass(frozen=True, slots=True)
class Preview:
    """What would change in a tree; ``before`` is what it holds now, None for nothing."""

    before: Published | None
    counts: Counts
    items: list[Item]


def preview(tree: Path, roots: Roots, lines: Lines) -> Preview:
    """Return what would change if some records were published, item by item.

    Raises:
        DamagedTree: what lies in the tree is not what was published there.
        OtherLine: it is another line of libraries.
    """
    before = published(tree, roots)
    olds = () if before is None else lines_of(tree, before.manifest.snapshot)
    counts = Counts()
    items = [item_of(change) for change in changes(olds, lines(), counts)]
    return Preview(before, counts, items)
