"""What of a published library may be believed: who signs for a line, and its newest manifest.

Everything here checks a signature before it reads what was signed.
"""

from dataclasses import dataclass

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.language import marked
from vcs_desktop.vault.signing import is_right
from vcs_desktop.wire.manifest import LARGEST_MANIFEST, Manifest, manifest_of
from vcs_desktop.wire.roots import Root, chain_of, fingerprint_of, root_of
from vcs_desktop.wire.signed import LIBRARY, ROOT, Signed, signed_of


class NotTrusted(AppError):
    """What came is not what its publisher signed, or not from whom we were set up with."""

    message = marked("This library is not from whom it says, or somebody has changed it.")
    advice = marked("Nothing was changed. Ask for a new copy from whoever gave it to you.")


class NotWhole(NotTrusted):
    """A part of a library is missing, or is not what the manifest says it is."""

    message = marked("A part of this library is missing or damaged.")
    advice = marked("Nothing was changed. Get it again, or ask for a new copy.")


class Older(NotTrusted):
    """It is older than what was taken in of this line before: somebody may want us to go back."""

    message = marked("This library is older than the one you have had before.")
    advice = marked("Nothing was changed. Ask for the newest copy.")


@dataclass(frozen=True, slots=True)
class Believed:
    """Whose word counts for a line: the newest root of its chain that we have seen.

    ``link`` is the root's envelope, which is kept to go on from, and ``root`` what it says.
    """

    link: bytes
    root: Root


def believed(link: bytes) -> Believed:
    """Return a root that was believed before, from its envelope as it was kept.

    Raises:
        NotTrusted: it cannot be read.
    """
    try:
        return Believed(link, root_of(signed_of(link).body))
    except ValueError as error:
        raise NotTrusted(f"the root we kept: {error}") from error


def first_root(chain: bytes) -> Believed:
    """Return the newest root of a chain whose first root vouches for itself.

    For the first time only: a person has to say that it is from the right people.

    Raises:
        NotTrusted: it is no chain.
    """
    links = _links(chain)
    return _followed(links, _envelope(links[0]).key, None)


def fingerprint(chain: bytes) -> str:
    """Return the digits that tell whose chain it is, once ``first_root`` found it right.

    Raises:
        NotTrusted: it is no chain.
    """
    return fingerprint_of(_envelope(_links(chain)[0]).key)


def newest_root(chain: bytes, known: Believed) -> Believed:
    """Follow a chain from the root that is believed to the newest.

    Raises:
        NotTrusted: it does not go on from there.
    """
    links = _links(chain)
    if known.link not in links:
        raise NotTrusted("the chain of roots does not lead on from the one that we know")
    return _followed(links[links.index(known.link) + 1 :], known.root.root, known)


def believed_manifest(content: bytes, root: Root) -> Manifest:
    """Return a manifest that somebody signed who may publish now.

    Raises:
        NotTrusted: nobody of those did, or it is of another line.
    """
    if len(content) > LARGEST_MANIFEST:
        raise NotTrusted("the manifest is too large")
    signed = _envelope(content)
    if signed.key not in {each.key for each in root.publishers}:
        raise NotTrusted("whoever signed the manifest may not publish")
    if not is_right(signed, LIBRARY):
        raise NotTrusted("the signature of the manifest is wrong")
    try:
        manifest = manifest_of(signed.body)
    except ValueError as error:
        raise NotTrusted(f"the manifest: {error}") from error
    if manifest.line != root.line:
        raise NotTrusted("the manifest is of another line")
    return manifest


def signer_of(content: bytes) -> str:
    """Return the key that a manifest says it is signed with.

    Raises:
        NotTrusted: it is not signed.
    """
    return _envelope(content).key


def _links(chain: bytes) -> list[bytes]:
    try:
        return chain_of(chain)
    except ValueError as error:
        raise NotTrusted(f"the roots: {error}") from error


def _envelope(content: bytes) -> Signed:
    try:
        return signed_of(content)
    except ValueError as error:
        raise NotTrusted(str(error)) from error


def _followed(links: list[bytes], key: str, newest: Believed | None) -> Believed:
    """Return the last of some roots, each signed with the key that the one before names."""
    for link in links:
        signed = _envelope(link)
        if signed.key != key or not is_right(signed, ROOT):
            raise NotTrusted("a root is not signed with the key of the one before")
        found = believed(link)
        if newest is not None and not _goes_on(newest.root, found.root):
            raise NotTrusted("a root does not go on from the one before")
        newest, key = found, found.root.root
    if newest is None:
        raise NotTrusted("there is no root")
    return newest


def _goes_on(before: Root, after: Root) -> bool:
    return (after.line, after.version) == (before.line, before.version + 1)
