"""Gives the process that looks into files a great many broken ones: ours lives, and never waits.

    python -m tests.crash.hostile_papers --files 2000

Each file is a PDF, a PNG or a JPEG with bits flipped, a piece of nonsense, an end cut off,
numbers made huge, or pieces in each other's place; now and then one that was made to do
harm. Of each a page is asked for, and of PDFs the text. Every question must be answered,
with a page or with a refusal in words, within five seconds and a little for the start; the
temporary folder must be as it was, for nothing of a file is ever written there.
"""

import argparse
import os
import random
import re
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.support.hostile_papers import MADE_TO_HARM
from tests.support.paper_files import a_pdf, a_picture
from vcs_desktop.feeds.preview import NotShown, TooSlowToShow, page_picture, page_texts
from vcs_desktop.feeds.preview_child import MOST_SECONDS

MOST_TO_START_S = 2.0
NUMBER = re.compile(rb"\d+")
HARM_EVERY = 10


def bits(content, chance):
    """Flip some bits."""
    for _ in range(chance.choice((1, 3, 30))):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def nonsense(content, chance):
    """Write nonsense over a piece."""
    start = chance.randrange(len(content))
    piece = chance.randbytes(chance.choice((4, 64, 512)))
    content[start : start + len(piece)] = piece


def an_end(content, chance):
    """Cut the end off."""
    del content[chance.randrange(1, len(content)) :]


def huge_numbers(content, chance):
    """Make some numbers huge: sizes, counts, places."""
    found = list(NUMBER.finditer(content))
    for each in sorted(chance.sample(found, min(3, len(found))), key=lambda m: -m.start()):
        told = chance.choice((b"99999999999", b"-1", b"2147483648", b"4294967295"))
        content[each.start() : each.end()] = told


def swapped(content, chance):
    """Let two pieces change their places."""
    size = max(1, len(content) // 10)
    one, other = (chance.randrange(max(1, len(content) - size)) for _ in range(2))
    content[one : one + size], content[other : other + size] = (
        content[other : other + size],
        content[one : one + size],
    )


DAMAGES = (bits, nonsense, an_end, huge_numbers, swapped)


def whole_files():
    """Return files that are right, to be damaged."""
    words = "Our safeguarding lead is Carol.\nRing her at once. " * 3
    return (
        a_pdf(*[words] * 4),
        a_picture("PNG", (300, 200)),
        a_picture("PNG", (64, 64), (1, 2, 3, 4), "RGBA"),
        a_picture("JPEG", (300, 200)),
    )


def one_file(whole, chance):
    """Return one broken file and what was done to it."""
    if chance.randrange(HARM_EVERY) == 0:
        name = chance.choice(sorted(MADE_TO_HARM))
        return MADE_TO_HARM[name](), name
    content = bytearray(chance.choice(whole))
    done = chance.sample(DAMAGES, chance.randint(1, 2))
    for damage in done:
        damage(content, chance)
    return bytes(content), "+".join(each.__name__ for each in done)


def ask(content, chance):
    """Ask for a page and for the text; return what came of each, and the longest wait."""
    waits, told = [], []
    for question in (
        lambda: page_picture(content, chance.randrange(5), width=chance.choice((200, 900, 3_000))),
        lambda: page_texts(content),
    ):
        began = time.monotonic()
        try:
            question()
            told.append("shown")
        except TooSlowToShow:
            told.append("too slow, and ended")
        except NotShown as error:
            told.append(type(error).__name__)
        waits.append(time.monotonic() - began)
    return told, max(waits)


def main(given=None):
    parser = argparse.ArgumentParser(prog="python -m tests.crash.hostile_papers")
    parser.add_argument("--files", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=20261128)
    asked = parser.parse_args(given)
    chance, whole = random.Random(asked.seed), whole_files()
    wrong, slowest, came = [], 0.0, Counter()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TMPDIR"] = tempfile.tempdir = folder
        for number in range(asked.files):
            content, done = one_file(whole, chance)
            try:
                told, wait = ask(content, chance)
            except Exception as error:  # noqa: BLE001  whatever it is, it is what we look for
                wrong.append(f"file {number} ({done}): {error!r}")
                continue
            came.update(told)
            slowest = max(slowest, wait)
            if wait > MOST_SECONDS + MOST_TO_START_S:
                wrong.append(f"file {number} ({done}): waited {wait:.1f} s")
        left = [each.name for each in Path(folder).iterdir()]
        tempfile.tempdir = None
    wrong += [f"left in the temporary folder: {left}"] if left else []
    print("\n".join(wrong))
    for told, count in came.most_common():
        print(f"  {told}: {count:,}")
    print(f"{asked.files:,} broken files: {len(wrong)} wrong; longest wait {slowest:.1f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
