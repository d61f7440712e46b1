"""Where updates come from, when to look for them, and how the library stands."""

from PySide6.QtWidgets import QFrame

from vcs_desktop.core.addresses import service_address
from vcs_desktop.core.language import tr
from vcs_desktop.core.settings import SettingsFile
from vcs_desktop.domain.updates import Standing
from vcs_desktop.ui.say import say
from vcs_desktop.ui.updates.updates import Updates
from vcs_desktop.ui.updates.words import told_of
from vcs_desktop.ui.widgets.basics import button, column, label, panel, picture, row
from vcs_desktop.ui.widgets.choice import Choice
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.form_field import TextField
from vcs_desktop.ui.widgets.ticks_field import Tick


class UpdatesCard(QFrame):
    """Every change holds at once; an address does when the field is left, or on Enter."""

    def __init__(self, settings: SettingsFile, updates: Updates) -> None:
        super().__init__()
        self._settings = settings
        self._updates = updates
        self.setProperty("kind", "card")
        self.address = TextField(
            tr("Address of your library"),
            tr("Your council can tell you. It looks like https://library.example.org"),
            optional=True,
            check=_problem_of,
        )
        self.when = Choice(tr("When to look for updates"), _times(), above=True)
        self.metered = Tick(tr("On a connection that costs by the amount, only when I ask"))
        self._mark = picture("clock", "muted", 18)
        self.state = label("", wrap=True)
        self.get_button = button(tr("Get updates"), icon="refresh-cw")
        said = row(self._mark, gap=8)
        said.put(self.state, 1)
        self._said = panel(said)
        self.setLayout(
            column(
                label(tr("Updates"), "heading", wrap=True),
                label(
                    tr(
                        "New grants, contracts, guides and facts can come from your council. "
                        "Without an address nothing is fetched, and nothing is sent."
                    ),
                    wrap=True,
                ),
                self.address,
                self.when,
                self.metered,
                self._said,
                panel(FlowLayout(self.get_button)),
                margins=(16, 14, 16, 14),
                gap=10,
            )
        )
        self.show_settings()
        self._connect()
        self._follow()

    def show_settings(self) -> None:
        """Show what is kept; what somebody is typing stays."""
        now = self._settings.current
        if not self.address.box.hasFocus():
            self.address.set_words(now.service)
        self.when.choose(now.look_when)
        self.metered.box.setChecked(now.metered_care)

    def _connect(self) -> None:
        self.address.left.connect(self._keep_address)
        self.address.box.returnPressed.connect(self.address.on_left)
        self.when.chosen.connect(self._set_when)
        self.metered.toggled.connect(self._set_metered)
        self.get_button.clicked.connect(self.get)
        self._updates.changed.connect(self._follow)
        self._updates.minute_passed.connect(self._follow)

    def _keep_address(self) -> None:
        typed = self.address.words()
        address = service_address(typed)
        if typed and not address:
            return
        self._updates.set_address(address)
        self.address.set_words(address)

    def _set_when(self, when: str) -> None:
        self._settings.change(look_when=when)

    def _set_metered(self, is_on: bool) -> None:  # Qt passes it by place
        self._settings.change(metered_care=is_on)

    def get(self) -> None:
        """Get updates from the address that is typed; without one go to where it is written."""
        if self.address.show_problem() or not self.address.words():
            self.address.take_focus()
            say(self.address, self.address.error or tr("Write the address of your library first."))
            return
        self._keep_address()
        self._updates.get()

    def _follow(self) -> None:
        """Say how it stands, in whole sentences."""
        told = told_of(self._updates.state, self._updates.today())
        if self._updates.is_running:
            self._mark.set_icon("refresh-cw", "muted")
            self.state.setText(tr("Getting updates…"))
        elif told is not None:
            self._mark.set_icon(told.icon, told.colour)
            error = self._updates.state.error
            more = f"{error.message} {error.advice}" if error else ""
            if self._updates.state.standing is Standing.ASKS:
                more = tr("{words} Press F5 to look at it.", words=told.words)
            self.state.setText(more.strip() or told.words)
        self._said.setVisible(self._updates.is_running or told is not None)


def _times() -> list[tuple[str, str]]:
    return [
        ("daily", tr("Once a day")),
        ("opened", tr("Each time the app opens")),
        ("asked", tr("Only when I ask")),
    ]


def _problem_of(typed: str) -> str:
    if service_address(typed):
        return ""
    return tr("This is not an address. It looks like https://library.example.org")
