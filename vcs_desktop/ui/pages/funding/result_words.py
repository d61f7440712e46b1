"""What the page says about a list: under its title, and when it is empty."""

from vcs_desktop.core.language import sentences, tr, tr_count
from vcs_desktop.domain.opportunities import Filters, OpportunityList, Order


def headline(answer: OpportunityList, filters: Filters) -> str:
    """Return the line under the title: how many, in which order, for whom."""
    words = filters.words
    if not answer.total:
        if not words:
            return tr("Nothing to show")
        return tr("Results for “{words}”: nothing found", words=words)
    found = _found(answer)
    return tr("Results for “{words}”: {found}", words=words, found=found) if words else found


def _found(answer: OpportunityList) -> str:
    total = answer.total
    if not answer.judged_for:
        fits = tr("Checking which ones fit you.")
        return sentences(tr_count("{count} open.", "{count} open.", total), fits)
    judged = tr("Judged for {group}.", group=answer.judged_for)
    if not answer.open_to_you:
        count = tr_count(
            "{count} open, but you cannot apply for it.",
            "{count} open, but none you can apply for.",
            total,
        )
    elif answer.order is Order.FIT:
        count = tr_count(
            "{count} open, the best fit first.", "{count} open, the best fit first.", total
        )
    else:
        count = tr_count(
            "{count} open, closing soonest first.", "{count} open, closing soonest first.", total
        )
    return f"{count} {judged}"


def empty_words(filters: Filters) -> tuple[str, str, str]:
    """Return a title, a text and the words of a button for a list with nothing in it."""
    if filters.words:
        return (
            tr("Nothing found for “{words}”", words=filters.words),
            tr("Try fewer words, or other words for the same thing.")
            if filters == Filters(words=filters.words, order=filters.order)
            else tr("Try other words, or turn off a filter."),
            tr("Show everything"),
        )
    if filters.kept_only:
        return (
            tr("You have not kept anything that is open"),
            tr("Press Keep on a grant or contract to find it here again."),
            tr("Show everything"),
        )
    if filters != Filters(order=filters.order):
        return tr("Nothing matches"), tr("Turn off a filter to see more."), tr("Show everything")
    return (
        tr("No open grants or contracts yet"),
        tr(
            "Here you find money for your group. Add a list that your council or a funder gave you."
        ),
        tr("Add from a file"),
    )
