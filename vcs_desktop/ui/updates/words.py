"""How the library stands, in plain words with an icon: for the status bar and the settings."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from types import MappingProxyType

from vcs_desktop.core.clock import LONDON
from vcs_desktop.core.language import Marked, marked, tr, tr_count, tr_marked
from vcs_desktop.domain.days import shortly
from vcs_desktop.domain.file_words import size_in_words
from vcs_desktop.domain.updates import GOOD, Standing
from vcs_desktop.ui.updates.updates import UpdatesState

_Said = tuple[str, str, Marked]
"""An icon, its colour, and the words where there is little room."""

_BRIEFLY: Mapping[Standing, _Said] = MappingProxyType(
    {
        Standing.UP_TO_DATE: ("check", "ok", marked("Up to date")),
        Standing.TAKEN_IN: ("check", "ok", marked("Updated")),
        Standing.OFFLINE: ("wifi-off", "muted", marked("Offline")),
        Standing.SIGN_IN: ("wifi", "muted", marked("Sign in to this Wi-Fi first")),
        Standing.LATER: ("clock", "muted", marked("The library is busy")),
        Standing.STOPPED: ("info", "muted", marked("Stopped. F5 goes on")),
        Standing.MUCH: ("info", "info", marked("A lot to fetch")),
        Standing.ASKS: ("circle-help", "info", marked("A library waits")),
        Standing.NOT_SAFE: ("shield-alert", "warn", marked("Connection not safe")),
        Standing.NOTHING_THERE: ("circle-help", "warn", marked("No library at the address")),
        Standing.NOT_TRUSTED: ("shield-alert", "warn", marked("Not trusted")),
        Standing.FAILED: ("triangle-alert", "warn", marked("Updates did not come")),
    }
)
_LATE: _Said = "clock", "warn", marked("May be out of date")
_ACTS: Mapping[Standing, Marked] = MappingProxyType(
    {
        Standing.ASKS: marked("Look at it"),
        Standing.MUCH: marked("Fetch it"),
        **dict.fromkeys(
            (Standing.NOT_SAFE, Standing.NOTHING_THERE, Standing.NOT_TRUSTED, Standing.FAILED),
            marked("Why?"),
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of how it stands.

    ``icon`` and ``colour`` are names of the theme. ``words`` are whole sentences, ``briefly``
    the same in few. ``act`` are the words of the button beside them, empty for none.
    """

    icon: str
    colour: str
    words: str
    briefly: str
    act: str = ""


def told_of(state: UpdatesState, today: date) -> Told | None:
    """Return what to say; None where nobody has ever looked, which is nothing to speak of."""
    when = when_in_words(state.looked_at, today)
    if state.standing is None:
        if not when:
            return None
        words = tr("Looked for updates {when}.", when=when)
        return Told("clock", "muted", words, tr("Looked {when}", when=when))
    is_late = state.is_late and state.standing in GOOD
    icon, colour, briefly = _LATE if is_late else _BRIEFLY[state.standing]
    words = _late(when) if is_late else _WORDS[state.standing](state, when)
    act = tr_marked(_ACTS[state.standing]) if state.standing in _ACTS else ""
    return Told(icon, colour, words, tr_marked(briefly), act)


def _up_to_date(_state: UpdatesState, when: str) -> str:
    return tr("Up to date. Looked {when}.", when=when)


def _taken_in(_state: UpdatesState, when: str) -> str:
    return tr("Updated {when}.", when=when)


def _late(when: str) -> str:
    return tr("Looked {when}. Nothing newer is there: it may be out of date.", when=when)


def _offline(_state: UpdatesState, when: str) -> str:
    return tr("Offline. Last looked {when}.", when=when) if when else tr("Offline.")


def _later(state: UpdatesState, _when_words: str) -> str:
    minutes = math.ceil(state.wait_s / 60)
    if not minutes:
        return tr("The library is busy. We will try again later.")
    return tr_count(
        "The library is busy. It asks to wait {count} minute.",
        "The library is busy. It asks to wait {count} minutes.",
        minutes,
    )


def _much(state: UpdatesState, _when_words: str) -> str:
    return tr("There are {size} to fetch.", size=size_in_words(state.to_read))


def _asks(_state: UpdatesState, _when_words: str) -> str:
    return tr("A library waits for your yes.")


def _in_a_sentence(state: UpdatesState, _when_words: str) -> str:
    if state.standing is None:
        return ""
    return tr("{words}.", words=tr_marked(_BRIEFLY[state.standing][2]))


_WORDS: Mapping[Standing, Callable[[UpdatesState, str], str]] = MappingProxyType(
    {
        **dict.fromkeys(Standing, _in_a_sentence),
        Standing.UP_TO_DATE: _up_to_date,
        Standing.TAKEN_IN: _taken_in,
        Standing.OFFLINE: _offline,
        Standing.LATER: _later,
        Standing.MUCH: _much,
        Standing.ASKS: _asks,
    }
)


def when_in_words(moment: datetime | None, today: date) -> str:
    """Return "today at 14:05", "yesterday at 14:05" or "on 4 November 2026"; empty for never."""
    if moment is None:
        return ""
    local = moment.astimezone(LONDON)
    time = f"{local:%H:%M}"
    if local.date() == today:
        return tr("today at {time}", time=time)
    if local.date() == today - timedelta(days=1):
        return tr("yesterday at {time}", time=time)
    return tr("on {day}", day=shortly(local.date()))
