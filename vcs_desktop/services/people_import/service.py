"""The people of a table, taken into the group after somebody has looked at them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Event

from vcs_desktop.domain.acts import Verb
from vcs_desktop.domain.column_words import PersonField
from vcs_desktop.domain.people_table import FIELD_WORDS, NAMES, PeopleTable, field_words
from vcs_desktop.feeds.people_rows import people_of
from vcs_desktop.feeds.people_table import read_people, read_people_text
from vcs_desktop.services.people_import.preview import Known, Values
from vcs_desktop.services.people_import.taking import Taking
from vcs_desktop.services.people_import.told import (
    Decision,
    ImportDone,
    ImportPreview,
    NoNameColumn,
    PreviewRow,
    Tell,
    look,
)
from vcs_desktop.services.records import RecordsService
from vcs_desktop.storage.queries import group_records


class PeopleImport:
    """Reads tables of people, shows what would come of them, and takes them in."""

    def __init__(self, records: RecordsService) -> None:
        self._records = records

    def read(
        self,
        path: Path,
        *,
        sheet: str = "",
        has_headings: bool | None = None,
        stop: Event | None = None,
    ) -> PeopleTable:
        """Return the table in a spreadsheet or a CSV file.

        ``sheet`` names one of a workbook; empty is the one that looks most like people.
        ``has_headings`` says whether there are headings; None is to find that out.

        Raises:
            CannotUseInput: it is no table, damaged, locked, too large or empty.
            Stopped: somebody asked for that.
        """
        return read_people(path, sheet=sheet, has_headings=has_headings, stop=stop)

    def read_text(self, text: str, *, has_headings: bool | None = None) -> PeopleTable:
        """Return the table in a text that was pasted.

        Raises:
            CannotUseInput: it is too long or empty, or a quotation mark is missing.
        """
        return read_people_text(text, has_headings=has_headings)

    def fields(self) -> list[tuple[PersonField, str]]:
        """Return what a column can be, in the order to offer it, in the words of the screen."""
        return [(each, field_words(each)) for each in FIELD_WORDS]

    def preview(
        self,
        table: PeopleTable,
        matching: Sequence[PersonField] | None = None,
        *,
        stop: Event | None = None,
        tell: Tell | None = None,
    ) -> ImportPreview:
        """Return what would come of a table; nothing is changed.

        ``matching`` says of each column what it is; None is as it was guessed.

        Raises:
            NoNameColumn: no column has the names.
            Stopped: somebody asked for that.
        """
        chosen = table.matching if matching is None else tuple(matching)
        if not NAMES.intersection(
            each for at, each in enumerate(chosen) if at not in table.refused
        ):
            raise NoNameColumn
        with self._records.database.reading() as session:

            def values_of_person(person_id: str) -> Values:
                found = group_records.record(session, person_id)
                return found.values if found else {}

            known = Known(values_of_person)
            new_id, today = self._records.ids.new, self._records.clock.today()
            for line in group_records.people(session, today):
                known.add_person(line)
            rows: list[PreviewRow] = []
            for read in people_of(table, chosen, new_id, today):
                look(stop, tell, len(rows), len(table.rows))
                rows.append(known.previewed(read))
        return ImportPreview(tuple(rows), table.remarks)

    def carry_out(
        self,
        preview: ImportPreview,
        decisions: Mapping[int, Decision] | None = None,
        *,
        stop: Event | None = None,
        tell: Tell | None = None,
    ) -> ImportDone:
        """Take the rows in as one act, which undo takes back: all of it is kept, or nothing.

        ``decisions`` are by the number of the row; a row without one goes as is advised.

        Raises:
            Stopped: somebody asked for that; nothing was taken in.
        """
        taking = Taking(self._records, decisions or {})
        taking.sort(preview.rows)
        if taking.new or taking.into:
            verb = Verb.BRING_IN if taking.into else Verb.ADD_PEOPLE
            with self._records.acting(verb) as act:
                taking.write(act, stop, tell)
        return taking.done()
