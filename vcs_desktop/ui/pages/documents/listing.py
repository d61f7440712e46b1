"""Which of the papers are listed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from vcs_desktop.domain.words_typed import folded
from vcs_desktop.services.papers import PaperLine
from vcs_desktop.ui.pages.documents.words import kind_in_words, row_of
from vcs_desktop.ui.widgets.title_list import TitleRow


@dataclass(frozen=True, slots=True)
class PapersFilter:
    """What the person wants to see. Without ``kind`` it is every kind."""

    words: str = ""
    kind: str = ""
    look_only: bool = False


class EveryPaper:
    """All papers of the group as they were read, ready to be asked for some of them.

    It is made off the window's thread, and then no longer changes.
    """

    def __init__(self, lines: Iterable[PaperLine] = ()) -> None:
        self._all = [(line, row_of(line), _words(line)) for line in lines]
        self.look_count = sum(line.needs_a_look for line, _, _ in self._all)

    def __len__(self) -> int:
        """Return how many papers there are."""
        return len(self._all)

    def kinds(self) -> set[str]:
        """Return the kinds of which there are papers."""
        return {line.kind.value for line, _, _ in self._all}

    def some(self, wanted: PapersFilter, found_inside: Mapping[str, str]) -> list[TitleRow]:
        """Return the rows of those that are wanted.

        ``found_inside`` are those that have the words that are looked for anywhere, with the
        passage where: that is told of those whose name does not say it.
        """
        pieces = folded(wanted.words).split()
        rows = []
        for line, row, words in self._all:
            if wanted.kind and line.kind != wanted.kind:
                continue
            if wanted.look_only and not line.needs_a_look:
                continue
            if all(piece in words for piece in pieces):
                rows.append(row)
            elif line.id in found_inside:
                rows.append(replace(row, line=found_inside[line.id] or row.line))
        return rows


def _words(line: PaperLine) -> str:
    return folded(f"{line.name} {kind_in_words(line.kind)}")
