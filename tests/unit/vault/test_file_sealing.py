import hashlib
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vcs_desktop.vault.file_sealing import PIECE_BYTES, open_file, seal_file, sealed_size
from vcs_desktop.vault.sealing import NotOpened

GROUP, OTHER = "a1111111-2222-4333-8444-555555555555", "99999999-2222-4333-8444-555555555555"
HEAD = 8 + 24
BOX = PIECE_BYTES + 17


def sealed(content, *, by=PIECE_BYTES):
    """Return the sealed bytes of some content that comes in pieces, and what is known of them."""
    to = BytesIO()
    pieces = [content[at : at + by] for at in range(0, len(content), by)]
    return to, seal_file(pieces, to, GROUP)


def opened(content, key, group=GROUP):
    """Return what sealed bytes hold."""
    return b"".join(open_file(BytesIO(content), key, group))


@settings(max_examples=30, deadline=None)
@given(
    size=st.one_of(
        st.integers(0, 300),
        st.sampled_from([PIECE_BYTES - 1, PIECE_BYTES, PIECE_BYTES + 1, 3 * PIECE_BYTES]),
    ),
    by=st.sampled_from([1_000, PIECE_BYTES, 1 << 18]),
)
def test_what_was_sealed_comes_back_whatever_its_size(size, by):
    content = bytes(at * 31 % 251 for at in range(size))
    to, known = sealed(content, by=by)

    assert opened(to.getvalue(), known.key) == content
    assert (known.size, known.sha256) == (size, hashlib.sha256(content).hexdigest())
    assert known.sealed_sha256 == hashlib.sha256(to.getvalue()).hexdigest()
    assert len(to.getvalue()) == sealed_size(size)


def test_the_same_content_looks_different_each_time():
    (one, known), (other, known_too) = sealed(b"minutes"), sealed(b"minutes")
    assert one.getvalue() != other.getvalue()
    assert known.key != known_too.key


def test_it_opens_with_no_other_key_and_for_no_other_group():
    (to, known), (_, other) = sealed(b"minutes"), sealed(b"minutes")
    for key, group in (
        (other.key, GROUP),
        (known.key, OTHER),
        (b"", GROUP),
        (known.key[:31], GROUP),
    ):
        with pytest.raises(NotOpened):
            opened(to.getvalue(), key, group)


def test_the_key_is_shown_in_no_log():
    _, known = sealed(b"minutes")
    assert known.key.hex() not in repr(known)
    assert repr(known.key) not in repr(known)


def test_every_bit_that_is_changed_is_noticed():
    content = bytes(range(100))
    to, known = sealed(content)
    whole = to.getvalue()
    for at in range(len(whole) * 8):
        changed = bytearray(whole)
        changed[at // 8] ^= 1 << at % 8
        with pytest.raises(NotOpened):
            opened(bytes(changed), known.key)


@pytest.mark.parametrize("size", [100, 2 * PIECE_BYTES, 2 * PIECE_BYTES + 5])
def test_what_is_cut_off_does_not_open_wherever_it_is_cut(size):
    to, known = sealed(bytes(size))
    whole = to.getvalue()
    ends = {
        0,
        7,
        8,
        HEAD - 1,
        HEAD,
        HEAD + 16,
        HEAD + 17,
        HEAD + BOX,
        HEAD + 2 * BOX,
        len(whole) - 1,
    }
    for end in sorted(each for each in ends if each < len(whole)):
        with pytest.raises(NotOpened):
            opened(whole[:end], known.key)


def test_pieces_in_another_order_twice_or_left_out_do_not_open():
    to, known = sealed(bytes(PIECE_BYTES) + bytes([1]) * PIECE_BYTES + b"end")
    whole = to.getvalue()
    head, boxes, last = (
        whole[:HEAD],
        [whole[HEAD:][:BOX], whole[HEAD + BOX :][:BOX]],
        whole[HEAD + 2 * BOX :],
    )
    one, two = boxes
    for wrong in (
        [two, one, last],
        [one, one, two, last],
        [one, last],
        [two, last],
        [one, two, last, last],
        [one, two, last, b"x"],
        [one, two, last, one],
    ):
        with pytest.raises(NotOpened):
            opened(head + b"".join(wrong), known.key)


def test_the_pieces_of_two_files_cannot_be_mixed():
    (one, known), (other, _) = sealed(bytes(PIECE_BYTES) + b"a"), sealed(bytes(PIECE_BYTES) + b"b")
    mixed = one.getvalue()[: HEAD + BOX] + other.getvalue()[HEAD + BOX :]
    with pytest.raises(NotOpened):
        opened(mixed, known.key)


def test_only_one_piece_is_read_at_a_time():
    class Watched(BytesIO):
        most = 0

        def read(self, size=-1):
            content = super().read(size)
            self.most = max(self.most, len(content))
            return content

    to, known = sealed(bytes(10 * PIECE_BYTES))
    file = Watched(to.getvalue())
    for _ in open_file(file, known.key, GROUP):
        pass
    assert file.most == BOX
