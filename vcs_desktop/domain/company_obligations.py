"""What a company files at Companies House, and a society with the FCA."""

from collections.abc import Iterator

from vcs_desktop.core.language import tr
from vcs_desktop.domain import rulebook
from vcs_desktop.domain.charity_obligations import sort_of_accounts
from vcs_desktop.domain.group import LegalForm
from vcs_desktop.domain.obligations import Case, Need, Obligation


def of_company(case: Case) -> Iterator[Obligation]:
    """Yield what a company files each year; a CIC also says what it did for its community."""
    due = case.due_on(rulebook.COMPANY_ACCOUNTS, keeps_month_end=True)
    yield case.said(
        "company-accounts",
        Need.MUST,
        tr("Send your accounts to Companies House"),
        tr("Every company does, also one that did nothing in the year."),
        rulebook.COMPANY_ACCOUNTS,
        todo=tr("Send them on the Companies House website. A late one costs a fine."),
        due_on=due,
    )
    if not case.is_charity:
        yield sort_of_accounts(case)
    if case.ours.legal_form is LegalForm.CIC:
        yield case.said(
            "cic-report",
            Need.MUST,
            tr("Send the community report of a CIC (form CIC34)"),
            tr("Every CIC does, together with its accounts."),
            rulebook.CIC_REPORT,
            todo=tr("Say what you did for your community, and whom you asked."),
            due_on=case.due_on(rulebook.CIC_REPORT, keeps_month_end=True),
        )
    yield case.said(
        "confirmation-statement",
        Need.MUST,
        tr("Confirm your details at Companies House"),
        tr("Every company does once a year, also when nothing has changed."),
        rulebook.CONFIRMATION_STATEMENT,
        todo=tr("Look up your day on the register. You have 14 days from it."),
    )


def of_society(case: Case) -> Iterator[Obligation]:
    """Yield what a community benefit society files each year."""
    yield case.said(
        "society-return",
        Need.MUST,
        tr("Send the annual return and accounts to the FCA (form AR30)"),
        tr("Every registered society does, whatever its income."),
        rulebook.SOCIETY_RETURN,
        todo=tr("Have the accounts signed by two of the committee and the secretary."),
        due_on=case.due_on(rulebook.SOCIETY_RETURN),
    )
