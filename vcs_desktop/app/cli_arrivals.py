"""``vcs-desktop sync`` and ``vcs-desktop library import``: libraries that others publish."""

import argparse
from collections.abc import Iterator

from vcs_desktop.app.cli_answer import (
    CANNOT_USE,
    GOOD,
    NOT_TRUSTED,
    OFFLINE,
    Answer,
    columns,
    how_many,
    paragraphs,
    print_answer,
)
from vcs_desktop.app.cli_laptops import with_service
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.errors import AppError, CannotUseInput, words_for
from vcs_desktop.core.settings import SettingsFile
from vcs_desktop.domain.days import local_day, shortly
from vcs_desktop.services.arrivals import Arrival, Offer, Outcome, Step

_MB, _GB = 1_000_000, 1_000_000_000
_LATE = "It should have been replaced by now, so it may be out of date."


def sync(parts: Parts, arguments: argparse.Namespace) -> Answer:
    """Fetch what is new in the library; with a group, exchange its changes as well.

    Each of the two is done whatever came of the other.
    """
    if not arguments.group:
        return _library(parts, arguments)
    settings = SettingsFile(parts.folder.settings_file)
    answers = []
    steps = [("group", with_service)]
    if arguments.service or settings.current.service:
        steps.insert(0, ("library", _library))
    for name, step in steps:
        try:
            answers.append((name, step(parts, arguments)))
        except AppError as error:
            told = {"message": error.message, "advice": error.advice}
            answers.append((name, Answer({"error": told}, words_for(error), _code(error))))
    return Answer(
        {name: each.content for name, each in answers},
        paragraphs(each.words for _, each in answers),
        max(each.code for _, each in answers),
    )


def _library(parts: Parts, arguments: argparse.Namespace) -> Answer:
    """Fetch what is new; keep the address for the next time once it has worked."""
    settings = SettingsFile(parts.folder.settings_file)
    address = arguments.service or settings.current.service
    if not address:
        raise CannotUseInput(
            message="There is no address yet to fetch a library from.",
            advice="Give it once, with --service.",
        )
    arrival = parts.arrivals.sync(address, trust=arguments.trust, text_only=arguments.text_only)
    if arrival.error is None and address != settings.current.service:
        settings.change(service=address)
    return _answer(arrival, how_to_trust=f"--service {address} --trust")


def take_in(parts: Parts, arguments: argparse.Namespace) -> Answer:
    """Take in a pack or a folder; say first what it holds and what it needs."""
    try:
        offer = parts.arrivals.look_at(arguments.file)
        if not arguments.json:
            print_answer(Answer({}, paragraphs(_offered(offer))), as_json=False)
        arrival = parts.arrivals.take_in(
            arguments.file, trust=arguments.trust, text_only=arguments.text_only
        )
    except AppError as error:
        told = {"message": error.message, "advice": error.advice}
        return Answer({"error": told}, words_for(error), _code(error))
    return _answer(arrival, how_to_trust="--trust", is_offered=True)


def _answer(arrival: Arrival, *, how_to_trust: str, is_offered: bool = False) -> Answer:
    words: list[str] = []
    if arrival.offer and not is_offered and arrival.outcome != Outcome.NOTHING_NEW:
        words += _offered(arrival.offer)
    if arrival.error:
        words.append(words_for(arrival.error))
        if arrival.outcome == Outcome.ASKS and arrival.offer:
            words.append(f'If the digits are right: {how_to_trust} "{arrival.offer.fingerprint}"')
        if arrival.wait_s:
            words.append(f"It asks us to come again in {how_many(_minutes(arrival), 'minute')}.")
    elif arrival.outcome == Outcome.NOTHING_NEW:
        words.append("Nothing is new.")
        if arrival.is_late:
            words.append(_LATE)
    else:
        words.append(
            f"{arrival.taken.added:,} new, {arrival.taken.changed:,} changed, "
            f"{arrival.taken.removed:,} taken out"
        )
    words += columns([_row(step) for step in arrival.steps])
    code = GOOD if arrival.error is None else _code(arrival.error)
    return Answer(arrival.as_json(), paragraphs(words), code)


def _code(error: AppError) -> int:
    from vcs_desktop.sync.errors import Offline
    from vcs_desktop.sync.trust import NotTrusted

    if isinstance(error, Offline):
        return OFFLINE
    return NOT_TRUSTED if isinstance(error, NotTrusted) else CANNOT_USE


def _minutes(arrival: Arrival) -> int:
    return max(1, round(arrival.wait_s / 60))


def _offered(offer: Offer) -> Iterator[str]:
    yield f"{offer.name} ({offer.line}), version {offer.version:,}"
    along = f"{how_many(offer.files, 'file')}, {_size(offer.files_bytes)}" if offer.files else ""
    told = [
        ("Digits", offer.fingerprint),
        ("From", shortly(local_day(offer.issued_at))),
        ("Holds", how_many(offer.records, "record")),
        ("Along", along),
        ("Here", f"version {offer.has:,}" if offer.has else "nothing of it yet"),
        ("To read", _size(offer.to_read)),
        ("Room", f"{_size(offer.room_needed)} needed, {_size(offer.room_free)} free"),
    ]
    yield from columns([(name, value) for name, value in told if value])
    if offer.is_late:
        yield _LATE


def _row(step: Step) -> tuple[str, str, str, str]:
    read = _size(step.read) if step.read else ""
    return f"  {step.name}", step.outcome, f"{step.count:,}" if step.count else "", read


def _size(count: int) -> str:
    if count < _MB:
        return f"{count:,} bytes"
    return f"{count / _MB:,.1f} MB" if count < _GB else f"{count / _GB:,.1f} GB"
