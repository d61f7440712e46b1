"""The steps with an application: from a grant in the library to a copy that is kept as sent."""

from typing import TypeVar

from vcs_desktop.app.tour.camera import Camera, TourStuck
from vcs_desktop.domain.applications import Choice
from vcs_desktop.domain.budgets import CostType, Vat
from vcs_desktop.ui.kept_form import KeptForm
from vcs_desktop.ui.named_field import NamedField
from vcs_desktop.ui.pages.applications.about_part import AboutPart
from vcs_desktop.ui.pages.applications.answers_part import AnswersPart
from vcs_desktop.ui.pages.applications.budget_forms import FUNDERS, LINES
from vcs_desktop.ui.pages.applications.budget_part import BudgetPart
from vcs_desktop.ui.pages.applications.open_view import OpenView
from vcs_desktop.ui.pages.applications.page import FROM_GRANT, ApplicationsPage
from vcs_desktop.ui.pages.applications.papers_part import PapersPart
from vcs_desktop.ui.pages.applications.part import ApplicationPart
from vcs_desktop.ui.pages.applications.plan_part import PlanPart
from vcs_desktop.ui.pages.applications.ready_part import ReadyPart
from vcs_desktop.ui.pages.applications.start_view import StartView
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.form_field import TextField
from vcs_desktop.ui.widgets.money_field import MoneyField

GRANT = "practice/grant/good-neighbours"
ANSWERS = (
    (
        "We are a lunch club in Marston (practice). A committee of five runs it, and about 38 "
        "people come on a Thursday."
    ),
    (
        "Volunteers visit people at home, ring them once a week, and drive them to the doctor and "
        "to lunch.\n\nIn a normal week there are:\n- ten visits\n- twenty calls\n- six lifts"
    ),
    (
        "We ask at lunch, at the school gate and in the parish news. Everybody has a first "
        "afternoon together, somebody to ring, and their fares back."
    ),
    (
        "Two of us look through every visit. All volunteers know our safeguarding policy, and who "
        "leads on it."
    ),
    "Thirty people have a regular visitor, and say that they feel less lonely than before.",
    "Fares and mileage, training, and insurance. The parish council gives 10 %.",
)
PAPERS = ("Accounts", "Safeguarding", "insurance")
COPY = "application.pdf"


Part = TypeVar("Part", bound=ApplicationPart)


class ApplicationSteps:
    """What a trustee does from "can we?" to a kept copy, offline."""

    def __init__(self, camera: Camera) -> None:
        self._camera = camera

    def walk(self) -> None:
        """Begin with a grant, write, plan, count, choose papers, check, keep and save."""
        page = self._camera.open("applications")
        if not isinstance(page, ApplicationsPage):
            raise TourStuck("no page of applications")
        self._camera.picture("applications")
        page.start()
        self._camera.rest()
        self._camera.picture("application-start")
        view = self._begin(page)
        self._write(view)
        self._say_what_is_asked(self._part(view, "about", AboutPart))
        self._plan(self._part(view, "plan", PlanPart))
        self._budget(self._part(view, "budget", BudgetPart))
        self._papers(self._part(view, "papers", PapersPart))
        self._keep(self._part(view, "ready", ReadyPart))
        view.sections.open("after")
        self._camera.rest()
        self._camera.picture("application-after")
        view.left.emit()
        self._camera.rest()
        self._camera.picture("applications-list")

    def _begin(self, page: ApplicationsPage) -> OpenView:
        page.show_thing(FROM_GRANT + GRANT)
        self._camera.rest()
        self._camera.picture("application-grant")
        view = page.places.front()
        if not isinstance(view, StartView):
            raise TourStuck("no way to start an application")
        view.from_grant.click()
        self._camera.until(lambda: isinstance(page.places.front(), OpenView), "an application")
        opened = page.places.front()
        if not isinstance(opened, OpenView):
            raise TourStuck("no application")
        self._camera.rest()
        return opened

    def _write(self, view: OpenView) -> None:
        part = self._part(view, "answers", AnswersPart)
        for number, words in enumerate(ANSWERS):
            card = part.card
            if card is None:
                raise TourStuck("no answer")
            card.text_field.box.setPlainText(words)
            choice = card.state_field
            choice.box.setCurrentIndex(choice.box.count() - 1)
            self._camera.rest()
            if number == 0:
                self._camera.picture("application-answer")
            if number + 1 < len(ANSWERS):
                card.next_button.click()
                self._camera.rest()
        part.put_away()
        self._camera.rest()
        self._camera.picture("application-answers")

    def _say_what_is_asked(self, part: AboutPart) -> None:
        form = part.forms[0]
        _type(form, "ask_pence", "2,250")
        _choose(form, "choice", Choice.GO)
        _type(form, "decided_by", "The committee")
        self._done(part, "application-about")

    def _plan(self, part: PlanPart) -> None:
        part.library.choose("loneliness")
        part.from_library.click()
        self._camera.rest()
        _type(part.forms[-1], "activity", "Befriending, calls and lifts")
        _type(part.forms[-1], "target", "30")
        self._done(part, "application-plan")

    def _budget(self, part: BudgetPart) -> None:
        part.open_row(FUNDERS, "")
        self._camera.rest()
        _type(part.forms[-1], "name", "Parish council (practice)")
        _type(part.forms[-1], "pence", "250")
        part.close_row()
        self._camera.rest()
        for what, sort, price in (
            ("Fares and mileage", CostType.VOLUNTEERS, "1,400"),
            ("Training of volunteers", CostType.TRAINING, "700"),
            ("Insurance", CostType.OTHER, "400"),
        ):
            part.open_row(LINES, "")
            self._camera.rest()
            form = part.forms[-1]
            _type(form, "what", what)
            _choose(form, "cost_type", sort)
            _type(form, "unit_pence", price)
            paid = next(name for name in form.bound if name.startswith("paid/"))
            if price == "400":
                _type(form, paid, "250")
            if what == "Fares and mileage":
                self._camera.rest()
                self._camera.picture("application-budget-line")
            part.close_row()
            self._camera.rest()
        _choose(part.forms[0], "vat", Vat.NOT_REGISTERED)
        self._done(part, "application-budget")

    def _papers(self, part: PapersPart) -> None:
        part.new_paper.set_words("Insurance")
        part.add_paper_button.click()
        self._camera.rest()
        for number, words in enumerate(PAPERS):
            choice = list(part.choices.values())[number]
            place = next(
                (at for at in range(choice.box.count()) if words in choice.box.itemText(at)), 0
            )
            choice.box.setCurrentIndex(place)
            self._camera.rest()
        _name(part.checker, "Sam Okafor (practice)")
        part.check_button.click()
        self._done(part, "application-papers")

    def _keep(self, part: ReadyPart) -> None:
        self._camera.rest()
        self._camera.picture("application-ready")
        part.keep_button.click()
        self._camera.until(lambda: bool(part.copies_out), "a kept copy")
        part.copies_out[0].save_at(str(self._camera.out / COPY))
        self._camera.until((self._camera.out / COPY).exists, "the copy as a PDF")
        self._camera.rest()
        self._camera.picture("application-kept")

    def _part(self, view: OpenView, name: str, shape: type[Part]) -> Part:
        part = view.sections.open(name)
        self._camera.rest()
        if not isinstance(part, shape):
            raise TourStuck(f"no {name} of an application")
        return part

    def _done(self, part: ApplicationPart, picture: str) -> None:
        part.put_away()
        self._camera.rest()
        self._camera.picture(picture)


def _type(form: KeptForm, name: str, words: str) -> None:
    field = form.bound[name].field
    if isinstance(field, MoneyField):
        field.box.setText(words)
        field.box.textEdited.emit(words)
    elif isinstance(field, NamedField):
        _name(field, words)
    elif isinstance(field, TextField):
        field.set_words(words)
        field.box.textEdited.emit(words)


def _name(field: NamedField, words: str) -> None:
    field.box.setText(words)
    field.box.textEdited.emit(words)
    field.settle()


def _choose(form: KeptForm, name: str, choice: str) -> None:
    field = form.bound[name].field
    if isinstance(field, ChoiceField):
        field.box.setCurrentIndex(field.box.findData(str(choice)))
