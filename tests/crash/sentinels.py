"""``python -m tests.crash.sentinels --runs 20``: no planted word is left where a stranger can look.

A child runs the real window over a real group, plants a word of its own in every text
of every kind of record, in what is half written, hidden, searched for and deleted, and
goes to every page. Then it locks the group, or not, and is killed. Every file under its
data, home and temporary folders is read: none may hold any of the words. Needs a
system with signals.
"""

import argparse
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import NoneType, UnionType
from typing import get_args, get_origin, get_type_hints
from uuid import uuid4

PROJECT = Path(__file__).resolve().parents[2]
AT_LEAST = 600
HOW = ("locked", "open")
SECRET = "sunflower kettle banjo river"
_LETTERS = "bcdfghjklmnpqrstvwxyz"
_LETTERS_IN_A_ROW = re.compile(rb"[a-z.]{12}|(?:[a-z.]\0){12}|(?:[2-7][0-9a-f]){12}")


class Words:
    """Gives out words that nobody else uses, and remembers them."""

    def __init__(self, seed):
        self._rng = random.Random(seed)
        self.given = []

    def __call__(self):
        self.given.append("".join(self._rng.choice(_LETTERS) for _ in range(16)))
        return self.given[-1]


def planted(shape, words):
    """Return a record of a shape with a planted word in every text of it."""
    hints = get_type_hints(shape)
    return shape(**{
        each.name: str(uuid4()) if each.name == "id" else _planted(hints[each.name], words)
        for each in fields(shape)
    })  # fmt: skip


def _planted(hint, words):
    if get_origin(hint) is UnionType:
        return _planted(next(each for each in get_args(hint) if each is not NoneType), words)
    if get_origin(hint) is tuple:
        return tuple(_planted(get_args(hint)[0], words) for _ in range(2))
    if is_dataclass(hint):
        return planted(hint, words)
    if issubclass(hint, StrEnum):
        return next(iter(hint))
    return {str: words, int: lambda: 7, bool: lambda: True, date: lambda: date(2026, 1, 2)}[hint]()


def found_in(place, planted_words):
    """Return which words are in which files of a folder, in any form in which they may lie."""
    found = []
    for file in sorted(place.rglob("*")):
        if not file.is_file():
            continue
        content = file.read_bytes().lower()
        if not _LETTERS_IN_A_ROW.search(content):  # what is sealed is soon told from what is not
            continue
        found += [
            f"{file.relative_to(place)}: {word}"
            for word in planted_words
            for form in (word.encode(), word.encode("utf-16-le"), word.encode().hex().encode())
            if form in content
        ]
    return found


def run_once(seed, how):
    """Run a child, kill it, and return how many words were planted and where some were found."""
    place = Path(tempfile.mkdtemp(prefix="planted-"))
    try:
        folders = {name: place / name for name in ("data", "home", "temporary")}
        for folder in folders.values():
            folder.mkdir()
        environment = os.environ | {
            "QT_QPA_PLATFORM": "offscreen",
            "HOME": str(folders["home"]),
            **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folders["temporary"])),
        }
        for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            environment.pop(name, None)
        order = [sys.executable, "-m", "tests.crash.sentinels", "--child", str(seed), how]
        child = subprocess.Popen(
            [*order, str(folders["data"])], cwd=PROJECT, env=environment, text=True,
            stdout=subprocess.PIPE,
        )  # fmt: skip
        with child:
            said = child.stdout.readline()
            child.send_signal(signal.SIGKILL)
        if not said:
            raise RuntimeError("the child ended before it had planted anything")
        words = json.loads(said)
        return len(words), found_in(place, words)
    finally:
        shutil.rmtree(place, ignore_errors=True)


def main(given=None):
    parser = argparse.ArgumentParser(prog="python -m tests.crash.sentinels")
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--child", nargs=3, metavar=("SEED", "HOW", "FOLDER"))
    arguments = parser.parse_args(given)
    if arguments.child:
        seed, how, folder = arguments.child
        from tests.crash.planting_child import plant_and_wait

        plant_and_wait(int(seed), how, Path(folder))
        return 0
    least, found = 10**6, []
    for run in range(arguments.runs):
        count, where = run_once(run, HOW[run % len(HOW)])
        least = min(least, count)
        found += where
    for each in found:
        print(each)
    print(f"{arguments.runs} runs, at least {least} words planted in each; {len(found)} found")
    return 1 if found or least < AT_LEAST else 0


if __name__ == "__main__":
    sys.exit(main())
