"""The kinds of meetings in words, and what people write for them."""

from collections.abc import Mapping
from types import MappingProxyType

from vcs_desktop.core.language import Marked, marked, tr_marked
from vcs_desktop.domain.meetings import MeetingKind
from vcs_desktop.domain.words_typed import every_word, folded

KIND_NAMES: Mapping[MeetingKind, Marked] = MappingProxyType(
    {
        MeetingKind.COMMITTEE: marked("Committee meeting"),
        MeetingKind.GENERAL: marked("General meeting"),
        MeetingKind.YEARLY: marked("Yearly meeting (AGM)"),
        MeetingKind.OTHER: marked("Another meeting"),
    }
)
_TOLD_BY = (
    (MeetingKind.YEARLY, {"agm", "yearly", "annual"}),
    (MeetingKind.COMMITTEE, {"committee", "trustee", "trustees", "board", "management", "exec"}),
    (MeetingKind.GENERAL, {"egm", "sgm", "general", "members", "special", "extraordinary"}),
    (MeetingKind.OTHER, {"other", "another", "working", "planning", "subgroup"}),
)
"""Words that tell a kind; the first that fits is meant: an "annual general meeting" is yearly."""


def kind_in_words(text: str) -> MeetingKind | None:
    """Return the kind of meeting that words tell; None where they tell none."""
    plain = " ".join(text.casefold().split())
    for kind, name in KIND_NAMES.items():
        if plain in (kind.value, name.casefold(), tr_marked(name).casefold()):
            return kind
    words = {folded(word) for word in every_word(text)}
    return next((kind for kind, known in _TOLD_BY if known & words), None)
