"""Records that a table names, and of which each name is there once: found, filled in, or begun."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from vcs_desktop.core.language import tr_marked
from vcs_desktop.domain.bring_in import RowIn, TableIn
from vcs_desktop.services.bring_in.keeping import Keeping
from vcs_desktop.services.bring_in.sheets import key_of
from vcs_desktop.services.bring_in.taken import Taken, filled


class ByName:
    """Every record of a kind under its name, however that is written.

    The columns of ``table_in`` are called as the fields that they fill.
    """

    def __init__(self, keeping: Keeping, kind: str, shape: type[Any], table_in: TableIn) -> None:
        self._keeping = keeping
        self._kind, self._shape = kind, shape
        self._words = {each.name: tr_marked(each.words) for each in table_in.columns}
        self._ids: dict[str, str] = {}
        for each in keeping.all(shape, kind):
            self._ids.setdefault(key_of(each.name), each.id)

    def id_of(self, name: str) -> str:
        """Return the id of what has a name; empty where nothing has it."""
        return self._ids.get(key_of(name), "")

    def take(
        self,
        row: RowIn,
        name: str,
        said: Mapping[str, Any],
        line: str = "",
        problems: tuple[str, ...] = (),
    ) -> Taken:
        """Take in what a row says by the names of fields; what is there already stays as it is.

        ``problems`` are sentences on what else stays out.
        """
        found = self.id_of(name)
        told = {field: value for field, value in said.items() if value not in (None, "")}
        if not found:
            new = self._shape(name=name, **told)
            self._ids[key_of(name)] = self._keeping.add(self._kind, new)
            return Taken(name, line, problems)
        before = self._keeping.thing(self._shape, found)
        there = {field: getattr(before, field) for field in told}
        words = {field: self._words[field] for field in told}
        new_values, more = filled(replace(row, said=told), there, name, words)
        after = replace(before, **new_values)
        if after != before:
            self._keeping.put(self._kind, found, after)
        every = (*problems, *more)
        return Taken(
            name,
            line,
            every,
            is_in=after != before or not every,
            is_new=False,
            adds_nothing=after == before,
        )
