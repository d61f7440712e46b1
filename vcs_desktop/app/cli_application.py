"""``vcs-desktop application new``, ``show`` and ``set``: applications without a window."""

import argparse
from typing import TYPE_CHECKING, Any

from vcs_desktop.app.cli_answer import Answer, paragraphs
from vcs_desktop.app.cli_group import opened
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.errors import CannotUseInput

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vcs_desktop.domain.answers import Answer as OneAnswer
    from vcs_desktop.domain.application_whole import Whole
    from vcs_desktop.domain.applications import NeededPaper, Terms
    from vcs_desktop.domain.funding import FundingCall
    from vcs_desktop.services.records import Held


def new(parts: Parts, arguments: argparse.Namespace) -> Answer:
    """Begin an application from a notice of the library, and say its id."""
    from vcs_desktop.services.in_group import in_group

    call = _call(parts, arguments.notice)
    with opened(parts, arguments) as group:
        applications = in_group(group, parts.clock).applications
        application_id = applications.start_from_call(call)
        whole = applications.whole(application_id)
    content = {"id": application_id, **_as_json(whole)}
    told = f"{application_id}  {whole.application.name}"
    return Answer(content, paragraphs(told, _questions_told(whole)))


def show(parts: Parts, arguments: argparse.Namespace) -> Answer:
    """Say what one application asks and answers, and how long each answer is."""
    from vcs_desktop.services.in_group import in_group

    with opened(parts, arguments) as group:
        whole = in_group(group, parts.clock).applications.whole(arguments.id)
    said = whole.application
    told = [
        said.name,
        f"Funder: {said.funder}" if said.funder else "",
        f"Status: {said.status.value}",
        f"Closes: {said.terms.closes_on.isoformat()}" if said.terms.closes_on else "",
    ]
    asked = zip(_questions_told(whole), whole.answers, strict=True)
    answers = [line for words, each in asked for line in (words, each.text)]
    return Answer({"id": said.id, **_as_json(whole)}, paragraphs(told, answers))


def set_answer(parts: Parts, arguments: argparse.Namespace) -> Answer:
    """Give one question its answer out of a file of text."""
    from dataclasses import replace

    from vcs_desktop.feeds.plain_text import text_of_file
    from vcs_desktop.services.in_group import in_group

    text = text_of_file(arguments.text_file)
    with opened(parts, arguments) as group:
        applications = in_group(group, parts.clock).applications
        asked = _asked(applications.opened(arguments.id).answers, arguments.question)
        applications.save_answer(asked, replace(asked.thing, text=text))
        whole = applications.whole(arguments.id)
    number, kept = next(
        (number, each)
        for number, each in enumerate(whole.answers, start=1)
        if each.id == asked.thing.id
    )
    content = {"id": arguments.id, "question": _answer_as_json(number, kept)}
    return Answer(content, paragraphs(_question_told(number, kept)))


def _call(parts: Parts, notice: str) -> "FundingCall":
    call = parts.funding.detail(notice).call
    if call is None:
        raise CannotUseInput(
            message="This is a contract to bid for. Applications begin from grants.",
            advice="Give --notice the id of a grant: library search finds it.",
        )
    return call


def _asked(answers: "Sequence[Held[OneAnswer]]", question: str) -> "Held[OneAnswer]":
    """Return the answer to a question, by the funder's own number for it or by its place."""
    asked = question.strip().casefold()
    named = [each for each in answers if each.thing.ref.casefold() == asked]
    if len(named) == 1:
        return named[0]
    if asked.isdecimal() and 1 <= int(asked[:9]) <= len(answers):
        return answers[int(asked[:9]) - 1]
    raise CannotUseInput(
        message=f"There is no question {question} in this application.",
        advice=f"It has {len(answers)}: application show says what they are.",
    )


def _as_json(whole: "Whole") -> dict[str, Any]:
    said = whole.application
    return {
        "name": said.name,
        "funder": said.funder,
        "notice": said.call or None,
        "status": said.status.value,
        "decision": said.choice.value,
        "ask": _pounds(said.ask_pence),
        "terms": _terms_as_json(said.terms),
        "documents": [_paper_as_json(each) for each in said.papers],
        "questions": [
            _answer_as_json(number, each) for number, each in enumerate(whole.answers, start=1)
        ],
    }


def _terms_as_json(terms: "Terms") -> dict[str, Any]:
    return {
        "closes_on": terms.closes_on.isoformat() if terms.closes_on else None,
        "closes_time": terms.closes_time or None,
        "award_min": _pounds(terms.award_min_pence),
        "award_max": _pounds(terms.award_max_pence),
        "match_percent": terms.match_percent,
        "pays_overheads": terms.pays_overheads,
        "cost_types": list(terms.cost_types),
        "exclusions": list(terms.exclusions),
        "decision_weeks": terms.decision_weeks,
        "max_duration_months": terms.max_duration_months,
        "signatories_needed": terms.signatories_needed,
    }


def _paper_as_json(paper: "NeededPaper") -> dict[str, Any]:
    return {
        "name": paper.name,
        "max_age_months": paper.max_age_months,
        "paper": paper.paper or None,
    }


def _answer_as_json(number: int, answer: "OneAnswer") -> dict[str, Any]:
    from vcs_desktop.domain.application_whole import progress_of
    from vcs_desktop.domain.counting import counted

    found = counted(answer.text, answer)
    return {
        "number": number,
        "id": answer.id,
        "ref": answer.ref,
        "question": answer.question,
        "guidance": answer.guidance,
        "canonical": answer.canonical.value,
        "limit": answer.limit,
        "unit": answer.unit.value,
        "counts_spaces": answer.counts_spaces,
        "counts_breaks": answer.counts_breaks,
        "state": progress_of(answer).value,
        "count": found.count,
        "over": found.over,
        "text": answer.text,
    }


def _questions_told(whole: "Whole") -> list[str]:
    return [_question_told(number, each) for number, each in enumerate(whole.answers, start=1)]


def _question_told(number: int, answer: "OneAnswer") -> str:
    from vcs_desktop.domain.counting import counted, in_words

    label = answer.ref or str(number)
    return f"{label}. {answer.question}  ({in_words(counted(answer.text, answer))})"


def _pounds(pence: int | None) -> int | float | None:
    from vcs_desktop.domain.money import pounds_of

    return None if pence is None else pounds_of(pence)
