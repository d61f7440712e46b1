"""Web addresses in other people's text."""

import re

_PLAIN = re.compile(r"https?://[A-Za-z0-9.-]+(:\d{1,5})?(/[!-~]*)?", re.ASCII)
MOST_LETTERS = 2_000


def is_web_address(text: str) -> bool:
    """Return whether a text is nothing but a web address, so that it may become a link.

    Anything else, such as ``file:`` or ``javascript:``, is shown as words only.
    """
    return len(text) <= MOST_LETTERS and _PLAIN.fullmatch(text) is not None
