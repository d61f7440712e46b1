"""What can be done in a group that is open: the services that stand on its records."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from vcs_desktop.core.clock import Clock
from vcs_desktop.core.ids import Ids
from vcs_desktop.services.about_person import AboutPersonService
from vcs_desktop.services.answer_library import AnswerLibrary
from vcs_desktop.services.applications import ApplicationsService
from vcs_desktop.services.applications.budgets import BudgetsService
from vcs_desktop.services.applications.grant_reports import GrantReports
from vcs_desktop.services.applications.grants import GrantsService
from vcs_desktop.services.applications.papers_out import ApplicationPapers
from vcs_desktop.services.applications.reader_copies import ReaderCopies
from vcs_desktop.services.attendance import AttendanceService
from vcs_desktop.services.attendance_totals import AttendanceTotals
from vcs_desktop.services.bin import BinService
from vcs_desktop.services.blobs import BlobsService
from vcs_desktop.services.copy_nudge import CopyNudge
from vcs_desktop.services.desk import DeskService
from vcs_desktop.services.duplicates import DuplicatesService
from vcs_desktop.services.expenses import ExpensesService
from vcs_desktop.services.group_export import GroupExport
from vcs_desktop.services.group_search import GroupSearch
from vcs_desktop.services.groups import OpenGroup
from vcs_desktop.services.groups.backups import BackupsService
from vcs_desktop.services.history import HistoryService
from vcs_desktop.services.list_out import ListOutService
from vcs_desktop.services.meeting_papers import MeetingPapersService
from vcs_desktop.services.meetings import MeetingsService
from vcs_desktop.services.obligations import ObligationsService
from vcs_desktop.services.openers import OpenersService
from vcs_desktop.services.our_group import OurGroupService
from vcs_desktop.services.own_words import OwnWordsService
from vcs_desktop.services.paper_files import PaperFiles
from vcs_desktop.services.papers import PapersService
from vcs_desktop.services.people import PeopleService
from vcs_desktop.services.people_import import PeopleImport
from vcs_desktop.services.records import RecordsService
from vcs_desktop.services.retention import RetentionService
from vcs_desktop.services.rota import RotaService
from vcs_desktop.services.safeguarding import SafeguardingService
from vcs_desktop.services.sharing import SharingService
from vcs_desktop.services.sharing.council_key import CouncilKeys
from vcs_desktop.services.sharing.outbox import Outbox
from vcs_desktop.services.sign_in_sheet import SignInSheetService
from vcs_desktop.services.thanks import ThanksService
from vcs_desktop.services.two_laptops.connecting import Connect, by_http
from vcs_desktop.services.two_laptops.service import TwoLaptopsService
from vcs_desktop.services.volunteer_hours import VolunteerHours
from vcs_desktop.services.volunteer_papers import VolunteerPapers
from vcs_desktop.services.volunteering import VolunteeringService
from vcs_desktop.services.week import WeekService
from vcs_desktop.services.writing_to import WritingToService
from vcs_desktop.services.year_summary import YearSummaryService


@dataclass(frozen=True, slots=True)
class InGroup:
    """The services of one open group. They end when it is locked."""

    group: OpenGroup
    records: RecordsService
    history: HistoryService
    bin: BinService
    people: PeopleService
    people_import: PeopleImport
    duplicates: DuplicatesService
    retention: RetentionService
    writing_to: WritingToService
    safeguarding: SafeguardingService
    search: GroupSearch
    about_person: AboutPersonService
    export: GroupExport
    list_out: ListOutService
    our_group: OurGroupService
    obligations: ObligationsService
    meetings: MeetingsService
    meeting_papers: MeetingPapersService
    desk: DeskService
    backups: BackupsService
    copy_nudge: CopyNudge
    openers: OpenersService
    blobs: BlobsService
    papers: PapersService
    paper_files: PaperFiles
    attendance: AttendanceService
    attendance_totals: AttendanceTotals
    sign_in_sheet: SignInSheetService
    volunteering: VolunteeringService
    rota: RotaService
    volunteer_hours: VolunteerHours
    volunteer_papers: VolunteerPapers
    expenses: ExpensesService
    thanks: ThanksService
    year_summary: YearSummaryService
    week: WeekService
    applications: ApplicationsService
    answer_library: AnswerLibrary
    budgets: BudgetsService
    grants: GrantsService
    grant_reports: GrantReports
    application_papers: ApplicationPapers
    reader_copies: ReaderCopies
    own_words: OwnWordsService
    laptops: TwoLaptopsService
    sharing: SharingService
    council_keys: CouncilKeys
    outbox: Outbox


_ON_RECORDS: Mapping[str, Callable[[RecordsService], Any]] = {
    "history": HistoryService,
    "bin": BinService,
    "people": PeopleService,
    "people_import": PeopleImport,
    "duplicates": DuplicatesService,
    "retention": RetentionService,
    "search": GroupSearch,
    "obligations": ObligationsService,
    "openers": OpenersService,
    "attendance": AttendanceService,
    "attendance_totals": AttendanceTotals,
    "volunteering": VolunteeringService,
    "rota": RotaService,
    "volunteer_hours": VolunteerHours,
    "expenses": ExpensesService,
    "week": WeekService,
    "thanks": ThanksService,
    "answer_library": AnswerLibrary,
    "budgets": BudgetsService,
    "grants": GrantsService,
    "own_words": OwnWordsService,
}
"""The services that stand on the records alone, by the names of their fields."""


def in_group(group: OpenGroup, clock: Clock, connect: Connect | None = None) -> InGroup:
    """Return the services of an open group, for whoever opened it. Nothing is written.

    ``connect`` comes to the service of the group; None is the usual way.
    """
    names = {each.id: each.label for each in group.openers}
    name = names.get(group.opener_id, "")
    records = RecordsService(group, clock, Ids(clock), group.opener_id, name)
    desk, backups = DeskService(group), BackupsService(group, clock)
    blobs = BlobsService(group)
    meetings = MeetingsService(records)
    our_group, papers = OurGroupService(records), PapersService(records, blobs)
    applications = ApplicationsService(records)
    sharing, council_keys = SharingService(group, records), CouncilKeys(desk)
    return InGroup(
        group=group,
        records=records,
        writing_to=WritingToService(group, records),
        safeguarding=SafeguardingService(group, records),
        about_person=AboutPersonService(group, records),
        export=GroupExport(group, records),
        list_out=ListOutService(group),
        our_group=our_group,
        meetings=meetings,
        meeting_papers=MeetingPapersService(group, records, meetings),
        desk=desk,
        backups=backups,
        copy_nudge=CopyNudge(group, desk, backups, clock),
        blobs=blobs,
        papers=papers,
        paper_files=PaperFiles(records, blobs),
        sign_in_sheet=SignInSheetService(group, records),
        volunteer_papers=VolunteerPapers(group, records),
        year_summary=YearSummaryService(group, records),
        applications=applications,
        grant_reports=GrantReports(group, records),
        application_papers=ApplicationPapers(group, records, applications, papers, our_group),
        laptops=TwoLaptopsService(group, records, connect or by_http),
        reader_copies=ReaderCopies(group, records, applications),
        sharing=sharing,
        council_keys=council_keys,
        outbox=Outbox(sharing, council_keys, desk),
        **{name: make(records) for name, make in _ON_RECORDS.items()},
    )
