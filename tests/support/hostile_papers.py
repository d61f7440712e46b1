"""Files that were made to harm whoever reads them: too large, endless, or rings."""

import struct
import zlib

from tests.support.paper_files import a_pdf


def _chunk(kind, body):
    whole = kind + body
    return struct.pack(">I", len(body)) + whole + struct.pack(">I", zlib.crc32(whole))


def _png(across, down, packed):
    head = struct.pack(">IIBBBBB", across, down, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", head)
        + _chunk(b"IDAT", packed)
        + _chunk(b"IEND", b"")
    )


def too_many_pixels():
    """Return a small file that says it has 2,500 million pixels."""
    return _png(50_000, 50_000, zlib.compress(bytes(1_000)))


def many_pixels_of_nothing():
    """Return a file of a few KB that holds 36 million pixels."""
    line = bytes(1 + 3 * 6_000)
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(line) for _ in range(6_000)) + packer.flush()
    return _png(6_000, 6_000, packed)


def a_text_bomb():
    """Return a PNG whose note unpacks to far more than we have room for."""
    note = zlib.compress(bytes(200_000_000), 9)
    head = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", head)
        + _chunk(b"zTXt", b"Comment\x00\x00" + note)
        + _chunk(b"IDAT", zlib.compress(bytes(8 * 25)))
        + _chunk(b"IEND", b"")
    )


def _pdf(*objects):
    """Return a PDF of some objects, numbered from 1; the first is its catalogue."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        start,
    )
    return bytes(out)


def _stream(content, more=b""):
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), more, content)


def pages_in_a_ring():
    """Return a PDF whose pages are each other's parents."""
    return _pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1000000 >>",
        b"<< /Type /Pages /Kids [2 0 R] /Count 1000000 /Parent 2 0 R >>",
    )


def a_form_in_itself():
    """Return a PDF whose page draws a form that draws itself."""
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >>"
    return _pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R "
        b"/Resources << /XObject << /F 5 0 R >> >> >>",
        _stream(b"/F Do " * 1_000),
        _stream(b"/F Do /F Do", form),
    )


def a_page_of_a_mile():
    """Return a PDF with a page as large as numbers go."""
    return _pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99999999 99999999] /UserUnit 1000 >>",
    )


def endless_drawing():
    """Return a PDF that draws millions of lines: a few KB when packed."""
    drawing = zlib.compress(b"0 0 m 9 9 l 50 0 l 0 50 l S\n" * 2_000_000, 9)
    return _pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>",
        _stream(drawing, b"/Filter /FlateDecode"),
    )


def a_stream_bomb():
    """Return a PDF whose page unpacks to gigabytes, twice packed."""
    inner = zlib.compress(bytes(300_000_000), 9)
    return _pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>",
        _stream(zlib.compress(inner, 9), b"/Filter [/FlateDecode /FlateDecode]"),
    )


def a_program_inside():
    """Return a PDF that wants to run a script and to open a program when it is opened."""
    script = b"<< /S /JavaScript /JS (while (true) {}) >>"
    return _pdf(
        b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch /F (calc.exe) >> "
        b"/AA << /WC %s >> /Names << /JavaScript << /Names [(a) %s] >> >> >>" % (script, script),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /AA << /O %s >> >>" % script,
    )


def deep_brackets():
    """Return a PDF with lists in lists in lists."""
    return b"%PDF-1.7\n1 0 obj\n" + b"[" * 200_000 + b"]" * 200_000 + b"\nendobj\n%%EOF"


def locked():
    """Return a PDF that is locked with words of its own."""
    return a_pdf("secret", password="other words")


MADE_TO_HARM = {
    each.__name__: each
    for each in (
        too_many_pixels, many_pixels_of_nothing, a_text_bomb, pages_in_a_ring, a_form_in_itself,
        a_page_of_a_mile, endless_drawing, a_stream_bomb, a_program_inside, deep_brackets, locked,
    )
}  # fmt: skip
