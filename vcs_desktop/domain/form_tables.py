"""Tables in somebody's form: some hold questions and answers, some are boxes, some are tables."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from vcs_desktop.domain.form_lines import FormLine, mark_of, text_of

_LONGEST_NUMBER = 8
"""Characters of a cell that holds the number of a question only."""

_HEADINGS = frozenset({"question", "questions", "q", "what they ask"})

Cells = dict[int, list[str]]
IsQuestion = Callable[[str], bool]


def with_questions_told(lines: Sequence[FormLine], is_question: IsQuestion) -> list[FormLine]:
    """Return lines in which only questions and their answers still stand in cells.

    A question is in column 0 and its answer in column 1 of what is left of a table. A box with
    one column becomes ordinary lines, and of any other table each row becomes one line with
    tabs between its cells.
    """
    return [each for _, some in groupby(lines, _table) for each in _told(list(some), is_question)]


def _table(line: FormLine) -> int | None:
    return line.cell[0] if line.cell is not None else None


def _told(lines: list[FormLine], is_question: IsQuestion) -> Iterator[FormLine]:
    if _table(lines[0]) is None:
        yield from lines
        return
    rows = _rows(lines)
    if all(len(cells) == 1 for cells in rows.values()):
        yield from (replace(each, cell=None) for each in lines)
        return
    if _has_numbers(rows):
        rows = {row: _without_number(cells) for row, cells in rows.items()}
    asked = [text for cells in rows.values() if (text := text_of(cells.get(0, [])))]
    is_told = any(map(_is_heading, rows.values()))
    if not asked or not (is_told or sum(map(is_question, asked)) * 2 >= len(asked)):
        yield from (FormLine(_in_one_line(cells)) for cells in rows.values())
        return
    table = lines[0].cell[0] if lines[0].cell is not None else 0
    for row, cells in rows.items():
        if not _is_heading(cells):
            yield from _question_row(table, row, cells)


def _rows(lines: Sequence[FormLine]) -> dict[int, Cells]:
    rows: dict[int, Cells] = {}
    for each in lines:
        if each.cell is not None:
            _, row, column = each.cell
            rows.setdefault(row, {}).setdefault(column, []).append(each.text)
    return rows


def _has_numbers(rows: dict[int, Cells]) -> bool:
    """Say whether the first of three columns or more holds the numbers of questions."""
    first = [text_of(cells.get(0, [])) for cells in rows.values()]
    is_wide = any(len(cells) > 2 for cells in rows.values())  # noqa: PLR2004  as told above
    numbers = [each for each in first if each.rstrip(".):").isdecimal() or _is_bare(each)]
    return is_wide and bool(numbers) and all(len(each) <= _LONGEST_NUMBER for each in first)


def _is_bare(text: str) -> bool:
    mark = mark_of(text)
    return mark is not None and not mark.rest


def _without_number(cells: Cells) -> Cells:
    """Return a row with the number of its first cell before the question in its second."""
    number, asked = text_of(cells.get(0, [])), list(cells.get(1, []))
    if number and asked:
        asked[0] = f"{number.rstrip('.):')}. {asked[0]}"
    return {0: asked, **{column - 1: cells[column] for column in cells if column > 1}}


def _is_heading(cells: Cells) -> bool:
    first = text_of(cells.get(0, [])).casefold()
    return first.split(". ", 1)[-1] in _HEADINGS


def _question_row(table: int, row: int, cells: Cells) -> Iterator[FormLine]:
    for text in cells.get(0, []):
        yield FormLine(text, cell=(table, row, 0))
    for column in sorted(cells):
        if column:
            yield from (FormLine(text, cell=(table, row, 1)) for text in cells[column])


def _in_one_line(cells: Cells) -> str:
    return "\t".join(" ".join(cells[column]).strip() for column in sorted(cells))
