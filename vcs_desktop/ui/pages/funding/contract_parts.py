"""A contract to bid for, explained: how far it has come, its parts, and what changed."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from vcs_desktop.domain import days, money
from vcs_desktop.domain.opportunities import OpportunityDetail
from vcs_desktop.domain.tenders import Change, Lot, TenderNotice
from vcs_desktop.ui.opportunity_words import counted
from vcs_desktop.ui.pages.funding.words import breakable
from vcs_desktop.ui.widgets.basics import card, column, label, panel, picture, row
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.fold import Fold

# OCDS stages as people would say them; the last two are one to a reader.
_STAGES = (
    ("planning", "Being planned"),
    ("tender", "Open for bids"),
    ("award", "Given to someone"),
    ("contract", "Under way"),
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
        panel(
            column(label(heading, "strong", wrap=True), label(sentence, "muted", wrap=True), gap=0)
        )
        for heading, sentence in plainly
    ]
    title = label("This contract in plain English", "heading", wrap=True)
    return card(title, _stages(notice.stage), *told, gap=12)


def _stages(stage: str) -> QWidget:
    reached = _SAME_STAGE.get(stage, stage)
    names = [name for name, _words in _STAGES]
    now = names.index(reached) if reached in names else 1
    steps = []
    for place, (_name, words) in enumerate(_STAGES):
        icon, colour, kind, said = _step(place, now)
        step = label(words, kind)
        step.setAccessibleName(f"Stage {place + 1} of {len(_STAGES)}: {words}, {said}")
        steps.append(panel(row(picture(icon, colour, 16), step, gap=6)))
    return panel(FlowLayout(*steps, gap=16))


def _step(place: int, now: int) -> tuple[str, str, str, str]:
    """Return the icon, its colour, the kind of words, and how far that is, said."""
    if place < now:
        return "circle-check", "ok", "muted", "done"
    if place == now:
        return "chevron-right", "brand", "strong", "now"
    return "clock", "muted", "muted", "still to come"


def _lots(lots: tuple[Lot, ...]) -> QWidget | None:
    if not lots:
        return None
    fold = Fold(f"See the {counted(len(lots), 'part', 'parts')} you can bid for")
    for lot in lots:
        told = [label(lot.title or "A part with no name", "strong", wrap=True)]
        facts = " · ".join(fact for fact in _lot_facts(lot) if fact)
        if facts:
            told.append(label(facts, "muted", wrap=True))
        if lot.description:
            told.append(label(lot.description, wrap=True))
        fold.content.put(panel(column(*told, gap=0)))
    return card(fold, margins=(12, 6, 12, 8))


def _lot_facts(lot: Lot) -> tuple[str, ...]:
    return (
        money.in_pounds(lot.value_pence) if lot.value_pence is not None else "",
        f"from {days.shortly(lot.starts_on)}" if lot.starts_on else "",
        f"until {days.shortly(lot.ends_on)}" if lot.ends_on else "",
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
                        f"{change.what}, changed on {when}" if when else change.what,
                        "strong",
                        wrap=True,
                    ),
                    label(_changed(change), "muted", wrap=True),
                    gap=0,
                )
            )
        )
    return card(label("What the buyer changed", "heading", wrap=True), *told, gap=10)


def _changed(change: Change) -> str:
    if not change.before:
        return f"New: {change.after}"
    if not change.after:
        return f"Taken out. It said: {change.before}"
    return f"It said: {change.before}\nIt says now: {change.after}"


def _papers(notice: TenderNotice) -> QWidget | None:
    if not notice.papers:
        return None
    fold = Fold(f"See the {counted(len(notice.papers), 'paper', 'papers')} the buyer points to")
    for paper in notice.papers:
        told = [label(paper.title or "A paper with no name", "strong", wrap=True)]
        if paper.url:
            told.append(label(breakable(paper.url), "muted", wrap=True))
        fold.content.put(panel(column(*told, gap=0)))
    return card(fold, margins=(12, 6, 12, 8))
