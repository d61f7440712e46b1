"""A field for what the group did: an activity it knows, or the name of a new one."""

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.ui.finder_field import FinderField


class ActivityField(FinderField):
    """One activity. A new name is as good as one that is known."""

    def chosen_name(self) -> str:
        """Return what stands in the field."""
        return " ".join(self.box.text().split())

    def problem(self) -> str:
        """Find nothing wrong: any name will do."""
        return ""

    def list_words(self) -> str:
        """Return what a screen reader calls the list of what matches."""
        return tr("Activities that match")

    def new_words(self, name: str) -> str:
        """Return the row that offers what was typed as a new activity."""
        return tr("Begin “{name}” as something new", name=name)

    def count_words(self, count: int, shown: int) -> str:
        """Return how many match."""
        if count > shown:
            return super().count_words(count, shown)
        return tr_count("{count} activity matches.", "{count} activities match.", count)
