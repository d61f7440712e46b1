"""Bringing a table into a group in one go, as a person does who looks and agrees."""

from vcs_desktop.services.bring_in import BringIn


def bring_in(what, here, text):
    """Bring a text in as a table of such things, and return what came of it."""
    coming = BringIn(here.records, what)
    return coming.carry_out(coming.preview(coming.read_text(text)))


def bring_file_in(what, here, path):
    """Bring a file in of which every column is known, and return what came of it."""
    coming = BringIn(here.records, what)
    table = coming.read(path)
    assert table.remarks == ()
    return coming.carry_out(coming.preview(table))
