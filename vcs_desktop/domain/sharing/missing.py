"""What has to be there before something can be shared, in words that say what to do."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from vcs_desktop.core.language import Marked, marked, tr_marked
from vcs_desktop.domain.days import months_on
from vcs_desktop.domain.sharing.shared import Shared, Sort
from vcs_desktop.domain.sharing.told import LONGEST_MONTHS, NAMED, Source, fields_of

SIGNERS: Final = 2
"""So many sign a pledge: one person cannot promise for a committee."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that is not there or not right. ``field`` is that of ``Shared`` to mend."""

    field: str
    words: str


_Rule = tuple[str, Callable[[Mapping[str, Any], Shared, Source], bool], Marked]

_TEXT: Final = marked("Write what you want to say.")
_CONTACT: Final = marked("Say who can be reached about this.")
_HOW: Final = marked("Say how they can be reached: an email address or a phone number.")


def _has(name: str) -> Callable[[Mapping[str, Any], Shared, Source], bool]:
    return lambda told, _shared, _source: name in told


_RULES: Final[Mapping[Sort, tuple[_Rule, ...]]] = MappingProxyType(
    {
        Sort.PROFILE: (
            (
                "ticked",
                lambda told, _shared, _source: bool(told.keys() - {"keep_until"}),
                marked("Tick at least one thing that your group has filled in."),
            ),
        ),
        Sort.NEED: (
            ("topic", _has("topic"), marked("Choose what it is about.")),
            (
                "text",
                lambda told, _shared, _source: "text" in told or "how_many" in told,
                marked("Write what you are hearing, or how many people it is about."),
            ),
        ),
        Sort.PLEDGE: (
            ("about", _has("edition"), marked("Choose which agreement you sign.")),
            ("decided_on", _has("decided_on"), marked("Say when your committee decided it.")),
            (
                "signers",
                lambda told, _shared, _source: _distinct(told) >= SIGNERS,
                marked("Give the names of two people who sign for the committee."),
            ),
        ),
        Sort.THEME: (
            ("topic", _has("body"), marked("Choose what sort of body it was.")),
            (
                "was_kept",
                _has("was_kept"),
                marked("Say whether the agreement was kept."),
            ),
            ("text", _has("text"), marked("Write what happened, without names.")),
        ),
        Sort.CONSULTATION: (("answers", _has("answers"), marked("Answer at least one question.")),),
        Sort.INTEREST: (
            ("text", _has("text"), _TEXT),
            ("contact", _has("contact"), _CONTACT),
            ("contact_how", _has("contact_how"), _HOW),
        ),
        Sort.HELP: (
            ("topic", _has("topic"), marked("Choose what you want help with.")),
            ("text", _has("text"), _TEXT),
            ("contact", _has("contact"), _CONTACT),
            ("contact_how", _has("contact_how"), _HOW),
        ),
    }
)
_NOT_YET: Final = marked("This day is still to come. Share it once it is decided.")
_KEEP_AHEAD: Final = marked("Choose a day that is still to come, within ten years.")
_NO_NAME: Final = marked("Your group has no name yet. Say it under “Our group”.")


def missing(shared: Shared, source: Source) -> tuple[Missing, ...]:
    """Return what is missing or not right; nothing where it can be shared."""
    told = fields_of(shared, source)
    rules = _RULES[shared.sort] if shared.sort else ()
    found = [Missing(field, tr_marked(words)) for field, holds, words in rules
             if not holds(told, shared, source)]  # fmt: skip
    if shared.decided_on and shared.decided_on > source.today:
        found.append(Missing("decided_on", tr_marked(_NOT_YET)))
    last = months_on(source.today, LONGEST_MONTHS)
    if shared.keep_until and not source.today < shared.keep_until <= last:
        found.append(Missing("keep_until", tr_marked(_KEEP_AHEAD)))
    if not source.group_name and (shared.sort in NAMED or shared.is_named):
        found.append(Missing("is_named", tr_marked(_NO_NAME)))
    return tuple(found)


def too_long() -> Missing:
    """Return that it is more than can be sent at once."""
    words = marked("This is too long to be sent. Make it shorter: ten pages are enough.")
    return Missing("text", tr_marked(words))


def _distinct(told: Mapping[str, Any]) -> int:
    return len({each["name"].casefold() for each in told.get("signers", ())})
