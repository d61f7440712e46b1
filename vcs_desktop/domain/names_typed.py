"""Who is meant by a few letters: names that have a word beginning with each that was typed."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from vcs_desktop.domain.words_typed import every_word, folded

NOTHING_FIRST: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Matches:
    """The ids of those who match, the likeliest first, and how many match in all."""

    ids: tuple[str, ...] = ()
    count: int = 0


@dataclass(frozen=True, slots=True)
class _Known:
    id: str
    words: tuple[str, ...]
    whole: str


class NameFinder:
    """Finds people among the names of a group, without regard to accents and capitals."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """``names`` are the (id, name) of everybody who can be meant.

        They are looked through when the first letters come: a form may never be typed in.
        """
        self._names = tuple(names)

    def prepare(self) -> None:
        """Look through them now, away from where the letters will come."""
        _ = self._known

    @cached_property
    def _known(self) -> tuple[_Known, ...]:
        found = (_known(id_, name) for id_, name in self._names)
        return tuple(sorted(found, key=lambda each: (each.whole, each.id)))

    def find(self, typed: str, most: int, often: Mapping[str, int] = NOTHING_FIRST) -> Matches:
        """Return who matches, at most so many of them; nobody when nothing was typed.

        The whole name comes first, then who came most often (``often``: times by id), then
        whose name begins with what was typed, then the alphabet.
        """
        wanted = [folded(word) for word in every_word(typed)]
        if not wanted:
            return Matches()
        whole = " ".join(wanted)
        found = [each for each in self._known if _has(each.words, wanted)]
        found.sort(
            key=lambda each: (
                each.whole != whole,
                -often.get(each.id, 0),
                not each.whole.startswith(whole),
            )
        )
        return Matches(tuple(each.id for each in found[:most]), len(found))

    def first(self, most: int) -> Matches:
        """Return those who stand first by the alphabet, for whoever cannot name anybody."""
        return Matches(tuple(each.id for each in self._known[:most]), len(self._known))

    def called(self, typed: str) -> tuple[str, ...]:
        """Return the ids of those whose whole name was typed."""
        whole = _known("", typed).whole
        return tuple(each.id for each in self._known if whole and each.whole == whole)


def shared_names(names: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Return the ids of those who share their name with somebody: they need more to tell them."""
    known = [(id_, " ".join(name.casefold().split())) for id_, name in names]
    counted = Counter(name for _, name in known)
    return frozenset(id_ for id_, name in known if counted[name] > 1)


def _known(id_: str, name: str) -> _Known:
    words = tuple(folded(word) for word in every_word(name))
    return _Known(id_, words, " ".join(words))


def _has(words: tuple[str, ...], wanted: Iterable[str]) -> bool:
    return all(any(word.startswith(start) for word in words) for start in wanted)
