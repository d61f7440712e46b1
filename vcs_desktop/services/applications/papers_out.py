"""Applications as files, and the copies that are kept of what was sent."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.file_errors import FileMissing
from vcs_desktop.core.ids import is_id
from vcs_desktop.core.language import marked, tr
from vcs_desktop.documents import two_files
from vcs_desktop.documents.application import (
    ApplicationSheet,
    PaperSent,
    Signer,
    content_of,
)
from vcs_desktop.documents.file_names import file_word
from vcs_desktop.domain.acts import Verb
from vcs_desktop.domain.application_whole import Whole, digest_of
from vcs_desktop.domain.applications import Application, KeptCopy, NeededPaper
from vcs_desktop.domain.days import shortly
from vcs_desktop.domain.ordered import in_order
from vcs_desktop.domain.our_group import OurGroup
from vcs_desktop.domain.papers import Paper, name_of, newest
from vcs_desktop.domain.stored_file import file_name
from vcs_desktop.services.applications.kept_copy import (
    PAPERS,
    CopyContent,
    file_in,
    hash_of,
    read_copy,
    told_of,
    zip_with,
)
from vcs_desktop.services.applications.service import ApplicationsService
from vcs_desktop.services.blobs import BlobsService
from vcs_desktop.services.group_parts import HasNameAndPlace
from vcs_desktop.services.our_group import OurGroupService
from vcs_desktop.services.papers import PapersService
from vcs_desktop.services.records import Held, RecordsService
from vcs_desktop.services.who import who

ZIP = ".zip"
_READ_BY_PEOPLE = (".pdf", ".html", ".docx", ".txt")


class NothingToKeep(AppError):
    """An application without questions was to be kept."""

    message = marked("There is nothing in this application to keep yet.")
    advice = marked("Add the funder's questions and your answers first.")


class ApplicationPapers:
    """Writes applications, and keeps copies. What reads files belongs on the work lane."""

    def __init__(
        self,
        group: HasNameAndPlace,
        records: RecordsService,
        applications: ApplicationsService,
        papers: PapersService,
        our_group: OurGroupService,
    ) -> None:
        self._group = group
        self._records = records
        self._applications = applications
        self._papers = papers
        self._our_group = our_group

    @property
    def _blobs(self) -> BlobsService:
        return self._papers.blobs

    def sheet(self, application_id: str) -> ApplicationSheet:
        """Return what an application says on paper as it stands now.

        Raises:
            NoSuchRecord: there is no such application.
        """
        return self._sheet(self._applications.whole(application_id))

    def make(self, application_id: str, out: Path | None) -> Path:
        """Write an application to ``out``, and return where it is.

        Its name says as what: PDF, web page, Word file, plain text, or a zip with all of them
        and the papers. ``out`` None is a place to print it from, where it is thrown away when
        the group is locked.

        Raises:
            NoSuchRecord: there is no such application.
            FileMissing: a paper that goes into the zip is not there; or FileDamaged.
            CannotUseInput: the name is that of no such file.
            FolderNotWritable: it cannot be written there.
            DiskFull: there is no room for it.
        """
        sheet = self.sheet(application_id)
        path = out or self._to_print(sheet.whole.application)
        if path.suffix.lower() == ZIP:
            content = zip_with(*self._content(sheet))
        else:
            content = content_of(sheet, path.suffix)
        two_files.write({path: content}, private=True)
        return path

    def mark_checked(self, application_id: str, who_checked: str) -> Held[Application]:
        """Write down that a second person has read all of it today, as it is now.

        ``who_checked`` is the id of a person, or the name of somebody who is not in the list.

        Raises:
            NoSuchRecord: there is no such application.
        """
        opened = self._applications.opened(application_id)
        after = replace(
            opened.application.thing,
            checked_by=" ".join(who_checked.split()),
            checked_on=self._records.clock.today(),
            checked_digest=digest_of(opened.whole()),
        )
        return self._records.save(opened.application, after)

    def keep(self, application_id: str, *, by: str = "", note: str = "") -> KeptCopy:
        """Keep a copy of an application as it is sent. It is never changed; the next is another.

        Raises:
            NoSuchRecord: there is no such application.
            NothingToKeep: it has no questions.
            TooLong: the note is too long.
            FileMissing: a paper that goes along is not there; or FileDamaged.
            NoRoomForFile: there is no room for it.
        """
        held = self._applications.application(application_id)
        number = max((each.number for each in held.thing.copies), default=0) + 1
        sheet = replace(self.sheet(application_id), copy_number=number)
        if not sheet.whole.answers:
            raise NothingToKeep
        told, files = self._content(sheet)
        name = f"{file_word(sheet.whole.application.name, 'application')}-{number}{ZIP}"
        copy = KeptCopy(
            id=self._records.ids.new(),
            number=number,
            on=self._records.clock.today(),
            by=" ".join((by or self._records.name).split()),
            sha256=hash_of(told),
            file=self._blobs.keep(name, zip_with(told, files)),
            note=note,
        )
        # Read anew: to write the files took a moment, in which somebody may have gone on writing.
        held = self._applications.application(application_id)
        after = replace(held.thing, copies=(*held.thing.copies, copy))
        with self._records.acting(Verb.CHANGE, undoable=False) as act:  # it stays for ever
            self._records.save_in(act, held, after)
        return copy

    def read(self, copy: KeptCopy) -> CopyContent:
        """Return what a kept copy says.

        Raises:
            FileMissing: its file is not there.
            FileDamaged: it is not what was kept.
        """
        if copy.file is None:
            raise FileMissing(copy.id)
        return read_copy(self._blobs.read(copy.file), copy.sha256)

    def make_from_copy(self, copy: KeptCopy, out: Path | None) -> Path:
        """Write out of a kept copy what the name of ``out`` says, just as it was kept.

        ``out`` None is a place to print its PDF from.

        Raises:
            FileMissing: its file is not there; or FileDamaged.
            CannotUseInput: it holds no such file.
            FolderNotWritable: it cannot be written there; or DiskFull.
        """
        if copy.file is None:
            raise FileMissing(copy.id)
        content = self._blobs.read(copy.file)
        path = out or self._group.files().pages / f"{Path(copy.file.name).stem}.pdf"
        suffix = path.suffix.lower()
        if suffix != ZIP:
            content = file_in(content, suffix)
        two_files.write({path: content}, private=True)
        return path

    def _sheet(self, whole: Whole) -> ApplicationSheet:
        held, known = self._our_group.held(), who(self._records)
        ours = held.thing if held else OurGroup()
        application = whole.application
        numbers = " · ".join(filter(None, (ours.charity_number, ours.company_number)))
        checked = ""
        if application.checked_by and application.checked_on:
            by = known.said(application.checked_by)
            checked = f"{by}, {shortly(application.checked_on)}"
        papers = self._chosen(whole)
        return ApplicationSheet(
            whole=whole,
            group=ours.name or self._group.name,
            made_on=self._records.clock.today(),
            about={tr("Registered number"): numbers},
            papers=tuple(
                _paper_sent(each, papers.get(each.paper)) for each in in_order(application.papers)
            ),
            signers=tuple(
                Signer(known.name(each.id), each.role, each.on) for each in application.signatures
            ),
            checked_by=checked,
        )

    def _chosen(self, whole: Whole) -> Mapping[str, Paper]:
        wanted = {each.paper for each in whole.application.papers}
        return {each.id: each for each in self._papers.all() if each.id in wanted}

    def _content(self, sheet: ApplicationSheet) -> tuple[dict[str, Any], dict[str, bytes]]:
        """Return what a zip says, and the files that lie in it."""
        papers = dict(self._files_of(sheet))
        hashes = {name: hashlib.sha256(content).hexdigest() for name, content in papers.items()}
        application, known = sheet.whole.application, who(self._records)
        people = filter(is_id, (application.decided_by, application.checked_by))
        names = {
            "group": sheet.group,
            **{each: known.name(each) for each in people},
            **{each.id: signer.name for each, signer in
               zip(application.signatures, sheet.signers, strict=True)},
            **{each.id: paper.ours for each, paper in
               zip(in_order(application.papers), sheet.papers, strict=True)},
        }  # fmt: skip
        told = told_of(sheet.whole, names, hashes)
        made = {f"application{each}": content_of(sheet, each) for each in _READ_BY_PEOPLE}
        if sheet.whole.budget is not None:
            made["budget.xlsx"] = content_of(sheet, ".xlsx")
        return told, {**made, **papers}

    def _files_of(self, sheet: ApplicationSheet) -> Iterator[tuple[str, bytes]]:
        for number, paper in enumerate(sheet.papers, 1):
            if paper.file is not None:
                name = file_name(f"{number:02} {paper.file.name}")
                yield f"{PAPERS}/{name}", self._blobs.read(paper.file)

    def _to_print(self, application: Application) -> Path:
        name = file_word(application.name, "application")
        return self._group.files().pages / f"{name}.pdf"


def _paper_sent(needed: NeededPaper, paper: Paper | None) -> PaperSent:
    if paper is None:
        return PaperSent(needed.name)
    version = newest(paper)
    dated = paper.agreed_on or (version.added_on if version else None)
    return PaperSent(needed.name, name_of(paper), dated, version.file if version else None)
