"""New secret words for whoever has the group open."""

from typing import TYPE_CHECKING

from vcs_desktop.vault.passphrase import in_one_form

if TYPE_CHECKING:
    from vcs_desktop.services.groups.open_group import OpenGroup
    from vcs_desktop.services.groups.service import GroupsService


def change_own_words(groups: "GroupsService", group: "OpenGroup", present: str, new: str) -> None:
    """Give the person who opened a group new words, if the present ones are right.

    They are asked for because somebody else may sit at a group that was left open; a
    wrong one counts as it does when the group is opened.

    Raises:
        WrongPassphrase: the present words are others; or WaitFirst.
        WeakPassphrase: the new words are too easy to guess.
        GroupInUse: another window or program has the group open.
    """
    groups.open(group.id, present, group.opener_id).close()
    group.change_words(group.opener_id, new)


def are_same_words(one: str, other: str) -> bool:
    """Say whether two people, or one twice, typed the same secret words; spaces do not matter."""
    return in_one_form(one) == in_one_form(other)
