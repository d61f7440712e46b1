"""A first version of a report on a grant, as a file to go on writing in, or to print."""

from pathlib import Path

from vcs_desktop.core.language import tr
from vcs_desktop.documents.file_names import file_word
from vcs_desktop.documents.grant_report import GrantReport, report_sheet
from vcs_desktop.documents.text_sheet import TextSheet, write_text_sheet
from vcs_desktop.services.applications.grants import GrantsService
from vcs_desktop.services.applications.service import ApplicationsService
from vcs_desktop.services.group_parts import HasNameAndPlace
from vcs_desktop.services.records import RecordsService


class GrantReports:
    """Fills a report from what is kept; the rest is left to be written."""

    def __init__(self, group: HasNameAndPlace, records: RecordsService) -> None:
        self._group = group
        self._records = records

    def sheet(self, application_id: str) -> TextSheet:
        """Return what the report on an application's grant says as it stands now.

        Raises:
            NoSuchRecord: there is no such application.
        """
        grants = GrantsService(self._records)
        application = ApplicationsService(self._records).application(application_id).thing
        return report_sheet(
            GrantReport(
                self._group.name,
                application,
                grants.of(application).thing,
                grants.planned(application_id),
                self._records.clock.today(),
            )
        )

    def make(self, application_id: str, out: Path | None) -> Path:
        """Write the report to ``out``: a .pdf, .html or .docx; None is a place to print it from.

        Raises:
            NoSuchRecord: there is no such application.
            CannotUseInput: the name is that of no such file.
            FolderNotWritable: it cannot be written there; or DiskFull.
        """
        sheet = self.sheet(application_id)
        stem = file_word(sheet.title, tr("report"))
        path = out or self._group.files().pages / f"{stem}.pdf"
        write_text_sheet(path, sheet)
        return path
