"""The group's papers: its policies, its insurance, its lease, its accounts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from vcs_desktop.core.language import tr, tr_marked
from vcs_desktop.domain.due import Due, DueKind
from vcs_desktop.domain.group import Policy
from vcs_desktop.domain.group_documents import (
    ASKED_OFTEN,
    NAMES,
    DocumentKind,
    is_policy,
    kind_named,
)
from vcs_desktop.domain.stored_file import StoredFile

_KIND = "document"
"""What ``domain/kinds.py`` calls the record of a paper."""


@dataclass(frozen=True, slots=True)
class PaperVersion:
    """One version of a paper: the file, and the day it was added."""

    id: str
    label: str = ""
    file: StoredFile | None = None
    added_on: date | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper that the group has, with a file or without.

    ``name`` is the group's own name for it, needed only where the kind does not say it.
    ``agreed_on`` is the day it was last agreed or looked through, ``review_on`` the day
    the group wants to look again, and ``expires_on`` the last day on which it holds, such
    as an insurance; None is not known.
    """

    id: str = ""
    name: str = ""
    kind: DocumentKind = DocumentKind.OTHER
    agreed_on: date | None = None
    review_on: date | None = None
    expires_on: date | None = None
    note: str = ""
    versions: tuple[PaperVersion, ...] = ()


def name_of(paper: Paper) -> str:
    """Return what a paper is called, in the language of the window."""
    return paper.name or tr_marked(NAMES[paper.kind])


def english_name(values: Mapping[str, Any]) -> str:
    """Return what a paper without a name of its own is called in lists; never translated.

    It is kept in the group's file, where it must be the same on every computer.
    """
    kind = values.get("kind", DocumentKind.OTHER)
    return str(NAMES[DocumentKind(kind)]) if kind in frozenset(DocumentKind) else ""


def policy_name(paper: Paper) -> str:
    """Return the English name of a policy, as the library's programmes ask for it."""
    return paper.name or NAMES[paper.kind]


def policies_in(papers: Iterable[Paper]) -> tuple[Policy, ...]:
    """Return the policies among a group's papers, as fit is judged by them."""
    return tuple(
        Policy(policy_name(each), each.agreed_on) for each in papers if is_policy(each.kind)
    )


def paper_of(policy: Policy, paper_id: str = "") -> Paper:
    """Return the paper for a policy; it keeps its name where ours for that kind is another."""
    kind = kind_named(policy.name)
    named = Paper(paper_id, kind=kind if is_policy(kind) else DocumentKind.OTHER)
    named = replace(named, agreed_on=policy.reviewed_on)
    return named if policy_name(named) == policy.name else replace(named, name=policy.name)


def newest(paper: Paper) -> PaperVersion | None:
    """Return the version that holds now, the one added last; None where there is no file."""
    with_file = [each for each in paper.versions if each.file is not None]
    return max(with_file, key=version_order, default=None)


def newest_first(paper: Paper) -> tuple[PaperVersion, ...]:
    """Return the versions of a paper, the one added last at the head."""
    return tuple(sorted(paper.versions, key=version_order, reverse=True))


def version_order(version: PaperVersion) -> tuple[date, str]:
    """Return by what versions are put in order: the day they came, then their ids' own order."""
    return version.added_on or date.min, version.id


def with_version(paper: Paper, version: PaperVersion) -> Paper:
    """Return a paper with one more version; those that were there stay."""
    return replace(paper, versions=(*paper.versions, version))


def has_run_out(paper: Paper, on: date) -> bool:
    """Say whether the last day on which a paper holds is over."""
    return paper.expires_on is not None and paper.expires_on < on


def is_due(paper: Paper, on: date) -> bool:
    """Say whether the day has come to look through a paper again."""
    return paper.review_on is not None and paper.review_on <= on


def needs_a_look(paper: Paper, on: date, *, soon: date) -> bool:
    """Say whether somebody should see to a paper: it has run out, will by ``soon``, or is due."""
    runs_out = paper.expires_on is not None and paper.expires_on <= soon
    return runs_out or is_due(paper, on)


def kinds_missing(kinds: Iterable[DocumentKind]) -> tuple[DocumentKind, ...]:
    """Return the kinds that nearly every funder asks for and that are not among some."""
    have = frozenset(kinds)
    return tuple(kind for kind in ASKED_OFTEN if kind not in have)


FIELDS_OF_DUES = frozenset({"name", "kind", "review_on", "expires_on"})
"""All of a paper that ``dues_of`` looks at."""


def dues_of(paper: Paper) -> list[Due]:
    """Return what falls due of a paper: the day to look through it, and its last day."""
    return list(_dues(paper))


def _dues(paper: Paper) -> Iterator[Due]:
    name = name_of(paper)
    if paper.review_on is not None:
        yield Due(
            f"{_KIND}/{paper.id}/review",
            paper.review_on,
            DueKind.REVIEW,
            tr("Look through again: {paper}", paper=name),
            why=tr("Your group wrote this day down for the paper."),
            record_kind=_KIND,
            record_id=paper.id,
        )
    if paper.expires_on is not None:
        yield Due(
            f"{_KIND}/{paper.id}/expiry",
            paper.expires_on,
            DueKind.EXPIRY,
            tr("Last day that it holds: {paper}", paper=name),
            why=tr("Get a new one before this day is over."),
            record_kind=_KIND,
            record_id=paper.id,
        )
