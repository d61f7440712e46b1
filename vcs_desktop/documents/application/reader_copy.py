"""The Word file that somebody reads and corrects: questions as headings, answers as paragraphs."""

from datetime import UTC, date, datetime, time
from io import BytesIO

import docx
from docx.shared import Mm, Pt

from vcs_desktop.core.language import tr
from vcs_desktop.documents.word_direction import turned
from vcs_desktop.documents.zip_files import without_moment
from vcs_desktop.domain.application_whole import Whole
from vcs_desktop.domain.reader_copy import heading_of, held, lines_out

_LONGEST_TITLE = 255
_SIDE_MM = 20
_TITLE, _QUESTION = 0, 2


def reader_copy_of(whole: Whole, group: str, on: date) -> bytes:
    """Return the copy of an application that goes out to be read, and comes back.

    What it says of each question comes back through ``feeds.docx_lines.word_file``.
    """
    name = held(" ".join(whole.application.name.split()))
    document = docx.Document()
    about = document.core_properties
    about.title, about.author, about.comments = name[:_LONGEST_TITLE], "VCS Desktop", ""
    about.last_modified_by = ""
    about.created = about.modified = datetime.combine(on, time(12), UTC)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(11)
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(_SIDE_MM)
    document.add_heading(tr("To read: {name}", name=name), _TITLE)
    said = tr(
        "{group} asks you to read this. Please write your changes into the answers. Leave the "
        "headings as they are. Save the file and send it back.",
        group=held(" ".join(group.split())),
    )
    document.add_paragraph().add_run(said).italic = True
    for number, answer in enumerate(whole.answers, 1):
        turned(document.add_heading(heading_of(number, answer), _QUESTION))
        for line in lines_out(answer.text):
            turned(document.add_paragraph(line))
    out = BytesIO()
    document.save(out)
    return without_moment(out.getvalue())
