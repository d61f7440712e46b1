"""An application as plain text: what nothing but letters can carry, to paste from."""

from collections.abc import Iterator

from vcs_desktop.core.language import tr
from vcs_desktop.core.text import without_hidden
from vcs_desktop.documents.application.content import question_title
from vcs_desktop.documents.application.data import ApplicationSheet
from vcs_desktop.documents.printable import one_line


def text_of(sheet: ApplicationSheet) -> str:
    """Return the questions and the answers, each as it was typed."""
    return "\n".join(_lines(sheet)).rstrip() + "\n"


def _lines(sheet: ApplicationSheet) -> Iterator[str]:
    application = sheet.whole.application
    yield one_line(application.name)
    yield one_line(" · ".join(filter(None, (sheet.group, application.funder))))
    for number, answer in enumerate(sheet.whole.answers, 1):
        yield ""
        yield ""
        yield one_line(question_title(number, answer))
        yield ""
        yield without_hidden(answer.text).strip() or tr("There is no answer yet.")
