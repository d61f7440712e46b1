"""What volunteers paid themselves, as a table: one thing or one journey in each row."""

from vcs_desktop.core.language import marked
from vcs_desktop.domain.bring_in import ColumnIn, TableIn
from vcs_desktop.domain.cells_in import DAY, MILES, MONEY, YES

NAME, ON, WHAT, MILES_DRIVEN, AMOUNT, RECEIPT = "name", "on", "what", "miles", "amount", "receipt"

EXPENSES_IN = TableIn(
    "expenses",
    (
        ColumnIn(
            NAME,
            marked("Who paid"),
            "name, names, full name, person, who, volunteer, volunteer name, claimed by, paid by, "
            "who paid, claimant",
            is_needed=True,
        ),
        ColumnIn(
            ON,
            marked("Day"),
            "day, date, when, on, date of expense, date paid, journey date",
            DAY,
            is_needed=True,
        ),
        ColumnIn(
            WHAT,
            marked("What for"),
            "what, what for, description, details, item, reason, purpose, journey, expense, for",
        ),
        ColumnIn(
            MILES_DRIVEN,
            marked("Miles driven"),
            "miles, mileage, miles driven, number of miles, distance",
            MILES,
        ),
        ColumnIn(
            AMOUNT,
            marked("Amount paid"),
            "amount, cost, paid, price, total, sum, pounds, value, spent, amount paid, claim",
            MONEY,
        ),
        ColumnIn(
            RECEIPT, marked("Has a receipt: yes or no"), "receipt, receipts, has receipt", YES
        ),
    ),
)
