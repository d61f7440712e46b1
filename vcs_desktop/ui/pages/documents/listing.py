"""Which of the papers are listed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from vcs_desktop.domain.words_typed import folded
from vcs_desktop.services.papers import PaperLine
from vcs_desktop.ui.pages.documents.words import kind_in_words, row_of
from vcs_desktop.ui.widgets.title_list import RowsWhenSeen, TitleRow


@dataclass(frozen=True, slots=True)
class PapersFilter:
    """What the person wants to see. Without ``kind`` it is every kind."""

    words: str = ""
    kind: str = ""
    look_only: bool = False


class EveryPaper:
    """All papers of the group as they were read, ready to be asked for some of them.

    What is said of one is worked out when its row comes into sight, and in which words it is
    found when somebody looks for words: most of thousands are never asked.
    """

    def __init__(self, lines: Iterable[PaperLine] = ()) -> None:
        self.lines = tuple(lines)
        self.look_count = sum(line.needs_a_look for line in self.lines)
        self._words: tuple[str, ...] = ()

    def __len__(self) -> int:
        """Return how many papers there are."""
        return len(self.lines)

    def some(self, wanted: PapersFilter, found_inside: Mapping[str, str]) -> "Listed":
        """Return those that are wanted.

        ``found_inside`` are those that have the words that are looked for anywhere, with the
        passage where: that is told of those whose name does not say it.
        """
        lines: Iterable[PaperLine] = self.lines
        if wanted.kind:
            lines = [line for line in lines if line.kind == wanted.kind]
        if wanted.look_only:
            lines = [line for line in lines if line.needs_a_look]
        pieces = folded(wanted.words).split()
        if not pieces:
            return Listed(tuple(lines))
        named = self._named(pieces)
        why = {line.id: found_inside[line.id] for line in lines if line.id in found_inside}
        why = {id_: passage for id_, passage in why.items() if id_ not in named}
        return Listed(tuple(line for line in lines if line.id in named or line.id in why), why)

    def _named(self, pieces: list[str]) -> set[str]:
        """Return the ids of those whose name or kind has all of some words."""
        if not self._words:
            self._words = tuple(map(_words, self.lines))
        return {
            line.id
            for line, words in zip(self.lines, self._words, strict=True)
            if all(piece in words for piece in pieces)
        }


@dataclass(frozen=True, slots=True, eq=False)
class Listed:
    """The papers in the list, and of those that have the words inside, the passage where.

    Two are the same when the rows are: a note that was typed makes no other list.
    """

    lines: tuple[PaperLine, ...] = ()
    why: Mapping[str, str] = field(default_factory=dict)

    def __eq__(self, other: object) -> bool:
        """Say whether the same stands in the rows of another."""
        if not isinstance(other, Listed) or len(self.lines) != len(other.lines):
            return False
        pairs = zip(self.lines, other.lines, strict=True)
        return self.why == other.why and all(
            one == its or row_of(one) == row_of(its) for one, its in pairs
        )

    __hash__ = None  # type: ignore[assignment]

    def rows(self) -> RowsWhenSeen:
        """Return their rows."""
        return RowsWhenSeen([line.id for line in self.lines], self._row)

    def _row(self, place: int) -> TitleRow:
        line = self.lines[place]
        row = row_of(line)
        return replace(row, line=self.why[line.id]) if self.why.get(line.id) else row


def _words(line: PaperLine) -> str:
    return folded(f"{line.name} {kind_in_words(line.kind)}")
