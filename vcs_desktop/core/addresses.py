"""Addresses in other people's text: which of them may become a link, and which may be opened."""

import re

MOST_LETTERS = 2_000
_WEB = re.compile(r"https?://[A-Za-z0-9.-]+(:\d{1,5})?([/?#][!-~]*)?", re.ASCII)
_MAIL = re.compile(r"mailto:[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+", re.ASCII)
_SERVICE = re.compile(
    r"https?://(?:[A-Za-z0-9-]+\.)*[A-Za-z0-9-]+(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~/-]*)?", re.ASCII
)
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


def is_service_address(text: str) -> bool:
    """Return whether a text can be the address of a service: a place with nothing asked of it."""
    return len(text) <= MOST_LETTERS and _SERVICE.fullmatch(text) is not None


def service_address(typed: str) -> str:
    """Return the address of a service that somebody typed, perhaps without how to get there.

    Empty where it can be none.
    """
    words = typed.strip().rstrip("/")
    address = words if "://" in words else f"https://{words}"
    return address if words and is_service_address(address) else ""
