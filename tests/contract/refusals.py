"""How a rule says that something must be refused."""

from collections.abc import Iterator
from contextlib import contextmanager

from vcs_desktop.sync.service_errors import Refused


@contextmanager
def refused(kind: type[Refused]) -> Iterator[None]:
    """Fail unless what is done inside is refused in this way."""
    try:
        yield
    except kind:
        return
    except Refused as other:
        raise AssertionError(f"refused as {type(other).__name__}, not {kind.__name__}") from other
    raise AssertionError(f"not refused as {kind.__name__}")
