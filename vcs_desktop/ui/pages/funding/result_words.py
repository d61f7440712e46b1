"""What the page says about a list: under its title, and when it is empty."""

from vcs_desktop.domain.opportunities import Filters, OpportunityList, Order
from vcs_desktop.ui.opportunity_words import counted


def headline(answer: OpportunityList, filters: Filters) -> str:
    """Return the line under the title: how many, in which order, for whom."""
    begun = f"Results for “{filters.words}”: " if filters.words else ""
    if not answer.total:
        return f"{begun}nothing found" if begun else "Nothing to show"
    count = counted(answer.total, "open", "open")
    if not answer.judged_for:
        return f"{begun}{count}. Checking which ones fit you."
    if not answer.open_to_you:
        none = "but you cannot apply for it" if answer.total == 1 else "but none you can apply for"
        return f"{begun}{count}, {none}. Judged for {answer.judged_for}."
    in_order = "the best fit first" if answer.order is Order.FIT else "closing soonest first"
    return f"{begun}{count}, {in_order}. Judged for {answer.judged_for}."


def empty_words(filters: Filters) -> tuple[str, str, str]:
    """Return a title, a text and the words of a button for a list with nothing in it."""
    if filters.words:
        return (
            f"Nothing found for “{filters.words}”",
            "Try fewer words, or other words for the same thing."
            if filters == Filters(words=filters.words, order=filters.order)
            else "Try other words, or turn off a filter.",
            "Show everything",
        )
    if filters.kept_only:
        return (
            "You have not kept anything that is open",
            "Press Keep on a grant or contract to find it here again.",
            "Show everything",
        )
    if filters != Filters(order=filters.order):
        return ("Nothing matches", "Turn off a filter to see more.", "Show everything")
    return (
        "No open grants or contracts yet",
        "Here you find money for your group. Add a list that your council or a funder gave you.",
        "Add from a file",
    )
