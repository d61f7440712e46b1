"""A table of people from outside: what its columns are, as far as their headings say it.

Most groups keep their people in a spreadsheet of their own making, so no heading is
wrong. What we never keep is told apart from what we do not know.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from vcs_desktop.core.language import Marked, marked, tr, tr_marked
from vcs_desktop.domain.column_words import KNOWN, UNKEPT, PersonField, Unkept
from vcs_desktop.domain.dbs_number import has_dbs_number
from vcs_desktop.domain.read_table import ReadTable, TableRow, TableSort

FIELD_WORDS: Mapping[PersonField, Marked] = MappingProxyType(
    {
        PersonField.LEFT_OUT: marked("Leave this column out"),
        PersonField.NAME: marked("Name"),
        PersonField.FIRST_NAME: marked("First name"),
        PersonField.LAST_NAME: marked("Last name"),
        PersonField.EMAIL: marked("Email"),
        PersonField.PHONE: marked("Phone"),
        PersonField.ADDRESS: marked("Address"),
        PersonField.POSTCODE: marked("Postcode"),
        PersonField.TIE: marked("Member, committee or volunteer"),
        PersonField.ROLE: marked("Role, such as treasurer"),
        PersonField.SINCE: marked("First day in the role"),
        PersonField.UNTIL: marked("Last day in the role"),
        PersonField.SKILLS: marked("Skills"),
        PersonField.EMERGENCY_NAME: marked("Emergency contact: name"),
        PersonField.EMERGENCY_PHONE: marked("Emergency contact: phone"),
        PersonField.EMERGENCY_RELATION: marked("Emergency contact: who they are to them"),
        PersonField.DBS_LEVEL: marked("DBS check: level"),
        PersonField.DBS_SEEN: marked("DBS check: day the certificate was seen"),
        PersonField.DBS_RECHECK: marked("DBS check: day to look again"),
        PersonField.ACCESS_NEEDS: marked("Access needs"),
        PersonField.NOTES: marked("Notes"),
    }
)
"""What a column can be, in the words of the screen, in the order in which they are offered."""

SEVERAL = frozenset(
    {
        PersonField.LEFT_OUT,
        PersonField.EMAIL,
        PersonField.PHONE,
        PersonField.ADDRESS,
        PersonField.ROLE,
        PersonField.SKILLS,
        PersonField.ACCESS_NEEDS,
        PersonField.NOTES,
    }
)
"""What more than one column can be; of the others the first one counts."""

NAMES = frozenset({PersonField.NAME, PersonField.FIRST_NAME, PersonField.LAST_NAME})

_UNKEPT_WORDS: Mapping[Unkept, Marked] = MappingProxyType(
    {
        Unkept.DBS_NUMBER: marked(
            "“{heading}” stays out. Never keep the number of a DBS certificate: "
            "the day it was seen is enough."
        ),
        Unkept.BIRTH: marked("“{heading}” stays out. We do not keep ages or dates of birth."),
        Unkept.HEALTH: marked("“{heading}” stays out. We do not keep anything about health."),
        Unkept.PRIVATE: marked("“{heading}” stays out. It is too private to keep here."),
        Unkept.CONSENT: marked(
            "“{heading}” stays out. A consent needs its words and its day. Add it to each person."
        ),
    }
)
_LETTERS = re.compile(r"[^\W_]+")
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_BETWEEN = re.compile(r"[/&,]")
_POSSESSIVE = re.compile("['\u2019]s\\b")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PHONE = re.compile(r"\+?[\d ()./-]{8,20}")
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}", re.IGNORECASE)
_DIGITS = re.compile(r"\d")
_LONG_NUMBER = re.compile(r"\d{5,}")
_DBS_WORDS = frozenset(("dbs", "crb", "disclosure"))
_NUMBER_WORDS = frozenset(("no", "number", "num", "nr", "ref", "reference", "id", "certificate"))
_PHONE_WORDS = frozenset(("phone", "tel", "telephone", "mobile", "landline"))
_CONSENT_WORDS = frozenset(
    ("consent", "consents", "gdpr", "ok", "okay", "may", "permission", "agreed", "agrees", "happy")
)
"""What is said over a column of yes and no, also where it names the email: "OK to email"."""
_LOOKED_AT = 200
"""Rows from which it is told what a column holds."""


PeopleTable = ReadTable[PersonField]
"""A table of people as it was read."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A heading, and what it was found to be."""

    field: PersonField
    unkept: Unkept | None = None
    told: bool = False


def field_words(field: PersonField) -> str:
    """Return what a column can be, in the words of the screen."""
    return tr_marked(FIELD_WORDS[field])


def known_headings(cells: Sequence[str]) -> int:
    """Return how many headings that we know a row has; 0 where it is no row of headings.

    With data in it, or with hardly any word that we know, it is none.
    """
    told = [cell for cell in cells if cell.strip()]
    if any("@" in cell or _LONG_NUMBER.search(cell) for cell in told):
        return 0
    known = sum(_told_by(cell).told for cell in told)
    return known if known > 1 or known * 2 >= len(told) else 0


def table_of(
    headings: Sequence[str], rows: Sequence[TableRow], *, has_headings: bool = True
) -> PeopleTable:
    """Return a table with what each column seems to be, by its heading or by what is in it."""
    columns = [
        _told_by(each) if has_headings else _Column(PersonField.LEFT_OUT) for each in headings
    ]
    told = list(headings) if has_headings else [""] * len(headings)
    columns = [_by_content(column, told[at], rows, at) for at, column in enumerate(columns)]
    if not has_headings:
        columns = _with_name(columns, rows)
    fields: list[PersonField] = []
    for column in columns:
        taken = column.field in fields and column.field not in SEVERAL
        fields.append(PersonField.LEFT_OUT if taken else column.field)
    return ReadTable(
        headings=tuple(headings),
        rows=tuple(rows),
        matching=tuple(fields),
        has_headings=has_headings,
        remarks=tuple(_remarks(headings, rows, columns, fields)),
        refused=frozenset(
            at for at, each in enumerate(columns) if each.unkept == Unkept.DBS_NUMBER
        ),
    )


def why_unkept(heading: str) -> str:
    """Return why a column of this heading stays out of every table; empty where it need not."""
    unkept = _told_by(heading).unkept
    return tr_marked(_UNKEPT_WORDS[unkept], heading=heading) if unkept else ""


def holds_dbs_numbers(heading: str, cells: Sequence[str]) -> bool:
    """Say whether a column has numbers of DBS certificates: nothing of it is ever kept."""
    if _told_by(heading).unkept == Unkept.DBS_NUMBER:
        return True
    told = [cell for cell in cells if cell]
    return bool(told) and _most(told, lambda cell: _is_dbs_number(heading, cell))


def _told_by(heading: str) -> _Column:
    """Return what a heading says that its column is."""
    words = words_of_heading(heading)
    if not words:
        return _Column(PersonField.LEFT_OUT)
    if _DBS_WORDS & set(words) and _NUMBER_WORDS & set(words):
        return _Column(PersonField.LEFT_OUT, Unkept.DBS_NUMBER, told=True)
    joined = " ".join(words)
    if joined in KNOWN:
        return _Column(KNOWN[joined], told=True)
    if joined in UNKEPT:
        return _Column(PersonField.LEFT_OUT, UNKEPT[joined], told=True)
    either = _BETWEEN.split(heading)  # "Notes / comments" says the same twice
    told = [each for each in either if words_of_heading(each)]
    meant = {_told_by(each) for each in told} if len(either) > 1 else set()
    return meant.pop() if len(meant) == 1 else _by_one_word(words)


def _by_one_word(words: Sequence[str]) -> _Column:
    """Return what one telling word in a longer heading says."""
    some = set(words)
    if some & _CONSENT_WORDS:
        return _Column(PersonField.LEFT_OUT, Unkept.CONSENT, told=True)
    urgent = bool(some & {"emergency", "kin"})
    if "email" in some and not urgent:
        return _Column(PersonField.EMAIL, told=True)
    if some & _PHONE_WORDS:
        field = PersonField.EMERGENCY_PHONE if urgent else PersonField.PHONE
        return _Column(field, told=True)
    if "birth" in some:
        return _Column(PersonField.LEFT_OUT, Unkept.BIRTH, told=True)
    if some & {"medical", "health", "diagnosis", "medication"}:
        return _Column(PersonField.LEFT_OUT, Unkept.HEALTH, told=True)
    return _Column(PersonField.LEFT_OUT)


def words_of_heading(heading: str) -> list[str]:
    """Return the words of a heading; a number at its end ("Address 2") says nothing."""
    plain = _IN_BRACKETS.sub(" ", heading).casefold().replace("e-mail", "email")
    words = _LETTERS.findall(_POSSESSIVE.sub("", plain.replace("e mail", "email")))
    while words and words[-1].isdecimal():
        words.pop()
    return words


def _by_content(column: _Column, heading: str, rows: Sequence[TableRow], at: int) -> _Column:
    """Return a column with what it holds, where its heading did not say, or kept it quiet."""
    cells = [row.cells[at] for row in rows[:_LOOKED_AT] if at < len(row.cells) and row.cells[at]]
    if not cells:
        return column
    if _most(cells, lambda cell: _is_dbs_number(heading, cell)):
        return _Column(PersonField.LEFT_OUT, Unkept.DBS_NUMBER, told=True)
    if column.told:
        return column
    for field, pattern in (
        (PersonField.EMAIL, _EMAIL),
        (PersonField.POSTCODE, _POSTCODE),
        (PersonField.PHONE, _PHONE),
    ):
        if _most(cells, pattern.fullmatch):
            return _Column(field)
    return column


def _is_dbs_number(heading: str, cell: str) -> bool:
    """Say whether a cell is the number of a certificate, and nothing beside it."""
    return not _LETTERS.search(_DIGITS.sub("", cell)) and has_dbs_number(f"{heading} {cell}")


def _most(cells: Sequence[str], is_one: Callable[[str], object]) -> bool:
    return sum(1 for cell in cells if is_one(cell)) * 2 > len(cells)


def _with_name(columns: list[_Column], rows: Sequence[TableRow]) -> list[_Column]:
    """Take the first column of words without digits for the names."""
    for at, column in enumerate(columns):
        cells = [row.cells[at] for row in rows[:_LOOKED_AT] if at < len(row.cells)]
        told = [cell for cell in cells if cell]
        is_free = column.field == PersonField.LEFT_OUT and column.unkept is None
        if is_free and _most(told, lambda cell: not any(mark.isdigit() for mark in cell)):
            return [*columns[:at], _Column(PersonField.NAME), *columns[at + 1 :]]
    return columns


def _remarks(
    headings: Sequence[str],
    rows: Sequence[TableRow],
    columns: Sequence[_Column],
    fields: Sequence[PersonField],
) -> list[str]:
    """Return sentences about the columns that stay out though there is something in them."""
    found = []
    for at, (heading, column, field) in enumerate(zip(headings, columns, fields, strict=True)):
        if not any(row.cells[at] for row in rows):
            continue
        if column.unkept is not None:
            found.append(tr_marked(_UNKEPT_WORDS[column.unkept], heading=heading))
        elif column.field != field:
            found.append(
                tr(
                    "“{heading}” stays out: another column is used for “{field}”.",
                    heading=heading,
                    field=field_words(column.field),
                )
            )
        elif field == PersonField.LEFT_OUT and heading.strip():
            found.append(tr("“{heading}” stays out until you say what it is.", heading=heading))
    return found


PEOPLE = TableSort(
    known_headings=known_headings,
    table_of=lambda headings, rows, has_headings: table_of(
        headings, rows, has_headings=has_headings
    ),
    nothing=marked("There is nobody in this file."),
    nothing_advice=marked("It needs a row for each person, with a name in it."),
    we_read=marked("We can read people from spreadsheets: XLSX and CSV files."),
)
"""What a table of people is."""
