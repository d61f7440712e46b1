"""Goes from page to page until there is no more, and leaves one file that can be published."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from threading import Event
from typing import Final
from urllib.parse import urljoin

from vcs_desktop.core.clock import Clock, SystemClock
from vcs_desktop.core.errors import FolderNotWritable, Stopped, not_written
from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.publishing.ocds_api.apis import Api, is_same_place
from vcs_desktop.publishing.ocds_api.asking import Ask, Reply, TooLarge, Unreached, ask_the_web
from vcs_desktop.publishing.ocds_api.errors import CannotFetch
from vcs_desktop.publishing.ocds_api.kept import Kept
from vcs_desktop.publishing.ocds_api.merging import Merged, write_merged
from vcs_desktop.publishing.ocds_api.pages import (
    MOST_BYTES,
    CutOff,
    Page,
    page_of,
    sent_elsewhere,
)

MOST_PAGES: Final = 50_000
MOST_EMPTY: Final = 500
"""Empty pages one after the other, each of which says that there is more."""

MOST_TRIES: Final = 6
MOST_WAITS: Final = 20
FIRST_WAIT_S: Final = 5
LONGEST_WAIT_S: Final = 3_600
_MOST_HOPS: Final = 3
_ALL_RIGHT: Final = 200
_WAIT: Final = frozenset({403, 429, 503})
"""What a service answers that was asked too often; 403 only where it says how long to wait."""

_AGAIN: Final = frozenset({408, 425, 429, 500, 502, 503, 504})
_ELSEWHERE: Final = frozenset({301, 302, 303, 307, 308})
_SIGN_IN: Final = 511
"""Source: RFC 6585, 6."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of it. ``path`` is an OCDS release package, one release a process.

    ``not_usable`` are entries that no reader could use. ``ended_early`` says in words why there
    may be more than came; empty when all came.
    """

    path: Path
    pages: int
    releases: int
    processes: int
    not_usable: int
    ended_early: str = ""


@dataclass(slots=True)
class _Means:
    api: Api
    ask: Ask
    sleep: Callable[[float], None]
    clock: Clock
    tell: Callable[[str], None]
    stop: Event | None


def fetch(
    api: Api,
    since: date,
    folder: Path,
    *,
    ask: Ask = ask_the_web,
    sleep: Callable[[float], None] = time.sleep,
    clock: Clock | None = None,
    tell: Callable[[str], None] | None = None,
    stop: Event | None = None,
) -> Fetched:
    """Fetch all that a service has of a day and later into a folder.

    Ended anywhere, the next call goes on. Each day has a file of its own, so that the folder can
    be published whole: what is of one process is put together there. ``tell`` is told in words
    how it goes. Two must not fetch into one folder at once: whoever calls keeps others out.

    Raises:
        CannotFetch: the service cannot be reached, or its answer used; what came is kept.
        DiskFull: there is no room; what came before is kept.
        FolderNotWritable: the folder cannot be written to.
        Stopped: ``stop`` was set; what came is kept.
    """
    means = _Means(api, ask, sleep, clock or SystemClock(), tell or _to_nobody, stop)
    name = f"{api.file}-since-{since.isoformat()}"
    path = folder / f"{name}.json"
    try:
        kept = Kept(folder / f".{name}", api, since)
        if kept.is_begun:
            means.tell(tr("Going on from page {number}.", number=kept.progress.pages + 1))
        ended_early = _every_page(kept, means)
        merged = write_merged(kept.log, path, kept.progress.head)
        fetched = _fetched(path, kept, merged, ended_early)
        if not ended_early:
            kept.forget()
    except OSError as error:
        raise not_written(
            error,
            FolderNotWritable(
                f"fetch: {error.strerror}",
                message=tr("The contracts cannot be saved in this folder."),
            ),
        ) from error
    return fetched


def _fetched(path: Path, kept: Kept, merged: Merged, ended_early: str) -> Fetched:
    said = kept.progress
    return Fetched(
        path,
        said.pages,
        said.releases,
        merged.processes,
        said.refused + merged.too_large,
        ended_early,
    )


def _every_page(kept: Kept, means: _Means) -> str:
    """Fetch pages to the end; return in words why it ended before, or nothing."""
    seen: set[str] = set()
    empty = 0
    while address := kept.progress.next:
        if address in seen:
            return tr("The service sent us to the same page again and again.")
        if kept.progress.pages >= MOST_PAGES or kept.is_full:
            return tr("There is more than we take at once. Ask again from a later day.")
        if empty >= MOST_EMPTY:
            return tr("The service gave one empty page after the other.")
        seen.add(address)
        page = _page(address, means)
        empty = 0 if page.lines else empty + 1
        kept.take(page)
        means.tell(
            tr_count(
                "Page {page}: {count} notice so far.",
                "Page {page}: {count} notices so far.",
                kept.progress.releases,
                page=f"{kept.progress.pages:,}",
            )
        )
    return ""


def _page(address: str, means: _Means) -> Page:
    """Return one page, asked for as often and as slowly as the service wants it.

    Raises:
        CannotFetch: it does not come.
        Stopped: somebody asked for that.
    """
    failed = waited = 0
    asked = address
    hops = 0
    while True:
        _go_on(means)
        reply = _asked(asked, means)
        if isinstance(reply, Reply) and reply.status == _ALL_RIGHT:
            try:
                return page_of(reply.content, asked)
            except CutOff:
                reply = None
        if reply is not None and reply.status in _ELSEWHERE:
            hops += 1
            asked = _elsewhere(asked, reply, hops)
            continue
        wait_s = None if reply is None else _asked_to_wait(reply, means.clock)
        if wait_s is not None:
            waited += 1
            _must_be_bearable(wait_s, waited)
        else:
            failed += 1
            _must_be_worth_a_try(reply, failed, means.api)
            wait_s = FIRST_WAIT_S * 2 ** (failed - 1)
        _wait(wait_s, means)


def _asked(address: str, means: _Means) -> Reply | None:
    """Return what was answered, None where nothing whole was.

    Raises:
        CannotFetch: it is larger than any page.
    """
    try:
        return means.ask(address, MOST_BYTES)
    except Unreached:
        return None
    except TooLarge as error:
        raise CannotFetch(
            str(error),
            message=tr("A page of this service is far larger than any page of contracts."),
            advice=tr("Look whether it is the right address. What came before is kept."),
        ) from error


def _elsewhere(address: str, reply: Reply, hops: int) -> str:
    try:
        found = urljoin(address, reply.headers.get("location", ""))
    except ValueError:
        found = ""
    if hops > _MOST_HOPS or not is_same_place(address, found):
        raise sent_elsewhere()
    return found


def _asked_to_wait(reply: Reply, clock: Clock) -> float | None:
    """Return how many seconds the service asks us to wait, None if it does not."""
    if reply.status not in _WAIT:
        return None
    said = reply.headers.get("retry-after", "").strip()
    if said.isascii() and said.isdigit():
        return float(min(int(said[:9]), 10**9))
    try:
        until = parsedate_to_datetime(said)
    except (ValueError, TypeError, OverflowError):
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(0.0, (until - clock.now()).total_seconds())


def _must_be_bearable(wait_s: float, waited: int) -> None:
    if wait_s > LONGEST_WAIT_S or waited > MOST_WAITS:
        minutes = int(min(wait_s, 10**7) // 60) + 1
        raise CannotFetch(
            f"asked to wait {wait_s:.0f} s",
            message=tr_count(
                "The service is busy and asks us to come back in {count} minute.",
                "The service is busy and asks us to come back in {count} minutes.",
                minutes,
            ),
        )


def _must_be_worth_a_try(reply: Reply | None, failed: int, api: Api) -> None:
    if reply is not None and reply.status == _SIGN_IN:
        raise CannotFetch(
            "sign in",
            message=tr("This network wants you to log in first."),
            advice=tr("Open any page in a browser, log in if it asks, and try again."),
        )
    is_worth = reply is None or reply.status in _AGAIN
    if is_worth and failed < MOST_TRIES:
        return
    if reply is None:
        raise CannotFetch(
            "no whole answer",
            message=tr(
                "{service} gave no whole answer. What came before is kept.", service=api.name
            ),
        )
    raise CannotFetch(
        f"status {reply.status}",
        message=tr(
            "{service} refused to answer (number {status}). What came before is kept.",
            service=api.name,
            status=reply.status,
        ),
    )


def _wait(seconds: float, means: _Means) -> None:
    """Wait, in steps short enough to be stopped in."""
    if seconds >= FIRST_WAIT_S:
        means.tell(
            tr_count(
                "In {count} second we ask again.",
                "In {count} seconds we ask again.",
                int(seconds),
            )
        )
    until = timedelta(seconds=seconds)
    step = timedelta(seconds=1)
    while until > timedelta():
        _go_on(means)
        means.sleep(min(until, step).total_seconds())
        until -= step


def _go_on(means: _Means) -> None:
    if means.stop is not None and means.stop.is_set():
        raise Stopped(message=tr("Stopped. What came is kept, and the next time it goes on."))


def _to_nobody(_: str) -> None:
    """Say nothing."""
