"""One cell of the workbook, as a person wrote it, in the form the library keeps.

Kind in what it takes (``£2,500``, ``yes``, ``31 January 2027``), strict in what it gives:
what cannot be read is a problem that names its heading.
"""

import math
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

from vcs_desktop.core.language import tr, tr_count, tr_marked
from vcs_desktop.core.text import without_hidden
from vcs_desktop.domain.attachments import is_pointer
from vcs_desktop.domain.from_record.fields import MOST_PENCE, Unusable
from vcs_desktop.domain.from_record.places import area_of
from vcs_desktop.domain.money import pence_of, pounds_of
from vcs_desktop.domain.publisher_workbook import Column, Holds
from vcs_desktop.feeds.dates import ReadDay, read_day
from vcs_desktop.feeds.mending import mended_text

LONGEST_TEXT = 20_000
_LONGEST_QUOTE = 60
_LONGEST_ID = 200
_MOST_IN_A_LIST = 200
_TOO_LARGE = 10**15
"""Of a number: as many digits as are read where it was typed as words."""

_FIRST_YEAR, _LAST_YEAR = 1900, 2200
_FAULTS = frozenset({"#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!"})
"""Source: Excel: what a formula says that went wrong; openpyxl gives it as text."""

_YES, _NO = ("yes", "y", "true"), ("no", "n", "false")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/-]*", re.ASCII)
_AMOUNT = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]+)?")
_PENCE = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,2})?")
_LIMIT = re.compile(
    r"(.*\S)\s*\(\s*(?:up to\s+)?([0-9]{1,6})\s+(words|characters)\s*\)", re.IGNORECASE
)
_LOOKS_LIKE_A_DAY = re.compile(
    r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|(?:[A-Za-z]+,?\s+)?\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]+\s+\d{4}"
)


def read_cell(column: Column, cell: Any) -> Any:
    """Return what a cell says; None when it says nothing.

    Raises:
        Unusable: it cannot be read; the text names the heading.
    """
    if isinstance(cell, str):
        cell = _text(column, cell)
    if cell is None or cell == "":
        return None
    return _READERS[column.holds](column, cell)


def plain(words: str) -> str:
    """Return words by which they are compared: no case, no spaces, no marks."""
    return re.sub(r"[\W_]+", "", words.casefold())


def _text(column: Column, cell: str) -> str:
    if len(cell) > LONGEST_TEXT:
        raise Unusable(
            tr(
                "“{heading}” is longer than {most} letters. Make it shorter.",
                heading=tr_marked(column.heading),
                most=f"{LONGEST_TEXT:,}",
            )
        )
    text = without_hidden(mended_text(cell)).strip()
    if text in _FAULTS:
        raise Unusable(
            tr(
                "“{heading}” has a formula that went wrong: it says {said}. Put it right, or "
                "write the answer.",
                heading=tr_marked(column.heading),
                said=text,
            )
        )
    return text


def _quoted(cell: Any) -> str:
    text = str(cell)
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"


def _words(column: Column, cell: Any) -> str:
    if isinstance(cell, bool):
        raise Unusable(
            tr(
                "“{heading}” says “{said}”. It should be words.",
                heading=tr_marked(column.heading),
                said=_quoted(cell).upper(),
            )
        )
    return str(cell)


def _id(column: Column, cell: Any) -> str:
    text = _words(column, cell)
    if len(text) > _LONGEST_ID or not _ID.fullmatch(text):
        raise Unusable(
            tr(
                "The Id “{said}” cannot be used. Write letters, numbers and - without spaces, "
                "or leave it empty.",
                said=_quoted(text),
            )
        )
    return text


def _pounds(column: Column, cell: Any) -> int | float:
    amount = cell
    if isinstance(cell, str):
        text = re.sub(r"[£,\s]", "", cell)
        amount = Decimal(text) if _PENCE.fullmatch(text) else None
    if not _is_number(amount) or not 0 <= amount <= MOST_PENCE // 100:
        raise Unusable(
            tr(
                "“{heading}” says “{said}”, which is no amount of money. Write it like £2,500.",
                heading=tr_marked(column.heading),
                said=_quoted(cell),
            )
        )
    return pounds_of(pence_of(amount))


def _number(column: Column, cell: Any) -> int | float:
    number = cell
    if isinstance(cell, str):
        text = re.sub(r"[,\s]", "", cell)
        number = (float if "." in text else int)(text) if _AMOUNT.fullmatch(text) else None
    if not _is_number(number) or abs(number) >= _TOO_LARGE:
        raise Unusable(
            tr(
                "“{heading}” says “{said}”, which is no number. Write it like 18,450.",
                heading=tr_marked(column.heading),
                said=_quoted(cell),
            )
        )
    found: int | float = int(number) if number == int(number) else number
    return found


def _whole(column: Column, cell: Any) -> int:
    number = _number(column, cell.removesuffix("%").strip() if isinstance(cell, str) else cell)
    if not isinstance(number, int) or number < 0:
        raise Unusable(
            tr(
                "“{heading}” says “{said}”. It should be a whole number, such as 6.",
                heading=tr_marked(column.heading),
                said=_quoted(cell),
            )
        )
    return number


def _is_number(value: Any) -> bool:
    is_one = isinstance(value, int | float | Decimal) and not isinstance(value, bool)
    return is_one and math.isfinite(value)


def _yes_no(column: Column, cell: Any) -> bool:
    said = str(cell).casefold()
    if said in _YES or said in _NO:
        return said in _YES
    raise Unusable(
        tr(
            "“{heading}” says “{said}”. Write yes or no.",
            heading=tr_marked(column.heading),
            said=_quoted(cell),
        )
    )


def _day(column: Column, cell: Any) -> str:
    return _read_day(column, cell).day.isoformat()


def _moment(column: Column, cell: Any) -> str:
    return _read_day(column, cell).iso


def _read_day(column: Column, cell: Any) -> ReadDay:
    found = read_day(cell) if isinstance(cell, str) else None
    if found is None or not _FIRST_YEAR <= found.day.year <= _LAST_YEAR:
        heading = tr_marked(column.heading)
        raise Unusable(
            tr(
                "The {heading} “{said}” is no day. Write it like 31 January 2027.",
                heading=f"{heading[:1].lower()}{heading[1:]}",
                said=_quoted(cell),
            )
        )
    return found


def _list(column: Column, cell: Any) -> list[str]:
    return _pieces(column, cell, r"[;\n]")


def _pieces(column: Column, cell: Any, between: str) -> list[str]:
    found = [one for each in re.split(between, _words(column, cell)) if (one := each.strip())]
    if len(found) > _MOST_IN_A_LIST:
        raise Unusable(
            tr_count(
                "“{heading}” has {count} thing in its list. That is too many.",
                "“{heading}” has {count} things in its list. That is too many.",
                len(found),
                heading=tr_marked(column.heading),
            )
        )
    return found


def _choice(column: Column, cell: Any) -> str:
    said = plain(str(cell))
    for choice in column.choices:
        if said in (plain(tr_marked(choice.words)), plain(choice.words), plain(choice.value)):
            return choice.value
    # "A registered charity" may be written without its first word.
    close = [each for each in column.choices if said and said in _without_article(each.words)]
    if len(close) == 1:
        return close[0].value
    raise Unusable(
        tr(
            "“{heading}” says “{said}”. It should be one of: {allowed}.",
            heading=tr_marked(column.heading),
            said=_quoted(cell),
            allowed="; ".join(tr_marked(each.words) for each in column.choices),
        )
    )


def _without_article(words: str) -> tuple[str, ...]:
    whole, _, short = words.removeprefix("a ").partition("(")
    return (plain(whole), plain(short))


def _choices(column: Column, cell: Any) -> list[str]:
    return list(dict.fromkeys(_choice(column, each) for each in _list(column, cell)))


def _link(column: Column, cell: Any) -> str:
    text = _words(column, cell)
    if is_pointer(text):  # a file that goes along, in place of a page
        return text
    address = f"https://{text}" if text.lower().startswith("www.") else text
    try:
        parts = urlsplit(address)
        is_link = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        is_link = False
    if not is_link or any(mark.isspace() for mark in address):
        raise Unusable(
            tr(
                "“{heading}” says “{said}”, which is no address of a page. Copy it whole, from "
                "https:// on.",
                heading=tr_marked(column.heading),
                said=_quoted(text),
            )
        )
    return address


def _area(column: Column, cell: Any) -> str:
    found = area_of(_words(column, cell))
    if not found:
        raise Unusable(
            tr(
                "“{heading}” says “{said}”, which is no area we know. Write a district or county, "
                "or its code.",
                heading=tr_marked(column.heading),
                said=_quoted(cell),
            )
        )
    return found


def _places(column: Column, cell: Any) -> list[dict[str, str]]:
    return [
        {"name": each} | ({"geoCode": code} if (code := area_of(each)) else {})
        for each in _list(column, cell)
    ]


def _papers(column: Column, cell: Any) -> list[dict[str, str]]:
    return [{"name": each} for each in _list(column, cell)]


def _questions(column: Column, cell: Any) -> list[dict[str, Any]]:
    questions: list[dict[str, Any]] = []
    for number, line in enumerate(_pieces(column, cell, "\n"), 1):
        limited = _LIMIT.fullmatch(line)
        question: dict[str, Any] = {"ref": str(number), "text": limited[1] if limited else line}
        if limited:
            question |= {"limit": int(limited[2]), "unit": limited[3].lower()}
        questions.append(question)
    return questions


def _news(column: Column, cell: Any) -> list[dict[str, str]]:
    """Return what happened, the oldest first; a line without a day is only words."""
    found = [_piece_of_news(column, line) for line in _pieces(column, cell, "\n")]
    return sorted(found, key=lambda one: one.get("happenedOn", ""))


def _piece_of_news(column: Column, line: str) -> dict[str, str]:
    before, colon, after = line.partition(":")
    if not colon or not _LOOKS_LIKE_A_DAY.fullmatch(before.strip()):
        return {"text": line}
    day = _day(column, before.strip())
    if not after.strip():
        raise Unusable(
            tr(
                "“{heading}” has a day, “{said}”, and nothing after it. Write what happened.",
                heading=tr_marked(column.heading),
                said=_quoted(before.strip()),
            )
        )
    return {"happenedOn": day, "text": after.strip()}


_READERS: dict[Holds, Callable[[Column, Any], Any]] = {
    Holds.ID: _id,
    Holds.WORDS: _words,
    Holds.POUNDS: _pounds,
    Holds.WHOLE: _whole,
    Holds.NUMBER: _number,
    Holds.YES_NO: _yes_no,
    Holds.DAY: _day,
    Holds.MOMENT: _moment,
    Holds.LIST: _list,
    Holds.CHOICE: _choice,
    Holds.CHOICES: _choices,
    Holds.LINK: _link,
    Holds.AREA: _area,
    Holds.PLACES: _places,
    Holds.PAPERS: _papers,
    Holds.QUESTIONS: _questions,
    Holds.NEWS: _news,
    Holds.ANOTHER_ROW: _words,
}
