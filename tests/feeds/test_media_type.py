"""What a file is, told by what is in it."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.feeds.media_type import TEXT, UNKNOWN, media_type_of

OFFICE = "application/vnd.openxmlformats-officedocument"


def packed(**files):
    """Return a zip with files in it; two underscores stand for a stroke, one for a dot."""
    to = BytesIO()
    with zipfile.ZipFile(to, "w") as archive:
        for name, content in files.items():
            # As of 1980: what names a test must be the same for all who find it.
            place = zipfile.ZipInfo(name.replace("__", "/").replace("_", "."))
            archive.writestr(place, content)
    return to.getvalue()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"%PDF-1.4\n%\xe2\xe3", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n\x00", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"\x00\x00\x00\x18ftypheic", "image/heic"),
        (b"\x00\x00\x00\x18ftypisom", "video/mp4"),
        (b"II*\x00\x08", "image/tiff"),
        (b"{\\rtf1\\ansi", "application/rtf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
        (b"MZ\x90\x00", "application/vnd.microsoft.portable-executable"),
        (packed(word__document_xml="<w/>"), f"{OFFICE}.wordprocessingml.document"),
        (packed(xl__workbook_xml="<x/>"), f"{OFFICE}.spreadsheetml.sheet"),
        (packed(ppt__presentation_xml="<p/>"), f"{OFFICE}.presentationml.presentation"),
        (
            packed(mimetype="application/vnd.oasis.opendocument.text", content_xml="<o/>"),
            "application/vnd.oasis.opendocument.text",
        ),
        (packed(mimetype="text/html"), "application/zip"),
        (packed(notes_txt="tea"), "application/zip"),
        (packed(notes_txt="tea")[:30], "application/zip"),
        (b"Minutes of the meeting\n", TEXT),
        ("Zażółć gęślą jaźń".encode(), TEXT),
        ("\ufeffminutes".encode("utf-16"), TEXT),
        (b"caf\xe9", TEXT),
        (b"\x00\x01\x02\x03", UNKNOWN),
    ],
)
def test_a_file_is_what_it_begins_like(content, expected):
    assert media_type_of(BytesIO(content)) == expected


def test_a_packed_note_of_what_it_is_counts_for_nothing_even_a_damaged_one():
    to = BytesIO()
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    whole = to.getvalue()
    for at in range(30, 60):
        changed = bytearray(whole)
        changed[at] ^= 0xFF
        assert media_type_of(BytesIO(bytes(changed))) == "application/zip"
    assert media_type_of(BytesIO(whole)) == "application/zip"


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"PK\x03\x04", b"\x00\x00\x00\x18ftyp", b"%PDF-"]),
)
def test_whatever_is_in_it_something_is_said_and_it_is_left_at_its_beginning(content, begin):
    file = BytesIO(begin + content)
    assert "/" in media_type_of(file)
    assert file.tell() == 0
