"""The sheet of figures about a place."""

from vcs_desktop.core.language import marked
from vcs_desktop.domain.library import Kind
from vcs_desktop.domain.publisher_workbook.column import (
    ID,
    WHERE_FROM,
    Column,
    Holds,
    Sheet,
)

FACTS = Sheet(
    Kind.FACT,
    marked("Facts"),
    marked("Fact"),
    "fact",
    ("place", "title"),
    (
        ID,
        Column(
            "title",
            marked("What is counted"),
            Holds.WORDS,
            marked("A few words. This one is needed."),
            marked("People who live alone"),
            is_needed=True,
        ),
        Column(
            "place",
            marked("Place"),
            Holds.WORDS,
            marked("The place that the figure is about."),
            marked("Oxford"),
        ),
        Column(
            "value",
            marked("Figure"),
            Holds.NUMBER,
            marked("Only the number. Leave it empty if nobody knows it."),
            18_450,
        ),
        Column("unit", marked("Unit"), Holds.WORDS, marked("Such as people."), marked("people")),
        Column(
            "area",
            marked("Area"),
            Holds.AREA,
            marked("The district or county, by its name or code."),
            marked("Oxford"),
        ),
        Column(
            "text",
            marked("What it says"),
            Holds.WORDS,
            marked("Two or three plain sentences that a group can use."),
            marked("In Oxford, 18,450 people live alone."),
        ),
        Column("theme", marked("Theme"), Holds.WORDS, marked("Such as loneliness.")),
        Column(
            "measure",
            marked("Measure"),
            Holds.WORDS,
            marked("The same words on every row that counts the same thing."),
        ),
        Column(
            "base",
            marked("Counted from"),
            Holds.WORDS,
            marked("Such as census 2021. Rows with different ones are not drawn together."),
        ),
        Column(
            "part",
            marked("Part"),
            Holds.WORDS,
            marked("If the figure is a part of a whole: which part."),
        ),
        Column("among", marked("Out of"), Holds.WHOLE, marked("How many there are in all.")),
        Column(
            "amongWhat",
            marked("Out of what"),
            Holds.WORDS,
            marked("What was counted in all, such as small areas."),
        ),
        Column(
            "rankedFrom",
            marked("First in the list is"),
            Holds.WORDS,
            marked("Only if the figure is a place in a list: such as most deprived."),
        ),
        Column(
            "older",
            marked("Older figure"),
            Holds.ANOTHER_ROW,
            marked("The Id of the same figure from an earlier year."),
        ),
        Column(
            "newer",
            marked("Newer figure"),
            Holds.ANOTHER_ROW,
            marked("The Id of the same figure from a later year."),
        ),
        Column(
            "notComparable",
            marked("Why not to compare"),
            Holds.WORDS,
            marked("If it must not be set beside the older figure: why."),
        ),
        *WHERE_FROM,
    ),
)
