"""Rows of a list of papers, taken into the papers of the group."""

from dataclasses import replace

from vcs_desktop.core.language import tr_marked
from vcs_desktop.domain.bring_in import RowIn
from vcs_desktop.domain.days import shortly
from vcs_desktop.domain.group_documents import DocumentKind, kind_named
from vcs_desktop.domain.kinds import DOCUMENT
from vcs_desktop.domain.papers import Paper, name_of, policy_name
from vcs_desktop.domain.tables import documents as table
from vcs_desktop.services.bring_in.keeping import Keeping, with_note
from vcs_desktop.services.bring_in.sheets import key_of
from vcs_desktop.services.bring_in.taken import Taken, filled, said, text_said

_KNOWN = {
    "constitution": DocumentKind.CONSTITUTION,
    "our constitution": DocumentKind.CONSTITUTION,
    "governing document": DocumentKind.CONSTITUTION,
    "rules": DocumentKind.CONSTITUTION,
    "accounts": DocumentKind.ACCOUNTS,
    "annual accounts": DocumentKind.ACCOUNTS,
    "bank statement": DocumentKind.BANK_STATEMENT,
    "insurance": DocumentKind.INSURANCE,
    "public liability": DocumentKind.INSURANCE,
    "public liability insurance": DocumentKind.INSURANCE,
}


class DocumentsMaker:
    """Papers by their names; what one has already is left as it is."""

    def __init__(self, keeping: Keeping) -> None:
        self._keeping = keeping
        self._papers: dict[str, str] = {}
        for paper in keeping.all(Paper, DOCUMENT):
            for name in (policy_name(paper), name_of(paper)):
                self._papers.setdefault(key_of(name), paper.id)
            if not paper.name:
                self._papers.setdefault(_kind_key(paper.kind), paper.id)

    def take(self, row: RowIn) -> Taken:
        """Take a row in."""
        name = text_said(row, table.NAME)
        key, kind = key_of(name), kind_of(name)
        found = self._papers.get(key)
        if not found and kind is not DocumentKind.OTHER:
            found = self._papers.get(_kind_key(kind))
        days = [said(row, each) for each in (table.AGREED_ON, table.REVIEW_ON, table.EXPIRES_ON)]
        line = " · ".join(shortly(day) for day in days if day)
        if not found:
            new = Paper(
                name=name,
                kind=kind,
                agreed_on=days[0],
                review_on=days[1],
                expires_on=days[2],
                note=text_said(row, table.NOTE),
            )
            self._papers[key] = self._keeping.add(DOCUMENT, new)
            return Taken(name, line)
        paper = self._keeping.thing(Paper, found)
        words = {
            each.name: tr_marked(each.words)
            for each in table.DOCUMENTS_IN.columns
            if each.name in (table.AGREED_ON, table.REVIEW_ON, table.EXPIRES_ON)
        }
        there = {each: getattr(paper, each) for each in words}
        new_days, problems = filled(row, there, name_of(paper), words)
        after = replace(paper, **new_days, note=with_note(paper.note, text_said(row, table.NOTE)))
        if after != paper:
            self._keeping.put(DOCUMENT, found, after)
        return Taken(
            name,
            line,
            tuple(problems),
            is_in=after != paper or not problems,
            is_new=False,
            adds_nothing=after == paper,
        )


def kind_of(name: str) -> DocumentKind:
    """Return the kind of paper that a name means, as far as we know it."""
    return _KNOWN.get(key_of(name)) or kind_named(name)


def _kind_key(kind: DocumentKind) -> str:
    return f"kind/{kind}"
