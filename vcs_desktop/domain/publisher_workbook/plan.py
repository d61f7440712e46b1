"""The sheet of a strategy's priorities, commitments and actions, and of what came of them."""

from datetime import date

from vcs_desktop.core.language import marked
from vcs_desktop.domain import action_plan
from vcs_desktop.domain.library import Kind
from vcs_desktop.domain.publisher_workbook.column import (
    ID,
    WHERE_FROM,
    Choice,
    Column,
    Holds,
    Sheet,
)

PROGRESS = tuple(Choice(words, str(each)) for each, (words, _, _) in action_plan.PROGRESS.items())
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
            "owner",
            marked("Who does it"),
            Holds.WORDS,
            marked("A role or a team. It is published, so no person's own details."),
            marked("Stronger communities team"),
        ),
        Column(
            "dueOn",
            marked("By when"),
            Holds.DAY,
            marked("The day by which it is to be done."),
            date(2027, 9, 30),
        ),
        Column(
            "progress",
            marked("How far it is"),
            Holds.CHOICE,
            marked("How far an action has come. If it is late, say why."),
            PROGRESS[1].words,
            choices=PROGRESS,
        ),
        Column(
            "whyLate",
            marked("Why it is late"),
            Holds.WORDS,
            marked("Only if it is late: what held it up, and what happens now."),
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
