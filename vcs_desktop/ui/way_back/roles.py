"""What people are in a group, in words."""

from collections.abc import Mapping
from types import MappingProxyType

from vcs_desktop.core.language import Marked, marked, tr, tr_marked

_WORDS: Mapping[str, Marked] = MappingProxyType(
    {
        "chair": marked("Chair"),
        "treasurer": marked("Treasurer"),
        "secretary": marked("Secretary"),
        "volunteer": marked("Volunteer"),
        "trainer": marked("Trainer"),
    }
)
"""By the values of ``services.openers.GroupRole``, which is not imported before it is needed."""


def role_choices() -> list[tuple[str, str]]:
    """Return what can be chosen, nothing in particular first."""
    return [("", tr("No role"))] + [(role, tr_marked(words)) for role, words in _WORDS.items()]


def role_words(role: str) -> str:
    """Return what a role is called; one that only a newer app knows is no role here."""
    return tr_marked(_WORDS[role]) if role in _WORDS else tr("No role")


def roles_are_no_lock() -> str:
    """Return what has to be said wherever a role is chosen."""
    return tr("Roles arrange the screens and name you in the history. They are not a lock.")


def names_are_not_hidden() -> str:
    """Return what has to be said wherever somebody says what they are called."""
    return tr(
        "Everybody at this laptop can see it, also while the group is locked. "
        "Initials will do. You can leave it empty."
    )
