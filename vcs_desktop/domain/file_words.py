"""What is said of a file that a group keeps: what it is called and how large it is."""

from typing import Any, Final

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.core.text import without_hidden

_KB, _MB, _GB = 1_000, 1_000_000, 1_000_000_000
_LONGEST_NAME: Final = 200


def size_in_words(size_bytes: int) -> str:
    """Return how much room something takes, such as "1.4 MB"."""
    if size_bytes >= _GB:
        return tr("{size} GB", size=f"{size_bytes / _GB:.1f}")
    if size_bytes >= _MB:
        return tr("{size} MB", size=f"{size_bytes / _MB:.1f}")
    return tr("{size} KB", size=f"{max(1, round(size_bytes / _KB)):,}")


def lacking_in_words(files: int) -> str:
    """Return that files are missing or damaged; nothing where none is."""
    if not files:
        return ""
    return tr_count(
        "{count} file of your documents is missing or damaged.",
        "{count} files of your documents are missing or damaged.",
        files,
    )


def file_in_words(value: Any) -> str:
    """Return what a value of a record says of a file: its name and its size, and no more."""
    name, size = (
        (value.get(each) for each in ("name", "size")) if isinstance(value, dict) else ("", 0)
    )
    told = without_hidden(name)[:_LONGEST_NAME] if isinstance(name, str) and name else tr("A file")
    if type(size) is not int or size <= 0:
        return told
    return tr("{name} ({size})", name=told, size=size_in_words(size))
