"""The steps of changing who may publish: what, what comes of it, both holders' words, and done."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from vcs_desktop.core.language import sentences, tr
from vcs_desktop.domain.publisher_keys import Change, what_to_do_after
from vcs_desktop.services.offer import Services
from vcs_desktop.ui import files
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.pages.publish.keys_held import holding_line
from vcs_desktop.ui.way_back.new_words import NewWords
from vcs_desktop.ui.way_back.secret_field import SecretField, ToldField
from vcs_desktop.ui.widgets.basics import Button, button, card, column, label, panel
from vcs_desktop.ui.widgets.drop_zone import DropZone
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.option import Option
from vcs_desktop.ui.widgets.prose import as_prose, prose, short_prose

if TYPE_CHECKING:
    from vcs_desktop.services.publishing import (
        ChangeWanted,
        KeysChanged,
        KeysHeld,
        KeysPreview,
    )


class WhatStep(QWidget):
    """Who gets a key, or loses one."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.change = Change.NEW_KEY
        self.instead = Option(tr("In place of the key that is open: that officer leaves."))
        self.beside = Option(tr("Beside it: one more officer may publish."))
        self.others: dict[str, Option] = {}
        self._others = column(gap=4)
        self.holder = ToldField(tr("Who gets the new key?"), tr("Everybody can read this name."))
        self.name = ToldField(
            tr("Does who publishes have another name now?"),
            tr("Only where another council takes over. Leave it empty to keep the name."),
            optional=True,
        )
        self._ways = QButtonGroup(self)
        self._out = QButtonGroup(self)
        for each in (self.instead, self.beside):
            self._ways.addButton(each.button)
        self.instead.button.setChecked(True)
        self._which = panel(column(self.instead, self.beside, gap=4))
        self._whom = panel(
            column(label(tr("Whose key is to count no more?"), "heading"), panel(self._others))
        )
        self.problem = label("", "bad", wrap=True)
        self.setLayout(
            column(self._which, self._whom, self.holder, self.name, self.problem, gap=12)
        )
        self.problem.hide()
        for field in (self.holder, self.name):
            field.entered.connect(self.entered)

    def title(self) -> str:
        """Return what this asks."""
        return {
            Change.TAKE_OUT: tr("Who is taken out"),
            Change.HAND_OVER: tr("Who keeps the new root key"),
        }.get(self.change, tr("Who gets a key"))

    def begin(self, change: Change, held: "KeysHeld") -> None:
        """Ask what a change needs to know."""
        self.change = change
        is_new = change is Change.NEW_KEY
        self._which.setVisible(is_new)
        self._whom.setVisible(change is Change.TAKE_OUT)
        self.holder.setVisible(change is not Change.TAKE_OUT)
        self.name.setVisible(change is Change.HAND_OVER)
        self.instead.button.setChecked(True)
        self._others.clear()
        self.others = {}
        for each in held.holdings:
            if not each.is_open:
                option = Option(tr("{name}, key {letters}", name=each.name, letters=each.shown))
                self.others[each.key] = option
                self._out.addButton(option.button)
                self._others.put(option)
        self.forget()

    def wanted(self) -> "ChangeWanted | None":
        """Return what is wanted; None where something is missing, which is said then."""
        from vcs_desktop.services.publishing import ChangeWanted

        self.tell("")
        if self.change is Change.TAKE_OUT:
            key = next((k for k, one in self.others.items() if one.button.isChecked()), "")
            if not key:
                self.tell(tr("Choose whose key is to count no more."))
                self.first_focus().setFocus()
                return None
            return ChangeWanted(self.change, key=key)
        if not self.holder.words().strip():
            self.holder.tell(tr("Type the name of who gets the key."))
            return None
        change = self.change
        if change is Change.NEW_KEY and self.beside.button.isChecked():
            change = Change.ONE_MORE
        return ChangeWanted(change, holder=self.holder.words(), name=self.name.words())

    def tell(self, words: str) -> None:
        """Say what is wrong: at the name, where one is asked for, so that it is in sight."""
        if words and self.change is not Change.TAKE_OUT:
            self.holder.tell(words)
            return
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def first_focus(self) -> QWidget:
        """Start at the first question."""
        if self.change is Change.TAKE_OUT and self.others:
            return next(iter(self.others.values())).button
        return self.instead.button if self.change is Change.NEW_KEY else self.holder.box

    def forget(self) -> None:
        """Take every answer away."""
        self.holder.forget()
        self.name.forget()
        self.tell("")


class PreviewStep(QWidget):
    """What is now, and what will be."""

    def __init__(self) -> None:
        super().__init__()
        self.said = label("", wrap=True)
        self._before, self._after = column(gap=8), column(gap=8)
        self.setLayout(
            column(
                self.said,
                card(label(tr("May publish now"), "heading"), panel(self._before)),
                card(label(tr("May publish then"), "heading"), panel(self._after), kind="info"),
                label(
                    tr(
                        "Groups know of it once you publish again. The digits stay the same, and "
                        "no computer has to be set up anew."
                    ),
                    wrap=True,
                ),
                gap=12,
            )
        )

    def title(self) -> str:
        """Return what this shows."""
        return tr("What will change")

    def show_preview(self, preview: "KeysPreview") -> None:
        """Show both, one under the other."""
        self.said.setText(_said(preview))
        for room, held in ((self._before, preview.before), (self._after, preview.after)):
            room.clear()
            for each in held.holdings:
                room.put(holding_line(each))


class RootStep(QWidget):
    """The file of the root key, and its words: two people have them."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.path: Path | None = None
        self.zone = DropZone(
            tr("The holder of the stick drops the root key here. Its name begins with root-."),
            tr("Choose the root key"),
            tr("Key files (*.key)"),
        )
        self.chosen = prose("", "strong")
        self.field = SecretField(
            tr("The secret words of the root key"),
            tr("Whoever keeps them types them. Everybody else looks away."),
        )
        self.problem = label("", "bad", wrap=True)
        self.setLayout(column(self.zone, self.chosen, self.problem, self.field, gap=12))
        self.problem.hide()
        self.chosen.hide()
        self.zone.files_chosen.connect(lambda paths: self.choose(paths[0]))
        self.field.entered.connect(self.entered)

    def title(self) -> str:
        """Return what this asks for."""
        return tr("The root key")

    def choose(self, path: Path) -> None:
        """Take a file."""
        self.path = path
        self.tell("")
        self.chosen.setText(short_prose(path.name))
        self.chosen.show()
        self.field.take_focus()

    def is_filled_in(self) -> bool:
        """Say whether both are there; say what is missing where they are not."""
        self.tell("")
        if self.path is None:
            self.tell(tr("Choose the file of the root key first."))
            self.zone.button.setFocus()
            return False
        if not self.field.secret().strip():
            self.field.tell(tr("Type its secret words first."))
            return False
        return True

    def tell(self, words: str) -> None:
        """Say what is wrong with the file."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def first_focus(self) -> QWidget:
        """Start at the file, or at its words."""
        return self.zone.button if self.path is None else self.field.box

    def forget(self) -> None:
        """Take the words out, and forget which file it was."""
        self.path = None
        self.chosen.hide()
        self.tell("")
        self.field.forget()


class NewWordsStep(QWidget):
    """The words of the new key, chosen by whoever gets it."""

    def __init__(self, services: Services, tasks: Tasks, what: WhatStep) -> None:
        super().__init__()
        self._change = Change.NEW_KEY
        self.said = label("", wrap=True)
        self.new_words = NewWords(services, tasks, lambda: [what.holder.words()])
        self.setLayout(column(self.said, self.new_words, gap=12))

    def title(self) -> str:
        """Return what this asks for."""
        if self._change is Change.HAND_OVER:
            return tr("Words of the new root key")
        return tr("Words of the new key")

    def begin(self, change: Change) -> None:
        """Say who chooses them."""
        self._change = change
        self.said.setText(
            tr(
                "Whoever keeps the paper chooses them. The officer who publishes looks away. "
                "Copy them down on two sheets now."
            )
            if change is Change.HAND_OVER
            else tr("Whoever gets the key chooses them, and nobody else sees them.")
        )

    def first_focus(self) -> QWidget:
        """Start at the choice of words."""
        self.new_words.offer()
        return self.new_words.choose.first_focus()


class ChangedStep(QWidget):
    """What was changed and what to do now.

    ``paper_asked`` carries where a page to print is to be saved, and what was changed.
    """

    paper_asked = Signal(object, object)
    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._changed: KeysChanged | None = None
        self.where = prose("")
        self._names, self._steps = column(gap=8), column(gap=8)
        self.paper_button: Button = button(
            tr("Save this as a page to print"), "primary", icon="printer"
        )
        self.end_button = button(tr("Back to who may publish"))
        self.setLayout(
            column(
                card(self.where, kind="ok"),
                card(label(tr("Do this now"), "heading"), panel(self._steps)),
                card(label(tr("These may publish"), "heading"), panel(self._names)),
                panel(FlowLayout(self.paper_button, self.end_button)),
                gap=12,
            )
        )
        self.paper_button.clicked.connect(self._ask_where)
        self.end_button.clicked.connect(self.ended)

    def title(self) -> str:
        """Return what this says."""
        return tr("It is changed")

    def show_changed(self, changed: "KeysChanged") -> None:
        """Show where a new key is, and what both holders do now."""
        self._changed = changed
        self.where.setText(as_prose(_where(changed)))
        self._names.clear()
        for each in changed.now.holdings:
            self._names.put(holding_line(each))
        self._steps.clear()
        for step in what_to_do_after(changed.wanted.change):
            self._steps.put(label(step, wrap=True))

    def first_focus(self) -> QWidget:
        """Start at the page to print."""
        return self.paper_button

    def _ask_where(self) -> None:
        files.ask_where_to_save(
            self, tr("Save this file"), tr("Our publishing keys") + ".pdf", tr("PDF (*.pdf)"),
            lambda path: self.paper_asked.emit(Path(path), self._changed),
        )  # fmt: skip


def _where(changed: "KeysChanged") -> str:
    if changed.file is None:
        return tr("This key counts no more, once you have published.")
    file, folder = changed.file.name, str(changed.file.parent)
    if changed.wanted.change is Change.HAND_OVER:
        return tr(
            "The new root key: {file}\nIt is in the folder {folder}", file=file, folder=folder
        )
    return tr("The new key: {file}\nIt is in the folder {folder}", file=file, folder=folder)


def _said(preview: "KeysPreview") -> str:
    wanted = preview.wanted
    holder = short_prose(wanted.holder)
    if wanted.change is Change.NEW_KEY:
        return tr("{name} gets a key. The key that is open counts no more.", name=holder)
    if wanted.change is Change.ONE_MORE:
        return tr("{name} gets a key too. Nobody loses one.", name=holder)
    if wanted.change is Change.TAKE_OUT:
        gone = next(each for each in preview.before.holdings if each.key == wanted.key)
        return tr("The key of {name} counts no more.", name=short_prose(gone.name))
    said = tr("A new root key is made for {name}. The old one counts no more.", name=holder)
    if preview.after.name == preview.before.name:
        return said
    after = short_prose(preview.after.name)
    return sentences(said, tr("Groups see another name: {name}.", name=after))
