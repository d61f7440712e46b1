"""What was said, written down under each item of the agenda as the meeting goes on."""

from vcs_desktop.core.language import tr
from vcs_desktop.domain.meetings import AgendaItem
from vcs_desktop.domain.ordered import in_order
from vcs_desktop.ui.better_not import watch_words
from vcs_desktop.ui.pages.meetings.editing import Editing
from vcs_desktop.ui.pages.meetings.opened import Opened
from vcs_desktop.ui.pages.meetings.section import Bound, Section, bound_words, part_with
from vcs_desktop.ui.widgets.basics import Box, column, label, panel
from vcs_desktop.ui.widgets.long_text_field import LongTextField
from vcs_desktop.ui.widgets.prose import short_prose


class SaidField(Section):
    """One text for each item, in the order of the agenda, and one for the rest."""

    def __init__(self, editing: Editing, opened: Opened) -> None:
        super().__init__(editing, opened)
        self.fields: dict[str, LongTextField] = {}
        self._shown: tuple[tuple[str, str], ...] = ()
        self._list: Box = column(gap=12)
        self.none = label(
            tr("There is no agenda. Add its items under “Plan”, or write everything below."),
            "muted",
            wrap=True,
        )
        self.notes_field = LongTextField(tr("Anything else for the minutes"), optional=True)
        watch_words(self.notes_field)
        self.setLayout(
            column(
                label(tr("What was said"), "heading", wrap=True),
                self.none,
                panel(self._list),
                self.notes_field,
                gap=12,
            )
        )
        self.bind("notes", bound_words(self.notes_field, "notes"))
        self._show_items()

    def show_opened(self, opened: Opened) -> None:
        """Show what is kept; what somebody is writing stays."""
        self.opened = opened
        self._show_items()
        super().show_opened(opened)

    def _show_items(self) -> None:
        items = in_order(self.opened.meeting.agenda)
        self.none.setVisible(not items)
        shown = tuple((item.id, item.title) for item in items)
        if shown == self._shown:
            return
        typed = {
            item_id: field.words()
            for item_id, field in self.fields.items()
            if self.editing.pending.has(_name(item_id))
        }
        for item_id in self.fields:
            self.unbind(_name(item_id))
        self._list.clear()
        self._shown, self.fields = shown, {}
        for number, item in enumerate(items, 1):
            self._put(number, item)
            if item.id in typed:
                self.fields[item.id].set_words(typed[item.id])
                self.edit(_name(item.id))

    def _put(self, number: int, item: AgendaItem) -> None:
        title = short_prose(item.title) or tr("An item without words")
        field = LongTextField(tr("{number}. {what}", number=number, what=title))
        watch_words(field)
        self.fields[item.id] = field
        self._list.put(field)
        field.show()
        self.bind(
            _name(item.id),
            Bound(
                field,
                lambda meeting: field.set_words(
                    next((each.said for each in meeting.agenda if each.id == item.id), "")
                ),
                lambda: part_with("agenda", item.id, said=field.words()),
            ),
        )


def _name(item_id: str) -> str:
    return f"said/{item_id}"
