"""What a change did, field by field, as the lines that a person reads."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from vcs_desktop.core.language import tr
from vcs_desktop.core.text import beginning
from vcs_desktop.domain.file_words import file_in_words
from vcs_desktop.domain.fold import Folded
from vcs_desktop.domain.stored_file import is_stored_file
from vcs_desktop.domain.values import PART, same
from vcs_desktop.ui.history.field import Field
from vcs_desktop.ui.history.field_words import field_called, fields_of
from vcs_desktop.ui.history.named_fields import with_names
from vcs_desktop.ui.history.value_words import plain, unsaid

if TYPE_CHECKING:
    from vcs_desktop.services.history import Names

SHORT = 120
"""A text of more letters is folded, and only what was added and taken away is told."""
_MOST_IN_A_NAME = 60


class BeforeAndAfter(Protocol):
    """One field as an operation changed it."""

    @property
    def old(self) -> Any:
        """What stood there before, None for nothing."""

    @property
    def new(self) -> Any:
        """What stood there after, None for nothing."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that a change did: to which field, and what it said before and after.

    An empty text is that it said nothing. ``name`` and ``part`` say where in the record
    it is, and ``value`` what stood there before, for who wants it back. ``is_of_person`` says
    that the field names somebody and what they did; ``is_gone`` that it was taken away.
    """

    field: str
    old: str
    new: str
    name: str
    part: str
    value: Any
    is_long: bool = False
    has_parts: bool = False
    is_of_person: bool = False
    is_gone: bool = False

    @property
    def said(self) -> str:
        """The line in words."""
        if self.is_of_person:
            return self._said_of_person()
        if self.has_parts:
            return self._said_of_parts()
        if not self.old and not self.new:
            return tr("{field}: changed", field=self.field)
        if not self.old:
            return tr("{field}: “{new}” was added", field=self.field, new=self.new)
        if not self.new:
            return tr("{field}: “{old}” was taken away", field=self.field, old=self.old)
        return tr(
            "{field}: changed from “{old}” to “{new}”", field=self.field, old=self.old, new=self.new
        )

    @property
    def told(self) -> str:
        """What stands there after, for a record that was made just then."""
        return tr("{field}: {value}", field=self.field, value=self.new) if self.new else self.field

    def _said_of_person(self) -> str:
        """Return "Asha came", or that it was taken back; and what else is said of it."""
        if self.is_gone:
            return tr("{what}: this was taken back", what=self.field)
        return self.told

    def _said_of_parts(self) -> str:
        field, old, new = self.field, self.old, self.new
        if not old and not new:
            return tr("{field}: changed", field=field)
        if not old:
            return tr("{field} was added: {new}", field=field, new=new)
        if not new:
            return tr("{field} was taken away: {old}", field=field, old=old)
        return tr("{field}: changed from {old} to {new}", field=field, old=old, new=new)


def lines_of(
    kind: str, changes: Mapping[str, BeforeAndAfter], names: "Names | None" = None
) -> list[Line]:
    """Return what a change did, the fields in the order in which the record has them.

    ``names`` says whom the ids in it mean; without it nobody is named.
    """
    fields = with_names(kind, fields_of(kind), names)
    place = {name: number for number, name in enumerate(fields)}
    changed = sorted(changes, key=lambda each: (place.get(_base(each), len(place)), each))
    return [line for name in changed for line in _lines(fields, name, changes[name])]


def title_of_field(
    kind: str, name: str, values: Sequence[Any], names: "Names | None" = None
) -> str:
    """Return what a field is called; of one of several, by the first value that names it."""
    fields = with_names(kind, fields_of(kind), names)
    return _title(field_called(fields, _base(name)), name, values)


def value_in_words(kind: str, name: str, value: Any, names: "Names | None" = None) -> str:
    """Return a whole value of a field in words, empty for nothing."""
    fields = with_names(kind, fields_of(kind), names)
    return _whole(field_called(fields, _base(name)), value)


def can_come_back(line: Line, record: Folded | None) -> bool:
    """Say whether what stood there before can be brought back, and is not there already."""
    if record is None or record.binned_at or line.value is None or line.name in record.choices:
        return False
    now = record.values.get(line.name)
    if line.part:
        return isinstance(now, dict) and not same(now.get(line.part), line.value)
    return not same(now, line.value)


def _lines(fields: Mapping[str, Field], name: str, change: BeforeAndAfter) -> Iterator[Line]:
    field = field_called(fields, _base(name))
    old: Any = change.old
    new: Any = change.new
    if _says_nothing(field, old, new):
        return
    title = _title(field, name, (new, old))
    in_parts = isinstance(old, dict) and isinstance(new, dict)
    in_parts = in_parts and not (is_stored_file(old) or is_stored_file(new))
    if not in_parts or not (field.inner or field.read is plain):
        yield Line(
            title,
            _in_a_line(field, name, old),
            _in_a_line(field, name, new),
            name,
            "",
            old,
            is_long=field.is_long or _is_long(old) or _is_long(new),
            has_parts=bool(field.inner),
            is_of_person=field.of_whom is not None and PART in name,
            is_gone=new is None,
        )
        return
    for part in _parts(field, old, new):
        was, now = old.get(part), new.get(part)
        inner = field_called(field.inner, part)
        if not same(was, now) and not _says_nothing(inner, was, now):
            called = tr("{field}, {part}", field=title, part=inner.title)
            yield Line(called, _whole(inner, was), _whole(inner, now), name, part, was)


def _says_nothing(field: Field, old: Any, new: Any) -> bool:
    """Say whether a change is none to a person: a new thing has some place among the others."""
    return field.read is unsaid and (old is None or new is None)


def _parts(field: Field, old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    place = {name: number for number, name in enumerate(field.inner)}
    return sorted({*old, *new}, key=lambda each: (place.get(each, len(place)), each))


def _title(field: Field, name: str, values: Sequence[Any]) -> str:
    if PART in name and field.of_whom is not None:
        return field.of_whom(name.partition(PART)[2])
    if PART not in name or not field.named_by:
        return field.title
    named: list[Any] = [each.get(field.named_by) for each in values if isinstance(each, dict)]
    told: str = next((str(each) for each in named if isinstance(each, str) and each), "")
    if not told:
        return field.title
    short, more = beginning(told, _MOST_IN_A_NAME)
    called = short + ("…" if more else "")
    return tr("{field} ({name})", field=field.title, name=called)


def _in_a_line(field: Field, name: str, value: Any) -> str:
    """Return a whole value in words, without the name that the title of the line says."""
    is_made_of_parts = isinstance(value, dict) and not is_stored_file(value)
    if PART in name and field.named_by and is_made_of_parts:
        rest = {part: each for part, each in value.items() if part != field.named_by}
        return "; ".join(_summed_up(field, rest)) or _whole(field, value)
    return _whole(field, value)


def _whole(field: Field, value: Any) -> str:
    """Return a whole value in words; what it has inside is told by its name."""
    if is_stored_file(value):
        return file_in_words(value)
    if field.inner and isinstance(value, dict):
        return "; ".join(_summed_up(field, value))
    if field.inner and isinstance(value, list):
        return " · ".join(_whole(field, each) for each in value) or tr("None")
    return field.read(value) if value is not None else ""


def _summed_up(field: Field, value: Mapping[str, Any]) -> Iterator[str]:
    for part in _parts(field, value, {}):
        inner = field_called(field.inner, part)
        said = _whole(inner, value[part])
        if part == field.named_by:
            yield said
        elif said:
            yield tr("{part}: {value}", part=inner.title, value=said)


def _is_long(value: Any) -> bool:
    return isinstance(value, str) and (len(value) > SHORT or "\n" in value)


def _base(name: str) -> str:
    return name.partition(PART)[0]
