"""Zip files that say nothing but what is in them: no moment, no name of a computer."""

import zipfile
from collections.abc import Mapping
from io import BytesIO


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
    """Return a zip that somebody else's code made, such as a Word file, without its moment."""
    with zipfile.ZipFile(BytesIO(made)) as archive:
        return zip_of({name: archive.read(name) for name in archive.namelist()})
