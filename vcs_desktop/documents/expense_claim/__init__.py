"""A claim for expenses as a page to sign."""

from vcs_desktop.documents.expense_claim.content import ClaimPaper, ClaimRow, sheet_of
from vcs_desktop.documents.expense_claim.files import write_claim

__all__ = ["ClaimPaper", "ClaimRow", "sheet_of", "write_claim"]
