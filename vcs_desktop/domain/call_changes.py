"""What a funder's notice says now that a draft does not say yet.

A draft keeps its questions, terms and papers as they were when they were taken from the
notice. When the library brings a newer notice, a person sees each difference and takes over
what they want. The words of their answers are never touched.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from vcs_desktop.domain.answers import Answer, Canonical, ListedQuestion
from vcs_desktop.domain.application_whole import Whole
from vcs_desktop.domain.applications import NeededPaper, Terms
from vcs_desktop.domain.call_terms import papers_of, questions_of, terms_of
from vcs_desktop.domain.funding import FundingCall
from vcs_desktop.domain.words_typed import folded

_ABOUT_TERMS = frozenset({"taken_on", "digest"})
_ALIKE = 0.5
_MOST_COMPARED = 200
"""Words of a question: two that are alike are so from the beginning."""


class ChangeKind(StrEnum):
    """What is different."""

    TERM = "term"
    QUESTION_NEW = "question_new"
    QUESTION_CHANGED = "question_changed"
    QUESTION_GONE = "question_gone"
    PAPER_NEW = "paper_new"
    PAPER_CHANGED = "paper_changed"
    PAPER_GONE = "paper_gone"


@dataclass(frozen=True, slots=True)
class CallChange:
    """One difference. ``id`` names it, so that it can be chosen.

    ``name`` is the field of the terms, the id of the draft's answer, or that of its needed
    paper; of a new question it is the id of the answer after which it is asked, empty for the
    very beginning. ``was`` is what the draft says and ``now`` what the
    notice says, None where it says nothing: a value of the terms, a question or a paper.
    ``has_text`` is of a question that is gone and has an answer already.
    """

    id: str
    kind: ChangeKind
    name: str = ""
    was: Any = None
    now: Any = None
    has_text: bool = False


def changes_in(whole: Whole, call: FundingCall) -> tuple[CallChange, ...]:
    """Return what the notice says otherwise than the draft; nothing where it is as it was taken.

    A draft that did not begin from this notice has no changes.
    """
    said = whole.application
    newest = terms_of(call)
    if said.call != call.id or said.terms.digest in ("", newest.digest):
        return ()
    return (
        *_terms(said.terms, newest),
        *_questions(whole.answers, questions_of(call)),
        *_papers(said.papers, papers_of(call)),
    )


def terms_changed(was: FundingCall, now: FundingCall) -> tuple[CallChange, ...]:
    """Return what a notice says of its terms otherwise than it did before."""
    return tuple(_terms(terms_of(was), terms_of(now)))


def with_terms(terms: Terms, newest: Terms, chosen: Collection[CallChange]) -> Terms:
    """Return the terms of a draft with those of the newest that were chosen.

    They count as looked at: what was not chosen is not offered again.
    """
    taken = {each.name: each.now for each in chosen if each.kind is ChangeKind.TERM}
    return replace(terms, **taken, taken_on=newest.taken_on, digest=newest.digest)


def with_papers(
    papers: Iterable[NeededPaper], chosen: Collection[CallChange], new_ids: Iterator[str]
) -> tuple[NeededPaper, ...]:
    """Return the papers of a draft with what was chosen; those of the group stay beside them."""
    changed = {each.name: each.now for each in chosen if each.kind is ChangeKind.PAPER_CHANGED}
    gone = {each.name for each in chosen if each.kind is ChangeKind.PAPER_GONE}
    kept = [
        replace(each, max_age_months=changed[each.id].max_age_months)
        if each.id in changed
        else each
        for each in papers
        if each.id not in gone
    ]
    new = [each.now for each in chosen if each.kind is ChangeKind.PAPER_NEW]
    last = max((each.order for each in kept), default=0)
    kept += [
        replace(each, id=next(new_ids), order=last + number)
        for number, each in enumerate(new, start=1)
    ]
    return tuple(kept)


def asked_anew(answer: Answer, question: ListedQuestion) -> Answer:
    """Return an answer to a question as it is asked now, with the person's words as they are."""
    return replace(
        answer,
        ref=question.ref,
        question=question.text,
        guidance=question.guidance,
        limit=question.limit,
        unit=question.unit,
    )


def _terms(was: Terms, now: Terms) -> Iterator[CallChange]:
    for each in fields(Terms):
        before, after = getattr(was, each.name), getattr(now, each.name)
        if each.name not in _ABOUT_TERMS and before != after:
            yield CallChange(f"term/{each.name}", ChangeKind.TERM, each.name, before, after)


def _questions(
    answers: Sequence[Answer], questions: Sequence[ListedQuestion]
) -> Iterator[CallChange]:
    if not questions:  # the draft has the standard ones, or its own
        return
    found, after = _pairs(answers, questions), ""
    for question in questions:
        answer = found.get(question.id)
        if answer is None:
            id_, kind = f"question/{question.id}", ChangeKind.QUESTION_NEW
            yield CallChange(id_, kind, after, now=question)
            continue
        after = answer.id
        if asked_anew(answer, question) != answer:
            id_, kind = f"question/{question.id}", ChangeKind.QUESTION_CHANGED
            yield CallChange(id_, kind, answer.id, as_listed(answer), question)
    paired = {each.id for each in found.values()}
    for answer in answers:
        if answer.id not in paired:
            yield CallChange(
                f"answer/{answer.id}",
                ChangeKind.QUESTION_GONE,
                answer.id,
                as_listed(answer),
                has_text=bool(answer.text.strip()),
            )


def as_listed(answer: Answer) -> ListedQuestion:
    """Return the question of an answer by itself."""
    return ListedQuestion(
        id=answer.id,
        order=answer.order,
        ref=answer.ref,
        text=answer.question,
        guidance=answer.guidance,
        limit=answer.limit,
        unit=answer.unit,
        counts_spaces=answer.counts_spaces,
        counts_breaks=answer.counts_breaks,
        canonical=answer.canonical,
    )


def _pairs(answers: Sequence[Answer], questions: Sequence[ListedQuestion]) -> dict[str, Answer]:
    """Return which answer goes with which question, by the ids of the questions.

    First those with the same words, then those with the same number that ask nearly the same,
    then those that ask nearly the same. A number alone says nothing: when a question is put in
    between, all after it have another.
    """
    found: dict[str, Answer] = {}
    for is_pair in (_same_words, _same_number, _alike):
        left = [each for each in answers if each.id not in {one.id for one in found.values()}]
        for question in questions:
            if question.id in found:
                continue
            match = next((each for each in left if is_pair(each, question)), None)
            if match is not None:
                found[question.id] = match
                left.remove(match)
    return found


def _same_words(answer: Answer, question: ListedQuestion) -> bool:
    return _plain(answer.question) == _plain(question.text)


def _same_number(answer: Answer, question: ListedQuestion) -> bool:
    if not question.ref or _plain(answer.ref) != _plain(question.ref):
        return False
    same = answer.canonical is question.canonical and question.canonical is not Canonical.NONE
    return same or _alike(answer, question)


def _alike(answer: Answer, question: ListedQuestion) -> bool:
    was, now = (_plain(each).split()[:_MOST_COMPARED] for each in (answer.question, question.text))
    return SequenceMatcher(None, was, now, autojunk=False).ratio() >= _ALIKE


def _papers(was: Sequence[NeededPaper], now: Sequence[NeededPaper]) -> Iterator[CallChange]:
    left = list(was)
    for paper in now:
        match = next((each for each in left if _plain(each.name) == _plain(paper.name)), None)
        if match is None:
            yield CallChange(f"paper/{paper.id}", ChangeKind.PAPER_NEW, now=paper)
            continue
        left.remove(match)
        if match.max_age_months != paper.max_age_months:
            id_, kind = f"paper/{paper.id}", ChangeKind.PAPER_CHANGED
            yield CallChange(id_, kind, match.id, match, paper)
    for paper in left:
        yield CallChange(f"needed/{paper.id}", ChangeKind.PAPER_GONE, paper.id, paper)


def _plain(text: str) -> str:
    return " ".join(folded(text).split())
