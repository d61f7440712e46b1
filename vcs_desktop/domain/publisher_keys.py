"""What two people do with the keys of a publisher once they are made.

Source: resources/docs/publishing.md.
"""

from vcs_desktop.core.language import tr


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
