"""The sheet of a strategy's priorities, commitments and actions, and of what came of them."""

from vcs_desktop.core.language import marked
from vcs_desktop.domain.library import Kind
from vcs_desktop.domain.publisher_workbook.column import (
    ID,
    WHERE_FROM,
    Choice,
    Column,
    Holds,
    Sheet,
)

LEVELS = (
    Choice(marked("priority"), "priority"),
    Choice(marked("commitment"), "commitment"),
    Choice(marked("action"), "action"),
)

PLAN = Sheet(
    Kind.STRATEGY,
    marked("Action plan"),
    marked("Action plans"),
    "strategy",
    ("edition", "title"),
    (
        ID,
        Column(
            "title",
            marked("Title"),
            Holds.WORDS,
            marked("A few words. This one is needed."),
            marked("Train 40 treasurers"),
            is_needed=True,
        ),
        Column(
            "level",
            marked("Level"),
            Holds.CHOICE,
            marked("Priority, commitment or action. This one is needed."),
            LEVELS[2].words,
            is_needed=True,
            choices=LEVELS,
        ),
        Column(
            "edition",
            marked("Name of the plan"),
            Holds.WORDS,
            marked("The plan and its years."),
            marked("Action plan 2027"),
        ),
        Column(
            "under",
            marked("Belongs to"),
            Holds.ANOTHER_ROW,
            marked("The title of the row it is part of, or that row's Id."),
            marked("strategy/priority/capacity"),
        ),
        Column(
            "text",
            marked("What it says"),
            Holds.WORDS,
            marked("Two or three plain sentences."),
            marked("The council pays for two mornings in each district."),
        ),
        Column(
            "since",
            marked("What has happened"),
            Holds.NEWS,
            marked("One thing on each line, its day first: 9 March 2027: The first morning."),
            marked("9 March 2027: The first morning was held in Oxford."),
        ),
        Column(
            "page",
            marked("Page"),
            Holds.WHOLE,
            marked("The page of the plan where it stands."),
        ),
        Column(
            "number",
            marked("Number"),
            Holds.WHOLE,
            marked("Its place in the list on that page."),
        ),
        Column(
            "replaces",
            marked("In place of"),
            Holds.ANOTHER_ROW,
            marked("The Id of what stood in its place in the plan before."),
        ),
        *WHERE_FROM,
    ),
)
