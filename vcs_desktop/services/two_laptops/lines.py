"""What can be said of a group on several laptops."""

from dataclasses import dataclass, field
from datetime import datetime

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.arriving_changes import TROUBLE, Why, why_in_words
from vcs_desktop.domain.laptops import State


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands with the exchange.

    ``is_shared`` is that the group is not on this laptop alone. ``service`` is empty where
    only sticks are used. ``state`` says whether changes are exchanged: ON, LOOK (it was brought
    back from a backup, and a person has to look first), REMOVED or UNKNOWN. ``waiting`` counts
    changes that have to go to the others, ``held`` what came and is not among the records,
    ``last_at`` is None before the first exchange. ``held_back`` counts changes that wait because
    much would be deleted by them; see ``HeldBack``.
    """

    is_shared: bool
    service: str = ""
    state: State = State.ON
    waiting: int = 0
    held: int = 0
    last_at: datetime | None = None
    words: tuple[str, ...] = ()
    """What a person should know, in whole sentences; empty when all is well."""
    held_back: int = 0


@dataclass(frozen=True, slots=True)
class LaptopLine:
    """A laptop of the group. ``id`` is for ``remove``; ``owner`` a person's name, or empty.

    ``owner_id`` is the id of who opened the group on it first. ``last_at`` is when it last
    made a change that is here, by its own clock; None is never.
    """

    id: str
    name: str
    owner: str
    owner_id: str
    is_this: bool
    is_removed: bool
    last_at: datetime | None


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation: ``code`` is three groups of four letters, good until ``until`` (UTC)."""

    code: tuple[str, ...] = field(repr=False)
    until: datetime
    service: str

    @property
    def qr_text(self) -> str:
        """What a QR code of it says: the address of the service, then the code."""
        return f"{self.service}#{'-'.join(self.code)}"


@dataclass(frozen=True, slots=True)
class Asking:
    """A laptop that asks to be let in. ``words`` must be the same four on both screens."""

    device: str
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Came:
    """One thing that somebody did on another laptop.

    ``who`` is their name, empty when not known, and ``laptop`` what that is called.
    ``record_id`` and ``title`` are of the record, empty where there are several (``count``)
    or it is gone.
    """

    at: datetime
    who: str
    laptop: str
    verb: str
    deed: str
    kind: str
    record_id: str
    title: str
    count: int


@dataclass(frozen=True, slots=True)
class Report:
    """What came of an exchange.

    ``changes`` counts what came, ``came`` lists it by what somebody did, the newest first.
    ``would_delete`` is how many things would be deleted by what waits until a person lets it
    (``let_delete``). ``is_tampered`` is that something came that nobody of the group made.
    ``asking`` counts laptops that ask to be let in. ``notices`` are whole
    sentences for a person. ``error`` is why a step could not be done, None where all were.
    """

    changes: int = 0
    came: tuple[Came, ...] = ()
    sent: int = 0
    waiting: int = 0
    would_delete: int = 0
    asking: int = 0
    files_sent: int = 0
    files_came: int = 0
    notices: tuple[str, ...] = ()
    is_tampered: bool = False
    error: AppError | None = None


def sent_in_words(count: int) -> str:
    """Return how many changes went."""
    return tr_count("{count} change was sent.", "{count} changes were sent.", count)


def held_in_words(held: dict[Why, int]) -> list[str]:
    """Return sentences about what came and is not among the records, and what to do about it."""
    said = [why_in_words(why, count) for why, count in held.items() if why and count]
    if any(held.get(why) for why in TROUBLE):
        said.append(
            tr(
                "Does this stay? Bring in the changes of your other laptops by stick. "
                "What is missing comes with them."
            )
        )
    return said


def would_delete_in_words(count: int) -> str:
    """Return what is said before much is deleted by what came."""
    return tr(
        "{count} of your things would be deleted by changes from another laptop. "
        "Nothing was deleted yet. Ask the others before you let that happen.",
        count=count,
    )
