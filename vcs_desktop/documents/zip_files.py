"""Zip files that say nothing but what is in them: no moment, no name of a computer."""

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO

_ABOUT = "docProps/core.xml"
_CREATED = re.compile(rb"<dcterms:created[^>]*>([^<]*)<")
_CHANGED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(<)")


def zip_of(contents: Mapping[str, bytes]) -> bytes:
    """Return a zip of some files; the same contents always give the same bytes."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in contents.items():
            entry = zipfile.ZipInfo(name)  # of 1980, whenever it is made
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, content)
    return out.getvalue()


def without_moment(made: bytes) -> bytes:
    """Return an office file, which others' code made, without the moment it was made at.

    It says that it was last changed when it was made, and that is told by whoever made it.
    """
    with zipfile.ZipFile(BytesIO(made)) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    if _ABOUT in contents:
        contents[_ABOUT] = _CHANGED.sub(_as_made(contents[_ABOUT]), contents[_ABOUT])
    return zip_of(contents)


def _as_made(about: bytes) -> bytes:
    created = _CREATED.search(about)
    return rb"\g<1>" + (created[1] if created else b"") + rb"\g<2>"
