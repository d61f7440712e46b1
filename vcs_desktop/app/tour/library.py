"""The steps with a library: an officer publishes it, a laptop takes it in from a stick."""

import json
from pathlib import Path

from vcs_desktop.app.parts import Parts
from vcs_desktop.app.tour.camera import Camera, TourStuck
from vcs_desktop.app.tour.council_year import CouncilYearSteps
from vcs_desktop.services.publishing import KeysMade, KeysWanted
from vcs_desktop.ui.pages.library.page import LibraryPage
from vcs_desktop.ui.pages.publish.flow import Flow
from vcs_desktop.ui.pages.publish.page import PublishPage
from vcs_desktop.ui.pages.publisher_key.page import PublisherKeyPage
from vcs_desktop.ui.publisher_session import PublisherSession

STICK = "practice-council.vcslibrary"
_WORDS = " ".join(("lantern", "gravel", "whisper", "orchid"))
_ROOT_WORDS = " ".join(("button", "meadow", "velvet", "anchor"))
_CHECKER = "Sam Okafor (practice)"
_GRANT = {
    "id": "practice/council/small-steps",
    "grantName": "Small steps (practice)",
    "grantShortDescription": (
        "For practice. This is not real money. £200 to £800 for a group's first year."
    ),
    "fundingOrganization": {"id": "practice/council", "name": "Practice Council"},
    "grantLocation": [{"geoCode": "E10000025", "name": "Oxfordshire"}],
    "grantMinimumAward": 200,
    "grantMaximumAward": 800,
    "grantApplicationCloseDate": "2027-01-29",
    "practice": True,
}


class LibrarySteps:
    """What an officer does, and then whoever has the stick. ``folder`` is thrown away after."""

    def __init__(self, camera: Camera, parts: Parts, folder: Path) -> None:
        self._camera = camera
        self._parts = parts
        self._folder = folder
        self._stick = folder / STICK

    def walk(self) -> None:
        """Publish a library to a stick, take it in, and look at one that was changed on the way."""
        publisher = self._camera.window.findChild(PublisherSession)
        if not isinstance(publisher, PublisherSession):
            raise TourStuck("no place to publish from")
        self._open_key(publisher, self._made_keys())
        page = self._camera.window.page()
        if not isinstance(page, PublishPage):
            raise TourStuck("no page to publish from")
        self._publish(page.flow)
        CouncilYearSteps(self._camera, page).walk()
        page.close_button.click()
        self._camera.rest()
        self._take_in()

    def _made_keys(self) -> KeysMade:
        wanted = KeysWanted(
            line="practice-council",
            name="Practice Council",
            holder="Jo Officer (practice)",
            root_holder="Ash Keeper (practice)",
            words=_WORDS,
            root_words=_ROOT_WORDS,
        )
        return self._parts.publishing.make_keys(self._folder / "keys", wanted)

    def _open_key(self, publisher: PublisherSession, made: KeysMade) -> None:
        page = self._camera.open("publish")  # leads to where a key is opened
        if not isinstance(page, PublisherKeyPage):
            raise TourStuck("no page to open a key on")
        page.open.choose(made.publisher_file)
        self._camera.rest()
        self._camera.picture("publish-a-key")
        page.open.words_field.box.setText(_WORDS)
        page.open.open_button.click()
        self._camera.until(lambda: publisher.desk is not None, "the key of a publisher")
        self._camera.rest()

    def _publish(self, flow: Flow) -> None:
        file = self._folder / "grants of the council.json"
        file.write_text(json.dumps([_GRANT]), "utf-8")
        flow.put_in.add([file])
        self._camera.rest()
        self._camera.picture("publish-put-in")
        flow.put_in.next_button.click()
        self._camera.until(lambda: flow.front is flow.changes, "what will change")
        self._camera.rest()
        self._camera.picture("publish-what-will-change")
        flow.changes.next_button.click()
        flow.checked_by.field.set_words(_CHECKER)
        self._camera.rest()
        self._camera.picture("publish-checked-by")
        flow.checked_by.next_button.click()
        self._camera.rest()
        self._camera.picture("publish-sign")
        flow.sign.sign_button.click()
        self._camera.until(lambda: flow.front is flow.done, "a signed library")
        flow.done.pack_asked.emit(self._stick)
        self._camera.until(flow.done.told.isVisible, "a stick file")
        self._camera.picture("publish-done")

    def _take_in(self) -> None:
        page = self._camera.open("library")
        if not isinstance(page, LibraryPage):
            raise TourStuck("no page of the library")
        self._camera.picture("library")
        spoiled = self._spoiled()
        self._offer(page, self._stick)
        self._camera.picture("library-on-a-stick")
        page.arrivals.card.question.tick.box.click()
        page.arrivals.card.accept_button.click()
        self._camera.until(page.message.isVisible, "a library from a stick")
        self._camera.rest()
        self._camera.picture("library-taken-in")
        page.message.hide()
        page.take_files([spoiled])
        self._camera.until(page.message.isVisible, "the word about a spoiled library")
        self._camera.picture("library-refused")

    def _offer(self, page: LibraryPage, file: Path) -> None:
        page.take_files([file])
        self._camera.until(page.arrivals.card.isVisible, "what a stick holds")

    def _spoiled(self) -> Path:
        """Return a copy of the stick's file in which one letter of what was signed is another."""
        content = bytearray(self._stick.read_bytes())
        at = content.index(b"Practice Council")
        content[at] ^= 1
        spoiled = self._folder / f"changed-on-the-way-{STICK}"
        spoiled.write_bytes(content)
        return spoiled
