"""The chain of roots from the side of those who make it: who may publish, and who might once.

A reader asks only who may publish now. A publisher also has to know whether what lies
in a tree was signed by somebody who might publish then.
"""

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Self

from vcs_desktop.core.publish_errors import ChainTooLong, DamagedRoots, OtherLine
from vcs_desktop.vault.signing import is_right, key_of, sign
from vcs_desktop.wire.roots import (
    LARGEST_CHAIN,
    LONGEST_CHAIN,
    Publisher,
    Root,
    chain_of,
    fingerprint_of,
    root_bytes,
    root_of,
)
from vcs_desktop.wire.signed import ROOT, Signed, signed_bytes, signed_of


@dataclass(frozen=True, slots=True)
class Roots:
    """A chain of roots of which every link is right: its envelopes and what each says."""

    links: tuple[bytes, ...]
    said: tuple[Root, ...]

    @classmethod
    def read(cls, content: bytes) -> Self:
        """Return the chain of a file.

        Raises:
            DamagedRoots: it is none, or one link does not lead to the next.
        """
        try:
            links = tuple(chain_of(content))
            envelopes = [signed_of(link) for link in links]
            said = tuple(root_of(each.body) for each in envelopes)
        except ValueError as error:
            raise DamagedRoots(str(error)) from error
        signers = [envelopes[0].key, *(root.root for root in said)]
        for signed, signer in zip(envelopes, signers, strict=False):
            if signed.key != signer or not is_right(signed, ROOT):
                raise DamagedRoots("a root is not signed with the key of the one before")
        if any((b.line, b.version) != (a.line, a.version + 1) for a, b in pairwise(said)):
            raise DamagedRoots("a root does not go on from the one before")
        return cls(links, said)

    @classmethod
    def begin(cls, seed: bytes, root: Root) -> Self:
        """Return the chain that begins with a root, which vouches for itself."""
        return cls((_link(seed, root),), (root,))

    @property
    def newest(self) -> Root:
        """What counts now."""
        return self.said[-1]

    @property
    def content(self) -> bytes:
        """The chain as it stands in its file."""
        return b"".join(self.links)

    @property
    def digits(self) -> str:
        """What people compare when a computer is set up; it stays the same for all time."""
        return fingerprint_of(signed_of(self.links[0]).key)

    def grown(self, seed: bytes, issued: str, *roots: Root) -> "Roots":
        """Return the chain with more links; each is signed with the key that counts before it.

        Raises:
            ChainTooLong: readers would not take it.
            OtherLine: the seed is not that of the root key.
        """
        if key_of(seed) != self.newest.root:
            raise OtherLine("another root key")
        links, said = list(self.links), list(self.said)
        for root in roots:
            # A clock that runs behind never makes a later root the older one.
            after = replace(root, version=said[-1].version + 1, issued=max(issued, said[-1].issued))
            said.append(after)
            links.append(_link(seed, after))
        if len(links) > LONGEST_CHAIN or sum(map(len, links)) > LARGEST_CHAIN:
            raise ChainTooLong(str(len(links)))
        return Roots(tuple(links), tuple(said))

    def later_of(self, other: "Roots") -> "Roots":
        """Return whichever of two chains goes on from the other.

        Raises:
            OtherLine: neither does.
        """
        longer, shorter = (self, other) if len(self.links) >= len(other.links) else (other, self)
        if longer.links[: len(shorter.links)] != shorter.links:
            raise OtherLine("two chains")
        return longer

    def up_to_both(self, before: str, after: str) -> "Roots":
        """Return the longest part of the chain whose newest root lets two keys publish.

        While a tree goes over from one key to the other, both have to count. Where no root
        lets both, it is the whole chain.
        """
        for count in range(len(self.said), 0, -1):
            keys = {each.key for each in self.said[count - 1].publishers}
            if {before, after} <= keys:
                return Roots(self.links[:count], self.said[:count])
        return self

    def publisher(self, key: str) -> Publisher | None:
        """Return who may publish with a key now, or None."""
        return next((each for each in self.newest.publishers if each.key == key), None)

    def signer(self, signed: Signed, purpose: bytes) -> Publisher | None:
        """Return who signed something that might publish at some time, or None."""
        names = {each.key: each for root in self.said for each in root.publishers}
        found = names.get(signed.key)
        return found if found is not None and is_right(signed, purpose) else None


def _link(seed: bytes, root: Root) -> bytes:
    return signed_bytes(sign(seed, ROOT, root_bytes(root)))
