"""A file of translations as gettext's tools make it, written by hand: msgfmt is not everywhere."""

import struct
from pathlib import Path

PLURALS = "nplurals=2; plural=(n != 1);"


def write_translations(
    folder: Path, code: str, words: dict[str, str], counted: dict[tuple[str, str], tuple[str, str]]
) -> None:
    """Write ``<code>/LC_MESSAGES/vcs-desktop.mo`` with some words and some that count."""
    head = f"Language: {code}\nContent-Type: text/plain; charset=UTF-8\nPlural-Forms: {PLURALS}\n"
    every = {"": head, **words}
    every.update({"\0".join(english): "\0".join(ours) for english, ours in counted.items()})
    pairs = sorted((english.encode(), ours.encode()) for english, ours in every.items())
    begin = 28 + 16 * len(pairs)
    tables: list[list[int]] = [[], []]
    text = b""
    for side in (0, 1):
        for pair in pairs:
            tables[side] += [len(pair[side]), begin + len(text)]
            text += pair[side] + b"\0"
    numbers = [0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0, *tables[0], *tables[1]]
    file = folder / code / "LC_MESSAGES" / "vcs-desktop.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(struct.pack(f"<{len(numbers)}I", *numbers) + text)
