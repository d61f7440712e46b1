"""Secret words: offered, judged, and brought into the one form that a key is made of."""

import secrets
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Final

from vcs_desktop.core.group_errors import WeakPassphrase
from vcs_desktop.core.resources import resource

WORDS_OFFERED: Final = 4
LEAST_SCORE: Final = 3
"""Of 4. Source: zxcvbn, "safely unguessable: moderate protection from offline slow-hash"."""
MOST_LETTERS: Final = 1_000
_MOST_JUDGED: Final = 72
"""zxcvbn takes no more, and time that grows with the square."""


@cache
def word_list() -> tuple[str, ...]:
    """Return the words of the list: who has four of them has strong words.

    Source: the EFF's long list, CC BY 3.0 US (resources/words/ATTRIBUTION.md).
    """
    return tuple(resource("words/eff-long.txt").read_text("utf-8").split())


@cache
def kind_words() -> tuple[str, ...]:
    """Return those of the list that are offered: all but the few nobody likes to read out."""
    not_offered = set(resource("words/not-offered.txt").read_text("utf-8").split())
    return tuple(each for each in word_list() if each not in not_offered)


def four_words() -> str:
    """Return four random words, 51.6 bits: years of guessing at 0.4 s a guess and 256 MiB."""
    return " ".join(secrets.choice(kind_words()) for _ in range(WORDS_OFFERED))


def in_one_form(passphrase: str) -> bytes:
    """Return the bytes a key is made of: the same however the keyboard made the letters.

    Source: Unicode normalisation form KC; runs of spaces count as one.
    """
    return " ".join(unicodedata.normalize("NFKC", passphrase).split()).encode(
        errors="surrogatepass"
    )


def is_strong(passphrase: str, *, known: Sequence[str] = ()) -> bool:
    """Say whether words may guard a group. ``known`` is what anybody would try first.

    There is no rule about capitals, digits or signs: only how many guesses it takes.
    """
    words = in_one_form(passphrase).decode(errors="replace")
    if not words or len(words) > MOST_LETTERS:
        return False
    if _was_offered(words):
        return True
    from zxcvbn import zxcvbn

    judged = zxcvbn(words[:_MOST_JUDGED], user_inputs=[each for each in known if each])
    return int(judged["score"]) >= LEAST_SCORE


def check_strong(passphrase: str, *, known: Sequence[str] = ()) -> None:
    """Do nothing if words may guard a group.

    Raises:
        WeakPassphrase: they are too easy to guess, or longer than anybody types.
    """
    if not is_strong(passphrase, known=known):
        raise WeakPassphrase


def _was_offered(words: str) -> bool:
    """Say whether it is four different words of our list, as good as any that we offer."""
    parts = words.split(" ")
    return len(parts) >= WORDS_OFFERED == len(set(parts[:WORDS_OFFERED])) and set(parts) <= set(
        word_list()
    )
