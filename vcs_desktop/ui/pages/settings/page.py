"""Settings: how the app looks, how it begins, and where your files are."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.language import tr
from vcs_desktop.core.settings import TEXT_SIZES, SettingsFile
from vcs_desktop.ui import preferences
from vcs_desktop.ui.files import open_file
from vcs_desktop.ui.page import AsidePage
from vcs_desktop.ui.pages.settings.updates_card import UpdatesCard
from vcs_desktop.ui.say import say, tell_problem
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.updates.updates import Updates
from vcs_desktop.ui.widgets.basics import Item, button, card, column, label, panel, row
from vcs_desktop.ui.widgets.choice import Choice
from vcs_desktop.ui.widgets.flow_layout import FlowLayout

# Source: the design guide. Forms are no wider than this, in pixels at 100 % text.
_WIDEST = 680
UPDATES = "updates"


class SettingsPage(AsidePage):
    """Every change holds at once and is kept; there is nothing to save."""

    def __init__(
        self,
        settings: SettingsFile,
        data_folder: Path,
        places: Sequence[tuple[str, str]],
        updates: Updates,
    ) -> None:
        """Show the settings; ``places`` are the (id, title) of the pages to begin with."""
        super().__init__(tr("Settings"), tr("What you change holds at once."))
        self._settings = settings
        self._data_folder = data_folder
        sizes = [(str(size), tr("{percent} %", percent=size)) for size in TEXT_SIZES]
        self.text_size = Choice(tr("Text size"), sizes, above=True)
        self.colours = Choice(tr("Colours"), preferences.themes(), above=True)
        self.start_page = Choice(tr("When the app opens, show"), places, above=True)
        self.start_page.choose(settings.current.start_page)
        self.welcome_button = button(tr("Show the welcome again"), icon="undo-2")
        self.folder_field = QLineEdit(str(data_folder))
        self.folder_field.setReadOnly(True)
        self.folder_field.setCursorPosition(0)
        self.open_button = button(
            tr("Open folder"), icon="folder-open", name=tr("Open folder with your files")
        )
        self.library_button = button(tr("See the library"), icon="library")
        self.updates = UpdatesCard(settings, updates)
        self._form = panel(
            column(self._look_card(), self._start_card(), self.updates, self._files_card(), gap=12)
        )
        # In a row of its own: only so is the height right that its words take at that width.
        self.body.put(row(self._form))
        self.body.put(None)
        self._follow_look()
        self._connect()

    def shown(self) -> None:
        """Show what is kept, wherever it was changed; there is nothing else to look up."""
        self.updates.show_settings()
        self.ready.emit()

    def show_thing(self, thing_id: str) -> None:
        """Show where updates come from, when that is asked for; an address just typed counts."""
        if thing_id == UPDATES:
            if self.updates.address.words():
                self.updates.get()
            else:
                self.updates.address.take_focus()
            self.bring_to_top(self.updates)

    def first_focus(self) -> QWidget | None:
        """Start at the first setting."""
        return self.text_size.box

    def _look_card(self) -> QWidget:
        return _part(
            tr("How it looks"),
            self.text_size,
            label(tr("Ctrl and = make it larger. Ctrl and - make it smaller."), "muted", wrap=True),
            self.colours,
            label(
                tr("High contrast has only a few strong colours, and thicker edges."),
                "muted",
                wrap=True,
            ),
        )

    def _start_card(self) -> QWidget:
        return _part(
            tr("How it begins"),
            self.start_page,
            label(
                tr("For the next person at this computer, you can show the welcome on Home again."),
                "muted",
                wrap=True,
            ),
            panel(FlowLayout(self.welcome_button)),
        )

    def _files_card(self) -> QWidget:
        return _part(
            tr("Where your files are"),
            label(tr("All that this app keeps is in one folder on this computer."), wrap=True),
            label(tr("Data folder"), "strong", buddy=self.folder_field),
            self.folder_field,
            panel(FlowLayout(self.open_button, self.library_button)),
            label(
                tr(
                    "What is in your group is encrypted. Without its secret words or its "
                    "printed code nobody can read it."
                ),
                wrap=True,
            ),
            label(
                tr(
                    "The rest is not encrypted: the library, these settings, the guides you did, "
                    "and what you keep while no group is open. A group's name can be read too, "
                    "unless it is hidden. So can what people are called in its list."
                ),
                "muted",
                wrap=True,
            ),
            label(
                tr("To have a spare of your group, make a copy on a stick in Our group, Copies."),
                "muted",
                wrap=True,
            ),
        )

    def _connect(self) -> None:
        self.text_size.chosen.connect(self._set_text_size)
        self.colours.chosen.connect(self._set_theme)
        self.start_page.chosen.connect(self._set_start_page)
        self.welcome_button.clicked.connect(self._welcome_again)
        self.open_button.clicked.connect(self._open_folder)
        self.library_button.clicked.connect(self._open_library)
        look.changed.connect(self._follow_look)

    def _follow_look(self) -> None:
        """Show what holds now, also when it was changed in a menu."""
        self.text_size.choose(str(look.text_size))
        self.colours.choose(look.theme)
        self._form.setMaximumWidth(look.px(_WIDEST))

    def _set_text_size(self, percent: str) -> None:
        preferences.set_text_size(self._settings, int(percent))

    def _set_theme(self, theme: str) -> None:
        preferences.set_theme(self._settings, theme)

    def _set_start_page(self, place_id: str) -> None:
        self._settings.change(start_page=place_id)

    def _welcome_again(self) -> None:
        self._settings.change(welcomed=False, tour_seen=False)
        say(self, tr("The welcome is on Home again."))
        self.place_asked.emit("home", "")

    def _open_library(self) -> None:
        self.place_asked.emit("library", "")

    def _open_folder(self) -> None:
        if not open_file(self._data_folder):
            tell_problem(
                self,
                AppError(
                    message=tr("This computer did not open the folder."),
                    advice=tr("Copy its name from the field, and open it where you see files."),
                ),
            )


def _part(title: str, *items: Item) -> QWidget:
    return card(label(title, "heading", wrap=True), *items, gap=10)
