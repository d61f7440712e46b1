"""Ids for what came without one."""

import hashlib
import re

_LONGEST_SLUG = 60
_MARK = 8


def made_id(prefix: str, *names: str) -> str:
    """Return an id of what names a thing, so that it stays the same whatever else changes.

    Case and spaces make no difference. Its end tells names apart whose letters are lost in it.
    """
    named = [" ".join(each.split()).casefold() for each in names]
    mark = hashlib.sha256("\n".join(named).encode()).hexdigest()[:_MARK]
    slug = slug_of(" ".join(named))
    return f"{prefix}/{slug}-{mark}" if slug else f"{prefix}/{mark}"


def slug_of(words: str) -> str:
    """Return words as a part of an address: letters, numbers and "-"; empty where none are left."""
    slug = re.sub(r"[^a-z0-9]+", "-", words.casefold()).strip("-")
    return slug[:_LONGEST_SLUG].strip("-")
