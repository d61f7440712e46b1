"""What one field of a record is called, and how a value of it reads."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from vcs_desktop.core.language import Marked, tr_marked
from vcs_desktop.ui.history.value_words import Reader, plain

NOTHING: Mapping[str, "Field"] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Field:
    """One field: what it is called, and how a value of it reads.

    ``inner`` are the fields of a value that has some of its own, and ``named_by`` the
    one of them that tells it from others of its sort. ``is_long`` is a text whose
    changes are told sentence by sentence. ``of_whom`` gives the title of one of several
    that has the id of a person: "Asha came".
    """

    words: Marked
    read: Reader = plain
    inner: Mapping[str, "Field"] = field(default_factory=lambda: NOTHING)
    named_by: str = ""
    is_long: bool = False
    of_whom: Callable[[str], str] | None = None

    @property
    def title(self) -> str:
        """What it is called, in the language of the window."""
        return tr_marked(self.words)
