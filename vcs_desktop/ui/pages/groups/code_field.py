"""A field for the printed code: it says how far one is, and of a slip as soon as it is known."""

from vcs_desktop.core.language import tr
from vcs_desktop.ui.way_back.secret_field import ToldField
from vcs_desktop.ui.widgets.basics import label

_WHOLE = 34


class CodeField(ToldField):
    """Takes the code with any spaces, in small letters or large ones."""

    def __init__(self) -> None:
        super().__init__(
            tr("The printed code"),
            tr("34 letters and digits. Spaces and small letters do not matter."),
        )
        self.count = label("", "muted")
        self.add_below(self.count)
        self.edited.connect(self._count)

    def is_whole(self) -> bool:
        """Say whether it can be a code as it is."""
        from vcs_desktop.services.groups.rehearsal import look_at

        return look_at(self.words()).is_whole

    def tell_what_is_missing(self) -> None:
        """Say why it cannot be a code."""
        self.tell(self._complaint(at_end=True))

    def forget(self) -> None:
        """Take the code out."""
        super().forget()
        self.count.clear()

    def _count(self) -> None:
        from vcs_desktop.services.groups.rehearsal import look_at

        seen = look_at(self.words())
        self.count.setText(
            tr("{count} of {whole}", count=seen.count, whole=_WHOLE) if seen.count else ""
        )
        if complaint := self._complaint(at_end=False):
            self._told = complaint
            self.set_error(complaint)

    def _complaint(self, *, at_end: bool) -> str:
        from vcs_desktop.services.groups.rehearsal import look_at

        seen = look_at(self.words())
        if seen.strange:
            return tr("No code has “{letter}” in it. Look at the paper.", letter=seen.strange)
        if seen.has_slip:
            return tr("There is a slip in the code. Check it against the paper.")
        if at_end and not seen.is_whole:
            return tr("A code has 34 letters and digits. Type all of it.")
        return ""
