"""What the person puts on the sheet of facts. Each act can be undone."""

from vcs_desktop.core.language import tr
from vcs_desktop.domain.reference import CommunityFact
from vcs_desktop.ui.choice_acts import ChoiceActs
from vcs_desktop.ui.widgets.prose import short_prose


class FactSheetViewModel(ChoiceActs):
    """Puts figures on the sheet and takes them off."""

    def put(self, fact: CommunityFact, on: bool) -> None:  # Qt passes it by place
        """Put a figure on the sheet, or take it off."""
        fact_id, title = fact.id, short_prose(fact.title)
        if on:
            self._act(
                lambda c: c.put_on_fact_sheet(fact_id),
                tr("“{title}” is on your fact sheet.", title=title),
                lambda c: c.take_off_fact_sheet(fact_id),
            )
        else:
            self._act(
                lambda c: c.take_off_fact_sheet(fact_id),
                tr("“{title}” is off your fact sheet.", title=title),
                lambda c: c.put_on_fact_sheet(fact_id),
            )

    def clear(self, before: tuple[str, ...]) -> None:
        """Take everything off the sheet; ``before`` is what stood on it."""
        self._act(
            lambda c: c.set_fact_sheet(()),
            tr("Your fact sheet is empty."),
            lambda c: c.set_fact_sheet(before),
        )
