"""Bringing a group back: from a copy on a stick, or from its newest backup here."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import sentences, tr, tr_count
from vcs_desktop.domain.days import in_words, local_day
from vcs_desktop.domain.file_words import lacking_in_words
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.pages.groups.way_in import Typed, WayIn
from vcs_desktop.ui.way_back.bounded import Bounded
from vcs_desktop.ui.way_back.seen import go_to
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.progress_bar import ProgressLine
from vcs_desktop.ui.widgets.prose import short_prose

if TYPE_CHECKING:
    from collections.abc import Callable

    from vcs_desktop.services.groups import GroupLine
    from vcs_desktop.services.groups.restored import Inside, Which
    from vcs_desktop.services.groups.restoring import GoodBackup, Preview, Restored, Way


class RestoreView(QWidget):
    """Says what a copy is, asks for a way in, shows what it holds, and then brings it back.

    ``begun`` says that it should come to the front, ``restored`` carries the id of the
    group, ``left`` says that nothing was changed, ``other_asked`` that another file is wanted.
    """

    begun = Signal()
    restored = Signal(str)
    left = Signal()
    other_asked = Signal()

    def __init__(self, services: Services, tasks: Tasks) -> None:
        super().__init__()
        self._services = services
        self._latest = Latest(tasks, self)
        self._which: Which | None = None
        self._group = ""
        self._is_here = False
        self._typed: Typed | None = None
        self.title = label("", "heading", wrap=True)
        self.about = label("", wrap=True)
        self.inside = label("", wrap=True)
        self.replaces = label("", "warn", wrap=True)
        self.leave_button = button(tr("Back to the groups"), "quiet", icon="arrow-left")
        self.way_in = WayIn(lambda: tr("Look inside"), None, self.leave_button)
        self.restore_button = button(tr("Bring it back"), "primary", icon="archive-restore")
        self.other_button = button(tr("Not this one"), "quiet")
        self.progress, self.message = ProgressLine(), MessageBar()
        self._found = panel(
            column(
                self.inside,
                self.replaces,
                panel(FlowLayout(self.restore_button, self.other_button)),
                gap=10,
            )
        )
        self._head = card(self.title, self.about)
        self.setLayout(
            column(Bounded(self._head, self.way_in, self._found, self.progress, self.message), None)
        )
        self.way_in.wanted.connect(self._look_inside)
        self.restore_button.clicked.connect(self._restore)
        for each in (self.leave_button, self.other_button):
            each.clicked.connect(self.left)

    def begin_with_file(self, path: str) -> None:
        """Look what the file of a copy says of itself."""
        self._begin("")
        self._which = Path(path)
        work = partial(self._services.groups.restoring.preview, self._which)
        self._ask(tr("Looking at the copy"), work, self._show_preview)

    def begin_with_backups(self, line: "GroupLine") -> None:
        """Ask for a way into the newest backup of a group that is here and damaged."""
        self._begin(line.id)
        self._is_here = True
        self._head.show()
        self.title.setText(tr("Its newest copy"))
        self.about.setText(
            tr("Copies lie beside the group. We look for the newest one that is whole.")
        )
        work = partial(self._services.groups.restoring.backups, line.id)
        self._ask(tr("Looking for copies"), work, partial(self._show_backups, line))

    def forget(self) -> None:
        """Take every secret away, and hear of nothing that was asked."""
        self._latest.forget()
        self._typed = None
        self.way_in.forget()
        self.progress.finish()
        self.message.hide()

    def first_focus(self) -> QWidget:
        """Start at the way in, at the button that brings it back, or at what else there is."""
        if self._is_stuck() and not self.message.isHidden():
            return self.message.act_button
        return self.restore_button if self.way_in.isHidden() else self.way_in.first_focus()

    def _begin(self, group: str) -> None:
        self.forget()
        self._which, self._group, self._is_here = None, group, False
        self.title.clear()
        self.about.clear()
        self._head.hide()  # it says nothing yet
        self.way_in.hide()
        self._found.hide()
        self.begun.emit()

    def _show_preview(self, preview: "Preview") -> None:
        self._group, self._is_here = preview.group, preview.is_here
        self._head.show()
        self.title.setText(short_prose(preview.name) or tr("A group that hides its name"))
        self.about.setText(tr("This copy was made on {day}.", day=in_words(preview.made_on)))
        self.way_in.begin(preview.openers, has_code=preview.has_code)
        self.way_in.show()
        self._focus()

    def _show_backups(self, line: "GroupLine", backups: tuple[object, ...]) -> None:
        if not backups:
            self._tell_stuck(
                tr("There is no copy of this group here. Bring it back from one on a stick."),
                "warn",
            )
            return
        # Who can open a damaged group is not known; a backup asks everybody's words.
        self.way_in.begin(line.openers, has_code=True)
        self.way_in.show()
        self._focus()

    def _look_inside(self, typed: Typed) -> None:
        self._typed = typed
        self.way_in.work(at_work=True)
        said = tr("Looking inside")
        restoring, group, which = self._services.groups.restoring, self._group, self._which
        if which is None:
            self._ask(
                said,
                lambda: restoring.newest_good_backup(group, _way(typed)),
                self._show_backup,
            )
        else:
            self._ask(said, lambda: restoring.look_inside(which, _way(typed)), self._show_inside)

    def _show_backup(self, found: "GoodBackup") -> None:
        self._which = found.backup
        self._show_inside(found.inside)

    def _show_inside(self, inside: "Inside") -> None:
        self.way_in.forget()
        self.way_in.hide()
        self.title.setText(short_prose(inside.name))
        self.inside.setText(_what_it_holds(inside))
        self.replaces.setText(
            tr(
                "The group is on this laptop. The copy takes its place, "
                "and what is here now is kept beside it."
            )
        )
        self.replaces.setVisible(self._is_here)
        self._found.show()
        self._focus()

    def _restore(self) -> None:
        which, typed = self._which, self._typed
        if which is None or typed is None or not self.restore_button.isEnabled():
            return
        restoring, replace = self._services.groups.restoring, self._is_here
        self.restore_button.setEnabled(False)
        self._ask(
            tr("Bringing it back"),
            lambda: restoring.restore(which, _way(typed), replace=replace),
            self._end,
        )

    def _end(self, restored: "Restored") -> None:
        self.forget()
        self.restore_button.setEnabled(True)
        self.restored.emit(restored.group)

    def _ask(self, words: str, work: "Callable[[], object]", then: "Callable[..., None]") -> None:
        def follow(answer: object) -> None:
            self.progress.finish()
            then(answer)

        self.message.hide()
        self.progress.start(words, can_cancel=False)
        self._latest.ask(work, then=follow, otherwise=self._tell, lane="work")

    def _tell(self, error: Exception) -> None:
        self.progress.finish()
        self.restore_button.setEnabled(True)
        self.way_in.work(at_work=False)
        if self._is_stuck():
            self._tell_stuck(words_for(error), "bad")
        elif self.way_in.isHidden() or not self.way_in.tell(error):
            self.message.tell(words_for(error), "bad")

    def _is_stuck(self) -> bool:
        """Say whether there is nothing that could be brought back."""
        return self.way_in.isHidden() and self._found.isHidden()

    def _tell_stuck(self, words: str, kind: str) -> None:
        self.message.tell(words, kind, tr("Choose another copy"), self.other_asked.emit)
        self._focus()

    def _focus(self) -> None:
        go_to(self.first_focus())


def _way(typed: Typed) -> "Way":
    """Return the way in that somebody typed; called on the work lane."""
    from vcs_desktop.services.groups.restoring import by_code, by_words

    return by_code(typed.secret) if typed.by_code else by_words(typed.secret, typed.opener)


def _what_it_holds(inside: "Inside") -> str:
    people = tr_count("{count} person", "{count} people", inside.people)
    lacking = lacking_in_words(inside.lacking)
    if inside.newest_at is None:
        return sentences(tr("It holds {people}.", people=people), lacking)
    day = in_words(local_day(inside.newest_at))
    said = tr("It holds {people}. The last change was on {day}.", people=people, day=day)
    return sentences(said, lacking)
