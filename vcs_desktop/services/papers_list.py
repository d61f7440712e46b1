"""The list of the group's papers as a table, in the words of the screen."""

from collections.abc import Sequence

from vcs_desktop.core.language import tr, tr_marked
from vcs_desktop.domain.days import in_words
from vcs_desktop.domain.group_documents import NAMES
from vcs_desktop.domain.papers import name_of, newest
from vcs_desktop.domain.table_out import CellKind, Column, TableOut
from vcs_desktop.services.in_group import InGroup


def papers_table(inside: InGroup, ids: Sequence[str], about: Sequence[str]) -> TableOut:
    """Return papers in the order of their ids; what is not there any more is left out.

    ``about`` says how they were chosen. Of a file only its name is told.
    """
    papers = {each.id: each for each in inside.papers.all()}
    chosen = [papers[id_] for id_ in ids if id_ in papers]
    files = {paper.id: version.file for paper in chosen if (version := newest(paper))}
    return TableOut(
        title=tr("Documents"),
        about=(
            tr("From the records of {group}.", group=inside.group.name),
            *about,
            tr("As of {day}.", day=in_words(inside.records.clock.today())),
        ),
        columns=(
            Column(tr("Name")),
            Column(tr("Kind")),
            Column(tr("Agreed"), CellKind.DAY),
            Column(tr("Look again"), CellKind.DAY),
            Column(tr("Last day"), CellKind.DAY),
            Column(tr("File")),
            Column(tr("Note")),
        ),
        rows=tuple(
            (
                name_of(paper),
                tr_marked(NAMES[paper.kind]),
                paper.agreed_on,
                paper.review_on,
                paper.expires_on,
                file.name if (file := files.get(paper.id)) else "",
                paper.note,
            )
            for paper in chosen
        ),
    )
