"""What a decision is about: a grant or contract, one of the group's papers, or a person."""

from PySide6.QtCore import QTimer

from vcs_desktop.core.language import tr
from vcs_desktop.domain.kinds import DOCUMENT, PERSON
from vcs_desktop.domain.library import OPPORTUNITIES, Kind
from vcs_desktop.ui.finder_field import FinderField
from vcs_desktop.ui.pages.meetings.opened import Opened
from vcs_desktop.ui.pages.meetings.ties import Tied
from vcs_desktop.ui.widgets.basics import column, panel
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.form_field import FormField
from vcs_desktop.ui.widgets.prose import short_prose

_GRANT = Kind.FUNDING_CALL.value
_LONGEST = 80
_REST_MS = 200
"""The library is asked when no key came for so long."""


class WhichField(FinderField):
    """Finds by name; what can be found may come while somebody types."""

    def offer(self, names: dict[str, str], first: frozenset[str] = frozenset()) -> None:
        """Say what can be found now; who is typing sees what matches by then."""
        self.set_names(names.items())
        self.set_often(dict.fromkeys(first, 1))
        if not self.box.hasFocus() or not self.box.text().strip() or self.chosen_id():
            return
        at = self.list.currentIndex().row()
        under_hand = self.model.rows[at][0] if 0 <= at < len(self.model.rows) else ""
        self._look()
        places = [id_ for id_, _ in self.model.rows]
        if under_hand in places:
            self.list.go_to(places.index(under_hand))

    def not_chosen_words(self) -> str:
        """Return what is wrong when something was typed and nothing was chosen."""
        return tr("Choose one from the list.")


class TieField(FormField):
    """First of which sort it is, then which one. What is tied already is always offered.

    Of a person no name is kept: it is found by the id. Of the others the name of the day
    is, so that the minutes still say it when a grant is gone.
    """

    def __init__(self, opened: Opened) -> None:
        super().__init__(tr("What is it about?"), optional=True)
        self._around = opened.around
        self._ties = opened.ties
        self._line = opened.ties.line(self)
        self._known: dict[str, Tied] = {}
        self._kept = Tied("", "", "")
        self.kind_field = ChoiceField(
            tr("Tie it to something"),
            (
                ("", tr("Nothing in particular")),
                (_GRANT, tr("A grant or a contract")),
                (DOCUMENT, tr("One of your papers")),
                (PERSON, tr("A person")),
            ),
        )
        self.which_field = WhichField(tr("Which one?"), offers_new=False)
        self.hold(
            panel(column(self.kind_field, self.which_field, gap=8)),
            stops=(self.kind_field.box, self.which_field.box),
            named=True,
        )
        self.label.hide()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._ask)
        self.kind_field.edited.connect(self._change_sort)
        self.which_field.box.textEdited.connect(self._hear_typing)
        self.which_field.picked.connect(self.on_edited)
        self.which_field.emptied.connect(self.on_edited)
        self.which_field.hide()

    def set_tie(self, kind: str, record_id: str, name: str) -> None:
        """Show what is kept; whoever is about to choose is left alone while nothing is."""
        is_shown = self.tie()[:2] == (kind, record_id)
        if kind == PERSON and record_id:
            name = self._around.who.name(record_id)
        self._kept = Tied(kind, record_id, name)
        if is_shown:
            return
        self.kind_field.choose(_sort_of(kind) if record_id else "")
        self.which_field.setVisible(bool(record_id))
        self._known = {}
        self._take(())
        self.which_field.set_chosen(record_id)

    def tie(self) -> tuple[str, str, str]:
        """Return the kind, the id and the name of what it is about; all empty for nothing."""
        chosen = self._known.get(self.which_field.chosen_id())
        if chosen is None or not self.kind_field.chosen_id():
            return "", "", ""
        return chosen.kind, chosen.id, "" if chosen.kind == PERSON else chosen.name

    def _change_sort(self) -> None:
        had_one = bool(self._known.get(self.which_field.chosen_id()))
        self._line.forget()
        self._known = {}
        self.which_field.set_chosen("")
        self.which_field.setVisible(bool(self.kind_field.chosen_id()))
        self._take(())
        if had_one:
            self.on_edited()
        self._ask()

    def _hear_typing(self) -> None:
        if self.kind_field.chosen_id() == _GRANT or not self._known:
            self._rest.start()

    def _ask(self) -> None:
        """Ask for those of the chosen sort: of the library, for what has the typed words."""
        sort = self.kind_field.chosen_id()
        if sort == _GRANT:
            words = " ".join(self.which_field.box.text().split())
            self._ties.ask_library(self._line, words, self._take)
        elif sort == DOCUMENT:
            self._ties.ask_papers(self._line, DOCUMENT, self._take)

    def _take(self, found: tuple[Tied, ...]) -> None:
        """Offer those that were found, with what is tied and what was chosen already."""
        sort, chosen = self.kind_field.chosen_id(), self._known.get(self.which_field.chosen_id())
        known = {each.id: each for each in reversed(found)}  # what was kept comes first
        if sort == PERSON:
            known |= {id_: Tied(PERSON, id_, name) for id_, name in self._around.names}
        for each in (chosen, self._kept):
            if each is not None and each.id and _sort_of(each.kind) == sort:
                known[each.id] = each
        self._known = known
        first = frozenset(each.id for each in known.values() if each.is_kept)
        self.which_field.offer({id_: _short(each.name) for id_, each in known.items()}, first)


def _sort_of(kind: str) -> str:
    """Return the sort under which a kind is found: grants and contracts are one."""
    return _GRANT if kind in OPPORTUNITIES else kind


def _short(name: str) -> str:
    return short_prose(" ".join(name.split()), _LONGEST)
