"""Small files of the kinds that a group keeps as its papers."""

import io

from PIL import Image
from reportlab.pdfgen.canvas import Canvas


def a_pdf(*pages, password=None):
    """Return a PDF with a line of words on each page."""
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=password, invariant=1)
    for words in pages or ("One page",):
        for number, line in enumerate(words.splitlines()):
            canvas.drawString(72, 760 - 16 * number, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def a_picture(kind="PNG", size=(60, 40), colour="red", mode="RGB"):
    """Return a picture of one colour."""
    out = io.BytesIO()
    Image.new(mode, size, colour).save(out, kind)
    return out.getvalue()


def put(folder, name, content):
    """Write a file, and return where it is."""
    path = folder / name
    path.write_bytes(content)
    return path
