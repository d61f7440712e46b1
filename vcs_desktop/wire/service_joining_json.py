"""How epochs, invitations and what a laptop asks that wants to join stand in JSON."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from vcs_desktop.wire.fields import SHA256, count, text
from vcs_desktop.wire.record import canonical
from vcs_desktop.wire.service import (
    ID,
    MOST_DEVICES,
    MOST_IN_A_PAGE,
    MOST_LETTER,
    MOST_OFFER,
    MOST_PROOF,
    MOST_WELCOME,
    SIGNATURE,
    DeviceKeys,
    EpochLetter,
    Invitation,
    JoinRequest,
    NewEpoch,
    Welcome,
)
from vcs_desktop.wire.service_json import (
    Said,
    admitted_as_json,
    admitted_of,
    an_object,
    keys_as_json,
    keys_of,
    moment,
    moment_as_text,
    objects,
    octets,
    octets_as_text,
)


def letters_digest(letters: Mapping[str, bytes]) -> str:
    """Return the SHA-256 of the canonical letters of an epoch, in hexadecimal."""
    return hashlib.sha256(canonical(_letters_as_json(letters))).hexdigest()


def new_epoch_as_json(epoch: NewEpoch) -> dict[str, Any]:
    """Return a new epoch."""
    letters = _letters_as_json(epoch.letters)
    return {"letters": letters, "by": epoch.by, "signature": epoch.signature}


def new_epoch_of(said: Said) -> NewEpoch:
    """Read a new epoch: at least one letter, and each for a device."""
    letters = an_object(said, "letters")
    if not 0 < len(letters) <= MOST_DEVICES or not all(ID.fullmatch(each) for each in letters):
        raise ValueError("letters are missing or wrong")
    found = {device: octets(letters, device, MOST_LETTER) for device in letters}
    return NewEpoch(found, text(said, "by", ID), text(said, "signature", SIGNATURE))


def epoch_letters_as_json(letters: Sequence[EpochLetter]) -> list[dict[str, Any]]:
    """Return epochs, each with the letter for one device."""
    return [
        {
            "epoch": each.epoch,
            "by": each.by,
            "letter": None if each.letter is None else octets_as_text(each.letter),
            "letters_digest": each.letters_digest,
            "signature": each.signature,
        }
        for each in letters
    ]


def epoch_letters_of(said: Any) -> tuple[EpochLetter, ...]:
    """Read epochs, each with the letter for one device; their numbers ascend."""
    found = tuple(
        EpochLetter(
            count(each, "epoch", least=1),
            text(each, "by", ID),
            None if each.get("letter") is None else octets(each, "letter", MOST_LETTER),
            text(each, "letters_digest", SHA256),
            text(each, "signature", SIGNATURE),
        )
        for each in objects(said, MOST_IN_A_PAGE)
    )
    if sorted({each.epoch for each in found}) != [each.epoch for each in found]:
        raise ValueError("epochs do not ascend")
    return found


def offer_as_json(locator: str, offer: bytes) -> dict[str, Any]:
    """Return an invitation as it is made."""
    return {"locator": locator, "offer": octets_as_text(offer)}


def offer_of(said: Said) -> tuple[str, bytes]:
    """Read an invitation as it is made: where it is found, and what it offers."""
    return text(said, "locator", SHA256), octets(said, "offer", MOST_OFFER)


def invitation_as_json(invitation: Invitation) -> dict[str, Any]:
    """Return an invitation as it is found."""
    return {
        "group": invitation.group,
        "offer": octets_as_text(invitation.offer),
        "expires_at": moment_as_text(invitation.expires_at),
    }


def invitation_of(said: Said) -> Invitation:
    """Read an invitation as it is found."""
    offer = octets(said, "offer", MOST_OFFER)
    return Invitation(text(said, "group", ID), offer, moment(said, "expires_at"))


def join_as_json(device: DeviceKeys, proof: bytes) -> dict[str, Any]:
    """Return what a laptop says that wants to join."""
    return {"device": keys_as_json(device), "proof": octets_as_text(proof)}


def join_of(said: Said) -> tuple[DeviceKeys, bytes]:
    """Read what a laptop says that wants to join: its keys and its proof."""
    return keys_of(an_object(said, "device")), octets(said, "proof", MOST_PROOF)


def joins_as_json(joins: Sequence[JoinRequest]) -> list[dict[str, Any]]:
    """Return the laptops that wait."""
    return [{"locator": each.locator, **join_as_json(each.device, each.proof)} for each in joins]


def joins_of(said: Any) -> tuple[JoinRequest, ...]:
    """Read the laptops that wait."""
    return tuple(
        JoinRequest(text(each, "locator", SHA256), *join_of(each))
        for each in objects(said, MOST_IN_A_PAGE)
    )


def welcome_as_json(welcome: bytes) -> dict[str, Any]:
    """Return what lets a laptop in."""
    return {"welcome": octets_as_text(welcome)}


def welcome_of(said: Said) -> bytes:
    """Read what lets a laptop in."""
    return octets(said, "welcome", MOST_WELCOME)


def welcomed_as_json(welcome: Welcome) -> dict[str, Any]:
    """Return what a laptop gets that was let in."""
    return {**welcome_as_json(welcome.welcome), **admitted_as_json(welcome.admitted)}


def welcomed_of(said: Said) -> Welcome:
    """Read what a laptop gets that was let in."""
    return Welcome(welcome_of(said), admitted_of(said))


def _letters_as_json(letters: Mapping[str, bytes]) -> dict[str, str]:
    return {device: octets_as_text(letter) for device, letter in letters.items()}
