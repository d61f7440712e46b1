"""Steps 3 to 5: a second name, signing, and where it is then."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import AppError, words_for
from vcs_desktop.core.language import sentences, tr, tr_count
from vcs_desktop.domain.file_words import size_in_words
from vcs_desktop.ui import files
from vcs_desktop.ui.pages.publish import words
from vcs_desktop.ui.way_back.secret_field import ToldField
from vcs_desktop.ui.widgets.basics import Button, button, card, column, label, panel
from vcs_desktop.ui.widgets.fact_grid import FactGrid
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import as_prose, prose, short_prose

if TYPE_CHECKING:
    from vcs_desktop.services.publishing import Desk, Manifest, Pack, Plan


class CheckedByStep(QWidget):
    """``next_asked`` goes on, ``back_asked`` goes back."""

    next_asked = Signal()
    back_asked = Signal()

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self._desk = desk
        self.field = ToldField(
            tr("Who checked it?"),
            tr("A second person, who looked at all that will change. Type their name."),
        )
        self.back_button = button(tr("Back"), icon="arrow-left")
        self.next_button: Button = button(tr("Next: sign"), "primary")
        self.setLayout(
            column(
                label(
                    tr(
                        "Two people look before anything goes out. Show the list to somebody "
                        "else. Both names stay in the history."
                    ),
                    wrap=True,
                ),
                self.field,
                panel(FlowLayout(self.back_button, self.next_button)),
                None,
                gap=12,
            )
        )
        self.back_button.clicked.connect(self.back_asked)
        self.next_button.clicked.connect(self._next)
        self.field.entered.connect(self._next)

    def first_focus(self) -> QWidget:
        """Start at the name."""
        return self.field.box

    def name(self) -> str:
        """Return the second name."""
        return self.field.words()

    def _next(self) -> None:
        from vcs_desktop.services.publishing.desk import second_name

        if not self.name().strip():
            self.field.tell(tr("Type the name of who checked it."))
            return
        try:
            second_name(self.name(), self._desk.holder)
        except AppError as error:
            self.field.tell(words_for(error))
        else:
            self.next_asked.emit()


class SignStep(QWidget):
    """``sign_asked`` signs, ``back_asked`` goes back."""

    sign_asked = Signal()
    back_asked = Signal()

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self._desk = desk
        self._room = column()
        self.back_button = button(tr("Back"), icon="arrow-left")
        self.sign_button: Button = button(tr("Sign and save"), "primary")
        self.setLayout(
            column(
                panel(self._room),
                label(
                    tr("It counts once it is signed. Until then the version before stands."),
                    wrap=True,
                ),
                panel(FlowLayout(self.back_button, self.sign_button)),
                None,
                gap=12,
            )
        )
        self.back_button.clicked.connect(self.back_asked)
        self.sign_button.clicked.connect(self.sign_asked)

    def first_focus(self) -> QWidget:
        """Start at the button that signs."""
        return self.sign_button

    def show_plan(self, plan: "Plan", checked_by: str) -> None:
        """Say what will be signed by whom."""
        desk, counts = self._desk, plan.counts
        facts = [
            (tr("For"), desk.name),
            (tr("Signed by"), desk.holder),
            (tr("Checked by"), checked_by),
            (
                tr("What changes"),
                words.counts_in_words(counts.added, counts.changed, counts.gone),
            ),
            (tr("Saved in"), str(plan.tree)),
        ]
        if plan.refused:
            facts.append(
                (
                    tr("Left out"),
                    tr_count(
                        "{number} row that is refused",
                        "{number} rows that are refused",
                        len(plan.refused),
                        number=f"{len(plan.refused):,}",
                    ),
                )
            )
        self._room.clear()
        self._room.put(FactGrid(facts))

    def work(self, *, at_work: bool) -> None:
        """Let nobody press twice."""
        self.sign_button.setEnabled(not at_work)
        self.back_button.setEnabled(not at_work)


class DoneStep(QWidget):
    """``pack_asked`` carries where a file should go; ``again_asked`` begins anew."""

    pack_asked = Signal(object)
    again_asked = Signal()

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self._desk = desk
        self._pressed: Button | None = None
        self.tree = Path()
        self.headline = label("", "heading", wrap=True)
        self.where = prose("")
        self.until = label("", wrap=True)
        self.told = prose("", "ok")
        self.open_button = button(tr("Open the folder"), icon="folder-open")
        self.stick_button: Button = button(tr("Save a stick file"), icon="usb")
        self.zip_button: Button = button(tr("Save a zip for the web host"), icon="download")
        self.again_button = button(tr("Publish something else"), icon="undo-2")
        self._lay_out(desk.digits)
        self.open_button.clicked.connect(self._open)
        self.stick_button.clicked.connect(self._ask_for_stick)
        self.zip_button.clicked.connect(self._ask_for_zip)
        self.again_button.clicked.connect(self.again_asked)

    def first_focus(self) -> QWidget:
        """Start at what is most often wanted."""
        return self.stick_button

    def show_done(self, manifest: "Manifest", tree: Path, *, taken_back: bool) -> None:
        """Say what was signed, and where it is."""
        self.tree = tree
        self.headline.setText(
            tr_count(
                "Version {version} is signed. It holds {number} thing.",
                "Version {version} is signed. It holds {number} things.",
                manifest.snapshot.records,
                number=f"{manifest.snapshot.records:,}",
                version=manifest.version,
            )
        )
        self.where.setText(as_prose(tr("It is in the folder {folder}", folder=str(tree))))
        until = tr(
            "Publish again before {day}, also when nothing changed.",
            day=words.day_of(manifest.expires),
        )
        mend = tr("The mistake still stands in your files. Put it right there before you publish.")
        self.until.setText(sentences(mend, until) if taken_back else until)
        self.told.hide()
        self._name = f"{self._desk.line}-{manifest.version}"

    def tell_packed(self, pack: "Pack", out: Path) -> None:
        """Say that a file was saved."""
        self.told.setText(
            short_prose(tr("Saved: {name}, {size}.", name=out.name, size=size_in_words(pack.size)))
        )
        self.told.show()

    def work(self, *, at_work: bool) -> None:
        """Let nobody press twice; the focus comes back to what was pressed."""
        buttons = (self.stick_button, self.zip_button, self.again_button)
        if at_work:
            self._pressed = next((each for each in buttons if each.hasFocus()), None)
        for each in buttons:
            each.setEnabled(not at_work)
        if not at_work and self._pressed is not None:
            self._pressed.setFocus(Qt.FocusReason.OtherFocusReason)
            self._pressed = None

    def _lay_out(self, digits: str) -> None:
        self.setLayout(
            column(
                card(
                    self.headline, self.where, self.until, panel(FlowLayout(self.open_button)),
                    kind="ok",
                ),
                card(
                    label(tr("Take it to the groups"), "heading"),
                    label(
                        tr(
                            "On a stick: save the stick file on it. Each laptop takes it in with "
                            "this app, and checks it."
                        ),
                        wrap=True,
                    ),
                    label(
                        tr(
                            "On the web: give the zip to whoever looks after your web pages. They "
                            "unpack it into one folder that everybody can read."
                        ),
                        wrap=True,
                    ),
                    panel(FlowLayout(self.stick_button, self.zip_button)),
                    self.told,
                ),
                card(
                    label(tr("The digits that groups compare"), "heading"),
                    prose(digits, "title"),
                    label(
                        tr("Print them on your letterhead. They stay the same for all time."),
                        "muted", wrap=True,
                    ),
                ),
                panel(FlowLayout(self.again_button)),
                None,
                gap=12,
            )
        )  # fmt: skip

    def _open(self) -> None:
        files.open_file(self.tree)

    def _ask_for_stick(self) -> None:
        self._ask_where(f"{self._desk.line}.vcslibrary", tr("Libraries (*.vcslibrary)"))

    def _ask_for_zip(self) -> None:
        self._ask_where(f"{self._name}.zip", tr("Zip files (*.zip)"))

    def _ask_where(self, name: str, kinds: str) -> None:
        files.ask_where_to_save(
            self, tr("Save this file"), name, kinds, lambda path: self.pack_asked.emit(Path(path))
        )
