"""A library is believed of those whom the chain of its roots names, and of nobody else."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.sync.trust import (
    NotTrusted,
    believed,
    believed_manifest,
    first_root,
    newest_root,
)
from vcs_desktop.vault.signing import is_right, key_of, sign
from vcs_desktop.wire.manifest import Manifest, Snapshot, manifest_bytes
from vcs_desktop.wire.roots import Publisher, Root, root_bytes
from vcs_desktop.wire.signed import LIBRARY, ROOT, signed_bytes, signed_of

OLD_ROOT, NEW_ROOT, OFFICER, LATER, STRANGER = (bytes([number]) * 32 for number in range(1, 6))
FIRST = Root(
    "oxfordshire",
    "Oxfordshire practice council",
    1,
    "2026-11-01T00:00:00Z",
    key_of(OLD_ROOT),
    (Publisher(key_of(OFFICER), "Ann"),),
)
SECOND = replace(FIRST, version=2, root=key_of(NEW_ROOT))
THIRD = replace(SECOND, version=3, publishers=(Publisher(key_of(LATER), "Bo"),))
MANIFEST = Manifest(
    "oxfordshire",
    4,
    "2026-11-20T00:00:00Z",
    "0.1.0",
    "0" * 64,
    Snapshot("snapshots/4.ndjson.gz", "a" * 64, 9, 1, 12),
)


def link(root, seed):
    return signed_bytes(sign(seed, ROOT, root_bytes(root)))


CHAIN = (link(FIRST, OLD_ROOT), link(SECOND, OLD_ROOT), link(THIRD, NEW_ROOT))


def manifest(seed, said=MANIFEST, purpose=LIBRARY):
    return signed_bytes(sign(seed, purpose, manifest_bytes(said)))


def test_an_envelope_is_one_line_of_json_and_comes_apart_as_it_was_put_together():
    signed = sign(OFFICER, LIBRARY, manifest_bytes(MANIFEST))
    assert signed_of(signed_bytes(signed)) == signed
    assert is_right(signed, LIBRARY)
    assert not is_right(signed, ROOT)


@given(st.binary(max_size=400))
def test_what_is_no_envelope_is_refused(content):
    with pytest.raises(ValueError, match="not signed"):
        signed_of(content)


def test_a_chain_is_followed_from_where_we_are_to_its_newest_root():
    start = first_root(CHAIN[0])
    assert start.root == FIRST
    assert newest_root(b"".join(CHAIN), start).root == THIRD
    assert first_root(b"".join(CHAIN)).root == THIRD
    assert newest_root(b"".join(CHAIN), believed(CHAIN[2])).root == THIRD
    assert newest_root(b"".join(CHAIN), believed(CHAIN[1])).root == THIRD


@pytest.mark.parametrize(
    "chain",
    [
        CHAIN[:1],
        CHAIN[2:],
        (CHAIN[1], CHAIN[0]),
        (*CHAIN[:2], link(THIRD, OLD_ROOT)),
        (*CHAIN[:2], link(THIRD, STRANGER)),
        (*CHAIN[:2], link(replace(THIRD, version=4), NEW_ROOT)),
        (*CHAIN[:2], link(replace(THIRD, version=2), NEW_ROOT)),
        (*CHAIN[:2], link(replace(THIRD, line="cherwell"), NEW_ROOT)),
        (*CHAIN[:2], CHAIN[2].replace(b"Bo", b"Al")),
        (*CHAIN[:2], b"{}\n"),
        (),
        (*CHAIN[:2], *[b"x\n"] * 200),
    ],
)
def test_a_chain_that_does_not_lead_on_from_what_we_know_is_refused(chain):
    with pytest.raises(NotTrusted):
        newest_root(b"".join(chain), believed(CHAIN[1]))


def test_the_chain_of_somebody_else_is_not_gone_over_to():
    theirs = link(replace(FIRST, root=key_of(STRANGER)), STRANGER)
    with pytest.raises(NotTrusted):
        newest_root(theirs, first_root(CHAIN[0]))
    with pytest.raises(NotTrusted):
        newest_root(CHAIN[0] + link(SECOND, STRANGER), first_root(CHAIN[0]))


def test_a_first_root_that_another_key_signed_is_refused():
    with pytest.raises(NotTrusted):
        first_root(CHAIN[0] + CHAIN[2])


def test_a_manifest_is_believed_of_those_who_may_publish_now():
    assert believed_manifest(manifest(OFFICER), FIRST) == MANIFEST
    assert believed_manifest(manifest(LATER), THIRD) == MANIFEST
    with pytest.raises(NotTrusted):
        believed_manifest(manifest(OFFICER), THIRD)


@pytest.mark.parametrize(
    "content",
    [
        manifest(STRANGER),
        manifest(OLD_ROOT),
        manifest(OFFICER, purpose=ROOT),
        manifest(OFFICER, replace(MANIFEST, line="cherwell")),
        manifest(OFFICER).replace(b'"version":4', b'"version":5'),
        manifest(OFFICER)[:-1],
        manifest_bytes(MANIFEST),
        b"",
        b"{" * 2_000_000,
    ],
)
def test_any_other_manifest_is_refused(content):
    with pytest.raises(NotTrusted):
        believed_manifest(content, FIRST)


@given(st.integers(0, 20_000), st.integers(1, 255))
def test_one_changed_byte_is_seen(place, by):
    content = bytearray(manifest(OFFICER))
    content[place % len(content)] ^= by
    with pytest.raises(NotTrusted):
        believed_manifest(bytes(content), FIRST)
