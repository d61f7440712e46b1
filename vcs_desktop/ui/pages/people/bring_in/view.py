"""Bringing people in: what is said of them while they come."""

from typing import Any

from vcs_desktop.core.language import tr
from vcs_desktop.domain.people_table import FIELD_WORDS, field_words
from vcs_desktop.services.people_import import Decision, ImportPreview
from vcs_desktop.ui.bring_in import view
from vcs_desktop.ui.bring_in.manner import Decisions, Manner
from vcs_desktop.ui.pages.people.bring_in import words
from vcs_desktop.ui.pages.people.bring_in.row_card import RowCard

PASTED = "draft/people/pasted"
"""Under this name lies on the desk what was pasted and not brought in yet."""


class BringInView(view.BringInView):
    """Brings people in."""

    def __init__(self, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(_people(), *asked)


def _people() -> Manner:
    return Manner(
        pasted=PASTED,
        title=tr("Bring in a spreadsheet"),
        back=tr("Back to the people"),
        see=tr("See the people"),
        taking=tr("Adding the people"),
        icon="user-plus",
        see_icon="users",
        coming=lambda inside: inside.people_import,
        fields=lambda: [(each.value, field_words(each)) for each in FIELD_WORDS],
        rows_of=words.rows_of,
        row_card=RowCard,
        summary=words.summary,
        button_words=words.button_words,
        takes_any=_takes_any,
        done_words=words.done_words,
    )


def _takes_any(preview: ImportPreview, decisions: Decisions) -> bool:
    many = words.counts(preview, decisions)
    return bool(many[Decision.ADD] or many[Decision.MERGE])
