"""People as a table: CSV for any program, and a spreadsheet in which every cell is text.

The headings are those that our own import knows, so what goes out can come in again.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from vcs_desktop.domain.cells import guarded, guarded_digits
from vcs_desktop.domain.people import (
    Consent,
    DbsCheck,
    DbsLevel,
    EmergencyContact,
    Person,
    Role,
    Tie,
)

_TIES: Mapping[Tie, str] = MappingProxyType(
    {
        Tie.MEMBER: "Member",
        Tie.COMMITTEE: "Committee member",
        Tie.VOLUNTEER: "Volunteer",
        Tie.CONTACT: "Contact",
    }
)
_LEVELS: Mapping[DbsLevel, str] = MappingProxyType(
    {
        DbsLevel.BASIC: "Basic",
        DbsLevel.STANDARD: "Standard",
        DbsLevel.ENHANCED: "Enhanced",
        DbsLevel.ENHANCED_WITH_BARRED_LISTS: "Enhanced with barred lists",
    }
)
_DIGITS = frozenset(("Phone", "Emergency phone"))
_SHEET = "People"


def people_csv(people: Iterable[Person]) -> bytes:
    """Return people as CSV in UTF-8, with a mark by which spreadsheets know that.

    No cell becomes a formula, and phone numbers stay text.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for person in people:
        writer.writerow(
            (guarded_digits if name in _DIGITS else guarded)(told(person))
            for name, told in COLUMNS.items()
        )
    return out.getvalue().encode("utf-8-sig")


def people_xlsx(people: Iterable[Person]) -> bytes:
    """Return people as a spreadsheet whose cells are all text, whatever they begin with."""
    from openpyxl.cell import WriteOnlyCell

    from vcs_desktop.documents.spreadsheet_text import for_xml
    from vcs_desktop.documents.workbook_bytes import MemoryBook

    book = MemoryBook()
    sheet = book.create_sheet(_SHEET)
    sheet.freeze_panes = "A2"

    def cells(texts: Iterable[str]) -> Iterator[Any]:
        for text in texts:
            cell = WriteOnlyCell(sheet, value=for_xml(text))
            cell.data_type = "s"
            cell.quotePrefix = True
            yield cell

    sheet.append(cells(COLUMNS))
    for person in people:
        sheet.append(cells(told(person) for told in COLUMNS.values()))
    return book.content()


def _role(role: Role) -> str:
    return role.title or _TIES[role.tie]


def _day_of_one(person: Person, which: Callable[[Role], date | None]) -> str:
    """Return a day of the role of somebody who has one; of several, the table cannot tell whose."""
    found = which(person.roles[0]) if len(person.roles) == 1 else None
    return _day(found)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _consent(consent: Consent) -> str:
    ended = f", taken back {_day(consent.withdrawn_on)}" if consent.withdrawn_on else ""
    return f"{consent.wording} ({_day(consent.given_on)}{ended})"


def _emergency(person: Person) -> EmergencyContact:
    return person.emergency or EmergencyContact()


def _dbs(person: Person) -> DbsCheck:
    return person.dbs or DbsCheck()


def _level(person: Person) -> str:
    level = _dbs(person).level
    return _LEVELS[level] if level else ""


COLUMNS: Mapping[str, Callable[[Person], str]] = MappingProxyType(
    {
        "Name": lambda person: person.name,
        "Email": lambda person: person.email,
        "Phone": lambda person: person.phone,
        "Address": lambda person: person.address,
        "Roles": lambda person: "; ".join(map(_role, person.roles)),
        "Role since": lambda person: _day_of_one(person, lambda role: role.since),
        "Role until": lambda person: _day_of_one(person, lambda role: role.until),
        "Skills": lambda person: "; ".join(person.skills),
        "Emergency contact": lambda person: _emergency(person).name,
        "Emergency phone": lambda person: _emergency(person).phone,
        "Emergency relationship": lambda person: _emergency(person).relation,
        "DBS level": _level,
        "DBS seen": lambda person: _day(_dbs(person).seen_on),
        "DBS recheck": lambda person: _day(_dbs(person).recheck_on),
        "Consents": lambda person: "\n".join(map(_consent, person.consents)),
        "Declared interests": lambda person: "\n".join(each.what for each in person.interests),
        "Access needs": lambda person: person.access_needs,
        "Notes": lambda person: person.notes,
    }
)
"""What the table has, and how each person tells it. The other records files have the rest."""
