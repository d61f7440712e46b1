"""The kind sentence about a month: exact, warm, and silent where there is nothing to say."""

import pytest

from vcs_desktop.domain.attendance_sums import Sum
from vcs_desktop.domain.month_words import month_in_words

NOTHING = Sum()


@pytest.mark.parametrize(
    ("this", "last", "said"),
    [
        (NOTHING, NOTHING, ""),
        (
            Sum(sessions=2, visits=31),
            NOTHING,
            "This month you welcomed 31 visits on 2 days. Thank you all.",
        ),
        (
            Sum(sessions=1, visits=1, helpers=2, minutes=150),
            NOTHING,
            (
                "This month you welcomed 1 visit on 1 day. "
                "And 2 people helped for 2 hours 30 minutes. Thank you all."
            ),
        ),
        (
            NOTHING,
            Sum(sessions=3, helpers=1),
            "Last month 1 person helped. Thank you all.",
        ),
    ],
)
def test_the_sentence_says_what_was_done_and_thanks(this, last, said):
    assert month_in_words(this, last) == said
