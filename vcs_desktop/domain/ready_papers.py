"""Are the papers that a funder asks for there, and are they in date?"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.applications import NeededPaper
from vcs_desktop.domain.days import months_on
from vcs_desktop.domain.ordered import in_order
from vcs_desktop.domain.papers import Paper, has_run_out, is_due, name_of, newest
from vcs_desktop.domain.ready_lines import ReadyLine, Topic, good, look, to_do


def about_papers(
    asked_for: Iterable[NeededPaper], papers: Mapping[str, Paper], today: date
) -> Iterator[ReadyLine]:
    """Hold the papers that a funder asks for against the group's own, by their ids, on a day."""
    needed = in_order(asked_for)
    found = [line for each in needed for line in _paper(each, papers.get(each.paper), today)]
    yield from found
    if needed and not found:
        yield good(Topic.PAPERS, tr("Every paper they ask for is there, and in date."))


def _paper(needed: NeededPaper, paper: Paper | None, today: date) -> Iterator[ReadyLine]:
    if paper is None:
        yield to_do(
            Topic.PAPERS,
            tr("They ask for: {paper}. None is chosen.", paper=needed.name),
            tr("Choose one of your documents, or add it."),
            needed.id,
        )
        return
    name = name_of(paper)
    version = newest(paper)
    if has_run_out(paper, today):
        yield to_do(
            Topic.PAPERS,
            tr("“{paper}” has run out.", paper=name),
            tr("Add the new one."),
            needed.id,
            paper.id,
        )
    elif _is_too_old(needed, paper, today):
        yield to_do(
            Topic.PAPERS,
            tr_count(
                "“{paper}” may be {count} month old at most.",
                "“{paper}” may be {count} months old at most.",
                needed.max_age_months or 0,
                paper=name,
            ),
            tr("Add a newer one, or write down its day."),
            needed.id,
            paper.id,
        )
    elif is_due(paper, today):
        yield look(
            Topic.PAPERS,
            tr("The day has come to look through “{paper}”.", paper=name),
            tr("Agree it again, or say why not."),
            needed.id,
            paper.id,
        )
    if version is None:
        yield look(
            Topic.PAPERS,
            tr("“{paper}” has no file here.", paper=name),
            tr("Add the file under Documents, or remember to send it on paper."),
            needed.id,
            paper.id,
        )


def _is_too_old(needed: NeededPaper, paper: Paper, today: date) -> bool:
    """Say whether a paper is older than they take; one without any day counts as too old."""
    if needed.max_age_months is None:
        return False
    version = newest(paper)
    dated = paper.agreed_on or (version.added_on if version else None)
    return dated is None or dated < months_on(today, -needed.max_age_months)
