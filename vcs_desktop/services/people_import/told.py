"""What is told of an import, before it and after it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from vcs_desktop.core.language import Marked, marked, tr, tr_marked
from vcs_desktop.domain.people import Person
from vcs_desktop.domain.values import PART
from vcs_desktop.services.bring_in.told import Decision, ImportDone, LeftOut, NoColumn, Tell, look

__all__ = [
    "Decision",
    "ImportDone",
    "ImportPreview",
    "LeftOut",
    "NoNameColumn",
    "PreviewRow",
    "SameAs",
    "Tell",
    "left_behind_words",
    "look",
]


class NoNameColumn(NoColumn):
    """No column of a table was said to have the names."""

    message = marked("We do not know yet which column has the names.")
    advice = marked("Say it above that column: the name, or the first name and the last name.")


@dataclass(frozen=True, slots=True)
class SameAs:
    """Whom a row looks the same as: somebody of the group, or an earlier row of the table.

    ``person_id`` is empty for an earlier row, and ``row`` is then its number, else 0.
    ``is_likely`` says that more than one thing is the same, and ``has_the_name`` that the
    name is one of them. ``adds_nothing`` says that all the row tells is there already.
    ``left_behind`` are sentences on what would stay out if the row were merged, since the
    other says something else.
    """

    name: str
    why: str = ""
    person_id: str = ""
    row: int = 0
    is_likely: bool = False
    has_the_name: bool = False
    adds_nothing: bool = False
    left_behind: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A row as it would come in.

    ``person`` is None where the row cannot be used; ``problems`` are whole sentences.
    ``advised`` is what happens to the row unless a person decides otherwise.
    """

    number: int
    person: Person | None
    problems: tuple[str, ...] = ()
    same_as: SameAs | None = None
    advised: Decision = Decision.ADD


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What would come of a table. ``remarks`` are sentences about columns that stay out."""

    rows: tuple[PreviewRow, ...]
    remarks: tuple[str, ...] = ()


_FIELDS: Mapping[str, Marked] = MappingProxyType(
    {
        "name": marked("Row {row}: {name} has another name already, so this one stays out."),
        "email": marked("Row {row}: {name} has another email already, so this one stays out."),
        "phone": marked("Row {row}: {name} has another phone already, so this one stays out."),
        "address": marked("Row {row}: {name} has another address already, so this one stays out."),
        "emergency": marked(
            "Row {row}: {name} has another emergency contact already, so this one stays out."
        ),
        "dbs": marked("Row {row}: {name} has another DBS check already, so this one stays out."),
    }
)


def left_behind_words(row: int, name: str, fields: Iterable[str]) -> tuple[str, ...]:
    """Return sentences on the fields of a row that are not taken, since others say otherwise."""
    found = []
    for each in fields:
        words = _FIELDS.get(each.partition(PART)[0])
        if words is None:
            found.append(
                tr("Row {row}: {name} has some of this already in other words.", row=row, name=name)
            )
        else:
            found.append(tr_marked(words, row=row, name=name))
    return tuple(dict.fromkeys(found))
