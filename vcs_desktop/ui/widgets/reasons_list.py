"""Why something may suit a group: an icon, a few words, and a whole sentence for each rule."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import Marked, marked, tr, tr_marked
from vcs_desktop.domain.fit.result import Answer, Reason
from vcs_desktop.ui.widgets.basics import Box, column, label, panel, picture, row
from vcs_desktop.ui.widgets.prose import prose

_GOOD = ("circle-check", "ok", marked("Good"))
_CHECK = ("triangle-alert", "warn", marked("Check"))
_NO = ("circle-x", "bad", marked("No"))


class ReasonsList(QWidget):
    """Reasons in the order they are given. Icon and words say the same; colour never alone."""

    def __init__(self, reasons: Iterable[Reason] = ()) -> None:
        super().__init__()
        self._column: Box = column(gap=10)
        self.setLayout(self._column)
        self.set_reasons(reasons)

    def set_reasons(self, reasons: Iterable[Reason]) -> None:
        """Show these reasons in place of the old ones."""
        self._column.clear()
        for reason in reasons:
            self._column.put(_line(reason))


def _line(reason: Reason) -> QWidget:
    icon, colour, said = _mark(reason)
    heading = label(reason.heading, "strong", wrap=True)
    heading.setAccessibleName(
        tr("{answer}: {heading}", answer=tr_marked(said), heading=reason.heading)
    )
    words = column(heading, prose(reason.because, "muted"), gap=0)
    line = row(picture(icon, colour), gap=10)
    line.put(words, 1)
    return panel(line)


def _mark(reason: Reason) -> tuple[str, str, Marked]:
    if reason.answer is Answer.MEETS:
        return _GOOD
    return _NO if reason.answer is Answer.FAILS and not reason.advises else _CHECK
