"""What the yearly report to OSCA says, as a text that web page, Word file and window share."""

from collections.abc import Iterator, Sequence

from vcs_desktop.core.language import sentences, tr, tr_count
from vcs_desktop.documents.text_sheet.data import TextSheet, line, paragraphs, strong
from vcs_desktop.domain.action_plan import PROGRESS, Progress, progress_words
from vcs_desktop.domain.attendance_sums import FEW
from vcs_desktop.domain.council_year.report import ReportedAction, YearReport
from vcs_desktop.domain.council_year.shared import whole_year
from vcs_desktop.domain.counted_table import ToldTable
from vcs_desktop.domain.days import in_words, shortly
from vcs_desktop.domain.reading import Block, Heading, Item, Items, Paragraph, Table

_DOT = "•"


def report_sheet(report: YearReport) -> TextSheet:
    """Return the report."""
    foot = tr("Written with VCS Desktop on {day}.", day=in_words(report.made_on))
    return TextSheet(title_of(report), tuple(_blocks(report)), foot, report.made_on)


def title_of(report: YearReport) -> str:
    """Return what the report is called."""
    return tr("The council and local groups in {year}: report to OSCA", year=report.year)


def not_told() -> str:
    """Return what stands in place of a number that is not told."""
    return tr("not told")


def no_serving() -> str:
    """Return the heading of actions that serve no promise that is known."""
    return tr("Other actions")


def standing(action: ReportedAction) -> str:
    """Return how far an action is, in words."""
    said = progress_words(action.progress)
    if action.is_overdue and action.progress != Progress.LATE:
        return tr("{progress}. Its day is over.", progress=said) if said else tr("Its day is over.")
    return said


def _blocks(report: YearReport) -> Iterator[Block]:
    yield from _begin(report)
    yield Heading(2, line(tr("Our action plan")))
    if not report.actions:
        yield _said(tr("There is no action in the plan yet."))
    for name in dict.fromkeys(each.serves for each in report.actions):
        yield from _promise(name, [each for each in report.actions if each.serves == name])
    yield from _happened(report)
    yield Heading(2, line(tr("What groups agreed to share")))
    if report.is_shared_told:
        yield from _shared(report)
        yield from _about_numbers()
    else:
        yield _said(tr("What groups shared was not put in, so this report says nothing of it."))


def _begin(report: YearReport) -> Iterator[Block]:
    first, last = (shortly(each) for each in whole_year(report.year))
    if report.council:
        yield Paragraph(line(tr("From: {council}.", council=report.council)))
    yield _said(
        tr(
            "The strategy for voluntary and community groups says that the council reports "
            "once a year to the Oxfordshire Stronger Community Alliance (OSCA)."
        ),
        tr("This report is about {first} to {last}.", first=first, last=last),
        "" if report.is_over else tr("That year is not over."),
        tr("The plan stands as it was on {day}.", day=in_words(report.made_on)),
    )
    if report.is_shared_told and not report.is_over:
        yield Paragraph(line(strong(first_look())))
    yield Heading(2, line(tr("In short")))
    count = len(report.actions)
    told = [tr_count("{count} action in the plan.", "{count} actions in the plan.", count)]
    told += [
        tr("{progress}: {count}.", progress=progress_words(each), count=report.how_many(each))
        for each in PROGRESS
        if report.how_many(each)
    ]
    if report.overdue:
        told.append(
            tr_count(
                "For {count} action the day is over, and nobody has said that it is late.",
                "For {count} actions the day is over, and nobody has said that they are late.",
                report.overdue,
            )
        )
    told.append(
        tr_count(
            "{count} thing happened in {year} that the plan tells of.",
            "{count} things happened in {year} that the plan tells of.",
            report.happened,
            year=report.year,
        )
        if report.happened
        else tr("The plan tells of nothing that happened in {year}.", year=report.year)
    )
    yield Items(tuple(Item(_DOT, line(each)) for each in told))


def first_look() -> str:
    """Return what has to be said of numbers of a year that is not over."""
    return sentences(
        tr("This is a first look, for the council only. Do not hand it on."),
        tr("Beside the report of the whole year it could give a small number away."),
    )


def _promise(name: str, actions: Sequence[ReportedAction]) -> Iterator[Block]:
    heads = (tr("What is done"), tr("Who does it"), tr("By when"), tr("How far it is"))
    yield Heading(3, line(tr("For: {promise}", promise=name) if name else no_serving()))
    yield Table(
        tuple(map(line, heads)),
        tuple(
            (
                line(strong(f"{each.title}:"), f" {each.text}")
                if each.text
                else line(strong(each.title)),
                line(each.owner),
                line(shortly(each.due_on) if each.due_on else ""),
                line(standing(each)),
            )
            for each in actions
        ),
    )
    for each in actions:
        if each.why_late and each.progress == Progress.LATE:
            yield Paragraph(line(strong(tr("Why it is late: {action}.", action=each.title))))
            yield from paragraphs(each.why_late)


def _happened(report: YearReport) -> Iterator[Block]:
    if not report.happened:
        return
    yield Heading(2, line(tr("What happened in {year}", year=report.year)))
    for action in report.actions:
        if action.happened:
            yield Heading(3, line(action.title))
            yield Items(
                tuple(
                    Item(_DOT, line(strong(f"{shortly(each.on)}:"), f" {each.text}"))
                    for each in action.happened
                    if each.on
                )
            )


def _shared(report: YearReport) -> Iterator[Block]:
    yield _said(
        tr("Groups choose what they share, and see it before it goes. These are only numbers.")
    )
    yield Table(
        (line(tr("What was shared")), line(tr("How many"))),
        tuple((line(e.name), line(_number(e.count))) for e in report.shared.sorts),
        (1,),
    )
    for each in report.shared.tables:
        yield Heading(3, line(each.title))
        if each.table is None:
            yield _said(tr("Nothing was shared of this, or too little to tell of it here."))
        else:
            yield _told(each.of_rows, each.table)


def _told(of_rows: str, table: ToldTable) -> Table:
    has_totals = len(table.columns) > 1
    heads = (of_rows, *table.columns, *((tr("All"),) if has_totals else ()))
    rows = [
        (line(name), *(line(_number(cell)) for cell in cells))
        for name, cells in zip((*table.rows, tr("All")), table.cells, strict=True)
    ]
    return Table(tuple(map(line, heads)), tuple(rows), tuple(range(1, len(heads))))


def _about_numbers() -> Iterator[Block]:
    yield Heading(2, line(tr("About these numbers")))
    told = (
        tr("A number under {few} is not told.", few=FEW),
        tr("Some larger numbers are not told either, or a small one could be worked out."),
        tr("A report of a year is handed on once. Two that differ could give a small number away."),
        tr("One group may have shared several things. We count things, not groups."),
        tr("What a group took back is not counted."),
        tr("What was sealed or deleted counts as “Others, or not known”."),
        tr("No words that a group wrote are in this report."),
    )
    yield Items(tuple(Item(_DOT, line(each)) for each in told))


def _number(count: int | None) -> str:
    return not_told() if count is None else f"{count:,}"


def _said(*words: str) -> Paragraph:
    return Paragraph(line(sentences(*words)))
