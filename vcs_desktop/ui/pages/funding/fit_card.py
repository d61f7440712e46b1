"""Why something may suit the group, and what applying costs."""

from PySide6.QtWidgets import QFrame

from vcs_desktop.core.language import tr
from vcs_desktop.domain.fit.result import Cost, Fit
from vcs_desktop.ui import opportunity_words
from vcs_desktop.ui.pages.funding import words
from vcs_desktop.ui.widgets.basics import card, column, label, panel, picture, row
from vcs_desktop.ui.widgets.reasons_list import ReasonsList


class FitCard(QFrame):
    """The verdict, the reasons in whole sentences, and the cost of applying."""

    def __init__(self, fit: Fit, judged_for: str) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        mark = opportunity_words.verdict_mark(fit)
        self.verdict = label(words.verdict_line(fit), "heading", wrap=True)
        head = row(picture(mark.icon, mark.colour, 22), gap=10)
        head.put(self.verdict, 1)
        inner = column(head, margins=(16, 14, 16, 14), gap=12)
        if judged_for:
            inner.put(label(tr("Judged for {group}", group=judged_for), "small", wrap=True))
        self.reasons = ReasonsList(fit.reasons)
        inner.put(self.reasons)
        if fit.cost is not None:
            inner.put(_cost(fit.cost))
        self.setLayout(inner)


def _cost(cost: Cost) -> QFrame:
    line = row(picture("clock", "muted"), gap=10)
    told = column(
        label(tr("What applying costs you"), "strong", wrap=True),
        label(cost.in_words, "muted", wrap=True),
        gap=0,
    )
    line.put(told, 1)
    return card(panel(line), kind="fact", margins=(12, 10, 12, 10))
