"""The sheet of facts: figures that the person put together, as a file to print."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from vcs_desktop.core.clock import Clock
from vcs_desktop.core.errors import CannotUseInput, NotFound
from vcs_desktop.core.language import tr
from vcs_desktop.documents.fact_sheet import FactSheet, SheetFact, write_fact_sheet
from vcs_desktop.domain.figures import Along
from vcs_desktop.services.facts import FactsService, FactView

MOST = 40
"""More figures than this help nobody who reads an application."""


class FactSheetService:
    """Makes the sheet of facts from the library."""

    def __init__(self, facts: FactsService, clock: Clock, pages: Path) -> None:
        """What is only printed goes into ``pages``, which need not be there yet."""
        self._facts = facts
        self._clock = clock
        self._pages = pages

    def make(self, ids: Sequence[str], out: Path | None) -> Path:
        """Write the sheet to ``out`` (a .pdf), and beside it the same as a web page.

        ``out`` None is a place to print it from. Returns where it is. The figures stand in
        the order of ``ids``; what the library has not is left out.

        Raises:
            CannotUseInput: there is nothing to put on it, or ``out`` is no PDF.
            FolderNotWritable: the files cannot be written there.
        """
        found = tuple(_on_sheet(view) for view in self._views(ids))
        if not found:
            raise CannotUseInput(
                message=tr("There is nothing to put on your fact sheet."),
                advice=tr("Choose a fact that is in the list."),
            )
        path = out or self._pages / "fact-sheet.pdf"
        write_fact_sheet(path, FactSheet(self._clock.today(), found))
        return path

    def _views(self, ids: Sequence[str]) -> Iterator[FactView]:
        for fact_id in tuple(dict.fromkeys(ids))[:MOST]:
            try:
                yield self._facts.fact(fact_id)
            except NotFound:
                continue  # a newer library has it no more


def _on_sheet(view: FactView) -> SheetFact:
    fact = view.line.fact
    places = (each.facts for each in view.comparisons if each.along is Along.PLACES)
    return SheetFact(
        fact=fact,
        newest=view.newest.fact if view.newest else None,
        editions=tuple(line.fact for line in view.editions if line.fact.id != fact.id),
        not_comparable=view.not_comparable,
        places=tuple(other for other in next(places, ()) if other.id != fact.id),
    )
