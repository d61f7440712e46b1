"""How this data folder likes the app to look and behave."""

import logging
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from vcs_desktop.core.addresses import is_web_address
from vcs_desktop.core.files import read_json_object, write_json

log = logging.getLogger(__name__)

TEXT_SIZES = (100, 125, 150, 175, 200)
THEMES = ("system", "light", "dark", "contrast")
LOOKS = ("asked", "daily", "opened")
FIRST_PAGE = "home"
LEAST_IDLE_MINUTES = 1
MOST_IDLE_MINUTES = 30


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices kept with the data, so that they travel with a memory stick.

    ``text_size`` is a percentage, one of ``TEXT_SIZES``. ``theme`` is one of
    ``THEMES``. ``window`` is the size and place of the window in logical pixels
    (x, y, width, height) while it does not fill the screen, or None before the
    first use. ``maximised`` says whether it filled the screen when it was closed.
    ``start_page`` is the id of the page that the app opens with; one that is not
    there any more is the same as the first. ``welcomed`` says that somebody chose
    how to begin, ``tour_seen`` that the tour was taken or declined. ``shared`` says
    that other people use this account of the computer too: then it remembers no
    group. ``lock_after_minutes`` is how long nobody may touch the window before an
    open group is locked. ``service`` is the address that libraries are fetched from, empty for
    none. ``look_when`` is when to look there for something newer, one of ``LOOKS``;
    ``metered_care`` says not to do so unasked on a connection that costs by the amount.
    ``looked_at`` is when somebody last looked and all was well, an ISO moment or empty.
    """

    text_size: int = 100
    theme: str = "system"
    window: tuple[int, int, int, int] | None = None
    maximised: bool = False
    start_page: str = FIRST_PAGE
    welcomed: bool = False
    tour_seen: bool = False
    shared: bool = True
    lock_after_minutes: int = 5
    service: str = ""
    look_when: str = "daily"
    metered_care: bool = True
    looked_at: str = ""


class SettingsFile:
    """Reads and keeps the settings of one data folder."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.current = _settings_from(read_json_object(path))

    def change(self, **changes: Any) -> Settings:
        """Keep some settings and return them all.

        Where they cannot be written they hold until the app closes: a full disk
        or a stick that was pulled out must not stop anyone from working.
        """
        self.current = _settings_from({**asdict(self.current), **changes})
        try:
            write_json(self._path, asdict(self.current))
        except OSError as error:
            log.warning("the settings cannot be kept: %s", error.strerror)
        return self.current


def _settings_from(content: dict[str, Any]) -> Settings:
    """Take what we know from a file; what is unknown or wrong falls back."""
    plain = Settings()
    text_size = content.get("text_size")
    theme = content.get("theme")
    start_page, service = content.get("start_page"), content.get("service")
    look_when = content.get("look_when")
    return Settings(
        text_size=text_size if text_size in TEXT_SIZES else plain.text_size,
        theme=theme if theme in THEMES else plain.theme,
        window=_four_numbers(content.get("window")),
        maximised=content.get("maximised") is True,
        start_page=start_page if isinstance(start_page, str) else plain.start_page,
        welcomed=content.get("welcomed") is True,
        tour_seen=content.get("tour_seen") is True,
        shared=content.get("shared") is not False,
        lock_after_minutes=_minutes(content.get("lock_after_minutes"), plain.lock_after_minutes),
        service=service if isinstance(service, str) and is_web_address(service) else "",
        look_when=look_when if look_when in LOOKS else plain.look_when,
        metered_care=content.get("metered_care") is not False,
        looked_at=_moment(content.get("looked_at")),
    )


def _moment(read: Any) -> str:
    """Take an aware moment as it is written; what is none is empty."""
    try:
        moment = datetime.fromisoformat(read) if isinstance(read, str) else None
    except ValueError:
        return ""
    return read if moment is not None and moment.tzinfo is not None else ""


def _minutes(read: Any, usual: int) -> int:
    """Take the nearest number of minutes that may be chosen; what is none falls back."""
    if type(read) is not int:
        return usual
    return min(max(read, LEAST_IDLE_MINUTES), MOST_IDLE_MINUTES)


def _four_numbers(window: Any) -> tuple[int, int, int, int] | None:
    match window:
        case (int() as x, int() as y, int() as width, int() as height):
            return x, y, width, height
        case _:
            return None
