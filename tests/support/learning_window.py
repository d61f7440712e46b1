"""What tests of the Learning page do in it."""

from PySide6.QtWidgets import QLabel

LONG = "\n\n".join(f"## Part {n}\n\n" + "Many words to read. " * 40 for n in range(1, 9))
BUDGET, BID, PLAIN = "training/budget", "training/bid", "training/plain"


def rows(page):
    """Return what stands in the list of guides, headings too."""
    model = page.guides.browse.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def words_in(widget):
    """Return the words of every label that is seen."""
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisible()]


def opened_id(page):
    """Return the id of the guide that is open, or nothing."""
    view = page.guides._guide.view
    return view.line.id if view else ""


def answer(check, number):
    """Choose an answer and have it checked."""
    question = check.question
    question.choices.button(number).click()
    question.check_button.click()


def right_answer(check):
    """Return the number of the right answer to the question that is asked."""
    answers = check.question._question.answers
    return next(number for number, each in enumerate(answers) if each.right)
