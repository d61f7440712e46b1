"""What came of sending, in words."""

from typing import TYPE_CHECKING

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import sentences, tr, tr_count

if TYPE_CHECKING:
    from vcs_desktop.services.sharing.outbox import Report


def report_words(report: "Report") -> tuple[str, str]:
    """Return what came of it, and how to say it: ok, info or warn."""
    if not report.has_service:
        return (
            sentences(
                tr("Your group has not joined a service on this computer yet."),
                tr("What you agreed to waits here."),
                tr("How to join one stands in Our group, Laptops."),
            ),
            "info",
        )
    said = [words for count, words in _counts(report) if count]
    if report.error is not None:
        said.append(words_for(report.error))
        said.append(tr("What waits goes the next time."))
        return sentences(*said), "warn"
    if report.set_aside or report.refused or report.waits_for_key:
        return sentences(*said), "warn"
    return (sentences(*said) if said else tr("Nothing waits, and there is no new answer.")), "ok"


def _counts(report: "Report") -> tuple[tuple[int, str], ...]:
    sent, back, replies = report.sent, report.taken_back, report.replies
    refused, aside, closed = report.refused, report.set_aside, report.waits_for_key
    return (
        (sent, tr_count("{count} thing was sent.", "{count} things were sent.", sent)),
        (back, tr_count("{count} thing was taken back.", "{count} things were taken back.", back)),
        (
            replies,
            tr_count("There is {count} new answer.", "There are {count} new answers.", replies),
        ),
        (
            refused,
            tr_count(
                "{count} thing was not taken. We will try again.",
                "{count} things were not taken. We will try again.",
                refused,
            ),
        ),
        (aside, tr_count("{count} thing was set aside.", "{count} things were set aside.", aside)),
        (
            closed,
            tr_count(
                "{count} thing waits for the council's digits.",
                "{count} things wait for the council's digits.",
                closed,
            ),
        ),
    )
