"""People whom a row names: found among those of the group, and never made."""

from vcs_desktop.core.language import tr
from vcs_desktop.domain.bring_in import RowIn
from vcs_desktop.services.bring_in.keeping import SeveralOfThem, Somebodies, plain_name


def found_by_name(people: Somebodies, row: RowIn, written: str) -> tuple[str, str]:
    """Return the id of somebody and nothing, or nothing and why they are not known."""
    name = plain_name(written)
    if not name:
        return "", tr(
            "Row {row}: “{name}” is a total and no person, so it stays out.",
            row=row.number,
            name=written,
        )
    try:
        person_id = people.find(name)
    except SeveralOfThem:
        return "", tr(
            "Row {row}: more than one person is called {name}, so nobody was chosen. "
            "Choose them by hand.",
            row=row.number,
            name=name,
        )
    if person_id:
        return person_id, ""
    return "", tr(
        "Row {row}: nobody among your people is called {name}, so the name stays out. "
        "Add them first.",
        row=row.number,
        name=name,
    )
