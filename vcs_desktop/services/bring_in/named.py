"""People whom a row names: found among those of the group, and never made."""

import re
from collections.abc import Iterator

from vcs_desktop.core.language import tr
from vcs_desktop.domain.bring_in import RowIn
from vcs_desktop.domain.same_person import name_key
from vcs_desktop.services.bring_in.keeping import Keeping, SeveralOfThem, Somebodies, plain_name

_BETWEEN_NAMES = re.compile(r"[;\n]")
_MAY_BE_BETWEEN = re.compile(r"\s*(?:,|&|\band\b)\s*", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_ONE_NAME = 2
"""Parts that "Okafor, Ben" has; what has more of them is more than one name."""


class Named:
    """The people of a group by their names; those in the bin are known too, but not found."""

    def __init__(self, keeping: Keeping) -> None:
        self._people = Somebodies(keeping)
        self._who = self._people.who
        self._keys = {each: name_key(name) for each, name in self._who.names.items()}
        self._known = frozenset(self._keys.values())
        self._written: dict[str, str] = {}

    def find(self, row: RowIn, written: str) -> tuple[str, str]:
        """Return the id of somebody and nothing, or nothing and why they are not known."""
        name = plain_name(written)
        if not name:
            return "", tr(
                "Row {row}: “{name}” is a total and no person, so it stays out.",
                row=row.number,
                name=written,
            )
        try:
            person_id = self._people.find(name)
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

    def is_named(self, person_id: str, written: str) -> bool:
        """Say whether somebody has a name, who may lie in the bin by now."""
        key = self._keys.get(self._who.now(person_id)) or name_key(self._who.name(person_id))
        return key == self._key_of(written)

    def names_in(self, cell: str) -> list[str]:
        """Return each name in a cell, once.

        They stand on lines of their own, or with semicolons between. Where a comma or "and"
        stands between, it is one name if somebody has it, as with "Okafor, Ben". What
        stands after a name in brackets, as in "Asha Khan (chair)", is left out.
        """
        found: list[str] = []
        for piece in _BETWEEN_NAMES.split(cell):
            found += map(self._as_known, self._apart(" ".join(piece.split())))
        return list(dict.fromkeys(filter(None, found)))

    def _apart(self, written: str) -> Iterator[str]:
        parts = [each for each in _MAY_BE_BETWEEN.split(written) if each]
        is_one = len(parts) <= 1 or self._is_known(written)
        known = [self._is_known(self._as_known(each)) for each in parts]
        if is_one or (len(parts) == _ONE_NAME and not any(known)):
            yield written
        else:
            yield from parts

    def _as_known(self, written: str) -> str:
        bare = _IN_BRACKETS.sub("", written).strip()
        return bare if not self._is_known(written) and self._is_known(bare) else written

    def _is_known(self, written: str) -> bool:
        return self._key_of(written) in self._known

    def _key_of(self, written: str) -> str:
        """Return how a name is compared, worked out once: it is asked of everybody in a record."""
        if written not in self._written:
            self._written[written] = name_key(plain_name(written))
        return self._written[written]
