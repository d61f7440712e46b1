"""What a charity files with the Charity Commission, and how its accounts are kept and checked.

Source: domain rules of charity accounts in England and Wales, as rows of the library.
"""

from collections.abc import Iterator

from vcs_desktop.core.language import tr
from vcs_desktop.domain import rulebook
from vcs_desktop.domain.days import months_on, shortly
from vcs_desktop.domain.money import in_pounds
from vcs_desktop.domain.obligations import Case, Missing, Need, Obligation


def of_charity(case: Case) -> Iterator[Obligation]:
    """Yield what a registered charity has to do for a year, and what it need not."""
    is_told = case.period.income_pence is not None
    if is_told or case.is_cio:  # a CIO files whatever its income
        yield _annual_return(case)
        yield _files_accounts(case)
    if is_told:
        yield _check(case)
        yield sort_of_accounts(case)
    else:
        yield _no_income(case)
    yield _records(case)


def of_unregistered(case: Case) -> Iterator[Obligation]:
    """Yield whether a group that is no charity on the register has to ask to be one."""
    limit, income = case.limit(rulebook.CHARITY_REGISTRATION), case.period.income_pence
    title = tr("Register as a charity")
    if limit is None:
        return
    if income is None:
        yield _no_income(case)
    elif income > limit:
        yield case.said(
            "charity-registration",
            Need.CHECK,
            title,
            tr(
                "{income} A group whose aims are all charitable must register over {limit}.",
                income=case.income_words(),
                limit=in_pounds(limit),
            ),
            rulebook.CHARITY_REGISTRATION,
            todo=tr("Find out if your aims are charitable. The Commission's website asks you."),
        )
    else:
        yield case.said(
            "charity-registration",
            Need.NOT_NEEDED,
            title,
            tr(
                "{income} Groups with charitable aims register over {limit}.",
                income=case.income_words(),
                limit=in_pounds(limit),
            ),
            rulebook.CHARITY_REGISTRATION,
        )


def _no_income(case: Case) -> Obligation:
    return case.said(
        "income",
        Need.CANNOT_TELL,
        tr("We cannot tell what your income asks for"),
        tr("Tell us what came in, in the year of accounts."),
        rulebook.CHARITY_RETURN,
        missing=Missing.INCOME,
    )


def _annual_return(case: Case) -> Obligation:
    limit = case.limit(rulebook.CHARITY_RETURN)
    title = tr("Fill in the annual return")
    if case.is_cio or (limit is not None and _income(case) > limit):
        return case.said(
            "charity-annual-return",
            Need.MUST,
            title,
            tr("Every CIO does, whatever its income.") if case.is_cio else _over(case, limit),
            rulebook.CHARITY_RETURN,
            todo=tr("Do it on the Charity Commission's website, with your charity's account."),
            due_on=case.due_on(rulebook.CHARITY_DEADLINE),
        )
    return case.said(
        "charity-annual-return", Need.NOT_NEEDED, title, _not_over(case, limit),
        rulebook.CHARITY_RETURN,
        todo=tr("Keep your details on the register right all the same."),
    )  # fmt: skip


def _files_accounts(case: Case) -> Obligation:
    limit = case.limit(rulebook.CHARITY_FILES_ACCOUNTS)
    title = tr("Send your accounts and the trustees' report")
    if case.is_cio or (limit is not None and _income(case) > limit):
        return case.said(
            "charity-accounts",
            Need.MUST,
            title,
            tr("Every CIO does, whatever its income.") if case.is_cio else _over(case, limit),
            rulebook.CHARITY_FILES_ACCOUNTS,
            todo=tr("Add both as PDF files to the annual return."),
            due_on=case.due_on(rulebook.CHARITY_DEADLINE),
        )
    return case.said(
        "charity-accounts", Need.NOT_NEEDED, title, _not_over(case, limit),
        rulebook.CHARITY_FILES_ACCOUNTS,
        todo=tr("Make accounts and a report all the same, and give them to whoever asks."),
    )  # fmt: skip


def _check(case: Case) -> Obligation:
    """Return whether the accounts need an audit, an independent examination or no outside check."""
    audit, large = case.limit(rulebook.CHARITY_AUDIT), _is_large(case)
    if audit is not None and _income(case) > audit:
        return _audit(case, _over(case, audit), rulebook.CHARITY_AUDIT)
    if large:
        why = tr("You own a lot, and your income is large too.")
        return _audit(case, why, rulebook.CHARITY_AUDIT_ASSETS)
    if large is None:
        return case.said(
            "charity-check",
            Need.CANNOT_TELL,
            tr("We cannot tell who has to check your accounts"),
            tr("Tell us what your group owned on the last day of the year."),
            rulebook.CHARITY_AUDIT_ASSETS,
            missing=Missing.ASSETS,
        )
    return _examination(case)


def _is_large(case: Case) -> bool | None:
    """Say whether assets and income together ask for an audit; None: the assets are not known."""
    owned, earned = (
        case.limit(rulebook.CHARITY_AUDIT_ASSETS),
        case.limit(rulebook.CHARITY_AUDIT_ASSETS_INCOME),
    )
    if owned is None or earned is None or _income(case) <= earned:
        return False
    return None if case.period.assets_pence is None else case.period.assets_pence > owned


def _audit(case: Case, why: str, rule: str) -> Obligation:
    return case.said(
        "charity-check",
        Need.MUST,
        tr("Have your accounts audited"),
        why,
        rule,
        todo=tr("Ask a registered auditor, early: it takes weeks. It comes before you file."),
        due_on=case.due_on(rulebook.CHARITY_DEADLINE),
    )


def _examination(case: Case) -> Obligation:
    limit, name = case.limit(rulebook.CHARITY_SCRUTINY), "charity-check"
    title = tr("Have somebody from outside check your accounts")
    if limit is None or _income(case) <= limit:
        return case.said(
            name,
            Need.NOT_NEEDED,
            title,
            _not_over(case, limit),
            rulebook.CHARITY_SCRUTINY,
            todo=tr("Your own rules or a funder may still ask for a check. Look there."),
        )
    professional = case.limit(rulebook.CHARITY_EXAMINER)
    todo = tr("Ask somebody with the right skills who is not part of the charity.")
    if professional is not None and _income(case) > professional:
        todo = tr("The examiner must belong to a professional body of accountants.")
    return case.said(
        name,
        Need.MUST,
        title,
        tr("{why} The check is called an independent examination.", why=_over(case, limit)),
        rulebook.CHARITY_SCRUTINY,
        todo=todo,
        due_on=case.due_on(rulebook.CHARITY_DEADLINE),
    )


def sort_of_accounts(case: Case) -> Obligation:
    """Return whether simple accounts are enough, or full ones have to be made."""
    limit, name = case.limit(rulebook.CHARITY_SIMPLE_ACCOUNTS), "charity-accounts-sort"
    rule = rulebook.CHARITY_SIMPLE_ACCOUNTS
    if case.is_company:
        return case.said(
            name,
            Need.MUST,
            tr("Make full accounts (accruals)"),
            tr("A company never uses receipts and payments, however small it is."),
            rule,
        )
    if limit is None or _income(case) > limit:
        return case.said(
            name, Need.MUST, tr("Make full accounts (accruals)"), _over(case, limit), rule
        )
    return case.said(
        name,
        Need.MAY,
        tr("You may keep simple accounts (receipts and payments)"),
        _not_over(case, limit),
        rule,
        todo=tr("List the money in and the money out, and what you own and owe."),
    )


def _records(case: Case) -> Obligation:
    row, end = case.rule(rulebook.KEEP_RECORDS), case.period.ends_on
    until = months_on(end, int(row.value)) if row and row.value and end else None
    return case.said(
        "keep-records",
        Need.MUST,
        tr("Keep the receipts, statements and cash book of the year"),
        tr("Charities keep them for 6 years. For this year, until {day}.", day=shortly(until))
        if until
        else tr("Charities keep them for years after they are needed."),
        rulebook.KEEP_RECORDS,
    )


def _income(case: Case) -> int:
    return case.period.income_pence or 0


def _over(case: Case, limit: int | None) -> str:
    words = case.income_words()
    if limit is None:
        return words
    return tr("{income} That is over {limit}.", income=words, limit=in_pounds(limit))


def _not_over(case: Case, limit: int | None) -> str:
    words = case.income_words()
    if limit is None:
        return words
    return tr("{income} That is not over {limit}.", income=words, limit=in_pounds(limit))
