"""A contract to bid for, explained: how far it has come, its parts, and what changed."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import marked, tr, tr_count, tr_marked
from vcs_desktop.domain import days, money
from vcs_desktop.domain.attachments import is_pointer
from vcs_desktop.domain.opportunities import OpportunityDetail
from vcs_desktop.domain.tenders import Change, Lot, Paper, TenderNotice
from vcs_desktop.ui.widgets.address_line import AddressLine
from vcs_desktop.ui.widgets.basics import card, column, label, panel, picture, row
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.fold import Fold
from vcs_desktop.ui.widgets.prose import prose

# OCDS stages as people would say them; the last two are one to a reader.
_STAGES = (
    ("planning", marked("Being planned")),
    ("tender", marked("Open for bids")),
    ("award", marked("Given to someone")),
    ("contract", marked("Under way")),
)
_SAME_STAGE = {"implementation": "contract"}


def contract_parts(detail: OpportunityDetail, notice: TenderNotice) -> list[QWidget]:
    """Return what to show under the fit of a contract; what the buyer leaves out is left out."""
    parts = (
        _explained(detail.plainly, notice),
        _lots(notice.lots),
        _changes(detail.changes),
        _papers(notice),
    )
    return [part for part in parts if part is not None]


def _explained(plainly: Sequence[tuple[str, str]], notice: TenderNotice) -> QWidget:
    told = [
        panel(column(label(heading, "strong", wrap=True), prose(sentence, "muted"), gap=0))
        for heading, sentence in plainly
    ]
    title = label(tr("This contract in plain English"), "heading", wrap=True)
    return card(title, _stages(notice.stage), *told, gap=12)


def _stages(stage: str) -> QWidget:
    reached = _SAME_STAGE.get(stage, stage)
    names = [name for name, _words in _STAGES]
    now = names.index(reached) if reached in names else 1
    steps = []
    for place, (_name, stage_words) in enumerate(_STAGES):
        icon, colour, kind, said = _step(place, now)
        words = tr_marked(stage_words)
        step = label(words, kind)
        step.setAccessibleName(
            tr(
                "Stage {number} of {total}: {words}, {said}",
                number=place + 1,
                total=len(_STAGES),
                words=words,
                said=said,
            )
        )
        steps.append(panel(row(picture(icon, colour, 16), step, gap=6)))
    return panel(FlowLayout(*steps, gap=16))


def _step(place: int, now: int) -> tuple[str, str, str, str]:
    """Return the icon, its colour, the kind of words, and how far that is, said."""
    if place < now:
        return "circle-check", "ok", "muted", tr("done")
    if place == now:
        return "chevron-right", "brand", "strong", tr("now")
    return "clock", "muted", "muted", tr("still to come")


def _lots(lots: tuple[Lot, ...]) -> QWidget | None:
    if not lots:
        return None
    fold = Fold(
        tr_count(
            "See the {count} part you can bid for",
            "See the {count} parts you can bid for",
            len(lots),
        )
    )
    for lot in lots:
        told = [prose(lot.title or tr("A part with no name"), "strong")]
        facts = " · ".join(fact for fact in _lot_facts(lot) if fact)
        if facts:
            told.append(label(facts, "muted", wrap=True))
        if lot.description:
            told.append(prose(lot.description))
        fold.content.put(panel(column(*told, gap=0)))
    return card(fold, margins=(12, 6, 12, 8))


def _lot_facts(lot: Lot) -> tuple[str, ...]:
    return (
        money.in_pounds(lot.value_pence) if lot.value_pence is not None else "",
        tr("from {day}", day=days.shortly(lot.starts_on)) if lot.starts_on else "",
        tr("until {day}", day=days.shortly(lot.ends_on)) if lot.ends_on else "",
    )


def _changes(changes: tuple[Change, ...]) -> QWidget | None:
    if not changes:
        return None
    told: list[QWidget] = []
    for change in changes:
        when = days.shortly(days.local_day(change.released_at)) if change.released_at else ""
        told.append(
            panel(
                column(
                    label(
                        tr("{what}, changed on {day}", what=change.what, day=when)
                        if when
                        else change.what,
                        "strong",
                        wrap=True,
                    ),
                    prose(_changed(change), "muted"),
                    gap=0,
                )
            )
        )
    return card(label(tr("What the buyer changed"), "heading", wrap=True), *told, gap=10)


def _changed(change: Change) -> str:
    if not change.before:
        return tr("New: {after}", after=change.after)
    if not change.after:
        return tr("Taken out. It said: {before}", before=change.before)
    return tr("It said: {before}\nIt says now: {after}", before=change.before, after=change.after)


def _papers(notice: TenderNotice) -> QWidget | None:
    papers = [each for each in notice.papers if not is_pointer(each.url)]
    if not papers:
        return None
    fold = Fold(
        tr_count(
            "See the {count} paper the buyer points to",
            "See the {count} papers the buyer points to",
            len(papers),
        )
    )
    for paper in papers:
        told: list[QWidget] = [prose(paper.title or tr("A paper with no name"), "strong")]
        if paper.url:
            told.append(_paper_address(paper))
        fold.content.put(panel(column(*told, gap=0)))
    return card(fold, margins=(12, 6, 12, 8))


def _paper_address(paper: Paper) -> QWidget:
    name = tr("Open the paper: {title}", title=paper.title or paper.url)
    return AddressLine(paper.url, tr("Open this paper"), name=name)
