"""The steps with the council: what the group shared, a new thing, and its exact preview."""

from vcs_desktop.app.tour.camera import Camera, TourStuck
from vcs_desktop.domain.sharing.shared import Sort
from vcs_desktop.ui.pages.council.our_side import SHARED
from vcs_desktop.ui.pages.council.page import CONSULTATIONS, CouncilPage
from vcs_desktop.ui.sharing.agree_card import AgreeCard
from vcs_desktop.ui.sharing.draft_card import DraftCard
from vcs_desktop.ui.sharing.part import SharingPart
from vcs_desktop.ui.sharing.sent_card import SentCard
from vcs_desktop.ui.sharing.view import SharingView
from vcs_desktop.ui.sight import bring_into_sight


class SharingSteps:
    """What a committee does that tells the council something."""

    def __init__(self, camera: Camera) -> None:
        self._camera = camera

    def walk(self) -> None:
        """Look at a consultation, at what was answered, and share what people say."""
        page = self._camera.open("council")
        if not isinstance(page, CouncilPage):
            raise TourStuck("no page of the council")
        page.sections.open(CONSULTATIONS)
        self._camera.rest()
        self._camera.picture("council-consultations")
        view = self._view(page)
        self._look_at_what_came_back(view)
        view.begin()
        self._camera.rest()
        self._camera.picture("council-share-something")
        view.start.buttons[Sort.NEED].click()
        self._camera.until(lambda: isinstance(view.card, DraftCard), "a draft")
        self._fill_in(view)
        self._camera.rest()
        self._camera.picture("council-what-we-are-hearing")
        self._look_before_it_goes(view)

    def _view(self, page: CouncilPage) -> SharingView:
        page.sections.open(SHARED)
        self._camera.rest()
        part = page.sections.current()
        if not isinstance(part, SharingPart) or part.view is None:
            raise TourStuck("nothing to share with")
        return part.view

    def _look_at_what_came_back(self, view: SharingView) -> None:
        answered = next((each.id for each in view.lines() if each.has_reply), "")
        view.open(answered)
        self._camera.until(lambda: isinstance(view.card, SentCard), "what the council answered")
        self._camera.rest()
        self._camera.picture("council-what-we-shared")

    def _fill_in(self, view: SharingView) -> None:
        form = view.card.form if isinstance(view.card, DraftCard) else None
        if form is None:
            raise TourStuck("no form")
        for name, choice in (("topic", "food"), ("area", "E07000178")):
            field = form.bound[name].field
            field.choose(choice)  # type: ignore[attr-defined]  # both are to choose from
            field.on_edited()
        form.bound["how_many"].field.box.setText("3")  # type: ignore[attr-defined]
        form.bound["how_many"].field.on_edited()
        words = "The food bank closes before people come home from work."
        form.bound["text"].field.box.setPlainText(words)  # type: ignore[attr-defined]
        form.autosave.now()

    def _look_before_it_goes(self, view: SharingView) -> None:
        if not isinstance(view.card, DraftCard):
            raise TourStuck("no draft")
        view.card.preview_button.click()
        self._camera.until(lambda: isinstance(view.card, AgreeCard), "the preview")
        self._camera.rest()
        self._camera.picture("council-before-it-goes")
        if isinstance(view.card, AgreeCard):
            view.card.text.set_open(True)
            self._camera.rest()
            bring_into_sight(view.card.agree_button)
            self._camera.rest()
            self._camera.picture("council-the-very-text")
            view.card.agree_button.click()
        self._camera.rest()
        self._camera.picture("council-it-waits")
