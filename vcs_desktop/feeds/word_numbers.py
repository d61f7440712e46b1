"""The numbers that a Word file's paragraphs have by themselves, and what its styles say.

Word keeps "1." and "a)" apart from the words: a paragraph names a list, and the list says how
it counts. Source: ECMA-376 part 1, 17.9 (numbering) and 17.7 (styles).
"""

from dataclasses import dataclass, field, replace
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BULLET = "- "

_DEEPEST = 9
_MOST_LETTERS = 26
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_ROMAN = 3_999


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts: ``text`` is such as "%1." or "%1.%2"."""

    sort: str = "decimal"
    text: str = "%1."
    start: int = 1


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says of its paragraphs. ``list_id`` empty is that they have no number.

    ``called`` is its name in small letters. ``heading_level`` counts from 1; 0 is no heading.
    """

    called: str = ""
    is_heading: bool = False
    heading_level: int = 0
    is_bold: bool = False
    list_id: str = ""
    level: int = 0


@dataclass(slots=True)
class Numbers:
    """The lists of a file, and how far each has counted. ``same`` are lists that count as one."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    same: dict[str, str] = field(default_factory=dict)
    _counts: dict[str, list[int]] = field(default_factory=dict)

    def next_label(self, list_id: str, level: int) -> str:
        """Return what stands before the next paragraph of a list, with a space after it."""
        found = self.levels.get(list_id, {}).get(level)
        if found is None or not 0 <= level < _DEEPEST:
            return ""
        counts = self._counts.setdefault(self.same.get(list_id, list_id), [])
        while len(counts) <= level:
            counts.append(self._start(list_id, len(counts)) - 1)
        del counts[level + 1 :]
        counts[level] += 1
        if found.sort == "bullet":
            return BULLET
        if found.sort == "none" or not found.text:
            return ""
        label = found.text
        for deep in range(level, -1, -1):
            sort = self.levels[list_id].get(deep, Level()).sort
            label = label.replace(f"%{deep + 1}", in_letters(max(1, counts[deep]), sort))
        return f"{label} "

    def _start(self, list_id: str, level: int) -> int:
        return self.levels[list_id].get(level, Level()).start


def in_letters(number: int, sort: str) -> str:
    """Return a number as a list of some sort writes it: "3", "c", "III"."""
    if sort in ("lowerLetter", "upperLetter"):
        repeats, place = divmod(number - 1, _MOST_LETTERS)
        letter = chr(ord("a") + place) * min(repeats + 1, _DEEPEST)
        return letter.upper() if sort == "upperLetter" else letter
    if sort in ("lowerRoman", "upperRoman") and number <= _MOST_ROMAN:
        said, left = "", number
        for value, letters in _ROMAN:
            said += letters * (left // value)
            left %= value
        return said.upper() if sort == "upperRoman" else said
    return str(number)


def numbers_in(root: Any) -> Numbers:
    """Return the lists that a file's ``numbering.xml`` describes."""
    of_sort = {
        _value(each, "abstractNumId"): {
            number: _level(level)
            for level in each.findall(f"{W}lvl")
            if (number := _whole(level.get(f"{W}ilvl"))) is not None
        }
        for each in root.findall(f"{W}abstractNum")
    }
    found = Numbers()
    for each in root.findall(f"{W}num"):
        list_id = _value(each, "numId")
        pointer = each.find(f"{W}abstractNumId")
        sort = pointer.get(f"{W}val", "") if pointer is not None else ""
        found.levels[list_id] = of_sort.get(sort, {})
        begins_anew = each.find(f"{W}lvlOverride/{W}startOverride") is not None
        found.same[list_id] = list_id if begins_anew else f"sort {sort}"
    return found


def styles_in(root: Any) -> dict[str, Style]:
    """Return what each style of a file's ``styles.xml`` says, by its id."""
    found: dict[str, Style] = {}
    based_on: dict[str, str] = {}
    for each in root.findall(f"{W}style"):
        before = each.find(f"{W}basedOn")
        if before is not None:
            based_on[each.get(f"{W}styleId", "")] = before.get(f"{W}val", "")
        name = each.find(f"{W}name")
        called = name.get(f"{W}val", "").lower() if name is not None else ""
        pointer = each.find(f"{W}pPr/{W}numPr/{W}numId")
        level = each.find(f"{W}pPr/{W}numPr/{W}ilvl")
        found[each.get(f"{W}styleId", "")] = Style(
            called=called,
            heading_level=_heading_level(called),
            is_heading=called.startswith("heading") or called in ("title", "subtitle"),
            is_bold=is_on(each.find(f"{W}rPr/{W}b")),
            list_id=pointer.get(f"{W}val", "") if pointer is not None else "",
            level=(_whole(level.get(f"{W}val")) or 0) if level is not None else 0,
        )
    for name, style in found.items():
        if not style.heading_level:
            found[name] = replace(style, heading_level=_heading_of(name, based_on, found))
    return found


def _heading_level(called: str) -> int:
    level = _whole(called.removeprefix("heading").strip()) if called.startswith("heading") else None
    return level if level is not None and level <= _DEEPEST else 0


def _heading_of(name: str, based_on: dict[str, str], styles: dict[str, Style]) -> int:
    """Return which heading a style is made from, 0 if from none."""
    for _ in range(_DEEPEST):
        name = based_on.get(name, "")
        if (found := styles.get(name)) is None:
            return 0
        if found.heading_level:
            return found.heading_level
    return 0


def is_on(element: Any) -> bool:
    """Say whether a switch such as "bold" is there and on."""
    return element is not None and element.get(f"{W}val", "true") not in ("0", "false", "off")


def _level(element: Any) -> Level:
    sort, text, start = (
        found.get(f"{W}val", default)
        if (found := element.find(f"{W}{name}")) is not None
        else default
        for name, default in (("numFmt", "decimal"), ("lvlText", ""), ("start", "1"))
    )
    return Level(sort, text, _whole(start) or 1)


def _value(element: Any, name: str) -> str:
    return str(element.get(f"{W}{name}", ""))


def _whole(text: str | None) -> int | None:
    return (
        int(text) if text and text.isascii() and text.isdigit() and len(text) < _DEEPEST else None
    )
