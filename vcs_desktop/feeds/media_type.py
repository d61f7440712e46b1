"""What a file is, told by what is in it and never by its name."""

import codecs
import struct
import zipfile
from typing import IO, Final

UNKNOWN: Final = "application/octet-stream"
TEXT: Final = "text/plain"
_START: Final = 4_096
_NEVER_IN_TEXT: Final = frozenset(range(0x20)) - frozenset(b"\t\n\r\f\x1b")
_OFFICE: Final = "application/vnd.openxmlformats-officedocument"
_BEGINNINGS: Final = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"{\\rtf", "application/rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "application/ogg"),
    (b"\x1f\x8b", "application/gzip"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"MZ", "application/vnd.microsoft.portable-executable"),
    (b"\x7fELF", "application/x-elf"),
    (b"#!", "text/x-shellscript"),
)
"""By their first bytes. Source: the formats' own descriptions, as in the "magic" of file(1)."""
_IN_ARCHIVE: Final = (
    ("word/document.xml", f"{_OFFICE}.wordprocessingml.document"),
    ("xl/workbook.xml", f"{_OFFICE}.spreadsheetml.sheet"),
    ("ppt/presentation.xml", f"{_OFFICE}.presentationml.presentation"),
)
_OPEN_DOCUMENT: Final = "application/vnd.oasis.opendocument."
_BRANDS: Final = {
    b"heic": "image/heic",
    b"heix": "image/heic",
    b"mif1": "image/heic",
    b"avif": "image/avif",
    b"qt  ": "video/quicktime",
    b"M4A ": "audio/mp4",
}
_MOST_ENTRIES: Final = 10_000
_BROKEN_ZIP: Final = (
    zipfile.BadZipFile,
    ValueError,
    LookupError,
    OSError,
    RuntimeError,  # and with it NotImplementedError: a way of packing that nobody knows
    EOFError,
    OverflowError,
    struct.error,
)
"""What Python's reader says of an archive that somebody broke on purpose."""


def media_type_of(file: IO[bytes]) -> str:
    """Return the media type of an open file, and leave it at its beginning.

    What is nothing we know is ``UNKNOWN``. Of text only is said that it is text: tables,
    web pages and programs are read by no one here.
    """
    file.seek(0)
    try:
        start = file.read(_START)
        return _by_beginning(start) or _in_archive(file, start) or _by_box(start) or _text(start)
    finally:
        file.seek(0)


def _by_beginning(start: bytes) -> str:
    if start.startswith(b"RIFF") and start[8:12] == b"WEBP":
        return "image/webp"
    if start.startswith(b"RIFF") and start[8:12] == b"WAVE":
        return "audio/wav"
    if start.startswith(b"BM") and start[6:10] == bytes(4):
        return "image/bmp"
    return next((type_ for begin, type_ in _BEGINNINGS if start.startswith(begin)), "")


def _by_box(start: bytes) -> str:
    """Return the type of a file made of boxes. Source: ISO/IEC 14496-12, 4.3: ``ftyp``."""
    return _BRANDS.get(start[8:12], "video/mp4") if start[4:8] == b"ftyp" else ""


def _in_archive(file: IO[bytes], start: bytes) -> str:
    if not start.startswith(b"PK\x03\x04"):
        return ""
    try:
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist()[:_MOST_ENTRIES])
            found = next((type_ for name, type_ in _IN_ARCHIVE if name in names), "")
            return found or _told_inside(archive, names) or "application/zip"
    except _BROKEN_ZIP:
        return "application/zip"


def _told_inside(archive: zipfile.ZipFile, names: set[str]) -> str:
    """Return what an OpenDocument file says of itself. Source: ODF 1.3 part 2, 3.3."""
    if "mimetype" not in names:
        return ""
    entry = archive.getinfo("mimetype")
    if entry.compress_type != zipfile.ZIP_STORED or entry.file_size > len(_OPEN_DOCUMENT) + 40:
        return ""
    told = archive.read("mimetype").decode("ascii", "replace").strip()
    return told if told.startswith(_OPEN_DOCUMENT) and told.isascii() else ""


def _text(start: bytes) -> str:
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return TEXT
    return UNKNOWN if _NEVER_IN_TEXT & set(start) else TEXT
