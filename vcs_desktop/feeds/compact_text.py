"""An agreement out of a Word file that goes by its headings.

Heading 1 is the agreement or one of its codes, Heading 2 the title of a principle, and the
text under it what it says. Lines that begin "By whom:" and "Topics:" say just that.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.language import tr
from vcs_desktop.core.text import without_hidden
from vcs_desktop.domain.from_record import Unusable, thing_of
from vcs_desktop.domain.library import Kind
from vcs_desktop.feeds.docx_lines import HeadedLine, headed_lines
from vcs_desktop.feeds.made_ids import made_id
from vcs_desktop.feeds.mending import mended_text
from vcs_desktop.feeds.result import Refusal
from vcs_desktop.wire.record import Record

AGREEMENT, PRINCIPLE = 1, 2
LONGEST_TEXT = 50_000
_LONGEST_TITLE = 300
_LONGEST_QUOTE = 60
_AGREEMENT_WORDS = re.compile(
    r"\b(?:compact|covenant|code|agreement|charter|concordat|principles)\b", re.IGNORECASE
)
_BY_WHOM = re.compile(r"by whom\s*:\s*(.+)", re.IGNORECASE)
_TOPICS = re.compile(r"topics?\s*:\s*(.+)", re.IGNORECASE)


@dataclass(slots=True)
class _Principle:
    agreement: str
    title: str
    lines: list[str] = field(default_factory=list)


def is_compact_text(path: Path) -> bool:
    """Say whether a Word file is an agreement: a heading says so, and it has principles."""
    try:
        lines = headed_lines(path)
    except CannotUseInput:
        return False
    names = [each.text for each in lines if each.level == AGREEMENT or each.is_front]
    has_principles = any(each.level == PRINCIPLE for each in lines)
    return has_principles and any(map(_AGREEMENT_WORDS.search, names))


def compact_items(path: Path) -> Iterator[Record | Refusal]:
    """Yield every principle of an agreement as a record, or in words why it cannot be used.

    Raises:
        CannotUseInput: it is damaged, locked, unsafe or too large, or has no headings at all.
    """
    lines = [each for each in map(_cleaned, headed_lines(path)) if each.text]
    if not any(each.level in (AGREEMENT, PRINCIPLE) for each in lines):
        raise CannotUseInput(
            "DOCX: no headings",
            message=tr("This Word file has no headings, so we cannot tell its parts."),
            advice=tr(
                "Give the agreement the style Heading 1 and each principle the style Heading 2."
            ),
        )
    principles, refused = _parted(lines)
    yield from refused
    seen: set[str] = set()
    for each in principles:
        where = tr(
            "“{agreement}”, “{principle}”",
            agreement=_short(each.agreement),
            principle=_short(each.title),
        )
        try:
            record = _new_record(each, seen)
        except Unusable as problem:
            yield Refusal(where, str(problem))
            continue
        seen.add(record.id)
        yield record


def _new_record(principle: _Principle, seen: set[str]) -> Record:
    record = _record(principle)
    if record.id in seen:
        raise Unusable(tr("There is a principle with this title already. Give one another title."))
    return record


def _cleaned(line: HeadedLine) -> HeadedLine:
    text = without_hidden(mended_text(line.text)).strip()
    return HeadedLine(text, line.level, line.is_front)


def _parted(lines: list[HeadedLine]) -> tuple[list[_Principle], list[Refusal]]:
    """Return the principles, and what stands where it belongs to none."""
    agreement = ""
    principles: list[_Principle] = []
    refused: list[Refusal] = []
    without: dict[str, None] = {}
    current: _Principle | None = None
    is_told = False
    for line in lines:
        if line.is_front and not line.level:
            continue
        if line.level == AGREEMENT:
            agreement, current, is_told = line.text, None, False
            without.setdefault(agreement)
        elif line.level == PRINCIPLE:
            current = _Principle(agreement, line.text)
            principles.append(current)
            without.pop(agreement, None)
        elif current is not None:
            current.lines.append(line.text)
        elif not is_told:  # once for all that stands there
            refused.append(_homeless(agreement, line.text))
            is_told = True
    refused += [Refusal(_quoted(each), _without_principles()) for each in without]
    return principles, refused


def _homeless(agreement: str, text: str) -> Refusal:
    if not agreement:
        return Refusal(
            tr("the beginning"),
            tr(
                "The text “{text}” stands before the first heading. Put a Heading 1 and a Heading "
                "2 above it, or take it out.",
                text=_short(text),
            ),
        )
    return Refusal(
        _quoted(agreement),
        tr(
            "The text “{text}” stands before the first principle. Put a Heading 2 above it, or "
            "take it out.",
            text=_short(text),
        ),
    )


def _without_principles() -> str:
    return tr("There is no principle under it. Give each principle the style Heading 2.")


def _record(principle: _Principle) -> Record:
    """Return a principle as a record.

    Raises:
        Unusable: it says nothing, too much, or belongs to no agreement.
    """
    if not principle.agreement:
        raise Unusable(tr("It stands under no agreement. Put its name above it, as Heading 1."))
    if max(len(principle.title), len(principle.agreement)) > _LONGEST_TITLE:
        raise Unusable(
            tr("Its heading is very long. Only the title should have the style of a heading.")
        )
    data: dict[str, Any] = {"edition": principle.agreement, "title": principle.title}
    text: list[str] = []
    for line in principle.lines:
        if by_whom := _BY_WHOM.fullmatch(line):
            data["byWhom"] = by_whom[1].strip()
        elif topics := _TOPICS.fullmatch(line):
            data["topics"] = [one for each in re.split(r"[;,]", topics[1]) if (one := each.strip())]
        else:
            text.append(line)
    data["text"] = "\n\n".join(text)
    if not data["text"]:
        raise Unusable(tr("There is no text under it. Write what it says, or take it out."))
    if len(data["text"]) > LONGEST_TEXT:
        raise Unusable(
            tr(
                "It is longer than {most} letters. Part it into several principles.",
                most=f"{LONGEST_TEXT:,}",
            )
        )
    data |= {"state": "in_force", "isSummary": False, "seenIn": "text"}
    data["id"] = made_id("compact", principle.agreement, principle.title)
    record = Record(Kind.COMPACT, data["id"], data)
    thing_of(record)
    return record


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"


def _quoted(text: str) -> str:
    return tr("“{text}”", text=_short(text))
