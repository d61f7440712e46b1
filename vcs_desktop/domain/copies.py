"""When a group should be copied to another place again."""

from datetime import date

DAYS_BETWEEN_COPIES = 7


def is_copy_wanted(copied_on: date | None, told_on: date | None, today: date) -> bool:
    """Say whether to speak of a copy: none was made, and nobody was told, for a week.

    None is never. A day that is still to come says nothing: a clock was wrong.
    """
    return not any(_is_of_this_week(day, today) for day in (copied_on, told_on))


def _is_of_this_week(day: date | None, today: date) -> bool:
    return day is not None and 0 <= (today - day).days < DAYS_BETWEEN_COPIES
