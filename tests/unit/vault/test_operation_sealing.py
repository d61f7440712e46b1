"""Operations are sealed so that they open in one place only, whoever offers them."""

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.hostile_service import flipped
from vcs_desktop.vault.device_keys import SealKeys, SignKeys, seal_for
from vcs_desktop.vault.epoch_letters import is_made_by, key_in, letter_for, signature_of
from vcs_desktop.vault.operation_sealing import (
    Place,
    is_signed_by,
    opened,
    sealed,
)
from vcs_desktop.vault.operation_sealing import signature_of as signed
from vcs_desktop.vault.sealing import NotOpened, new_key
from vcs_desktop.wire.sealed_frame import STEPS, Inside, Sort, frame_of, inside_bytes, inside_of

GROUP, UUID, DEVICE = (str(uuid4()) for _ in range(3))
PLACE = Place(Sort.OPERATION, GROUP, UUID, 1)
KEY, SIGN = new_key(), SignKeys.new()


def made(content=b"something", place=PLACE):
    inside = Inside(DEVICE, signed(place, DEVICE, SIGN, content), content)
    return sealed(place, KEY, inside)


@given(st.binary(max_size=70_000))
def test_what_is_sealed_opens_and_its_size_is_a_step(content):
    frame = made(content)
    inside = opened(PLACE, KEY, frame_of(frame))
    assert inside.content == content
    assert is_signed_by(PLACE, inside, SIGN.key)
    plain = len(frame_of(frame).box) - 16
    assert plain in STEPS or plain % STEPS[-1] == 0


def test_the_same_operation_is_sealed_to_the_same_bytes_and_another_to_others():
    assert made() == made()
    assert made() != made(b"something else")
    nonces = {frame_of(made(bytes([n]))).nonce for n in range(50)}
    assert len(nonces) == 50


@pytest.mark.parametrize(
    "other",
    [
        Place(Sort.OPERATION, str(uuid4()), UUID, 1),
        Place(Sort.OPERATION, GROUP, str(uuid4()), 1),
        Place(Sort.OPERATION, GROUP, UUID, 2),
        Place(Sort.BLANK, GROUP, UUID, 1),
    ],
)
def test_it_opens_nowhere_else(other):
    with pytest.raises(NotOpened):
        opened(other, KEY, frame_of(made()))
    inside = opened(PLACE, KEY, frame_of(made()))
    assert not is_signed_by(other, inside, SIGN.key)


@given(st.data())
def test_no_changed_bit_opens(data):
    frame = made()
    at = data.draw(st.integers(0, len(frame) - 1))
    changed = flipped(frame, at)
    try:
        found = frame_of(changed)
    except ValueError:
        return
    place = Place(found.sort, GROUP, UUID, found.epoch)
    with pytest.raises(NotOpened):
        opened(place, KEY, found)


@given(st.binary(max_size=3_000))
def test_anything_at_all_is_a_frame_or_is_refused(content):
    for read in (frame_of, inside_of):
        try:
            found = read(content)
        except ValueError:
            continue
        assert found


def test_padding_that_is_not_ours_is_refused():
    bare = inside_bytes(Inside(DEVICE, bytes(64), b"x"))
    with pytest.raises(ValueError, match="padding"):
        inside_of(bare[:-1] + b"\1")
    with pytest.raises(ValueError, match="padding"):
        inside_of(bare + bytes(1_024))


def test_another_device_cannot_sign_in_somebodys_name():
    inside = opened(PLACE, KEY, frame_of(made()))
    assert not is_signed_by(PLACE, inside, SignKeys.new().key)
    another = Inside(str(uuid4()), inside.signature, inside.content)
    assert not is_signed_by(PLACE, another, SIGN.key)


def test_a_letter_opens_for_its_laptop_and_epoch_and_only_from_its_maker():
    to = SealKeys.new()
    letter = letter_for(DEVICE, to.key, GROUP, 2, KEY, SIGN)
    assert key_in(letter, to, DEVICE, GROUP, 2, SIGN.key) == KEY
    for device, group, epoch, by, keys in (
        (UUID, GROUP, 2, SIGN.key, to),
        (DEVICE, UUID, 2, SIGN.key, to),
        (DEVICE, GROUP, 3, SIGN.key, to),
        (DEVICE, GROUP, 2, SignKeys.new().key, to),
        (DEVICE, GROUP, 2, SIGN.key, SealKeys.new()),
    ):
        with pytest.raises(NotOpened):
            key_in(letter, keys, device, group, epoch, by)


@given(st.binary(max_size=200))
def test_no_letter_of_a_stranger_brings_a_key(content):
    to = SealKeys.new()
    for letter in (content, seal_for(to.key, content)):
        with pytest.raises(NotOpened):
            key_in(letter, to, DEVICE, GROUP, 2, SIGN.key)


def test_who_made_an_epoch_is_told_by_its_signature():
    signature = signature_of(SIGN, GROUP, 2, "digest")
    assert is_made_by(SIGN.key, GROUP, 2, "digest", signature)
    assert not is_made_by(SIGN.key, GROUP, 3, "digest", signature)
    assert not is_made_by(SIGN.key, GROUP, 2, "other", signature)
    assert not is_made_by(SIGN.key, GROUP, 2, "digest", "no signature")
