"""The numbers under which a group, or its bank account, is known elsewhere: are they well formed?

Only the form is looked at. A charity's, a company's and a society's number have no
check digit, so a number with two digits changed over is well formed too; who wants to
be sure looks in the register. Of bank accounts there is a check digit, but how it is
worked out is a table of each bank's that changes every few months: it is not here.

Source: domain research, section 2 (identifiers); the Charity Commission's, Companies
House's and the Financial Conduct Authority's public registers; for companies, section
1066 of the Companies Act 2006.
"""

import re
from collections.abc import Callable

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.language import marked, tr

Read = Callable[[str], str]
"""Returns a number as it is written in its register, or raises ``WrongNumber``."""

_ENGLISH_CHARITY = re.compile(r"[0-9]{6,7}(?:-[0-9]{1,3})?")
_OTHER_CHARITY = re.compile(r"SC[0-9]{6}|NIC[0-9]{6}")
_COMPANY = re.compile(r"[0-9]{8}|[A-Z]{2}[0-9]{6}|R[0-9]{7}|IP[0-9]{5}[0-9R]")
_SOCIETY = re.compile(r"(?:IP|RS|SP|NP)?[0-9]{1,6}(?:R|S)?")
_LONGEST_COMPANY, _SHORTEST_COMPANY = 8, 3
_OF_CIOS = ("CE", "CS")
_SORT_CODE_DIGITS, _ACCOUNT_DIGITS = 6, 8
_SHORTEST_ACCOUNT = 6
_DIGITS = re.compile("[0-9]+")


class WrongNumber(AppError):
    """A number is not of the form that its register gives."""

    message = marked("This number does not look right.")
    advice = marked("Copy it from a letter, or from the register.")


def problem_with(read: Read) -> Callable[[str], str]:
    """Return what says in words why ``read`` refuses a number; empty where it does not."""

    def problem(text: str) -> str:
        try:
            read(text)
        except WrongNumber as error:
            return f"{error.message} {error.advice}".strip()
        return ""

    return problem


def read_charity_number(text: str) -> str:
    """Return a charity's number as the register has it: "1234567", or "SC012345" in Scotland.

    In England and Wales it has 6 or 7 digits, and "-1" and so on for a charity that is
    linked to another; in Scotland SC and 6 digits, in Northern Ireland NIC and 6 digits.

    Raises:
        WrongNumber: it is of another form.
    """
    number = _tidy(text)
    if _ENGLISH_CHARITY.fullmatch(number) or _OTHER_CHARITY.fullmatch(number):
        return number
    if number.startswith(_OF_CIOS):
        raise WrongNumber(
            message=tr("This is the number at Companies House."),
            advice=tr(
                "Your charity number has only digits. The Charity Commission gave it to you."
            ),
        )
    if _DIGITS.fullmatch(number):
        raise _digits_wrong(
            tr("A charity number has 6 or 7 digits. This has {count}.", count=len(number))
        )
    raise WrongNumber(message=tr("A charity number has 6 or 7 digits."))


def read_company_number(text: str) -> str:
    """Return a company's number as the register has it: "01234567", "SC123456", "CE012345".

    It has 8 characters: digits, or 2 letters and 6 digits. Zeros in front are often
    left out, so they are put back. CE (CS in Scotland) is a charitable incorporated
    organisation, which has a charity number too.

    Raises:
        WrongNumber: it is of another form.
    """
    number = _tidy(text)
    letters = number[: len(number) - len(number.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))]
    digits = number[len(letters) :]
    if _DIGITS.fullmatch(digits) and len(digits) >= _SHORTEST_COMPANY:
        number = letters + digits.zfill(_LONGEST_COMPANY - len(letters))
    if _COMPANY.fullmatch(number):
        return number
    if _DIGITS.fullmatch(number):
        raise _digits_wrong(
            tr("A company number has 8 digits. This has {count}.", count=len(number))
        )
    raise WrongNumber(message=tr("A company number has 8 digits, or 2 letters and 6 digits."))


def read_society_number(text: str) -> str:
    """Return a society's number as the Mutuals Public Register has it: "31234R", "RS007123".

    Raises:
        WrongNumber: it is of another form.
    """
    number = _tidy(text)
    if _SOCIETY.fullmatch(number):
        return number
    raise WrongNumber(
        message=tr("A society's number has up to 6 digits, and perhaps letters at its ends.")
    )


def read_sort_code(text: str) -> str:
    """Return a sort code as banks write it: "12-34-56".

    Raises:
        WrongNumber: it has not 6 digits.
    """
    digits = _digits(text)
    if len(digits) != _SORT_CODE_DIGITS:
        raise WrongNumber(
            message=tr("A sort code has 6 digits, like 12-34-56."),
            advice=tr("It stands on your bank card and on each statement."),
        )
    return "-".join(digits[at : at + 2] for at in range(0, _SORT_CODE_DIGITS, 2))


def read_account_number(text: str) -> str:
    """Return an account number with its 8 digits; zeros that were left out are put in front.

    Raises:
        WrongNumber: it has not 6 to 8 digits.
    """
    digits = _digits(text)
    if not _SHORTEST_ACCOUNT <= len(digits) <= _ACCOUNT_DIGITS:
        raise WrongNumber(
            message=tr("An account number has 8 digits."),
            advice=tr("It stands on your bank card and on each statement."),
        )
    return digits.zfill(_ACCOUNT_DIGITS)


def _tidy(text: str) -> str:
    """Return a number without spaces and dots, in capitals, its dashes all of one sort."""
    said = text.upper().replace("\u2010", "-").replace("\u2011", "-").replace("\u2013", "-")
    return "".join(said.split()).replace(".", "").removeprefix("NO:").removeprefix("NO")


def _digits(text: str) -> str:
    """Return the digits where there is nothing else but spaces and dashes; else nothing."""
    number = _tidy(text).replace("-", "")
    return number if _DIGITS.fullmatch(number) else ""


def _digits_wrong(message: str) -> WrongNumber:
    return WrongNumber(message=message, advice=tr("Count them again."))
