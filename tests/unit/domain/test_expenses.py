"""What a claim for expenses comes to."""

from datetime import date

from tests.unit.domain.test_mileage import BOOK
from vcs_desktop.domain.expenses import (
    ExpenseClaim,
    ExpenseLine,
    journeys_of,
    line_pence,
    lines_in_order,
    total_of,
)
from vcs_desktop.domain.mileage import worth_of

DAY = date(2026, 11, 19)
BUS = ExpenseLine("b", DAY, "Bus", pence=420, has_receipt=True)
DRIVE = ExpenseLine("d", DAY, "To the food bank", miles_tenths=125, pence=150)
TEA = ExpenseLine("t", None, "Tea", pence=310)
CLAIM = ExpenseClaim("c", "November", "p", (TEA, BUS, DRIVE))


def worth(*claims):
    return worth_of(journeys_of(claims), BOOK)


def test_a_claim_is_what_was_paid_and_what_was_driven():
    assert line_pence(CLAIM, DRIVE, worth(CLAIM)) == 688 + 150  # 12.5 miles at 55p, and parking
    assert total_of(CLAIM, worth(CLAIM)).pence == 838 + 420 + 310


def test_what_has_no_receipt_is_counted():
    assert total_of(CLAIM, worth(CLAIM)).without_receipt == 2


def test_a_journey_without_a_day_is_not_guessed():
    bare = ExpenseClaim("c", lines=(ExpenseLine("d", None, "Drive", miles_tenths=10),))
    total = total_of(bare, worth(bare))
    assert (total.pence, total.without_rate) == (0, 1)
    assert line_pence(bare, bare.lines[0], worth(bare)) is None


def test_the_miles_of_other_claims_of_the_year_count():
    long = ExpenseClaim("a", lines=(ExpenseLine("x", date(2026, 5, 1), miles_tenths=100_000),))
    assert line_pence(CLAIM, DRIVE, worth(long, CLAIM)) == 313 + 150  # 12.5 miles at 25p


def test_lines_stand_by_their_day_and_those_without_one_last():
    assert [line.id for line in lines_in_order(CLAIM)] == ["b", "d", "t"]
