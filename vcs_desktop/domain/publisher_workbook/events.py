"""The sheet of what one can go to."""

from datetime import datetime

from vcs_desktop.core.language import marked
from vcs_desktop.domain.library import Kind
from vcs_desktop.domain.publisher_workbook.column import ID, WHERE_FROM, Column, Holds, Sheet

EVENTS = Sheet(
    Kind.EVENT,
    marked("Events"),
    marked("Event"),
    "event",
    ("organiser", "title"),
    (
        ID,
        Column(
            "title",
            marked("Name of the event"),
            Holds.WORDS,
            marked("As people know it. This one is needed."),
            marked("Morning for new treasurers"),
            is_needed=True,
        ),
        Column(
            "organiser",
            marked("Organiser"),
            Holds.WORDS,
            marked("Who holds it."),
            marked("Oxfordshire County Council"),
        ),
        Column(
            "startsAt",
            marked("Start"),
            Holds.MOMENT,
            marked("The day, and the time if you know it: 9 March 2027, 10am."),
            datetime(2027, 3, 9, 10, 0),  # noqa: DTZ001  as a spreadsheet has it: London's time
        ),
        Column(
            "endsAt",
            marked("End"),
            Holds.MOMENT,
            marked("The last day, or the time it ends."),
            datetime(2027, 3, 9, 12, 0),  # noqa: DTZ001  as a spreadsheet has it: London's time
        ),
        Column(
            "when",
            marked("About the day"),
            Holds.WORDS,
            marked("If the day is not set, or how it is worked out."),
        ),
        Column(
            "place",
            marked("Place"),
            Holds.WORDS,
            marked("The hall and the town, or online."),
            marked("Town hall, Oxford"),
        ),
        Column(
            "area",
            marked("Area"),
            Holds.AREA,
            marked("The district or county it is for."),
            marked("Oxford"),
        ),
        Column(
            "text",
            marked("What it is"),
            Holds.WORDS,
            marked("Two or three plain sentences."),
            marked("Learn to keep a cash book. No need to book."),
        ),
        Column(
            "url",
            marked("Page about it"),
            Holds.LINK,
            marked("The address of the page, from https:// on."),
        ),
        *WHERE_FROM,
    ),
)
