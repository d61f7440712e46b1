"""What the library page shows beyond what is here: what is offered, asked, and what came of it."""

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from tests.support.library_examples import call
from tests.support.signed_trees import DIGITS, NAME, Office, pack

if TYPE_CHECKING:
    from tests.support.window_states import Walk

PACK, OURS, LETTER = "123.vcslibrary", "456.csv", "789.txt"
FORM, LATER = b"%PDF-1.7 a form", b"a later form"
CAME = (NAME, DIGITS, PACK, OURS, LETTER, "789", *DIGITS.split())


def library(walk: "Walk") -> Iterator[QWidget]:
    """A library on a stick, asked about and taken in; files, looked at, added and removed."""
    page = walk.come_to("library")
    office = Office(walk.folder / f"tree-{len(list(walk.folder.iterdir()))}")
    documents = [{"title": "789", "url": pointer(each)} for each in (FORM, LATER)]
    given = call(
        "123",
        documents=documents,
        grantShortDescription="123",
        fundingOrganization={"name": "123"},
    )
    office.publish(given, expires="2026-11-21T00:00:00Z", attachments=(FORM, LATER))
    page.take_files([pack(office.folder, walk.folder / PACK)])
    walk.wait(page.arrivals.card.isVisible)
    yield page
    card = page.arrivals.card
    if card.accept_button.isVisible():
        card.accept_button.click()
        yield page  # the digits have not been compared
        card.question.tick.box.click()
        card.accept_button.click()
        walk.wait(page.message.isVisible)
        yield page
    else:
        card.decline_button.click()
    (walk.folder / LETTER).write_text("nothing of use", "utf-8")
    (walk.folder / OURS).write_text("grantName,grantMaximumAward\n123,\n456,lots\n", "utf-8")
    page.take_files([walk.folder / OURS, walk.folder / LETTER])
    walk.wait(page.adding.card.isVisible)
    for each in page.origin_cards():
        each.kinds.set_open(True)
    yield page
    page.adding.card.add_button.click()
    walk.wait(lambda: not page.loaded.none.isVisible())
    yield page
    yield files_along(walk)
    page = walk.come_to("library")
    file = page._held.files[0]
    page.removing.ask_about(file)
    box = next(
        each for each in QApplication.topLevelWidgets()
        if isinstance(each, QMessageBox) and each.isVisible()
    )  # fmt: skip
    yield box
    box.close()
    page.take_files([walk.folder / "gone" / PACK])
    walk.wait(page.message.isVisible)
    yield page


def files_along(walk: "Walk") -> QWidget:
    """Return the page of a record with one file that is here and one that is not yet."""
    (walk.parts.folder.root / "attachments" / digest(LATER)).unlink(missing_ok=True)
    page = walk.come_to("funding")
    page.show_thing("call/123")
    walk.wait(lambda: page.find_view.pane.files is not None)
    walk.wait(page.find_view.pane.files.isVisible)
    return page.find_view.pane.files


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def pointer(content: bytes) -> str:
    return f"attachments/{digest(content)}"
