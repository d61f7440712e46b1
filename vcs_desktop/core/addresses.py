"""Addresses in other people's text: which of them may become a link, and which may be opened."""

import re

MOST_LETTERS = 2_000
_WEB = re.compile(r"https?://[A-Za-z0-9.-]+(:\d{1,5})?([/?#][!-~]*)?", re.ASCII)
_MAIL = re.compile(r"mailto:[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+", re.ASCII)
_OPENED = ("https://", "mailto:")


def is_web_address(text: str) -> bool:
    """Return whether a text is nothing but a web address, so that it may become a link.

    Anything else, such as ``file:`` or ``javascript:``, is shown as words only. So is an
    address with a name before its host (``https://bank@evil.example``), and one in other
    letters than ASCII, which can be made to look like another.
    """
    return len(text) <= MOST_LETTERS and _WEB.fullmatch(text) is not None


def is_link(text: str) -> bool:
    """Return whether a text is a web address, or the address of one mailbox and nothing more."""
    return is_web_address(text) or (len(text) <= MOST_LETTERS and _MAIL.fullmatch(text) is not None)


def may_be_opened(text: str) -> bool:
    """Return whether the app hands an address on: pages that nobody on the way can change, mail."""
    return text.startswith(_OPENED) and is_link(text)
