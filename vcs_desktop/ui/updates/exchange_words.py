"""How the open group stands with its other laptops, in plain words: for the status bar."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from vcs_desktop.core.language import Marked, marked, sentences, tr, tr_count, tr_marked
from vcs_desktop.domain.exchange_standing import Exchanged
from vcs_desktop.ui.updates.exchanges import ExchangeState
from vcs_desktop.ui.updates.words import Told, when_in_words

_ASKS: Mapping[Exchanged, tuple[str, str, Marked, Marked, Marked]] = MappingProxyType(
    {
        Exchanged.LOOK: (
            "history",
            "warn",
            marked("Your group came back from a copy. Have a look first."),
            marked("Have a look first"),
            marked("Go on"),
        ),
        Exchanged.MUCH: (
            "circle-help",
            "warn",
            marked("Another laptop wants to delete many things."),
            marked("Much to delete"),
            marked("Look at it"),
        ),
        Exchanged.OUT: (
            "laptop",
            "warn",
            marked("This laptop was taken out of the group."),
            marked("Taken out"),
            marked("Why?"),
        ),
        Exchanged.UNKNOWN: (
            "laptop",
            "warn",
            marked("The service does not know this laptop any more."),
            marked("Laptop not known"),
            marked("Why?"),
        ),
        Exchanged.FAILED: (
            "triangle-alert",
            "warn",
            marked("The group's changes did not all go."),
            marked("Changes did not go"),
            marked("Why?"),
        ),
    }
)
"""What asks for a person: an icon, its colour, words, fewer words, and what the button says."""


def exchange_told(state: ExchangeState, today: date) -> Told | None:
    """Return what to say; None where the group uses no service."""
    if not state.has_service:
        return None
    if state.asking and state.outcome is not Exchanged.OUT:
        words = tr("A laptop asks to join your group.")
        return Told("circle-help", "info", words, tr("A laptop asks"), tr("Look at it"))
    return _of_outcome(state, today)


def _of_outcome(state: ExchangeState, today: date) -> Told:
    if state.outcome is not None and state.outcome in _ASKS:
        icon, colour, said, briefly, act = _ASKS[state.outcome]
        return Told(icon, colour, tr_marked(said), tr_marked(briefly), tr_marked(act))
    if state.outcome is Exchanged.OFFLINE:
        words = sentences(tr("Your group: offline."), _to_send(state))
        return Told("wifi-off", "muted", words, _to_send_briefly(state) or tr("Group offline"))
    return _usual(state, today)


def _usual(state: ExchangeState, today: date) -> Told:
    if state.waiting:
        # For whom: a draft for the council is such a change too, and goes to no council by F5.
        words = tr_count(
            "{count} change for your other laptops. F5 sends it.",
            "{count} changes for your other laptops. F5 sends them.",
            state.waiting,
        )
        return Told("clock", "muted", words, _to_send_briefly(state))
    if state.outcome is Exchanged.STOPPED:
        words = tr("Your group: stopped. F5 goes on.")
        return Told("info", "muted", words, tr("Group stopped. F5 goes on"))
    if state.last_at is None:
        words = tr("Your group has not met its other laptops yet.")
        return Told("clock", "muted", words, tr("Group: not yet"))
    words = tr("Your group: up to date, {when}.", when=when_in_words(state.last_at, today))
    return Told("check", "ok", words, tr("Group up to date"))


def came_in_words(changes: int) -> str:
    """Return how many changes came, as it is said when an exchange ends."""
    return tr_count(
        "{count} change came from your group.", "{count} changes came from your group.", changes
    )


def progress_in_words(what: str, done: int, total: int) -> str:
    """Return what an exchange does just now; ``what`` is as the service names it."""
    if what == "files" and total:
        return tr("The group's files: {done} of {total}", done=f"{done + 1:,}", total=f"{total:,}")
    if what == "read" and total:
        return tr("The group's changes: {done} of {total}", done=f"{done:,}", total=f"{total:,}")
    return tr("Meeting the group's other laptops")


def _to_send(state: ExchangeState) -> str:
    if not state.waiting:
        return ""
    return tr_count("{count} change to send.", "{count} changes to send.", state.waiting)


def _to_send_briefly(state: ExchangeState) -> str:
    if not state.waiting:
        return ""
    return tr_count("{count} to send", "{count} to send", state.waiting)
