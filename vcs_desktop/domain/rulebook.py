"""The rules and thresholds of law and policy, as dated rows of the library."""

from collections.abc import Iterable
from datetime import date
from hashlib import sha256

from vcs_desktop.domain.reference import Rule

LIVING_WAGE = "national_living_wage"
"""The National Living Wage for an hour (the grown-up rate), in pence."""
SOCIAL_VALUE_LINE = "social_value_line"
"""The value over which the county council scores social value in bids, in pence."""
BELOW_THRESHOLD_NOTICE = "below_threshold_notice_councils"
"""The value from which councils must publish a smaller contract that they advertise, in pence."""
RESERVED_CONTRACTS = "reserving_below_threshold"
"""Since when councils may keep smaller contracts for local groups and firms."""

CHARITY_SCRUTINY = "charity_external_scrutiny"
CHARITY_SIMPLE_ACCOUNTS = "charity_receipts_and_payments"
CHARITY_EXAMINER = "charity_qualified_examiner"
CHARITY_AUDIT = "charity_audit_income"
CHARITY_AUDIT_ASSETS = "charity_audit_assets"
CHARITY_AUDIT_ASSETS_INCOME = "charity_audit_assets_income"
CHARITY_REGISTRATION = "charity_registration_income"
CHARITY_RETURN = "charity_annual_return_income"
CHARITY_FILES_ACCOUNTS = "charity_file_accounts_income"
CHARITY_DEADLINE = "charity_filing_deadline"
"""Of the end of the accounting period: in pence, and the deadline in months."""
KEEP_RECORDS = "keep_accounting_records"
COMPANY_ACCOUNTS = "company_accounts_deadline"
CONFIRMATION_STATEMENT = "company_confirmation_statement"
CIC_REPORT = "cic_report"
SOCIETY_RETURN = "society_annual_return"


class RuleBook:
    """Answers what a rule says on a day. Made once from all ``rule`` records."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rows: dict[str, list[Rule]] = {}
        for rule in rules:
            self._rows.setdefault(rule.rule, []).append(rule)
        for rows in self._rows.values():
            rows.sort(key=_start, reverse=True)

    @property
    def digest(self) -> str:
        """Return a text that differs whenever a row does: what is judged by them changes too."""
        rows = sorted(repr(row) for rows in self._rows.values() for row in rows)
        return sha256("\n".join(rows).encode()).hexdigest()[:16]

    def names(self) -> tuple[str, ...]:
        """Return the names of all rules."""
        return tuple(self._rows)

    def rows(self, name: str) -> tuple[Rule, ...]:
        """Return all rows of a rule, the newest first.

        Raises:
            KeyError: there is no such rule.
        """
        return tuple(self._rows[name])

    def on(self, name: str, day: date) -> Rule | None:
        """Return the row of a rule that holds on a day, or None when no row does.

        Where rows overlap, the one that began last holds.
        """
        for row in self._rows.get(name, ()):
            until = row.provenance.valid_to
            if _start(row) <= day and (until is None or day <= until):
                return row
        return None


def _start(rule: Rule) -> date:
    return rule.provenance.valid_from or date.min
