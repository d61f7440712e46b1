"""``vcs-desktop library …``: load, search, show, status, forget, fit and template."""

import argparse
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from vcs_desktop.app.cli_answer import (
    CANNOT_USE,
    GOOD,
    USED_IN_PART,
    Answer,
    columns,
    how_many,
    paragraphs,
)
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.domain.days import closing_in_words, shortly
from vcs_desktop.domain.fit.result import Answer as RuleAnswer
from vcs_desktop.domain.fit.result import Fit, verdict_words
from vcs_desktop.domain.library import STARTER, THIS_COMPUTER, Kind
from vcs_desktop.domain.money import pounds_of, range_in_pounds
from vcs_desktop.domain.opportunities import RecordLine

if TYPE_CHECKING:
    from vcs_desktop.services.arrivals import FileAlong
    from vcs_desktop.services.library.reports import OriginStatus

REFUSALS_SHOWN = 20
_MARKS = {RuleAnswer.MEETS: "+", RuleAnswer.UNKNOWN: "?", RuleAnswer.FAILS: "-"}


def load(parts: Parts, arguments: argparse.Namespace) -> Answer:
    """Read files into the library; say what came of every row."""
    report = parts.library.load(arguments.paths)
    whole = not any(file.refused for file in report.files)
    used = any(file.is_usable and (not file.refused or file.taken) for file in report.files)
    code = GOOD if whole else USED_IN_PART if used else CANNOT_USE
    words = []
    for file in report.files:
        counted = (
            f"{file.format}: {how_many(file.read, 'row')} read, {file.added:,} new, "
            f"{file.changed:,} changed, {file.unchanged:,} as before"
        )
        words.append(f"{file.path}\n  {counted if file.is_usable else 'This file cannot be used.'}")
        words += [f"  Not taken, {one.where}: {one.why}" for one in file.refused[:REFUSALS_SHOWN]]
        if (more := len(file.refused) - REFUSALS_SHOWN) > 0:
            words.append(f"  … and {more:,} more that were not taken")
    return Answer(report.as_json(), paragraphs(words), code)


def search(parts: Parts, arguments: argparse.Namespace) -> Answer:
    """Find records by their words, the best first."""
    from vcs_desktop.services.library.reports import line_as_json

    kinds = _kinds(arguments.kind)
    parts.library.finish_index()
    page = parts.search.ranked(
        " ".join(arguments.words), kinds=kinds, open_on=arguments.open_on, limit=arguments.limit
    )
    content = {"total": page.total, "results": [line_as_json(line) for line in page.results]}
    found = f"{how_many(page.total, 'record')} found"
    if page.total > len(page.results):
        found += f", the best {len(page.results):,} of them"
    return Answer(content, paragraphs(found, _lines(parts, page.results)))


def show(parts: Parts, arguments: argparse.Namespace) -> Answer:
    """Show one record whole: where it came from, its messages, and all that was published."""
    detail = parts.library.show(arguments.id)
    provenance, files = detail.provenance, parts.arrivals.files_of(detail.data)
    facts = [
        ("Kind", detail.line.kind),
        ("From", detail.line.who),
        ("Amount", range_in_pounds(detail.line.amount_min_pence, detail.line.amount_max_pence)),
        ("Open", _closing(parts, detail.line)),
        ("Source", provenance.source),
        ("Link", provenance.source_url),
        ("Licence", provenance.licence),
        ("As of", shortly(provenance.as_of) if provenance.as_of else ""),
    ]
    facts += [
        (f"Message {place}", f"{one.date}  {one.release_id}  {', '.join(one.tags)}")
        for place, one in enumerate(detail.releases, 1)
    ]
    facts += [("File", _file(parts, each)) for each in files]
    told = columns([(name, value) for name, value in facts if value])
    published = ["As published:", json.dumps(detail.data, ensure_ascii=False, indent=2)]
    words = paragraphs(detail.line.title, detail.line.summary, told, published)
    content = detail.as_json() | {"files": [each.as_json() for each in files]}
    return Answer(content, words)


def _file(parts: Parts, along: "FileAlong") -> str:
    """Say what a file is called that goes along with a record, and where it lies."""
    from vcs_desktop.services.arrivals.along import NotHereYet

    try:
        place = str(parts.arrivals.file(along.sha256))
    except NotHereYet as missing:
        place = missing.message
    return f"{along.title}: {place}" if along.title else place


def status(parts: Parts, arguments: argparse.Namespace) -> Answer:  # noqa: ARG001  as all commands
    """Say what the library holds."""
    parts.library.finish_index()
    held = parts.library.status()
    counted = columns([(kind, f"{number:,}") for kind, number in held.counts.items()])
    names = {STARTER: "What came with the program", THIS_COMPUTER: "What you added"}
    origins = [f"{names.get(one.name, one.name)}{_how_new(one)}" for one in held.origins]
    words = paragraphs(
        f"{how_many(sum(held.counts.values()), 'record')} in {held.size_bytes / 1e6:.1f} MB",
        counted,
        origins,
    )
    return Answer(held.as_json(), words)


def _how_new(origin: "OriginStatus") -> str:
    version = f"version {origin.version:,}" if origin.version else ""
    as_of = f"as of {shortly(origin.as_of)}" if origin.as_of else ""
    told = ", ".join(filter(None, (version, as_of)))
    return f": {told}" if told else ""


def forget(parts: Parts, arguments: argparse.Namespace) -> Answer:
    """Take out a library that others publish, and the yes to whose it is."""
    count = parts.library.forget(arguments.library)
    words = paragraphs(
        f"Removed: {arguments.library}, {how_many(count, 'record')}.",
        "When it comes again, its digits have to be compared again.",
    )
    return Answer({"library": arguments.library, "removed": count}, words)


def fit(parts: Parts, arguments: argparse.Namespace) -> Answer:
    """Judge what a group can apply for, the best first."""
    from vcs_desktop.feeds.profiles import read_profile

    profile = read_profile(arguments.profile)
    judged = parts.fit.best(profile, on=arguments.on, limit=arguments.limit)
    content = {"results": [_fit_as_json(line, its_fit) for line, its_fit in judged]}
    words = [text for line, its_fit in judged for text in _fit_in_words(line, its_fit)]
    return Answer(content, paragraphs(words or ["Nothing is open."]))


def template(parts: Parts, arguments: argparse.Namespace) -> Answer:  # noqa: ARG001  as all commands
    """Write an empty form in which people can put grants of their own."""
    from vcs_desktop.documents.funding_template import write_template

    write_template(arguments.file)
    return Answer({"file": str(arguments.file)}, f"Written: {arguments.file}")


def _kinds(asked: list[str]) -> tuple[Kind, ...]:
    """Return the kinds asked for.

    Raises:
        CannotUseInput: one of them is no kind.
    """
    if wrong := [kind for kind in asked if kind not in set(Kind)]:
        raise CannotUseInput(
            message=f"There is no kind of record called {wrong[0]}.",
            advice=f"Choose one of these: {', '.join(Kind)}.",
        )
    return tuple(map(Kind, asked))


def _fit_as_json(line: RecordLine, fit: Fit) -> dict[str, Any]:
    from vcs_desktop.services.library.reports import line_as_json

    cost = fit.cost and {
        "hours": fit.cost.hours,
        "rate": pounds_of(fit.cost.rate_pence),
        "rate_name": fit.cost.rate_name,
        "total": pounds_of(fit.cost.total_pence),
        "expected": None if fit.cost.expected_pence is None else pounds_of(fit.cost.expected_pence),
    }
    reasons = [
        {
            "rule": each.rule,
            "verdict": each.answer,
            "because": each.because,
            "advises": each.advises,
        }
        for each in fit.reasons
    ]
    judged = {"verdict": fit.verdict, "score": fit.score, "reasons": reasons, "cost": cost}
    return line_as_json(line) | judged


def _fit_in_words(line: RecordLine, fit: Fit) -> Iterator[str]:
    yield f"{verdict_words(fit.verdict)}: {line.title} ({line.id})"
    yield f"  {range_in_pounds(line.amount_min_pence, line.amount_max_pence)}, {line.who}"
    yield from (f"  {_MARKS[reason.answer]} {reason.because}" for reason in fit.reasons)


def _lines(parts: Parts, lines: tuple[RecordLine, ...]) -> Iterator[str]:
    for line in lines:
        yield f"{line.title} ({line.kind}, {line.id})"
        told = [line.who, _closing(parts, line), line.why]
        yield "  " + " · ".join(words for words in told if words)


def _closing(parts: Parts, line: RecordLine) -> str:
    """Return when it closes, or nothing for what never could."""
    if line.closes_on is None and not line.rolling:
        return ""
    return closing_in_words(line.closes_on, parts.clock.today(), rolling=line.rolling)
