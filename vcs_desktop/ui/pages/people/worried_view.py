"""I am worried about someone: what to do now, and who leads. Nobody is named or noted here."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import sentences, tr
from vcs_desktop.domain.days import in_words
from vcs_desktop.domain.safeguarding import (
    SOURCE,
    SOURCE_URL,
    Safeguarding,
    danger_now,
    own_steps,
    says_who_leads,
    steps_of,
)
from vcs_desktop.services.offer import Services
from vcs_desktop.services.records import Held
from vcs_desktop.ui.pages.people.aside_view import AsideView
from vcs_desktop.ui.pages.people.pdf_acts import PdfActs
from vcs_desktop.ui.pages.people.worried_form import WorriedForm
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.widgets.address_line import AddressLine
from vcs_desktop.ui.widgets.basics import (
    Box,
    Item,
    button,
    card,
    column,
    label,
    panel,
    picture,
    row,
)
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import prose, short_prose


class WorriedView(AsideView):
    """Danger first, then who leads, then the steps; and a form for the group's own."""

    def __init__(self, *asked: Any) -> None:
        super().__init__(tr("I am worried about someone"), *asked)
        self.change_button = button(tr("Write our own steps"), icon="pencil")
        poster = partial(_poster, self.services)
        self.poster = PdfActs(self.tasks, "worried-about-someone.pdf", tr("The poster"), poster)
        self.form = WorriedForm(self.services, self.tasks)
        self._said: Box = column(gap=12)
        self._shown = panel(column(panel(self._said), self._acts(), gap=12))
        self._reading = Question(self.tasks, self)
        self.body.put(_danger())
        self.body.put(self._shown)
        self.body.put(self.form)
        self.body.put(None)
        self.form.hide()
        self._reading.answered.connect(self._show)
        self._reading.failed.connect(self.tell_problem)
        self.change_button.clicked.connect(self.change)
        self.form.done_asked.connect(self._close_form)
        self.form.kept.connect(self.session.tell_acted)
        self.session.changed.connect(self.shown)

    def shown(self) -> None:
        """Read again what the group has said."""
        self._reading.ask(partial(_read, self.services))

    def put_away(self) -> None:
        """Keep what is half written in the form."""
        self.form.put_away()

    def change(self) -> None:
        """Open the form of the group's own steps."""
        self._shown.hide()
        self.form.show()
        self.form.take_focus()

    def _acts(self) -> QWidget:
        wall = label(
            tr("Hang it where helpers see it. It has only what the group itself wrote."),
            "muted",
            wrap=True,
        )
        return panel(column(panel(FlowLayout(self.change_button)), wall, self.poster, gap=8))

    def _show(self, read: tuple[Held[Safeguarding], date]) -> None:
        held, today = read
        self.form.show_held(held, today)
        ours = held.thing
        has_any = bool(own_steps(ours)) or says_who_leads(ours)
        self.change_button.setText(tr("Change our steps") if has_any else tr("Write our own steps"))
        self._said.clear()
        for each in (_who_leads(ours), _steps(ours), _not_here()):
            self._said.put(each)
            each.show()

    def _close_form(self) -> None:
        self.form.hide()
        self._shown.show()
        self.change_button.setFocus()
        self.shown()


def _read(services: Services) -> tuple[Held[Safeguarding], date]:
    inside = services.space.inside()
    return inside.safeguarding.held(), inside.records.clock.today()


def _danger() -> QWidget:
    line = row(picture("triangle-alert", "bad", 28), gap=12)
    line.put(label(danger_now(), "title", wrap=True), 1)
    more = label(
        tr("Ask for the police or an ambulance. Do not wait for anybody in the group."), wrap=True
    )
    return card(panel(line), more, kind="bad", gap=6)


def _who_leads(ours: Safeguarding) -> QWidget:
    items: list[Item] = [label(tr("Who leads on this for us"), "heading", wrap=True)]
    if says_who_leads(ours) or ours.lead_email:
        items += _big(ours.lead_name, ours.lead_phone, ours.lead_email)
    else:
        items.append(
            label(
                tr("Your group has not written down who leads. Tell somebody on the committee."),
                wrap=True,
            )
        )
    if ours.deputy_name or ours.deputy_phone:
        items.append(label(tr("If they cannot be reached:"), "muted", wrap=True))
        items += _big(ours.deputy_name, ours.deputy_phone)
    return card(*items, gap=8)


def _big(*said: str) -> Iterable[QWidget]:
    return [label(short_prose(each), "title", wrap=True) for each in said if each.strip()]


def _steps(ours: Safeguarding) -> QWidget:
    is_own = bool(own_steps(ours))
    items: list[Item] = [label(tr("What to do"), "heading", wrap=True)]
    items += [
        prose(tr("{number}. {step}", number=number, step=step))
        for number, step in enumerate(steps_of(ours), 1)
    ]
    if not is_own:
        items.append(
            label(
                sentences(
                    tr("Your group has not written its own steps yet."),
                    tr("These hold for any group. They follow {source}.", source=SOURCE),
                ),
                "muted",
                wrap=True,
            )
        )
        items.append(AddressLine(SOURCE_URL, tr("Open the page")))
    elif ours.agreed_on is not None:
        agreed = tr("The group agreed this on {day}.", day=in_words(ours.agreed_on))
        items.append(label(agreed, "muted", wrap=True))
    return card(*items, gap=8)


def _not_here() -> QWidget:
    return card(
        label(
            sentences(
                tr("Do not write the worry into this app: not in the notes, nor anywhere else."),
                tr("Everybody who can open the group could read it."),
                tr("Nothing is kept of your looking here."),
            ),
            wrap=True,
        ),
        kind="info",
    )


def _poster(services: Services, out: Path | None) -> Path:
    return services.space.inside().safeguarding.write_poster(out)
