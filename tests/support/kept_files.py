"""Papers with files in a group, for tests and campaigns, and what is wrong with them afterwards."""

import io

from reportlab.pdfgen.canvas import Canvas

from vcs_desktop.core.errors import AppError
from vcs_desktop.domain.kinds import DOCUMENT
from vcs_desktop.domain.papers import Paper, PaperVersion
from vcs_desktop.services.things import things


def kept(inside, path, name="Policy"):
    """Keep a file as the one version of a new paper; return the paper's id and the file."""
    stored = inside.blobs.add(path)
    version = PaperVersion(id=inside.records.ids.new(), file=stored)
    return inside.records.add(DOCUMENT, Paper(name=name, versions=(version,))), stored


def files_of(inside):
    """Return the files of the papers that are not in the bin, by the name of the paper."""
    return {
        paper.name: version.file
        for paper in things(inside.records, Paper, DOCUMENT)
        for version in paper.versions
    }


def file_complaints(inside, content):
    """Yield what is wrong with the files of an open group, which all have the same content."""
    for name, stored in files_of(inside).items():
        try:
            if inside.blobs.read(stored) != content:
                yield f"{name} holds something else"
        except AppError as error:
            yield f"{name}: {type(error).__name__}"


def text_pdf(words):
    """Return a PDF of one page that says some words, which lie in it as they are."""
    to = io.BytesIO()
    page = Canvas(to, pageCompression=0)
    for line, start in enumerate(range(0, len(words), 80)):
        page.drawString(50, 780 - 15 * line, words[start : start + 80])
    page.save()
    return to.getvalue()


def sealed_in(inside):
    """Return the names of all that lies in the folder of sealed files."""
    folder = inside.group.files().folder.path / "blobs"
    return {each.name for each in folder.iterdir()} if folder.is_dir() else set()
