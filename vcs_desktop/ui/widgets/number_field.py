"""Fields for numbers of which none may be said: that is not 0."""

from vcs_desktop.core.language import tr
from vcs_desktop.domain.hundredths import NotANumber, read_hundredths, typed_hundredths
from vcs_desktop.ui.widgets.form_field import TextField

_MOST = 99_999


class NumberField(TextField):
    """A whole number up to ``most``. Empty is that nobody has said, which is not 0."""

    def __init__(
        self, title: str, hint: str = "", *, optional: bool = True, most: int = _MOST
    ) -> None:
        super().__init__(title, hint, optional=optional, check=self._wrong)
        self._most = most

    def number(self) -> int | None:
        """Return the number; None is nobody has said."""
        words = self.words()
        return int(words) if words and not self._wrong(words) else None

    def set_number(self, number: int | None) -> None:
        """Show a number that is kept."""
        self.set_words("" if number is None else str(number))

    def _wrong(self, words: str) -> str:
        is_number = words.isascii() and words.isdigit() and len(words) <= len(str(self._most))
        right = is_number and int(words) <= self._most
        return "" if right else tr("Type a whole number, such as 4.")


class HundredthsField(TextField):
    """A number with two places at most, kept as hundredths. Empty is that nobody has said."""

    def __init__(self, title: str, hint: str = "", *, optional: bool = True) -> None:
        super().__init__(title, hint, optional=optional, check=_no_hundredths)

    def hundredths(self) -> int | None:
        """Return the hundredths; None is nobody has said."""
        words = self.words()
        return None if _no_hundredths(words) else read_hundredths(words)

    def set_hundredths(self, hundredths: int | None) -> None:
        """Show a number that is kept."""
        self.set_words("" if hundredths is None else typed_hundredths(hundredths))


def _no_hundredths(words: str) -> str:
    try:
        read_hundredths(words)
    except NotANumber as error:
        return f"{error.message} {error.advice}"
    return ""
