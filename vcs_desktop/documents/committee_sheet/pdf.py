"""Lays the sheet out on A4 pages."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any
from xml.sax.saxutils import quoteattr

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from vcs_desktop.core.addresses import is_web_address
from vcs_desktop.core.language import spoken, tr, tr_marked
from vcs_desktop.documents import fonts
from vcs_desktop.documents.committee_sheet import data as say
from vcs_desktop.documents.committee_sheet import flowables as draw
from vcs_desktop.documents.committee_sheet.data import Fact, SheetData, SheetItem
from vcs_desktop.documents.paper import (
    BODY,
    BOTTOM,
    BRAND,
    INK,
    LINE,
    MUTED,
    PLAIN,
    SHADE,
    SIDE,
    SMALL,
    TIGHT,
    TOP,
    WIDTH,
    Beside,
    Draw,
    label,
)
from vcs_desktop.documents.printable import one_line, pieces, shortened
from vcs_desktop.domain.days import in_words
from vcs_desktop.domain.fit.result import Reason, verdict_words

LABELS = 70.0
MARKS = 17.0
FACT_COLUMNS = (0.515 * WIDTH, 0.485 * WIDTH)
SHORT_FACT = 80
COLUMN_WIDTHS = (22, WIDTH - 343, 113, 102, 76, 30)
TITLE_WORDS = 40
WORDS_IN_A_CELL = 18

DISPLAY = ParagraphStyle(
    "display", BODY, fontName=fonts.BOLD, fontSize=22, leading=28, spaceAfter=4
)
TITLE = ParagraphStyle("title", BODY, fontName=fonts.BOLD, fontSize=16, leading=20, spaceAfter=3)
HEADING = ParagraphStyle("heading", BODY, fontName=fonts.BOLD, fontSize=12, leading=16)
HEADING.spaceBefore, HEADING.keepWithNext = 6, 1
GROUP = ParagraphStyle("group", BODY, fontName=fonts.SEMIBOLD, fontSize=13, textColor=BRAND)
GROUP.leading = 17
VERDICT = ParagraphStyle("verdict", BODY, fontSize=12.5, leading=17, spaceAfter=3)
FIGURES = ParagraphStyle("figures", TIGHT, fontName=fonts.FIGURES, alignment=2)
COLUMN = ParagraphStyle("column", TIGHT, fontName=fonts.SEMIBOLD)
COLUMN_RIGHT = ParagraphStyle("column right", COLUMN, alignment=2)
SIDE_BY_SIDE = TableStyle([*PLAIN, ("RIGHTPADDING", (-1, 0), (-1, -1), 0)])


def pdf_of(data: SheetData) -> bytes:
    """Return the sheet as a PDF. It reads no file but our fonts and opens no address."""
    type_ = fonts.Typesetter()
    out = BytesIO()
    document = _Document(out, data, type_)
    pages = [
        flowable
        for number, item in enumerate(data.items)
        for flowable in _page(number, item, type_)
    ]
    document.build([*_first_page(data, type_), *pages], canvasmaker=_SheetCanvas)
    return out.getvalue()


class _SheetCanvas(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """A canvas that fills in at the end what only the end can tell: the numbers of pages."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._begins_on: dict[str, int] = {}
        self._promised: dict[str, float] = {}
        self._item = ""

    @property
    def goes_on(self) -> str:
        """The item that began on an earlier page than this, or empty."""
        began = self._begins_on.get(self._item)
        return self._item if began and began < self.getPageNumber() else ""

    def begin_item(self, key: str, title: str) -> None:
        """Note that an item begins on this page, and put it into the outline."""
        self._item = key
        self._begins_on[key] = self.getPageNumber()
        self.bookmarkPage(key)
        self.addOutlineEntry(title, key, level=0)

    def promise_page_of(self, key: str, width: float, y: float) -> None:
        """Leave a place for the page of an item, and a link to it."""
        self._promised[key] = width
        self.saveState()
        self.translate(0, y)
        self.doForm(f"page-of-{key}")
        self.restoreState()
        self.linkRect("", key, (0, -4, width, 14), relative=1)

    def save(self) -> None:
        """Keep what was promised, then close the document."""
        pages = self.getPageNumber() - 1
        for number in range(1, pages + 1):
            self._form(
                f"page-{number}",
                tr("Page {number} of {pages}", number=number, pages=pages),
                WIDTH,
                MUTED,
                9.5,
            )
        for key, width in self._promised.items():
            self._form(f"page-of-{key}", str(self._begins_on[key]), width, INK, 10.5)
        super().save()

    def _form(self, name: str, words: str, width: float, colour: Any, size: float) -> None:
        """Draw a few words, ending where the width ends."""
        self.beginForm(name, 0, -4, width, 14)
        self.setFont(fonts.FIGURES, size)
        self.setFillColor(colour)
        self.drawRightString(width, 0, words)
        self.endForm()


class _Document(BaseDocTemplate):  # type: ignore[misc]  # ReportLab has no types
    """A4 with the group's name above and the page's number below."""

    def __init__(self, out: BytesIO, data: SheetData, type_: fonts.Typesetter) -> None:
        super().__init__(
            out,
            pagesize=A4,
            title=one_line(data.title),
            author=one_line(data.group) or "VCS Desktop",
            subject=tr_marked(say.HEADING),
            creator="VCS Desktop",
            lang=spoken(),
            initialFontName=fonts.REGULAR,
            invariant=1,
        )
        self._made_on = data.made_on
        self._heads = {"": _head(data.group, type_)}
        for number, item in enumerate(data.items):
            words = tr(
                "{number}. {title} (goes on)", number=number + 1, title=shortened(item.title, 9)
            )
            self._heads[_key(number)] = _head(words, type_)
        frame = Frame(SIDE, BOTTOM, WIDTH, A4[1] - TOP - BOTTOM, 0, 0, 0, 0)
        self.addPageTemplates(
            PageTemplate("page", [frame], onPage=self._begin, onPageEnd=self._around)
        )

    def _begin(self, canvas: Any, _document: Any) -> None:
        """Say, on the first page, what the document is."""
        if canvas.getPageNumber() > 1:
            return
        moment = f"D:{self._made_on:%Y%m%d}120000Z"
        canvas.setDateFormatter(lambda *_: moment)
        canvas.setViewerPreference("DisplayDocTitle", "true")
        canvas.showOutline()
        canvas.bookmarkPage("summary")
        canvas.addOutlineEntry(tr_marked(say.HEADING), "summary", level=0)

    def _around(self, canvas: Any, _document: Any) -> None:
        """Draw what stands above and below every page."""
        number = canvas.getPageNumber()
        canvas.saveState()
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.5)
        canvas.line(SIDE, BOTTOM - 8, A4[0] - SIDE, BOTTOM - 8)
        canvas.setFont(fonts.FIGURES, 9.5)
        canvas.setFillColor(MUTED)
        canvas.drawString(SIDE, BOTTOM - 22, tr("Made on {day}", day=in_words(self._made_on)))
        canvas.translate(SIDE, BOTTOM - 22)
        canvas.doForm(f"page-{number}")
        canvas.restoreState()
        if number > 1:
            head = self._heads[canvas.goes_on]
            head.wrap(WIDTH, TOP)
            head.drawOn(canvas, SIDE, A4[1] - TOP + 12)


def _head(words: str, type_: fonts.Typesetter) -> Paragraph:
    return Paragraph(type_.markup(shortened(words, 12)), SMALL)


def _first_page(data: SheetData, type_: fonts.Typesetter) -> Iterator[Flowable]:
    """Yield the group, the day, and the list of all items."""
    yield from _text(data.group, GROUP, type_)
    yield Paragraph(type_.markup(tr_marked(say.HEADING), fonts.BOLD), DISPLAY)
    made_on = tr("Made on {day}.", day=in_words(data.made_on))
    yield Paragraph(type_.markup(f"{made_on} {say.counted(data)}"), BODY)
    yield Spacer(0, 8)
    if data.items:
        yield _list(data.items, type_)
        yield Spacer(0, 14)
        for verdict, words in say.LEGEND.items():
            yield from _marked(
                draw.MARK_OF_VERDICT[verdict], tr_marked(words), type_, f"{verdict_words(verdict)}."
            )
    yield Paragraph(type_.markup(tr_marked(say.ADVICE)), BODY)
    if type_.replaced:
        yield Paragraph(type_.markup(tr_marked(say.REPLACED)), BODY)


def _list(items: Iterable[SheetItem], type_: fonts.Typesetter) -> Table:
    """Return the list on the first page; its heading is on each page it runs over."""
    head = [
        Paragraph(tr_marked(words), COLUMN_RIGHT if words == say.MONEY_COLUMN else COLUMN)
        for words in say.COLUMNS
    ]
    rows = [[*head, Paragraph(tr("Page"), COLUMN_RIGHT)]]
    rows += [_row(number, item, type_) for number, item in enumerate(items)]
    look = TableStyle(
        [
            *PLAIN,
            ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 4),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
            ("LINEBELOW", (0, 0), (-1, 0), 1.2, INK),
            ("LINEBELOW", (0, 1), (-1, -1), 0.5, LINE),
        ]
    )
    return Table(rows, COLUMN_WIDTHS, repeatRows=1, style=look, hAlign="LEFT")


def _row(number: int, item: SheetItem, type_: fonts.Typesetter) -> list[Any]:
    """Return one row; what is long is shortened, since the item's own page has it whole."""
    title = type_.markup(shortened(item.title, WORDS_IN_A_CELL), fonts.SEMIBOLD)
    who = type_.markup(shortened(item.who, WORDS_IN_A_CELL))
    verdict = Paragraph(type_.markup(verdict_words(item.verdict)), TIGHT)
    fit = [Beside(draw.MARK_OF_VERDICT[item.verdict], verdict, 17)]
    if item.practice:
        fit.append(Beside(None, Paragraph(tr_marked(say.PRACTICE), TIGHT), 17))
    return [
        Paragraph(str(number + 1), TIGHT),
        [Paragraph(title, COLUMN), Paragraph(who, TIGHT)],
        fit,
        Paragraph(type_.markup(shortened(item.amount, 12), fonts.FIGURES), FIGURES),
        Paragraph(type_.markup(shortened(item.closes, 12), fonts.FIGURES), TIGHT),
        draw.PageOf(_key(number), COLUMN_WIDTHS[-1]),
    ]


def _key(number: int) -> str:
    return f"item-{number + 1}"


def _page(number: int, item: SheetItem, type_: fonts.Typesetter) -> Iterator[Flowable]:
    """Yield everything about one item, beginning on a new page, on which most of them end."""
    yield PageBreak()
    yield draw.Place(_key(number), f"{number + 1}. {shortened(item.title, TITLE_WORDS)}")
    if item.practice:
        yield _practice(type_)
    yield from _text(f"{number + 1}. {item.title}", TITLE, type_)
    verdict = type_.styled(verdict_words(item.verdict), fonts.BOLD)
    words = Paragraph(f"{verdict} · {type_.markup(item.sort)}", VERDICT)
    yield Beside(draw.MARK_OF_VERDICT[item.verdict], words, MARKS)
    yield from _text(item.what, BODY, type_)
    yield Spacer(0, 3)
    yield from _facts(item.facts, type_)
    yield from _source(item, type_)
    yield from _reasons(item, type_)
    yield from _worth(item, type_)
    if item.questions:
        yield Paragraph(type_.markup(tr_marked(say.QUESTIONS_HEADING), fonts.BOLD), HEADING)
    for question in item.questions:
        yield from _marked(label("•"), question, type_)
    words = f"{tr_marked(say.DECISION_HEADING)}: {number + 1}. {shortened(item.title, 12)}"
    yield Paragraph(type_.markup(words, fonts.BOLD), HEADING)
    yield draw.DecisionBox()
    yield draw.Notes()


def _facts(facts: Iterable[Fact], type_: fonts.Typesetter) -> Iterator[Flowable]:
    """Yield facts, two short ones side by side."""
    waiting: Fact | None = None
    for fact in facts:
        if len(fact.text) > SHORT_FACT:
            if waiting:
                yield from _fact(waiting, type_)
            yield from _fact(fact, type_)
            waiting = None
        elif waiting:
            cells = [[*_fact(waiting, type_)], [*_fact(fact, type_)]]
            yield Table([cells], FACT_COLUMNS, style=SIDE_BY_SIDE)
            waiting = None
        else:
            waiting = fact
    if waiting:
        yield from _fact(waiting, type_)


def _fact(fact: Fact, type_: fonts.Typesetter) -> Iterator[Flowable]:
    """Yield a fact beside its label; what has several lines is run on, to save paper."""
    for line, words in enumerate(pieces("; ".join(pieces(fact.text)))):
        text = Paragraph(type_.markup(words), BODY)
        yield Beside(None if line else label(fact.label), text, LABELS)


def _worth(item: SheetItem, type_: fonts.Typesetter) -> Iterator[Flowable]:
    """Yield whether it is worth the work of applying."""
    if not item.cost:
        return
    yield Paragraph(type_.markup(tr_marked(say.COST_HEADING), fonts.BOLD), HEADING)
    if item.worth:
        because = f"{item.worth.because} {item.cost}"
        yield from _reason(replace(item.worth, because=because), type_)
    else:
        yield from _text(item.cost, BODY, type_)


def _reasons(item: SheetItem, type_: fonts.Typesetter) -> Iterator[Flowable]:
    """Yield each rule's answer with its mark, warnings first."""
    if item.reasons:
        yield Paragraph(type_.markup(tr_marked(say.REASONS_HEADING), fonts.BOLD), HEADING)
    for reason in say.warnings_first(item.reasons):
        yield from _reason(reason, type_)


def _reason(reason: Reason, type_: fonts.Typesetter) -> Iterator[Flowable]:
    """Yield one rule's answer."""
    mark = draw.MARK_OF_ANSWER[say.shown_answer(reason)]
    yield from _marked(mark, reason.because, type_, say.heading_of(reason))


def _marked(
    mark: Draw, text: str, type_: fonts.Typesetter, heading: str = ""
) -> Iterator[Flowable]:
    """Yield a line with a mark before it, and a heading in it if there is one."""
    bold = f"{type_.styled(heading, fonts.SEMIBOLD)} " if heading else ""
    for line, words in enumerate(pieces(text)):
        paragraph = Paragraph(("" if line else bold) + type_.markup(words), BODY)
        yield Beside(None if line else mark, paragraph, MARKS)


def _text(text: str, style: ParagraphStyle, type_: fonts.Typesetter) -> Iterator[Flowable]:
    """Yield a text of any length as paragraphs."""
    for words in pieces(text):
        yield Paragraph(type_.markup(words, style.fontName), style)


def _practice(type_: fonts.Typesetter) -> Flowable:
    """Return the mark of what is for practice: a strip with a broken edge across the page."""
    words = Paragraph(type_.markup(tr_marked(say.PRACTICE_SENTENCE), fonts.SEMIBOLD), COLUMN)
    edge = TableStyle(
        [
            *PLAIN,
            ("BOX", (0, 0), (-1, -1), 1, INK, 1, (5, 3)),
            ("BACKGROUND", (0, 0), (-1, -1), SHADE),
            ("TOPPADDING", (0, 0), (-1, -1), 1),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
            ("LEFTPADDING", (0, 0), (-1, -1), 8),
        ]
    )
    return Table([[words]], [WIDTH], style=edge, spaceAfter=5)


def _source(item: SheetItem, type_: fonts.Typesetter) -> Iterator[Flowable]:
    """Yield where it comes from, and its web page as a link that shows where it goes."""
    yield from _text(item.source, SMALL, type_)
    if is_web_address(item.address):
        text = type_.markup(item.address)
        yield Paragraph(f"<a href={quoteattr(item.address)}>{text}</a>", SMALL)
    else:
        yield from _text(item.address, SMALL, type_)
