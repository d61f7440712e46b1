"""One value of a funding call, as a person wrote it, in the form the library keeps.

Kind in what it takes (``£20,000``, ``yes``, ``4 December 2026``), strict in what it
gives: a value that cannot be read is a problem that names its field.
"""

import math
import re
from collections.abc import Callable
from typing import Any

from vcs_desktop.core.language import Marked, tr, tr_marked
from vcs_desktop.domain.from_record.fields import Unusable, is_absent
from vcs_desktop.domain.funding_format import FieldNote, Holds
from vcs_desktop.domain.group import IN_WORDS, LegalForm
from vcs_desktop.feeds.dates import read_day
from vcs_desktop.feeds.mending import mended_text

_YES = ("yes", "y", "true", "1")
_NO = ("no", "n", "false", "0")
_PLAIN_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_LONGEST_QUOTE = 60


def read_value(note: FieldNote, value: Any) -> Any:
    """Return the value of a field as the library keeps it; None when nothing was written.

    Raises:
        Unusable: it cannot be read; the text names the field.
    """
    return None if is_absent(value) else _READERS[note.holds](note, value)


def storable(value: Any) -> Any:
    """Return a field of someone's own as JSON can hold it."""
    match value:
        case dict():
            return {mended_text(str(key)): storable(inner) for key, inner in value.items()}
        case list():
            return [storable(inner) for inner in value]
        case str():
            return mended_text(value)
        case None | bool() | int():
            return value
        case float() if math.isfinite(value):
            return value
        case _:
            return str(value)


def _words(note: FieldNote, value: Any) -> str:
    if isinstance(value, bool | dict | list):
        raise _wrong(note, value)
    return mended_text(str(value)).strip()


def _number(note: FieldNote, value: Any) -> int | float:
    if isinstance(value, str):
        plain = value.strip().replace(",", "").removeprefix("£").removesuffix("%").strip()
        if not _PLAIN_NUMBER.fullmatch(plain):
            raise _wrong(note, value)
        value = float(plain) if "." in plain else int(plain)
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise _wrong(note, value)
    return int(value) if value == int(value) else value


def _yes_no(note: FieldNote, value: Any) -> bool:
    said = str(value).strip().lower()
    if said in _YES or said in _NO:
        return said in _YES
    raise _wrong(note, value)


def _day(note: FieldNote, value: Any) -> str:
    found = read_day(value) if isinstance(value, str) else None
    if found is None:
        raise _wrong(note, value)
    return found.day.isoformat() if note.holds is Holds.DAY else found.iso


def _list(note: FieldNote, value: Any) -> list[str]:
    items = re.split(r"[;\n]", value) if isinstance(value, str) else value
    if not isinstance(items, list) or any(isinstance(one, dict | list | bool) for one in items):
        raise _wrong(note, value)
    words = [mended_text(str(one)).strip() for one in items if not is_absent(one)]
    return [_legal_form(one) for one in words if one] if note.name == "legalForms" else words


def _legal_form(said: str) -> str:
    """Return a legal form by its code or in words; what is neither is left for the check."""
    plain = re.sub(r"[^a-z]+", "_", said.lower()).strip("_")
    if plain in set(LegalForm):
        return plain
    by_words = {re.sub(r"[^a-z]+", "_", words): str(form) for form, words in IN_WORDS.items()}
    for candidate in (plain, f"a_{plain}", f"registered_{plain}", f"a_registered_{plain}"):
        if candidate in by_words:
            return by_words[candidate]
    return {"registered_charity": "charity", "unincorporated_group": "unincorporated"}.get(
        plain, said
    )


def _part(note: FieldNote, value: Any) -> dict[str, Any]:
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, str | int | float) and not isinstance(value, bool) and note.short:
        value = {note.short: value}
    if not isinstance(value, dict):
        raise _wrong(note, value)
    known = {part.name: part for part in note.parts}
    read: dict[str, Any] = {}
    for key, inner in value.items():
        name = mended_text(str(key))
        part = known.get(name)
        found = storable(inner) if part is None else read_value(_inside(note, part), inner)
        if not is_absent(found):
            read[name] = found
    return read


def _parts(note: FieldNote, value: Any) -> list[dict[str, Any]]:
    if isinstance(value, str):
        value = [one for one in re.split(r"[;\n]", value) if one.strip()]
    items = value if isinstance(value, list) else [value]
    return [part for one in items if not is_absent(one) and (part := _part(note, one))]


def _inside(note: FieldNote, part: FieldNote) -> FieldNote:
    """Return a part's note under the name that a problem should give it."""
    return FieldNote(f"{note.name}/{part.name}", part.holds, part.says, part.parts, part.short)


def _wrong(note: FieldNote, value: Any) -> Unusable:
    said = str(value)[:_LONGEST_QUOTE]
    return Unusable(
        tr(
            "“{name}” says “{said}”; it should be {what}",
            name=note.name,
            said=said,
            what=tr_marked(Marked(note.holds.value)),
        )
    )


_READERS: dict[Holds, Callable[[FieldNote, Any], Any]] = {
    Holds.WORDS: _words,
    Holds.POUNDS: _number,
    Holds.WHOLE: _number,
    Holds.NUMBER: _number,
    Holds.YES_NO: _yes_no,
    Holds.DAY: _day,
    Holds.MOMENT: _day,
    Holds.LIST: _list,
    Holds.PART: _part,
    Holds.PARTS: _parts,
}
