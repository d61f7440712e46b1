"""What the person chooses: keep, hide, put on the committee sheet. Each can be undone."""

from vcs_desktop.core.language import tr
from vcs_desktop.domain.opportunities import OpportunityLine
from vcs_desktop.ui.choice_acts import ChoiceActs


class ChoicesViewModel(ChoiceActs):
    """Keeps and hides what was found, and puts it on the sheet."""

    def keep(self, line: OpportunityLine, on: bool) -> None:
        """Keep something, or stop keeping it."""
        record_id, title = line.record.id, line.record.title
        if on:
            words = tr("Kept “{title}”.", title=title)
            self._act(lambda c: c.keep(record_id), words, lambda c: c.unkeep(record_id))
        else:
            words = tr("“{title}” is no longer kept.", title=title)
            self._act(lambda c: c.unkeep(record_id), words, lambda c: c.keep(record_id))

    def hide(self, line: OpportunityLine, because: str) -> None:
        """Leave something out of the lists from now on, for a reason."""
        record_id = line.record.id
        self._act(
            lambda c: c.hide(record_id, because),
            tr("Hidden “{title}”: {because}.", title=line.record.title, because=because),
            lambda c: c.unhide(record_id),
        )

    def show_again(self, line: OpportunityLine) -> None:
        """Put something hidden back in the lists."""
        record_id = line.record.id
        self._act(
            lambda c: c.unhide(record_id),
            tr("“{title}” is in the list again.", title=line.record.title),
            lambda c: c.hide(record_id, line.hidden_because),
        )

    def put_on_sheet(self, line: OpportunityLine, on: bool) -> None:
        """Put something on the committee sheet, or take it off."""
        record_id, title = line.record.id, line.record.title
        if on:
            words = tr("“{title}” is on the committee sheet.", title=title)
            self._act(
                lambda c: c.put_on_sheet(record_id), words, lambda c: c.take_off_sheet(record_id)
            )
        else:
            words = tr("“{title}” is off the committee sheet.", title=title)
            self._act(
                lambda c: c.take_off_sheet(record_id), words, lambda c: c.put_on_sheet(record_id)
            )

    def clear_sheet(self, before: tuple[str, ...]) -> None:
        """Take everything off the committee sheet; ``before`` is what stood on it."""
        self._act(
            lambda c: c.set_sheet(()),
            tr("The committee sheet is empty."),
            lambda c: c.set_sheet(before),
        )

    def look_at(self, record_id: str) -> None:
        """Remember that something was opened, so that Home can offer it again."""
        self._act(lambda c: c.look_at(record_id))
