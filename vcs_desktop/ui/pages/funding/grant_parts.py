"""What a grant asks of those who apply: questions, papers, what it pays for and what not."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.funding import FundingCall, Question, RequiredDocument
from vcs_desktop.ui.widgets.basics import card, column, label, panel
from vcs_desktop.ui.widgets.fold import Fold
from vcs_desktop.ui.widgets.prose import prose


def grant_parts(call: FundingCall) -> list[QWidget]:
    """Return what to show under the fit of a grant; what they do not say is left out."""
    parts = (
        _questions(call.questions),
        _papers(call.required_documents),
        _pays_for(call),
        _listed(tr("They do not pay for"), call.exclusions),
        _listed(tr("Rules about other grants"), [each.text for each in call.conflicts]),
    )
    return [part for part in parts if part is not None]


def _questions(questions: tuple[Question, ...]) -> QWidget | None:
    if not questions:
        return None
    fold = Fold(
        tr_count(
            "See the {count} question they ask",
            "See the {count} questions they ask",
            len(questions),
        )
    )
    for number, question in enumerate(questions, start=1):
        told = [prose(f"{number}. {question.text}", "strong")]
        if question.limit:
            told.append(label(_limit(question.limit, question.unit), "muted", wrap=True))
        if question.guidance:
            told.append(prose(question.guidance, "muted"))
        fold.content.put(panel(column(*told, gap=0)))
    return card(fold, margins=(12, 6, 12, 8))


def _limit(most: int, unit: str) -> str:
    if unit == "characters":
        return tr_count("Up to {count} character", "Up to {count} characters", most)
    return tr_count("Up to {count} word", "Up to {count} words", most)


def _papers(papers: tuple[RequiredDocument, ...]) -> QWidget | None:
    return _listed(tr("Papers they ask for"), [_paper(paper) for paper in papers])


def _paper(paper: RequiredDocument) -> str:
    if paper.max_age_months is None:
        return paper.name
    return tr_count(
        "{paper}, no more than {count} month old",
        "{paper}, no more than {count} months old",
        paper.max_age_months,
        paper=paper.name,
    )


def _pays_for(call: FundingCall) -> QWidget | None:
    told = list(call.cost_types)
    if call.pays_overheads is not None:
        told.append(
            tr("A share of your running costs")
            if call.pays_overheads
            else tr("Nothing towards your running costs")
        )
    if call.match_percent:
        percent = call.match_percent
        told.append(tr("You must find {percent} % of the cost elsewhere", percent=percent))
    if call.max_duration_months:
        told.append(
            tr_count(
                "Work that lasts up to {count} month",
                "Work that lasts up to {count} months",
                call.max_duration_months,
            )
        )
    return _listed(tr("What they pay for"), told)


def _listed(title: str, entries: Iterable[str]) -> QWidget | None:
    every = [entry for entry in entries if entry]
    if not every:
        return None
    points = [prose(f"•  {_begun(entry)}") for entry in every]
    return card(label(title, "heading", wrap=True), *points, gap=6)


def _begun(entry: str) -> str:
    return entry[:1].upper() + entry[1:]
