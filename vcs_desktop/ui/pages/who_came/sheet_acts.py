"""What is done on a sheet: how it is kept, and what is said of it."""

from datetime import date

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.attendance import Helped
from vcs_desktop.domain.days import in_words
from vcs_desktop.ui.pages.who_came.keeping import SheetKeeping
from vcs_desktop.ui.pages.who_came.words import short_name


class SheetActs:
    """Each of them is an act of its own, in words that stand beside the way back."""

    def __init__(self, keeping: SheetKeeping) -> None:
        self._keeping = keeping

    def tick(self, person_id: str, name: str, *, is_first_time: bool) -> None:
        """Keep that somebody came."""
        self._keeping.do(
            lambda they, at: they.tick(at, person_id, is_first_time=is_first_time),
            tr("{name} is ticked.", name=short_name(name)),
        )

    def untick(self, person_id: str, name: str) -> None:
        """Keep that somebody did not come after all."""
        self._keeping.do(
            lambda they, at: they.untick(at, person_id),
            tr("{name} is not ticked any more.", name=short_name(name)),
        )

    def tick_new(self, name: str, *, is_first_time: bool) -> None:
        """Add somebody who came."""
        self._keeping.do(
            lambda they, at: they.tick_new(at, name, is_first_time=is_first_time),
            tr("{name} is new, and ticked.", name=short_name(name)),
        )

    def say_first_time(self, person_id: str, name: str, *, is_first_time: bool) -> None:
        """Keep that somebody came for the first time, or did not."""
        words = (
            tr("{name} came for the first time.", name=short_name(name))
            if is_first_time
            else tr("{name} had been here before.", name=short_name(name))
        )
        self._keeping.do(
            lambda they, at: they.say_first_time(at, person_id, is_first_time=is_first_time),
            words,
        )

    def help(self, person_id: str, name: str, minutes: int | None) -> None:
        """Keep that somebody helped."""
        helped = Helped(person_id, minutes)
        self._keeping.do(
            lambda they, at: they.help(at, helped), tr("{name} helped.", name=short_name(name))
        )

    def help_new(self, name: str, minutes: int | None) -> None:
        """Add somebody who helped."""
        helped = Helped("", minutes)
        self._keeping.do(
            lambda they, at: they.tick_new(at, name, helped=helped),
            tr("{name} is new, and helped.", name=short_name(name)),
        )

    def change_help(self, helped: Helped, name: str) -> None:
        """Keep for how long somebody helped, and who paid for it."""
        self._keeping.do(
            lambda they, at: they.help(at, helped),
            tr("The hours of {name} are saved.", name=short_name(name)),
        )

    def unhelp(self, person_id: str, name: str) -> None:
        """Keep that somebody did not help after all."""
        self._keeping.do(
            lambda they, at: they.unhelp(at, person_id),
            tr("{name} is taken away.", name=short_name(name)),
        )

    def count_others(self, others: int, first: int) -> None:
        """Keep how many more came."""
        self._keeping.do(
            lambda they, at: they.count_others(at, others, first),
            tr_count("{count} more is counted.", "{count} more are counted.", others),
        )

    def note(self, notes: str) -> None:
        """Keep the notes."""
        self._keeping.do(lambda they, at: they.note(at, notes), tr("The notes are saved."))

    def move(self, day: date) -> None:
        """Keep another day."""
        self._keeping.do(
            lambda they, at: they.move(at, day), tr("It is {day} now.", day=in_words(day))
        )
