"""Two people and the keys of a publisher: who holds which, and what they do with them.

Source: resources/docs/publishing.md.
"""

from enum import StrEnum

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.language import tr


class Change(StrEnum):
    """What can be changed of who may publish, by the root key."""

    NEW_KEY = "new key"
    """Somebody gets a key in place of the one that is here."""
    ONE_MORE = "one more"
    """Somebody gets a key beside those that there are."""
    TAKE_OUT = "take out"
    """Somebody's key counts no more."""
    HAND_OVER = "hand over"
    """Another root key follows the one that there is."""


def what_to_do_now() -> list[str]:
    """Return what two people do with the root key once it is made."""
    return [
        tr("1. Copy the root key and the file root.json to two sticks."),
        tr("2. Delete the root key from this computer. The publisher's key stays."),
        tr("3. Write the words of the root key on two sheets. Put each in a sealed envelope."),
        tr("4. One person keeps the sticks, another the envelopes. Neither has both."),
        tr("5. Put one stick and one envelope into another building."),
        tr("6. Note who has what, and the day. Look once a year that all four are there."),
    ]


def what_to_do_after(change: Change) -> list[str]:
    """Return what two people do once it is changed who may publish."""
    return {
        Change.NEW_KEY: [
            tr("1. Put this key away, and open the new one."),
            tr("2. Publish with it. Only then do groups know it."),
            tr("3. Destroy the file of the old key, and every copy of it."),
            tr("4. May whoever had it write to your web host? Take that right away today."),
            tr("5. Put the root key back on its stick, and delete it from this computer."),
        ],
        Change.ONE_MORE: [
            tr("1. Publish now. Only then do groups know the new key."),
            tr("2. Give the new officer the folder with their key and the file root.json."),
            tr("3. Delete that folder from this computer."),
            tr("4. Agree who publishes this week: one person at a time."),
            tr("5. Put the root key back on its stick, and delete it from this computer."),
        ],
        Change.TAKE_OUT: [
            tr("1. Publish now. Only then do groups know it."),
            tr("2. May they write to your web host? Take that right away today."),
            tr("3. Put the root key back on its stick, and delete it from this computer."),
        ],
        Change.HAND_OVER: [
            tr("1. Publish now. Only then do groups know it."),
            tr("2. Move the new root key and the file root.json to two new sticks."),
            tr("3. Write its words on two sheets. Put each in a sealed envelope."),
            tr("4. One person keeps the sticks, another the envelopes. Neither has both."),
            tr("5. Put one stick and one envelope into another building."),
            tr("6. Destroy the old sticks and the old papers."),
        ],
    }[change]


def must_be_two_people(publisher: str, root_holder: str) -> None:
    """Do nothing if somebody else keeps the root key than whoever publishes.

    Raises:
        CannotUseInput: one person would have both keys.
    """
    if is_same_person(publisher, root_holder):
        raise CannotUseInput(
            message=tr("One person cannot hold both keys."),
            advice=tr("Let one person publish, and somebody else keep the root key."),
        )


def is_same_person(name: str, other: str) -> bool:
    """Say whether two names are one, however they are typed."""
    return _plain(name) == _plain(other)


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
