"""What an application says, as a text that paper, web page and Word file share."""

from collections.abc import Iterator

from vcs_desktop.core.language import sentences, tr
from vcs_desktop.documents.application.answer_text import blocks_of
from vcs_desktop.documents.application.budget_text import budget_blocks
from vcs_desktop.documents.application.data import ApplicationSheet, PaperSent
from vcs_desktop.documents.printable import pieces, shortened
from vcs_desktop.documents.text_sheet.data import TextSheet, line, strong
from vcs_desktop.domain.answers import Answer, UsedFact
from vcs_desktop.domain.applications import PlannedChange
from vcs_desktop.domain.days import in_words
from vcs_desktop.domain.meeting_words import ended
from vcs_desktop.domain.money import in_pounds
from vcs_desktop.domain.ordered import in_order
from vcs_desktop.domain.reading import Block, Heading, Item, Items, Line, Paragraph, Span, Table

_DOT = "•"
_MOST_IN_A_CELL = 300
"""Letters; a table whose cells hold more is read more easily one row after another."""

_PART, _QUESTION = 2, 3
_WORDS_IN_FOOT = 12
_LINE_TO_SIGN = "_" * 20


def application_sheet(sheet: ApplicationSheet) -> TextSheet:
    """Return an application as a text: what is asked for, the answers, plan, budget, papers."""
    application = sheet.whole.application
    day, group = in_words(sheet.made_on), shortened(sheet.group, _WORDS_IN_FOOT)
    foot = tr("{group}. Written with VCS Desktop on {day}.", group=group, day=day)
    if sheet.copy_number is not None:
        foot = tr(
            "{group}. Kept copy {number} of {day}, as it was sent.",
            group=group,
            number=sheet.copy_number,
            day=day,
        )
    title = application.name or tr("Application")
    return TextSheet(title, tuple(_blocks(sheet)), foot, sheet.made_on)


def question_title(number: int, answer: Answer) -> str:
    """Return a question under its number: the funder's own where it has one."""
    return f"{answer.ref or number}. {answer.question}"


def _blocks(sheet: ApplicationSheet) -> Iterator[Block]:
    yield _summary(sheet)
    yield _heading(tr("Our answers"))
    if not sheet.whole.answers:
        yield _said(tr("There are no questions yet."))
    for number, answer in enumerate(sheet.whole.answers, 1):
        yield Heading(_QUESTION, line(question_title(number, answer)))
        yield from _answer(answer)
    if sheet.whole.application.changes:
        yield _heading(tr("What will change, and how we will know"))
        yield from _plan(sheet)
    if sheet.whole.budget is not None:
        yield _heading(tr("Budget"))
        yield from budget_blocks(sheet.whole.budget)
    if sheet.papers:
        yield _heading(tr("Papers that go with it"))
        yield Items(tuple(Item(_DOT, _paper(each)) for each in sheet.papers))
    yield from _signatures(sheet)


def _summary(sheet: ApplicationSheet) -> Table:
    application = sheet.whole.application
    days = tr("{first} to {last}",
              first=in_words(application.starts_on), last=in_words(application.ends_on)
              ) if application.starts_on and application.ends_on else ""  # fmt: skip
    first = in_words(application.starts_on) if application.starts_on else ""
    asked = application.ask_pence
    told = (
        (tr("From"), sheet.group),
        *sheet.about.items(),
        (tr("To"), application.funder),
        (tr("What we ask for"), in_pounds(asked) if asked is not None else ""),
        (tr("When the work is"), days or first),
        (tr("Their reference"), application.reference),
        (tr("Checked by"), sheet.checked_by),
    )
    rows = tuple((line(strong(name)), line(words)) for name, words in told if words)
    return Table((line(tr("About this application")), line(tr("In short"))), rows)


def _answer(answer: Answer) -> Iterator[Block]:
    if not answer.text.strip():
        yield Paragraph(line(tr("There is no answer yet.")), quoted=True)
        return
    yield from blocks_of(answer.text)
    facts = [each for each in answer.facts if each.words or each.value]
    if facts:
        yield Paragraph(line(strong(tr("Where the figures are from"))))
        yield Items(tuple(Item(_DOT, line(_fact(each))) for each in facts))


def _fact(fact: UsedFact) -> str:
    said = ended(fact.words or fact.value)
    is_told = not fact.as_of or fact.as_of in said
    as_of = "" if is_told else tr("As of {day}.", day=fact.as_of)
    return sentences(said, as_of, ended(fact.said_by) if fact.said_by else "")


def _plan(sheet: ApplicationSheet) -> Iterator[Block]:
    changes = in_order(sheet.whole.application.changes)
    heads = (tr("What we do"), tr("What changes"), tr("How we will know"))
    rows = [(each.activity, each.change, _measure(each)) for each in changes]
    if all(len(cell) <= _MOST_IN_A_CELL for row in rows for cell in row):
        yield Table(tuple(map(line, heads)), tuple(tuple(map(line, row)) for row in rows))
        return
    for row in rows:
        for head, cell in zip(heads, row, strict=True):
            told = pieces(cell)
            yield Paragraph((strong(head + ": "), Span(next(told, ""))))
            yield from (_said(piece) for piece in told)


def _measure(change: PlannedChange) -> str:
    if change.target is None:
        return change.measure
    target = tr("We hope for {number}.", number=f"{change.target:,}")
    return sentences(ended(change.measure), target) if change.measure else target


def _paper(paper: PaperSent) -> Line:
    if not paper.ours:
        none = tr("None is chosen yet.")
        return line(strong(ended(paper.asked)), f" {none}")
    dated = tr("Of {day}.", day=in_words(paper.dated)) if paper.dated else ""
    by_name = tr("File: {name}.", name=paper.file.name) if paper.file else tr("On paper.")
    ours = "" if paper.ours == paper.asked else ended(paper.ours)
    return line(strong(ended(paper.asked)), f" {sentences(ours, dated, by_name)}")


def _signatures(sheet: ApplicationSheet) -> Iterator[Block]:
    if not sheet.signers:
        return
    yield _heading(tr("Signatures"))
    has_roles = any(each.role for each in sheet.signers)
    heads = (tr("Name"), *((tr("Role"),) if has_roles else ()), tr("Signature"), tr("Day"))
    rows = tuple(
        (
            line(each.name),
            *((line(each.role),) if has_roles else ()),
            line(_LINE_TO_SIGN if each.on is None else tr("Signed")),
            line(in_words(each.on) if each.on else ""),
        )
        for each in sheet.signers
    )
    yield Table(tuple(map(line, heads)), rows)


def _heading(words: str) -> Heading:
    return Heading(_PART, line(words))


def _said(words: str) -> Paragraph:
    return Paragraph(line(words))
