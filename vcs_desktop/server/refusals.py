"""What the service says when it will not. No refusal holds anything that anybody sent or has."""

from http import HTTPStatus

from vcs_desktop.wire.service import Code


class Refusal(Exception):
    """Why not: what is answered, and after how many seconds to come again (None: not at all)."""

    def __init__(
        self, status: HTTPStatus, code: Code, words: str, *, wait_s: int | None = None
    ) -> None:
        self.status, self.code, self.words, self.wait_s = status, code, words, wait_s
        super().__init__(f"{status.value} {code}")


def malformed(words: str = "This is not as it should be.") -> Refusal:
    """Return that something has not its form."""
    return Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, Code.MALFORMED, words)


def unknown_token() -> Refusal:
    """Return that nobody with this token is known."""
    return Refusal(HTTPStatus.UNAUTHORIZED, Code.UNKNOWN_TOKEN, "No such token is known.")


def removed() -> Refusal:
    """Return that a laptop was removed from its group."""
    return Refusal(HTTPStatus.FORBIDDEN, Code.REMOVED, "This device was removed.")


def not_allowed(words: str) -> Refusal:
    """Return that somebody else may do this."""
    return Refusal(HTTPStatus.FORBIDDEN, Code.NOT_ALLOWED, words)


def not_there() -> Refusal:
    """Return that there is nothing, also where it is another's."""
    return Refusal(HTTPStatus.NOT_FOUND, Code.NOT_THERE, "There is nothing here.")


def conflict(code: Code, words: str) -> Refusal:
    """Return that something else stands there already."""
    return Refusal(HTTPStatus.CONFLICT, code, words)


def gone(code: Code, words: str) -> Refusal:
    """Return that it was there once."""
    return Refusal(HTTPStatus.GONE, code, words)


def too_large(words: str = "This is too large.") -> Refusal:
    """Return that something is larger than is taken."""
    return Refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, Code.TOO_LARGE, words)


def too_many(wait_s: int) -> Refusal:
    """Return that somebody asks too often."""
    words = "These are too many requests at once."
    return Refusal(HTTPStatus.TOO_MANY_REQUESTS, Code.TOO_MANY, words, wait_s=wait_s)


def busy() -> Refusal:
    """Return that the service cannot just now."""
    words = "The service is busy. Come again."
    return Refusal(HTTPStatus.SERVICE_UNAVAILABLE, Code.BUSY, words, wait_s=5)
