"""The one workbook in which people of a council keep what they publish: its sheets and columns.

The template and the reader both follow it. Headings are words; a record has the field's names.
"""

from vcs_desktop.domain.publisher_workbook.column import (
    EXAMPLE_ID,
    EXAMPLE_NAME,
    ID,
    Choice,
    Column,
    Holds,
    Sheet,
)
from vcs_desktop.domain.publisher_workbook.events import EVENTS
from vcs_desktop.domain.publisher_workbook.facts import FACTS
from vcs_desktop.domain.publisher_workbook.grants import GRANTS
from vcs_desktop.domain.publisher_workbook.plan import PLAN

SHEETS = (GRANTS, EVENTS, PLAN, FACTS)

__all__ = [
    "EXAMPLE_ID",
    "EXAMPLE_NAME",
    "ID",
    "SHEETS",
    "Choice",
    "Column",
    "Holds",
    "Sheet",
]
