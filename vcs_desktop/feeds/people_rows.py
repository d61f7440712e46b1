"""Makes a person of a row of somebody's table, and says in words what could not be used."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from vcs_desktop.core.language import tr
from vcs_desktop.domain.column_words import PersonField
from vcs_desktop.domain.dbs_number import has_dbs_number, without_dbs_numbers
from vcs_desktop.domain.people import DbsCheck, EmergencyContact, Person, Role, Tie
from vcs_desktop.domain.people_table import PeopleTable
from vcs_desktop.domain.people_words import level_of, tie_of, title_of
from vcs_desktop.domain.read_table import TableRow
from vcs_desktop.domain.same_person import name_key
from vcs_desktop.feeds.dates import read_day

_EMAIL = re.compile(r"[^@\s<>,;:\"()]+@[^@\s<>,;:\"()]+\.[^@\s<>,;:\"().]+")
_BETWEEN_ADDRESSES = re.compile(r"[\s,;<>]+")
_BETWEEN_ROLES = re.compile(r"\s*[,;\n]\s*")
_MAY_BE_BETWEEN_ROLES = re.compile(r"\s*(?:[/&+]|\band\b)\s*")
_BETWEEN_SKILLS = re.compile(r"\s*[,;\n]\s*")
_SHORT_YEAR = re.compile(
    r"(\d{1,2}[/.-]\d{1,2}[/.-]|\d{1,2}(?:st|nd|rd|th)?[ /-][A-Za-z]{3,9}\.?[ /-])(\d{2})"
)
_TOTAL = re.compile(r"(?:grand |sub-?)?totals?(?:\W*$|\W.*\d)", re.IGNORECASE)
_NAMES = re.compile(r"[^\W\d_]+(?:[ '\u2019-][^\W\d_]+){0,2}")
_AFTER_NAMES = frozenset(
    (
        "jr",
        "junior",
        "sr",
        "senior",
        "mbe",
        "obe",
        "cbe",
        "phd",
        "md",
        "ma",
        "ba",
        "msc",
        "jp",
        "ii",
    )
)
_CUT_SHORT = re.compile(r"[\d.]+E\+\d+", re.IGNORECASE)
_TEN_DIGITS = re.compile(r"[1-37]\d{9}")
_FEWEST_DIGITS = 3
_LONGEST_NAME = 200
_SAYS_NOTHING = frozenset(("-", "--", "n/a", "na", "none", "nil", "no", "?", "tbc", "#n/a"))
_SAYS_YES = frozenset(("yes", "y", "x", "✓", "✔", "true", "1"))
_CENTURY = 2000
_YEARS_AHEAD = 30

Cells = Mapping[PersonField, Sequence[tuple[str, str]]]
"""What a row says by field, each text with the heading of its column."""


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row as a person. ``person`` is None where there is no name; it has no id yet.

    ``problems`` are whole sentences, each with the number of the row.
    """

    number: int
    person: Person | None
    problems: tuple[str, ...] = ()


def people_of(
    table: PeopleTable, matching: Sequence[PersonField], new_id: Callable[[], str], today: date
) -> Iterator[ReadRow]:
    """Yield each row of a table as a person; ``new_id`` gives the ids of roles."""
    for row in table.rows:
        yield _Reading(row, table, matching, new_id, today).read()


@dataclass
class _Reading:
    """One row while it is read."""

    row: TableRow
    table: PeopleTable
    matching: Sequence[PersonField]
    new_id: Callable[[], str]
    today: date
    problems: list[str] = field(default_factory=list)

    def read(self) -> ReadRow:
        """Return the row as a person."""
        cells = self._cells()
        name = self._name(cells)
        if not name:
            self._problem(tr("Row {row} has no name, so it stays out.", row=self.row.number))
            return ReadRow(self.row.number, None, tuple(self.problems))
        if is_total(name):
            self._problem(
                tr(
                    "Row {row}: “{name}” is a total and no person, so it stays out.",
                    row=self.row.number,
                    name=name,
                )
            )
            return ReadRow(self.row.number, None, tuple(self.problems))
        email, more = self._email(cells.get(PersonField.EMAIL, ()))
        person = Person(
            name=name,
            email=email,
            phone=self._phones(cells.get(PersonField.PHONE, ())),
            address=_address(cells),
            roles=self._roles(cells),
            skills=_skills(cells),
            emergency=self._emergency(cells),
            dbs=self._dbs(cells),
            access_needs="\n".join(text for _, text in cells.get(PersonField.ACCESS_NEEDS, ())),
            notes="\n".join([*_notes(cells), *more]),
        )
        return ReadRow(self.row.number, person, tuple(self.problems))

    def _cells(self) -> Cells:
        """Return what the row says, without what is never kept."""
        found: dict[PersonField, list[tuple[str, str]]] = {}
        for at, (what, cell) in enumerate(zip(self.matching, self.row.cells, strict=False)):
            if what == PersonField.LEFT_OUT or at in self.table.refused:
                continue
            heading = self.table.headings[at]
            text = self._without_dbs_number(heading, cell)
            if text and text.casefold() not in _SAYS_NOTHING:
                found.setdefault(what, []).append((heading, text))
        return found

    def _without_dbs_number(self, heading: str, text: str) -> str:
        if not text or not has_dbs_number(f"{heading} {text}"):
            return text
        self._problem(
            tr(
                "Row {row}: the number of a DBS certificate was left out. It is never kept.",
                row=self.row.number,
            )
        )
        shorter = without_dbs_numbers(text)
        return shorter if shorter != text else ""

    def _name(self, cells: Cells) -> str:
        whole, first, last = (
            " ".join(_first(cells, each).split())
            for each in (PersonField.NAME, PersonField.FIRST_NAME, PersonField.LAST_NAME)
        )
        if whole and last and not set(name_key(last).split()) <= set(name_key(whole).split()):
            whole = f"{whole} {last}"  # "Name" and "Surname": the first is the first name
        name = first_name_first(whole) or f"{first} {last}".strip()
        if len(name) > _LONGEST_NAME:
            self._problem(
                tr("Row {row}: the name is very long. Is it a name?", row=self.row.number)
            )
        return name

    def _email(self, told: Sequence[tuple[str, str]]) -> tuple[str, list[str]]:
        """Return the first address, and lines for the notes with any others."""
        found: list[str] = []
        for _, text in told:
            parts = _BETWEEN_ADDRESSES.split(text)
            good = [p for each in parts if _EMAIL.fullmatch(p := each.removeprefix("mailto:"))]
            found += [each for each in good if each not in found]
            if not good:
                self._problem(
                    tr(
                        "Row {row}: “{text}” is not an email address, so it stays out.",
                        row=self.row.number,
                        text=text,
                    )
                )
        more = [tr("Other email: {email}", email=each) for each in found[1:]]
        return (found[0] if found else ""), more

    def _phones(self, told: Sequence[tuple[str, str]]) -> str:
        found = [number for _, text in told if (number := self._phone(text))]
        return ", ".join(dict.fromkeys(found))

    def _phone(self, text: str) -> str:
        """Return a number as it was written; a spreadsheet's own number gets its 0 back."""
        if _TEN_DIGITS.fullmatch(text):
            return f"0{text}"
        if _CUT_SHORT.fullmatch(text):
            self._problem(
                tr(
                    "Row {row}: a spreadsheet has cut the phone number short, so it stays out.",
                    row=self.row.number,
                )
            )
            return ""
        if sum(mark.isdecimal() for mark in text) < _FEWEST_DIGITS:
            self._problem(
                tr(
                    "Row {row}: “{text}” is not a phone number, so it stays out.",
                    row=self.row.number,
                    text=text,
                )
            )
            return ""
        return " ".join(text.split())

    def _roles(self, cells: Cells) -> tuple[Role, ...]:
        since, until = (
            self._day(_first(cells, each)) for each in (PersonField.SINCE, PersonField.UNTIL)
        )
        tie = self._tie(_first(cells, PersonField.TIE))
        told = [text for _, text in cells.get(PersonField.ROLE, ())]
        titles = [title for text in told for title in _titles(text)]
        roles = [(tie_of(each) or tie or Tie.VOLUNTEER, title_of(each)) for each in titles]
        if tie is not None and all(held != tie for held, _ in roles):
            roles.append((tie, ""))
        if not roles and (since or until):
            roles.append((Tie.MEMBER, ""))
        if until and since and until < since:
            self._problem(
                tr(
                    "Row {row}: the last day is before the first, so it stays out.",
                    row=self.row.number,
                )
            )
            until = None
        dated = since is not None or until is not None
        return tuple(
            Role(self.new_id(), tie, title, since, until)
            for tie, title in dict.fromkeys(roles)
            if tie != Tie.CONTACT or title or dated
        )

    def _tie(self, text: str) -> Tie | None:
        found = tie_of(text)
        if text and found is None and text.casefold() not in _SAYS_YES:
            self._problem(
                tr(
                    "Row {row}: we do not know what “{text}” is in a group, so it stays out.",
                    row=self.row.number,
                    text=text,
                )
            )
        return found

    def _emergency(self, cells: Cells) -> EmergencyContact | None:
        phone = _first(cells, PersonField.EMERGENCY_PHONE)
        contact = EmergencyContact(
            _first(cells, PersonField.EMERGENCY_NAME),
            self._phone(phone) if phone else "",
            _first(cells, PersonField.EMERGENCY_RELATION),
        )
        return contact if contact != EmergencyContact() else None

    def _dbs(self, cells: Cells) -> DbsCheck | None:
        told = _first(cells, PersonField.DBS_LEVEL)
        seen = _first(cells, PersonField.DBS_SEEN)
        level = level_of(told) or level_of(seen)
        if told and level is None:
            self._problem(
                tr(
                    "Row {row}: “{text}” is no level of a DBS check, so it stays out.",
                    row=self.row.number,
                    text=told,
                )
            )
        is_day = seen and level_of(seen) is None and seen.casefold() not in _SAYS_YES
        check = DbsCheck(
            level,
            self._day(seen) if is_day else None,
            self._day(_first(cells, PersonField.DBS_RECHECK)),
        )
        if seen and seen.casefold() in _SAYS_YES:
            self._problem(
                tr(
                    "Row {row}: a DBS check needs the day on which it was seen.",
                    row=self.row.number,
                )
            )
        return check if check != DbsCheck() else None

    def _day(self, text: str) -> date | None:
        if not text:
            return None
        found = read_day(_with_whole_year(text, self.today))
        if found is None:
            self._problem(
                tr(
                    "Row {row}: “{text}” is not a day, so it stays out.",
                    row=self.row.number,
                    text=text,
                )
            )
        return found.day if found else None

    def _problem(self, sentence: str) -> None:
        if sentence not in self.problems:
            self.problems.append(sentence)


def is_total(name: str) -> bool:
    """Say whether what stands in the place of a name is a sum of the rows above it."""
    return bool(_TOTAL.match(name))


def first_name_first(name: str) -> str:
    """Return "Whitfield, Joan" as "Joan Whitfield"; what stands after a name stays: "Li, MBE"."""
    last, _, first = name.partition(", ")
    is_name = _NAMES.fullmatch(last) and _NAMES.fullmatch(first)
    return f"{first} {last}" if is_name and first.casefold() not in _AFTER_NAMES else name


def _first(cells: Cells, what: PersonField) -> str:
    told = cells.get(what)
    return told[0][1] if told else ""


def _titles(text: str) -> Iterator[str]:
    """Yield the roles in a text: "Chair and treasurer" are two, "Health and safety" is one."""
    for title in _BETWEEN_ROLES.split(text):
        parts = _MAY_BE_BETWEEN_ROLES.split(title)
        if all(tie_of(part) for part in parts):
            yield from parts
        elif title:
            yield title


def _address(cells: Cells) -> str:
    lines = [text for _, text in cells.get(PersonField.ADDRESS, ())]
    postcode = _first(cells, PersonField.POSTCODE)
    if postcode and all(postcode.casefold() not in line.casefold() for line in lines):
        lines.append(postcode.upper())
    return "\n".join(lines)


def _skills(cells: Cells) -> tuple[str, ...]:
    told = [text for _, text in cells.get(PersonField.SKILLS, ())]
    found = [each for text in told for each in _BETWEEN_SKILLS.split(text) if each]
    return tuple(dict.fromkeys(found))


def _notes(cells: Cells) -> Iterator[str]:
    """Yield the notes; where several columns are notes, each says which one it is."""
    told = cells.get(PersonField.NOTES, ())
    for heading, text in told:
        plain = len(told) == 1 or heading.casefold().startswith("note")
        yield text if plain else f"{heading}: {text}"


def _with_whole_year(text: str, today: date) -> str:
    """Return a day with the year in four digits: 01/02/26 is 2026, and 1-Feb-87 is 1987."""
    found = _SHORT_YEAR.fullmatch(text.strip())
    if found is None:
        return text
    year = _CENTURY + int(found[2])
    return f"{found[1]}{year if year <= today.year + _YEARS_AHEAD else year - 100}"
