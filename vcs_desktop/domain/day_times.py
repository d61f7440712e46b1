"""Times of day as people type them: 10:30, 7.30pm, 1930, "half past ten", "noon".

They are kept as "10:30", hours and minutes of the clock on the wall, and "" is that nobody
has said. Where neither morning nor evening was said, 1 to 6 o'clock are in the afternoon:
no group meets at 2 in the night. "02:00" is at night all the same.
"""

import re

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.language import marked, tr

MINUTES_IN_HOUR = 60
_HOURS_IN_DAY, _NOON = 24, 12
_LAST_OF_AFTERNOON = 6
_FOUR_DIGITS = 4
_QUARTER, _HALF = 15, 30

_NUMBERS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
         "twelve"),
        start=1,
    )
}  # fmt: skip
_MINUTE_WORDS = _NUMBERS | {
    "twenty": 20,
    "twenty five": 25,
    "quarter": _QUARTER,
    "a quarter": _QUARTER,
    "half": _HALF,
}
_FIXED = {"noon": "12:00", "midday": "12:00", "12 noon": "12:00", "midnight": "00:00"}
_MORNING = ("in the morning", "am", "a.m.", "a.m")
_EVENING = ("in the afternoon", "in the evening", "at night", "pm", "p.m.", "p.m")
_CLOCK = re.compile(r"([0-9]{1,2})(?: ?[:.h] ?([0-9]{2}))?")
_HYPHEN = re.compile(r"(?<=[a-z])-(?=[a-z])")
_BARE = re.compile(r"[0-9]{3,4}")
_SAID = re.compile(r"(.+?)(?: minutes?)? (past|to) (.+)")


class NotATime(AppError):
    """What was typed is not a time of day."""

    message = marked("We cannot read this as a time.")
    advice = marked("Type it like 10:30, 7.30pm or half past ten.")


def parse(text: str) -> str:
    """Return a time of day as it is kept, "10:30"; empty when nothing was typed.

    Raises:
        NotATime: it is no time of day.
    """
    words = " ".join(_HYPHEN.sub(" ", text.casefold()).split())
    # A phone writes another apostrophe than a keyboard.
    words = words.removeprefix("at ").replace("\u2019", "'").removesuffix(" o'clock")
    if not words:
        return ""
    if words in _FIXED:
        return _FIXED[words]
    words, half = _half_of_day(words)
    hour, minute, is_of_24 = _said(words) or _typed(words)
    return _kept(_of_24(hour, half, is_of_24=is_of_24), minute)


def in_words(kept: str) -> str:
    """Return a time of day as people say it: "10.30am", "7pm", "12 noon"; empty for none."""
    if not kept:
        return ""
    hour, minute = _parts(kept)
    if minute == 0 and hour in (0, _NOON):
        return tr("12 noon") if hour else tr("midnight")
    clock = str((hour - 1) % _NOON + 1) + (f".{minute:02}" if minute else "")
    return tr("{time}am", time=clock) if hour < _NOON else tr("{time}pm", time=clock)


def minutes_between(starts: str, ends: str) -> int | None:
    """Return how long something takes; over midnight where it ends before it starts.

    None is that one of the times was not said, or that they are the same.
    """
    if not starts or not ends:
        return None
    first, last = (hour * MINUTES_IN_HOUR + minute for hour, minute in map(_parts, (starts, ends)))
    return (last - first) % (_HOURS_IN_DAY * MINUTES_IN_HOUR) or None


def _half_of_day(words: str) -> tuple[str, str]:
    for endings, half in ((_MORNING, "am"), (_EVENING, "pm")):
        for ending in endings:
            if words.endswith(ending) and words != ending:
                return words.removesuffix(ending).strip().removesuffix(" o'clock"), half
    return words, ""


def _said(words: str) -> tuple[int, int, bool] | None:
    """Read "half past ten", "quarter to 8", "ten", "ten thirty"."""
    found = _SAID.fullmatch(words)
    if found is None:
        first, _, rest = words.partition(" ")
        hour = _NUMBERS.get(first)
        minute = {"": 0, "thirty": _HALF, "fifteen": _QUARTER}.get(rest, _MINUTE_WORDS.get(rest))
        return None if hour is None or minute is None else (hour, minute, False)
    hour, minute = _NUMBERS.get(found[3]), _MINUTE_WORDS.get(found[1])
    if hour is None and found[3].isascii() and found[3].isdigit():
        hour = int(found[3])
    if minute is None and found[1].isascii() and found[1].isdigit():
        minute = int(found[1])
    if hour is None or minute is None or minute >= MINUTES_IN_HOUR or hour > _HOURS_IN_DAY:
        raise NotATime
    if found[2] == "past" or minute == 0:
        return hour, minute, False
    return (hour - 2) % _NOON + 1, MINUTES_IN_HOUR - minute, False


def _typed(words: str) -> tuple[int, int, bool]:
    """Read "10:30", "7.30", "19h30", "1930", "7"; a nought in front says the 24 hours are meant."""
    if _BARE.fullmatch(words):
        hour, minute = words[:-2], words[-2:]
    elif found := _CLOCK.fullmatch(words):
        hour, minute = found[1], found[2] or "0"
    else:
        raise NotATime
    return int(hour), int(minute), hour.startswith("0")


def _of_24(hour: int, half: str, *, is_of_24: bool) -> int:
    if half and not is_of_24 and not 1 <= hour <= _NOON and half == "am":
        raise NotATime
    if half == "am":
        return hour % _NOON
    if half == "pm":
        return hour % _NOON + _NOON if hour <= _NOON else hour
    if not is_of_24 and 1 <= hour <= _LAST_OF_AFTERNOON:
        return hour + _NOON
    return hour


def _kept(hour: int, minute: int) -> str:
    if hour >= _HOURS_IN_DAY or minute >= MINUTES_IN_HOUR:
        raise NotATime
    return f"{hour:02}:{minute:02}"


def _parts(kept: str) -> tuple[int, int]:
    """Return the hour and the minute of a time that is kept; what cannot be read is midnight."""
    hour, _, minute = kept.partition(":")
    if not (hour.isascii() and hour.isdigit() and minute.isascii() and minute.isdigit()):
        return 0, 0
    return int(hour) % _HOURS_IN_DAY, int(minute) % MINUTES_IN_HOUR
