"""The list of the group's papers, as a table. The files themselves are added one by one."""

from vcs_desktop.core.language import marked
from vcs_desktop.domain.bring_in import ColumnIn, TableIn
from vcs_desktop.domain.cells_in import DAY, TEXT

NAME, AGREED_ON, REVIEW_ON, EXPIRES_ON, NOTE = (
    "name",
    "agreed_on",
    "review_on",
    "expires_on",
    "note",
)

DOCUMENTS_IN = TableIn(
    "documents",
    (
        ColumnIn(
            NAME,
            marked("Name of the paper"),
            "name, title, document, documents, paper, policy, policies, name of document, "
            "document name, policy name, name of policy, what, type, kind",
            is_needed=True,
        ),
        ColumnIn(
            AGREED_ON,
            marked("Last agreed on"),
            "agreed, agreed on, date agreed, approved, approved on, date approved, adopted, "
            "adopted on, reviewed, last reviewed, last review, reviewed on, signed, date, "
            "date of document",
            DAY,
        ),
        ColumnIn(
            REVIEW_ON,
            marked("Look again on"),
            "review, review on, review date, next review, due for review, review due, "
            "next review date, date of next review, to review, date for review",
            DAY,
        ),
        ColumnIn(
            EXPIRES_ON,
            marked("Holds until"),
            "expires, expires on, expiry, expiry date, valid until, renewal, renewal date, "
            "ends, end date, until, runs out, valid to, cover ends",
            DAY,
        ),
        ColumnIn(
            NOTE,
            marked("Notes"),
            "notes, note, comments, comment, remarks, where, kept",
            TEXT,
            is_several=True,
        ),
    ),
)
