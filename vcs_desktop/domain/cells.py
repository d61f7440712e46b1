"""Texts in the cells of a table that a spreadsheet opens: none of them may become a formula.

Source: OWASP, "CSV Injection": a cell that begins with =, +, -, @, a tab or a line end, also in
their full-width forms, may be worked out by the program that opens it.
"""

GUARD = "'"
_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_SKIPPED = " \u00a0\u3000"


def guarded(text: str) -> str:
    """Return a text as a cell can hold it: with an apostrophe before what could be worked out.

    A number stays as it is, with its sign. A text that looks like one we have guarded is
    guarded too, so that ``unguarded`` gives every text back as it was.
    """
    looks_guarded = unguarded(text) != text
    works = _could_work(text) and not _is_number(text)
    return GUARD + text if works or looks_guarded else text


def guarded_digits(text: str) -> str:
    """Return a phone number as a cell can hold it: as text, so that no 0 and no + is lost."""
    if text.isascii() and text.lstrip("+").isdigit():
        return GUARD + text
    return guarded(text)


def unguarded(text: str) -> str:
    """Return what a cell says, without an apostrophe that only guards it."""
    rest = text.removeprefix(GUARD)
    bare = rest.lstrip(GUARD)
    if rest != text and (_could_work(bare) or bare.lstrip("+").isdigit()):
        return rest
    return text


def _could_work(text: str) -> bool:
    return text.lstrip(_SKIPPED).startswith(_STARTS)


def _is_number(text: str) -> bool:
    plain = text.removeprefix("-").removeprefix("+")
    whole, _, rest = plain.partition(".")
    return text.isascii() and whole.isdigit() and (not rest or rest.isdigit())
