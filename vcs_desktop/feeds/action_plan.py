"""A council's own plan as it keeps it, read as rows of the sheet "Action plan" of the workbook."""

import json
from collections.abc import Iterator
from pathlib import Path

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.language import tr
from vcs_desktop.domain.action_plan import ActionPlan
from vcs_desktop.domain.action_plan_json import LARGEST, from_json, rows_of
from vcs_desktop.domain.publisher_workbook.plan import PLAN
from vcs_desktop.feeds.publisher_workbook.records import sheet_items
from vcs_desktop.feeds.publisher_workbook.sheets import FilledRow, FilledSheet
from vcs_desktop.feeds.result import Refusal
from vcs_desktop.wire.record import Record

_LONGEST_NAME = 60


def read_plan(path: Path) -> ActionPlan:
    """Return the plan in a file.

    Raises:
        CannotUseInput: it is none, or it is damaged, or a newer program wrote it.
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        content = file.read(LARGEST + 1)
    try:
        return from_json(json.loads(content[:LARGEST]))
    except (ValueError, RecursionError) as error:
        raise CannotUseInput(
            f"an action plan: {type(error).__name__}",
            message=tr("This file of an action plan is damaged."),
            advice=tr("Put a copy of it in its place. It is not written over."),
        ) from error


def plan_items(path: Path) -> Iterator[Record | Refusal]:
    """Yield every action as a record, or in words why it cannot be used.

    Raises:
        CannotUseInput: it is no such file, or it is damaged.
    """
    yield from items_of(read_plan(path))


def items_of(plan: ActionPlan) -> Iterator[Record | Refusal]:
    """Yield every action of a plan as ``plan_items`` does."""
    columns = {each.field: each for each in PLAN.columns}
    rows = [
        FilledRow(number, {columns[field]: said for field, said in row.items()})
        for number, row in enumerate(rows_of(plan), 1)
    ]

    def where_is(number: int) -> str:
        title = plan.actions[number - 1].title[:_LONGEST_NAME]
        return tr("Action {number}: {title}", number=number, title=title or tr("without a name"))

    yield from sheet_items(FilledSheet(PLAN, str(PLAN.name), rows), where_is, {})
