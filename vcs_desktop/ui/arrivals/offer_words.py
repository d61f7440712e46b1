"""What is said of a library that is offered: its facts, and why digits are compared. No widgets."""

from typing import TYPE_CHECKING

from vcs_desktop.core.language import sentences, tr, tr_count

if TYPE_CHECKING:
    from vcs_desktop.services.arrivals import Offer


def facts_of(offer: "Offer") -> list[tuple[str, str]]:
    """Return (name, fact) of what it is, how old, and what it needs."""
    from vcs_desktop.domain.days import in_words, local_day
    from vcs_desktop.domain.file_words import size_in_words

    return [
        (tr("Made on"), in_words(local_day(offer.issued_at))),
        (
            tr("It holds"),
            tr_count("{number} record", "{number} records", offer.records,
                     number=f"{offer.records:,}"),
        ),
        (tr("You have"), _here(offer)),
        (tr("To be read"), size_in_words(offer.to_read)),
        (tr("Room it needs"), size_in_words(offer.room_needed)),
        (tr("Room there is"), size_in_words(offer.room_free)),
    ]  # fmt: skip


def has_room(offer: "Offer") -> bool:
    """Say whether the disk has the room that it needs."""
    return offer.room_free >= offer.room_needed


def why_ask(offer: "Offer") -> str:
    """Say why the digits are compared before it is believed."""
    if offer.is_known:
        return sentences(
            tr("This library is much further ahead than it should be."),
            tr("Is the date of this computer right?"),
            tr("Ring whoever publishes it, and ask if this is really theirs."),
            tr("They can read out their digits. They are the same as these:"),
        )
    return sentences(
        tr("Anybody can make a library and give it any name."),
        tr("So ring the people that it names, on a number you have known before."),
        tr("Ask them to read out their digits. They must be the same as these:"),
    )


def yes_to(offer: "Offer") -> str:
    """Return what a person ticks to say that it is theirs."""
    if offer.is_known:
        return tr("I asked them. It is theirs, and all the digits are the same.")
    return tr("I compared all the digits with them, and they are the same.")


def to_be_spelled(digits: str) -> str:
    """Return digits as a screen reader says them one by one: groups of five are no numbers."""
    return ", ".join(" ".join(group) for group in digits.split())


def _here(offer: "Offer") -> str:
    if not offer.has:
        return tr("Nothing of it yet")
    if not offer.is_new:
        return tr("This same one: version {version}", version=f"{offer.version:,}")
    return tr(
        "Version {old}. This is version {new}", old=f"{offer.has:,}", new=f"{offer.version:,}"
    )
